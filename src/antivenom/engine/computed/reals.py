"""Kusto's text of a real: the digits that the Grisu2 algorithm finds, which are not always the nearest ones.

Kusto shows 0.1 + 0.2 as 0.30000000000000007 (recorded): an upper neighbour that still reads back as the same
number. That is what Grisu2 gives when its last correction is left out after nine or more digits behind the
point of its scaled number.
"""

from __future__ import annotations

import math
import struct
from fractions import Fraction
from functools import cache

from antivenom.engine.computed.table import Computed

_MASK = (1 << 64) - 1
_MOST_CORRECTED = 9
_LONGEST_PLAIN = 21
_SMALLEST_PLAIN = -6

Scaled = tuple[int, int]
"""A number as a whole number of 64 bits and a power of two."""


def real_text(value: float) -> str:
    """The text Kusto shows: always with a point or an exponent."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "-0.0" if math.copysign(1, value) < 0 else "0.0"
    digits, power = _digits(abs(value))
    return ("-" if value < 0 else "") + _laid_out(digits, power)


def _laid_out(digits: str, power: int) -> str:
    """Digits times ten to a power, as plain text where the point is near and with an exponent elsewhere."""
    point = len(digits) + power
    if power >= 0 and point <= _LONGEST_PLAIN:
        return digits + "0" * power + ".0"
    if 0 < point <= _LONGEST_PLAIN:
        return f"{digits[:point]}.{digits[point:]}"
    if _SMALLEST_PLAIN < point <= 0:
        return "0." + "0" * -point + digits
    mantissa = digits if len(digits) == 1 else f"{digits[0]}.{digits[1:]}"
    return f"{mantissa}e{point - 1}"


def _digits(value: float) -> tuple[str, int]:
    """Digits between the neighbours' midpoints, and the power of ten of the last of them."""
    fraction, exponent = _parts(value)
    high = _normal(fraction * 2 + 1, exponent - 1)
    low = (fraction * 4 - 1, exponent - 2) if fraction == 1 << 52 else (fraction * 2 - 1, exponent - 1)
    low = (low[0] << (low[1] - high[1]), high[1])
    power, shown = _power(high[1])
    exact, upper, lower = (_times(number, power) for number in (_normal(fraction, exponent), high, low))
    top = upper[0] - 1
    return _generated(top, top - exact[0], top - (lower[0] + 1), -upper[1], shown)


def _parts(value: float) -> Scaled:
    bits = struct.unpack(">Q", struct.pack(">d", value))[0]
    biased, significand = bits >> 52, bits & ((1 << 52) - 1)
    return (significand | 1 << 52, biased - 1075) if biased else (significand, -1074)


def _normal(number: int, exponent: int) -> Scaled:
    shift = 64 - number.bit_length()
    return number << shift, exponent - shift


def _times(one: Scaled, other: Scaled) -> Scaled:
    product = one[0] * other[0]
    return (product >> 64) + (product >> 63 & 1), one[1] + other[1] + 64


def _power(exponent: int) -> tuple[Scaled, int]:
    """The stored power of ten that scales a number of this exponent, and what has to be taken back."""
    index = (math.ceil((-61 - exponent) * 0.30102999566398114 + 347) >> 3) + 1
    return _stored(index * 8 - 348), 348 - index * 8


@cache
def _stored(power: int) -> Scaled:
    exact = Fraction(10) ** power
    exponent = exact.numerator.bit_length() - exact.denominator.bit_length() - 64
    if exact / Fraction(2) ** exponent < 1 << 63:
        exponent -= 1
    elif exact / Fraction(2) ** exponent >= 1 << 64:
        exponent += 1
    return math.floor(exact / Fraction(2) ** exponent + Fraction(1, 2)), exponent


def _generated(top: int, distance: int, width: int, bits: int, power: int) -> tuple[str, int]:
    """Digits of `top` until what is left is less than `width`; `distance` is how far the number lies below."""
    whole, rest = top >> bits, top & ((1 << bits) - 1)
    made: list[int] = []
    for place in range(len(str(whole)) - 1, -1, -1):
        digit, whole = divmod(whole, 10**place)
        made.append(digit)
        left = (whole << bits) + rest
        if left <= width:
            return _corrected(made, width, left, 10**place << bits, distance), power + place
    place = 0
    while True:
        rest, width, place = rest * 10, width * 10, place - 1
        made.append(rest >> bits)
        rest &= (1 << bits) - 1
        if rest < width:
            scaled = distance * 10**-place if -place < _MOST_CORRECTED else 0
            return _corrected(made, width, rest, 1 << bits, scaled), power + place


def _corrected(made: list[int], width: int, left: int, step: int, distance: int) -> str:
    """The digits, the last one lowered while that comes nearer to the number."""
    while left < distance and width - left >= step:
        if left + step >= distance and distance - left <= left + step - distance:
            break
        made[-1] -= 1
        left += step
    return "".join(map(str, made))


ROWS = (Computed("kusto.real_text", real_text, ("DOUBLE",), "VARCHAR"),)
