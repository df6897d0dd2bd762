"""What a log format is: how it is recognised, read and written. One file of this room holds one format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from antivenom.tables import Event, Need, Reading

HEAD_BYTES = 65_536
"""How much of a file is looked at to recognise it."""


@dataclass(frozen=True, slots=True)
class Input:
    """One log to read: a file, or a member of an archive, already decompressed.

    name  what a user is shown: the path as given, with `!member` for a file inside an archive.
    open  gives a fresh, seekable stream of the decompressed bytes; the caller closes it.
    size  decompressed bytes.
    path  the file itself where nothing was decompressed, for libraries that want a path.
    broken  why the bytes are not all there, where an archive was cut off or broken behind them.
    """

    name: str
    open: Callable[[], BinaryIO]
    size: int
    path: Path | None = None
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A log format.

    sniff  looks at the first HEAD_BYTES (fewer if the file is shorter) and says how sure it is that the
           file is of this format: 0 is no, 100 is certain. It never raises.
    read   yields events and damage in file order. It never raises for what the file contains: a broken
           record is a Damage, and reading goes on behind it.
    write  writes events of this format's product so that `read` gives them back; None where no scenario
           needs it.
    """

    name: str
    sniff: Callable[[bytes], int]
    read: Callable[[Input, Need], Iterator[Reading]]
    write: Callable[[Iterable[Event], BinaryIO], None] | None = None
