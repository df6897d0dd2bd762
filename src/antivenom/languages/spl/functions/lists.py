"""Functions that make, read or change multivalues."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.functions.table import Context, Row, fields_in
from antivenom.languages.spl.parsing.lexer import unescaped
from antivenom.languages.spl.syntax import Function, Text
from antivenom.languages.spl.values.conversions import multi, number, numeric, text_of
from antivenom.languages.spl.values.times import SECONDS, relative
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, call, new_column

_MOST_RANGE = 10_000


def _split(context: Context, f: Function) -> Value:
    delimiter = text_of(context.value(f.args[1]), f.args[1].span)
    if not isinstance(delimiter, Literal) or delimiter.value is None:
        raise Unsupported("SPL split by a computed delimiter", span=f.span)
    return call(
        "splunk.split",
        text_of(context.value(f.args[0]), f.args[0].span),
        delimiter,
        type=Type.MULTI,
        span=f.span,
    )


def _multi_function(op: str, type: Type) -> Row:
    def lower(context: Context, f: Function) -> Value:
        return call(op, multi(context.value(f.args[0]), f.args[0].span), type=type, span=f.span)

    return Row(1, 1, lower)


def _mvjoin(context: Context, f: Function) -> Value:
    values = multi(context.value(f.args[0]), f.args[0].span)
    delimiter = text_of(context.value(f.args[1]), f.args[1].span)
    return call("splunk.mv_join", values, delimiter, type=Type.STRING, span=f.span)


def _mvindex(context: Context, f: Function) -> Value:
    values = multi(context.value(f.args[0]), f.args[0].span)
    indexes = [number(context.value(arg), arg.span) for arg in f.args[1:]]
    if len(indexes) == 1:
        return call("splunk.mv_at", values, indexes[0], type=Type.STRING, span=f.span)
    return call("splunk.mv_slice", values, *indexes, type=Type.MULTI, span=f.span)


def _mvappend(context: Context, f: Function) -> Value:
    values = tuple(multi(context.value(arg), arg.span) for arg in f.args)
    return Call("splunk.mv_append", values, Type.MULTI, f.span)


def _mvzip(context: Context, f: Function) -> Value:
    left, right = (multi(context.value(arg), arg.span) for arg in f.args[:2])
    delimiter: Value = Literal(",", Type.STRING)
    if len(f.args) == 3:
        delimiter = text_of(context.value(f.args[2]), f.args[2].span)
    return call("splunk.mv_zip", left, right, delimiter, type=Type.MULTI, span=f.span)


def _mvfind(context: Context, f: Function) -> Value:
    pattern = f.args[1]
    values = multi(context.value(f.args[0]), f.args[0].span)
    found: Value
    if isinstance(pattern, Text):
        found = Literal(unescaped(pattern.raw), Type.STRING, pattern.span)
    else:
        found = text_of(context.value(pattern), pattern.span)
    return call("splunk.mv_find", values, found, type=Type.REAL, span=f.span)


def _mvrange(context: Context, f: Function) -> Value:
    start, end = (number(context.value(arg), arg.span) for arg in f.args[:2])
    step: Value = Literal(1.0, Type.REAL)
    if len(f.args) == 3:
        step = _step(context, f)
    values = call("splunk.mv_range", start, end, step, type=Type.MULTI, span=f.span)
    size = call("splunk.mv_range_size", start, end, step, type=Type.REAL, span=f.span)
    return call("splunk.mv_bounded", values, size, Literal(_MOST_RANGE, Type.LONG), type=Type.MULTI, span=f.span)


def _step(context: Context, f: Function) -> Value:
    """A number, or a time span such as "7d" in seconds."""
    given = f.args[2]
    if isinstance(given, Text) and numeric(given.raw) is None:
        steps = relative("+" + given.raw.lstrip("+-"))
        if not steps or len(steps) > 1 or steps[0].unit not in SECONDS or steps[0].count is None:
            raise Unsupported("SPL mvrange with a step of that length", span=given.span)
        return Literal(float(steps[0].count * SECONDS[steps[0].unit]), Type.REAL, given.span)
    return number(context.value(given), given.span)


def _mvfilter(context: Context, f: Function) -> Value:
    names = {field.name for field in fields_in(f.args[0])}
    if len(names) != 1:
        raise QueryError("mvfilter takes a condition on one field", span=f.args[0].span)
    field = fields_in(f.args[0])[0]
    values = multi(context.value(field), field.span)
    element = new_column("value", Type.STRING)
    kept = context.each(field.name, element, f.args[0], condition=True)
    return call("splunk.mv_filter", values, element, kept, type=Type.MULTI, span=f.span)


def _mvmap(context: Context, f: Function) -> Value:
    names = {field.name for field in fields_in(f.args[0])}
    if len(names) != 1:
        raise QueryError("mvmap takes one field, or an expression of one", span=f.args[0].span)
    values = multi(context.value(f.args[0]), f.args[0].span)
    element = new_column("value", Type.STRING)
    made = context.each(names.pop(), element, f.args[1], condition=False)
    if made.type is Type.MULTI:
        raise Unsupported("SPL mvmap to several values each", span=f.args[1].span)
    shown = text_of(made, f.args[1].span)
    every = call("splunk.mv_transform", values, element, shown, type=Type.MULTI, span=f.span)
    return call("splunk.mv_some", every, type=Type.MULTI, span=f.span)


def _commands(context: Context, f: Function) -> Value:
    return call("splunk.commands", text_of(context.value(f.args[0]), f.args[0].span), type=Type.MULTI, span=f.span)


LIST_FUNCTIONS: dict[str, Row] = {
    "split": Row(2, 2, _split),
    "mvcount": _multi_function("splunk.mv_count", Type.REAL),
    "mvdedup": _multi_function("splunk.mv_dedup", Type.MULTI),
    "mvsort": _multi_function("splunk.mv_sort", Type.MULTI),
    "mvreverse": _multi_function("splunk.mv_reverse", Type.MULTI),
    "mvjoin": Row(2, 2, _mvjoin),
    "mvindex": Row(2, 3, _mvindex),
    "mvappend": Row(1, None, _mvappend),
    "mvzip": Row(2, 3, _mvzip),
    "mvfind": Row(2, 2, _mvfind),
    "mvrange": Row(2, 3, _mvrange),
    "mvfilter": Row(1, 1, _mvfilter),
    "mvmap": Row(2, 2, _mvmap),
    "commands": Row(1, 1, _commands),
}
"""Rows of the function table."""
