"""Tokens -> make-series."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import QueryError
from antivenom.languages.kql.parsing.expressions import Expressions
from antivenom.languages.kql.parsing.lexer import Kind
from antivenom.languages.kql.syntax import Expression, FunctionCall, MakeSeries, Target
from antivenom.source import Span


class SeriesOperators(Expressions):
    """Reads make-series, after its name."""

    def make_series(self, start: Span) -> MakeSeries:
        """`make-series aggregates on axis from start to stop step step by keys`, or `in range(...)`."""
        nonempty = self._series_parameters()
        aggregates = [self._aggregate()]
        while self.accept(","):
            aggregates.append(self._aggregate())
        self.expect("on", "and the axis of the series")
        axis = self._series_target(self._unary)
        low, high, step, inclusive = self._bounds()
        keys: list[Target] = []
        if self.accept("by"):
            keys.append(self._series_target(self.expression))
            while self.accept(","):
                keys.append(self._series_target(self.expression))
        return MakeSeries(tuple(aggregates), axis, low, high, step, inclusive, tuple(keys), nonempty, self.since(start))

    def _series_parameters(self) -> bool:
        """Hints are read and forgotten; whether kind=nonempty is among them."""
        nonempty = False
        while self.at_word("kind", "hint") and self.ahead().text in ("=", "."):
            kind = self.take().text == "kind"
            if self.accept("."):
                self.take()
            self.expect("=")
            if kind and not self.at_word("nonempty"):
                raise self.wrong("nonempty")
            nonempty = nonempty or kind
            self.take()
        return nonempty

    def _aggregate(self) -> tuple[Target, Expression | None]:
        target = self._series_target(self.expression)
        default = None
        if self.at_word("default") and self.ahead().text == "=":
            self.take()
            self.take()
            default = self.expression()
        return target, default

    def _series_target(self, read: Callable[[], Expression]) -> Target:
        start = self.here.span
        names: tuple[str, ...] = ()
        bare = self.here.kind is Kind.WORD and self.ahead().text == "=" and self.ahead().kind is Kind.SIGN
        if bare or (self.at_sign("[") and self.ahead().kind is Kind.STRING and self.ahead(3).text == "="):
            names = (self.identifier("a name").text,)
            self.expect("=")
        value = read()
        return Target(names, value, self.since(start))

    def _bounds(self) -> tuple[Expression | None, Expression | None, Expression, bool]:
        if self.accept("in"):
            return self._range_bounds()
        low = self.expression() if self.accept("from") else None
        high = self.expression() if self.accept("to") else None
        self.expect("step", "and the width of a bin")
        return low, high, self.expression(), False

    def _range_bounds(self) -> tuple[Expression | None, Expression | None, Expression, bool]:
        bounds = self._unary()
        if not isinstance(bounds, FunctionCall) or bounds.name != "range" or len(bounds.args) != 3:
            raise QueryError("make-series takes its axis in range(start, stop, step)", span=bounds.span)
        return bounds.args[0], bounds.args[1], bounds.args[2], True
