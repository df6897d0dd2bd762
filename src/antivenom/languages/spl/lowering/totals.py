"""addtotals and addcoltotals -> plan: sums of the numbers of each result, and of each field (pages of these names)."""

from __future__ import annotations

from antivenom.languages.spl.lowering.scope import Scope, passes
from antivenom.languages.spl.syntax_reports import AddTotals
from antivenom.languages.spl.values.conversions import alike, null, number
from antivenom.plan.relations import Aggregate, Measure, Union
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column


def addtotals(command: AddTotals, scope: Scope) -> Scope:
    """A field with the sum of each result's numbers, and a last result with the sums of fields."""
    if command.row:
        values = [_or_zero(number(column, command.span)) for column in _summed(command, scope)]
        total: Value = Literal(0.0, Type.REAL)
        if values:
            total = Call("splunk.add_up", tuple(values), Type.REAL, command.span)
        scope = scope.assign({command.field: total}, command.span)
    return _with_sums(command, scope) if command.column else scope


def _summed(command: AddTotals, scope: Scope) -> list[Column]:
    """The fields that are added: those named, or all that are not hidden; a multivalue is no number."""
    found = [scope.fields[name] for name in scope.fields if _meant(command, name)]
    return [column for column in found if column.type is not Type.MULTI]


def _meant(command: AddTotals, name: str) -> bool:
    if not command.names:
        return not name.startswith("_")
    return any(passes(name, one.text) if one.wild else one.text == name for one in command.names)


def _or_zero(value: Value) -> Value:
    return call("null.coalesce", value, Literal(0.0, Type.REAL), type=Type.REAL)


def _with_sums(command: AddTotals, scope: Scope) -> Scope:
    summed = {column.name for column in _summed(command, scope)}
    if command.row:
        summed.add(command.field)
    fields: dict[str, Value] = dict(scope.fields)
    if command.label_field is not None and command.label_field not in fields:
        fields[command.label_field] = null(Type.STRING)
    scope = scope.select(fields, command.span)
    sums = {
        name: Measure(
            new_column(name, Type.REAL), Call("splunk.sum", (number(scope.fields[name], command.span),), Type.REAL)
        )
        for name in scope.fields
        if name in summed and name != command.label_field
    }
    count = Measure(new_column("count", Type.REAL), Call("splunk.count", (), Type.REAL))
    total = Aggregate(scope.relation, (), (*sums.values(), count), command.span)
    columns: list[Column] = []
    takes: tuple[list[Value], list[Value]] = ([], [])
    for name, column in scope.fields.items():
        last: Value = sums[name].column if name in sums else null(column.type)
        if name == command.label_field:
            last = Literal(command.label, Type.STRING, command.span)
        values, type = alike([column, last], command.span)
        columns.append(new_column(name, type))
        for take, value in zip(takes, values, strict=True):
            take.append(value)
    union = Union((scope.relation, total), tuple(columns), (tuple(takes[0]), tuple(takes[1])), command.span)
    return Scope(union, {column.name: column for column in columns})
