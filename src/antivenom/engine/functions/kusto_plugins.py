"""What the plugins of Kusto's evaluate are made of: the slots of bags, bins of a timeline, and what is refused."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.table import Row, Sql, template
from antivenom.plan.values import Call

_SLOT = "json_type(json_extract(@0, pointer))"
_SLOTS = f"""CASE WHEN json_type(@0) = 'OBJECT' THEN list_transform(json_keys(@0), lambda key:
  list_extract(list_transform(['/' || replace(replace(key, '~', '~0'), '/', '~1')], lambda pointer:
    {_SLOT}), 1) || ':' || key) ELSE [] END"""


def _texts(call: Call, args: list[Sql]) -> Sql:
    """A list of texts."""
    return exp.Array(expressions=args)


ROWS: tuple[Row, ...] = (
    # true for every row, were there any: a plan made without rows is not run
    once("kusto.bag_slots", _SLOTS),  # "type:key" of every property
    # a property's JSON text; @1: a JSON pointer
    once(
        "kusto.slot",
        "CASE WHEN json_type(@0) = 'OBJECT' THEN nullif(CAST(json_extract(@0, @1) AS VARCHAR), 'null') END",
    ),
    Row("kusto.texts", _texts),
    template("kusto.minus_one", "@0 - 1"),
    once(
        "kusto.numbers_around",
        "list_transform(range(@0 - @1, @0 + @2 + 1), lambda number: CAST(number AS VARCHAR))",
    ),
    once(
        "kusto.one_type",
        f"CASE WHEN @0 > 1 THEN {refusing('KQL schema_merge of a column of several types')} ELSE TRUE END",
    ),
    once(
        "kusto.same_place",
        f"CASE WHEN @0 - 1 = @1 THEN @1 ELSE {refusing('KQL schema_merge of columns in this order')} END",
    ),
    # --- bins: value, size, origin
    once("kusto.bin_from", "@2 + (@0 - @2) - (((@0 - @2) % @1) + @1) % @1"),
    template("kusto.later", "@0 + @1"),
    once("kusto.steps", "list_transform(range(0, @2), lambda step: CAST(@0 + step * @1 AS VARCHAR))"),
    template("kusto.along", "CASE WHEN @1 < 0 THEN -(@0) ELSE @0 END"),  # a number, the step it was made with
    template("kusto.number_of_text", "CAST(@0 AS BIGINT)"),
    once("kusto.looks_back", "@0 <= @1 AND @0 > @1 - @2"),
)
