"""mv-expand: a row becomes as many as the arrays and bags in it have elements, walked together."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import Expanded, MvExpand, Name
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values import names
from antivenom.plan.relations import Assign, Expand, Project, Relation
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column
from antivenom.source import Span

_LEGACY_LIMIT = 128


def mv_expand(lowering: Lowering, node: MvExpand, input: Relation, scope: Scope, *, applied: bool = False) -> Relation:
    """The rows of mv-expand: a name that is there is replaced in its place, others come after the columns.

    `applied` is the expansion of mv-apply, whose old spelling has a limit we do not follow.
    """
    row = Row(input, scope.serialized, scope.keys)
    columns = scope.shown(input.columns)
    values = Values(lowering, scope.with_columns(input.columns), row)
    lists = [_list(lowering, node, target, values, applied) for target in node.targets]
    final = _names(node, columns)
    elements = [Assign(new_column(name, Type.DYNAMIC), value) for name, value in zip(final, lists, strict=True)]
    made = {
        name: _cast(element.column, target.type, target.target.span)
        for name, element, target in zip(final, elements, node.targets, strict=True)
    }
    if node.index is not None:
        index = new_column(node.index, Type.DYNAMIC)
        elements.append(Assign(index, Call("kusto.indexes", tuple(lists), Type.MULTI)))
        name = names.settle([(node.index, False)], taken=[*(c.name for c in columns), *final])[0]
        made[name] = Call("cast.long", (index,), Type.LONG)
    expanded = Expand(row.relation, tuple(elements), node.span, keep_empty=False)
    return Project(expanded, _assigns(input.columns, columns, made), node.span)


def _assigns(every: tuple[Column, ...], shown: tuple[Column, ...], made: dict[str, Value]) -> tuple[Assign, ...]:
    """Columns in their places, new ones behind them, and the keys of groups."""
    found = [_shown(c.name, made[c.name]) if c.name in made else Assign(c, c) for c in shown]
    there = {column.name for column in shown}
    found += [_shown(name, value) for name, value in made.items() if name not in there]
    return (*found, *(Assign(column, column) for column in every if column not in shown))


def _shown(name: str, value: Value) -> Assign:
    return Assign(value if isinstance(value, Column) else new_column(name, value.type), value)


def _list(lowering: Lowering, node: MvExpand, target: Expanded, values: Values, applied: bool) -> Value:
    """The elements of one value, as many as the limit lets through."""
    value = values.value(target.target.value)
    if value.type is not Type.DYNAMIC:
        raise to.wrong_type(value, "a dynamic to expand", target.target.value.span)
    if target.type is Type.DECIMAL:
        raise Unsupported("KQL mv-expand to typeof(decimal)", span=target.target.span)
    found: Value = Call("kusto.pairs" if node.pairs else "kusto.elements", (value,), Type.MULTI, target.target.span)
    if node.limit is not None:
        limit = lowering.constant_whole(node.limit, values.scope, "the limit of mv-expand")
        if limit < 1:
            raise Unsupported("KQL mv-expand with a limit below one", span=node.limit.span)
        return Call("kusto.first_elements", (found, Literal(limit, Type.LONG)), Type.MULTI)
    if node.legacy and applied:
        return Call("kusto.few_elements", (found,), Type.MULTI)
    if node.legacy:
        return Call("kusto.first_elements", (found, Literal(_LEGACY_LIMIT, Type.LONG)), Type.MULTI)
    return found


def _names(node: MvExpand, columns: tuple[Column, ...]) -> list[str]:
    """The names of the expanded columns: spelled, those of their expressions, or Column1, Column2, ..."""
    found: list[str] = []
    unnamed = 0
    for target in node.targets:
        name = _name(target)
        if name is None:
            unnamed += 1
            name = f"Column{unnamed}"
            if any(column.name == name for column in columns):
                raise Unsupported(f"KQL mv-expand of an unnamed value beside {name}", span=target.target.span)
        if name in found:
            raise _met(name, target)
        found.append(name)
    return found


def _name(target: Expanded) -> str | None:
    if len(target.target.names) > 1:
        raise QueryError("an expanded value has one name", span=target.target.span)
    return target.target.names[0] if target.target.names else names.of(target.target.value)


def _met(name: str, target: Expanded) -> QueryError | Unsupported:
    if target.target.names or isinstance(target.target.value, Name):
        return QueryError(f"{name} is expanded twice", span=target.target.span)
    return Unsupported(f"KQL mv-expand of two values named {name}", span=target.target.span, hint="name one")


def _cast(element: Column, type: Type, span: Span) -> Value:
    """An element as a value of the type; what is of another type is null."""

    def checked(kind: str, given: Type = Type.DYNAMIC) -> Value:
        return Call(f"kusto.element_{kind}", (element,), given, span)

    match type:
        case Type.DYNAMIC:
            return element
        case Type.STRING:
            return checked("text", Type.STRING)
        case Type.INT | Type.LONG | Type.REAL:
            return to.to_number(checked(type.value), type, span)
        case Type.BOOL:
            return to.to_bool(checked("bool"), span)
        case Type.DATETIME:
            return to.to_datetime(checked("datetime"), span)
        case Type.TIMESPAN:
            return to.to_timespan(to.to_text(checked("timespan")), span)
        case _:
            return to.to_guid(to.to_text(checked("guid")), span)
