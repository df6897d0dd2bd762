"""YAML that a person wrote: what is read, and what is refused with which message."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.document import MOST_BYTES, MOST_NESTING, meant, parse, read_text
from antivenom.errors import AntivenomError, DamagedInput
from antivenom.source import SourceText


def _parse(text: str) -> object:
    return parse(SourceText(text, "x.yml"))


def test_scalars_stay_what_was_written() -> None:
    node = parse(SourceText("- no\n- 1.10\n- null\n- '0x10'\n- 2026-03-02\n", "x.yml"))
    assert node.texts() == ("no", "1.10", "null", "0x10", "2026-03-02")


def test_a_value_knows_its_place() -> None:
    source = SourceText("a: é\nb: {c: wörld}\n", "x.yml")
    inner = parse(source).entries()["b"].value.entries()["c"]
    assert (source.slice(inner.key.span), source.slice(inner.value.span)) == ("c", "wörld")


def test_a_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes(b"\xef\xbb\xbfid: a\n")
    node = parse(read_text(file))
    assert node.source.slice(node.entries()["id"].key.span) == "id"


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "the document is empty\nx.yml:1:1\n1 | \n  | ^"),
        ("a: &x 1\n", "anchors and aliases are not allowed here\nx.yml:1:4\n1 | a: &x 1\n  |    ^^^^"),
        ("a: *x\n", "anchors and aliases are not allowed here\nx.yml:1:4\n1 | a: *x\n  |    ^^"),
        (
            "a: !!python/none x\n",
            "tags are not allowed here\nx.yml:1:4\n1 | a: !!python/none x\n  |    ^^^^^^^^^^^^^^^",
        ),
        ("a: 1\n---\nb: 2\n", "a second document is not allowed here\nx.yml:2:1\n2 | ---\n  | ^^^"),
        ("a: 1\nb: 2\na: 3\n", "the key 'a' stands here twice\nx.yml:3:1\n3 | a: 3\n  | ^"),
        ("[a]: 1\n", "expected text, found a list\nx.yml:1:1\n1 | [a]: 1\n  | ^^"),
        ("a: [1\n", "not YAML: did not find expected ',' or ']'\nx.yml:2:1\n2 | \n  | ^"),
        ("a: \x07\n", "not a character YAML allows\nx.yml:1:4\n1 | a:  \n  |    ^"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(DamagedInput) as caught:
        _parse(text)
    assert _without_parser_words(str(caught.value)) == _without_parser_words(message)


def _without_parser_words(message: str) -> str:
    """The two YAML parsers word the same fault differently and may point one place apart."""
    return "not YAML" if message.startswith("not YAML") else message.replace("^", "")


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000])
def test_nesting_is_bounded(text: str) -> None:
    with pytest.raises(DamagedInput, match=f"stand more than {MOST_NESTING} deep"):
        _parse(text)


def test_a_file_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.yml"
    file.write_bytes(b"a" * (MOST_BYTES + 1))
    with pytest.raises(DamagedInput, match="larger than 1048576 bytes"):
        read_text(file)


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "x.yml"
    os.mkfifo(pipe)
    for path in (pipe, Path(os.devnull)):
        with pytest.raises(DamagedInput, match="no regular file"):
            read_text(path)


@pytest.mark.parametrize(
    "word, hint",
    [
        ("server-one", "did you mean 'server-one-a', 'server-one-b' or 'server-one-c'?"),
        ("other-thin", "did you mean 'other-thing'?"),
        ("nothing near", None),
    ],
)
def test_up_to_three_words_may_be_meant(word: str, hint: str | None) -> None:
    known = ("other-thing", "server-one-c", "server-one-b", "server-one-a", "server-one-xyz")
    found = meant(word, known)
    assert found is None if hint is None else sorted(found or "") == sorted(hint)


def test_bytes_that_are_not_utf8_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes(b"a: \xff\n")
    with pytest.raises(DamagedInput, match="byte 3 of the file is not UTF-8"):
        read_text(file, "x.yml")


def test_a_missing_file_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedInput, match="cannot read the file"):
        read_text(tmp_path / "none.yml")


@pytest.mark.parametrize("text, nanoseconds", [("0", 0), ("-600", -600_000_000_000), ("12.480", 12_480_000_000)])
def test_seconds(text: str, nanoseconds: int) -> None:
    assert parse(SourceText(text)).seconds() == nanoseconds


@pytest.mark.parametrize("text", ["1e9", "inf", ".5", "1.", "0x1", "1_0", "٣"])
def test_what_are_no_seconds(text: str) -> None:
    with pytest.raises(DamagedInput, match="expected a number of seconds"):
        parse(SourceText(text)).seconds()


def test_a_time_is_exact_to_the_microsecond() -> None:
    assert parse(SourceText("2026-03-02T09:00:00.123456Z")).time() == 1_772_442_000_123_456_000


@pytest.mark.parametrize("text", ["2026-03-02", "2026-03-02T09:00:00", "2026-02-30T09:00:00Z", "9999"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(DamagedInput, match="expected a UTC time such as"):
        parse(SourceText(text)).time()


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(DamagedInput) as caught:
        parse(SourceText("nam: x\n", "x.yml")).fields("a thing", required=("name",))
    assert str(caught.value) == ("a thing has no key 'nam'\nx.yml:1:1\n1 | nam: x\n  | ^^^\nhint: did you mean 'name'?")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(AntivenomError):
        _parse(text)
