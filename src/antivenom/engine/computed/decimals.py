"""Arithmetic of Kusto's decimals, which the engine holds as plain text (see plan/decimals.py)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from antivenom.engine.computed.table import Computed
from antivenom.plan.decimals import CONTEXT, DIGITS, read, shown

_FARTHEST = 400
_HALF = 5000


def of_real(value: float) -> str | None:
    """A real as a decimal of the fewest digits that are the real."""
    return shown(Decimal(repr(value))) if math.isfinite(value) else None


def _pair(work: Callable[[Decimal, Decimal], Decimal]) -> Callable[[str, str], str | None]:
    return lambda left, right: shown(work(Decimal(left), Decimal(right)))


def _rest(left: str, right: str) -> str | None:
    """The remainder of two numbers, never negative as that of longs; None for zero."""
    size = Decimal(right).copy_abs()
    if not size:
        return None
    rest = CONTEXT.remainder(Decimal(left), size)
    if not rest.is_finite():
        return None
    return shown(CONTEXT.add(rest, size) if rest < 0 else rest)


def _binned(value: str, size: str) -> str | None:
    """Down to a multiple of a size above zero."""
    step = Decimal(size)
    if step <= 0:
        return None
    count = CONTEXT.divide(Decimal(value), step).to_integral_value(ROUND_FLOOR)
    return shown(CONTEXT.multiply(count, step))


def _rounded(value: str, digits: int) -> str | None:
    """To a number of digits behind the point, halves away from zero."""
    number = Decimal(value)
    if number.adjusted() + digits >= DIGITS - 1:
        return value
    return shown(number.quantize(Decimal(1).scaleb(max(-digits, -_FARTHEST)), ROUND_HALF_UP, context=CONTEXT))


def total(values: Sequence[str | None] | None) -> str | None:
    """The sum of those that are not null."""
    made = Decimal(0)
    for value in values or ():
        made = CONTEXT.add(made, Decimal(value)) if value is not None else made
    return shown(made)


def mean(values: Sequence[str | None] | None) -> str | None:
    """The mean of those that are not null; None of none."""
    counted, whole = sum(value is not None for value in values or ()), total(values)
    return shown(CONTEXT.divide(Decimal(whole), Decimal(counted))) if counted and whole is not None else None


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
