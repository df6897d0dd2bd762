"""Each product's events as activities."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.tables import ColumnType, Event
from antivenom.vocabularies.activity import SCHEMAS, activities, maps_of
from antivenom.vocabularies.defender_views import address_type
from antivenom.vocabularies.mapping import basename, to_long, to_time
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


def only(sample: Event) -> dict[str, object]:
    """The one activity of an event."""
    ((_, row),) = activities(sample)
    return row


def table_of(sample: Event) -> str:
    return next(activities(sample))[0]


def has(row: dict[str, object], **expected: object) -> bool:
    """Whether a row has these values; `__` stands for a dot, None for a column that is not there."""
    found = {name: row.get(name.replace("__", ".")) for name in expected}
    assert found == expected
    return True


def test_sysmon_process_start() -> None:
    assert has(
        only(sysmon_start()),
        time=T0,
        device__hostname="host1",
        device__os__type="Windows",
        activity_name="Launch",
        status="Success",
        metadata__event_code="1",
        process__pid=4372,
        process__uid="{00000000-0000-0000-0000-000000000002}",
        process__name="python.exe",
        process__file__path=r"C:\Python\python.exe",
        process__cmd_line='python -c "print(1 < 2 & 3 > 2)"',
        process__created_time=T0 - 500_000_000,
        process__original_file_name=None,
        process__integrity="High",
        process__file__hashes__md5="cd34",
        process__file__hashes__sha1="ab12",
        process__file__hashes__sha256="ef56",
        user__name="alice",
        user__domain="CORP",
        session__uid=0x3E7,
        actor__process__pid=12,
        actor__process__name="explorer.exe",
        actor__process__cmd_line="explorer",
        actor__user__name=None,
    )


def test_sysmon_for_linux_is_linux_and_its_user_has_no_domain() -> None:
    row = only(sysmon(1, provider="Linux-Sysmon", Image="/usr/bin/python3", User="root"))
    assert has(row, device__os__type="Linux", process__name="python3", user__name="root", user__domain=None)


def test_security_process_start_has_hexadecimal_pids_and_the_subject_as_user() -> None:
    assert has(
        only(security_start()),
        process__pid=0x1A4,
        process__name="python.exe",
        process__integrity="High",
        process__token_elevation="TokenElevationTypeFull",
        user__name="HOST1$",
        user__domain="CORP",
        actor__process__pid=16,
        actor__process__name="cmd.exe",
        actor__user__name="HOST1$",
        session__uid=0x3E7,
    )


def test_security_process_start_runs_as_its_target_account() -> None:
    row = only(security_start(TargetUserName="bob", TargetDomainName="CORP", TargetLogonId="0x99", CommandLine=""))
    assert has(row, user__name="bob", session__uid=0x99, actor__user__name="HOST1$", process__cmd_line=None)


@pytest.mark.parametrize(
    "sample, pid",
    [
        (sysmon(5, ProcessId="7", Image=r"C:\a.exe"), 7),
        (security(4689, ProcessId="0x7", ProcessName=r"C:\a.exe"), 7),
    ],
)
def test_process_ends(sample: Event, pid: int) -> None:
    assert has(only(sample), activity_name="Terminate", process__pid=pid, process__name="a.exe")


def test_execve_joins_decoded_arguments() -> None:
    row = only(execve("python3", "-c", "import socket; 1", pid=9, ppid=8, UID="alice"))
    assert has(
        row,
        device__os__type="Linux",
        status="Success",
        process__pid=9,
        process__name="python3",
        process__file__path="/usr/bin/python3",
        process__cmd_line="python3 -c import socket; 1",
        process__argv=["python3", "-c", "import socket; 1"],
        process__working_directory="/home/alice",
        user__uid="1000",
        user__name="alice",
        actor__process__pid=8,
        actor__process__name=None,
        session__uid=3,
    )


@pytest.mark.parametrize(
    "fields, launch",
    [
        ({"arch": "c000003e", "syscall": "322"}, True),
        ({"arch": "c00000b7", "syscall": "221"}, True),
        ({"arch": "c00000b7", "syscall": "281"}, True),
        ({"arch": "40000003", "syscall": "11"}, True),
        ({"arch": "40000003", "syscall": "358"}, True),
        ({"arch": "c00000b7", "syscall": "59"}, False),
        ({"arch": "x86_64", "syscall": "execve"}, True),
        ({"SYSCALL": "execveat", "syscall": "1"}, True),
        ({"arch": "c000003e", "syscall": "2"}, False),
        ({"arch": "unheard of", "syscall": "59"}, False),
    ],
)
def test_execve_is_known_by_architecture_and_number(fields: dict[str, str], launch: bool) -> None:
    assert bool(list(activities(execve("a", pid=2, ppid=1, **fields)))) is launch


def test_failed_execve_is_a_failure() -> None:
    row = only(execve("python3", pid=9, ppid=8, success="no", exit="-2"))
    assert has(row, activity_name="Launch", status="Failure")


def test_execve_record_alone_takes_its_name_from_its_first_argument() -> None:
    row = only(event("auditd", "EXECVE", {"type": "EXECVE", "argv": ["-bash", "-c", "id"]}))
    assert has(row, process__name="bash", process__cmd_line="-bash -c id", process__file__path=None, status=None)


@pytest.mark.parametrize(
    "fields, expected",
    [
        (
            {"syscall": "42"},
            {"direction": "Outbound", "dst.ip": "10.0.0.5", "dst.port": 4444, "status": "Success"},
        ),
        (
            {"syscall": "42", "success": "no", "exit": "-115"},
            {"direction": "Outbound", "dst.ip": "10.0.0.5", "dst.port": 4444},
        ),
        (
            {"syscall": "288"},
            {"direction": "Inbound", "src.ip": "10.0.0.5", "src.port": 4444, "status": "Success"},
        ),
    ],
)
def test_audit_connections(fields: dict[str, str], expected: dict[str, object]) -> None:
    address = {"saddr.ip": "10.0.0.5", "saddr.port": "4444"}
    base = {"arch": "c000003e", "success": "yes", "pid": "9", "exe.decoded": "/usr/bin/python3"}
    sample = event("auditd", "SYSCALL", {**base, **address, **fields})
    row = only(sample)
    assert table_of(sample) == "network"
    shown = ("direction", "dst.ip", "dst.port", "src.ip", "src.port", "status")
    assert {name: row[name] for name in shown if name in row} == expected
    assert has(row, actor__process__pid=9, actor__process__name="python3")


def test_audit_files_appear_and_vanish_under_their_whole_names() -> None:
    paths = [("/tmp", "PARENT"), ("x.py", "CREATE"), ("/etc/y", "DELETE")]
    sample = event(
        "auditd",
        "SYSCALL",
        {
            "arch": "c000003e",
            "syscall": "82",
            "success": "yes",
            "cwd.decoded": "/tmp/",
            "paths": [name for name, _ in paths],
        },
        parts=tuple(event("auditd", "PATH", {"name": name, "nametype": kind}) for name, kind in paths),
    )
    rows = [(row["activity_name"], row["file.path"], row["file.name"]) for _, row in activities(sample)]
    assert rows == [("Create", "/tmp/x.py", "x.py"), ("Delete", "/etc/y", "y")]


def test_defender_process() -> None:
    assert has(
        only(defender_start()),
        device__os__type="Windows",
        process__pid=6592,
        process__cmd_line="python -c 'a & b'",
        process__created_time=1_699_999_999_123_456_700,
        user__name="alice",
        actor__process__file__path=r"c:\windows\system32\cmd.exe",
        actor__process__pid=12,
    )


@pytest.mark.parametrize(
    "path, system",
    [
        ("/usr/bin/python3", "Linux"),
        ("/Applications/X.app/x", "macOS"),
        (r"D:\x.exe", "Windows"),
        (None, None),
    ],
)
def test_defender_system_is_told_by_paths(path: str | None, system: str | None) -> None:
    row = only(defender_start(FolderPath=path, FileName=None, InitiatingProcessFolderPath=None))
    assert has(row, device__os__type=system)


def test_eslogger_exec() -> None:
    assert has(
        only(eslogger_exec("python3", "-c", "1")),
        device__os__type="macOS",
        process__pid=300,
        process__uid="300.11",
        process__name="python3",
        process__cmd_line="python3 -c 1",
        process__working_directory="/Users/alice",
        user__uid="501",
        actor__process__pid=200,
        actor__process__uid="200.5",
        actor__process__file__path=None,
    )


def test_log_analytics_4688_is_read_like_the_event() -> None:
    source = security_start()
    fields = {name: value for name, value in source.fields.items() if not name.startswith("System.")}
    row = only(event("securityevent", "SecurityEvent/4688", fields))
    assert {**row, "metadata.product": "Security"} == only(source)


@pytest.mark.parametrize(
    "code, fields, expected",
    [
        (
            13,
            {"EventType": "SetValue", "TargetObject": r"HKLM\A\Run\x", "Details": "DWORD (0x00000010)"},
            ("Set Value", r"HKLM\A\Run", "x", "Dword", "16"),
        ),
        (
            13,
            {
                "EventType": "SetValue",
                "TargetObject": r"HKLM\A\y",
                "Details": "QWORD (0x00000001-0x00000002)",
            },
            ("Set Value", r"HKLM\A", "y", "Qword", str((1 << 32) | 2)),
        ),
        (
            13,
            {"EventType": "SetValue", "TargetObject": r"HKLM\A\z", "Details": "text (1)"},
            ("Set Value", r"HKLM\A", "z", "String", "text (1)"),
        ),
        (
            12,
            {"EventType": "CreateKey", "TargetObject": r"HKU\S\K"},
            ("Create Key", r"HKU\S\K", None, None, None),
        ),
    ],
)
def test_registry(code: int, fields: dict[str, str], expected: tuple[object, ...]) -> None:
    row = only(sysmon(code, **fields))
    names = ("activity_name", "reg_key.path", "reg_value.name", "reg_value.type", "reg_value.data")
    assert tuple(row.get(name) for name in names) == expected


@pytest.mark.parametrize(
    "sample, table",
    [
        (sysmon(3, Initiated="false", SourceIp="1.2.3.4", DestinationPort="22"), "network"),
        (sysmon(7, ImageLoaded=r"C:\x\python311.dll"), "module"),
        (sysmon(11, TargetFilename=r"C:\x\a.py"), "file"),
        (sysmon(23, TargetFilename=r"C:\x\a.py", Hashes="MD5=AA"), "file"),
    ],
)
def test_other_sysmon_events(sample: Event, table: str) -> None:
    assert table_of(sample) == table


def test_every_mapped_column_is_in_its_schema() -> None:
    kinds = [
        *((sysmon(code).product, sysmon(code).kind) for code in (1, 3, 5, 7, 11, 12, 13, 14, 23, 26)),
        ("windows", "Microsoft-Windows-Security-Auditing/4688"),
        ("auditd", "SYSCALL"),
        *(("defender", f"Device{name}Events") for name in ("Process", "Network", "File", "Registry", "ImageLoad")),
        *(("eslogger", kind) for kind in ("exec", "exit", "create", "rename", "unlink")),
    ]
    for product, kind in kinds:
        assert maps_of(product, kind), kind
        for map_ in maps_of(product, kind):
            assert set(map_.columns) <= set(SCHEMAS[map_.table].names())


@pytest.mark.parametrize(
    "text, value",
    [
        ("12", 12),
        ("0x1A4", 420),
        ("72192.0", 72192),
        ("", None),
        ("1.5", None),
        ("inf", None),
        ("9" * 5000, None),
        (str(1 << 63), None),
        (str((1 << 63) - 1), (1 << 63) - 1),
        ("0x", None),
    ],
)
def test_numbers(text: str, value: int | None) -> None:
    assert to_long(text) == value


@pytest.mark.parametrize(
    "text, value",
    [
        ("1970-01-01T00:00:01Z", 1_000_000_000),
        ("1970-01-01 00:00:00.123", 123_000_000),
        ("1970-01-01T00:00:00.1234567Z", 123_456_700),
        ("1970-01-01T01:00:00+01:00", 0),
        ("1/1/1970, 1:00:00.5 PM", 13 * 3600 * 1_000_000_000 + 500_000_000),
        ("1/1/1970, 12:00:00 AM", 0),
        ("1970-13-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+05:00", None),
        ("soon", None),
    ],
)
def test_times(text: str, value: int | None) -> None:
    assert to_time(text) == value


@pytest.mark.parametrize(
    "path, name",
    [(r"C:\a\b.exe", "b.exe"), ("C:/a/b.exe", "b.exe"), ("/a/b\\c", "b\\c"), ("b", "b"), ("/", "")],
)
def test_basename(path: str, name: str) -> None:
    assert basename(path) == name


@pytest.mark.parametrize(
    "address, kind",
    [
        ("8.8.8.8", "Public"),
        ("10.0.0.1", "Private"),
        ("127.0.0.1", "Loopback"),
        ("::ffff:10.0.0.1", "FourToSixMapping"),
        ("255.255.255.255", "Broadcast"),
        ("224.0.0.1", "Reserved"),
        ("no address", None),
    ],
)
def test_address_types(address: str, kind: str | None) -> None:
    assert address_type(address) == kind


_KINDS = [
    ("windows", "Microsoft-Windows-Sysmon/1"),
    ("windows", "Microsoft-Windows-Sysmon/3"),
    ("windows", "Microsoft-Windows-Sysmon/13"),
    ("windows", "Microsoft-Windows-Security-Auditing/4688"),
    ("auditd", "SYSCALL"),
    ("auditd", "EXECVE"),
    ("defender", "DeviceProcessEvents"),
    ("defender", "DeviceNetworkEvents"),
    ("eslogger", "exec"),
    ("eslogger", "create"),
]
_NAMES = sorted(
    {*sysmon_start().fields, *security_start().fields, *defender_start().fields, *eslogger_exec("a").fields}
    | {
        *execve("a", pid=1, ppid=1).fields,
        "paths",
        "nametype",
        "saddr.ip",
        "Details",
        "EventType",
        "TargetObject",
    }
)
_VALUES = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.lists(st.text(max_size=5), max_size=3),
    st.sampled_from(["59", "c000003e"]),
)
_PYTHON: dict[ColumnType, type] = {
    ColumnType.STRING: str,
    ColumnType.LONG: int,
    ColumnType.DATETIME: int,
    ColumnType.MULTIVALUE: list,
}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(_KINDS), st.dictionaries(st.sampled_from(_NAMES), _VALUES, max_size=12))
def test_no_event_breaks_a_map(kind: tuple[str, str], fields: dict[str, str | list[str] | None]) -> None:
    for table, row in activities(event(*kind, fields)):
        for name, value in row.items():
            column = SCHEMAS[table].find(name)
            assert column is not None
            assert isinstance(value, _PYTHON[column.type]), (name, value)


def test_an_execve_whose_arguments_were_not_logged_is_no_launch() -> None:
    fields = {"arch": "c000003e", "syscall": "59", "success": "yes", "pid": "9"}
    assert list(activities(event("auditd", "SYSCALL", fields))) == []
