"""transaction: fields, and options that bound, begin and end the transactions (Search Reference, transaction)."""

from __future__ import annotations

import re
from typing import Any

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.spl.parsing.expressions import parse_condition
from antivenom.languages.spl.parsing.lexer import quoted_end, unescaped
from antivenom.languages.spl.parsing.search import embedded_terms, parse_terms
from antivenom.languages.spl.parsing.spans import seconds_of
from antivenom.languages.spl.parsing.terms import TermReader, bare
from antivenom.languages.spl.syntax import Name
from antivenom.languages.spl.syntax_reports import Edge, Transaction
from antivenom.source import Span

_FLAGS = {"keeporphans": "keep_orphans", "keepevicted": "keep_evicted", "mvraw": "raw_list"}
_WITHOUT_EFFECT = ("connected", "unifyends")
"""Options that matter only where results lack some of the fields, which is refused when it comes up."""

_MEMORY = ("maxopentxn", "maxopenevents")
_OPTIONS = frozenset(
    {
        "maxspan", "maxpause", "maxevents", "startswith", "endswith", "mvlist", "delim", "nullstr", "name",
        *_FLAGS, *_WITHOUT_EFFECT, *_MEMORY,
    }
)  # fmt: skip
_EDGE = re.compile(r"(startswith|endswith)\s*=\s*", re.IGNORECASE)
_EVAL = re.compile(r"eval\s*\(", re.IGNORECASE)
_BARE_TERM = re.compile(r'[^\s"()|]+(?:=(?:"(?:[^"\\]|\\.)*"|[^\s"()]+))?')
_MOST_EVENTS = 1_000_000


def parse_transaction(text: str, start: int, end: int, span: Span) -> Transaction:
    """The arguments of transaction between two offsets."""
    return _Transactions(text, start, end, span).transaction()


class _Transactions:
    """Reads one transaction command."""

    def __init__(self, text: str, start: int, end: int, span: Span) -> None:
        self._reader = TermReader("transaction", text, start, end, _OPTIONS)
        self._span = span
        self._names: list[Name] = []
        self._said: dict[str, Any] = {}

    def transaction(self) -> Transaction:
        """The whole command."""
        while self._reader.more():
            if not (self._edge() or self._option()):
                token = self._reader.word()
                self._names.append(Name(bare(token), token.span))
        for name in self._names:
            if name.wild:
                raise Unsupported("SPL wildcard in transaction", span=name.span)
        return Transaction(span=self._span, names=tuple(self._names), **self._said)

    def _edge(self) -> bool:
        match = _EDGE.match(self._reader.text, self._reader.at, self._reader.end)
        if match is None:
            return False
        start = match.end()
        key = "starts" if match[1].lower() == "startswith" else "ends"
        self._said[key] = self._filter(start)
        return True

    def _filter(self, start: int) -> Edge:
        """Search terms, bare, in quotes or in parentheses, or eval(condition)."""
        text, end = self._reader.text, self._reader.end
        evaluated = _EVAL.match(text, start, end)
        if evaluated is not None:
            closing = self._reader.closing(evaluated.end() - 1)
            self._reader.at = closing + 1
            return Edge(None, parse_condition(text, evaluated.end(), closing), Span(start, closing + 1))
        if text.startswith("(", start):
            closing = self._reader.closing(start)
            self._reader.at = closing + 1
            return Edge(parse_terms(text, start + 1, closing), None, Span(start, closing + 1))
        if text.startswith('"', start):
            closing = quoted_end(text, start, end)
            self._reader.at = closing
            return self._quoted(text[start + 1 : closing - 1], Span(start, closing))
        match = _BARE_TERM.match(text, start, end)
        if match is None:
            raise QueryError("expected what a transaction begins or ends with", span=Span(start - 1, start))
        self._reader.at = match.end()
        return Edge(parse_terms(text, start, match.end()), None, Span(start, match.end()))

    def _quoted(self, raw: str, span: Span) -> Edge:
        written = unescaped(raw).strip()
        evaluated = _EVAL.match(written)
        if evaluated is None:
            return Edge(embedded_terms(raw, span), None, span)
        try:
            return Edge(None, parse_condition(written, evaluated.end(), written.rindex(")")), span)
        except (AntivenomError, ValueError) as error:
            raise QueryError("this eval(...) cannot be read", span=span) from error

    def _option(self) -> bool:
        found = self._reader.option()
        if found is None:
            return False
        name, value, span = found
        text = self._reader.quoted(value)
        if name in _FLAGS:
            self._said[_FLAGS[name]] = self._reader.flag(name, text, span)
        elif name in _WITHOUT_EFFECT:
            self._reader.flag(name, text, span)
        elif name in _MEMORY:
            self._reader.whole(name, text, span)
        elif name in ("maxspan", "maxpause"):
            self._said["max_span" if name == "maxspan" else "max_pause"] = self._seconds(name, text, span)
        elif name == "maxevents":
            self._said["max_events"] = self._events(text, span)
        elif name == "mvlist":
            self._said["lists"] = self._lists(text)
        elif name == "nullstr":
            self._said["null"] = text
        elif name != "delim" or text != " ":
            raise Unsupported(f"SPL transaction option {name}", span=span)
        return True

    def _seconds(self, name: str, text: str, span: Span) -> float | None:
        return None if text.startswith("-") else seconds_of(f"transaction {name}", text, span)

    def _events(self, text: str, span: Span) -> int | None:
        if text.startswith("-"):
            return None
        return min(self._reader.whole("maxevents", text, span), _MOST_EVENTS) or None

    def _lists(self, text: str) -> tuple[str, ...] | None:
        """The fields shown as lists; None is all of them."""
        if text.lower() in ("t", "true", "1"):
            return None
        if text.lower() in ("f", "false", "0"):
            return ()
        return tuple(part for part in re.split(r"[\s,]+", text) if part)
