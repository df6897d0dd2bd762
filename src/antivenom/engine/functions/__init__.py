"""The function table: every operation of a plan that the engine can compute, one row each."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.computed import COMPUTED
from antivenom.engine.computed.table import Computed
from antivenom.engine.functions import common, either, kusto, sigma, splunk
from antivenom.engine.functions.table import Row, table


def _computed(row: Computed) -> Row:
    """The call of a function that Python computes."""
    return Row(row.op, lambda call, args: exp.Anonymous(this=row.name, expressions=args))


SCALARS: dict[str, Row] = table(
    (*common.ROWS, *either.ROWS, *kusto.ROWS, *sigma.ROWS, *splunk.ROWS, *(_computed(row) for row in COMPUTED.values()))
)
AGGREGATES: dict[str, Row] = table((*common.AGGREGATES, *kusto.AGGREGATES, *splunk.AGGREGATES))
