"""Calls that give several values at once, written out: one target for each value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.series import SEVERAL
from antivenom.languages.kql.syntax import FunctionCall, Target
from antivenom.languages.kql.values import names
from antivenom.languages.kql.values.several import part, width

MARK = "\0"
"""Stands between a function and the column of it that is meant, in the name of a call made here."""


def spread(targets: Iterable[Target]) -> list[Target]:
    """The targets, a call that gives several values once for each of them."""
    return [made for target in targets for made in _spread(target)]


def _spread(target: Target) -> Iterator[Target]:
    call = target.value
    if isinstance(call, FunctionCall) and call.name in SEVERAL:
        yield from _columns(target, call)
        return
    count = width(call)
    if count == 1 or len(target.names) == 1:
        yield target
        return
    if len(target.names) > count:
        raise QueryError("more names than values", span=target.span)
    for index in range(count):
        yield Target(target.names[index : index + 1], part(call, index), target.span)


def _columns(target: Target, call: FunctionCall) -> Iterator[Target]:
    """The columns of a function such as series_stats, under their own names or those given."""
    columns = list(SEVERAL[call.name])
    if len(target.names) > len(columns):
        raise QueryError("more names than columns", span=target.span)
    if 1 < len(target.names) < len(columns):
        raise Unsupported(f"KQL {call.name} with names for some of its columns", span=target.span)
    base = f"{call.name}_{(names.of(call.args[0]) if call.args else None) or ''}"
    given = target.names or tuple(f"{base}_{column}" for column in columns)
    for name, column in zip(given, columns, strict=False):
        made = FunctionCall(call.name + MARK + column, call.args, call.name_span, call.span, call.named)
        yield Target((name,), made, target.span)
