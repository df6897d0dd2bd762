"""One point of a pipeline: the relation so far and the fields it shows, by name and in order."""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.plan.relations import Assign, Filter, Limit, Measure, Project, Relation, Sort, SortKey, Window
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column
from antivenom.source import Span


@dataclass(frozen=True, slots=True)
class Scope:
    """A relation whose columns are the fields. Names are case-sensitive and unique."""

    relation: Relation
    fields: dict[str, Column]

    def keep(self, relation: Relation) -> Scope:
        """The same fields over another relation with the same columns."""
        return Scope(relation, self.fields)

    def filter(self, condition: Value, span: Span | None) -> Scope:
        """The results for which the condition is true."""
        return self.keep(Filter(self.relation, condition, span))

    def sort(self, keys: tuple[SortKey, ...], span: Span | None) -> Scope:
        """The results in another order."""
        return self.keep(Sort(self.relation, keys, span))

    def select(self, values: dict[str, Value], span: Span | None) -> Scope:
        """Exactly these fields, in this order; a column whose name fits stays that column."""
        assigns: list[Assign] = []
        fields: dict[str, Column] = {}
        used: set[int] = set()
        for name, value in values.items():
            same = isinstance(value, Column) and value.name == name and value.id not in used
            column = value if same and isinstance(value, Column) else new_column(name, value.type)
            used.add(column.id)
            assigns.append(Assign(column, value))
            fields[name] = column
        return Scope(Project(self.relation, tuple(assigns), span), fields)

    def assign(self, values: dict[str, Value], span: Span | None) -> Scope:
        """These fields set, the others kept; a new field comes last."""
        return self.select({**self.fields, **values}, span)

    def without(self, names: set[str], span: Span | None) -> Scope:
        """All fields but these."""
        return self.select({n: c for n, c in self.fields.items() if n not in names}, span)

    def numbered(self, span: Span | None) -> tuple[Scope, Column]:
        """The same with a hidden column that counts the results from 1 in their order."""
        column = new_column("position", Type.LONG)
        count = Measure(column, Call("aggregate.count", (), Type.LONG))
        return self.keep(Window(self.relation, (), (count,), True, span)), column

    def trimmed(self, span: Span | None) -> Scope:
        """The same without hidden columns."""
        return self.select(dict(self.fields), span)


def constant_of(column: Column, relation: Relation) -> str | None:
    """The text that the column has in every result because the query itself wrote it there; else None."""
    while True:
        match relation:
            case Project(input, assigns):
                value = next((assign.value for assign in assigns if assign.column.id == column.id), None)
                if isinstance(value, Literal):
                    return value.value if isinstance(value.value, str) else None
                if not isinstance(value, Column):
                    return None
                column, relation = value, input
            case Filter(input) | Sort(input) | Window(input) | Limit(input):
                relation = input
            case _:
                return None


def passes(name: str, pattern: str) -> bool:
    """Whether a name fits a pattern with `*`; a star at the start does not reach names that begin with _."""
    if pattern.startswith("*") and name.startswith("_"):
        return False
    return match_stars(name, pattern) is not None


def match_stars(name: str, pattern: str) -> tuple[str, ...] | None:
    """What each `*` stands for in the name, each as short as can be; None if the name does not fit."""
    head, *rest = pattern.split("*")
    if not rest:
        return () if name == pattern else None
    if not name.startswith(head):
        return None
    *middle, tail = rest
    at, caught = len(head), []
    end = len(name) - len(tail)
    if end < at or not name.endswith(tail):
        return None
    for piece in middle:
        found = name.find(piece, at, end)
        if found < 0:
            return None
        caught.append(name[at:found])
        at = found + len(piece)
    return (*caught, name[at:end])
