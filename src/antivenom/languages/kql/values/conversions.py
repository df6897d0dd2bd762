"""Values between types: Kusto's implicit widening, its to...() functions, and what is a type error."""

from __future__ import annotations

import math
from collections.abc import Sequence

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing import literals
from antivenom.languages.kql.values import decimals
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, walk
from antivenom.source import Span

_SHORT = {
    Type.STRING: "text",
    Type.INT: "long",
    Type.LONG: "long",
    Type.REAL: "real",
    Type.BOOL: "bool",
    Type.DATETIME: "datetime",
    Type.TIMESPAN: "timespan",
    Type.GUID: "guid",
    Type.DECIMAL: "decimal",
    Type.DYNAMIC: "dynamic",
}
_INTEGRAL_RANGE = 2**63


def wrong_type(value: Value, wanted: str, span: Span | None) -> QueryError:
    """The error that a value has another type than the place needs."""
    hint = "write a unit behind the number: 7d, 1h, 30m" if wanted == "a timespan" and value.type.integral else None
    return QueryError(f"expected {wanted}, but this is a {value.type.value}", span=span, hint=hint)


def constant(value: Value) -> bool:
    """Whether a value reads no column."""
    return not any(isinstance(node, Column) for node in walk(value))


def widened(value: Value, wanted: Type) -> Value:
    """An int as a long, a whole number as a real, any number as a decimal; other values as they are."""
    if value.type is wanted:
        return value
    if wanted is Type.DECIMAL:
        return decimals.of(value, getattr(value, "span", None))
    if value.type is Type.DECIMAL and not (isinstance(value, Literal) and value.value is None):
        return Call("kusto.real_of_decimal", (value,), wanted)
    if isinstance(value, Literal):
        if value.value is None:
            return Literal(None, wanted, value.span)
        if isinstance(value.value, int) and wanted in (Type.LONG, Type.REAL):
            return Literal(float(value.value) if wanted is Type.REAL else value.value, wanted, value.span)
    return Call("cast.real" if wanted is Type.REAL else "cast.long", (value,), wanted)


def common(values: Sequence[Value], what: str, span: Span, *, reals: bool = False) -> list[Value]:
    """Values of one type: all alike, or whole numbers; with `reals`, numbers of any kind.

    Other mixtures raise Unsupported: Kusto takes some and rejects some.
    """
    types = {value.type for value in values}
    if len(types) == 1:
        return list(values)
    if types <= {Type.INT, Type.LONG}:
        return [widened(value, Type.LONG) for value in values]
    if types <= {Type.INT, Type.LONG, Type.DECIMAL} or (reals and all(type_.numeric for type_ in types)):
        wanted = Type.DECIMAL if Type.DECIMAL in types else Type.REAL
        return [widened(value, wanted) for value in values]
    shown = " and ".join(sorted(type_.value for type_ in types))
    raise Unsupported(f"KQL {what} of {shown}", span=span, hint="convert them to one type first")


def text(value: Value, span: Span | None) -> Value:
    """A string, or a dynamic as its text; Kusto takes other types in some places, which is not supported."""
    if value.type is Type.STRING:
        return value
    if value.type is Type.DYNAMIC:
        return to_text(value)
    raise _no_string(value, span)


def only_text(value: Value, span: Span | None) -> Value:
    """A string, and nothing else: Kusto takes other types in some places, which is not supported."""
    if value.type is not Type.STRING:
        raise _no_string(value, span)
    return value


def _no_string(value: Value, span: Span | None) -> Unsupported:
    hint = "convert it with tostring(...)"
    return Unsupported(f"KQL {value.type.value} where a string stands", span=span, hint=hint)


def boolean(value: Value, span: Span | None) -> Value:
    """A bool; Kusto's other conditions are not supported."""
    if value.type is Type.BOOL:
        return value
    if value.type.numeric or value.type is Type.DYNAMIC:
        raise Unsupported(f"KQL {value.type.value} as a condition", span=span, hint="compare it with something")
    raise wrong_type(value, "a bool", span)


def whole(value: Value, span: Span | None) -> Value:
    """An int or long, as a long."""
    if not value.type.integral:
        raise wrong_type(value, "a whole number", span)
    return widened(value, Type.LONG)


def real(value: Value, span: Span | None) -> Value:
    """A number, as a real."""
    if not value.type.numeric:
        raise wrong_type(value, "a number", span)
    return widened(value, Type.REAL)


def to_text(value: Value) -> Value:
    """tostring()."""
    if value.type is Type.STRING:
        return value
    if isinstance(value, Literal):
        shown = _shown(value)
        if shown is not None:
            return Literal(shown, Type.STRING, value.span)
    return Call(f"kusto.text_of_{_SHORT[value.type]}", (value,), Type.STRING)


def _shown(literal: Literal) -> str | None:
    match literal.value, literal.type:
        case None, _:
            return ""
        case bool(flag), _:
            return "True" if flag else "False"
        case int(number), Type.DATETIME:
            return literals.show_time(number)
        case int(number), Type.TIMESPAN:
            return literals.show_timespan(number)
        case int(number), Type.INT | Type.LONG:
            return str(number)
        case _:
            return None


def to_json(value: Value) -> Value:
    """The value as JSON text, `null` where it is null: what pack() and make_list() store."""
    return Call(f"kusto.json_of_{_SHORT[value.type]}", (value,), Type.STRING)


def to_number(value: Value, wanted: Type, span: Span) -> Value:
    """toint(), tolong() and toreal()."""
    short = "int" if wanted is Type.INT else _SHORT[wanted]
    if value.type is wanted:
        return value
    match value.type:
        case Type.STRING | Type.DYNAMIC:
            return Call(f"kusto.{short}_of_{_SHORT[value.type]}", (value,), wanted)
        case Type.INT | Type.LONG:
            if wanted is Type.INT:
                return _narrowed(value)
            return widened(value, wanted)
        case Type.REAL:
            return _from_real(value, wanted, short, span)
        case Type.DECIMAL:
            return Call(f"kusto.{short}_of_decimal", (value,), wanted)
        case Type.BOOL:
            return Call(f"kusto.{short}_of_bool", (value,), wanted)
        case Type.DATETIME | Type.TIMESPAN:
            ticks = Call("kusto.same_ticks", (value,), Type.LONG)
            return ticks if wanted is Type.LONG else to_number(ticks, wanted, span)
        case _:
            raise Unsupported(f"KQL {wanted.value} of {value.type.value}", span=span)


def _narrowed(value: Value) -> Value:
    if isinstance(value, Literal) and isinstance(value.value, int) and -(2**31) <= value.value < 2**31:
        return Literal(value.value, Type.INT, value.span)
    return Call("kusto.int_of_long", (value,), Type.INT)


def _from_real(value: Value, wanted: Type, short: str, span: Span) -> Value:
    """Kusto's constant folder and its row engine differ outside the range: a constant long takes its lowest
    value there (measured), null where it is not finite (measured)."""
    if isinstance(value, Literal) and isinstance(value.value, float) and math.isfinite(value.value):
        limit = 2**31 if wanted is Type.INT else _INTEGRAL_RANGE
        if -limit <= value.value < limit:
            return Literal(int(value.value), wanted, value.span)
    if constant(value):
        return Call(f"kusto.{short}_of_constant_real", (value,), wanted)
    return Call(f"kusto.{short}_of_real", (value,), wanted)


def to_bool(value: Value, span: Span) -> Value:
    """tobool()."""
    match value.type:
        case Type.BOOL:
            return value
        case Type.STRING | Type.DYNAMIC:
            return Call(f"kusto.bool_of_{_SHORT[value.type]}", (value,), Type.BOOL)
        case Type.INT | Type.LONG | Type.REAL:
            return Call("kusto.bool_of_number", (value,), Type.BOOL)
        case Type.DECIMAL:
            return Call("kusto.bool_of_decimal", (value,), Type.BOOL)
        case _:
            raise Unsupported(f"KQL tobool of {value.type.value}", span=span)


def to_datetime(value: Value, span: Span) -> Value:
    """todatetime()."""
    match value.type:
        case Type.DATETIME:
            return value
        case Type.STRING:
            if isinstance(value, Literal):
                found = literals.point_in_time(str(value.value))
                if found is not None:
                    return Literal(found, Type.DATETIME, value.span)
            return Call("kusto.datetime_of_text", (value,), Type.DATETIME)
        case Type.DYNAMIC:
            return Call("kusto.datetime_of_dynamic", (value,), Type.DATETIME)
        case Type.INT | Type.LONG:
            return Call("kusto.datetime_of_ticks", (widened(value, Type.LONG),), Type.DATETIME)
        case Type.REAL:
            return Call("kusto.datetime_of_real", (value,), Type.DATETIME)
        case _:
            raise Unsupported(f"KQL todatetime of {value.type.value}", span=span)


def to_timespan(value: Value, span: Span) -> Value:
    """totimespan()."""
    match value.type:
        case Type.TIMESPAN:
            return value
        case Type.STRING:
            return Call("kusto.timespan_of_text", (value,), Type.TIMESPAN)
        case Type.DYNAMIC:
            return Call("kusto.timespan_of_dynamic", (value,), Type.TIMESPAN)
        case Type.INT | Type.LONG:
            return Call("kusto.same_ticks", (widened(value, Type.LONG),), Type.TIMESPAN)
        case _:
            raise Unsupported(f"KQL totimespan of {value.type.value}", span=span)


def to_guid(value: Value, span: Span) -> Value:
    """toguid()."""
    if value.type is Type.GUID:
        raise Unsupported("KQL toguid of guid", span=span)
    return Call("kusto.guid_of_text", (text(value, span),), Type.GUID)


def to_dynamic(value: Value, span: Span) -> Value:
    """todynamic() and parse_json(): text is read as JSON, and stays text where it is none."""
    if value.type is Type.DYNAMIC:
        return value
    if value.type is Type.STRING:
        return Call("kusto.parse_json", (value,), Type.DYNAMIC)
    raise Unsupported(f"KQL parse_json of a {value.type.value} that is no text", span=span)


def from_text(text: Value, type: Type, span: Span) -> Value:
    """A string as a value of a type, as the to...() functions read it."""
    match type:
        case Type.STRING:
            return text
        case Type.BOOL:
            return to_bool(text, span)
        case Type.DATETIME:
            return to_datetime(text, span)
        case Type.TIMESPAN:
            return to_timespan(text, span)
        case Type.GUID:
            return to_guid(text, span)
        case Type.DYNAMIC:
            return to_dynamic(text, span)
        case Type.DECIMAL:
            raise Unsupported("KQL type decimal", span=span)
        case _:
            return to_number(text, type, span)
