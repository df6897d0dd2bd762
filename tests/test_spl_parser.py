"""SPL text -> syntax: what binds how, what keeps its place, and that no text at all makes it crash."""

from __future__ import annotations

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages import spl
from antivenom.languages.spl import syntax
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText
from antivenom.tables import Column, ColumnType, Schema

_PIECES = """
    index=a a = != ( ) "x y" 'f g' NOT OR AND IN | where eval stats count by as table sort - + * \\ " '
    ` [ ] , . 1.5 0 rex field=a (?<n>x) dedup head match( if( case( earliest=-1h makeresults fillnull < rename
    mvexpand makemv bin span=1h _time convert ctime(a) strcat like é
    join append tstats
""".split()
_CATALOG = Catalog({"events": Schema("events", (Column("_time", ColumnType.REAL), Column("a", ColumnType.STRING)))})


def _terms(text: str) -> syntax.SearchTerm:
    first = spl.parse(SourceText(text)).commands[0]
    assert isinstance(first, syntax.SearchCommand)
    assert first.terms is not None
    return first.terms


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_text_is_a_plan_or_a_named_error(text: str) -> None:
    try:
        expanded = SourceText(spl.expand_macros(text, {}))
        spl.fields_read(spl.parse(expanded))
        spl.compile(expanded, _CATALOG)
    except AntivenomError as error:
        message = str(error)
        # another kind of error fails the test
        event(message.split(",")[0][:40])


def test_every_stage_knows_its_place() -> None:
    text = "index=a | where b=1 AND c=2 | eval d=1 | table d"
    places = [text[c.span.start : c.span.end] for c in spl.parse(SourceText(text)).commands]
    assert places == ["index=a", "where b=1 AND c=2", "eval d=1", "table d"]


def test_every_clause_of_a_where_knows_its_place() -> None:
    text = '| where a=1 AND (b=2 OR match(c, "x"))'
    where = spl.parse(SourceText(text)).commands[1]
    assert isinstance(where, syntax.Where)
    assert isinstance(where.condition, syntax.Logic)
    assert [text[a.span.start : a.span.end] for a in where.condition.args] == ["a=1", 'b=2 OR match(c, "x")']


def test_or_binds_tighter_than_and_in_a_search() -> None:
    terms = _terms("a=1 b=2 OR c=3 AND NOT d=4")
    assert isinstance(terms, syntax.All)
    assert [type(t) for t in terms.terms] == [syntax.Compare, syntax.Any, syntax.Not]


def test_operators_in_lower_case_are_words_to_look_for() -> None:
    terms = _terms("a or b")
    assert isinstance(terms, syntax.All)
    assert [t.text for t in terms.terms if isinstance(t, syntax.Term)] == ["a", "or", "b"]


@pytest.mark.parametrize(
    "text, value",
    [
        (r'f="*\\python.exe"', r"*\python.exe"),
        (r'f="a\sb"', r"a\sb"),
        (r'f="say \"hi\""', 'say "hi"'),
        (r'f="a\|b"', "a|b"),
        (r"f=C:\temp", r"C:\temp"),
        ("f = spaced", "spaced"),
        ("f=WinEventLog:Microsoft-Windows/Operational", "WinEventLog:Microsoft-Windows/Operational"),
    ],
)  # fmt: skip
def test_escapes_of_search_values(text: str, value: str) -> None:
    terms = _terms(text)
    assert isinstance(terms, syntax.Compare)
    assert terms.value == value


def test_pipes_in_quotes_and_comments_do_not_cut() -> None:
    search = spl.parse(SourceText('a="x | y" ```note | this``` | head 1'))
    assert len(search.commands) == 2


def test_a_leading_command_without_a_pipe_is_noted() -> None:
    search = spl.parse(SourceText("where a=1"))
    assert isinstance(search.commands[1], syntax.Where)
    assert "pipe" in search.notes[0]


def test_any_other_first_word_is_looked_for() -> None:
    assert isinstance(_terms("reverse shell"), syntax.All)


@pytest.mark.parametrize("text", ["(" * 5000, "NOT " * 5000, "| eval a=" + "(" * 5000, "| eval a=" + "-" * 5000])
def test_deep_nesting_is_an_error_with_a_place(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        spl.parse(SourceText(text))
    assert caught.value.span is not None


@pytest.mark.parametrize(
    "text",
    [
        "| makeresults" + " | append [| makeresults" * 9 + "]" * 9,
        "| makeresults" + " | join a [search" * 50_000 + "]" * 50_000,
        "| makeresults" + " | append [makeresults]" * 51,
        "| makeresults" + " | append [" + "| eval a=1 " * 250 + "]",
        "| makeresults | append " + "[" * 400_000,
        "| makeresults | append [search " + "[" * 9000 + "]" * 9001,
    ],
    ids=["nine", "many", "in a row", "long", "open", "brackets"],
)
def test_subsearches_without_end_are_an_error(text: str) -> None:
    with pytest.raises(AntivenomError):
        spl.parse(SourceText(text))


def test_a_macro_inside_a_subsearch_is_expanded() -> None:
    text = spl.expand_macros("index=a | append [search `sysmon` | `both(1, 2)`]", MACROS | {"both(2)": PIPED})
    (_, append) = spl.parse(SourceText(text)).commands
    assert isinstance(append, syntax.Append)
    first, second = append.search.commands
    assert isinstance(first, syntax.SearchCommand)
    assert isinstance(first.terms, syntax.Compare)
    assert text[second.span.start : second.span.end] == "eval x=1, y=2"


PIPED = {"definition": "eval x=$x$, y=$y$", "args": ["x", "y"]}
MACROS = {
    "sysmon": {"definition": 'source="Sysmon"', "args": []},
    "both(2)": {"definition": "a=$x$ b=$y$", "args": ["x", "y"]},
    "outer(1)": {"definition": "`sysmon` c=$v$", "args": "v"},
    "loop": {"definition": "`loop`"},
    "computed": {"definition": '"a"', "iseval": True},
}


@pytest.mark.parametrize(
    "text, expanded",
    [
        ("`sysmon` x=1", 'source="Sysmon" x=1'),
        ('`both(1, "2, 3")`', "a=1 b=2, 3"),
        ("`outer(7)`", 'source="Sysmon" c=7'),
        ('a="`sysmon`"', 'a="`sysmon`"'),
        ("```a comment with `loop` ```b", " b"),
    ],
)
def test_macros_are_put_in(text: str, expanded: str) -> None:
    assert spl.expand_macros(text, MACROS) == expanded


@pytest.mark.parametrize("text", ["`nobody`", "`sysmon(1)`", "`both(1)`", "`loop`", "`open"])
def test_wrong_macros_are_errors_with_a_place(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        spl.expand_macros(text, MACROS)
    assert caught.value.span is not None


def test_a_macro_made_by_eval_is_refused() -> None:
    with pytest.raises(Unsupported):
        spl.expand_macros("`computed`", MACROS)


def test_macros_cannot_grow_a_query_without_end() -> None:
    big = {f"m{i}": {"definition": f"`m{i + 1}` " * 40} for i in range(8)} | {"m8": {"definition": "x" * 100}}
    with pytest.raises(QueryError, match="grows"):
        spl.expand_macros("`m0`", big)


@pytest.mark.parametrize(
    "text, names, everything",
    [
        ('index=a Image="*x" | table _time, User', {"_time", "index", "Image", "User"}, False),
        ("index=a | eval b=c.d | stats count by b, e", {"_time", "index", "c", "d", "e"}, False),
        ("index=a | where b=1", {"_time", "index", "b"}, True),
        ("index=a | table Image*", {"_time", "index"}, True),
        ("word | table x", {"_time", "_raw", "x"}, False),
        ("index=a | rename x as y | table y", {"_time", "index", "x"}, False),
        ('index=a | rex field=s "(?<n>.)" | table n', {"_time", "index", "s", "n"}, False),
        ("| makeresults | eval a=b", set(), False),
        ("index=a | stats count | eval z=q", {"_time", "index"}, False),
        ("index=a | table b | join c [search d=1 | table c e]", {"_time", "index", "b", "c", "d", "e"}, False),
        ("index=a | table b | append [search d=1]", {"_time", "index", "b", "d"}, True),
        ("index=a | append [search d=1] | stats count by f", {"_time", "index", "d", "f"}, False),
        ("| makeresults | append [search d=1 | rename x as y] | table y", {"_time", "d", "x"}, False),
        ("| makeresults | append [| makeresults | append [search g=1] | table h]", {"_time", "g", "h"}, False),
        ("index=a | join [| makeresults] | table b", {"_time", "index", "b"}, True),
    ],
)
def test_the_fields_a_search_reads(text: str, names: set[str], everything: bool) -> None:
    read = spl.fields_read(spl.parse(SourceText(text)))
    assert (read.names, read.everything) == (names, everything)
