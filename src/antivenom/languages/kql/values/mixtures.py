"""Comparisons and arithmetic of two types, where every reading of Kusto's rule gives one answer.

A dynamic beside a number is read as that number (`d == 1`, `d + 1`: measured); a text literal beside another type
is read as that type (`t == "2024-01-31"`: measured). Of a dynamic that holds another type the conversion is read.
"""

from __future__ import annotations

import re

from antivenom.errors import QueryError
from antivenom.languages.kql.parsing import literals
from antivenom.languages.kql.values.conversions import widened
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value
from antivenom.source import Span

_PLAIN_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_BOOLS = {"true": True, "false": False, "1": True, "0": False}
_ORDERED = frozenset({Type.DATETIME, Type.TIMESPAN})


def literal_beside(value: Value, other: Value) -> Value:
    """A literal as the other side's type: `EventID == "4688"`, `flag == "true"`, `flag == 1`, `span == "1.00:00:00"`.

    Only the spellings whose value nobody can read in two ways; any other literal stays as it is.
    """
    if not isinstance(value, Literal):
        return value
    if value.type is Type.STRING:
        made = _from_text(str(value.value), other.type)
        return value if made is None else Literal(made, Type.LONG if other.type.integral else other.type, value.span)
    if other.type is Type.BOOL and value.type is Type.LONG and value.value in (0, 1):
        return Literal(value.value == 1, Type.BOOL, value.span)
    return value


def _from_text(text: str, wanted: Type) -> bool | int | str | None:
    if wanted.integral:
        return int(text) if _PLAIN_NUMBER.fullmatch(text) else None
    if wanted is Type.BOOL:
        return _BOOLS.get(text.lower())
    if wanted is Type.GUID:
        return text if literals.guid(text) == text else None
    if wanted is Type.TIMESPAN:
        ticks = literals.timespan(text)
        return ticks if ticks is not None and literals.show_timespan(ticks) == text else None
    return None


def equal(left: Value, right: Value, span: Span) -> Value | None:
    """`left == right` of two types; None where the answer is not known for every cell."""
    for one, other in ((left, right), (right, left)):
        if one.type is Type.STRING and other.type.integral and getattr(other, "value", 0) is not None:
            return Call("kusto.text_is_number", (one, widened(other, Type.LONG)), Type.BOOL, span)
        if one.type is Type.DYNAMIC and isinstance(other, Literal) and other.value is not None:
            held = held_as(one, other.type)
            if held is not None:
                if held.op == "kusto.held_long":
                    held = Call("kusto.held_whole", held.args, Type.LONG)
                return Call("kusto.eq", (held, wide(other)), Type.BOOL, span)
    return None


def ordered(left: Value, right: Value, span: Span) -> tuple[Value, Value]:
    """The sides of `<` and its kin, a dynamic beside a number read as one. Raises QueryError where Kusto does."""
    types = {left.type, right.type}
    if types == {Type.DYNAMIC}:
        raise QueryError("two dynamic values cannot be compared", span=span, hint="convert them, as by tolong()")
    if types & {Type.STRING, Type.GUID} or (len(types) > 1 and types & _ORDERED):
        hint = "Kusto orders no strings" if types == {Type.STRING} else "convert one side"
        hint = "write datetime(2024-01-31)" if types == {Type.DATETIME, Type.STRING} else hint
        shown = " with ".join((left.type.value, right.type.value))
        raise QueryError(f"no order compares {shown}", span=span, hint=hint)
    if types == {Type.DYNAMIC, Type.BOOL}:
        raise QueryError("no order compares dynamic with bool", span=span, hint="convert one side")
    for one, other in ((left, right), (right, left)):
        if one.type is Type.DYNAMIC and isinstance(other, Literal) and other.type.integral and _exact(other.value):
            real = Literal(float(str(other.value)), Type.REAL, other.span)
            return numbers(left if other is right else real, right if other is left else real)
    return numbers(left, right)


def _exact(value: object) -> bool:
    """Whether a real is this number; then a dynamic that holds a real is compared as one."""
    return isinstance(value, int) and abs(value) <= 2**53


def numbers(left: Value, right: Value) -> tuple[Value, Value]:
    """Both sides, a dynamic beside a number read as that kind of number."""
    if left.type is Type.DYNAMIC and right.type.numeric:
        return held_as(left, right.type) or left, right
    if right.type is Type.DYNAMIC and left.type.numeric:
        return left, held_as(right, left.type) or right
    return left, right


def held_as(value: Value, wanted: Type) -> Call | None:
    """What a dynamic holds, as a long, real or bool: null where it cannot be read as one."""
    match wanted:
        case Type.INT | Type.LONG:
            return Call("kusto.held_long", (value,), Type.LONG)
        case Type.REAL:
            return Call("kusto.held_real", (value,), Type.REAL)
        case Type.BOOL:
            return Call("kusto.held_bool", (value,), Type.BOOL)
        case _:
            return None


def wide(value: Value) -> Value:
    """An int as a long."""
    return widened(value, Type.LONG) if value.type is Type.INT else value
