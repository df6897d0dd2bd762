"""sort -> plan: the order of results."""

from __future__ import annotations

from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.syntax import Sort, SortBy
from antivenom.languages.spl.values.conversions import number, text_of
from antivenom.plan.relations import Limit, SortKey
from antivenom.plan.types import Type
from antivenom.plan.values import Value, call


def sort(command: Sort, scope: Scope) -> Scope:
    """`sort`: 10,000 results unless another limit is given; what lacks a field comes last (S23-S25)."""
    keys: list[SortKey] = []
    for key in command.keys:
        keys.extend(sort_keys(key, scope))
    made = scope.sort(tuple(keys), command.span) if keys else scope
    return made.keep(Limit(made.relation, command.limit, command.span)) if command.limit else made


def sort_keys(key: SortBy, scope: Scope) -> list[SortKey]:
    """The keys of the plan for one field; none where no result has it."""
    column: Value | None = scope.fields.get(key.name.text)
    if column is None:
        return []
    if column.type is Type.MULTI:
        column = text_of(column, key.name.span)

    def made(value: Value) -> SortKey:
        return SortKey(value, key.descending, False)

    if key.how == "str":
        return [made(text_of(column, key.name.span))]
    if column.type is Type.REAL:
        return [made(column)]
    if key.how == "num":
        return [made(number(column, key.name.span))]
    if key.how == "ip":
        return [made(call("splunk.sort_address", column, type=Type.LONG)), made(column)]
    parts = (("class", Type.INT), ("number", Type.REAL), ("text", Type.STRING))
    return [made(call(f"splunk.sort_{part}", column, type=type)) for part, type in parts]
