"""The one meeting place: detections over logs, each row traced back to the process execution it flags.

The Python on command lines is read beside them, once for every distinct program, and is evidence as they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from antivenom import catalogue, engine
from antivenom.catalogue import Detection
from antivenom.cells import cells
from antivenom.cells import rows as plain_rows
from antivenom.errors import AntivenomError
from antivenom.executions import same_executions
from antivenom.findings import PYTHON_CODE, Evidence, Finding, Process, ranked
from antivenom.logs import PROCESSES, Logs, Progress, Scan, Wants
from antivenom.plan.carry import carry_events, judged_by_own_time, reads_clock
from antivenom.plan.prune import columns_read
from antivenom.plan.relations import Plan, Relation
from antivenom.plan.stages import limits, lookback, prefixes
from antivenom.programs.reading import Account, Readings
from antivenom.pycode import Program
from antivenom.querying import compile_over, wants
from antivenom.source import Span
from antivenom.tables import EVENT_COLUMN, Need, Origin
from antivenom.vocabularies import kinds

TIME_COLUMNS = ("Timestamp", "TimeGenerated", "_time")
"""The time columns of the vocabularies' tables, in order of preference."""

_MOST_NANOSECONDS = (1 << 63) - (1 << 32)
"""Somewhat below what 64 bits hold, so that a float near it still fits."""

PROCESS_COLUMNS = (
    frozenset({"time", "status", "device.hostname", "metadata.product"})
    | {
        f"{process}.{name}"
        for process in ("process", "actor.process")
        for name in ("name", "file.path", "pid", "uid", "cmd_line")
    }
    | {f"{user}.{name}" for user in ("user", "actor.user") for name in ("name", "domain")}
)
"""What a finding says of a process and its parent, by the process table's column names."""

_MOST_STOPS = 2_000
"""How often a moving clock stops before a hunt gives up moving it."""

LEAST = "suspicious"
"""The verdict from which on a program is a finding though no detection flagged it."""

_WORDS = {"notable": ("low", "low"), "suspicious": ("medium", "medium"), "malicious": ("high", "high")}
"""Severity and confidence of a verdict."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a query, and how many rows were left after it."""

    text: str
    span: Span | None
    rows: int


@dataclass(slots=True)
class Run:
    """What one detection did in a hunt.

    rows      rows its query returned, in all and by the product whose events they were made from.
    eligible  rows of the tables it reads.
    stages    rows left after each stage; filled when the query returned none.
    missing   tables without a row and columns without a value among those the query reads.
    error     why it could not run.
    """

    detection: Detection
    plan: Plan | None = None
    rows: int = 0
    by_product: Counter[str] = field(default_factory=Counter)
    eligible: int = 0
    stages: list[Stage] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    error: AntivenomError | None = None
    flagged: set[int] = field(default_factory=set)
    """Numbers of the events its rows were made from."""


@dataclass(slots=True)
class Reading:
    """What reading the Python did in a hunt.

    account     what was gone through.
    by_product  findings of its own by the product whose events they were made from.
    flagged     numbers of the events whose program made a finding.
    """

    account: Account
    by_product: Counter[str] = field(default_factory=Counter)
    flagged: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Hunt:
    """A whole hunt: its findings, ranked, what each detection did, and what was read."""

    findings: list[Finding]
    runs: list[Run]
    scan: Scan
    now: int | None
    """The fixed clock (ns since 1970 UTC), or None when it moved with the events."""
    events_of: list[tuple[int, ...]] = field(default_factory=list)
    """For each finding, the numbers of the events it was made from."""
    reading: Reading | None = None
    """What reading the Python did, where it was read."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A row of a detection's result, and its time in nanoseconds since 1970 UTC."""

    run: Run
    events: tuple[int, ...]
    row: dict[str, Any]
    time: int | None


def hunt(logs: Logs, detections: Iterable[Detection] | None = None) -> Iterator[Finding]:
    """Findings of the detections (the bundled catalogue by default) over the logs, highest score first.

    The Python of every process start is read too: findings carry what it does, and where no detections are named, a
    program that is suspicious or worse is a finding by itself.
    """
    yield from run(logs, detections).findings


def run(
    logs: Logs,
    detections: Iterable[Detection] | None = None,
    *,
    now: int | None = None,
    progress: Progress | None = None,
    programs: bool | None = None,
    least: str = LEAST,
) -> Hunt:
    """Run the detections over one scan of the logs, and read the Python of every process start.

    now       a fixed clock for ago() and relative times (ns since 1970 UTC). Without it the clock moves over
              the logs as a schedule would have moved it, so that no event is too old, and each is judged once.
    programs  whether the Python is read; by default it is, but makes findings of its own only where no detections
              are named.
    least     the verdict from which on a program is a finding of its own.

    A detection that cannot run is reported in its Run and does not stop the others.
    """
    chosen = tuple(detections) if detections is not None else catalogue.load()
    runs = [Run(detection) for detection in chosen]
    wanted = Wants(
        processes=PROCESS_COLUMNS,
        programs=None if programs is False else {},
        need=Need(kinds.of_processes(), raw=False),
    )
    for one in runs:
        wanted = wanted.join(_wants(one))
    scan = logs.scan(wanted, progress)
    hits: list[_Hit] = []
    for one in runs:
        if one.error is None:
            hits.extend(_search(one, scan, now))
    reading = None if scan.readings is None or programs is False else Reading(scan.readings.account)
    if scan.readings is not None and reading is not None and (programs or detections is None):
        _flag(reading, scan.readings, scan, least)
    findings = _findings(hits, reading, scan)
    order = {id(finding): events for finding, events in findings}
    found = ranked(finding for finding, _ in findings)
    return Hunt(found, runs, scan, now, [order[id(finding)] for finding in found], reading)


def _flag(reading: Reading, readings: Readings, scan: Scan, least: str) -> None:
    """Note the process starts whose program is bad enough for a finding."""
    reading.flagged = readings.at_least(least)
    reading.by_product.update(scan.origins.product(number) for number in reading.flagged)


def _wants(one: Run) -> Wants:
    try:
        return wants(one.detection.query, one.detection.language, selective=True)
    except AntivenomError as error:
        one.error = error
        return Wants(need=Need(frozenset(), raw=False))


def _search(one: Run, scan: Scan, now: int | None) -> list[_Hit]:
    """The detection's rows; counts and reasons are noted in its Run."""
    try:
        plan = compile_over(one.detection.query, one.detection.language, scan.tables)
        one.plan, one.notes = plan, list(plan.notes)
        # the engine runs while the hits are taken, and may refuse only then
        hits = list(_hits(one, _results(plan, scan, now, one)))
        one.rows = len(hits)
        _account(one, plan, scan, now)
    except AntivenomError as error:
        one.error, one.rows = error, 0
        return []
    for hit in hits:
        one.flagged.update(hit.events)
        one.by_product.update({scan.origins.product(number) for number in hit.events})
    return hits


def _results(plan: Plan, scan: Scan, now: int | None, one: Run) -> Iterator[pa.Table]:
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
        name = _time_name(table)
        if name is not None:
            found.update(v for v in _nanoseconds(table.column(name)).to_pylist() if v is not None)
    return sorted(found)


def _time_name(table: pa.Table) -> str | None:
    return next((name for name in (*TIME_COLUMNS, "time") if name in table.column_names), None)


def _nanoseconds(column: pa.ChunkedArray) -> pa.ChunkedArray:
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
    name = _time_name(table)
    if name is None:
        return table
    return table.filter(pc.less_equal(_nanoseconds(table.column(name)), stop))


def _hits(one: Run, results: Iterator[pa.Table]) -> Iterator[_Hit]:
    """One hit per row and set of events: an event that two clock stops see is reported once."""
    seen: set[tuple[int, ...]] = set()
    for number, result in enumerate(results):
        here = set()
        names = result.column_names[:-1]
        name = _time_name(result)
        times = [None] * result.num_rows if name is None else _nanoseconds(result.column(name)).to_pylist()
        for time, (*values, events) in zip(times, plain_rows(result), strict=True):
            made_from = tuple(sorted(set(events or ())))
            if number and made_from in seen:
                continue
            here.add(made_from)
            yield _Hit(one, made_from, dict(zip(names, values, strict=True)), time)
        seen |= here


def _account(one: Run, plan: Plan, scan: Scan, now: int | None) -> None:
    """How many rows were eligible, what was missing, and, for no result, where the rows went."""
    tables = columns_read(plan.relation)
    one.eligible = sum(scan.tables[name].num_rows for name in tables)
    for name, columns in sorted(tables.items()):
        table = scan.tables[name]
        if table.num_rows == 0:
            one.missing.append(f"table {name} has no rows")
            continue
        empty = sorted(column for column in columns if not _filled(table.column(column)))
        one.missing.extend(f"{name}.{column} is empty in every row" for column in empty)
    if one.rows == 0:
        one.stages = stages(plan, scan, now)
        if now is None and reads_clock(plan.relation) and judged_by_own_time(plan.relation, TIME_COLUMNS) is None:
            one.notes.append("its stages below are counted with the clock at the newest event")
    one.notes.extend(
        f"`{_stage_text(plan, limit.span)}` keeps {limit.count:,} rows; there may be more"
        for limit in limits(plan.relation)
        if one.rows >= limit.count
    )


def _filled(column: pa.ChunkedArray) -> bool:
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


# --- from rows to findings


def _findings(hits: Sequence[_Hit], reading: Reading | None, scan: Scan) -> list[tuple[Finding, tuple[int, ...]]]:
    """Hits, and process starts whose Python was flagged, merged by the process execution they are about."""
    flagged = reading.flagged if reading is not None else []
    rows = _process_rows({*flagged, *(number for hit in hits for number in hit.events)}, scan)
    same = same_executions([rows[number] for number in sorted(rows)])
    groups: dict[object, _Group] = {}
    for hit in hits:
        alone = hit.events[0] if len(hit.events) == 1 else None
        key = same[alone] if alone in same else (hit.events or id(hit))
        group = groups.setdefault(key, _Group([], {}))
        group.hits.append(hit)
        group.numbers.update(dict.fromkeys(hit.events))
    for number in flagged:
        groups.setdefault(same[number], _Group([], {})).numbers[number] = None
    readings = scan.readings if reading is not None else None
    return [(_finding(group, rows, readings, scan), tuple(group.numbers)) for group in groups.values()]


@dataclass(slots=True)
class _Group:
    """What is about one execution: detections' rows, and the numbers of the events, in order."""

    hits: list[_Hit]
    numbers: dict[int, None]


def _fullest(group: _Group, rows: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """The process row a finding is about: of those the result row names, if it names one, that which says most."""
    named_by = group.hits[0].row if group.hits else {}
    line, pid = _command_line(named_by), named_by.get("ProcessId")

    def rank(row: dict[str, Any]) -> tuple[int, int]:
        named = (line is not None and row.get("process.cmd_line") == line) + (
            pid is not None and str(row.get("process.pid")) == str(pid)
        )
        return named, sum(value is not None for value in row.values())

    return max((rows[number] for number in group.numbers if number in rows), key=rank, default={})


def _process_rows(numbers: set[int], scan: Scan) -> dict[int, dict[str, Any]]:
    """Event number -> its row in the process table, for the events asked."""
    table = scan.tables[PROCESSES]
    wanted = pc.is_in(table.column(EVENT_COLUMN), pa.array(sorted(numbers), pa.int64()))
    found = table.filter(wanted)
    columns = {name: cells(found.column(name)) for name in found.column_names}
    columns["time"] = _nanoseconds(found.column("time")).to_pylist()
    made = (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))
    return {row[EVENT_COLUMN]: row for row in made}


def _finding(group: _Group, rows: dict[int, dict[str, Any]], readings: Readings | None, scan: Scan) -> Finding:
    row = _fullest(group, rows)
    first = group.hits[0].row if group.hits else {}
    by_detection: dict[str, list[_Hit]] = {}
    for hit in group.hits:
        by_detection.setdefault(hit.run.detection.id, []).append(hit)
    evidence = [_evidence(by_detection[id], scan) for id in sorted(by_detection)]
    program, read_from = _program_of(group, row, readings)
    if program is not None and program.verdict in _WORDS:
        evidence.append(_python_evidence(program, read_from, scan))
    return Finding(
        time=row.get("time") if row or not group.hits else group.hits[0].time,
        host=row.get("device.hostname") or first.get("host") or first.get("DeviceName"),
        process=_process(row, "process", "user") if row else Process(command_line=_command_line(first)),
        parent=_process(row, "actor.process", "actor.user"),
        evidence=tuple(evidence),
        origins=_origins(group.numbers, scan),
        product=scan.origins.product(next(iter(group.numbers))) if group.numbers else "",
        program=program,
    )


def _origins(numbers: Iterable[int], scan: Scan) -> tuple[Origin, ...]:
    return tuple(sorted((scan.origins.origin(number) for number in numbers), key=str))


def _program_of(group: _Group, row: dict[str, Any], readings: Readings | None) -> tuple[Program | None, list[int]]:
    """What was read of the finding's process, and the events it was read from.

    Sensors keep more or less of one command line: the reading with the highest score counts. A row that a detection
    made of several processes is about one of them, and so is the program.
    """
    if readings is None:
        return None, []
    of_several = any(len(hit.events) > 1 for hit in group.hits)
    numbers = [row[EVENT_COLUMN]] if of_several and row else group.numbers
    read = [(program, number) for number in numbers if (program := readings.of_event(number)) is not None]
    best = max((program for program, _ in read), key=lambda program: program.score, default=None)
    return best, [number for program, number in read if best is not None and program.verdict == best.verdict]


def _python_evidence(program: Program, numbers: list[int], scan: Scan) -> Evidence:
    severity, confidence = _WORDS[program.verdict]
    return Evidence(
        detection=PYTHON_CODE,
        name="What the Python does",
        severity=severity,
        confidence=confidence,
        attack=program.attack,
        flags=program.behaviours,
        score=program.score,
        origins=_origins(numbers, scan),
    )


def _command_line(row: dict[str, Any]) -> str | None:
    for name in ("cmdline", "ProcessCommandLine", "CommandLine", "process"):
        if isinstance(row.get(name), str):
            return str(row[name])
    return None


def _process(row: dict[str, Any], process: str, user: str) -> Process:
    name, domain = row.get(f"{user}.name"), row.get(f"{user}.domain")
    return Process(
        name=row.get(f"{process}.name"),
        path=row.get(f"{process}.file.path"),
        pid=row.get(f"{process}.pid"),
        uid=row.get(f"{process}.uid"),
        command_line=row.get(f"{process}.cmd_line"),
        user=f"{domain}\\{name}" if name and domain else name,
        status=row.get("status") if process == "process" else None,
    )


def _evidence(hits: list[_Hit], scan: Scan) -> Evidence:
    """One detection's evidence for an execution; of several rows the one with the highest score speaks."""
    detection = hits[0].run.detection
    best, flags, score = max(((hit, *_scored(hit)) for hit in hits), key=lambda found: found[2] or 0)
    numbers = dict.fromkeys(number for hit in hits for number in hit.events)
    return Evidence(
        detection=detection.id,
        name=detection.name,
        severity=detection.severity,
        confidence=detection.confidence,
        attack=detection.attack,
        flags=flags,
        score=score,
        origins=_origins(numbers, scan),
        row=best.row,
    )


def _scored(hit: _Hit) -> tuple[tuple[str, ...], int | None]:
    """The flags set on a row, and its score by the detection's column or weights."""
    detection = hit.run.detection
    flags = tuple(flag for flag in detection.flags if hit.row.get(flag) in (True, 1, "1"))
    if detection.score_column is not None:
        return flags, _whole(hit.row.get(detection.score_column))
    return flags, detection.weigh(flags) if detection.weights else None


def _whole(value: Any) -> int | None:
    """A score as a whole number; an SPL column of mixed numbers holds them as text."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if isfinite(number) else None
