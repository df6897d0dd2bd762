"""Subqueries that run over each group of rows for itself: mv-apply and partition.

No loop is made of them. Rows carry the key of their group in a column that no query sees, and every operator of
the subquery works by that key: summarize groups by it, take takes the first rows of each.
"""

from __future__ import annotations

from dataclasses import replace

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expand import mv_expand
from antivenom.languages.kql.lowering.rows import in_place, numbered
from antivenom.languages.kql.lowering.scope import Groups, Scope
from antivenom.languages.kql.syntax import (
    As,
    AssertSchema,
    Count,
    Distinct,
    Evaluate,
    Extend,
    GetSchema,
    JoinWith,
    MakeSeries,
    MvApply,
    MvExpand,
    Name,
    Operator,
    Partition,
    ProjectRename,
    ProjectReorder,
    ProjectSome,
    Sample,
    SampleDistinct,
    Scan,
    Search,
    SortBy,
    Summarize,
    Take,
    Top,
    TopHitters,
    TopNested,
    UnionWith,
    Where,
)
from antivenom.languages.kql.syntax import Project as ProjectColumns
from antivenom.plan.catalog import meant
from antivenom.plan.relations import Assign, FirstPer, Join, JoinKind, Limit, Project, Relation, same
from antivenom.plan.types import Type
from antivenom.plan.values import Column, new_column
from antivenom.source import Span

_ROW_BY_ROW = (Where, Extend, MvExpand)
_KEEPING_COLUMNS = (*_ROW_BY_ROW, Take, Top, SortBy, Sample)
_GROUPED = (
    *_KEEPING_COLUMNS,
    ProjectColumns,
    ProjectSome,
    ProjectRename,
    ProjectReorder,
    Summarize,
    Distinct,
    AssertSchema,
    Count,
    MvApply,
    Partition,
    TopNested,
    TopHitters,
    SampleDistinct,
)
_ROW_BY_ROW_TOO = frozenset({"Parse", "ParseWhere", "ParseKv", "Serialize"})
"""Operators by the name of their node, which go row by row and keep all columns."""


_WORDS = {
    As: "as",
    AssertSchema: "assert-schema",
    Evaluate: "evaluate",
    GetSchema: "getschema",
    JoinWith: "join",
    MakeSeries: "make-series",
    Scan: "scan",
    Search: "search",
    UnionWith: "union",
}


def check(operator: Operator, scope: Scope) -> None:
    """Refuses an operator that has no form over groups."""
    if scope.groups is None or isinstance(operator, _GROUPED) or type(operator).__name__ in _ROW_BY_ROW_TOO:
        return
    word = _WORDS.get(type(operator), "operator of this kind")
    raise Unsupported(f"KQL {word} in the subquery of mv-apply or partition", span=operator.span)


def first(relation: Relation, count: int, scope: Scope, span: Span) -> Relation:
    """The first rows, of each group if there are groups."""
    count = max(0, count)
    return FirstPer(relation, scope.keys, count, span) if scope.keys else Limit(relation, count, span)


def passed(scope: Scope) -> tuple[Assign, ...]:
    """The keys of the groups, as they pass through an operator."""
    return same(scope.keys)


def _anew(relation: Relation, columns: tuple[Column, ...]) -> tuple[Relation, dict[Column, Column]]:
    """The relation's columns under identities of their own, so that it can be joined with what is made of it."""
    fresh = {column: new_column(column.name, column.type) for column in columns}
    return Project(relation, tuple(Assign(new, old) for old, new in fresh.items())), fresh


# --- mv-apply


def mv_apply(lowering: Lowering, node: MvApply, input: Relation, scope: Scope) -> Relation:
    """Each row expanded, the subquery over what it became, and the row's own columns beside the answer.

    Where the order of the rows means something, it is made anew behind the subquery.
    """
    free = scope.serialized is not True
    kept = free and all(isinstance(operator, _KEEPING_COLUMNS) for operator in node.subquery)
    if free and all(isinstance(operator, _ROW_BY_ROW) for operator in node.subquery):
        expanded = mv_expand(lowering, node.expansion, input, scope, applied=True)
        made = lowering.through(node.subquery, expanded, scope, None)
        return _beside(node, input, made, scope, scope)
    base, place = numbered(input)
    inner = _inner(scope, (place,))
    expanded = mv_expand(lowering, node.expansion, base, inner, applied=True)
    made = lowering.through(node.subquery, expanded, inner, None)
    if kept:
        return _beside(node, input, made, scope, inner)
    return _joined(node, input, base, made, scope, inner, place)


def _inner(scope: Scope, keys: tuple[Column, ...]) -> Scope:
    return replace(scope, groups=Groups(keys, (*scope.hidden, *keys)))


def _context(node: MvApply, input: Relation, scope: Scope) -> list[Column]:
    """The row's columns that the answer shows first: all but those expanded under their own name."""
    expanded = [target.target for target in node.expansion.targets]
    gone = {t.value.name for t in expanded if isinstance(t.value, Name) and not t.names}
    return [column for column in scope.shown(input.columns) if column.name not in gone]


def _beside(node: MvApply, input: Relation, made: Relation, scope: Scope, inner: Scope) -> Relation:
    """The row's columns and the subquery's, where the subquery kept every column."""
    answer = {column.name: column for column in inner.shown(made.columns)}
    order = [answer.pop(column.name) for column in _context(node, input, scope)]
    return Project(made, same((*order, *answer.values(), *_hidden(scope, input))), node.span)


def _joined(
    node: MvApply, input: Relation, base: Relation, made: Relation, scope: Scope, inner: Scope, place: Column
) -> Relation:
    """The row's columns and the subquery's, brought together by the number of the row."""
    ranked, seat = numbered(made)
    right, fresh = _anew(ranked, (*inner.shown(made.columns), place, seat))
    both = Join(base, right, JoinKind.INNER, ((place, fresh[place]),), (*same(base.columns), *same(right.columns)))
    answer = {column.name: fresh[column] for column in inner.shown(made.columns)}
    order = [answer.pop(column.name, column) for column in _context(node, input, scope)]
    shown = (*order, *answer.values(), *_hidden(scope, input))
    return Project(in_place(both, place, fresh[seat]), same(shown), node.span)


def _hidden(scope: Scope, input: Relation) -> tuple[Column, ...]:
    shown = scope.shown(input.columns)
    return tuple(column for column in input.columns if column not in shown)


# --- partition


def partition(lowering: Lowering, node: Partition, input: Relation, scope: Scope) -> Relation:
    """The subquery over the rows of each value of a column; the answer has the subquery's columns."""
    column = _column(node, scope.shown(input.columns))
    key = new_column("partition", column.type)
    base = Project(input, (*same(input.columns), Assign(key, column)), node.span)
    keys = (*scope.keys, key)
    inner = _inner(scope, keys)
    made = lowering.through(node.subquery, base, inner, None)
    return Project(made, same((*inner.shown(made.columns), *scope.keys)), node.span)


def _column(node: Partition, columns: tuple[Column, ...]) -> Column:
    for column in columns:
        if column.name == node.column:
            if column.type is Type.DYNAMIC:
                raise QueryError("partition takes no dynamic column", span=node.column_span)
            return column
    hint = meant(node.column, [column.name for column in columns])
    raise QueryError(f"there is no column {node.column}", span=node.column_span, hint=hint)
