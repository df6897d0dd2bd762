"""Laws of SPL's statistics: stats, eventstats and streamstats agree, with a model and with one another."""

from __future__ import annotations

import itertools
import statistics
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.engine import discovery, run_relation, schema_of
from antivenom.errors import Unsupported
from antivenom.languages import spl
from antivenom.plan.carry import carry_events
from antivenom.plan.catalog import Catalog
from antivenom.plan.prune import prune
from antivenom.querying import query
from antivenom.source import SourceText
from antivenom.splunk import events_table

VALUES = ["1", "2", "10", "2.5", "-3", "x", "a b", ""]
EVENTS = st.lists(
    st.fixed_dictionaries(
        {"_time": st.integers(0, 50)}, optional={"k": st.sampled_from("ab"), "v": st.sampled_from(VALUES)}
    ),
    min_size=1,
    max_size=12,
)
FUNCTIONS = (
    "count", "dc", "sum", "avg", "sumsq", "min", "max", "range", "median", "perc90", "exactperc75", "stdev", "stdevp",
    "var", "varp", "first", "last", "earliest", "latest", "list", "values", "earliest_time",
)  # fmt: skip


def _rows(text: str, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{k: _near(v) for k, v in row.items()} for row in query(text, language="spl", events=events).to_pylist()]


def _near(value: Any) -> Any:
    """A number without the digits that depend on the order of additions."""
    try:
        return round(float(value), 9) if isinstance(value, float | int | str) else value
    except ValueError:
        return value


@settings(max_examples=30, deadline=None)
@given(EVENTS, st.lists(st.sampled_from(FUNCTIONS), min_size=1, max_size=4, unique=True))
def test_eventstats_gives_each_result_what_stats_gives_its_group(
    events: list[dict[str, Any]], functions: list[str]
) -> None:
    terms = " ".join(f"{name}(v) AS r{at}" for at, name in enumerate(functions))
    names = [f"r{at}" for at in range(len(functions))]
    groups = {row["k"]: [row.get(n) for n in names] for row in _rows(f"| stats {terms} by k", events)}
    for row in _rows(f"| eventstats {terms} by k", events):
        expected = groups[row["k"]] if row.get("k") is not None else [None] * len(names)
        assert [row.get(n) for n in names] == expected


@settings(max_examples=30, deadline=None)
@given(EVENTS, st.sampled_from(FUNCTIONS))
def test_the_last_result_of_streamstats_has_what_stats_says(events: list[dict[str, Any]], name: str) -> None:
    (whole,) = _rows(f"| stats {name}(v) AS r", events)
    running = _rows(f"| streamstats {name}(v) AS r", events)
    wide = _rows(f"| streamstats window={len(events)} {name}(v) AS r", events)
    assert running[-1].get("r") == whole.get("r") == wide[-1].get("r")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=30))
def test_deviations_are_those_of_pythons_statistics(numbers: list[int]) -> None:
    events = [{"v": number} for number in numbers]
    (row,) = query("| stats stdev(v) AS s varp(v) AS p perc50(v) AS m", language="spl", events=events).to_pylist()
    assert float(row["s"]) == pytest.approx(statistics.stdev(numbers), abs=1e-6)
    assert float(row["p"]) == pytest.approx(statistics.pvariance(numbers), abs=1e-6)
    assert float(row["m"]) == statistics.median(numbers)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1, max_size=15))
def test_a_chart_turned_back_says_what_stats_says(pairs: list[tuple[str, str]]) -> None:
    events = [{"a": a, "b": b} for a, b in pairs]
    plain = _rows("| stats count by a b | sort 0 a b", events)
    back = _rows("| chart limit=0 count over a by b | untable a b count | where count > 0 | sort 0 a b", events)
    turned = _rows("| stats count by a b | xyseries a b count | untable a b count | sort 0 a b", events)
    assert plain == back == turned


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from("ab")), min_size=1, max_size=15))
def test_transactions_of_a_field_hold_every_result_once(rows: list[tuple[int, str]]) -> None:
    events = [{"_time": time, "u": user, "id": str(at)} for at, (time, user) in enumerate(rows)]
    found = query("| transaction u maxspan=20s maxpause=7", language="spl", events=events).to_pylist()
    assert sorted(id for row in found for id in row["id"]) == sorted(event["id"] for event in events)
    for row in found:
        times = sorted(rows[int(id)][0] for id in row["id"])
        assert {rows[int(id)][1] for id in row["id"]} == {row["u"]}
        assert (row["_time"], row["duration"], row["eventcount"]) == (times[0], times[-1] - times[0], len(times))
        assert times[-1] - times[0] < 20
        assert all(b - a <= 7 for a, b in itertools.pairwise(times))


def test_every_result_knows_the_events_it_was_made_from() -> None:
    tables = {"events": events_table([{"_time": 9 - at, "u": "ab"[at % 2]} for at in range(4)])}
    catalog = Catalog({"events": schema_of("events", tables["events"])})

    def made_from(text: str) -> list[Any]:
        plan = spl.compile(SourceText(text), catalog, discovery(tables, 0))
        carried, column = carry_events(prune(plan.relation))
        return run_relation(carried, tables, 0, splunk=True).column(column.name).to_pylist()

    assert made_from("| transaction u") == [[0, 2], [1, 3]]
    assert made_from("| streamstats window=2 list(u) AS l") == [[0], [1], [2], [3]]
    assert made_from("| timechart span=2s count by u") == [[2, 3], [0, 1]]
    assert made_from("| top u useother=t limit=1") == [[1, 3], [0, 2]]
    assert made_from("| chart count over u by _none") == [[0, 2], [1, 3]]


@pytest.mark.parametrize(
    "text",
    [
        "transpose",
        "chart count over a by b",
        "timechart count by b",
        "xyseries a b c",
        "contingency a b usetotal=f",
        "top a",
        "transaction a",
        "streamstats window=2 count",
        "eventstats median(a)",
    ],
)
def test_tables_of_nothing_are_empty(text: str) -> None:
    assert query(f"search nothing=here | {text}", language="spl", events=[{"_time": 1, "a": "x"}]).num_rows == 0


@pytest.mark.parametrize(
    "text, events",
    [
        ("| stats mode(v)", [{"v": "1"}, {"v": "2"}]),
        ("| eventstats mode(v)", [{"v": "1"}, {"v": "2"}]),
        ("| stats rate(v)", [{"_time": 1, "v": "5"}, {"_time": 2, "v": "1"}]),
        ("| xyseries a b v", [{"a": "1", "b": "x", "v": "1"}, {"a": "1", "b": "x", "v": "2"}]),
        ("| transaction a b", [{"_time": 1, "a": "1", "b": "x"}, {"_time": 2, "a": "1"}]),
        ("| transaction a startswith=(b=x) maxspan=2s", [{"_time": t, "a": "1", "b": "y"} for t in range(5)]),
        ("| sort 0 id | streamstats time_window=5s count", [{"_time": t, "id": str(t % 7)} for t in (1, 9, 5)]),
        ("| timechart span=1s count", [{"_time": 0}, {"_time": 10**9}]),
        ("| chart limit=0 count over a by b", [{"a": "1", "b": f"x{n}"} for n in range(1100)]),
        ("| chart count by n", [{"n": n} for n in range(301)]),
        ("| chart count over a by n", [{"a": "1", "n": n} for n in range(301)]),
        ("| transpose 0", [{"a": n} for n in range(1100)]),
    ],
)
def test_what_is_not_known_is_refused_when_it_comes_up(text: str, events: list[dict[str, Any]]) -> None:
    with pytest.raises(Unsupported):
        query(text, language="spl", events=events)
