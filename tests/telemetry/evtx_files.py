"""Small EVTX files, built by hand: BinXml without templates, one chunk or several."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

CHUNK = 65_536
FIRST = 512


@dataclass
class Element:
    """An XML element: its name, attributes and text or elements."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: str | list[Element] = ""


def event(number: int, *, provider: str = "Test-Provider", event_id: int = 1, **data: str) -> Element:
    """An event as Windows logs it, with named EventData."""
    system = [
        Element("Provider", {"Name": provider, "Guid": "5770385F-C22A-43E0-BF4C-06F5698FFBD9"}),
        Element("EventID", content=str(event_id)),
        Element("Version", content="5"),
        Element("Level", content="4"),
        Element("Task", content="1"),
        Element("Opcode", content="0"),
        Element("Keywords", content="0x8000000000000000"),
        Element("TimeCreated", {"SystemTime": f"2024-01-02T03:04:{number % 60:02d}.123456Z"}),
        Element("EventRecordID", content=str(number)),
        Element("Correlation"),
        Element("Execution", {"ProcessID": "12", "ThreadID": "34"}),
        Element("Channel", content="Test/Operational"),
        Element("Computer", content="host-1"),
        Element("Security", {"UserID": "S-1-5-18"}),
    ]
    values = [Element("Data", {"Name": name}, value) for name, value in data.items()]
    return Element(
        "Event",
        {"xmlns": "http://schemas.microsoft.com/win/2004/08/events/event"},
        [Element("System", content=system), Element("EventData", content=values)],
    )


def record(number: int, body: Element, at: int) -> bytes:
    """A record whose bytes will stand at `at` in its chunk: names are held where they are used."""
    binxml = _BinXml(at + 24)
    binxml.put(b"\x0f\x01\x01\x00")
    binxml.element(body)
    binxml.put(b"\0")
    size = 24 + len(binxml.data) + 4
    size += -size % 8
    head = struct.pack("<4sIQQ", b"**\0\0", size, number, 133_486_694_451_234_567)
    return (head + bytes(binxml.data)).ljust(size - 4, b"\0") + struct.pack("<I", size)


class _BinXml:
    def __init__(self, base: int) -> None:
        self.base, self.data = base, bytearray()

    def put(self, data: bytes) -> None:
        self.data += data

    def name(self, name: str) -> None:
        """The place of a name, and the name itself right behind it."""
        here = self.base + len(self.data) + 4
        self.put(struct.pack("<IIHH", here, 0, 0, len(name)) + name.encode("utf-16-le") + b"\0\0")

    def text(self, text: str) -> None:
        wide = text.encode("utf-16-le", "surrogatepass")
        self.put(b"\x05\x01" + struct.pack("<H", len(wide) // 2) + wide)

    def element(self, element: Element) -> None:
        """An open tag, its attributes, what is inside, and the end tag."""
        self.put(b"\x41" if element.attributes else b"\x01")
        size_at = len(self.data)
        self.put(bytes(4))
        self.name(element.name)
        if element.attributes:
            list_at = len(self.data)
            self.put(bytes(4))
            for index, (name, value) in enumerate(element.attributes.items()):
                last = index == len(element.attributes) - 1
                self.put(b"\x06" if last else b"\x46")
                self.name(name)
                self.text(value)
            struct.pack_into("<I", self.data, list_at, len(self.data) - list_at - 4)
        self.put(b"\x02")
        if isinstance(element.content, str):
            if element.content:
                self.text(element.content)
        else:
            for inner in element.content:
                self.element(inner)
        self.put(b"\x04")
        struct.pack_into("<I", self.data, size_at, len(self.data) - size_at - 4)


def chunk(events: Sequence[tuple[int, Element]]) -> bytes:
    """A chunk of these records, by number."""
    data = bytearray(FIRST)
    last = FIRST
    for number, body in events:
        last = len(data)
        data += record(number, body, last)
    numbers = [number for number, _ in events] or [0]
    struct.pack_into(
        "<8sQQQQIII",
        data,
        0,
        b"ElfChnk\0",
        numbers[0],
        numbers[-1],
        numbers[0],
        numbers[-1],
        128,
        last,
        len(data),
    )
    assert len(data) <= CHUNK
    return bytes(data.ljust(CHUNK, b"\0"))


def starts(chunk_data: bytes) -> list[int]:
    """Where the records of a chunk stand."""
    found, at = [], FIRST
    while chunk_data[at : at + 4] == b"**\0\0":
        found.append(at)
        at += struct.unpack_from("<I", chunk_data, at + 4)[0]
    return found


def file(chunks: Sequence[bytes], promised: int | None = None) -> bytes:
    """A file of these chunks."""
    count = len(chunks) if promised is None else promised
    header = struct.pack("<8sQQQIHHHH", b"ElfFile\0", 0, len(chunks), 1, 128, 1, 3, 4096, count)
    return header.ljust(4096, b"\0") + b"".join(chunks)
