"""Leaving out the kinds a table does not need changes nothing in it."""

from __future__ import annotations

import pytest

from antivenom.tables import Event
from antivenom.vocabularies import kinds
from antivenom.vocabularies.build import Builder
from antivenom.vocabularies.defender import TABLES
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

EVENTS = [
    sysmon_start(ProcessGuid="{A}"),
    sysmon(3, ProcessGuid="{A}", Initiated="true", DestinationIp="1.2.3.4", at=1),
    sysmon(11, ProcessGuid="{A}", TargetFilename=r"C:\a.py", at=1),
    sysmon(13, ProcessGuid="{A}", EventType="SetValue", TargetObject=r"HKLM\A\x", at=1),
    sysmon(7, ProcessGuid="{A}", ImageLoaded=r"C:\a.dll", at=1),
    sysmon(22, ProcessGuid="{A}", QueryName="x", at=1),
    security_start(NewProcessId="0x20", at=2),
    security(4689, ProcessId="0x20", at=3),
    security_start(ProcessId="0x20", at=4),
    security(4624, TargetUserName="bob"),
    execve("bash", pid=50, ppid=1),
    execve("id", pid=51, ppid=50, at=1),
    execve("id", pid=50, ppid=1, at=1, success="no", exit="-2"),
    event("auditd", "SYSCALL", {"arch": "c000003e", "syscall": "59", "success": "yes", "pid": "50"}, at=1.5),
    execve("id", pid=52, ppid=50, at=2),
    event("auditd", "USER_LOGIN", {"acct": "bob"}),
    defender_start(),
    event("defender", "DeviceLogonEvents", {"ActionType": "LogonSuccess"}),
    event("defender", "DeviceNetworkEvents", {"ActionType": "ConnectionSuccess", "RemoteIP": "1.2.3.4"}),
    eslogger_exec("zsh", pid=200, version=5),
    eslogger_exec("id", pid=201, version=6, parent=(200, 5)),
]


def kept(sample: Event, wanted: frozenset[str] | None) -> bool:
    """As a reader decides: by the kind of the event, or of one of its records."""
    return wanted is None or any(part.kind in wanted for part in (sample, *sample.parts))


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_does_not_miss_what_it_does_not_need(name: str) -> None:
    wanted = kinds.of_defender(name)
    whole, part = Builder(defender_tables={name: None}), Builder(defender_tables={name: None})
    for number, sample in enumerate(EVENTS):
        whole.add(number, sample)
        if kept(sample, wanted):
            part.add(number, sample)
    assert part.finish()[name].equals(whole.finish()[name])


def test_processes_do_not_miss_what_they_do_not_need() -> None:
    wanted = kinds.of_processes()
    whole, part = Builder(activities=True), Builder(activities=True)
    for number, sample in enumerate(EVENTS):
        whole.add(number, sample)
        if kept(sample, wanted):
            part.add(number, sample)
    assert part.finish()["activity.process"].equals(whole.finish()["activity.process"])
