"""KQL through the engine: laws that hold for any values, and what is refused while it runs."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import antivenom
from antivenom import engine
from antivenom.engine import discovery
from antivenom.errors import MissingInput, QueryError, Unsupported
from antivenom.languages import kql
from antivenom.languages.kql.values import regexes
from antivenom.plan.catalog import Catalog
from antivenom.plan.types import Type
from antivenom.source import SourceText, Span
from antivenom.tables import Column, ColumnType, Schema

NOW = 1_700_000_000_000_000_000
LONGS = st.integers(-(2**63), 2**63 - 1)
TEXTS = st.text(alphabet="ab_A-é1 .(\n", max_size=8)


def run(query: str, **tables: pa.Table) -> list[dict[str, Any]]:
    kinds = {"string": ColumnType.STRING, "int64": ColumnType.LONG, "double": ColumnType.REAL}
    schemas = {
        name: Schema(name, tuple(Column(f.name, kinds[str(f.type)]) for f in table.schema))
        for name, table in tables.items()
    }
    plan = kql.compile(SourceText(query), Catalog(schemas))
    return list(engine.run(plan, tables, NOW).to_pylist())


def _wrap(number: int) -> int:
    return (number + 2**63) % 2**64 - 2**63


@settings(max_examples=30)
@given(st.lists(st.tuples(LONGS, LONGS), min_size=1, max_size=5))
def test_whole_arithmetic_wraps_and_divides_as_kusto_does(pairs: list[tuple[int, int]]) -> None:
    table = pa.table({"a": pa.array([p[0] for p in pairs]), "b": pa.array([p[1] for p in pairs])})
    for row in run("T | extend s = a + b, d = a - b, p = a * b, m = a % b", T=table):
        a, b = row["a"], row["b"]
        assert (row["s"], row["d"], row["p"]) == (_wrap(a + b), _wrap(a - b), _wrap(a * b))
        assert row["m"] == (a % abs(b) if b else None)


@settings(max_examples=30)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_has_finds_whole_terms(pairs: list[tuple[str, str]]) -> None:
    table = pa.table({"s": [p[0] for p in pairs], "n": [p[1] for p in pairs]})
    for row in run("T | extend h = s has n, c = s contains n, x = s !has n", T=table):
        assert row["h"] == _has(row["s"], row["n"]), row
        assert row["c"] == (row["n"].lower() in row["s"].lower())
        assert row["x"] is not row["h"]


@settings(max_examples=20)
@given(TEXTS, TEXTS)
def test_a_constant_needle_means_the_same_as_one_in_a_column(text: str, needle: str) -> None:
    table = pa.table({"s": [text], "n": [needle]})
    quoted = "@'" + needle.replace("'", "''") + "'" if "\n" not in needle else json.dumps(needle)
    (row,) = run(f"T | extend a = s has {quoted}, b = s has n", T=table)
    assert row["a"] is row["b"]


def _has(text: str, needle: str) -> bool:
    def term(char: str) -> bool:
        return unicodedata.category(char)[0] in "LN"

    low, wanted = text.lower(), needle.lower()
    for at in range(len(low) - len(wanted) + 1):
        if not low.startswith(wanted, at):
            continue
        end = at + len(wanted)
        before = at == 0 or wanted == "" or not (term(wanted[0]) and term(low[at - 1]))
        after = end == len(low) or wanted == "" or not (term(wanted[-1]) and term(low[end]))
        if before and after:
            return True
    return False


@settings(max_examples=20)
@given(st.lists(st.text(alphabet='a"\\é\n{', max_size=4), max_size=6))
def test_make_list_is_json_of_the_values(values: list[str]) -> None:
    table = pa.table({"s": pa.array(values, pa.string())})
    (row,) = run("T | summarize l = make_list(s), u = make_set(s)", T=table)
    assert json.loads(row["l"]) == values
    assert json.loads(row["u"]) == list(dict.fromkeys(values))


def test_make_list_follows_a_sort() -> None:
    table = pa.table({"x": list(range(5000))})
    (row,) = run("T | sort by x desc | summarize make_list(x)", T=table)
    assert json.loads(row["list_x"]) == list(range(4999, -1, -1))


def test_a_long_list_is_looked_up_without_case() -> None:
    listed = ", ".join(f'"Name{i}"' for i in range(300))
    table = pa.table({"s": ["name7", "NAME299", "name300"]})
    assert [r["s"] for r in run(f"T | where s in~ ({listed})", T=table)] == ["name7", "NAME299"]
    assert [r["s"] for r in run(f"T | where s !in ({listed})", T=table)] == ["name7", "NAME299", "name300"]


def test_now_stands_still_and_at_the_clock() -> None:
    (row,) = run("print a = now(), b = ago(1h), same = now() == now()")
    assert row["a"] == datetime.fromtimestamp(NOW // 10**9, UTC)
    assert (row["a"] - row["b"]).total_seconds() == 3600
    assert row["same"] is True


@pytest.mark.parametrize(
    "pattern, made",
    [
        (r"\d+", r"[\p{Nd}]+"),
        (r"a\.b", r"a\x{2e}b"),
        (r"(?i)(?P<x>a|b)", r"(?i)(?P<x>a|b)"),
        (r"[\d\-x]", r"[\p{Nd}\x{2d}x]"),
        (r"\u0041{2,3}", r"\x{0041}{2,3}"),
    ],
)
def test_regexes_are_said_in_re2(pattern: str, made: str) -> None:
    assert regexes.translate(pattern, Span(0, 1)).text == made


@pytest.mark.parametrize("pattern", [r"[a&&b]", r"a{2000}", r"(?x)a"])
def test_regexes_that_re2_cannot_say_are_left_to_python(pattern: str) -> None:
    assert regexes.translate(pattern, Span(0, 1)).text is None


@pytest.mark.parametrize("pattern", [r"(?=a)", r"\K"])
def test_what_no_regex_of_kusto_has_is_rejected(pattern: str) -> None:
    with pytest.raises(QueryError, match="wrong"):
        regexes.translate(pattern, Span(0, 1))


@pytest.mark.parametrize(
    "text, construct",
    [
        ("print a = 1h == 1", "timespan with long"),
        ("print a = datetime(2024-01-01) * 2", "* of datetime and long"),
        ("print a = countof(5, '5')", "long where a string stands"),
        ("print a = parse_json(5)", "parse_json of a long"),
        ("print a = hash_md5(dynamic([1]))", "hash_md5 of dynamic"),
        ('print a = bag_pack("k", 1, "k", 2)', "one key twice"),
        ('print a = "x" has dynamic(["x"])', "has a dynamic literal"),
        ("datatable(k: long, k1: long)[1, 2] | project k, tolong(k), k1", "beside a derived name"),
        ("datatable(k: long)[1] | extend Column1 = 1, k + 1", "spelled out and derived"),
        ("datatable(k: long)[1] | union kind=inner (print a = 1)", "share no column"),
        ("datatable(k: int)[] | join (datatable(k: long)[]) on k", "an int and a long of one name"),
        ("datatable(k: long)[] | union withsource=k (print k = 1)", "withsource=k"),
        ("datatable(a: long, b: long)[] | union kind=inner (datatable(a: int, b: long)[])", "one name and two types"),
    ],
)
def test_what_the_engine_was_not_seen_to_answer_is_refused(text: str, construct: str) -> None:
    with pytest.raises(Unsupported, match=re.escape(construct)):
        run(text)


@pytest.mark.parametrize(
    "text",
    ['externaldata (a: string) ["https://example.org/a.csv"] | count', '_GetWatchlist("admins") | count'],
)
def test_data_from_outside_is_asked_for_by_name(text: str) -> None:
    with pytest.raises(MissingInput, match=r"externaldata|_GetWatchlist"):
        run(text)


BAGS = st.lists(
    st.dictionaries(
        st.sampled_from(("a", "b", "c d", "E")),
        st.one_of(
            st.integers(-(2**40), 2**40), st.booleans(), st.sampled_from(("x", "", "é")), st.lists(st.integers(0, 3))
        ),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=30, deadline=None)
@given(BAGS)
def test_an_unpacked_bag_can_be_packed_again(bags: list[dict[str, Any]]) -> None:
    table = pa.table({"d": [json.dumps(bag) for bag in bags]})
    query = "T | extend d = parse_json(d) | evaluate bag_unpack(d)"
    schemas = {"T": Schema("T", (Column("d", ColumnType.STRING),))}
    plan = kql.compile(SourceText(query), Catalog(schemas), discovery({"T": table}, NOW))
    names = [column.name for column in plan.relation.columns]
    assert names == sorted({key for bag in bags for key in bag})
    if not names:
        return
    for row, bag in zip(engine.run(plan, {"T": table}, NOW).to_pylist(), bags, strict=True):
        for column in plan.relation.columns:
            cell = row[column.name]
            shown = json.loads(cell) if column.type is Type.DYNAMIC and cell is not None else cell
            missing = "" if column.type is Type.STRING else None
            assert shown == bag.get(column.name, missing)


def test_a_plan_made_without_the_rows_its_columns_depend_on_does_not_run() -> None:
    plan = kql.compile(SourceText("print d = dynamic({'a': 1}) | evaluate bag_unpack(d)"), Catalog({}))
    with pytest.raises(Unsupported, match="without the rows"):
        engine.run(plan, {}, NOW)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aA1 .é²ſİ-", max_size=12), st.lists(st.text(alphabet="aA1 .é²-", max_size=4), max_size=3))
def test_terms_of_an_array_are_found_as_the_same_terms_written_out(text: str, terms: list[str]) -> None:
    told, array = json.dumps(text), json.dumps(json.dumps(terms))
    for operator in ("has_any", "has_all"):
        if terms:
            query = f"print t = {told} | extend a = t {operator} (dynamic({json.dumps(terms)}))"
            query += f" | extend b = t {operator} (parse_json(strcat({array}, substring(t, 0, 0))))"
            (row,) = antivenom.query(query, language="kql").to_pylist()
            assert row["a"] == row["b"], (text, terms, operator)
