"""Activities of products that Splunk has no raw form of, in a form the published searches read.

A process, connection, file, registry change or module of a Windows device becomes the Sysmon event that would
say so (index wineventlog); a process that started on Linux or macOS becomes an EXECVE record (index linux)
whose arguments are the recorded ones, or, where only a command line is known (Defender), that line split at
blanks. Arguments are not written as hex, so such a row can match where auditd's own would not. Every row has
`antivenom_via="activity"`, which no native row has. Where no path tells the system, it is taken for Windows.
"""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.tables import Event, FieldValue
from antivenom.vocabularies.activity import maps_of
from antivenom.vocabularies.activity_windows import SYSMON
from antivenom.vocabularies.mapping import ActivityMap
from antivenom.vocabularies.sysmon_names import CONNECTED, STARTED

_MOST_ARGUMENTS = 4096

_ACTOR = {
    "ProcessId": "actor.process.pid",
    "ProcessGuid": "actor.process.uid",
    "Image": "actor.process.file.path",
}
_PROCESS = {
    "ProcessId": "process.pid",
    "ProcessGuid": "process.uid",
    "Image": "process.file.path",
    **STARTED,
    "ParentProcessGuid": "actor.process.uid",
}
_NETWORK = {
    **_ACTOR,
    "Protocol": "protocol",
    **CONNECTED,
}
_FILE = {**_ACTOR, "TargetFilename": "file.path"}
_REGISTRY = {**_ACTOR, "TargetObject": "reg_key.path", "Details": "reg_value.data"}
_MODULE = {**_ACTOR, "ImageLoaded": "module.file.path", "SignatureStatus": "module.file.signature.state"}

_FIELDS = {"process": _PROCESS, "network": _NETWORK, "file": _FILE, "registry": _REGISTRY, "module": _MODULE}
CODES = {
    "process": {"Launch": "1", "Terminate": "5"},
    "network": {"Open": "3"},
    "file": {"Create": "11", "Delete": "23"},
    "registry": {
        "Create Key": "12",
        "Delete Key": "12",
        "Delete Value": "12",
        "Set Value": "13",
        "Create Value": "13",
        "Rename Key": "14",
    },
    "module": {"Load": "7"},
}
"""Activity table -> what was done -> the Sysmon event it is shown as."""
_HASHES = (("MD5", "md5"), ("SHA1", "sha1"), ("SHA256", "sha256"))
_HASHED = {"process": "process.file", "file": "file", "module": "module.file"}


def as_native(event: Event) -> Iterator[Event]:
    """The Sysmon events and EXECVE records that say what this event says."""
    for map_ in maps_of(event.product, event.kind):
        for row in map_.rows_of(event):
            native = _native(map_, row)
            if native is not None:
                yield native


def _value(map_: ActivityMap, column: str, event: Event) -> object:
    get = map_.columns.get(column)
    return None if get is None else get(event)


def _native(map_: ActivityMap, event: Event) -> Event | None:
    system = _value(map_, "device.os.type", event)
    activity = _value(map_, "activity_name", event)
    if system not in (None, "Windows"):
        return _execve(map_, event) if (map_.table, activity) == ("process", "Launch") else None
    code = CODES.get(map_.table, {}).get(str(activity))
    if code is None or _value(map_, "status", event) == "Failure":
        return None
    fields: dict[str, FieldValue] = {}
    for name, column in _FIELDS[map_.table].items():
        value = _value(map_, column, event)
        if value is not None:
            fields[name] = str(value)
    _add(map_, event, fields)
    return event._replace(product="windows", kind=f"{SYSMON}/{code}", fields=fields)


def _add(map_: ActivityMap, event: Event, fields: dict[str, FieldValue]) -> None:
    """The Sysmon values that are made of several columns."""
    if map_.table == "process":
        _put(fields, "User", _account(map_, "user", event))
        _put(fields, "ParentUser", _account(map_, "actor.user", event))
    else:
        _put(fields, "User", _account(map_, "actor.user", event))
    if map_.table in _HASHED:
        prefix = _HASHED[map_.table]
        found = ((kind, _value(map_, f"{prefix}.hashes.{name}", event)) for kind, name in _HASHES)
        _put(fields, "Hashes", ",".join(f"{kind}={str(value).upper()}" for kind, value in found if value))
    if map_.table == "network":
        direction = _value(map_, "direction", event)
        _put(fields, "Initiated", "true" if direction == "Outbound" else "false" if direction else None)
    if map_.table == "registry":
        activity, value = str(_value(map_, "activity_name", event)), _value(map_, "reg_value.name", event)
        fields["EventType"] = activity.replace(" ", "")
        if value is not None:
            fields["TargetObject"] = f"{fields.get('TargetObject', '')}\\{value}"


def _put(fields: dict[str, FieldValue], name: str, value: str | None) -> None:
    if value:
        fields[name] = value


def _account(map_: ActivityMap, prefix: str, event: Event) -> str | None:
    name, domain = _value(map_, f"{prefix}.name", event), _value(map_, f"{prefix}.domain", event)
    return None if name is None else str(name) if domain is None else f"{domain}\\{name}"


def _execve(map_: ActivityMap, event: Event) -> Event | None:
    argv = _value(map_, "process.argv", event)
    if not isinstance(argv, list):
        line = _value(map_, "process.cmd_line", event)
        if not isinstance(line, str):
            return None
        argv = [word for word in line.split(" ") if word]
    fields: dict[str, FieldValue] = {"type": "EXECVE", "argc": str(len(argv))}
    fields.update((f"a{number}", word) for number, word in enumerate(argv[:_MOST_ARGUMENTS]))
    return event._replace(product="auditd", kind="EXECVE", fields=fields)
