"""Sysmon's events as the table that the community's parser `Sysmon` gives, with the names of OSSEM.

The parser of github.com/netevert/sentinel-attack is a function over Event that public queries read as a table.
It takes an event's values by their place; here they are taken by their names, so that newer versions of Sysmon,
which put values between the others, give the same columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from antivenom.tables import Column, ColumnType, Event, Schema
from antivenom.vocabularies.mapping import Getter, code_of, constant, text_of
from antivenom.vocabularies.workspace_windows import COLUMNS as WINDOWS
from antivenom.vocabularies.workspace_windows import EVENT

SYSMON = "Sysmon"
KIND = "Microsoft-Windows-Sysmon/"

_PROCESS = {
    "event_creation_time": "UtcTime",
    "process_guid": "ProcessGuid",
    "process_id": "ProcessId",
    "process_path": "Image",
}
_FILE_VERSION = {
    "file_version": "FileVersion",
    "file_description": "Description",
    "file_product": "Product",
    "file_company": "Company",
}
_SIDE = {"is_ipv6": "IsIpv6", "ip": "Ip", "host_name": "Hostname", "port": "Port", "port_name": "PortName"}
_ACCESS = {
    "target_process_guid": "TargetProcessGUID",
    "target_process_id": "TargetProcessId",
    "target_process_path": "TargetImage",
}
_WMI = {"event_creation_time": "UtcTime", "EventType": "EventType", "wmi_operation": "Operation", "user_name": "User"}
_REGISTRY = {**_PROCESS, "EventType": "EventType", "registry_key_path": "TargetObject"}

_FIELDS: Mapping[str, Mapping[str, str]] = {
    "1": {
        **_PROCESS,
        **_FILE_VERSION,
        "file_name": "OriginalFileName",
        "process_command_line": "CommandLine",
        "file_directory": "CurrentDirectory",
        "user_name": "User",
        "user_logon_guid": "LogonGuid",
        "user_logon_id": "LogonId",
        "user_session_id": "TerminalSessionId",
        "process_integrity_level": "IntegrityLevel",
        "process_parent_guid": "ParentProcessGuid",
        "process_parent_id": "ParentProcessId",
        "process_parent_path": "ParentImage",
        "process_parent_command_line": "ParentCommandLine",
    },
    "2": {
        **_PROCESS,
        "file_path": "TargetFilename",
        "file_creation_time": "CreationUtcTime",
        "file_previous_creation_time": "PreviousCreationUtcTime",
    },
    "3": {
        **_PROCESS,
        "user_name": "User",
        "network_protocol": "Protocol",
        "network_connection_initiated": "Initiated",
        **{f"src_{name}": f"Source{field}" for name, field in _SIDE.items()},
        **{f"dst_{name}": f"Destination{field}" for name, field in _SIDE.items()},
    },
    "4": {
        "event_creation_time": "UtcTime",
        "service_state": "State",
        "sysmon_schema": "Version",
        "sysmon_schema_version": "SchemaVersion",
    },
    "5": _PROCESS,
    "6": {
        "event_creation_time": "UtcTime",
        "process_pathLoaded": "ImageLoaded",
        "driver_is_signed": "Signed",
        "driver_signature": "Signature",
        "driver_signature_status": "SignatureStatus",
    },
    "7": {
        **_PROCESS,
        **_FILE_VERSION,
        "module_loaded": "ImageLoaded",
        "module_is_signed": "Signed",
        "module_signature": "Signature",
        "module_signature_status": "SignatureStatus",
    },
    "8": {
        "event_creation_time": "UtcTime",
        "process_guid": "SourceProcessGuid",
        "process_id": "SourceProcessId",
        "process_path": "SourceImage",
        **_ACCESS,
        "target_process_guid": "TargetProcessGuid",
        "thread_new_id": "NewThreadId",
        "thread_start_address": "StartAddress",
        "thread_start_module": "StartModule",
        "thread_start_function": "StartFunction",
    },
    "9": {**_PROCESS, "target_device": "Device"},
    "10": {
        "UtcTime": "UtcTime",
        "process_guid": "SourceProcessGUID",
        "process_id": "SourceProcessId",
        "thread_id": "SourceThreadId",
        "process_path": "SourceImage",
        **_ACCESS,
        "process_granted_access": "GrantedAccess",
        "process_call_trace": "CallTrace",
    },
    "11": {**_PROCESS, "file_name": "TargetFilename", "file_creation_time": "CreationUtcTime"},
    "12": _REGISTRY,
    "13": {**_REGISTRY, "registry_key_details": "Details"},
    "14": {**_REGISTRY, "registry_key_new_name": "NewName"},
    "15": {**_PROCESS, "file_name": "TargetFilename", "file_creation_time": "CreationUtcTime", "hash": "Hash"},
    "16": {
        "event_creation_time": "UtcTime",
        "sysmon_configuration": "Configuration",
        "sysmon_configuration_hash": "ConfigurationFileHash",
    },
    "17": {**_PROCESS, "pipe_name": "PipeName"},
    "18": {**_PROCESS, "pipe_name": "PipeName"},
    "19": {**_WMI, "wmi_namespace": "EventNamespace", "wmi_filter_name": "Name", "wmi_query": "Query"},
    "20": {
        **_WMI,
        "wmi_consumer_name": "Name",
        "wmi_consumer_type": "Type",
        "wmi_consumer_destination": "Destination",
    },
    "21": {**_WMI, "wmi_consumer_path": "Consumer", "wmi_filter_path": "Filter"},
    "22": {
        **_PROCESS,
        "dns_query_name": "QueryName",
        "dns_query_status": "QueryStatus",
        "dns_query_results": "QueryResults",
    },
}
"""Event id -> column -> the value of the event it holds."""

_NOTES = ("technique_id", "technique_name", "phase_name")
_HASHES = ("MD5", "SHA1", "SHA256", "IMPHASH")


def _value(name: str) -> Getter:
    """A column by the event's id."""
    by_code = {code: fields[name] for code, fields in _FIELDS.items() if name in fields}

    def get(event: Event) -> str | None:
        field = by_code.get(code_of(event))
        return None if field is None else text_of(event, field)

    return get


def _note(name: str) -> Getter:
    """What a rule's name says of a technique: `technique_id=T1059,technique_name=...`."""
    said = re.compile(rf"(?:^|,){name}=([^,]*)")

    def get(event: Event) -> str | None:
        found = said.search(text_of(event, "RuleName") or "")
        return found[1] if found else None

    return get


def _hash(kind: str) -> Getter:
    said = re.compile(rf"(?:^|,){kind}=([^,]*)")

    def get(event: Event) -> str | None:
        found = said.search(text_of(event, "Hashes") or "")
        return found[1] if found else None

    return get


_SHOWN = ("TimeGenerated", "Source", "EventID", "Computer", "UserName")
_NAMES = tuple(dict.fromkeys(name for fields in _FIELDS.values() for name in fields))

COLUMNS: dict[str, Getter] = {
    **{name: WINDOWS[EVENT][name] for name in _SHOWN},
    "RenderedDescription": constant(""),
    **{name: _value(name) for name in _NAMES},
    **{name: _note(name) for name in _NOTES},
    **{f"hash_{kind.lower()}": _hash(kind) for kind in _HASHES},
}
"""Column -> how an event of Sysmon fills it."""

_TYPES = {"TimeGenerated": ColumnType.DATETIME, "EventID": ColumnType.INT}

SCHEMA = Schema(SYSMON, tuple(Column(name, _TYPES.get(name, ColumnType.STRING)) for name in COLUMNS))
"""The table's columns; where the parser gives dynamic values, these are their texts."""
