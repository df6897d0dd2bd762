"""Archives: what is inside a gzip or zip file, as inputs.

Members are decompressed to memory, or to a temporary file beyond SPOOL_BYTES; their names are shown and never
used as paths. What expands without end is refused: more than MOST_BYTES in one member, or more than
BOMB_BYTES in all at more than BOMB_RATIO times the archive's size. An archive inside an archive is opened,
one inside that is not.
"""

from __future__ import annotations

import bz2
import lzma
import os
import tempfile
import weakref
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO

from antivenom.tables import FileReport
from antivenom.telemetry.format import HEAD_BYTES, Input

SPOOL_BYTES = 64 << 20
MOST_BYTES = 8 << 30
BOMB_BYTES = 256 << 20
BOMB_RATIO = 250
MOST_MEMBERS = 100_000
DEEPEST = 2
"""Archive layers: a zip in a zip, a gz in a zip."""

_CHUNK = 1 << 20
_SMALL_CHUNK = 1 << 12
_PACKED_CHUNK = 1 << 15
_GZIP = b"\x1f\x8b\x08"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, ValueError, NotImplementedError)
"""What the standard library raises for an archive that is broken or of a kind it does not know."""

Unpack = Callable[[], Iterator[bytes]]


class Refused(Exception):
    """An archive or member that is not opened; the text says why."""


def why(error: Exception) -> str:
    """Why a file cannot be read, in the words of the error."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be opened: {text or type(error).__name__}"


@dataclass(slots=True)
class Budget:
    """How much one file on disk may still expand to, over all its members; `packed` is its own size."""

    packed: int
    spent: int = 0

    def spend(self, size: int) -> None:
        """Count bytes that came out. Raises Refused."""
        self.spent += size
        if self.spent > BOMB_BYTES and self.spent > BOMB_RATIO * self.packed:
            raise Refused(f"expands to more than {BOMB_RATIO} times its archive's size")


def unpacked(whole: Input, head: bytes, budget: Budget, depth: int) -> Iterator[Input | FileReport]:
    """The input itself, or what is inside it when it is an archive."""
    if head.startswith(_GZIP):
        unpack = _gunzip
    elif head.startswith(_ZIP):
        unpack = _unzip
    else:
        yield whole
        return
    if depth >= DEEPEST:
        yield FileReport(whole.name, bytes=whole.size, reason=f"an archive inside {DEEPEST} others, not opened")
        return
    try:
        yield from unpack(whole, budget, depth)
    except (Refused, *BROKEN) as error:
        reason = str(error) if isinstance(error, Refused) else f"a broken archive: {error}"
        yield FileReport(whole.name, bytes=whole.size, reason=reason)


def _gunzip(whole: Input, budget: Budget, depth: int) -> Iterator[Input | FileReport]:
    def unpack() -> Iterator[bytes]:
        with whole.open() as stream:
            yield from _gunzipped(stream)

    yield from _member(whole.name, unpack, unpack, budget, depth)


def _gunzipped(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of all members of a gzip file. Raises zlib.error or EOFError where it breaks.

    Read in small pieces: zlib copies what is left of a piece at the end of each member.
    """
    packed = stream.read(_PACKED_CHUNK)
    while packed:
        inflate = zlib.decompressobj(wbits=31)
        while not inflate.eof:
            if not packed:
                raise EOFError("cut off")
            data = inflate.decompress(packed, _CHUNK)
            if data:
                yield data
            packed = inflate.unconsumed_tail or (b"" if inflate.eof else stream.read(_PACKED_CHUNK))
        packed = (inflate.unused_data or stream.read(_PACKED_CHUNK)).lstrip(b"\0")


def _unzip(whole: Input, budget: Budget, depth: int) -> Iterator[Input | FileReport]:
    with whole.open() as stream, zipfile.ZipFile(stream) as archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
        if len(members) > MOST_MEMBERS:
            raise Refused(f"{len(members)} members, more than {MOST_MEMBERS}")
        for info in members:
            name = f"{whole.name}!{shown_name(info.filename)}"
            if info.flag_bits & 1:
                yield FileReport(name, bytes=info.file_size, reason="encrypted, and no password is known")
            else:
                now, again = partial(_unzipped, archive, info), partial(_unzipped_anew, whole, info)
                yield from _member(name, now, again, budget, depth)


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """A member's bytes; its checksum is compared behind them: zipfile would keep the last bytes back."""
    checksum = 0
    for data in _bunzipped(archive, info) if info.compress_type == zipfile.ZIP_BZIP2 else _inflated(archive, info):
        checksum = zlib.crc32(data, checksum)
        yield data
    if checksum != info.CRC:
        raise zipfile.BadZipFile("wrong checksum")


def _inflated(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    unchecked = copy(info)
    del unchecked.CRC
    # zipfile bounds what one read gives for deflate only; of LZMA, a kilobyte can be megabytes
    step = _CHUNK if info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) else _SMALL_CHUNK
    with archive.open(unchecked) as member:
        while data := member.read(step):
            yield data


def _bunzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a bzip2 member: 45 bytes of it can be 45 megabytes, which zipfile would give at once."""
    packed = copy(info)
    del packed.CRC
    packed.compress_type, packed.file_size = zipfile.ZIP_STORED, info.compress_size
    inflate = bz2.BZ2Decompressor()
    with archive.open(packed) as member:
        while not inflate.eof:
            more = member.read(_PACKED_CHUNK) if inflate.needs_input else b""
            if inflate.needs_input and not more:
                raise EOFError("cut off")
            data = inflate.decompress(more, _CHUNK)
            if data:
                yield data


def _unzipped_anew(whole: Input, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with whole.open() as stream, zipfile.ZipFile(stream) as archive:
        yield from _unzipped(archive, info)


def shown_name(name: str) -> str:
    """A member's name as it may be shown: without what could drive a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def _member(name: str, now: Unpack, again: Unpack, budget: Budget, depth: int) -> Iterator[Input | FileReport]:
    """A member of an archive as an input; `again` unpacks it when it is opened later on."""
    try:
        spool = _Spool(now, budget)
    except Refused as refused:
        yield FileReport(name, reason=str(refused))
        return
    except BROKEN as error:
        yield FileReport(name, reason=f"a broken archive: {error}")
        return
    latest = _Latest(spool, again, budget.packed)
    member = Input(name, latest.open, spool.size, broken=spool.broken)
    yield from unpacked(member, spool.head, budget, depth + 1)


class _Spool:
    """Unpacked bytes, in memory up to SPOOL_BYTES, else in a temporary file that goes with this object.

    `broken` says why they are not all there; without any bytes at all that is raised.
    """

    def __init__(self, unpack: Unpack, budget: Budget) -> None:
        self.size = 0
        self.path: str | None = None
        self.broken: str | None = None
        self.parts: list[bytes] = []
        self.file: IO[bytes] | None = None
        try:
            for data in unpack():
                self._add(data, budget)
        except BROKEN as error:
            if not self.size:
                raise
            self.broken = f"{type(error).__name__}: {error}"
        finally:
            self._close()
        self.data = b"".join(self.parts)
        self.parts.clear()
        with self.open() as stream:
            self.head = stream.read(HEAD_BYTES)

    def _add(self, data: bytes, budget: Budget) -> None:
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

    def _close(self) -> None:
        if self.file is not None:
            self.file.close()

    def open(self) -> BinaryIO:
        """A stream of its own over the bytes."""
        return BytesIO(self.data) if self.path is None else Path(self.path).open("rb")


def _remove(path: str) -> None:
    with suppress(OSError):
        Path(path).unlink()


_kept: list[_Spool] = []
"""The spool that was made last; a log is mostly opened right after it is found."""


class _Latest:
    """Opens a member's bytes: those unpacked last while they are kept, else unpacked anew."""

    def __init__(self, spool: _Spool, unpack: Unpack, packed: int) -> None:
        self.unpack, self.packed = unpack, packed
        self.spool = weakref.ref(spool)
        _kept[:] = [spool]

    def open(self) -> BinaryIO:
        """A fresh stream; it keeps its spool alive until it is closed."""
        spool = self.spool()
        if spool is None:
            spool = _Spool(self.unpack, Budget(self.packed))
            self.spool = weakref.ref(spool)
            _kept[:] = [spool]
        return spool.open()
