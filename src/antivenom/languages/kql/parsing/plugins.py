"""Tokens -> evaluate and invoke: operators that call something by name."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing.expressions import Expressions
from antivenom.languages.kql.parsing.lexer import Kind
from antivenom.languages.kql.parsing.plugin_names import PLUGINS, REFUSED
from antivenom.languages.kql.syntax import Evaluate, FunctionCall, Invoke, OutputSchema
from antivenom.plan.catalog import meant
from antivenom.plan.types import Type
from antivenom.source import Span

_MOST_ARGUMENTS = 1000


class PluginOperators(Expressions):
    """Reads `evaluate` and `invoke`, their words already read."""

    def _evaluate(self, start: Span) -> Evaluate:
        while self.at_word("hint"):
            self._hint()
        call = self._named_call("the name of a plugin", plugin=True)
        schema = self._output_schema() if self.at_sign(":") else None
        return Evaluate(call, schema, self.since(start))

    def _invoke(self, start: Span) -> Invoke:
        return Invoke(self._named_call("the name of a function", plugin=False), self.since(start))

    def _hint(self) -> None:
        """`hint.distribution = per_node`: read and forgotten."""
        self.take()
        self.expect(".", "after hint")
        self.take()
        self.expect("=")
        self.take()

    def _named_call(self, what: str, *, plugin: bool) -> FunctionCall:
        name = self.identifier(what)
        if plugin:
            _known(name.text, name.span)
        self.expect("(", "and its arguments")
        names: list[str | None] = []
        args = self._arguments(")", _MOST_ARGUMENTS, names)
        return FunctionCall(name.text, tuple(args), name.span, self.since(name.span), tuple(names))

    def _output_schema(self) -> OutputSchema:
        start = self.take().span
        self.expect("(", "and the columns")
        star = self.accept("*") is not None
        columns: list[tuple[str, Type]] = []
        while not self.accept(")"):
            if star or columns:
                self.expect(",", "or ')'")
            name = self.identifier("a column name").text
            self.expect(":", "and a type")
            columns.append((name, self.type_word()))
        span = self.since(start)
        if len({name for name, _ in columns}) < len(columns):
            raise QueryError("an output schema names a column twice", span=span)
        return OutputSchema(star, tuple(columns), span)

    def _no_source_plugin(self, start: Span) -> Unsupported | QueryError:
        """The error for `evaluate` where a query begins: a plugin that reads no rows."""
        while self.at_word("hint"):
            self._hint()
        if self.here.kind is not Kind.WORD:
            return self.wrong("the name of a plugin")
        name = self.take()
        if name.text in PLUGINS:
            return QueryError(f"{name.text} needs rows before it", span=start.to(name.span))
        _known(name.text, name.span)
        return Unsupported(f"KQL plugin {name.text}", span=name.span)


def _known(name: str, span: Span) -> None:
    """Raises Unsupported for a plugin Kusto has, QueryError for one it has not."""
    if name in PLUGINS:
        return
    if name in REFUSED:
        raise Unsupported(f"KQL plugin {name}", span=span)
    raise QueryError(f"there is no plugin {name}", span=span, hint=meant(name, [*PLUGINS, *REFUSED]))
