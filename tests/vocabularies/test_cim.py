"""CIM's datasets over every product: the same fields for the same thing, and what is never missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from antivenom.errors import UsageError
from antivenom.logs import Logs, Wants
from antivenom.tables import Event
from antivenom.vocabularies import kinds
from antivenom.vocabularies.build import Builder
from antivenom.vocabularies.cim import SCHEMAS, VIEWS
from tests.vocabularies.samples import (
    defender_start,
    eslogger_exec,
    event,
    execve,
    security_start,
    sysmon,
    sysmon_start,
)
from tests.vocabularies.test_kinds import EVENTS, kept

LOGS = Path(__file__).parents[2] / "examples" / "logs"
PROCESSES = "Endpoint.Processes"

ALWAYS = {
    PROCESSES: (
        *("_time", "action", "dest", "original_file_name", "os", "parent_process", "parent_process_name"),
        *("parent_user", "process", "process_guid", "process_name", "user", "vendor_product"),
    ),
    "Endpoint.Filesystem": (
        *("_time", "action", "dest", "file_hash", "file_name", "file_path"),
        *("process", "process_name", "user", "vendor_product"),
    ),
    "Network_Traffic.All_Traffic": (
        *("_time", "action", "dest", "dest_port", "direction", "dvc", "src", "src_port", "transport", "user"),
        "vendor_product",
    ),
}
"""Dataset -> the fields that no row of the bundled logs lacks, whichever sensor it is from."""


def rows(name: str, *events: Event) -> list[dict[str, object]]:
    builder = Builder(models={name: frozenset(SCHEMAS[name].names())})
    for number, each in enumerate(events):
        builder.add(number, each)
    found: list[dict[str, object]] = builder.finish()[name].to_pylist()
    return found


def only(name: str, *events: Event) -> dict[str, object]:
    return rows(name, *events)[-1]


def check(row: dict[str, object], **expected: object) -> None:
    assert {name: row[name] for name in expected} == expected


def test_a_process_of_sysmon() -> None:
    check(
        only(PROCESSES, sysmon_start()),
        _time=1_700_000_000.0,
        dest="host1",
        user="alice",
        process='python -c "print(1 < 2 & 3 > 2)"',
        process_name="python.exe",
        process_exec="python.exe",
        process_path=r"C:\Python\python.exe",
        process_id="4372",
        process_guid="{00000000-0000-0000-0000-000000000002}",
        process_hash="MD5=CD34,SHA1=AB12,SHA256=EF56",
        process_integrity_level="high",
        process_current_directory="C:\\",
        original_file_name="unknown",
        parent_process="explorer",
        parent_process_name="explorer.exe",
        parent_process_id="12",
        parent_process_guid="{00000000-0000-0000-0000-000000000001}",
        action="allowed",
        os="Microsoft Windows",
        vendor_product="Microsoft Sysmon",
    )


def test_a_process_of_auditd_is_joined_and_its_parent_found() -> None:
    parent = execve("bash", "-c", "x", pid=50, ppid=1)
    check(
        only(PROCESSES, parent, execve("python3", "-c", "import os", pid=51, ppid=50, at=1)),
        process="python3 -c import os",
        process_name="python3",
        process_id="51",
        process_guid="host1/51/1700000001000000000",
        parent_process="bash -c x",
        parent_process_name="bash",
        parent_process_id="50",
        os="Linux",
        vendor_product="Linux auditd",
    )


def test_a_process_of_a_4688_of_defender_and_of_macos() -> None:
    check(
        only(PROCESSES, security_start()),
        process_name="python.exe",
        process="python -c 1",
        process_id="420",
        process_guid="host1/420/1700000000000000000",
        parent_process_name="cmd.exe",
        parent_process="unknown",
        vendor_product="Microsoft Windows",
    )
    check(only(PROCESSES, defender_start()), process_name="python.exe", process="python -c 'a & b'", user="alice")
    check(
        only(PROCESSES, eslogger_exec("python3", "-c", "1")),
        process="python3 -c 1",
        process_name="python3",
        user="501",
        user_id="501",
        vendor_product="Apple Endpoint Security",
    )


def test_what_did_not_start_is_no_process() -> None:
    failed = execve("python3", pid=5, ppid=1, success="no", exit="-2")
    assert rows(PROCESSES, failed, sysmon(5, ProcessId="4372", Image="x")) == []


def test_an_event_without_a_host_is_at_an_unknown_one() -> None:
    row = only(PROCESSES, execve("id", pid=5, ppid=1, host=None))
    check(row, dest="unknown", host=None, process_guid="/5/1700000000000000000")


def test_a_file_a_registry_value_and_a_connection() -> None:
    start = sysmon_start(ProcessGuid="{A}", User=r"CORP\alice")
    check(
        only("Endpoint.Filesystem", start, sysmon(11, at=1, ProcessGuid="{A}", TargetFilename=r"C:\t\a.py")),
        action="created",
        file_name="a.py",
        file_path=r"C:\t\a.py",
        file_hash="unknown",
        process_guid="{A}",
        process_name="python.exe",
        user="alice",
    )
    target = r"HKLM\SOFTWARE\Run\x"
    set_value = sysmon(13, at=1, ProcessGuid="{A}", EventType="SetValue", TargetObject=target, Details="py a.py")
    check(
        only("Endpoint.Registry", start, set_value),
        action="modified",
        registry_path=target,
        registry_key_name=r"HKLM\SOFTWARE\Run",
        registry_value_name="x",
        registry_value_data="py a.py",
        user="alice",
    )
    connection = {"Protocol": "tcp", "Initiated": "true", "DestinationIp": "203.0.113.9", "DestinationPort": "4444"}
    check(
        only("Network_Traffic.All_Traffic", start, sysmon(3, at=1, ProcessGuid="{A}", **connection)),
        action="allowed",
        app=r"C:\Python\python.exe",
        dest="203.0.113.9",
        dest_ip="203.0.113.9",
        dest_port="4444",
        src="unknown",
        src_port="0",
        transport="tcp",
        direction="outbound",
        dvc="host1",
    )


def test_a_connection_that_failed_is_a_row_of_unknown_action() -> None:
    failed = event("defender", "DeviceNetworkEvents", {"ActionType": "ConnectionFailed", "RemoteIP": "203.0.113.9"})
    check(only("Network_Traffic.All_Traffic", failed), action="unknown", dest="203.0.113.9")


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_a_dataset_does_not_miss_what_it_does_not_need(name: str) -> None:
    wanted = kinds.of_model(name)
    fields = {name: frozenset(SCHEMAS[name].names())}
    whole, part = Builder(models=fields), Builder(models=fields)
    for number, sample in enumerate(EVENTS):
        whole.add(number, sample)
        if kept(sample, wanted):
            part.add(number, sample)
    assert part.finish()[name].equals(whole.finish()[name])


@pytest.mark.parametrize("name", sorted(ALWAYS))
def test_fields_that_every_sensor_fills(name: str) -> None:
    wanted = Wants(models={name: frozenset(SCHEMAS[name].names())})
    table = Logs([LOGS]).scan(wanted).tables[name]
    products = set(table["vendor_product"].to_pylist())
    assert {"Microsoft Sysmon", "Linux auditd", "Microsoft Defender for Endpoint"} <= products
    assert {field for field in ALWAYS[name] if table[field].null_count} == set()


def test_a_dataset_without_rows_has_its_columns() -> None:
    table = Builder(models={"Endpoint.Registry": frozenset(("dest", "_time"))}).finish()["Endpoint.Registry"]
    assert table.column_names == ["_time", "dest", "antivenom.event"]


def test_a_dataset_there_is_not() -> None:
    with pytest.raises(UsageError, match=r"no CIM dataset is named Web\.Web"):
        Builder(models={"Web.Web": frozenset()})
