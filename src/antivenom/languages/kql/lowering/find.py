"""find: the rows of several tables for which a condition holds, in the columns that they share.

Every table is filtered for itself; a column of the condition that a table has not is null there. Where Kusto's page
and its analyser give a column of two types different columns, the query is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions import every as functions
from antivenom.languages.kql.functions.table import Args
from antivenom.languages.kql.lowering import search
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.lowering.union import branches, label
from antivenom.languages.kql.syntax import (
    Between,
    Binary,
    Constant,
    Expression,
    Find,
    FunctionCall,
    Logical,
    Name,
    OneOf,
    Pipeline,
    Star,
    UnionWith,
)
from antivenom.languages.kql.values.packs import all_packed
from antivenom.plan.catalog import meant
from antivenom.plan.relations import Assign, Filter, Project, Relation, Union, same
from antivenom.plan.types import Type
from antivenom.plan.values import Column, Literal, Value, new_column
from antivenom.source import Span

_PACK = "pack_"
_PLAINLY = frozenset(
    "== =~ < <= > >= has contains startswith endswith hasprefix hassuffix has_cs contains_cs startswith_cs endswith_cs"
    " hasprefix_cs hassuffix_cs".split()
)
"""Operators that hold for no null and no empty text, but for the text that a constant spells."""

Tables = list[tuple[str, Relation]]


def find(lowering: Lowering, node: Find, scope: Scope) -> Relation:
    """The rows found, behind a column that names their table."""
    tables = _tables(lowering, node, scope)
    condition = _condition(node)
    named, everywhere = _named(condition, [column.name for _, table in tables for column in table.columns])
    if named and not everywhere:
        tables = [(name, table) for name, table in tables if any(column.name in named for column in table.columns)]
    types = _types(tables)
    asked = {name: _one_type(types, name, node.condition.span) for name in named}
    kept = [_kept(lowering, table, condition, asked, scope) for _, table in tables]
    shown = _shown(node, tables, named, types)
    packed = node.packed is not None or (not node.columns and _rest(tables, shown))
    if node.source in shown:
        raise Unsupported(f"KQL find withsource={node.source}, which is a column already", span=node.span)
    columns = [new_column(node.source, Type.STRING), *(new_column(name, type_) for name, type_ in shown.items())]
    columns += [new_column(_PACK, Type.DYNAMIC)] if packed else []
    bagged = () if node.packed else tuple(shown)
    takes = [
        (
            Literal(name, Type.STRING),
            *_cells(table, shown, node),
            *([_bag(table, bagged, node.span)] if packed else []),
        )
        for name, table in tables
    ]
    return Union(tuple(kept), tuple(columns), tuple(takes), node.span)


# --- the tables


def _tables(lowering: Lowering, node: Find, scope: Scope) -> Tables:
    """The tables to look into and their names: all that there are where none is named."""
    listed = node.tables or (Pipeline(Name("*", node.span), (), node.span),)
    found: Tables = []
    for branch in branches(lowering, UnionWith("outer", False, None, listed, node.span), scope):
        name = label(lowering, branch, scope)
        if name is None:
            hint = "give it a name by let NAME = view () { ... };"
            raise Unsupported("KQL find in rows that are no table", span=branch.span, hint=hint)
        if name not in dict(found):
            found.append((name, lowering.relation(branch, scope.with_columns(None))))
    if not found:
        raise QueryError("there are no tables to find in", span=node.span)
    return found


def _types(tables: Tables) -> dict[str, list[Type]]:
    """The types each column has, in order of first appearance."""
    types: dict[str, list[Type]] = {}
    for _, table in tables:
        for column in table.columns:
            known = types.setdefault(column.name, [])
            if column.type not in known:
                known.append(column.type)
    return types


def _one_type(types: dict[str, list[Type]], name: str, span: Span) -> Type:
    if len(types[name]) > 1:
        raise Unsupported(
            f"KQL find with a column of two types, {name}", span=span, hint="union the tables, then where"
        )
    return types[name][0]


# --- the condition


def _condition(node: Find) -> Expression:
    """The condition as that of a where: a lone string is a term of any column."""
    for constant in _nodes(node.condition):
        if isinstance(constant, Constant) and constant.type is Type.STRING and constant is node.condition:
            _no_star(constant)
        if isinstance(constant, Logical):
            for operand in constant.operands:
                _no_star(operand)
    return search.as_where(node.condition, cased=False)


def _no_star(node: Expression) -> None:
    if isinstance(node, Constant) and "*" in str(node.value):
        raise Unsupported("KQL find of a term with a star", span=node.span, hint="write * has, contains or hasprefix")


def _named(condition: Expression, columns: Sequence[str]) -> tuple[list[str], bool]:
    """The columns a condition names, in its order, and whether it looks into every column besides."""
    named: dict[str, None] = {}
    everywhere = False
    for node in _nodes(condition):
        everywhere = everywhere or isinstance(node, Star)
        if isinstance(node, Name) and node.name in columns:
            named[node.name] = None
    return list(named), everywhere


def _nodes(node: object) -> Iterator[object]:
    """An expression and what stands in it, but for tables."""
    if isinstance(node, tuple):
        for part in node:
            yield from _nodes(part)
    elif is_dataclass(node) and not isinstance(node, Span | Pipeline | type):
        yield node
        for field in fields(node):
            yield from _nodes(getattr(node, field.name))


def _kept(lowering: Lowering, table: Relation, condition: Expression, named: dict[str, Type], scope: Scope) -> Relation:
    """The rows of one table for which the condition holds."""
    there = {column.name for column in table.columns}
    missing = {name: type_ for name, type_ in named.items() if name not in there}
    doubtful = None if _never(condition, missing) else _doubtful(condition, missing)
    if doubtful is not None:
        hint = "find in tables that have it"
        raise Unsupported("KQL find where a table has no such column", span=doubtful.span, hint=hint)
    nulls = [
        Assign(new_column(name, type_), Literal("" if type_ is Type.STRING else None, type_))
        for name, type_ in missing.items()
    ]
    own = same(table.columns)
    row = Row(Project(table, (*own, *nulls)) if nulls else table)
    values = Values(lowering, scope.with_columns(row.relation.columns), row)
    filtered = values.condition(condition)
    return Project(Filter(row.relation, filtered, condition.span), own, condition.span)


def _doubtful(node: Expression, missing: dict[str, Type]) -> Expression | None:
    """The first part of a condition that might hold where a column of it is missing."""
    parts = node.operands if isinstance(node, Logical) else (node,)
    for part in parts:
        if isinstance(part, Logical):
            found = None if _never(part, missing) else _doubtful(part, missing)
        else:
            found = None if _never(part, missing) or not _names(part, missing) else part
        if found is not None:
            return found
    return None


def _names(node: Expression, missing: dict[str, Type]) -> bool:
    return any(isinstance(part, Name) and part.name in missing for part in _nodes(node))


def _never(node: Expression, missing: dict[str, Type]) -> bool:
    """Whether a condition can hold for no row where these columns are missing."""
    match node:
        case Logical("and", operands):
            return any(_never(operand, missing) for operand in operands)
        case Logical(_, operands):
            return all(_never(operand, missing) for operand in operands)
        case Binary(operator, Name(name), Constant(value)):
            return name in missing and operator in _PLAINLY and value not in ("", None)
        case Between(Name(name), Constant(), Constant(), False):
            return name in missing
        case Binary(operator, Name(name), FunctionCall("ago" | "now" | "datetime")):
            return name in missing and operator in _PLAINLY
        case OneOf("in" | "in~" | "has_any", Name(name), items):
            return name in missing and all(
                isinstance(item, Constant) and item.value not in ("", None) for item in items
            )
        case _:
            return False


# --- what is shown


def _shown(node: Find, tables: Tables, named: Sequence[str], types: dict[str, list[Type]]) -> dict[str, Type]:
    """The columns and their types: those projected, or those that all tables share and those that are asked for."""
    if node.columns or node.packed:
        if node.columns and node.packed:
            hint = "project pack_all() alone, or columns alone"
            raise Unsupported("KQL find project of columns and a bag", span=node.packed, hint=hint)
        return _projected(node, types)
    shared = [
        column.name
        for column in (tables[0][1].columns if tables else ())
        if all(any(other.name == column.name for other in table.columns) for _, table in tables)
    ]
    every = dict.fromkeys([*shared, *named])
    return {name: _one_type(types, name, node.span) for name in every}


def _projected(node: Find, types: dict[str, list[Type]]) -> dict[str, Type]:
    shown: dict[str, Type] = {}
    for name, type_, span in node.columns:
        if name not in types:
            hint = meant(name, list(types))
            raise QueryError(f"no table here has a column {name}", span=span, hint=hint)
        if name in shown:
            raise QueryError(f"{name} is shown twice", span=span)
        shown[name] = type_ or _one_type(types, name, span)
    return shown


def _rest(tables: Tables, shown: dict[str, Type]) -> bool:
    """Whether a bag of the other columns is shown: where a table has others."""
    rest = [any(column.name not in shown for column in table.columns) for _, table in tables]
    if any(rest) and not all(rest):
        name = next(name for (name, _), more in zip(tables, rest, strict=True) if not more)
        raise Unsupported(f"KQL find whose bag would be empty for {name}", hint="project the columns you want")
    return any(rest)


def _cells(table: Relation, shown: dict[str, Type], node: Find) -> tuple[Value, ...]:
    there = {column.name: column for column in table.columns}
    spans = {name: span for name, _, span in node.columns}
    nothing = {type_: Literal("" if type_ is Type.STRING else None, type_) for type_ in shown.values()}
    return tuple(
        _as(there[name], type_, spans.get(name, node.span)) if name in there else nothing[type_]
        for name, type_ in shown.items()
    )


def _as(column: Column, type_: Type, span: Span) -> Value:
    if column.type is type_:
        return column
    if type_ is Type.DYNAMIC:
        raise Unsupported(f"KQL find project of a {column.type.value} as dynamic", span=span)
    return functions.build(Args(f"to{type_.value}", [column], [span], span), span, [])


def _bag(table: Relation, without: tuple[str, ...], span: Span) -> Value:
    call = FunctionCall("pack_all", (), span, span)
    return all_packed(call, [column for column in table.columns if column.name not in without], ())
