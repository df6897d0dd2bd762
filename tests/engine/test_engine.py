"""The engine: types in and out, order, hostile names and texts, and what it refuses."""

from __future__ import annotations

from datetime import UTC, datetime

import pyarrow as pa
import pytest

from antivenom import engine
from antivenom.engine.sql import compile_relation
from antivenom.errors import EngineError, QueryError
from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Filter,
    FirstPer,
    Join,
    JoinKind,
    Measure,
    Project,
    Relation,
    Sort,
    SortKey,
    Source,
    Values,
)
from antivenom.plan.types import UNIX_EPOCH_TICKS, Type
from antivenom.plan.values import Call, Column, Literal, call, new_column, text
from antivenom.querying import query as ask


def values(type: Type, *cells: object) -> tuple[Values, Column]:
    column = new_column("v", type)
    return Values(tuple((Literal(cell, type),) for cell in cells), (column,)), column  # type: ignore[arg-type]


def result(relation: Relation, tables: dict[str, pa.Table] | None = None, now: int = 0) -> list[object]:
    return engine.run_relation(relation, tables or {}, now).column(0).to_pylist()


@pytest.mark.parametrize(
    "type, cells, shown",
    [
        (Type.BOOL, (True, False, None), pa.bool_()),
        (Type.INT, (1, -(2**31), None), pa.int32()),
        (Type.LONG, (2**63 - 1, -(2**63) + 1, None), pa.int64()),
        (Type.REAL, (0.1, -0.0, 1e308, float("inf"), None), pa.float64()),
        (Type.STRING, ("", "it's", '"q"', "\\", "$p1", "é\u0000x", None), pa.string()),
        (Type.MULTI, (("a", "b"), (), None), pa.list_(pa.string())),
    ],
)
def test_constants_come_back_as_they_went_in(type: Type, cells: tuple[object, ...], shown: pa.DataType) -> None:
    relation, _ = values(type, *cells)
    table = engine.run_relation(relation, {}, 0)
    assert table.schema.field(0).type == shown
    assert [tuple(v) if isinstance(v, list) else v for v in table.column(0).to_pylist()] == list(cells)


def test_text_never_stands_in_the_sql() -> None:
    source = Source("t", (new_column("name", Type.STRING),))
    hostile = "'; drop table t; --"
    compiled = compile_relation(Filter(source, call("compare.eq", source.columns[0], text(hostile), type=Type.BOOL)))
    assert hostile not in compiled.text()
    assert list(compiled.parameters.values()) == [hostile]


def test_names_may_repeat_differ_in_case_and_be_hostile() -> None:
    names = ["a", "A", "a", 'x" from y; --', "select"]
    columns = tuple(new_column(name, Type.LONG) for name in names)
    relation = Values((tuple(Literal(i, Type.LONG) for i in range(5)),), columns)
    table = engine.run_relation(relation, {}, 0)
    assert table.column_names == names
    assert [table.column(i).to_pylist() for i in range(5)] == [[i] for i in range(5)]


@pytest.mark.parametrize(
    "moment",
    ["1969-12-31T23:59:59.999999900", "2026-03-02T09:00:12.1234567", "1677-09-22T00:00:00", "2262-04-11T00:00:00"],
)
def test_times_keep_their_100_ns(moment: str) -> None:
    import pyarrow.compute as pc

    data = pc.cast(pa.array([moment]), pa.timestamp("ns")).cast(pa.timestamp("ns", "UTC"))
    column = new_column("T", Type.DATETIME)
    table = engine.run_relation(Source("t", (column,)), {"t": pa.table({"T": data})}, 0)
    assert table.column(0).cast(pa.int64()).to_pylist() == data.cast(pa.int64()).to_pylist()


def test_times_beyond_nanoseconds_come_back_in_microseconds() -> None:
    relation, _ = values(Type.DATETIME, 0, UNIX_EPOCH_TICKS)
    column = engine.run_relation(relation, {}, 0).column(0)
    assert column.type == pa.timestamp("us", "UTC")
    assert column.to_pylist() == [datetime(1, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC)]


def test_the_clock_is_one_moment_of_the_whole_query() -> None:
    column = new_column("now", Type.DATETIME)
    now = 1_772_452_800 * 10**9 + 123_456_700
    relation = Values(((Call("clock.now", (), Type.DATETIME),),), (column,))
    assert engine.run_relation(relation, {}, now).column(0).cast(pa.int64()).to_pylist() == [now]


def test_a_sort_keeps_ties_in_order() -> None:
    key, mark = new_column("k", Type.LONG), new_column("m", Type.LONG)
    count = 5_000
    data = {"t": pa.table({"k": [i % 3 for i in range(count)], "m": list(range(count))})}
    relation = Sort(Source("t", (key, mark)), (SortKey(key, True, False),))
    table = engine.run_relation(relation, data, 0)
    expected = sorted(range(count), key=lambda i: -(i % 3))
    assert table.column(1).to_pylist() == expected


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("nulls_first", [True, False])
def test_nulls_go_where_the_plan_says(descending: bool, nulls_first: bool) -> None:
    relation, column = values(Type.LONG, 2, None, 1)
    ordered = [2, 1] if descending else [1, 2]
    expected = [None, *ordered] if nulls_first else [*ordered, None]
    assert result(Sort(relation, (SortKey(column, descending, nulls_first),))) == expected


def test_first_per_keeps_the_first_rows_of_each_key_in_order() -> None:
    key, mark = new_column("k", Type.STRING), new_column("m", Type.LONG)
    data = {"t": pa.table({"k": ["b", "a", "b", None, "b", None], "m": [0, 1, 2, 3, 4, 5]})}
    table = engine.run_relation(FirstPer(Source("t", (key, mark)), (key,), 2), data, 0)
    assert table.column(1).to_pylist() == [0, 1, 2, 3, 5]


@pytest.mark.parametrize(
    "kind, expected",
    [
        (JoinKind.INNER, [("a", 1), ("a", 1), (None, 3)]),
        (JoinKind.FIRST_LEFT, [("a", 1), (None, 3)]),
        (JoinKind.LEFT_OUTER, [("a", 1), ("a", 1), ("b", None), (None, 3)]),
        (JoinKind.RIGHT_OUTER, [("a", 1), ("a", 1), (None, 2), (None, 3)]),
        (JoinKind.FULL_OUTER, [("a", 1), ("a", 1), ("b", None), (None, 2), (None, 3)]),
        (JoinKind.LEFT_SEMI, [("a",), ("a",), (None,)]),
        (JoinKind.LEFT_ANTI, [("b",)]),
        (JoinKind.RIGHT_SEMI, [(1,), (3,)]),
        (JoinKind.RIGHT_ANTI, [(2,)]),
    ],
)
def test_joins_match_null_to_null(kind: JoinKind, expected: list[tuple[object, ...]]) -> None:
    left, right, mark = new_column("l", Type.STRING), new_column("r", Type.STRING), new_column("m", Type.LONG)
    tables = {
        "left": pa.table({"l": pa.array(["a", "a", "b", None])}),
        "right": pa.table({"r": pa.array(["a", "c", None]), "m": [1, 2, 3]}),
    }
    outputs: tuple[Column, ...] = (left, mark)
    if kind.value.startswith("left") and kind is not JoinKind.LEFT_OUTER:
        outputs = (left,)
    elif kind.value.startswith("right") and kind is not JoinKind.RIGHT_OUTER:
        outputs = (mark,)
    assigns = tuple(Assign(new_column(c.name, c.type), c) for c in outputs)
    join = Join(Source("left", (left,)), Source("right", (right, mark)), kind, ((left, right),), assigns)
    table = engine.run_relation(join, tables, 0)
    rows = list(zip(*(table.column(i).to_pylist() for i in range(table.num_columns)), strict=True))
    assert sorted(rows, key=str) == sorted(expected, key=str)


def test_an_aggregate_without_keys_gives_one_row_even_of_nothing() -> None:
    relation, _ = values(Type.LONG)
    count = Measure(new_column("n", Type.LONG), Call("aggregate.count", (), Type.LONG))
    assert result(Aggregate(relation, (), (count,))) == [0]


def test_a_very_long_chain_of_stages_is_no_matter() -> None:
    relation, column = values(Type.LONG, 1)
    for _ in range(200):
        relation = Project(relation, (Assign(column, column),))  # type: ignore[assignment]
    assert result(relation) == [1]


def test_unknown_operations_tables_and_columns_are_named() -> None:
    relation, column = values(Type.LONG, 1)
    with pytest.raises(EngineError, match=r"no operation no\.such"):
        result(Filter(relation, call("no.such", column, type=Type.BOOL)))
    with pytest.raises(EngineError, match="no table nothing"):
        result(Source("nothing", (column,)))
    with pytest.raises(EngineError, match="no column v"):
        result(Source("t", (column,)), {"t": pa.table({"w": [1]})})


def test_the_engine_reaches_no_file() -> None:
    import duckdb

    from antivenom.engine.duck import _database

    with _database("1GB", None).cursor() as connection, pytest.raises(duckdb.Error):
        connection.sql("select * from read_csv('pyproject.toml')").fetchall()


def test_a_query_ends_when_its_time_is_up() -> None:
    many = "range a from 1 to 100000 step 1 | extend k = 1"
    search = f"{many} | join kind=inner ({many}) on k | summarize dcount(strcat(tostring(a), '-', tostring(a1)))"
    with pytest.raises(QueryError, match=r"takes longer than 0\.2 seconds"):
        ask(search, language="kql", timeout=0.2)
    assert ask("print x = 1", language="kql", timeout=60).num_rows == 1
