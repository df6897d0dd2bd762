"""Scenario files: what they mean, and what is refused with which message."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.errors import AntivenomError, DamagedInput
from antivenom.proving.reading import parse_scenario
from antivenom.source import SourceText

GOOD = """\
id: one
name: One
description: It runs.
start: 2026-03-02T09:00:00Z
platforms:
  linux:
    host: {name: web-01, address: 10.0.0.1, users: {dev: "1000"}}
    processes:
      - at: -10
        executable: /usr/bin/bash
        user: dev
        cwd: /home/dev
        children:
          - at: 1.5
            executable: /usr/bin/python3
            argv: [python3, -c, "import os; os.system('id')", ""]
            end: 2
            connections: [{at: 1.75, address: 127.0.0.1, port: 4444, outcome: refused}]
            files: [{at: 1.8, path: /tmp/x, action: written}]
            children:
              - {at: 1.9, executable: /usr/bin/id, cwd: /, user: root, pid: 77}
          - {at: 3, executable: /usr/bin/true}
"""

START = 1_772_442_000 * 10**9


def _parse(text: str) -> object:
    return parse_scenario(SourceText(text, "one.yml"))


def test_a_tree_is_read_parents_first_and_children_in_order() -> None:
    scenario = parse_scenario(SourceText(GOOD))
    assert [p.file_name for p in scenario.processes] == ["bash", "python3", "id", "true"]
    parents = [p.parent.file_name if p.parent else None for p in scenario.processes]
    assert parents == [None, "bash", "python3", "bash"]
    assert scenario.platforms == ("linux",)


def test_users_and_directories_are_inherited() -> None:
    bash, python, id_, true = parse_scenario(SourceText(GOOD)).processes
    assert [(p.user, p.user_id, p.cwd) for p in (bash, python, id_, true)] == [
        ("dev", "1000", "/home/dev"),
        ("dev", "1000", "/home/dev"),
        ("root", "0", "/"),
        ("dev", "1000", "/home/dev"),
    ]


def test_times_are_seconds_from_the_start() -> None:
    bash, python, _, true = parse_scenario(SourceText(GOOD)).processes
    assert (bash.started, bash.before, bash.ended) == (START - 10 * 10**9, True, None)
    assert (python.started, python.before, python.ended) == (START + 1_500_000_000, False, START + 2 * 10**9)
    assert python.connections[0].time == START + 1_750_000_000
    assert python.files[0].time == START + 1_800_000_000
    assert true.started == START + 3 * 10**9


def test_arguments_and_command_lines() -> None:
    bash, python, *_ = parse_scenario(SourceText(GOOD)).processes
    assert bash.argv == ("bash",)
    assert python.argv == ("python3", "-c", "import os; os.system('id')", "")
    assert python.command == "python3 -c import os; os.system('id') "


@pytest.mark.parametrize(
    "given_, argv, command",
    [
        ("argv: [py, -c, 'print(\"a b\")', '', 'c:\\d e\\']", ("py", "-c", 'print("a b")', "", "c:\\d e\\"),
         r'py -c "print(\"a b\")" "" "c:\d e\\"'),
        ("command: '\"py\"  -V '", (), '"py"  -V '),
        ("exit_code: 3221225786", ("python.exe",), "python.exe"),
    ],
)  # fmt: skip
def test_windows_command_lines(given_: str, argv: tuple[str, ...], command: str) -> None:
    text = GOOD.partition("platforms:")[0] + (
        "platforms:\n  windows:\n    host: {name: w, address: '::1', users: {'A\\b': S-1-5-21-1}}\n"
        "    processes:\n      - at: 1\n        executable: C:\\p\\python.exe\n        user: A\\b\n"
        f"        cwd: C:\\\n        {given_}\n"
    )
    (process,) = parse_scenario(SourceText(text)).processes
    assert (process.argv, process.command) == (argv, command)
    assert process.pid % 4 == 0


def test_what_is_derived_is_the_same_every_time_and_apart_for_each_process() -> None:
    first, second = parse_scenario(SourceText(GOOD)), parse_scenario(SourceText(GOOD))
    assert first == second
    pids = [process.pid for process in first.processes]
    assert len(set(pids)) == len(pids)
    assert pids[2] == 77
    assert 49_152 <= first.processes[1].connections[0].source_port <= 65_535


@pytest.mark.parametrize(
    "old, new, message",
    [
        (
            "            argv: [",
            "            arv: [",
            "a process has no key 'arv'\none.yml:16:13\n"
            '16 |             arv: [python3, -c, "import os; os.system(\'id\')", ""]\n'
            "   |             ^^^\nhint: did you mean 'argv'?",
        ),
        (
            "  linux:",
            "  linx:",
            "expected one of windows, linux, macos, esxi; found 'linx'\none.yml:6:3\n"
            "6 |   linx:\n  |   ^^^^\nhint: did you mean 'linux'?",
        ),
        (
            "at: 1.5",
            "at: -11",
            "a process cannot start before its parent\none.yml:14:17\n"
            "14 |           - at: -11\n   |                 ^^^",
        ),
        (
            "at: 1.5",
            "at: 1.5001",
            "times are given to the millisecond\none.yml:14:17\n"
            "14 |           - at: 1.5001\n   |                 ^^^^^^",
        ),
        (
            "end: 2",
            "end: 1",
            "a process cannot end before it starts\none.yml:17:18\n17 |             end: 1\n   |                  ^",
        ),
        (
            "end: 2",
            "end: 1.76",
            "this happens while the process does not run\none.yml:19:21\n"
            "19 |             files: [{at: 1.8, path: /tmp/x, action: written}]\n"
            "   |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        ),
        (
            "user: root",
            "user: eve",
            "the host gives no id for the user 'eve'\none.yml:21:66\n"
            "21 |               - {at: 1.9, executable: /usr/bin/id, cwd: /, user: eve, pid: 77}\n"
            "   |                                                                  ^^^\n"
            "hint: add it to its users",
        ),
        (
            "        cwd: /home/dev\n",
            "",
            "a process without a parent needs the key 'cwd'\none.yml:9:9\n9 |       - at: -10\n  |         ^^^^^^^",
        ),
        (
            "port: 4444",
            "port: 65536",
            "expected a whole number from 1 to 65535, found '65536'\none.yml:18:64\n"
            "18 |             connections: [{at: 1.75, address: 127.0.0.1, port: 65536, outcome: refused}]\n"
            "   |                                                                ^^^^^",
        ),
        (
            "address: 127.0.0.1",
            "address: localhost",
            "expected an IP address, found 'localhost'\none.yml:18:47\n"
            "18 |             connections: [{at: 1.75, address: localhost, port: 4444, outcome: refused}]\n"
            "   |                                               ^^^^^^^^^",
        ),
        (
            "argv: [",
            "command: x\n            argv: [",
            "only a Windows process has a command line; give argv\none.yml:16:22\n"
            "16 |             command: x\n   |                      ^",
        ),
        (
            "id: one",
            "id: One One",
            "expected an id of lower-case words joined by '-', found 'One One'\none.yml:1:5\n"
            "1 | id: One One\n  |     ^^^^^^^",
        ),
    ],
)
def test_what_is_refused(old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(DamagedInput) as caught:
        _parse(GOOD.replace(old, new, 1))
    assert str(caught.value) == message


@given(st.integers(0, len(GOOD)), st.text(alphabet="{}[]:-&*!|>'\" \nax0\\", max_size=6))
def test_a_changed_file_is_read_or_refused(at: int, text: str) -> None:
    with suppress(AntivenomError):
        _parse(GOOD[:at] + text + GOOD[at:])
