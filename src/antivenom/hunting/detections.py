"""Detections over the tables of a scan: their rows, and, where there are none, where the rows went."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from antivenom import engine
from antivenom.cells import rows as plain_rows
from antivenom.errors import AntivenomError
from antivenom.hunting.clocks import TIME_COLUMNS, nanoseconds, results, time_name
from antivenom.hunting.model import Hit, Run, Stage
from antivenom.logs import Scan, Wants
from antivenom.plan.carry import judged_by_own_time, reads_clock
from antivenom.plan.prune import columns_read
from antivenom.plan.relations import Plan
from antivenom.plan.stages import limits, prefixes
from antivenom.querying import compile_over, wants
from antivenom.source import SourceText, Span
from antivenom.splunk import expanded
from antivenom.tables import Need


def wants_of(one: Run) -> Wants:
    """What a detection needs of the logs; why it cannot run is noted in its Run."""
    try:
        return wants(_query(one), one.detection.language, selective=True)
    except AntivenomError as error:
        one.error = error
        return Wants(need=Need(frozenset(), raw=False))


def _query(one: Run) -> SourceText:
    """The detection's query, with the macros put in that need no definition."""
    query = one.detection.query
    return expanded(query, {}) if one.detection.language == "spl" and "`" in query.text else query


def search(one: Run, scan: Scan, now: int | None, *, counted: bool = True) -> list[Hit]:
    """The detection's rows; counts and reasons are noted in its Run, rows after each stage only with `counted`."""
    try:
        plan = compile_over(_query(one), one.detection.language, scan.tables, now)
        one.plan, one.notes = plan, list(plan.notes)
        # the engine runs while the hits are taken, and may refuse only then
        hits = list(_hits(one, results(plan, scan, now, one)))
        one.rows = len(hits)
        _account(one, plan, scan)
        if counted and one.rows == 0:
            _count(one, plan, scan, now)
    except AntivenomError as error:
        one.error, one.rows = error, 0
        return []
    for hit in hits:
        one.flagged.update(hit.events)
        one.by_product.update({scan.origins.product(number) for number in hit.events})
    return hits


def _hits(one: Run, results: Iterator[pa.Table]) -> Iterator[Hit]:
    """One hit per row and set of events: an event that two clock stops see is reported once."""
    seen: set[tuple[int, ...]] = set()
    for number, result in enumerate(results):
        here = set()
        names = result.column_names[:-1]
        name = time_name(result)
        times = [None] * result.num_rows if name is None else nanoseconds(result.column(name)).to_pylist()
        for time, (*values, events) in zip(times, plain_rows(result), strict=True):
            made_from = tuple(sorted(set(events or ())))
            if number and made_from in seen:
                continue
            here.add(made_from)
            yield Hit(one, made_from, dict(zip(names, values, strict=True)), time)
        seen |= here


def _account(one: Run, plan: Plan, scan: Scan) -> None:
    """How many rows were eligible, what was missing, and which limits may have cut rows off."""
    tables = columns_read(plan.relation)
    one.eligible = sum(scan.tables[name].num_rows for name in tables)
    for name, columns in sorted(tables.items()):
        table = scan.tables[name]
        if table.num_rows == 0:
            one.missing.append(f"table {name} has no rows")
            continue
        empty = sorted(column for column in columns if not is_filled(table.column(column)))
        one.missing.extend(f"{name}.{column} is empty in every row" for column in empty)
    one.notes.extend(
        f"`{_stage_text(plan, limit.span)}` keeps {limit.count:,} rows; there may be more"
        for limit in limits(plan.relation)
        if one.rows >= limit.count
    )


def _count(one: Run, plan: Plan, scan: Scan, now: int | None) -> None:
    """Where the rows went, for no result."""
    one.stages = stages(plan, scan, now)
    if now is None and reads_clock(plan.relation) and judged_by_own_time(plan.relation, TIME_COLUMNS) is None:
        one.notes.append("its stages below are counted with the clock at the newest event")


def is_filled(column: pa.ChunkedArray) -> bool:
    """Whether any row holds something in this column."""
    if column.null_count == len(column):
        return False
    if pa.types.is_string(column.type):
        return bool(pc.any(pc.not_equal(column, "")).as_py())
    return True


def stages(plan: Plan, scan: Scan, now: int | None) -> list[Stage]:
    """Rows left after each stage of the plan, sources first, the clock as in a hunt.

    Where a hunt moves the clock in steps, the clock of these counts stands at the newest event.
    """
    relation = plan.relation
    if now is None and reads_clock(relation):
        relation = judged_by_own_time(relation, TIME_COLUMNS) or relation
    chain = prefixes(relation)
    counts = engine.row_counts(chain, scan.tables, now or scan.newest or 0)
    made: list[Stage] = []
    for node, rows in zip(chain, counts, strict=True):
        text = _stage_text(plan, node.span)
        if made and made[-1].text == text:
            made[-1] = Stage(text, node.span, rows)
        else:
            made.append(Stage(text, node.span, rows))
    return made


def _stage_text(plan: Plan, span: Span | None) -> str:
    return " ".join(plan.source.slice(span).split()) if span else ""
