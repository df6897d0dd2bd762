"""Tokens -> the operators that take text apart (parse, parse-where, parse-kv) and that look through all columns."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing.expressions import Expressions
from antivenom.languages.kql.parsing.lexer import Kind
from antivenom.languages.kql.syntax import As, Name, Operator, Parse, ParsedColumn, ParseKv, Pipeline, Search, Star
from antivenom.plan.catalog import meant
from antivenom.plan.types import Type
from antivenom.source import Span

_KINDS = ("simple", "regex", "relaxed")
_SEARCHES = {"default": False, "case_insensitive": False, "case_sensitive": True}
_KV_OPTIONS = ("pair_delimiter", "kv_delimiter", "quote", "escape", "greedy", "regex")
_CLAUSES = frozenset({"from", "to", "true", "false"})
"""Words Kusto does not take as the bare name of a parsed column, beside its keywords."""


class TextOperators(Expressions):
    """Reads parse and its kin; each method is called with the operator's word already read."""

    def _parse(self, start: Span, *, filters: bool) -> Operator:
        kind, flags = "simple", ""
        while self.at_word("kind", "flags") and self.ahead().text == "=":
            word = self.take().text
            self.take()
            token = self.take()
            if word == "flags":
                flags = str(token.value if token.kind is Kind.STRING else token.text)
            elif token.text in _KINDS:
                kind = token.text
            else:
                raise self._no_kind("parse", token.text, token.span, _KINDS)
        value = self.expression()
        self.expect("with", "and the pattern")
        parts: list[str | ParsedColumn | Star] = []
        while self.here.kind in (Kind.STRING, Kind.WORD) or self.at_sign("*", "["):
            parts.append(self._parse_part(parts))
        if not parts:
            raise self.wrong("a string, a column name or * of the pattern")
        return Parse(filters, kind, flags, value, tuple(parts), self.since(start))

    def _parse_part(self, before: list[str | ParsedColumn | Star]) -> str | ParsedColumn | Star:
        last = before[-1] if before else None
        token = self.here
        if token.kind is Kind.STRING:
            return str(self.take().value)
        if isinstance(last, Star):
            raise self.wrong("a string after *")
        if self.at_sign("*"):
            if isinstance(last, ParsedColumn) and last.type is Type.STRING:
                hint = "put the string that ends the column between them"
                raise QueryError("* after a column of text has no start", span=token.span, hint=hint)
            return Star(self.take().span)
        if isinstance(last, ParsedColumn):
            raise self.wrong("a string between two columns")
        return self._parsed_column(typed=False)

    def _parsed_column(self, *, typed: bool) -> ParsedColumn:
        if self.here.kind is Kind.WORD and self.here.text in _CLAUSES:
            hint = f"write ['{self.here.text}']"
            raise Unsupported(f"KQL name {self.here.text} without brackets", span=self.here.span, hint=hint)
        name = self.identifier("a column name")
        type_ = Type.STRING
        if typed:
            self.expect(":", "and a type")
            type_ = self.type_word()
        elif self.accept(":"):
            type_ = self.type_word()
        return ParsedColumn(name.text, type_, self.since(name.span))

    def _no_kind(self, operator: str, given: str, span: Span, known: tuple[str, ...]) -> QueryError:
        hint = meant(given, known) or f"one of {', '.join(known)}"
        return QueryError(f"{operator} has no kind {given}", span=span, hint=hint)

    # --- parse-kv

    def _parse_kv(self, start: Span) -> Operator:
        value = self.expression()
        self.expect("as", "and the columns")
        self.expect("(")
        columns = [self._parsed_column(typed=True)]
        while self.accept(","):
            columns.append(self._parsed_column(typed=True))
        self.expect(")")
        options: list[tuple[str, str, Span]] = []
        if self.accept("with"):
            self.expect("(")
            while not self.accept(")"):
                if options:
                    self.expect(",", "or ')'")
                options.append(self._kv_option())
        return ParseKv(value, tuple(columns), tuple(options), self.since(start))

    def _kv_option(self) -> tuple[str, str, Span]:
        token = self.here
        if not self.at_word(*_KV_OPTIONS):
            hint = meant(token.text, _KV_OPTIONS) or f"one of {', '.join(_KV_OPTIONS)}"
            raise QueryError(f"parse-kv has no option {token.text}", span=token.span, hint=hint)
        name = self.take().text
        self.expect("=")
        if name == "greedy":
            if not self.at_word("true", "false"):
                raise self.wrong("true or false")
            return name, self.take().text, token.span
        if self.here.kind is not Kind.STRING:
            raise self.wrong("a string")
        return name, str(self.take().value), self.since(token.span)

    # --- search and as

    def search(self, start: Span, *, source: bool) -> Search:
        """`search` after its word was read; only as a source does it take tables."""
        cased = False
        if self.at_word("kind") and self.ahead().text == "=":
            self.take()
            self.take()
            token = self.take()
            if token.text not in _SEARCHES:
                raise self._no_kind("search", token.text, token.span, tuple(_SEARCHES))
            cased = _SEARCHES[token.text]
        tables: list[Pipeline] = []
        if self.at_word("in") and self.ahead().text == "(":
            if not source:
                hint = "search the rows before the pipe, or begin with search in (...)"
                raise QueryError("search in (...) begins a query", span=self.here.span, hint=hint)
            self.take()
            tables = self._tables_in_parentheses()
        condition = self.expression()
        return Search(cased, tuple(tables), condition, self.since(start))

    def _tables_in_parentheses(self) -> list[Pipeline]:
        self.expect("(")
        tables = [self.table_pattern()]
        while self.accept(","):
            tables.append(self.table_pattern())
        self.expect(")")
        return tables

    def table_pattern(self) -> Pipeline:
        """A table, a pattern of table names with stars in it, or a pipeline in parentheses."""
        start = self.here.span
        if self._at_pattern():
            text = self.take().text
            while (self.here.kind in (Kind.WORD, Kind.LONG) or self.at_sign("*")) and self._touches():
                text += self.take().text
            return Pipeline(Name(text, self.since(start)), (), self.since(start))
        return self._side()

    def _side(self) -> Pipeline:
        raise NotImplementedError

    def _at_pattern(self) -> bool:
        if self.at_sign("*"):
            return True
        after = self.ahead()
        return self.here.kind is Kind.WORD and after.text == "*" and after.span.start == self.here.span.end

    def _touches(self) -> bool:
        return self.here.span.start == self._tokens[self._at - 1].span.end

    def _as(self, start: Span) -> Operator:
        while self.at_word("hint") and self.ahead().text == ".":
            self.take()
            self.take()
            self.take()
            self.expect("=")
            self.take()
        return As(self.identifier("a name").text, self.since(start))
