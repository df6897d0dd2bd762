"""Modules, registry values, deleted files, several hosts: what sensors record, and that it comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import antivenom
from antivenom.errors import DamagedInput
from antivenom.proving.processes import Scenario
from antivenom.proving.reading import parse_scenario
from antivenom.proving.scenarios import SENSORS, events, render
from antivenom.source import SourceText
from tests.proving.support import HOSTS, plainly, read_back

SID = "S-1-5-21-7"
RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"

WINDOWS = rf"""
            original_name: python.exe
            modules:
              - {{at: 2.1, path: 'C:\py\python312.dll', signer: Python Software Foundation}}
              - {{at: 2.2, path: 'C:\py\_x.pyd', signed: false}}
            registry:
              - {{at: 2.3, key: '{RUN}', value: Updater, data: 'C:\u.exe'}}
              - {{at: 2.4, key: 'HKLM\SOFTWARE\A', value: N, data: "7", type: Dword}}
              - {{at: 2.5, key: 'HKCU\Software\Classes\x', value: '', data: y}}"""


def busy(platform: str, more: str = "") -> Scenario:
    """A program that deletes a file and does what `more` says, after a parent that was there before."""
    host, user, cwd, bin_ = HOSTS[platform]
    slash = "" if platform == "windows" else "/"
    return parse_scenario(
        SourceText(f"""\
id: busy
name: Busy
description: Busy.
start: 2026-03-02T09:00:00Z
platforms:
  {platform}:
    host: {host}
    processes:
      - at: -10
        executable: {bin_}sh
        pid: 400
        user: {user}
        cwd: {cwd}
        children:
          - at: 1.5
            executable: {bin_}svchost.exe
            argv: [svchost, a.py]
            pid: 404
            files:
              - {{at: 2, path: '{cwd}{slash}x.txt', action: deleted}}{more}
""")
    )


def asked(scenario: Scenario, sensor: str, query: str, folder: Path, language: str = "kql") -> list[dict[str, Any]]:
    """The rows of a query over the log that a scenario leaves in a sensor."""
    log = folder / SENSORS[sensor].file
    log.write_bytes(render(scenario, sensor))
    rows: list[dict[str, Any]] = antivenom.query(query, language=language, logs=antivenom.open(log)).to_pylist()
    return rows


CASES = [("windows", "sysmon"), ("windows", "defender"), ("linux", "auditd"), ("linux", "defender"),
         ("macos", "eslogger"), ("macos", "defender")]  # fmt: skip


@pytest.mark.parametrize("platform, sensor", CASES)
def test_all_acts_are_read_back(platform: str, sensor: str) -> None:
    scenario = busy(platform, WINDOWS if platform == "windows" else "")
    rendered = events(scenario, sensor)
    assert plainly(read_back(render(scenario, sensor), sensor)) == plainly(rendered)


@pytest.mark.parametrize("platform, sensor", CASES)
def test_a_deleted_file_has_the_process_that_deleted_it(platform: str, sensor: str, tmp_path: Path) -> None:
    query = (
        "DeviceFileEvents | where ActionType == 'FileDeleted' | project FileName, InitiatingProcessFileName, "
        "InitiatingProcessCommandLine, InitiatingProcessParentId"
    )
    (row,) = asked(busy(platform), sensor, query, tmp_path)
    assert list(row.values()) == ["x.txt", "svchost.exe", "svchost a.py", 400]


@pytest.mark.parametrize("sensor", ["sysmon", "defender"])
def test_registry_values_have_the_process_that_set_them(sensor: str, tmp_path: Path) -> None:
    query = (
        "DeviceRegistryEvents | project RegistryKey, RegistryValueName, RegistryValueData, RegistryValueType, "
        "ActionType, InitiatingProcessFileName, InitiatingProcessCommandLine"
    )
    rows = [tuple(row.values()) for row in asked(busy("windows", WINDOWS), sensor, query, tmp_path)]
    done_by = ("RegistryValueSet", "svchost.exe", "svchost a.py")
    run = rf"HKEY_CURRENT_USER\{SID}\Software\Microsoft\Windows\CurrentVersion\Run"
    assert rows[:2] == [
        (run, "Updater", r"C:\u.exe", "String", *done_by),
        (r"HKEY_LOCAL_MACHINE\SOFTWARE\A", "N", "7", "Dword", *done_by),
    ]
    assert rows[2][0] == rf"HKEY_CURRENT_USER\{SID}_Classes\x"
    assert rows[2][-1] == "svchost a.py"


@pytest.mark.parametrize("sensor", ["sysmon", "defender"])
def test_modules_have_the_process_that_loaded_them(sensor: str, tmp_path: Path) -> None:
    query = (
        "DeviceImageLoadEvents | project FolderPath, FileName, InitiatingProcessFileName, "
        "InitiatingProcessCommandLine, InitiatingProcessVersionInfoOriginalFileName"
    )
    rows = [tuple(row.values()) for row in asked(busy("windows", WINDOWS), sensor, query, tmp_path)]
    done_by = ("svchost.exe", "svchost a.py", "python.exe")
    assert rows == [
        (r"C:\py\python312.dll", "python312.dll", *done_by),
        (r"C:\py\_x.pyd", "_x.pyd", *done_by),
    ]


@pytest.mark.parametrize("sensor", ["sysmon", "defender"])
def test_a_renamed_program_keeps_its_original_name(sensor: str, tmp_path: Path) -> None:
    query = "DeviceProcessEvents | project ProcessVersionInfoOriginalFileName, ProcessVersionInfoCompanyName"
    renamed, plain = "\n            original_name: python.exe", ""
    ((named,), (unnamed,)) = (asked(busy("windows", more), sensor, query, tmp_path) for more in (renamed, plain))
    assert tuple(named.values()) == ("python.exe", "Python Software Foundation")
    assert not any(value and value != "-" for value in unnamed.values())


def test_what_sysmon_writes_of_modules_keys_and_deleted_files() -> None:
    made = events(busy("windows", WINDOWS), "sysmon")
    assert [event.kind.rpartition("/")[2] for event in made] == ["1", "23", "7", "7", "13", "13", "13"]
    _, deleted, signed, unsigned, run, number, classes = (event.fields for event in made)
    assert (deleted["TargetFilename"], deleted["Archived"]) == (r"C:\Users\dana\x.txt", "true")
    shown = ("Signed", "Signature", "SignatureStatus")
    assert [signed[name] for name in shown] == ["true", "Python Software Foundation", "Valid"]
    assert [unsigned[name] for name in shown] == ["false", "-", "Unavailable"]
    assert run["TargetObject"] == rf"HKU\{SID}\Software\Microsoft\Windows\CurrentVersion\Run\Updater"
    assert (run["EventType"], run["Details"]) == ("SetValue", r"C:\u.exe")
    assert (number["TargetObject"], number["Details"]) == (r"HKLM\SOFTWARE\A\N", "DWORD (0x00000007)")
    assert classes["TargetObject"] == rf"HKU\{SID}_Classes\x\(Default)"


def test_what_linux_and_macos_write_of_a_deleted_file() -> None:
    _, unlink = events(busy("linux"), "auditd")
    assert [part.fields["nametype"] for part in unlink.parts if part.kind == "PATH"] == ["PARENT", "DELETE"]
    message = events(busy("macos"), "eslogger")[-1]
    assert (message.kind, message.fields["event_type"]) == ("unlink", "32")
    assert message.fields["event.unlink.target.path"] == "/Users/dev/x.txt"
    assert message.fields["event.unlink.parent_dir.path"] == "/Users/dev"


@pytest.mark.parametrize("platform, sensor", [pair for pair in CASES if pair[0] != "windows"])
def test_modules_leave_nothing_off_windows(platform: str, sensor: str) -> None:
    loaded = "\n            modules: [{at: 2, path: /usr/lib/libssl.so.3}]"
    kinds = [[event.kind for event in events(busy(platform, more), sensor)] for more in ("", loaded)]
    assert kinds[0] == kinds[1]


TWO = """\
id: two
name: Two
description: Two.
start: 2026-03-02T09:00:00Z
platforms:
  linux:
    - host: {name: web-01, address: 10.0.0.1, users: {dev: '1000'}}
      processes: [{at: 1, executable: /usr/bin/python3, user: dev, cwd: /}]
    - host: {name: web-02, address: 10.0.0.2}
      processes:
        - {at: 2, executable: /usr/bin/python3, user: root, cwd: /}
        - {at: 3, executable: /usr/bin/id, user: root, cwd: /}
"""


@pytest.mark.parametrize("sensor", ["auditd", "defender"])
def test_several_hosts_of_a_platform_are_told_apart(sensor: str, tmp_path: Path) -> None:
    query = "DeviceProcessEvents | summarize dcount(DeviceName), count() by FileName | sort by FileName asc"
    rows = asked(parse_scenario(SourceText(TWO)), sensor, query, tmp_path)
    assert [tuple(row.values()) for row in rows] == [("id", 1, 1), ("python3", 2, 2)]


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("web-02", "WEB-01", "two hosts are called 'WEB-01'"),
        ("at: 2,", "at: 2, registry: [{at: 2, key: 'HKLM\\a', value: b, data: c}],", "only Windows has a registry"),
        ("at: 2,", "at: 2, original_name: x,", "only a Windows program has an original name"),
        ("at: 2,", "at: 2, modules: [{at: 1, path: /a.so}],", "this happens while the process does not run"),
        ("at: 2,", "at: 2, modules: [{at: 2, path: /a, signed: false, signer: x}],",
         "a module that is not signed has no signer"),
        (TWO[TWO.index("    - host"):], "    []\n", "a platform needs a host"),
    ],
)  # fmt: skip
def test_what_is_refused(old: str, new: str, message: str) -> None:
    assert old in TWO
    with pytest.raises(DamagedInput) as caught:
        parse_scenario(SourceText(TWO.replace(old, new, 1)))
    assert str(caught.value).split("\n")[0] == message


@pytest.mark.parametrize(
    "key, data, message",
    [
        (r"HKCR\x", "1", r"expected a key below HKLM, HKCU or HKU, found 'HKCR\\x'"),
        ("HKLM", "1", "expected a key below HKLM, HKCU or HKU, found 'HKLM'"),
        (r"HKLM\x", "one", "expected a whole number, found 'one'"),
    ],
)
def test_which_registry_values_are_refused(key: str, data: str, message: str) -> None:
    more = f"\n            registry: [{{at: 2, key: '{key}', value: v, data: {data}, type: Dword}}]"
    with pytest.raises(DamagedInput) as caught:
        busy("windows", more)
    assert str(caught.value).split("\n")[0] == message


def test_the_scenario_of_the_page_is_one() -> None:
    page = (Path(__file__).parents[2] / "docs" / "scenarios.md").read_text(encoding="utf-8")
    scenario = parse_scenario(SourceText(page.partition("```yaml\n")[2].partition("```")[0]))
    assert [process.original_name for process in scenario.processes] == [None, "python.exe"]
