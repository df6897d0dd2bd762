"""The three published tests on every sensor that records them: found, and with the chain each page asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from antivenom import catalogue
from antivenom.findings import Finding, Step
from antivenom.hunting import chains, run
from antivenom.logs import Logs
from antivenom.proving.reading import parse_scenario
from antivenom.proving.scenarios import SENSORS, find, render, sensors_of
from antivenom.source import SourceText

CONNECTS = {"python-reverse-shell": "127.0.0.1:4444", "python-download-and-execute": "127.0.0.1:8080"}
"""Test -> the connection it tries."""

BLIND = {"eslogger": "Endpoint Security has no event for connections"}
CASES = [(name, sensor.name) for name in (*CONNECTS, "python-subprocess") for sensor in sensors_of(find(name))]


def hunted(name: str, sensor: str, folder: Path) -> list[Finding]:
    """Findings of the whole catalogue over one test as a sensor records it."""
    log = folder / SENSORS[sensor].file
    log.write_bytes(render(find(name), sensor))
    return run(Logs([log]), catalogue.load(), programs=True, least="suspicious").findings


def own(finding: Finding) -> Step:
    """The step of a chain that the finding is about."""
    assert finding.chain is not None
    return next(one for one in finding.chain.every() if one.text == finding.process.command_line)


@pytest.mark.parametrize("name, sensor", CASES)
def test_each_published_test_is_found_with_its_chain(name: str, sensor: str, tmp_path: Path) -> None:
    found = [one for one in hunted(name, sensor, tmp_path) if "python" in (one.process.command_line or "")]
    platforms = {process.host.platform for process in find(name).on(*SENSORS[sensor].platforms)}
    assert len(found) == len(platforms)
    for finding in found:
        children = own(finding).children
        if name == "python-subprocess":
            shell = next(one for one in children if one.kind == "process")
            assert shell.text in ("cmd.exe /c whoami", "/bin/sh -c whoami")
            assert [below.text for below in shell.children] == ["whoami"]
        elif sensor not in BLIND:
            (connection,) = (one for one in children if one.kind == "connection")
            assert connection.text.split(" ")[0] == CONNECTS[name]


def test_a_chain_goes_up_to_what_was_there_before_and_says_what_was_flagged(tmp_path: Path) -> None:
    (finding,) = (f for f in hunted("python-subprocess", "sysmon", tmp_path) if "Popen" in str(f.process.command_line))
    assert finding.chain is not None
    assert [step.name for step in finding.chain.every()] == ["cmd.exe", "python.exe", "cmd.exe", "whoami.exe"]
    assert [step.flagged for step in finding.chain.every()] == [False, True, False, False]
    document = finding.as_dict()["chain"]
    assert isinstance(document, dict)
    assert document["children"][0]["flagged"] is True


def test_what_one_process_did_again_and_again_is_one_step_with_a_count(tmp_path: Path) -> None:
    log = tmp_path / "audit.log"
    text = render(find("python-reverse-shell"), "auditd").decode()
    groups: dict[str, list[str]] = {}
    for line in text.split("\n"):  # the enriched part of a record begins with a character that splitlines breaks at
        groups.setdefault(line.partition("msg=audit(")[2].partition(")")[0], []).append(f"{line}\n")
    connect = next(id for id, lines in groups.items() if any("type=SOCKADDR" in line for line in lines))
    stamp, serial = connect.split(":")
    more = ["".join(groups[connect]).replace(connect, f"{stamp}:{int(serial) + n}") for n in (1_000, 2_000)]
    log.write_text(text + "".join(more))
    (finding,) = run(Logs([log]), catalogue.load(), programs=True, least="suspicious").findings
    (step,) = (one for one in own(finding).children if one.kind == "connection")
    assert (step.times, step.outcome) == (3, "failed")


def test_many_children_of_one_parent_cost_each_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    children, seen = 400, []
    rows = "".join(
        f'{{"$table":"DeviceProcessEvents","Timestamp":"2026-03-02T09:{n // 60:02d}:{n % 60:02d}.0000000Z",'
        f'"DeviceName":"w","ActionType":"ProcessCreated","FileName":"dash","ProcessId":"{1_000 + n}",'
        '"ProcessCommandLine":"sh","InitiatingProcessId":"500","InitiatingProcessFileName":"python3",'
        '"InitiatingProcessCommandLine":"python3 x"}\n'
        for n in range(children)
    )
    parent = (
        '{"$table":"DeviceProcessEvents","Timestamp":"2026-03-02T08:00:00.0000000Z","DeviceName":"w","ActionType":'
        '"ProcessCreated","FileName":"python3","FolderPath":"/usr/bin/python3","ProcessId":"500","ProcessCommandLine":'
        '"python3 -c \'import pty;pty.spawn(1)\'","InitiatingProcessId":"1","InitiatingProcessFileName":"bash"}\n'
    )
    log = tmp_path / "defender.jsonl"
    log.write_text(parent + rows)
    once = chains._once
    monkeypatch.setattr(chains, "_once", lambda done: seen.append(len(done)) or once(done))
    found = run(Logs([log]), catalogue.load(), programs=True, least="suspicious").findings
    assert len(found) == children + 1
    assert sum(seen) <= 3 * children


NESTED = """\
id: nested
name: Nested
description: A flagged process under one that is not, under one that is.
start: 2026-03-02T09:00:00Z
platforms:
  linux:
    host: {name: web-01, address: 10.0.0.1}
    processes:
      - at: 1
        executable: /usr/bin/python3
        user: root
        cwd: /
        argv: [python3, -c, 'import pty;pty.spawn("/bin/sh")']
        children:
          - at: 2
            executable: /usr/bin/make
            argv: [make, all]
            children:
              - at: 3
                executable: /usr/bin/python3
                argv: [python3, -c, 'import pty;pty.spawn("/bin/bash")']
                connections: [{at: 4, address: 203.0.113.9, port: 443, outcome: connected}]
"""


def test_a_flagged_process_some_generations_below_another_is_gone_through_once(tmp_path: Path) -> None:
    log = tmp_path / SENSORS["auditd"].file
    log.write_bytes(render(parse_scenario(SourceText(NESTED)), "auditd"))
    found = run(Logs([log]), catalogue.load(), programs=True, least="suspicious").findings
    assert len(found) == 2
    for finding in found:
        assert finding.chain is not None
        assert [step.times for step in finding.chain.every() if step.kind == "connection"] == [1]
