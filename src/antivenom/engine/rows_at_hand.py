"""What tables at hand say while a query is compiled: their schemas, and the rows of a relation over them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from antivenom.engine.running import Limits, run_relation, sql_of
from antivenom.errors import Unsupported
from antivenom.plan.carry import reads_clock, without_clock
from antivenom.plan.open_schemas import Discover
from antivenom.plan.prune import prune
from antivenom.plan.relations import Relation
from antivenom.plan.show import show
from antivenom.tables import EVENT_COLUMN, Column, ColumnType, Schema

_ARROW_TYPES = (
    (pa.types.is_boolean, ColumnType.BOOL),
    (pa.types.is_int64, ColumnType.LONG),
    (pa.types.is_integer, ColumnType.LONG),
    (pa.types.is_floating, ColumnType.REAL),
    (pa.types.is_timestamp, ColumnType.DATETIME),
    (pa.types.is_duration, ColumnType.TIMESPAN),
    (pa.types.is_list, ColumnType.MULTIVALUE),
    (pa.types.is_large_list, ColumnType.MULTIVALUE),
)


def discovery(
    tables: Mapping[str, pa.Table], now: int | None = None, bounds: Limits | None = None, *, exact: bool = False
) -> Discover:
    """What runs a relation over tables while a query is compiled; equal relations are run once.

    Without a clock, conditions that read one are left out, so that every row is looked at that may count later: enough
    for names of columns. With `exact`, for a language that also takes values from rows, that is refused.
    """
    seen: dict[str, list[tuple[Any, ...]]] = {}

    def discover(relation: Relation) -> list[tuple[Any, ...]]:
        if now is None and exact and reads_clock(relation):
            raise Unsupported(
                "a search of which a part is looked up first and reads the clock, where the clock moves",
                hint="--now TIME says where it stands",
            )
        asked = prune(relation if now is not None else without_clock(relation))
        key = show(asked) + sql_of(asked, now or 0)
        if key not in seen:
            table = run_relation(asked, tables, now or 0, limits=bounds)
            columns = [column.to_pylist() for column in table.columns]
            seen[key] = list(zip(*columns, strict=True))
        return seen[key]

    return discover


def schema_of(name: str, table: pa.Table) -> Schema:
    """The schema of an Arrow table: `kusto.type` metadata where a field has it, else its Arrow type.

    The column of event numbers is ours and no query sees it.
    """
    fields = (field for field in table.schema if field.name != EVENT_COLUMN)
    return Schema(name, tuple(Column(field.name, _column_type(field)) for field in fields))


def _column_type(field: pa.Field) -> ColumnType:
    named = (field.metadata or {}).get(b"kusto.type")
    if named is not None:
        return ColumnType(named.decode())
    if pa.types.is_int32(field.type):
        return ColumnType.INT
    return next((type_ for test, type_ in _ARROW_TYPES if test(field.type)), ColumnType.STRING)
