"""The functions of eval and where: one row each, with how many arguments it takes and what it becomes."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.functions.json import JSON_FUNCTIONS
from antivenom.languages.spl.functions.kinds import KIND_FUNCTIONS
from antivenom.languages.spl.functions.lists import LIST_FUNCTIONS
from antivenom.languages.spl.functions.numbers import NUMBER_FUNCTIONS
from antivenom.languages.spl.functions.table import Context, Row, literal_text, whole
from antivenom.languages.spl.functions.time import TIME_FUNCTIONS
from antivenom.languages.spl.parsing.lexer import unescaped
from antivenom.languages.spl.syntax import Binary, Function
from antivenom.languages.spl.values.conversions import alike, any_of, null, number, rounded_text, text_of
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, call


def _text_function(op: str) -> Row:
    def lower(context: Context, f: Function) -> Value:
        return call(op, text_of(context.value(f.args[0]), f.args[0].span), type=Type.STRING, span=f.span)

    return Row(1, 1, lower)


def _case_function(op: str, many: str) -> Row:
    def lower(context: Context, f: Function) -> Value:
        value = context.value(f.args[0])
        if value.type is Type.MULTI:
            return call(many, value, type=Type.MULTI, span=f.span)
        return call(op, text_of(value, f.args[0].span), type=Type.STRING, span=f.span)

    return Row(1, 1, lower)


def _if(context: Context, f: Function) -> Value:
    condition = context.condition(f.args[0])
    values, type = alike([context.value(f.args[1]), context.value(f.args[2])], f.span)
    return Call("case.when", (condition, *values), type, f.span)


def _case(context: Context, f: Function) -> Value:
    if len(f.args) % 2:
        raise QueryError(f"{f.name} takes pairs of a condition and a value", span=f.span)
    conditions = [context.condition(arg) for arg in f.args[::2]]
    if f.name == "validate":
        conditions = [
            call("bool.not", c, type=Type.BOOL, span=c.span if isinstance(c, Call) else None) for c in conditions
        ]
    values, type = alike([context.value(arg) for arg in f.args[1::2]], f.span)
    args = [value for pair in zip(conditions, values, strict=True) for value in pair]
    return Call("case.when", (*args, null(type)), type, f.span)


def _coalesce(context: Context, f: Function) -> Value:
    values, type = alike([context.value(arg) for arg in f.args], f.span)
    return Call("null.coalesce", tuple(values), type, f.span)


def _nullif(context: Context, f: Function) -> Value:
    left = context.value(f.args[0])
    equal = context.value(Binary("=", f.args[0], f.args[1], f.span))
    return Call("case.when", (equal, null(left.type), left), left.type, f.span)


def _in(context: Context, f: Function) -> Value:
    subject = f.args[0]
    equal = [context.value(Binary("=", subject, arg, subject.span.to(arg.span))) for arg in f.args[1:]]
    return Call("bool.or", tuple(equal), Type.BOOL, f.span) if len(equal) > 1 else equal[0]


def _null_test(op: str) -> Row:
    def lower(context: Context, f: Function) -> Value:
        return call(op, context.value(f.args[0]), type=Type.BOOL, span=f.span)

    return Row(1, 1, lower)


def _match(context: Context, f: Function) -> Value:
    pattern = literal_text(f, 1, "regular expression")
    found = Literal(unescaped(pattern.raw), Type.STRING, pattern.span)
    value = context.value(f.args[0])
    if value.type is Type.MULTI:
        return any_of(value, lambda one: call("splunk.match", one, found, type=Type.BOOL, span=f.span), f.span)
    return call("splunk.match", text_of(value, f.args[0].span), found, type=Type.BOOL, span=f.span)


def _like(context: Context, f: Function) -> Value:
    return context.value(Binary("like", f.args[0], f.args[1], f.span))


def _cidrmatch(context: Context, f: Function) -> Value:
    network = text_of(context.value(f.args[0]), f.args[0].span)
    address = text_of(context.value(f.args[1]), f.args[1].span)
    return call("splunk.cidr_match", address, network, type=Type.BOOL, span=f.span)


def _len(context: Context, f: Function) -> Value:
    return call("splunk.len", text_of(context.value(f.args[0]), f.args[0].span), type=Type.REAL, span=f.span)


def _substr(context: Context, f: Function) -> Value:
    args: list[Value] = [text_of(context.value(f.args[0]), f.args[0].span)]
    args += [number(context.value(arg), arg.span) for arg in f.args[1:]]
    length = args[-1]
    if len(args) == 3 and isinstance(length, Literal) and isinstance(length.value, float) and length.value < 0:
        return Call("splunk.substr_before", tuple(args), Type.STRING, f.span)
    return Call("splunk.substr", tuple(args), Type.STRING, f.span)


def _trim(op: str) -> Row:
    def lower(context: Context, f: Function) -> Value:
        subject = text_of(context.value(f.args[0]), f.args[0].span)
        chars: Value = Literal(" \t", Type.STRING)
        if len(f.args) == 2:
            chars = text_of(context.value(f.args[1]), f.args[1].span)
        return call(op, subject, chars, type=Type.STRING, span=f.span)

    return Row(1, 2, lower)


def _replace(context: Context, f: Function) -> Value:
    pattern = literal_text(f, 1, "regular expression")
    replacement = literal_text(f, 2, "replacement")
    return call(
        "splunk.replace", text_of(context.value(f.args[0]), f.args[0].span),
        Literal(unescaped(pattern.raw), Type.STRING, pattern.span),
        Literal(unescaped(replacement.raw), Type.STRING, replacement.span),
        type=Type.STRING, span=f.span,
    )  # fmt: skip


def _round(context: Context, f: Function) -> Value:
    digits = whole(f.args[1], "number of digits") if len(f.args) == 2 else 0
    if digits < 0:
        raise QueryError("round takes no negative number of digits", span=f.args[1].span)
    if digits > 15:
        raise Unsupported("SPL round to more than 15 digits", span=f.span)
    value = number(context.exactly(f.args[0]), f.args[0].span)
    if not digits:
        return call("splunk.round", value, Literal(0, Type.INT), type=Type.REAL, span=f.span)
    # the digits are shown even where they are zeros, so the result is their text; number() sees through it
    return rounded_text(value, digits, f.span)


def _searchmatch(context: Context, f: Function) -> Value:
    text = literal_text(f, 0, "search")
    return context.matches(text.raw, f.span)


def _exact(context: Context, f: Function) -> Value:
    return context.exactly(f.args[0])


def _constant(value: Literal) -> Row:
    return Row(0, 0, lambda context, f: Literal(value.value, value.type, f.span))


FUNCTIONS: dict[str, Row] = {
    "if": Row(3, 3, _if),
    "case": Row(2, None, _case),
    "validate": Row(2, None, _case),
    "coalesce": Row(1, None, _coalesce),
    "nullif": Row(2, 2, _nullif),
    "in": Row(2, None, _in),
    "isnull": _null_test("null.is_null"),
    "isnotnull": _null_test("null.is_not_null"),
    "match": Row(2, 2, _match),
    "like": Row(2, 2, _like),
    "cidrmatch": Row(2, 2, _cidrmatch),
    "null": _constant(Literal(None, Type.STRING)),
    "true": _constant(Literal(True, Type.BOOL)),
    "false": _constant(Literal(False, Type.BOOL)),
    "lower": _case_function("text.lower", "splunk.mv_lower"),
    "upper": _case_function("text.upper", "splunk.mv_upper"),
    "len": Row(1, 1, _len),
    "substr": Row(2, 3, _substr),
    "trim": _trim("splunk.trim"),
    "ltrim": _trim("splunk.ltrim"),
    "rtrim": _trim("splunk.rtrim"),
    "replace": Row(3, 3, _replace),
    "md5": _text_function("splunk.md5"),
    "sha1": _text_function("splunk.sha1"),
    "sha256": _text_function("splunk.sha256"),
    "round": Row(1, 2, _round),
    "exact": Row(1, 1, _exact),
    "searchmatch": Row(1, 1, _searchmatch),
    "urldecode": _text_function("splunk.urldecode"),
    "length": Row(1, 1, _len),
    "sha512": _text_function("splunk.sha512"),
    **KIND_FUNCTIONS,
    **NUMBER_FUNCTIONS,
    **JSON_FUNCTIONS,
    **TIME_FUNCTIONS,
    **LIST_FUNCTIONS,
}
"""Function name, in lower case -> its row."""
