"""`antivenom hunts [show ID]`: queries to look for what nothing flagged."""

from __future__ import annotations

from pathlib import Path

import click

from antivenom.cli.options import emit, folder_option
from antivenom.report import jsonout
from antivenom.report.hunts import as_dict, page
from antivenom.response import hunts as queries


@click.group("hunts", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
@folder_option()
@click.pass_context
def command(ctx: click.Context, as_json: bool, folder: Path | None) -> None:
    """List the hunting queries."""
    ctx.obj = folder
    if ctx.invoked_subcommand is not None:
        return
    hunts = queries.load(folder)
    if as_json:
        emit(jsonout.dumps([as_dict(hunt) for hunt in hunts]))
        return
    from antivenom.report import terminal  # rich is slow to import and JSON needs none of it

    rows = [(hunt.id, ", ".join(hunt.attack), hunt.title) for hunt in hunts]
    terminal.console().print(terminal.grid(("id", "ATT&CK", "title"), rows))


@command.command("show")
@click.argument("id", metavar="ID")
@folder_option()
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
@click.option("--kql", "as_kql", is_flag=True, help="The KQL query alone.")
@click.option("--spl", "as_spl", is_flag=True, help="The SPL query alone.")
@click.pass_obj
def show(given: Path | None, folder: Path | None, id: str, as_json: bool, as_kql: bool, as_spl: bool) -> None:
    """Show one hunt: its question, its queries, and how to read what they return."""
    hunt = queries.find(id, folder or given)
    if as_kql or as_spl:
        emit(f"{hunt.kql if as_kql else hunt.spl}\n")
    else:
        emit(jsonout.dumps(as_dict(hunt)) if as_json else page(hunt))
