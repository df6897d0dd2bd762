"""Times, as seconds since 1970 UTC: moved and snapped by relative times, printed and read."""

from __future__ import annotations

import re

from antivenom.engine.functions.splunk_shapes import literal_text
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.values import Call

_BOUNDED = "CASE WHEN @0 BETWEEN -62135596800 AND 253402300799 THEN @0 END"
_MOMENT = f"make_timestamp(CAST(round({_BOUNDED} * 1e6) AS BIGINT))"
"""The moment @0; null outside the years 1 to 9999."""

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_SUNDAY = 3 * 86400
"""Seconds from the epoch to the first Sunday."""

_STEP = re.compile(r"@(?P<snap>[a-z]+)(?P<weekday>[0-6])?|(?P<count>[+-]\d+) (?P<unit>[a-z]+)")


def _relative_time(call: Call, args: list[Sql]) -> Sql:
    """The steps of a relative time, one after another: "-1 day @day" is yesterday, 0:00."""
    made = args[0]
    for match in _STEP.finditer(literal_text(call, 1)):
        made = expand(_snapped(match) if match["snap"] else _moved(match), made)
    return made


def _moved(match: re.Match[str]) -> str:
    unit, count = match["unit"], int(match["count"])
    if unit in _SECONDS:
        return f"@0 + ({count * _SECONDS[unit]})"
    return f"epoch({_MOMENT} + to_months({count * _MONTHS[unit]}))"


def _snapped(match: re.Match[str]) -> str:
    unit = match["snap"]
    if unit == "week":
        first = _SUNDAY + int(match["weekday"] or 0) * 86400
        return f"floor((@0 - {first}) / 604800) * 604800 + {first}"
    if unit in _SECONDS:
        return f"floor(@0 / {_SECONDS[unit]}) * {_SECONDS[unit]}"
    return f"epoch(date_trunc('{unit}', {_MOMENT}))"


ROWS = (
    Row("splunk.relative_time", _relative_time),
    template("splunk.bin_time", "floor(@0 / @1) * @1"),
    template("splunk.bin_time_from", "floor((@0 - @2) / @1) * @1 + @2"),
    # a bin of numbers is a text such as "10-20", which begins with its start
    template("splunk.bin_start", r"TRY_CAST(regexp_extract(@0, '^-?[0-9]+(\.[0-9]+)?') AS DOUBLE)"),
    template("splunk.strftime", f"strftime({_MOMENT}, @1)"),
    template("splunk.strptime", "epoch(try_strptime(@0, @1))"),
)
