"""Finding logs and reading them: folders walked, archives opened, each file recognised by what it holds."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from antivenom.tables import EVERYTHING, Damage, Event, FileReport, Need, Origin
from antivenom.telemetry.format import HEAD_BYTES, Format, Input
from antivenom.telemetry.formats import FORMATS
from antivenom.telemetry.reasons import reason
from antivenom.telemetry.unpack import BROKEN, Budget, Refused, shown_name, unpacked, why


def inputs(paths: Iterable[Path | str]) -> Iterator[Input | FileReport]:
    """Every log below these paths, by name, or a report of why one cannot be opened.

    A path of `paths` may be a link. Inside folders, links to files are followed, links to folders are not.
    A file that several paths or links lead to is read once.
    """
    seen: dict[tuple[int, int], str] = {}
    for path in paths:
        for file in _files(Path(path)):
            if isinstance(file, FileReport):
                yield file
            elif (other := _seen(file, seen)) is not None:
                yield FileReport(str(file), reason=f"the same file as {shown_name(other)}, read once")
            else:
                yield from _open_file(file)


def _seen(file: Path, seen: dict[tuple[int, int], str]) -> str | None:
    """The name a file was met under before; notes this one. A file without a number is never known again."""
    try:
        found = file.stat()
    except OSError:
        return None  # opening it will say why
    if not found.st_ino:
        return None
    key = found.st_dev, found.st_ino
    if key in seen:
        return seen[key]
    seen[key] = str(file)
    return None


def _files(path: Path) -> Iterator[Path | FileReport]:
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            mode = here.stat().st_mode
            if stat.S_ISDIR(mode):
                if here is not path and here.is_symlink():
                    yield FileReport(str(here), reason="a link to a folder, not followed")
                else:
                    waiting.extend(sorted(here.iterdir(), reverse=True))
            elif stat.S_ISREG(mode):
                yield here
            else:
                yield FileReport(str(here), reason="not a regular file")
        except (OSError, ValueError) as error:
            yield FileReport(str(here), reason=why(error))


def _open_file(path: Path) -> Iterator[Input | FileReport]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        yield FileReport(name, reason=why(error))
        return
    whole = Input(name, lambda: path.open("rb"), size, path)
    yield from unpacked(whole, head, Budget(max(size, 1)), 0)


def read(
    source: Input, need: Need = EVERYTHING, formats: Sequence[Format] = FORMATS
) -> tuple[FileReport, Iterator[Event]]:
    """The report of a log, and its events. The report fills while the events are taken.

    A log of no known format has a reason in its report, and no events. Damage goes into the report, which
    keeps the first of it and counts all.
    """
    report = FileReport(source.name, bytes=source.size)
    try:
        with source.open() as stream:
            head = stream.read(HEAD_BYTES)
    except (Refused, *BROKEN) as error:
        report.reason = why(error)
        return report, iter(())
    best = max(formats, key=lambda known: known.sniff(head))
    if best.sniff(head) <= 0:
        report.reason = reason(head)
        return report, iter(())
    report.format = best.name
    return report, _events(source, need, best, report)


def _events(source: Input, need: Need, known: Format, report: FileReport) -> Iterator[Event]:
    if source.broken is not None:
        report.broke(Damage(Origin(source.name, offset=source.size), "the rest of the archive", source.broken))
    try:
        for reading in known.read(source, need):
            if isinstance(reading, Damage):
                report.broke(reading)
            else:
                report.saw(reading)
                yield reading
    except (Refused, *BROKEN) as error:
        report.broke(Damage(Origin(source.name), "a file that can be read to its end", why(error)))
