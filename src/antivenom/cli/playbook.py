"""`antivenom playbook`: what to do about a finding, as a page or as CACAO 2.0."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from antivenom.cli.finding import finding_options, response_folder
from antivenom.cli.options import emit
from antivenom.report import jsonout
from antivenom.report.playbook import page
from antivenom.response import cacao, load, values


@click.command("playbook")
@finding_options
@click.option("--json", "as_json", is_flag=True, help="CACAO 2.0 JSON, with the commands of all platforms.")
@click.option(
    "--phase",
    "phases",
    multiple=True,
    type=click.Choice(load.PHASES),
    help="This phase of the page only (again for more).",
)
def command(
    finding: str | None, platforms: tuple[str, ...], folder: Path | None, as_json: bool, phases: tuple[str, ...]
) -> None:
    """Say what to do about a finding: from preparation to lessons learned, with commands for each platform."""
    playbook = load.playbook(response_folder(folder))
    filled = values.read(finding, playbook.slots, sys.stdin.buffer) if finding else None
    emit(jsonout.dumps(cacao.document(playbook, filled)) if as_json else page(playbook, filled, platforms, phases))
