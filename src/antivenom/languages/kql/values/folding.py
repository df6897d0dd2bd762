"""Whole numbers that a query computes from constants: what take and top count by."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.plan.values import Call, Literal, Value

_FOLDED: dict[str, Callable[..., int]] = {
    "cast.long": lambda value: value,
    "kusto.add": lambda left, right: left + right,
    "kusto.subtract": lambda left, right: left - right,
    "kusto.multiply": lambda left, right: left * right,
    "kusto.negate": lambda value: -value,
}
_LARGEST = 2**63


def whole(value: Value) -> int | None:
    """The number a value is, or None where it is no constant, or one we do not compute."""
    if isinstance(value, Literal):
        return value.value if isinstance(value.value, int) and value.type.integral else None
    if not isinstance(value, Call) or value.op not in _FOLDED:
        return None
    args = [whole(arg) for arg in value.args]
    if None in args:
        return None
    made = _FOLDED[value.op](*args)
    return made if -_LARGEST <= made < _LARGEST else None
