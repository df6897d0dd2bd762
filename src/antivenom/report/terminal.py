"""Tables for a person at a terminal; attacker-written text is escaped, long text is cut and says so."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence

import pyarrow as pa
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from antivenom.cells import cells
from antivenom.findings import Finding, iso
from antivenom.report.plain import printable, shortened

_SEVERITY_STYLE = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "cyan"}
_WIDE_CELL = 400
_MOST_ITEMS = 100
_LEAST_WIDTH = 40
_NARROWEST_COLUMN = 5

MOST_ROWS = 1_000
"""Rows of one table that a person is shown; laying out more takes minutes."""

MOST_FINDINGS = 200
"""Findings that a person is shown, the highest scores first."""


def grid(headers: Sequence[str], rows: Iterable[Sequence[object]], *, right: Sequence[str] = ()) -> Table:
    """A plain table; the named columns are right-aligned; cells may be Text for style."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for header in headers:
        table.add_column(printable(header), justify="right" if header in right else "left", overflow="fold")
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


def findings(found: Sequence[Finding]) -> Table:
    """Findings in the order given: what ran under what, who says so and why, and where it stands."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 2, 1, 0), expand=True)
    table.add_column("score", justify="right")
    table.add_column("time (UTC)", no_wrap=True)
    table.add_column("host, user", overflow="fold", max_width=24)
    table.add_column("command line, parent", overflow="fold", ratio=5)
    table.add_column("flagged by, for, at", overflow="fold", ratio=4)
    for finding in found:
        style = _SEVERITY_STYLE.get(finding.severity, "")
        table.add_row(
            Text(str(finding.score), style=style),
            Text(_shown(iso(finding.time)).replace("T", " ").removesuffix("Z")),
            Text(_shown([finding.host, finding.process.user])),
            _commands(finding),
            _evidence(finding),
        )
    return table


def _commands(finding: Finding) -> Text:
    made = Text(_shown(finding.process.command_line or finding.process.path))
    if finding.process.status == "Failure":
        made.append("\nthe start failed", style="dim")
    parent = finding.parent.command_line or finding.parent.path or finding.parent.name
    if parent:
        made.append(f"\nfrom {_shown(parent)}", style="dim")
    return made


def _evidence(finding: Finding) -> Text:
    made = Text()
    for evidence in finding.evidence:
        score = "" if evidence.score is None else f" {evidence.score}"
        some = len(evidence.origins) < len(finding.origins)
        of_all = f" ({len(evidence.origins)} of {len(finding.origins)} records)" if some else ""
        made.append(f"{evidence.detection}{score}: {', '.join(evidence.flags)}{of_all}\n")
    made.append("\n".join(_shown(str(origin)) for origin in finding.origins), style="dim")
    return made


def result(table: pa.Table, width: int) -> tuple[Table, str]:
    """A query's result table, its first MOST_ROWS rows and as many columns as fit, and what is not shown."""
    fit = max(1, width // _NARROWEST_COLUMN)
    left_out = [
        *([f"{table.num_rows - MOST_ROWS:,} more rows"] if table.num_rows > MOST_ROWS else []),
        *([f"{table.num_columns - fit:,} more columns"] if table.num_columns > fit else []),
    ]
    note = f"and {' and '.join(left_out)} (--json, --csv and --parquet give all)" if left_out else ""
    return _grid_of(table.select(range(min(fit, table.num_columns))).slice(0, MOST_ROWS)), note


def _grid_of(table: pa.Table) -> Table:
    columns = [cells(table.column(i)) for i in range(table.num_columns)]
    numeric = [
        field.name for field in table.schema if pa.types.is_integer(field.type) or pa.types.is_floating(field.type)
    ]
    return grid(table.column_names, zip(*columns, strict=True), right=numeric)


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
