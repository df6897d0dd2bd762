"""Correlations: what is counted, how windows lie, what becomes one match, and that brute force finds the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, permutations
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.correlating import Hit, LeftOut, Match, as_hit, correlate, fields_read, left_out, renamed
from antivenom.errors import QueryError, Unsupported
from antivenom.languages.sigma.reader import read
from antivenom.languages.sigma.syntax import Correlation, Of
from antivenom.source import SourceText

S = 10**9


def correlation(text: str) -> Correlation:
    """The correlation whose keys stand in `text`, one a line."""
    lines = "\n".join(f"  {line.strip()}" for line in text.strip().splitlines())
    (document,) = read(SourceText(f"title: t\ncorrelation:\n{lines}\n", "t.yml"))
    assert isinstance(document, Correlation), document
    return document


def counting(bounds: str, type_: str = "event_count", rules: str = "[a]", timespan: str = "10s") -> Correlation:
    return correlation(f"type: {type_}\nrules: {rules}\ntimespan: {timespan}\ncondition: {{{bounds}}}")


def temporal(rules: str, type_: str = "temporal", condition: str = "") -> Correlation:
    written = f"\ncondition: {condition}" if condition else ""
    return correlation(f"type: {type_}\nrules: {rules}\ntimespan: 10s{written}")


def hit(second: float | None, event: int = 0, **values: str | None) -> Hit:
    return Hit(None if second is None else int(second * S), (event,), values)


def at(*seconds: float) -> list[Hit]:
    """Hits at these seconds, of events 0, 1, ..."""
    return [hit(second, number) for number, second in enumerate(seconds)]


def of(**seconds: Sequence[float]) -> dict[str, list[Hit]]:
    """Hits of each rule at its seconds; events are numbered in the order of time."""
    placed = sorted((second, rule) for rule, all_ in seconds.items() for second in all_)
    return {rule: [hit(s, n) for n, (s, r) in enumerate(placed) if r == rule] for rule in seconds}


def extents(matches: Iterable[Match]) -> list[tuple[float, float]]:
    return [((one.first or 0) / S, (one.last or 0) / S) for one in matches]


def test_a_count_in_a_window_is_a_match_with_all_of_it() -> None:
    (match,) = correlate(counting("gte: 3"), {"a": at(5, 1, 3)})
    assert match == Match({}, S, 5 * S, 3.0, (0, 1, 2), {"a": 3})


def test_a_window_is_as_long_as_the_timespan_and_no_longer() -> None:
    assert extents(correlate(counting("gte: 2"), {"a": at(0, 10)})) == [(0, 10)]
    now = 1_700_000_000 * S
    for late, matches in ((0, True), (1, False)):
        hits = [Hit(now, (0,), {}), Hit(now + 10 * S + late, (1,), {})]
        assert bool(correlate(counting("gte: 2"), {"a": hits})) is matches


def test_windows_slide() -> None:
    assert extents(correlate(counting("gte: 3"), {"a": at(0, 9, 11, 18)})) == [(9, 18)]


def test_a_long_burst_is_one_match() -> None:
    (match,) = correlate(counting("gte: 5", timespan="5m"), {"a": at(*(i * 1.2 for i in range(500)))})
    assert (match.first, match.last, len(match.events)) == (0, int(499 * 1.2 * S), 500)
    assert match.measured == 251


def test_the_fullest_window_is_measured() -> None:
    (match,) = correlate(counting("gte: 2"), {"a": at(0, 1, 2, 11.5)})
    assert (match.measured, match.events) == (3, (0, 1, 2, 3))


def test_two_bursts_are_two_matches() -> None:
    matches = correlate(counting("gte: 2"), {"a": at(0, 1, 100, 101)})
    assert extents(matches) == [(0, 1), (100, 101)]
    assert [match.events for match in matches] == [(0, 1), (2, 3)]


def test_windows_that_touch_without_a_common_hit_are_two_matches() -> None:
    assert extents(correlate(counting("gte: 2"), {"a": at(0, 5, 11, 16)})) == [(0, 16)]
    assert extents(correlate(counting("gte: 3"), {"a": at(0, 1, 2, 12.5, 13, 14)})) == [(0, 2), (12.5, 14)]


@pytest.mark.parametrize(
    "bounds, matches",
    [
        ("gt: 3", False),
        ("gt: 2", True),
        ("gte: 3", True),
        ("gte: 4", False),
        ("lt: 4", True),
        ("lt: 3", False),
        ("lte: 3", True),
        ("lte: 2", False),
        ("eq: 3", True),
        ("eq: 2", False),
        ("neq: 2", True),
        ("neq: 3", False),
        ("gt: 2, lte: 3", True),
        ("gt: 2, lt: 3", False),
    ],
)
def test_all_bounds_hold_for_three_hits_together(bounds: str, matches: bool) -> None:
    assert bool(correlate(counting(bounds), {"a": at(0, 1, 2)})) is matches


def test_an_upper_bound_does_not_hold_for_a_part_of_a_burst() -> None:
    assert correlate(counting("lte: 3"), {"a": at(*range(20))}) == []
    assert extents(correlate(counting("lte: 3"), {"a": at(*range(20), 50, 51)})) == [(50, 51)]
    assert correlate(counting("eq: 5"), {"a": at(0, 1, 2, 3, 4, 5)}) == []


def test_what_never_happened_is_no_match() -> None:
    assert correlate(counting("lte: 3"), {"a": []}) == []
    assert correlate(counting("eq: 0"), {}) == []


BY_USER = """
type: event_count
rules: [a]
group-by: [User, Host]
timespan: 10s
condition: {gte: 2}
"""


def test_each_group_counts_by_itself() -> None:
    hits = [hit(t, n, User=u, Host="h") for n, (t, u) in enumerate([(0, "x"), (1, "y"), (2, "x"), (30, "y")])]
    (match,) = correlate(correlation(BY_USER), {"a": hits})
    assert (match.group, match.events) == ({"User": "x", "Host": "h"}, (0, 2))


def test_groups_compare_without_case_and_show_what_was_seen_first() -> None:
    hits = [hit(5, 0, User="BOB", Host="h"), hit(1, 1, User="Bob", Host="H")]
    (match,) = correlate(correlation(BY_USER), {"a": hits})
    assert match.group == {"User": "Bob", "Host": "H"}


def test_a_hit_that_lacks_a_group_field_belongs_to_no_group() -> None:
    hits = [hit(0, 0, User=None, Host="h"), hit(1, 1, Host="h"), hit(2, 2, User="x", Host="h")]
    assert correlate(correlation(BY_USER), {"a": hits}) == []
    assert left_out(correlation(BY_USER), {"a": hits}) == LeftOut(0, 2, 0)
    assert correlate(correlation(BY_USER), {"a": [hit(t, t, User="", Host="h") for t in (0, 1)]})


def test_matches_are_ordered_by_time_then_group_and_cut() -> None:
    hits = [hit(t, n, User=u, Host="h") for n, (t, u) in enumerate([(0, "b"), (0, "b"), (0, "A"), (1, "a")])]
    matches = correlate(correlation(BY_USER), {"a": hits})
    assert [match.group["User"] for match in matches] == ["A", "b"]
    assert correlate(correlation(BY_USER), {"a": hits}, most=1) == matches[:1]


ALIASED = """
type: temporal
rules: [err, conn]
group-by: [ip, User]
timespan: 10s
aliases: {ip: {err: destination.ip, conn: source.ip}}
"""


def test_an_alias_is_a_field_of_each_rule() -> None:
    rule = correlation(ALIASED)
    assert fields_read(rule, "err") == {"destination.ip", "User"}
    assert fields_read(rule, "conn") == {"source.ip", "User"}
    assert fields_read(rule, "another") == {"ip", "User"}
    err = Hit(0, (1,), {"destination.ip": "1.1.1.1", "source.ip": "2.2.2.2", "User": "x"})
    conn = Hit(S, (2,), {"source.ip": "1.1.1.1", "User": "X"})
    (match,) = correlate(rule, {"err": [err], "conn": [conn]})
    assert match.group == {"ip": "1.1.1.1", "User": "x"}
    away = replace(conn, values={"source.ip": "2.2.2.2", "User": "x"})
    assert correlate(rule, {"err": [err], "conn": [away]}) == []


def test_values_are_counted_once_whatever_their_case() -> None:
    rule = counting("gte: 3, field: User", "value_count")
    assert fields_read(rule, "a") == {"User"}
    hits = [hit(n, n, User=user) for n, user in enumerate(["x", "X", "y", None, "y"])]
    assert correlate(rule, {"a": hits}) == []
    (match,) = correlate(rule, {"a": [*hits, hit(6, 6, User="z")]})
    assert (match.measured, match.events) == (3, (0, 1, 2, 4, 6))
    assert left_out(rule, {"a": hits}) == LeftOut(0, 0, 1)


def test_values_leave_a_window_as_it_slides() -> None:
    rule = counting("gte: 3, field: User", "value_count")
    hits = [hit(t, n, User=u) for n, (t, u) in enumerate([(0, "x"), (8, "y"), (11, "z"), (12, "y"), (17, "w")])]
    assert extents(correlate(rule, {"a": hits})) == [(8, 17)]


def test_several_fields_count_tuples() -> None:
    rule = counting("gte: 3, field: [User, Host]", "value_count")
    pairs = [("x", "1"), ("x", "2"), ("y", "1"), ("X", "1"), ("y", None)]
    (match,) = correlate(rule, {"a": [hit(n, n, User=u, Host=h) for n, (u, h) in enumerate(pairs)]})
    assert match.measured == 3


@pytest.mark.parametrize(
    "type_, extra, values, measured",
    [
        ("value_sum", "", ["1", "2.5", " 3 ", "x", None, "0x10"], 6.5),
        ("value_sum", "", ["0.1"] * 10, 1.0),
        ("value_sum", "", ["1e3", "-1", "1e-3"], fsum([1e3, -1, 1e-3])),
        ("value_avg", "", ["1", "2", "6", "nan", "inf"], 3.0),
        ("value_median", "", ["9", "1", "3"], 3.0),
        ("value_median", "", ["9", "1", "3", "4"], 3.5),
        ("value_percentile", ", percentile: 0", ["9", "1", "3"], 1.0),
        ("value_percentile", ", percentile: 100", ["9", "1", "3"], 9.0),
        ("value_percentile", ", percentile: 90", ["0", "10", "20", "30"], 27.0),
        ("value_percentile", ", percentile: 50", ["4", "4", "1", "8"], 4.0),
        ("value_percentile", ", percentile: 99", ["7"], 7.0),
    ],
)
def test_numbers_are_measured(type_: str, extra: str, values: list[str | None], measured: float) -> None:
    rule = counting(f"gt: -1000, field: n{extra}", type_)
    (match,) = correlate(rule, {"a": [hit(n, n, n=value) for n, value in enumerate(values)]})
    assert match.measured == measured


def test_what_does_not_read_as_a_number_takes_no_part() -> None:
    rule = counting("gte: 0, field: n", "value_sum")
    hits = {"a": [hit(n, n, n=value) for n, value in enumerate(["x", "1", "", "1e999", "٣"])]}
    (match,) = correlate(rule, hits)
    assert match.events == (1,)
    assert left_out(rule, hits).valueless == 4


def test_a_temporal_correlation_needs_a_hit_of_every_rule() -> None:
    rule = temporal("[a, b]")
    (match,) = correlate(rule, of(a=[0, 5, 40], b=[9], c=[1]))
    assert (extents([match]), match.measured, match.by_rule) == ([(0, 9)], 2, {"a": 2, "b": 1})
    assert correlate(rule, of(a=[0], b=[10.5])) == []
    assert extents(correlate(rule, of(a=[0], b=[10]))) == [(0, 10)]


def test_bounds_count_the_rules_of_a_window() -> None:
    rule = temporal("[a, b, c]", condition="{gte: 2}")
    assert extents(correlate(rule, of(a=[0], b=[20], c=[25]))) == [(20, 25)]
    assert extents(correlate(temporal("[a, b]", condition="{lt: 2}"), of(a=[0, 50], b=[5]))) == [(50, 50)]


@pytest.mark.parametrize(
    "hits, found",
    [
        (of(a=[0], b=[], c=[1]), [(0, 1)]),
        (of(a=[0], b=[5], c=[1]), []),
        (of(a=[5], b=[0], c=[6]), []),
        (of(a=[0, 30], b=[5], c=[31]), [(30, 31)]),
        (of(a=[0], b=[], c=[]), []),
        (of(a=[], b=[], c=[], d=[0]), [(0, 0)]),
    ],
)
def test_a_condition_over_rules(hits: dict[str, list[Hit]], found: list[tuple[float, float]]) -> None:
    rule = temporal("[a, b, c, d]", condition="(a and c and not b) or d")
    assert extents(correlate(rule, hits)) == found


@pytest.mark.parametrize(
    "condition, present, holds",
    [
        ("not (a or b)", "c", True),
        ("not (a or b)", "ac", False),
        ("not (a and b) and c", "ac", True),
        ("not not a", "a", True),
        ("not a and a", "a", False),
        ("a or b and c", "a", True),
        ("(a or b) and c", "a", False),
        ("(a or b) and c", "bc", True),
    ],
)
def test_conditions_bind_as_in_rules(condition: str, present: str, holds: bool) -> None:
    hits = {rule: at(0) for rule in present}
    assert bool(correlate(temporal("[a, b, c]", condition=condition), hits)) is holds


@pytest.mark.parametrize("type_", ["temporal", "temporal_ordered"])
def test_a_condition_that_cannot_be_asked_is_refused_even_without_hits(type_: str) -> None:
    with pytest.raises(QueryError, match="no rule 'z'"):
        correlate(temporal("[a, b]", type_, "a and z"), {})
    many = " and ".join(f"(a{n} or b{n})" for n in range(9))
    rules = ", ".join(f"{letter}{n}" for letter in "ab" for n in range(9))
    with pytest.raises(Unsupported, match="256 alternatives"):
        correlate(temporal(f"[{rules}]", type_, many), {})
    rule = temporal("[a, b]", type_)
    with pytest.raises(Unsupported, match="'of'"):
        correlate(replace(rule, condition=Of(True, "them", rule.header.span)), {})


@pytest.mark.parametrize(
    "rules, hits, found",
    [
        ("[a, b]", of(a=[0], b=[5]), [(0, 5)]),
        ("[a, b]", of(a=[5], b=[0]), []),
        ("[a, b]", of(a=[5, 20], b=[0, 25]), [(20, 25)]),
        ("[a, b]", of(a=[0], b=[10.5]), []),
        ("[a, b]", of(a=[5], b=[0, 20]), []),
        ("[b, a]", of(a=[3], b=[0, 6]), [(0, 6)]),
        ("[a, b, a]", of(a=[0, 2], b=[1]), [(0, 2)]),
        ("[a, b, a]", of(a=[0], b=[1]), []),
        ("[a, a]", of(a=[0]), []),
        ("[a, a]", of(a=[0, 1]), [(0, 1)]),
        ("[a, b, c]", of(a=[0, 4], b=[3], c=[1, 9]), [(0, 9)]),
        ("[a, b, c]", of(a=[0], b=[3], c=[1]), []),
    ],
)
def test_ordered_hits_stand_in_the_order_of_the_rules(
    rules: str, hits: dict[str, list[Hit]], found: list[tuple[float, float]]
) -> None:
    assert extents(correlate(temporal(rules, "temporal_ordered"), hits)) == found


def test_equal_times_are_ordered_by_event_number() -> None:
    rule = temporal("[a, b]", "temporal_ordered")
    assert correlate(rule, {"a": [hit(1, 7)], "b": [hit(1, 8)]})
    assert not correlate(rule, {"a": [hit(1, 8)], "b": [hit(1, 7)]})
    assert not correlate(rule, {"a": [Hit(S, (1, 9), {})], "b": [hit(1, 7)]}), "a chained hit is at its last event"


def test_one_event_may_be_the_hit_of_two_rules_but_a_hit_serves_once() -> None:
    both = {"a": [hit(1, 7)], "b": [hit(1, 7)]}
    (match,) = correlate(temporal("[b, a]", "temporal_ordered"), both)
    assert (match.events, match.by_rule) == ((7,), {"b": 1, "a": 1})
    assert not correlate(temporal("[a, b, a]", "temporal_ordered"), both)
    assert correlate(temporal("[a, b, a]", "temporal_ordered"), {**both, "a": [hit(1, 7), hit(2, 8)]})


def test_an_event_of_two_rules_is_counted_once() -> None:
    rule = counting("gte: 2", rules="[a, b]")
    assert not correlate(rule, {"a": [hit(1, 7)], "b": [hit(1, 7)]})
    (match,) = correlate(rule, {"a": [hit(1, 7), hit(12, 9)], "b": [hit(1, 7), hit(2, 8)]})
    assert (match.measured, match.events, match.by_rule) == (2, (7, 8, 9), {"a": 2, "b": 2})
    total = counting("gte: 10, field: n", "value_sum", "[a, b]")
    alias = replace(total, aliases={"n": {"b": "m"}})
    assert correlate(alias, {"a": [hit(1, 7, n="5", m="6")], "b": [hit(1, 7, n="5", m="6")]})
    assert not correlate(total, {"a": [hit(1, 7, n="5")], "b": [hit(1, 7, n="5")]})


@pytest.mark.parametrize(
    "hits, holds",
    [
        (of(a=[0], b=[1], c=[2]), True),
        (of(a=[1], b=[0], c=[]), False),
        (of(a=[1], b=[0], c=[2]), True),
        (of(a=[2], b=[1], c=[0]), False),
    ],
)
def test_bounds_count_the_most_rules_in_order(hits: dict[str, list[Hit]], holds: bool) -> None:
    rule = temporal("[a, b, c]", "temporal_ordered", "{gte: 2}")
    assert bool(correlate(rule, hits)) is holds


def test_a_later_rule_may_follow_an_earlier_one_directly() -> None:
    rule = temporal("[a, b, c, d]", "temporal_ordered", "{gte: 3}")
    assert correlate(rule, of(a=[0], b=[5], c=[3], d=[4]))


def test_a_condition_is_ordered_by_alternative() -> None:
    rule = temporal("[a, b, c]", "temporal_ordered", "(a and b) or (a and not c)")
    assert correlate(rule, of(a=[0], b=[1], c=[2]))
    assert not correlate(rule, of(a=[1], b=[0], c=[2]))
    assert correlate(rule, of(a=[1], b=[0], c=[]))


def test_hits_without_a_time_take_part_only_without_a_timespan() -> None:
    hits = {"a": [hit(None, 3), hit(5, 2), hit(900, 1)]}
    timed = counting("gte: 2")
    assert (correlate(timed, hits), left_out(timed, hits)) == ([], LeftOut(1, 0, 0))
    untimed = replace(timed, timespan=None)
    assert correlate(untimed, hits) == [Match({}, 5 * S, 900 * S, 3, (1, 2, 3), {"a": 3})]
    assert left_out(untimed, hits) == LeftOut(0, 0, 0)
    assert correlate(untimed, {"a": [hit(None, 1), hit(None, 0)]}) == [Match({}, None, None, 2, (0, 1), {"a": 2})]


def test_hits_without_a_time_have_no_order() -> None:
    rule = replace(temporal("[a, b]", "temporal_ordered"), timespan=None)
    hits = {"a": [hit(None, 0)], "b": [hit(1, 1)]}
    assert (correlate(rule, hits), left_out(rule, hits).timeless) == ([], 1)


def test_correlations_chain() -> None:
    failed = correlation(BY_USER.replace(", Host", ""))
    (match,) = correlate(failed, {"a": [hit(t, t, User="x") for t in (0, 1, 2)]})
    assert as_hit(match) == Hit(2 * S, (0, 1, 2), {"User": "x"})
    assert as_hit(match, {"Host": "h", "User": "?"}).values == {"User": "x", "Host": "h"}
    then = correlation("type: temporal_ordered\nrules: [many, ok]\ngroup-by: [User]\ntimespan: 10s")
    (chained,) = correlate(then, {"many": [as_hit(match)], "ok": [hit(2, 3, User="X")]})
    assert (chained.events, chained.by_rule) == ((0, 1, 2, 3), {"many": 1, "ok": 1})


def test_references_can_be_renamed() -> None:
    rule = correlation(
        "type: temporal\nrules: [id1, id2]\ngroup-by: [u]\ntimespan: 10s\n"
        "aliases: {u: {one: User}}\ncondition: one and not (id2 or two)"
    )
    same = renamed(rule, {"id1": "A", "one": "A", "id2": "B", "two": "B"})
    assert ([named.name for named in same.rules], same.aliases) == (["A", "B"], {"u": {"A": "User"}})
    assert correlate(same, {"A": [hit(0, 0, User="x")]})
    assert not correlate(same, {"A": [hit(0, 0, User="x")], "B": [hit(0, 0, u="x")]})
    assert isinstance(renamed(replace(rule, condition=Of(True, "them", rule.header.span)), {}).condition, Of)


# -- the same by brute force

Placed = list[tuple[int, int, str, str]]
"""Second, event number, rule and value of each hit, in order."""

seconds = st.lists(st.tuples(st.integers(0, 40), st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12)


def placed(drawn: list[tuple[int, str, str]]) -> Placed:
    return [(second, number, rule, value) for number, (second, rule, value) in enumerate(sorted(drawn))]


def as_hits(hits: Placed) -> dict[str, list[Hit]]:
    return {rule: [hit(s, n, v=v) for s, n, r, v in hits if r == rule] for rule in "abc"}


def windows(hits: Placed, span: int = 10) -> list[Placed]:
    """Every set of hits within some span that is part of no other."""
    starts = {one[0] for one in hits} | {one[0] - span for one in hits}
    sets = {tuple(one for one in hits if start <= one[0] <= start + span) for start in starts}
    return [list(one) for one in sets if not any(set(one) < set(other) for other in sets)]


def brute(hits: Placed, holds: Callable[[Placed], bool]) -> list[tuple[tuple[int, ...], float, float]]:
    """Events, first and last of what windows that hold become, put together until no two share a hit."""
    found = [set(window) for window in windows(hits) if holds(window)]
    merged: list[set[tuple[int, int, str, str]]] = []
    for one in found:
        apart = [other for other in merged if not other & one]
        merged = [*apart, one.union(*(other for other in merged if other & one))]
    return sorted((tuple(sorted(n for _, n, _, _ in one)), min(one)[0], max(one)[0]) for one in merged)


def found(rule: Correlation, hits: Placed) -> list[tuple[tuple[int, ...], float, float]]:
    matches = correlate(rule, as_hits(hits))
    assert matches == sorted(matches, key=lambda match: match.first or 0)
    return sorted((match.events, *extents([match])[0]) for match in matches)


OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "gt": lambda a, b: a > b,
    "gte": lambda a, b: a >= b,
    "lt": lambda a, b: a < b,
    "lte": lambda a, b: a <= b,
    "eq": lambda a, b: a == b,
    "neq": lambda a, b: a != b,
}


@given(seconds, st.sampled_from(list(OPERATORS)), st.integers(0, 6))
def test_counts_are_those_of_brute_force(drawn: list[tuple[int, str, str]], operator: str, number: int) -> None:
    hits, holds = placed(drawn), OPERATORS[operator]
    rule = counting(f"{operator}: {number}", rules="[a, b, c]")
    assert found(rule, hits) == brute(hits, lambda window: holds(len(window), number))
    distinct = counting(f"{operator}: {number}, field: v", "value_count", "[a, b, c]")
    assert found(distinct, hits) == brute(hits, lambda window: holds(len({v for *_, v in window}), number))


@given(seconds, st.integers(1, 5))
def test_a_lower_bound_holds_where_any_set_within_the_timespan_has_enough(
    drawn: list[tuple[int, str, str]], number: int
) -> None:
    hits = placed(drawn)
    times = [one[0] for one in hits]
    enough = any(times[i + number - 1] - times[i] <= 10 for i in range(len(times) - number + 1))
    assert bool(found(counting(f"gte: {number}", rules="[a, b, c]"), hits)) is enough


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(-50, 50)), max_size=15),
    st.sampled_from([0, 25, 50, 90, 100]),
    st.integers(-60, 60),
)
def test_numbers_are_those_of_brute_force(drawn: list[tuple[int, int]], percentile: int, number: int) -> None:
    hits: Placed = [(second, n, "a", str(value / 4)) for n, (second, value) in enumerate(sorted(drawn))]

    def values(window: Placed) -> list[float]:
        return sorted(float(value) for *_, value in window)

    def reaches(measure: Callable[[list[float]], float], window: Placed) -> bool:
        return measure(values(window)) >= number

    def rank(ordered: list[float]) -> float:
        place = (len(ordered) - 1) * percentile / 100
        above = ordered[min(int(place) + 1, len(ordered) - 1)]
        return ordered[int(place)] + (above - ordered[int(place)]) * (place - int(place))

    measures: dict[str, Callable[[list[float]], float]] = {
        "value_sum": sum,
        "value_avg": lambda ordered: sum(ordered) / len(ordered),
        "value_percentile": rank,
    }
    for type_, measure in measures.items():
        extra = f", percentile: {percentile}" if type_ == "value_percentile" else ""
        rule = counting(f"gte: {number}, field: v{extra}", type_)
        assert found(rule, hits) == brute(hits, partial(reaches, measure))


@given(seconds, st.integers(1, 3), st.booleans())
def test_rules_together_are_those_of_brute_force(drawn: list[tuple[int, str, str]], number: int, bounded: bool) -> None:
    hits = placed(drawn)
    rule = temporal("[a, b, c]", condition=f"{{gte: {number}}}" if bounded else "")
    least = number if bounded else 3
    assert found(rule, hits) == brute(hits, lambda window: len({one[2] for one in window}) >= least)


@given(seconds)
def test_a_condition_over_rules_is_that_of_brute_force(drawn: list[tuple[int, str, str]]) -> None:
    hits = placed(drawn)
    rule = temporal("[a, b, c]", condition="a and not (b and c) or c and not a")

    def holds(window: Placed) -> bool:
        a, b, c = (any(one[2] == rule for one in window) for rule in "abc")
        return (a and not (b and c)) or (c and not a)

    assert found(rule, hits) == brute(hits, holds)


def in_order(window: Placed, rules: Sequence[str]) -> bool:
    return any(
        [one[2] for one in choice] == list(rules) and all(one[:2] <= other[:2] for one, other in pairwise(choice))
        for choice in permutations(window, len(rules))
    )


@given(
    st.lists(st.tuples(st.integers(0, 25), st.integers(0, 3), st.sampled_from("abc")), max_size=7, unique=True),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=4),
)
def test_ordered_rules_are_those_of_brute_force(drawn: list[tuple[int, int, str]], rules: list[str]) -> None:
    """Event numbers repeat here: one event hits several rules, and numbers do not follow time."""
    hits: Placed = sorted((second, number, rule, "x") for second, number, rule in drawn if rule in rules)
    rule = temporal(f"[{', '.join(rules)}]", "temporal_ordered")
    expected = brute(hits, lambda window: in_order(window, rules))
    assert found(rule, hits) == sorted((tuple(sorted(set(events))), *rest) for events, *rest in expected)


@given(seconds, st.integers(1, 3))
def test_the_most_rules_in_order_are_those_of_brute_force(drawn: list[tuple[int, str, str]], number: int) -> None:
    hits = placed(drawn)
    rule = temporal("[a, b, c]", "temporal_ordered", f"{{gte: {number}}}")
    choices = {1: ["a", "b", "c"], 2: ["ab", "ac", "bc"], 3: ["abc"]}[number]
    assert found(rule, hits) == brute(hits, lambda window: any(in_order(window, rules) for rules in choices))


def test_the_order_hits_are_given_in_does_not_matter() -> None:
    hits = of(a=[0, 4, 30], b=[2, 33], c=[1])
    backwards = {rule: all_[::-1] for rule, all_ in reversed(hits.items())}
    for type_ in ("temporal", "temporal_ordered"):
        rule = temporal("[a, b]", type_)
        assert correlate(rule, hits) == correlate(rule, backwards)


@pytest.mark.parametrize(
    "rule",
    [
        counting("gte: 5"),
        counting("gte: 5, field: v", "value_count"),
        counting("gte: 5, field: v", "value_sum"),
        counting("gte: 5, field: v, percentile: 95", "value_percentile"),
        temporal("[a, b, a]", "temporal_ordered"),
    ],
    ids=lambda rule: rule.type,
)
@pytest.mark.parametrize("gap", [0, 1, 10**6])
def test_many_hits_take_time_in_proportion(rule: Correlation, gap: int) -> None:
    """All at one time, all in one window, and ten thousand windows; a quadratic way would take minutes."""
    hits = [Hit(number * gap * 1_000, (number,), {"v": str(number % 997)}) for number in range(60_000)]
    started = time.process_time()
    correlate(rule, {"a": hits, "b": hits[::7]})
    assert time.process_time() - started < 10
