"""Event XML as EVTX chunks, so that events made from scenarios can stand among real ones.

Written as the event log service writes: binary XML, one template for each shape of event in a chunk, values
typed. The layout is that of [MS-EVEN6] and of libevtx's format description.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple
from xml.etree import ElementTree as ET

CHUNK_BYTES = 65_536
HEADER_BYTES = 4_096
_RECORDS_AT = 512
_START_BYTES = 11
"""An element's token, dependency, size and place of its name."""

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

_STRING, _U8, _U16, _U32, _U64, _TIME, _HEX64 = 0x01, 0x04, 0x06, 0x08, 0x0A, 0x11, 0x15
_NUMBERS = {_U8: "<B", _U16: "<H", _U32: "<I", _U64: "<Q", _HEX64: "<Q"}
_TYPES = {
    "EventID": _U16,
    "Version": _U8,
    "Level": _U8,
    "Task": _U16,
    "Opcode": _U8,
    "Keywords": _HEX64,
    "EventRecordID": _U64,
    "SystemTime": _TIME,
    "ProcessID": _U32,
    "ThreadID": _U32,
}
_VARYING = frozenset({"SystemTime", "ProcessID", "ThreadID", "UserID"})
"""Attributes whose values differ from event to event; those of others are part of the template."""


class _Value(NamedTuple):
    type: int
    data: bytes


class _Record(NamedTuple):
    number: int
    time: int
    root: ET.Element


def file_header(chunks: int) -> bytes:
    """The header of an EVTX file with that many chunks; 4,096 bytes."""
    head = struct.pack("<8sQQQIHHHH", b"ElfFile\0", 0, max(chunks - 1, 0), 1, 128, 1, 3, HEADER_BYTES, chunks)
    head = head.ljust(120, b"\0")
    return (head + struct.pack("<II", 0, zlib.crc32(head))).ljust(HEADER_BYTES, b"\0")


def chunks(events: Iterable[str]) -> Iterator[tuple[bytes, int]]:
    """Chunks of 65,536 bytes with the number of records in each, for `<Event>` texts in order."""
    chunk = _Chunk()
    for text in events:
        record = _record(text)
        if not chunk.add(record):
            yield chunk.finish(), chunk.records
            chunk = _Chunk()
            if not chunk.add(record):
                raise ValueError(f"event {record.number} is larger than a chunk")
    if chunk.records:
        yield chunk.finish(), chunk.records


def parsed(text: str) -> ET.Element:
    """An `<Event>` as a tree without namespaces; the root keeps its xmlns as an attribute."""
    root = ET.fromstring(text)
    for element in root.iter():
        space, _, name = element.tag.rpartition("}")
        element.tag = name
        if element is root and space:
            root.attrib = {"xmlns": space[1:], **root.attrib}
    return root


def _record(text: str) -> _Record:
    root = parsed(text)
    number = root.findtext("System/EventRecordID") or "0"
    created = root.find("System/TimeCreated")
    return _Record(int(number), _filetime("" if created is None else created.get("SystemTime", "")), root)


def _filetime(text: str) -> int:
    """100 ns since 1601 for `2026-03-02T09:00:31.2500000Z`."""
    whole, _, fraction = text.removesuffix("Z").partition(".")
    since = datetime.fromisoformat(whole).replace(tzinfo=UTC) - _EPOCH
    return (since.days * 86_400 + since.seconds) * 10_000_000 + int(fraction.ljust(7, "0")[:7])


class _Chunk:
    """A chunk being filled."""

    def __init__(self) -> None:
        self.records = 0
        self._data = bytearray(_RECORDS_AT)
        self._templates: dict[object, int] = {}
        self._numbers: list[int] = []
        self._last = 0

    def add(self, record: _Record) -> bool:
        """Add a record if there is room."""
        shape = _shape(record.root)
        known = self._templates.get(shape)
        at = len(self._data) + 24
        body = _fragment(record.root, at, known)
        size = 24 + len(body) + 4
        if len(self._data) + size > CHUNK_BYTES:
            return False
        if known is None:
            self._templates[shape] = at + 14
        self._last = len(self._data)
        self._data += struct.pack("<IIQQ", 0x2A2A, size, record.number, record.time) + body
        self._data += struct.pack("<I", size)
        self._numbers.append(record.number)
        self.records += 1
        return True

    def finish(self) -> bytes:
        """The whole chunk with its checksums."""
        free = len(self._data)
        first, last = self._numbers[0], self._numbers[-1]
        crc = zlib.crc32(self._data[_RECORDS_AT:])
        head = struct.pack("<8sQQQQIIII", b"ElfChnk\0", first, last, first, last, 128, self._last, free, crc)
        head = head.ljust(120, b"\0")
        checksum = zlib.crc32(head + self._data[128:_RECORDS_AT])
        self._data[:128] = head + struct.pack("<II", 1, checksum)
        return bytes(self._data).ljust(CHUNK_BYTES, b"\0")


def _shape(element: ET.Element) -> object:
    """What two events must share to be written with one template."""
    attributes = tuple((name, None if name in _VARYING else value) for name, value in element.items())
    return element.tag, attributes, bool(element.text), tuple(_shape(child) for child in element)


def _fragment(root: ET.Element, at: int, known: int | None) -> bytes:
    """Binary XML of an event at this place of the chunk; its template is defined here unless it is known."""
    values: list[_Value] = []
    definition = b""
    start = at + 14
    if known is None:
        body = b"\x0f\x01\x01\x00" + _element(root, start + 24 + 4, values) + b"\x00"
        identity = zlib.crc32(body)
        definition = struct.pack("<IIIIII", 0, identity, 0, 0, 0, len(body)) + body
    else:
        _element(root, 0, values)
    instance = b"\x0f\x01\x01\x00\x0c\x01" + struct.pack("<II", start, start if known is None else known)
    table = b"".join(struct.pack("<HBB", len(value.data), value.type, 0) for value in values)
    data = b"".join(value.data for value in values)
    return instance + definition + struct.pack("<I", len(values)) + table + data + b"\x00"


def _element(element: ET.Element, at: int, values: list[_Value]) -> bytes:
    """An element of a template at this place of the chunk; what varies is appended to values."""
    name = _name(element.tag)
    attributes = _attributes(element, at + _START_BYTES + len(name) + 4, values)
    content_at = at + _START_BYTES + len(name) + len(attributes)
    rest = attributes + _content(element, content_at + 1, values)
    token = 0x41 if attributes else 0x01
    return struct.pack("<BHII", token, 0xFFFF, 4 + len(name) + len(rest), at + _START_BYTES) + name + rest


def _attributes(element: ET.Element, at: int, values: list[_Value]) -> bytes:
    """An element's attributes behind their size; `at` is the place behind the size."""
    made = bytearray()
    last = len(element.attrib) - 1
    for index, (name, value) in enumerate(element.items()):
        token = 0x06 if index == last else 0x46
        made += struct.pack("<BI", token, at + len(made) + 5) + _name(name)
        made += _substitution(name, value, values) if name in _VARYING else _static(value)
    return struct.pack("<I", len(made)) + made if made else b""


def _content(element: ET.Element, at: int, values: list[_Value]) -> bytes:
    """What follows an element's attributes, to its end; `at` is the place behind its start tag."""
    if not element.text and not len(element):
        return b"\x03"
    inside = bytearray()
    if element.text:
        inside += _substitution(element.tag, element.text, values)
    for child in element:
        inside += _element(child, at + len(inside), values)
    return b"\x02" + bytes(inside) + b"\x04"


def _name(text: str) -> bytes:
    """A name, which is written wherever it is used."""
    number = 0
    for char in text:
        number = (number * 65_599 + ord(char)) & 0xFFFFFFFF
    return struct.pack("<IHH", 0, number & 0xFFFF, len(text)) + text.encode("utf-16-le") + b"\0\0"


def _static(value: str) -> bytes:
    return struct.pack("<BBH", 0x05, _STRING, len(value)) + value.encode("utf-16-le")


def _substitution(name: str, text: str, values: list[_Value]) -> bytes:
    kind = _TYPES.get(name, _STRING)
    values.append(_Value(kind, _encoded(kind, text)))
    return struct.pack("<BHB", 0x0D, len(values) - 1, kind)


def _encoded(kind: int, text: str) -> bytes:
    if kind == _STRING:
        return text.encode("utf-16-le")
    if kind == _TIME:
        return struct.pack("<Q", _filetime(text))
    return struct.pack(_NUMBERS[kind], int(text, 16 if text.startswith("0x") else 10))
