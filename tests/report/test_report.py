"""What leaves the house as text: exact, bounded, and unable to drive a terminal."""

from __future__ import annotations

import csv
import io
import json

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.cells import timespan
from antivenom.findings import Evidence, Finding, Process, iso, ranked
from antivenom.report import csvout, jsonout, terminal
from antivenom.report.plain import printable, shortened
from antivenom.tables import Origin


def finding(score: int, time: int | None, *, command: str = "python3 -c 1", file: str = "a.log") -> Finding:
    evidence = Evidence("d", "D", "high", "medium", ("T1059.006",), ("ReverseShell",), score, (), {"x": 1})
    process = Process("python3", "/usr/bin/python3", 7, None, command, "dev")
    parent = Process(name="bash", command_line="-bash")
    return Finding(time, "web-01", process, parent, (evidence,), (Origin(file, None, 3, 99),), "auditd")


@given(st.text())
def test_nothing_printed_can_drive_a_terminal(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    "text, shown",
    [
        ("plain é", "plain é"),
        ("\x1b[2Jx", "\\x1b[2Jx"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\u200bx", "\\u200bx"),
        ("\ud800", "\\ud800"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_cutting_says_so() -> None:
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("abcd", 4) == "abcd"


@pytest.mark.parametrize(
    "ticks, shown",
    [
        (0, "00:00:00"),
        (1, "00:00:00.0000001"),
        (864_000_000_000, "1.00:00:00"),
        (-36_000_000_000, "-01:00:00"),
        (10_675_199 * 864_000_000_000, "10675199.00:00:00"),
    ],
)
def test_timespans_as_kusto_prints_them(ticks: int, shown: str) -> None:
    assert timespan(ticks) == shown


@pytest.mark.parametrize(
    "time, shown",
    [
        (None, None),
        (0, "1970-01-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (1_772_442_012_480_000_000, "2026-03-02T09:00:12.480Z"),
        (2**63 * 1000, None),
    ],
)
def test_times_are_utc(time: int | None, shown: str | None) -> None:
    assert iso(time) == shown


def test_times_keep_seven_digits() -> None:
    column = pa.chunked_array([pa.array([1_772_442_012_123_456_700, -100, None], pa.timestamp("ns", "UTC"))])
    assert jsonout.cells(column) == ["2026-03-02T09:00:12.1234567Z", "1969-12-31T23:59:59.9999999Z", None]


def test_repeated_names_lose_no_value() -> None:
    table = pa.Table.from_arrays([pa.array([1]), pa.array([2])], names=["a", "a"])
    assert list(jsonout.rows(table)) == [{"a": 1, "a_2": 2}]


def test_findings_are_ranked_by_score_then_time_newest_first() -> None:
    low, old, new, timeless = finding(1, 50), finding(5, 10), finding(5, 20), finding(5, None)
    assert ranked([low, timeless, old, new]) == [new, old, timeless, low]


def test_json_holds_what_a_finding_holds() -> None:
    document = json.loads(jsonout.dumps(finding(4, 0).as_dict()))
    assert document["score"] == 4
    assert document["origins"] == [{"file": "a.log", "record": None, "line": 3, "offset": 99}]
    assert document["detections"][0]["attack"] == ["T1059.006"]


def test_json_survives_broken_text() -> None:
    assert json.loads(jsonout.dumps({"x": ["\ud800"]})) == {"x": ["?"]}


def test_csv_quotes_what_needs_it() -> None:
    text = csvout.findings([finding(4, 0, command='python3 -c "a,b"\nnext')])
    header, row = csv.reader(io.StringIO(text))
    assert dict(zip(header, row, strict=True))["command_line"] == 'python3 -c "a,b"\nnext'


def test_the_table_of_findings_is_safe_and_complete() -> None:
    screen = terminal.console()
    with screen.capture() as shown:
        screen.print(terminal.findings([finding(4, 0, command="python3 -c '\x1b[31m[bold]x[/bold]'")]))
    text = shown.get()
    assert "\x1b[31m" not in text
    assert "\\x1b[31m[bold]x[/bold]" in text
    for part in ("web-01", "dev", "from -bash", "ReverseShell", "a.log, line 3"):
        assert part in text


@given(st.text())
def test_json_hides_nothing_and_changes_nothing(text: str) -> None:
    shown = jsonout.dumps([text])
    assert json.loads(shown) == [text]
    assert not {"\x7f", "\x9b", "\u202e", "\u2066", "\u200b", "\u2028", "\ufeff", "\U000e0041"} & set(shown)


def test_json_writes_hidden_characters_as_escapes() -> None:
    text = "\x7f \x9b31m \u202egnp \U000e0041"
    assert "\\u007f \\u009b31m \\u202egnp \\udb40\\udc41" in jsonout.dumps([text])
    assert json.loads(jsonout.dumps([text])) == [text]


def test_long_results_are_cut_and_say_so() -> None:
    table = pa.table({f"c{n}": pa.array(range(1_500)) for n in range(30)})
    grid, note = terminal.result(table, 100)
    assert (grid.row_count, len(grid.columns)) == (terminal.MOST_ROWS, 20)
    assert note == "and 500 more rows and 10 more columns (--json, --csv and --parquet give all)"
    assert terminal.result(table.slice(0, 3).select(["c0"]), 100)[1] == ""


def test_long_lists_and_cells_are_cut() -> None:
    table = pa.table({"a": [[str(n) for n in range(500)]], "b": ["\x1b" * 1_000_000]})
    screen = terminal.console()
    with screen.capture() as shown:
        screen.print(terminal.result(table, 140)[0])
    assert "and 400 more" in shown.get()
    assert "…" in shown.get()


def test_a_terminal_without_unicode_gets_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)
    terminal.console().print("é漢…")
    stream.flush()
    assert stream.buffer.getvalue() == b"\\xe9\\u6f22\\u2026\n"  # type: ignore[attr-defined]


@pytest.mark.parametrize("columns", ["0", "1", "39"])
def test_a_terminal_of_no_width_still_shows_something(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.console().width >= 40
