"""Measures of Kusto's window functions: each is one aggregate over the rows up to this one, or a neighbour."""

from __future__ import annotations

from antivenom.engine.functions.table import Row, template

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
    # a running sum (@0): nulls (@1: how many) add nothing, overflow wraps
    template(
        "window.known_long",
        """CAST(((coalesce(@0, 0) + 9223372036854775808) & 18446744073709551615) - 9223372036854775808 AS BIGINT)""",
    ),
    template("window.known_int", "CAST(((coalesce(@0, 0) + 2147483648) & 4294967295) - 2147483648 AS INTEGER)"),
    # time, the session's first time, the time before, longest session, widest gap, restart
    template(
        "window.session",
        """CASE WHEN @0 IS NULL OR @3 IS NULL OR @4 IS NULL THEN NULL
           WHEN @1 IS NULL OR @0 >= @1 + @3 OR @0 >= @2 + @4 OR coalesce(@5, FALSE) THEN @0 ELSE @1 END""",
    ),
    template("window.known_real", "coalesce(@0, 0e0)"),
)
