"""`or`: tests of one column for one of several texts are looked up together, not tried in turn."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.splunk_search import is_lower
from antivenom.engine.functions.table import Row, Sql
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Value

_FEW = 3
"""Fewer tests than this are as fast in turn."""


def _or(call: Call, args: list[Sql]) -> Sql:
    tested: dict[int, list[int]] = {}
    for place, arg in enumerate(call.args):
        column = _asked(arg)
        if column is not None:
            tested.setdefault(column.id, []).append(place)
    many = [places for places in tested.values() if len(places) >= _FEW]
    together = [_in([args[place] for place in places]) for places in many]
    gone = {place for places in many for place in places}
    left = [*together, *(arg for place, arg in enumerate(args) if place not in gone)]
    return exp.or_(*left, copy=False) if left else exp.false()


def _asked(value: Value) -> Column | None:
    """The column that a test compares with a text in small letters, case aside."""
    if not (isinstance(value, Call) and value.op == "splunk.search_eq" and is_lower(value)):
        return None
    column = value.args[0]
    return column if isinstance(column, Column) and column.type is not Type.MULTI else None


def _in(tests: list[Sql]) -> Sql:
    """Equalities with one left side as one IN."""
    plain = [test.unnest() for test in tests]
    return exp.In(this=plain[0].this, expressions=[test.expression for test in plain])


ROWS = (Row("bool.or", _or),)
"""Three-valued, any number of arguments."""
