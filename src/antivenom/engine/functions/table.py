"""The shape of a function row: an operation of the plan, and the SQL tree it becomes.

A row is either a template, SQL text in DuckDB's dialect in which @0, @1 ... stand for the arguments
(parsed once, arguments are put in as trees, so nothing is ever spliced as text), or a builder for the few
whose SQL depends on the arguments themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import sqlglot
from sqlglot import exp

from antivenom.plan.values import Call

Sql = exp.Expr
"""A node of a SQL tree."""

Builder = Callable[[Call, list[Sql]], Sql]

_ARGUMENT = re.compile(r"@(\d+)")
_PREFIX = "__argument_"


@dataclass(frozen=True, slots=True)
class Row:
    """One function: its plan op and how to build it. `build` gets the call and its arguments as SQL trees.

    An aggregate that depends on the order of its rows is `ordered`: it gets one argument more, the row's
    position.
    """

    op: str
    build: Builder
    ordered: bool = False


@cache
def _parsed(template: str) -> Sql:
    return sqlglot.parse_one(_ARGUMENT.sub(lambda m: f'"{_PREFIX}{m[1]}"', template), read="duckdb")


def expand(template: str, *args: Sql) -> Sql:
    """The template's tree with its arguments put in; one that stands in a tree already is copied."""

    def put(node: Sql) -> Sql:
        if isinstance(node, exp.Column) and node.name.startswith(_PREFIX):
            given = args[int(node.name.removeprefix(_PREFIX))]
            arg = given if given.parent is None else given.copy()
            return exp.paren(arg, copy=False) if _loose(arg, node.parent) else arg
        return node

    return _parsed(template).copy().transform(put, copy=False)


def _loose(arg: Sql, parent: Sql | None) -> bool:
    """Whether an argument could be torn apart by its neighbours without parentheses."""
    if isinstance(arg, exp.Connector):
        # AND and OR count as functions in sqlglot, and print as operators
        return parent is not None and not isinstance(parent, exp.Paren)
    if parent is None or isinstance(parent, exp.Func | exp.Paren) or isinstance(arg, exp.Func | exp.Paren):
        return False
    return isinstance(arg, exp.Binary | exp.Unary | exp.Predicate | exp.Lambda)


def template(op: str, sql: str) -> Row:
    """A row whose SQL is a fixed shape, such as `template("text.lower", "lower(@0)")`."""
    return Row(op, lambda call, args: expand(sql, *args))


def table(rows: Iterable[Row]) -> dict[str, Row]:
    """The rows by op; an op defined twice is a mistake of ours."""
    found: dict[str, Row] = {}
    for row in rows:
        if row.op in found:
            raise ValueError(f"function {row.op} is defined twice")
        found[row.op] = row
    return found
