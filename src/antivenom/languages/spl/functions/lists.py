"""Functions that make, read or change multivalues."""

from __future__ import annotations

from antivenom.errors import Unsupported
from antivenom.languages.spl.functions.table import Context, Row, literal_text, whole
from antivenom.languages.spl.parsing.lexer import unescaped
from antivenom.languages.spl.syntax import Function
from antivenom.languages.spl.values.conversions import multi, null, number, text_of
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, call

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
    pattern = literal_text(f, 1, "regular expression")
    values = multi(context.value(f.args[0]), f.args[0].span)
    found = Literal(unescaped(pattern.raw), Type.STRING, pattern.span)
    return call("splunk.mv_find", values, found, type=Type.REAL, span=f.span)


def _mvrange(context: Context, f: Function) -> Value:
    start, end = whole(f.args[0], "range"), whole(f.args[1], "range")
    step = whole(f.args[2], "step") if len(f.args) == 3 else 1
    if step == 0 or len(range(start, end, step)) > _MOST_RANGE:
        raise Unsupported("SPL mvrange without a step or of more than 10,000 values", span=f.span)
    values = tuple(str(n) for n in range(start, end, step))
    return Literal(values, Type.MULTI, f.span) if values else null(Type.MULTI, f.span)


def _json_array(context: Context, f: Function) -> Value:
    values = multi(context.value(f.args[0]), f.args[0].span)
    inferred: Value = context.value(f.args[1]) if len(f.args) == 2 else Literal(False, Type.BOOL)
    if not isinstance(inferred, Literal) or not isinstance(inferred.value, bool):
        raise Unsupported("SPL mv_to_json_array with a computed choice", span=f.span)
    op = "splunk.mv_json_inferred" if inferred.value else "splunk.mv_json"
    return call(op, values, type=Type.STRING, span=f.span)


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
    "mv_to_json_array": Row(1, 2, _json_array),
    "mvrange": Row(2, 3, _mvrange),
}
"""Rows of the function table."""
