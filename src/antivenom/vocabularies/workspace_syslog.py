"""Lines that a workspace gets by syslog as rows of Syslog: those of ESXi, and the events of Sysmon for Linux."""

from __future__ import annotations

from antivenom.tables import Event
from antivenom.vocabularies.mapping import Getter, constant, host_of, text_of, through, time_of, to_long

SYSLOG = "Syslog"

_FACILITIES = (
    *("kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "authpriv", "ftp"),
    *("ntp", "audit", "alert", "clock", *(f"local{number}" for number in range(8))),
)
_SEVERITIES = ("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug")


def _field(name: str) -> Getter:
    return lambda event: text_of(event, name)


def _priority(event: Event) -> int | None:
    text = text_of(event, "pri")
    number = int(text) if text is not None and text.isdecimal() else None
    return number if number is not None and number < 8 * len(_FACILITIES) else None


def _facility(event: Event) -> str | None:
    priority = _priority(event)
    return None if priority is None else _FACILITIES[priority // 8]


def _severity(event: Event) -> str | None:
    priority = _priority(event)
    return None if priority is None else _SEVERITIES[priority % 8]


_COMMON: dict[str, Getter] = {
    "TimeGenerated": time_of,
    "EventTime": time_of,
    "Computer": host_of,
    "HostName": host_of,
    "SourceSystem": constant("Linux"),
    "Type": constant(SYSLOG),
}

COLUMNS: dict[str, dict[str, Getter]] = {
    "esxi": {
        **_COMMON,
        "ProcessName": _field("program"),
        "ProcessID": through(to_long, lambda event: text_of(event, "pid")),
        "SyslogMessage": _field("message"),
        "Facility": _facility,
        "SeverityLevel": _severity,
    },
    "windows": {**_COMMON, "ProcessName": constant("sysmon"), "SyslogMessage": lambda event: event.raw},
}
"""Product -> column -> how its events fill it; of Windows' product these are the events of Sysmon for Linux."""
