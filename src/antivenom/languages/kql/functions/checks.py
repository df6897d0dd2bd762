"""Functions that check or measure a row: assert(), around(), estimate_data_size()."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.table import Args, Function
from antivenom.languages.kql.values import arithmetic
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values.comparisons import compare
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value

_B, _L = Type.BOOL, Type.LONG
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    f"kusto.{name}": getattr(operator, name) for name in ("eq", "ne", "lt", "le", "gt", "ge")
}
_EIGHT_BYTES = frozenset({Type.LONG, Type.REAL, Type.DATETIME, Type.TIMESPAN})


def _assert(args: Args) -> Value:
    """True; where the condition is false, the query is rejected before it runs."""
    condition = args.typed(0, _B)
    if not to.constant(condition):
        raise QueryError("the condition of assert() must be constant", span=args.spans[0])
    message = args.constant_text(1, "the message")
    held = _truth(condition)
    if held is None:
        raise Unsupported("KQL assert of a condition that is more than comparisons", span=args.spans[0])
    if not held:
        raise QueryError(f"assert() has failed with message: '{message}'", span=args.span)
    return Literal(True, _B, args.span)


def _truth(value: Value) -> bool | None:
    """What a constant condition comes to; None where that is not known before it runs."""
    match value:
        case Literal(bool(known)):
            return known
        case Call(op, (Literal() as left, Literal() as right)) if op in _COMPARE:
            return _compared(op, left, right)
        case Call("bool.not", (inner,)):
            found = _truth(inner)
            return None if found is None else not found
        case Call("bool.and" | "bool.or" as op, parts):
            known_parts = [_truth(part) for part in parts]
            if None in known_parts:
                return None
            return all(known_parts) if op == "bool.and" else any(known_parts)
        case _:
            return None


def _compared(op: str, left: Literal, right: Literal) -> bool | None:
    numbers = isinstance(left.value, int | float) and isinstance(right.value, int | float)
    texts = left.type is right.type is Type.STRING and op in ("kusto.eq", "kusto.ne")
    return _COMPARE[op](left.value, right.value) if numbers or texts else None


def _around(args: Args) -> Value:
    """Whether a value is at most delta away from the centre, both ends included; null where one of the three is."""
    value, centre, delta = args.values
    times = (value.type, centre.type, delta.type) in _TIMES
    if not times and not all(one.type.numeric for one in args.values):
        shown = ", ".join(one.type.value for one in args.values)
        hint = "it takes three numbers, or a datetime or timespan and how far from it"
        raise Unsupported(f"KQL around of {shown}", span=args.span, hint=hint)
    ends = [arithmetic.binary(sign, centre, delta, args.span) for sign in "-+"]
    value, low, high = to.common([value, *ends], args.name, args.span, reals=True)
    if value.type is Type.DECIMAL:
        raise Unsupported("KQL around of decimal", span=args.span)
    above, below = compare(">=", value, low, args.span), compare("<=", value, high, args.span)
    inside = Call("bool.and", (above, below), _B, args.span)
    missing = Call("bool.or", tuple(Call("null.is_null", (one,), _B) for one in (value, low, high)), _B)
    return args.call("case.when", missing, Literal(None, _B), inside, type=_B)


_TIMES = ((Type.DATETIME, Type.DATETIME, Type.TIMESPAN), (Type.TIMESPAN, Type.TIMESPAN, Type.TIMESPAN))


def _estimate_data_size(args: Args) -> Value:
    """The bytes of a row's columns: eight for a long, as many as its UTF-8 has for a string."""
    total: Value = Literal(0, _L)
    for index, value in enumerate(args.values):
        if not isinstance(value, Column):
            raise QueryError("a column name must stand here", span=args.spans[index])
        total = arithmetic.binary("+", total, _size(args, index, value), args.span)
    return total


def _size(args: Args, index: int, column: Column) -> Value:
    if column.type is Type.STRING:
        return args.call("kusto.bytes", column, type=_L)
    if column.type not in _EIGHT_BYTES:
        raise Unsupported(f"KQL {args.name} of {column.type.value}", span=args.spans[index])
    return Literal(8, _L, args.spans[index])


FUNCTIONS = (
    Function("assert", 2, 2, _assert),
    Function("around", 3, 3, _around),
    Function("estimate_data_size", 1, 1000, _estimate_data_size),
)
