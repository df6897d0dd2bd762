"""The percentile aggregates: one value each by the nearest rank, of rows or of weights."""

from __future__ import annotations

import json

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.table import Args
from antivenom.languages.kql.syntax import Constant, Expression, FunctionCall
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values import names
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value
from antivenom.source import Span

COLUMNS = {"percentiles": False, "percentilesw": True}
"""Aggregates that give a column for each percentile, and whether the rows have weights."""
ARRAYS = {"percentiles_array": False, "percentilesw_array": True}
"""Aggregates that give an array of the percentiles, and whether the rows have weights."""

_TYPES = (Type.LONG, Type.REAL, Type.DATETIME, Type.TIMESPAN)


def percentile(args: Args) -> Call:
    """percentile(value, share)."""
    return measures(args, weighted=False)[0]


def percentilew(args: Args) -> Call:
    """percentilew(value, weight, share)."""
    return measures(args, weighted=True)[0]


def measures(args: Args, *, weighted: bool) -> list[Call]:
    """A measure for each percentile of a call. Raises QueryError where a share is no constant of 0 to 100."""
    first = 2 if weighted else 1
    if len(args) <= first:
        raise QueryError(
            f"{args.name}() takes a value{', a weight' if weighted else ''} and percentiles", span=args.span
        )
    value = args.values[0]
    value = to.widened(value, Type.LONG) if value.type is Type.INT else value
    if value.type not in _TYPES:
        raise Unsupported(f"KQL {args.name} of {value.type.value}", span=args.spans[0])
    weight = (_weight(args),) if weighted else ()
    op = "kusto.percentilew" if weighted else "kusto.percentile"
    return [
        args.call(op, value, *weight, Literal(share / 100, Type.REAL), type=value.type)
        for share in _shares(args, first)
    ]


def _weight(args: Args) -> Value:
    if args.values[1].type in (Type.REAL, Type.DECIMAL):
        raise Unsupported(f"KQL {args.name} with a weight that is no whole number", span=args.spans[1])
    return args.whole(1)


def _shares(args: Args, first: int) -> list[float]:
    """The percentiles: constant numbers, or for an array one constant array of them."""
    found: list[float] = []
    for value, span in zip(args.values[first:], args.spans[first:], strict=True):
        held = _numbers(value) if args.name in ARRAYS and value.type is Type.DYNAMIC else [_number(value)]
        for share in held:
            if share is None:
                raise Unsupported(f"KQL {args.name}: the percentile is not constant", span=span)
            if not 0 <= share <= 100:
                raise QueryError("a percentile lies between 0 and 100", span=span)
            found.append(share)
    return found


def _number(value: Value) -> float | None:
    known = isinstance(value, Literal) and value.type.numeric and isinstance(value.value, int | float)
    return float(value.value) if known else None  # type: ignore[union-attr, arg-type]


def _numbers(value: Value) -> list[float | None]:
    held = json.loads(value.value) if isinstance(value, Literal) and isinstance(value.value, str) else None
    if not isinstance(held, list) or not held:
        return [None]
    return [float(cell) if isinstance(cell, int | float) else None for cell in held]


def array(values: list[Value], span: Span) -> Call:
    """The percentiles as one array."""
    return Call("kusto.array", tuple(to.to_json(value) for value in values), Type.DYNAMIC, span)


def column_names(call: FunctionCall, *, weighted: bool) -> list[str]:
    """percentile_Column_50 and so on."""
    base = names.of(call.args[0]) or ""
    return [f"percentile_{base}_{shown(share)}" for share in call.args[2 if weighted else 1 :]]


def shown(share: Expression) -> str:
    """A percentile in a name, its point an underscore."""
    return str(share.value).replace(".", "_") if isinstance(share, Constant) else ""
