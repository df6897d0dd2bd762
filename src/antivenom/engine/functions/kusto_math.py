"""Kusto's mathematical functions, as far as SQL says them; the others are computed in Python."""

from __future__ import annotations

from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, template

_LAST_TICK = 3_155_378_975_999_999_999


def _wrapped(number: str) -> str:
    """A HUGEINT of at most 127 bits taken to the 64 lowest."""
    return f"CAST((({number} + 9223372036854775808) & 18446744073709551615) - 9223372036854775808 AS BIGINT)"


_KEPT = "(CAST(@0 AS HUGEINT) & (18446744073709551615 >> CAST(@1 % 64 AS INTEGER)))"
_LEFT = _wrapped(f"({_KEPT} << CAST(@1 % 64 AS INTEGER))")
_FLOORED = "((CAST(@0 AS HUGEINT) - @2) % @1 + @1) % @1"


def _arc(name: str) -> Row:
    """Outside of -1 to 1 the documentation says null, as it does for sqrt, where the engine gives NaN."""
    return once(f"kusto.{name}", f"CASE WHEN abs(@0) > 1 THEN CAST('nan' AS DOUBLE) ELSE {name}(@0) END")


_TRIGONOMETRY = (
    _arc("acos"),
    _arc("asin"),
    *(template(f"kusto.{name}", f"{name}(@0)") for name in ("atan", "cos", "sin", "tan", "degrees")),
    template("kusto.radians", "radians(@0)"),
    template("kusto.cot", "1e0 / tan(@0)"),
    template("kusto.atan2", "atan2(@0, @1)"),
)

_WHOLE = (
    template("kusto.binary_and", "@0 & @1"),
    template("kusto.binary_or", "@0 | @1"),
    template("kusto.binary_xor", "xor(@0, @1)"),
    template("kusto.binary_not", "~@0"),
    # a count of bits is taken modulo 64; a negative one gives null
    once("kusto.shift_left", f"CASE WHEN @1 >= 0 THEN {_LEFT} END"),
    once("kusto.shift_right", "CASE WHEN @1 >= 0 THEN @0 >> CAST(@1 % 64 AS INTEGER) END"),
    template("kusto.bit_count", "CAST(bit_count(@0) AS BIGINT)"),
    once(
        "kusto.round_long",  # to ten, hundred, ...: halves go away from zero
        """CASE WHEN @1 >= 0 THEN @0 WHEN @1 > -18 THEN TRY_CAST(
           (abs(CAST(@0 AS HUGEINT)) + CAST(pow(10, -@1) AS HUGEINT) // 2) // CAST(pow(10, -@1) AS HUGEINT)
           * CAST(pow(10, -@1) AS HUGEINT) * CASE WHEN @0 < 0 THEN -1 ELSE 1 END AS BIGINT) END""",
    ),
)

_BINS = (
    once("kusto.bin_at_long", f"CASE WHEN @1 > 0 THEN TRY_CAST(@0 - {_FLOORED} AS BIGINT) END"),
    once(
        "kusto.bin_at_datetime",
        f"CASE WHEN @1 > 0 AND @0 - {_FLOORED} BETWEEN 0 AND {_LAST_TICK} THEN CAST(@0 - {_FLOORED} AS BIGINT) END",
    ),
    once("kusto.bin_at_real", "CASE WHEN @1 > 0 THEN @2 + floor((@0 - @2) / @1) * @1 END"),
)

ROWS: tuple[Row, ...] = (
    *_TRIGONOMETRY,
    *_WHOLE,
    *_BINS,
    once(  # a whole alpha below zero gives 1 (measured): the gamma function has no value there
        "kusto.beta_cdf",
        """CASE WHEN @1 > 0 AND @2 > 0 THEN @3 WHEN @0 < 0 OR @0 > 1 THEN CAST('nan' AS DOUBLE)
           WHEN @1 < 0 AND @1 = trunc(@1) AND @2 > 0 AND @1 + @2 + 2 > 0 AND @0 > 0 AND @0 < 1 THEN 1e0
           WHEN @0 IS NOT NULL AND @1 IS NOT NULL AND @2 IS NOT NULL
           THEN CAST('nan' AS DOUBLE) END""",
    ),
    template("kusto.exp2", "pow(2e0, @0)"),
    template("kusto.exp10", "pow(10e0, @0)"),
    template("kusto.gamma", "antivenom_kusto_gamma_of(@0)"),
    once("kusto.loggamma", "CASE WHEN @0 > 0 THEN lgamma(@0) ELSE antivenom_kusto_loggamma_of(@0) END"),
    template("kusto.random", "random()"),
    template("kusto.random_whole", "floor(random() * @0)"),
)
