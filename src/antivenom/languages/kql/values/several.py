"""How many values array_sort_asc() and array_sort_desc() give, and how one of them is written."""

from __future__ import annotations

from antivenom.languages.kql.syntax import Constant, Expression, FunctionCall, Index
from antivenom.plan.types import Type

SORTS = frozenset({"array_sort_asc", "array_sort_desc"})
"""The functions that give a sorted array for each array they are given."""


def width(expression: Expression) -> int:
    """How many arrays array_sort_asc() or array_sort_desc() gives; 1 for everything else."""
    if not isinstance(expression, FunctionCall) or expression.name not in SORTS or not expression.args:
        return 1
    last = expression.args[-1]
    flag = isinstance(last, Constant) and last.type is Type.BOOL
    return max(1, len(expression.args) - flag)


def part(call: Expression, index: int) -> Index:
    """One of the values of such a call, as `call[index]`."""
    return Index(call, Constant(index, Type.LONG, call.span), call.span)
