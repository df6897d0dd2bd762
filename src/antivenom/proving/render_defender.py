"""A scenario as Defender for Endpoint reports it.

The rows are of DeviceProcessEvents, DeviceNetworkEvents, DeviceFileEvents, DeviceImageLoadEvents and
DeviceRegistryEvents. Columns and their order are those of the advanced hunting schema. Paths of initiating
processes, domains and account names are in lower case, as Defender has them. Rows for the end of a process and for
reading a file do not exist; modules and the registry are seen on Windows only. On Linux and macOS the command line
is the arguments joined by spaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from ipaddress import ip_address

from antivenom.proving.derive import Draft, file_hash, hexadecimal, image_hash, moment, number, numbered, own_hive
from antivenom.proving.processes import Connection, FileUse, ModuleLoad, Process, RegistryChange, Scenario, file_name
from antivenom.proving.versions import version_of
from antivenom.tables import Event, FieldValue, Origin

PLATFORMS = ("windows", "linux", "macos")
"""Where Defender for Endpoint runs."""

_ACTIONS = {"connected": "ConnectionSuccess", "refused": "ConnectionFailed", "timeout": "ConnectionAttempt"}
_FILE_ACTIONS = {"written": "FileCreated", "deleted": "FileDeleted"}
_ROOTS = {"HKLM": "HKEY_LOCAL_MACHINE", "HKU": "HKEY_USERS"}
_USER_HIVE = "HKU\\S-1-5-21-"
_VERSION_INFO = (
    "VersionInfoCompanyName",
    "VersionInfoProductName",
    "VersionInfoProductVersion",
    "VersionInfoInternalFileName",
    "VersionInfoOriginalFileName",
    "VersionInfoFileDescription",
)

Row = dict[str, FieldValue]


def render(scenario: Scenario) -> list[Event]:
    """The rows of the scenario's processes where Defender runs, in the order of time."""
    drafts = [draft for process in scenario.on(*PLATFORMS) for draft in _process_drafts(scenario, process)]
    return numbered(scenario, drafts)


def _process_drafts(scenario: Scenario, process: Process) -> Iterator[Draft]:
    make = partial(_event, scenario, process)
    if not process.before:
        yield process.started, partial(make, "DeviceProcessEvents", process.started, _creation(process))
    for connection in process.connections:
        row = _connection(process, connection)
        yield connection.time, partial(make, "DeviceNetworkEvents", connection.time, row)
    for file in process.files:
        if file.action in _FILE_ACTIONS:
            yield file.time, partial(make, "DeviceFileEvents", file.time, _file(process, file))
    if not _on_windows(process):
        return
    for module in process.modules:
        yield module.time, partial(make, "DeviceImageLoadEvents", module.time, _module(process, module))
    for change in process.registry:
        yield change.time, partial(make, "DeviceRegistryEvents", change.time, _value_set(process, change))


def _event(scenario: Scenario, process: Process, table: str, time: int, row: Row, record: int) -> Event:
    host = process.host.name
    fields: Row = {
        "Timestamp": _time(time),
        "DeviceId": hexadecimal(40, "device", host),
        "DeviceName": host.lower(),
        **row,
        "ReportId": str(record),
        "AppGuardContainerId": "",
        "AdditionalFields": "",
    }
    origin = Origin(f"{scenario.id}/defender", record)
    return Event("defender", table, time, host.lower(), fields, None, origin)


def _creation(process: Process) -> Row:
    return {
        "ActionType": "ProcessCreated",
        "FileName": process.file_name,
        "FolderPath": process.executable,
        **_image("", process),
        **_version_info("Process", process),
        "ProcessId": str(process.pid),
        "ProcessCommandLine": process.command,
        "ProcessIntegrityLevel": _integrity(process),
        "ProcessTokenElevation": _elevation(process),
        "ProcessCreationTime": _time(process.started),
        **_account("", process),
        "LogonId": _logon(process),
        **_creator(process.parent),
    }


def _creator(parent: Process | None) -> Row:
    if parent is None:
        return {}
    return _initiating(parent) | {"InitiatingProcessLogonId": _logon(parent)}


def _connection(process: Process, connection: Connection) -> Row:
    remote = ip_address(connection.address)
    local = connection.address if remote.is_loopback else process.host.address
    return {
        "ActionType": _ACTIONS[connection.outcome],
        "RemoteIP": connection.address,
        "RemotePort": str(connection.port),
        "RemoteUrl": connection.hostname or "",
        "LocalIP": local,
        "LocalPort": str(connection.source_port),
        "Protocol": connection.protocol.capitalize(),
        "LocalIPType": _address_type(local),
        "RemoteIPType": _address_type(connection.address),
        **_initiating(process),
    }


def _file(process: Process, file: FileUse) -> Row:
    return {
        "ActionType": _FILE_ACTIONS[file.action],
        "FileName": file_name(file.path, process.host.platform),
        "FolderPath": file.path,
        "SHA1": hexadecimal(40, "content", file.path),
        "SHA256": hexadecimal(64, "content", file.path),
        "MD5": hexadecimal(32, "content md5", file.path),
        **_initiating(process),
    }


def _module(process: Process, module: ModuleLoad) -> Row:
    platform = process.host.platform
    return {
        "ActionType": "ImageLoaded",
        "FileName": file_name(module.path, platform),
        "FolderPath": module.path,
        "SHA1": file_hash(platform, module.path, "sha1"),
        "SHA256": file_hash(platform, module.path, "sha256"),
        "MD5": file_hash(platform, module.path, "md5"),
        "FileSize": str(number(20_000, 900_000, "size", platform, module.path.lower())),
        **_initiating(process),
    }


def _value_set(process: Process, change: RegistryChange) -> Row:
    return {
        "ActionType": "RegistryValueSet",
        "RegistryKey": _key(own_hive(change.key, process.user_id)),
        "RegistryValueType": change.type,
        "RegistryValueName": change.value,
        "RegistryValueData": change.data,
        "PreviousRegistryKey": "",
        "PreviousRegistryValueName": "",
        "PreviousRegistryValueData": "",
        **_initiating(process),
    }


def _key(key: str) -> str:
    """A key with its hive written out; Defender has the hive of a user's SID below HKEY_CURRENT_USER."""
    root, slash, rest = key.partition("\\")
    if key.upper().startswith(_USER_HIVE):
        return f"HKEY_CURRENT_USER{slash}{rest}"
    return f"{_ROOTS[root.upper()]}{slash}{rest}"


def _initiating(process: Process) -> Row:
    """The columns that tell of the process that did something."""
    prefix = "InitiatingProcess"
    parent = process.parent
    row: Row = {
        **_account(prefix, process),
        f"{prefix}IntegrityLevel": _integrity(process),
        f"{prefix}TokenElevation": _elevation(process),
        **_image(prefix, process),
        f"{prefix}FileName": process.file_name,
        **_version_info(prefix, process),
        f"{prefix}Id": str(process.pid),
        f"{prefix}CommandLine": process.command,
        f"{prefix}CreationTime": _time(process.started),
        f"{prefix}FolderPath": process.executable.lower() if _on_windows(process) else process.executable,
    }
    if parent:
        row |= {
            f"{prefix}ParentId": str(parent.pid),
            f"{prefix}ParentFileName": parent.file_name,
            f"{prefix}ParentCreationTime": _time(parent.started),
        }
    return row


def _image(prefix: str, process: Process) -> Row:
    path = process.executable.lower()
    return {
        f"{prefix}SHA1": image_hash(process, "sha1"),
        f"{prefix}SHA256": image_hash(process, "sha256"),
        f"{prefix}MD5": image_hash(process, "md5"),
        f"{prefix}FileSize": str(number(20_000, 900_000, "size", process.host.platform, path)),
    }


def _version_info(prefix: str, process: Process) -> Row:
    """What the program's version resource says; empty where nothing is known of it."""
    version = version_of(process)
    values = (
        version.company,
        version.product,
        version.product_version,
        version.internal,
        version.original,
        version.description,
    )
    return dict(zip((prefix + name for name in _VERSION_INFO), values, strict=True))


def _account(prefix: str, process: Process) -> Row:
    domain, _, name = process.user.rpartition("\\")
    windows = _on_windows(process)
    return {
        f"{prefix}AccountDomain": domain.lower() if windows else process.host.name,
        f"{prefix}AccountName": name.lower() if windows else process.user,
        f"{prefix}AccountSid": process.user_id if windows else "",
        f"{prefix}AccountUpn": "",
        f"{prefix}AccountObjectId": "",
    }


def _integrity(process: Process) -> str:
    if not _on_windows(process):
        return ""
    return "System" if process.user_id == "S-1-5-18" else "Medium"


def _elevation(process: Process) -> str:
    if not _on_windows(process):
        return "None"
    return "TokenElevationTypeDefault" if process.user_id == "S-1-5-18" else "TokenElevationTypeLimited"


def _logon(process: Process) -> str:
    """A Windows logon id; other platforms have none."""
    if not _on_windows(process):
        return ""
    return str(number(0x10000, 0xFFFFFF, "logon", process.host.name, process.user))


def _address_type(address: str) -> str:
    kind = ip_address(address)
    return "Loopback" if kind.is_loopback else "Private" if kind.is_private else "Public"


def _time(time: int) -> str:
    return f"{moment(time):%Y-%m-%dT%H:%M:%S.%f}0Z"


def _on_windows(process: Process) -> bool:
    return process.host.platform == "windows"
