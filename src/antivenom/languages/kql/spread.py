"""Calls that give several values at once: array_sort_asc() and array_sort_desc() of several arrays."""

from __future__ import annotations

from collections.abc import Iterable

from antivenom.languages.kql.syntax import Constant, Expression, FunctionCall, Index, Target
from antivenom.plan.types import Type

_SORTS = frozenset({"array_sort_asc", "array_sort_desc"})


def width(expression: Expression) -> int:
    """How many values an expression gives."""
    if not isinstance(expression, FunctionCall) or expression.name not in _SORTS or not expression.args:
        return 1
    last = expression.args[-1]
    flag = isinstance(last, Constant) and last.type is Type.BOOL
    return max(1, len(expression.args) - flag)


def part(call: Expression, index: int) -> Index:
    """One of the values of such a call, as `call[index]`."""
    return Index(call, Constant(index, Type.LONG, call.span), call.span)


def spread(targets: Iterable[Target]) -> list[Target]:
    """Unnamed targets of several values written out, one target a value."""
    found: list[Target] = []
    for target in targets:
        count = width(target.value)
        if count == 1 or target.names:
            found.append(target)
        else:
            found += [Target((), part(target.value, index), target.span) for index in range(count)]
    return found
