"""Calls of the functions a query defines: which argument goes to which parameter, and as what."""

from __future__ import annotations

import json

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.aggregates import json_or_null
from antivenom.languages.kql.lowering.context import Caller, Lowering
from antivenom.languages.kql.lowering.scope import Scope, Written
from antivenom.languages.kql.syntax import (
    Expression,
    Function,
    FunctionCall,
    Invoke,
    Parameter,
    Pipeline,
    Subquery,
    as_pipeline,
)
from antivenom.languages.kql.values.conversions import widened
from antivenom.plan.catalog import meant
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value


def invoked(pipeline: Pipeline, at: int) -> FunctionCall:
    """The call that an invoke is: its function over the rows before it, and its own arguments."""
    operator = pipeline.operators[at]
    assert isinstance(operator, Invoke)
    call = operator.call
    before = Pipeline(pipeline.origin, pipeline.operators[:at], pipeline.span)
    named = call.named or (None,) * len(call.args)
    rows = Subquery(before, operator.span)
    return FunctionCall(call.name, (rows, *call.args), call.name_span, call.span, (None, *named))


def arguments(node: FunctionCall, function: Function) -> dict[str, Expression]:
    """Parameter -> its argument, by place or by name; those without one are left out."""
    names = [parameter.name for parameter in function.parameters]
    if len(node.args) > len(names):
        raise QueryError(f"{node.name}() takes {len(names)} arguments, not {len(node.args)}", span=node.span)
    given: dict[str, Expression] = {}
    for index, arg in enumerate(node.args):
        name = node.named[index] if index < len(node.named) else None
        if name is not None and name not in names:
            hint = meant(name, names)
            raise QueryError(f"{node.name}() has no parameter {name}", span=arg.span, hint=hint)
        if (name or names[index]) in given:
            raise Unsupported(f"KQL argument {name or names[index]} given twice", span=arg.span)
        given[name or names[index]] = arg
    return given


def table_argument(
    lowering: Lowering, node: FunctionCall, parameter: Parameter, arg: Expression | None, caller: Caller
) -> Written:
    """The table for a tabular parameter, in the scope of the call."""
    if arg is None:
        raise QueryError(f"{node.name}() needs {parameter.name}", span=node.span)
    pipeline = as_pipeline(arg)
    if not lowering.is_table(pipeline, caller.scope):
        raise QueryError(f"{parameter.name} must be a table", span=arg.span)
    if parameter.columns:
        _has_columns(lowering, pipeline, parameter, parameter.columns, caller.scope)
    return Written(pipeline, caller.scope)


def _has_columns(
    lowering: Lowering, pipeline: Pipeline, parameter: Parameter, columns: tuple[tuple[str, Type], ...], scope: Scope
) -> None:
    """A table for a parameter with a schema has at least its columns, each of its type."""
    relation = lowering.relation(pipeline, scope.with_columns(None))
    found = {column.name: column.type for column in relation.columns}
    for name, type_ in columns:
        if found.get(name) is not type_ and not (name not in found and lowering.opened.is_open(relation)):
            has = f"{name}: {found[name].value}" if name in found else f"no column {name}"
            what = f"{parameter.name} needs {name}: {type_.value}, and this table has {has}"
            raise QueryError(what, span=pipeline.span)


def scalar_argument(node: FunctionCall, parameter: Parameter, arg: Expression | None, caller: Caller) -> Value:
    """The value for a scalar parameter: the argument, or the default, as the parameter's type."""
    assert parameter.type is not None
    given = arg if arg is not None else parameter.default
    if given is None:
        raise QueryError(f"{node.name}() needs {parameter.name}", span=node.span)
    value = caller.value(given)
    wanted = parameter.type
    if value.type is wanted:
        return value
    if wanted is Type.DECIMAL and value.type.integral:
        return widened(value, wanted)
    if wanted is Type.DYNAMIC:
        made = json_or_null(value)
        return Call(made.op, made.args, Type.DYNAMIC) if isinstance(made, Call) else made
    if value.type.integral and wanted in (Type.LONG, Type.REAL):
        return widened(value, wanted)
    if wanted is Type.INT and value.type is Type.LONG and isinstance(value, Literal):
        return Literal(value.value, Type.INT, value.span)
    what = f"KQL argument of {value.type.value} for a parameter of {wanted.value}"
    raise Unsupported(what, span=given.span, hint="convert it first")


def column_names(lowering: Lowering, node: FunctionCall, scope: Scope) -> Literal:
    """`column_names_of(table)`: the names of a table's columns as an array, known before any row is read."""
    if len(node.args) != 1:
        raise QueryError("column_names_of() takes one table", span=node.span)
    pipeline = as_pipeline(node.args[0])
    if not lowering.is_table(pipeline, scope):
        raise QueryError("column_names_of() takes a table", span=node.args[0].span)
    relation = lowering.relation(pipeline, scope.with_columns(None))
    if lowering.opened.is_open(relation):
        raise Unsupported("KQL column_names_of a table whose columns are not all known", span=node.span)
    return Literal(json.dumps([column.name for column in relation.columns]), Type.DYNAMIC, node.span)
