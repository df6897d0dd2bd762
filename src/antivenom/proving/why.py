"""Why a detection did not flag an event: the stage that dropped it, the clause, and what made it so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from antivenom import engine
from antivenom.cells import rows as plain_rows
from antivenom.hunting import TIME_COLUMNS
from antivenom.plan.carry import carry_events, judged_by_own_time, row_local
from antivenom.plan.prune import columns_read
from antivenom.plan.relations import Plan, Relation, inputs_of
from antivenom.plan.rewrites import with_inputs
from antivenom.plan.values import Call, Column, Value, columns_of
from antivenom.plan.widen import Clause, Judged, Widened, widen
from antivenom.source import Span
from antivenom.tables import EVENT_COLUMN

_HEX = re.compile(r"(?:[0-9A-F]{2}){4,}")
_SHOWN = 60

Row = Mapping[Column, Any]
"""The values of one row by column."""


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why one event is not in a query's result.

    stage    text of the stage that dropped its last row, or "" when it gives no row of the tables read.
    span     where that stage stands in the query.
    reasons  sentences, the nearest cause first; alike for alike events.
    examples what stood in this event, such as the text behind hex.
    """

    stage: str
    span: Span | None
    reasons: tuple[str, ...]
    examples: tuple[str, ...] = ()


def why_not(
    plan: Plan, tables: Mapping[str, pa.Table], events: Collection[int], now: int | None, newest: int
) -> dict[int, WhyNot]:
    """Event number -> why it is missing from the plan's result; events that are there are left out.

    The clock stands as in a hunt: at `now` when given, else at each row's own time where that is possible
    (as far up as rows are judged one by one), else at `newest` (all in ns since 1970 UTC).
    """
    relation = plan.relation if now is not None else _by_own_time(plan.relation)
    read = columns_read(relation)
    own = {name: _only(table, events) for name, table in tables.items() if name in read}
    wide = widen(relation)
    rows = _rows(wide, own, now or newest)
    found = {}
    for event in events:
        why = _reason(plan, wide, rows.get(event, []), sorted(read))
        if why is not None:
            found[event] = why
    return found


def _by_own_time(relation: Relation) -> Relation:
    """The relation with the clock at each row's own time in its first stages, up to one that joins rows."""
    if row_local(relation):
        return judged_by_own_time(relation, TIME_COLUMNS) or relation
    inputs = inputs_of(relation)
    return with_inputs(relation, (_by_own_time(inputs[0]), *inputs[1:])) if inputs else relation


def _only(table: pa.Table, events: Collection[int]) -> pa.Table:
    if EVENT_COLUMN not in table.column_names:
        return table
    return table.filter(pc.is_in(table.column(EVENT_COLUMN), pa.array(sorted(events), pa.int64())))


def _rows(wide: Widened, tables: Mapping[str, pa.Table], now: int) -> dict[int, list[Row]]:
    """The widened rows of each event."""
    relation: Relation
    relation, _ = carry_events(wide.relation)
    result = engine.run_relation(relation, tables, now)
    rows: dict[int, list[Row]] = {}
    for *cells, numbers in plain_rows(result):
        row = dict(zip(wide.relation.columns, cells, strict=True))
        for number in numbers or ():
            rows.setdefault(number, []).append(row)
    return rows


def _reason(plan: Plan, wide: Widened, rows: list[Row], tables: list[str]) -> WhyNot | None:
    if not rows:
        return WhyNot("", None, (f"it gives no row of {_list(tables)}, which is all this detection reads",))
    row = max(rows, key=lambda candidate: _nearness(wide, candidate))
    failed = next((judged for judged in wide.filters if row[judged.passes] is not True), None)
    if failed is not None:
        return _failed(plan, wide, failed, row)
    if wide.blocked is not None:
        span = wide.blocked.span
        return WhyNot(_text(plan, span), span, ("this stage judges several rows together and left it out",))
    return None


def _nearness(wide: Widened, row: Row) -> tuple[int, float]:
    """How many filters a row passes before the first that drops it, and how much of that one holds."""
    for count, judged in enumerate(wide.filters):
        if row[judged.passes] is not True:
            return count, max((_share(way, row) for way in judged.ways), default=0.0)
    return len(wide.filters), 1.0


def _share(way: tuple[Clause, ...], row: Row) -> float:
    return sum(row[clause.holds] is True for clause in way) / len(way)


def _failed(plan: Plan, wide: Widened, judged: Judged, row: Row) -> WhyNot:
    best = max(judged.ways, key=lambda way: _share(way, row))
    reasons: dict[str, None] = {}
    examples: dict[str, None] = {}
    for clause in best:
        if row[clause.holds] is True:
            continue
        columns = sorted(columns_of(clause.value), key=lambda column: column.name)
        seen = ", ".join(f"{column.name} = {_shown(row[column])}" for column in columns)
        reasons[f"`{_text_of(plan, clause.value)}` does not hold"] = None
        if seen:
            examples[seen] = None
        for sentence, example in _causes(plan, wide, columns, row):
            if sentence:
                reasons[sentence] = None
            if example:
                examples[example] = None
    span = judged.stage.span
    return WhyNot(_text(plan, span), span, tuple(reasons), tuple(examples))


def _causes(plan: Plan, wide: Widened, columns: list[Column], row: Row) -> Iterator[tuple[str, str]]:
    """Nulls and undecoded text behind computed columns, followed back to the fields of the event.

    Text put together from several fields is an example without a sentence: it is what the patterns saw.
    """
    queue, seen = list(columns), set(columns)
    while queue:
        column = queue.pop(0)
        value = wide.made.get(column)
        if value is None:
            yield from _undecoded(column, row)
            continue
        leaves = sorted(columns_of(value), key=lambda leaf: leaf.name)
        yield from _null(plan, column, value, leaves, row)
        if len(leaves) > 1 and isinstance(row[column], str):
            yield "", f"{column.name} = {_shown(row[column])}"
        queue.extend(leaf for leaf in leaves if leaf not in seen)
        seen.update(leaves)


def _null(plan: Plan, column: Column, value: Value, leaves: list[Column], row: Row) -> Iterator[tuple[str, str]]:
    """A column that is null because fields are missing; one that only passes a null on is not its cause."""
    missing = [leaf.name for leaf in leaves if row[leaf] is None]
    if row[column] is None and isinstance(value, Call) and missing and len(leaves) > 1:
        are = "is" if len(missing) == 1 else "are"
        yield (
            f"{column.name} is null: in `{_text_of(plan, value)}` {_list(missing)} {are} missing, "
            "and `.` with a missing operand is null",
            "",
        )


def _undecoded(column: Column, row: Row) -> Iterator[tuple[str, str]]:
    value = row[column]
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        return
    decoded = _decoded(value)
    if decoded is not None:
        yield (
            f"{column.name} is hex, as auditd writes an argument with a space or a quote; the patterns see the hex",
            f"{column.name} = {_shown(value)}, which says {_shown(decoded)}",
        )


def _decoded(value: str) -> str | None:
    """The text behind hex, or None where there is none: a number, or bytes that are no text."""
    try:
        text = bytes.fromhex(value).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if all(char.isprintable() or char in "\t\r\n" for char in text) else None


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _text(plan: Plan, span: Span | None) -> str:
    return " ".join(plan.source.slice(span).split()) if span is not None else ""


def _text_of(plan: Plan, value: Value) -> str:
    return value.name if isinstance(value, Column) else _text(plan, value.span)


def _shown(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    if len(text) > _SHOWN:
        return f'"{text[:_SHOWN]}…"'
    return f'"{text}"' if isinstance(value, str) else text
