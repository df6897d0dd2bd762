"""CIM's data model Endpoint: processes, files, registry, services and listening ports.

Source: the CIM add-on's Endpoint.json and the CIM manual, "Endpoint". Own choices, where CIM leaves it open or a sensor
lacks the value:

- `process_guid` of Processes is always filled: without an id of the product it is host, process id and start time.
- `process_id` and ports are the numbers in decimal, hashes `MD5=...,SHA1=...,SHA256=...` as in Sysmon.
- Registry keys are spelled as in Sysmon; `registry_key_name` is the whole key, `registry_path` the value under it.
- A service's `service` and `service_name` are the name the log has; `service_path` is the whole command it runs.
"""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.vocabularies.cim.shared import (
    ALWAYS_EMPTY,
    UNKNOWN,
    Dataset,
    account,
    assets,
    dataset,
    expected,
    known,
    port,
)
from antivenom.vocabularies.mapping import basename
from antivenom.vocabularies.sigma_registry import abbreviated
from antivenom.vocabularies.sigma_shown import hashes, registry_details, registry_target, utc_time
from antivenom.vocabularies.views import (
    LAUNCHED,
    Shown,
    always,
    first_of,
    launched,
    lower,
    made,
    named,
    succeeded,
    text,
)


def _started_guid() -> Shown:
    """The product's own id of the process; else one made of what tells a process from every other."""
    parts = ("device.hostname", "process.pid", "process.created_time", "time")

    def make(table: pa.Table) -> pa.ChunkedArray:
        host, pid = (pc.fill_null(text(name).make(table), "") for name in parts[:2])
        moment = pc.coalesce(table[parts[2]], table[parts[3]]).cast(pa.int64()).cast(pa.string())
        return pc.binary_join_element_wise(host, pid, pc.fill_null(moment, ""), "/")

    return first_of(text("process.uid"), Shown(frozenset(parts), make))


_SYSTEMS = {"Windows": "Microsoft Windows", "Linux": "Linux", "macOS": "macOS", "ESXi": "VMware ESXi"}

_ACTOR: dict[str, Shown] = {
    "process": known(text("actor.process.cmd_line")),
    "process_guid": text("actor.process.uid"),
    "process_id": text("actor.process.pid"),
    "process_name": known(text("actor.process.name")),
    "process_exec": text("actor.process.name"),
    "process_hash": hashes("actor.process.file"),
    "process_path": text("actor.process.file.path"),
    "parent_process": always(UNKNOWN),
    "parent_process_exec": text("actor.process.parent_process.name"),
    "parent_process_id": text("actor.process.parent_process.pid"),
    "parent_process_name": known(text("actor.process.parent_process.name")),
    "parent_process_path": text("actor.process.parent_process.file.path"),
    "user": account("actor.user"),
    "user_id": text("actor.user.uid"),
}
"""The process that did it, in the datasets of files and of the registry."""

_PROCESSES: dict[str, Shown] = {
    "action": always("allowed"),
    "loaded_file": always(UNKNOWN),
    "original_file_name": known(text("process.original_file_name")),
    "os": named("device.os.type", _SYSTEMS),
    "parent_process": known(text("actor.process.cmd_line")),
    "parent_process_exec": text("actor.process.name"),
    "parent_process_guid": text("actor.process.uid"),
    "parent_process_hash": hashes("actor.process.file"),
    "parent_process_id": text("actor.process.pid"),
    "parent_process_name": known(text("actor.process.name")),
    "parent_process_path": text("actor.process.file.path"),
    "parent_user": account("actor.user"),
    "process": known(text("process.cmd_line")),
    "process_current_directory": text("process.working_directory"),
    "process_exec": text("process.name"),
    "process_guid": _started_guid(),
    "process_hash": hashes("process.file"),
    "process_id": text("process.pid"),
    "process_integrity_level": lower("process.integrity"),
    "process_name": known(text("process.name")),
    "process_path": text("process.file.path"),
    "user": account("user"),
    "user_id": text("user.uid"),
}

_FILE_ACTIONS = {"Create": "created", "Delete": "deleted", "Rename": "modified", "Update": "modified"}

_FILESYSTEM: dict[str, Shown] = {
    **_ACTOR,
    "action": known(named("activity_name", _FILE_ACTIONS)),
    "file_acl": always(UNKNOWN),
    "file_create_time": utc_time("file.created_time"),
    "file_hash": known(hashes("file")),
    "file_name": known(text("file.name")),
    "file_path": known(text("file.path")),
}

_REGISTRY_ACTIONS = {
    "Create Key": "created",
    "Create Value": "created",
    "Delete Key": "deleted",
    "Delete Value": "deleted",
    "Rename Key": "modified",
    "Set Value": "modified",
}

_STATUS = named("status", {"Success": "success", "Failure": "failure"})


def _hive(key: str | None) -> str | None:
    r"""The hive of a key as CIM names them: the root written out, with SAM, Security, Software or System behind it."""
    root, _, rest = (key or "").replace("/", "\\").partition("\\")
    name = _ROOTS.get(root.upper())
    below = rest.partition("\\")[0].capitalize()
    return f"{name}\\{below.upper() if below == 'Sam' else below}" if name == _ROOTS["HKLM"] and below else name


_ROOTS = {
    **dict.fromkeys(("HKLM", "HKEY_LOCAL_MACHINE"), "HKEY_LOCAL_MACHINE"),
    **dict.fromkeys(("HKCU", "HKEY_CURRENT_USER"), "HKEY_CURRENT_USER"),
    **dict.fromkeys(("HKU", "HKEY_USERS"), "HKEY_USERS"),
    **dict.fromkeys(("HKCR", "HKEY_CLASSES_ROOT"), "HKEY_CLASSES_ROOT"),
    **dict.fromkeys(("HKCC", "HKEY_CURRENT_CONFIG"), "HKEY_CURRENT_CONFIG"),
}

_REGISTRY: dict[str, Shown] = {
    **_ACTOR,
    "action": known(named("activity_name", _REGISTRY_ACTIONS)),
    "registry_hive": made(("reg_key.path",), _hive),
    "registry_key_name": known(made(("reg_key.path",), lambda key: None if key is None else abbreviated(key))),
    "registry_path": known(registry_target("reg_key.path")),
    "registry_value_data": known(registry_details()),
    "registry_value_name": known(text("reg_value.name")),
    "registry_value_type": known(text("reg_value.type")),
    "status": _STATUS,
}


_SUCCEEDED = (frozenset(("status",)), succeeded)
_PARENT = ("parent_process_guid", "parent_process_hash")
_OF_FILES = (
    *("service_dll", "service_dll_hash", "service_dll_path", "service_dll_signature_exists"),
    *("service_dll_signature_verified", "service_hash", "service_signature_exists", "service_signature_verified"),
)

_SERVICE_STATES = {"Install": "installed", "Start": "started", "Stop": "stopped"}


_PROGRAM = re.compile(
    r'"(?P<quoted>[^"]+)"|(?P<named>.+?\.(?:exe|sys|dll|com|bat|cmd|ps1))(?=\s|$)|(?P<word>\S+)', re.IGNORECASE
)


def _executable(command: str | None) -> str | None:
    """The file name of the program that a service's command starts."""
    found = _PROGRAM.match(command.strip()) if command else None
    return basename(found["quoted"] or found["named"] or found["word"]) or None if found else None


_SERVICES: dict[str, Shown] = {
    "process_guid": text("actor.process.uid"),
    "process_id": text("actor.process.pid"),
    "service": known(text("service.name")),
    "service_exec": made(("service.cmd_line",), _executable),
    "service_id": known(text("service.uid")),
    "service_name": known(text("service.name")),
    "service_path": text("service.cmd_line"),
    "start_mode": known(text("service.start_type")),
    "status": known(named("activity_name", _SERVICE_STATES)),
    "user": account("user"),
}


_PORTS: dict[str, Shown] = {
    "dest_port": port("dst.port"),
    "process_guid": text("actor.process.uid"),
    "process_id": text("actor.process.pid"),
    "src": always(UNKNOWN),
    "src_port": always("0"),
    "state": always("listening"),
    "transport": known(text("protocol")),
    "transport_dest_port": made(("protocol", "dst.port"), lambda name, number: f"{name or 'unknown'}/{number or 0}"),
    "user": account("actor.user"),
}

_ASSETS = (*assets("dest", "user"), *expected("dest"), *ALWAYS_EMPTY)

DATASETS: tuple[Dataset, ...] = (
    dataset("Ports", "port", _PORTS, (*_ASSETS, *assets("src"), *expected("src"), "creation_time"), *_SUCCEEDED),
    dataset(
        "Processes", "process", _PROCESSES,
        (*_ASSETS, "cpu_load_percent", "dest_is_expected", "mem_used"), LAUNCHED, launched,
    ),
    dataset("Services", "service", _SERVICES, (*_ASSETS, "dest_is_expected", "description", *_OF_FILES), *_SUCCEEDED),
    dataset(
        "Filesystem", "file", _FILESYSTEM,
        (*_ASSETS, "file_access_time", "file_modify_time", "file_size", "image", *_PARENT), *_SUCCEEDED,
    ),
    dataset("Registry", "registry", _REGISTRY, (*_ASSETS, "image", "registry_value_text", *_PARENT), *_SUCCEEDED),
)  # fmt: skip
"""The root datasets of Endpoint."""
