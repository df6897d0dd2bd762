"""What the flags and the score of a query are, with the lines of its text that make them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from antivenom.catalogue import Query


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a query, counted from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag, its weight where it has one, and the lines that set it."""

    name: str
    weight: int | None
    lines: tuple[Line, ...]


def flags(query: Query) -> tuple[Flag, ...]:
    """The flags of a query."""
    return tuple(Flag(name, query.weights.get(name), _setting(query, name)) for name in query.flags)


def score_lines(query: Query) -> tuple[Line, ...]:
    """The lines that speak of the score's column: what it is, from where on a row counts, how rows are sorted."""
    return _lines(query, rf"(?<!\w){re.escape(query.score_column)}(?!\w)") if query.score_column else ()


def _setting(query: Query, name: str) -> tuple[Line, ...]:
    """In SPL and KQL a column is set by `=`; in Sigma a search is a key of the detection."""
    word = re.escape(name)
    return _lines(query, rf"^\s*{word}\s*:" if query.language == "sigma" else rf"(?<!\w){word}\s*=(?![=~])")


def _lines(query: Query, pattern: str) -> tuple[Line, ...]:
    lines = enumerate(query.text.text.splitlines(), start=1)
    return tuple(Line(number, text.strip()) for number, text in lines if re.search(pattern, text))
