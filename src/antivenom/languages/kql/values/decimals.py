"""Kusto's decimals: what other types become as one, their arithmetic and order; whatever meets one becomes one."""

from __future__ import annotations

from antivenom.errors import Unsupported
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value
from antivenom.source import Span

_M = Type.DECIMAL
_OPS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "%": "modulo"}
_SIZE = 38


def computed(op: str, *args: Value, span: Span | None) -> Value:
    """An operation that gives a decimal, null where it has no answer."""
    return Call(f"kusto.decimal_{op}", args, _M, span)


def of(value: Value, span: Span | None) -> Value:
    """todecimal()."""
    match value.type:
        case Type.DECIMAL:
            return value
        case Type.STRING:
            return computed("read", value, span=span)
        case Type.INT | Type.LONG:
            return _of_whole(value, span)
        case Type.REAL:
            return computed("of_real", value, span=span)
        case Type.BOOL:
            return Call("kusto.decimal_of_bool", (value,), _M, span)
        case Type.DYNAMIC:
            text = Call("kusto.decimal_text_of_dynamic", (value,), Type.STRING)
            return computed("read", text, span=span)
        case _:
            raise Unsupported(f"KQL todecimal of {value.type.value}", span=span)


def _of_whole(value: Value, span: Span | None) -> Value:
    if isinstance(value, Literal):
        return Literal(None if value.value is None else str(value.value), _M, value.span)
    return Call("kusto.decimal_of_long", (value,), _M, span)


def rank(value: Value) -> Value:
    """What a decimal is ordered by."""
    return Call("kusto.decimal_rank", (value,), Type.STRING)


def binary(operator: str, left: Value, right: Value, span: Span) -> Value:
    """Arithmetic of two numbers of which one is a decimal."""
    return computed(_OPS[operator], of(left, span), of(right, span), span=span)


def bin(value: Value, size: Value, span: Span) -> Value:
    """bin() of two numbers of which one is a decimal."""
    return computed("bin", of(value, span), of(size, span), span=span)
