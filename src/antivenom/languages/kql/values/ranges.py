"""The types of ranges: what a start, a stop and a step make together."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.plan.types import Type
from antivenom.source import Span


def range_type(kinds: list[Type], span: Span) -> Type:
    """The type of what a range of a start, a stop and a step gives. Raises QueryError where they do not fit."""
    first, last, step = kinds
    if first is last and first in (Type.DATETIME, Type.TIMESPAN) and step is Type.TIMESPAN:
        return first
    if all(kind.integral for kind in kinds):
        return Type.INT if all(kind is Type.INT for kind in kinds) else Type.LONG
    if all(kind.numeric for kind in kinds):
        return Type.REAL
    if {Type.DYNAMIC, Type.STRING, Type.BOOL, Type.GUID}.isdisjoint(
        kinds
    ):  # the analyser takes such, no answer is known
        raise Unsupported(f"KQL range of {' and '.join(kind.value for kind in kinds)}", span=span)
    raise QueryError("the bounds and the step of a range do not fit together", span=span)
