"""Values that mean harm stay one word: as real shells, the project's own readers and the quoting's rules see them."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom import engine
from antivenom.languages import kql as kusto
from antivenom.languages import spl as splunk
from antivenom.plan.catalog import Catalog
from antivenom.response.quoting import POWERSHELL_QUOTES, SHELLS, Withheld, kql, posix, powershell, spl, spl_term
from antivenom.source import SourceText

from .findings import HOSTILE

ANY = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=60).filter(
    lambda text: not text.startswith("-")
)


def _printed(shell: str, word: str) -> str:
    done = subprocess.run(
        [shell, "-c", f"printf '%s.' {word}"], capture_output=True, check=True, timeout=20, env={"LC_ALL": "C.UTF-8"}
    )
    assert not done.stderr
    return done.stdout.decode()[:-1]


@pytest.mark.parametrize("value", HOSTILE)
def test_bash_reads_the_word_as_the_value(value: str) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    assert _printed(bash, posix(value)) == value


@given(value=ANY)
def test_bash_reads_any_word_as_the_value(value: str) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    assert _printed(bash, posix(value)) == value


@given(value=ANY)
def test_a_shell_without_escapes_still_reads_one_word(value: str) -> None:
    """dash knows no $'...': the value is lost then, but nothing of it leaves the quotes."""
    word = posix(value)
    if word.startswith("$'"):
        assert "'" not in word[2:-1]
    elif shutil.which("dash"):
        assert _printed("dash", word) == value


@given(value=ANY | st.sampled_from(HOSTILE))
def test_no_quoted_word_hides_anything(value: str) -> None:
    for quote in SHELLS.values():
        assert quote(value).isprintable()
        assert not re.search(r"__\w+__:value", quote(value))
    assert kql(value).isprintable()


def _powershell(word: str) -> str:
    """What PowerShell makes of a word, by its rules for single quotes and [char] numbers."""
    body = word[1:-1] if word.startswith("(") else word
    made, i = "", 0
    while i < len(body):
        number = re.compile(r"\[char\]::ConvertFromUtf32\((0x[0-9a-f]+)\)").match(body, i)
        if number:
            made, i = made + chr(int(number[1], 16)), number.end()
        elif body[i] == "'":
            i += 1
            while body[i] not in POWERSHELL_QUOTES or body[i + 1 : i + 2] in [*POWERSHELL_QUOTES]:
                made += body[i]
                i += 2 if body[i] in POWERSHELL_QUOTES else 1
            i += 1
        else:
            assert body.startswith(" + ", i), body[i:]
            i += 3
    return made


@pytest.mark.parametrize("value", HOSTILE)
def test_powershell_reads_the_word_as_the_value(value: str) -> None:
    assert _powershell(powershell(value)) == value


@given(value=ANY)
def test_powershell_reads_any_word_as_the_value(value: str) -> None:
    assert _powershell(powershell(value)) == value


@pytest.mark.parametrize("value", HOSTILE)
def test_kusto_reads_the_literal_as_the_value(value: str) -> None:
    plan = kusto.compile(SourceText(f"print x = {kql(value)}"), Catalog({}))
    assert engine.run(plan, {}, 0).column("x").to_pylist() == [value]


@given(value=ANY)
def test_kusto_reads_any_literal_as_the_value(value: str) -> None:
    plan = kusto.compile(SourceText(f"print x = {kql(value)}"), Catalog({}))
    assert engine.run(plan, {}, 0).column("x").to_pylist() == [value]


@given(value=ANY | st.sampled_from(HOSTILE))
def test_splunk_reads_the_literal_as_the_value_or_never_sees_it(value: str) -> None:
    try:
        literal = spl(value)
    except Withheld:
        assert "`" in value or not value.isprintable()
        return
    if value.strip():
        plan = splunk.compile(SourceText(f"| makeresults | eval x={literal} | table x"), Catalog({}))
        assert engine.run(plan, {}, 0).column("x").to_pylist() == [value]


@pytest.mark.parametrize(
    "quote, value",
    [(posix, "-rf"), (powershell, "-Recurse"), (posix, "a\0b"), (kql, "a\0b"), (posix, "x" * 8_001), (kql, "\ud800"),
     (spl, "a`m`"), (spl, "a\nb"), (spl_term, "*")],
)  # fmt: skip
def test_what_cannot_be_quoted_is_withheld(quote: object, value: str) -> None:
    assert callable(quote)
    with pytest.raises(Withheld):
        quote(value)
