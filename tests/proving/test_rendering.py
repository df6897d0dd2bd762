"""Scenarios as telemetry: what a process leaves in each sensor, and that the readers read it back."""

from __future__ import annotations

from dataclasses import replace
from subprocess import list2cmdline

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom import catalogue
from antivenom.errors import UsageError
from antivenom.proving.processes import Scenario
from antivenom.proving.scenarios import SENSORS, bundled, events, find, render, sensors_of
from antivenom.tables import Event
from tests.proving.support import plainly, read_back, small

PAIRS = [(scenario, sensor.name) for scenario in bundled() for sensor in sensors_of(scenario)]


@pytest.mark.parametrize("scenario, sensor", PAIRS, ids=lambda value: getattr(value, "id", value))
def test_what_is_written_is_read_back(scenario: Scenario, sensor: str) -> None:
    rendered = events(scenario, sensor)
    assert rendered
    assert plainly(read_back(render(scenario, sensor), sensor)) == plainly(rendered)


@pytest.mark.parametrize("scenario, sensor", PAIRS, ids=lambda value: getattr(value, "id", value))
def test_a_log_is_recognised_and_the_same_each_time(scenario: Scenario, sensor: str) -> None:
    data = render(scenario, sensor)
    assert data == render(find(scenario.id), sensor)
    certainty = {name: other.format.sniff(data[:65_536]) for name, other in SENSORS.items()}
    assert max(certainty, key=lambda name: certainty[name]) == sensor


def test_expectations_name_the_sensors_there_are() -> None:
    assert set(catalogue.SENSORS) == set(SENSORS)


def test_a_scenario_is_not_recorded_where_it_does_not_run() -> None:
    with pytest.raises(UsageError) as caught:
        render(find("ansible-module"), "sysmon")
    assert str(caught.value) == (
        "the scenario 'ansible-module' runs on linux, where there is no sysmon\n"
        "hint: sensors of these platforms are auditd, defender"
    )
    with pytest.raises(UsageError, match="hint: did you mean 'auditd'"):
        render(find("ansible-module"), "audit")


def test_an_unknown_scenario_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="hint: did you mean 'python-reverse-shell'"):
        find("python-reverse-shel")


TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc"]), max_size=40)


@settings(max_examples=25, deadline=None)
@given(arguments=st.lists(TEXT, min_size=1, max_size=5), sensor=st.sampled_from(sorted(SENSORS)))
def test_any_arguments_are_read_back(arguments: list[str], sensor: str) -> None:
    platform = SENSORS[sensor].platforms[0]
    scenario = small(platform)
    odd = _with_arguments(scenario, arguments)
    assert plainly(read_back(render(odd, sensor), sensor)) == plainly(events(odd, sensor))


def _with_arguments(scenario: Scenario, arguments: list[str]) -> Scenario:
    python = replace(scenario.processes[1], argv=tuple(arguments), command=list2cmdline(arguments))
    return replace(scenario, processes=(scenario.processes[0], python))


def test_a_very_long_argument_is_cut_by_auditd_and_joined_by_the_reader() -> None:
    scenario = _with_arguments(small("linux"), ["python3", "-c", "x=1;" * 5_000, "tail"])
    lines = render(scenario, "auditd").decode().rstrip("\n").split("\n")
    assert sum(" type=EXECVE " in line for line in lines) > 1
    assert max(map(len, lines)) < 8_970
    (event, *_) = read_back("\n".join(lines).encode() + b"\n", "auditd")
    assert isinstance(event, Event)
    assert event.fields["argv"] == ["python3", "-c", "x=1;" * 5_000, "tail"]


def test_sysmon_records_of_one_process() -> None:
    made = events(small("windows"), "sysmon")
    assert [event.kind.rpartition("/")[2] for event in made] == ["1", "3", "11", "1", "5"]
    creation, connection, file, child, end = (dict(event.fields) for event in made)
    guid = creation["ProcessGuid"]
    assert [record["ProcessGuid"] for record in (connection, file, end)] == [guid] * 3
    assert (child["ParentProcessGuid"], child["ParentProcessId"], child["ParentImage"]) == (
        guid, "404", r"C:\py\python3.exe",
    )  # fmt: skip
    for derived in ("LogonGuid", "LogonId", "Hashes", "ParentProcessGuid", "ProcessGuid"):
        assert creation.pop(derived)
    assert creation == {
        "System.Provider": "Microsoft-Windows-Sysmon",
        "System.ProviderGuid": "{5770385f-c22a-43e0-bf4c-06f5698ffbd9}",
        "System.EventID": "1",
        "System.Version": "5",
        "System.Level": "4",
        "System.Task": "1",
        "System.Opcode": "0",
        "System.Keywords": "0x8000000000000000",
        "System.TimeCreated": "2026-03-02T09:00:01.5000000Z",
        "System.EventRecordID": creation["System.EventRecordID"],
        "System.ProcessID": creation["System.ProcessID"],
        "System.ThreadID": creation["System.ThreadID"],
        "System.Channel": "Microsoft-Windows-Sysmon/Operational",
        "System.Computer": "WS-014",
        "System.UserID": "S-1-5-18",
        "RuleName": "-",
        "UtcTime": "2026-03-02 09:00:01.500",
        "ProcessId": "404",
        "Image": r"C:\py\python3.exe",
        "FileVersion": "3.12.8",
        "Description": "Python",
        "Product": "Python",
        "Company": "Python Software Foundation",
        "OriginalFileName": "python.exe",
        "CommandLine": "python3 -c print('hi')",
        "CurrentDirectory": "C:\\Users\\dana\\",
        "User": r"CORP\dana",
        "TerminalSessionId": "1",
        "IntegrityLevel": "Medium",
        "ParentProcessId": "400",
        "ParentImage": r"C:\py\sh.exe",
        "ParentCommandLine": "sh.exe",
        "ParentUser": r"CORP\dana",
    }
    assert (connection["DestinationIp"], connection["DestinationPort"]) == ("127.0.0.1", "4444")
    assert (connection["SourceIp"], connection["Initiated"], connection["Protocol"]) == (
        "127.0.0.1",
        "true",
        "tcp",
    )
    assert file["TargetFilename"] == r"C:\Users\dana\x.txt"
    assert file["CreationUtcTime"] == "2026-03-02 09:00:01.800"


def test_auditd_records_of_one_process() -> None:
    execve, connect, written, read, child = events(small("linux"), "auditd")
    assert " ".join(part.kind for part in execve.parts) == "SYSCALL EXECVE CWD PATH PATH PROCTITLE EOE"
    assert " ".join(part.kind for part in connect.parts) == "SYSCALL SOCKADDR PROCTITLE EOE"
    assert execve.fields["argv"] == ["python3", "-c", "print('hi')"]
    expected = {
        "syscall": "59", "success": "yes", "pid": "404", "ppid": "400", "uid": "1000", "comm": "python3",
        "exe": "/usr/bin/python3", "UID": "dev",
    }  # fmt: skip
    assert {name: execve.fields[name] for name in expected} == expected
    assert execve.parts[1].raw == (
        "node=web-01 type=EXECVE msg=audit(1772442001.500:"
        f'{execve.origin.record}): argc=3 a0="python3" a1="-c" a2="print(\'hi\')"'
    )
    assert (connect.fields["success"], connect.fields["exit"]) == ("no", "-111")
    assert (connect.fields["saddr.ip"], connect.fields["saddr.port"]) == ("127.0.0.1", "4444")
    assert [part.fields["nametype"] for part in written.parts if part.kind == "PATH"] == ["PARENT", "CREATE"]
    assert [part.fields["nametype"] for part in read.parts if part.kind == "PATH"] == ["NORMAL"]
    assert (child.fields["ppid"], child.fields["pid"]) == ("404", "408")


def test_an_argument_with_a_blank_or_a_quote_is_hex() -> None:
    execve = events(_with_arguments(small("linux"), ["python3", "-c", 'print("a")', "a b"]), "auditd")[0]
    body = (execve.parts[1].raw or "").partition(": ")[2]
    assert body == 'argc=4 a0="python3" a1="-c" a2=7072696E742822612229 a3=612062'


def test_defender_rows_of_one_process() -> None:
    process, connection, file, child = events(small("windows"), "defender")
    assert [e.kind for e in (process, connection, file, child)] == [
        "DeviceProcessEvents", "DeviceNetworkEvents", "DeviceFileEvents", "DeviceProcessEvents",
    ]  # fmt: skip
    left_out = ("Initiating", "Version")
    row = {name: value for name, value in process.fields.items() if not any(word in name for word in left_out)}
    for derived in ("DeviceId", "SHA1", "SHA256", "MD5", "FileSize", "LogonId", "ReportId"):
        assert row.pop(derived)
    assert row == {
        "Timestamp": "2026-03-02T09:00:01.5000000Z",
        "DeviceName": "ws-014",
        "ActionType": "ProcessCreated",
        "FileName": "python3.exe",
        "FolderPath": r"C:\py\python3.exe",
        "ProcessId": "404",
        "ProcessCommandLine": "python3 -c print('hi')",
        "ProcessIntegrityLevel": "Medium",
        "ProcessTokenElevation": "TokenElevationTypeLimited",
        "ProcessCreationTime": "2026-03-02T09:00:01.5000000Z",
        "AccountDomain": "corp",
        "AccountName": "dana",
        "AccountSid": "S-1-5-21-7",
        "AccountUpn": "",
        "AccountObjectId": "",
        "AppGuardContainerId": "",
        "AdditionalFields": "",
    }
    assert process.fields["InitiatingProcessFileName"] == "sh.exe"
    assert connection.fields["ActionType"] == "ConnectionFailed"
    assert (connection.fields["RemoteIP"], connection.fields["RemotePort"]) == ("127.0.0.1", "4444")
    assert (file.fields["ActionType"], file.fields["FileName"]) == ("FileCreated", "x.txt")
    assert {e.fields["InitiatingProcessId"] for e in (connection, file, child)} == {"404"}
    assert child.fields["InitiatingProcessParentFileName"] == "sh.exe"


def test_eslogger_messages_of_one_process() -> None:
    made = events(small("macos"), "eslogger")
    assert [e.kind for e in made] == ["fork", "exec", "create", "open", "fork", "exec", "exit"]
    fork, execute, create, opened, _, child, end = (e.fields for e in made)
    assert execute["event.exec.args"] == ["python3", "-c", "print('hi')"]
    assert execute["event.exec.target.executable.path"] == "/usr/bin/python3"
    assert execute["process.executable.path"] == "/usr/bin/sh"
    assert fork["event.fork.child.audit_token.pid"] == execute["event.exec.target.audit_token.pid"] == "404"
    assert execute["event.exec.target.ppid"] == "400"
    assert create["event.create.destination.existing_file.path"] == "/Users/dev/x.txt"
    assert opened["event.open.file.path"] == "/Users/dev/y.txt"
    assert child["event.exec.target.parent_audit_token.pid"] == "404"
    assert (end["event.exit.stat"], end["process.audit_token.pid"]) == ("768", "404")
    assert execute["event.exec.target.audit_token.pidversion"] == end["process.audit_token.pidversion"]
