"""CSV: a header, then one line a row, as the csv module quotes it; lists are joined by line breaks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from antivenom.cells import cells
from antivenom.findings import Finding, iso

_FINDING = (
    "time", "score", "severity", "confidence", "verdict", "behaviours", "fingerprint", "attack", "host", "user",
    "process", "pid", "command_line", "parent", "parent_command_line", "flags", "detections", "origins",
)  # fmt: skip


def table(result: pa.Table) -> str:
    """A query's result as CSV."""
    columns = [cells(result.column(i)) for i in range(result.num_columns)]
    return rows(result.column_names, zip(*columns, strict=True))


def findings(found: Iterable[Finding]) -> str:
    """Findings as CSV, one line each."""
    return rows(_FINDING, (_row(finding) for finding in found))


def _row(finding: Finding) -> list[Any]:
    return [
        iso(finding.time),
        finding.score,
        finding.severity,
        finding.confidence,
        finding.verdict or "",
        " ".join(finding.behaviours),
        finding.fingerprint,
        " ".join(finding.attack),
        finding.host,
        finding.process.user,
        finding.process.name,
        finding.process.pid,
        finding.process.command_line,
        finding.parent.name,
        finding.parent.command_line,
        " ".join(finding.flags),
        " ".join(evidence.detection for evidence in finding.evidence),
        "\n".join(str(origin) for origin in finding.origins),
    ]


def rows(header: Iterable[str], lines: Iterable[Iterable[Any]]) -> str:
    """A header and lines as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for line in lines:
        writer.writerow(["\n".join(map(str, v)) if isinstance(v, list) else v for v in line])
    return out.getvalue().encode("utf-8", "replace").decode("utf-8")
