"""Operations of Kusto alone: comparison with its null rules, arithmetic, aggregates; the rest by subject."""

from __future__ import annotations

import math

from sqlglot import exp

from antivenom.engine.functions import (
    kusto_convert,
    kusto_decimal,
    kusto_expand,
    kusto_json,
    kusto_math,
    kusto_parse,
    kusto_plugins,
    kusto_regex,
    kusto_series,
    kusto_text,
    kusto_time,
    kusto_windows,
)
from antivenom.engine.functions.kusto_shapes import may_be_null
from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value


def _nan_free(call: Call, args: list[Sql], compared: Sql) -> Sql:
    """The comparison, false where a real is NaN: DuckDB holds NaN equal to itself and above all numbers."""
    guards = [
        expand("NOT isnan(@0)", arg)
        for value, arg in zip(call.args, args, strict=True)
        if value.type is Type.REAL and not _number(value)
    ]
    return exp.and_(compared, *guards, copy=False) if guards else compared


def _number(value: Value) -> bool:
    """Whether it is a literal that is not NaN."""
    return isinstance(value, Literal) and isinstance(value.value, float) and not math.isnan(value.value)


def _equal(call: Call, args: list[Sql]) -> Sql:
    """True, false, or null where both sides are null."""
    compared = _nan_free(call, args, expand("@0 = @1", *args))
    left, right = (may_be_null(arg) for arg in call.args)
    if not left and not right:
        return compared
    total = expand("coalesce(@0, FALSE)", compared)
    if left and right:
        return expand("CASE WHEN @0 IS NULL AND @1 IS NULL THEN NULL ELSE @2 END", *args, total)
    return total


def _unequal(call: Call, args: list[Sql]) -> Sql:
    return exp.Not(this=exp.paren(_equal(call, args)))


def _ordering(op: str, sign: str) -> Row:
    def build(call: Call, args: list[Sql]) -> Sql:
        return _nan_free(call, args, expand(f"@0 {sign} @1", *args))

    return Row(op, build)


def _concat(call: Call, args: list[Sql]) -> Sql:
    made = args[0]
    for arg in args[1:]:
        made = exp.DPipe(this=made, expression=exp.paren(arg))
    return exp.paren(made)


def _wrapped(number: str) -> str:
    """A HUGEINT taken to 64 bits as Kusto's processor does: overflow wraps."""
    return f"CAST((({number} + 9223372036854775808) & 18446744073709551615) - 9223372036854775808 AS BIGINT)"


def _text(value: Value) -> str:
    assert isinstance(value, Literal)
    assert isinstance(value.value, str)
    return value.value


_ABS = "CASE WHEN @0 <= -9223372036854775808 THEN @0 ELSE abs(@0) END"
"""The lowest long has no positive one; it stays, as in the processor's arithmetic."""


def _abs(call: Call, args: list[Sql]) -> Sql:
    return expand("abs(@0)", args[0]) if call.type is Type.REAL else once(call.op, _ABS).build(call, args)


def _least(function: str) -> Row:
    """min_of and max_of: nulls are passed over, NaN wins; texts go by code point, false before true."""

    def build(call: Call, args: list[Sql]) -> Sql:
        made: Sql = exp.Anonymous(this=function, expressions=args)
        if call.type is Type.REAL:
            nan = exp.or_(*(expand("coalesce(isnan(@0), FALSE)", arg) for arg in args), copy=False)
            made = expand("CASE WHEN @0 THEN CAST('nan' AS DOUBLE) ELSE @1 END", nan, made)
        return made

    return Row(f"kusto.{function}", build)


_COMPARISONS = (
    Row("kusto.eq", _equal),
    Row("kusto.ne", _unequal),
    _ordering("kusto.lt", "<"),
    _ordering("kusto.le", "<="),
    _ordering("kusto.gt", ">"),
    _ordering("kusto.ge", ">="),
)

_ARITHMETIC = (
    template("kusto.add", _wrapped("(CAST(@0 AS HUGEINT) + @1)")),
    template("kusto.subtract", _wrapped("(CAST(@0 AS HUGEINT) - @1)")),
    template("kusto.multiply", _wrapped("(CAST(@0 AS HUGEINT) * @1)")),
    template("kusto.negate", _wrapped("(-CAST(@0 AS HUGEINT))")),
    once(  # toward zero; the lowest long by -1 wraps to itself
        "kusto.divide_long",
        "CASE WHEN @0 <= -9223372036854775808 AND @1 = -1 THEN @0 ELSE @0 // nullif(@1, 0) END",
    ),
    template("kusto.divide_real", "@0 / @1"),
    once(  # never negative
        "kusto.modulo_long",
        """CAST((CAST(@0 AS HUGEINT) % nullif(@1, 0) + abs(CAST(@1 AS HUGEINT)))
           % abs(CAST(nullif(@1, 0) AS HUGEINT)) AS BIGINT)""",
    ),
    once("kusto.modulo_real", "(@0 % @1 + abs(@1)) % abs(@1)"),
    once(  # null below the lowest long
        "kusto.bin_long",
        """CASE WHEN @1 > 0 AND @0 % @1 >= 0 THEN @0 - @0 % @1
           WHEN @1 > 0 AND @0 >= -9223372036854775807 + @1 THEN @0 - (@0 % @1 + @1) END""",
    ),
    once("kusto.bin_real", "CASE WHEN @1 > 0 THEN floor(@0 / @1) * @1 END"),
    Row("kusto.abs", _abs),
    once(
        "kusto.sign",
        "CASE WHEN @0 > 0 AND NOT isnan(@0) THEN 1e0 WHEN @0 < 0 THEN -1e0 WHEN @0 IS NOT NULL THEN 0e0 END",
    ),
    template("kusto.ceiling", "ceil(@0)"),
    once(  # halves go away from zero, as far as the scaled double is one (documented: 2.15 to one digit is 2.2)
        "kusto.round",
        """CASE WHEN NOT isfinite(@0 * pow(1e1, @1)) THEN @0
           WHEN @1 < 0 THEN round(@0 / pow(1e1, -@1)) * pow(1e1, -@1)
           ELSE round(@0 * pow(1e1, @1)) / pow(1e1, @1) END""",
    ),
    template("kusto.round_whole", "round(@0)"),
    template("kusto.is_nan", "isnan(@0)"),
    template("kusto.is_inf", "isinf(@0)"),
    template("kusto.is_finite", "isfinite(@0)"),
    template("kusto.sqrt", "sqrt(@0)"),
    template("kusto.pow", "pow(@0, @1)"),
    once("kusto.ln", "CASE WHEN @0 >= 0 THEN ln(@0) END"),
    once("kusto.log10", "CASE WHEN @0 >= 0 THEN log10(@0) END"),
    once("kusto.log2", "CASE WHEN @0 >= 0 THEN log2(@0) END"),
    template("kusto.exp", "exp(@0)"),
    _least("least"),
    _least("greatest"),
    Row("kusto.concat", _concat),
)

ROWS: tuple[Row, ...] = (
    *_COMPARISONS,
    *_ARITHMETIC,
    *kusto_text.ROWS,
    *kusto_regex.ROWS,
    *kusto_expand.ROWS,
    *kusto_convert.ROWS,
    *kusto_json.ROWS,
    *kusto_parse.ROWS,
    *kusto_time.ROWS,
    *kusto_math.ROWS,
    *kusto_decimal.ROWS,
    *kusto_windows.ROWS,
    *kusto_series.ROWS,
    *kusto_plugins.ROWS,
)


# --- aggregates

_SUM = _wrapped("coalesce(sum(CAST(@0 AS HUGEINT)), 0)")
_LARGEST_SET = 10**8


def _first(op: str, *, descending: bool) -> Row:
    """A column of the row where a value is largest or smallest, of several the first, so that all columns of
    one arg_max come from one and the same row. Arguments: the shown column, the value."""

    def build(call: Call, args: list[Sql]) -> Sql:
        shown, value, position = args
        keys: list[Sql] = []
        constant = isinstance(call.args[1], Literal)  # it orders nothing, and DuckDB refuses it
        if call.args[1].type is Type.REAL and not constant:
            keys.append(exp.Ordered(this=expand("isnan(@0)", value), desc=True, nulls_first=False))
        if not constant:
            keys.append(exp.Ordered(this=value, desc=descending, nulls_first=False))
        keys.append(exp.Ordered(this=position, desc=False, nulls_first=False))
        ordered = exp.Order(this=shown, expressions=keys)
        found: Sql = exp.Anonymous(this="first", expressions=[ordered])
        return expand("coalesce(@0, '')", found) if call.type is Type.STRING else found

    return Row(op, build, ordered=True)


def _listed(op: str, pieces: str, *, distinct: bool) -> Row:
    """A JSON array, in the order of the rows; an argument after the value is the most elements to keep.

    `pieces` makes a list of JSON texts of @0 (a list of texts), @1 being the row's position.
    """

    def build(call: Call, args: list[Sql]) -> Sql:
        *given, position = args
        made = expand(pieces, given[0], position)
        if distinct:
            made = _distinct(made)
        if len(given) > 1:
            made = expand("list_slice(@0, 1, @1)", made, given[1])
        return expand("'[' || array_to_string(@0, ',') || ']'", made)

    return Row(op, build, ordered=True)


def _distinct(texts: Sql) -> Sql:
    """Each text once, in order of first appearance; by value when there are too many to look for."""
    shape = f"""list_extract(list_transform([@0], lambda every: CASE
        WHEN len(every) * len(list_distinct(every)) > {_LARGEST_SET} THEN list_sort(list_distinct(every))
        ELSE list_transform(list_sort(list_transform(list_distinct(every),
          lambda one: {{'at': list_position(every, one), 'text': one}})), lambda pair: pair.text) END), 1)"""
    return expand(shape, texts)


_SCALARS = "coalesce(list(@0 ORDER BY @1) FILTER (@0 IS NOT NULL), [])"
_WITH_NULLS = "coalesce(list(coalesce(@0, 'null') ORDER BY @1), [])"
# arrays are taken apart, nulls stay
_DYNAMICS = """flatten(coalesce(list(CASE WHEN json_type(@0) = 'ARRAY'
  THEN list_transform(from_json(@0, '["JSON"]'), lambda element: coalesce(CAST(element AS VARCHAR), 'null'))
  ELSE [coalesce(@0, 'null')] END ORDER BY @1), []))"""


def _gathered(op: str, function: str) -> Row:
    """An aggregate that Python computes from the texts of all rows, in their order, nulls left out."""

    def build(call: Call, args: list[Sql]) -> Sql:
        value, *rest, position = args
        texts = expand("coalesce(list(@0 ORDER BY @1) FILTER (@0 IS NOT NULL), [])", value, position)
        return exp.Anonymous(this=function, expressions=[texts, *rest])

    return Row(op, build, ordered=True)


# the mean of times, where it is a whole number of ticks
# whole ticks, what is left over cut off; unverified, as is null for no times
_AVG_TICKS = "CAST(sum(CAST(@0 AS HUGEINT)) // nullif(count(@0), 0) AS BIGINT)"
# the first value, from below, at which the weights above zero (@1) up to it reach the share @2 of all
_WEIGHTED = """list_reduce(
    list_prepend(struct_pack(
        value := any_value(@0) FILTER (@1 > 0),
        weight := greatest(@2 * sum(CAST(@1 AS DOUBLE)) FILTER (@0 IS NOT NULL AND @1 > 0), 1e-9)),
      list_sort(list(struct_pack(value := @0, weight := CAST(@1 AS DOUBLE))) FILTER (@0 IS NOT NULL AND @1 > 0))),
    lambda got, one: CASE WHEN got.weight <= 0 THEN got
      ELSE struct_pack(value := one.value, weight := got.weight - one.weight) END).value"""

AGGREGATES: tuple[Row, ...] = (
    *kusto_windows.AGGREGATES,
    *kusto_series.AGGREGATES,
    template("kusto.count_if", "count(CASE WHEN @0 THEN 1 END)"),
    template("kusto.sum_long", _SUM),
    template("kusto.running_sum", "sum(@0)"),
    template("kusto.sum_real", "coalesce(sum(@0), 0e0)"),
    template(
        "kusto.avg_long",
        f"CASE WHEN count(@0) = 0 THEN CAST('nan' AS DOUBLE) ELSE CAST({_SUM} AS DOUBLE) / count(@0) END",
    ),
    template("kusto.avg_real", "coalesce(avg(@0), CAST('nan' AS DOUBLE))"),
    template("kusto.min_real", "CASE WHEN bool_or(isnan(@0)) THEN CAST('nan' AS DOUBLE) ELSE min(@0) END"),
    template("kusto.max_real", "max(@0)"),
    template("kusto.min_text", "coalesce(min(@0), '')"),
    template("kusto.max_text", "coalesce(max(@0), '')"),
    template("kusto.dcount", "count(DISTINCT @0)"),
    template("kusto.any", "any_value(@0)"),
    template("kusto.first", "first(@0)"),
    template("kusto.any_text", "coalesce(any_value(@0), '')"),
    template("kusto.stdev", "CASE WHEN count(@0) < 2 THEN 0e0 ELSE stddev_samp(@0) END"),
    template("kusto.variance", "CASE WHEN count(@0) < 2 THEN 0e0 ELSE var_samp(@0) END"),
    template("kusto.stdevp", "CASE WHEN count(@0) = 0 THEN 0e0 ELSE stddev_pop(@0) END"),
    template("kusto.variancep", "CASE WHEN count(@0) = 0 THEN 0e0 ELSE var_pop(@0) END"),
    template("kusto.avg_ticks", _AVG_TICKS),
    template("kusto.covariance", "coalesce(covar_samp(@0, @1), 0e0)"),
    template("kusto.covariancep", "coalesce(covar_pop(@0, @1), 0e0)"),
    *(template(f"kusto.bits_{word}", f"bit_{word}(@0)") for word in ("and", "or", "xor")),
    template("kusto.percentile", "quantile_disc(@0, @1)"),
    template("kusto.percentilew", _WEIGHTED),
    _first("kusto.arg_max", descending=True),
    _first("kusto.arg_min", descending=False),
    _listed("kusto.list", _SCALARS, distinct=False),  # of JSON texts, null ones left out
    _listed("kusto.list_with_nulls", _WITH_NULLS, distinct=False),
    _listed("kusto.list_of_dynamic", _DYNAMICS, distinct=False),
    _gathered("kusto.bag", "antivenom_kusto_bag_of_bags"),
    _gathered("kusto.schema", "antivenom_kusto_schema_of"),
    _listed("kusto.set", _SCALARS, distinct=True),
    _listed("kusto.set_of_dynamic", _DYNAMICS, distinct=True),
    *kusto_decimal.AGGREGATES,
)
