"""Ways to make a row for Kusto's functions: its null rules."""

from __future__ import annotations

from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value


def may_be_null(value: Value) -> bool:
    """Whether a value can be null at all: a Kusto string cannot, nor can a literal that has a value."""
    if isinstance(value, Literal):
        return value.value is None
    return value.type is not Type.STRING
