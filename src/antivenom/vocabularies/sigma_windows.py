"""Windows events as Sigma names their fields: EventData and UserData names as they stand, System values beside them.

Values are the event's own: "" stays "", "-" stays "-", and only a field that is not there is null. Where an event
has no field of a name, and a rule would still find it there: a System value under the names published rules use
(Provider_Name); a name that the product writes with blanks (Microsoft Defender's `Threat Name`); one of `Hashes`;
unnamed values of classic events, by their position; `NAME=value` in the text of PowerShell's classic events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from antivenom.tables import Event
from antivenom.vocabularies.activity_windows import LINUX_SYSMON, SECURITY, SYSMON
from antivenom.vocabularies.mapping import Getter, TextGetter, code_of, constant, first, hash_of, text_of
from antivenom.vocabularies.sigma_rows import TEXT, Rows

_SYSTEM = "System."


def own(name: str) -> TextGetter:
    """A field of the event itself, as it stands."""

    def get(event: Event) -> str | None:
        value = event.fields.get(name)
        return value if value is None or value.__class__ is str else "\n".join(value)

    return get


def provider_of(event: Event) -> str:
    """The provider, as the kind has it."""
    return event.kind.rpartition("/")[0]


_DEFAULT_CHANNELS = {
    SYSMON: f"{SYSMON}/Operational",
    LINUX_SYSMON: f"{LINUX_SYSMON}/Operational",
    SECURITY: "Security",
    "Microsoft-Windows-PowerShell": "Microsoft-Windows-PowerShell/Operational",
    "PowerShellCore": "PowerShellCore/Operational",
    "PowerShell": "Windows PowerShell",
    "Service Control Manager": "System",
    "Microsoft-Windows-Windows Defender": "Microsoft-Windows-Windows Defender/Operational",
}


def channel_of(event: Event) -> str | None:
    """The channel; where a log does not name it, the one channel the provider writes to."""
    return text_of(event, "System.Channel") or _DEFAULT_CHANNELS.get(provider_of(event))


def _computer(event: Event) -> str | None:
    return text_of(event, "System.Computer") or event.host


def _system(name: str) -> Getter:
    """A System value; a field of that name beside it is a shipper's."""
    return first(own(f"System.{name}"), own(name))


_ALWAYS: Mapping[str, Getter] = {
    "EventID": code_of,
    "Provider_Name": provider_of,
    **{name: _system(name) for name in ("Level", "Task", "Opcode", "Keywords", "EventRecordID", "TimeCreated")},
}
"""What no field of an event's own can be taken for."""

_SYSTEM_VALUES: Mapping[str, Getter] = {
    "Channel": channel_of,
    "Computer": _computer,
    "ComputerName": _computer,
    "Provider_Guid": own("System.ProviderGuid"),
    "Version": own("System.Version"),
    "SystemTime": own("System.TimeCreated"),
    "TimeCreated_SystemTime": own("System.TimeCreated"),
    "Provider_EventSourceName": own("System.EventSourceName"),
    "EventID_Qualifiers": own("System.Qualifiers"),
    "Qualifiers": own("System.Qualifiers"),
    "Correlation_RelatedActivityID": own("System.RelatedActivityID"),
    "UserID": own("System.UserID"),
    "Security_UserID": own("System.UserID"),
    "Execution_ProcessID": own("System.ProcessID"),
    "Execution_ThreadID": own("System.ThreadID"),
    "Correlation_ActivityID": own("System.ActivityID"),
}
"""What an event's own fields come before: event 104 has the Channel that was cleared."""

_HASHES = frozenset(("md5", "sha1", "sha256", "imphash"))
_HASHED = first(own("Hashes"), own("Hash"))

_UNNAMED: Mapping[str, tuple[str, ...]] = {
    "Application Error/1000": (
        *("AppName", "AppVersion", "AppTimeStamp", "ModuleName", "ModuleVersion", "ModuleTimeStamp"),
        *("ExceptionCode", "FaultingOffset", "ProcessId", "ProcessCreationTime", "AppPath", "ModulePath"),
    ),
    "Service Control Manager/7045": ("ServiceName", "ImagePath", "ServiceType", "StartType", "AccountName"),
}
"""Kind -> the names that later versions of Windows give the event's values, in order."""

_POSITIONS: dict[str, dict[str, int]] = {}
for _kind, _names in _UNNAMED.items():
    for _position, _name in enumerate(_names):
        _POSITIONS.setdefault(_name, {})[_kind] = _position

_PARAMETER = re.compile(r"param([1-9]\d?)", re.ASCII)
_WRITE_BLANKS = frozenset(("Microsoft-Windows-Windows Defender", "Microsoft Antimalware"))
"""Providers whose fields have blanks in their names."""

_WORD_START = re.compile(r"_|(?<=[a-z0-9])(?=[A-Z])")


def _value_at(event: Event, position: int) -> str | None:
    data = event.fields.get("Data")
    values = data if isinstance(data, list) else [] if data is None else [data]
    return values[position] if position < len(values) else None


def _positional(name: str) -> Getter | None:
    """One of an event's unnamed values, by the name it would have."""
    parameter = _PARAMETER.fullmatch(name)
    if parameter is not None:
        index = int(parameter[1]) - 1
        return lambda event: _value_at(event, index)
    positions = _POSITIONS.get(name)
    if positions is None:
        return None

    def get(event: Event) -> str | None:
        position = positions.get(event.kind)
        return None if position is None else _value_at(event, position)

    return get


def data_of(event: Event) -> str | None:
    """The unnamed values of a classic event; of a shipper that kept only the rendered message, that."""
    data = text_of(event, "Data")
    if data is None:
        numbered = [text_of(event, f"param{number}") for number in range(1, 10)]
        data = "\n".join(text for text in numbered if text is not None) or text_of(event, "Message")
    return data


def _text(event: Event) -> str:
    """Provider, channel, computer, and all values of an event."""
    texts = [provider_of(event), channel_of(event) or "", _computer(event) or ""]
    texts += [
        value if isinstance(value, str) else "\n".join(value)
        for name, value in event.fields.items()
        if value and not name.startswith(_SYSTEM)
    ]
    return "\n".join(text for text in texts if text)


def field(name: str) -> Getter:
    """How a field of a Windows event is read."""
    if name in _ALWAYS:
        return _ALWAYS[name]
    getters: list[Getter] = []
    if name in _SYSTEM_VALUES:
        getters.append(_SYSTEM_VALUES[name])
    if name.lower() in _HASHES:
        getters.append(hash_of(name.upper(), lambda event: _as_text(_HASHED(event))))
    getters.append(_with_blanks(name))
    guessed = _WORD_START.sub(" ", name)
    if guessed != name:
        getters.append(own(guessed))
    positional = _positional(name)
    if positional is not None:
        getters.append(positional)
    return _own_or(name, getters[0] if len(getters) == 1 else first(*getters))


def _own_or(name: str, other: Getter) -> Getter:
    """A field of the event itself, or what stands for it where there is none."""

    def get(event: Event) -> object:
        value = event.fields.get(name)
        if value.__class__ is str:
            return value
        return other(event) if value is None else "\n".join(value)

    return get


@lru_cache(maxsize=4096)
def _writes_blanks(kind: str) -> bool:
    return kind.rpartition("/")[0] in _WRITE_BLANKS


@lru_cache(maxsize=1024)
def _without_blanks(names: tuple[str, ...]) -> Mapping[str, str]:
    """Names without their blanks -> the names, of those that have some."""
    return {name.replace(" ", ""): name for name in names if " " in name}


def _with_blanks(name: str) -> Getter:
    """A field whose name the product writes with blanks, which rules leave out (specification, "Field Usage")."""

    def get(event: Event) -> str | None:
        if not _writes_blanks(event.kind):
            return None
        written = _without_blanks(tuple(event.fields)).get(name)
        return None if written is None else text_of(event, written)

    return get


def _as_text(value: object) -> str | None:
    return value if isinstance(value, str) else None


_COLUMNS: Mapping[str, Getter] = {TEXT: _text, "Data": data_of}

EVENTS = Rows(field, _COLUMNS)
"""Windows events, and those of Sysmon for Linux."""

WINDOWS_EVENTS = Rows(field, _COLUMNS, when=lambda event: not event.kind.startswith(f"{LINUX_SYSMON}/"))
"""Events of Windows itself."""


def with_types(types: frozenset[str]) -> Rows:
    """Events whose `EventType` is one of these."""
    return Rows(field, _COLUMNS, when=lambda event: event.fields.get("EventType") in types)


# PowerShell's classic events


def _classic_field(name: str) -> Getter:
    """A field, or the value behind its name in the text: `HostApplication=powershell.exe -enc ...`."""
    pattern = re.compile(rf"^\s*{re.escape(name)}=(.*?)\s*$", re.MULTILINE)

    def get(event: Event) -> str | None:
        match = pattern.search(data_of(event) or "")
        return None if match is None else match[1]

    return first(field(name), get)


CLASSIC = Rows(_classic_field, _COLUMNS)
"""Events of the channel Windows PowerShell."""


# Log Analytics


def _given(name: str) -> TextGetter:
    """A column of a SecurityEvent row; an empty one is a field the event does not have."""
    return lambda event: text_of(event, name) or None


def _security_field(name: str) -> Getter:
    return code_of if name == "EventID" else _given(name)


def _security_text(event: Event) -> str:
    return "\n".join(text for name in event.fields if (text := text_of(event, name)))


SECURITY_EVENTS = Rows(
    _security_field,
    {
        TEXT: _security_text,
        "Provider_Name": first(_given("EventSourceName"), constant(SECURITY)),
        "Channel": first(_given("Channel"), constant("Security")),
        "ComputerName": _given("Computer"),
        "EventRecordID": first(_given("EventRecordID"), _given("EventRecordId")),
    },
)
"""Rows of Log Analytics' SecurityEvent, whose columns are named as the events' own data."""


# Antivirus

_RESOURCE = re.compile(r"^[a-z]+:_")


def _found_files(event: Event) -> Iterator[Event]:
    """One event for each thing a detection names: `file:_C:\\a.exe; containerfile:_C:\\b.zip`."""
    paths = (text_of(event, "Path") or "").split("; ")
    for path in dict.fromkeys(_RESOURCE.sub("", path.strip()) for path in paths):
        yield event._replace(fields={**event.fields, "Filename": path or None})


DETECTIONS = Rows(
    field,
    {**_COLUMNS, "Signature": own("Threat Name"), "Action": own("Action Name"), "User": own("Detection User")},
    each=_found_files,
)
"""Microsoft's antivirus in the fields of the antivirus category, a row for each file."""
