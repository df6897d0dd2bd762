"""Relations: the stages of a query, from its sources to its result. All immutable; each knows its columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from antivenom.plan.inputs import Input
from antivenom.plan.outputs import Output
from antivenom.plan.values import Call, Column, Literal, Value, new_column
from antivenom.source import SourceText, Span


@dataclass(frozen=True, slots=True)
class Source:
    """A table of the logs, or one given by the caller. Rows keep the table's order."""

    table: str
    columns: tuple[Column, ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Values:
    """Rows written in the query itself. Each row has one Literal (or constant Call) per column."""

    rows: tuple[tuple[Value, ...], ...]
    columns: tuple[Column, ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Filter:
    """Rows for which the condition is true; false and null drop the row."""

    input: Relation
    condition: Value
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The input's columns."""
        return self.input.columns


@dataclass(frozen=True, slots=True)
class Assign:
    """One output column and what it is computed from."""

    column: Column
    value: Value


def same(columns: Iterable[Column]) -> tuple[Assign, ...]:
    """Columns as they are, under their own identities."""
    return tuple(Assign(column, column) for column in columns)


def fresh(columns: Iterable[Column]) -> tuple[Assign, ...]:
    """Columns under new identities, their names and types kept: what joins a relation with itself needs."""
    return tuple(Assign(new_column(column.name, column.type), column) for column in columns)


@dataclass(frozen=True, slots=True)
class Project:
    """Exactly the assigned columns, in order. All values see the input only, never each other.

    `extend`, `eval`, `rename`, `table` and `fields` all become this: a column that passes through is
    assigned from itself under the same id.
    """

    input: Relation
    assigns: tuple[Assign, ...]
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The assigned columns."""
        return tuple(assign.column for assign in self.assigns)


@dataclass(frozen=True, slots=True)
class Measure:
    """One aggregate of an Aggregate. `call.op` is a row of the engine's aggregate table."""

    column: Column
    call: Call


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One row per distinct tuple of keys (null is a key like any other); one row in all without keys.

    Output columns: the keys, then the measures. Order of rows is not defined.
    """

    input: Relation
    keys: tuple[Assign, ...]
    measures: tuple[Measure, ...]
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Keys, then measures."""
        return tuple(key.column for key in self.keys) + tuple(m.column for m in self.measures)


@dataclass(frozen=True, slots=True)
class SortKey:
    """One sort key; nulls go first or last whatever the direction."""

    value: Value
    descending: bool
    nulls_first: bool


@dataclass(frozen=True, slots=True)
class Sort:
    """All rows, in the order of the keys; ties keep the input's order."""

    input: Relation
    keys: tuple[SortKey, ...]
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The input's columns."""
        return self.input.columns


@dataclass(frozen=True, slots=True)
class Limit:
    """The first `count` rows."""

    input: Relation
    count: int
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The input's columns."""
        return self.input.columns


@dataclass(frozen=True, slots=True)
class FirstPer:
    """The first `count` rows, in input order, of each distinct tuple of keys; the order is kept."""

    input: Relation
    keys: tuple[Value, ...]
    count: int = 1
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The input's columns."""
        return self.input.columns


class JoinKind(Enum):
    """How unmatched rows are treated. FIRST_LEFT is Kusto's innerunique: one left row per key."""

    INNER = "inner"
    FIRST_LEFT = "innerunique"
    LEFT_OUTER = "leftouter"
    RIGHT_OUTER = "rightouter"
    FULL_OUTER = "fullouter"
    LEFT_SEMI = "leftsemi"
    RIGHT_SEMI = "rightsemi"
    LEFT_ANTI = "leftanti"
    RIGHT_ANTI = "rightanti"


@dataclass(frozen=True, slots=True)
class Join:
    """Left and right rows whose keys are equal pair by pair, null being equal to null.

    `columns` are fresh output columns; `outputs` gives for each the side's column it shows. With an
    outer kind the missing side is null (a front end that has no null for a type says so above the join).
    """

    left: Relation
    right: Relation
    kind: JoinKind
    keys: tuple[tuple[Value, Value], ...]
    assigns: tuple[Assign, ...]
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The output columns."""
        return tuple(assign.column for assign in self.assigns)


@dataclass(frozen=True, slots=True)
class Union:
    """All rows of all inputs, one input after the other.

    `takes[i][k]` is the value of input i that fills output column k (a typed null Literal where it has none).
    """

    inputs: tuple[Relation, ...]
    columns: tuple[Column, ...]
    takes: tuple[tuple[Value, ...], ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Expand:
    """Each row once for every element of MULTI values, each element in its value's column.

    Several values are walked together, the shorter ones null at their end. A row without any element stays,
    null, with `keep_empty`, and goes otherwise. Rows keep the input's order, elements theirs.
    """

    input: Relation
    elements: tuple[Assign, ...]
    span: Span | None = field(default=None, compare=False)
    keep_empty: bool = True

    @property
    def columns(self) -> tuple[Column, ...]:
        """The input's columns, then the elements."""
        return (*self.input.columns, *(element.column for element in self.elements))


@dataclass(frozen=True, slots=True)
class Window:
    """Every row with aggregates over the rows that share its keys: over all, or `running`, up to this row.

    Rows keep the input's order, which a running aggregate follows.
    """

    input: Relation
    keys: tuple[Value, ...]
    measures: tuple[Measure, ...]
    running: bool = False
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The input's columns, then the measures."""
        return (*self.input.columns, *(m.column for m in self.measures))


@dataclass(frozen=True, slots=True)
class Walk:
    """Every row with columns that one function computes from all rows together, in their order.

    The call of a measure gets each argument as a list with one element for each row (a Literal as it is) and gives
    such a list. Rows keep the input's order.
    """

    input: Relation
    measures: tuple[Measure, ...]
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The input's columns, then the measures."""
        return (*self.input.columns, *(m.column for m in self.measures))


@dataclass(frozen=True, slots=True)
class State:
    """A value a Fold carries from row to row: what it is before a row, before the first row, and after it."""

    before: Column
    first: Literal
    after: Column


@dataclass(frozen=True, slots=True)
class Fold:
    """Every row, in order, with values computed from it and from states the row before it left.

    Rows that share the keys are folded apart from others. Each stage sees the input's columns, the states
    before the row and the stages before it. Rows keep the input's order.
    """

    input: Relation
    keys: tuple[Value, ...]
    states: tuple[State, ...]
    stages: tuple[tuple[Assign, ...], ...]
    shown: tuple[Column, ...]
    span: Span | None = field(default=None, compare=False)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The input's columns, then those of the stages that are shown."""
        return (*self.input.columns, *self.shown)


Relation: TypeAlias = (
    Source
    | Values
    | Filter
    | Project
    | Aggregate
    | Sort
    | Limit
    | FirstPer
    | Expand
    | Window
    | Walk
    | Fold
    | Join
    | Union
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole query: its relation, the text it came from, notes a user should see, what it reads and writes."""

    relation: Relation
    source: SourceText
    language: str
    notes: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    outputs: tuple[Output, ...] = ()


def inputs_of(relation: Relation) -> tuple[Relation, ...]:
    """The relations a relation reads from, left to right."""
    if isinstance(relation, Source | Values):
        return ()
    if isinstance(relation, Join):
        return (relation.left, relation.right)
    if isinstance(relation, Union):
        return relation.inputs
    return (relation.input,)


def ordered(relation: Relation) -> bool:
    """Whether the relation's rows have an order of their own (else an engine orders them by value)."""
    match relation:
        case Source() | Values() | Sort():
            return True
        case Aggregate(keys=keys):
            return not keys
        case Join():
            return False
        case Limit():
            return True
        case _:
            return all(ordered(child) for child in inputs_of(relation))
