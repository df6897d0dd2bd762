"""Kusto's functions of series: arrays of numbers, and range() which makes them."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.table import Args, Function
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values.ranges import range_type
from antivenom.plan.types import TICKS_PER_SECOND, Type
from antivenom.plan.values import Call, Literal, Value

_HOUR = 3600 * TICKS_PER_SECOND
_MAPS = "abs acos asin atan ceiling cos exp floor log sign sin tan".split()
_PAIRS = "add subtract multiply divide pow equals not_equals less less_equals greater greater_equals".split()
_TOTALS = ("sum", "product", "magnitude")


def _range(args: Args) -> Value:
    """range(start, stop, step): a step nobody wrote is 1, or an hour."""
    given = list(args.values)
    if len(given) < 3:
        ticks = given[0].type in (Type.DATETIME, Type.TIMESPAN)
        given.append(Literal(_HOUR, Type.TIMESPAN) if ticks else Literal(1, Type.LONG))
    type_ = range_type([value.type for value in given], args.span)
    if type_ is Type.REAL:
        given = [to.widened(value, Type.REAL) for value in given]
    short = "long" if type_.integral else type_.value
    return args.call(f"range.array_of_{short}", *given, type=Type.DYNAMIC)


def series(args: Args, index: int) -> Value:
    """An argument that must be dynamic."""
    return args.typed(index, Type.DYNAMIC)


def _map(args: Args) -> Value:
    name = Literal(args.name.removeprefix("series_"), Type.STRING)
    return args.call("series.mapped", series(args, 0), name, type=Type.DYNAMIC)


def _side(args: Args, index: int) -> Value:
    """A series, or a number that stands for one of equal elements."""
    value = args.values[index]
    if value.type is Type.DECIMAL:
        raise Unsupported(f"KQL {args.name} of decimal", span=args.spans[index])
    return value if value.type is Type.DYNAMIC else to.to_json(args.typed(index, Type.INT, Type.LONG, Type.REAL))


def _sides(args: Args) -> tuple[Value, Value]:
    if all(args.values[index].type is not Type.DYNAMIC for index in (0, 1)):
        raise to.wrong_type(args.values[0], "a dynamic array on one side", args.spans[0])
    return _side(args, 0), _side(args, 1)


def _pair(args: Args) -> Value:
    name = Literal(args.name.removeprefix("series_"), Type.STRING)
    return args.call("series.paired", *_sides(args), name, type=Type.DYNAMIC)


def _dot(op: str) -> Callable[[Args], Value]:
    return lambda args: args.call(op, *_sides(args), type=Type.REAL)


def _similarity(args: Args) -> Value:
    if len(args) > 2:
        raise Unsupported("KQL series_cosine_similarity with magnitudes", span=args.span)
    return _dot("series.cosine")(args)


def _total(args: Args) -> Value:
    name = Literal(args.name.removeprefix("series_"), Type.STRING)
    return args.call("series.total", series(args, 0), name, type=Type.REAL)


# --- fills


def _constant(args: Args, index: int, otherwise: Literal) -> Value:
    """A number that must be constant, as JSON text; null for a null of any type."""
    if len(args) <= index:
        return to.to_json(otherwise)
    value = args.values[index]
    if not value.type.numeric:
        raise to.wrong_type(value, "a constant number", args.spans[index])
    if not to.constant(value):
        raise Unsupported(f"KQL {args.name} with a number that is not constant", span=args.spans[index])
    return to.to_json(value)


_NULL = Literal(None, Type.REAL)


def _fill_const(args: Args) -> Value:
    if len(args) == 1:
        raise Unsupported("KQL series_fill_const without a constant", span=args.span)
    parts = (series(args, 0), _constant(args, 1, _NULL), _constant(args, 2, _NULL))
    return args.call("series.fill_const", *parts, type=Type.DYNAMIC)


def _fill_from(args: Args) -> Value:
    backward = Literal(args.name == "series_fill_backward", Type.BOOL)
    return args.call("series.fill_from", series(args, 0), _constant(args, 1, _NULL), backward, type=Type.DYNAMIC)


def _flag(args: Args, index: int, otherwise: bool | None) -> Literal:
    if len(args) <= index:
        return Literal(otherwise, Type.BOOL)
    value = args.typed(index, Type.BOOL)
    if not isinstance(value, Literal):
        raise Unsupported(f"KQL {args.name} with a flag that is not constant", span=args.spans[index])
    return value


def _fill_linear(args: Args) -> Value:
    parts = (_constant(args, 1, _NULL), _flag(args, 2, True), _constant(args, 3, Literal(0, Type.LONG)))
    return args.call("series.fill_linear", series(args, 0), *parts, type=Type.DYNAMIC)


# --- filters, statistics, lines


def _fir(args: Args) -> Value:
    parts = (series(args, 0), series(args, 1), _flag(args, 2, None), _flag(args, 3, False))
    return args.call("series.fir", *parts, type=Type.DYNAMIC)


def _iir(args: Args) -> Value:
    return args.call("series.iir", series(args, 0), series(args, 1), series(args, 2), type=Type.DYNAMIC)


def _statistics(args: Args) -> Value:
    return args.call("series.statistics", series(args, 0), _flag(args, 1, False), type=Type.DYNAMIC)


def _line(args: Args) -> Value:
    return args.call("series.line", series(args, 0), type=Type.DYNAMIC)


def _several(args: Args) -> Value:
    raise Unsupported(f"KQL {args.name} inside an expression", span=args.span, hint="it gives several columns")


FUNCTIONS: tuple[Function, ...] = (
    Function("range", 2, 3, _range),
    *(Function(f"series_{name}", 1, 1, _map) for name in _MAPS),
    *(Function(f"series_{name}", 2, 2, _pair) for name in _PAIRS),
    *(Function(f"series_{name}", 1, 1, _total) for name in _TOTALS),
    Function("series_dot_product", 2, 2, _dot("series.dot")),
    Function("series_cosine_similarity", 2, 4, _similarity),
    Function("series_fill_const", 1, 3, _fill_const),
    Function("series_fill_forward", 1, 2, _fill_from),
    Function("series_fill_backward", 1, 2, _fill_from),
    Function("series_fill_linear", 1, 4, _fill_linear),
    Function("series_fir", 2, 4, _fir),
    Function("series_iir", 3, 3, _iir),
    Function("series_stats_dynamic", 1, 2, _statistics),
    Function("series_fit_line_dynamic", 1, 1, _line),
    Function("series_stats", 1, 2, _several),
    Function("series_fit_line", 1, 1, _several),
)


# --- functions of several columns: one part each

SEVERAL: dict[str, dict[str, Type]] = {
    "series_stats": {
        "min": Type.REAL,
        "min_idx": Type.LONG,
        "max": Type.REAL,
        "max_idx": Type.LONG,
        "avg": Type.REAL,
        "stdev": Type.REAL,
        "variance": Type.REAL,
    },
    "series_fit_line": {
        "rsquare": Type.REAL,
        "slope": Type.REAL,
        "variance": Type.REAL,
        "rvariance": Type.REAL,
        "interception": Type.REAL,
        "line_fit": Type.DYNAMIC,
    },
}
"""The columns of each function that gives several, with their types."""

_WHOLE = {"series_stats": (1, 2, _statistics), "series_fit_line": (1, 1, _line)}


def part(args: Args, name: str, column: str) -> Value:
    """One column of a function of several."""
    fewest, most, made = _WHOLE[name]
    if not fewest <= len(args) <= most:
        raise QueryError(f"{name}() takes {fewest} to {most} arguments, not {len(args)}", span=args.span)
    bag = made(Args(name, args.values, args.spans, args.span))
    value = Call("kusto.path", (bag, Literal(f'$."{column}"', Type.STRING)), Type.DYNAMIC)
    wanted = SEVERAL[name][column]
    return value if wanted is Type.DYNAMIC else to.to_number(value, wanted, args.span)
