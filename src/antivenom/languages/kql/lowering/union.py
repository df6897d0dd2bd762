"""union: all rows of several tables, named one by one or by patterns of their names."""

from __future__ import annotations

from fnmatch import fnmatchcase

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.scope import Scope, Written
from antivenom.languages.kql.syntax import Function, FunctionCall, Name, Pipeline, UnionWith
from antivenom.plan.relations import Relation, Union
from antivenom.plan.types import Type
from antivenom.plan.values import Column, Literal, Value, new_column


def union(
    lowering: Lowering, node: UnionWith, left: Relation | None, scope: Scope, *, unnamed: str = "union_arg"
) -> Relation:
    """All rows of all sides; columns are paired by name and type, in order of first appearance.

    `unnamed` begins the source column's text for a side that is no table.
    """
    inputs: list[Relation] = [] if left is None else [left]
    labels = [f"{unnamed}0"] * len(inputs)
    for branch in branches(lowering, node, scope):
        labels.append(label(lowering, branch, scope) or f"{unnamed}{len(inputs)}")
        inputs.append(lowering.relation(branch, scope.with_columns(None)))
    if not inputs:
        raise QueryError("none of the tables of this union is there", span=node.span)
    columns, slots = _unified(node, inputs)
    takes = [_take(slots, columns, relation) for relation in inputs]
    if node.source_column is None:
        return Union(tuple(inputs), columns, tuple(takes), node.span)
    if any(column.name == node.source_column for column in columns):
        raise Unsupported(f"KQL union withsource={node.source_column}, which is a column already", span=node.span)
    source = new_column(node.source_column, Type.STRING)
    takes = [(Literal(text, Type.STRING), *take) for text, take in zip(labels, takes, strict=True)]
    return Union(tuple(inputs), (source, *columns), tuple(takes), node.span)


def branches(lowering: Lowering, node: UnionWith, scope: Scope) -> list[Pipeline]:
    """The sides of a union: patterns stand for the tables and views they match, each once."""
    found: list[Pipeline] = []
    for branch in node.branches:
        name = _name(branch)
        if name is not None and "*" in name:
            matching = _matching(lowering, name, scope)
            if not matching and not node.fuzzy:
                raise QueryError(f"there is no table {name}", span=branch.span)
            found += [Pipeline(Name(each, branch.span), (), branch.span) for each in matching]
        elif node.fuzzy and name is not None and _missing(lowering, name, scope):
            lowering.notes.append(f"union left out a table that is not there: {name}")
        else:
            found.append(branch)
    return found


def _matching(lowering: Lowering, pattern: str, scope: Scope) -> list[str]:
    """Tables and views whose names fit, in the order they are known; a let hides the table of its name."""
    views = [name for name, binding in scope.bindings.items() if _is_view(binding)]
    tables = [name for name in lowering.catalog.names() if name not in scope.bindings]
    shape = pattern.replace("[", "[[]").replace("?", "[?]")
    return [name for name in (*tables, *views) if fnmatchcase(name, shape)]


def _is_view(binding: object) -> bool:
    return isinstance(binding, Written) and isinstance(binding.value, Function) and binding.value.view


def _name(branch: Pipeline) -> str | None:
    return branch.origin.name if isinstance(branch.origin, Name) else None


def _missing(lowering: Lowering, name: str, scope: Scope) -> bool:
    """Whether neither a let nor the catalog has the name."""
    return name not in scope.bindings and lowering.catalog.find(name) is None


def label(lowering: Lowering, branch: Pipeline, scope: Scope) -> str | None:
    """The name of a side that is a table or a view and nothing more."""
    origin = branch.origin
    if branch.operators or not isinstance(origin, Name | FunctionCall):
        return None
    binding = scope.bindings.get(origin.name)
    if isinstance(origin, FunctionCall):
        return origin.name if _is_view(binding) else None
    return origin.name if binding is None or _is_view(binding) else None


Slots = dict[tuple[str, Type], int]


def _unified(node: UnionWith, inputs: list[Relation]) -> tuple[tuple[Column, ...], Slots]:
    """Output columns, and which slot a column of a name and type fills.

    A name of several types is several columns, side by side where its first one stands; each gets its type's
    name, and a number where a column has that name already (measured).
    """
    types: dict[str, list[Type]] = {}
    for relation in inputs:
        for column in relation.columns:
            known = types.setdefault(column.name, [])
            if column.type not in known:
                known.append(column.type)
    if node.kind == "inner":
        types = _common(node, inputs, types)
    taken = {name for name, known in types.items() if len(known) == 1}
    columns: list[Column] = []
    slots: Slots = {}
    for name, known in types.items():
        for type_ in known:
            slots[name, type_] = len(columns)
            final = name if len(known) == 1 else _free(f"{name}_{type_.value}", taken)
            taken.add(final)
            columns.append(new_column(final, type_))
    return tuple(columns), slots


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 0
    while found in taken:
        number += 1
        found = f"{name}{number}"
    return found


def _common(node: UnionWith, inputs: list[Relation], types: dict[str, list[Type]]) -> dict[str, list[Type]]:
    """The columns that every side has, of one type each."""
    shared = set.intersection(*({column.name for column in relation.columns} for relation in inputs))
    common = {name: known for name, known in types.items() if name in shared}
    if any(len(known) > 1 for known in common.values()):
        raise Unsupported("KQL union kind=inner of columns of one name and two types", span=node.span)
    if not common:
        raise Unsupported("KQL union kind=inner of sides that share no column", span=node.span)
    return common


def _take(slots: Slots, columns: tuple[Column, ...], relation: Relation) -> tuple[Value, ...]:
    found: list[Value] = [Literal("" if column.type is Type.STRING else None, column.type) for column in columns]
    for column in relation.columns:
        slot = slots.get((column.name, column.type))
        if slot is not None:
            found[slot] = column
    return tuple(found)
