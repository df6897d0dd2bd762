"""The operators behind a pipe -> relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.columns import by_names, renamed, reordered, some
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expand import mv_expand
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.groups import check, first, mv_apply, partition, passed
from antivenom.languages.kql.lowering.joins import join, members
from antivenom.languages.kql.lowering.nested import sample_distinct, top_hitters, top_nested
from antivenom.languages.kql.lowering.ordering import no_dynamic_key, sort_keys
from antivenom.languages.kql.lowering.parse import parse
from antivenom.languages.kql.lowering.parse_kv import parse_kv
from antivenom.languages.kql.lowering.rows import in_place, numbered, shown
from antivenom.languages.kql.lowering.scan import scan
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.lowering.search import search
from antivenom.languages.kql.lowering.series import make_series
from antivenom.languages.kql.lowering.spread import spread
from antivenom.languages.kql.lowering.summaries import summarize
from antivenom.languages.kql.lowering.union import union
from antivenom.languages.kql.plugins.evaluate import evaluate
from antivenom.languages.kql.syntax import (
    As,
    AssertSchema,
    Count,
    Distinct,
    Evaluate,
    Expression,
    Extend,
    GetSchema,
    Invoke,
    JoinWith,
    Logical,
    MakeSeries,
    MvApply,
    MvExpand,
    Name,
    OneOf,
    Operator,
    Ordering,
    Parse,
    ParseKv,
    Partition,
    Pipeline,
    Project,
    ProjectByNames,
    ProjectRename,
    ProjectReorder,
    ProjectSome,
    Render,
    Sample,
    SampleDistinct,
    Scan,
    Search,
    Serialize,
    SortBy,
    Star,
    Summarize,
    Take,
    Target,
    Top,
    TopHitters,
    TopNested,
    UnionWith,
    Where,
)
from antivenom.languages.kql.values import names
from antivenom.plan import relations as plan
from antivenom.plan.relations import Aggregate, Assign, Filter, Measure, Relation, Sort, SortKey, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column
from antivenom.source import Span

__all__ = ["apply", "union"]

_CLR = {
    Type.BOOL: "System.SByte",
    Type.INT: "System.Int32",
    Type.LONG: "System.Int64",
    Type.REAL: "System.Double",
    Type.STRING: "System.String",
    Type.DATETIME: "System.DateTime",
    Type.TIMESPAN: "System.TimeSpan",
    Type.DYNAMIC: "System.Object",
    Type.GUID: "System.Guid",
    Type.DECIMAL: "System.Data.SqlTypes.SqlDecimal",
}


def apply(lowering: Lowering, operator: Operator, input: Relation, scope: Scope) -> Relation:
    """The relation after one operator."""
    check(operator, scope)
    match operator:
        case Where():
            return _where(lowering, operator, input, scope)
        case Extend():
            return _extend(lowering, operator, input, scope)
        case MakeSeries():
            return make_series(lowering, operator, input, scope)
        case Scan():
            return scan(lowering, operator, input, scope)
        case Serialize(targets, span):
            inner = replace(scope, serialized=True)
            return _extend(lowering, Extend(targets, span), input, inner) if targets else input
        case Project():
            return _project(lowering, operator, input, scope)
        case ProjectSome():
            return some(operator, input, scope)
        case ProjectRename():
            return renamed(operator, input, scope)
        case ProjectReorder():
            return reordered(operator, input, scope)
        case ProjectByNames():
            return by_names(lowering, operator, input, scope)
        case Summarize():
            return summarize(lowering, operator, input, scope)
        case Distinct():
            return _distinct(lowering, operator, input, scope)
        case SortBy(keys, span):
            return _sort(lowering, keys, span, input, scope)
        case Top():
            count = lowering.constant_whole(operator.count, scope, "the number of rows")
            return first(_sort(lowering, operator.keys, operator.span, input, scope), count, scope, operator.span)
        case Take() | Sample():
            count = lowering.constant_whole(operator.count, scope, "the number of rows")
            return first(input, count, scope, operator.span)
        case Count(span, name):
            column = new_column(name, Type.LONG)
            call = Call("aggregate.count", (), Type.LONG, span)
            return Aggregate(input, passed(scope), (Measure(column, call),), span)
        case GetSchema(span):
            if any(column.id in lowering.opened.unsure for column in input.columns):
                raise Unsupported("KQL getschema over a column whose type is not sure", span=span)
            return _schema(input, span)
        case Render():
            lowering.notes.append("render draws nothing here: the rows are given as they are")
            return input
        case JoinWith():
            return join(lowering, operator, input, scope)
        case UnionWith():
            return union(lowering, operator, input, scope)
        case Evaluate():
            return evaluate(lowering, operator, input, scope)
        case Invoke(span=span):
            raise Unsupported("KQL operator invoke here", span=span)
        case Parse():
            return parse(lowering, operator, input, scope)
        case ParseKv():
            return parse_kv(lowering, operator, input, scope)
        case Search():
            return search(lowering, operator, input, scope)
        case As():
            return input  # the name is bound where the pipeline is read
        case MvExpand():
            return mv_expand(lowering, operator, input, scope)
        case MvApply():
            return mv_apply(lowering, operator, input, scope)
        case Partition():
            return partition(lowering, operator, input, scope)
        case TopNested():
            return top_nested(lowering, operator, input, scope)
        case TopHitters():
            return top_hitters(lowering, operator, input, scope)
        case SampleDistinct():
            return sample_distinct(lowering, operator, input, scope)
        case AssertSchema():
            return _asserted(operator, input)


def _where(lowering: Lowering, node: Where, input: Relation, scope: Scope) -> Relation:
    """Conditions that ask for membership in a table become joins of their own; the rest is one filter."""
    condition = node.condition
    parts = condition.operands if isinstance(condition, Logical) and condition.operator == "and" else (condition,)
    inner = scope.with_columns(input.columns)
    plain: list[Expression] = []
    for part in parts:
        pipeline = lowering.table_item(part, inner) if isinstance(part, OneOf) else None
        if pipeline is None or (isinstance(part, OneOf) and part.operator in ("has_any", "has_all")):
            plain.append(part)
        else:
            assert isinstance(part, OneOf)
            input = _kept_in_order(lowering, part, pipeline, input, scope)
    if not plain:
        return input
    row = Row(input, scope.serialized, scope.keys)
    values = Values(lowering, scope.with_columns(input.columns), row)
    if len(plain) < len(parts) and len(plain) > 1:
        made = [values.condition(part) for part in plain]
        filtered: Value = Call("bool.and", tuple(made), Type.BOOL, node.span)
    else:
        filtered = values.condition(condition if len(plain) == len(parts) else plain[0])
    return back(Filter(row.relation, filtered, node.span), input.columns)


def _kept_in_order(lowering: Lowering, part: OneOf, pipeline: Pipeline, input: Relation, scope: Scope) -> Relation:
    """Rows whose value is in a table, their order kept if they have one."""
    if not scope.serialized:
        return members(lowering, part, pipeline, input, scope)
    below, place = numbered(input)
    return back(in_place(members(lowering, part, pipeline, below, scope), place), input.columns)


def back(relation: Relation, columns: tuple[Column, ...]) -> Relation:
    """The relation without columns that only helped (those of toscalar)."""
    if relation.columns == columns:
        return relation
    return plan.Project(relation, same(columns))


# --- extend and project


def lowered(values: Values, targets: Sequence[Target]) -> list[tuple[str | None, bool, Value]]:
    """Wanted name, whether it was spelled out, and value of each target; they are spread already."""
    found: list[tuple[str | None, bool, Value]] = []
    spelled: set[str] = set()
    bare: set[str] = set()
    for target in targets:
        if len(target.names) > 1:
            raise Unsupported("KQL assignment to several columns", span=target.span)
        if target.names and target.names[0] in spelled:
            raise QueryError(f"{target.names[0]} is assigned twice", span=target.span)
        spelled.update(target.names)
        if isinstance(target.value, Name) and not target.names:
            if target.value.name in bare:
                raise QueryError(f"{target.value.name} is shown twice", span=target.span, hint="name one")
            bare.add(target.value.name)
        name = target.names[0] if target.names else names.of(target.value, values.scope.columns or ())
        found.append((name, bool(target.names), values.value(target.value)))
    if bare & spelled:
        raise QueryError(f"{min(bare & spelled)} is shown and assigned too", span=targets[0].span)
    return found


def _extend(lowering: Lowering, node: Extend, input: Relation, scope: Scope) -> Relation:
    row = Row(input, scope.serialized, scope.keys)
    targets = lowered(Values(lowering, scope.with_columns(input.columns), row), spread(node.targets))
    existing = [column.name for column in scope.shown(input.columns)]
    _no_meeting(targets, node.span)
    final = names.settle([(name, spelled) for name, spelled, _ in targets], avoid=existing)
    made = {name: value for name, (_, _, value) in zip(final, targets, strict=True)}
    assigns = [
        Assign(new_column(column.name, made[column.name].type), made[column.name])
        if column.name in made and column not in scope.hidden
        else Assign(column, column)
        for column in input.columns
    ]
    assigns += [Assign(new_column(name, value.type), value) for name, value in made.items() if name not in existing]
    return plan.Project(row.relation, tuple(assigns), node.span)


def _no_meeting(targets: list[tuple[str | None, bool, Value]], span: Span) -> None:
    """Refuses extend where a name spelled out is also the name of an unnamed expression: not measured."""
    explicit = {name for name, spelled, _ in targets if spelled}
    numbered = any(name is None for name, _, _ in targets) and any(name and name[:6] == "Column" for name in explicit)
    if numbered or any(name in explicit for name, spelled, _ in targets if not spelled and name is not None):
        raise Unsupported("KQL extend of a name that is both spelled out and derived", span=span)


def _project(lowering: Lowering, node: Project, input: Relation, scope: Scope) -> Relation:
    row = Row(input, scope.serialized, scope.keys)
    if any(isinstance(target.value, Star) for target in node.targets):
        raise Unsupported("KQL project *", span=node.span)
    every = spread(node.targets)
    targets = lowered(Values(lowering, scope.with_columns(input.columns), row), every)
    final = names.settle([(name, spelled) for name, spelled, _ in targets])
    _bare_names(every, targets, final)
    assigns = [shown(name, value) for name, (_, _, value) in zip(final, targets, strict=True)]
    return plan.Project(row.relation, (*_distinct_columns(assigns), *passed(scope)), node.span)


def _bare_names(every: Sequence[Target], targets: list[tuple[str | None, bool, Value]], final: list[str]) -> None:
    """Refuses a bare column that gets another name, unless a computed value before it has its name."""
    derived: set[str | None] = set()
    for target, (name, spelled, value), settled in zip(every, targets, final, strict=True):
        if not isinstance(target.value, Name) and not spelled and not isinstance(value, Column):
            derived.add(name)
        elif isinstance(target.value, Name) and not spelled and settled != name and name not in derived:
            raise Unsupported(f"KQL column {name} beside a derived name alike", span=target.span)


def _distinct_columns(assigns: list[Assign]) -> tuple[Assign, ...]:
    """A column shown twice needs an identity of its own the second time."""
    seen: set[int] = set()
    made: list[Assign] = []
    for assign in assigns:
        if assign.column.id in seen:
            assign = Assign(new_column(assign.column.name, assign.column.type), assign.value)
        seen.add(assign.column.id)
        made.append(assign)
    return tuple(made)


# --- distinct, sort, getschema


def _distinct(lowering: Lowering, node: Distinct, input: Relation, scope: Scope) -> Relation:
    row = Row(input, scope.serialized, scope.keys)
    values = Values(lowering, scope.with_columns(input.columns), row)
    if node.all_columns:
        keys = [Assign(new_column(column.name, column.type), column) for column in scope.shown(input.columns)]
    else:
        every = spread(node.targets)
        targets = lowered(values, every)
        _no_meeting(targets, node.span)
        final = names.settle([(name, spelled) for name, spelled, _ in targets])
        _bare_names(every, targets, final)
        keys = [Assign(new_column(name, value.type), value) for name, (_, _, value) in zip(final, targets, strict=True)]
    for key in keys:
        no_dynamic_key(key.value, node.span, "distinct")
    return Aggregate(row.relation, (*keys, *passed(scope)), (), node.span)


def _sort(lowering: Lowering, orderings: tuple[Ordering, ...], span: Span, input: Relation, scope: Scope) -> Relation:
    """All rows by the keys, those of one group together."""
    row = Row(input, scope.serialized, scope.keys)
    values = Values(lowering, scope.with_columns(input.columns), row)
    keys = [SortKey(key, False, True) for key in scope.keys]
    for ordering in orderings:
        value = values.value(ordering.value)
        no_dynamic_key(value, span, "sort")
        keys += sort_keys(value, ordering.descending, ordering.nulls_first)
    return back(Sort(row.relation, tuple(keys), span), input.columns)


def _asserted(node: AssertSchema, input: Relation) -> Relation:
    """The rows as they are, if they have exactly these columns."""
    found = tuple((column.name, column.type) for column in input.columns)
    if found != node.columns:
        shown = ", ".join(f"{name}: {type_.value}" for name, type_ in found)
        raise QueryError("the rows have other columns than these", span=node.span, hint=f"they have ({shown})")
    return input


def _schema(input: Relation, span: Span) -> Relation:
    columns = (
        new_column("ColumnName", Type.STRING),
        new_column("ColumnOrdinal", Type.LONG),
        new_column("DataType", Type.STRING),
        new_column("ColumnType", Type.STRING),
    )
    rows = tuple(
        (
            Literal(column.name, Type.STRING),
            Literal(index, Type.LONG),
            Literal(_CLR[column.type], Type.STRING),
            Literal(column.type.value, Type.STRING),
        )
        for index, column in enumerate(input.columns)
    )
    return plan.Values(rows, columns, span)
