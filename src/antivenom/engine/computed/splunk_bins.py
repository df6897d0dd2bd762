"""Values put into bins as Splunk's bin does, one value at a time (Search Reference, bin; Search Manual, time bins).

A bin of numbers is the text "10-20": from 10 to below 20. Without a span its size is the least power of ten that gives
no more bins than asked for.
"""

from __future__ import annotations

import math
from decimal import Decimal

from antivenom.engine.computed.table import Computed, NoAnswer
from antivenom.errors import Unsupported

_MOST = 1e15
_MOST_DIGITS = 20


def _between(low: Decimal, high: Decimal) -> str:
    return f"{_plain(low)}-{_plain(high)}"


def _plain(number: Decimal) -> str:
    shown = format(number, "f")
    return (shown.rstrip("0").rstrip(".") if "." in shown else shown) or "0"


def number_bin(value: float, size: str) -> str:
    """The bin of this size that a number lies in."""
    if not math.isfinite(value) or abs(value) > _MOST:
        raise NoAnswer("too far out")
    length = Decimal(size)
    start = (Decimal(repr(value)) // length) * length
    if start > Decimal(repr(value)):
        start -= length
    return _between(start, start + length)


def chosen_size(low: float, high: float, most: int) -> str:
    """The least power of ten of which no more than `most` bins hold every number from low to high."""
    if not (math.isfinite(low) and math.isfinite(high)) or max(abs(low), abs(high)) > _MOST:
        raise NoAnswer("too far out")
    power = -6
    while math.floor(high / 10.0**power) - math.floor(low / 10.0**power) + 1 > most:
        power += 1
    return str(Decimal(10) ** power) if power < 0 else str(10**power)


def chosen_bin(value: float, low: float, high: float, most: int, start: float | None, end: float | None) -> str:
    """The bin of a number where its size is chosen; start and end only widen the range of the numbers."""
    low = low if start is None else min(low, start)
    high = high if end is None else max(high, end)
    return number_bin(value, chosen_size(low, high, most))


def log_bin(value: float, coefficient: float, base: float) -> str | None:
    """The bin whose ends are the coefficient times powers of the base; 0 is a bin of its own."""
    if value == 0:
        return "0"
    if value < 0 or not math.isfinite(value):
        return None
    unit, step = Decimal(repr(coefficient)).normalize(), Decimal(repr(base)).normalize()
    exponent = math.floor(math.log(value / coefficient, base))
    number = Decimal(repr(value))
    while unit * step**exponent > number:
        exponent -= 1
    while unit * step ** (exponent + 1) <= number:
        exponent += 1
    ends = (unit * step**exponent, unit * step ** (exponent + 1))
    if value > _MOST or ends[0] * step != ends[1] or len(ends[0].normalize().as_tuple().digits) > _MOST_DIGITS:
        raise Unsupported("SPL log span of so large or so small a number")
    return _between(*ends)


ROWS = (
    Computed("splunk.bin_number", number_bin, ("DOUBLE", "VARCHAR"), "VARCHAR"),
    Computed(
        "splunk.bin_chosen",
        lambda value, low, high, most, start, end: (
            None if value is None else chosen_bin(value, low, high, most, start, end)
        ),
        ("DOUBLE", "DOUBLE", "DOUBLE", "BIGINT", "DOUBLE", "DOUBLE"),
        "VARCHAR",
        nulls=True,
    ),
    Computed("splunk.bin_log", log_bin, ("DOUBLE", "DOUBLE", "DOUBLE"), "VARCHAR"),
)
