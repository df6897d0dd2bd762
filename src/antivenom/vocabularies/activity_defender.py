"""Defender's own rows as activities.

Defender does not name the operating system in these tables: a path that starts with `/` is Linux, or macOS
below a directory only macOS has; a path with a drive or a backslash, or a name ending in `.exe`, is Windows.
"""

from __future__ import annotations

from collections.abc import Iterable

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


def account(prefix: str, column: str) -> dict[str, Getter]:
    """The columns of an account; its own begin with `column`."""
    return {
        f"{prefix}.name": given(f"{column}AccountName"),
        f"{prefix}.domain": given(f"{column}AccountDomain"),
        f"{prefix}.uid": given(f"{column}AccountSid"),
    }


_image = full_path(given("FolderPath"), given("FileName"))
_actor_image = full_path(given("InitiatingProcessFolderPath"), given("InitiatingProcessFileName"))


def _system(event: Event) -> str | None:
    return system_of((_image(event), _actor_image(event), given("FileName")(event)))


COMMON: dict[str, Getter] = {
    "time": time_of,
    "device.hostname": host_of,
    "device.os.type": _system,
    "status": constant("Success"),
    "metadata.product": constant("Defender"),
    "metadata.event_code": given("ActionType"),
}
"""The columns every activity of Defender has."""

ACTOR: dict[str, Getter] = {
    "actor.process.pid": number("InitiatingProcessId"),
    "actor.process.uid": given("InitiatingProcessUniqueId"),
    "actor.process.name": given("InitiatingProcessFileName"),
    "actor.process.file.path": _actor_image,
    "actor.process.cmd_line": given("InitiatingProcessCommandLine"),
    "actor.process.created_time": moment("InitiatingProcessCreationTime"),
    "actor.process.original_file_name": given("InitiatingProcessVersionInfoOriginalFileName"),
    "actor.process.integrity": given("InitiatingProcessIntegrityLevel"),
    **_hashes("actor.process.file", "InitiatingProcess"),
    **account("actor.user", "InitiatingProcess"),
    "actor.session.uid": number("InitiatingProcessLogonId"),
    "actor.process.parent_process.pid": number("InitiatingProcessParentId"),
    "actor.process.parent_process.name": given("InitiatingProcessParentFileName"),
    "actor.process.parent_process.created_time": moment("InitiatingProcessParentCreationTime"),
}
"""The process that did it."""


def action(activities: dict[str, str]) -> Getter:
    """What an ActionType stands for; None for any other."""
    return lambda event: activities.get(given("ActionType")(event) or "")


def _process_created(event: Event) -> bool:
    return event.fields.get("ActionType") == "ProcessCreated"


_PROCESS = ActivityMap(
    "process",
    {
        **COMMON,
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
        **account("user", ""),
        "session.uid": number("LogonId"),
        **ACTOR,
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
_connection = action(_CONNECTIONS)


def _side(outbound: Getter, inbound: Getter) -> Getter:
    return lambda event: (inbound if _connection(event) == "Inbound" else outbound)(event)


_NETWORK = ActivityMap(
    "network",
    {
        **COMMON,
        "activity_name": constant("Open"),
        "status": action({"ConnectionFailed": "Failure", "ConnectionSuccess": "Success"}),
        "direction": _connection,
        "protocol": given("Protocol"),
        "src.ip": _side(given("LocalIP"), given("RemoteIP")),
        "src.port": _side(number("LocalPort"), number("RemotePort")),
        "dst.ip": _side(given("RemoteIP"), given("LocalIP")),
        "dst.port": _side(number("RemotePort"), number("LocalPort")),
        "dst.hostname": _side(given("RemoteUrl"), constant(None)),
        **ACTOR,
    },
    when=lambda event: _connection(event) is not None,
)

_FILES = {
    "FileCreated": "Create",
    "FileModified": "Update",
    "FileDeleted": "Delete",
    "FileRenamed": "Rename",
}
_file_activity = action(_FILES)

_FILE = ActivityMap(
    "file",
    {
        **COMMON,
        "activity_name": _file_activity,
        "file.path": _image,
        "file.name": given("FileName"),
        **_hashes("file", ""),
        **ACTOR,
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
_registry_activity = action(_REGISTRY_ACTIVITIES)

_REGISTRY = ActivityMap(
    "registry",
    {
        **COMMON,
        "device.os.type": constant("Windows"),
        "activity_name": _registry_activity,
        "reg_key.path": given("RegistryKey"),
        "reg_value.name": given("RegistryValueName"),
        "reg_value.type": given("RegistryValueType"),
        "reg_value.data": given("RegistryValueData"),
        "prev_reg_key.path": given("PreviousRegistryKey"),
        **ACTOR,
    },
    when=lambda event: _registry_activity(event) is not None,
)

_MODULE = ActivityMap(
    "module",
    {
        **COMMON,
        "activity_name": constant("Load"),
        "module.file.path": _image,
        "module.file.name": given("FileName"),
        **_hashes("module.file", ""),
        **ACTOR,
    },
)

MAPS: dict[str, tuple[ActivityMap, ...]] = {
    "DeviceProcessEvents": (_PROCESS,),
    "DeviceNetworkEvents": (_NETWORK,),
    "DeviceFileEvents": (_FILE,),
    "DeviceRegistryEvents": (_REGISTRY,),
    "DeviceImageLoadEvents": (_MODULE,),
}
"""Defender table -> its activities."""
