"""A scenario as Sysmon 15 on Windows records it: events 1 (process), 3 (connection), 5 (end), 7 (module),
11 (file), 13 (registry value) and 23 (deleted file).

Field names and their order are those of Sysmon's manifest for event versions 5, 5, 3, 3, 2, 2 and 5. A value that
Sysmon does not know is "-", as Sysmon writes it. A connection gives event 3 whether or not it was accepted.
Reading a file leaves no event. The configuration is one that keeps every such event; deleted files are archived.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from antivenom.proving.derive import Draft, file_hash, hexadecimal, moment, number, numbered, own_hive
from antivenom.proving.processes import Connection, FileUse, ModuleLoad, Process, RegistryChange, Scenario
from antivenom.proving.versions import Version, version_of
from antivenom.tables import Event, FieldValue, Origin
from antivenom.vocabularies.sigma_registry import details, value_path

_CHANNEL = "Microsoft-Windows-Sysmon/Operational"
_PROVIDER = "Microsoft-Windows-Sysmon"
_PROVIDER_GUID = "{5770385f-c22a-43e0-bf4c-06f5698ffbd9}"
_NO_GUID = "{00000000-0000-0000-0000-000000000000}"
_VERSIONS = {1: "5", 3: "5", 5: "3", 7: "3", 11: "2", 13: "2", 23: "5"}
_PORT_NAMES = {80: "http", 443: "https"}


def render(scenario: Scenario) -> list[Event]:
    """The events of the scenario's Windows processes, in the order of time."""
    drafts = [draft for process in scenario.on("windows") for draft in _process_drafts(scenario, process)]
    return numbered(scenario, drafts)


def _process_drafts(scenario: Scenario, process: Process) -> Iterator[Draft]:
    make = partial(_event, scenario, process)
    if not process.before:
        yield process.started, partial(make, 1, process.started, _creation(process))
    for connection in process.connections:
        yield connection.time, partial(make, 3, connection.time, _connection(process, connection))
    for file in process.files:
        if file.action == "written":
            yield file.time, partial(make, 11, file.time, _file_created(process, file))
        elif file.action == "deleted":
            yield file.time, partial(make, 23, file.time, _file_deleted(process, file))
    for module in process.modules:
        yield module.time, partial(make, 7, module.time, _module(process, module))
    for change in process.registry:
        yield change.time, partial(make, 13, change.time, _value_set(process, change))
    if process.ended is not None:
        yield process.ended, partial(make, 5, process.ended, _end(process, process.ended))


def _event(
    scenario: Scenario, process: Process, id_: int, time: int, data: dict[str, FieldValue], record: int
) -> Event:
    host = process.host.name
    system: dict[str, FieldValue] = {
        "System.Provider": _PROVIDER,
        "System.ProviderGuid": _PROVIDER_GUID,
        "System.EventID": str(id_),
        "System.Version": _VERSIONS[id_],
        "System.Level": "4",
        "System.Task": str(id_),
        "System.Opcode": "0",
        "System.Keywords": "0x8000000000000000",
        "System.TimeCreated": f"{moment(time):%Y-%m-%dT%H:%M:%S.%f}0Z",
        "System.EventRecordID": str(record),
        "System.ProcessID": str(4 * number(500, 900, "sysmon", host)),
        "System.ThreadID": str(4 * number(901, 1_400, "sysmon", host)),
        "System.Channel": _CHANNEL,
        "System.Computer": host,
        "System.UserID": "S-1-5-18",
    }
    origin = Origin(f"{scenario.id}/sysmon", record=record)
    return Event("windows", f"{_PROVIDER}/{id_}", time, host, system | data, None, origin)


def _common(process: Process, time: int) -> dict[str, FieldValue]:
    return {
        "RuleName": "-",
        "UtcTime": _utc(time),
        "ProcessGuid": _guid(process),
        "ProcessId": str(process.pid),
        "Image": process.executable,
    }


def _creation(process: Process) -> dict[str, FieldValue]:
    logon = number(0x10000, 0xFFFFFF, "logon", process.host.name, process.user)
    return _common(process, process.started) | {
        **_version(version_of(process)),
        "CommandLine": process.command,
        "CurrentDirectory": process.cwd,
        "User": process.user,
        "LogonGuid": f"{{{_machine(process)}-0000-0000-{logon & 0xFFFF:04x}-{logon >> 16:04x}00000000}}",
        "LogonId": f"{logon:#x}",
        "TerminalSessionId": "0" if _is_system(process) else "1",
        "IntegrityLevel": "System" if _is_system(process) else "Medium",
        "Hashes": _hashes(process.host.platform, process.executable),
        **_parent(process.parent),
    }


def _version(version: Version) -> dict[str, FieldValue]:
    return {
        "FileVersion": version.file_version or "-",
        "Description": version.description or "-",
        "Product": version.product or "-",
        "Company": version.company or "-",
        "OriginalFileName": version.original or "-",
    }


def _parent(parent: Process | None) -> dict[str, FieldValue]:
    return {
        "ParentProcessGuid": _guid(parent) if parent else _NO_GUID,
        "ParentProcessId": str(parent.pid) if parent else "0",
        "ParentImage": parent.executable if parent else "-",
        "ParentCommandLine": parent.command if parent else "-",
        "ParentUser": parent.user if parent else "-",
    }


def _connection(process: Process, connection: Connection) -> dict[str, FieldValue]:
    local = connection.address in ("127.0.0.1", "::1")
    source = connection.address if local else process.host.address
    return _common(process, connection.time) | {
        "User": process.user,
        "Protocol": connection.protocol,
        "Initiated": "true",
        "SourceIsIpv6": _is_ipv6(source),
        "SourceIp": source,
        "SourceHostname": process.host.name,
        "SourcePort": str(connection.source_port),
        "SourcePortName": "-",
        "DestinationIsIpv6": _is_ipv6(connection.address),
        "DestinationIp": connection.address,
        "DestinationHostname": connection.hostname or (process.host.name if local else "-"),
        "DestinationPort": str(connection.port),
        "DestinationPortName": _PORT_NAMES.get(connection.port, "-"),
    }


def _file_created(process: Process, file: FileUse) -> dict[str, FieldValue]:
    return _common(process, file.time) | {
        "TargetFilename": file.path,
        "CreationUtcTime": _utc(file.time),
        "User": process.user,
    }


def _file_deleted(process: Process, file: FileUse) -> dict[str, FieldValue]:
    common = _common(process, file.time)
    head = {name: common.pop(name) for name in ("RuleName", "UtcTime", "ProcessGuid", "ProcessId")}
    return {
        **head,
        "User": process.user,
        **common,
        "TargetFilename": file.path,
        "Hashes": _hashes("content", file.path),
        "IsExecutable": str(file.path.lower().endswith((".exe", ".dll", ".pyd"))).lower(),
        "Archived": "true",
    }


def _module(process: Process, module: ModuleLoad) -> dict[str, FieldValue]:
    return _common(process, module.time) | {
        "ImageLoaded": module.path,
        **_version(Version()),
        "Hashes": _hashes(process.host.platform, module.path),
        "Signed": "true" if module.signer else "false",
        "Signature": module.signer or "-",
        "SignatureStatus": "Valid" if module.signer else "Unavailable",
        "User": process.user,
    }


def _value_set(process: Process, change: RegistryChange) -> dict[str, FieldValue]:
    return {
        "RuleName": "-",
        "EventType": "SetValue",
        **_common(process, change.time),
        "TargetObject": value_path(own_hive(change.key, process.user_id), change.value),
        "Details": details(change.type, change.data),
        "User": process.user,
    }


def _end(process: Process, time: int) -> dict[str, FieldValue]:
    return _common(process, time) | {"User": process.user}


def _guid(process: Process) -> str:
    """As Sysmon makes it: four bytes of the machine's id, the start in seconds, and a token."""
    seconds = process.started // 1_000_000_000
    token = hexadecimal(4, "token", process.host.name, process.pid, process.started)
    return f"{{{_machine(process)}-{seconds & 0xFFFF:04x}-{seconds >> 16:04x}-{token}-000000000a00}}"


def _machine(process: Process) -> str:
    return hexadecimal(8, "machine", process.host.name)


def _hashes(platform: str, path: str) -> str:
    kinds = ("md5", "sha256", "imphash")
    return ",".join(f"{kind.upper()}={file_hash(platform, path, kind).upper()}" for kind in kinds)


def _utc(time: int) -> str:
    return f"{moment(time):%Y-%m-%d %H:%M:%S.%f}"[:-3]


def _is_ipv6(address: str) -> str:
    return "true" if ":" in address else "false"


def _is_system(process: Process) -> bool:
    return process.user_id == "S-1-5-18"
