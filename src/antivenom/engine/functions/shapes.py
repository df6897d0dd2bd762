"""Ways to make a row that both languages use: arguments used several times, and refusing a value."""

from __future__ import annotations

import re
from collections import Counter

from sqlglot import exp

from antivenom.engine.functions.table import Row, Sql, expand
from antivenom.plan.values import Call

_ARGUMENT = re.compile(r"@(\d+)")
_SIMPLE = (exp.Column, exp.Literal, exp.Placeholder, exp.Boolean, exp.Null)


def once(op: str, sql: str) -> Row:
    """A template whose arguments may stand in it many times and are still computed once.

    A compound argument is bound by a lambda over a list of one, so that nesting costs no copies.
    """
    counts = Counter(int(number) for number in _ARGUMENT.findall(sql))

    def build(call: Call, args: list[Sql]) -> Sql:
        bound = [i for i, arg in enumerate(args) if counts[i] > 1 and not _simple(arg)]
        shown = [exp.column(f"given{i}") if i in bound else arg for i, arg in enumerate(args)]
        made = expand(sql, *shown)
        for i in reversed(bound):
            function = exp.Lambda(this=made, expressions=[exp.to_identifier(f"given{i}")])
            applied = exp.Anonymous(this="list_transform", expressions=[exp.Array(expressions=[args[i]]), function])
            made = exp.Anonymous(this="list_extract", expressions=[applied, exp.Literal.number(1)])
        return made

    return Row(op, build)


def _simple(arg: Sql) -> bool:
    while isinstance(arg, exp.Cast | exp.Paren):
        arg = arg.this
    return isinstance(arg, _SIMPLE)


def refusing(construct: str) -> str:
    """SQL that ends the run, for a value whose Kusto answer is not known; duck.py makes it an Unsupported."""
    return f"error('not supported: {construct}')"
