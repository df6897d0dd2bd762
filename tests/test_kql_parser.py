"""KQL text to syntax: tokens, precedence, places, and text that is no query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages import kql
from antivenom.languages.kql.parsing import literals
from antivenom.languages.kql.parsing.lexer import Kind, tokens
from antivenom.languages.kql.syntax import Binary, Constant, Logical, Name, Where
from antivenom.languages.kql.values import names
from antivenom.plan.catalog import Catalog
from antivenom.plan.types import TICKS_PER_DAY, Type
from antivenom.source import SourceText

NOTHING = Catalog({})


def _value(text: str) -> object:
    token, _ = tokens(SourceText(text))
    return token.value


@pytest.mark.parametrize(
    "text, value",
    [
        ('"a\\tb"', "a\tb"),
        ('@"a\\tb"', "a\\tb"),
        ("@'it''s'", "it's"),
        ("h'secret'", "secret"),
        ('"\\u00e9\\x41"', "éA"),
        ("```a\n'b'```", "a\n'b'"),
        ("0xFF", 255),
        ("0xFFFFFFFFFFFFFFFF", -1),
        ("1.5e3", 1500.0),
        ("1.5h", 54_000_000_000),
        ("7d", 7 * TICKS_PER_DAY),
        ("1tick", 1),
        ("datetime(2024-01-31 10:20)", ("datetime", "2024-01-31 10:20")),
    ],
)
def test_literals(text: str, value: object) -> None:
    assert _value(text) == value


@pytest.mark.parametrize("text", ['"abc', "'a\nb'", '"\\q"', "\ud800", "§"])
def test_no_token(text: str) -> None:
    with pytest.raises(QueryError):
        tokens(SourceText(text))


def test_names_may_begin_with_digits() -> None:
    token, _ = tokens(SourceText("3rdParty"))
    assert token.kind is Kind.WORD


def _condition(text: str) -> object:
    operator = kql.parse(SourceText(f"T | where {text}")).body.operators[0]
    assert isinstance(operator, Where)
    return operator.condition


def test_and_binds_tighter_than_or() -> None:
    condition = _condition("a or b and c")
    assert isinstance(condition, Logical)
    assert condition.operator == "or"
    assert isinstance(condition.operands[1], Logical)
    assert condition.operands[1].operator == "and"


def test_a_string_operator_binds_tighter_than_equality() -> None:
    condition = _condition('x == s has "a"')
    assert isinstance(condition, Binary)
    assert condition.operator == "=="
    assert isinstance(condition.right, Binary)
    assert condition.right.operator == "has"


def test_a_minus_before_a_number_is_part_of_it() -> None:
    condition = _condition("a > -5")
    assert isinstance(condition, Binary)
    assert isinstance(condition.right, Constant)
    assert condition.right.value == -5


def test_every_clause_knows_its_place() -> None:
    source = SourceText("T | where a == 1 and s has 'x'")
    condition = kql.parse(source).body.operators[0].condition  # type: ignore[union-attr]
    assert [source.slice(part.span) for part in condition.operands] == ["a == 1", "s has 'x'"]


def test_plan_nodes_keep_the_text_they_come_from() -> None:
    source = SourceText("datatable(a:long)[1] | where a > 0 and a < 5 | count")
    plan = kql.compile(source, NOTHING)
    where = plan.relation.input  # type: ignore[union-attr]
    assert source.slice(where.span) == "where a > 0 and a < 5"
    assert [source.slice(part.span) for part in where.condition.args] == ["a > 0", "a < 5"]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("T | where x > 1", {"T"}),
        ("let L = T; L | join (U) on k", {"T", "U"}),
        ("let T = datatable(a:long)[1]; T", set()),
        ("T | where h in (W) | union V", {"T", "W", "V"}),
        ("let f = (X:(*)) { X | take 1 }; f(T)", {"T"}),
        ("let a = toscalar(T | count); print a", {"T"}),
    ],
)
def test_tables_a_query_may_read(text: str, wanted: set[str]) -> None:
    assert wanted <= kql.tables_named(kql.parse(SourceText(text)))


def test_a_let_bound_name_is_no_table_afterwards() -> None:
    assert "T" not in kql.tables_named(kql.parse(SourceText("let T = print 1; T | union (T)")))


@pytest.mark.parametrize(
    "text",
    [
        "print x = " + "(" * 5000 + "1" + ")" * 5000,
        "print x = " + "+".join(["1"] * 5000),
        "print x = " + "not(" * 5000 + "true" + ")" * 5000,
        "print d = dynamic(" + "[" * 5000 + "]" * 5000 + ")",
        "print d = dynamic({}) | extend x = d" + ".a" * 5000,
        "print 1" + " | where true" * 5000,
        "let a0 = 1;" + "".join(f"let a{i + 1} = a{i} + a{i};" for i in range(200)) + "print a200",
        "let a0 = print x = 1;" + "".join(f"let a{i + 1} = union a{i}, a{i};" for i in range(40)) + "a40",
        "print 1" + ";" * 5 + "print 2",
        "let a = b; let b = a; print a",
        "let f = (x:long) { f(x) }; print f(1)",
        "",
        "|",
        "print x = 'a' '",
    ],
)
def test_hostile_text_is_refused_in_words(text: str) -> None:
    with pytest.raises((QueryError, Unsupported)) as caught:
        kql.compile(SourceText(text), NOTHING)
    assert str(caught.value)


_WORDS = st.sampled_from(
    "let print datatable where extend summarize by join on union | ( ) [ ] { } , ; = == =~ in has and or not"
    ' "a" 1 1d a b T dynamic datetime(2020-01-01) . .. * - project sort ! !in \'x @"y" // \n'.split(" ")
)


@given(st.lists(_WORDS, max_size=25))
def test_any_words_compile_or_are_refused(words: list[str]) -> None:
    try:
        kql.compile(SourceText(" ".join(words)), NOTHING)
    except AntivenomError as error:
        str(error)


@given(st.text(max_size=40))
def test_any_text_compiles_or_is_refused(text: str) -> None:
    try:
        kql.compile(SourceText("print x = " + text), NOTHING)
    except AntivenomError as error:
        str(error)


@given(st.integers(0, literals.LAST_TICK))
def test_a_shown_time_reads_back(ticks: int) -> None:
    assert literals.point_in_time(literals.show_time(ticks)) == ticks


@given(st.integers(-(10**17), 10**17))
def test_a_shown_timespan_reads_back(ticks: int) -> None:
    assert literals.timespan(literals.show_timespan(ticks)) == ticks


@given(st.lists(st.tuples(st.one_of(st.none(), st.sampled_from("ab")), st.just(False)), max_size=8))
def test_settled_names_are_all_different(wanted: list[tuple[str | None, bool]]) -> None:
    settled = names.settle(wanted)
    assert len(set(settled)) == len(settled) == len(wanted)


def test_a_typed_null_keeps_its_type() -> None:
    condition = _condition("a == long(null)")
    assert isinstance(condition, Binary)
    assert isinstance(condition.left, Name)
    assert isinstance(condition.right, Constant)
    assert (condition.right.value, condition.right.type) == (None, Type.LONG)
