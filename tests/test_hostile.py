"""Hostile logs, queries and surroundings, end to end: a clear message or a counted damage, never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from antivenom import catalogue
from antivenom.engine import duck
from antivenom.hunting import run
from antivenom.logs import Logs
from tests.test_cli import run as antivenom

EVIL = "python -c exec(__import__('urllib.request'))"
MAIN = "from antivenom.cli import main; main()"


def sysmon(number: int, time: str, **more: str) -> str:
    """A process start as Sysmon logs it."""
    data = {"ProcessId": "7", "Image": "C:\\python.exe", "CommandLine": EVIL.replace("'", "&apos;"), **more}
    values = "".join(f"<Data Name='{name}'>{value}</Data>" for name, value in data.items())
    return (
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        "<Provider Name='Microsoft-Windows-Sysmon'/><EventID>1</EventID>"
        f"<TimeCreated SystemTime='{time}'/><EventRecordID>{number}</EventRecordID>"
        "<Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>h</Computer></System>"
        f"<EventData>{values}</EventData></Event>\n"
    )


def test_times_of_100_ns_are_found_and_shown(tmp_path: Path) -> None:
    """Every time Windows writes is so fine; Arrow's own conversion to Python raises for it."""
    (tmp_path / "a.xml").write_text(sysmon(1, "2024-01-02T03:04:05.1234567Z", UtcTime="2024-01-02 03:04:05.1234567"))
    document = json.loads(antivenom("hunt", str(tmp_path), "--json").stdout)
    (finding,) = document["findings"]
    assert finding["time"] == "2024-01-02T03:04:05.123Z"
    rows = [one["row"] for one in finding["detections"]]
    assert any(row.get("Timestamp") == "2024-01-02T03:04:05.1234567Z" for row in rows)
    assert "2024-01-02 03:04:05.123" in antivenom("hunt", str(tmp_path)).stdout


@pytest.mark.parametrize(
    "time",
    ["1601-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2262-04-11T23:47:16.8547758Z", "0001-01-01", "x"],
)
def test_times_at_the_ends_of_time(time: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(sysmon(1, time) + sysmon(2, "2024-01-02T03:04:05.1234567Z", ProcessId="8"))
    document = json.loads(antivenom("hunt", str(tmp_path), "--json").stdout)
    assert document["events"] == 2
    assert "2024-01-02T03:04:05.123Z" in [finding["time"] for finding in document["findings"]]
    antivenom("tables", str(tmp_path))


def test_spans_and_odd_scores_of_a_detection_become_json(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(sysmon(1, "2024-01-02T03:04:05.1234567Z"))
    text = (
        "DeviceProcessEvents | extend Score = real(nan), Span = 1.5d, Far = datetime(9999-12-31), Near = Timestamp"
        " | project Span, Far, Near, Score"
    )
    good = catalogue.find("python-sentinel")
    odd = good.with_text("kql", text, score_column="Score")
    (finding,) = run(Logs([tmp_path]), [odd]).findings
    assert finding.evidence[0].score is None
    assert dict(finding.evidence[0].row) | {"Score": 0} == {
        "Span": "1.12:00:00",
        "Far": "9999-12-31T00:00:00.0000000Z",
        "Near": "2024-01-02T03:04:05.1234567Z",
        "Score": 0,
    }


def test_one_file_that_cannot_be_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\n.xml").write_text(sysmon(1, "2024-01-02T03:04:05Z"))
    (tmp_path / "b.xml").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "c.xml")
    (tmp_path / "d.evtx").write_bytes(b"ElfFile\0" + b"\xff" * 5_000)
    page = antivenom("hunt", str(tmp_path)).stdout
    assert "1 finding" in page
    assert "2 files not understood" in page
    assert "\x1b" not in page
    assert "\x1b" not in antivenom("tables", str(tmp_path)).stdout


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    assert antivenom("tables", str(tmp_path)).stdout == "no files to read there\n"
    page = antivenom("hunt", str(tmp_path)).stdout
    assert "read 0 files, 0 events" in page
    assert "None" not in page


def test_a_page_of_findings_ends(tmp_path: Path) -> None:
    lines = {n: f"python -c &quot;import socket,subprocess{';print()' * n}&quot;" for n in range(1, 260)}
    events = (
        sysmon(n, f"2024-01-02T03:{n // 60:02d}:{n % 60:02d}Z", ProcessId=str(n), CommandLine=line)
        for n, line in lines.items()
    )
    (tmp_path / "a.xml").write_text("".join(events))
    page = antivenom("hunt", str(tmp_path)).stdout
    assert "259 findings, 59 of them with lower scores not shown (--json and --csv list all)" in page
    assert len(json.loads(antivenom("hunt", str(tmp_path), "--json").stdout)["findings"]) == 259


# Queries and files that go with them


def test_a_query_too_long_for_a_file_name_is_a_query() -> None:
    assert "x" * 300 in antivenom("query", "--kql", f"print a='{'x' * 300}'", "--json").stdout


def test_a_query_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    assert "error: no such file: q.kql" in antivenom("query", "--kql", "q.kql", code=2).stderr
    (tmp_path / "q.kql").write_bytes(b"print a='\xff'")
    error = antivenom("query", "--kql", str(tmp_path / "q.kql"), code=2).stderr
    assert "is no UTF-8 text: byte ff at 9" in error


@pytest.mark.parametrize("text", ["[" * 5_000, "\ufeff[]", "[]", '{"x": 1}', '{"x": {"definition": "a", "args": 3}}'])
def test_macros_that_are_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text(text, encoding="utf-8")
    error = antivenom("query", "--spl", "search `x`", "--macros", str(tmp_path / "m.json"), code=2).stderr
    assert error.startswith("error: ")
    assert "m.json" in error


def test_a_query_cannot_drive_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(sysmon(1, "2024-01-02T03:04:05Z"))
    query = "DeviceProcessEvents | where FileName == '\x1b]0;x\x07'"
    page = antivenom("query", "--kql", query, str(tmp_path)).stdout
    assert "0 rows after where FileName == '\\x1b]0;x\\x07'" in page
    assert "\x1b" not in antivenom("query", "--kql", f"print 1 | nonsense '{query[-9:]}'", code=2).stderr


@pytest.mark.parametrize("place, message", [("no/x.parquet", "no such folder"), ("pipe", "is no regular file")])
def test_parquet_only_replaces_files(place: str, message: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    error = antivenom("query", "--kql", "print 1", "--parquet", str(tmp_path / place), code=2).stderr
    assert message in error
    assert (tmp_path / "pipe").is_fifo()


# Surroundings


def child(*words: str, **options: object) -> subprocess.Popen[bytes]:
    """antivenom as a process of its own."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen([sys.executable, "-c", MAIN, *words], **pipes)  # type: ignore[call-overload, no-any-return]


def test_a_full_disk_is_an_error_and_no_traceback() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        process = child("query", "--kql", "print 1", "--json", stdout=full)
        _, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (2, b"error: No space left on device\n")


def test_a_closed_standard_output_is_an_error() -> None:
    process = child("query", "--kql", "print 1", preexec_fn=lambda: os.close(1))
    _, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (2, b"error: standard output is closed; redirect it to a file\n")


def test_ascii_surroundings() -> None:
    process = child("query", "--kql", "print a='\u6f22\u2026'", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"\\u6f22\\u2026" in out


def test_interrupting_a_query_leaves_130_and_no_file(tmp_path: Path) -> None:
    query = (
        "range a from 1 to 9000 step 1 | extend b = 1 | join kind=inner (range c from 1 to 9000 step 1 | extend b = 1)"
        " on b | summarize max(strlen(tostring(a * c)))"
    )
    process = child("query", "--kql", query, "--parquet", str(tmp_path / "x.parquet"))
    time.sleep(2.5)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    if process.returncode == 0:
        pytest.skip("the query was done before it could be interrupted")
    assert (process.returncode, error.strip()) == (130, b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("Query interrupted"),
        duckdb.InterruptException("INTERRUPT Error: Interrupted!"),
        duckdb.InvalidInputException("reading the schema of the object failed: KeyboardInterrupt: "),
    ],
)
def test_duckdb_hands_an_interrupt_on(error: Exception) -> None:
    assert isinstance(duck._raised(error, "SELECT 1"), KeyboardInterrupt)
