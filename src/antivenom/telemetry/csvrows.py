"""The rows of a CSV file with a header, each with its place; a broken row does not swallow its neighbours."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

MAX_ROW = 1 << 20
"""Bytes one row can have, line breaks inside quotes included."""

# The limit is one for the whole process; it is only ever raised here.
csv.field_size_limit(max(csv.field_size_limit(), MAX_ROW))


class Row(NamedTuple):
    """A row: its byte offset, its first line (from 1), its text without line end, and its cells.

    `cells` is None when the row is broken; `expected` and `found` then say how.
    """

    offset: int
    line: int
    text: str
    cells: list[str] | None
    expected: str = ""
    found: str = ""


class _Line(NamedTuple):
    offset: int
    number: int
    text: str
    whole: bool


def rows(stream: BinaryIO) -> Iterator[Row]:
    """All rows, the header first; UTF-8 or, with a byte order mark, UTF-16. Blank lines are passed over.

    A row that runs over several lines and does not have the header's number of cells is broken at its first
    line only; reading goes on with the second.
    """
    lines = _Lines(_lines(stream))
    width: int | None = None
    while (first := lines.peek(0)) is not None:
        if not first.text.strip():
            lines.drop(1)
            continue
        count = _row_lines(lines)
        row = _row([line for n in range(count) if (line := lines.peek(n)) is not None], width)
        if row.cells is None and count > 1:
            count, row = 1, _broken(first, row.expected, row.found)
        elif width is None and row.cells is not None:
            width = len(row.cells)
        lines.drop(count)
        yield row


class _Lines:
    """Lines that can be looked at before they are taken."""

    def __init__(self, lines: Iterator[_Line]) -> None:
        self._lines = lines
        self._seen: list[_Line] = []
        self._taken = 0

    def peek(self, place: int) -> _Line | None:
        """The line `place` lines ahead, or None behind the end."""
        while len(self._seen) <= self._taken + place:
            line = next(self._lines, None)
            if line is None:
                return None
            self._seen.append(line)
        return self._seen[self._taken + place]

    def drop(self, count: int) -> None:
        """Pass over lines."""
        self._taken += count
        if self._taken * 2 > len(self._seen):
            del self._seen[: self._taken]
            self._taken = 0


def _row_lines(lines: _Lines) -> int:
    """How many lines the next row has: until its quotes are even in number. One when they never are."""
    quotes = size = count = 0
    while (line := lines.peek(count)) is not None and size < MAX_ROW:
        quotes += line.text.count('"')
        size += len(line.text)
        count += 1
        if quotes % 2 == 0:
            return count
    return 1


def _row(lines: list[_Line], width: int | None) -> Row:
    """The row these lines are."""
    first, texts = lines[0], [line.text for line in lines]
    if not first.whole:
        return _broken(first, f"a row of at most {MAX_ROW} bytes", "a longer one")
    try:
        cells = next(csv.reader(texts, strict=True))
    except (csv.Error, StopIteration) as error:
        return _broken(first, "a CSV row", str(error) or "nothing")
    if width is not None and len(cells) != width:
        return _broken(first, f"{width} cells", f"{len(cells)} cells")
    return Row(first.offset, first.number, "".join(texts).rstrip("\r\n"), cells)


def _broken(line: _Line, expected: str, found: str) -> Row:
    return Row(line.offset, line.number, line.text.rstrip("\r\n"), None, expected, found)


def _lines(stream: BinaryIO) -> Iterator[_Line]:
    """Decoded lines with their line ends; one longer than MAX_ROW is cut and marked."""
    head = stream.read(3)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        stream.seek(2)
        yield from _wide_lines(stream, "utf-16-le" if head.startswith(codecs.BOM_UTF16_LE) else "utf-16-be")
        return
    offset = 3 if head == codecs.BOM_UTF8 else 0
    stream.seek(offset)
    number = 1
    while data := stream.readline(MAX_ROW):
        whole = data.endswith(b"\n") or len(data) < MAX_ROW
        yield _Line(offset, number, data.decode("utf-8", "replace"), whole)
        offset += len(data)
        number += 1
        while not whole and not data.endswith(b"\n") and (data := stream.readline(MAX_ROW)):
            offset += len(data)


def _wide_lines(stream: BinaryIO, encoding: str) -> Iterator[_Line]:
    """Lines of UTF-16 text, whose line ends are two bytes."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    offset, number, text = 2, 1, ""
    while True:
        data = stream.read(1 << 16)
        text += decoder.decode(data, final=not data)
        *whole, text = text.split("\n")
        for line in whole:
            yield _Line(offset, number, line + "\n", len(line) < MAX_ROW)
            offset += len((line + "\n").encode("utf-16-le"))
            number += 1
        if not data:
            break
        if len(text) > 2 * MAX_ROW:
            offset += len(text[MAX_ROW:].encode("utf-16-le"))
            text = text[:MAX_ROW]
    if text:
        yield _Line(offset, number, text, len(text) < MAX_ROW)
