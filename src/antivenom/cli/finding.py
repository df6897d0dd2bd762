"""Options of the commands that are about one finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from antivenom.catalogue import PLATFORMS
from antivenom.catalogue.model import DETECTION_FILE
from antivenom.cli.options import folder_option
from antivenom.errors import UsageError
from antivenom.report.plain import printable

F = TypeVar("F", bound=Callable[..., Any])


def finding_options(command: F) -> F:
    """--finding, --platform and --folder."""
    for option in (
        folder_option(),
        click.option(
            "--platform", "platforms", multiple=True, type=click.Choice(PLATFORMS),
            help="Commands of this platform only (may be given again).",
        ),
        click.option(
            "--finding", metavar="FILE[#N]",
            help="Fill in finding N (default 1) of what `antivenom hunt --json` wrote; - is standard input.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def response_folder(folder: Path | None) -> Path | None:
    """The catalogue whose response is shown: the bundled one, which is said, where a catalogue has none of its own."""
    if folder is None or (folder / "response").is_dir():
        return folder
    if not any(folder.glob(f"*/{DETECTION_FILE}")):
        raise UsageError(
            f"{folder} has no folder response/ and no detection",
            hint="--folder takes a catalogue; leave it out for the bundled one",
        )
    click.echo(f"{printable(str(folder))} has no folder response/: this is the bundled response", err=True)
    return None
