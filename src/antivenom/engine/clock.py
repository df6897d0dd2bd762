"""The query's clock: one moment for the whole query, put in as a constant before the SQL is written."""

from __future__ import annotations

from antivenom.plan.relations import Relation
from antivenom.plan.rewrites import map_values
from antivenom.plan.types import UNIX_EPOCH_TICKS, Type
from antivenom.plan.values import Call, Literal, Value


def ticks(now: int) -> int:
    """Nanoseconds since 1970 as Kusto ticks."""
    return now // 100 + UNIX_EPOCH_TICKS


def wound(relation: Relation, now: int) -> Relation:
    """The relation with `clock.now` and `clock.now_epoch` standing at `now` (ns since 1970 UTC)."""

    def set_clock(value: Value) -> Value:
        if isinstance(value, Call) and value.op == "clock.now":
            return Literal(ticks(now), Type.DATETIME, value.span)
        if isinstance(value, Call) and value.op == "clock.now_epoch":
            return Literal(now / 1e9, Type.REAL, value.span)
        return value

    return map_values(relation, set_clock)
