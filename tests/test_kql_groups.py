"""Rows expanded and groups: laws of mv-expand, mv-apply, partition and top-nested that hold for any values."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom import engine
from antivenom.errors import Unsupported
from antivenom.languages import kql
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText
from antivenom.tables import Column, ColumnType, Schema

PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers(-9, 9)), min_size=1, max_size=12)


def run(query: str, pairs: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """The answer over a table T of the pairs g, n, in their places p."""
    columns = {"p": range(len(pairs)), "g": [g for g, _ in pairs], "n": [n for _, n in pairs]}
    table = pa.table({name: pa.array(values, pa.int64()) for name, values in columns.items()})
    schema = Schema("T", tuple(Column(name, ColumnType.LONG) for name in columns))
    plan = kql.compile(SourceText(query), Catalog({"T": schema}))
    return list(engine.run(plan, {"T": table}, 1_700_000_000_000_000_000).to_pylist())


@settings(max_examples=25, deadline=None)
@given(PAIRS)
def test_what_make_list_puts_together_mv_expand_takes_apart(pairs: list[tuple[int, int]]) -> None:
    rows = run("T | summarize n = make_list(n) by g | mv-expand with_itemindex=i n to typeof(long)", pairs)
    groups = sorted({g for g, _ in pairs})
    wanted = [(g, n, i) for g in groups for i, n in enumerate(n for h, n in pairs if h == g)]
    assert sorted((row["g"], row["i"], row["n"]) for row in rows) == sorted((g, i, n) for g, n, i in wanted)


@settings(max_examples=25, deadline=None)
@given(PAIRS)
def test_a_subquery_of_partition_is_summarize_by_the_column(pairs: list[tuple[int, int]]) -> None:
    parted = run("T | partition by g (summarize g = max(g), s = sum(n), l = make_list(n)) | sort by g asc", pairs)
    assert parted == run("T | summarize s = sum(n), l = make_list(n) by g | sort by g asc", pairs)


@settings(max_examples=25, deadline=None)
@given(PAIRS, st.integers(1, 3))
def test_the_first_rows_of_each_group_are_one_by_mv_apply_and_by_partition(
    pairs: list[tuple[int, int]], count: int
) -> None:
    wanted = []
    for group in sorted({g for g, _ in pairs}):
        wanted += [(group, n) for n in sorted((n for g, n in pairs if g == group), reverse=True)[:count]]
    parted = run(f"T | partition by g (top {count} by n) | sort by g asc, n desc", pairs)
    applied = run(
        f"""T | summarize l = make_list(n) by g | sort by g asc
          | mv-apply n = l to typeof(long) on (top {count} by n | extend rank = row_number())""",
        pairs,
    )
    assert [(row["g"], row["n"]) for row in parted] == wanted
    assert [(row["g"], row["n"]) for row in applied] == wanted
    assert [row["rank"] for row in applied if row["g"] == wanted[0][0]] == list(
        range(1, 1 + sum(g == wanted[0][0] for g, _ in wanted))
    )


@settings(max_examples=25, deadline=None)
@given(PAIRS)
def test_top_nested_of_one_level_is_summarize_and_top(pairs: list[tuple[int, int]]) -> None:
    nested = run("T | top-nested 1 of g by s = sum(n)", pairs)
    assert nested[0]["s"] == run("T | summarize s = sum(n) by g | top 1 by s", pairs)[0]["s"]


def test_a_summary_of_an_empty_group_ends_no_run() -> None:
    query = "T | summarize l = make_list(n) by g | mv-apply n = l to typeof(long) on (where n > 0 | summarize count())"
    assert [row["count_"] for row in run(query, [(1, 5), (1, 6)])] == [2]
    assert 1 in [row["count_"] for row in run(query, [(1, 5), (2, -1)])]


@pytest.mark.parametrize(
    "query, construct",
    [
        ("print a10 = 1, a9 = 2 | project-reorder a* granny-asc", "granny-asc of names with numbers"),
    ],
)
def test_what_no_page_says_is_refused(query: str, construct: str) -> None:
    with pytest.raises(Unsupported) as caught:
        run(query, [(1, 1)])
    assert construct in str(caught.value)
