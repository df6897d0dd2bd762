"""Actors found through process ids."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.tables import Event
from antivenom.vocabularies.build import Builder
from tests.vocabularies.samples import (
    eslogger_exec,
    event,
    execve,
    security,
    security_start,
    sysmon,
    sysmon_start,
)


def parents(events: Iterable[Event]) -> list[object]:
    """The parent's command line of each process row, in the order of the events."""
    return column("activity.process", "actor.process.cmd_line", events)


def column(table: str, name: str, events: Iterable[Event]) -> list[object]:
    builder = Builder(activities=True)
    for number, each in enumerate(events):
        builder.add(number, each)
    values: list[object] = builder.finish()[table][name].to_pylist()
    return values


def test_parent_is_the_last_start_with_that_pid() -> None:
    events = [
        execve("bash", pid=10, ppid=1, at=0),
        execve("python3", pid=11, ppid=10, at=1),
        execve("sh", pid=10, ppid=1, at=2),  # the pid is used again
        execve("python3", pid=12, ppid=10, at=3),
    ]
    assert parents(events) == [None, "bash", None, "sh"]


def test_an_exec_replaces_what_ran_before() -> None:
    events = [
        execve("sh", pid=10, ppid=1, at=0),
        execve("python3", "x.py", pid=10, ppid=1, at=1),
        execve("id", pid=11, ppid=10, at=2),
    ]
    assert parents(events)[2] == "python3 x.py"


def test_order_of_the_file_does_not_matter_where_times_differ() -> None:
    child, parent = execve("id", pid=11, ppid=10, at=5), execve("bash", pid=10, ppid=1, at=1)
    assert parents([child, parent]) == ["bash", None]


def test_equal_times_go_by_the_order_of_events() -> None:
    events = [
        execve("sh", "-c", "id; exec x", pid=10, ppid=1),
        execve("id", pid=11, ppid=10),
        execve("x", pid=10, ppid=1),
    ]
    assert parents(events)[1] == "sh -c id; exec x"


def test_a_start_after_the_child_is_no_parent() -> None:
    assert parents([execve("id", pid=11, ppid=10, at=1), execve("bash", pid=10, ppid=1, at=2)]) == [
        None,
        None,
    ]


def test_an_ended_process_is_no_parent() -> None:
    events = [
        security_start(NewProcessId="0x10", ProcessId="0x4", CommandLine="first", at=0),
        security(4689, ProcessId="0x10", at=1),
        security_start(NewProcessId="0x11", ProcessId="0x10", CommandLine="second", at=2),
    ]
    assert parents(events)[2] is None


def test_a_failed_execve_is_no_parent() -> None:
    events = [
        execve("bash", pid=10, ppid=1, at=0),
        execve("python3", pid=10, ppid=1, at=1, success="no"),
        execve("id", pid=11, ppid=10, at=2),
    ]
    assert parents(events)[2] == "bash"


def test_hosts_have_pids_of_their_own() -> None:
    events = [execve("bash", pid=10, ppid=1, at=0, host="a"), execve("id", pid=11, ppid=10, at=1, host="b")]
    assert parents(events) == [None, None]


@pytest.mark.parametrize(
    "first, second, found",
    [
        ("audit.log.1", "audit.log", "bash"),
        ("audit.log.2.gz", "audit.log", "bash"),
        ("one.log", "two.log", None),
    ],
)
def test_a_log_without_a_host_is_its_own_machine(first: str, second: str, found: str | None) -> None:
    events = [
        execve("bash", pid=10, ppid=1, at=0, host=None, file=first),
        execve("id", pid=11, ppid=10, at=1, host=None, file=second),
    ]
    assert parents(events)[1] == found


def test_unique_ids_come_before_pids_and_need_no_time() -> None:
    no_parent = {"ParentImage": "-", "ParentCommandLine": "-"}
    events = [
        sysmon_start(ProcessGuid="{A}", ProcessId="10", CommandLine="right", at=0, **no_parent),
        sysmon_start(ProcessGuid="{B}", ProcessId="10", CommandLine="wrong", at=1, **no_parent),
        sysmon_start(ProcessGuid="{C}", ParentProcessGuid="{A}", ParentProcessId="10", at=2, **no_parent),
    ]
    assert parents(events)[2] == "right"


def test_a_pid_whose_unique_id_differs_is_another_process() -> None:
    no_parent = {"ParentImage": "-", "ParentCommandLine": "-"}
    events = [
        sysmon_start(ProcessGuid="{B}", ProcessId="10", CommandLine="wrong", at=1, **no_parent),
        sysmon_start(ProcessGuid="{C}", ParentProcessGuid="{A}", ParentProcessId="10", at=2, **no_parent),
    ]
    assert parents(events)[1] is None


def test_a_start_whose_name_the_child_contradicts_is_no_parent() -> None:
    events = [
        security_start(NewProcessId="0x10", NewProcessName=r"C:\cmd.exe", CommandLine="cmd /c x", at=0),
        security_start(NewProcessId="0x11", ProcessId="0x10", ParentProcessName=r"C:\Explorer.EXE", at=1),
        security_start(NewProcessId="0x12", ProcessId="0x10", ParentProcessName=r"C:\CMD.exe", at=2),
    ]
    assert parents(events)[1:] == [None, "cmd /c x"]


def test_what_the_event_says_is_kept() -> None:
    events = [
        sysmon_start(ProcessGuid="{A}", CommandLine="found"),
        sysmon_start(ProcessGuid="{C}", ParentProcessGuid="{A}", ParentCommandLine="said"),
    ]
    assert parents(events)[1] == "said"


def test_macos_parent_is_found_by_pid_and_version() -> None:
    events = [
        eslogger_exec("zsh", pid=200, version=5, parent=(1, 1)),
        eslogger_exec("python3", "-c", "1", pid=300, version=9, parent=(200, 5)),
    ]
    assert parents(events) == [None, "zsh"]


def test_a_connection_learns_its_command_line_and_grandparent() -> None:
    events = [
        sysmon_start(ProcessGuid="{A}", ProcessId="10", Image=r"C:\explorer.exe", ParentImage="-"),
        sysmon_start(ProcessGuid="{B}", ProcessId="11", ParentProcessGuid="{A}", ParentImage="-"),
        sysmon(3, ProcessGuid="{B}", ProcessId="11", Image=r"C:\Python\python.exe", Initiated="true"),
    ]
    name = "actor.process.parent_process.name"
    assert column("activity.network", "actor.process.cmd_line", events) == ['python -c "print(1 < 2 & 3 > 2)"']
    assert column("activity.network", name, events) == ["explorer.exe"]


def test_events_without_a_time_have_no_parent_by_pid() -> None:
    child = execve("id", pid=11, ppid=10)._replace(time=None)
    assert parents([execve("bash", pid=10, ppid=1), child]) == [None, None]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(0, 5)), max_size=12))
def test_same_as_looking_back_by_hand(starts: list[tuple[int, int, int]]) -> None:
    """By the definition: of the starts before a row in (time, order), the last with its parent's pid."""
    events = [execve(f"p{n}", pid=pid, ppid=ppid, at=at) for n, (pid, ppid, at) in enumerate(starts)]
    expected: list[object] = []
    for n, (_, ppid, at) in enumerate(starts):
        before = sorted((t, k) for k, (pid, _, t) in enumerate(starts) if pid == ppid and (t, k) < (at, n))
        expected.append(f"p{before[-1][1]}" if before else None)
    assert parents(events) == expected


def test_no_processes_at_all() -> None:
    assert parents([event("auditd", "USER_LOGIN", {})]) == []
