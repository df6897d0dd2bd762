"""Windows events as rows of Log Analytics' Event and WindowsEvent.

Event holds what is collected from any channel but Security, which has a table of its own; WindowsEvent holds
what is forwarded, of every channel. The values of an event stand in Event as XML between `<DataItem>` and in
WindowsEvent as a bag; a payload that is no list of named values stands there as XML in RawEventData.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from antivenom.tables import Event
from antivenom.vocabularies.mapping import Getter, code_of, constant, first, host_of, text_of, through, time_of, to_long

EVENT, WINDOWS_EVENT = "Event", "WindowsEvent"

PAYLOAD = frozenset({"EventData", "ParameterXml", "RawEventData"})
"""Columns that are made of an event's XML."""

_SECTION = re.compile(r"<(EventData|UserData)(?:\s[^<>]*)?(?:/>|>.*</\1>)", re.DOTALL)
_DATA = re.compile(r"<Data(?: Name=(?:'([^'<>]*)'|\"([^\"<>]*)\"))?(?:/>|>([^<]*)</Data>)")
_NAME = re.compile(r"(<Data Name=)'([^'\"<>]*)'")
_ONLY_DATA = re.compile(rf"<EventData(?:\s[^<>]*)?(?:/>|>(?:\s*{_DATA.pattern})*\s*</EventData>)")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
_CHARS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_LEVELS = {"0": "Information", "1": "Critical", "2": "Error", "3": "Warning", "4": "Information", "5": "Verbose"}
_USERS = {
    "S-1-5-18": r"NT AUTHORITY\SYSTEM",
    "S-1-5-19": r"NT AUTHORITY\LOCAL SERVICE",
    "S-1-5-20": r"NT AUTHORITY\NETWORK SERVICE",
}
_NAMESPACE = ' xmlns="http://schemas.microsoft.com/win/2004/08/events/event"'


def is_linux(event: Event) -> bool:
    """Whether this is an event of Sysmon for Linux, which a workspace gets by syslog."""
    return event.kind.startswith("Linux-")


def tables_of(event: Event) -> tuple[str, ...]:
    """The tables of this file that hold a Windows event."""
    if is_linux(event):
        return ()
    return (WINDOWS_EVENT,) if event.fields.get("System.Channel") == "Security" else (EVENT, WINDOWS_EVENT)


def _system(name: str) -> Getter:
    return lambda event: text_of(event, f"System.{name}")


def _number(name: str) -> Getter:
    return through(to_long, lambda event: text_of(event, f"System.{name}"))


def _level_name(event: Event) -> str | None:
    return _LEVELS.get(text_of(event, "System.Level") or "")


def _user(event: Event) -> str:
    sid = text_of(event, "System.UserID")
    return _USERS.get(sid, sid) if sid else "N/A"


@lru_cache(maxsize=8)
def _section(raw: str | None) -> str:
    """The XML of an event's values, as its log has it."""
    found = _SECTION.search(raw or "")
    return found[0] if found else ""


def _data_item(event: Event) -> str:
    """The values as Event holds them: in double quotes, inside a DataItem."""
    section = _NAME.sub(r'\1"\2"', _section(event.raw))
    if section.startswith("<EventData") and "xmlns" not in section[: section.find(">")]:
        section = section.replace("<EventData", f"<EventData{_NAMESPACE}", 1)
    time = text_of(event, "System.TimeCreated") or ""
    return f'<DataItem type="System.XmlData" time="{time}" sourceHealthServiceId="">{section}</DataItem>'


def _parameters(event: Event) -> str:
    return "".join(f"<Param>{value}</Param>" for _, _, value in _DATA.findall(_section(event.raw)))


def _bag(event: Event) -> str | None:
    """The named values as JSON; None where the payload is anything else."""
    section = _section(event.raw)
    if not _ONLY_DATA.fullmatch(section):
        return None
    found = [(_plain(one or other), _plain(value)) for one, other, value in _DATA.findall(section)]
    if not found or not all(name for name, _ in found):
        return None
    return json.dumps(dict(found), ensure_ascii=False, separators=(",", ":"))


def _raw(event: Event) -> str:
    return _section(event.raw) if _bag(event) is None else ""


def _plain(text: str) -> str:
    return _REFERENCE.sub(_char, text) if "&" in text else text


def _char(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2]) if match[2] else None
    if code is None:
        return _CHARS[match[3]]
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


_COMMON: dict[str, Getter] = {
    "TimeGenerated": time_of,
    "Computer": host_of,
    "EventID": through(to_long, code_of),
    "EventLevel": _number("Level"),
    "EventLevelName": _level_name,
}

COLUMNS: dict[str, dict[str, Getter]] = {
    EVENT: {
        **_COMMON,
        "EventLog": _system("Channel"),
        "Source": _system("Provider"),
        "EventCategory": _number("Task"),
        "UserName": _user,
        "EventData": _data_item,
        "ParameterXml": _parameters,
        "SourceSystem": constant("OpsManager"),
        "Type": constant(EVENT),
    },
    WINDOWS_EVENT: {
        **_COMMON,
        "Channel": _system("Channel"),
        "Provider": _system("Provider"),
        "Correlation": first(_system("ActivityID"), constant("")),
        "EventData": _bag,
        "RawEventData": _raw,
        "EventRecordId": _system("EventRecordID"),
        "Keywords": _system("Keywords"),
        "Opcode": _system("Opcode"),
        "SystemProcessId": _number("ProcessID"),
        "SystemThreadId": _number("ThreadID"),
        "SystemUserId": _system("UserID"),
        "Task": _number("Task"),
        "Version": _number("Version"),
        "Type": constant(WINDOWS_EVENT),
    },
}
"""Table -> column -> how a Windows event fills it."""
