"""evaluate: every plugin that runs here, one row each."""

from __future__ import annotations

from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.plugins.activity import ACTIVITY
from antivenom.languages.kql.plugins.calls import PluginRow
from antivenom.languages.kql.plugins.lookup import LOOKUPS
from antivenom.languages.kql.plugins.rows import ROWS
from antivenom.languages.kql.plugins.shape import SHAPES
from antivenom.languages.kql.syntax import Evaluate
from antivenom.plan.relations import Relation

_ROWS: dict[str, PluginRow] = {row.name: row for row in (*SHAPES, *LOOKUPS, *ROWS, *ACTIVITY)}


def evaluate(lowering: Lowering, node: Evaluate, input: Relation, scope: Scope) -> Relation:
    """The rows a plugin gives for the rows before it."""
    row = _ROWS[node.plugin.name]
    return row.lower(row.call(lowering, node, input, scope))
