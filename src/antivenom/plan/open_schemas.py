"""Schemas that depend on rows: how a front end asks for rows while it compiles, and marks a plan made without them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from antivenom.plan.carry import calls
from antivenom.plan.relations import Filter, Relation
from antivenom.plan.types import Type
from antivenom.plan.values import Call
from antivenom.source import Span

Discover: TypeAlias = Callable[[Relation], Sequence[tuple[Any, ...]]]
"""Runs a relation over the rows at hand; its rows as Python values."""

_OPEN = "schema.open"


def depends_on_rows(relation: Relation) -> bool:
    """Whether a plan was made without rows that name its columns: then it is only good for asking what it reads."""
    return calls(relation, lambda call: call.op == _OPEN)


def without_rows(input: Relation, span: Span) -> Relation:
    """The input, all of whose columns count as read, since nobody knows which ones rows will name."""
    return Filter(input, Call(_OPEN, tuple(input.columns), Type.BOOL, span), span)
