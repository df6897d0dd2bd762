"""Expressions of eval and where.

Order of binding (Search Reference, eval command): calls and parentheses, unary minus, * / %, + - or dot,
comparisons, NOT, AND, OR, XOR. How a dot binds beside a plus is not documented: refused.
"""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.cursor import Cursor
from antivenom.languages.spl.parsing.lexer import Kind, expression_tokens
from antivenom.languages.spl.syntax import (
    Assignment,
    Binary,
    Expression,
    Field,
    Function,
    Logic,
    Name,
    Number,
    Text,
    Unary,
)
from antivenom.source import Span

_COMPARISONS = ("=", "==", "!=", "<", "<=", ">", ">=")
_LONGEST_CHAIN = 100


def parse_condition(text: str, start: int, end: int) -> Expression:
    """The one expression between two offsets."""
    cursor = Cursor(expression_tokens(text, start, end))
    if cursor.done():
        raise QueryError("expected an expression", span=Span(max(0, start - 1), max(1, start)))
    found = expression(cursor)
    if not cursor.done():
        raise cursor.error("expected an operator")
    return found


def expression(cursor: Cursor) -> Expression:
    """Parse one expression at the cursor."""
    cursor.deeper()
    left = _or(cursor)
    while cursor.token.is_word("xor"):
        cursor.take()
        right = _or(cursor)
        left = _binary(cursor, "xor", left, right)
    cursor.back()
    return left


def _or(cursor: Cursor) -> Expression:
    args = [_and(cursor)]
    while cursor.accept_word("or"):
        args.append(_and(cursor))
    return args[0] if len(args) == 1 else Logic("or", tuple(args), args[0].span.to(args[-1].span))


def _and(cursor: Cursor) -> Expression:
    args = [_not(cursor)]
    while cursor.accept_word("and"):
        args.append(_not(cursor))
    return args[0] if len(args) == 1 else Logic("and", tuple(args), args[0].span.to(args[-1].span))


def _not(cursor: Cursor) -> Expression:
    token = cursor.token
    if not (token.is_word("not") or token.is_mark("!")):
        return _comparison(cursor)
    cursor.deeper()
    cursor.take()
    arg = _not(cursor)
    cursor.back()
    return Unary("not", arg, token.span.to(arg.span))


def _comparison(cursor: Cursor) -> Expression:
    left = _sum(cursor)
    token = cursor.token
    if token.is_mark(*_COMPARISONS):
        cursor.take()
        right = _sum(cursor)
        left = Binary("=" if token.text == "==" else token.text, left, right, left.span.to(right.span))
        if cursor.token.is_mark(*_COMPARISONS):
            raise cursor.error("a comparison cannot be compared again")
        return left
    if token.is_word("like"):
        cursor.take()
        right = _sum(cursor)
        return Binary("like", left, right, left.span.to(right.span))
    negated = token.is_word("not") and cursor.following.is_word("in")
    if negated or (token.is_word("in") and cursor.following.is_mark("(")):
        return _in(cursor, left, negated)
    return left


def _in(cursor: Cursor, left: Expression, negated: bool) -> Expression:
    cursor.take()
    if negated:
        cursor.take()
    cursor.expect("(", "after in")
    values = _arguments(cursor)
    span = left.span.to(cursor.previous.span)
    found = Function("in", (left, *values), span)
    return Unary("not", found, span) if negated else found


def _sum(cursor: Cursor) -> Expression:
    left = _product(cursor)
    length = 0
    dots = None
    while cursor.token.is_mark("+", "-", "."):
        op = cursor.take().text
        if dots is not None and dots != (op == "."):
            raise Unsupported(
                "SPL . beside + or - without parentheses", span=cursor.previous.span, hint="add parentheses"
            )
        dots = op == "."
        length = _bounded(cursor, length)
        left = _binary(cursor, op, left, _product(cursor))
    return left


def _product(cursor: Cursor) -> Expression:
    left = _unary(cursor)
    length = 0
    while cursor.token.is_mark("*", "/", "%"):
        op = cursor.take().text
        length = _bounded(cursor, length)
        left = _binary(cursor, op, left, _unary(cursor))
    return left


def _bounded(cursor: Cursor, length: int) -> int:
    if length >= _LONGEST_CHAIN:
        raise QueryError(f"more than {_LONGEST_CHAIN} operators in a row", span=cursor.token.span)
    return length + 1


def _binary(cursor: Cursor, op: str, left: Expression, right: Expression) -> Binary:
    return Binary(op, left, right, left.span.to(right.span))


def _unary(cursor: Cursor) -> Expression:
    token = cursor.token
    if not token.is_mark("-", "+"):
        return _operand(cursor)
    cursor.deeper()
    cursor.take()
    arg = _unary(cursor)
    cursor.back()
    return Unary(token.text, arg, token.span.to(arg.span))


def _operand(cursor: Cursor) -> Expression:
    token = cursor.token
    if token.is_mark("("):
        cursor.take()
        inner = expression(cursor)
        cursor.expect(")", "to close the parentheses")
        return inner
    if token.kind is Kind.NUMBER:
        cursor.take()
        return Number(token.text, token.span)
    if token.kind is Kind.QUOTED:
        cursor.take()
        return Text(token.text, token.span)
    if token.kind is Kind.FIELD:
        cursor.take()
        return Field(token.text, token.span)
    if token.kind is Kind.WORD:
        cursor.take()
        if not cursor.token.is_mark("("):
            return Field(token.text, token.span)
        cursor.take()
        args = _arguments(cursor)
        return Function(token.text.lower(), args, token.span.to(cursor.previous.span))
    raise cursor.error("expected a value")


def _arguments(cursor: Cursor) -> tuple[Expression, ...]:
    args: list[Expression] = []
    if cursor.accept(")"):
        return ()
    while True:
        args.append(expression(cursor))
        if cursor.accept(")"):
            return tuple(args)
        cursor.expect(",", "or ) after an argument")


def parse_assignments(text: str, start: int, end: int) -> tuple[Assignment, ...]:
    """`a = expression, b = expression, ...` between two offsets."""
    found: list[Assignment] = []
    cursor = Cursor(expression_tokens(text, start, end))
    while True:
        found.append(_assignment(cursor, text))
        if cursor.done():
            return tuple(found)
        cursor.expect(",", "or the end of eval")


def _assignment(cursor: Cursor, text: str) -> Assignment:
    first = cursor.token
    while not cursor.token.is_mark("=", ",") and not cursor.done():
        cursor.take()
    if cursor.token.is_mark(",") or cursor.done() or first.is_mark("="):
        raise cursor.error("expected field = expression")
    last = cursor.previous
    if first is last and first.kind in (Kind.QUOTED, Kind.FIELD):
        shown = first.text
    else:
        # a target such as low-user is no expression: it is taken as written
        shown = text[first.span.start : last.span.end]
        if any(char.isspace() or char in "\"'(" for char in shown):
            raise QueryError("expected one field name before =", span=first.span.to(last.span))
    name = Name(shown, first.span.to(last.span))
    cursor.expect("=", "after the field name")
    value = expression(cursor)
    return Assignment(name, value, name.span.to(value.span))
