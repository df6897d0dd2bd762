"""Laws of KQL over queries put together by chance: whatever the rows and values, both sides give the same."""

from __future__ import annotations

import math
import random
from contextlib import suppress
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from antivenom import engine
from antivenom.engine import discovery
from antivenom.errors import QueryError, Unsupported
from antivenom.languages import kql
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText
from tests.support.kql_queries import CELLS, COLUMNS, Queries

NOW = 1_700_000_000_000_000_000
TYPES = tuple(CELLS)
KEYS = tuple(name for name, type_ in COLUMNS.items() if type_ != "dynamic")
SEEDS = st.integers(0, 2**32)
"""One number stands for all choices of an example: it is what a failure names."""
few = settings(max_examples=10)
many = settings(max_examples=30)


def queries(seed: int, *, columns: bool = True) -> Queries:
    """A maker of queries that takes its choices from a seed."""
    return Queries(random.Random(seed).choice, columns)


def run(query: str) -> pa.Table:
    """The answer over no tables but those a query brings."""
    return engine.run(kql.compile(SourceText(query), Catalog({}), discovery({}, NOW)), {}, NOW)


def answer(query: str) -> tuple[list[str], list[tuple[str, ...]]]:
    """Names and rows, each cell as a text; an example whose query is refused does not count."""
    try:
        table = run(query)
    except Unsupported:
        reject()
    columns = [[_cell(value.as_py()) for value in _plain(column)] for column in table.columns]
    return table.column_names, list(zip(*columns, strict=True))


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Times as counts: Python's own are too coarse."""
    return column.cast(pa.int64()) if pa.types.is_temporal(column.type) else column


def _cell(value: Any) -> str:
    return "nan" if isinstance(value, float) and math.isnan(value) else repr(value)


def same(left: str, right: str, *, ordered: bool = False) -> None:
    """Both queries give the same columns and rows."""
    (names, rows), (others, theirs) = answer(left), answer(right)
    assert names == others, (left, right)
    assert rows == theirs if ordered else sorted(rows) == sorted(theirs), (left, right)


@few
@given(SEEDS)
def test_a_condition_its_opposite_and_its_null_part_the_rows(seed: int) -> None:
    maker = queries(seed)
    table, condition = maker.table(3), maker.value("bool", 3)
    parts = f"(T | where {condition}), (T | where not({condition})), (T | where isnull({condition}))"
    same(f"let T = {table}; union {parts}", table)


ROADS = (
    "{table} | extend v = {value} | project v",
    "let T = materialize({table}); T | project v = {value}",
    "let f = () {{ {table} | project v = {value} }}; f()",
    "let f = (T: (*)) {{ T | project v = {value} }}; f({table})",
    "let T = {table}; union T | project v = {value}",
    "let T = {table}; union T, (T | where false) | project v = {value}",
    "{table} | as T | project v = {value}",
    "{table} | where true | extend z = 1 | project-away z | project v = {value}",
)


@settings(max_examples=4)
@given(SEEDS)
@pytest.mark.parametrize("road", ROADS)
def test_a_value_is_the_same_wherever_its_rows_come_from(road: str, seed: int) -> None:
    maker = queries(seed)
    table, value = maker.table(3), maker.any(3)
    same(f"{table} | project v = {value}", road.format(table=table, value=value))


@many
@given(SEEDS)
def test_constants_mean_the_same_as_cells(seed: int) -> None:
    """Where Kusto folds constants by rules of its own, no value is made here."""
    maker = queries(seed, columns=False)
    types = [maker.choose(TYPES) for _ in range(2)]
    cells = [maker.choose(CELLS[type_]) for type_ in types]
    value = maker.any(3)
    written = value
    for cell, name in zip(cells, ("m1", "n2"), strict=True):
        written = written.replace(cell, name) if "(" in cell or '"' in cell else written
    columns = ", ".join(f"{name}: {type_}" for name, type_ in zip(("m1", "n2"), types, strict=True))
    same(f"print v = {value}", f"datatable({columns}) [{', '.join(cells)}] | project v = {written}")


@few
@given(SEEDS)
def test_iff_is_case(seed: int) -> None:
    maker = queries(seed)
    table, type_ = maker.table(3), maker.choose(TYPES)
    parts = ", ".join((maker.value("bool"), maker.value(type_), maker.value(type_)))
    same(f"{table} | project v = iff({parts})", f"{table} | project v = case({parts})")


@settings(max_examples=6)
@given(SEEDS)
@pytest.mark.parametrize(
    "listed, single, joined",
    [("has_any", "has", "or"), ("has_all", "has", "and"), ("in~", "=~", "or"), ("in", "==", "or")],
)
def test_a_list_is_its_elements_one_by_one(listed: str, single: str, joined: str, seed: int) -> None:
    maker = queries(seed)
    table, value = maker.table(3), maker.value("string")
    one, other = (maker.choose(CELLS["string"]) for _ in range(2))
    spelled = f"{value} {single} {one} {joined} {value} {single} {other}"
    same(f"{table} | project v = {value} {listed} ({one}, {other})", f"{table} | project v = ({spelled})")


@few
@given(SEEDS)
def test_in_is_equality_with_one_of_the_list(seed: int) -> None:
    maker = queries(seed)
    type_ = maker.choose([one for one in TYPES if one != "dynamic"])
    table, value = maker.table(3), maker.value(type_)
    one, other = (maker.choose([cell for cell in CELLS[type_] if "null" not in cell]) for _ in range(2))
    kept = f"{table} | where {value} in ({one}, {other}) | project k"
    same(kept, f"{table} | where {value} == {one} or {value} == {other} | project k")
    left = f"{table} | where {value} !in ({one}, {other}) | project k"
    same(left, f"{table} | where not({value} in ({one}, {other})) | project k")


@few
@given(SEEDS)
def test_semi_and_anti_joins_part_the_rows_and_outer_joins_keep_them(seed: int) -> None:
    maker = queries(seed)
    tables, key = f"let T = {maker.table(3)}; let U = {maker.table(2)}; ", maker.choose(KEYS)
    same(f"{tables}union (T | join kind=leftsemi U on {key}), (T | join kind=leftanti U on {key})", f"{tables}T")
    inner = f"(T | join kind=inner U on {key} | project k), (T | join kind=leftanti U on {key} | project k)"
    same(f"{tables}T | join kind=leftouter U on {key} | count", f"{tables}union {inner} | count")


@few
@given(SEEDS)
def test_groups_hold_every_row_once(seed: int) -> None:
    maker = queries(seed)
    key = maker.value(maker.choose([one for one in TYPES if one != "dynamic"]))
    table = maker.table(4)
    same(f"{table} | summarize Count = count() by v = {key} | summarize Count = sum(Count)", f"{table} | count")
    same(f"{table} | extend v = {key} | distinct v", f"{table} | summarize by v = {key}")


@few
@given(SEEDS)
def test_an_aggregate_is_the_same_over_one_group_and_over_all(seed: int) -> None:
    maker = queries(seed)
    name, value = maker.choose(["sum l", "avg r", "dcount s", "max t", "min ts", "stdev i"]).split()
    table, condition = maker.table(3), maker.value("bool")
    whole = f"{table} | summarize v = {name}({value})"
    same(whole, f"{whole} by one = 1 | project v")
    filtered = f"{table} | where {condition} | summarize v = {name}({value})"
    same(filtered, f"{table} | summarize v = {name}if({value}, {condition})")


@few
@given(SEEDS)
def test_rows_stay_in_order(seed: int) -> None:
    maker = queries(seed)
    table, key, value = maker.table(4), maker.choose(KEYS), maker.any()
    after = f"extend v = {value} | where true | project {key}"
    sorted_ = f"{table} | sort by {key} asc"
    same(f"{sorted_} | {after}", f"{sorted_} | project {key}", ordered=True)
    same(f"{table} | top 2 by {key} asc | project {key}", f"{sorted_} | take 2 | project {key}", ordered=True)
    turned = "serialize n = row_number() | sort by n desc | project-away n"
    same(
        f"{table} | project {key} | sort by {key} asc",
        f"{table} | project {key} | sort by {key} desc | {turned}",
        ordered=True,
    )


@many
@given(SEEDS)
def test_a_column_is_the_same_beside_others_and_alone(seed: int) -> None:
    maker = queries(seed)
    query = f"{maker.table(3)} | {maker.stage()}"
    try:
        names, rows = answer(query)
    except QueryError:
        reject()
    at = names.index(maker.choose(names))
    _, alone = answer(f"{query} | project ['{names[at]}']")
    if "top 2" not in query:  # which of several equal rows is kept is nobody's promise
        assert sorted(row[at] for row in rows) == sorted(row[0] for row in alone), query


@many
@given(SEEDS)
def test_a_query_gives_rows_or_says_why_not(seed: int) -> None:
    maker = queries(seed)
    stages = " | ".join(maker.stage() for _ in maker.choose(["1", "12", "123"]))
    with suppress(QueryError, Unsupported):
        run(f"{maker.table(2)} | {stages}")


MANY = ",".join(str(number) for number in range(3_000))


@pytest.mark.parametrize(
    "query, wanted",
    [
        (f"datatable(x: long) [{MANY}] | summarize a = count(), b = sum(x)", [{"a": 3000, "b": 4498500}]),
        (f"print x = 7 | where x in ({MANY})", [{"x": 7}]),
        ("union " + ",".join(f"(print x = {n})" for n in range(150)) + " | summarize n = sum(x)", [{"n": 11175}]),
        ("print n = 1" + " | extend n = n + 1" * 200, [{"n": 201}]),
        ("print x = range(1, 1000000000, 1) | project n = array_length(x)", [{"n": 1048576}]),
        ("print n = array_length(range(0.0, 1e9, 0.1))", [{"n": 1048576}]),
        ('print ["a\\"b"] = 1, ["e]f"] = 2, A = 3, a = 4 | project x = ["a\\"b"] + ["e]f"] * A - a', [{"x": 3}]),
        ("print x = array_length(parse_json(strcat_array(repeat('[', 50000), '')))", [{"x": None}]),
        ("print x = substring('abc', 1, 9223372036854775807)", [{"x": "bc"}]),
        ("print s = 'a-b', d = '-' | project x = strcat_array(split(s, d), d)", [{"x": "a-b"}]),
        ("datatable(a: long) [1, 2] | summarize arg_max(1.5, a) | project a", [{"a": 1}]),
        ("datatable(a: long) [1, 2] | sort by 1.5 | count", [{"Count": 2}]),
        ("print x = isempty(1.5) in (true)", [{"x": False}]),
    ],
    ids=range(13),
)
def test_large_and_odd_queries_have_their_answer(query: str, wanted: list[dict[str, Any]]) -> None:
    assert run(query).to_pylist() == wanted


@pytest.mark.parametrize(
    "query, message",
    [
        ("print " + "(" * 3000 + "1" + ")" * 3000, "nested more than"),
        ("print " + "+".join("1" * 3000), "operations deep"),
        ("print x" + "[0]" * 500, "operations deep"),
        ("".join(f"let a{n} = {n}; " for n in range(3000)) + "print a1", "1000 lets"),
        ("let a0 = 1; " + "".join(f"let a{n} = a{n - 1} + a{n - 1}; " for n in range(1, 40)) + "print a39", "large"),
        ("union " + ",".join("(print x = 1)" for _ in range(1000)), "steps"),
        ("print 1" + " | count" * 1000, "operators in a row"),
        ("print 'a", "not closed"),
        ("print '\ud800'", "not valid Unicode"),
        ("print 99999999999999999999", "more than 64 bits"),
        ("range x from 1 to 9223372036854775807 step 1", "range of more than"),
        ("print x = 1, x = 2", "assigned twice"),
    ],
    ids=range(12),
)
def test_queries_without_bounds_are_refused(query: str, message: str) -> None:
    with pytest.raises((QueryError, Unsupported), match=message):
        run(query)
