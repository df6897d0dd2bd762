"""`antivenom guide`: how to look into a finding."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from antivenom.cli.finding import finding_options, response_folder
from antivenom.cli.options import emit
from antivenom.report import jsonout
from antivenom.report.guide import PARTS, as_dict, page
from antivenom.response import load, values


@click.command("guide")
@finding_options
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a page.")
@click.option(
    "--part", "parts", multiple=True, type=click.Choice(PARTS), help="This part of the page only (again for more)."
)
def command(
    finding: str | None, platforms: tuple[str, ...], folder: Path | None, as_json: bool, parts: tuple[str, ...]
) -> None:
    """Say how to look into a finding: questions, what to collect, queries that lead on, and what to decide."""
    guide = load.guide(response_folder(folder))
    filled = values.read(finding, guide.slots, sys.stdin.buffer) if finding else None
    emit(jsonout.dumps(as_dict(guide, filled)) if as_json else page(guide, filled, platforms, parts))
