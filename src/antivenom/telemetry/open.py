"""Finding logs: folders walked, archives opened, each file recognised by what it holds, never by its name.

Archives are decompressed to memory, or to a temporary file beyond SPOOL_BYTES; names inside them are shown
and never used as paths. What expands without end is refused: more than MOST_BYTES in one file, or more than
BOMB_BYTES at more than BOMB_RATIO times the archive's size. Archives inside archives are opened one level deep.
"""

from __future__ import annotations

import lzma
import os
import re
import stat
import tempfile
import weakref
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO

from antivenom.tables import EVERYTHING, Damage, Event, FileReport, Need, Origin
from antivenom.telemetry.format import HEAD_BYTES, Format, Input
from antivenom.telemetry.formats import FORMATS

SPOOL_BYTES = 64 << 20
MOST_BYTES = 8 << 30
BOMB_BYTES = 256 << 20
BOMB_RATIO = 250
MOST_MEMBERS = 100_000
DEEPEST = 2
"""Archive layers: a zip in a zip, a gz in a zip."""

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b\x08"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, ValueError, NotImplementedError)
"""What the unpackers of the standard library raise for an archive that is broken or of a kind they do not know."""

Unpack = Callable[[], Iterator[bytes]]


class Refused(Exception):
    """An archive or member that is not opened; the text says why."""


# Finding


def inputs(paths: Iterable[Path | str]) -> Iterator[Input | FileReport]:
    """Every log below these paths, in the order of names, or a report with the reason why one cannot be opened.

    A path of `paths` may be a symbolic link. In folders, links to files are followed and links to folders are not.
    """
    for path in paths:
        for file in _files(Path(path)):
            if isinstance(file, FileReport):
                yield file
            else:
                yield from _open_file(file)


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
            yield FileReport(str(here), reason=_why(error))


def _why(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be opened: {text or type(error).__name__}"


def _open_file(path: Path) -> Iterator[Input | FileReport]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        yield FileReport(name, reason=_why(error))
        return
    whole = Input(name, lambda: path.open("rb"), size, path)
    yield from _unpacked(whole, head, _Budget(max(size, 1)), 0)


# Unpacking


@dataclass(slots=True)
class _Budget:
    """How much one file on disk may still expand to, over all its members; `packed` is its own size."""

    packed: int
    spent: int = 0

    def spend(self, size: int) -> None:
        """Count bytes that came out. Raises Refused."""
        self.spent += size
        if self.spent > BOMB_BYTES and self.spent > BOMB_RATIO * self.packed:
            raise Refused(f"expands to more than {BOMB_RATIO} times its archive's size")


def _unpacked(whole: Input, head: bytes, budget: _Budget, depth: int) -> Iterator[Input | FileReport]:
    """The input itself, or what is inside it when it is an archive."""
    if head.startswith(_GZIP):
        unpack = _gunzip
    elif head.startswith(_ZIP):
        unpack = _unzip
    else:
        yield whole
        return
    if depth >= DEEPEST:
        yield FileReport(
            whole.name, bytes=whole.size, reason=f"an archive inside {DEEPEST} others, not opened"
        )
        return
    try:
        yield from unpack(whole, budget, depth)
    except (Refused, *_BROKEN) as error:
        reason = str(error) if isinstance(error, Refused) else f"a broken archive: {error}"
        yield FileReport(whole.name, bytes=whole.size, reason=reason)


def _gunzip(whole: Input, budget: _Budget, depth: int) -> Iterator[Input | FileReport]:
    def unpack() -> Iterator[bytes]:
        with whole.open() as stream:
            yield from _gunzipped(stream)

    yield from _member(whole.name, unpack, unpack, budget, depth)


def _gunzipped(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of all members of a gzip file. Raises zlib.error or EOFError where it is broken or cut off."""
    packed = stream.read(_CHUNK)
    while packed:
        inflate = zlib.decompressobj(wbits=31)
        while not inflate.eof:
            if not packed:
                raise EOFError("cut off")
            data = inflate.decompress(packed, _CHUNK)
            if data:
                yield data
            packed = inflate.unconsumed_tail or (b"" if inflate.eof else stream.read(_CHUNK))
        packed = (inflate.unused_data or stream.read(_CHUNK)).lstrip(b"\0")


def _unzip(whole: Input, budget: _Budget, depth: int) -> Iterator[Input | FileReport]:
    with whole.open() as stream, zipfile.ZipFile(stream) as archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
        if len(members) > MOST_MEMBERS:
            raise Refused(f"{len(members)} members, more than {MOST_MEMBERS}")
        for info in members:
            name = f"{whole.name}!{_shown(info.filename)}"
            if info.flag_bits & 1:
                yield FileReport(name, bytes=info.file_size, reason="encrypted, and no password is known")
            else:
                now, again = partial(_unzipped, archive, info), partial(_unzipped_anew, whole, info)
                yield from _member(name, now, again, budget, depth)


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as member:
        while data := member.read(_CHUNK):
            yield data


def _unzipped_anew(whole: Input, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with whole.open() as stream, zipfile.ZipFile(stream) as archive:
        yield from _unzipped(archive, info)


def _shown(name: str) -> str:
    """A member's name as it may be shown: without what could drive a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def _member(
    name: str, now: Unpack, again: Unpack, budget: _Budget, depth: int
) -> Iterator[Input | FileReport]:
    """A member of an archive as an input; `again` unpacks it when it is opened later on."""
    try:
        spool = _Spool(now, budget)
    except Refused as refused:
        yield FileReport(name, reason=str(refused))
        return
    except _BROKEN as error:
        yield FileReport(name, reason=f"a broken archive: {error}")
        return
    latest = _Latest(spool, again, budget.packed)
    member = Input(name, latest.open, spool.size, broken=spool.broken)
    yield from _unpacked(member, spool.head, budget, depth + 1)


class _Spool:
    """Unpacked bytes, in memory up to SPOOL_BYTES, else in a temporary file that goes with this object.

    `broken` says why they are not all there; without any bytes at all that is raised.
    """

    def __init__(self, unpack: Unpack, budget: _Budget) -> None:
        self.size = 0
        self.path: str | None = None
        self.broken: str | None = None
        self.parts: list[bytes] = []
        self.file: IO[bytes] | None = None
        try:
            for data in unpack():
                self._add(data, budget)
        except _BROKEN as error:
            if not self.size:
                raise
            self.broken = f"{type(error).__name__}: {error}"
        finally:
            if self.file is not None:
                self.file.close()
        self.data = b"".join(self.parts)
        self.parts.clear()
        with self.open() as stream:
            self.head = stream.read(HEAD_BYTES)

    def _add(self, data: bytes, budget: _Budget) -> None:
        self.size += len(data)
        budget.spend(len(data))
        if self.size > MOST_BYTES:
            raise Refused(f"expands to more than {MOST_BYTES >> 30} GiB")
        if self.file is None and self.size > SPOOL_BYTES:
            handle, self.path = tempfile.mkstemp(prefix="antivenom-")
            weakref.finalize(self, _remove, self.path)
            self.file = os.fdopen(handle, "wb")
            self.file.writelines(self.parts)
            self.parts.clear()
        if self.file is None:
            self.parts.append(data)
        else:
            self.file.write(data)

    def open(self) -> BinaryIO:
        """A stream of its own over the bytes."""
        return BytesIO(self.data) if self.path is None else open(self.path, "rb")


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


_kept: list[_Spool] = []


class _Latest:
    """Opens a member's bytes: those last unpacked while they are kept, else unpacked anew. One spool is kept."""

    def __init__(self, spool: _Spool, unpack: Unpack, packed: int) -> None:
        self.unpack, self.packed = unpack, packed
        self.spool = weakref.ref(spool)
        _kept[:] = [spool]

    def open(self) -> BinaryIO:
        """A fresh stream; it keeps its spool alive until it is closed."""
        spool = self.spool()
        if spool is None:
            spool = _Spool(self.unpack, _Budget(self.packed))
            self.spool = weakref.ref(spool)
            _kept[:] = [spool]
        return spool.open()


# Reading


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
    except (Refused, *_BROKEN) as error:
        report.reason = _why(error)
        return report, iter(())
    best = max(formats, key=lambda known: known.sniff(head))
    if best.sniff(head) <= 0:
        report.reason = reason(head)
        return report, iter(())
    report.format = best.name
    return report, _events(source, need, best, report)


def _events(source: Input, need: Need, known: Format, report: FileReport) -> Iterator[Event]:
    if source.broken is not None:
        report.broke(
            Damage(Origin(source.name, offset=source.size), "the rest of the archive", source.broken)
        )
    try:
        for reading in known.read(source, need):
            if isinstance(reading, Damage):
                report.broke(reading)
            else:
                report.saw(reading)
                yield reading
    except (Refused, *_BROKEN) as error:
        report.broke(Damage(Origin(source.name), "a file that can be read to its end", _why(error)))


# Telling what is no log

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"version https://git-lfs.github.com/spec/", "git-LFS pointer, not the file itself"),
    (0, b"\x00\x05\x16\x07", "macOS resource fork (AppleDouble), no log"),
    (0, b"\x30\x00\x00\x00LfLe", "Windows event log of before Vista (EVT), not read"),
    (0, b"BZh", "bzip2 archive, not opened"),
    (0, b"\xfd7zXZ\0", "xz archive, not opened"),
    (0, b"\x28\xb5\x2f\xfd", "zstd archive, not opened"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z archive, not opened"),
    (0, b"Rar!\x1a\x07", "rar archive, not opened"),
    (257, b"ustar", "tar archive, not opened"),
    (0, b"SQLite format 3\0", "SQLite database, no log"),
    (0, b"PAR1", "Parquet table, no log"),
    (0, b"\xd4\xc3\xb2\xa1", "packet capture (pcap), no log"),
    (0, b"\x0a\x0d\x0d\x0a", "packet capture (pcapng), no log"),
    (0, b"\x7fELF", "program (ELF), no log"),
    (0, b"MZ", "program (PE), no log"),
    (0, b"%PDF", "PDF document, no log"),
    (0, b"\x89PNG", "PNG image, no log"),
)
_SHOWN = 60


def reason(head: bytes) -> str:
    """Why a file that begins so was not read, for a person."""
    if not head:
        return "empty file"
    for at, magic, text in _MAGIC:
        if head.startswith(magic, at):
            return text
    if not any(head):
        return "nothing but zeros"
    text = head[: 4 * _SHOWN].decode(errors="replace").lstrip("\ufeff").strip()
    shown = re.sub(r"\s+", " ", text)[:_SHOWN]
    odd = sum(not char.isprintable() or char == "\ufffd" for char in shown)
    if odd * 4 > len(shown):
        return f"no known log format: starts with bytes {head[:8].hex(' ')}"
    return f"no known log format: starts with {_shown(shown)!r}"
