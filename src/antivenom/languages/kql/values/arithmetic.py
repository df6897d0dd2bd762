"""Kusto's arithmetic: two ints make a long, / goes toward zero, % is never negative, overflow wraps."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing.literals import LAST_TICK
from antivenom.languages.kql.values import decimals, mixtures
from antivenom.languages.kql.values.conversions import widened
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value
from antivenom.source import Span

_LONG = {"+": "kusto.add", "-": "kusto.subtract", "*": "kusto.multiply", "/": "kusto.divide_long"}
_SMALL = {"+": "number.add", "-": "number.subtract", "*": "number.multiply"}
_REAL = {"+": "number.add", "-": "number.subtract", "*": "number.multiply", "/": "kusto.divide_real"}
_T, _D = Type.TIMESPAN, Type.DATETIME
_COUNTED = frozenset({_T, _D, Type.INT, Type.LONG, Type.REAL})


def negative(value: Value, span: Span) -> Value:
    """`-value`."""
    if value.type is Type.REAL:
        return Call("number.negate", (value,), Type.REAL, span)
    if value.type.integral:
        return Call("kusto.negate", (widened(value, Type.LONG),), Type.LONG, span)
    if value.type is Type.TIMESPAN:
        return Call("kusto.negate", (value,), Type.TIMESPAN, span)
    if value.type is Type.DECIMAL:
        return decimals.binary("-", Literal("0", Type.DECIMAL), value, span)
    if value.type is Type.DYNAMIC:
        raise Unsupported("KQL negative of dynamic", span=span, hint="convert it first, as by tolong()")
    raise QueryError(f"a {value.type.value} has no negative", span=span)


def binary(operator: str, left: Value, right: Value, span: Span) -> Value:
    """`left operator right` for + - * / %."""
    left, right = mixtures.numbers(left, right)
    if left.type.numeric and right.type.numeric:
        return _numbers(operator, left, right, span)
    made = _times(operator, left, right, span)
    if made is not None:
        return made
    if Type.DYNAMIC in (left.type, right.type):
        raise Unsupported(f"KQL {operator} of dynamic", span=span, hint="convert it first, as by tolong()")
    if {left.type, right.type} <= _COUNTED:  # Kusto's analyzer takes some of these; the answer is not known
        raise Unsupported(f"KQL {operator} of {left.type.value} and {right.type.value}", span=span)
    hint = "strings are joined by strcat()" if Type.STRING in (left.type, right.type) else None
    raise QueryError(f"{operator} does not take a {left.type.value} and a {right.type.value}", span=span, hint=hint)


def _numbers(operator: str, left: Value, right: Value, span: Span) -> Value:
    if Type.DECIMAL in (left.type, right.type):
        return decimals.binary(operator, left, right, span)
    if Type.REAL in (left.type, right.type):
        left, right = widened(left, Type.REAL), widened(right, Type.REAL)
        return Call(_REAL.get(operator, "kusto.modulo_real"), (left, right), Type.REAL, span)
    small = _small(left) and _small(right)
    left, right = widened(left, Type.LONG), widened(right, Type.LONG)
    folded = _folded(operator, left, right, span)
    if folded is not None:
        return folded
    op = _SMALL.get(operator) if small else None
    return Call(op or _LONG.get(operator, "kusto.modulo_long"), (left, right), Type.LONG, span)


def _small(value: Value) -> bool:
    """Whether it is an int: sums and products of two such fit into a long."""
    if value.type is Type.INT:
        return True
    return isinstance(value, Literal) and isinstance(value.value, int) and abs(value.value) < 2**31


def _folded(operator: str, left: Value, right: Value, span: Span) -> Literal | None:
    """Two constants computed now, so that `7 * 24` can stand where a literal must."""
    if not (isinstance(left, Literal) and isinstance(right, Literal)):
        return None
    a, b = left.value, right.value
    if not isinstance(a, int) or not isinstance(b, int):
        return None
    made = {"+": a + b, "-": a - b, "*": a * b}.get(operator)
    if made is None or not -(2**63) <= made < 2**63:
        return None
    return Literal(made, Type.LONG, span)


def _times(operator: str, left: Value, right: Value, span: Span) -> Value | None:
    match operator, left.type, right.type:
        case "+", Type.DATETIME, Type.TIMESPAN:
            return _moved("kusto.datetime_add", left, right, span)
        case "+", Type.TIMESPAN, Type.DATETIME:
            return _moved("kusto.datetime_add", right, left, span)
        case "-", Type.DATETIME, Type.TIMESPAN:
            return _moved("kusto.datetime_subtract", left, right, span)
        case "-", Type.DATETIME, Type.DATETIME:
            return Call("number.subtract", (left, right), _T, span)
        case "+" | "-", Type.TIMESPAN, Type.TIMESPAN:
            return _lengths(operator, left, right, span)
        case "/", Type.TIMESPAN, Type.TIMESPAN:
            return Call("kusto.ticks_ratio", (left, right), Type.REAL, span)
        case "%", Type.TIMESPAN | Type.DATETIME, Type.TIMESPAN:  # of a datetime, what is over since 0001-01-01
            return Call("kusto.modulo_long", (left, right), _T, span)
        case "*" | "/", _, _ if Type.DECIMAL in (left.type, right.type):
            raise Unsupported(f"KQL {operator} of {left.type.value} and {right.type.value}", span=span)
        case "*", Type.TIMESPAN, _ if right.type.numeric:
            return _scaled(left, right, span)
        case "*", _, Type.TIMESPAN if left.type.numeric:
            return _scaled(right, left, span)
        case "/", Type.TIMESPAN, Type.REAL:
            return Call("kusto.timespan_by_real", (left, right), _T, span)
        case "/", Type.TIMESPAN, _ if right.type.integral:
            return Call("kusto.timespan_by_long", (left, widened(right, Type.LONG)), _T, span)
        case _:
            return None


def _moved(op: str, moment: Value, length: Value, span: Span) -> Value:
    if isinstance(moment, Literal) and isinstance(length, Literal):
        a, b = moment.value, length.value
        if isinstance(a, int) and isinstance(b, int):
            made = a + b if op.endswith("add") else a - b
            return Literal(made if 0 <= made <= LAST_TICK else None, _D, span)
    return Call(op, (moment, length), _D, span)


def _lengths(operator: str, left: Value, right: Value, span: Span) -> Value:
    folded = _folded(operator, left, right, span)
    if folded is not None:
        return Literal(folded.value, _T, span)
    return Call(_LONG[operator], (left, right), _T, span)


def _scaled(length: Value, factor: Value, span: Span) -> Value:
    if factor.type is Type.REAL:
        return Call("kusto.timespan_times_real", (length, factor), _T, span)
    folded = _folded("*", length, widened(factor, Type.LONG), span)
    if folded is not None:
        return Literal(folded.value, _T, span)
    return Call("kusto.multiply", (length, widened(factor, Type.LONG)), _T, span)


def bin(value: Value, size: Value, span: Span) -> Value:
    """bin(): down to a multiple of the size, counted from zero (for a datetime: from 0001-01-01)."""
    if value.type.numeric and size.type.numeric:
        if Type.DECIMAL in (value.type, size.type):
            return decimals.bin(value, size, span)
        if Type.REAL in (value.type, size.type):
            return Call("kusto.bin_real", (widened(value, Type.REAL), widened(size, Type.REAL)), Type.REAL, span)
        return Call("kusto.bin_long", (widened(value, Type.LONG), widened(size, Type.LONG)), Type.LONG, span)
    if value.type in (_T, _D) and size.type is _T:
        return Call("kusto.bin_long", (value, size), value.type, span)
    if {value.type, size.type} <= _COUNTED:
        raise Unsupported(f"KQL bin of {value.type.value} by {size.type.value}", span=span)
    raise QueryError(f"bin() does not take a {value.type.value} and a {size.type.value}", span=span)
