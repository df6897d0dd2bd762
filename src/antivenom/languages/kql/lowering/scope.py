"""What a name means at a place in a query: the columns of a row, and the lets around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from antivenom.languages.kql.syntax import Function, Pipeline
from antivenom.plan.relations import Relation
from antivenom.plan.values import Column, Value


@dataclass(frozen=True, slots=True)
class Written:
    """A let as it was written, with the scope it was written in: read anew at each use, as Kusto does."""

    value: Pipeline | Function
    scope: Scope


@dataclass(frozen=True, slots=True)
class Bound:
    """A parameter or a value that stands fixed; an `argument` may be of the row its function is called for."""

    value: Value
    argument: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that stand fixed: those that `as` gave a name."""

    relation: Relation


Binding: TypeAlias = Written | Bound | Rows


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups a subquery of mv-apply or partition works on, each for itself.

    Rows carry `keys`, which no query sees; `hidden` are these and those of the groups around. A group without rows
    is none any more: a summary has no row for it.
    """

    keys: tuple[Column, ...]
    hidden: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Columns of the row, if there is a row; bindings by name; `locals` are bindings that hide columns."""

    columns: tuple[Column, ...] | None = None
    bindings: Mapping[str, Binding] = field(default_factory=dict)
    locals: frozenset[str] = frozenset()
    serialized: bool | None = None
    """Whether the row stands among rows in order; None where that is not known."""
    arranged: bool = False
    """Whether a later operator lists its columns by name, so that their order here shows nowhere."""
    groups: Groups | None = None

    def with_columns(self, columns: tuple[Column, ...] | None) -> Scope:
        """The same names over other columns."""
        return replace(self, columns=columns if columns is None else self.shown(columns))

    @property
    def keys(self) -> tuple[Column, ...]:
        """The keys of the groups the rows are in, if they are in groups."""
        return self.groups.keys if self.groups else ()

    @property
    def hidden(self) -> tuple[Column, ...]:
        """Columns of the rows that no query sees."""
        return self.groups.hidden if self.groups else ()

    def shown(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """Columns without those that only say which group a row is in."""
        return columns if self.groups is None else tuple(c for c in columns if c not in self.groups.hidden)

    def bind(self, name: str, binding: Binding, *, local: bool = False) -> Scope:
        """One name more."""
        hiding = self.locals | {name} if local else self.locals - {name}
        return replace(self, bindings={**self.bindings, name: binding}, locals=hiding)

    def column(self, name: str) -> Column | None:
        """The column of that name, unless a function's parameter hides it."""
        if self.columns is None or name in self.locals:
            return None
        return next((column for column in self.columns if column.name == name), None)

    def names(self) -> list[str]:
        """Every name that means something here."""
        return [column.name for column in self.columns or ()] + list(self.bindings)
