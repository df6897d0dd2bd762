"""Splunk's mathematical, trigonometric and bitwise functions; what has no value is null."""

from __future__ import annotations

from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, template

_MOST = "9007199254740991"


def _bits(which: int) -> str:
    return f"@{which} = trunc(@{which}) AND @{which} BETWEEN 0 AND {_MOST}"


def _between(op: str, sql: str) -> Row:
    """An operation on the bits of two whole numbers below 2^53; null for any other (Bitwise functions)."""
    return once(f"splunk.{op}", f"CASE WHEN {_bits(0)} AND {_bits(1)} THEN CAST({sql} AS DOUBLE) END")


_A, _B = "CAST(@0 AS BIGINT)", "CAST(@1 AS BIGINT)"


def _where(op: str, condition: str, sql: str) -> Row:
    return once(f"splunk.{op}", f"CASE WHEN {condition} THEN {sql} END")


ROWS = (
    _between("bit_and", f"{_A} & {_B}"),
    _between("bit_or", f"{_A} | {_B}"),
    _between("bit_xor", f"xor({_A}, {_B})"),
    _between("bit_not", f"xor({_A}, {_MOST}) & {_B}"),
    once(
        "splunk.bit_shift_left",
        f"CASE WHEN {_bits(0)} AND {_bits(1)} THEN CASE WHEN @1 >= 53 THEN 0.0 ELSE "
        f"CAST((({_A} & ((1::BIGINT << (53 - {_B})) - 1)) << {_B}) AS DOUBLE) END END",
    ),
    once(
        "splunk.bit_shift_right",
        f"CASE WHEN {_bits(0)} AND {_bits(1)} THEN CASE WHEN @1 >= 53 THEN 0.0 ELSE "
        f"CAST(({_A} >> {_B}) AS DOUBLE) END END",
    ),
    template("splunk.exp", "exp(@0)"),
    _where("ln", "@0 > 0", "ln(@0)"),
    _where("log", "@0 > 0 AND @1 > 0 AND @1 <> 1", "CASE WHEN @1 = 10 THEN log10(@0) WHEN @1 = 2 THEN log2(@0) "
           "ELSE ln(@0) / ln(@1) END"),
    _where("acos", "abs(@0) <= 1", "acos(@0)"),
    _where("asin", "abs(@0) <= 1", "asin(@0)"),
    _where("acosh", "@0 >= 1", "acosh(@0)"),
    _where("atanh", "abs(@0) < 1", "atanh(@0)"),
    *(_where(name, "isfinite(@0)", f"{name}(@0)") for name in ("atan", "asinh", "cos", "sin", "tan", "cosh", "sinh",
                                                               "tanh")),
    template("splunk.atan2", "atan2(@0, @1)"),
    once("splunk.hypot", "sqrt(@0 * @0 + @1 * @1)"),
    template("splunk.random", "floor(random() * 2147483648)"),
)  # fmt: skip
