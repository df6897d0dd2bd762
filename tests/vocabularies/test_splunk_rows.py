"""Events as the rows Splunk would hold."""

from __future__ import annotations

import pytest

from antivenom.tables import Event
from antivenom.vocabularies.splunk import columns_of, rows
from tests.vocabularies.samples import (
    T0,
    defender_start,
    eslogger_exec,
    event,
    execve,
    security_start,
    sysmon,
    sysmon_start,
)


def only(sample: Event) -> dict[str, object]:
    (row,) = rows(sample)
    return dict(row)


def shown(sample: Event, *names: str) -> tuple[object, ...]:
    row = only(sample)
    return tuple(row.get(name) for name in names)


def test_default_fields_of_sysmon() -> None:
    row = only(sysmon_start())
    channel = "XmlWinEventLog:Microsoft-Windows-Sysmon/Operational"
    assert row["index"] == "wineventlog"
    assert row["sourcetype"] == [channel, "XmlWinEventLog", "xmlwineventlog"]
    assert row["source"] == channel
    assert row["host"] == "host1"
    assert row["_time"] == T0 / 1e9
    assert row["_raw"] == "raw text"
    assert (row["EventCode"], row["EventID"], row["Channel"]) == ("1", "1", channel.partition(":")[2])
    assert (row["Computer"], row["dest"], row["RecordNumber"]) == ("host1", "host1", "7")


def test_entities_stay_as_windows_writes_them() -> None:
    row = only(sysmon_start())
    line = 'python -c "print(1 &lt; 2 &amp; 3 &gt; 2)"'
    assert row["CommandLine"] == row["process"] == line


def test_sysmon_for_linux_writes_quotes_as_entities() -> None:
    sample = sysmon(1, provider="Linux-Sysmon", CommandLine='grep "a" <b')
    assert shown(sample, "CommandLine", "index", "source") == (
        "grep &quot;a&quot; &lt;b",
        "linux",
        "Syslog:Linux-Sysmon/Operational",
    )
    assert "sysmon:linux" in str(only(sample)["sourcetype"])


def test_names_of_the_sysmon_add_on() -> None:
    names = ("process_name", "process_path", "parent_process_name", "parent_process", "user", "MD5", "SHA256")
    assert shown(sysmon_start(), *names) == (
        "python.exe",
        r"C:\Python\python.exe",
        "explorer.exe",
        "explorer",
        "alice",
        "CD34",
        "EF56",
    )
    assert shown(sysmon_start(), "process_integrity_level", "vendor_product") == ("high", "Microsoft Sysmon")


def test_empty_values_are_no_fields() -> None:
    assert "CommandLine" not in only(security_start(CommandLine=""))


def test_channel_is_known_without_the_system_section() -> None:
    sample = event("windows", "Microsoft-Windows-Sysmon/1", {"Image": "x"})
    assert shown(sample, "source") == ("XmlWinEventLog:Microsoft-Windows-Sysmon/Operational",)
    assert shown(event("windows", "Other/1", {}), "source", "EventCode") == ("XmlWinEventLog", "1")


@pytest.mark.parametrize(
    "line, process",
    [
        (r"C:\a\python.exe -c 1", r"C:\a\python.exe -c 1"),
        ("python -c 1", r'"C:\Program Files\Python\python.exe" -c 1'),
        ("python", r"C:\Program Files\Python\python.exe"),
        ("", r"C:\Program Files\Python\python.exe"),
    ],
)
def test_process_of_4688(line: str, process: str) -> None:
    assert shown(security_start(CommandLine=line), "process") == (process,)


def test_names_of_the_windows_add_on() -> None:
    sample = security_start()
    names = (
        "process_name",
        "parent_process_name",
        "process_id",
        "parent_process_id",
        "user",
        "Process_Command_Line",
    )
    assert shown(sample, *names) == ("python.exe", "cmd.exe", "0x1a4", "0x10", "HOST1$", "python -c 1")
    assert shown(sample, "source") == ("XmlWinEventLog:Security",)


def test_sysmon_connection_file_and_registry_names() -> None:
    net = sysmon(3, Initiated="true", DestinationHostname="-", DestinationIp="1.2.3.4", Protocol="tcp")
    assert shown(net, "dest", "direction", "transport") == ("1.2.3.4", "outbound", "tcp")
    new = sysmon(11, TargetFilename=r"C:\x\a.pth")
    assert shown(new, "file_name", "file_path", "action") == ("a.pth", r"C:\x\a.pth", "created")
    key = sysmon(13, EventType="SetValue", TargetObject=r"HKLM\A\Run\x", Details="DWORD (0x00000001)")
    names = (
        "registry_key_name",
        "registry_value_name",
        "registry_value_data",
        "registry_value_type",
        "action",
    )
    assert shown(key, *names) == ("Run", "x", "0x00000001", "REG_DWORD", "modified")


def test_audit_records_are_rows_of_their_own_and_stay_as_written() -> None:
    sample = execve("python3", "-c", "import socket", pid=9, ppid=8, hexed={"a2": "696D706F727420736F636B6574"})
    syscall, record = (dict(row) for row in rows(sample))
    assert (syscall["type"], syscall["pid"], syscall["exe"]) == ("SYSCALL", "9", "/usr/bin/python3")
    assert {name: record[name] for name in ("type", "argc", "a0", "a1", "a2")} == {
        "type": "EXECVE",
        "argc": "3",
        "a0": "python3",
        "a1": "-c",
        "a2": "696D706F727420736F636B6574",
    }
    assert not {"Image", "User", "exe", "pid", "a3", "argv"} & record.keys()
    assert record["index"] == "linux"
    assert record["sourcetype"] == ["linux:auditd", "linux:audit", "auditd", "linux_audit"]
    assert record["source"] == "/var/log/audit/audit.log"
    assert not any("." in name for name in (*syscall, *record))


def test_an_audit_record_that_was_not_joined_is_one_row() -> None:
    assert shown(event("auditd", "USER_CMD", {"cmd": "6964", "msg.text": "x"}), "type", "cmd", "msg.text") == (
        "USER_CMD",
        "6964",
        None,
    )


def test_a_windows_row_of_defender_has_the_shape_of_sysmon() -> None:
    sample = defender_start()
    names = ("index", "EventCode", "Image", "CommandLine", "User", "ParentImage", "ParentCommandLine")
    assert shown(sample, *names) == (
        "wineventlog",
        "1",
        r"C:\Python\python.exe",
        "python -c 'a &amp; b'",
        r"corp\alice",
        r"c:\windows\system32\cmd.exe",
        "cmd /c x",
    )
    assert only(sample)["antivenom_via"] == "activity"
    assert "XmlWinEventLog:Microsoft-Windows-Sysmon/Operational" in str(only(sample)["sourcetype"])


def test_a_linux_row_of_defender_has_the_shape_of_execve() -> None:
    sample = defender_start(FolderPath="/usr/bin/python3", FileName="python3", ProcessCommandLine="python3  -c  x")
    assert shown(sample, "index", "type", "argc", "a0", "a1", "a2", "a3", "Image", "antivenom_via") == (
        "linux",
        "EXECVE",
        "3",
        "python3",
        "-c",
        "x",
        None,
        None,
        "activity",
    )


def test_an_exec_on_macos_keeps_its_arguments() -> None:
    assert shown(eslogger_exec("python3", "-c", "a b"), "type", "a2", "antivenom_via") == (
        "EXECVE",
        "a b",
        "activity",
    )


def test_native_rows_are_not_marked() -> None:
    for sample in (sysmon_start(), security_start(), execve("a", pid=2, ppid=1)):
        assert "antivenom_via" not in columns_of(sample)


FIXED = {"host": "evil", "source": "evil", "sourcetype": "evil", "index": "evil", "_time": "1", "_raw": "evil"}


def test_no_field_of_an_event_passes_for_one_of_the_view() -> None:
    """What an attacker names like a default field, or like the mark of derived rows, changes neither."""
    forged = {**FIXED, "EventCode": "3", "Computer": "evil", "antivenom_via": "activity"}
    record = event("auditd", "EXECVE", {"type": "EXECVE", "a0": "x", **FIXED, "antivenom_via": "activity"})
    for sample in (sysmon_start(**forged), security_start(**forged), record):
        row = only(sample)
        assert "antivenom_via" not in row
        assert not [name for name, value in row.items() if "evil" in str(value)]
        assert (row["host"], row["_raw"], row["_time"]) == ("host1", "raw text", T0 / 1e9)


def test_a_field_named_like_a_system_value_is_shown_where_the_log_has_no_such_value() -> None:
    connection = event("windows", "Microsoft-Windows-Security-Auditing/5156", {"ProcessID": "3304"})
    assert only(connection)["ProcessID"] == "3304"
    both = connection._replace(fields={"System.ProcessID": "4", "ProcessID": "3304"})
    assert only(both)["ProcessID"] == "4"


def test_other_activities_of_defender() -> None:
    fields = {"ActionType": "RegistryValueSet", "RegistryKey": r"HKLM\A", "RegistryValueName": "x"}
    windows = {"InitiatingProcessFolderPath": r"C:\x.exe", "InitiatingProcessFileName": "x.exe"}
    sample = event("defender", "DeviceRegistryEvents", {**fields, **windows})
    assert shown(sample, "EventCode", "TargetObject", "EventType") == ("13", r"HKLM\A\x", "SetValue")
    network = {"ActionType": "ConnectionSuccess", "RemoteIP": "1.2.3.4", "RemotePort": "443"}
    sample = event("defender", "DeviceNetworkEvents", {**network, **windows})
    assert shown(sample, "EventCode", "DestinationIp", "DestinationPort", "Initiated", "Image") == (
        "3",
        "1.2.3.4",
        "443",
        "true",
        r"C:\x.exe",
    )


def test_only_the_fields_asked_for() -> None:
    (row,) = rows(sysmon_start(), frozenset(("Image", "a0", "_time")))
    assert row == {"Image": r"C:\Python\python.exe", "_time": T0 / 1e9}
