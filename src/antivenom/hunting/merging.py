"""From rows to findings: what is about one process execution becomes one finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.catalogue import Detection
from antivenom.cells import cells
from antivenom.executions import same_executions
from antivenom.findings import PYTHON_CODE, RATINGS, Evidence, Finding, Process, severity_rank
from antivenom.hunting.clocks import nanoseconds
from antivenom.hunting.model import Hit, Reading, RuleRun
from antivenom.logs import PROCESSES, Scan
from antivenom.programs.reading import Readings
from antivenom.pycode import Program
from antivenom.rulesets import LoadedCorrelation
from antivenom.tables import EVENT_COLUMN, Origin

_WORDS = {"notable": ("low", "low"), "suspicious": ("medium", "medium"), "malicious": ("high", "high")}
"""Severity and confidence of a verdict."""

UNRATED = "informational"
"""The severity of a Sigma rule without a level."""

LEVEL_SCORES = {"informational": 1, "low": 25, "medium": 50, "high": 75, "critical": 100}
"""The score of a hit by the level of its Sigma rule, or the severity of a detection that scores nothing itself."""

_CONFIDENCES = {"stable": "high", "test": "medium"}
"""Confidence by the status of a Sigma rule; "low" for any other."""

_PIDS = ("ProcessId", "process_id", "Processes.process_id")
"""Names a result row has for the id of its process."""

_TECHNIQUE_TAG = re.compile(r"attack\.(t\d{4}(?:\.\d{3})?)", re.IGNORECASE)


def merged(hits: Sequence[Hit], reading: Reading | None, scan: Scan) -> list[tuple[Finding, tuple[int, ...]]]:
    """Hits, and process starts whose Python was flagged, merged by the process execution they are about."""
    flagged = reading.flagged if reading is not None else []
    rows = process_rows({*flagged, *(number for hit in hits for number in hit.events)}, scan)
    same = same_executions([rows[number] for number in sorted(rows)])
    groups: dict[object, _Group] = {}
    for hit in hits:
        group = groups.setdefault(_about(hit, rows, same), _Group([], {}))
        group.hits.append(hit)
        group.numbers.update(dict.fromkeys(hit.events))
    for number in flagged:
        groups.setdefault(same[number], _Group([], {})).numbers[number] = None
    readings = scan.readings if reading is not None else None
    return [(_finding(group, rows, readings, scan), tuple(group.numbers)) for group in groups.values()]


def _about(hit: Hit, rows: dict[int, dict[str, Any]], same: dict[int, int]) -> object:
    """The execution a hit is about: the only one it was made from, or of several that which its row names.

    What a rule's correlation found is about none, and so is a row that names none of several.
    """
    executions = dict.fromkeys(same[number] for number in hit.events if number in same)
    if len(executions) == 1 and not _correlates(hit):
        return next(iter(executions))
    named = {} if _correlates(hit) else {same[n]: _naming(rows[n], hit.row) for n in hit.events if n in same}
    best = max(named.values(), default=0)
    about = [execution for execution, count in named.items() if count == best]
    return about[0] if best and len(about) == 1 else (hit.events or id(hit))


def _correlates(hit: Hit) -> bool:
    """Whether it is what a rule's correlation found in several events."""
    return isinstance(hit.run, RuleRun) and isinstance(hit.run.rule, LoadedCorrelation) and len(hit.events) > 1


def _naming(row: dict[str, Any], named_by: dict[str, Any]) -> int:
    """How much of a process a result's row names: its command line, its process id."""
    line = _command_line(named_by)
    pid = next((named_by[name] for name in _PIDS if named_by.get(name) is not None), None)
    return (line is not None and row.get("process.cmd_line") == line) + (
        pid is not None and str(row.get("process.pid")) == str(pid)
    )


@dataclass(slots=True)
class _Group:
    """What is about one execution: detections' rows, and the numbers of the events, in order."""

    hits: list[Hit]
    numbers: dict[int, None]


def _fullest(group: _Group, rows: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """The process row a finding is about: of those the result row names, if it names one, that which says most."""
    named_by = group.hits[0].row if group.hits else {}

    def rank(row: dict[str, Any]) -> tuple[int, int]:
        return _naming(row, named_by), sum(value is not None for value in row.values())

    return max((rows[number] for number in group.numbers if number in rows), key=rank, default={})


def process_rows(numbers: set[int], scan: Scan) -> dict[int, dict[str, Any]]:
    """Event number -> its row in the process table, for the events asked."""
    return {row[EVENT_COLUMN]: row for row in rows_where(scan.tables[PROCESSES], EVENT_COLUMN, numbers)}


def rows_where(table: pa.Table, column: str, numbers: set[int]) -> list[dict[str, Any]]:
    """The rows of an activity table whose column holds one of the numbers; their `time` is in nanoseconds."""
    found = table.filter(pc.is_in(table.column(column), pa.array(sorted(numbers), pa.int64())))
    columns = {name: cells(found.column(name)) for name in found.column_names}
    columns["time"] = nanoseconds(found.column("time")).to_pylist()
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _finding(group: _Group, rows: dict[int, dict[str, Any]], readings: Readings | None, scan: Scan) -> Finding:
    row = {} if _is_correlated(group) else _fullest(group, rows)
    first = group.hits[0].row if group.hits else {}
    by_run: dict[int, list[Hit]] = {}
    for hit in group.hits:
        by_run.setdefault(id(hit.run), []).append(hit)
    evidence = [_evidence(hits, scan) for hits in by_run.values()]
    evidence.sort(key=lambda one: (one.detection, one.name, -severity_rank(one.severity)))
    program, read_from = _program_of(group, row, readings)
    if program is not None and program.verdict in _WORDS:
        evidence.append(_python_evidence(program, read_from, scan))
    return Finding(
        time=row.get("time") if row or not group.hits else group.hits[0].time,
        host=row.get("device.hostname") or _first_text(first, "host", "DeviceName", "Computer", "dest"),
        process=_process(row, "process", "user") if row else _named_process(first),
        parent=_process(row, "actor.process", "actor.user") if row else _named_parent(first),
        evidence=tuple(evidence),
        origins=_origins(group.numbers, scan),
        product=scan.origins.product(next(iter(group.numbers))) if group.numbers else "",
        program=program,
    )


def _origins(numbers: Iterable[int], scan: Scan) -> tuple[Origin, ...]:
    return tuple(sorted((scan.origins.origin(number) for number in numbers), key=_place))


def _place(origin: Origin) -> tuple[str, int, int, int]:
    """Origins by file, then as they stand in it."""
    return origin.file, origin.line or 0, origin.record or 0, origin.offset or 0


def _is_correlated(group: _Group) -> bool:
    """Whether it is what a correlation found in several events: about no single process."""
    return bool(group.hits) and _correlates(group.hits[0])


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
        rating=program.verdict,
    )


def _command_line(row: dict[str, Any]) -> str | None:
    return _first_text(row, "cmdline", "ProcessCommandLine", "CommandLine", "process", "Processes.process")


def _first_text(row: dict[str, Any], *names: str) -> str | None:
    return next((str(row[name]) for name in names if isinstance(row.get(name), str)), None)


def _named_process(row: dict[str, Any]) -> Process:
    """The process that a row names which is of no process start, by the names Sigma's rows have."""
    path, pid = _first_text(row, "Image"), _first_text(row, "ProcessId")
    return Process(
        name=path and re.split(r"[\\/]", path)[-1],
        path=path,
        pid=int(pid) if pid and pid.isascii() and pid.isdigit() and len(pid) < 19 else None,
        command_line=_command_line(row),
        user=_first_text(row, "User"),
    )


def _named_parent(row: dict[str, Any]) -> Process:
    return Process(path=_first_text(row, "ParentImage"), command_line=_first_text(row, "ParentCommandLine"))


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


def _evidence(hits: list[Hit], scan: Scan) -> Evidence:
    """One detection's or rule's evidence for an execution; of several rows the one with the highest score speaks."""
    run = hits[0].run
    if isinstance(run, RuleRun):
        return _rule_evidence(run, hits, scan)
    detection = run.detection
    best, flags, score = max(((hit, *_scored(hit, detection)) for hit in hits), key=lambda found: found[2] or 0)
    return Evidence(
        detection=detection.id,
        name=detection.name,
        severity=detection.severity,
        confidence=detection.confidence,
        attack=detection.attack,
        flags=flags,
        score=score,
        origins=_origins(_numbers(hits), scan),
        row=best.row,
        matched=tuple(dict.fromkeys(one for hit in hits for one in hit.matched)),
        rating=_rating(detection, score),
        language=detection.language,
    )


def _numbers(hits: list[Hit]) -> Iterable[int]:
    return dict.fromkeys(number for hit in hits for number in hit.events)


def _rule_evidence(run: RuleRun, hits: list[Hit], scan: Scan) -> Evidence:
    """A Sigma rule's evidence: severity and score by its level, confidence by its status."""
    header = run.rule.header
    severity = header.level or UNRATED
    return Evidence(
        detection=run.rule.key,
        name=header.title,
        severity=severity,
        confidence=_CONFIDENCES.get(header.status, "low"),
        attack=tuple(tag.upper() for tag in map(_technique, header.tags) if tag),
        flags=(),
        score=LEVEL_SCORES.get(severity, 0),
        origins=_origins(_numbers(hits), scan),
        row=hits[0].row,
        matched=tuple(dict.fromkeys(one for hit in hits for one in hit.matched)),
        rating=RATINGS[severity],
        sigma=True,
    )


def _technique(tag: str) -> str:
    """The technique of a tag such as attack.t1059.006; "" for other tags."""
    match = _TECHNIQUE_TAG.fullmatch(tag)
    return match[1] if match else ""


def _scored(hit: Hit, detection: Detection) -> tuple[tuple[str, ...], int | None]:
    """The flags set on a row, and its score by the detection's column or weights, or else by its severity."""
    flags = tuple(flag for flag in detection.flags if hit.row.get(flag) in (True, 1, "1"))
    if detection.score_column is not None:
        return flags, _whole(hit.row.get(detection.score_column))
    return flags, detection.weigh(flags) if detection.weights else LEVEL_SCORES[detection.severity]


def _rating(detection: Detection, score: int | None) -> str:
    """How bad a row is: by its score where the detection says from which one it is suspicious, else by severity."""
    if detection.suspicious_from is None:
        return RATINGS[detection.severity]
    return "suspicious" if (score or 0) >= detection.suspicious_from else "notable"


def _whole(value: Any) -> int | None:
    """A score as a whole number; an SPL column of mixed numbers holds them as text."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if isfinite(number) else None
