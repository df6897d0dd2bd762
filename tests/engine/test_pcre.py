"""Perl regular expressions: both ways they are run find what PCRE2 finds."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.engine import pcre
from antivenom.errors import QueryError, Unsupported
from tests.support import pcre2

_ATOMS = st.sampled_from(
    r"a b 1 . \d \w \s \W \S ^ $ \b \B \A \z \Z \h \R [ab] [^a] [^b] [^bc] [a-c] [\w-] [^\Wa] [[:alpha:]-_]"
    r" [^[:digit:]] [[:upper:]1] é [é-ñ] \x{e9} \Q.*\E (?i) (?#c) (?<!a) (?<=b|é)".split()
)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    repeats = st.sampled_from(["*", "+", "?", "*?", "++", "?+", "{2}", "{1,2}", "{0,2}?"])
    groups = st.sampled_from(["(?:", "(", "(?i:", "(?s:", "(?=", "(?!", "(?>"])
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, repeats).map(lambda part: f"(?:{part[0]}){part[1]}"),
        st.tuples(groups, inner).map(lambda part: f"{part[0]}{part[1]})"),
    )


_PATTERNS = st.recursive(_ATOMS, _larger, max_leaves=6)
_TEXTS = st.text("abcABC1é\u00c9\u00f1 \n.*-_\u212a", max_size=6)


@pytest.mark.skipif(pcre2.library() is None, reason="PCRE2 is not on this system")
@settings(max_examples=400, deadline=None)
@given(_PATTERNS, _TEXTS)
def test_a_pattern_matches_where_pcre_matches(pattern: str, text: str) -> None:
    if not pcre2.is_pattern(pattern):
        return
    try:
        pcre.check(pattern)
        program = pcre.compiled(pattern)
    except Unsupported:
        return
    expected = pcre2.spans(pattern, text)
    match = program.for_text(text).search(text)
    assert (match is None) == (expected is None)
    if match is not None and expected is not None:
        found = [match.span(i) if match.start(i) >= 0 else None for i in range(match.re.groups + 1)]
        assert found == expected + [None] * (len(found) - len(expected))
    translated = pcre.to_search(pattern)
    if translated is not None:
        assert pc.match_substring_regex(pa.array([text]), translated)[0].as_py() == (expected is not None)


@pytest.mark.parametrize(
    "pattern, text, found",
    [
        ("[^a]|[^b]", "a", "a"),
        ("(?i:x?)[^bc]", "C", "C"),
        ("(a(?i)b|c)d", "Cd", "Cd"),
        (r"\Qa.b\E+", "a.bb", "a.bb"),
        ("(?x) a b # a comment with (", "ab", "ab"),
        (r"(?<n>a)\k{n}", "aa", "aa"),
        (r"(a)(b)\g{-1}", "abb", "abb"),
        (r"(?<q>')?x(?(<q>)'|)", "'x'", "'x'"),
        (r"\x41\x{42}\o{103}\cJ", "ABC\n", "ABC\n"),
        ("(?i)é", "É", "É"),
        ("(?i)i", "\u0130", None),
        (r"(?i)\w", "\u212a", None),
        (r"\w", "é", None),
        ("[[:alnum:]_-]+", "a-_1!", "a-_1"),
    ],
)
def test_constructs_of_pcre(pattern: str, text: str, found: str | None) -> None:
    match = pcre.compiled(pattern).for_text(text).search(text)
    assert (None if match is None else match[0]) == found


@pytest.mark.parametrize("pattern", [r"\Ga", "(?U)a+", "(*ANYCRLF)a", r"(a\1)", "(?J)(?<n>a)|(?<n>b)", r"[\Ra]"])
def test_what_cannot_be_run_exactly_is_refused(pattern: str) -> None:
    with pytest.raises(Unsupported):
        pcre.check(pattern)


@pytest.mark.parametrize("pattern", ["(", "a)", "(?<=a+)b", "[z-a]", "\\", "(?#a", "(?<n", r"\x{110000}", "[[:no:]]"])
def test_what_is_no_pattern_is_an_error(pattern: str) -> None:
    with pytest.raises(QueryError):
        pcre.check(pattern)
