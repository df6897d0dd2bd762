"""Tokens -> find, which begins a query."""

from __future__ import annotations

from antivenom.errors import QueryError
from antivenom.languages.kql.parsing.text import TextOperators
from antivenom.languages.kql.parsing.words import READ
from antivenom.languages.kql.syntax import Find, Pipeline
from antivenom.plan.types import Type
from antivenom.source import Span

_SOURCES = ("withsource", "with_source")
_BAGS = ("pack", "pack_all")


class FindOperators(TextOperators):
    """Reads find."""

    def find(self, start: Span) -> Find:
        """`find` after its word was read."""
        source, tables = "source_", list[Pipeline]()
        while self.here.text in (*_SOURCES, "datascope") and self.ahead().text == "=":
            named = self.take().text in _SOURCES
            self.take()
            text = self.identifier("the name of the source column", not_bare=()).text
            source = text if named else source
        if self.at_word("in") and self.ahead().text == "(":
            self.take()
            tables = self._tables_in_parentheses()
        if tables or self.at_word("where"):
            self.expect("where", "and what to find")
        condition = self.expression()
        columns, packed = self._shown()
        return Find(source, tuple(tables), condition, tuple(columns), packed, self.since(start))

    def _shown(self) -> tuple[list[tuple[str, Type | None, Span]], Span | None]:
        """What is projected, and where a bag of the rest is asked for; nothing: project-smart."""
        columns: list[tuple[str, Type | None, Span]] = []
        if not self.at_word("project"):
            return columns, None
        start = self.take().span
        if self.at_sign("-"):
            self.take()
            word = self.take()
            if word.text != "smart":
                raise QueryError(f"find has no project-{word.text}", span=start.to(word.span), hint="| project-away")
            return columns, None
        while True:
            if self.here.text in _BAGS and self.ahead().text == "(":
                return columns, self._bag()
            columns.append(self._shown_column())
            if not self.accept(","):
                return columns, None

    def _bag(self) -> Span:
        start = self.take().span
        self.take()
        self.accept("*")
        self.expect(")")
        if self.at_sign(","):
            raise QueryError("the bag is the last thing that find projects", span=self.since(start))
        return self.since(start)

    def _shown_column(self) -> tuple[str, Type | None, Span]:
        token = self.identifier("a column name", not_bare=READ)
        type_ = self.type_word() if self.accept(":") else None
        return token.text, type_, token.span
