"""Options and habits that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from antivenom.errors import UsageError
from antivenom.report.plain import printable_lines

F = TypeVar("F", bound=Callable[..., Any])


def logs_argument(command: F) -> F:
    """LOGS...: files and folders; `-` is not one, logs are read more than once."""
    return click.argument(
        "logs", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="LOGS..."
    )(command)


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def folder_option(*older: str) -> Callable[[F], F]:
    """--folder, another catalogue; `older` are spellings of it that still work."""
    return click.option("--folder", *older, "folder", type=_FOLDER, help="Another catalogue.")


def time_options(command: F) -> F:
    """--since, --until and --now."""
    for name, text in (
        ("--now", "Where the clock of ago() and relative times stands (default: the newest event read)."),
        ("--until", "Leave out events after this time."),
        ("--since", "Leave out events before this time."),
    ):
        command = click.option(name, type=MOMENT, metavar="TIME", help=f"{text}")(command)
    return command


class Moment(click.ParamType[int]):
    """ISO 8601 date or time; UTC where it names no zone. Converts to nanoseconds since 1970 UTC."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The moment a text names; click shows what is wrong with it."""
        if isinstance(value, int):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no time; write 2026-03-02 or 2026-03-02T12:00:00Z", param, ctx)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        whole = int(moment.replace(microsecond=0).timestamp())
        return whole * 10**9 + moment.microsecond * 1000


MOMENT = Moment()


def output_choice(json_: bool, csv_: bool, parquet: Path | None = None) -> None:
    """At most one output form."""
    if sum((json_, csv_, parquet is not None)) > 1:
        raise UsageError("--json, --csv and --parquet exclude each other", hint="choose one")


def emit(text: str) -> None:
    """Text for standard output, as UTF-8 whatever the terminal's locale is.

    A terminal gets control characters as escapes, line by line; a file or a pipe gets the text as it is.
    """
    if sys.stdout.isatty():
        text = printable_lines(text)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
