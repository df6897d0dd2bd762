"""Functions that pack whole columns: they see the row's columns and their names, not only values."""

from __future__ import annotations

from collections.abc import Sequence

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.syntax import Expression, FunctionCall, Name
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value

PACKS = frozenset({"pack_all", "bag_pack_columns"})
"""Functions this module builds; pack_array(*) has its columns put in by `starred`."""


_STARRED = ("pack_array", "estimate_data_size")


def columns_packed(node: FunctionCall, values: Sequence[Value]) -> Call:
    """bag_pack_columns(): a bag of columns by their names."""
    if not values:
        raise QueryError(f"{node.name}() takes at least one column", span=node.span)
    names: list[str] = []
    for arg, value in zip(node.args, values, strict=True):
        if not isinstance(arg, Name) or not isinstance(value, Column):
            raise QueryError("a column name must stand here", span=arg.span)
        if arg.name in names:
            raise Unsupported(f"KQL {node.name} of one column twice", span=arg.span)
        names.append(arg.name)
    return _bag("kusto.bag", names, [to.to_json(value) for value in values], node)


def all_packed(node: FunctionCall, columns: Sequence[Column] | None, values: Sequence[Value]) -> Call:
    """pack_all(): a bag of every column of the row; with true, without those that are null or empty."""
    if not columns:
        raise Unsupported(f"KQL {node.name} without columns", span=node.span)
    if len(values) > 1:
        raise QueryError(f"{node.name}() takes 0 to 1 arguments, not {len(values)}", span=node.span)
    names = [column.name for column in columns]
    if not values:
        return _bag("kusto.bag", names, [to.to_json(column) for column in columns], node)
    flag = values[0]
    if not isinstance(flag, Literal) or flag.type is not Type.BOOL:
        raise Unsupported(f"KQL {node.name} with a flag that is no constant bool", span=node.args[0].span)
    if not flag.value:
        return _bag("kusto.bag", names, [to.to_json(column) for column in columns], node)
    return _bag("kusto.bag_filled", names, [_filled(column) for column in columns], node)


def _filled(column: Column) -> Value:
    """JSON of a value, a true null where it is null or an empty string."""
    if column.type is Type.DYNAMIC:
        return Call("kusto.filled", (column,), Type.DYNAMIC)
    missing = Call("null.is_null", (column,), Type.BOOL)
    if column.type is Type.STRING:
        missing = Call("compare.eq", (column, Literal("", Type.STRING)), Type.BOOL)
    return Call("case.when", (missing, Literal(None, Type.DYNAMIC), to.to_json(column)), Type.DYNAMIC)


def _bag(op: str, names: Sequence[str], values: Sequence[Value], node: FunctionCall) -> Call:
    parts: list[Value] = []
    for name, value in zip(names, values, strict=True):
        parts += [to.to_json(Literal(name, Type.STRING)), value]
    return Call(op, tuple(parts), Type.DYNAMIC, node.span)


def starred(node: FunctionCall, columns: Sequence[Column] | None, star: Expression) -> Sequence[Column]:
    """The columns that * stands for, in the functions that take it."""
    if node.name not in _STARRED or not columns:
        raise Unsupported(f"KQL * in {node.name}", span=star.span)
    return columns
