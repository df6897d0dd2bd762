"""Rewrites keep the rows: pruning, carrying events, and judging each row at its own time."""

from __future__ import annotations

from datetime import UTC, datetime

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from antivenom import engine
from antivenom.plan.carry import carry_events, judged_by_own_time, reads_clock
from antivenom.plan.prune import columns_read, prune
from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Filter,
    FirstPer,
    Join,
    JoinKind,
    Limit,
    Measure,
    Project,
    Relation,
    Sort,
    SortKey,
    Source,
    Union,
)
from antivenom.plan.show import show
from antivenom.plan.stages import lookback, prefixes
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, call, new_column, text
from antivenom.tables import EVENT_COLUMN

NAME, AGE, TIME = (
    new_column("name", Type.STRING),
    new_column("age", Type.LONG),
    new_column("Timestamp", Type.DATETIME),
)
SOURCE = Source("people", (NAME, AGE, TIME))
HOUR = 3600 * 10**7


def people(rows: list[tuple[str, int, int]]) -> dict[str, pa.Table]:
    """A table of (name, age, hour of 2026-03-02), its rows numbered as events from 100."""
    start = int(datetime(2026, 3, 2, tzinfo=UTC).timestamp()) * 10**9
    return {
        "people": pa.table(
            {
                "name": pa.array([row[0] for row in rows], pa.string()),
                "age": pa.array([row[1] for row in rows], pa.int64()),
                "Timestamp": pa.array([start + row[2] * 3600 * 10**9 for row in rows], pa.timestamp("ns", "UTC")),
                EVENT_COLUMN: pa.array(range(100, 100 + len(rows)), pa.int64()),
            }
        )
    }


def older_than(age: int, input: Relation = SOURCE) -> Filter:
    return Filter(input, call("compare.gt", AGE, Literal(age, Type.LONG), type=Type.BOOL))


def count_by_name(input: Relation) -> Aggregate:
    count = Measure(new_column("count_", Type.LONG), Call("aggregate.count", (), Type.LONG))
    return Aggregate(input, (Assign(NAME, NAME),), (count,))


def by_age(input: Relation) -> Sort:
    return Sort(input, (SortKey(AGE, True, False),))


def joined(left: Relation, right: Relation) -> Join:
    other = new_column("name1", Type.STRING)
    renamed = Project(right, (Assign(other, NAME),))
    outputs = (Assign(new_column("name", Type.STRING), NAME), Assign(new_column("name1", Type.STRING), other))
    return Join(left, renamed, JoinKind.INNER, ((NAME, other),), outputs)


PLANS: list[Relation] = [
    older_than(3),
    Project(older_than(3), (Assign(new_column("n", Type.STRING), NAME),)),
    count_by_name(older_than(1)),
    Limit(by_age(SOURCE), 2),
    FirstPer(by_age(SOURCE), (NAME,)),
    joined(older_than(2), SOURCE),
    Union((SOURCE, older_than(4)), (NAME,), ((NAME,), (NAME,))),
    Project(Aggregate(SOURCE, (), count_by_name(SOURCE).measures), ()),
]

rows = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 6), st.integers(0, 47)), max_size=12)


@given(st.sampled_from(PLANS), rows)
def test_pruning_changes_no_row(plan: Relation, data: list[tuple[str, int, int]]) -> None:
    tables = people(data)
    assert engine.run_relation(prune(plan), tables, 0).equals(engine.run_relation(plan, tables, 0))


@given(st.sampled_from(PLANS[:-1]), rows)
def test_carrying_events_changes_no_row_but_adds_where_it_comes_from(
    plan: Relation, data: list[tuple[str, int, int]]
) -> None:
    tables = people(data)
    carried, column = carry_events(plan)
    result = engine.run_relation(carried, tables, 0)
    assert result.column_names[-1] == column.name
    plain = engine.run_relation(plan, tables, 0)
    as_rows = sorted(map(str, result.select(range(plain.num_columns)).to_pylist()))
    assert as_rows == sorted(map(str, plain.to_pylist()))
    for numbers in result.column(result.num_columns - 1).to_pylist():
        assert numbers
        assert all(100 <= number < 100 + len(data) for number in numbers)


def test_pruning_asks_only_for_what_is_read() -> None:
    plan = Project(older_than(3), (Assign(new_column("n", Type.STRING), NAME),))
    assert columns_read(plan) == {"people": {"name", "age", "Timestamp"}}
    assert columns_read(prune(plan)) == {"people": {"name", "age"}}


def test_a_count_survives_when_nothing_reads_it() -> None:
    result = engine.run_relation(prune(PLANS[-1]), people([("a", 1, 1), ("b", 2, 2)]), 0)
    assert result.num_rows == 0  # no columns are left to show, but
    count = engine.row_counts([prune(PLANS[-1])], people([("a", 1, 1), ("b", 2, 2)]), 0)
    assert count == [1]


def within(hours: int) -> Filter:
    ago = call(
        "number.subtract",
        Call("clock.now", (), Type.DATETIME),
        Literal(hours * HOUR, Type.TIMESPAN),
        type=Type.DATETIME,
    )
    return Filter(SOURCE, call("compare.gt", TIME, ago, type=Type.BOOL))


def test_a_lower_bound_by_the_clock_is_judged_at_each_rows_own_time() -> None:
    tables = people([("a", 1, 0), ("b", 1, 47)])
    newest = int(datetime(2026, 3, 3, 23, tzinfo=UTC).timestamp()) * 10**9
    assert reads_clock(within(24))
    assert engine.run_relation(within(24), tables, newest).column("name").to_pylist() == ["b"]
    own = judged_by_own_time(within(24), ("Timestamp",))
    assert own is not None
    assert engine.run_relation(own, tables, newest).column("name").to_pylist() == ["a", "b"]


def test_any_other_use_of_the_clock_is_not_judged_that_way() -> None:
    older = within(24)
    assert isinstance(older.condition, Call)
    upper = Filter(SOURCE, call("compare.lt", *older.condition.args, type=Type.BOOL))
    assert judged_by_own_time(upper, ("Timestamp",)) is None
    assert judged_by_own_time(count_by_name(within(24)), ("Timestamp",)) is None
    assert judged_by_own_time(within(24), ("_time",)) is None


def test_the_lookback_is_what_is_subtracted_from_the_clock() -> None:
    assert lookback(within(24)) == 24 * 3600 * 10**9
    assert lookback(SOURCE) is None


def test_prefixes_count_down_to_the_result() -> None:
    plan = by_age(older_than(3))
    assert engine.row_counts(prefixes(plan), people([("a", 1, 1), ("b", 5, 2)]), 0) == [2, 1, 1]


def test_a_plan_prints_itself_the_same_way_twice() -> None:
    plan = Filter(SOURCE, call("compare.eq", NAME, text('"x"'), type=Type.BOOL))
    assert show(plan) == (
        'filter compare.eq(name#1, "\\"x\\"")\n  source people [name#1:string, age#2:long, Timestamp#3:datetime]\n'
    )
    assert show(plan) == show(plan)
