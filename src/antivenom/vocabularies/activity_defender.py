"""Defender's own rows as activities.

Defender does not name the operating system in these tables: a path that starts with `/` is Linux, or macOS
below a directory only macOS has; a path with a drive or a backslash, or a name ending in `.exe`, is Windows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from antivenom.tables import Event
from antivenom.vocabularies.mapping import (
    ActivityMap,
    Getter,
    TextGetter,
    basename,
    constant,
    given,
    host_of,
    moment,
    number,
    through,
    time_of,
)

_MAC_ROOTS = ("/System/", "/Applications/", "/Library/", "/Users/", "/private/", "/Volumes/")


def system_of(paths: Iterable[str | None]) -> str | None:
    """The operating system the first telling path belongs to."""
    for path in paths:
        if path is None:
            continue
        if path[:1] == "/":
            return "macOS" if path.startswith(_MAC_ROOTS) else "Linux"
        if "\\" in path or path[1:2] == ":" or path[-4:].lower() == ".exe":
            return "Windows"
    return None


def full_path(folder: TextGetter, name: TextGetter) -> TextGetter:
    """A whole path; Defender's folder columns hold the file's name too in some versions, in others not."""

    def get(event: Event) -> str | None:
        where, what = folder(event), name(event)
        if where is None or what is None or basename(where).lower() == what.lower():
            return where
        separator = "/" if where[:1] == "/" else "\\"
        return where + what if where.endswith(("/", "\\")) else where + separator + what

    return get


def _hashes(prefix: str, column: str) -> dict[str, Getter]:
    return {
        f"{prefix}.hashes.md5": given(f"{column}MD5"),
        f"{prefix}.hashes.sha1": given(f"{column}SHA1"),
        f"{prefix}.hashes.sha256": given(f"{column}SHA256"),
    }


def _user(prefix: str, column: str) -> dict[str, Getter]:
    return {
        f"{prefix}.name": given(f"{column}AccountName"),
        f"{prefix}.domain": given(f"{column}AccountDomain"),
        f"{prefix}.uid": given(f"{column}AccountSid"),
    }


_image = full_path(given("FolderPath"), given("FileName"))
_actor_image = full_path(given("InitiatingProcessFolderPath"), given("InitiatingProcessFileName"))


def _system(event: Event) -> str | None:
    return system_of((_image(event), _actor_image(event), given("FileName")(event)))


_COMMON: dict[str, Getter] = {
    "time": time_of,
    "device.hostname": host_of,
    "device.os.type": _system,
    "status": constant("Success"),
    "metadata.product": constant("Defender"),
    "metadata.event_code": given("ActionType"),
}

_ACTOR: dict[str, Getter] = {
    "actor.process.pid": number("InitiatingProcessId"),
    "actor.process.uid": given("InitiatingProcessUniqueId"),
    "actor.process.name": given("InitiatingProcessFileName"),
    "actor.process.file.path": _actor_image,
    "actor.process.cmd_line": given("InitiatingProcessCommandLine"),
    "actor.process.created_time": moment("InitiatingProcessCreationTime"),
    "actor.process.original_file_name": given("InitiatingProcessVersionInfoOriginalFileName"),
    "actor.process.integrity": given("InitiatingProcessIntegrityLevel"),
    **_hashes("actor.process.file", "InitiatingProcess"),
    **_user("actor.user", "InitiatingProcess"),
    "actor.session.uid": number("InitiatingProcessLogonId"),
    "actor.process.parent_process.pid": number("InitiatingProcessParentId"),
    "actor.process.parent_process.name": given("InitiatingProcessParentFileName"),
    "actor.process.parent_process.created_time": moment("InitiatingProcessParentCreationTime"),
}


def _action(activities: dict[str, str]) -> Getter:
    return lambda event: activities.get(given("ActionType")(event) or "")


def _process_created(event: Event) -> bool:
    return event.fields.get("ActionType") == "ProcessCreated"


_PROCESS = ActivityMap(
    "process",
    {
        **_COMMON,
        "activity_name": constant("Launch"),
        "process.pid": number("ProcessId"),
        "process.uid": given("ProcessUniqueId"),
        "process.name": given("FileName"),
        "process.file.path": _image,
        "process.cmd_line": given("ProcessCommandLine"),
        "process.created_time": moment("ProcessCreationTime"),
        "process.original_file_name": given("ProcessVersionInfoOriginalFileName"),
        "process.integrity": given("ProcessIntegrityLevel"),
        "process.token_elevation": given("ProcessTokenElevation"),
        "process.file.company_name": given("ProcessVersionInfoCompanyName"),
        "process.file.desc": given("ProcessVersionInfoFileDescription"),
        "process.file.version": given("ProcessVersionInfoProductVersion"),
        "process.file.product.name": given("ProcessVersionInfoProductName"),
        **_hashes("process.file", ""),
        **_user("user", ""),
        "session.uid": number("LogonId"),
        **_ACTOR,
    },
    when=_process_created,
)

_CONNECTIONS = {
    "ConnectionSuccess": "Outbound",
    "ConnectionRequest": "Outbound",
    "ConnectionFailed": "Outbound",
    "ConnectionAttempt": "Outbound",
    "HttpConnectionInspected": "Outbound",
    "InboundConnectionAccepted": "Inbound",
    "InboundConnectionAttempt": "Inbound",
}
_connection = _action(_CONNECTIONS)


def _side(outbound: Getter, inbound: Getter) -> Getter:
    return lambda event: (inbound if _connection(event) == "Inbound" else outbound)(event)


_NETWORK = ActivityMap(
    "network",
    {
        **_COMMON,
        "activity_name": constant("Open"),
        "status": _action({"ConnectionFailed": "Failure", "ConnectionSuccess": "Success"}),
        "direction": _connection,
        "protocol": given("Protocol"),
        "src.ip": _side(given("LocalIP"), given("RemoteIP")),
        "src.port": _side(number("LocalPort"), number("RemotePort")),
        "dst.ip": _side(given("RemoteIP"), given("LocalIP")),
        "dst.port": _side(number("RemotePort"), number("LocalPort")),
        "dst.hostname": _side(given("RemoteUrl"), constant(None)),
        **_ACTOR,
    },
    when=lambda event: _connection(event) is not None,
)

_FILES = {
    "FileCreated": "Create",
    "FileModified": "Update",
    "FileDeleted": "Delete",
    "FileRenamed": "Rename",
}
_file_activity = _action(_FILES)

_FILE = ActivityMap(
    "file",
    {
        **_COMMON,
        "activity_name": _file_activity,
        "file.path": _image,
        "file.name": given("FileName"),
        **_hashes("file", ""),
        **_ACTOR,
    },
    when=lambda event: _file_activity(event) is not None,
)

_REGISTRY_ACTIVITIES = {
    "RegistryKeyCreated": "Create Key",
    "RegistryKeyDeleted": "Delete Key",
    "RegistryKeyRenamed": "Rename Key",
    "RegistryValueSet": "Set Value",
    "RegistryValueDeleted": "Delete Value",
}
_registry_activity = _action(_REGISTRY_ACTIVITIES)

_REGISTRY = ActivityMap(
    "registry",
    {
        **_COMMON,
        "device.os.type": constant("Windows"),
        "activity_name": _registry_activity,
        "reg_key.path": given("RegistryKey"),
        "reg_value.name": given("RegistryValueName"),
        "reg_value.type": given("RegistryValueType"),
        "reg_value.data": given("RegistryValueData"),
        "prev_reg_key.path": given("PreviousRegistryKey"),
        **_ACTOR,
    },
    when=lambda event: _registry_activity(event) is not None,
)

_MODULE = ActivityMap(
    "module",
    {
        **_COMMON,
        "activity_name": constant("Load"),
        "module.file.path": _image,
        "module.file.name": given("FileName"),
        **_hashes("module.file", ""),
        **_ACTOR,
    },
)

_LOGONS = ("LogonSuccess", "LogonFailed", "LogonAttempted")

_LOGON = ActivityMap(
    "authentication",
    {
        **_COMMON,
        "activity_name": constant("Logon"),
        "status": _action({"LogonSuccess": "Success", "LogonFailed": "Failure"}),
        **_user("user", ""),
        "logon_type": given("LogonType"),
        "auth_protocol": given("Protocol"),
        "status_detail": given("FailureReason"),
        "src.ip": given("RemoteIP"),
        "src.hostname": given("RemoteDeviceName"),
        "session.uid": given("LogonId"),
        **_ACTOR,
    },
    when=lambda event: event.fields.get("ActionType") in _LOGONS,
)

_PORT = ActivityMap(
    "port",
    {
        **_COMMON,
        "activity_name": constant("Listen"),
        "protocol": through(str.lower, given("Protocol")),
        "dst.ip": given("LocalIP"),
        "dst.port": number("LocalPort"),
        **_ACTOR,
    },
    when=lambda event: event.fields.get("ActionType") == "ListeningConnectionCreated",
)


def _added(event: Event) -> Mapping[str, object]:
    """The JSON object in AdditionalFields; nothing where it is none."""
    try:
        found = json.loads(given("AdditionalFields")(event) or "")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _member(*names: str) -> Getter:
    def get(event: Event) -> str | None:
        found = _added(event)
        value = next((found[name] for name in names if found.get(name) not in (None, "")), None)
        return None if value is None or isinstance(value, dict | list) else str(value)

    return get


def _answers(event: Event) -> list[str] | None:
    """The addresses and names that answered: texts, or objects with a Result."""
    found = _added(event)
    answers = found.get("answers") or found.get("DnsQueryResult")
    if not isinstance(answers, list):
        return None
    texts = (one.get("Result") if isinstance(one, dict) else one for one in answers)
    return [str(text) for text in texts if text] or None


_DNS_ACTIONS = ("DnsQueryResponse", "DnsConnectionInspected")

_DNS = ActivityMap(
    "dns",
    {
        **_COMMON,
        "activity_name": constant("Response"),
        "query.hostname": _member("DnsQueryString", "query"),
        "query.type": _member("DnsQueryType", "qtype_name"),
        "rcode_id": _member("rcode", "rcode_name"),
        "answers": _answers,
        **_ACTOR,
    },
    when=lambda event: event.fields.get("ActionType") in _DNS_ACTIONS,
)

MAPS: dict[str, tuple[ActivityMap, ...]] = {
    "DeviceProcessEvents": (_PROCESS,),
    "DeviceNetworkEvents": (_NETWORK, _PORT, _DNS),
    "DeviceFileEvents": (_FILE,),
    "DeviceRegistryEvents": (_REGISTRY,),
    "DeviceImageLoadEvents": (_MODULE,),
    "DeviceLogonEvents": (_LOGON,),
    "DeviceEvents": (_DNS,),
}
"""Defender table -> its activities."""
