"""The JSON objects of a stream, one at a time: lines, arrays, pretty-printed documents, in bounded memory.

Nothing is parsed here. Braces are matched outside strings, and whatever breaks the structure is handed out as
it stands, so that the reader that parses it reports it and the objects around it are still found.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import BinaryIO

MAX_OBJECT = 64 << 20
"""Bytes one object may have; a longer one is handed out cut, as a broken stretch."""

SHOWN = 65_536
"""Bytes of a broken stretch that are handed out."""

_CHUNK = 1 << 20
_DEEPEST = 1000
_OBJECT, _ARRAY = ord("{"), ord("[")
_STRING = rb'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_TOKEN = re.compile(rb'([^{}\[\]"]*+(?:' + _STRING + rb'[^{}\[\]"]*+)*+)([{}\[\]"]?)')
_MEMBER = re.compile(rb"(" + _STRING + rb")\s*+:\s*+$")
_BETWEEN = re.compile(rb"[\s,]*+")
_TWO_OBJECTS = re.compile(rb"\}[\s,]*+\{")
_LINE_START = re.compile(rb"\n([ \t]*+)\{")
_LINE_OR_BRACE = re.compile(rb"\{|\n[ \t]*+\{")
_LAST_BLANKS = re.compile(rb"(?:^|\n)([ \t]*)$")


def objects(
    stream: BinaryIO, *, inside: Collection[str] = (), limit: int = MAX_OBJECT
) -> Iterator[tuple[int, int | None, bytes]]:
    """The byte offset, line (from 1) and UTF-8 text of each JSON object at top level or in arrays there.

    UTF-8 and UTF-16 with a byte order mark are understood; offsets always count bytes of `stream`. An object
    with a member named in `inside` that holds an array is a wrapper: the objects of that array are given, and
    the wrapper's other members are passed over. A stretch that is no object (stray text, an object cut off or
    longer than `limit`, an array that never ends: then empty) is given too, at most SHOWN bytes of it. It
    does not parse as an object, which is how the caller learns of it; the next object starts at the next `{`
    that can be one, at the latest on a line that begins with it.
    """
    yield from _Scanner(_Source(stream), inside, limit).scan()


class _Source:
    """Reads a stream as UTF-8 and knows how many bytes of it a piece of text was."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.head = stream.read(3)
        self.wide: codecs.IncrementalDecoder | None = None
        self.start = 0
        if self.head.startswith(codecs.BOM_UTF8):
            self.head, self.start = b"", 3
        elif self.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            name = "utf-16-le" if self.head.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
            self.wide = codecs.getincrementaldecoder(name)("replace")
            self.head, self.start = self.head[2:], 2

    def read(self, size: int) -> bytes:
        """Up to about `size` more bytes of text, empty at the end only."""
        while True:
            data = self.head + self.stream.read(size)
            self.head = b""
            if self.wide is None:
                return data
            text = self.wide.decode(data, final=not data)
            if text or not data:
                return text.encode()

    def width(self, text: bytes) -> int:
        """How many bytes of the stream this text was."""
        return len(text) if self.wide is None else len(text.decode(errors="replace").encode("utf-16-le"))


@dataclass(slots=True)
class _Found:
    """Where an object that was looked for ends, and how that went.

    structure: it breaks at a brace or bracket that cannot stand there, outside strings.
    """

    end: int
    whole: bool
    wrapper: bool = False
    structure: bool = False


class _Scanner:
    """The walk over the text; `pos` is where it stands in `buf`, bytes before that are never needed again."""

    def __init__(self, source: _Source, inside: Collection[str], limit: int) -> None:
        self.source, self.limit = source, limit
        self.keys = frozenset(f'"{key}"'.encode() for key in inside)
        self.buf, self.pos, self.eof = b"", 0, False
        self.offset, self.line = source.start, 1
        self.indent, self.fresh = 0, True
        self.arrays = 0
        self.sure = True
        self.wrapped = False
        self.strict = -1

    def scan(self) -> Iterator[tuple[int, int | None, bytes]]:
        """All objects and broken stretches, in order."""
        while self._skip_between():
            byte = self.buf[self.pos]
            if byte == _OBJECT:
                fast = self._line_object() if self.fresh else None
                resume = self._take_resume()
                if fast is None:
                    yield from self._object(resume)
                else:
                    yield self.offset, self.line, fast
                    self.offset += len(fast) if self.source.wide is None else self.source.width(fast)
                    self.pos += len(fast)
                    self.strict -= len(fast)
            elif byte == _ARRAY:
                self.arrays, self.fresh = self.arrays + 1, False
                self._advance(1)
            elif byte == ord("]") and self.arrays:
                self._close_array()
            else:
                yield self._broken(self.pos, self._take_resume())
        if self.arrays and self.sure:
            yield self.offset, self.line, b""

    def _take_resume(self) -> re.Pattern[bytes]:
        """Where the next object can start if what begins here is broken.

        What begins a line ends at a line: an object inside it must not pass for one of its own.
        """
        fresh, self.fresh = self.fresh, False
        return _LINE_START if fresh else _LINE_OR_BRACE

    # Moving

    def _fill(self) -> bool:
        """Read more behind `buf`, dropping what is before `pos`; False at the end of the stream."""
        if self.eof:
            return False
        data = self.source.read(max(_CHUNK, len(self.buf) - self.pos))
        self.eof = not data
        self.buf, self.pos = self.buf[self.pos :] + data, 0
        return not self.eof

    def _advance(self, count: int) -> None:
        """Pass over `count` bytes."""
        text = self.buf[self.pos : self.pos + count]
        self.line += text.count(b"\n")
        self.offset += self.source.width(text)
        self.pos += count
        self.strict -= count

    def _skip_between(self) -> bool:
        """Go to the next byte that is no blank or comma; False when there is none."""
        while True:
            match = _BETWEEN.match(self.buf, self.pos)
            assert match is not None
            if match.end() > self.pos:
                blanks = _LAST_BLANKS.search(match[0]) if b"\n" in match[0] else None
                if blanks is not None:
                    self.indent, self.fresh = len(blanks[1]), True
                self._advance(match.end() - self.pos)
            if self.pos < len(self.buf):
                return True
            if not self._fill():
                return False

    # Finding

    def _line_object(self) -> bytes | None:
        """The object at `pos` when it is the only thing on its line and plainly whole; a quick test only."""
        end = self.buf.find(b"\n", self.pos)
        if end < 0 and len(self.buf) - self.pos < _CHUNK and not self.eof:
            self._fill()
            end = self.buf.find(b"\n", self.pos)
        if end < 0:
            return None
        line = self.buf[self.pos : end].rstrip(b" \t\r,")
        opened = line.count(b"{")
        if len(line) > self.limit or not line.endswith(b"}") or opened != line.count(b"}"):
            return None
        if (opened > 1 and _TWO_OBJECTS.search(line)) or any(key in line for key in self.keys):
            return None
        return line

    def _object(self, resume: re.Pattern[bytes]) -> Iterator[tuple[int, int | None, bytes]]:
        """The object at `pos`, by matching braces; or its wrapped objects; or the stretch that is broken."""
        found = self._find_end(keep=True)
        if found.wrapper:
            self._enter_wrapper(found.end)
        elif found.whole:
            size = found.end - self.pos
            yield self.offset, self.line, self.buf[self.pos : found.end]
            self._advance(size)
        else:
            self.strict = max(self.strict, found.end - self.pos)
            yield self._broken(found.end, resume if found.structure else _LINE_START)

    def _enter_wrapper(self, end: int) -> None:
        self._advance(end - self.pos)
        self.wrapped, self.arrays = True, 1

    def _close_array(self) -> None:
        """Pass over a `]`; behind a wrapper's array, pass over the rest of the wrapper too."""
        self._advance(1)
        self.arrays -= 1
        if self.arrays or not self.wrapped:
            return
        self.wrapped = False
        found = self._find_end(keep=False)
        if found.wrapper:
            self._enter_wrapper(found.end)
        elif found.whole:
            self._advance(found.end - self.pos)
        else:
            self.arrays = 1 if found.end == len(self.buf) and self.eof else 0

    def _find_end(self, *, keep: bool) -> _Found:
        """Match braces from `pos` on, where an object starts (keep) or goes on (its text is passed over)."""
        stack = bytearray(b"{")
        at, before = (self.pos + 1 if keep else self.pos), b"{"
        while True:
            for match in _TOKEN.finditer(self.buf, at):
                gap, token = match.groups()
                start = match.start(2)
                if token == b"{":
                    if not _may_open(stack, before, gap.strip()) or self._is_new_line_object(start):
                        return _Found(start, whole=False, structure=True)
                    stack.append(_OBJECT)
                elif token == b"[":
                    if len(stack) == 1 and self._is_wrapper(gap):
                        return _Found(start + 1, whole=True, wrapper=True)
                    stack.append(_ARRAY)
                elif token == b"}" or token == b"]":
                    if not _close(stack, _OBJECT if token == b"}" else _ARRAY):
                        return _Found(start, whole=False, structure=True)
                    if not stack:
                        return _Found(start + 1, whole=start - self.pos < self.limit)
                elif token and self.buf.find(b"\n", start) >= 0:
                    return _Found(start, whole=False)
                else:
                    break
                at, before = start + 1, token
                if len(stack) > _DEEPEST or at - self.pos > self.limit:
                    return _Found(at, whole=False)
            if keep and len(self.buf) - self.pos > self.limit:
                return _Found(len(self.buf), whole=False)
            if not keep:
                self._advance(at - self.pos)
            dropped = self.pos
            if not self._fill():
                return _Found(len(self.buf), whole=False)
            at -= dropped

    def _is_wrapper(self, gap: bytes) -> bool:
        """Whether the text before a `[` names a member that was asked for."""
        member = _MEMBER.search(gap) if self.keys else None
        return member is not None and member[1] in self.keys

    def _is_new_line_object(self, start: int) -> bool:
        """Where an object is known to be broken: is this `{` first on a line, and no deeper than it?"""
        if start - self.pos > self.strict:
            return False
        blanks = _LAST_BLANKS.search(self.buf, max(self.pos, start - self.indent - 1), start)
        return blanks is not None and b"\n" in blanks[0] and len(blanks[1]) <= self.indent

    # Breaking

    def _broken(self, end: int, resume: re.Pattern[bytes]) -> tuple[int, int | None, bytes]:
        """Give the broken stretch from `pos` on, and go to where the next object can start."""
        self.sure = False
        place = self.offset, self.line
        shown, most = b"", min(SHOWN, self.limit)
        stop = self._line_start_within(end)
        look = end if end > self.pos else self.pos + 1
        while stop is None:
            match = resume.search(self.buf, look)
            if match is not None:
                stop = match.end() - 1
                break
            shown += self.buf[self.pos : self.pos + most - len(shown)]
            tail = self.buf.rfind(b"\n", self.pos + 1)
            passed = len(self.buf) if tail < 0 or len(self.buf) - tail > SHOWN else tail
            self._advance(passed - self.pos)
            if not self._fill():
                self._advance(len(self.buf) - self.pos)
                return *place, shown.rstrip()
            look = self.pos
        shown += self.buf[self.pos : min(stop, self.pos + most - len(shown))]
        blanks = _LAST_BLANKS.search(self.buf[self.pos : stop])
        self._advance(stop - self.pos)
        if blanks is not None:
            self.indent, self.fresh = len(blanks[1]), True
        return *place, shown.rstrip()

    def _line_start_within(self, end: int) -> int | None:
        """The first line up to `end` that begins, no deeper than the broken object did, with a `{`."""
        for match in _LINE_START.finditer(self.buf, self.pos, min(end + 1, len(self.buf))):
            if len(match[1]) <= self.indent:
                return match.end() - 1
        return None


def _may_open(stack: bytearray, before: bytes, gap: bytes) -> bool:
    """Whether an object may start here: as a member's value, or as an array's element."""
    if stack[-1] == _OBJECT:
        return gap.endswith(b":")
    return gap.endswith(b",") or (before == b"[" and not gap)


def _close(stack: bytearray, opener: int) -> bool:
    """Close the innermost container of this kind, with unclosed ones inside it; False when there is none."""
    place = stack.rfind(opener)
    if place < 0:
        return False
    del stack[place:]
    return True
