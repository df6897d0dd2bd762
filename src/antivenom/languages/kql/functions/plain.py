"""Kusto's conversions, conditions, numbers and dynamic values."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import Unsupported
from antivenom.languages.kql.functions.table import Args, Function, of_real
from antivenom.languages.kql.values import arithmetic, decimals
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value

_B = Type.BOOL
_COMPARED = (Type.DATETIME, Type.TIMESPAN, Type.STRING, Type.BOOL)


def _number(name: str, type: Type) -> Function:
    return Function(name, 1, 1, lambda a: to.to_number(a.values[0], type, a.spans[0]))


def _convert(name: str, made: Callable[[Args], Value]) -> Function:
    return Function(name, 1, 1, made)


def _about_real(name: str, op: str) -> Function:
    """Whether a real is of a kind; Kusto takes no decimal here."""

    def build(args: Args) -> Value:
        if args.values[0].type is Type.DECIMAL:
            raise to.wrong_type(args.values[0], "a real", args.spans[0])
        return args.call(op, args.real(0), type=_B)

    return Function(name, 1, 1, build)


def _not(args: Args) -> Value:
    """not() of a number asks whether it is zero (measured)."""
    if args.values[0].type.integral:
        return args.call("bool.not", to.to_bool(args.values[0], args.spans[0]), type=_B)
    return args.call("bool.not", to.boolean(args.values[0], args.spans[0]), type=_B)


def _isnull(args: Args) -> Value:
    if args.values[0].type is Type.STRING:
        return Literal(False, _B, args.span)
    return args.call("null.is_null", args.values[0], type=_B)


def _isnotnull(args: Args) -> Value:
    if args.values[0].type is Type.STRING:
        return Literal(True, _B, args.span)
    return args.call("null.is_not_null", args.values[0], type=_B)


def _iff(args: Args) -> Value:
    condition = to.boolean(args.values[0], args.spans[0])
    yes, no = to.common(args.values[1:], args.name, args.span)
    return args.call("case.when", condition, yes, no, type=yes.type)


def _case(args: Args) -> Value:
    if len(args) % 2 == 0:
        raise Unsupported("KQL case without a last value", span=args.span)
    conditions = [to.boolean(args.values[i], args.spans[i]) for i in range(0, len(args) - 1, 2)]
    results = to.common([*args.values[1::2], args.values[-1]], "case", args.span)
    parts = [part for pair in zip(conditions, results, strict=False) for part in pair]
    return args.call("case.when", *parts, results[-1], type=results[-1].type)


def _coalesce(args: Args) -> Value:
    """The first value that is not null; of strings, the first that is not empty."""
    values = to.common(args.values, "coalesce", args.span)
    if values[0].type is not Type.STRING:
        return args.call("null.coalesce", *values, type=values[0].type)
    parts: list[Value] = []
    for value in values[:-1]:
        parts += [Call("compare.ne", (value, Literal("", Type.STRING)), _B), value]
    return args.call("case.when", *parts, values[-1], type=Type.STRING) if parts else values[-1]


def _extreme(op: str) -> Callable[[Args], Value]:
    def build(args: Args) -> Value:
        values = to.common(args.values, args.name, args.span, reals=True)
        if values[0].type is Type.DECIMAL:
            chosen = values[0]
            for value in values[1:]:
                chosen = args.call(op.replace("kusto.", "kusto.decimal_"), chosen, value, type=Type.DECIMAL)
            return chosen
        if not (values[0].type.numeric or values[0].type in _COMPARED):
            raise Unsupported(f"KQL {args.name} of {values[0].type.value}", span=args.span)
        return args.call(op, *values, type=values[0].type)

    return build


def _abs(args: Args) -> Value:
    value = args.values[0]
    if value.type.integral:
        value = to.widened(value, Type.LONG)
    if value.type is Type.DECIMAL:
        return args.call("kusto.decimal_abs", value, type=Type.DECIMAL)
    if value.type not in (Type.LONG, Type.REAL, Type.TIMESPAN):
        raise to.wrong_type(value, "a number", args.spans[0])
    return args.call("kusto.abs", value, type=value.type)


def _sign(args: Args) -> Value:
    return args.call("kusto.sign", args.real(0), type=Type.REAL)


def _bin(args: Args) -> Value:
    return arithmetic.bin(args.values[0], args.values[1], args.span)


def _pow(args: Args) -> Value:
    return args.call("kusto.pow", args.real(0), args.real(1), type=Type.REAL)


def _pack(args: Args) -> Value:
    if len(args) % 2:
        raise Unsupported(f"KQL {args.name} of an odd number of values", span=args.span)
    parts: list[Value] = []
    keys = [key.value for key in args.values[::2] if isinstance(key, Literal)]
    if len(set(keys)) < len(keys):
        raise Unsupported(f"KQL {args.name} of one key twice", span=args.span)
    for index in range(0, len(args), 2):
        parts += [to.to_json(args.only_text(index)), to.to_json(args.values[index + 1])]
    return args.call("kusto.bag", *parts, type=Type.DYNAMIC)


def _pack_array(args: Args) -> Value:
    return args.call("kusto.array", *(to.to_json(value) for value in args.values), type=Type.DYNAMIC)


def _gettype(args: Args) -> Value:
    value = args.values[0]
    if value.type is Type.DYNAMIC:
        return args.call("kusto.gettype", value, type=Type.STRING)
    return Literal(value.type.value, Type.STRING, args.span)


def _array_length(args: Args) -> Value:
    return args.call("kusto.array_length", args.typed(0, Type.DYNAMIC), type=Type.LONG)


def _set_has_element(args: Args) -> Value:
    if args.values[1].type in (Type.DYNAMIC, Type.REAL):
        return args.call("kusto.set_has_value", args.typed(0, Type.DYNAMIC), to.to_json(args.values[1]), type=Type.BOOL)
    if args.values[1].type not in (Type.STRING, Type.LONG, Type.INT, Type.BOOL):
        raise Unsupported(f"KQL set_has_element of {args.values[1].type.value}", span=args.spans[1])
    return args.call("kusto.set_has_element", args.typed(0, Type.DYNAMIC), to.to_json(args.values[1]), type=Type.BOOL)


def _of_array(name: str, op: str) -> Function:
    return Function(name, 1, 1, lambda a: a.call(op, a.typed(0, Type.DYNAMIC), type=Type.DYNAMIC))


def _array_concat(args: Args) -> Value:
    arrays = [args.typed(index, Type.DYNAMIC) for index in range(len(args))]
    return args.call("kusto.array_concat", *arrays, type=Type.DYNAMIC)


def _array_slice(args: Args) -> Value:
    array = args.typed(0, Type.DYNAMIC)
    return args.call("kusto.array_slice", array, args.whole(1), args.whole(2), type=Type.DYNAMIC)


FUNCTIONS = (
    _number("toint", Type.INT),
    _number("tolong", Type.LONG),
    _number("toreal", Type.REAL),
    _number("todouble", Type.REAL),
    _convert("todecimal", lambda a: decimals.of(a.values[0], a.spans[0])),
    _convert("tostring", lambda a: to.to_text(a.values[0])),
    _convert("tobool", lambda a: to.to_bool(a.values[0], a.spans[0])),
    _convert("toboolean", lambda a: to.to_bool(a.values[0], a.spans[0])),
    _convert("todatetime", lambda a: to.to_datetime(a.values[0], a.spans[0])),
    _convert("totimespan", lambda a: to.to_timespan(a.values[0], a.spans[0])),
    _convert("totime", lambda a: to.to_timespan(a.values[0], a.spans[0])),
    _convert("toguid", lambda a: to.to_guid(a.values[0], a.spans[0])),
    _convert("todynamic", lambda a: to.to_dynamic(a.values[0], a.spans[0])),
    _convert("toobject", lambda a: to.to_dynamic(a.values[0], a.spans[0])),
    _convert("parse_json", lambda a: to.to_dynamic(a.values[0], a.spans[0])),
    _convert("parsejson", lambda a: to.to_dynamic(a.values[0], a.spans[0])),
    Function("not", 1, 1, _not),
    Function("isnull", 1, 1, _isnull),
    Function("isnotnull", 1, 1, _isnotnull),
    Function("notnull", 1, 1, _isnotnull),
    Function("iff", 3, 3, _iff),
    Function("iif", 3, 3, _iff),
    Function("case", 3, 1000, _case),
    Function("coalesce", 2, 64, _coalesce),
    Function("min_of", 2, 64, _extreme("kusto.least")),
    Function("max_of", 2, 64, _extreme("kusto.greatest")),
    Function("abs", 1, 1, _abs),
    Function("sign", 1, 1, _sign),
    Function("bin", 2, 2, _bin),
    Function("floor", 2, 2, _bin),
    Function("pow", 2, 2, _pow),
    of_real("sqrt", "kusto.sqrt"),
    of_real("exp", "kusto.exp"),
    of_real("log", "kusto.ln"),
    of_real("log10", "kusto.log10"),
    of_real("log2", "kusto.log2"),
    _about_real("isnan", "kusto.is_nan"),
    _about_real("isinf", "kusto.is_inf"),
    _about_real("isfinite", "kusto.is_finite"),
    Function("pack", 2, 128, _pack),
    Function("bag_pack", 2, 128, _pack),
    Function("pack_dictionary", 2, 128, _pack),
    Function("pack_array", 1, 128, _pack_array),
    Function("gettype", 1, 1, _gettype),
    Function("array_length", 1, 1, _array_length),
    Function("arraylength", 1, 1, _array_length),
    Function("set_has_element", 2, 2, _set_has_element),
    _of_array("bag_keys", "kusto.bag_keys"),
    _of_array("array_reverse", "kusto.array_reverse"),
    Function("array_concat", 1, 64, _array_concat),
    Function("array_slice", 3, 3, _array_slice),
)
