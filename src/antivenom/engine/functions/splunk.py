"""Operations of splunk alone."""

from __future__ import annotations

from antivenom.engine.functions.table import Row

ROWS: tuple[Row, ...] = ()
AGGREGATES: tuple[Row, ...] = ()
