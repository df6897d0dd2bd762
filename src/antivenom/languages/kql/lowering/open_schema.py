"""Open schemas: relations whose columns depend on rows, and the names asked of them that no row gave.

`evaluate bag_unpack(...)` and `evaluate pivot(...)` make columns out of values. With rows at hand they are looked at
first. Without (a query compiled alone) the relation stays open: a name nobody knows is taken on trust. Either way such
a name becomes a column that is null in every row, of whatever type the operator that asks for it can take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TypeAlias

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql import syntax
from antivenom.plan.open_schemas import Discover
from antivenom.plan.relations import Assign, Project, Relation, same
from antivenom.plan.types import Type
from antivenom.plan.values import Column, Literal, new_column
from antivenom.source import Span

Lower: TypeAlias = Callable[[syntax.Operator, Relation], Relation]

_TYPES = (Type.DYNAMIC, Type.STRING, Type.LONG, Type.REAL, Type.BOOL, Type.DATETIME, Type.TIMESPAN)
_CLOSING = frozenset(
    "Project ProjectByNames Summarize Distinct Count GetSchema Evaluate MakeSeries Reduce SampleDistinct TopHitters"
    " TopNested".split()
)
"""Operators whose columns are all spelled out, so that nothing unknown passes them; plugins say it themselves."""
_JOINING = frozenset({"JoinWith", "UnionWith"})
_MOST_NAMES = 100
_MOST_TYPED = 3


class UnknownName(QueryError):
    """A name that is no column; over an open schema it becomes one."""

    def __init__(self, name: str, message: str, *, span: Span | None, hint: str | None) -> None:
        super().__init__(message, span=span, hint=hint)
        self.name = name

    def plain(self) -> QueryError:
        """The error as everyone else should see it."""
        return QueryError(self.message, span=self.span, source=self.source, hint=self.hint)


class Opened:
    """Which relations of a lowering are open, and which of their columns are null because no row gave them."""

    def __init__(self, discover: Discover | None, notes: list[str]) -> None:
        self.discover = discover
        self._notes = notes
        self._open: dict[int, Relation] = {}
        self._nulls: set[int] = set()
        self.unsure: set[int] = set()
        """Columns whose type Kusto may see otherwise; they may not be shown by getschema."""

    @property
    def count(self) -> int:
        """How many relations were found open so far."""
        return len(self._open)

    def is_open(self, relation: Relation) -> bool:
        """Whether the relation may have columns that are not known."""
        return id(relation) in self._open

    def mark(self, relation: Relation) -> Relation:
        """The relation, from now on open."""
        self._open[id(relation)] = relation
        return relation

    def apply(self, operator: syntax.Operator, input: Relation, lower: Lower) -> Relation:
        """The relation after an operator, which over an open input may ask for columns nobody knows."""
        before = self.count
        made = self._tried(operator, input, lower) if self.is_open(input) else lower(operator, input)
        kind = type(operator).__name__
        keeps = isinstance(operator, syntax.ProjectSome) and operator.keep
        if kind in _JOINING:
            return self.mark(made) if self.is_open(input) or self.count > before else made
        if self.is_open(input) and kind not in _CLOSING and not keeps:
            return self.mark(made)
        return made

    def _tried(self, operator: syntax.Operator, input: Relation, lower: Lower) -> Relation:
        while True:
            try:
                return lower(operator, input)
            except UnknownName as error:
                input = self.asked(input, error, Type.DYNAMIC)
            except (QueryError, Unsupported) as error:
                found = self._retyped(operator, input, lower)
                if found is None:
                    raise error from None
                return found

    def asked(self, input: Relation, error: UnknownName, type: Type) -> Relation:
        """The input with the name as a column; the error itself when that cannot help."""
        known = {column.name for column in input.columns}
        if not self.is_open(input) or error.name in known or len(self._nulls) >= _MOST_NAMES:
            raise error
        if self.discover is not None:
            self._notes.append(f"no row had a property {error.name}; it is null here")
        return self._with(input, (), (self._null(error.name, type),))

    def _null(self, name: str, type: Type) -> Assign:
        column = new_column(name, type)
        self._nulls.add(column.id)
        return Assign(column, Literal("" if type is Type.STRING else None, type))

    def _with(self, input: Relation, replaced: Sequence[Assign], added: Sequence[Assign]) -> Relation:
        by_name = {assign.column.name: assign for assign in replaced}
        same = tuple(by_name.get(column.name, Assign(column, column)) for column in input.columns)
        return self.mark(Project(input, (*same, *added)))

    def _retyped(self, operator: syntax.Operator, input: Relation, lower: Lower) -> Relation | None:
        """What the operator gives when columns that are null anyway have other types."""
        nulls = [column for column in input.columns if column.id in self._nulls]
        for types in _mixtures(len(nulls)):
            changed = [self._null(column.name, type_) for column, type_ in zip(nulls, types, strict=True)]
            given = self._with(input, changed, ())
            try:
                return self._named(operator, given, lower, types[-1])
            except (QueryError, Unsupported):
                continue
        return None

    def _named(self, operator: syntax.Operator, input: Relation, lower: Lower, type: Type) -> Relation:
        while True:
            try:
                return lower(operator, input)
            except UnknownName as error:
                input = self.asked(input, error, type)


def _mixtures(count: int) -> Iterator[tuple[Type, ...]]:
    """Types for so many columns: every mixture of a few, all alike for many."""
    if 0 < count <= _MOST_TYPED:
        yield from product(_TYPES, repeat=count)
    elif count:
        for type_ in _TYPES[1:]:
            yield (type_,) * count


def kept(input: Relation, columns: Sequence[Column], span: Span) -> Relation:
    """Some of the input's columns."""
    return Project(input, same(columns), span)
