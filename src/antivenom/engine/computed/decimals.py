"""Arithmetic of Kusto's decimals, which the engine holds as plain text (see plan/decimals.py)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from antivenom.engine.computed.table import Computed
from antivenom.plan.decimals import CONTEXT, DIGITS, UNSURE, read, shown

_REAL_DIGITS = 15
_HALF = 5000


def of_real(value: float) -> str:
    """A real as a decimal; one of more than 15 digits is UNSURE, as Kusto takes some by 15 and some by 17."""
    if not math.isfinite(value) or float(f"{value:.{_REAL_DIGITS}g}") != value:
        return UNSURE
    return shown(Decimal(f"{value:.{_REAL_DIGITS}g}"))


def _pair(work: Callable[[Decimal, Decimal], Decimal]) -> Callable[[str, str], str]:
    return lambda left, right: shown(work(Decimal(left), Decimal(right)))


def _rest(left: str, right: str) -> str:
    """The remainder of two numbers; its sign for negative ones, and what zero leaves, is UNSURE."""
    if left.startswith("-") or right.startswith("-") or right == "0":
        return UNSURE
    return shown(CONTEXT.remainder(Decimal(left), Decimal(right)))


def _binned(value: str, size: str) -> str:
    """Down to a multiple of a size above zero."""
    step = Decimal(size)
    if step <= 0:
        return UNSURE
    count = CONTEXT.divide(Decimal(value), step).to_integral_value(ROUND_FLOOR)
    return shown(CONTEXT.multiply(count, step))


def _rounded(value: str, digits: int) -> str:
    """To a number of digits behind the point; halves are UNSURE."""
    number, unit = Decimal(value), Decimal(1).scaleb(-digits)
    if number.adjusted() + digits >= DIGITS - 1:
        return value
    away = number.quantize(unit, ROUND_HALF_UP, context=CONTEXT)
    even = number.quantize(unit, ROUND_HALF_EVEN, context=CONTEXT)
    return shown(away) if away == even else UNSURE


def total(values: Sequence[str | None] | None) -> str:
    """The sum of those that are not null."""
    made = Decimal(0)
    for value in values or ():
        made = CONTEXT.add(made, Decimal(value)) if value is not None else made
    return shown(made)


def mean(values: Sequence[str | None] | None) -> str:
    """The mean of those that are not null; of none it is UNSURE."""
    counted = sum(value is not None for value in values or ())
    return shown(CONTEXT.divide(Decimal(total(values)), Decimal(counted))) if counted else UNSURE


def rank(value: str) -> str:
    """A text that sorts, byte by byte, as the decimal does."""
    number = Decimal(value)
    if not number:
        return "1"
    sign, digits, _ = number.as_tuple()
    written = "".join(map(str, digits)).rstrip("0")
    place = number.adjusted()
    if sign:
        return f"0{_HALF - place:05d}{''.join(str(9 - int(d)) for d in written)}~"
    return f"2{_HALF + place:05d}{written}"


def _chosen(take: Callable[[str, str], str]) -> Callable[[str | None, str | None], str | None]:
    """min_of and max_of: nulls are passed over."""

    def choose(left: str | None, right: str | None) -> str | None:
        if left is None or right is None:
            return left if right is None else right
        return take(left, right)

    return choose


_T = "VARCHAR"

ROWS = (
    Computed("kusto.decimal_read", read, (_T,), _T),
    Computed("kusto.decimal_of_real", of_real, ("DOUBLE",), _T),
    Computed("kusto.decimal_add", _pair(CONTEXT.add), (_T, _T), _T),
    Computed("kusto.decimal_subtract", _pair(CONTEXT.subtract), (_T, _T), _T),
    Computed("kusto.decimal_multiply", _pair(CONTEXT.multiply), (_T, _T), _T),
    Computed("kusto.decimal_divide", _pair(CONTEXT.divide), (_T, _T), _T),
    Computed("kusto.decimal_modulo", _rest, (_T, _T), _T),
    Computed("kusto.decimal_bin", _binned, (_T, _T), _T),
    Computed("kusto.decimal_round", _rounded, (_T, "BIGINT"), _T),
    Computed("kusto.decimal_abs", lambda v: v.removeprefix("-"), (_T,), _T),
    Computed("kusto.decimal_ceiling", lambda v: shown(Decimal(v).to_integral_value(ROUND_CEILING)), (_T,), _T),
    Computed("kusto.decimal_sum_of", total, ("VARCHAR[]",), _T, nulls=True),
    Computed("kusto.decimal_avg_of", mean, ("VARCHAR[]",), _T, nulls=True),
    Computed("kusto.decimal_rank", rank, (_T,), _T),
    Computed("kusto.decimal_least", _chosen(lambda a, b: min(a, b, key=Decimal)), (_T, _T), _T, nulls=True),
    Computed("kusto.decimal_greatest", _chosen(lambda a, b: max(a, b, key=Decimal)), (_T, _T), _T, nulls=True),
)
