"""Splunk's statistical functions as DuckDB's aggregates (Search Reference, Statistical and charting functions)."""

from __future__ import annotations

from antivenom.engine.functions.shapes import refusing
from antivenom.engine.functions.splunk_shapes import IS_NUMBER
from antivenom.engine.functions.table import Row, expand, template

_NUMBER = f"CASE WHEN {IS_NUMBER} THEN TRY_CAST(@0 AS DOUBLE) END"
_OTHER = f"CASE WHEN NOT ({IS_NUMBER}) THEN @0 END"

# numbers stand below other texts, and are given as they were written (Aggregate functions, max and min)
_MIN = f"coalesce(arg_min(@0, {_NUMBER}), min(@0))"
_MAX = f"coalesce(max({_OTHER}), arg_max(@0, {_NUMBER}))"

_SUM = (
    "CASE WHEN count(@0) = 0 THEN NULL WHEN bool_and(@0 = trunc(@0)) AND sum(abs(@0)) < 9007199254740992 THEN sum(@0) "
    "ELSE list_reduce(list(@0 ORDER BY @1) FILTER (WHERE @0 IS NOT NULL), lambda total, each: total + each) END"
)
"""One value after another in the order of results: doubles do not add alike in another order, nor compensated."""

_SQUARES = _SUM.replace("@0", "(@0 * @0)")


def _variance(sample: int, total: str = _SUM, squares: str = _SQUARES) -> str:
    """From the sums of values and of squares; one value varies by nothing (Aggregate functions, mean)."""
    mean = f"(({total}) / count(@0))"
    left = f"greatest(({squares}) - count(@0) * {mean} * {mean}, 0e0)"
    return (
        f"CASE WHEN count(@0) = 0 THEN NULL WHEN count(@0) = {sample} THEN 0e0 ELSE {left} / (count(@0) - {sample}) END"
    )


def _over(name: str) -> Row:
    """The same in a window over all results of a group, where the order of adding is not kept."""
    varied = _variance(0 if name.endswith("p") else 1, "sum(@0)", "sum(@0 * @0)")
    return template(f"splunk.{name}_over", f"sqrt({varied})" if name.startswith("stdev") else varied)


_SORTED = "list_sort(list(@0) FILTER (WHERE @0 IS NOT NULL))"
_TIED = refusing("SPL mode of values that are equally frequent")
_MODE = (
    "(list_transform([list_reverse_sort(list_transform(map_entries(histogram(@0)), "
    "lambda entry: {'count': entry.value, 'value': entry.key}))], lambda sorted: "
    f"CASE WHEN len(sorted) > 1 AND sorted[1].count = sorted[2].count THEN {_TIED} ELSE sorted[1].value END))[1]"
)
_BY_TIME = "list(@0 ORDER BY @1) FILTER (WHERE @0 IS NOT NULL AND @1 IS NOT NULL)"
_KNOWN = "FILTER (WHERE @0 IS NOT NULL)"
_RATE = (
    f"CASE WHEN {_BY_TIME} <> list_sort({_BY_TIME}) THEN {refusing('SPL rate of a counter that was reset')} "
    f"ELSE (max(@0) - min(@0)) / nullif((max(@1) {_KNOWN}) - (min(@1) {_KNOWN}), 0) END"
)


_LISTED_BY_TIME = "list(@0 ORDER BY @1, @2 DESC) FILTER (WHERE @0 IS NOT NULL)"
_SEVERAL = refusing("SPL xyseries of different values for one cell")


def _of_values(given: str) -> Row:
    """A function of all values of multivalues: how it is told, and the multivalues."""
    listed = "coalesce(flatten(list(@1 ORDER BY @2) FILTER (WHERE @1 IS NOT NULL)), CAST([] AS VARCHAR[]))"
    sql = f"antivenom_splunk_of_values_{given}(@0, {listed})"
    return Row(f"splunk.summary_{given}", lambda call, args: expand(sql, *args), True)


AGGREGATES = (
    template("splunk.last_seen", "last_value(@0 IGNORE NULLS)"),  # for a running window
    template("splunk.count", "CAST(count(*) AS DOUBLE)"),
    template("splunk.count_value", "CAST(count(@0) AS DOUBLE)"),
    template("splunk.count_true", "CAST(count(CASE WHEN @0 THEN 1 END) AS DOUBLE)"),
    template("splunk.dc", "CAST(count(DISTINCT @0) AS DOUBLE)"),
    template("splunk.dc_over", "count(DISTINCT @0)"),  # the bare aggregate, for a window
    Row("splunk.sum", lambda call, args: expand(_SUM, *args), True),
    Row("splunk.avg", lambda call, args: expand(f"{_SUM} / count(@0)", *args), True),
    template("splunk.range", "max(@0) - min(@0)"),
    Row("splunk.sumsq", lambda call, args: expand(_SQUARES, *args), True),
    Row("splunk.var", lambda call, args: expand(_variance(1), *args), True),
    Row("splunk.varp", lambda call, args: expand(_variance(0), *args), True),
    Row("splunk.stdev", lambda call, args: expand(f"sqrt({_variance(1)})", *args), True),
    Row("splunk.stdevp", lambda call, args: expand(f"sqrt({_variance(0)})", *args), True),
    *map(_over, ("var", "varp", "stdev", "stdevp")),
    template("splunk.perc", f"antivenom_splunk_between_ranks(@1, {_SORTED})"),
    template("splunk.exactperc", f"antivenom_splunk_nearest_rank(@1, {_SORTED})"),
    template("splunk.estdc_error", "CAST(0 * count(@0) AS DOUBLE)"),
    template("splunk.mode", _MODE),
    template("splunk.earliest_time", f"min(@1) {_KNOWN}"),
    template("splunk.latest_time", f"max(@1) {_KNOWN}"),
    template("splunk.rate", _RATE),
    *map(_of_values, ("real", "text", "multi")),
    template("splunk.lag", "lag(@0, @1)"),
    template("splunk.min", _MIN),
    template("splunk.max", _MAX),
    template("splunk.values", "list_sort(list(DISTINCT @0) FILTER (WHERE @0 IS NOT NULL))"),
    template("splunk.values_mv", "list_sort(list_distinct(flatten(list(@0) FILTER (WHERE @0 IS NOT NULL))))"),
    Row(
        "splunk.list",
        lambda call, args: expand("(list(@0 ORDER BY @1) FILTER (WHERE @0 IS NOT NULL))[1:100]", *args),
        True,
    ),
    Row(
        "splunk.list_all", lambda call, args: expand("list(@0 ORDER BY @1) FILTER (WHERE @0 IS NOT NULL)", *args), True
    ),
    Row("splunk.list_rows", lambda call, args: expand("list(@0 ORDER BY @1)", *args), True),
    # of results of one time the last seen is the earliest
    Row("splunk.list_by_time", lambda call, args: expand(_LISTED_BY_TIME, *args), True),
    template("splunk.only", f"CASE WHEN count(DISTINCT @0) > 1 THEN {_SEVERAL} ELSE min(@0) END"),
    Row(
        "splunk.first",
        lambda call, args: expand("arg_min(@0, @1) FILTER (WHERE @0 IS NOT NULL)", *args),
        True,
    ),
    Row("splunk.last", lambda call, args: expand("arg_max(@0, @1) FILTER (WHERE @0 IS NOT NULL)", *args), True),
    # among equal times the newest-first order of events decides: the last seen is the earliest
    Row(
        "splunk.earliest",
        lambda call, args: expand(
            "first(@0 ORDER BY @1, @2 DESC) FILTER (WHERE @0 IS NOT NULL AND @1 IS NOT NULL)", *args
        ),
        True,
    ),
    Row(
        "splunk.latest",
        lambda call, args: expand(
            "first(@0 ORDER BY @1 DESC, @2) FILTER (WHERE @0 IS NOT NULL AND @1 IS NOT NULL)", *args
        ),
        True,
    ),
)
