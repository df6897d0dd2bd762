"""chart and timechart: `[options] functions [over row] [by row column]`, with options behind the fields they are of.

Search Reference, chart and timechart.
"""

from __future__ import annotations

import re
from typing import Any

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.bins import BIN_OPTIONS, BinsSaid
from antivenom.languages.spl.parsing.terms import TermReader
from antivenom.languages.spl.syntax import Name, StatsTerm
from antivenom.languages.spl.syntax_reports import Bins, Chart, Ranked, SeriesWhere
from antivenom.source import Span

_FLAGS = {
    "useother": "use_other", "usenull": "use_null", "cont": "continuous", "partial": "partial",
    "fixedrange": "fixed_range", "dedup_splitvals": "dedup_by", "dedup_splitval": "dedup_by",
}  # fmt: skip
_TEXTS = {"otherstr": "other", "nullstr": "null"}
_OPTIONS = BIN_OPTIONS | _FLAGS.keys() | _TEXTS.keys() | {"limit", "agg", "sep", "format"}
_RANKED = re.compile(r"(top|bottom)?(\d{1,6})", re.IGNORECASE)
_COMPARED = re.compile(r"\s*([<>])\s*\"?\s*(-?\d+(?:\.\d+)?)\s*\"?")
_MOST_FIELDS = 2


def parse_chart(command: str, text: str, start: int, end: int, span: Span) -> Chart:
    """The arguments of chart or timechart between two offsets."""
    return _Charts(command, text, start, end, span).chart()


class _Charts:
    """Reads one chart."""

    def __init__(self, command: str, text: str, start: int, end: int, span: Span) -> None:
        self._reader = TermReader(command, text, start, end, frozenset(_OPTIONS))
        self._span, self._timed = span, command == "timechart"
        self._terms: list[StatsTerm] = []
        self._fields: list[Name] = []
        self._over: Name | None = None
        self._bins = [BinsSaid(Bins()) for _ in range(_MOST_FIELDS + 1)]
        self._said: dict[str, Any] = {}
        self._separator: str | None = None

    def chart(self) -> Chart:
        """The whole command."""
        splitting = False
        while self._reader.more():
            if self._option():
                continue
            word = self._reader.next_word()
            if word == "by" and not splitting:
                self._reader.word()
                splitting = True
            elif word == "over" and not self._timed and not splitting and self._over is None:
                self._reader.word()
                self._over = self._reader.name()
                self._fields.append(self._over)
            elif word == "where" and splitting and self._fields:
                self._said["where"] = self._where()
            elif splitting:
                self._field()
            else:
                self._terms.append(self._reader.term())
        return self._made(splitting)

    def _made(self, splitting: bool) -> Chart:
        if not self._terms:
            raise QueryError(f"{self._reader.command} needs at least one function", span=self._span)
        if splitting and len(self._fields) == (1 if self._over else 0):
            raise QueryError("expected a field name behind by", span=self._span)
        if not self._timed and not self._fields:
            # without a field every result is one group
            return self._node(None, None)
        if self._timed:
            return self._node(None, self._fields[0] if self._fields else None)
        return self._node(self._fields[0], self._fields[1] if len(self._fields) > 1 else None)

    def _node(self, over: Name | None, by: Name | None) -> Chart:
        if "format" not in self._said and self._separator is not None:
            self._said["format"] = f"$AGG${self._separator}$VAL$"
        rows, columns = (self._bins[0], self._bins[1]) if self._timed else (self._rows(), self._bins[2])
        return Chart(
            span=self._span, terms=tuple(self._terms), timed=self._timed, over=over, over_bins=rows.bins, by=by,
            by_bins=columns.bins, **self._said,
        )  # fmt: skip

    def _rows(self) -> BinsSaid:
        """Bin options before any field are of the rows too."""
        return self._bins[1] if self._bins[1].bins.said else self._bins[0]

    def _field(self) -> None:
        if len(self._fields) == (1 if self._timed else _MOST_FIELDS):
            token = self._reader.word()
            raise QueryError(f"{self._reader.command} takes no more fields", span=token.span)
        self._fields.append(self._reader.name())

    def _option(self) -> bool:
        found = self._reader.option()
        if found is None:
            return False
        name, value, span = found
        text = self._reader.quoted(value)
        if name in BIN_OPTIONS:
            self._bins[len(self._fields)].take(name, text, span)
        elif name in _FLAGS:
            self._said[_FLAGS[name]] = self._reader.flag(name, text, span)
        elif name in _TEXTS:
            self._said[_TEXTS[name]] = text
        elif name == "limit":
            self._said["limit"] = _ranked(text, span)
        elif name == "agg":
            self._said["score"] = self._score(value, span)
        elif name == "format":
            self._said["format"] = text
        else:
            self._separator = text
        return True

    def _score(self, value: str, span: Span) -> StatsTerm:
        start = span.end - len(value)
        reader = TermReader(self._reader.command, self._reader.text, start, span.end, frozenset())
        return reader.term()

    def _where(self) -> SeriesWhere:
        """`where max in top5`, `where sum > 10`: which series are shown."""
        start = self._reader.word().span
        if not self._reader.more():
            raise QueryError("expected a function behind where", span=start)
        function = self._reader.word()
        if self._reader.text.startswith("(", self._reader.at):
            raise Unsupported("SPL where of a chart with a field", span=function.span, hint="write sum, max or count")
        match = _COMPARED.match(self._reader.text, self._reader.at, self._reader.end)
        if match is not None:
            self._reader.at = match.end()
            span = start.to(Span(match.start(), match.end()))
            return SeriesWhere(function.text.lower(), match[1], None, float(match[2]), span)
        op = self._reader.word() if self._reader.more() else function
        if op.text.lower() not in ("in", "notin"):
            raise QueryError("expected in, notin, < or > behind the function", span=op.span)
        group = self._reader.word()
        rank = _ranked(group.text, group.span)
        return SeriesWhere(function.text.lower(), op.text.lower(), rank, 0.0, start.to(group.span))


def _ranked(text: str, span: Span) -> Ranked:
    match = _RANKED.fullmatch(text)
    if match is None:
        raise QueryError(f"expected a number, top or bottom, not {text}", span=span, hint="such as top5")
    return Ranked((match[1] or "top").lower() == "bottom", int(match[2]))
