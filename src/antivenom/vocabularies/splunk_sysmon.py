"""What the Sysmon add-ons make of Sysmon's fields.

Source: the field lists of data_sources/sysmon_eventid_*.yml in splunk/security_content, which name
Splunk_TA_microsoft_sysmon 5.0 (and Sysmon for Linux 1.0). Values the add-on takes from its own look-up files
(signature, EventDescription) are not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from antivenom.tables import Event
from antivenom.vocabularies.mapping import Getter, TextGetter, constant, name_of, through
from antivenom.vocabularies.splunk_shape import escaped
from antivenom.vocabularies.splunk_system import channel, computer, name_from, record, user_id

Field = Callable[[str], TextGetter]

_HASH_KINDS = ("MD5", "SHA1", "SHA256", "IMPHASH")


def _hash(kind: str, hashes: TextGetter) -> Getter:
    pattern = re.compile(rf"(?:^|,){kind}=([^,]*)")

    def pick(text: str) -> str | None:
        match = pattern.search(text)
        return match[1] if match else None

    return through(pick, hashes)


def common(field: Field) -> dict[str, Getter]:
    """What every Sysmon event has."""
    image = field("Image")
    return {
        "vendor_product": constant("Microsoft Sysmon"),
        "EventChannel": channel,
        "RecordID": record,
        "SecurityID": user_id,
        "TimeCreated": escaped("System.TimeCreated"),
        "process_guid": field("ProcessGuid"),
        "process_id": field("ProcessId"),
        "process_path": image,
        "process_exec": name_from(image),
        "process_name": name_from(image),
        "user": through(name_of, field("User")),
    }


def _hashes(field: Field) -> dict[str, Getter]:
    hashes = field("Hashes")
    return {"process_hash": hashes, **{kind: _hash(kind, hashes) for kind in _HASH_KINDS}}


def _process(field: Field, system: str) -> dict[str, Getter]:
    parent = field("ParentImage")
    return {
        "action": constant("allowed"),
        "os": constant(system),
        "process": field("CommandLine"),
        "process_current_directory": field("CurrentDirectory"),
        "process_integrity_level": through(str.lower, field("IntegrityLevel")),
        "original_file_name": field("OriginalFileName"),
        "parent_process": field("ParentCommandLine"),
        "parent_process_guid": field("ParentProcessGuid"),
        "parent_process_id": field("ParentProcessId"),
        "parent_process_path": parent,
        "parent_process_exec": name_from(parent),
        "parent_process_name": name_from(parent),
        **_hashes(field),
    }


def _side(host: TextGetter, address: TextGetter) -> Getter:
    """A host by its name where Sysmon resolved one, else by its address."""

    def get(event: Event) -> str | None:
        name = host(event)
        return address(event) if name in (None, "-") else name

    return get


def _network(field: Field) -> dict[str, Getter]:
    initiated, ipv6 = field("Initiated"), field("DestinationIsIpv6")
    protocol, port = field("Protocol"), field("DestinationPort")

    def transport_port(event: Event) -> str | None:
        left, right = protocol(event), port(event)
        return None if left is None or right is None else f"{left}/{right}"

    return {
        "action": constant("allowed"),
        "app": field("Image"),
        "creation_time": field("UtcTime"),
        "dest": _side(field("DestinationHostname"), field("DestinationIp")),
        "dest_ip": field("DestinationIp"),
        "dest_port": port,
        "direction": through(lambda text: "outbound" if text == "true" else "inbound", initiated),
        "dvc_ip": field("SourceIp"),
        "protocol": constant("ip"),
        "protocol_version": through(lambda text: "ipv6" if text == "true" else "ipv4", ipv6),
        "src": _side(field("SourceHostname"), field("SourceIp")),
        "src_host": field("SourceHostname"),
        "src_ip": field("SourceIp"),
        "src_port": field("SourcePort"),
        "transport": protocol,
        "transport_dest_port": transport_port,
    }


def _file(field: Field, action: str) -> dict[str, Getter]:
    path = field("TargetFilename")
    return {
        "action": constant(action),
        "object_category": constant("file"),
        "file_path": path,
        "file_name": name_from(path),
        "file_create_time": field("CreationUtcTime"),
        **({"file_hash": field("Hashes"), **_hashes(field)} if action == "deleted" else {}),
    }


_REGISTRY_ACTIONS = {
    "CreateKey": "created",
    "CreateValue": "created",
    "DeleteKey": "deleted",
    "DeleteValue": "deleted",
    "SetValue": "modified",
    "RenameKey": "modified",
    "RenameValue": "modified",
}
_TYPED = re.compile(r"(DWORD|QWORD|Binary Data)(?: \((.*)\))?", re.DOTALL)


def _value_data(details: str) -> str | None:
    match = _TYPED.fullmatch(details)
    return details if match is None else match[2]


def _value_type(details: str) -> str:
    match = _TYPED.fullmatch(details)
    return "REG_SZ" if match is None else "REG_BINARY" if match[1] == "Binary Data" else f"REG_{match[1]}"


def _key_name(target: str) -> str | None:
    return target.rpartition("\\")[0].rpartition("\\")[2] or None


def _registry(field: Field) -> dict[str, Getter]:
    target, details = field("TargetObject"), field("Details")
    return {
        "action": through(_REGISTRY_ACTIONS.get, field("EventType")),
        "status": constant("success"),
        "object_category": constant("registry"),
        "object_path": target,
        "registry_path": target,
        "registry_hive": through(lambda text: text.partition("\\")[0], target),
        "registry_key_name": through(_key_name, target),
        "registry_value_name": name_from(target),
        "registry_value_data": through(_value_data, details),
        "registry_value_type": through(_value_type, details),
        "RegistryValueData": through(_value_data, details),
        "RegistryValueType": through(_value_type, details),
    }


def _module(field: Field) -> dict[str, Getter]:
    path = field("ImageLoaded")
    return {
        "action": constant("allowed"),
        "os": constant("Microsoft Windows"),
        "loaded_file": name_from(path),
        "loaded_file_path": path,
        "original_file_name": field("OriginalFileName"),
        "service_dll_signature_exists": field("Signed"),
        "service_dll_signature_verified": through(
            lambda text: "true" if text == "Valid" else "false", field("SignatureStatus")
        ),
        **_hashes(field),
    }


def _access(field: Field, guid: str) -> dict[str, Getter]:
    """Events 8 and 10: one process reaches into another."""
    source, target = field("SourceImage"), field("TargetImage")
    return {
        "action": constant("allowed"),
        "os": constant("Microsoft Windows"),
        "granted_access": field("GrantedAccess"),
        "process_guid": field(f"TargetProcess{guid}"),
        "process_id": field("TargetProcessId"),
        "process_path": target,
        "process_exec": name_from(target),
        "process_name": name_from(target),
        "parent_process_guid": field(f"SourceProcess{guid}"),
        "parent_process_id": field("SourceProcessId"),
        "parent_process_path": source,
        "parent_process_exec": name_from(source),
        "parent_process_name": name_from(source),
    }


def _query(field: Field) -> dict[str, Getter]:
    return {
        "query": field("QueryName"),
        "query_count": constant("1"),
        "answer": field("QueryResults"),
        "reply_code_id": field("QueryStatus"),
        "src": computer,
    }


def by_code(field: Field, system: str) -> dict[str, dict[str, Getter]]:
    """What single Sysmon events have, by event code."""
    return {
        "1": _process(field, system),
        "3": _network(field),
        "7": _module(field),
        "8": _access(field, "Guid"),
        "10": _access(field, "GUID"),
        "11": _file(field, "created"),
        "12": _registry(field),
        "13": _registry(field),
        "14": _registry(field),
        "22": _query(field),
        "23": _file(field, "deleted"),
        "26": _file(field, "deleted"),
    }
