"""Kusto's mathematical functions: trigonometry, bits, bins at a point, distributions, units."""

from __future__ import annotations

import math
from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions import units
from antivenom.languages.kql.functions.table import Args, Function, of_real
from antivenom.languages.kql.values import decimals
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value

_L, _R = Type.LONG, Type.REAL


def _pi(args: Args) -> Value:
    return Literal(math.pi, _R, args.span)


def _rand(args: Args) -> Value:
    """rand(): from 0 to less than 1; rand(n): a whole number from 0 to less than n."""
    if not args.values:
        return args.call("kusto.random", type=_R)
    most = args.constant_whole(0, "the number of values")
    if most < 2:
        raise Unsupported(f"KQL rand({most})", span=args.spans[0])
    return args.call("kusto.random_whole", Literal(float(most), _R), type=_R)


def _of_reals(name: str, op: str, count: int) -> Function:
    return Function(name, count, count, lambda a: a.call(op, *(a.real(i) for i in range(count)), type=_R))


def _of_wholes(name: str, op: str, count: int) -> Function:
    return Function(name, count, count, lambda a: a.call(op, *(a.whole(i) for i in range(count)), type=_L))


def _round(args: Args) -> Value:
    """Halves go away from zero; negative digits round to tens, hundreds, ..."""
    digits = args.constant_whole(1, "the number of digits") if len(args) > 1 else 0
    value = args.values[0]
    if value.type is Type.INT:
        return _rounded_int(args, value, digits)
    if value.type is Type.LONG:
        return args.call("kusto.round_long", value, Literal(digits, _L), type=_L)
    if value.type is Type.DECIMAL and 0 <= digits <= 15:
        places = Literal(digits, _L)
        return decimals.computed("round", value, places, span=args.span)
    if value.type is Type.DECIMAL or not -15 <= digits <= 15:
        raise Unsupported(f"KQL round to {digits} digits", span=args.spans[1])
    if digits == 0:
        return args.call("kusto.round_whole", args.real(0), type=_R)
    return args.call("kusto.round", args.real(0), Literal(digits, _L), type=_R)


def _rounded_int(args: Args, value: Value, digits: int) -> Value:
    """An int stays one, as the analyser says; to tens it might not fit."""
    if digits < 0:
        raise Unsupported("KQL round of an int to tens", span=args.span, hint="convert it first, as by tolong()")
    return value


def _ceiling(args: Args) -> Value:
    if args.values[0].type.integral:
        return args.values[0]
    if args.values[0].type is Type.DECIMAL:
        return args.call("kusto.decimal_ceiling", args.values[0], type=Type.DECIMAL)
    return args.call("kusto.ceiling", args.real(0), type=_R)


def _bin_at(args: Args) -> Value:
    """Down to a point that is whole sizes away from the given one."""
    value, size, point = args.values
    if value.type is Type.DATETIME and size.type.numeric:
        raise Unsupported(f"KQL bin_at of {value.type.value} and {size.type.value}", span=args.span)
    if value.type is Type.DATETIME:
        moment = args.typed(2, Type.DATETIME)
        return args.call("kusto.bin_at_datetime", value, args.typed(1, Type.TIMESPAN), moment, type=Type.DATETIME)
    if value.type is Type.TIMESPAN:
        length = args.typed(2, Type.TIMESPAN)
        return args.call("kusto.bin_at_long", value, args.typed(1, Type.TIMESPAN), length, type=Type.TIMESPAN)
    if Type.DECIMAL in (value.type, size.type, point.type):
        raise Unsupported("KQL bin_at of decimal", span=args.span)
    if not (value.type.numeric and size.type.numeric and point.type.numeric):
        raise QueryError("bin_at() takes three numbers, or a datetime or timespan and its size", span=args.span)
    if _R in (value.type, size.type, point.type):
        return args.call("kusto.bin_at_real", *(args.real(i) for i in range(3)), type=_R)
    return args.call("kusto.bin_at_long", *(args.whole(i) for i in range(3)), type=_L)


def _beta(name: str, op: str) -> Function:
    """A function of the beta distribution; NaN for parameters that are not positive."""

    def build(args: Args) -> Value:
        made = args.call(op, *(args.real(i) for i in range(3)), type=_R)
        if args.name == "beta_cdf":
            return Call("kusto.beta_cdf", (*(args.real(i) for i in range(3)), made), _R, args.span)
        return _where_positive(args, made, (1, 2))

    return Function(name, 3, 3, build)


def _where_positive(args: Args, made: Value, places: tuple[int, ...]) -> Value:
    nothing = Literal(math.nan, _R)
    zero = Literal(0.0, _R)
    wrong = Call("bool.or", tuple(Call("compare.le", (args.real(i), zero), Type.BOOL) for i in places), Type.BOOL)
    return args.call("case.when", wrong, nothing, made, type=_R)


def _beta_inv(args: Args) -> Value:
    """A share outside of 0 to 1 gives NaN."""
    made = args.call("kusto.beta_place", *(args.real(i) for i in range(3)), type=_R)
    inside = _where_positive(args, made, (0, 1, 2))
    above = Call("compare.gt", (args.real(0), Literal(1.0, _R)), Type.BOOL)
    return args.call("case.when", above, Literal(math.nan, _R), inside, type=_R)


def _welch(args: Args) -> Value:
    made = args.call("kusto.welch", *(args.real(i) for i in range(6)), type=_R)
    few = tuple(Call("compare.lt", (args.real(i), Literal(2.0, _R)), Type.BOOL) for i in (2, 5))
    enough = args.call("case.when", Call("bool.or", few, Type.BOOL), Literal(math.nan, _R), made, type=_R)
    return _where_positive(args, enough, (1, 4))


def _convert(quantity: str) -> Callable[[Args], Value]:
    """A value in another unit; null where a unit is none of this quantity."""

    def build(args: Args) -> Value:
        start, end = args.constant_text(1, "the unit"), args.constant_text(2, "the unit")
        for unit, span in ((start, args.spans[1]), (end, args.spans[2])):
            if units.unsure(quantity, unit):
                raise Unsupported(f"KQL {args.name} with {unit}", span=span)
        sizes = units.sizes(quantity, start, end)
        if sizes is None:
            return Literal(None, _R, args.span)
        scaled = Call("number.multiply", (args.real(0), Literal(sizes[0], _R)), _R)
        return args.call("kusto.divide_real", scaled, Literal(sizes[1], _R), type=_R)

    return build


def _temperature(args: Args) -> Value:
    """Degrees differ in their size and in their zero; null where a unit is none of temperature."""
    start, end = args.constant_text(1, "the unit"), args.constant_text(2, "the unit")
    for unit, span in ((start, args.spans[1]), (end, args.spans[2])):
        if units.unsure("temperature", unit):
            raise Unsupported(f"KQL {args.name} with {unit}", span=span)
    if start not in units.TEMPERATURES or end not in units.TEMPERATURES:
        return Literal(None, _R, args.span)
    if start == end:
        return args.real(0)
    (size, zero), (wanted, from_zero) = units.TEMPERATURES[start], units.TEMPERATURES[end]
    scaled = Call("number.multiply", (args.real(0), Literal(size, _R)), _R)
    moved = Call("number.add", (scaled, Literal(zero - from_zero, _R)), _R)
    return args.call("kusto.divide_real", moved, Literal(wanted, _R), type=_R)


_ONE_REAL = tuple("acos asin atan cos cot sin tan degrees radians exp2 exp10 loggamma erf erfc gamma".split())

FUNCTIONS = (
    *(of_real(name, f"kusto.{name}") for name in _ONE_REAL),
    _of_reals("atan2", "kusto.atan2", 2),
    Function("round", 1, 2, _round),
    Function("ceiling", 1, 1, _ceiling),
    Function("pi", 0, 0, _pi),
    Function("rand", 0, 1, _rand),
    _of_wholes("binary_and", "kusto.binary_and", 2),
    _of_wholes("binary_or", "kusto.binary_or", 2),
    _of_wholes("binary_xor", "kusto.binary_xor", 2),
    _of_wholes("binary_not", "kusto.binary_not", 1),
    _of_wholes("binary_shift_left", "kusto.shift_left", 2),
    _of_wholes("binary_shift_right", "kusto.shift_right", 2),
    _of_wholes("bitset_count_ones", "kusto.bit_count", 1),
    Function("bin_at", 3, 3, _bin_at),
    _beta("beta_cdf", "kusto.beta_share"),
    _beta("beta_pdf", "kusto.beta_density"),
    Function("beta_inv", 3, 3, _beta_inv),
    Function("welch_test", 6, 6, _welch),
    *(Function(f"convert_{quantity}", 3, 3, _convert(quantity)) for quantity in units.QUANTITIES),
    Function("convert_temperature", 3, 3, _temperature),
)
