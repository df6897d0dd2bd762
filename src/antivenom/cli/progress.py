"""Progress on a terminal only: files and events read so far, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from antivenom.logs import Progress
from antivenom.tables import FileReport


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
