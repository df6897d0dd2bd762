"""KQL text -> a Query: statements, and the pipelines they hold."""

from __future__ import annotations

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.kql.parsing.external import external
from antivenom.languages.kql.parsing.lexer import Kind, tokens
from antivenom.languages.kql.parsing.statements import Statements
from antivenom.languages.kql.parsing.words import BOUND
from antivenom.languages.kql.syntax import (
    Datatable,
    Expression,
    External,
    Find,
    Function,
    Let,
    Operator,
    Parameter,
    Pipeline,
    Print,
    Query,
    Range,
    Search,
    UnionWith,
)
from antivenom.plan.types import Type
from antivenom.source import SourceText, Span

_SOURCES = frozenset({"evaluate", "macro", "graph"})
_EXTERNAL = ("externaldata", "external_data")
_MOST_STAGES = 250
_MOST_LETS = 1000


def parse(source: SourceText) -> Query:
    """The query's syntax. Raises QueryError, or Unsupported for an operator or statement, at the source."""
    try:
        return _Parser(tokens(source)).query()
    except AntivenomError as error:
        raise error.at(source) from None
    except RecursionError:
        raise QueryError("the query nests too deeply", source=source) from None


def parse_function(source: SourceText) -> Function:
    """A stored function's syntax: `(parameters) { body }`, or a query that takes none. Raises as `parse` does."""
    try:
        return _Parser(tokens(source)).stored()
    except AntivenomError as error:
        raise error.at(source) from None
    except RecursionError:
        raise QueryError("the function nests too deeply", source=source) from None


class _Parser(Statements):
    def stored(self) -> Function:
        """The function a whole text is."""
        start = self.here.span
        if not self._at_function():
            query = self.query()
            return Function((), query.lets, query.body, self.since(start))
        made = self._function()
        self.accept(";")
        if not self.at_end():
            raise self.wrong("the end of the function")
        return made

    def query(self) -> Query:
        lets: list[Let] = []
        parameters: list[Parameter] = []
        body: Pipeline | None = None
        while not self.at_end():
            if self.accept(";"):
                continue
            if body is not None:
                alone = "run the queries one at a time, each with its lets"
                raise Unsupported("KQL batch of several queries", span=self.here.span, hint=alone)
            if self._at_let():
                lets.append(self._let())
                if len(lets) > _MOST_LETS:
                    raise QueryError(f"a query may have {_MOST_LETS} lets", span=self.here.span)
            elif self.at_statement():
                parameters += self.statement()
            else:
                self._no_command()
                body = self.pipelines()
            if not self.at_end():
                self._ended()
        if body is None:
            hint = "after the let statements, a line must say which rows the query gives" if lets else None
            raise QueryError("the query gives no rows", span=self._place(self.here), hint=hint)
        return Query(tuple(lets), body, tuple(parameters))

    def _ended(self) -> None:
        """Reads the semicolon that must stand here."""
        if self.accept(";") is None:
            raise self.wrong("'|', ';' or the end of the query")

    def _at_let(self) -> bool:
        return self.at_word("let") and (self.ahead().kind is Kind.WORD or self.ahead().text == "[")

    def _no_command(self) -> None:
        if self.at_sign("."):
            raise Unsupported("Kusto management command", span=self.here.span)

    def _let(self) -> Let:
        start = self.take().span
        name = self.identifier("a name to bind", not_bare=BOUND).text
        self.expect("=", "after the name of a let")
        value = self._function() if self._at_function() else self.pipelines()
        return Let(name, value, self.since(start))

    # --- functions

    def _at_function(self) -> bool:
        at = 1 if self.at_word("view") else 0
        if self.ahead(at).text != "(":
            return False
        depth = 0
        while self.ahead(at).kind is not Kind.END:
            text = self.ahead(at).text if self.ahead(at).kind is Kind.SIGN else ""
            depth += (text == "(") - (text == ")")
            at += 1
            if depth == 0:
                return self.ahead(at).text == "{"
        return False

    def _function(self) -> Function:
        start = self.here.span
        view = self.accept("view") is not None
        self.expect("(")
        parameters: list[Parameter] = []
        while not self.accept(")"):
            if parameters:
                self.expect(",", "or ')'")
            parameters.append(self._parameter())
        self.expect("{")
        self.deeper()
        lets: list[Let] = []
        while self._at_let():
            lets.append(self._let())
            self.expect(";", "after a let")
        body = self.pipelines()
        self.accept(";")
        self.shallower()
        self.expect("}", "to close the function")
        return Function(tuple(parameters), tuple(lets), body, self.since(start), view)

    def _parameter(self) -> Parameter:
        token = self.identifier("a parameter")
        self.expect(":", "and a type")
        if self.accept("("):
            columns: list[tuple[str, Type]] = []
            if self.accept("*"):
                self.expect(")")
                return Parameter(token.text, None, (), None, token.span)
            while not self.accept(")"):
                if columns:
                    self.expect(",", "or ')'")
                columns.append(self._column())
            return Parameter(token.text, None, tuple(columns), None, token.span)
        type_ = self.type_word()
        default = self.expression() if self.accept("=") else None
        return Parameter(token.text, type_, None, default, token.span)

    def _column(self) -> tuple[str, Type]:
        name = self.identifier("a column name").text
        self.expect(":", "and a type")
        return name, self.type_word()

    # --- pipelines

    def pipelines(self) -> Pipeline:
        """A source and its operators; a lone expression is a pipeline without operators."""
        start = self.here.span
        origin = self._origin()
        operators: list[Operator] = []
        while self.accept("|"):
            operators.append(self.operator())
            if len(operators) > _MOST_STAGES:
                raise QueryError(f"a query may have {_MOST_STAGES} operators in a row", span=self.here.span)
        return Pipeline(origin, tuple(operators), self.since(start))

    def _origin(self) -> Datatable | External | Print | Range | UnionWith | Search | Find | Expression:
        token = self.here
        if token.kind is not Kind.WORD:
            return self.expression()
        if token.text == "datatable" and self.ahead().text == "(":
            return self._datatable(self.take().span)
        if token.text in _EXTERNAL and self.ahead().text == "(":
            return external(self, self.take().span)
        if token.text == "print" and self.ahead().text not in (",", ")", "|", ".", "=", "=="):
            self.take()
            targets = self.targets()
            return Print(targets, self.since(token.span))
        if token.text == "range" and self.ahead().kind is Kind.WORD and self.ahead(2).text == "from":
            return self._range(self.take().span)
        if token.text == "union" and (self.ahead().kind is Kind.WORD or self.ahead().text in ("(", "*", "[")):
            self.take()
            return self.union(token.span)
        if token.text == "search" and (self.ahead().kind is not Kind.SIGN or self.ahead().text in ("*", "(", "[")):
            self.take()
            return self.search(token.span, source=True)
        if token.text == "find" and (self.ahead().kind is not Kind.SIGN or self.ahead().text in ("*", "(", "[")):
            self.take()
            return self.find(token.span)
        if token.text in _SOURCES and (self.ahead().kind is not Kind.SIGN or self.ahead().text in ("*", "(", "-")):
            name = self._operator_name()
            if name == "evaluate":
                raise self._no_source_plugin(token.span)
            raise Unsupported(f"KQL operator {name}", span=self.since(token.span))
        return self.expression()

    def _datatable(self, start: Span) -> Datatable:
        self.expect("(")
        columns: list[tuple[str, Type]] = []
        while not self.accept(")"):
            if columns:
                self.expect(",", "or ')'")
            columns.append(self._column())
        self.expect("[", "and the cells")
        cells: list[Expression] = []
        while not self.accept("]"):
            if cells:
                self.expect(",", "or ']'")
                if self.accept("]"):
                    break
            cells.append(self._unary())
        span = self.since(start)
        if not columns:
            raise QueryError("a datatable needs a column", span=span)
        if len(cells) % len(columns):
            raise QueryError(f"{len(cells)} cells do not fill rows of {len(columns)} columns", span=span)
        return Datatable(tuple(columns), tuple(cells), span)

    def _range(self, start: Span) -> Range:
        name = self.identifier("a column name", not_bare=BOUND).text
        self.expect("from")
        low = self.expression()
        self.expect("to")
        high = self.expression()
        self.expect("step")
        step = self.expression()
        return Range(name, low, high, step, self.since(start))
