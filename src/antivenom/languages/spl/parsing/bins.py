"""The options that say how values are put into bins: span, bins, minspan, start, end, aligntime (bin page)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from antivenom.errors import QueryError
from antivenom.languages.spl.parsing.spans import length
from antivenom.languages.spl.syntax_reports import Bins, Length
from antivenom.source import Span

BIN_OPTIONS = frozenset({"span", "bins", "minspan", "start", "end", "aligntime"})
_NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)")
_MOST_BINS = 50_000


@dataclass(slots=True)
class BinsSaid:
    """Gathers bin options as they are met."""

    bins: Bins

    def take(self, name: str, text: str, span: Span) -> None:
        """One option, its value without quotes. Raises QueryError for a value that is none."""
        self.bins = replace(self.bins, span=span)
        if name == "span":
            self.bins = replace(self.bins, length=length(text, span))
        elif name == "minspan":
            found = length(text, span)
            if not isinstance(found, Length):
                raise QueryError("minspan is no log span", span=span)
            self.bins = replace(self.bins, least=found)
        elif name == "bins":
            self.bins = replace(self.bins, most=_count(text, span))
        elif name == "aligntime":
            self.bins = replace(self.bins, align=text)
        else:
            value = _number(name, text, span)
            self.bins = replace(self.bins, start=value) if name == "start" else replace(self.bins, end=value)


def _count(text: str, span: Span) -> int:
    if not re.fullmatch(r"\d{1,9}", text) or not 1 <= int(text) <= _MOST_BINS:
        raise QueryError(f"bins takes a whole number from 1 to {_MOST_BINS:,}", span=span)
    return int(text)


def _number(name: str, text: str, span: Span) -> float:
    if not _NUMBER.fullmatch(text):
        raise QueryError(f"{name} takes a number", span=span)
    return float(text)
