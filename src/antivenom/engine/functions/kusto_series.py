"""make-series and range: bins of an axis, and the arrays and rows made of them."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.kusto_convert import TO_JSON
from antivenom.engine.functions.shapes import refusing
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.values import Call, Literal

_MOST = 1_048_576
_MOST_ROWS = 10_000_000
_JSON = {row.op: row for row in TO_JSON}
_LATE = refusing("KQL make-series in range(...) with a row behind the stop and in its bin")
_ODD = refusing("KQL make-series without a start over values that are no multiples of the step")
_UNEVEN = refusing("KQL make-series in range(...) that does not start at a multiple of the step")
_NO_STEP = refusing("KQL make-series with a step that is not above zero")


def _bin(index: str, remainder: str) -> str:
    """The number of the bin of @0 counted from @1 in steps of @2, null outside @3 to @4.

    @5: the stop @4 is included; @6: there is no start, so that values must be multiples of the step.
    """
    return f"""CASE WHEN @0 IS NULL OR @0 < @3 OR @0 > @4 AND {index} > {index.replace("@0", "@4")} THEN NULL
      WHEN coalesce(@2, 0) <= 0 THEN {_NO_STEP}
      WHEN @5 AND {remainder.replace("@0", "@3")} <> 0 THEN {_UNEVEN}
      WHEN @5 AND @0 > @4 THEN {_LATE}
      WHEN NOT @5 AND @0 >= @4 THEN NULL
      WHEN @6 AND {remainder} <> 0 THEN {_ODD}
      ELSE {index} END"""


_WHOLE = "((@0 - @1) - (((@0 - @1) % @2) + @2) % @2) // @2"
_REAL = "CAST(floor((@0 - @1) / @2) AS BIGINT)"


def _axis(type: str, json: str) -> Row:
    """The JSON array of @2 + n * @3 for n from @0, and below @1."""

    def build(call: Call, args: list[Sql]) -> Sql:
        shown = _JSON[json].build(call, [exp.column("place")])
        places = expand("list_transform(range(@0, @1), lambda number: @2 + number * @3)", *args)
        return expand("'[' || array_to_string(list_transform(@0, lambda place: @1), ',') || ']'", places, shown)

    return Row(f"series.axis_{type}", build)


_LONGS = f"""CASE WHEN @2 IS NULL OR @0 IS NULL OR @1 IS NULL THEN {refusing("KQL range with a bound that is null")}
  WHEN @2 = 0 THEN {refusing("KQL range with a step of zero")}
  WHEN (@1 - @0) // @2 >= @3 THEN {refusing("KQL range of too many values")}
  ELSE generate_series(@0, @1, @2) END"""
_REALS = f"""CASE WHEN @2 IS NULL OR @0 IS NULL OR @1 IS NULL THEN {refusing("KQL range with a bound that is null")}
  ELSE coalesce(antivenom_range_of_reals(@0, @1, @2, @3),
    {refusing("KQL range of reals that depends on how they are added up")}) END"""


def _range(op: str, shape: str, most: int) -> Row:
    """The numbers from @0 to @1 in steps of @2, as a list."""
    counted = shape.replace("@3", f"CAST({most} AS BIGINT)")
    return Row(op, lambda call, args: expand(counted, *(_long(arg) for arg in args) if shape is _LONGS else args))


def _long(arg: Sql) -> Sql:
    return expand("CAST(@0 AS BIGINT)", arg)


def _array(type: str, shape: str) -> Row:
    """range(): the numbers as a JSON array of values of the type."""

    def build(call: Call, args: list[Sql]) -> Sql:
        shown = _JSON[f"kusto.json_of_{type}"].build(call, [exp.column("place")])
        numbers = _range("", shape, _MOST).build(call, args)
        return expand("'[' || array_to_string(list_transform(@0, lambda place: @1), ',') || ']'", numbers, shown)

    return Row(f"range.array_of_{type}", build)


def _known(call: Call, args: list[Sql]) -> Sql:
    """Null of a null series (@0), the computed value (@1) if there is one; @2 is the function's name."""
    name = call.args[2]
    assert isinstance(name, Literal)
    refusal = refusing(f"KQL {name.value} of these values")
    return expand(f"CASE WHEN @0 IS NULL THEN NULL ELSE coalesce(@1, {refusal}) END", args[0], args[1])


ROWS: tuple[Row, ...] = (
    Row("series.known", _known),
    _range("range.longs", _LONGS, _MOST_ROWS),
    _range("range.reals", _REALS, _MOST_ROWS),
    _array("long", _LONGS),
    _array("real", _REALS),
    _array("datetime", _LONGS),
    _array("timespan", _LONGS),
    template("series.bin", _bin(_WHOLE, "(@0 % @2)")),
    template("series.bin_real", _bin(_REAL, "(@0 % @2)")),
    # how many bins lie from @0 to @1 in steps of @2, @3: the stop included
    template("series.count", "greatest(CASE WHEN @3 THEN (@1 - @0) // @2 + 1 ELSE (@1 - @0 + @2 - 1) // @2 END, 0)"),
    template(
        "series.count_real",
        "CAST(greatest(CASE WHEN @3 THEN floor((@1 - @0) / @2) + 1 ELSE ceil((@1 - @0) / @2) END, 0) AS BIGINT)",
    ),
    # the first bin (@0), where the series (up to @1) is not too long and some row of it has a bin (@2: the first)
    template(
        "series.checked",
        f"""CASE WHEN @1 - @0 > {_MOST} THEN {refusing(f"KQL make-series of more than {_MOST:,} bins")}
           WHEN @3 > 0 AND @2 IS NULL THEN {refusing("KQL make-series of a group without a row in its range")}
           ELSE @0 END""",
    ),
    _axis("long", "kusto.json_of_long"),
    _axis("real", "kusto.json_of_real"),
    _axis("datetime", "kusto.json_of_datetime"),
    _axis("timespan", "kusto.json_of_timespan"),
)

_NULL = refusing("KQL make-series of a bin whose value is null")

AGGREGATES: tuple[Row, ...] = (
    # "bin:value" for every bin, the value as JSON text
    template(
        "series.cells",
        f"""list(CASE WHEN @1 IS NULL THEN {_NULL} ELSE CAST(@0 AS VARCHAR) || ':' || @2 END)
           FILTER (@0 IS NOT NULL)""",
    ),
)
