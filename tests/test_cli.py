"""The command line: exit codes, output forms, messages; and that --help imports nothing heavy."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from antivenom import catalogue
from antivenom.cli import main

ROOT = Path(__file__).parents[1]
LOGS = "examples/logs"
MAIN = "from antivenom.cli import main; main()"


@dataclass(frozen=True)
class Done:
    """What a command printed."""

    stdout: str
    stderr: str


def run(*words: str, code: int = 0) -> Done:
    """Run antivenom in this process; the exit code must be `code`."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("COLUMNS", "140")
        patch.setattr(sys, "argv", ["antivenom", *words])
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        try:
            main()
            left = 0
        except SystemExit as stop:
            left = int(stop.code or 0)
    out, err = (stream.buffer.getvalue().decode() for stream in streams)  # type: ignore[attr-defined]
    assert left == code, err
    return Done(out, err)


def test_hunt_json_is_one_document() -> None:
    document = json.loads(run("hunt", LOGS, "--json").stdout)
    assert document["findings"]
    ran = [one["detection"] for one in document["detections"]]
    assert ran[:3] == ["python-sentinel", "python-splunk", "python-suspicious-code"]
    assert len(ran) == len(catalogue.load())
    assert document["missed"]
    assert document["clock"] == "moving"


def test_hunt_csv_has_a_line_a_finding() -> None:
    document = json.loads(run("hunt", LOGS, "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("hunt", LOGS, "--csv").stdout)))
    assert [int(row["score"]) for row in rows] == [finding["score"] for finding in document["findings"]]


def test_hunt_runs_twice_the_same() -> None:
    assert run("hunt", LOGS).stdout == run("hunt", LOGS).stdout


def test_hunt_can_fail_a_pipeline() -> None:
    top = max(finding["score"] for finding in json.loads(run("hunt", LOGS, "--json").stdout)["findings"])
    run("hunt", LOGS, "--fail-at", str(top), "--json", code=1)
    run("hunt", LOGS, "--fail-at", str(top + 1), "--json")


def test_hunt_since_and_until() -> None:
    document = json.loads(run("hunt", LOGS, "--json", "--until", "2026-03-02T09:05:00Z").stdout)
    assert {finding["flags"][0] for finding in document["findings"]} == {"ReverseShell"}
    assert document["outside"] > 0


def test_query_forms(tmp_path: Path) -> None:
    query = "DeviceProcessEvents | summarize n=count() by FileName | where FileName startswith 'python'"
    rows = json.loads(run("query", "--kql", query, LOGS, "--json").stdout)
    assert rows
    assert list(csv.DictReader(io.StringIO(run("query", "--kql", query, LOGS, "--csv").stdout))) == [
        {name: str(value) for name, value in row.items()} for row in rows
    ]
    out = tmp_path / "out.parquet"
    run("query", "--kql", query, LOGS, "--parquet", str(out))
    assert pq.read_table(out).to_pylist() == rows
    assert list(tmp_path.iterdir()) == [out]


def test_query_parameters_are_given_by_name() -> None:
    query = "declare query_parameters(least: long = 2, name: string); range x from 1 to 3 step 1 | where x >= least"
    given = ("query", "--kql", query + " | extend name", "--csv", "--param", "name=a=b")
    assert run(*given, "--param", "least=3").stdout.split() == ["x,name", "3,a=b"]
    assert run(*given).stdout.split() == ["x,name", "2,a=b", "3,a=b"]
    assert "once for each name" in run(*given, "--param", "name=c", code=2).stderr


def test_query_from_a_file_names_it_in_errors(tmp_path: Path) -> None:
    path = tmp_path / "q.kql"
    path.write_text("DeviceProcessEvents\n| where FileNme == 'x'\n", encoding="utf-8")
    message = run("query", "--kql", str(path), LOGS, code=2).stderr
    assert f"{path}:2:9" in message
    assert "^" in message
    assert "FileName" in message


def test_query_of_a_file_of_saved_searches_says_how_to_run_one(tmp_path: Path) -> None:
    conf = tmp_path / "savedsearches.conf"
    conf.write_bytes(b"\xef\xbb\xbf# mine\r\n[Starts]\r\nsearch = index=* \\\r\n| stats count\r\n")
    message = run("query", "--spl", str(conf), code=2).stderr
    assert "takes one search" in message
    assert f"""--spl '| savedsearch "Starts"' --conf {conf}""" in message


def test_query_of_a_file_that_begins_with_a_subsearch_is_a_search(tmp_path: Path) -> None:
    spl = tmp_path / "one.spl"
    spl.write_text('[| makeresults\n| eval user="ann"\n| fields user]\nsearch=x\n', encoding="utf-8")
    assert "takes one search" not in run("query", "--spl", str(spl), code=2).stderr


def test_query_prints_its_clock_and_explains_zero() -> None:
    shown = run("query", "--kql", "DeviceProcessEvents | where FileName == 'nothing.exe'", LOGS).stdout
    assert "0 rows; the clock of relative times stands at 2026-03-02T" in shown
    assert "0 rows after where FileName == 'nothing.exe'" in shown


@pytest.mark.parametrize("what, begins", [("plan", "project"), ("sql", "WITH")])
def test_query_shows_its_plan_and_sql(what: str, begins: str) -> None:
    shown = run("query", "--kql", "print x=1", "--show", what).stdout
    assert "x" in shown
    assert shown.startswith((begins, "values", "SELECT"))


def test_query_shows_a_search_with_its_macros_put_in() -> None:
    search = "| makeresults | eval P.x=1 | `drop_dm_object_name(P)`"
    assert run("query", "--spl", search, "--show", "plan").stdout.splitlines()[0] == (
        'search: | makeresults | eval P.x=1 | rename "P.*" as *'
    )
    assert not run("query", "--spl", "| makeresults", "--show", "plan").stdout.startswith("search:")


def test_query_shows_the_time_of_events_as_a_time() -> None:
    def shown(value: str, *options: str) -> str:
        return run("query", "--spl", f"| makeresults | eval _time={value} | table _time", *options).stdout

    assert "2026-03-02 10:20:01.640" in shown("1772446801.64")
    assert "1e+30" in shown("if(true(), 1e30, 1)")
    assert json.loads(shown("1772446801.64", "--json")) == [{"_time": 1772446801.64}]


def test_tables_says_what_is_there() -> None:
    document = json.loads(run("tables", LOGS, "--json").stdout)
    assert {Path(file["file"]).name: file["format"] for file in document["files"]} == {
        "defender.jsonl": "defender",
        "esxi-shell.log": "esxi_shell",
        "linux-audit.log": "auditd",
        "macos-eslogger.jsonl": "eslogger",
        "windows-sysmon.xml": "windows_xml",
    }
    assert all(file["events"] and not file["damaged"] for file in document["files"])
    assert "DeviceProcessEvents" in run("tables", LOGS).stdout


def test_detections_are_listed_and_shown() -> None:
    assert "python-splunk" in run("detections").stdout
    shown = run("detections", "show", "python-sentinel").stdout
    assert "let SuspiciousPatterns = dynamic([" in shown
    assert json.loads(run("detections", "--json").stdout)[0]["id"] == "python-sentinel"


@pytest.mark.parametrize(
    "words, message",
    [
        (("hunt",), "Missing argument"),
        (("hunt", "nowhere"), "does not exist"),
        (("hunt", LOGS, "--json", "--csv"), "exclude each other"),
        (("hunt", LOGS, "--only", "python-splnk"), "python-splunk"),
        (("hunt", LOGS, "--since", "yesterday"), "is no time"),
        (("hunt", LOGS, "--only", "python-code", "--no-programs"), "exclude each other"),
        (("hunt", LOGS, "--least", "benign"), "is not one of"),
        (("query", LOGS), "give one query"),
        (("query", "--kql", "  ", LOGS), "empty"),
        (("query", "--spl", "| makeresults | predict x", LOGS), "not supported: SPL command predict"),
        (("detections", "show", "x"), "no detection"),
        (("nothing",), "No such command"),
    ],
)
def test_mistakes_are_explained_and_exit_with_2(words: tuple[str, ...], message: str) -> None:
    done = run(*words, code=2)
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words, listed",
    [
        (("detections", "show", "nope"), "`antivenom detections` lists them"),
        (
            ("detections", "test", "python-http-serve"),
            "did you mean 'python-http-server', 'python-http-server-staging'",
        ),
        (("hunts", "show", "nope"), "`antivenom hunts` lists them"),
        (("detections", "coverage", "--only", "nope"), "`antivenom detections coverage` lists them"),
    ],
)
def test_an_unknown_id_is_told_in_two_short_lines(words: tuple[str, ...], listed: str) -> None:
    said = run(*words, code=2).stderr.splitlines()
    assert len(said) == 2
    assert max(map(len, said)) < 140
    assert listed in said[1]


@pytest.mark.parametrize("content", [None, "no log at all\n"])
def test_a_hunt_in_nothing_says_that_first_and_alone(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "x.log").write_text(content, encoding="utf-8")
    shown = run("hunt", str(tmp_path)).stdout.splitlines()
    assert shown[:2] == ["nothing was hunted in: no event was read", "read 0 files, 0 events"]
    assert len(shown) == (2 if content is None else 3)
    document = json.loads(run("hunt", str(tmp_path), "--json").stdout)
    assert (document["findings"], len(document["detections"])) == ([], len(catalogue.load()))


def test_a_pipe_in_a_catalogue_does_not_hang(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    os.mkfifo(tmp_path / "x" / "detection.yml")
    told = run("detections", "--folder", str(tmp_path), code=2).stderr
    assert "x/detection.yml" in told
    assert "no regular file" in told


def test_help_imports_nothing_heavy() -> None:
    probe = (
        "import sys\ntry:\n from antivenom.cli import main; sys.argv = ['antivenom', '--help']; main()\n"
        "except SystemExit: pass\n"
        "print([name for name in ('duckdb', 'pyarrow', 'sqlglot', 'rich', 'evtx', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip().endswith("[]")


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f'{sys.executable} -c "{MAIN}" hunt {LOGS} --json | head -c 10'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
