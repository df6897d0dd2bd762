"""Kusto's functions of arrays, sets and property bags."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.table import Args, Function
from antivenom.languages.kql.functions.text import converted
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values import paths
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value

_D, _L, _S, _B = Type.DYNAMIC, Type.LONG, Type.STRING, Type.BOOL
_MOST = 64
_SOUGHT = frozenset({_S, _L, Type.INT, _B, _D})


def pieces(values: list[Value]) -> Call:
    """Dynamic values as one list of JSON texts."""
    return Call("kusto.pieces", tuple(values), Type.MULTI)


def _arrays(args: Args) -> Call:
    return pieces([args.typed(index, _D) for index in range(len(args))])


def _several(name: str, type: Type = _D, fewest: int = 2, most: int = _MOST) -> Function:
    """A function of several arrays or bags."""
    return Function(name, fewest, most, lambda a: a.call(f"kusto.{name}", _arrays(a), type=type))


def _json(args: Args, index: int) -> Value:
    """An argument of any type, as JSON."""
    return to.to_json(args.values[index])


def _array_iff(args: Args) -> Value:
    return args.call("kusto.array_iff", args.typed(0, _D), _json(args, 1), _json(args, 2), type=_D)


def sought(args: Args, index: int) -> Value:
    """A value to look for in an array, as JSON. How Kusto compares the other types with JSON is not known."""
    if args.values[index].type not in _SOUGHT:
        raise Unsupported(f"KQL {args.name} of {args.values[index].type.value}", span=args.spans[index])
    return to.to_json(args.values[index])


def _array_index_of(args: Args) -> Value:
    defaults = [Literal(number, _L) for number in (0, -1, 1)]
    given = [args.whole(index) for index in range(2, len(args))]
    numbers = [*given, *defaults[len(given) :]]
    return args.call("kusto.array_index_of", args.typed(0, _D), sought(args, 1), *numbers, type=_L)


def _rotate(name: str, sign: int) -> Function:
    def build(args: Args) -> Value:
        count = _signed(args.whole(1), sign)
        return args.call("kusto.array_rotate", args.typed(0, _D), count, type=_D)

    return Function(name, 2, 2, build)


def _shift(name: str, sign: int) -> Function:
    def build(args: Args) -> Value:
        filler = _json(args, 2) if len(args) > 2 else Literal(None, _S)
        count = _signed(args.whole(1), sign)
        return args.call("kusto.array_shift", args.typed(0, _D), count, filler, type=_D)

    return Function(name, 2, 3, build)


def _signed(count: Value, sign: int) -> Value:
    return count if sign > 0 else Call("kusto.negate", (count,), _L)


def _array_split(args: Args) -> Value:
    if args.values[1].type is not _D and not args.values[1].type.integral:
        raise to.wrong_type(args.values[1], "a whole number or an array of them", args.spans[1])
    return args.call("kusto.array_split", args.typed(0, _D), _json(args, 1), type=_D)


def sorted_arrays(args: Args) -> list[Value]:
    """Every array that array_sort_asc() or array_sort_desc() gives: one for each it takes."""
    values, nulls_last = list(args.values), True
    last = values[-1]
    if last.type is _B:
        if not isinstance(last, Literal) or last.value is None:
            raise Unsupported(f"KQL {args.name} with a flag that is not constant", span=args.spans[-1])
        nulls_last = bool(last.value)
        values.pop()
    if not values:
        raise QueryError(f"{args.name}() takes at least one array", span=args.span)
    given = pieces([args.typed(index, _D) for index in range(len(values))])
    flags = (Literal(args.name == "array_sort_desc", _B), Literal(nulls_last, _B))
    return [args.call("kusto.array_sort", given, Literal(at, _L), *flags, type=_D) for at in range(len(values))]


def _sorted(args: Args) -> Value:
    found = sorted_arrays(args)
    if len(found) > 1:
        hint = "take one of them, as by [0]"
        raise Unsupported(f"KQL {args.name} of several arrays as one value", span=args.span, hint=hint)
    return found[0]


def _array_strcat(args: Args) -> Value:
    return args.call("kusto.strcat_array", args.typed(0, _D), args.only_text(1), type=_S)


# --- bags


def _bag_has_key(args: Args) -> Value:
    return args.call("kusto.bag_has_key", args.typed(0, _D), args.text(1), type=_B)


def _bag_set_key(args: Args) -> Value:
    key = args.text(1)
    if not isinstance(key, Literal):
        raise QueryError("the key must be constant", span=args.spans[1])
    return args.call("kusto.bag_set_key", args.typed(0, _D), key, _json(args, 2), type=_D)


def _pair(name: str) -> Function:
    """A function of two dynamic values."""
    return Function(name, 2, 2, lambda a: a.call(f"kusto.{name}", a.typed(0, _D), a.typed(1, _D), type=_D))


def _treepath(args: Args) -> Value:
    return args.call("kusto.treepath", args.typed(0, _D), type=_D)


def _extract_json(args: Args) -> Value:
    """The value at a JSONPath of a JSON text, as text or as the type asked for."""
    steps = paths.jsonpath(args.constant_text(0, "the path"), args.spans[0])
    held = args.call("kusto.parse_strict", args.text(1), type=_D)
    found = paths.follow(held, steps, args.span)
    wanted = args.values[2] if len(args) > 2 else Literal("string", _S)
    assert isinstance(wanted, Literal)
    if wanted.value == "string":
        return args.call("kusto.json_text", found, type=_S)
    if wanted.value == "dynamic":
        return found
    if wanted.value in ("bool", "boolean"):
        return to.to_bool(found, args.span)
    return converted(to.to_text(found), str(wanted.value), args)


def _dynamic_to_json(args: Args) -> Value:
    """JSON with its keys in order; a value that is no dynamic is shown as by tostring()."""
    if args.values[0].type is not _D:
        return to.to_text(args.values[0])
    known = Call("kusto.dynamic_to_json", (args.values[0],), _S, args.span)
    return args.call("kusto.known_text", known, type=_S)


def _repeat(args: Args) -> Value:
    if not args.values[1].type.integral:
        raise to.wrong_type(args.values[1], "a whole number", args.spans[1])
    return args.call("kusto.array_repeat", _json(args, 0), args.whole(1), type=_D)


FUNCTIONS = (
    Function("array_iff", 3, 3, _array_iff),
    Function("array_iif", 3, 3, _array_iff),
    Function("array_index_of", 2, 5, _array_index_of),
    _rotate("array_rotate_left", 1),
    _rotate("array_rotate_right", -1),
    _shift("array_shift_left", 1),
    _shift("array_shift_right", -1),
    Function("array_split", 2, 2, _array_split),
    Function("array_sum", 1, 1, lambda a: a.call("kusto.array_sum", a.typed(0, _D), type=Type.REAL)),
    Function("array_sort_asc", 1, _MOST, _sorted),
    Function("array_sort_desc", 1, _MOST, _sorted),
    Function("array_strcat", 2, 2, _array_strcat),
    _several("set_difference"),
    _several("set_intersect"),
    _several("set_union"),
    _several("set_equals", _B, most=2),
    _several("jaccard_index", Type.REAL, most=2),
    _several("zip", most=16),
    _several("bag_merge"),
    Function("bag_has_key", 2, 2, _bag_has_key),
    Function("bag_set_key", 3, 3, _bag_set_key),
    _pair("bag_remove_keys"),
    _pair("bag_zip"),
    Function("extract_json", 2, 3, _extract_json),
    Function("extractjson", 2, 3, _extract_json),
    Function("treepath", 1, 1, _treepath),
    Function("dynamic_to_json", 1, 1, _dynamic_to_json),
    Function("repeat", 2, 2, _repeat),
)
