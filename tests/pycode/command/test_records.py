"""Audit records, NUL-separated arguments and other raw shapes."""

from hypothesis import given
from hypothesis import strategies as st

from antivenom.pycode.budget import Budget
from antivenom.pycode.command.audit import arguments
from tests.pycode.command.support import only, sources

CODE = "import os; print('x')"


def encoded(word):
    plain = word.isascii() and word.isprintable() and not set(word) & set(' "')
    return f'"{word}"' if plain else word.encode().hex().upper()


def record(argv):
    return f"type=EXECVE msg=audit(1.2:3): argc={len(argv)} " + " ".join(
        f"a{n}={encoded(w)}" for n, w in enumerate(argv)
    )


def test_record():
    assert only(record(["python3", "-c", CODE])).source == CODE
    assert only(record(["sh", "-c", f'python3 -c "{CODE}"'])).source == CODE
    assert only(record(["python3", "-c", CODE]).split(" ")).source == CODE


def test_parts_and_titles():
    text = CODE.encode().hex()
    assert (
        only(f'type=EXECVE a: argc=3 a0="python3" a1="-c" a2_len=40 a2[0]={text[:10]} a2[1]={text[10:]}').source == CODE
    )
    title = b"\0".join([b"python3", b"-c", CODE.encode()]).hex()
    assert only(f"type=PROCTITLE msg=audit(1.2:3): proctitle={title}").source == CODE


def test_nul_separated():
    assert only(f"python3\0-c\0{CODE}\0").source == CODE


def test_one_word_list():
    assert sources([f'python3 -c "{CODE}"']) == [CODE]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), min_size=1, max_size=5))
def test_comes_back(argv):
    assert arguments(record(argv), Budget()) == argv
