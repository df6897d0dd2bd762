"""SPL's values in the plan: numbers, texts and multivalues, and how one becomes another.

A field is text until something computes it; text that looks like a number counts as one (S21).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from antivenom.errors import QueryError
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, call, new_column
from antivenom.source import Span

_NUMERIC = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_WHOLE = 9e18


def numeric(text: str) -> float | None:
    """The number a text looks like: digits, a point, an exponent; no spaces, no hexadecimal, no "nan"."""
    return float(text) if _NUMERIC.fullmatch(text) else None


def number_text(value: float) -> str:
    """A number as Splunk prints it: whole ones without a point, others in the fewest exact digits."""
    if value == value and abs(value) < _WHOLE and value == int(value):
        return str(int(value))
    return repr(value)


def null(type: Type = Type.STRING, span: Span | None = None) -> Literal:
    """No value."""
    return Literal(None, type, span)


def is_null(value: Value) -> bool:
    """Whether the value is the literal null, which fits every type."""
    return isinstance(value, Literal) and value.value is None


def rounded_text(value: Value, digits: int, span: Span | None) -> Value:
    """A number with this many digits behind its point, held as text so that it keeps its last zeros."""
    return call("splunk.round_text", value, Literal(digits, Type.INT), type=Type.STRING, span=span)


def double_text(value: Value, span: Span | None) -> Value:
    """A number as a double, held as text so that a whole one has a zero behind its point."""
    return call("splunk.double_text", value, type=Type.STRING, span=span)


def unrounded(value: Value) -> Value:
    """The number in a `rounded_text` or `double_text`; any other value as it is."""
    if isinstance(value, Call) and value.op == "splunk.double_text":
        return value.args[0]
    if not isinstance(value, Call) or value.op != "splunk.round_text":
        return value
    if isinstance(value.args[0], Literal):
        return value.args[0]
    return Call("splunk.round", value.args, Type.REAL, value.span)


def number(value: Value, span: Span | None) -> Value:
    """The value as a number; text that is no number becomes null."""
    if value.type is Type.REAL:
        return value
    if is_null(value):
        return null(Type.REAL, span)
    value = unrounded(value)
    if value.type is Type.REAL:
        return value
    if value.type is Type.STRING:
        if isinstance(value, Literal):
            return Literal(numeric(str(value.value)), Type.REAL, value.span)
        return call("splunk.number", value, type=Type.REAL, span=span)
    if value.type is Type.MULTI:
        return call("splunk.number", _only(value, span), type=Type.REAL, span=span)
    raise _wrong("a number", span)


def text_of(value: Value, span: Span | None) -> Value:
    """The value as text; numbers as Splunk prints them."""
    if value.type is Type.STRING:
        return value
    if is_null(value):
        return null(Type.STRING, span)
    if value.type is Type.REAL:
        if isinstance(value, Literal) and isinstance(value.value, int | float):
            return Literal(number_text(float(value.value)), Type.STRING, value.span)
        return call("splunk.text", value, type=Type.STRING, span=span)
    if value.type is Type.MULTI:
        return _only(value, span)
    raise _wrong("one text", span)


def _only(value: Value, span: Span | None) -> Value:
    """The one value of a multivalue; the run ends where there are several, since one text is needed."""
    return call("splunk.mv_only", value, type=Type.STRING, span=span)


def multi(value: Value, span: Span | None) -> Value:
    """The value as a multivalue of one or more texts; null stays null."""
    if value.type is Type.MULTI:
        return value
    if is_null(value):
        return null(Type.MULTI, span)
    return call("splunk.mv_of", text_of(value, span), type=Type.MULTI, span=span)


def any_of(value: Value, test: Callable[[Value], Value], span: Span | None) -> Value:
    """Whether the test holds for any value of a multivalue."""
    element = new_column("value", Type.STRING)
    return call("splunk.mv_any", value, element, test(element), type=Type.BOOL, span=span)


def truth(value: Value, span: Span | None) -> Value:
    """The value as a condition. Raises QueryError when it is none."""
    if value.type is Type.BOOL:
        return value
    if is_null(value):
        return null(Type.BOOL, span)
    raise QueryError("a condition is needed here, and this is a value", span=span)


def alike(values: list[Value], span: Span | None) -> tuple[list[Value], Type]:
    """The values brought to one type: numbers if all are, else texts, else multivalues."""
    types = {value.type for value in values if not is_null(value)}
    if not types:
        return [null(Type.STRING, span) for _ in values], Type.STRING
    if len(types) == 1:
        type = types.pop()
        return [null(type, span) if is_null(v) else v for v in values], type
    if Type.BOOL in types:
        raise QueryError("conditions and values cannot be mixed here", span=span)
    if Type.MULTI in types:
        return [multi(v, span) for v in values], Type.MULTI
    return [text_of(v, span) for v in values], Type.STRING


def surely_text(value: Value) -> bool:
    """Whether the value is text by its making, a literal or a text function, and never counts as a number."""
    if isinstance(value, Literal):
        return value.type is Type.STRING and value.value is not None
    return isinstance(value, Call) and value.type is Type.STRING and value.op in _TEXT_OPS


_TEXT_OPS = {
    "text.concat", "text.lower", "text.upper", "splunk.substr", "splunk.trim", "splunk.ltrim", "splunk.rtrim",
    "splunk.replace", "splunk.tostring", "splunk.tostring_bool", "splunk.tostring_commas",
    "splunk.tostring_hex", "splunk.tostring_binary", "splunk.tostring_duration", "splunk.urldecode",
    "splunk.mv_join", "splunk.strftime", "splunk.printf", "splunk.md5", "splunk.sha1", "splunk.sha256", "splunk.sha512",
}  # fmt: skip


def _wrong(wanted: str, span: Span | None) -> QueryError:
    return QueryError(f"{wanted} is needed here, and this is a condition", span=span)
