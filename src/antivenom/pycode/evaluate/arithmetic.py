"""Operators on constants, with a bound on how much they give."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from antivenom.pycode.budget import Budget
from antivenom.pycode.evaluate.bounds import ERRORS, MOST_ITEMS, WIDTH, Refused

_MOST_BITS = 40_000


def power_of(base: Any, power: Any) -> Any:
    """base ** power, refused where it would be a huge number."""
    if isinstance(base, int) and isinstance(power, int) and base.bit_length() * abs(power) > _MOST_BITS:
        raise Refused
    return base**power


def repeat(one: Any, other: Any) -> Any:
    """one * other, refused where it would be a huge sequence or number."""
    for many, count in ((one, other), (other, one)):
        if isinstance(count, int) and isinstance(many, (str, bytes, bytearray, list, tuple)):
            if len(many) * count > MOST_ITEMS:
                raise Refused
            return many * count
    if isinstance(one, int) and isinstance(other, int) and one.bit_length() + other.bit_length() > _MOST_BITS:
        raise Refused
    return one * other


def _shift(one: Any, other: Any) -> Any:
    if isinstance(other, int) and other > _MOST_BITS:
        raise Refused
    return one << other


def add(one: Any, other: Any) -> Any:
    """one + other, as Python 2 too: text and bytes join."""
    if isinstance(one, (str, bytes, bytearray)) and isinstance(other, (str, bytes, bytearray)):
        if len(one) + len(other) > 2_000_000:
            raise Refused
        if isinstance(one, str) and not isinstance(other, str):
            return one + bytes(other).decode("latin-1")
        if isinstance(other, str) and not isinstance(one, str):
            return bytes(one).decode("latin-1") + other
    elif isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)) and len(one) + len(other) > MOST_ITEMS:
        raise Refused
    return one + other


def modulo(one: Any, other: Any) -> Any:
    """one % other: arithmetic, or text formatting without wide fields."""
    if isinstance(one, (str, bytes)):
        shown = one if isinstance(one, str) else one.decode("latin-1")
        if WIDTH.search(shown) or "*" in shown or len(shown) > MOST_ITEMS:
            raise Refused
    return one % other


OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: add,
    ast.Sub: operator.sub,
    ast.Mult: repeat,
    ast.Mod: modulo,
    ast.Pow: power_of,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.BitXor: operator.xor,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.LShift: _shift,
    ast.RShift: operator.rshift,
}
"""Binary operators on constants."""
COMPARISONS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: lambda a, b: a is b or (a == b and isinstance(a, (int, str))),
    ast.IsNot: lambda a, b: not (a is b or (a == b and isinstance(a, (int, str)))),
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
}
"""Comparisons on constants."""


def binary(budget: Budget, kind: type, one: Any, other: Any) -> Any:
    """A binary operator on constants; Refused where Python would raise."""
    function = OPERATORS.get(kind)
    if function is None:
        raise Refused
    try:
        made = function(one, other)
    except ERRORS:
        raise Refused from None
    if type(made) in (str, bytes, list, bytearray):
        budget.take(len(made))
    return made


def compare(kind: type, one: Any, other: Any) -> bool:
    """A comparison of constants; Refused where Python would raise."""
    function = COMPARISONS.get(kind)
    if function is None:
        raise Refused
    try:
        return bool(function(one, other))
    except ERRORS:
        raise Refused from None


def subscript(value: Any, key: Any) -> Any:
    """value[key] of constants; Refused where Python would raise."""
    try:
        return value[key]
    except ERRORS:
        raise Refused from None
