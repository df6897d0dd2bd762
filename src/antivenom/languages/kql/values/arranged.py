"""Whether the order of columns at a place of a pipeline can be seen in its answer.

No page says where parse puts a column whose name is taken already, only that its value is the new one. Where a later
operator lists the columns it shows by their names, the place does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from antivenom.languages.kql.syntax import (
    Count,
    Distinct,
    Extend,
    FunctionCall,
    JoinWith,
    MakeSeries,
    MvExpand,
    Operator,
    Parse,
    ParseKv,
    Project,
    ProjectRename,
    ProjectSome,
    Serialize,
    SortBy,
    Star,
    Summarize,
    Take,
    Top,
    UnionWith,
    Where,
)
from antivenom.source import Span

_LISTS = (Count, MakeSeries, Project, Summarize)
_KEEPS = (
    Extend,
    JoinWith,
    MvExpand,
    Parse,
    ParseKv,
    ProjectRename,
    ProjectSome,
    Serialize,
    SortBy,
    Take,
    Top,
    UnionWith,
)


def arranged(later: Sequence[Operator]) -> bool:
    """Whether operators after a place list their columns by name before anything shows the columns' order."""
    for operator in later:
        if isinstance(operator, Where):
            continue
        if isinstance(operator, Distinct):
            return not operator.all_columns
        if not isinstance(operator, (*_LISTS, *_KEEPS)) or _shows_order(operator):
            return False
        if isinstance(operator, _LISTS):
            return True
    return False


def _shows_order(node: object) -> bool:
    """Whether every column is taken as they stand, as by arg_max(x, *) and pack_all()."""
    own = _nodes(node)
    return any(
        isinstance(part, Star) or (isinstance(part, FunctionCall) and part.name in ("pack_all", "pack_array"))
        for part in own
    )


def _nodes(node: object) -> Iterator[object]:
    if isinstance(node, tuple):
        for part in node:
            yield from _nodes(part)
    elif is_dataclass(node) and not isinstance(node, Span | type):
        yield node
        for field in fields(node):
            yield from _nodes(getattr(node, field.name))
