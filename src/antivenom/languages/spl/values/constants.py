"""Calculations whose every number stands in the query, and how many digits Splunk shows of them.

A decimal literal has as many significant digits as it is written with, and pi() has twelve: what is calculated from
them shows the fewest (Trig and Hyperbolic functions: atan(0.50) is 0.46, cos(pi()) is -1.00000000000, and
acos(0)*180/pi() is 90.0000000003).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from antivenom.languages.spl.syntax import Binary, Expression, Function, Number, Unary

PI = "3.14159265358"
"""What pi() stands for (Mathematical functions: 11 digits behind the point)."""

TRIGONOMETRY: dict[str, Callable[..., float]] = {
    "acos": math.acos, "acosh": math.acosh, "asin": math.asin, "asinh": math.asinh, "atan": math.atan,
    "atan2": math.atan2, "atanh": math.atanh, "cos": math.cos, "cosh": math.cosh, "hypot": math.hypot, "sin": math.sin,
    "sinh": math.sinh, "tan": math.tan, "tanh": math.tanh,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, and its significant digits; None for those that are exact."""

    value: float
    digits: int | None


def constant(expression: Expression) -> Constant | None:
    """The number that the expression is whatever the results hold; None for any other, and for what has no value."""
    match expression:
        case Number(text):
            return Constant(float(text), digits_of(text))
        case Unary(op, arg) if op in "+-" and (inner := constant(arg)) is not None:
            return Constant(-inner.value if op == "-" else inner.value, inner.digits)
        case Function(name="pi", args=()):
            return Constant(float(PI), digits_of(PI))
        case Function(name, args) if name in TRIGONOMETRY:
            return _made(TRIGONOMETRY[name], args)
        case Binary(op, left, right) if op in ("*", "/"):
            return _made(_product if op == "*" else _quotient, (left, right))
    return None


def _made(function: Callable[..., float], args: tuple[Expression, ...]) -> Constant | None:
    known = [constant(arg) for arg in args]
    given = [one for one in known if one is not None]
    digits = [one.digits for one in given if one.digits is not None]
    if len(given) < len(known):
        return None
    with suppress(ValueError, OverflowError, ZeroDivisionError, TypeError):
        return Constant(function(*(one.value for one in given)), min(digits, default=None))
    return None


def _product(left: float, right: float) -> float:
    return left * right


def _quotient(left: float, right: float) -> float:
    return left / right


def digits_of(text: str) -> int | None:
    """Significant digits of a decimal literal; None for a whole number, which is exact."""
    if "." not in text or "e" in text.lower():
        return None
    return max(1, len(text.lstrip("-").replace(".", "").lstrip("0")))


def shown(found: Constant) -> str | None:
    """The number in its digits; None where it is exact, or has more of them before its point."""
    if found.digits is None or not math.isfinite(found.value):
        return None
    value = Decimal(repr(found.value))
    if value.adjusted() >= found.digits:
        return None
    text = format(Context(prec=found.digits, rounding=ROUND_HALF_UP).plus(value), "f")
    missing = found.digits - len(text.replace(".", "").lstrip("-0"))
    if Decimal(text) != value or missing <= 0:
        return text
    return (text if "." in text else text + ".") + "0" * missing
