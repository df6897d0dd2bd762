"""What the parts of the lowering ask of each other: an interface, so that no imports run in a circle."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from antivenom.languages.kql.lowering.open_schema import Opened
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import Expression, Function, FunctionCall, OneOf, Operator, Pipeline
from antivenom.plan.catalog import Catalog
from antivenom.plan.inputs import Input
from antivenom.plan.relations import Relation
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value
from antivenom.source import Span


class Caller(Protocol):
    """A place from which a function is called: its names, and the values of its expressions."""

    scope: Scope

    def value(self, node: Expression) -> Value:
        """The plan value of an expression there."""
        ...


class Lowering(Protocol):
    """The state of one lowering, and the tables it can make. `lower.py` has the one that works."""

    catalog: Catalog
    notes: list[str]
    inputs: list[Input]
    constants: dict[int, Literal]
    opened: Opened

    def step(self, span: Span) -> AbstractContextManager[None]:
        """Count one value or table; QueryError when they grow too deep or too many."""
        ...

    def relation(self, pipeline: Pipeline, scope: Scope) -> Relation:
        """The rows of a pipeline."""
        ...

    def through(self, operators: Sequence[Operator], relation: Relation, scope: Scope, state: bool | None) -> Relation:
        """The rows after operators; `state` says whether they are in order before them."""
        ...

    def is_table(self, pipeline: Pipeline, scope: Scope) -> bool:
        """Whether a pipeline gives rows rather than one value."""
        ...

    def table_item(self, node: OneOf, scope: Scope) -> Pipeline | None:
        """The table on the right of an `in`, if it is one."""
        ...

    def single(self, pipeline: Pipeline, scope: Scope) -> Relation:
        """One row with the first column's first value."""
        ...

    def distinct(self, pipeline: Pipeline, scope: Scope) -> tuple[Relation, Type]:
        """One row with the distinct values of the first column as an array; what they are."""
        ...

    def inside(self, function: Function, scope: Scope) -> Scope:
        """The scope of a function's body, its parameters not yet values."""
        ...

    def called(self, node: FunctionCall, function: Function, scope: Scope, caller: Caller) -> Scope:
        """The scope of a function's body for one call."""
        ...

    def constant_whole(self, node: Expression, scope: Scope, what: str) -> int:
        """A whole number that must be constant."""
        ...
