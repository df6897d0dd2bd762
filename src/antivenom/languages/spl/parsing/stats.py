"""stats, eventstats and streamstats: `[options] functions [by fields]` (Search Reference, pages of these names)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.spl.parsing.expressions import parse_condition
from antivenom.languages.spl.parsing.lexer import unescaped
from antivenom.languages.spl.parsing.spans import seconds_of
from antivenom.languages.spl.parsing.terms import TermReader
from antivenom.languages.spl.syntax import Expression, Name, Stats, StatsTerm
from antivenom.source import Span

_OPTIONS = {
    "stats": frozenset({"allnum", "partitions", "delim", "dedup_splitvals", "dedup_splitval"}),
    "eventstats": frozenset({"allnum"}),
    "streamstats": frozenset(
        {
            "allnum", "current", "window", "time_window", "global", "reset_on_change", "reset_before", "reset_after",
        }
    ),
}  # fmt: skip
_FLAGS = {
    "allnum": "all_numeric", "current": "current", "global": "shared", "reset_on_change": "reset_on_change",
    "dedup_splitvals": "dedup_by", "dedup_splitval": "dedup_by",
}  # fmt: skip
_MOST_WINDOW = 1_000_000


def parse_stats(command: str, text: str, start: int, end: int, span: Span) -> Stats:
    """The arguments of a stats command between two offsets."""
    reader = TermReader(command, text, start, end, _OPTIONS[command])
    terms: list[StatsTerm] = []
    by: tuple[Name, ...] = ()
    said = _Said(reader)
    while reader.more():
        if said.option():
            continue
        if reader.next_word() == "by" and not by:
            reader.word()
            by = reader.names()
        else:
            terms.append(reader.term())
    if not terms:
        raise QueryError(f"{command} needs at least one function", span=span)
    return Stats(command, tuple(terms), by, span, **said.values)


@dataclass(slots=True)
class _Said:
    """The options of a stats command, by the names of its node."""

    reader: TermReader
    values: dict[str, Any] = field(default_factory=dict)

    def option(self) -> bool:
        """Read an option if one comes next."""
        found = self.reader.option()
        if found is None:
            return False
        name, value, span = found
        if name in _FLAGS:
            self.values[_FLAGS[name]] = self.reader.flag(name, value, span)
        elif name == "window":
            self.values["window"] = self._window(value, span)
        elif name == "time_window":
            self.values["seconds"] = seconds_of("streamstats time_window", self.reader.quoted(value), span)
        elif name in ("reset_before", "reset_after"):
            self.values[name] = self._condition(value, span)
        elif name == "delim":
            self.values["delimiter"] = self.reader.quoted(value)
        else:
            self.reader.whole(name, value, span)
        return True

    def _window(self, value: str, span: Span) -> int:
        window = self.reader.whole("window", value, span)
        if window > _MOST_WINDOW:
            raise Unsupported(f"SPL streamstats window of more than {_MOST_WINDOW:,}", span=span)
        return window

    def _condition(self, value: str, span: Span) -> Expression:
        """`(condition)`, in quotes or not, or `"("condition")"` with its quotes escaped."""
        written = value
        if written.startswith('"('):
            written = unescaped(written[3:-3] if written.startswith('"("') else written[1:-1])
        try:
            return parse_condition(written, 0, len(written))
        except AntivenomError as error:
            error.span = span
            raise
