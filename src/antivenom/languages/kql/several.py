"""Targets whose function gives several columns, such as series_stats: one target for each column."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql import names
from antivenom.languages.kql.functions_series import SEVERAL
from antivenom.languages.kql.syntax import FunctionCall, Target

MARK = "\0"
"""Stands between a function and the column of it that is meant, in the name of a call made here."""


def spread(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """The targets, each function of several columns once for every column it gives."""
    return tuple(made for target in targets for made in _spread(target))


def _spread(target: Target) -> Iterator[Target]:
    call = target.value
    if not isinstance(call, FunctionCall) or call.name not in SEVERAL:
        yield target
        return
    columns = list(SEVERAL[call.name])
    if len(target.names) > len(columns):
        raise QueryError("more names than columns", span=target.span)
    if 1 < len(target.names) < len(columns):
        raise Unsupported(f"KQL {call.name} with names for some of its columns", span=target.span)
    base = f"{call.name}_{(names.of(call.args[0]) if call.args else None) or ''}"
    given = target.names or tuple(f"{base}_{column}" for column in columns)
    for name, column in zip(given, columns, strict=False):
        part = FunctionCall(call.name + MARK + column, call.args, call.name_span, call.span, call.named)
        yield Target((name,), part, target.span)
