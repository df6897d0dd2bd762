"""The main job on the bundled logs: who is flagged by whom, once per execution, and why others were missed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import antivenom
from antivenom import catalogue
from antivenom.catalogue import Detection
from antivenom.errors import Unsupported
from antivenom.executions import same_executions
from antivenom.hunting import Hunt, run
from antivenom.logs import Logs
from antivenom.proving.why import WhyNot, why_not
from antivenom.source import SourceText
from antivenom.tables import EVENT_COLUMN
from antivenom.vocabularies import kinds

LOGS = Path(__file__).parents[1] / "examples" / "logs"


@pytest.fixture(scope="module")
def demo() -> Hunt:
    return run(Logs([LOGS]))


def misses(found: Hunt, detection: str, file: str) -> list[tuple[str, ...]]:
    """Reasons why a detection missed flagged records of a file."""
    one = next(one for one in found.runs if one.detection.id == detection)
    numbers = [
        number
        for events in found.events_of
        for number in events
        if number not in one.flagged and found.scan.origins.origin(number).file.endswith(file)
    ]
    assert one.plan is not None
    reasons = why_not(one.plan, found.scan.tables, numbers, None, found.scan.newest or 0)
    return [reasons[number].reasons for number in numbers]


def test_the_published_tests_are_found_by_the_kql_on_every_sensor(demo: Hunt) -> None:
    found = {
        Path(origin.file).name
        for finding in demo.findings
        for evidence in finding.evidence
        if evidence.detection == "python-sentinel" and "ReverseShell" in evidence.flags
        for origin in evidence.origins
    }
    logs = {"windows-sysmon.xml", "linux-audit.log", "defender.jsonl", "macos-eslogger.jsonl", "esxi-shell.log"}
    assert found == logs


def test_the_published_spl_does_not_see_test_1_on_auditd_and_says_why(demo: Hunt) -> None:
    reasons = misses(demo, "python-splunk", "linux-audit.log")
    assert reasons
    assert all(any("is hex, as auditd writes" in sentence for sentence in found) for found in reasons)
    assert any(
        sentence.startswith('cmdline is null: in `coalesce(CommandLine, a1." ".a2." ".a3)`')
        and "a3 are missing" in sentence
        for found in reasons
        for sentence in found
    )


def test_findings_are_ranked_and_name_their_origin(demo: Hunt) -> None:
    order = [(finding.score, finding.time) for finding in demo.findings]
    assert order == sorted(order, key=lambda pair: (-pair[0], -(pair[1] or 0)))
    for finding in demo.findings:
        assert finding.origins
        for origin in finding.origins:
            with Path(origin.file).open("rb") as stream:
                stream.seek(origin.offset or 0)
                assert b"ython" in stream.read(10_000)


def test_an_execution_seen_by_two_sensors_is_one_finding(demo: Hunt) -> None:
    both = [f for f in demo.findings if {Path(o.file).name for o in f.origins} >= {"defender.jsonl", "linux-audit.log"}]
    assert both
    assert len({(f.host, f.process.pid, f.time) for f in demo.findings}) == len(demo.findings)


def test_a_parent_is_found_through_process_ids(demo: Hunt) -> None:
    found = run(Logs([LOGS / "linux-audit.log"]))
    finding = next(
        f for f in found.findings if "dup2" in (f.process.command_line or "") and "venv" in (f.process.path or "")
    )
    assert finding.parent.command_line == "-bash"


def test_a_parent_older_than_since_is_still_found() -> None:
    since = int(datetime(2026, 3, 2, 9, 0, 10, tzinfo=UTC).timestamp()) * 10**9
    found = run(Logs([LOGS / "linux-audit.log"], since=since))
    assert found.scan.outside > 0
    finding = next(
        f for f in found.findings if "dup2" in (f.process.command_line or "") and "venv" in (f.process.path or "")
    )
    assert finding.parent.command_line == "-bash"
    assert all(f.time is not None and f.time >= since for f in found.findings)


def test_a_fixed_clock_drops_what_is_too_old_and_the_moving_one_does_not(demo: Hunt) -> None:
    later = int(datetime(2026, 3, 9, tzinfo=UTC).timestamp()) * 10**9
    fixed = run(Logs([LOGS]), now=later)
    sentinel = next(one for one in fixed.runs if one.detection.id == "python-sentinel")
    assert sentinel.rows == 0
    assert any("ago(24h)" in stage.text and stage.rows == 0 for stage in sentinel.stages)
    assert next(one for one in demo.runs if one.detection.id == "python-sentinel").rows > 0


def test_leaving_unneeded_events_out_changes_no_finding(demo: Hunt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "of_splunk", lambda codes, types, esxi=True: None)
    everything = run(Logs([LOGS]))
    assert sum(r.events for r in everything.scan.reports) > sum(r.events for r in demo.scan.reports)
    assert [f.as_dict() for f in everything.findings] == [f.as_dict() for f in demo.findings]


def test_a_detection_that_cannot_run_says_so_and_stops_no_other() -> None:
    good = catalogue.find("python-sentinel")
    bad = good.with_text("kql", SourceText("DeviceProcessEvents | evaluate autocluster()", "bad.kql"), id="bad")
    found = run(Logs([LOGS]), [bad, good])
    assert found.runs[0].error is not None
    assert "not supported" in str(found.runs[0].error)
    assert found.findings


def test_aggregates_lead_back_to_all_their_events() -> None:
    good = catalogue.find("python-sentinel")
    text = 'DeviceProcessEvents | where FileName startswith "python" | summarize n=count() by DeviceName | where n > 1'
    counting = good.with_text("kql", text, id="counting")
    found = run(Logs([LOGS / "windows-sysmon.xml"]), [counting])
    assert len(found.findings) == 1
    assert len(found.findings[0].origins) > 1


def test_zero_rows_are_explained(tmp_path: Path) -> None:
    (tmp_path / "audit.log").write_text(
        'type=EXECVE msg=audit(1723044684.257:15795): argc=2 a0="ls" a1="-l"\n', encoding="utf-8"
    )
    found = run(Logs([tmp_path]))
    assert not found.findings
    kql, spl = (one for one in found.runs if one.detection.id in ("python-sentinel", "python-splunk"))
    assert [(stage.text, stage.rows) for stage in kql.stages][:3] == [
        ("DeviceProcessEvents", 1),
        ("where Timestamp > ago(24h)", 1),
        ('where FileName in~ ("python.exe", "python3.exe", "python", "python3", "pythonw.exe")', 0),
    ]
    assert spl.stages[0].rows == 0
    assert "events.CommandLine is empty in every row" in spl.missing


def test_the_door_gives_the_same_findings(demo: Hunt) -> None:
    assert [f.as_dict() for f in antivenom.hunt(antivenom.open(LOGS))] == [f.as_dict() for f in demo.findings]


def row(event: int, **values: object) -> dict[str, object]:
    usual = {
        "process.pid": 7,
        "process.name": "python3",
        "time": 0,
        "device.hostname": "web",
        "process.cmd_line": "python3 x.py",
        "metadata.product": "auditd",
    }
    return {**usual, **{name.replace("__", "."): value for name, value in values.items()}, EVENT_COLUMN: event}


@pytest.mark.parametrize(
    "other, same",
    [
        (row(1), True),
        (row(1, time=2 * 10**9), True),
        (row(1, time=2 * 10**9 + 1), False),
        (row(1, device__hostname="WEB.corp.example"), True),
        (row(1, device__hostname="web2"), False),
        (row(1, device__hostname=None), True),
        (row(1, device__hostname=None, process__cmd_line="other"), False),
        (row(1, process__pid=8), False),
        (row(1, process__name="Python3"), True),
        (row(1, time=None), False),
        (row(1, metadata__product="Sysmon", process__cmd_line="python3 -u"), True),  # products quote differently
        (row(1, process__cmd_line="python3 -u"), False),  # one product, two command lines: two executions
        (row(1, process__uid="{AB}"), True),
        (row(1, metadata__product="Sysmon", time=9 * 10**9), True),  # one command line, a late shipper
        (row(1, metadata__product="Sysmon", time=9 * 10**9, process__cmd_line="other"), False),
        (row(1, metadata__product="Sysmon", time=11 * 10**9), False),
    ],
)
def test_when_two_records_are_one_execution(other: dict[str, object], same: bool) -> None:
    assert (same_executions([row(0), other])[1] == 0) is same


def test_one_product_with_two_unique_ids_saw_two_executions_and_the_case_of_an_id_says_nothing() -> None:
    rows = [row(n, process__uid=uid) for n, uid in enumerate(("{AB}", "{CD}", "{ab}", "{cd}"))]
    assert same_executions(rows) == {0: 0, 1: 1, 2: 0, 3: 1}


def test_a_record_belongs_to_the_execution_nearest_in_time() -> None:
    second = 10**9
    rows = [row(0), row(1, time=5 * second), row(2, metadata__product="Sysmon", time=5 * second + 1)]
    assert same_executions(rows) == {0: 0, 1: 1, 2: 1}


def test_process_ids_that_are_used_again_are_not_merged_over_two_copies_of_a_log() -> None:
    """As Defender recorded ngen.exe: one process id, 10 ms apart, in a CSV and, to the millisecond, in JSON."""
    times = (184_770_000, 195_387_100, 184_000_000, 195_000_000)
    rows = [row(n, time=time, process__cmd_line=f"ngen {n % 2}") for n, time in enumerate(times)]
    found = same_executions(rows)
    assert found[0] == found[2] != found[1] == found[3]


def why(log: str, detection: catalogue.Detection, folder: Path) -> WhyNot:
    """Why a detection misses the first event of a log."""
    (folder / "some.log").write_text(log, encoding="utf-8")
    found = run(Logs([folder]), [detection])
    one = found.runs[0]
    assert one.plan is not None
    assert not one.flagged
    return why_not(one.plan, found.scan.tables, [0], None, found.scan.newest or 0)[0]


def audit(*records: str) -> str:
    pairs = (record.split(" ", 1) for record in records)
    return "".join(f"type={kind} msg=audit(1723044684.257:15795): {rest}\n" for kind, rest in pairs)


SYSCALL = 'SYSCALL arch=c000003e syscall=59 success=yes exit=0 a0=564cf49ae98c ppid=1 pid=7 exe="/usr/bin/python3"'


def test_the_record_nearest_to_passing_tells_why(tmp_path: Path) -> None:
    log = audit(SYSCALL, 'EXECVE argc=2 a0="renamed" a1="-c"')
    told = why(log, catalogue.find("python-splunk"), tmp_path)
    assert told.reasons == ('`a0="*python*" OR a0="*python3*"` does not hold',)
    assert told.examples == ('a0 = "renamed"',)


def test_hex_with_line_breaks_is_told(tmp_path: Path) -> None:
    code = b"import os\nexec(1)".hex().upper()
    log = audit(SYSCALL, f'EXECVE argc=4 a0="python3" a1="-u" a2="-c" a3={code}')
    told = why(log, catalogue.find("python-splunk"), tmp_path)
    assert any("a3 is hex, as auditd writes" in sentence for sentence in told.reasons)


def test_what_the_patterns_saw_is_shown(tmp_path: Path) -> None:
    log = audit('EXECVE argc=4 a0="python3" a1="-u" a2="-X" a3="utf8"')
    told = why(log, catalogue.find("python-splunk"), tmp_path)
    assert 'cmdline = "-u -X utf8"' in told.examples


def test_an_old_event_is_not_said_to_be_too_old_where_the_clock_moves(tmp_path: Path) -> None:
    text = 'DeviceProcessEvents | where Timestamp > ago(1h) | where FileName == "ls" | summarize count() by DeviceName'
    counting = catalogue.find("python-sentinel").with_text("kql", text)
    late = audit('EXECVE argc=1 a0="late"').replace("1723044684", "1923044684")
    told = why(audit(SYSCALL, 'EXECVE argc=1 a0="python3"') + late, counting, tmp_path)
    assert told.reasons == ('`FileName == "ls"` does not hold',)


def test_a_limit_that_cut_rows_off_is_told() -> None:
    good = catalogue.find("python-sentinel")
    cut = good.with_text("kql", "DeviceProcessEvents | take 3", id="cut")
    found = run(Logs([LOGS / "linux-audit.log"]), [cut])
    assert found.runs[0].notes == ["`take 3` keeps 3 rows; there may be more"]


def test_a_row_joined_from_two_processes_is_about_the_one_it_names(tmp_path: Path) -> None:
    """The parent's record may say more than the child's, and comes first; the row names the child."""
    text = """DeviceProcessEvents | where FileName == "python3"
        | join kind=inner (DeviceProcessEvents | project ParentId=ProcessId)
            on $left.InitiatingProcessId == $right.ParentId
        | project Timestamp, DeviceName, ProcessId, ProcessCommandLine"""
    joining = catalogue.find("python-sentinel").with_text("kql", text)
    fields = 'arch=c000003e syscall=59 success=yes exit=0 UID="dev"'
    above = audit(f'SYSCALL {fields} ppid=1 pid=6 exe="/usr/sbin/sshd"', 'EXECVE argc=1 a0="sshd"')
    parent = audit(f'SYSCALL {fields} ppid=6 pid=7 exe="/usr/bin/bash"', 'EXECVE argc=1 a0="-bash"')
    least = "arch=c000003e syscall=59 success=yes"
    child = audit(f'SYSCALL {least} ppid=7 pid=8 exe="/bin/python3"', 'EXECVE argc=1 a0="py"')
    (tmp_path / "a.log").write_text(
        above.replace(":15795", ":15794") + parent + child.replace(":15795", ":15796"), encoding="utf-8"
    )
    (finding,) = run(Logs([tmp_path]), [joining]).findings
    assert (finding.process.pid, finding.process.command_line) == (8, "py")
    assert finding.parent.pid == 7
    assert len(finding.origins) == 2


def test_a_start_that_failed_is_said_to_have_failed(tmp_path: Path) -> None:
    failed = SYSCALL.replace("success=yes exit=0", "success=no exit=-2").replace("/usr/bin/python3", "/usr/bin/bash")
    execve = 'EXECVE argc=4 a0="python3" a1="-c" a2="import(urllib)" a3="x"'
    (tmp_path / "audit.log").write_text(audit(failed, execve), encoding="utf-8")
    (finding,) = run(Logs([tmp_path])).findings
    assert finding.process.status == "Failure"
    assert finding.process.path is None
    assert finding.process.name == "python3"


def test_a_detection_refused_while_running_stops_no_other() -> None:
    good = catalogue.find("python-sentinel")
    span = "from datetime(1970-01-01) to datetime(2030-01-01) step 1s"
    text = f"DeviceProcessEvents | make-series count() on Timestamp {span}"
    bad = good.with_text("kql", SourceText(text, "bad.kql"), id="bad")
    found = run(Logs([LOGS]), [bad, good])
    assert isinstance(found.runs[0].error, Unsupported)
    assert found.runs[0].rows == 0
    assert found.findings


TSTATS = """| tstats `security_content_summariesonly` count min(_time) as firstTime from datamodel=Endpoint.Processes
        where Processes.process_name="python*" Processes.process="*socket*"
        by _time span=1s Processes.process_id Processes.process_name Processes.process"""


def tstats(text: str) -> Detection:
    return catalogue.find("python-splunk").with_text("spl", SourceText(text, "cim.spl"), id="cim")


@pytest.mark.parametrize("drop", ["", " | `drop_dm_object_name(Processes)`"], ids=["prefixed", "bare"])
def test_a_tstats_row_of_several_sensors_is_about_the_one_execution_they_recorded(drop: str) -> None:
    found = run(Logs([LOGS]), [tstats(TSTATS + drop)], programs=True)
    row_counts = {len(hit_events) for hit_events in found.events_of}
    assert found.runs[0].error is None
    assert max(row_counts) > 1
    about = [finding for finding in found.findings if any(one.detection == "cim" for one in finding.evidence)]
    keys = [(finding.host, finding.process.pid, finding.process.command_line) for finding in about]
    assert len(about) == len(set(keys)) == found.runs[0].rows
    assert all("socket" in (finding.process.command_line or "") for finding in about)
    # what was read of the Python is about the same executions: it makes no second finding of them
    assert len([f for f in found.findings if (f.host, f.process.pid, f.process.command_line) in keys]) == len(keys)


def test_a_tstats_of_no_rows_says_which_stage_dropped_them() -> None:
    where, by = "Processes.process_name=bash*", "Processes.parent_process_guid"
    text = f"| tstats count from datamodel=Endpoint.Processes where {where} by {by}"
    found = run(Logs([LOGS / "linux-audit.log"]), [tstats(text)])
    assert [(stage.text, stage.rows > 0) for stage in found.runs[0].stages][:3] == [
        ("datamodel=Endpoint.Processes", True),
        (where, True),
        (by, False),
    ]
    assert found.runs[0].missing == ["Endpoint.Processes.parent_process_guid is empty in every row"]


CONNECTED = """| tstats fillnull_value="-" count from datamodel=Network_Traffic.All_Traffic
        where All_Traffic.app="*python*" by _time span=1s All_Traffic.dvc All_Traffic.process_id All_Traffic.dest_ip
    | rename All_Traffic.* as *
    | rename _time as connected, process_id as parent_process_id, dvc as dest
    | join type=inner max=0 dest parent_process_id
        [| tstats fillnull_value="-" count from datamodel=Endpoint.Processes
            where Processes.parent_process_name="python*"
            by _time span=1s Processes.dest Processes.parent_process_id Processes.process_id Processes.process
         | rename Processes.* as *]
    | where _time>=connected AND _time-connected<=60
    | table _time dest process_id process dest_ip"""


def test_a_row_joined_from_two_data_models_leads_to_the_events_of_both(tmp_path: Path) -> None:
    python = {"Image": "C:\\Python\\python.exe", "ProcessId": "70"}
    shell = {"Image": "C:\\Windows\\cmd.exe", "ProcessId": "71", "CommandLine": "cmd.exe"}
    above = {"ParentImage": python["Image"], "ParentProcessId": "70"}
    reached = {"Protocol": "tcp", "Initiated": "true", "DestinationIp": "203.0.113.9", "DestinationPort": "4444"}
    (tmp_path / "a.xml").write_text(
        sysmon(1, 1, "09:00:00", CommandLine="python.exe x.py", **python)
        + sysmon(2, 3, "09:00:01", **python, **reached)
        + sysmon(3, 1, "09:00:02", **shell, **above)
        + sysmon(4, 1, "09:30:00", **{**shell, "ProcessId": "72"}, **above),
        encoding="utf-8",
    )
    found = run(Logs([tmp_path]), [tstats(CONNECTED)])
    assert found.runs[0].error is None
    (finding,) = found.findings
    assert (finding.process.pid, finding.process.command_line) == (71, "cmd.exe")
    assert sorted(origin.record or 0 for origin in finding.origins) == [2, 3]


def sysmon(record: int, code: int, time: str, **data: str) -> str:
    """A Sysmon event as XML."""
    values = "".join(f"<Data Name='{name}'>{value}</Data>" for name, value in data.items())
    return (
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        f"<Provider Name='Microsoft-Windows-Sysmon'/><EventID>{code}</EventID>"
        f"<TimeCreated SystemTime='2026-03-02T{time}Z'/><EventRecordID>{record}</EventRecordID>"
        "<Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>h</Computer></System>"
        f"<EventData>{values}</EventData></Event>\n"
    )
