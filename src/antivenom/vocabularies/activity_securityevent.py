"""Log Analytics SecurityEvent rows as activities: the columns keep the names of the events' own data."""

from __future__ import annotations

from antivenom.vocabularies.activity_security import by_code
from antivenom.vocabularies.activity_windows import security_launch, security_terminate
from antivenom.vocabularies.mapping import ActivityMap

MAPS: dict[str, tuple[ActivityMap, ...]] = {
    **{f"SecurityEvent/{code}": maps for code, maps in by_code("SecurityEvent").items()},
    "SecurityEvent/4688": (ActivityMap("process", security_launch("SecurityEvent")),),
    "SecurityEvent/4689": (ActivityMap("process", security_terminate("SecurityEvent")),),
}
"""Event kind -> its activities."""
