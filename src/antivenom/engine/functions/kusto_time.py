"""Kusto's dates and lengths of time, counted in ticks of 100 ns; points in time since 0001-01-01."""

from __future__ import annotations

from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, template

_LAST_TICK = 3_155_378_975_999_999_999
_DAY = 864_000_000_000
_EPOCH = 621_355_968_000_000_000
_STAMP = f"make_timestamp((@0 - {_EPOCH}) // 10 - CASE WHEN (@0 - {_EPOCH}) % 10 < 0 THEN 1 ELSE 0 END)"


def _ticks(stamp: str) -> str:
    return f"(epoch_us({stamp}) * 10 + {_EPOCH})"


def _start(part: str) -> str:
    return _ticks(f"date_trunc('{part}', {_STAMP})")


def _end(part: str) -> str:
    return _ticks(f"date_trunc('{part}', {_STAMP}) + INTERVAL 1 {part}") + " - 1"


def _moved(sign: str) -> str:
    sum_ = f"(CAST(@0 AS HUGEINT) {sign} @1)"
    return f"CASE WHEN {sum_} BETWEEN 0 AND {_LAST_TICK} THEN CAST({sum_} AS BIGINT) END"


_WEEK = f"(@0 // {_DAY} - (@0 // {_DAY} + 1) % 7 + 7) * {_DAY}"
"""The start of the next week; in the last week of the calendar Kusto gives null (measured)."""


def _in_calendar(ticks: str, *, cast: bool = False) -> str:
    shown = f"CAST({ticks} AS BIGINT)" if cast else ticks
    return f"CASE WHEN {ticks} BETWEEN 0 AND {_LAST_TICK} THEN {shown} END"


_MONTHS_ON = _ticks(f"{_STAMP} + to_months(CAST(@1 * @2 AS INTEGER))") + " + @0 % 10"

ROWS: tuple[Row, ...] = (
    once("kusto.datetime_add", _moved("+")),  # out of the calendar: null
    once("kusto.datetime_subtract", _moved("-")),
    once(
        "kusto.timespan_times_real",
        "CASE WHEN abs(@0 * @1) < 9.2e18 AND NOT isnan(@1) THEN CAST(trunc(@0 * @1) AS BIGINT) END",
    ),
    once(  # a part of a tick is cut off
        "kusto.timespan_by_long",
        "CASE WHEN @0 <= -9223372036854775808 AND @1 = -1 THEN @0 ELSE @0 // nullif(@1, 0) END",
    ),
    once(
        "kusto.timespan_by_real",
        "CASE WHEN abs(@0 / nullif(@1, 0)) < 9.2e18 AND NOT isnan(@1) THEN CAST(trunc(@0 / @1) AS BIGINT) END",
    ),
    template("kusto.ticks_ratio", "CAST(@0 AS DOUBLE) / CAST(@1 AS DOUBLE)"),
    template("kusto.startofday", f"@0 // {_DAY} * {_DAY}"),
    template("kusto.endofday", f"@0 // {_DAY} * {_DAY} + {_DAY - 1}"),
    # 0001-01-01 was a Monday; Kusto's week starts on Sunday
    once("kusto.startofweek", f"(@0 // {_DAY} - (@0 // {_DAY} + 1) % 7) * {_DAY}"),
    once("kusto.endofweek", f"CASE WHEN {_WEEK} < {_LAST_TICK} THEN {_WEEK} - 1 END"),
    once("kusto.startofmonth", _start("month")),
    once("kusto.endofmonth", _end("month")),
    once("kusto.startofyear", _start("year")),
    once("kusto.endofyear", _end("year")),
    once("kusto.dayofweek", f"CASE WHEN {_WEEK} < {_LAST_TICK} THEN (@0 // {_DAY} + 1) % 7 * {_DAY} END"),
    template("kusto.hourofday", "CAST(@0 // 36000000000 % 24 AS BIGINT)"),
    once("kusto.dayofmonth", f"CAST(day({_STAMP}) AS BIGINT)"),
    once("kusto.dayofyear", f"CAST(dayofyear({_STAMP}) AS BIGINT)"),
    once("kusto.monthofyear", f"CAST(month({_STAMP}) AS BIGINT)"),
    once("kusto.year", f"CAST(year({_STAMP}) AS BIGINT)"),
    # how many boundaries of @2 ticks lie between
    template("kusto.boundaries", "@0 // @2 - @1 // @2"),
    # whole months on: the day is kept, or the last of the month
    # @1 times @2 of them, out of the calendar when there are too many for it
    once(
        "kusto.add_months",
        f"CASE WHEN abs(CAST(@1 AS HUGEINT) * @2) < 120000 THEN {_in_calendar(_MONTHS_ON)} END",
    ),
    once("kusto.week_of_year", f"CAST(weekofyear({_STAMP}) AS BIGINT)"),
    once("kusto.next_week_start", _WEEK),
    once("kusto.format_time", f"strftime({_STAMP}, @1)"),
    template("kusto.fraction", "lpad(CAST(@0 % 10000000 AS VARCHAR), 7, '0')[1:CAST(@1 AS INTEGER)]"),
    template(
        "kusto.fraction_without_zeros",
        "rtrim(lpad(CAST(@0 % 10000000 AS VARCHAR), 7, '0')[1:CAST(@1 AS INTEGER)], '0')",
    ),
    once("kusto.short_year", f"CAST(year({_STAMP}) % 100 AS VARCHAR)"),
    template("kusto.quarter_of_month", "(@0 + 2) // 3"),
    template("kusto.ticks_of_hundreds", "@0 // 100"),  # of nanoseconds: a part of a tick is cut off
    # counts since 1970: @1 ticks each, @2 the ticks of 1970
    once("kusto.ticks_of_count", _in_calendar("(CAST(@0 AS HUGEINT) * @1 + @2)", cast=True)),
    once(
        "kusto.ticks_of_nanoseconds",
        _in_calendar("(CAST(@0 // 100 AS HUGEINT) + @1)", cast=True),
    ),
    once(
        "kusto.ticks_of_real",
        f"""CASE WHEN abs(@0 * @1) > 1e19 OR isnan(@0) THEN NULL
           ELSE {_in_calendar("(CAST(trunc(@0 * @1) AS HUGEINT) + @2)", cast=True)} END""",
    ),
    once("kusto.month_number", f"CAST(year({_STAMP}) AS BIGINT) * 12 + month({_STAMP}) - 1"),
)
