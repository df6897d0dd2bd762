"""Sigma's log sources: which events are rows of which stream, and what its fields hold."""

from __future__ import annotations

from io import BytesIO

import pyarrow as pa
import pytest

from antivenom.errors import UsageError
from antivenom.logs import Wants
from antivenom.tables import Event, FieldValue, Need
from antivenom.telemetry import auditd
from antivenom.telemetry.format import Input
from antivenom.vocabularies.build import Builder
from antivenom.vocabularies.sigma import TEXT, LogSource, Stream, named, stream
from antivenom.vocabularies.sigma_registry import abbreviated, details
from antivenom.vocabularies.sigma_sources import CATEGORIES, PROVIDED, SERVICES, SYSMON_CATEGORIES
from tests.vocabularies.samples import (
    defender_start,
    eslogger_exec,
    event,
    execve,
    security,
    security_start,
    sysmon,
    sysmon_start,
)

PROCESSES = "sigma.windows.process_creation"


def rows(name: str, columns: str, *samples: Event) -> list[dict[str, object]]:
    """The rows of one stream, without time and event number."""
    builder = Builder(sigma={name: frozenset(columns.split())})
    for number, each in enumerate(samples):
        builder.add(number, each)
    table = builder.finish()[name].drop_columns(["antivenom.time", "antivenom.event"])
    return [dict(row) for row in table.to_pylist()]


def source(product: str | None = None, category: str | None = None, service: str | None = None) -> Stream:
    """A stream that is there."""
    found = stream(LogSource(product, category, service))
    assert found is not None
    return found


def defender(table: str, action: str, **fields: str | None) -> Event:
    """A row of a Defender table."""
    own: dict[str, FieldValue] = {
        "ActionType": action,
        "DeviceName": "host1",
        "InitiatingProcessFileName": "reg.exe",
        "InitiatingProcessFolderPath": r"C:\Windows\System32\reg.exe",
        "InitiatingProcessCommandLine": "reg add",
        "InitiatingProcessId": "12",
        **fields,
    }
    return event("defender", table, own)


def windows(provider: str, code: int, channel: str, **fields: FieldValue) -> Event:
    """A Windows event."""
    return event("windows", f"{provider}/{code}", {"System.Channel": channel, **fields})


def audit(*lines: str) -> list[Event]:
    """Audit events as their reader gives them."""
    text = "".join(f"{line}\n" for line in lines).encode()
    given = auditd.read(Input("audit.log", lambda: BytesIO(text), len(text)), Need())
    return [one for one in given if isinstance(one, Event)]


# Names


def test_a_name_leads_back_to_its_stream() -> None:
    triples = [("windows", category, None) for category in CATEGORIES]
    triples += [("windows", None, service) for service in SERVICES]
    triples += [("windows", None, None), ("linux", None, None), ("linux", None, "auditd"), (None, "antivirus", None)]
    triples += [("macos", "process_creation", None), (None, "process_creation", None), (None, None, "security")]
    triples += [("windows", "process_creation", "security"), ("linux", "process_creation", "auditd")]
    names = set()
    for product, category, service in triples:
        found = source(product, category, service)
        assert named(found.name) == found or named(found.name).source == found.source
        names.add(found.name)
    assert len(names) == len(triples)
    assert source("windows", "process_creation").name == PROCESSES
    assert source(None, "process_creation").name == "sigma.any.process_creation"
    assert source("Windows", None, "Security").name == "sigma.windows.security"
    assert source("windows").name == "sigma.windows.any"


@pytest.mark.parametrize(
    "logsource",
    [
        LogSource(None, "webserver"),
        LogSource(None, "proxy"),
        LogSource("aws", None, "cloudtrail"),
        LogSource("okta", None, "okta"),
        LogSource("zeek", None, "dns"),
        LogSource("linux", None, "sshd"),
        LogSource("linux", "registry_set"),
        LogSource("macos", "image_load"),
        LogSource("macos"),
        LogSource("windows", None, "no-such-log"),
        LogSource("jvm", "application"),
        LogSource("windows", "process_creation", "application"),
        LogSource(),
    ],
)
def test_a_log_source_that_no_log_can_hold_has_no_stream(logsource: LogSource) -> None:
    assert stream(logsource) is None


@pytest.mark.parametrize("name", ["sigma", "sigma.windows", "sigma.aws.any", "sigma.Windows.any", "x.windows.any"])
def test_a_table_that_no_log_source_names_is_an_error(name: str) -> None:
    with pytest.raises(UsageError):
        Builder(sigma={name: frozenset()})


# Which events


@pytest.mark.parametrize("category", sorted(SYSMON_CATEGORIES))
def test_every_sysmon_category(category: str) -> None:
    samples = [sysmon(code, EventType="CreateKey" if code == 12 else "x") for code in (*range(1, 30), 255)]
    found = [row["EventID"] for row in rows(f"sigma.windows.{category}", "EventID", *samples)]
    wanted = [] if category == "registry_delete" else list(SYSMON_CATEGORIES[category])
    assert found == wanted


def test_kinds_of_registry_event_twelve() -> None:
    samples = [sysmon(12, EventType=kind, TargetObject="k") for kind in ("CreateKey", "DeleteKey", "DeleteValue")]
    assert rows("sigma.windows.registry_add", "EventType", *samples) == [{"EventType": "CreateKey"}]
    assert [row["EventType"] for row in rows("sigma.windows.registry_delete", "EventType", *samples)] == [
        "DeleteKey",
        "DeleteValue",
    ]
    assert len(rows("sigma.windows.registry_event", "EventType", *samples)) == 3


@pytest.mark.parametrize("category", sorted(PROVIDED))
def test_categories_of_other_providers(category: str) -> None:
    providers, codes, service = PROVIDED[category]
    channels = {"powershell": "Microsoft-Windows-PowerShell/Operational", "powershell-classic": "Windows PowerShell"}
    channel = channels.get(service, "Any")
    right = [windows(provider, int(code), channel) for provider in providers for code in codes]
    wrong = [windows("Other", int(codes[0]), channel)]
    if service:
        wrong.append(windows(providers[0], int(codes[0]), "Application"))
    assert len(rows(f"sigma.windows.{category}", "EventID", *right, *wrong)) == len(right)


@pytest.mark.parametrize("service", sorted(SERVICES))
def test_every_service_is_its_channels(service: str) -> None:
    samples = [windows("Any", 7, channel.upper()) for channel in sorted(SERVICES[service])]
    samples.append(windows("Any", 7, "Another"))
    assert len(rows(f"sigma.windows.{service}", "EventID", *samples)) == len(SERVICES[service])


def test_provider_and_channel_are_compared() -> None:
    samples = [
        windows("Some-Application", 4688, "Application", NewProcessName="x"),
        windows("Some-Application", 1, "Application", Image="x"),
        windows("Microsoft-Windows-Sysmon", 1, "Application", Image="x"),
        event("windows", "SecurityEvent/4688", {"NewProcessName": "x"}),
        event("windows", "Microsoft-Windows-Sysmon/1", {"Image": "no channel"}),
    ]
    assert rows(PROCESSES, "Image", *samples) == [{"Image": "no channel"}]


def test_a_process_of_every_sensor_in_the_order_of_the_events() -> None:
    analytics = {"NewProcessName": r"C:\a.exe", "CommandLine": "a", "EventID": "4688"}
    samples = [
        security_start(),
        execve("python3", pid=9, ppid=8),
        sysmon_start(),
        defender_start(),
        event("securityevent", "SecurityEvent/4688", analytics),
        eslogger_exec("zsh"),
        sysmon(1, provider="Linux-Sysmon", Image="/bin/sh"),
        defender_start(FolderPath="/usr/bin/id", FileName="id"),
    ]
    builder = Builder(
        sigma={
            name: frozenset(["Image"])
            for name in (
                PROCESSES,
                "sigma.linux.process_creation",
                "sigma.macos.process_creation",
                "sigma.any.process_creation",
            )
        }
    )
    for number, each in enumerate(samples):
        builder.add(number, each)
    found = {name: table["antivenom.event"].to_pylist() for name, table in builder.finish().items()}
    assert found == {
        PROCESSES: [0, 2, 3, 4],
        "sigma.linux.process_creation": [1, 6, 7],
        "sigma.macos.process_creation": [5],
        "sigma.any.process_creation": list(range(8)),
    }


def test_a_service_narrows_a_category() -> None:
    samples = [security_start(), sysmon_start(), defender_start()]
    assert len(rows(f"{PROCESSES}.security", "Image", *samples)) == 1
    assert len(rows(f"{PROCESSES}.sysmon", "Image", *samples)) == 1
    audited = execve("id", pid=1, ppid=2)
    shown = defender_start(FolderPath="/usr/bin/id", FileName="id")
    assert len(rows("sigma.linux.process_creation.auditd", "Image", audited, shown)) == 1


def test_what_failed_did_not_happen() -> None:
    failed = execve("id", pid=1, ppid=2, success="no", exit="-2")
    assert rows("sigma.linux.process_creation", "Image", failed) == []


def test_a_connection_that_was_refused_was_tried() -> None:
    refused = defender("DeviceNetworkEvents", "ConnectionFailed", RemoteIP="10.0.0.1")
    assert len(rows("sigma.windows.network_connection", "DestinationIp", refused)) == 1


# Fields of events as they stand


def test_null_and_empty_and_a_dash_are_kept_apart() -> None:
    sample = sysmon_start(Company="", Product="-")
    assert rows(PROCESSES, "Company Product ParentUser", sample) == [
        {"Company": "", "ParentUser": None, "Product": "-"}
    ]


def test_columns_are_text_and_named_as_asked() -> None:
    builder = Builder(sigma={PROCESSES: frozenset(("Image", "no such", "antivenom.time"))})
    builder.add(5, sysmon_start())
    table = builder.finish()[PROCESSES]
    assert table.column_names == ["Image", "no such", "antivenom.time", "antivenom.event"]
    assert [field.type for field in table.schema] == [
        pa.string(),
        pa.string(),
        pa.timestamp("ns", tz="UTC"),
        pa.int64(),
    ]
    assert table["antivenom.event"].to_pylist() == [5]
    assert Builder(sigma={PROCESSES: frozenset(("Image",))}).finish()[PROCESSES].num_rows == 0


def test_system_values_and_single_hashes() -> None:
    columns = "EventID Provider_Name Channel Computer EventRecordID md5 sha256 Imphash Hashes"
    assert rows(PROCESSES, columns, sysmon_start()) == [
        {
            "Channel": "Microsoft-Windows-Sysmon/Operational",
            "Computer": "host1",
            "EventID": "1",
            "EventRecordID": "7",
            "Hashes": "SHA1=AB12,MD5=CD34,SHA256=EF56,IMPHASH=00",
            "Imphash": "00",
            "Provider_Name": "Microsoft-Windows-Sysmon",
            "md5": "cd34",
            "sha256": "ef56",
        }
    ]


def test_an_event_s_own_channel_comes_first() -> None:
    cleared = windows("Microsoft-Windows-Eventlog", 104, "System", Channel="Security")
    assert rows("sigma.windows.system", "Channel", cleared) == [{"Channel": "Security"}]


def test_names_that_a_product_writes_with_blanks() -> None:
    channel = "Microsoft-Windows-Windows Defender/Operational"
    names = {"Threat Name": "EICAR", "New Value": "1", "Feature Name": "%%886", "Security intelligence Version": "2"}
    sample = windows("Microsoft-Windows-Windows Defender", 1116, channel, **names)
    asked = "ThreatName NewValue Feature_Name SecurityintelligenceVersion"
    assert rows("sigma.windows.windefend", asked, sample) == [
        {"Feature_Name": "%%886", "NewValue": "1", "SecurityintelligenceVersion": "2", "ThreatName": "EICAR"}
    ]


def test_unnamed_data() -> None:
    error = windows("Application Error", 1000, "Application", Data=["a.exe", "1", "", "b.dll", "", "", "c0000005"])
    assert rows("sigma.windows.application", "Data AppName ExceptionCode param4", error) == [
        {
            "AppName": "a.exe",
            "Data": "a.exe\n1\n\nb.dll\n\n\nc0000005",
            "ExceptionCode": "c0000005",
            "param4": "b.dll",
        }
    ]


def test_powershell_s_classic_events() -> None:
    text = "\tNewEngineState=Available\r\n\tHostName=ConsoleHost\r\n\tHostApplication=powershell -enc AA==\r\n"
    sample = windows("PowerShell", 400, "Windows PowerShell", Data=["Available", "None", text])
    shipped = windows("PowerShell", 400, "Windows PowerShell", Message=text)
    (row, other) = rows("sigma.windows.ps_classic_start", "Data HostApplication EngineVersion", sample, shipped)
    assert row["HostApplication"] == other["HostApplication"] == "powershell -enc AA=="
    assert row["EngineVersion"] is None
    assert row["Data"] == f"Available\nNone\n{text}"
    assert other["Data"] == text


def test_the_text_of_an_event() -> None:
    sample = windows("P", 1, "C", Data=["a", "b"], Empty="")
    assert rows("sigma.windows.any", TEXT, sample) == [{TEXT: "P\nC\nhost1\na\nb"}]


def test_windows_alone_has_no_events_of_linux() -> None:
    linux = sysmon(1, provider="Linux-Sysmon")
    assert rows("sigma.windows.any", "EventID", linux, sysmon(1)) == [{"EventID": "1"}]
    assert len(rows("sigma.linux.any", "EventID", linux, sysmon(1), execve("id", pid=1, ppid=2))) == 3


def test_antivirus_names_files() -> None:
    sample = windows(
        "Microsoft-Windows-Windows Defender",
        1117,
        "Microsoft-Windows-Windows Defender/Operational",
        **{"Threat Name": "EICAR", "Action Name": "Quarantine", "Path": r"containerfile:_C:\a.zip; file:_C:\a.zip->b"},
    )
    assert rows("sigma.any.antivirus", "Signature Filename Action", sample) == [
        {"Action": "Quarantine", "Filename": r"C:\a.zip", "Signature": "EICAR"},
        {"Action": "Quarantine", "Filename": r"C:\a.zip->b", "Signature": "EICAR"},
    ]


def test_rows_of_log_analytics_are_security_events() -> None:
    fields: dict[str, FieldValue] = {"EventID": "4624", "Computer": "c", "LogonType": "3", "IpAddress": ""}
    sample = event("securityevent", "SecurityEvent/4624", fields)
    assert rows("sigma.windows.security", "EventID ComputerName LogonType IpAddress Channel", sample) == [
        {"Channel": "Security", "ComputerName": "c", "EventID": "4624", "IpAddress": None, "LogonType": "3"}
    ]


# Fields of activities


def test_a_4688_as_process_creation() -> None:
    parent = r"C:\Program Files\Python\python.exe"
    child = security_start(
        at=1, NewProcessId="0x2", ProcessId="0x1a4", NewProcessName=r"C:\c.exe", ParentProcessName=parent
    )
    columns = (
        "Image CommandLine ParentImage ParentCommandLine User IntegrityLevel LogonId ProcessId EventID OriginalFileName"
    )
    (_, row) = rows(PROCESSES, columns, security_start(), child)
    assert row == {
        "CommandLine": "python -c 1",
        "EventID": "1",
        "Image": r"C:\c.exe",
        "IntegrityLevel": "High",
        "LogonId": "0x3e7",
        "OriginalFileName": None,
        "ParentCommandLine": "python -c 1",
        "ParentImage": parent,
        "ProcessId": "2",
        "User": r"NT AUTHORITY\SYSTEM",
    }


def test_parents_are_found_in_other_events() -> None:
    parent, child = execve("bash", "-i", pid=8, ppid=1), execve("id", pid=9, ppid=8, uid="0")
    (_, row) = rows("sigma.linux.process_creation", "Image ParentImage ParentCommandLine User", parent, child)
    assert row == {
        "Image": "/usr/bin/id",
        "ParentCommandLine": "bash -i",
        "ParentImage": "/usr/bin/bash",
        "User": "root",
    }


def test_a_process_that_defender_recorded() -> None:
    columns = "Image Hashes md5 MD5 User ParentImage Computer"
    (row,) = rows(PROCESSES, columns, defender_start(MD5="aa", SHA256="bb"))
    assert row == {
        "Computer": "host1",
        "Hashes": "MD5=AA,SHA256=BB",
        "Image": r"C:\Python\python.exe",
        "MD5": "aa",
        "ParentImage": r"c:\windows\system32\cmd.exe",
        "User": r"corp\alice",
        "md5": "aa",
    }


def test_the_registry_as_defender_records_it() -> None:
    key = r"HKEY_LOCAL_MACHINE\SYSTEM\ControlSet001\Services\x"
    value = {"RegistryKey": key, "RegistryValueName": "Start"}
    samples = [
        defender("DeviceRegistryEvents", "RegistryKeyCreated", RegistryKey=r"HKEY_CURRENT_USER\S-1-5-21-1\Run"),
        defender("DeviceRegistryEvents", "RegistryValueSet", **value, RegistryValueType="Dword", RegistryValueData="2"),
        defender("DeviceRegistryEvents", "RegistryValueDeleted", **value),
    ]
    target = r"HKLM\SYSTEM\CurrentControlSet\Services\x\Start"
    assert rows("sigma.windows.registry_set", "TargetObject Details EventType Image", *samples) == [
        {
            "Details": "DWORD (0x00000002)",
            "EventType": "SetValue",
            "Image": r"C:\Windows\System32\reg.exe",
            "TargetObject": target,
        }
    ]
    assert rows("sigma.windows.registry_add", "TargetObject", *samples) == [{"TargetObject": r"HKU\S-1-5-21-1\Run"}]
    assert rows("sigma.windows.registry_delete", "TargetObject Details", *samples) == [
        {"Details": None, "TargetObject": target}
    ]
    assert len(rows("sigma.windows.registry_event", "EventID", *samples)) == 3


def test_the_registry_as_windows_audits_it() -> None:
    fields = {
        "ObjectName": r"\REGISTRY\MACHINE\SOFTWARE\Run",
        "ObjectValueName": "x",
        "ProcessName": r"C:\reg.exe",
        "NewValueType": "%%1873",
        "NewValue": "evil",
    }
    samples = [
        security(4657, OperationType="%%1904", **fields),
        security(4657, OperationType="%%1906", **fields),
        security(4657, OperationType="%%1905", **fields, **{"System.Keywords": "0x8010000000000000"}),
    ]
    wanted = {"Details": "evil", "Image": r"C:\reg.exe", "TargetObject": r"HKLM\SOFTWARE\Run\x"}
    assert rows("sigma.windows.registry_set", "TargetObject Details Image", *samples) == [wanted]
    assert rows("sigma.windows.registry_delete", "EventType", *samples) == [{"EventType": "DeleteValue"}]


@pytest.mark.parametrize(
    "key,wanted",
    [
        (r"HKEY_LOCAL_MACHINE\Software\Classes\x", r"HKCR\x"),
        (r"HKEY_USERS\S-1-5-18\x", r"HKU\S-1-5-18\x"),
        (r"HKEY_CURRENT_USER\Software", r"HKCU\Software"),
        (r"\REGISTRY\USER\.DEFAULT", r"HKU\.DEFAULT"),
        (r"HKLM\System\ControlSet002", r"HKLM\System\CurrentControlSet"),
        ("HKEY_LOCAL_MACHINES", "HKEY_LOCAL_MACHINES"),
    ],
)
def test_keys_as_sysmon_writes_them(key: str, wanted: str) -> None:
    assert abbreviated(key) == wanted


@pytest.mark.parametrize(
    "type_,data,wanted",
    [
        ("Dword", "0x10", "DWORD (0x00000010)"),
        ("Qword", "4294967297", "QWORD (0x00000001-0x00000001)"),
        ("Dword", "many", "many"),
        ("String", None, "(Empty)"),
        ("Binary", "AA", "Binary Data"),
        (None, "x", "x"),
        (None, None, None),
    ],
)
def test_details_as_sysmon_writes_them(type_: str | None, data: str | None, wanted: str | None) -> None:
    assert details(type_, data) == wanted


def test_connections() -> None:
    outbound = defender(
        "DeviceNetworkEvents",
        "ConnectionSuccess",
        LocalIP="10.0.0.1",
        LocalPort="5000",
        RemoteIP="2001:db8::1",
        RemotePort="443",
        RemoteUrl="https://evil.example/x?y",
        Protocol="Tcp",
    )
    inbound = security(
        5156,
        Application=r"\device\harddiskvolume1\a.exe",
        Direction="%%14592",
        SourceAddress="10.0.0.1",
        SourcePort="3389",
        DestAddress="10.0.0.2",
        DestPort="5000",
        Protocol="6",
    )
    native = sysmon(3, Image="n", Initiated="true", DestinationIp="1.2.3.4", DestinationHostname="-")
    columns = "Initiated Protocol DestinationIp DestinationPort SourceIp DestinationHostname DestinationIsIpv6"
    names = sorted(columns.split())
    found = rows("sigma.windows.network_connection", columns, outbound, inbound, native)
    assert [[row[name] for name in names] for row in found] == [
        ["evil.example", "2001:db8::1", "true", "443", "true", "tcp", "10.0.0.1"],
        [None, "10.0.0.1", "false", "3389", "false", "tcp", "10.0.0.2"],
        ["-", "1.2.3.4", None, None, "true", None, None],
    ]


@pytest.mark.parametrize(
    "category,table,action",
    [
        ("file_event", "DeviceFileEvents", "FileCreated"),
        ("file_delete", "DeviceFileEvents", "FileDeleted"),
        ("file_rename", "DeviceFileEvents", "FileRenamed"),
        ("image_load", "DeviceImageLoadEvents", "ImageLoaded"),
    ],
)
def test_files_and_modules_of_defender(category: str, table: str, action: str) -> None:
    sample = defender(table, action, FolderPath=r"C:\x\a.dll", FileName="a.dll", SHA1="aa")
    column = "ImageLoaded" if category == "image_load" else "TargetFilename"
    assert rows(f"sigma.windows.{category}", f"{column} Image Hashes CommandLine", sample) == [
        {
            column: r"C:\x\a.dll",
            "CommandLine": "reg add",
            "Hashes": "SHA1=AA",
            "Image": r"C:\Windows\System32\reg.exe",
        }
    ]


def test_processes_that_end() -> None:
    ended = security(4689, ProcessId="0x4", ProcessName=r"C:\a.exe")
    columns = "Image ProcessId"
    assert rows("sigma.windows.process_termination", columns, ended, sysmon(5, Image="b", ProcessId="9")) == [
        {"Image": r"C:\a.exe", "ProcessId": "4"},
        {"Image": "b", "ProcessId": "9"},
    ]


def test_macos() -> None:
    created: dict[str, FieldValue] = {
        "event.create.destination.existing_file.path": "/Users/a/x",
        "process.executable.path": "/bin/cp",
    }
    sample = event("eslogger", "create", created, host=None)
    assert rows("sigma.macos.file_event", "TargetFilename Image", sample) == [
        {"Image": "/bin/cp", "TargetFilename": "/Users/a/x"}
    ]
    (row,) = rows("sigma.macos.process_creation", "Image CommandLine", eslogger_exec("zsh", "-c", "id"))
    assert row == {"CommandLine": "zsh -c id", "Image": "/usr/bin/zsh"}


# Audit records

SYSCALL = (
    "type=SYSCALL msg=audit(1.000:7): arch=c000003e syscall=59 success=yes exit=0 a0=26 a1=7f pid=9 ppid=8"
    ' uid=33 euid=33 comm=6120622E7368 exe="/bin/sh" key="susp"'
)
EXECVE = 'type=EXECVE msg=audit(1.000:7): argc=3 a0="sh" a1=2D6320 a2="x"'
PATH = 'type=PATH msg=audit(1.000:7): item=0 name="/etc/x" nametype=NORMAL'
HEX_PATH = "type=PATH msg=audit(1.000:7): item=1 name=2F746D702F6120 nametype=CREATE"
AUDITD = "sigma.linux.auditd"


def test_a_row_for_each_record_with_its_own_fields() -> None:
    columns = "type SYSCALL a0 comm exe key name nametype euid"
    found = rows(AUDITD, columns, *audit(SYSCALL, EXECVE, PATH, HEX_PATH))
    filled = [{name: value for name, value in row.items() if value is not None} for row in found]
    assert filled == [
        {
            "type": "SYSCALL",
            "SYSCALL": "execve",
            "a0": "26",
            "comm": "a b.sh",
            "exe": "/bin/sh",
            "key": "susp",
            "euid": "33",
        },
        {"type": "EXECVE", "a0": "sh"},
        {"type": "PATH", "name": "/etc/x", "nametype": "NORMAL"},
        {"type": "PATH", "name": "/tmp/a ", "nametype": "CREATE"},
    ]


def test_arguments_are_decoded_and_stand_in_one_record() -> None:
    more = "type=EXECVE msg=audit(1.000:7): a3[0]=6120 a3[1]=62"
    first, second = rows(AUDITD, "a0 a1 a2 a3 a4", *audit(EXECVE, more))
    assert first == {"a0": "sh", "a1": "-c ", "a2": "x", "a3": "a b", "a4": None}
    assert set(second.values()) == {None}


def test_the_text_of_a_record_holds_what_its_hex_stands_for() -> None:
    for column in ("", " name a1 comm"):
        found = [row[TEXT] for row in rows(AUDITD, TEXT + column, *audit(SYSCALL, EXECVE, PATH, HEX_PATH))]
        assert found == [f"{SYSCALL}\na b.sh", f"{EXECVE}\nsh -c  x", f"{PATH}\n/etc/x", f"{HEX_PATH}\n/tmp/a "]


@pytest.mark.parametrize(
    "arch,number,name",
    [
        ("c000003e", "41", "socket"),
        ("c000003e", "99", "sysinfo"),
        ("40000003", "11", "execve"),
        ("c00000b7", "198", "socket"),
        ("c000003e", "mknod", "mknod"),
        ("c000003e", "99999", None),
        ("80000016", "1", None),
    ],
)
def test_names_of_system_calls(arch: str, number: str, name: str | None) -> None:
    line = f"type=SYSCALL msg=audit(1.000:7): arch={arch} syscall={number} success=yes"
    assert rows(AUDITD, "SYSCALL syscall", *audit(line)) == [{"SYSCALL": name, "syscall": number}]


# What readers must give


def test_kinds() -> None:
    wanted = source("windows", "registry_set").kinds()
    assert wanted is not None
    assert {"Microsoft-Windows-Sysmon/13", "DeviceRegistryEvents", "DeviceProcessEvents"} <= wanted
    assert "SYSCALL" not in wanted
    assert source("windows", "ps_script").kinds() == {"Microsoft-Windows-PowerShell/4104", "PowerShellCore/4104"}
    assert source("windows", None, "security").kinds() is None
    assert source("windows", None, "security").kinds(frozenset(("4688",))) == {"*/4688"}
    assert source("linux", None, "auditd").kinds(frozenset(("execve",))) == {"EXECVE"}
    macos = source("macos", "process_creation").kinds()
    assert macos is not None
    assert "exec" in macos
    assert "Microsoft-Windows-Sysmon/1" not in macos


def test_lines_are_needed_for_the_text_of_audit_records_alone() -> None:
    need = source("linux", None, "auditd").need(frozenset((TEXT,)))
    assert (need.raw_for("auditd"), need.raw_for("windows")) == (True, False)
    assert not source("linux", None, "auditd").need(frozenset(("type",))).raw_for("auditd")
    assert not source("windows", None, "system").need(frozenset((TEXT,))).raw_for("windows")


def test_wants_join() -> None:
    one = Wants(sigma={PROCESSES: frozenset(("Image",))})
    other = Wants(sigma={PROCESSES: frozenset(("User",)), AUDITD: frozenset(("type",))})
    assert one.join(other).sigma == {PROCESSES: {"Image", "User"}, AUDITD: {"type"}}


def test_kinds_an_attacker_makes_are_forgotten() -> None:
    builder = Builder(sigma={"sigma.windows.any": frozenset(("EventID",)), PROCESSES: frozenset(("Image",))})
    for number in range(10_000):
        builder.add(number, event("windows", f"P{number}/{number}", {"System.Channel": str(number)}))
    assert builder._sigma is not None
    assert len(builder._sigma._known) <= 4096
    assert builder.finish()["sigma.windows.any"].num_rows == 10_000
