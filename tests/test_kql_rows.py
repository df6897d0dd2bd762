"""Rows in order: laws of window functions, scan and make-series that hold for any values."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom import engine
from antivenom.languages import kql
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText
from antivenom.tables import Column, ColumnType, Schema

NUMBERS = st.lists(st.integers(-50, 50), min_size=1, max_size=12)


def run(query: str, numbers: list[int]) -> list[dict[str, Any]]:
    """The answer over a table T of the numbers n, in their places p."""
    table = pa.table({"p": pa.array(range(len(numbers)), pa.int64()), "n": pa.array(numbers, pa.int64())})
    schema = Schema("T", (Column("p", ColumnType.LONG), Column("n", ColumnType.LONG)))
    plan = kql.compile(SourceText(query), Catalog({"T": schema}))
    return list(engine.run(plan, {"T": table}, 1_700_000_000_000_000_000).to_pylist())


@settings(max_examples=25, deadline=None)
@given(NUMBERS)
def test_a_running_sum_is_the_same_by_row_cumsum_and_by_scan(numbers: list[int]) -> None:
    query = """T | sort by p asc | extend a = row_cumsum(n)
      | scan declare (b: long = 0) with (step s: true => b = n + s.b;)"""
    rows = run(query, numbers)
    assert [row["a"] for row in rows] == list(accumulate(numbers))
    assert [row["b"] for row in rows] == list(accumulate(numbers))


@settings(max_examples=25, deadline=None)
@given(NUMBERS)
def test_neighbours_and_numbers_follow_the_order_of_rows(numbers: list[int]) -> None:
    query = "T | sort by n asc, p asc | extend before = prev(n), later = next(n, 2), place = row_number(0)"
    rows, ordered = run(query, numbers), sorted(numbers)
    assert [row["n"] for row in rows] == ordered
    assert [row["before"] for row in rows] == [None, *ordered[:-1]]
    assert [row["later"] for row in rows] == [*ordered[2:], None, None][: len(ordered)]
    assert [row["place"] for row in rows] == list(range(len(ordered)))


@settings(max_examples=25, deadline=None)
@given(NUMBERS)
def test_ranks_and_restarts_agree_with_groups(numbers: list[int]) -> None:
    query = """T | sort by n asc, p asc
      | extend own = row_number(1, n != prev(n)), dense = row_rank_dense(n), least = row_rank_min(n)"""
    ordered, distinct = sorted(numbers), sorted(set(numbers))
    for place, row in enumerate(run(query, numbers)):
        assert row["own"] == place - ordered.index(row["n"]) + 1
        assert row["dense"] == distinct.index(row["n"]) + 1
        assert row["least"] == ordered.index(row["n"]) + 1


@settings(max_examples=25, deadline=None)
@given(NUMBERS)
def test_make_series_counts_every_row_in_its_bin(numbers: list[int]) -> None:
    row = run("T | make-series c = count(), s = sum(n) on n from -50 to 51 step 7", numbers)[0]
    counts, sums, starts = (json.loads(row[name]) for name in ("c", "s", "n"))
    assert starts == list(range(-50, 51, 7))
    for start, count, total in zip(starts, counts, sums, strict=True):
        inside = [number for number in numbers if start <= number < start + 7]
        assert (count, total) == (len(inside), sum(inside))


def test_make_series_over_no_row_of_its_range_and_a_running_sum_over_null_give_rows() -> None:
    assert len(run("T | make-series count() on p from 100 to 110 step 1", [1])) <= 1
    assert len(run("T | sort by p asc | extend m = iff(p == 1, long(null), n) | extend row_cumsum(m)", [1, 2])) == 2
