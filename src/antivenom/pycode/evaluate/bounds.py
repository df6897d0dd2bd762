"""How much may be computed, what is refused, and the items of known sequences."""

from __future__ import annotations

import binascii
import re
import struct
from typing import Any

from antivenom.pycode.evaluate.values import Choice, Iter

MOST_ITEMS = 200_000
"""Items of one sequence, characters of one repetition."""
WIDTH = re.compile(r"\d{5,}")


class Refused(Exception):
    """Not computed: too big, of the wrong kind, or an error in Python too."""


ERRORS = (
    SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, LookupError,
    RecursionError, MemoryError, struct.error, re.error, UnicodeError, binascii.Error, StopIteration,
)  # fmt: skip


def items_of(value: Any) -> list[Any] | None:
    """The items a known sequence gives when iterated; None when they are not known."""
    kind = type(value)
    if kind is list:
        return value  # type: ignore[no-any-return]
    if kind in (tuple, str, bytes, bytearray, dict, set, frozenset):
        return sorted(value, key=repr) if kind in (set, frozenset) else list(value)
    if kind is Iter:
        return value.items[value.at :]  # type: ignore[no-any-return]
    if kind is Choice:
        return next((items for items in map(items_of, value.values) if items is not None), None)
    return None


def need(value: Any) -> list[Any]:
    """The items of a known sequence of bearable length; Refused where there are none."""
    items = items_of(value)
    if items is None or len(items) > MOST_ITEMS:
        raise Refused
    return items
