"""Runs the recorded KQL sets: each query's answer beside the recorded one."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from antivenom import engine
from antivenom.engine import discovery
from antivenom.errors import MissingInput, QueryError, Unsupported
from antivenom.languages import kql
from antivenom.languages.kql.parsing import literals
from antivenom.plan.catalog import Catalog
from antivenom.plan.relations import Filter, Limit, Plan, Project, Relation, Sort
from antivenom.plan.types import UNIX_EPOCH_TICKS
from antivenom.plan.values import Column
from antivenom.source import SourceText

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "conformance"
NOW = 1_700_000_000_000_000_000
_CLASSES = {
    "int": "Int",
    "long": "Int",
    "real": "Real",
    "string": "String",
    "dynamic": "Dynamic",
    "datetime": "DateTime",
    "timespan": "TimeSpan",
    "bool": "Bool",
    "guid": "Guid",
    "decimal": "Real",
}
_CLR = {
    "int": "Int32",
    "long": "Int64",
    "real": "Double",
    "string": "String",
    "dynamic": "Object",
    "datetime": "DateTime",
    "timespan": "TimeSpan",
    "bool": "SByte",
    "guid": "Guid",
    "decimal": "SqlDecimal",
}


@dataclass(slots=True)
class Tally:
    """What became of the cases of one set; `wrong` holds id and reason, `refused` counts by construct."""

    passed: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    skipped: int = 0

    def __str__(self) -> str:
        return f"passed {self.passed}, refused {self.refused.total()}, wrong {len(self.wrong)}, skipped {self.skipped}"


def load(name: str) -> Iterator[dict[str, Any]]:
    """The cases of one file."""
    with (FOLDER / name).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def run(case: dict[str, Any]) -> tuple[Plan, pa.Table]:
    """Plan and answer of a case that carries its own data."""
    source = SourceText(case["query"], case["id"])
    plan = kql.compile(source, Catalog({}), discovery({}, NOW))
    return plan, engine.run(plan, {}, NOW)


def check(case: dict[str, Any], tally: Tally) -> None:
    """Run one case whose answer the real engine gave, and count what became of it."""
    functions = case.get("tags", {}).get("functions", ())
    clock = "now" in functions or "ago" in functions
    drawn = re.search(r"\|\s*sample\b", case["query"]) is not None
    if drawn or case.get("unstable") or case.get("nondeterministic") or not case.get("rows_complete", True) or clock:
        tally.skipped += 1
        return
    rejected = bool(case.get("kusto_error"))
    try:
        plan, table = run(case)
    except Unsupported as error:
        if rejected:
            tally.passed += 1
        else:
            tally.refused[error.construct] += 1
        return
    except MissingInput:
        tally.refused["input that was not given"] += 1
        return
    except QueryError as error:
        if rejected:
            tally.passed += 1
        else:
            tally.wrong.append((case["id"], f"QueryError: {error}"))
        return
    except Exception as error:  # the outermost edge of a report: any crash is a wrong answer
        tally.wrong.append((case["id"], f"{type(error).__name__}: {error}"))
        return
    reason = "Kusto rejects this query" if rejected else difference(case, plan, table)
    if reason:
        tally.wrong.append((case["id"], reason))
    else:
        tally.passed += 1


def difference(case: dict[str, Any], plan: Plan, table: pa.Table) -> str | None:
    """Why an answer is not the recorded one, or None when it is."""
    if table.column_names != case["expected_columns"]:
        return f"columns {table.column_names}, expected {case['expected_columns']}"
    types = [f.metadata[b"kusto.type"].decode() for f in table.schema]
    if "expected_types" in case and [_CLR[t] for t in types] != case["expected_types"]:
        return f"types {types}, expected {case['expected_types']}"
    if "expected_type_classes" in case and [_CLASSES[t] for t in types] != case["expected_type_classes"]:
        return f"types {types}, expected {case['expected_type_classes']}"
    ours = list(rows_of(table, types))
    theirs = [
        tuple(_wanted(v, t, f.type) for v, t, f in zip(row, types, table.schema, strict=True))
        for row in case["expected_rows"]
    ]
    return _compare(ours, theirs, _sorted_by(plan.relation))


def _compare(ours: list[tuple[Any, ...]], theirs: list[tuple[Any, ...]], order: list[int]) -> str | None:
    if len(ours) != len(theirs):
        return f"{len(ours)} rows, expected {len(theirs)}: {ours[:6]} / {theirs[:6]}"
    left = list(theirs)
    for row in ours:
        match = next((i for i, other in enumerate(left) if _same(row, other)), None)
        if match is None:
            return f"row {row} not among {left[:6]}"
        left.pop(match)
    if order:
        keys = [[row[i] for i in order] for row in ours]
        wanted = [[row[i] for i in order] for row in theirs]
        if not _same(keys, wanted):
            return f"order {keys[:8]}, expected {wanted[:8]}"
    return None


def rows_of(table: pa.Table, types: list[str]) -> Iterator[tuple[Any, ...]]:
    """Rows with times as ticks and dynamics as Python values."""
    columns = [
        [_held(value, type_, column.type) for value in _raw(column)]
        for column, type_ in zip(table.columns, types, strict=True)
    ]
    return zip(*columns, strict=True) if columns else iter(())


def _raw(column: pa.ChunkedArray) -> list[Any]:
    if pa.types.is_timestamp(column.type) or pa.types.is_duration(column.type):
        return column.cast(pa.int64()).to_pylist()
    return column.to_pylist()


def _held(value: Any, type_: str, arrow: pa.DataType) -> Any:
    if value is None:
        return None
    if type_ in ("datetime", "timespan"):
        ticks = value // 100 if arrow.unit == "ns" else value * 10
        return ticks + (UNIX_EPOCH_TICKS if type_ == "datetime" else 0)
    if type_ == "decimal":
        return float(value)
    return json.loads(value) if type_ == "dynamic" else value


def _wanted(value: Any, type_: str, arrow: pa.DataType) -> Any:
    if value is None:
        return None
    if type_ in ("datetime", "timespan"):
        ticks = literals.point_in_time(value) if type_ == "datetime" else literals.timespan(value)
        # outside 1677-2262 Arrow cannot hold nanoseconds: the answer comes in microseconds, rounded down
        return ticks // 10 * 10 if arrow.unit == "us" and ticks is not None else ticks
    if type_ in ("real", "decimal") and isinstance(value, str):
        return float(value.replace("Infinity", "inf"))
    return value


def _same(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, list | tuple) and isinstance(theirs, list | tuple):
        return len(ours) == len(theirs) and all(_same(a, b) for a, b in zip(ours, theirs, strict=True))
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(_same(ours[k], theirs[k]) for k in ours)
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return ours is theirs
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return ours == theirs or (math.isnan(ours) and math.isnan(theirs)) or _near(ours, theirs)
    if isinstance(ours, str) and isinstance(theirs, str):
        return ours == theirs or json.dumps(ours, ensure_ascii=False) == theirs
    return ours is None and theirs is None


def _near(ours: float, theirs: float) -> bool:
    if isinstance(ours, int) and isinstance(theirs, int):
        return False
    return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-12)


def _sorted_by(relation: Relation) -> list[int]:
    """Positions of the result columns the rows are sorted by, as far as they are columns of the result."""
    carried: list[dict[int, int]] = []
    node = relation
    while isinstance(node, Project | Filter | Limit):
        if isinstance(node, Project):
            carried.append({a.value.id: a.column.id for a in node.assigns if isinstance(a.value, Column)})
        node = node.input
    if not isinstance(node, Sort):
        return []
    found: list[int] = []
    for key in node.keys:
        if not isinstance(key.value, Column):
            continue
        id_: int | None = key.value.id
        for step in reversed(carried):
            id_ = step.get(id_) if id_ is not None else None
        at = [i for i, column in enumerate(relation.columns) if column.id == id_]
        if not at:
            return found
        found += at
    return found
