"""The relation whose rows an operator reads, and what its expressions put below it."""

from __future__ import annotations

from antivenom.plan.relations import Assign, Fold, Join, JoinKind, Measure, Relation, Sort, SortKey, State, Window, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Value, columns_of, new_column


class Row:
    """The relation whose rows an operator reads; expressions may join single values (toscalar) to it.

    With `serialized`, the order of the rows means something and outlives such a join. Measures and folds
    go through the rows of each of the `groups` for itself.
    """

    def __init__(self, relation: Relation, serialized: bool | None = None, groups: tuple[Column, ...] = ()) -> None:
        self.relation = relation
        self.serialized = serialized
        self.groups = groups
        self._made: dict[tuple[Call, tuple[Value, ...]], Column] = {}

    def attach(self, scalar: Relation) -> Column:
        """Join a relation of one row and one column; the column its value has in every row."""
        value = scalar.columns[0]
        column = new_column(value.name, value.type)
        below, place = numbered(self.relation) if self.serialized else (self.relation, None)
        kept = same(below.columns)
        joined = Join(below, scalar, JoinKind.INNER, (), (*kept, Assign(column, value)))
        self.relation = in_place(joined, place) if place else joined
        return column

    def window(self, call: Call, keys: tuple[Value, ...]) -> Column:
        """A running measure over the rows in their order; the column it has. One measure is made only once."""
        keys = (*self.groups, *keys)
        known = self._made.get((call, keys))
        if known is not None:
            return known
        column = new_column(call.op.partition(".")[2], call.type)
        self._made[call, keys] = column
        top, measure = self.relation, Measure(column, call)
        if isinstance(top, Window) and top.running and top.keys == keys and _below(call, top):
            self.relation = Window(top.input, keys, (*top.measures, measure), True, top.span)
        else:
            self.relation = Window(top, keys, (measure,), True)
        return column

    def fold(self, states: tuple[State, ...], stages: tuple[tuple[Assign, ...], ...]) -> None:
        """Go through the rows in order with states; the last stage's columns are those of the row from now on."""
        self.relation = Fold(self.relation, self.groups, states, stages, tuple(assign.column for assign in stages[-1]))


def _below(call: Call, top: Window) -> bool:
    """Whether a call reads nothing that the window itself makes."""
    made = {measure.column for measure in top.measures}
    return made.isdisjoint(columns_of(call))


def numbered(relation: Relation) -> tuple[Relation, Column]:
    """The relation with the place of each row in one more column."""
    place = new_column("place", Type.LONG)
    return Window(relation, (), (Measure(place, Call("window.row_number", (), Type.LONG)),), True), place


def in_place(relation: Relation, *places: Column) -> Relation:
    """Rows by their places."""
    return Sort(relation, tuple(SortKey(place, False, False) for place in places))


def shown(name: str, value: Value) -> Assign:
    """A column that passes through under its own name stays itself."""
    if isinstance(value, Column) and value.name == name:
        return Assign(value, value)
    return Assign(new_column(name, value.type), value)
