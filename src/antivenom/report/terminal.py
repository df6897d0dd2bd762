"""Tables for a person at a terminal; attacker-written text is escaped, long text is cut and says so."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

import pyarrow as pa
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from antivenom.cells import cells
from antivenom.findings import Evidence, Finding, Step, iso
from antivenom.report.plain import printable, shortened

_SEVERITY_STYLE = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "cyan"}
_WIDE_CELL = 400
_SUMMARY = 240
_MOST_ORIGINS = 4
_MOST_OF_ONE = 8
_MOST_EVIDENCE = 12
_MOST_ITEMS = 100
_MOST_BRANCHES = 6
_WIDE_STEP = 120
_LEAST_WIDTH = 40
_NARROWEST_COLUMN = 5

MOST_ROWS = 1_000
"""Rows of one table that a person is shown; laying out more takes minutes."""

_LAST_SECOND = 62_135_596_800
"""How far a time may lie from 1970: that of the year 1, in seconds."""
_EPOCH = datetime(1970, 1, 1)

MOST_FINDINGS = 200
"""Rows of findings that a person is shown, the highest scores first."""


def grid(
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    right: Sequence[str] = (),
    whole: Sequence[str] = (),
) -> Table:
    """A plain table; columns in `right` are right-aligned, in `whole` never broken; cells may be Text for style."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for header in headers:
        table.add_column(
            printable(header),
            justify="right" if header in right else "left",
            overflow="fold",
            no_wrap=header in whole,
        )
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(_shown(cell)) for cell in row))
    return table


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        rest = [f"and {len(value) - _MOST_ITEMS:,} more"] if len(value) > _MOST_ITEMS else []
        return "\n".join([*(shown for v in value[:_MOST_ITEMS] if (shown := _shown(v))), *rest])
    return shortened(printable(str(value)[: _WIDE_CELL + 1]), _WIDE_CELL)


def findings(found: Iterable[Finding]) -> Table:
    """Findings in the order given, `grouped`: what ran, what it does, who says so, where it stands."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 2, 1, 0), expand=True)
    table.add_column("score", justify="right")
    table.add_column("time (UTC)", no_wrap=True)
    table.add_column("host, user", overflow="fold", max_width=24)
    table.add_column("command line, parent", overflow="fold", ratio=5)
    table.add_column("what it does, flagged by", overflow="fold", ratio=4)
    for group in grouped(found):
        first = group[0]
        style = _SEVERITY_STYLE.get(first.severity, "")
        table.add_row(
            Text("\n".join(_standing(first)), style=style),
            Text("\n".join(_times(group))),
            Text(_shown([first.host, first.process.user])),
            _commands(first),
            _says(group),
        )
    return table


def _standing(finding: Finding) -> list[str]:
    """Its score and rating, and what the code is by itself where that is something else."""
    apart = finding.verdict is not None and finding.verdict != finding.rating
    return [str(finding.score), finding.rating, *([f"code {finding.verdict}"] if apart else [])]


def grouped(found: Iterable[Finding]) -> list[list[Finding]]:
    """Findings whose Python has one shape and one verdict together, in the order of the first; others alone."""
    groups: dict[object, list[Finding]] = {}
    for finding in found:
        same = (finding.fingerprint, finding.verdict) if finding.fingerprint else id(finding)
        groups.setdefault(same, []).append(finding)
    return list(groups.values())


def _times(group: Sequence[Finding]) -> list[str]:
    """When it was; of several the first and the last."""
    times = [finding.time for finding in group if finding.time is not None]
    if len(group) == 1 or not times:
        return [_moment(group[0].time)]
    hosts = len({finding.host for finding in group})
    count = f"{len(group):,} times on {hosts:,} host{'' if hosts == 1 else 's'}"
    return [f"{_moment(min(times))} ..", _moment(max(times)), count]


def _moment(time: int | None) -> str:
    return (iso(time) or "").replace("T", " ").removesuffix("Z")


def _commands(finding: Finding) -> Text:
    made = Text(_shown(finding.process.command_line or finding.process.path or _matched(finding)))
    if finding.process.status == "Failure":
        made.append("\nthe start failed", style="dim")
    parent = finding.parent.command_line or finding.parent.path or finding.parent.name
    if parent:
        made.append(f"\nfrom {_shown(parent)}", style="dim")
    for line in _tree(finding):
        made.append(f"\n{line}", style="dim")
    return made


def _tree(finding: Finding) -> list[str]:
    """What the process did, as lines of a tree: children, connections, files."""
    steps = [] if finding.chain is None else list(finding.chain.every())
    own = next((step for step in steps if step.flagged and step.text == finding.process.command_line), None)
    if own is None:
        return []
    above = next((step for step in steps if own in step.children), None)
    beside = [one for one in above.children if one.kind != "process"] if above is not None else []
    lines = [*(f"its parent: {shortened(printable(_step(one)), _WIDE_STEP)}" for one in beside), *_branches(own, "")]
    rest = len(lines) - _MOST_BRANCHES
    return lines if rest <= 0 else [*lines[:_MOST_BRANCHES], f"and {rest:,} more"]


def _branches(step: Step, indent: str) -> Iterator[str]:
    for child in step.children:
        yield f"{indent}-> {shortened(printable(_step(child)), _WIDE_STEP)}"
        yield from _branches(child, f"{indent}   ")
    if step.more:
        yield f"{indent}-> {step.more:,} more"


def _step(step: Step) -> str:
    """A step of a chain in a few words."""
    often = f", {step.times:,} times" if step.times > 1 else ""
    if step.kind == "process":
        return step.text
    if step.kind == "connection":
        return f"connection {step.name} {step.text}{', ' if step.outcome else ''}{step.outcome}{often}"
    return f"{step.name.lower()} {step.text}{often}"


def _matched(finding: Finding) -> list[str]:
    """Of what is no single process, the fields that rules matched, or what a correlation found."""
    held: dict[str, object] = {one.field: one.value for evidence in finding.evidence for one in evidence.matched}
    for evidence in finding.evidence:
        if evidence.sigma and "measured" in evidence.row:
            held |= {name: value for name, value in evidence.row.items() if name != "by_rule"}
    told = ((field, f"{value:g}" if isinstance(value, float) else value) for field, value in held.items() if value)
    return [f"{field} {value}" for field, value in told]


def _says(group: Sequence[Finding]) -> Text:
    """What the Python does, in a few sentences, and the evidence with the records it stands in."""
    first = group[0]
    made = Text()
    if first.program is not None and first.program.sightings:
        made.append(f"{shortened(printable(first.program.summary[: _WIDE_CELL + 1]), _SUMMARY)}\n")
    lines = list(_evidence(group))
    for line in lines[:_MOST_EVIDENCE]:
        made.append(f"{line}\n")
    if len(lines) > _MOST_EVIDENCE:
        made.append(f"and {len(lines) - _MOST_EVIDENCE:,} more\n")
    origins = [origin for finding in group for origin in finding.origins]
    shown = origins[: max(_MOST_ORIGINS, min(len(first.origins), _MOST_OF_ONE))]
    made.append("\n".join(_shown(str(origin)) for origin in shown), style="dim")
    if len(origins) > len(shown):
        made.append(f"\nand {len(origins) - len(shown):,} more records", style="dim")
    return made


def _evidence(group: Sequence[Finding]) -> Iterator[str]:
    """Who flagged it and for what, and how much of it where it was not all."""
    by_detection: dict[str, list[Evidence]] = {}
    for finding in group:
        for evidence in finding.evidence:
            by_detection.setdefault(evidence.detection, []).append(evidence)
    for id in sorted(by_detection):
        given = by_detection[id]
        best = max(given, key=lambda evidence: evidence.score or 0)
        score = "" if best.score is None else f" {best.score}"
        flags = ", ".join(dict.fromkeys(flag for evidence in given for flag in evidence.flags))
        records, of = sum(len(one.origins) for one in given), sum(len(finding.origins) for finding in group)
        yield (
            f"{printable(best.label)}{score}"
            + (f": {flags}" if flags else "")
            + (f" ({records} of {of} records)" if records < of else "")
        )


def result(table: pa.Table, width: int, times: Sequence[str] = ()) -> tuple[Table, str]:
    """A query's result table, its first MOST_ROWS rows and as many columns as fit, and what is not shown.

    Numbers in columns of these names are times, in seconds since 1970, and are shown as such.
    """
    fit = max(1, width // _NARROWEST_COLUMN)
    left_out = [
        *([f"{table.num_rows - MOST_ROWS:,} more rows"] if table.num_rows > MOST_ROWS else []),
        *([f"{table.num_columns - fit:,} more columns"] if table.num_columns > fit else []),
    ]
    note = f"and {' and '.join(left_out)} (--json, --csv and --parquet give all)" if left_out else ""
    return _grid_of(table.select(range(min(fit, table.num_columns))).slice(0, MOST_ROWS), times), note


def _grid_of(table: pa.Table, times: Sequence[str]) -> Table:
    shown = [
        _timed(column) if name in times else column
        for name, column in zip(table.column_names, table.columns, strict=True)
    ]
    columns = [cells(column) for column in shown]
    numeric = [
        field.name for field in table.schema if pa.types.is_integer(field.type) or pa.types.is_floating(field.type)
    ]
    return grid(table.column_names, zip(*columns, strict=True), right=numeric)


def _timed(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Seconds since 1970 as times in UTC with milliseconds; as it is where it has anything else."""
    seconds = column.to_pylist()
    if not all(v is None or (isinstance(v, int | float) and abs(v) < _LAST_SECOND) for v in seconds):
        return column
    times = [None if v is None else _EPOCH + timedelta(milliseconds=round(v * 1e3)) for v in seconds]
    shown = [None if v is None else v.isoformat(" ", "milliseconds") for v in times]
    return pa.chunked_array([pa.array(shown, pa.string())])


def console(*, error: bool = False) -> Console:
    """The terminal as it is, or 140 columns without colour where there is none."""
    stream = sys.stderr if error else sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # what a terminal's encoding lacks is shown as an escape
    made = Console(stderr=error, highlight=False, markup=False, emoji=False)
    if not made.is_terminal and "COLUMNS" not in os.environ:
        made = Console(stderr=error, highlight=False, markup=False, emoji=False, width=140)
    if made.width < _LEAST_WIDTH:
        made.width = _LEAST_WIDTH  # narrower, and tables lose their columns
    return made
