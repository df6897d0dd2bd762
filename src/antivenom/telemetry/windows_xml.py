"""Windows events as XML text: one event, a list of them, one a line, or one behind the other.

The text is cut into `<Event ...>...</Event>` slices as bytes, in bounded memory, before anything is parsed,
so that a broken event leaves its neighbours whole. What stands between events is nothing but blanks,
`<Events>` tags, XML declarations and comments, or the start of an event's own line (a syslog header, as
Sysmon for Linux has it); anything else is damage, a DOCTYPE by name, which is never expanded. UTF-8 and
UTF-16 are read. Bytes that are no UTF-8 are damage too, and their event is given with U+FFFD in their place.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from antivenom.tables import Damage, Event, Need, Origin, Reading
from antivenom.telemetry import eventxml, windows
from antivenom.telemetry.format import Format, Input

MAX_EVENT = 16 << 20
"""Bytes one event may have; Windows' own limit is 64 KiB before it becomes XML."""

_CHUNK = 1 << 20
_START = re.compile(rb"<Event(?=[\s>/])")
_END = b"</Event>"
_EDGE = re.compile(rb"</Event>|<Event(?=[\s>/])")
_BETWEEN = re.compile(rb"(?:\s++|\xef\xbb\xbf|\x00|<\?xml[^<>?]*+\?>|</?Events(?:\s[^<>]*+)?>|<!--(?s:.*?)-->)*+")
_SNIFFED = re.compile(r"<Event(?:\s[^<>]*)?>\s*<System>")
_LOOSE = re.compile(r"<Event(?:\s[^<>]*)?>")
_XML_HEAD = re.compile(r"[\ufeff\s]*(?:<\?xml[^<>]*\?>\s*)?<Events?[\s>]")


def sniff(head: bytes) -> int:
    """Sure when the text begins with events; fairly sure when an event stands somewhere behind other text."""
    text = _decoder(head)[1].decode(head, False) if head else ""
    start = text.lstrip("\ufeff\x00 \t\r\n")[:1]
    if start in ("{", "[", "") or not _SNIFFED.search(text):
        return 60 if start == "<" and _XML_HEAD.match(text) and _LOOSE.search(text) else 0
    return 95 if start == "<" else 80


def read(source: Input, need: Need) -> Iterator[Reading]:
    """Events and damage in file order. `Event.raw` is the event's text itself."""
    wants = windows.kinds_wanted(need)
    with source.open() as stream:
        yield from _Reader(stream, source.name, wants, need.raw_for("windows")).read()


def _decoder(head: bytes) -> tuple[int, codecs.IncrementalDecoder]:
    """The width of a code unit, and a decoder for such text; UTF-16 is known by its BOM or its zeros."""
    name, width = "utf-8", 1
    if head.startswith(codecs.BOM_UTF16_LE) or (head[1:2] == b"\0" and head[:1] not in (b"", b"\0")):
        name, width = "utf-16-le", 2
    elif head.startswith(codecs.BOM_UTF16_BE) or (head[:1] == b"\0" and head[1:2] not in (b"", b"\0")):
        name, width = "utf-16-be", 2
    return width, codecs.getincrementaldecoder(name)("replace")


class _Reader:
    """The walk over the text: `buf` is UTF-8, and the walk stands at `pos`, byte `offset`, line `line`."""

    def __init__(self, stream: BinaryIO, name: str, wants: Callable[[str], bool] | None, raw: bool) -> None:
        self.stream, self.name, self.wants, self.raw = stream, name, wants, raw
        first = stream.read(_CHUNK)
        self.width, self.decoder = _decoder(first)
        self.buf, self.pos, self.offset, self.line, self.eof = b"", 0, 0, 1, False
        self._take(first)

    def read(self) -> Iterator[Reading]:
        """All events and damage, in order."""
        searched = 0
        while True:
            start = _START.search(self.buf, self.pos + searched)
            if start is not None:
                yield from self._between(start.start(), last=False)
                yield from self._slice()
                searched = 0
                continue
            if self.eof:
                yield from self._between(len(self.buf), last=True)
                return
            searched = max(0, len(self.buf) - self.pos - len("<Event "))
            if searched > MAX_EVENT:
                yield from self._between(self.pos + searched, last=False)
                searched = 0
            self._fill()

    # Moving

    def _take(self, data: bytes) -> None:
        if not data:
            self.eof = True
        more = data if self.width == 1 else self.decoder.decode(data, not data).encode()
        self.buf, self.pos = self.buf[self.pos :] + more, 0

    def _fill(self) -> None:
        self._take(self.stream.read(max(_CHUNK, len(self.buf) - self.pos)))

    def _pass(self, end: int) -> bytes:
        """Go to `end`, and give what was passed."""
        text = self.buf[self.pos : end]
        self.line += text.count(b"\n")
        wide = self.width == 2
        self.offset += len(text.decode(errors="replace").encode("utf-16-le")) if wide else len(text)
        self.pos = end
        return text

    def _origin(self) -> Origin:
        return Origin(self.name, None, self.line, self.offset)

    # Between events

    def _between(self, end: int, *, last: bool) -> Iterator[Damage]:
        """Go to `end`, where an event starts or the file ends; what may not stand before it is damage."""
        match = _BETWEEN.match(self.buf, self.pos, end)
        if match is not None:
            self._pass(match.end())
        if self.pos == end:
            return
        origin = self._origin()
        broken = self._pass(end)
        if not last:
            line = max(broken.rfind(b"\n"), broken.rfind(b"\r")) + 1
            broken = broken if broken.find(b"<", line) >= 0 else broken[:line]
        if b"<!DOCTYPE" in broken:
            yield Damage(origin, "events without a DOCTYPE, which is never expanded", _shown(broken))
        elif broken.strip():
            yield Damage(origin, "an <Event> element", _shown(broken))

    # Events

    def _slice(self) -> Iterator[Reading]:
        """The event that starts at `pos`, up to its end tag or the next event's start."""
        searched = len("<Event")
        while (edge := _EDGE.search(self.buf, self.pos + searched)) is None:
            if self.eof or len(self.buf) - self.pos > MAX_EVENT:
                break
            searched = max(searched, len(self.buf) - self.pos - len(_END))
            self._fill()
        origin = self._origin()
        whole = edge is not None and edge[0] == _END
        text = self._pass(len(self.buf) if edge is None else edge.end() if whole else edge.start())
        if len(text) > MAX_EVENT:
            yield Damage(origin, f"at most {MAX_EVENT} bytes in one event", _shown(text))
        elif whole:
            yield from self._event(text, origin)
        else:
            yield Damage(origin, "</Event>", _shown(text))

    def _event(self, data: bytes, origin: Origin) -> Iterator[Reading]:
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            text = data.decode(errors="replace")
            found = f"byte {data[error.start]:02x} at {error.start} of the event"
            yield Damage(origin, "UTF-8 text", found)
        try:
            fields = eventxml.parse(text, self.wants)
            if fields is not None:
                origin = origin._replace(record=windows.record_id(fields))
                yield windows.event(fields, text if self.raw else None, origin)
        except eventxml.Broken as broken:
            yield Damage(origin, broken.expected, broken.found)


def _shown(text: bytes) -> str:
    return repr(text[:60].decode(errors="replace").strip())


def write(events: Iterable[Event], stream: BinaryIO) -> None:
    """Write events as Windows renders them, one a line, in UTF-8.

    A provider, event id, time or host that the fields do not hold is taken from the event. Line breaks and
    control characters become references; a half of a surrogate pair, which UTF-8 has no bytes for, becomes
    U+FFFD; a field that is None is left out. Raises ValueError for a System field XML cannot name.
    """
    stream.writelines(windows.render(windows.completed(event), one_line=True).encode() + b"\n" for event in events)


FORMAT = Format("windows_xml", sniff, read, write)
"""Windows event XML."""
