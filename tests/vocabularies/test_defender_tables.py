"""The Defender tables over every product."""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow as pa
import pytest

from antivenom.errors import UsageError
from antivenom.tables import ColumnType, Event
from antivenom.vocabularies import workspace
from antivenom.vocabularies.build import Builder
from antivenom.vocabularies.columns import ARROW
from antivenom.vocabularies.defender import TABLES, VIEWS, filled
from tests.vocabularies.samples import (
    T0,
    defender_start,
    eslogger_exec,
    event,
    execve,
    security,
    security_start,
    sysmon,
    sysmon_start,
)

PROCESS = "DeviceProcessEvents"


def table(name: str, *events: Event, columns: frozenset[str] | None = None) -> pa.Table:
    builder = Builder(defender_tables={name: columns})
    for number, each in enumerate(events):
        builder.add(number, each)
    return builder.finish()[name]


def only(name: str, *events: Event) -> dict[str, object]:
    """The last row, times as integers."""
    rows = table(name, *events)
    plain = [c.cast(pa.int64()) if pa.types.is_timestamp(c.type) else c for c in rows.columns]
    return {column: values[-1].as_py() for column, values in zip(rows.column_names, plain, strict=True)}


def shown(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if value not in (None, "")}


def test_defender_rows_are_typed_and_else_as_they_are() -> None:
    row = only(PROCESS, defender_start())
    expected = {
        "Timestamp": T0,
        "TimeGenerated": T0,
        "FileSize": 72192,
        "ProcessId": 6592,
        "ProcessCreationTime": 1_699_999_999_123_456_700,
        "IsProcessRemoteSession": False,
        "AdditionalFields": '{"a": 1}',
        "InitiatingProcessFolderPath": r"c:\windows\system32",
        "MD5": "",
        "InitiatingProcessParentId": None,
        "Type": PROCESS,
        "antivenom.event": 0,
    }
    assert {name: row[name] for name in expected} == expected


def test_sysmon_as_defender() -> None:
    row = shown(only(PROCESS, sysmon_start()))
    expected = {
        "ActionType": "ProcessCreated",
        "DeviceName": "host1",
        "FileName": "python.exe",
        "FolderPath": r"C:\Python\python.exe",
        "ProcessCommandLine": 'python -c "print(1 < 2 & 3 > 2)"',
        "ProcessId": 4372,
        "AccountName": "alice",
        "AccountDomain": "CORP",
        "LogonId": 0x3E7,
        "MD5": "cd34",
        "SHA256": "ef56",
        "InitiatingProcessFileName": "explorer.exe",
        "InitiatingProcessId": 12,
        "InitiatingProcessCommandLine": "explorer",
    }
    assert {name: row.get(name) for name in expected} == expected


def test_auditd_as_defender_with_the_parent_found() -> None:
    row = only(PROCESS, execve("bash", pid=8, ppid=1), execve("python3", "-c", "a b", pid=9, ppid=8, at=1))
    assert row["FileName"] == "python3"
    assert row["ProcessCommandLine"] == "python3 -c a b"
    assert row["InitiatingProcessFileName"] == "bash"
    assert row["InitiatingProcessCommandLine"] == "bash"
    assert row["InitiatingProcessParentId"] == 1
    assert row["AccountSid"] == "1000"


def test_failed_and_ended_processes_are_no_rows() -> None:
    failed = execve("python3", pid=9, ppid=8, success="no", exit="-2")
    assert table(PROCESS, failed, sysmon(5, ProcessId="1")).num_rows == 0


def test_few_columns_keep_the_order_of_the_schema() -> None:
    rows = table(PROCESS, security_start(), columns=frozenset(("ProcessCommandLine", "Timestamp", "NoSuchColumn")))
    assert rows.column_names == ["ProcessCommandLine", "Timestamp", "antivenom.event"]
    assert rows["ProcessCommandLine"].to_pylist() == ["python -c 1"]


def test_own_and_derived_rows_are_in_the_order_of_the_events() -> None:
    rows = table(PROCESS, sysmon_start(), defender_start(), eslogger_exec("zsh"), defender_start())
    assert rows["antivenom.event"].to_pylist() == [0, 1, 2, 3]


def test_network_sides_follow_the_direction() -> None:
    base = {"SourceIp": "10.0.0.1", "SourcePort": "5000", "DestinationIp": "8.8.8.8", "DestinationPort": "53"}
    out = only("DeviceNetworkEvents", sysmon(3, Initiated="true", Protocol="udp", DestinationHostname="dns", **base))
    names = (
        "ActionType",
        "LocalIP",
        "LocalPort",
        "RemoteIP",
        "RemotePort",
        "RemoteUrl",
        "Protocol",
        "RemoteIPType",
    )
    assert [out[name] for name in names] == [
        "ConnectionSuccess",
        "10.0.0.1",
        5000,
        "8.8.8.8",
        53,
        "dns",
        "Udp",
        "Public",
    ]
    back = only("DeviceNetworkEvents", sysmon(3, Initiated="false", Protocol="tcp", **base))
    assert [back[name] for name in ("ActionType", "LocalIP", "RemoteIP", "RemotePort", "RemoteUrl")] == [
        "InboundConnectionAccepted",
        "8.8.8.8",
        "10.0.0.1",
        5000,
        "",
    ]


@pytest.mark.parametrize("provider, local", [("Microsoft-Windows-Sysmon", "10.0.0.5"), ("Linux-Sysmon", "10.0.0.9")])
def test_a_datagram_that_came_in_has_its_process_at_the_source_on_windows(provider: str, local: str) -> None:
    """A name server's answer, as Sysmon on a domain controller wrote it: port 53 of dns.exe is the source."""
    sides = {"SourceIp": "10.0.0.5", "SourcePort": "53", "DestinationIp": "10.0.0.9", "DestinationPort": "63162"}
    answer = sysmon(3, provider=provider, Initiated="false", Protocol="udp", **sides)
    row = only("DeviceNetworkEvents", answer)
    assert (row["ActionType"], row["LocalIP"]) == ("InboundConnectionAccepted", local)
    assert {row["LocalPort"], row["RemotePort"]} == {53, 63162}
    assert (row["LocalPort"] == 53) is (row["LocalIP"] == "10.0.0.5")


@pytest.mark.parametrize("port", ["99999999999", "-1", "x"])
def test_a_port_no_column_can_hold_is_null(port: str) -> None:
    row = only("DeviceNetworkEvents", sysmon(3, Initiated="true", DestinationPort=port))
    assert row["RemotePort"] == (-1 if port == "-1" else None)


@pytest.mark.parametrize(
    "success, exit_code, action",
    [
        ("yes", "0", "ConnectionSuccess"),
        ("no", "-111", "ConnectionFailed"),
        ("no", "-115", "ConnectionAttempt"),
    ],
)
def test_audit_connections_by_their_result(success: str, exit_code: str, action: str) -> None:
    call = {"arch": "c000003e", "syscall": "42", "success": success, "exit": exit_code, "pid": "9"}
    row = only("DeviceNetworkEvents", event("auditd", "SYSCALL", {**call, "saddr.ip": "1.2.3.4", "saddr.port": "80"}))
    assert row["ActionType"] == action


def test_files_registry_and_modules() -> None:
    assert only("DeviceFileEvents", sysmon(11, TargetFilename=r"C:\a.py"))["ActionType"] == "FileCreated"
    value = sysmon(13, EventType="SetValue", TargetObject=r"HKLM\A\x", Details="DWORD (0x00000001)")
    row = only("DeviceRegistryEvents", value)
    names = ("ActionType", "RegistryKey", "RegistryValueName", "RegistryValueType", "RegistryValueData")
    assert [row[name] for name in names] == ["RegistryValueSet", r"HKEY_LOCAL_MACHINE\A", "x", "Dword", "1"]
    assert only("DeviceImageLoadEvents", sysmon(7, ImageLoaded=r"C:\a.dll"))["FileName"] == "a.dll"


@pytest.mark.parametrize(
    "written, shown",
    [
        (r"HKU\S-1-5-21-1-2-3-500\SOFTWARE\Run", r"HKEY_CURRENT_USER\S-1-5-21-1-2-3-500\SOFTWARE\Run"),
        (r"HKU\S-1-12-1-1-2-3\A", r"HKEY_CURRENT_USER\S-1-12-1-1-2-3\A"),
        (r"HKU\.DEFAULT\A", r"HKEY_USERS\.DEFAULT\A"),
        (r"HKU\S-1-5-19\A", r"HKEY_USERS\S-1-5-19\A"),
        ("HKU", "HKEY_USERS"),
        (r"HKUX\A", r"HKUX\A"),
        (r"HKCR\A", r"HKEY_CLASSES_ROOT\A"),
        (r"\REGISTRY\A\{1}\HKLM\B", r"\REGISTRY\A\{1}\HKLM\B"),
    ],
)
def test_hives_have_the_names_defender_gives_them(written: str, shown: str) -> None:
    row = only("DeviceRegistryEvents", sysmon(12, EventType="CreateKey", TargetObject=written))
    assert row["RegistryKey"] == shown


def test_connections_know_the_process_that_only_its_start_describes() -> None:
    row = only("DeviceNetworkEvents", sysmon_start(ProcessGuid="{B}"), sysmon(3, ProcessGuid="{B}", Initiated="true"))
    assert row["InitiatingProcessCommandLine"] == 'python -c "print(1 < 2 & 3 > 2)"'
    assert row["InitiatingProcessParentFileName"] == "explorer.exe"


def test_security_events_as_log_analytics_has_them() -> None:
    row = shown(only("SecurityEvent", security_start()))
    expected = {
        "EventID": 4688,
        "Account": r"CORP\HOST1$",
        "AccountType": "Machine",
        "Activity": "4688 - A new process has been created.",
        "Process": "python.exe",
        "NewProcessId": "0x1a4",
        "Computer": "host1",
        "Task": 13312,
    }
    assert {name: row.get(name) for name in expected} == expected
    logon = only("SecurityEvent", security(4624, TargetUserName="bob", TargetDomainName="CORP", LogonType="3"))
    assert (logon["Account"], logon["LogonType"], logon["AccountType"]) == (r"CORP\bob", 3, "User")


def test_log_analytics_rows_are_in_both_tables() -> None:
    fields = {"EventID": "4688", "NewProcessName": r"C:\python.exe", "CommandLine": "python", "Account": "A"}
    sample = event("securityevent", "SecurityEvent/4688", fields)
    assert only("SecurityEvent", sample)["Account"] == "A"
    assert only(PROCESS, sample)["FileName"] == "python.exe"


def test_a_table_there_is_not() -> None:
    with pytest.raises(UsageError, match="no Defender table is named Nope"):
        Builder(defender_tables={"Nope": None})


@pytest.mark.parametrize("name", sorted(TABLES))
def test_an_empty_table_has_its_columns(name: str) -> None:
    rows = table(name)
    assert rows.column_names == [*TABLES[name].names(), "antivenom.event"]
    assert [field.type for field in rows.schema][:-1] == [ARROW[column.type] for column in TABLES[name].columns]


def test_schemas_are_those_of_the_products(shared_data: Path) -> None:
    """Names in their order and types against the public table reference; Timestamp is advanced hunting's own."""
    expected: dict[str, dict[str, str]] = {}
    with (shared_data / "schemas" / "la_table_schemas.csv").open(newline="") as lines:
        for row in csv.DictReader(lines):
            type_ = _SPELLED.get(row["column_type"].lower(), row["column_type"].lower())
            if type_ in _TYPES:
                expected.setdefault(row["table_name"], {}).setdefault(row["column_name"], type_)
    assert set(expected) <= set(workspace.TABLES)
    for name, columns in expected.items():
        if name.startswith("Device"):
            columns |= {"Timestamp": "datetime"} | {"ReportId": columns.get("ReportId", "long")}
        ours = [(column.name, column.type.value) for column in workspace.TABLES[name].columns]
        assert ours == list(columns.items()), name


_SPELLED = {"double": "real", "bigint": "long"}
_TYPES = frozenset(type_.value for type_ in ColumnType)


def test_views_show_columns_that_exist() -> None:
    for name, view in VIEWS.items():
        assert set(view.columns) <= set(TABLES[name].names())


def test_filled_says_what_a_kind_can_fill() -> None:
    sysmon_columns = filled(PROCESS, "windows", "Microsoft-Windows-Sysmon/1")
    assert {"ProcessCommandLine", "MD5", "InitiatingProcessCommandLine", "ActionType"} <= sysmon_columns
    assert not {"DeviceId", "AccountSid", "FileSize"} & sysmon_columns
    audit_columns = filled(PROCESS, "auditd", "SYSCALL")
    assert {"ProcessCommandLine", "InitiatingProcessCommandLine", "AccountSid"} <= audit_columns
    assert not {"MD5", "ProcessIntegrityLevel", "AccountDomain"} & audit_columns
    assert filled(PROCESS, "windows", "Microsoft-Windows-Sysmon/5") == frozenset()
    assert filled("DeviceLogonEvents", "auditd", "SYSCALL") == frozenset()
    assert filled(PROCESS, "defender", PROCESS) == frozenset(TABLES[PROCESS].names())
    assert "CommandLine" in filled("SecurityEvent", "windows", "Microsoft-Windows-Security-Auditing/4688")


@pytest.mark.parametrize(
    "sample",
    [
        sysmon_start(),
        security_start(),
        execve("python3", pid=9, ppid=8, UID="alice"),
        eslogger_exec("python3"),
    ],
    ids=lambda sample: sample.product,
)
def test_nothing_is_filled_that_filled_does_not_name(sample: Event) -> None:
    row = shown(only(PROCESS, sample))
    assert set(row) - {"antivenom.event"} <= filled(PROCESS, sample.product, sample.kind)
