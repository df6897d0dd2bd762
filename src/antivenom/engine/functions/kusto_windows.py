"""Measures of Kusto's window functions: each is one aggregate over the rows up to this one, or a neighbour."""

from __future__ import annotations

from antivenom.engine.functions.shapes import refusing
from antivenom.engine.functions.table import Row, template

_UNKNOWN = refusing("KQL row_cumsum of null")

AGGREGATES: tuple[Row, ...] = (
    template("window.row_number", "count(*)"),
    template("window.count_true", "count_if(@0)"),
    template("window.max", "max(@0)"),
    template("window.sum_long", "sum(CAST(@0 AS HUGEINT))"),
    template("window.sum_real", "sum(@0)"),
    template("window.prev", "lag(@0, @1, @2)"),
    template("window.next", "lead(@0, @1, @2)"),
)

ROWS: tuple[Row, ...] = (
    template("window.differs", "@0 IS DISTINCT FROM @1"),
    # a running sum (@0), where no null (@1: how many) was in it
    template(
        "window.known_long",
        f"""CASE WHEN @1 > 0 THEN {_UNKNOWN}
           ELSE CAST(((@0 + 9223372036854775808) & 18446744073709551615) - 9223372036854775808 AS BIGINT) END""",
    ),
    template(
        "window.known_int",
        f"""CASE WHEN @1 > 0 THEN {_UNKNOWN} WHEN abs(@0) > 2147483647 THEN
           {refusing("KQL row_cumsum of int beyond 32 bits")} ELSE CAST(@0 AS INTEGER) END""",
    ),
    # time, the session's first time, the time before, longest session, widest gap, restart
    template(
        "window.session",
        f"""CASE WHEN @0 IS NULL OR @3 IS NULL OR @4 IS NULL THEN
           {refusing("KQL row_window_session of null")}
           WHEN @1 IS NULL OR @0 >= @1 + @3 OR @0 >= @2 + @4 OR coalesce(@5, FALSE) THEN @0 ELSE @1 END""",
    ),
    template("window.known_real", f"CASE WHEN @1 > 0 THEN {_UNKNOWN} ELSE @0 END"),
)
