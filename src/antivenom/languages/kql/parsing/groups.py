"""Tokens -> operators that expand rows or work on groups of them: mv-expand, mv-apply, partition, top-nested, ..."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing.expressions import Expressions
from antivenom.languages.kql.parsing.lexer import Kind
from antivenom.languages.kql.syntax import (
    AssertSchema,
    Expanded,
    Expression,
    MvApply,
    MvExpand,
    Operator,
    Partition,
    Sample,
    SampleDistinct,
    Target,
    TopHitters,
    TopLevel,
    TopNested,
)
from antivenom.plan.types import Type
from antivenom.source import Span

_STRATEGIES = ("native", "shuffle", "legacy")


class GroupOperators(Expressions):
    """Reads these operators, after their names. `operator` and `named_target` are the operators' parser's."""

    def operator(self) -> Operator:
        """The operator that starts here; the parser of all operators says how."""
        raise NotImplementedError

    def target_names(self) -> tuple[str, ...]:
        """The names before an equals sign, if any; the parser of all operators says how."""
        raise NotImplementedError

    def _named_target(self) -> Target:
        start = self.here.span
        names = self.target_names()
        value = self.expression()
        return Target(names, value, self.since(start))

    # --- mv-expand and mv-apply

    def mv_expand(self, start: Span, *, legacy: bool = False) -> MvExpand:
        """`mv-expand kind=array with_itemindex=i name = value to typeof(type), ... limit count`."""
        index, pairs = self._expand_parameters(bags=True)
        return self._expansion(start, index, pairs, legacy)

    def mv_apply(self, start: Span, *, legacy: bool = False) -> MvApply:
        """`mv-apply` with the arguments of mv-expand but its kind, and `on (subquery)`."""
        index, _ = self._expand_parameters(bags=False)
        expansion = self._expansion(start, index, False, legacy)
        if self.at_word("id"):
            raise Unsupported("KQL mv-apply with an id", span=self.here.span)
        self.expect("on", "and the subquery in parentheses")
        return MvApply(expansion, self._subquery_operators(), self.since(start))

    def _expand_parameters(self, *, bags: bool) -> tuple[str | None, bool]:
        index, pairs = None, False
        while self.at_word("kind", "bagexpansion", "with_itemindex", "hint") and self.ahead().text in ("=", "."):
            word = self.take()
            if self.accept("."):
                self.take()
            self.expect("=")
            if word.text == "with_itemindex":
                index = self.identifier("a column name").text
            elif word.text == "hint":
                self.take()
            elif not bags:
                raise Unsupported(f"KQL mv-apply {word.text}", span=word.span, hint="use mv-expand in its subquery")
            elif self.at_word("bag", "array"):
                pairs = self.take().text == "array"
            else:
                raise self.wrong("bag or array")
        return index, pairs

    def _expansion(self, start: Span, index: str | None, pairs: bool, legacy: bool) -> MvExpand:
        targets = [self._expanded()]
        while self.accept(","):
            targets.append(self._expanded())
        limit = self.expression() if self.accept("limit") or self.accept("take") else None
        return MvExpand(tuple(targets), index, pairs, limit, legacy, self.since(start))

    def _expanded(self) -> Expanded:
        target = self._named_target()
        if not self.accept("to"):
            return Expanded(target, Type.DYNAMIC)
        self.expect("typeof", "and a type in parentheses")
        self.expect("(")
        type_ = self.type_word()
        self.expect(")")
        return Expanded(target, type_)

    def _subquery_operators(self) -> tuple[Operator, ...]:
        """`(operator | operator ...)`, whose rows are those of the group."""
        self.expect("(", "and the subquery")
        self.deeper()
        found = [self.operator()]
        while self.accept("|"):
            found.append(self.operator())
        self.shallower()
        self.expect(")", "or '|'")
        return tuple(found)

    # --- partition

    def partition(self, start: Span) -> Partition:
        """`partition hint.name=value by column (subquery)`."""
        while self.at_word("hint"):
            self._partition_hint()
        self.expect("by", "and the column whose values part the rows")
        column = self.identifier("a column name")
        if self.at_sign("."):
            raise QueryError("partition takes the name of a column", span=self.here.span)
        if self.at_sign("{"):
            raise Unsupported("KQL partition with a subquery that has a source of its own", span=self.here.span)
        return Partition(column.text, column.span, self._subquery_operators(), self.since(start))

    def _partition_hint(self) -> None:
        self.take()
        self.expect(".")
        name = self.take().text
        self.expect("=")
        value = self.take()
        if name == "strategy" and value.text not in _STRATEGIES:
            raise QueryError(f"partition has no strategy {value.text}", span=value.span, hint=", ".join(_STRATEGIES))

    # --- top-nested, top-hitters, samples

    def top_nested(self, start: Span) -> TopNested:
        """`top-nested count of name = value by name = aggregate asc, top-nested ...`."""
        levels = [self._level(start)]
        while self.accept(","):
            level = self.here.span
            for word in ("top", "-", "nested"):
                self.expect(word)
            levels.append(self._level(level))
        return TopNested(tuple(levels), self.since(start))

    def _level(self, start: Span) -> TopLevel:
        count = None if self.at_word("of") else self.expression()
        self.expect("of", "and what the level groups by")
        of = self._named_target()
        others: Expression | None = None
        if self.accept("with"):
            self.expect("others")
            self.expect("=")
            others = self.expression()
        self.expect("by", "and an aggregate")
        by = self._named_target()
        descending = self.take().text == "desc" if self.at_word("asc", "desc") else True
        if self.at_word("nulls"):
            raise Unsupported("KQL top-nested with nulls first or last", span=self.here.span)
        return TopLevel(count, of, others, by, descending, self.since(start))

    def top_hitters(self, start: Span) -> TopHitters:
        """`top-hitters count of column by value`."""
        count = self.expression()
        self.expect("of", "and a column")
        column = self._column_alone()
        by = self.expression() if self.accept("by") else None
        return TopHitters(count, column, by, self.since(start))

    def sample(self, start: Span) -> Sample:
        """`sample count`."""
        return Sample(self.expression(), self.since(start))

    def sample_distinct(self, start: Span) -> SampleDistinct:
        """`sample-distinct count of column`."""
        count = self.expression()
        self.expect("of", "and a column")
        return SampleDistinct(count, self._column_alone(), self.since(start))

    def _column_alone(self) -> tuple[str, Span]:
        if self.here.kind is Kind.WORD and self.ahead().text in ("(", "=", ".", "["):
            raise QueryError("this operator takes the name of a column", span=self.here.span, hint="extend it before")
        column = self.identifier("a column name")
        return column.text, column.span

    # --- assert-schema

    def assert_schema(self, start: Span) -> AssertSchema:
        """`assert-schema (name: type, ...)`."""
        self.expect("(", "and columns with their types")
        columns: list[tuple[str, Type]] = []
        while not columns or self.accept(","):
            name = self.identifier("a column name").text
            self.expect(":", "and a type")
            columns.append((name, self.type_word()))
        self.expect(")", "or ','")
        return AssertSchema(tuple(columns), self.since(start))
