"""Data models over logs, and what an SPL answer without rows says of why."""

from __future__ import annotations

from pathlib import Path

import pytest

from antivenom.errors import Unsupported
from antivenom.logs import Logs
from antivenom.querying import ask

LOGS = Path(__file__).parents[1] / "examples" / "logs"
EVENTS = [{"_time": 1, "host": "a", "user": "x"}, {"_time": 2, "host": "b"}]


@pytest.mark.parametrize(
    "text, notes",
    [
        ("* | stats count by host", ()),
        ("* | stats count by host, usr", ("usr is missing in all 2 results that were to be grouped by it",)),
        ("host=c | stats count by usr", ()),
        ("* | stats count by usr | search count>1", ("usr is missing in all 2 results that were to be grouped by it",)),
        ("* | stats count by user | where count>9", ()),
        (
            "* | join host [search * | stats count by a, b]",
            (
                "a is missing in all 2 results that were to be grouped by it",
                "b is missing in all 2 results that were to be grouped by it",
            ),
        ),
    ],
)
def test_a_by_field_that_no_result_has_is_named(text: str, notes: tuple[str, ...]) -> None:
    assert ask(text, language="spl", events=EVENTS, now=10**18).notes == notes


@pytest.mark.parametrize(
    "text, notes",
    [
        (
            "| tstats count from datamodel=Endpoint.Processes by Processes.proces_name",
            (
                "Endpoint.Processes has no field Processes.proces_name, which is missing in every row; "
                "did you mean Processes.process_name?",
                "Processes.proces_name is missing in all {rows} results that were to be grouped by it",
            ),
        ),
        (
            "| tstats count from datamodel=Risk by All_Risk.risk_object",
            ("no log that is read here fills the data model Risk: it has no rows",),
        ),
        (
            "| datamodel Authentication Failed_Authentication search",
            ("these logs hold no rows of Authentication.Authentication.Failed_Authentication",),
        ),
        (
            "| tstats count from datamodel=Endpoint.Processes by Processes.user_category",
            ("Processes.user_category is missing in all {rows} results that were to be grouped by it",),
        ),
    ],
)
def test_a_data_model_that_gives_nothing_says_why(text: str, notes: tuple[str, ...]) -> None:
    logs = Logs([LOGS])
    whole = ask("| tstats count from datamodel=Endpoint.Processes", language="spl", logs=logs).table
    answer = ask(text, language="spl", logs=logs)
    assert answer.table.num_rows == 0
    assert answer.notes == tuple(note.format(rows=whole["count"][0].as_py()) for note in notes)


def test_a_data_model_of_which_cim_knows_nothing_has_a_result_where_everything_is_counted() -> None:
    answer = ask("| tstats count from datamodel=Web.Web", language="spl", logs=Logs([LOGS]))
    assert answer.table.to_pylist() == [{"count": 0}]
    assert answer.notes == ("no log that is read here fills the data model Web: it has no rows",)


def test_tstats_over_indexed_fields_and_over_a_model_join() -> None:
    text = """| tstats count where index=* by host
        | join host [| tstats count as started from datamodel=Endpoint.Processes by host]"""
    found = ask(text, language="spl", logs=Logs([LOGS])).table.to_pylist()
    assert found
    assert all(row["count"] >= 1 and row["started"] >= 1 for row in found)


def test_prestats_over_logs_appends_a_model_to_another() -> None:
    text = """| tstats prestats=t count from datamodel=Endpoint.Processes by host
        | tstats prestats=t append=t count where index=* by host | stats count by host"""
    both = ask(text, language="spl", logs=Logs([LOGS])).table.to_pydict()
    events = ask("| tstats count where index=* by host", language="spl", logs=Logs([LOGS])).table.to_pydict()
    started = ask("| tstats count from datamodel=Endpoint.Processes by host", language="spl", logs=Logs([LOGS])).table
    assert sum(both["count"]) == sum(events["count"]) + sum(started["count"].to_pylist())


@pytest.mark.parametrize(
    "text, over",
    [
        ("timechart span=1m count by Processes.dest", "_time Processes.dest span=1m"),
        ("chart count over Processes.dest by Processes.process_name", "Processes.dest Processes.process_name"),
    ],
)
def test_prestats_goes_to_a_chart_as_the_rows_would(text: str, over: str) -> None:
    logs, of = Logs([LOGS]), "from datamodel=Endpoint.Processes where Processes.process_name=python*"
    made = ask(f"| tstats prestats=t count {of} by {over} | {text}", language="spl", logs=logs).table
    rows = f"| datamodel Endpoint Processes search | search Processes.process_name=python* | {text}"
    expected = ask(rows, language="spl", logs=logs).table
    assert made.num_rows > 0
    assert made.to_pylist() == expected.to_pylist()


@pytest.mark.parametrize(
    "text, construct",
    [
        ("timechart count", "SPL grouping by _time, which tstats prestats=true does not group by"),
        ("chart dc(Processes.user) by Processes.dest", "SPL dc of what tstats prestats=true does not hold"),
        ("table Processes.dest", "SPL tstats prestats=true without stats, chart or timechart behind it"),
    ],
)
def test_what_prestats_does_not_hold_is_refused(text: str, construct: str) -> None:
    before = "| tstats prestats=t count from datamodel=Endpoint.Processes by Processes.dest"
    with pytest.raises(Unsupported) as caught:
        ask(f"{before} | {text}", language="spl", logs=Logs([LOGS]))
    assert caught.value.construct == construct
