"""Operations that mean the same in every language."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.shapes import refusing
from antivenom.engine.functions.table import Row, Sql, template
from antivenom.plan.values import Call


def _and(call: Call, args: list[Sql]) -> Sql:
    return exp.and_(*args, copy=False) if args else exp.true()


def _case(call: Call, args: list[Sql]) -> Sql:
    case = exp.Case()
    for condition, value in zip(args[:-1:2], args[1::2], strict=False):
        case = case.when(condition, value, copy=False)
    return case.else_(args[-1], copy=False)


ROWS = (
    Row("bool.and", _and),  # three-valued, any number of arguments
    template("bool.not", "NOT @0"),
    template("bool.is_true", "coalesce(@0, FALSE)"),
    Row("case.when", _case),  # condition, value, condition, value, ..., otherwise
    template("null.is_null", "@0 IS NULL"),
    template("null.is_not_null", "@0 IS NOT NULL"),
    Row("null.coalesce", lambda call, args: exp.Coalesce(this=args[0], expressions=args[1:])),
    template("schema.open", refusing("a query compiled without the rows that name its fields")),
    template("text.lower", "lower(@0)"),
    template("text.upper", "upper(@0)"),
    template("text.or_null", "nullif(@0, @1)"),
    template("text.concat", "@0 || @1"),  # null if either is null
    template("number.add", "@0 + @1"),
    template("number.subtract", "@0 - @1"),
    template("number.multiply", "@0 * @1"),
    template("number.negate", "-@0"),
    template("number.modulo_long", "@0 % @1"),
    template("compare.eq", "@0 = @1"),  # SQL's: null if either is null
    template("compare.ne", "@0 <> @1"),
    template("compare.lt", "@0 < @1"),
    template("compare.le", "@0 <= @1"),
    template("compare.gt", "@0 > @1"),
    template("compare.ge", "@0 >= @1"),
    # where rows come from: lists of event numbers
    template("rows.one", "[@0]"),
    template("rows.both", "list_concat(@0, @1)"),
    # casts that cannot fail a row: what does not convert is null
    template("cast.bool", "TRY_CAST(@0 AS BOOLEAN)"),
    template("cast.int", "TRY_CAST(@0 AS INTEGER)"),
    template("cast.long", "TRY_CAST(@0 AS BIGINT)"),
    template("cast.real", "TRY_CAST(@0 AS DOUBLE)"),
    template("cast.string", "TRY_CAST(@0 AS VARCHAR)"),
)

AGGREGATES = (
    template("aggregate.count", "count(*)"),
    template("aggregate.count_value", "count(@0)"),  # rows where the value is not null
    template("aggregate.sum", "sum(@0)"),
    template("aggregate.min", "min(@0)"),
    template("aggregate.max", "max(@0)"),
    template("aggregate.avg", "avg(@0)"),
    template("rows.all", "flatten(list(@0))"),
)
