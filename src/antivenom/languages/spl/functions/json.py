"""Functions of JSON (JSON functions), and spath: JSON is text, and what is JSON inside JSON is told by its looks.

A text written in the query is a string; of other texts one that holds a whole array or object is that, one that is
spelled as numbers are printed is a number, and the rest are strings.
"""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.functions.table import Context, Row
from antivenom.languages.spl.syntax import Expression, Function
from antivenom.languages.spl.values.conversions import is_null, multi, number, surely_text, text_of, unrounded
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, call
from antivenom.source import Span


def json_of(value: Value, span: Span) -> Value:
    """A value as JSON text; nothing is null."""
    if is_null(value):
        return Literal("null", Type.STRING, span)
    if value.type is Type.BOOL:
        return call("splunk.json_bool", value, type=Type.STRING, span=span)
    if value.type is Type.MULTI:
        return call("splunk.json_values", value, type=Type.STRING, span=span)
    plain = unrounded(value)
    if plain.type is Type.REAL:
        return call("splunk.json_number", text_of(number(plain, span), span), type=Type.STRING, span=span)
    return call("splunk.json_string" if surely_text(value) else "splunk.json_guess", value, type=Type.STRING, span=span)


def _text(context: Context, arg: Expression) -> Value:
    value = context.value(arg)
    if value.type is Type.MULTI:
        raise Unsupported("SPL JSON function of a multivalue field", span=arg.span)
    return text_of(value, arg.span)


def _texts(values: list[Value], f: Function) -> Value:
    return Call("splunk.texts", tuple(values), Type.MULTI, f.span)


def _pairs(context: Context, args: tuple[Expression, ...], f: Function) -> Value:
    """Keys or paths and the JSON for each, one after another."""
    if len(args) % 2:
        raise QueryError(f"{f.name} takes pairs of a key and a value", span=f.span)
    made: list[Value] = []
    for at in range(0, len(args), 2):
        made.append(_text(context, args[at]))
        made.append(json_of(context.value(args[at + 1]), args[at + 1].span))
    return _texts(made, f)


def _object(context: Context, f: Function) -> Value:
    return call("splunk.json_object", _pairs(context, f.args, f), type=Type.STRING, span=f.span)


def _array(context: Context, f: Function) -> Value:
    values = [json_of(context.value(arg), arg.span) for arg in f.args]
    return call("splunk.json_array", _texts(values, f), type=Type.STRING, span=f.span)


def _changed(op: str) -> Row:
    """A document and pairs of a path and a value."""

    def lower(context: Context, f: Function) -> Value:
        document = _text(context, f.args[0])
        return call(op, document, _pairs(context, f.args[1:], f), type=Type.STRING, span=f.span)

    return Row(3, None, lower)


def _set_exact(context: Context, f: Function) -> Value:
    if len(f.args) > 3:
        raise Unsupported("SPL json_set_exact with several keys", span=f.span, hint="set one key after another")
    document = _text(context, f.args[0])
    pairs = _pairs(context, f.args[1:], f)
    return call("splunk.json_set_exact", document, pairs, type=Type.STRING, span=f.span)


def _with_names(op: str, fewest: int, type: Type = Type.STRING) -> Row:
    """A document and paths or keys."""

    def lower(context: Context, f: Function) -> Value:
        document, *names = (_text(context, arg) for arg in f.args)
        return call(op, document, _texts(names, f), type=type, span=f.span)

    return Row(fewest, None, lower)


def _of_one(op: str, type: Type) -> Row:
    def lower(context: Context, f: Function) -> Value:
        return call(op, _text(context, f.args[0]), type=type, span=f.span)

    return Row(1, 1, lower)


def _has_key(context: Context, f: Function) -> Value:
    document, key = (_text(context, arg) for arg in f.args)
    return call("splunk.json_has_key", document, key, type=Type.BOOL, span=f.span)


def _flag(context: Context, f: Function, index: int) -> bool:
    given: Value = context.value(f.args[index]) if len(f.args) > index else Literal(False, Type.BOOL)
    if not isinstance(given, Literal) or not isinstance(given.value, bool):
        raise Unsupported(f"SPL {f.name} with a computed choice", span=f.span)
    return given.value


def _to_mv(context: Context, f: Function) -> Value:
    quoted = Literal(_flag(context, f, 1), Type.BOOL)
    return call("splunk.json_mv", _text(context, f.args[0]), quoted, type=Type.MULTI, span=f.span)


def _tomv(context: Context, f: Function) -> Value:
    value = context.value(f.args[0])
    if value.type is Type.MULTI:
        return value
    quoted = Literal(True, Type.BOOL)
    return call("splunk.json_mv", text_of(value, f.args[0].span), quoted, type=Type.MULTI, span=f.span)


def _from_mv(context: Context, f: Function) -> Value:
    values = multi(context.value(f.args[0]), f.args[0].span)
    op = "splunk.mv_json_inferred" if _flag(context, f, 1) else "splunk.mv_json"
    return call(op, values, type=Type.STRING, span=f.span)


def _toarray(context: Context, f: Function) -> Value:
    value = context.value(f.args[0])
    if value.type is Type.MULTI:
        return call("splunk.mv_json_inferred", value, type=Type.STRING, span=f.span)
    kind = Literal("array", Type.STRING)
    return call("splunk.json_as", text_of(value, f.args[0].span), kind, type=Type.STRING, span=f.span)


def _toobject(context: Context, f: Function) -> Value:
    kind = Literal("object", Type.STRING)
    return call("splunk.json_as", _text(context, f.args[0]), kind, type=Type.STRING, span=f.span)


def _spath(context: Context, f: Function) -> Value:
    document, path = (_text(context, arg) for arg in f.args)
    return call("splunk.spath", document, path, type=Type.MULTI, span=f.span)


JSON_FUNCTIONS: dict[str, Row] = {
    "json": _of_one("splunk.json", Type.STRING),
    "json_valid": _of_one("splunk.json_valid", Type.BOOL),
    "json_object": Row(0, None, _object),
    "json_array": Row(0, None, _array),
    "json_append": _changed("splunk.json_append"),
    "json_extend": _changed("splunk.json_extend"),
    "json_set": _changed("splunk.json_set"),
    "json_set_exact": Row(3, None, _set_exact),
    "json_extract": _with_names("splunk.json_extract", 1),
    "json_extract_exact": _with_names("splunk.json_extract_exact", 1),
    "json_delete": _with_names("splunk.json_delete", 2),
    "json_keys": _of_one("splunk.json_keys", Type.STRING),
    "json_entries": _of_one("splunk.json_entries", Type.STRING),
    "json_has_key_exact": Row(2, 2, _has_key),
    "json_array_to_mv": Row(1, 2, _to_mv),
    "mv_to_json_array": Row(1, 2, _from_mv),
    "toarray": Row(1, 1, _toarray),
    "toobject": Row(1, 1, _toobject),
    "tomv": Row(1, 1, _tomv),
    "spath": Row(2, 2, _spath),
}
"""Rows of the function table."""
