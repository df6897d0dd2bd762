"""Sigma text -> syntax -> plan: what keeps its place, what is read how, and that no text at all makes it crash."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from antivenom.errors import AntivenomError, QueryError
from antivenom.languages import sigma
from antivenom.languages.sigma import patterns
from antivenom.languages.sigma.modifiers import MODIFIERS
from antivenom.languages.sigma.patterns import Pattern
from antivenom.languages.sigma.syntax import Correlation, Every, Filter, Item, Kind, Refused, Rule, Some
from antivenom.plan.values import Call, Value, walk
from antivenom.plan.wildcards import Wild
from antivenom.source import SourceText

HEAD = "title: t\nlogsource: {product: windows, category: process_creation}\ndetection:\n"


def rule(detection: str) -> Rule:
    """The rule with this detection, written at the left margin."""
    body = "".join(f"    {line}\n" for line in detection.strip().splitlines())
    return sigma.rule_of(SourceText(HEAD + body))


def condition(detection: str) -> Value:
    return sigma.lower(rule(detection))


# --- any text


_LINES = st.sampled_from(
    [
        *["sel:", "  Image: a", "  - b", "  - Image|endswith: [a, '*b', null, 4, true]", "'|all': [a]", "x|re: '(a'"],
        *["condition: sel", "condition: 1 of sel* and not (x or y)", "condition: [a, b]", "timeframe: 5m"],
        *["condition: sel | count() by x > 3", "? ", "- ", "{", "[", "'", "\t", "sel: {a|b|c: {d: e}}", "sel: []"],
        *[f"sel: {{a|{name}: '%b% -c 1.0.0.0/8'}}" for name in MODIFIERS],
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_LINES, max_size=7).map(lambda lines: HEAD + "".join(f"    {line}\n" for line in lines)) | st.text())
def test_any_text_is_a_rule_or_a_named_error(text: str) -> None:
    try:
        for document in sigma.read(SourceText(text)):
            if isinstance(document, Rule | Filter):
                sigma.lower(document)
            elif isinstance(document, Refused):
                raise document.error
    except AntivenomError as error:
        event(str(error).split(",")[0][:40])  # another kind of error fails the test


@pytest.mark.parametrize("modifier", MODIFIERS)
def test_any_two_modifiers_are_a_plan_or_a_named_error(modifier: str) -> None:
    for second in MODIFIERS:
        for value in ("a", "'*'", "''", "1", "null", "true", "10.0.0.0/8", "-x", "é"):
            with suppress(AntivenomError):  # another kind of error fails the test
                assert isinstance(condition(f"sel: {{Field|{modifier}|{second}: {value}}}\ncondition: sel"), Call)


def test_null_is_a_missing_field_and_no_text() -> None:
    made = condition("sel: {Field|neq: null}\ncondition: sel")
    assert [part.op for part in walk(made) if isinstance(part, Call)] == ["bool.not", "null.is_null"]
    for modifier in ("contains", "re", "base64", "cidr", "lt"):
        with pytest.raises(QueryError, match="null is no text"):
            condition(f"sel: {{Field|{modifier}: null}}\ncondition: sel")


def test_thousands_of_values_are_one_flat_test() -> None:
    values = "".join(f"\n        - v{number}" for number in range(5_000))
    made = condition(f"sel:\n    Image|contains:{values}\ncondition: sel")
    assert isinstance(made, Call)
    assert (made.op, len(made.args)) == ("bool.or", 5_000)


# --- what is read


def test_values_are_what_they_look_like_without_quotes_and_text_in_them() -> None:
    search = rule(
        "sel: {a: [x, 4, '4', true, 'true', null, 'null', ~, '', 1.10, 0x1F, 2024-01-01, no]}\ncondition: sel"
    )
    item = search.searches["sel"]
    assert isinstance(item, Item)
    kinds = [(value.text, value.kind) for value in item.values]
    text, number, bool_, null = Kind.TEXT, Kind.NUMBER, Kind.BOOL, Kind.NULL
    assert kinds == [
        *[("x", text), ("4", number), ("4", text), ("true", bool_), ("true", text), ("", null), ("null", text)],
        *[("", null), ("", text), ("1.10", number), ("0x1F", text), ("2024-01-01", text), ("no", text)],
    ]


def test_every_value_and_item_knows_its_place() -> None:
    made = rule("sel:\n    Image|endswith:\n        - 'one'\n        - two\ncondition: not sel")
    source = made.header.source
    item = made.searches["sel"]
    assert isinstance(item, Item)
    assert [source.slice(value.span) for value in item.values] == ["'one'", "two"]
    assert source.slice(made.condition.span) == "not sel"


def test_a_list_of_words_and_mappings_is_any_of_them() -> None:
    search = rule("sel: [word, {a: b, c: d}]\ncondition: sel").searches["sel"]
    assert isinstance(search, Some)
    words, mapping = search.parts
    assert isinstance(words, Item)
    assert words.field is None
    assert isinstance(mapping, Every)


def test_several_documents_are_read_and_one_that_is_wrong_does_not_hide_the_others() -> None:
    text = f"{HEAD}    sel: {{a: b}}\n    condition: sel\n---\ntitle: x\n---\ntitle: c\ncorrelation: " + (
        "{type: temporal, rules: [a, b], timespan: 5m}\n"
    )
    first, second, third = sigma.read(SourceText(text))
    assert isinstance(first, Rule)
    assert isinstance(second, Refused)
    assert (second.title, second.stranger) == ("x", True)
    assert isinstance(third, Correlation)


def test_a_rule_may_have_a_key_of_its_own_called_correlation() -> None:
    (found,) = sigma.read(SourceText("correlation: with the other one\n" + HEAD + "    s: {a: b}\n    condition: s\n"))
    assert isinstance(found, Rule)


def test_empty_documents_are_left_out() -> None:
    text = f"---\n{HEAD}    sel: {{a: b}}\n    condition: sel\n---\n"
    assert [type(one) for one in sigma.read(SourceText(text))] == [Rule]


@pytest.mark.parametrize("value", ["inf", "nan", "1_0", "9.5", "1e308", "0x9"])
def test_a_part_of_a_time_is_a_whole_number(value: str) -> None:
    with pytest.raises(QueryError, match="needs a whole number"):
        condition(f"sel: {{Time|hour: {value}}}\ncondition: sel")


@pytest.mark.parametrize("value", ["inf", "nan", "1_0", "0x9", "''"])
def test_a_comparison_needs_a_decimal_number(value: str) -> None:
    with pytest.raises(QueryError, match="needs a number"):
        condition(f"sel: {{Size|gt: {value}}}\ncondition: sel")


@pytest.mark.parametrize("name", ["antivenom.time", "antivenom.event"])
def test_no_field_has_the_name_of_a_column_of_ours(name: str) -> None:
    for detection in (f"sel: {{{name}: a}}", f"sel: {{Image|fieldref: {name}}}"):
        with pytest.raises(QueryError, match="no field can be called"):
            condition(f"{detection}\ncondition: sel")


def test_a_field_is_the_same_as_itself_wherever_it_is() -> None:
    made = condition("sel: {User|fieldref|cased: User}\ncondition: sel")
    assert isinstance(made, Call)
    assert made.op == "null.is_not_null"


def test_a_pattern_of_many_stars_is_tried_once() -> None:
    name = "a" * 60
    with pytest.raises(QueryError, match="no search identifier matches"):
        condition(f"{name}: {{Image: '*'}}\ncondition: 1 of {'a*' * 25}b")


# --- wildcards


@given(st.text(alphabet="ab", max_size=8), st.lists(st.text(alphabet="ab", max_size=3), min_size=1, max_size=4))
def test_pieces_fit_as_a_regular_expression_would(text: str, pieces: list[str]) -> None:
    assert patterns.fits(text, pieces) == bool(re.fullmatch(".*".join(pieces), text))


PARTS = st.lists(st.text(alphabet="ab\\*?", max_size=4) | st.sampled_from(list(Wild)), max_size=5)


@given(PARTS)
def test_a_pattern_written_as_text_is_read_back(parts: list[str | Wild]) -> None:
    pattern = patterns.joined(parts)
    assert patterns.parse(pattern.encoded()) == pattern


@pytest.mark.parametrize(
    "text, parts",
    [
        (r"C:\a", (r"C:\a",)),
        (r"a\\b", (r"a\b",)),
        (r"\*", ("*",)),
        (r"\\*", ("\\", Wild.MANY)),
        (r"\\\*", (r"\*",)),
        (r"\\\\", (r"\\",)),
        (r"\\\a", (r"\\a",)),
        ("***", (Wild.MANY,)),
        ("a??", ("a", Wild.ONE, Wild.ONE)),
        ("", ()),
    ],
)
def test_backslashes_before_wildcards(text: str, parts: tuple[str | Wild, ...]) -> None:
    assert patterns.parse(text) == Pattern(parts)
