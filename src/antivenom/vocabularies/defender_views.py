"""What each Defender table shows of its activity table, column by column."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.vocabularies.views import LAUNCHED, Shown, View, always, launched, named, same


def _columns(names: Mapping[str, str]) -> dict[str, Shown]:
    return {column: same(name) for column, name in names.items()}


def _hashes(column: str, prefix: str) -> dict[str, str]:
    return {f"{column}{kind}": f"{prefix}.hashes.{kind.lower()}" for kind in ("MD5", "SHA1", "SHA256")}


_COMMON = _columns({"Timestamp": "time", "TimeGenerated": "time", "DeviceName": "device.hostname"})

_INITIATING = _columns(
    {
        "InitiatingProcessAccountDomain": "actor.user.domain",
        "InitiatingProcessAccountName": "actor.user.name",
        "InitiatingProcessAccountSid": "actor.user.uid",
        "InitiatingProcessIntegrityLevel": "actor.process.integrity",
        "InitiatingProcessFileName": "actor.process.name",
        "InitiatingProcessFolderPath": "actor.process.file.path",
        "InitiatingProcessId": "actor.process.pid",
        "InitiatingProcessCommandLine": "actor.process.cmd_line",
        "InitiatingProcessCreationTime": "actor.process.created_time",
        "InitiatingProcessUniqueId": "actor.process.uid",
        "InitiatingProcessVersionInfoOriginalFileName": "actor.process.original_file_name",
        "InitiatingProcessParentId": "actor.process.parent_process.pid",
        "InitiatingProcessParentFileName": "actor.process.parent_process.name",
        "InitiatingProcessParentCreationTime": "actor.process.parent_process.created_time",
        **_hashes("InitiatingProcess", "actor.process.file"),
    }
)


def _view(
    table: str,
    activity: str,
    columns: Mapping[str, Shown],
    reads: frozenset[str] = frozenset(),
    where: Callable[[pa.Table], pa.ChunkedArray] | None = None,
) -> View:
    def others(rows: pa.Table) -> pa.ChunkedArray:
        """Rows of other products: Defender's own are in the table as they stand."""
        mask = pc.not_equal(rows["metadata.product"], "Defender")
        return mask if where is None else pc.and_(mask, where(rows))

    return View(
        activity,
        {**_COMMON, **columns, **_INITIATING, "Type": always(table)},
        reads | {"metadata.product"},
        others,
    )


_PROCESS = _view(
    "DeviceProcessEvents",
    "process",
    {
        "ActionType": always("ProcessCreated"),
        **_columns(
            {
                "FileName": "process.name",
                "FolderPath": "process.file.path",
                **_hashes("", "process.file"),
                "ProcessVersionInfoCompanyName": "process.file.company_name",
                "ProcessVersionInfoProductName": "process.file.product.name",
                "ProcessVersionInfoProductVersion": "process.file.version",
                "ProcessVersionInfoOriginalFileName": "process.original_file_name",
                "ProcessVersionInfoFileDescription": "process.file.desc",
                "ProcessId": "process.pid",
                "ProcessCommandLine": "process.cmd_line",
                "ProcessIntegrityLevel": "process.integrity",
                "ProcessTokenElevation": "process.token_elevation",
                "ProcessCreationTime": "process.created_time",
                "ProcessUniqueId": "process.uid",
                "AccountDomain": "user.domain",
                "AccountName": "user.name",
                "AccountSid": "user.uid",
                "LogonId": "session.uid",
                "InitiatingProcessLogonId": "actor.session.uid",
            }
        ),
    },
    LAUNCHED,
    launched,
)


def _connection(rows: pa.Table) -> pa.ChunkedArray:
    outbound = pc.case_when(
        pc.make_struct(
            pc.fill_null(pc.equal(rows["status"], "Success"), False),
            pc.fill_null(pc.equal(rows["status"], "Failure"), False),
        ),
        "ConnectionSuccess",
        "ConnectionFailed",
        "ConnectionAttempt",
    )
    return pc.if_else(_inbound(rows), "InboundConnectionAccepted", outbound)


def _inbound(rows: pa.Table) -> pa.ChunkedArray:
    return pc.fill_null(pc.equal(rows["direction"], "Inbound"), False)


def _side(outbound: str, inbound: str | None) -> Shown:
    """The local or remote side: which of source and destination that is depends on the direction."""

    def make(rows: pa.Table) -> pa.ChunkedArray:
        other = pa.scalar(None, rows[outbound].type) if inbound is None else rows[inbound]
        return pc.if_else(_inbound(rows), other, rows[outbound])

    reads = {"direction", outbound} | ({inbound} if inbound else set())
    return Shown(frozenset(reads), make)


def _address_type(address: Shown) -> Shown:
    def make(rows: pa.Table) -> pa.Array:
        texts: list[str | None] = address.make(rows).to_pylist()
        known = {text: None if text is None else address_type(text) for text in set(texts)}
        return pa.array([known[text] for text in texts], pa.string())

    return Shown(address.reads, make)


def address_type(text: str) -> str | None:
    """Defender's word for the kind of an IP address; None for what is no address."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return "FourToSixMapping"
        if address.teredo is not None:
            return "Teredo"
    if address.is_loopback:
        return "Loopback"
    if text == "255.255.255.255":
        return "Broadcast"
    if address.is_multicast or address.is_unspecified:
        return "Reserved"
    return "Private" if address.is_private else "Reserved" if address.is_reserved else "Public"


_LOCAL, _REMOTE = _side("src.ip", "dst.ip"), _side("dst.ip", "src.ip")

_NETWORK = _view(
    "DeviceNetworkEvents",
    "network",
    {
        "ActionType": Shown(frozenset(("status", "direction")), _connection),
        "LocalIP": _LOCAL,
        "LocalPort": _side("src.port", "dst.port"),
        "LocalIPType": _address_type(_LOCAL),
        "RemoteIP": _REMOTE,
        "RemotePort": _side("dst.port", "src.port"),
        "RemoteIPType": _address_type(_REMOTE),
        "RemoteUrl": _side("dst.hostname", None),
        "Protocol": Shown(frozenset(("protocol",)), lambda rows: pc.utf8_capitalize(rows["protocol"])),
    },
)

_FILE = _view(
    "DeviceFileEvents",
    "file",
    {
        "ActionType": named(
            "activity_name",
            {
                "Create": "FileCreated",
                "Update": "FileModified",
                "Delete": "FileDeleted",
                "Rename": "FileRenamed",
            },
        ),
        **_columns({"FileName": "file.name", "FolderPath": "file.path", **_hashes("", "file")}),
    },
)

_HIVES = {
    r"HKLM(\\|$)": r"HKEY_LOCAL_MACHINE\1",
    r"HKU(\\S-1-(?:5-21|12-1)-)": r"HKEY_CURRENT_USER\1",
    r"HKU(\\|$)": r"HKEY_USERS\1",
    r"HKCU(\\|$)": r"HKEY_CURRENT_USER\1",
    r"HKCR(\\|$)": r"HKEY_CLASSES_ROOT\1",
}
"""How Sysmon begins a key -> how Defender does. The hive of a user's SID is below HKEY_CURRENT_USER there, as
published exports of DeviceRegistryEvents show it (HKEY_CURRENT_USER\\S-1-5-21-...-500\\SOFTWARE\\...\\Run)."""


def _key(name: str) -> Shown:
    """A registry key with its hive written out, as Defender does; Sysmon abbreviates it."""

    def make(rows: pa.Table) -> pa.ChunkedArray:
        column = rows[name]
        for short, whole in _HIVES.items():
            column = pc.replace_substring_regex(column, f"^{short}", whole)
        return column

    return Shown(frozenset((name,)), make)


_REGISTRY = _view(
    "DeviceRegistryEvents",
    "registry",
    {
        "ActionType": named(
            "activity_name",
            {
                "Create Key": "RegistryKeyCreated",
                "Delete Key": "RegistryKeyDeleted",
                "Rename Key": "RegistryKeyRenamed",
                "Create Value": "RegistryValueSet",
                "Set Value": "RegistryValueSet",
                "Delete Value": "RegistryValueDeleted",
            },
        ),
        "RegistryKey": _key("reg_key.path"),
        "PreviousRegistryKey": _key("prev_reg_key.path"),
        **_columns(
            {
                "RegistryValueName": "reg_value.name",
                "RegistryValueType": "reg_value.type",
                "RegistryValueData": "reg_value.data",
            }
        ),
    },
)

_MODULE = _view(
    "DeviceImageLoadEvents",
    "module",
    {
        "ActionType": always("ImageLoaded"),
        **_columns(
            {
                "FileName": "module.file.name",
                "FolderPath": "module.file.path",
                **_hashes("", "module.file"),
            }
        ),
    },
)

VIEWS: Mapping[str, View] = {
    "DeviceProcessEvents": _PROCESS,
    "DeviceNetworkEvents": _NETWORK,
    "DeviceFileEvents": _FILE,
    "DeviceRegistryEvents": _REGISTRY,
    "DeviceImageLoadEvents": _MODULE,
}
"""Table -> its view. DeviceEvents and DeviceLogonEvents have none: only Defender's own rows are in them."""
