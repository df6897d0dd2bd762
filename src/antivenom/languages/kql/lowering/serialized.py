"""Whether the rows an operator gets stand in an order of their own (serialized), as window functions need.

The rule is that of Kusto's page on window functions: sort, top, serialize, range and getschema put rows in
order, operators that go row by row keep it, those that regroup rows lose it.
"""

from __future__ import annotations

from antivenom.languages.kql.lowering.scope import Scope, Written
from antivenom.languages.kql.syntax import (
    Count,
    Distinct,
    Extend,
    Function,
    FunctionCall,
    GetSchema,
    JoinWith,
    MakeSeries,
    Name,
    Operator,
    Pipeline,
    ProjectReorder,
    Range,
    Render,
    Scan,
    Serialize,
    SortBy,
    Subquery,
    Summarize,
    Top,
    UnionWith,
    Where,
    as_pipeline,
)
from antivenom.languages.kql.syntax import Project as ProjectColumns
from antivenom.languages.kql.syntax import ProjectRename as Renamed
from antivenom.languages.kql.syntax import ProjectSome as Some
from antivenom.languages.kql.syntax import Take as Taken

_ORDERING = (SortBy, Top, Serialize, GetSchema)
_KEEPING = (Where, Extend, ProjectColumns, Some, Renamed, ProjectReorder, Taken, Render, Scan)
_LOSING = (Summarize, MakeSeries, Distinct, JoinWith, UnionWith, Count)
_KEEPING_TOO = frozenset({"MvExpand", "MvApply", "Parse", "ParseWhere", "ParseKv", "As"})
"""Operators by the name of their node, which need not be there."""


def after(operator: Operator, before: bool | None) -> bool | None:
    """Whether rows are in order behind an operator: True, False, or None where nobody measured it."""
    if isinstance(operator, _ORDERING):
        return True
    if isinstance(operator, _KEEPING) or type(operator).__name__ in _KEEPING_TOO:
        return before
    return False if isinstance(operator, _LOSING) else None


def at_start(pipeline: Pipeline, scope: Scope) -> bool | None:
    """Whether the rows of a pipeline's source are in order; names are followed through their lets."""
    origin = pipeline.origin
    if isinstance(origin, Range):
        return True
    if isinstance(origin, Subquery):
        return _whole(origin.pipeline, scope)
    if isinstance(origin, FunctionCall) and origin.name == "materialize" and len(origin.args) == 1:
        return _whole(as_pipeline(origin.args[0]), scope)
    if not isinstance(origin, Name | FunctionCall):
        return False
    binding = scope.bindings.get(origin.name)
    if not isinstance(binding, Written):
        return False
    if isinstance(binding.value, Function):
        return None
    return _whole(binding.value, binding.scope)


def _whole(pipeline: Pipeline, scope: Scope) -> bool | None:
    state = at_start(pipeline, scope)
    for operator in pipeline.operators:
        state = after(operator, state)
    return state
