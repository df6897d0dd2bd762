"""search: terms that are looked for in every column, of rows before the pipe or of whole tables."""

from __future__ import annotations

from dataclasses import replace

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.lowering.union import union
from antivenom.languages.kql.syntax import (
    Between,
    Binary,
    Constant,
    Expression,
    FunctionCall,
    Logical,
    Name,
    OneOf,
    Pipeline,
    Search,
    Star,
    UnionWith,
)
from antivenom.plan.relations import Assign, Filter, Project, Relation, Source, same
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, new_column

TABLE = "$table"
"""The column that says where a row comes from."""

_CASED = frozenset(
    bang + word
    for word in ("has", "contains", "startswith", "endswith", "hasprefix", "hassuffix")
    for bang in ("", "!")
)


def search(lowering: Lowering, node: Search, input: Relation, scope: Scope) -> Relation:
    """The rows of the input that the predicate finds, behind a column that names their table."""
    if any(column.name == TABLE for column in input.columns):
        raise Unsupported("KQL search over rows that a search found", span=node.span)
    label = input.table if isinstance(input, Source) else "search_arg0"
    named = Assign(new_column(TABLE, Type.STRING), Literal(label, Type.STRING))
    labelled = Project(input, (named, *same(input.columns)), node.span)
    return _found(lowering, node, labelled, scope)


def search_tables(lowering: Lowering, node: Search, scope: Scope) -> Relation:
    """The rows of tables, every one there is if none is named, that the predicate finds."""
    start = node.span
    tables = node.tables or (Pipeline(Name("*", start), (), start),)
    every = union(lowering, UnionWith("outer", False, TABLE, tables, start), None, scope, unnamed="search_arg")
    return _found(lowering, node, every, scope)


def _found(lowering: Lowering, node: Search, input: Relation, scope: Scope) -> Relation:
    if isinstance(node.condition, Star):
        return input
    searched = tuple(column for column in input.columns if column.name != TABLE)
    row = Row(input)
    values = Values(lowering, scope.with_columns(searched), row)
    condition = values.condition(as_where(node.condition, node.cased))
    kept = Filter(row.relation, condition, node.span)
    if kept.columns == input.columns:
        return kept
    return Project(kept, same(input.columns))


def as_where(node: Expression, cased: bool) -> Expression:
    """A search predicate as the condition of a where: a lone string is a term of any column."""
    match node:
        case Constant("*", Type.STRING, span):
            return Constant(True, Type.BOOL, span)
        case Constant(value, Type.STRING, span):
            return _term(Star(span), str(value), node, cased)
        case Constant(_, Type.BOOL):
            return node
        case Constant(_, type_, span):
            raise QueryError(
                f"a search looks for text, but this is a {type_.value}", span=span, hint="put it in quotes"
            )
        case Logical(operator, operands, span):
            return Logical(operator, tuple(as_where(operand, cased) for operand in operands), span)
        case FunctionCall("not", (inner,)):
            return replace(node, args=(as_where(inner, cased),))
        case Binary(":", left, Constant(value, Type.STRING) as right):
            return _term(left, str(value), right, cased)
        case Binary(":", _, right):
            raise QueryError("a string must follow the colon", span=right.span, hint="put it in quotes")
        case Binary(operator) if cased and operator in _CASED:
            return replace(node, operator=f"{operator}_cs")
        case Binary("=~" | "!~") | OneOf() | FunctionCall() if cased:
            raise Unsupported("KQL search kind=case_sensitive with this operator", span=node.span)
        case Binary() | OneOf() | Between() | FunctionCall() | Name():
            return node
        case _:
            raise Unsupported("KQL search for this", span=node.span)


def _term(left: Expression, text: str, right: Constant, cased: bool) -> Expression:
    """The operator that the stars of a term stand for."""
    span = right.span
    inner = text.strip("*")
    first, last = text.startswith("*"), text.endswith("*")
    if text and not inner:
        raise Unsupported("KQL search for stars alone", span=span)
    if "*" in inner:
        raise Unsupported("KQL search for a term with a star inside", span=span)
    operator = {(True, True): "contains", (True, False): "hassuffix", (False, True): "hasprefix"}.get(
        (first, last), "has"
    )
    operator += "_cs" if cased else ""
    return Binary(operator, left, Constant(inner, Type.STRING, span), span, span)
