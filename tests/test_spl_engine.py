"""SPL through the public door: laws of eval and search that no table of examples can hold."""

from __future__ import annotations

import math
import re
import sqlite3
from contextlib import closing
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom import engine, query
from antivenom.engine import pcre
from antivenom.engine.functions.splunk_search import MAJOR, MINOR, term_pattern
from antivenom.errors import EngineError, QueryError, Unsupported
from antivenom.languages import spl
from antivenom.plan.carry import EVENT_COLUMN, carry_events
from antivenom.plan.catalog import Catalog
from antivenom.plan.prune import prune
from antivenom.source import SourceText
from antivenom.tables import Column, ColumnType, Schema

NOW = 1_767_225_600 * 10**9

PUBLISHED = r"""(index=wineventlog sourcetype="XmlWinEventLog:Microsoft-Windows-Sysmon/Operational" EventCode=1 Image="*\\python.exe")
OR
(index=linux sourcetype="linux:auditd" type=EXECVE (a0="*python*" OR a0="*python3*"))
| eval cmdline=coalesce(CommandLine, a1." ".a2." ".a3)
| eval cmdline_lower=lower(cmdline)
| eval ReverseShell=if(match(cmdline_lower, "(socket\.socket|pty\.spawn)"), 1, 0)
| eval CodeExec=if(match(cmdline_lower, "(exec\(|__import__)"), 1, 0)
| eval SuspicionScore=ReverseShell*3 + CodeExec*2
| where SuspicionScore > 0
| table _time, host, Image, cmdline, SuspicionScore
| sort - SuspicionScore, - _time"""  # noqa: E501

texts = st.text(alphabet=st.sampled_from("abAB01 .*%_!\\-/éİ\n"), max_size=6)


def run(text: str, events: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """The rows of a query."""
    return list(query(text, language="spl", events=events, now=NOW).to_pylist())


def quoted(text: str) -> str:
    """A text as a quoted string of SPL."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_a_published_shape_runs_and_short_execve_records_are_lost() -> None:
    windows = {
        "_time": 1, "index": "wineventlog", "EventCode": "1", "host": "w", "Image": "C:\\Py\\Python.EXE",
        "sourcetype": ["xmlwineventlog", "XmlWinEventLog:Microsoft-Windows-Sysmon/Operational"],
        "CommandLine": "python -c exec(1)",
    }  # fmt: skip
    linux = {"_time": 2, "index": "linux", "sourcetype": ["linux:auditd"], "type": "EXECVE", "host": "l", "a0": "python3"}  # fmt: skip  # noqa: E501
    shell = "import pty;pty.spawn('/bin/sh')"
    short = {**linux, "a1": "-c", "a2": shell}
    long = {**linux, "_time": 3, "a1": "-c", "a2": shell, "a3": "x"}
    rows = run(PUBLISHED, [windows, short, long])
    assert [(row["host"], row["SuspicionScore"]) for row in rows] == [("l", 3), ("w", 2)]


@settings(max_examples=25, deadline=None)
@given(st.lists(texts, min_size=1, max_size=5), texts)
def test_a_search_value_is_a_pattern_of_stars_that_ignores_case(values: list[str], pattern: str) -> None:
    rows = run(f"f={quoted(pattern)} | table f", [{"f": value} for value in values])
    shape = re.compile(".*".join(re.escape(p) for p in pattern.lower().split("*")), re.DOTALL)
    fits = [v for v in values if (shape.fullmatch(_lower(v)) or pattern == "*")]
    if "i̇" not in "".join([*values, pattern]).lower():
        assert [row["f"] for row in rows] == fits


def _lower(text: str) -> str:
    return text.lower()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.none() | texts, min_size=1, max_size=6), texts)
def test_search_is_two_valued_and_where_is_not(values: list[str | None], text: str) -> None:
    events = [{"f": value, "n": str(i)} for i, value in enumerate(values)]
    value = quoted(text.replace("*", "x"))
    equal = {row["n"] for row in run(f"f={value}", events)}
    negated = {row["n"] for row in run(f"NOT f={value}", events)}
    unequal = {row["n"] for row in run(f"f!={value}", events)}
    missing = {str(i) for i, value in enumerate(values) if value is None}
    assert equal | negated == {str(i) for i in range(len(values))}
    assert not equal & negated
    assert unequal == negated - missing


_numbers = st.floats(allow_nan=False, allow_infinity=False, width=32) | st.integers(-(10**9), 10**9)


@settings(max_examples=25, deadline=None)
@given(_numbers, _numbers)
def test_fields_that_look_like_numbers_compare_and_add_as_numbers(a: float, b: float) -> None:
    row = run(
        '| eval less=if(a<b,"y","n"), same=if(a=b,"y","n"), sum=tonumber(a)+b | table less same sum',
        [{"a": repr(a), "b": repr(b)}],
    )[0]
    assert row["less"] == ("y" if a < b else "n")
    assert row["same"] == ("y" if a == b else "n")
    assert math.isclose(row["sum"], a + b, rel_tol=1e-12, abs_tol=1e-12)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.none() | st.integers(-50, 50), max_size=8))
def test_sort_is_by_value_with_missing_last_both_ways(values: list[int | None]) -> None:
    events = [{"n": str(i), "v": None if v is None else str(v)} for i, v in enumerate(values)]
    if not events:
        return
    numbers = [v for v in values if v is not None]
    gaps = [None] * (len(values) - len(numbers))
    up = [row["v"] for row in run("| sort v | table v", events)]
    down = [row["v"] for row in run("| sort - v | table v", events)]
    assert up == [*map(str, sorted(numbers)), *gaps]
    assert down == [*map(str, sorted(numbers, reverse=True)), *gaps]


def test_sort_returns_ten_thousand_results_unless_told() -> None:
    make = "| makeresults count=10050 | streamstats count AS n"
    assert len(run(f"{make} | sort - n")) == 10_000
    assert len(run(f"{make} | sort 0 - n")) == 10_050
    assert [row["n"] for row in run(f"{make} | sort 2 - n")] == [10_050, 10_049]


@pytest.mark.parametrize(
    "text, values",
    [
        ("| sort v", ["10", "9a"]),
        ("| sort v", ["10", "10.0.0.1"]),
        ("| sort v", ["fe80::1", "x"]),
    ],
)
def test_an_order_that_is_not_known_is_refused(text: str, values: list[str]) -> None:
    with pytest.raises(Unsupported):
        run(text, [{"v": value} for value in values])


def test_long_expressions_run_and_endless_ones_are_errors() -> None:
    assert run("| eval s=" + "+".join(["a"] * 25), [{"a": "1"}])[0]["s"] == "25"
    assert run("| where " + " OR ".join(f"a={i}" for i in range(300)), [{"a": "299"}])
    with pytest.raises(QueryError):
        run("| eval s=" + "+".join(["a"] * 100), [{"a": "1"}])


def test_no_text_reaches_the_engine_as_sql() -> None:
    hostile = "x'; DROP TABLE events; --"
    rows = run(f'f={quoted(hostile)} | eval "{hostile}"={quoted(hostile)} | where match(f, "DROP")', [{"f": hostile}])
    assert rows == [{"f": hostile, hostile: hostile}]


@pytest.mark.parametrize(
    "pattern, translated",
    [
        (r"(socket\.socket|/bin/sh)", r"(socket\.socket|/bin/sh)"),
        ("end$", r"end\n?\z"),
        ("(a|b$)", r"(a|b\n?\z)"),
        ("(a$)b", None),
        (r"\s", r"[\t\n\x0b\f\r ]"),
        (r"(?<n>x)", "(?P<n>x)"),
        ("a{b", r"a\{b"),
        (r"x(?=y)", None),
        (r"(x)\1", None),
        ("a++", None),
        ("(?>a)", None),
        (r"\h", None),
        (r"[^\S]", None),
        ("a{1001}", None),
    ],
)
def test_patterns_become_re2_only_where_that_is_exact(pattern: str, translated: str | None) -> None:
    assert pcre.to_re2(pattern) == translated


_PATTERNS = [
    "a", "a$", "^a", r"\s$", r"\bab\b", "(a|b$)", "[ab]+", "a.b", r"[\s\d]", "(?i)AB", "a{2}", r"\d+",
    "a*?b$", r"\Aa|b\z",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(_PATTERNS),
    st.lists(st.text(alphabet="abAB0 \n\x0b\t", max_size=6), min_size=1, max_size=8),
)
def test_re2_and_pcre_agree(pattern: str, subjects: list[str]) -> None:
    translated = pcre.to_re2(pattern)
    assert translated is not None
    found = pa.compute.match_substring_regex(pa.array(subjects), translated)
    assert found.to_pylist() == pcre.search(pa.array(subjects), pattern).to_pylist()


@pytest.mark.parametrize("pattern", ["(", "a|*", "[a", "((a{500}){500}){500}"])
def test_what_is_no_pattern_is_an_error_with_a_place(pattern: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(f'| where match(a, "{pattern}")', [{"a": "x"}])
    assert caught.value.span is not None


def test_a_pattern_that_takes_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pcre, "SECONDS_PER_VALUE", 0.02)
    with pytest.raises(EngineError, match="took longer"):
        pcre.search(pa.array([",".join(map(str, range(28)))]), r"(.*?,){25}P")


@pytest.mark.parametrize(
    "term, raw, found",
    [
        ("failed", "login failed.", True),
        ("failed", "x-failed_login", True),
        ("failed", "unfailed", False),
        ("fail*", "failed", True),
        ("*led", "failed login", True),
        ("-enc", "powershell -enc AA", True),
        ("enc", "powershell%20enc", True),
        ("a*c", "abc", True),
        ("a*c", "ab c", False),
    ],
)
def test_bare_words_stand_between_breakers(term: str, raw: str, found: bool) -> None:
    assert bool(run(f'"{term}"', [{"_raw": raw}])) is found


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab", min_size=1, max_size=3), st.text(alphabet="ab" + MAJOR + MINOR, max_size=8))
def test_a_bare_word_is_one_of_the_pieces_between_breakers(term: str, raw: str) -> None:
    pieces = re.split("[" + re.escape(MAJOR + MINOR) + "]", raw)
    found = pa.compute.match_substring_regex(pa.array([raw]), f"(?is){term_pattern(term)}")[0].as_py()
    assert found == (term in pieces)


def test_rows_of_windows_and_expansions_know_their_events() -> None:
    table = pa.table(
        {
            EVENT_COLUMN: pa.array([7, 8], pa.int64()),
            "k": pa.array(["a", "b"]),
            "m": pa.array([["x", "y"], None], pa.list_(pa.string())),
        }
    )
    text = "| streamstats count AS n | eventstats count AS all, dc(k) AS kinds | mvexpand m"
    columns = (Column("k", ColumnType.STRING), Column("m", ColumnType.MULTIVALUE))
    plan = spl.compile(SourceText(text), Catalog({"events": Schema("events", columns)}))
    carried, events = carry_events(prune(plan.relation))
    rows = engine.run_relation(carried, {"events": table}, NOW, splunk=True).to_pylist()
    assert [(r["k"], r["m"], r["n"], r["all"], r["kinds"], r[events.name]) for r in rows] == [
        ("a", "x", 1, 2, 2, [7]),
        ("a", "y", 1, 2, 2, [7]),
        ("b", None, 2, 2, 2, [8]),
    ]


@pytest.mark.parametrize("value", ["1e300", "-1e300", "9e18", "-9223372036854775808", "0", "nan", "x", "1.5"])
def test_no_value_of_a_field_can_fail_a_query(value: str) -> None:
    run(
        '| eval n=tonumber(v), a=strftime(n, "%F"), b=relative_time(n, "-1mon@mon"), c=substr("abc", n, n), '
        'd=mvindex(split("a,b", ","), n), e=mvindex(split("a,b", ","), n, n), f=tostring(n, "commas"), '
        'g=tostring(n, "hex"), h=round(n, 2), i=pow(n, n), j=n%3, k=n/v, l=v+v, m=floor(n), '
        'o=tonumber(v, 16), p=strptime(v, "%Y-%m-%d"), q=n."" | sort v '
        "| bin _time span=1h | convert ctime(n)",
        [{"v": value, "_time": 1.0}],
    )


@pytest.mark.parametrize(
    "text",
    [
        'f="\ud800"',
        '| makeresults format=csv data="' + "x" * 200_000 + '"',
        'f="a\0b" | where match(f, "\0")',
    ],
)
def test_odd_characters_are_no_crash(text: str) -> None:
    try:
        run(text, [{"f": "a\0b"}])
    except QueryError as error:
        assert error.message  # noqa: PT017


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="abé", max_size=5), st.integers(-7, 7), st.none() | st.integers(0, 7))
def test_substr_is_sqlites(text: str, start: int, length: int | None) -> None:
    more = "" if length is None else f", {length}"
    given_args = (text, start) if length is None else (text, start, length)
    places = ", ".join("?" * len(given_args))
    with closing(sqlite3.connect(":memory:")) as database:
        expected = database.execute(f"SELECT substr({places})", given_args).fetchone()[0]
    assert run(f"| eval s=substr(t, {start}{more}) | table s", [{"t": text}]) == [{"s": expected}]
