"""join, lookup, union, and membership in a table."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.open_schema import UnknownName
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import Binary, Expression, JoinWith, Logical, Member, Name, OneOf, Pipeline
from antivenom.languages.kql.values import names
from antivenom.languages.kql.values.comparisons import in_array
from antivenom.languages.kql.values.conversions import common, widened
from antivenom.plan.catalog import meant
from antivenom.plan.relations import Aggregate, Assign, Filter, Join, JoinKind, Project, Relation, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column
from antivenom.source import Span

_KINDS = {kind.value: kind for kind in JoinKind} | {
    "anti": JoinKind.LEFT_ANTI,
    "leftantisemi": JoinKind.LEFT_ANTI,
    "rightantisemi": JoinKind.RIGHT_ANTI,
}
_LEFT_ONLY = frozenset({JoinKind.LEFT_SEMI, JoinKind.LEFT_ANTI})
_RIGHT_ONLY = frozenset({JoinKind.RIGHT_SEMI, JoinKind.RIGHT_ANTI})


def join(lowering: Lowering, node: JoinWith, left: Relation, scope: Scope) -> Relation:
    """A join, its default innerunique; of columns that share a name the right one gets a number."""
    kind = _kind(node)
    right, keys = _right(lowering, node, left, lowering.relation(node.right, scope.with_columns(None)))
    pairs = tuple(_comparable(a, b, span) for a, b, span in keys)
    if kind in _LEFT_ONLY:
        return Join(left, right, kind, pairs, same(left.columns), node.span)
    if kind in _RIGHT_ONLY:
        return Join(left, right, kind, pairs, same(right.columns), node.span)
    hidden = {b.id for _, b, _ in keys} if node.lookup else set()
    shown = [column for column in right.columns if column.id not in hidden]
    return _joined(node, kind, pairs, left, right, shown)


def _kind(node: JoinWith) -> JoinKind:
    default = JoinKind.LEFT_OUTER if node.lookup else JoinKind.FIRST_LEFT
    if node.kind is None:
        return default
    kind = _KINDS.get(node.kind.lower())
    if kind is None or (node.lookup and kind not in (JoinKind.LEFT_OUTER, JoinKind.INNER)):
        what = "lookup" if node.lookup else "join"
        hint = "leftouter or inner" if node.lookup else meant(node.kind, _KINDS)
        raise QueryError(f"{what} has no kind {node.kind}", span=node.kind_span, hint=hint)
    return kind


def _right(
    lowering: Lowering, node: JoinWith, left: Relation, right: Relation
) -> tuple[Relation, list[tuple[Column, Column, Span]]]:
    """The right side and the keys; an open side gets the keys it lacks, of the left side's type."""
    while True:
        try:
            return right, _keys(node, left, right)
        except UnknownName as error:
            types = [column.type for column in left.columns if column.name == error.name]
            right = lowering.opened.asked(right, error, types[0] if types else Type.STRING)


def _joined(
    node: JoinWith,
    kind: JoinKind,
    pairs: tuple[tuple[Value, Value], ...],
    left: Relation,
    right: Relation,
    shown: list[Column],
) -> Relation:
    final = names.numbered([c.name for c in shown], taken=[c.name for c in left.columns])
    sides = [(c, c.name) for c in left.columns] + list(zip(shown, final, strict=True))
    assigns = tuple(Assign(new_column(name, column.type), column) for column, name in sides)
    joined = Join(left, right, kind, pairs, assigns, node.span)
    padded = {
        JoinKind.LEFT_OUTER: (False, True),
        JoinKind.RIGHT_OUTER: (True, False),
        JoinKind.FULL_OUTER: (True, True),
    }.get(kind, (False, False))
    outer = [padded[0]] * len(left.columns) + [padded[1]] * len(shown)
    return _without_null_text(joined, outer)


def _without_null_text(joined: Join, outer: list[bool]) -> Relation:
    """A missing side's strings are empty, not null."""
    if not any(out and column.type is Type.STRING for out, column in zip(outer, joined.columns, strict=True)):
        return joined
    empty = Literal("", Type.STRING)
    assigns = []
    for out, column in zip(outer, joined.columns, strict=True):
        if out and column.type is Type.STRING:
            filled = Call("null.coalesce", (column, empty), Type.STRING)
            assigns.append(Assign(new_column(column.name, Type.STRING), filled))
        else:
            assigns.append(Assign(column, column))
    return Project(joined, tuple(assigns), joined.span)


def _keys(node: JoinWith, left: Relation, right: Relation) -> list[tuple[Column, Column, Span]]:
    found: list[tuple[Column, Column, Span]] = []
    stack = list(reversed(node.keys))
    while stack:
        key = stack.pop()
        if isinstance(key, Logical) and key.operator == "and":
            stack += reversed(key.operands)
        elif isinstance(key, Name):
            found.append((_column(key.name, left, key.span), _column(key.name, right, key.span), key.span))
        elif isinstance(key, Binary) and key.operator == "==":
            found.append((*_sides(key, left, right), key.span))
        else:
            raise QueryError("a join key is a column of both sides, or $left.a == $right.b", span=key.span)
    if not found:
        raise QueryError("a join needs a key", span=node.span, hint="on a column, or on $left.a == $right.b")
    return found


def _sides(key: Binary, left: Relation, right: Relation) -> tuple[Column, Column]:
    sides: dict[str, Column] = {}
    for side in (key.left, key.right):
        if not (isinstance(side, Member) and isinstance(side.base, Name) and side.base.name in ("$left", "$right")):
            hint = "on a column of both sides, or on $left.a == $right.b"
            raise QueryError("each side of a join key is $left.name or $right.name", span=_span(side), hint=hint)
        relation = left if side.base.name == "$left" else right
        sides[side.base.name] = _column(side.name, relation, side.span)
    if len(sides) < 2:
        raise QueryError("a join key names one column of $left and one of $right", span=key.span)
    return sides["$left"], sides["$right"]


def _span(node: Expression) -> Span:
    return node.span


def _column(name: str, relation: Relation, span: Span) -> Column:
    for column in relation.columns:
        if column.name == name:
            return column
    names = [column.name for column in relation.columns]
    hint = meant(name, [column.name for column in relation.columns]) or f"its columns are {', '.join(names[:12])}"
    raise UnknownName(name, f"there is no column {name} on this side", span=span, hint=hint)


def _comparable(left: Column, right: Column, span: Span) -> tuple[Value, Value]:
    types = {left.type, right.type}
    if Type.DYNAMIC in types:
        raise QueryError("a join key cannot be dynamic", span=span, hint="use tostring(...) before the join")
    if len(types) == 1:
        return left, right
    if types == {Type.INT, Type.LONG}:
        if left.name == right.name:
            raise Unsupported("KQL join on an int and a long of one name", span=span, hint="convert one with tolong()")
        return widened(left, Type.LONG), widened(right, Type.LONG)
    raise QueryError(f"join keys of different types: {left.type.value} and {right.type.value}", span=span)


# --- membership


def members(lowering: Lowering, node: OneOf, pipeline: Pipeline, input: Relation, scope: Scope) -> Relation:
    """`where value in (table)`: the rows whose value is in the table's first column, or is not."""
    operator = node.operator
    table = lowering.relation(pipeline, scope.with_columns(None))
    row = Row(input)
    value = Values(lowering, scope.with_columns(input.columns), row).value(node.value)
    wanted: Value = table.columns[0]
    if value.type is Type.STRING and wanted.type is Type.DYNAMIC:
        values, _ = lowering.distinct(pipeline, scope.with_columns(None))
        array = row.attach(values)
        chosen = Filter(row.relation, in_array(operator, value, array, node.span), node.span)
        return Project(chosen, same(input.columns))
    if value.type is not wanted.type:
        if not (value.type.numeric and wanted.type.numeric):
            raise Unsupported(f"KQL {operator} of {value.type.value} and {wanted.type.value}", span=node.span)
        value, wanted = common((value, wanted), operator, node.span, reals=True)
    if value.type is Type.DYNAMIC:
        raise Unsupported(f"KQL {operator} of a table of {value.type.value}", span=node.span)
    if operator.endswith("~"):
        if value.type is not Type.STRING:
            raise QueryError(f"{operator} compares strings", span=node.operator_span)
        value, wanted = (Call("text.lower", (side,), Type.STRING) for side in (value, wanted))
    key = new_column(table.columns[0].name, wanted.type)
    distinct: Relation = Aggregate(table, (Assign(key, wanted),), ())
    if key.type is not Type.STRING:
        distinct = Filter(distinct, Call("null.is_not_null", (key,), Type.BOOL))
    if key.type is Type.REAL:  # NaN is equal to nothing
        distinct = Filter(distinct, Call("bool.not", (Call("kusto.is_nan", (key,), Type.BOOL),), Type.BOOL))
    kind = JoinKind.LEFT_ANTI if operator.startswith("!") else JoinKind.LEFT_SEMI
    kept = same(input.columns)
    return Join(row.relation, distinct, kind, ((value, key),), kept, node.span)
