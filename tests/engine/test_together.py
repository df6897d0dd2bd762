"""Many conditions in one pass: it agrees with DuckDB on any table, and its short cuts lose nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.engine import pcre
from antivenom.engine.together import (
    Late,
    Prepared,
    check,
    distinct,
    factors,
    matches,
    named,
    naming,
    outcomes,
    reasons,
    scalars,
    search,
    trie,
)
from antivenom.engine.together.reasons import holds
from antivenom.engine.together.search import EDGE, Searcher
from antivenom.errors import EngineError, QueryError
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, new_column, text, true
from tests.engine.test_sigma_functions import duck_rows

A, B = new_column("a", Type.STRING), new_column("b", Type.STRING)

words = st.text("aAbB\né*", max_size=6)
cells = st.one_of(st.none(), words)


def op(name: str, *args: Value) -> Call:
    return Call(name, args, Type.BOOL)


def contains(given: str) -> Call:
    return op("sigma.contains", A, text(given))


_TEXT_OPS = [f"sigma.{name}{twin}" for name in ("eq", "contains", "starts", "ends", "like") for twin in ("", "_cased")]
_PATTERNS = ["a+b", "(?i)ab|ba", "(?is)^a.b", "b(?!a)", "é$", "(?i)aba?b"]
columns = st.sampled_from([A, B])
atoms = st.one_of(
    st.builds(lambda name, column, word: op(name, column, text(word)), st.sampled_from(_TEXT_OPS), columns, words),
    st.builds(lambda column, word: op("sigma.like", column, text(f"*a?{word}*b")), columns, words),
    st.builds(lambda column, pattern: op("sigma.regex", column, text(pattern)), columns, st.sampled_from(_PATTERNS)),
    st.builds(lambda name: op(name, A, B), st.sampled_from(["sigma.same", "sigma.same_contains", "sigma.same_cased"])),
    st.builds(op, st.sampled_from(["null.is_null", "null.is_not_null"]), columns),
    st.sampled_from([true(), Literal(False, Type.BOOL)]),
)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds(lambda args: op("bool.and", *args), st.lists(inner, max_size=4)),
        st.builds(lambda args: op("bool.or", *args), st.lists(inner, max_size=4)),
        st.builds(lambda arg: op("bool.not", arg), inner),
    ),
    max_leaves=10,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(cells, cells), max_size=12), st.lists(conditions, min_size=1, max_size=4))
def test_the_one_pass_agrees_with_duckdb_and_with_each_row(
    rows: list[tuple[str | None, str | None]], asked: list[Value]
) -> None:
    table = pa.table(
        {"a": pa.array([a for a, _ in rows], pa.string()), "b": pa.array([b for _, b in rows], pa.string())}
    )
    found = [ids.tolist() for ids in matches(table, asked)]
    assert found == [duck_rows(table, condition, {"a": A, "b": B}) for condition in asked]
    assert found == [[i for i, (a, b) in enumerate(rows) if holds({"a": a, "b": b}, c)] for c in asked]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(cells, cells), max_size=12), conditions, st.sampled_from([0, 3_000]))
def test_rows_are_told_together_what_each_is_told_alone(
    rows: list[tuple[str | None, str | None]], condition: Value, few: int
) -> None:
    table = pa.table(
        {"a": pa.array([a for a, _ in rows], pa.string()), "b": pa.array([b for _, b in rows], pa.string())}
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(naming, "_FEW", few)
        told = named(table, condition)
    alone = [reasons({"a": a, "b": b}, condition) for a, b in rows]
    assert [[str(test) for test in one] for one in told] == [[str(test) for test in one] for one in alone]


def test_patience_is_for_all_tables_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text is given up once; when the time of a pattern is over, nothing more is searched for it."""
    monkeypatch.setattr(pcre, "SECONDS_PER_VALUE", 0.001)
    slow = op("sigma.regex", A, text("(?=a)((a|aa)+)+$"))
    bad, table = "a" * 5_000 + "b", pa.table({"a": ["a" * 5_000 + "b", "aa"]})
    prepared = Prepared([op("bool.or", contains("ab"), slow)])
    found = [prepared.outcomes(table)[0] for _ in range(3)]
    assert [ids.tolist() for ids in found if isinstance(ids, np.ndarray)] == [[0, 1]] * 3
    searched: list[str] = []
    monkeypatch.setattr(pcre, "compiled", searched.append)
    condition = op("bool.or", contains("ab"), slow)
    assert [len(one) for one in prepared.named(table, condition)] == [1, 1]
    assert [one[0].op for one in prepared.named(table, condition)] == ["sigma.contains", "sigma.regex"]
    assert searched == []
    patience = pcre.Patience(seconds=pcre.SECONDS_PER_COLUMN + 1)
    monkeypatch.undo()
    assert pcre.attempted(["aa", None, bad], "(?=a)a", patience) == ([False, False, False], [0, 1, 2])
    assert patience.untried == 3


def test_a_wildcard_pattern_too_large_is_refused_and_stops_nothing() -> None:
    large = op("sigma.like", A, text("*zq" + "?é" * 60_000 + "y*"))
    with pytest.raises(QueryError, match="too large"):
        check(large)
    assert [one.op for one in reasons({"a": "hit"}, op("bool.or", contains("hit"), large))] == ["sigma.contains"]


def test_a_field_is_compared_with_itself() -> None:
    table = pa.table({"a": ["x", None], "b": ["X", "y"]})
    asked = [op("sigma.same", A, A), op("bool.and", op("sigma.same", A, A), op("sigma.same", A, B))]
    assert [ids.tolist() for ids in matches(table, asked)] == [[0], [0]]


def test_columns_of_one_name_are_one_column() -> None:
    other = new_column("a", Type.STRING)
    condition = op("bool.and", contains("x"), op("bool.not", op("sigma.starts", other, text("y"))))
    table = pa.table({"a": ["ax", "yx"]})
    assert [ids.tolist() for ids in matches(table, [condition])] == [[0]]
    assert [len(one) for one in named(table.slice(0, 1), condition)] == [1]


def test_a_condition_that_cannot_be_asked_fails_alone() -> None:
    table = pa.table({"a": ["ab"]})
    bad, late = op("sigma.regex", A, text("(")), op("bool.not", op("nothing.like_it", A))
    good, wrong, other = outcomes(table, [contains("b"), op("bool.or", contains("a"), bad), late])
    assert isinstance(good, np.ndarray)
    assert good.tolist() == [0]
    assert isinstance(wrong, QueryError)
    assert isinstance(other, EngineError)
    with pytest.raises(QueryError):
        matches(table, [contains("b"), bad])


def test_a_pattern_gives_up_a_value_and_keeps_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pcre, "SECONDS_PER_VALUE", 0.001)
    slow = op("sigma.regex", A, text("(?=a)((a|aa)+)+$"))
    table = pa.table({"a": ["ab" * 2, "a" * 5_000 + "b", "aaa"]})
    late: dict[int, list[Late]] = {}
    good, rest = outcomes(table, [contains("b"), op("bool.or", op("sigma.eq", A, text("abab")), slow)], late)
    assert [ids.tolist() for ids in (good, rest) if isinstance(ids, np.ndarray)] == [[0, 1], [0, 2]]
    assert late == {1: [Late("a", ("a" * 5_000 + "b",))]}
    with pytest.raises(EngineError, match="took longer"):
        matches(table, [slow])
    assert reasons({"a": "a" * 5_000 + "b"}, slow) == []


_OPEN = [".*a", ".+?b", ".{2,}", "(?i).*ab|c", ".{1,}(a|b)$", "(?s).*a\nb", "(?m).*^b", ".*(?:a|\n)b", "(.*a)|b"]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(_OPEN), st.lists(st.text("aAbc\n\r ", max_size=9), min_size=1, max_size=6))
def test_a_pattern_tied_to_the_start_of_a_line_is_found_in_the_same_values(pattern: str, values: list[str]) -> None:
    translated = pcre.to_search(pattern)
    expected = [regex.search(pattern, value) is not None for value in values]
    if translated is not None:
        assert pc.match_substring_regex(pa.array(values), translated).to_pylist() == expected
    assert pcre.search(pa.array(values), pattern).to_pylist() == expected


def test_counted_repeats_of_hundreds_are_asked_with_a_time_limit() -> None:
    assert pcre.to_search("(a{300})") is None
    assert pcre.to_search(".{1000,}") == "(?m:^).{1000,}"
    rows = matches(pa.table({"a": ["x" * 999, "x" * 1000]}), [op("sigma.regex", A, text(".{1000,}"))])
    assert rows[0].tolist() == [1]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(cells, cells), max_size=30), st.lists(conditions, min_size=1, max_size=3))
def test_blocks_and_small_candidate_sets_change_nothing(
    rows: list[tuple[str | None, str | None]], asked: list[Value]
) -> None:
    table = pa.table(
        {"a": pa.array([a for a, _ in rows], pa.string()), "b": pa.array([b for _, b in rows], pa.string())}
    )
    whole = [ids.tolist() for ids in matches(table, asked)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(distinct, "_BLOCK", 4)
        assert [ids.tolist() for ids in matches(table, asked)] == whole


def edged(values: Sequence[str], literal: bytes) -> list[int]:
    return [i for i, value in enumerate(values) if literal in EDGE + value.encode() + EDGE]


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(["ab", "abc", "aé\n"]), st.integers(0, 700))
def test_every_literal_is_found_where_it_is(data: st.DataObject, alphabet: str, padding: int) -> None:
    values = data.draw(st.lists(st.text(alphabet, max_size=12), max_size=20))
    values = [value + alphabet[0] * padding if i % 3 == 0 else value for i, value in enumerate(values)]
    ends: list[Callable[[bytes], bytes]] = [
        lambda x: x,
        lambda x: EDGE + x,
        lambda x: x + EDGE,
        lambda x: EDGE + x + EDGE,
    ]
    drawn = data.draw(
        st.lists(st.tuples(st.text(alphabet, min_size=1, max_size=8), st.sampled_from(ends)), max_size=20)
    )
    literals = {end(word.encode()) for word, end in drawn} | {alphabet[0].encode() * 48}
    held = Searcher(literals).search(pa.array(values, pa.large_string()))
    for literal in literals:
        assert held.of(literal).tolist() == edged(values, literal)


def test_many_literals_take_several_machines_and_many_values_several_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_MOST", 3)
    monkeypatch.setattr(search, "_CHUNK", 50)
    values = [f"value {i} of {i * 7919 % 101}" for i in range(60)]
    literals = {f"{i}".encode() + EDGE for i in range(10, 40)} | {b"e 1", b"value"}
    held = Searcher(literals).search(pa.array(values, pa.large_string()))
    assert all(held.of(literal).tolist() == edged(values, literal) for literal in literals)


def test_values_longer_than_the_cut_and_literals_at_the_strip_borders() -> None:
    needle = "n" * 60 + "x"
    values = ["." * at + needle + "." * (70_000 - at) for at in range(0, 70_000, 251)] + ["n" * 60, None]
    table = pa.table({"a": values})
    found = matches(table, [contains(needle), contains("x."), op("sigma.ends", A, text(needle))])
    assert [len(ids) for ids in found] == [len(values) - 2, len(values) - 2, 0]


def test_equal_rows_and_values_are_given_back_each() -> None:
    table = pa.table({"a": ["x", None, "y", "x", "x", None], "b": ["1", "1", None, "1", "2", None]})
    asked = [op("sigma.eq", A, text("X")), op("null.is_null", B), op("bool.not", op("sigma.eq", A, text("x")))]
    assert [ids.tolist() for ids in matches(table, asked)] == [[0, 3, 4], [2, 5], [1, 2, 5]]


def test_columns_are_found_by_name_and_read_as_text() -> None:
    table = pa.table({"a": pa.array(["x", None]).dictionary_encode(), "antivenom.event": [1, 22]})
    number = new_column("antivenom.event", Type.STRING)
    assert matches(table, [op("sigma.eq", number, text("22")), contains("X")])[0].tolist() == [1]


def test_no_rows_no_columns_no_conditions() -> None:
    assert matches(pa.table({"a": ["x"]}), []) == []
    assert matches(pa.table({"a": ["x", "y"]}), [true()])[0].tolist() == [0, 1]
    assert (
        matches(pa.table({"a": pa.array([], pa.string())}), [contains("x"), op("bool.not", contains("x"))])[1].size == 0
    )


@pytest.mark.parametrize("deep", [3000])
def test_deep_conditions_are_decided(deep: int) -> None:
    table = pa.table({"a": ["x1", "y2"], "b": ["q", "x"]})
    one: Value = contains("x")
    mixed: Value = contains("x")
    for number in range(deep):
        one = op("bool.not", op("bool.and", one, contains(f"{number % 7}")) if number % 2 else one)
        other = op(("sigma.eq", "sigma.same")[number % 3 == 0], B, A if number % 3 == 0 else text("q"))
        mixed = op(("bool.and", "bool.or")[number % 2], op("bool.not", mixed), other)
    rows = [{"a": "x1", "b": "q"}, {"a": "y2", "b": "x"}]
    for condition, ids in zip([one, mixed], matches(table, [one, mixed]), strict=True):
        assert ids.tolist() == [i for i, row in enumerate(rows) if holds(row, condition)]


def test_equal_conditions_are_answered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    monkeypatch.setattr(scalars, "within", lambda value, where: bool(calls.append(value)) or value == "10.0.0.1")
    asked = [op("sigma.cidr", new_column("a", Type.STRING), text("10.0.0.1/32")) for _ in range(3)]
    found = matches(pa.table({"a": ["10.0.0.1", "x", "10.0.0.1"]}), asked)
    assert [ids.tolist() for ids in found] == [[0, 2]] * 3
    assert len(calls) == 2


def test_reasons_are_the_parts_that_make_it_true() -> None:
    a, b, c = contains("a"), contains("b"), op("null.is_null", B)
    condition = op("bool.and", op("bool.or", a, b, c), op("bool.not", contains("z")))
    assert reasons({"a": "xA", "b": None}, condition) == [a, c]
    assert reasons({"a": "z"}, condition) == []


_SEEN = [
    r"(?i)power(?:shell|pwsh)\.exe",
    r"(?i)-e(?:nc|ncodedcommand)?\s+[A-Za-z0-9+/]{4,}",
    r"^cmd(?:\.exe)? /[ck] echo",
    r"(?i)k?ask+ss{2}",
    r"[Pp]ing(?=ed)",
    r"abc|abd|xyz{2,3}",
    r"(?:foo){0,2}bar(?:baz)*",
    r"(foo(?:bar|b[a]z)+)qux\b",
    r"(?i)straße",
    r"\x41\x42C+",
    r"ab[[:alpha:]]cde",
    r"(?x) foo bar",
    r"foo(?!bar)baz",
    r"(?s).*needle.{3}",
    r"\bword\b|^$",
    r"(?i)[sS]ystem(?:32)?",
    r"a{3}bc{2,}d",
]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(_SEEN), st.data())
def test_necessary_literals_lose_no_match(pattern: str, data: st.DataObject) -> None:
    made = data.draw(
        st.one_of(st.from_regex(pattern.replace("[[:alpha:]]", "[a-z]")), st.text("abcſKßsk-", max_size=9))
    )
    flipped = data.draw(st.sampled_from([made, made.upper(), made.replace("s", "ſ"), made.replace("k", "K")]))
    cell = flipped.encode("utf-8", "ignore").decode()
    if regex.search(pattern, cell) or holds({"a": cell}, op("sigma.regex", A, text(pattern))):
        assert all(any(choice in scalars.fold(cell) for choice in need) for need in factors.needs(pattern))


@pytest.mark.parametrize(
    "pattern, needs",
    [
        (r"(?i)Power(?:shell|pwsh)\.exe", {("power",), ("pwsh", "shell", "ſ"), (".exe",)}),
        (r"foo[Bb]ar\d+baz", {("foobar",), ("baz",)}),
        (r"(?:abc)?x|yyy", set()),
        (r"ab[[:alpha:]]cde", set()),
        (r"(?:abcd|efgh){2}", {("abcd", "efgh")}),
    ],
)
def test_necessary_literals(pattern: str, needs: set[tuple[str, ...]]) -> None:
    assert {tuple(sorted(need)) for need in factors.needs(pattern)} == {tuple(sorted(need)) for need in needs}


def test_a_machine_is_small_for_what_repeats() -> None:
    machine = trie.build([b"a" * n for n in range(2, 49)])
    assert len(machine.table) // machine.width == 49
    assert int(np.sum(machine.counts)) == 47 * 48 // 2


def test_a_long_column_of_distinct_values_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distinct, "_SAMPLE", 5)
    values = [None if i % 10 == 3 else f"{i}" for i in range(40)]
    table = pa.table({"a": values, "b": ["x", "y"] * 20})
    asked = [op("sigma.ends", A, text("1")), op("bool.and", op("sigma.eq", B, text("y")), op("null.is_null", A))]
    assert [ids.tolist() for ids in matches(table, asked)] == [[1, 11, 21, 31], [3, 13, 23, 33]]
