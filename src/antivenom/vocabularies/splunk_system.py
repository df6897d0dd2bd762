"""What every Windows event has in Splunk: default fields, System values, and their aliases.

Source: Splunk_TA_windows 10.0.1, default/props.conf and transforms.conf, [XmlWinEventLog]. `sourcetype`
answers to the name the add-ons rename it to and to `XmlWinEventLog:<Channel>`, which older set-ups and
published searches use.
"""

from __future__ import annotations

from antivenom.tables import Event
from antivenom.vocabularies.activity_windows import LINUX_SYSMON, SECURITY, SYSMON
from antivenom.vocabularies.mapping import Getter, TextGetter, basename, code_of, constant, host_of, through
from antivenom.vocabularies.splunk_shape import INDEX, SOURCETYPE, escaped, raw, seconds

_CHANNELS = {
    SYSMON: f"{SYSMON}/Operational",
    LINUX_SYSMON: f"{LINUX_SYSMON}/Operational",
    SECURITY: "Security",
}


def channel(event: Event) -> str | None:
    """The channel, by the provider where the log does not name it."""
    value = event.fields.get("System.Channel")
    return value if isinstance(value, str) and value else _CHANNELS.get(event.kind.rpartition("/")[0])


def _source(event: Event) -> str:
    name = channel(event)
    return "XmlWinEventLog" if name is None else f"XmlWinEventLog:{name}"


_sourcetypes: dict[str, list[str]] = {}


def _sourcetype(event: Event) -> list[str]:
    source = _source(event)
    found = _sourcetypes.get(source)
    if found is None:
        found = list(dict.fromkeys((source, "XmlWinEventLog", "xmlwineventlog")))
        if len(_sourcetypes) < 4096:
            _sourcetypes[source] = found
    return found


def _system(name: str) -> TextGetter:
    """A System value; where the log has none, the event's own field of that name, as it is then the only one."""
    system, own = escaped(f"System.{name}"), escaped(name)

    def get(event: Event) -> str | None:
        value = system(event)
        return own(event) if value is None else value

    return get


user_id = _system("UserID")
_computer = escaped("System.Computer")
record = escaped("System.EventRecordID")
_level = _system("Level")


def computer(event: Event) -> str | None:
    """The computer the event names."""
    return _computer(event) or event.host


BASE: dict[str, Getter] = {
    INDEX: constant("wineventlog"),
    SOURCETYPE: _sourcetype,
    "source": _source,
    "host": host_of,
    "_time": seconds,
    "_raw": raw,
    "linecount": lambda event: None if event.raw is None else str(event.raw.count("\n") + 1),
    "EventCode": code_of,
    "EventID": code_of,
    "signature_id": code_of,
    "Channel": channel,
    "Computer": computer,
    "dvc": computer,
    "dvc_nt_host": host_of,
    "dest": computer,
    "EventRecordID": record,
    "RecordNumber": record,
    "event_id": record,
    "id": record,
    "Name": escaped("System.Provider"),
    "Guid": escaped("System.ProviderGuid"),
    "SystemTime": escaped("System.TimeCreated"),
    "ProcessID": _system("ProcessID"),
    "ThreadID": _system("ThreadID"),
    "UserID": user_id,
    "user_id": user_id,
    "Version": _system("Version"),
    "Level": _level,
    "severity_id": _level,
    "Task": _system("Task"),
    "Opcode": _system("Opcode"),
    "Keywords": _system("Keywords"),
    "vendor_product": constant("Microsoft Windows"),
}
"""What every Windows event has."""


def name_from(getter: TextGetter) -> Getter:
    """The last part of a path."""
    return through(basename, getter)
