"""`antivenom detections [show ID]`: the catalogue. Commands that run detections are files of their own."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from antivenom import catalogue
from antivenom.catalogue.plain import as_dict
from antivenom.cli.options import emit, folder_option
from antivenom.report import jsonout
from antivenom.report.plain import printable_lines


class _Group(click.Group):
    """A group that imports the commands which prove detections only when they are called: they load the engine."""

    proofs = ("coverage", "parity", "test")

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted((*super().list_commands(ctx), *self.proofs))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.proofs:
            return super().get_command(ctx, cmd_name)
        found: click.Command = importlib.import_module(f"antivenom.cli.detections_{cmd_name}").command
        return found


@click.group("detections", cls=_Group, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
@folder_option()
@click.pass_context
def command(ctx: click.Context, as_json: bool, folder: Path | None) -> None:
    """List the catalogue of detections."""
    ctx.obj = folder
    if ctx.invoked_subcommand is None:
        _list(catalogue.load(folder), as_json)


@command.command("show")
@click.argument("id", metavar="ID")
@folder_option()
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
@click.pass_obj
def show(given: Path | None, folder: Path | None, id: str, as_json: bool) -> None:
    """Show one detection: what it looks for, its query, its known limits."""
    detection = catalogue.find(id, folder or given)
    emit(jsonout.dumps(as_dict(detection)) if as_json else printable_lines(_page(detection)))


def _list(detections: tuple[catalogue.Detection, ...], as_json: bool) -> None:
    from antivenom.report import terminal  # rich is slow to import and JSON needs none of it

    if as_json:
        emit(jsonout.dumps([as_dict(detection) for detection in detections]))
        return
    rows = [
        (d.id, " ".join(d.queries), d.severity, d.confidence, ", ".join(d.attack), ", ".join(d.platforms), d.name)
        for d in detections
    ]
    headers = ("id", "languages", "severity", "confidence", "ATT&CK", "platforms", "name")
    terminal.console().print(terminal.grid(headers, rows))


def _page(d: catalogue.Detection) -> str:
    tactics = ", ".join(f"{id} {catalogue.TACTICS[id]}" for id in d.tactics)
    parts = [
        f"{d.name}  ({d.id})",
        f"{tactics} · {', '.join(d.attack)} · severity {d.severity} · confidence {d.confidence}",
        d.description.strip(),
        _section("Goal", d.goal),
        _section("Strategy", d.strategy),
        _section("Technical context", d.technical_context),
        _bullets("Platforms", d.platforms),
        _bullets("Data sources", (*d.data_sources, *d.tables, *d.sourcetypes, *d.models, *d.logsources)),
        *(_query(query) for query in d.queries.values()),
        *(f"No {language}: {' '.join(why.split())}" for language, why in d.missing.items()),
        _bullets("Blind spots", d.blind_spots),
        _bullets("False positives", d.false_positives),
        _bullets("Tuning", d.tuning),
        _section("Validation", d.validation),
        _bullets("Must fire", tuple(map(_expectation, (each for each in d.expectations if each.fires)))),
        _bullets("Must stay quiet", tuple(map(_expectation, (each for each in d.expectations if not each.fires)))),
        _section("Priority", d.priority),
        _section("Response", d.response),
        _bullets("Entities", tuple(f"{one.type} {one.identifier}: {one.column}" for one in d.entities)),
        _bullets("Risk objects", tuple(f"{one.field} ({one.type}): {one.score}" for one in d.risk)),
        _bullets("Threat actors", d.actors),
        _bullets("References", d.references),
        _bullets("Changes", tuple(f"{one.version}, {one.date}: {one.change}" for one in d.changelog)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _query(query: catalogue.Query) -> str:
    score = query.score_column or " + ".join(f"{flag}*{weight}" for flag, weight in query.weights.items())
    text = "\n".join(f"    {line}" for line in query.text.text.rstrip().splitlines())
    return f"Query ({query.language}):\n{text}" + (f"\n\nScore: {score}" if score else "")


def _expectation(each: catalogue.Expectation) -> str:
    sensors = f" in {', '.join(each.sensors)}" if each.sensors else ""
    score = f", score {each.score}" if each.score is not None else ""
    return f"{each.scenario}{sensors}{score}{': ' if each.why else ''}{each.why}"


def _section(title: str, text: str) -> str:
    return f"{title}:\n  {' '.join(text.split())}" if text else ""


def _bullets(title: str, items: tuple[str, ...]) -> str:
    return f"{title}:\n" + "\n".join(f"  - {' '.join(item.split())}" for item in items) if items else ""
