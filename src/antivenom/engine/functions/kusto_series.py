"""make-series and range: bins of an axis, and the arrays and rows made of them."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.kusto_convert import TO_JSON
from antivenom.engine.functions.shapes import refusing
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.values import Call

_MOST = 1_048_576
_MOST_ROWS = 10_000_000
_JSON = {row.op: row for row in TO_JSON}
_NO_STEP = refusing("KQL make-series with a step that is not above zero")


def _bin(index: str) -> str:
    """The number of the bin of @0 counted from @1 in steps of @2, null outside @3 to the bin of @4.

    @5: the stop @4 is included.
    """
    return f"""CASE WHEN @0 IS NULL OR @0 < @3 OR @0 > @4 AND {index} > {index.replace("@0", "@4")} THEN NULL
      WHEN coalesce(@2, 0) <= 0 THEN {_NO_STEP}
      WHEN NOT @5 AND @0 >= @4 THEN NULL
      ELSE {index} END"""


_LENGTH = "(CAST(@1 AS HUGEINT) - @0)"
_OFF = "(CAST(@0 AS HUGEINT) - @1)"
_WHOLE = f"TRY_CAST(({_OFF} - (({_OFF} % @2) + @2) % @2) // @2 AS BIGINT)"
_REAL = "TRY_CAST(floor((@0 - @1) / @2) AS BIGINT)"


def _axis(type: str, json: str) -> Row:
    """The JSON array of @2 + n * @3 for n from @0, and below @1."""

    def build(call: Call, args: list[Sql]) -> Sql:
        shown = _JSON[json].build(call, [exp.column("place")])
        places = expand("list_transform(range(@0, @1), lambda number: @2 + number * @3)", *args)
        return expand("'[' || array_to_string(list_transform(@0, lambda place: @1), ',') || ']'", places, shown)

    return Row(f"series.axis_{type}", build)


_FAR = "(CAST(@1 AS HUGEINT) - @0) // nullif(@2, 0)"
# DuckDB computes a list of constants before it asks whether it is too long: so that it is short then
_LONGS = f"""CASE WHEN {_FAR} >= @3 THEN @4
  WHEN @2 <> 0 THEN generate_series(@0, CASE WHEN {_FAR} >= @3 THEN @0 ELSE @1 END, @2) END"""
_REALS = """CASE WHEN (@1 - @0) / nullif(@2, 0) >= @3 THEN @4 ELSE antivenom_range_of_reals(@0, @1, @2, @3) END"""
_TOO_MANY = refusing("KQL range of more than 10,000,000 rows")
_FIRST_LONGS = f"generate_series(@0, CAST(@0 + CAST({_MOST - 1} AS HUGEINT) * @2 AS BIGINT), @2)"
_FIRST_REALS = f"antivenom_range_of_reals(@0, @1, @2, {_MOST})"


def _range(op: str, shape: str, most: int, more: str) -> Row:
    """The numbers from @0 to @1 in steps of @2, as a list, null where one of them is; `more`: where there are more."""
    counted = shape.replace("@4", more).replace("@3", f"CAST({most} AS BIGINT)")
    return Row(op, lambda call, args: expand(counted, *(_long(arg) for arg in args) if shape is _LONGS else args))


def _long(arg: Sql) -> Sql:
    return expand("CAST(@0 AS BIGINT)", arg)


def _array(type: str, shape: str) -> Row:
    """range(): the numbers as a JSON array of values of the type."""

    def build(call: Call, args: list[Sql]) -> Sql:
        shown = _JSON[f"kusto.json_of_{type}"].build(call, [exp.column("place")])
        first = _FIRST_LONGS if shape is _LONGS else _FIRST_REALS
        numbers = _range("", shape, _MOST, first).build(call, args)
        return expand("'[' || array_to_string(list_transform(@0, lambda place: @1), ',') || ']'", numbers, shown)

    return Row(f"range.array_of_{type}", build)


ROWS: tuple[Row, ...] = (
    _range("range.longs", _LONGS, _MOST_ROWS, _TOO_MANY),
    _range("range.reals", _REALS, _MOST_ROWS, _TOO_MANY),
    _array("long", _LONGS),
    _array("real", _REALS),
    _array("datetime", _LONGS),
    _array("timespan", _LONGS),
    template("series.bin", _bin(_WHOLE)),
    template("series.bin_real", _bin(_REAL)),
    # how many bins lie from @0 to @1 in steps of @2, @3: the stop included
    template(
        "series.count",
        f"""TRY_CAST(greatest(CASE WHEN @3 THEN {_LENGTH} // nullif(@2, 0) + 1
           ELSE ({_LENGTH} + @2 - 1) // nullif(@2, 0) END, 0) AS BIGINT)""",
    ),
    template(
        "series.count_real",
        "TRY_CAST(greatest(CASE WHEN @3 THEN floor((@1 - @0) / @2) + 1 ELSE ceil((@1 - @0) / @2) END, 0) AS BIGINT)",
    ),
    # the first bin (@0), where the series (up to @1) is not too long
    template(
        "series.checked",
        f"CASE WHEN @1 - @0 > {_MOST} THEN {refusing(f'KQL make-series of more than {_MOST:,} bins')} ELSE @0 END",
    ),
    _axis("long", "kusto.json_of_long"),
    _axis("real", "kusto.json_of_real"),
    _axis("datetime", "kusto.json_of_datetime"),
    _axis("timespan", "kusto.json_of_timespan"),
)

AGGREGATES: tuple[Row, ...] = (
    # "bin:value" for every bin, the value as JSON text
    template("series.cells", "list(CAST(@0 AS VARCHAR) || ':' || @1) FILTER (@0 IS NOT NULL)"),
)
