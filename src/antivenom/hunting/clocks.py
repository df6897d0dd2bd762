"""Where the clock of a hunt stands: fixed, at each row's own time, or moving over the logs; and times as numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from antivenom import engine
from antivenom.hunting.model import Run
from antivenom.logs import Scan
from antivenom.plan.carry import carry_events, judged_by_own_time, reads_clock
from antivenom.plan.relations import Plan, Relation
from antivenom.plan.stages import lookback

TIME_COLUMNS = ("Timestamp", "TimeGenerated", "_time", "Time")
"""The time columns of the vocabularies' tables, in order of preference."""

_MOST_NANOSECONDS = (1 << 63) - (1 << 32)
"""Somewhat below what 64 bits hold, so that a float near it still fits."""

_MOST_STOPS = 2_000
"""How often a moving clock stops before a hunt gives up moving it."""


def results(plan: Plan, scan: Scan, now: int | None, one: Run) -> Iterator[pa.Table]:
    """The plan's results, its last column the events of each row, under every stop of the clock."""
    splunk = plan.language == "spl"
    if now is not None or not reads_clock(plan.relation):
        relation, _ = carry_events(plan.relation)
        yield engine.run_relation(relation, scan.tables, now or scan.newest or 0, splunk=splunk)
        return
    own = judged_by_own_time(plan.relation, TIME_COLUMNS)
    if own is not None:
        relation, _ = carry_events(own)
        yield engine.run_relation(relation, scan.tables, scan.newest or 0, splunk=splunk)
        return
    relation, _ = carry_events(plan.relation)
    for stop, tables in _stops(plan.relation, scan, one):
        yield engine.run_relation(relation, tables, stop, splunk=splunk)


def _stops(relation: Relation, scan: Scan, one: Run) -> Iterator[tuple[int, dict[str, pa.Table]]]:
    """Clock positions (ns) from the newest event backwards, each with the tables as they stood then."""
    newest = scan.newest or 0
    window = lookback(relation)
    times = _times(scan)
    if window is None or not times:
        one.notes.append("its clock stands at the newest event: no look-back to move it by was found")
        yield newest, scan.tables
        return
    count, position = 0, len(times)
    while position and count < _MOST_STOPS:
        stop = times[position - 1]
        yield stop, {name: _until(table, stop) for name, table in scan.tables.items()}
        position = bisect_right(times, stop - window)
        count += 1
    if position:
        one.notes.append(f"its clock stopped moving after {count:,} stops: {position:,} older events were not judged")


def _times(scan: Scan) -> list[int]:
    found: set[int] = set()
    for table in scan.tables.values():
        name = time_name(table)
        if name is not None:
            found.update(v for v in nanoseconds(table.column(name)).to_pylist() if v is not None)
    return sorted(found)


def time_name(table: pa.Table) -> str | None:
    """The column of a table, or of a result, that holds the time of its rows."""
    return next((name for name in (*TIME_COLUMNS, "time") if name in table.column_names), None)


def nanoseconds(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Times as nanoseconds since 1970 UTC; one that 64 bits cannot hold, and what is no time, is null."""
    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        return column.cast(pa.int64())
    if pa.types.is_timestamp(column.type):
        return _scaled(column.cast(pa.int64()), {"us": 10**3, "ms": 10**6, "s": 10**9}[column.type.unit])
    if pa.types.is_floating(column.type) or pa.types.is_integer(column.type):
        return _scaled(column.cast(pa.float64(), safe=False), 1e9)
    return pa.chunked_array([pa.nulls(len(column), pa.int64())])


def _scaled(column: pa.ChunkedArray, factor: float) -> pa.ChunkedArray:
    """The values times a factor, as 64 bits; null where they do not fit."""
    most = int(_MOST_NANOSECONDS // factor)
    fits = pc.and_(pc.greater_equal(column, -most), pc.less_equal(column, most))
    return pc.multiply(pc.if_else(fits, column, None), factor).cast(pa.int64(), safe=False)


def _until(table: pa.Table, stop: int) -> pa.Table:
    name = time_name(table)
    if name is None:
        return table
    return table.filter(pc.less_equal(nanoseconds(table.column(name)), stop))
