"""KQL over odd values: a query gives rows or is refused by name, whatever the cells hold. Its regular expressions."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pyarrow as pa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from antivenom import querying
from antivenom.engine.rust import Matcher, known
from antivenom.engine.rust.machine import Machine
from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.every import FUNCTIONS
from antivenom.plan.rust import parse

_TEXTS = (
    *(
        "",
        " ",
        "a",
        "é",
        "true",
        "0",
        "-7",
        "+5",
        "0x1F",
        "99999999999999999999",
        "-9223372036854775808",
        "1e400",
        "nan",
    ),
    *(
        "2024-01-02T03:04:05.123456789Z",
        "02/17/2016 08:40",
        "9999-12-31T23:59:59.9999999Z",
        "1.02:03:04",
        "1d",
        "5",
        "12:30",
    ),
    *(
        '{"a":1,"a":2}',
        '[1,2.5,"x",null,true,[1],{"b":{}}]',
        "[]",
        "{}",
        "[1,]",
        "[NaN]",
        '"q"',
        "null",
        "127.0.0.1/8",
        "::1.2.3.4",
    ),
    *(
        "http://u:p@h:80/a?x=1&y=2#f",
        "host:443",
        "<a><![CDATA[x]]></a>",
        'a,"b',
        "SGVsbG9=",
        "a=1 b=2",
        "\U0001f600e\u0301",
        "%zz+%ff",
        "(",
    ),
    *(
        "{00000000-0000-0000-0000-000000000001}",
        "Sat, 8 Nov 44 15:05:02 GMT",
        "xn--mnchen-3ya.de",
        "Europe/Berlin",
        "$.a",
        r"\b\w+",
    ),
)
_LONGS = (None, 0, 1, -1, 5, 64, 1025, -(2**63), 2**63 - 1, 2**31, 10**15, 637_000_000_000_000_000)
_REALS = (None, 0.0, -0.0, -1.5, 1e-300, 1e300, float("nan"), float("inf"), float("-inf"), 9.3e18)
_CONSTANTS = (
    '"a"',
    '""',
    "-1",
    "0",
    "100",
    "real(nan)",
    "-1e300",
    "long(null)",
    "dynamic(null)",
    "1d",
    "datetime(null)",
    "dynamic([1,null])",
)
_PREFIX = (
    "T | extend d = todynamic(s), e = todynamic(t), i = toint(l), dt = todatetime(l), ts = totimespan(m),"
    " g = toguid(s), de = todecimal(r) | "
)
_COLUMNS = "s t l m r b d e i dt ts g de".split()
_SLOW = frozenset({"range", "repeat"})
"""Functions of a million elements for each row."""
_OPERATORS = (
    'parse s with a: long "=" c: real *',
    'parse kind=regex s with a: int @"\\W" c',
    'parse kind=relaxed s with "a" a: datetime "-" *',
    "parse-kv s as (a: long, c: timespan) with (pair_delimiter=' ', kv_delimiter='=')",
    "make-series c = avg(r) default=0 on l from 0 to 1000 step 7 by b",
    "make-series c = count() on dt from datetime(2020-01-01) to datetime(2025-01-01) step 30d by s",
    "make-series c = max(r) on r in range(0.5, 100.0, 3.5)",
    "mv-expand d to typeof(long), e to typeof(string)",
    "mv-apply x = d on (summarize c = count(), m = max(tolong(x)))",
    "evaluate bag_unpack(d)",
    "serialize | extend c = row_cumsum(i), p = prev(l), w = row_window_session(dt, 1h, 1h)",
    "summarize percentile(l, 50), percentilew(r, l, 10), covariance(l, r) by bin(l, 10), bin(r, 0.3)",
    "summarize sum(l), avg(l), avg(ts), stdev(r), avg(dt), avg(de), binary_all_and(l)",
    "summarize make_bag(d), buildschema(d), make_set(e), make_list(d) by b",
    'where * has "5" or d == 5 or d > l or s == l or d[0] > 1.5',
    "extend z = d + 1, y = d * r, x = dt - ts, w = ts * r, v = ts / m, u = ts / r, a = -l, c = l / m, f = i * i",
)


@st.composite
def _table(draw: st.DrawFn) -> pa.Table:
    count = draw(st.integers(1, 4))
    lists = {
        name: draw(st.lists(st.sampled_from(values), min_size=count, max_size=count))
        for name, values in {
            "s": _TEXTS,
            "t": _TEXTS,
            "l": _LONGS,
            "m": _LONGS,
            "r": _REALS,
            "b": (None, True, False),
        }.items()
    }
    types = {"s": pa.string(), "t": pa.string(), "l": pa.int64(), "m": pa.int64(), "r": pa.float64(), "b": pa.bool_()}
    return pa.table({name: pa.array(values, types[name]) for name, values in lists.items()})


@st.composite
def _call(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from(sorted(set(FUNCTIONS) - _SLOW)))
    row = FUNCTIONS[name]
    count = draw(st.integers(row.fewest, min(row.most, row.fewest + 2)))
    args = draw(st.lists(st.sampled_from((*_COLUMNS, *_CONSTANTS)), min_size=count, max_size=count))
    return f"{name}({', '.join(args)})"


def _runs_or_is_refused(query: str, table: pa.Table) -> None:
    with contextlib.suppress(QueryError, Unsupported):
        querying.query(query, language="kql", tables={"T": table})


@settings(max_examples=60, deadline=None)
@given(_call(), _table())
def test_a_function_of_odd_cells_gives_rows_or_is_refused_by_name(call: str, table: pa.Table) -> None:
    _runs_or_is_refused(f"{_PREFIX}project z = {call}", table)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(_OPERATORS), _table())
def test_an_operator_over_odd_cells_gives_rows_or_is_refused_by_name(operator: str, table: pa.Table) -> None:
    _runs_or_is_refused(_PREFIX + operator, table)


_ATOMS = (
    "a",
    "b",
    "é",
    ".",
    "[ab]",
    "[^a]",
    r"\w",
    r"\W",
    r"\b",
    "^",
    "$",
    "(a)",
    "(?:b|ab)",
    "(?i)B",
    "[a-c&&[^b]]",
    r"\s",
)
_PATTERNS = st.recursive(
    st.sampled_from(_ATOMS),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(("*", "+?", "?", "{1,2}"))).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
    ),
    max_leaves=6,
)
_SUBJECTS = st.text(alphabet="abBé \n", max_size=9)


@settings(max_examples=200, deadline=None)
@given(_PATTERNS, _SUBJECTS)
@example("(?:a|ab)(?:c|bcd)?", "abcd")
def test_the_machine_finds_what_backtracking_finds(pattern: str, text: str) -> None:
    parsed = parse(pattern)
    machine = Machine(parsed.node, parsed.groups)
    for at in range(len(text) + 1):
        one, other = known(pattern).search(text, at), machine.search(text, at)
        assert (one and one[:2]) == (other and other[:2])


@settings(max_examples=40, deadline=None)
@given(_PATTERNS, st.lists(_SUBJECTS, min_size=1, max_size=5))
def test_RE2_and_Python_give_one_answer(pattern: str, texts: list[str]) -> None:
    shown = json.dumps(pattern, ensure_ascii=False)
    query = (
        f"T | extend found = s matches regex {shown}, head = extract({shown}, 0, s),"
        f" put = replace_regex(s, {shown}, '<\\\\0>'), times = countof(s, {shown}, 'regex')"
    )
    table = querying.query(query, language="kql", tables={"T": pa.table({"s": texts})})
    for row in table.to_pylist():
        assert row == {"s": row["s"], **_answers(known(pattern), row["s"])}


def _answers(matcher: Matcher, text: str) -> dict[str, Any]:
    matches = list(matcher.matches(text))
    made, at = "", 0
    for first, last, *_ in matches:
        made, at = f"{made}{text[at:first]}<{text[first:last]}>", last
    head = text[slice(*matches[0][:2])] if matches else ""
    return {"found": bool(matches), "head": head, "put": made + text[at:], "times": len(matches)}


def test_a_pattern_that_backtracks_without_end_is_answered_in_time() -> None:
    text = "é" * 200 + "!"
    slow, caught = r'@"^(?:\w|\w\w|\w\w\w)+\b$"', r'@"^(?:(\w\w)|\w)+\b(!)$"'
    query = f"T | extend found = s matches regex {slow}, caught = extract({caught}, 2, s)"
    table = querying.query(query, language="kql", tables={"T": pa.table({"s": [text]})})
    assert table.to_pylist() == [{"s": text, "found": False, "caught": "!"}]
