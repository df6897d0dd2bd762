"""Options of the commands that are about one finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from antivenom.catalogue import PLATFORMS

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

F = TypeVar("F", bound=Callable[..., Any])


def finding_options(command: F) -> F:
    """--finding, --platform and --folder."""
    for option in (
        click.option("--folder", type=_FOLDER, help="Another catalogue."),
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
