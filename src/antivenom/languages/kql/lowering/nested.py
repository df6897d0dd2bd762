"""Operators that choose among groups and rows: top-nested, top-hitters, sample and sample-distinct."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.groups import first, passed
from antivenom.languages.kql.lowering.ordering import no_dynamic_key, sort_keys
from antivenom.languages.kql.lowering.scope import Groups, Scope
from antivenom.languages.kql.lowering.summaries import summarize
from antivenom.languages.kql.syntax import (
    Expression,
    FunctionCall,
    Name,
    SampleDistinct,
    Summarize,
    Target,
    TopHitters,
    TopLevel,
    TopNested,
)
from antivenom.languages.kql.values import names
from antivenom.plan.catalog import meant
from antivenom.plan.relations import Aggregate, Assign, Join, JoinKind, Project, Relation, Sort, SortKey, same
from antivenom.plan.types import Type
from antivenom.plan.values import Column, new_column
from antivenom.source import Span

_KEY = "value\0"
_MEASURE = "aggregate\0"
"""Names for the columns of a level, before their number; nobody writes such a name."""


@dataclass(slots=True)
class _Levels:
    """The levels above: their columns, which later levels group by, the names they show, and their order."""

    columns: list[Column] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The name the next level's value has until the end."""
        return f"{_KEY}{len(self.columns)}"

    @property
    def measure(self) -> str:
        """The name the next level's aggregate has until the end."""
        return f"{_MEASURE}{len(self.columns)}"

    names: list[str] = field(default_factory=list)
    order: list[SortKey] = field(default_factory=list)


def top_nested(lowering: Lowering, node: TopNested, input: Relation, scope: Scope) -> Relation:
    """The values with the largest aggregates, and within each those of the next level.

    Result columns: of each level the value and its aggregate. Of values alike the larger comes first (measured).
    """
    above = _Levels()
    rows = input
    chosen = input
    for level in node.levels:
        keyed, inner = _keyed(lowering, level, rows, scope, above)
        chosen, pair = _chosen(lowering, level, keyed, inner, above)
        rows = _below(keyed, chosen, inner, pair)
        above.columns += pair
        above.names += _names(level, above.names)
        above.order += [*sort_keys(pair[1], level.descending, None), *sort_keys(pair[0], True, None)]
    ordered = Sort(chosen, tuple(above.order), node.span)
    shown = tuple(
        Assign(new_column(name, column.type), column) for name, column in zip(above.names, above.columns, strict=True)
    )
    return Project(ordered, (*shown, *passed(scope)), node.span)


def _keyed(lowering: Lowering, level: TopLevel, rows: Relation, scope: Scope, above: _Levels) -> tuple[Relation, Scope]:
    """The rows with the level's value in one more column, and the scope in which the levels above are groups."""
    if level.others is not None:
        raise Unsupported("KQL top-nested with others", span=level.others.span)
    groups = Groups((*scope.keys, *above.columns), (*scope.hidden, *above.columns))
    inner = replace(scope, groups=groups if groups.keys else None)
    row = Row(rows)
    value = Values(lowering, inner.with_columns(rows.columns), row).value(level.of.value)
    if value.type is Type.DYNAMIC:
        raise Unsupported("KQL top-nested of a dynamic value", span=level.of.span, hint="use tostring(...)")
    kept = same(rows.columns)
    return Project(row.relation, (*kept, Assign(new_column(above.key, value.type), value)), level.span), inner


def _chosen(
    lowering: Lowering, level: TopLevel, keyed: Relation, inner: Scope, above: _Levels
) -> tuple[Relation, tuple[Column, Column]]:
    """The level's values with their aggregates, the first ones in each value of the levels above."""
    if len(level.by.names) > 1 or len(level.of.names) > 1:
        raise QueryError("a level of top-nested has one value and one aggregate", span=level.span)
    span = level.by.span
    node = Summarize(
        (Target((above.measure,), level.by.value, span),),
        (Target((above.key,), Name(above.key, level.of.span, quoted=True), level.of.span),),
        level.span,
    )
    summary = summarize(lowering, node, keyed, inner)
    key, measure = _named(summary, above.key), _named(summary, above.measure)
    no_dynamic_key(measure, span, "top-nested")
    if level.count is not None:
        count = lowering.constant_whole(level.count, inner, "the number of values")
        order = (*sort_keys(measure, level.descending, None), *sort_keys(key, True, None))
        summary = first(Sort(summary, order, level.span), count, inner, level.span)
    return summary, (key, measure)


def _named(relation: Relation, name: str) -> Column:
    return next(column for column in relation.columns if column.name == name)


def _below(keyed: Relation, chosen: Relation, inner: Scope, pair: tuple[Column, Column]) -> Relation:
    """The rows of the chosen values, for the next level."""
    key = keyed.columns[-1]
    fresh = {column: new_column(column.name, column.type) for column in inner.keys}
    right = Project(chosen, tuple(Assign(fresh.get(c, c), c) for c in chosen.columns))
    pairs = (*((column, fresh[column]) for column in inner.keys), (key, pair[0]))
    kept = tuple(Assign(column, column) for column in keyed.columns if column is not key)
    return Join(keyed, right, JoinKind.INNER, pairs, (*kept, *same(pair)))


def _names(level: TopLevel, taken: list[str]) -> list[str]:
    """The names a level shows: that of its value, and aggregated_ before it."""
    value = level.of.names[0] if level.of.names else names.of(level.of.value)
    if value is None:
        raise Unsupported("KQL top-nested of an unnamed value", span=level.of.span, hint="write a name and = before it")
    shown = names.settle([(value, False)], taken=taken)[0]
    aggregate = level.by.names[0] if level.by.names else f"aggregated_{shown}"
    found = [shown, names.settle([(aggregate, False)], taken=[*taken, shown])[0]]
    for target, wanted, final in ((level.of, value, shown), (level.by, aggregate, found[1])):
        if target.names and wanted != final:
            raise Unsupported(f"KQL top-nested with two columns {wanted}", span=target.span)
    return found


# --- top-hitters and samples


def top_hitters(lowering: Lowering, node: TopHitters, input: Relation, scope: Scope) -> Relation:
    """The values with the most rows, or the largest sums; Kusto's are approximate, ours are exact."""
    column, span = node.column
    _column(column, span, scope.shown(input.columns))
    if node.by is None:
        name, call = f"approximate_count_{column}", FunctionCall("count", (), span, span)
    else:
        name, call = f"approximate_sum_{_suffix(node.by)}", FunctionCall("sum", (node.by,), span, node.by.span)
    summary = Summarize((Target((name,), call, span),), (Target((), Name(column, span, quoted=True), span),), node.span)
    made = summarize(lowering, summary, input, scope)
    measure = made.columns[-1]
    count = lowering.constant_whole(node.count, scope, "the number of values")
    return first(Sort(made, tuple(sort_keys(measure, True, None)), node.span), count, scope, node.span)


def _suffix(by: Expression) -> str:
    name = names.of(by)
    if name is None:
        raise Unsupported("KQL top-hitters by an unnamed value", span=by.span, hint="extend it before")
    return name


def sample_distinct(lowering: Lowering, node: SampleDistinct, input: Relation, scope: Scope) -> Relation:
    """Some of the distinct values of a column; which ones Kusto gives is not determined."""
    column = _column(*node.column, scope.shown(input.columns))
    no_dynamic_key(column, node.column[1], "sample-distinct")
    count = lowering.constant_whole(node.count, scope, "the number of values")
    key = Assign(new_column(column.name, column.type), column)
    return first(Aggregate(input, (key, *passed(scope)), (), node.span), count, scope, node.span)


def _column(name: str, span: Span, columns: tuple[Column, ...]) -> Column:
    for column in columns:
        if column.name == name:
            return column
    raise QueryError(f"there is no column {name}", span=span, hint=meant(name, [column.name for column in columns]))
