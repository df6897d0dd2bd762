"""Functions computed in Python, cell by cell: those whose rule no SQL says. One file a subject, one row a function."""

from __future__ import annotations

from antivenom.engine.computed import decimals, distributions, moments, reals
from antivenom.engine.computed.table import Computed, table

COMPUTED: dict[str, Computed] = table(decimals.ROWS, distributions.ROWS, moments.ROWS, reals.ROWS)
