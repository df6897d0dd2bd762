"""Kusto's literal forms: from the text in a query to the value a plan holds, and back to Kusto's text.

Times are counted in ticks of 100 ns, points in time since 0001-01-01 UTC. Every function here returns
None for text that is no such literal; the caller knows the span and says so.
"""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta

from antivenom.plan.moments import LAST_TICK, point_in_time, timespan, unit_ticks
from antivenom.plan.types import TICKS_PER_SECOND

__all__ = ["LAST_TICK", "compact", "guid", "point_in_time", "show_time", "show_timespan", "timespan", "unit_ticks"]

_GUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")


def guid(text: str) -> str | None:
    """A guid in lower case."""
    text = text.strip().strip("\"'")
    return text.lower() if _GUID.fullmatch(text) else None


def show_time(ticks: int) -> str:
    """ISO 8601 with seven digits and Z, as tostring() and JSON show a datetime."""
    moment = datetime(1, 1, 1) + timedelta(seconds=ticks // TICKS_PER_SECOND)
    return f"{moment.isoformat(timespec='seconds')}.{ticks % TICKS_PER_SECOND:07d}Z"


def show_timespan(ticks: int) -> str:
    """[-][d.]hh:mm:ss[.fffffff], as tostring() shows a timespan."""
    sign, ticks = ("-", -ticks) if ticks < 0 else ("", ticks)
    seconds, fraction = divmod(ticks, TICKS_PER_SECOND)
    days, seconds = divmod(seconds, 86_400)
    shown = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return sign + (f"{days}." if days else "") + shown + (f".{fraction:07d}" if fraction else "")


def compact(value: object) -> str:
    """JSON text as Kusto writes it: no spaces, no ASCII escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_text(text: str) -> str | None:
    """JSON as a dynamic holds it, or None where the text is no JSON."""
    try:
        return compact(json.loads(text))
    except (ValueError, RecursionError):
        return None
