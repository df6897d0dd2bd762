"""Progress on a terminal only, on standard error: files and events read so far, or steps done."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from antivenom.logs import Progress
from antivenom.tables import FileReport

T = TypeVar("T")


def stepped(steps: Iterable[T], what: str) -> Iterator[T]:
    """The steps as they are made, counted where somebody watches; `what` names them."""
    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console  # only a terminal pays for it

    with Console(stderr=True).status("starting") as status:
        for count, step in enumerate(steps, 1):
            status.update(f"{count:,} {what}")
            yield step


@contextmanager
def watched() -> Iterator[Progress | None]:
    """A progress callback for `Logs.scan`, or None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # only a terminal pays for it

    console = Console(stderr=True)
    files = events = 0
    with console.status("reading") as status:

        def report(done: FileReport) -> None:
            nonlocal files, events
            files += 1
            events += done.events
            status.update(f"reading: {files:,} files, {events:,} events")

        yield report
