"""Why a grouping has no groups: its by fields that no row has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from antivenom.engine.running import Limits, run_relation
from antivenom.plan.relations import Aggregate, Assign, Filter, Measure, Relation, inputs_of
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Value, new_column

_PRESENT = "null.is_not_null"


@dataclass(frozen=True, slots=True)
class Absent:
    """A by field that is missing in all of the rows that were to be grouped by it, of which there are some."""

    field: str
    rows: int


def absent_keys(
    relation: Relation, tables: Mapping[str, pa.Table], now: int, limits: Limits | None = None
) -> Iterator[Absent]:
    """The fields of any stats in a plan that leave it without a group, the clock at `now` (ns since 1970 UTC).

    A grouping that leaves out rows without a by field stands on a filter that says so.
    """
    pending = [relation]
    while pending:
        node = pending.pop()
        pending += inputs_of(node)
        if isinstance(node, Aggregate) and isinstance(node.input, Filter):
            wanted = _present(node.input.condition)
            keys = [key for key in node.keys if any(value == key.value for value in wanted)]
            if keys:
                yield from _absent(node.input.input, keys, tables, now, limits)


def _present(condition: Value) -> list[Value]:
    """What a condition, or each part of it, says is there; empty if it says anything else."""
    if not isinstance(condition, Call):
        return []
    parts = condition.args if condition.op == "bool.and" else (condition,)
    found = [part.args[0] for part in parts if isinstance(part, Call) and part.op == _PRESENT]
    return found if len(found) == len(parts) else []


def _absent(
    rows: Relation, keys: list[Assign], tables: Mapping[str, pa.Table], now: int, limits: Limits | None
) -> Iterator[Absent]:
    count = Measure(new_column("rows", Type.LONG), Call("aggregate.count", (), Type.LONG))
    held = [
        Measure(new_column(key.column.name, Type.LONG), Call("aggregate.count_value", (key.value,), Type.LONG))
        for key in keys
    ]
    table = run_relation(Aggregate(rows, (), (count, *held)), tables, now, limits=limits)
    total, *present = (column[0].as_py() for column in table.columns)
    if total:
        yield from (Absent(key.column.name, total) for key, found in zip(keys, present, strict=True) if not found)
