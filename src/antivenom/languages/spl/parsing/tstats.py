"""tstats: `[options] functions [from datamodel=Model.Dataset] [where terms] [by fields]`.

Search Reference, tstats. Options that say how Splunk stores and fetches summaries change no result here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.cursor import Cursor, Inner
from antivenom.languages.spl.parsing.lexer import Kind, Token, search_tokens, unescaped
from antivenom.languages.spl.parsing.search import terms_of
from antivenom.languages.spl.parsing.spans import span_seconds
from antivenom.languages.spl.syntax import All, Compare, Name, SearchTerm, StatsTerm, TStats
from antivenom.source import Span

_STORAGE = {"summariesonly", "allow_old_summaries", "local", "include_reduced_buckets", "chunk_size"}
_SWITCHES = {"t": True, "true": True, "1": True, "f": False, "false": False, "0": False}
_FUNCTIONS = re.compile(
    r"count|c|dc|distinct_count|estdc|min|max|median|mode|sum|sumsq|avg|mean|range|values|first|last|stdevp?|varp?|rate"
    r"|earliest|latest|earliest_time|latest_time|(?:exact|upper)?perc?\d{1,2}(?:\.\d+)?|p\d{1,2}(?:\.\d+)?"
)
"""The functions of the page's table."""
_COMPARISONS = ("=", "==", "!=", "<", "<=", ">", ">=")
_NODE = "nodename"


def parse_tstats(text: str, start: int, end: int, span: Span, inner: Inner | None = None) -> TStats:
    """The arguments of tstats between two offsets; `inner` reads the subsearches among its terms."""
    reader = _Reader(text, search_tokens(text, start, end), inner)
    terms: list[StatsTerm] = []
    while not reader.done() and not reader.token.is_word("from", "where", "by", "groupby"):
        if not (reader.accept(",") or reader.option()):
            terms.append(reader.term())
    if not terms:
        raise QueryError("tstats needs at least one function", span=span)
    model = reader.model()
    while reader.option():
        pass
    node, where = _without_node(reader.where())
    by = reader.by()
    if reader.append and not reader.prestats:
        raise QueryError("append=true needs prestats=true", span=span)
    return TStats(
        tuple(terms), model, node, where, by, reader.seconds, reader.fill, span, reader.prestats, reader.append
    )


class _Reader(Cursor):
    """Reads tokens of search terms, which the where of tstats is made of."""

    def __init__(self, text: str, tokens: list[Token], inner: Inner | None) -> None:
        super().__init__(tokens, inner=inner)
        self._text = text
        self.fill: str | None = None
        self.seconds: int | None = None
        self.prestats = self.append = False

    def option(self) -> bool:
        """Read `name=value` if it comes next. Raises Unsupported for one that would change the results."""
        if self.token.kind is not Kind.WORD or not self.following.is_mark("="):
            return False
        name = self.take()
        self.take()
        value, key = self._value(name.text), name.text.lower()
        if key == "fillnull_value":
            self.fill = unescaped(value.text)
        elif key in ("prestats", "append"):
            on = _SWITCHES.get(value.text.lower())
            if on is None:
                raise QueryError(f"expected true or false for {key}", span=value.span)
            setattr(self, key, on)
        elif key not in _STORAGE:
            raise QueryError(f"tstats has no option {name.text}", span=name.span.to(value.span))
        return True

    def _value(self, key: str) -> Token:
        if self.token.kind not in (Kind.WORD, Kind.QUOTED):
            raise self.error(f"expected a value for {key}")
        return self.take()

    def term(self) -> StatsTerm:
        """One function, with its field and its new name."""
        function = self._word("expected a function or from")
        span, argument = function.span, None
        if self.accept("("):
            if not self.token.is_mark(")"):
                argument = self.name()
            span = span.to(self.expect(")", f"to close {function.text}(").span)
        if not _FUNCTIONS.fullmatch(function.text.lower()):
            raise QueryError(f"tstats has no function {function.text.lower()}", span=span)
        name = self._text[span.start : span.end]
        if self.accept_word("as"):
            target = self.name()
            name, span = target.text, span.to(target.span)
        return StatsTerm(function.text.lower(), argument, name, span)

    def _word(self, wanted: str) -> Token:
        if self.token.kind is not Kind.WORD:
            raise self.error(wanted)
        return self.take()

    def name(self) -> Name:
        """One field name, quoted or not."""
        token = self.token
        if token.kind not in (Kind.WORD, Kind.QUOTED):
            raise self.error("expected a field name")
        if self.take().kind is Kind.WORD and self.token.is_mark("("):
            raise Unsupported(f"SPL tstats directive {token.text}", span=token.span)
        text = unescaped(token.text) if token.kind is Kind.QUOTED else token.text
        if token.kind is Kind.WORD and len(text) > 1 and text[0] == text[-1] == "'":
            text = text[1:-1]
        return Name(text, token.span)

    def model(self) -> Name | None:
        """`from datamodel=Model.Dataset`, the equals sign left out or not; None where there is no from."""
        if not self.accept_word("from"):
            return None
        source = self._word("expected datamodel= after from")
        if source.text.lower() != "datamodel":
            raise Unsupported("SPL tstats from a namespace or job", span=source.span)
        self.accept("=")
        name = self.name()
        return replace(name, span=source.span.to(name.span))

    def where(self) -> SearchTerm | None:
        """The terms of the where; none if there is none."""
        if not self.accept_word("where"):
            return None
        first = self.at
        while not self.done() and not self._by_begins():
            self.take()
        if self.at == first:
            raise self.error("expected a search term after where")
        end = Span(self.previous.span.end, self.previous.span.end)
        return terms_of([*self.tokens[first : self.at], Token(Kind.END, "", end)], self.inner)

    def _by_begins(self) -> bool:
        return self.token.is_word("by", "groupby") and not self.previous.is_mark(*_COMPARISONS)

    def by(self) -> tuple[Name, ...]:
        """The fields of the by, and the span of its time."""
        if self.done():
            return ()
        if not self.accept_word("by", "groupby"):
            raise self.error("expected where or by")
        found: dict[str, Name] = {}
        while not self.done():
            if self.accept(","):
                continue
            if self.token.is_word("span") and self.following.is_mark("="):
                self.take()
                self.take()
                self.seconds = span_seconds("tstats", self._value("span"))
                continue
            name = self.name()
            found.setdefault(name.text, name)
        if not found:
            raise self.error("expected a field name behind by")
        return tuple(found.values())


def _without_node(where: SearchTerm | None) -> tuple[Name | None, SearchTerm | None]:
    """The dataset that a nodename= of the where names, and the other terms."""
    if _is_node(where):
        assert isinstance(where, Compare)
        return Name(where.value, where.span), None
    if not isinstance(where, All):
        return None, where
    nodes = [term for term in where.terms if _is_node(term)]
    others = tuple(term for term in where.terms if not _is_node(term))
    if len(nodes) != 1 or not isinstance(nodes[0], Compare):
        return None, where
    return Name(nodes[0].value, nodes[0].span), replace(where, terms=others) if len(others) > 1 else others[0]


def _is_node(term: SearchTerm | None) -> bool:
    return isinstance(term, Compare) and term.field == _NODE and term.op == "="
