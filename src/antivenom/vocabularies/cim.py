"""Splunk's Common Information Model over every sensor: data models filled from the activity tables.

A dataset is a view of one activity table, whichever product its rows come from. Names, expected values and which
fields are "unknown" where nothing is known: the CIM add-on's models (Endpoint.json and Network_Traffic.json, whose
calculations say `if(isnull(dest) OR dest="","unknown",dest)`) and the CIM manual, "Endpoint" and "Network Traffic".
All fields are text, as Splunk's are; `_time` is seconds since 1970.

Own choices, where CIM leaves it open or a sensor lacks the value:

- `process_guid` of Processes is always filled: without an id of the product it is host, process id and start time.
- `user` is the account's name without its domain, and its identifier where the log has no name.
- `process_id` and ports are the numbers in decimal, hashes `MD5=...,SHA1=...,SHA256=...` as in Sysmon.
- Registry keys are spelled as in Sysmon; `registry_key_name` is the whole key, `registry_path` the value under it.
- `app` of All_Traffic is the path of the executable, as published searches compare it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.tables import Column, ColumnType, Schema
from antivenom.vocabularies.sigma_registry import abbreviated
from antivenom.vocabularies.sigma_shown import hashes, registry_details, registry_target, utc_time
from antivenom.vocabularies.views import (
    LAUNCHED,
    Shown,
    View,
    always,
    first_of,
    launched,
    lower,
    made,
    named,
    succeeded,
    text,
)

TIME = "_time"
UNKNOWN = "unknown"
"""What CIM's calculated fields hold where nothing is known."""


def _seconds(name: str) -> Shown:
    """A time as seconds since 1970, to the microsecond: nanoseconds since then are more than a double holds."""

    def make(table: pa.Table) -> pa.ChunkedArray:
        return pc.divide(pc.divide(table[name].cast(pa.int64()), 1000).cast(pa.float64()), 1e6)

    return Shown(frozenset((name,)), make)


def _known(*columns: Shown) -> Shown:
    """The first of these that has a value, or "unknown"; an empty text is no value."""
    found = first_of(*columns)

    def make(table: pa.Table) -> pa.Array | pa.ChunkedArray:
        values = found.make(table)
        return pc.fill_null(pc.if_else(pc.equal(values, ""), None, values), UNKNOWN)

    return Shown(found.reads, make)


def _user(prefix: str) -> Shown:
    return _known(text(f"{prefix}.name"), text(f"{prefix}.uid"))


def _started_guid() -> Shown:
    """The product's own id of the process; else one made of what tells a process from every other."""
    parts = ("device.hostname", "process.pid", "process.created_time", "time")

    def make(table: pa.Table) -> pa.ChunkedArray:
        host, pid = (pc.fill_null(text(name).make(table), "") for name in parts[:2])
        moment = pc.coalesce(table[parts[2]], table[parts[3]]).cast(pa.int64()).cast(pa.string())
        return pc.binary_join_element_wise(host, pid, pc.fill_null(moment, ""), "/")

    return first_of(text("process.uid"), Shown(frozenset(parts), make))


_SYSTEMS = {"Windows": "Microsoft Windows", "Linux": "Linux", "macOS": "macOS", "ESXi": "VMware ESXi"}

_PRODUCTS = {
    "Sysmon": "Microsoft Sysmon",
    "Security": "Microsoft Windows",
    "SecurityEvent": "Microsoft Windows",
    "Defender": "Microsoft Defender for Endpoint",
    "auditd": "Linux auditd",
    "eslogger": "Apple Endpoint Security",
    "esxi_shell": "VMware ESXi",
}

_COMMON: dict[str, Shown] = {
    TIME: _seconds("time"),
    "host": text("device.hostname"),
    "dest": _known(text("device.hostname")),
    "vendor_product": _known(named("metadata.product", _PRODUCTS), text("metadata.product")),
}

_ACTOR: dict[str, Shown] = {
    "process": _known(text("actor.process.cmd_line")),
    "process_guid": text("actor.process.uid"),
    "process_id": text("actor.process.pid"),
    "process_name": _known(text("actor.process.name")),
    "process_path": text("actor.process.file.path"),
    "parent_process_id": text("actor.process.parent_process.pid"),
    "parent_process_name": _known(text("actor.process.parent_process.name")),
    "parent_process_path": text("actor.process.parent_process.file.path"),
    "user": _user("actor.user"),
    "user_id": text("actor.user.uid"),
}
"""The process that did it, in the datasets of files and of the registry."""

_PROCESSES: dict[str, Shown] = {
    "action": always("allowed"),
    "original_file_name": _known(text("process.original_file_name")),
    "os": named("device.os.type", _SYSTEMS),
    "parent_process": _known(text("actor.process.cmd_line")),
    "parent_process_exec": text("actor.process.name"),
    "parent_process_guid": text("actor.process.uid"),
    "parent_process_id": text("actor.process.pid"),
    "parent_process_name": _known(text("actor.process.name")),
    "parent_process_path": text("actor.process.file.path"),
    "parent_user": _user("actor.user"),
    "process": _known(text("process.cmd_line")),
    "process_current_directory": text("process.working_directory"),
    "process_exec": text("process.name"),
    "process_guid": _started_guid(),
    "process_hash": hashes("process.file"),
    "process_id": text("process.pid"),
    "process_integrity_level": lower("process.integrity"),
    "process_name": _known(text("process.name")),
    "process_path": text("process.file.path"),
    "user": _user("user"),
    "user_id": text("user.uid"),
}

_FILE_ACTIONS = {"Create": "created", "Delete": "deleted", "Rename": "modified", "Update": "modified"}

_FILESYSTEM: dict[str, Shown] = {
    **_ACTOR,
    "action": _known(named("activity_name", _FILE_ACTIONS)),
    "file_create_time": utc_time("file.created_time"),
    "file_hash": _known(hashes("file")),
    "file_name": _known(text("file.name")),
    "file_path": _known(text("file.path")),
}

_REGISTRY_ACTIONS = {
    "Create Key": "created",
    "Create Value": "created",
    "Delete Key": "deleted",
    "Delete Value": "deleted",
    "Rename Key": "modified",
    "Set Value": "modified",
}

_REGISTRY: dict[str, Shown] = {
    **_ACTOR,
    "action": _known(named("activity_name", _REGISTRY_ACTIONS)),
    "registry_key_name": _known(made(("reg_key.path",), lambda key: None if key is None else abbreviated(key))),
    "registry_path": _known(registry_target("reg_key.path")),
    "registry_value_data": _known(registry_details()),
    "registry_value_name": _known(text("reg_value.name")),
    "registry_value_type": _known(text("reg_value.type")),
}


def _port(name: str) -> Shown:
    """A port; CIM has 0 where there is none."""
    port = text(name)
    return Shown(port.reads, lambda table: pc.fill_null(port.make(table), "0"))


_ALL_TRAFFIC: dict[str, Shown] = {
    "action": _known(named("status", {"Success": "allowed"})),
    "app": text("actor.process.file.path"),
    "dest": _known(text("dst.hostname"), text("dst.ip")),
    "dest_ip": text("dst.ip"),
    "dest_port": _port("dst.port"),
    "direction": lower("direction"),
    "dvc": _known(text("device.hostname")),
    "process_guid": text("actor.process.uid"),
    "process_id": text("actor.process.pid"),
    "src": _known(text("src.hostname"), text("src.ip")),
    "src_ip": text("src.ip"),
    "src_port": _port("src.port"),
    "transport": _known(lower("protocol")),
    "user": _user("actor.user"),
}


def _dataset(
    activity: str,
    columns: Mapping[str, Shown],
    reads: frozenset[str] = frozenset(("status",)),
    where: Callable[[pa.Table], pa.ChunkedArray] = succeeded,
) -> View:
    return View(activity, {**_COMMON, **columns}, reads, where)


def _everything(rows: pa.Table) -> pa.ChunkedArray:
    return pa.chunked_array([pa.repeat(True, rows.num_rows)])


VIEWS: Mapping[str, View] = {
    "Endpoint.Processes": _dataset("process", _PROCESSES, LAUNCHED, launched),
    "Endpoint.Filesystem": _dataset("file", _FILESYSTEM),
    "Endpoint.Registry": _dataset("registry", _REGISTRY),
    "Network_Traffic.All_Traffic": _dataset("network", _ALL_TRAFFIC, frozenset(), _everything),
}
"""Model and dataset -> its view. A connection that failed is a row too, its action unknown."""

_TYPES = {TIME: ColumnType.REAL}


def _schema(name: str, view: View) -> Schema:
    return Schema(name, tuple(Column(field, _TYPES.get(field, ColumnType.STRING)) for field in view.columns))


SCHEMAS: Mapping[str, Schema] = {name: _schema(name, view) for name, view in VIEWS.items()}
"""Model and dataset -> its schema; fields without the dataset before them."""
