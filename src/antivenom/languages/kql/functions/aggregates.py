"""Kusto's aggregates: one row each, from the lowered arguments to the engine's measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions import percentiles
from antivenom.languages.kql.functions.table import Args
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value

_ORDERED = (Type.STRING, Type.INT, Type.LONG, Type.REAL, Type.DATETIME, Type.TIMESPAN)


@dataclass(frozen=True, slots=True)
class AggregateRow:
    """One aggregate: its name, its arguments, and the measure it becomes. `predicate` is the place of the
    condition in the ...if forms, None elsewhere."""

    name: str
    fewest: int
    most: int
    build: Callable[[Args], Call]
    predicate: int | None = None


def _count(args: Args) -> Call:
    """count(x) counts rows too, null or not (measured)."""
    return args.call("aggregate.count", type=Type.LONG)


def _countif(args: Args) -> Call:
    return args.call("kusto.count_if", to.boolean(args.values[0], args.spans[0]), type=Type.LONG)


def _number(args: Args, what: str) -> Value:
    value = args.values[0]
    if value.type is Type.INT:
        return to.widened(value, Type.LONG)
    if value.type is Type.DECIMAL:
        return to.widened(value, Type.REAL)
    if value.type not in (Type.LONG, Type.REAL):
        if value.type in (Type.TIMESPAN, Type.DATETIME):
            raise Unsupported(f"KQL {what} of {value.type.value}", span=args.spans[0])
        raise to.wrong_type(value, "a number", args.spans[0])
    return value


def _sum(args: Args) -> Call:
    if args.values[0].type is Type.TIMESPAN:
        return args.call("kusto.sum_long", args.values[0], type=Type.TIMESPAN)
    if args.values[0].type is Type.DECIMAL:
        return args.call("kusto.sum_decimal", args.values[0], type=Type.DECIMAL)
    value = _number(args, args.name)
    if value.type is Type.REAL:
        return args.call("kusto.sum_real", value, type=Type.REAL)
    return args.call("kusto.sum_long", value, type=Type.LONG)


def _avg(args: Args) -> Call:
    if args.values[0].type is Type.DECIMAL:
        return args.call("kusto.avg_decimal", args.values[0], type=Type.DECIMAL)
    if args.values[0].type in (Type.DATETIME, Type.TIMESPAN):
        return args.call("kusto.avg_ticks", args.values[0], type=args.values[0].type)
    value = _number(args, args.name)
    return args.call("kusto.avg_real" if value.type is Type.REAL else "kusto.avg_long", value, type=Type.REAL)


def _extreme(word: str) -> Callable[[Args], Call]:
    def build(args: Args) -> Call:
        value = args.values[0]
        if value.type is Type.DECIMAL:
            return args.call(f"kusto.{word}_decimal", value, type=Type.DECIMAL)
        if value.type not in (*_ORDERED, Type.BOOL):
            raise to.wrong_type(value, "a value that has an order", args.spans[0])
        suffix = {Type.REAL: f"kusto.{word}_real", Type.STRING: f"kusto.{word}_text"}
        return args.call(suffix.get(value.type, f"aggregate.{word}"), value, type=value.type)

    return build


def _dcount(args: Args) -> Call:
    """How many different values there are; the accuracy (0 to 4) changes nothing where all are counted."""
    value = args.values[0]
    if len(args) > 1 and not args.values[1].type.integral:
        raise Unsupported(f"KQL {args.name} with an accuracy that is no whole number", span=args.spans[1])
    if len(args) > 1 and not 0 <= args.constant_whole(1, "the accuracy") <= 4:
        raise Unsupported(f"KQL {args.name} with an accuracy outside 0 to 4", span=args.spans[1])
    if value.type is Type.DYNAMIC and args.name.startswith("count_distinct"):
        raise to.wrong_type(value, "no dynamic", args.spans[0])
    if value.type is Type.DYNAMIC:
        raise Unsupported(f"KQL {args.name} of dynamic", span=args.spans[0], hint="use tostring(...)")
    return args.call("kusto.dcount", value, type=Type.LONG)


def _any(args: Args) -> Call:
    value = args.values[0]
    if isinstance(value, Literal):
        raise Unsupported(f"KQL {args.name} of a literal", span=args.spans[0])
    op = "kusto.any_text" if value.type is Type.STRING else "kusto.any"
    return args.call(op, value, type=value.type)


def _spread(op: str) -> Callable[[Args], Call]:
    return lambda args: args.call(op, to.widened(_number(args, args.name), Type.REAL), type=Type.REAL)


_LARGEST = 1_048_576
"""The most elements Kusto keeps in one list, set or bag."""
_LEGACY = frozenset({"makelist", "makeset", "make_dictionary"})
_LEGACY_LARGEST = 128


def _size(args: Args) -> Literal:
    """The most elements to keep: as written, or 128 in the old spellings of these aggregates."""
    most = args.constant_whole(1, "the largest size") if len(args) > 1 else _LARGEST
    if most < 0:
        raise Unsupported(f"KQL {args.name} of a size below zero", span=args.spans[1])
    if len(args) < 2 and args.name in _LEGACY:
        most = _LEGACY_LARGEST
    return Literal(min(most, _LARGEST), Type.LONG)


def _collected(kind: str) -> Callable[[Args], Call]:
    """make_list and make_set: JSON texts; a dynamic's arrays are taken apart, other types' nulls left out."""

    def build(args: Args) -> Call:
        value = args.values[0]
        limit = (_size(args),) if len(args) > 1 or args.name in _LEGACY else ()
        if value.type is Type.DYNAMIC:
            return args.call(f"kusto.{kind}_of_dynamic", value, *limit, type=Type.DYNAMIC)
        return args.call(f"kusto.{kind}", json_or_null(value), *limit, type=Type.DYNAMIC)

    return build


def json_or_null(value: Value) -> Value:
    """JSON text of a value, a true null where it is null."""
    shown = to.to_json(value)
    if value.type is Type.STRING:
        return shown
    missing = Call("null.is_null", (value,), Type.BOOL)
    return Call("case.when", (missing, Literal(None, Type.DYNAMIC), shown), Type.DYNAMIC)


def _with_nulls(args: Args) -> Call:
    value = args.values[0]
    if value.type is Type.DYNAMIC:
        return args.call("kusto.list_of_dynamic", value, type=Type.DYNAMIC)
    return args.call("kusto.list_with_nulls", to.to_json(value), type=Type.DYNAMIC)


def _bag(args: Args) -> Call:
    """make_bag: the bags of all rows as one, the first value of a key staying."""
    return args.call("kusto.bag", args.typed(0, Type.DYNAMIC), _size(args), type=Type.DYNAMIC)


def _schema(args: Args) -> Call:
    return args.call("kusto.schema", args.typed(0, Type.DYNAMIC), type=Type.DYNAMIC)


def _pair(op: str) -> Callable[[Args], Call]:
    """covariance and its kin: two numbers of each row."""

    def build(args: Args) -> Call:
        if Type.TIMESPAN in (args.values[0].type, args.values[1].type):
            raise Unsupported(f"KQL {args.name} of timespan", span=args.span)
        return args.call(op, args.real(0), args.real(1), type=Type.REAL)

    return build


def _bits(op: str) -> Callable[[Args], Call]:
    """binary_all_and and its kin: the bits of whole numbers."""

    def build(args: Args) -> Call:
        value = args.values[0]
        if not value.type.integral:
            raise Unsupported(f"KQL {args.name} of {value.type.value}", span=args.spans[0])
        return args.call(op, value, type=value.type)

    return build


def _if(name: str, row: AggregateRow, predicate: int = 1) -> AggregateRow:
    """The form with a condition: rows where it is not true count as null."""
    return AggregateRow(name, row.fewest + 1, row.most + 1, row.build, predicate)


_SUM = AggregateRow("sum", 1, 1, _sum)
_AVG = AggregateRow("avg", 1, 1, _avg)
_MIN = AggregateRow("min", 1, 1, _extreme("min"))
_MAX = AggregateRow("max", 1, 1, _extreme("max"))
_DCOUNT = AggregateRow("dcount", 1, 2, _dcount)
_DISTINCT = AggregateRow("count_distinct", 1, 1, _dcount)
_STDEV = AggregateRow("stdev", 1, 1, _spread("kusto.stdev"))
_VARIANCE = AggregateRow("variance", 1, 1, _spread("kusto.variance"))
_VARIANCEP = AggregateRow("variancep", 1, 1, _spread("kusto.variancep"))
_COVARIANCE = AggregateRow("covariance", 2, 2, _pair("kusto.covariance"))
_COVARIANCEP = AggregateRow("covariancep", 2, 2, _pair("kusto.covariancep"))
_LIST = AggregateRow("make_list", 1, 2, _collected("list"))
_SET = AggregateRow("make_set", 1, 2, _collected("set"))
_BAG = AggregateRow("make_bag", 1, 2, _bag)

AGGREGATES = {
    row.name: row
    for row in (
        AggregateRow("count", 0, 1, _count),
        AggregateRow("countif", 1, 1, _countif),
        _SUM,
        _AVG,
        _MIN,
        _MAX,
        _DCOUNT,
        _DISTINCT,
        _STDEV,
        _VARIANCE,
        _LIST,
        _SET,
        _if("sumif", _SUM),
        _if("avgif", _AVG),
        _if("minif", _MIN),
        _if("maxif", _MAX),
        _if("dcountif", _DCOUNT),
        _if("count_distinctif", _DISTINCT),
        _if("stdevif", _STDEV),
        _if("varianceif", _VARIANCE),
        _if("make_list_if", _LIST),
        _if("make_set_if", _SET),
        _BAG,
        _if("make_bag_if", _BAG),
        AggregateRow("make_dictionary", 1, 2, _bag),
        AggregateRow("buildschema", 1, 1, _schema),
        AggregateRow("makelist", 1, 2, _collected("list")),
        AggregateRow("makeset", 1, 2, _collected("set")),
        AggregateRow("make_list_with_nulls", 1, 1, _with_nulls),
        AggregateRow("stdevp", 1, 1, _spread("kusto.stdevp")),
        _VARIANCEP,
        _if("variancepif", _VARIANCEP),
        _COVARIANCE,
        _COVARIANCEP,
        _if("covarianceif", _COVARIANCE, 2),
        _if("covariancepif", _COVARIANCEP, 2),
        AggregateRow("binary_all_and", 1, 1, _bits("kusto.bits_and")),
        AggregateRow("binary_all_or", 1, 1, _bits("kusto.bits_or")),
        AggregateRow("binary_all_xor", 1, 1, _bits("kusto.bits_xor")),
        AggregateRow("percentile", 2, 2, percentiles.percentile),
        AggregateRow("percentilew", 3, 3, percentiles.percentilew),
        AggregateRow("take_any", 1, 1, _any),
        AggregateRow("any", 1, 1, _any),
        AggregateRow("take_anyif", 2, 2, _any, predicate=1),
        AggregateRow("anyif", 2, 2, _any, predicate=1),
    )
}
"""Aggregates of one column, by name; arg_max, arg_min and the several-column forms are in lower_summaries."""

REFUSED = frozenset("cnt hll hll_if hll_merge passthrough tdigest tdigest_merge merge_tdigests maxby minby".split())
"""Aggregates Kusto has and this front end refuses by name."""


def measure(args: Args) -> Call:
    """The engine's measure of an aggregate call. Raises QueryError and Unsupported."""
    row = AGGREGATES[args.name]
    if not row.fewest <= len(args) <= row.most:
        wanted = str(row.fewest) if row.fewest == row.most else f"{row.fewest} to {row.most}"
        raise QueryError(f"{args.name}() takes {wanted} arguments, not {len(args)}", span=args.span)
    if row.predicate is None:
        return row.build(args)
    condition = to.boolean(args.values[row.predicate], args.spans[row.predicate])
    kept = [i for i in range(len(args)) if i != row.predicate]
    inner = Args(args.name, [args.values[i] for i in kept], [args.spans[i] for i in kept], args.span)
    return only_where(row.build(inner), condition)


def only_where(call: Call, condition: Value) -> Call:
    """The measure over the rows where the condition is true: elsewhere its value is null."""
    value, *rest = call.args
    chosen = Call("case.when", (condition, value, Literal(None, value.type)), value.type)
    return Call(call.op, (chosen, *rest), call.type, call.span)
