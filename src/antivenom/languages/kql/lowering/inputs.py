"""Tables made of files the caller names: their sources, and their texts read as the types of columns."""

from __future__ import annotations

from dataclasses import replace

from antivenom.errors import Unsupported
from antivenom.languages.kql.functions import every as functions
from antivenom.languages.kql.functions.table import Args
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.plan.inputs import Input
from antivenom.plan.relations import Assign, Project, Relation, Source
from antivenom.plan.types import Type
from antivenom.plan.values import Column, Value, new_column
from antivenom.source import Span

_READ = {
    Type.BOOL: "tobool",
    Type.INT: "toint",
    Type.LONG: "tolong",
    Type.REAL: "toreal",
    Type.DATETIME: "todatetime",
    Type.TIMESPAN: "totimespan",
    Type.GUID: "toguid",
    Type.DYNAMIC: "parse_json",
    Type.DECIMAL: "todecimal",
}
"""Type -> the function that reads it from text, as ingestion does: null where it cannot."""


def source_of(lowering: Lowering, wanted: Input) -> Source:
    """The table of an input, under a name of its own; the same input is the same table."""
    same = next((one for one in lowering.inputs if replace(one, table=wanted.table) == wanted), None)
    if same is None:
        number = sum(one.kind == wanted.kind for one in lowering.inputs) + 1
        same = wanted if number == 1 else replace(wanted, table=f"{wanted.table} {number}")
        lowering.inputs.append(same)
    columns = tuple(new_column(name, Type.STRING) for name in same.columns)
    return Source(same.table, columns, wanted.span)


def typed(source: Source, types: list[Type], span: Span) -> Relation:
    """A table of texts with its columns read as these types."""
    if all(type_ is Type.STRING for type_ in types):
        return source
    assigns = []
    for column, type_ in zip(source.columns, types, strict=True):
        value = read_as(column, type_, span)
        assigns.append(Assign(column if value is column else new_column(column.name, type_), value))
    return Project(source, tuple(assigns), span)


def read_as(column: Column, type_: Type, span: Span) -> Value:
    """A column of text read as a type."""
    if type_ is Type.STRING:
        return column
    reader = _READ.get(type_)
    if reader is None:
        raise Unsupported(f"KQL externaldata column of {type_.value}", span=span)
    return functions.build(Args(reader, (column,), (span,), span), span, [])
