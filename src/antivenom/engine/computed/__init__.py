"""Functions computed in Python, cell by cell: those whose rule no SQL says. One file a subject, one row a function."""

from __future__ import annotations

from antivenom.engine.computed.series import SERIES
from antivenom.engine.computed.series_fill import SERIES_FILL
from antivenom.engine.computed.series_math import SERIES_MATH
from antivenom.engine.computed.table import Computed, table

COMPUTED: dict[str, Computed] = table(SERIES, SERIES_FILL, SERIES_MATH)
