"""Tokens -> operators over rows in order: serialize and scan."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing.expressions import Expressions
from antivenom.languages.kql.syntax import Expression, Scan, ScanStep
from antivenom.plan.types import Type
from antivenom.source import Span

_OUTPUTS = ("all", "last", "none")


class OrderOperators(Expressions):
    """Reads the operators over rows in order, after their names."""

    def scan(self, start: Span) -> Scan:
        """`scan with_match_id=name declare (columns) with (steps)`."""
        match_id = self._match_id()
        for word in ("kind", "order", "partition"):
            if self.at_word(word):
                raise Unsupported(
                    f"KQL scan {word}", span=self.here.span, hint="use sort by and partition by before it"
                )
        declared = self._declared() if self.accept("declare") else ()
        self.expect("with", "and the steps of the scan in parentheses")
        self.expect("(")
        steps: list[ScanStep] = []
        while not self.accept(")"):
            steps.append(self._step())
        if not steps:
            raise QueryError("a scan needs a step", span=self.since(start))
        return Scan(match_id, declared, tuple(steps), self.since(start))

    def _match_id(self) -> str | None:
        if not self.accept("with_match_id"):
            return None
        self.expect("=")
        return self.identifier("a column name").text

    def _declared(self) -> tuple[tuple[str, Type, Expression | None], ...]:
        self.expect("(")
        found: list[tuple[str, Type, Expression | None]] = []
        while not found or self.accept(","):
            name = self.identifier("a column name").text
            self.expect(":", "and a type")
            type_ = self.type_word()
            found.append((name, type_, self._unary() if self.accept("=") else None))
        self.expect(")", "or ','")
        return tuple(found)

    def _step(self) -> ScanStep:
        start = self.expect("step", "or ')'").span
        name = self.identifier("the name of the step").text
        output = "all"
        if self.accept("output"):
            self.expect("=")
            if not self.at_word(*_OUTPUTS):
                raise self.wrong("all, last or none")
            output = self.take().text
        self.expect(":", "and the condition of the step")
        condition = self.expression()
        assigns = self._assigns() if self.accept("=>") else ()
        span = self.since(start)
        self.expect(";", "after a step")
        return ScanStep(name, output, condition, assigns, span)

    def _assigns(self) -> tuple[tuple[str, Expression, Span], ...]:
        found: list[tuple[str, Expression, Span]] = []
        while not found or self.accept(","):
            name = self.identifier("a declared column")
            self.expect("=")
            found.append((name.text, self.expression(), name.span))
        return tuple(found)
