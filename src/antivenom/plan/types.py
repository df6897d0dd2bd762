"""The types of values in a plan.

How the engine holds them (every front end relies on this):

    BOOL       three-valued boolean
    INT, LONG  32 and 64 bit integers
    REAL       IEEE double; every SPL number is a REAL
    STRING     text; KQL strings are never null, SPL strings are null where the field is missing
    DATETIME   64 bit count of 100 ns ticks since 0001-01-01T00:00:00Z (Kusto's own resolution and range)
    TIMESPAN   64 bit count of 100 ns ticks
    DYNAMIC    JSON text, null for a missing value
    GUID       lower-case text
    DECIMAL    plain text of at most 34 digits in one form, as plan/decimals.py says
    MULTI      a list of text: an SPL multivalue field
    ROWS       a list of event numbers: where a row comes from; never seen by a query
"""

from __future__ import annotations

from enum import Enum

TICKS_PER_SECOND = 10_000_000
TICKS_PER_DAY = 86_400 * TICKS_PER_SECOND
UNIX_EPOCH_TICKS = 719_162 * TICKS_PER_DAY
"""Ticks from 0001-01-01 to 1970-01-01."""


class Type(Enum):
    """A value's type; the values are Kusto's names where Kusto has the type."""

    BOOL = "bool"
    INT = "int"
    LONG = "long"
    REAL = "real"
    DECIMAL = "decimal"
    STRING = "string"
    DATETIME = "datetime"
    TIMESPAN = "timespan"
    DYNAMIC = "dynamic"
    GUID = "guid"
    MULTI = "multivalue"
    ROWS = "rows"

    @property
    def numeric(self) -> bool:
        """Whether values of this type take part in arithmetic as numbers."""
        return self in (Type.INT, Type.LONG, Type.REAL, Type.DECIMAL)

    @property
    def integral(self) -> bool:
        """Whether values of this type are whole numbers."""
        return self in (Type.INT, Type.LONG)
