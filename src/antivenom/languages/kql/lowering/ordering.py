"""Kusto's order of values as sort keys: nulls are smallest, and NaN stands between them and the numbers."""

from __future__ import annotations

from antivenom.errors import QueryError
from antivenom.languages.kql.values import decimals
from antivenom.plan.relations import SortKey
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value
from antivenom.source import Span


def sort_keys(value: Value, descending: bool | None, nulls_first: bool | None) -> list[SortKey]:
    """The keys of one ordering; descending by default, nulls where that puts the smallest."""
    descending = True if descending is None else descending
    nulls_first = not descending if nulls_first is None else nulls_first
    keys: list[SortKey] = []
    if value.type is Type.REAL:
        nan = Call("kusto.is_nan", (value,), Type.BOOL)
        keys.append(SortKey(nan, nulls_first, nulls_first))
    if value.type is Type.DECIMAL:
        value = decimals.rank(value)
    keys.append(SortKey(value, descending, nulls_first))
    return keys


def no_dynamic_key(value: Value, span: Span, what: str) -> None:
    """Kusto groups and sorts by no dynamic value."""
    if value.type is Type.DYNAMIC:
        at = value.span if isinstance(value, Call | Literal) and value.span else span
        raise QueryError(f"{what} does not take a dynamic value", span=at, hint="use tostring(...)")
