"""The function table: every operation of a plan that the engine can compute, one row each."""

from __future__ import annotations

from antivenom.engine.functions import common, kusto, sigma, splunk
from antivenom.engine.functions.table import Row, table

SCALARS: dict[str, Row] = table((*common.ROWS, *kusto.ROWS, *sigma.ROWS, *splunk.ROWS))
AGGREGATES: dict[str, Row] = table((*common.AGGREGATES, *kusto.AGGREGATES, *splunk.AGGREGATES))
