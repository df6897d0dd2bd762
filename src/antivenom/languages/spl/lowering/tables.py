"""Commands that change the shape of the table: nomv, mvcombine, untable."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.syntax import MvCombine, NoMv, Untable
from antivenom.languages.spl.values.conversions import null, text_of
from antivenom.plan.relations import Aggregate, Assign, Measure, Project, Sort, SortKey, Union
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column


def nomv(command: NoMv, scope: Scope) -> Scope:
    """`nomv`: the values of a field as one text, a line each."""
    column = scope.fields.get(command.name.text)
    if column is None or column.type is not Type.MULTI:
        return scope
    delimiter = Literal(command.delimiter, Type.STRING, command.span)
    joined = call("splunk.mv_join", column, delimiter, type=Type.STRING, span=command.span)
    return scope.assign({command.name.text: joined}, command.span)


def mvcombine(command: MvCombine, scope: Scope) -> Scope:
    """`mvcombine`: results alike but for one field become one, in the order of their first results."""
    name = command.name.text
    column = scope.fields.get(name)
    if name.startswith("_"):
        raise QueryError("mvcombine does not take internal fields", span=command.name.span)
    if column is None:
        return scope
    if column.type is Type.MULTI:
        raise Unsupported("SPL mvcombine of a multivalue field", span=command.name.span)
    numbered, position = scope.numbered(command.span)
    keys = {n: Assign(new_column(n, c.type), c) for n, c in scope.fields.items() if n != name}
    values = new_column(name, Type.MULTI)
    first = new_column("position", Type.LONG)
    listed = Call("splunk.list_all", (text_of(column, command.span),), Type.MULTI, command.span)
    measures = (Measure(values, listed), Measure(first, Call("aggregate.min", (position,), Type.LONG)))
    grouped = Aggregate(numbered.relation, tuple(keys.values()), measures, command.span)
    fields = {n: values if n == name else keys[n].column for n in scope.fields}
    ordered = Sort(grouped, (SortKey(first, False, False),), command.span)
    return Scope(ordered, fields).trimmed(command.span)


def untable(command: Untable, scope: Scope) -> Scope:
    """`untable`: one result for each value of each other field; internal fields are left out."""
    kept = scope.fields.get(command.keep.text)
    others = {n: c for n, c in scope.fields.items() if n != command.keep.text and not n.startswith("_")}
    if any(column.type is Type.MULTI for column in others.values()):
        raise Unsupported("SPL untable of a multivalue field", span=command.span)
    numbered, position = scope.numbered(command.span)
    keep: Value = kept if kept is not None else null(Type.STRING, command.span)
    types = (Type.LONG, Type.LONG, keep.type, Type.STRING, Type.STRING)
    names = ("position", "place", command.keep.text, command.label.text, command.value.text)
    if len(set(names[2:])) != 3:
        raise QueryError("untable needs three different names", span=command.span)
    columns = tuple(new_column(name, type) for name, type in zip(names, types, strict=True))
    rows = []
    for place, (name, column) in enumerate(others.items()):
        present = numbered.filter(call("null.is_not_null", column, type=Type.BOOL), command.span)
        label = Literal(name, Type.STRING, command.span)
        rows.append(Project(present.relation, _row(names, types, (
            position, Literal(place, Type.LONG), keep, label, text_of(column, command.span),
        )), command.span))  # fmt: skip
    if not rows:
        # nothing but the one field: no result, as long as no row says what other fields there are
        none = numbered.filter(Literal(False, Type.BOOL), command.span)
        empty = (position, Literal(0, Type.LONG), keep, null(Type.STRING), null(Type.STRING))
        rows.append(Project(none.relation, _row(names, types, empty), command.span))
    union = Union(tuple(rows), columns, tuple(tuple(row.columns) for row in rows), command.span)
    order = tuple(SortKey(column, False, False) for column in columns[:2])
    return Scope(Sort(union, order, command.span), {c.name: c for c in columns[2:]}).trimmed(command.span)


def _row(names: tuple[str, ...], types: tuple[Type, ...], values: tuple[Value | Column, ...]) -> tuple[Assign, ...]:
    return tuple(Assign(new_column(n, t), v) for n, t, v in zip(names, types, values, strict=True))
