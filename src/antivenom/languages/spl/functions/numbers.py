"""Functions of numbers: mathematical, trigonometric, bitwise and statistical (pages of those names)."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.functions.table import Context, Row
from antivenom.languages.spl.syntax import Binary, Expression, Field, Function, Number
from antivenom.languages.spl.values.constants import PI
from antivenom.languages.spl.values.conversions import is_null, multi, number, text_of
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, call

_BITS = Literal(2.0**53 - 1, Type.REAL)


def given_numbers(context: Context, f: Function) -> tuple[Value, ...]:
    """Every argument as a number."""
    return tuple(number(context.exactly(arg), arg.span) for arg in f.args)


def plain(op: str, fewest: int = 1, most: int | None = 1) -> Row:
    """A function whose arguments and whose result are numbers."""
    return Row(fewest, most, lambda context, f: Call(op, given_numbers(context, f), Type.REAL, f.span))


def _log(context: Context, f: Function) -> Value:
    args = given_numbers(context, f)
    base = args[1] if len(args) == 2 else Literal(10.0, Type.REAL)
    return call("splunk.log", args[0], base, type=Type.REAL, span=f.span)


def _bits(op: str) -> Row:
    """Two or more numbers, the operation between each and the next."""

    def lower(context: Context, f: Function) -> Value:
        first, *rest = given_numbers(context, f)
        for value in rest:
            first = call(op, first, value, type=Type.REAL, span=f.span)
        return first

    return Row(2, None, lower)


def _bit_not(context: Context, f: Function) -> Value:
    value, *mask = given_numbers(context, f)
    return call("splunk.bit_not", value, mask[0] if mask else _BITS, type=Type.REAL, span=f.span)


def _extreme(op: str, kind: str) -> Row:
    def lower(context: Context, f: Function) -> Value:
        values = [context.value(arg) for arg in f.args]
        if all(value.type is Type.REAL or is_null(value) for value in values):
            return Call(op, tuple(number(v, f.span) for v in values), Type.REAL, f.span)
        return call(f"splunk.mv_{kind}", _together(values, f), type=Type.STRING, span=f.span)

    return Row(1, None, lower)


def _together(values: list[Value], f: Function) -> Value:
    """The values of all arguments as one multivalue."""
    made = tuple(multi(value, arg.span) for value, arg in zip(values, f.args, strict=True))
    return Call("splunk.mv_append", made, Type.MULTI, f.span)


def _total(name: str) -> Row:
    """sum and avg: what is no number is passed over, a text in the function itself is an error."""

    def lower(context: Context, f: Function) -> Value:
        values = [context.value(argument) for argument in f.args]
        for value, argument in zip(values, f.args, strict=True):
            if isinstance(value, Literal) and value.type is Type.STRING and value.value is not None:
                raise QueryError(f"{name} takes numbers and fields, and this is a text", span=argument.span)
        if any(value.type is Type.MULTI for value in values):
            return call(f"splunk.mv_{name}", _together(values, f), type=Type.REAL, span=f.span)
        numbers = tuple(number(v, arg.span) for v, arg in zip(values, f.args, strict=True))
        return Call("splunk.add_up" if name == "sum" else "splunk.mean", numbers, Type.REAL, f.span)

    return Row(1, None, lower)


def _sigfig(context: Context, f: Function) -> Value:
    """A product or quotient with as many digits as its operand with the fewest, a sum with as many places."""
    given = f.args[0]
    value = number(context.exactly(given), given.span)
    if isinstance(given, Binary) and given.op in "*/+-":
        parts = _operands(given, "*/" if given.op in "*/" else "+-")
        shown = tuple(text_of(_as_written(context, part), part.span) for part in parts)
        op = "splunk.sigfig_digits" if given.op in "*/" else "splunk.sigfig_places"
        return call(op, value, Call("splunk.texts", shown, Type.MULTI, f.span), type=Type.STRING, span=f.span)
    if isinstance(given, Field | Number):
        return value
    raise Unsupported("SPL sigfig of other than one calculation", span=given.span)


def _as_written(context: Context, part: Expression) -> Value:
    return Literal(part.text, Type.STRING, part.span) if isinstance(part, Number) else context.value(part)


def _operands(expression: Expression, ops: str) -> list[Expression]:
    if isinstance(expression, Binary) and expression.op in ops:
        return [*_operands(expression.left, ops), *_operands(expression.right, ops)]
    if isinstance(expression, Field | Number):
        return [expression]
    raise Unsupported("SPL sigfig of a calculation of several kinds", span=expression.span)


def _random(context: Context, f: Function) -> Value:
    return call("splunk.random", type=Type.REAL, span=f.span)


def _pi(context: Context, f: Function) -> Value:
    return Literal(float(PI), Type.REAL, f.span)


NUMBER_FUNCTIONS: dict[str, Row] = {
    "floor": plain("splunk.floor"),
    "ceil": plain("splunk.ceil"),
    "ceiling": plain("splunk.ceil"),
    "abs": plain("splunk.abs"),
    "sqrt": plain("splunk.sqrt"),
    "pow": plain("splunk.pow", 2, 2),
    "exp": plain("splunk.exp"),
    "ln": plain("splunk.ln"),
    "log": Row(1, 2, _log),
    "pi": Row(0, 0, _pi),
    "sigfig": Row(1, 1, _sigfig),
    "sum": _total("sum"),
    "avg": _total("avg"),
    "min": _extreme("splunk.least", "min"),
    "max": _extreme("splunk.greatest", "max"),
    "random": Row(0, 0, _random),
    **{name: plain(f"splunk.{name}") for name in (
        "acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "sin", "sinh", "tan", "tanh",
    )},
    "atan2": plain("splunk.atan2", 2, 2),
    "hypot": plain("splunk.hypot", 2, 2),
    "bit_and": _bits("splunk.bit_and"),
    "bit_or": _bits("splunk.bit_or"),
    "bit_xor": _bits("splunk.bit_xor"),
    "bit_not": Row(1, 2, _bit_not),
    "bit_shift_left": plain("splunk.bit_shift_left", 2, 2),
    "bit_shift_right": plain("splunk.bit_shift_right", 2, 2),
}  # fmt: skip
"""Rows of the function table."""
