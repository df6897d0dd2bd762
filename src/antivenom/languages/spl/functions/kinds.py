"""Functions that say what a value is, and those that make it one (Informational and Conversion functions)."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.functions.table import Context, Row, literal_text, whole
from antivenom.languages.spl.parsing.lexer import unescaped
from antivenom.languages.spl.syntax import Function
from antivenom.languages.spl.values.conversions import (
    double_text,
    is_null,
    null,
    number,
    numeric,
    surely_text,
    text_of,
    unrounded,
)
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, call
from antivenom.source import Span


def _true(answer: bool, f: Function) -> Value:
    return Literal(answer, Type.BOOL, f.span)


def _as_number(value: Value, span: Span) -> Value:
    """The number a value is taken for; a text in the query itself is never one."""
    if isinstance(value, Literal) and value.type is Type.STRING:
        return null(Type.REAL, span)
    return null(Type.REAL, span) if surely_text(value) else number(value, span)


def _is(kind: str) -> Row:
    def lower(context: Context, f: Function) -> Value:
        value, span = context.value(f.args[0]), f.args[0].span
        if value.type is Type.BOOL:
            return _true(kind == "bool", f)
        if value.type is Type.MULTI:
            return _true(False, f) if kind in ("bool", "num", "int", "double") else _of_texts(kind, value, span, f)
        if kind == "bool" or is_null(value):
            return _true(False, f)
        return _of_number(kind, value, span, f)

    return Row(1, 1, lower)


def _of_number(kind: str, value: Value, span: Span, f: Function) -> Value:
    found = _as_number(value, span)
    if kind == "num":
        return call("null.is_not_null", found, type=Type.BOOL, span=f.span)
    if kind == "int":
        return call("splunk.is_whole", found, type=Type.BOOL, span=f.span)
    if kind == "double" and isinstance(value, Call) and value.op == "splunk.double_text":
        return call("null.is_not_null", found, type=Type.BOOL, span=f.span)
    if kind == "double":
        whole_ = call("splunk.is_whole", found, type=Type.BOOL)
        other = call("bool.not", whole_, type=Type.BOOL)
        return Call("bool.and", (call("null.is_not_null", found, type=Type.BOOL), other), Type.BOOL, f.span)
    return _of_texts(kind, value, span, f)


def _of_texts(kind: str, value: Value, span: Span, f: Function) -> Value:
    if kind == "mv":
        return call("splunk.is_several", value, type=Type.BOOL, span=f.span) if value.type is Type.MULTI else _true(
            False, f
        )  # fmt: skip
    if value.type is Type.MULTI:
        if kind == "str":
            raise Unsupported("SPL isstr of a multivalue", span=span)
        return _true(False, f)
    if kind == "str":
        present = call("null.is_not_null", value, type=Type.BOOL)
        no_number = call("null.is_null", _as_number(value, span), type=Type.BOOL)
        return Call("bool.and", (present, no_number), Type.BOOL, f.span)
    found = call("splunk.json_kind", text_of(value, span), Literal(kind, Type.STRING), type=Type.BOOL, span=f.span)
    return call("bool.is_true", found, type=Type.BOOL, span=f.span)


def _typeof(context: Context, f: Function) -> Value:
    value, span = context.value(f.args[0]), f.args[0].span
    if value.type is Type.BOOL:
        return Literal("Bool", Type.STRING, f.span)
    if value.type is Type.MULTI:
        raise Unsupported("SPL typeof a multivalue", span=span)
    if is_null(value):
        return Literal("Invalid", Type.STRING, f.span)
    missing = call("null.is_null", value, type=Type.BOOL)
    no_number = call("null.is_null", _as_number(value, span), type=Type.BOOL)
    names = [Literal(name, Type.STRING) for name in ("Invalid", "String", "Number")]
    return Call("case.when", (missing, names[0], no_number, names[1], names[2]), Type.STRING, f.span)


# --- conversions


def _base(f: Function) -> int:
    base = whole(f.args[1], "base") if len(f.args) == 2 else 10
    if not 2 <= base <= 36:
        raise QueryError(f"{f.name} takes a base from 2 to 36", span=f.span)
    return base


def _in_base(value: Value, base: int, f: Function) -> Value:
    if base == 10 or value.type is Type.REAL:
        return number(value, f.span)
    text = text_of(value, f.args[0].span)
    return call("splunk.number_base", text, Literal(base, Type.INT), type=Type.REAL, span=f.span)


def _tonumber(context: Context, f: Function) -> Value:
    value, base = context.value(f.args[0]), _base(f)
    literal = isinstance(value, Literal) and isinstance(value.value, str)
    if base == 10 and literal and numeric(str(value.value)) is None:  # type: ignore[union-attr]
        raise QueryError("tonumber of a text that is no number", span=f.args[0].span)
    return _in_base(unrounded(value), base, f)


def _todouble(context: Context, f: Function) -> Value:
    """5 becomes 5.0 (Conversion functions, todouble)."""
    return double_text(_in_base(unrounded(context.value(f.args[0])), _base(f), f), f.span)


def _toint(context: Context, f: Function) -> Value:
    made = _in_base(unrounded(context.value(f.args[0])), _base(f), f)
    return call("splunk.floor", made, type=Type.REAL, span=f.span)


def _tobool(context: Context, f: Function) -> Value:
    value = context.value(f.args[0])
    if value.type is Type.BOOL:
        return value
    if value.type is Type.REAL:
        return call("compare.ne", value, Literal(0.0, Type.REAL), type=Type.BOOL, span=f.span)
    return call("splunk.bool_of", text_of(value, f.args[0].span), type=Type.BOOL, span=f.span)


def _tostring(context: Context, f: Function) -> Value:
    value = context.value(f.args[0])
    if is_null(value):
        raise Unsupported("SPL tostring of nothing", span=f.span)
    if value.type is Type.BOOL:
        return call("splunk.tostring_bool", value, type=Type.STRING, span=f.span)
    if len(f.args) == 1:
        return call("splunk.tostring", text_of(value, f.args[0].span), type=Type.STRING, span=f.span)
    format = unescaped(literal_text(f, 1, "format").raw)
    if format not in ("commas", "hex", "binary", "duration"):
        raise Unsupported(f'SPL tostring format "{format}"', span=f.args[1].span)
    given = number(value, f.args[0].span)
    made = call(f"splunk.tostring_{format}", given, type=Type.STRING, span=f.span)
    if given is value:
        return made
    # a format is only used when the value is a number
    return Call("case.when", (call("null.is_null", given, type=Type.BOOL), value, made), Type.STRING, f.span)


def _ipmask(context: Context, f: Function) -> Value:
    mask, address = (text_of(context.value(arg), arg.span) for arg in f.args)
    return call("splunk.ipmask", mask, address, type=Type.STRING, span=f.span)


def _printf(context: Context, f: Function) -> Value:
    format = Literal(unescaped(literal_text(f, 0, "format").raw), Type.STRING, f.args[0].span)
    wanted = _wanted(str(format.value))
    if wanted is None:
        raise Unsupported("SPL printf format with a conversion it does not have", span=f.args[0].span)
    if wanted > len(f.args) - 1:
        raise Unsupported("SPL printf with fewer arguments than its format wants", span=f.span)
    values = tuple(text_of(context.exactly(arg), arg.span) for arg in f.args[1 : wanted + 1])
    given = Call("splunk.texts", values, Type.MULTI, f.span)
    return call("splunk.printf", format, given, type=Type.STRING, span=f.span)


_FLAGS, _SPECIFIERS = "'-0+ #", set("aAcdieEfFgGosuxXzp%")


def _wanted(format: str) -> int | None:
    """How many arguments a format takes; None where it is none that Splunk documents."""
    count, at = 0, 0
    while (at := format.find("%", at)) >= 0:
        at += 1
        while at < len(format) and (format[at] in _FLAGS or format[at].isdigit() or format[at] in "*."):
            count += format[at] == "*"
            at += 1
        if at >= len(format) or format[at] not in _SPECIFIERS:
            return None
        count += format[at] != "%"
        at += 1
    return count


KIND_FUNCTIONS: dict[str, Row] = {
    "isnum": _is("num"),
    "isint": _is("int"),
    "isdouble": _is("double"),
    "isstr": _is("str"),
    "isbool": _is("bool"),
    "ismv": _is("mv"),
    "isarray": _is("array"),
    "isobject": _is("object"),
    "typeof": Row(1, 1, _typeof),
    "tonumber": Row(1, 2, _tonumber),
    "todouble": Row(1, 2, _todouble),
    "toint": Row(1, 2, _toint),
    "tobool": Row(1, 1, _tobool),
    "tostring": Row(1, 2, _tostring),
    "ipmask": Row(2, 2, _ipmask),
    "printf": Row(1, None, _printf),
}
"""Rows of the function table."""
