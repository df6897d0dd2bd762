"""`* has "term"` and its kin: an operator over every column of a row."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.syntax import Binary
from antivenom.languages.kql.values import comparisons
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value

_TEXTS = (Type.STRING, Type.DYNAMIC)
_SHOWS = {
    Type.INT: "-0123456789",
    Type.LONG: "-0123456789",
    Type.REAL: "+-.0123456789einfatyn",
    Type.BOOL: "truefalse10",
    Type.DATETIME: "0123456789-:./tzapm ",
    Type.TIMESPAN: "0123456789-:.",
    Type.GUID: "0123456789abcdef-",
}
"""Characters a value of the type can show, in lower case: a term with another one is not in it."""
_OPERATORS = frozenset({"==", "=~", "!~", "matches regex"})

Test = Callable[[Value], Value]


def predicate(node: Binary, columns: tuple[Column, ...], right: Value) -> Value:
    """True where the operator holds for a column; with `!`, where it holds for none.

    A column that is no text counts as the text it shows (documented: a word that appears in any column).
    """
    negated = node.operator.startswith("!")
    operator = "=~" if node.operator == "!~" else node.operator.removeprefix("!")
    if operator in (":", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "=", "!="):
        raise QueryError(f"* does not stand before {node.operator}", span=node.operator_span)
    if not isinstance(right, Literal) or right.type is not Type.STRING:
        raise Unsupported(f"KQL * {node.operator} what is no constant string", span=node.right.span)
    if not right.value and negated:
        raise Unsupported(f"KQL * {node.operator} nothing", span=node.right.span)

    def test(value: Value) -> Value:
        if operator == "==":
            return comparisons.compare(operator, to.to_text(value), right, node.span)
        return comparisons.string_operator(operator, to.to_text(value), right, node.span, node.right.span)

    texts = [test(column) for column in columns if column.type in _TEXTS]
    if negated:
        return _none(_any(texts, node), texts, node)
    others = [column for column in columns if column.type not in _TEXTS and _may_show(column, operator, right)]
    return _any([*texts, *map(test, others)], node)


def _any(tests: list[Value], node: Binary) -> Value:
    if len(tests) == 1:
        return tests[0]
    return Call("bool.or", tuple(tests), Type.BOOL, node.span)


def _none(found: Value, tests: list[Value], node: Binary) -> Value:
    none = Call("bool.not", (found,), Type.BOOL, node.span)
    if len(tests) < 2:
        return none
    some = _any([Call("bool.not", (test,), Type.BOOL) for test in tests], node)
    return Call("kusto.none_or_not_all", (none, some), Type.BOOL, node.span)


def _may_show(column: Column, operator: str, right: Literal) -> bool:
    """Whether a value of the column's type, as text, can have the term in it."""
    if column.type not in _SHOWS:
        return True
    return operator == "matches regex" or set(str(right.value).casefold()) <= set(_SHOWS[column.type])
