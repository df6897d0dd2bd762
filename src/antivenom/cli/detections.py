"""`antivenom detections [show ID]`: the catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from antivenom import catalogue
from antivenom.cli.options import emit
from antivenom.report import jsonout
from antivenom.report.plain import printable_lines


@click.group("detections", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
@click.option("--folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Another catalogue.")
@click.pass_context
def command(ctx: click.Context, as_json: bool, folder: Path | None) -> None:
    """List the catalogue of detections."""
    ctx.obj = folder
    if ctx.invoked_subcommand is None:
        _list(catalogue.load(folder), as_json)


@command.command("show")
@click.argument("id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
@click.pass_obj
def show(folder: Path | None, id: str, as_json: bool) -> None:
    """Show one detection: what it looks for, its query, its known limits."""
    detection = catalogue.find(id, folder)
    emit(jsonout.dumps(_as_dict(detection)) if as_json else printable_lines(_page(detection)))


def _list(detections: tuple[catalogue.Detection, ...], as_json: bool) -> None:
    from antivenom.report import terminal  # rich is slow to import and JSON needs none of it

    if as_json:
        emit(jsonout.dumps([_as_dict(detection) for detection in detections]))
        return
    rows = [
        (d.id, d.language, d.severity, d.confidence, ", ".join(d.attack), ", ".join(d.platforms), d.name)
        for d in detections
    ]
    headers = ("id", "language", "severity", "confidence", "ATT&CK", "platforms", "name")
    terminal.console().print(terminal.grid(headers, rows))


def _as_dict(d: catalogue.Detection) -> dict[str, object]:
    return {
        "id": d.id,
        "name": d.name,
        "description": d.description,
        "severity": d.severity,
        "confidence": d.confidence,
        "tactic": d.tactic,
        "attack": list(d.attack),
        "platforms": list(d.platforms),
        "data_sources": list(d.data_sources),
        "tables": list(d.tables),
        "sourcetypes": list(d.sourcetypes),
        "language": d.language,
        "query": d.query.text,
        "flags": list(d.flags),
        "score_column": d.score_column,
        "weights": dict(d.weights),
        "false_positives": list(d.false_positives),
        "actors": list(d.actors),
        "references": list(d.references),
        "limits": list(d.limits),
        "scenarios": list(d.scenarios),
    }


def _page(d: catalogue.Detection) -> str:
    score = d.score_column or " + ".join(f"{flag}*{weight}" for flag, weight in d.weights.items())
    parts = [
        f"{d.name}  ({d.id})",
        f"{d.tactic} {', '.join(d.attack)} · severity {d.severity} · confidence {d.confidence}",
        d.description.strip(),
        _bullets("Platforms", d.platforms),
        _bullets("Data sources", (*d.data_sources, *d.tables, *d.sourcetypes)),
        f"Score: {score}" if score else "",
        f"Query ({d.language}):\n" + "\n".join(f"    {line}" for line in d.query.text.rstrip().splitlines()),
        _bullets("Known limits", d.limits),
        _bullets("False positives", d.false_positives),
        _bullets("Threat actors", d.actors),
        _bullets("Scenarios", d.scenarios),
        _bullets("References", d.references),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _bullets(title: str, items: tuple[str, ...]) -> str:
    return f"{title}:\n" + "\n".join(f"  - {' '.join(item.split())}" for item in items) if items else ""
