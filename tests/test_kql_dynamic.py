"""Dynamic values through the engine: laws of arrays, sets and bags, and the values whose answer is refused."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.errors import QueryError
from tests.test_kql_engine import run

SCALARS = st.one_of(st.integers(-5, 5), st.text(alphabet='ab"\\,[]{}é', max_size=4), st.booleans(), st.none())
ARRAYS = st.lists(st.one_of(SCALARS, st.lists(SCALARS, max_size=2)), max_size=6)
PLAIN = st.lists(st.one_of(st.integers(-5, 5), st.text(alphabet="abAB", max_size=2)), max_size=6)
BAGS = st.dictionaries(st.text(alphabet='ab"\\.é$', max_size=3), SCALARS, max_size=4)


def _table(**columns: list[Any]) -> pa.Table:
    return pa.table({name: [json.dumps(value) for value in values] for name, values in columns.items()})


def _held(value: str | None) -> Any:
    return None if value is None else json.loads(value)


@settings(max_examples=40)
@given(ARRAYS, st.integers(-9, 9))
def test_arrays_are_moved_as_lists_are(array: list[Any], by: int) -> None:
    query = """T | extend a = parse_json(j) | project r = array_rotate_left(a, n), back = array_rotate_right(
      array_rotate_left(a, n), n), shifted = array_shift_left(a, n, 0), whole = array_concat(a, a), z = zip(a, a)"""
    (row,) = run(query, T=_table(j=[array]).append_column("n", pa.array([by])))
    at = by % len(array) if array else 0
    assert _held(row["r"]) == array[at:] + array[:at]
    assert _held(row["back"]) == array
    shifted = [array[i + by] if 0 <= i + by < len(array) else 0 for i in range(len(array))]
    assert _held(row["shifted"]) == shifted
    assert _held(row["whole"]) == array + array
    assert _held(row["z"]) == [[one, one] for one in array]


@settings(max_examples=40)
@given(PLAIN, PLAIN)
def test_sets_follow_the_laws_of_sets(left: list[Any], right: list[Any]) -> None:
    query = """T | extend a = parse_json(l), b = parse_json(r) | project u = set_union(a, b), i = set_intersect(a, b),
      d = set_difference(a, b), same = set_equals(a, b), sorted = array_sort_asc(a)"""
    (row,) = run(query, T=_table(l=[left], r=[right]))
    assert _held(row["u"]) == list(dict.fromkeys(left + right))
    assert _held(row["i"]) == [one for one in dict.fromkeys(left) if one in right]
    assert _held(row["d"]) == [one for one in dict.fromkeys(left) if one not in right]
    assert row["same"] is (set(left) == set(right))
    assert _held(row["sorted"]) == sorted(left, key=lambda one: (isinstance(one, str), one))


@settings(max_examples=40)
@given(BAGS, BAGS)
def test_bags_merge_and_give_back_what_was_set(left: dict[str, Any], right: dict[str, Any]) -> None:
    query = """T | extend a = parse_json(l), b = parse_json(r) | project m = bag_merge(a, b), k = bag_keys(a),
      s = bag_set_key(a, "x", 1).x, gone = bag_remove_keys(bag_set_key(a, "x", 1), dynamic(["x"]))"""
    (row,) = run(query, T=_table(l=[left], r=[right]))
    assert _held(row["m"]) == {**right, **left}
    assert _held(row["k"]) == list(left)
    assert _held(row["s"]) == 1
    assert _held(row["gone"]) == left


@settings(max_examples=40)
@given(BAGS, st.text(alphabet='ab"\\.é$/~', max_size=3))
def test_a_property_is_found_whatever_its_name(bag: dict[str, Any], name: str) -> None:
    table = _table(j=[bag]).append_column("n", pa.array([name]))
    (row,) = run("T | extend v = parse_json(j)[n]", T=table)
    assert _held(row["v"]) == bag.get(name)


@pytest.mark.parametrize(
    "query",
    [
        "print a = dynamic(1) < dynamic(2)",
        "print a = dynamic(1) == dynamic(1)",
        "print a = dynamic(1) < 'a'",
        "print a = datetime(2024-01-31) < 1d",
        "print a = datetime(2024-01-31) > '2024-01-30'",
        "print a = array_length('a')",
        "print a = array_split(dynamic([1]), 1.5)",
        "print a = set_union(dynamic([1]), 1)",
        "print a = bag_set_key(dynamic({}), tostring(rand_name), 1)",
        "print d = dynamic([1]) | sort by d",
        "print d = dynamic([1]) | summarize count() by d",
    ],
)
def test_what_kusto_rejects_is_rejected(query: str) -> None:
    with pytest.raises(QueryError):
        run(query)
