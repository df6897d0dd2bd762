"""Text that a person wrote, places in it, and how a place is shown."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_WIDEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of character offsets into one SourceText."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True)
class SourceText:
    """A query, rule or scenario as it was given, with the name a user knows it by."""

    text: str
    name: str = "query"

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0] + [i + 1 for i, char in enumerate(self.text) if char == "\n"]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Line `number` (from 1) without its line break."""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].rstrip("\r")

    def slice(self, span: Span) -> str:
        """The text under a span."""
        return self.text[span.start : span.end]

    def written(self, span: Span) -> tuple[SourceText, Span]:
        """The text a person wrote, and the place in it that a span of this text stands for."""
        return self, span


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text made from another: where it is, and where it comes from; `same` if letter for letter."""

    span: Span
    origin: Span
    same: bool


@dataclass(frozen=True)
class ExpandedText(SourceText):
    """A text made from one a person wrote, such as a query with its macros put in; its pieces in order."""

    original: SourceText = SourceText("")
    pieces: tuple[Piece, ...] = ()

    def written(self, span: Span) -> tuple[SourceText, Span]:
        """The place in the original: of what a macro put in, the place of its call."""
        touched = [p for p in self.pieces if p.span.start < max(span.end, span.start + 1) and span.start < p.span.end]
        if not touched:
            return self.original, Span(len(self.original.text), len(self.original.text))
        return self.original, Span(_origin(touched[0], span.start, 0), _origin(touched[-1], span.end, 1))


def _origin(piece: Piece, offset: int, end: int) -> int:
    if not piece.same:
        return piece.origin.end if end else piece.origin.start
    return min(max(piece.origin.start + offset - piece.span.start, piece.origin.start), piece.origin.end)


def caret(source: SourceText, span: Span) -> str:
    """Draw the line under `span` with carets below it: three lines, the first naming the place.

    Control characters are shown as spaces and a very long line is cut around the span, so that a
    hostile query cannot drive a terminal.
    """
    source, span = source.written(span)
    line_number, column = source.position(min(span.start, len(source.text)))
    line = "".join(char if char.isprintable() else " " for char in source.line(line_number))
    first = column - 1
    width = max(1, min(span.end - span.start, len(line) - first))
    if len(line) > _WIDEST_LINE:
        cut = max(0, first - _WIDEST_LINE // 3)
        line, first = line[cut : cut + _WIDEST_LINE], first - cut
        width = max(1, min(width, _WIDEST_LINE - first))
    gutter = f"{line_number} | "
    return (
        f"{source.name}:{line_number}:{column}\n{gutter}{line}\n{' ' * (len(gutter) - 2)}| {' ' * first}{'^' * width}"
    )
