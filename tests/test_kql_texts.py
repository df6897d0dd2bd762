"""KQL's functions of text, encodings, URLs, addresses and hashes: laws, and what hostile cells do to them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network, IPv6Address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.engine.computed import (
    COMPUTED,
    command_lines,
    encodings,
    hashes,
    ipv4,
    ipv6,
    markup,
    searches,
    sizes,
    urls,
)
from antivenom.engine.computed.table import Computed, NoAnswer
from antivenom.errors import Unsupported
from tests.test_kql_engine import run

ROWS = [
    row for room in (command_lines, encodings, hashes, ipv4, ipv6, markup, searches, sizes, urls) for row in room.ROWS
]
TEXTS = st.text(max_size=20) | st.text(alphabet='ab1.:/%=&?#@\\"<>[],-_ \0\n', max_size=40)
CELLS: dict[str, st.SearchStrategy[Any]] = {
    "VARCHAR": TEXTS | st.lists(TEXTS, max_size=3).map(json.dumps),
    "BIGINT": st.integers(-(2**63), 2**63 - 1) | st.integers(-2, 130),
    "DOUBLE": st.floats(),
}
LARGE = 200_000
HOSTILE = [
    piece * (LARGE // len(piece))
    for piece in ("a", "\\", '"', '\\"', " ", "%41", "1.2.3.4", "1.", "::", "<a>", "[", "é", "A=&", '""', "&lt;", ",")
]
HOSTILE += [
    "<r>" + "x<a/>" * (LARGE // 5) + "</r>",
    "<r>" + "".join(f"<x{n}/>" for n in range(LARGE // 10)) + "</r>",
    '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "' + "&b;" * 1000 + '">]><a>' + "&c;" * 1000 + "</a>",
    "http://a/?" + "a=b&" * (LARGE // 4),
    "xn--" + "a" * 900,
]
SECONDS = 10
"""Far more than any of them takes on a slow machine; what grows with the square of a cell takes minutes."""


def _op(name: str) -> Callable[..., Any]:
    return COMPUTED[f"kusto.{name}"].function


@given(st.data())
def test_no_cell_makes_a_function_fail_in_another_way_than_by_refusing(data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(ROWS))
    cells = [data.draw(CELLS[kind]) for kind in row.arguments]
    try:
        made = row.function(*cells)
    except NoAnswer:
        return
    assert made is None or type(made) in (str, int, bool)
    if isinstance(made, str):
        made.encode()  # no half of a pair of surrogates


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.op)
def test_a_large_cell_takes_time_in_step_with_its_size(row: Computed) -> None:
    for cell in HOSTILE:
        given_cells = {"VARCHAR": cell, "BIGINT": 1, "DOUBLE": 1e300}
        start = time.monotonic()
        with suppress(NoAnswer):
            row.function(*(given_cells[kind] for kind in row.arguments))
        assert time.monotonic() - start < SECONDS, cell[:20]


@given(st.text(max_size=30))
def test_base64_and_code_points_come_back(text: str) -> None:
    assert _op("base64_text")(_op("base64_encode")(text)) == text
    if text:
        assert _op("of_codepoints")(_op("codepoints")(text)) == text


@given(st.text(min_size=1, max_size=9))
def test_short_compressed_text_and_Punycode_come_back(text: str) -> None:
    assert _op("gunzip")(_op("gzip")(text)) == text
    assert _op("unzlib")(_op("zlib")(text)) == text
    if not text.isascii():
        assert _op("unpunycode")(_op("punycode")(text)) == text


@given(st.text(max_size=20).filter(lambda text: not set(text) & set("!*()'~+ ")))
def test_an_encoded_URL_decodes_to_itself(text: str) -> None:
    assert _op("url_decode")(_op("url_encode")(text)) == text
    assert _op("url_decode")(_op("url_encode_component")(text)) == text


@given(st.integers(0, 2**32 - 1), st.integers(0, 32), st.integers(0, 32))
def test_IPv4_agrees_with_the_standard_library(number: int, prefix: int, other: int) -> None:
    address = str(IPv4Address(number))
    assert _op("parse_ipv4")(address) == number
    assert _op("ipv4_of_number")(number) == address
    network = IPv4Network((number, min(prefix, other)), strict=False)
    assert _op("format_ipv4_mask")(f"{address}/{prefix}", other) == str(network)
    assert _op("ipv4_is_match")(address, str(network), 32) is True


@given(st.integers(0, 2**128 - 1), st.integers(0, 128))
def test_IPv6_agrees_with_the_standard_library(number: int, prefix: int) -> None:
    address = IPv6Address(number)
    assert _op("parse_ipv6")(str(address)) == address.exploded
    masked = IPv6Address(number >> (128 - prefix) << (128 - prefix))
    assert _op("parse_ipv6_mask")(str(address), prefix) == masked.exploded


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**16))
def test_a_list_of_networks_covers_its_range_and_no_more(start: int, length: int) -> None:
    end = min(start + length, 2**32 - 1)
    made = _op("ipv4_range_to_cidr_list")(str(IPv4Address(start)), str(IPv4Address(end)))
    networks = [IPv4Network(text) for text in json.loads(made)]
    assert sum(network.num_addresses for network in networks) == end - start + 1
    assert int(networks[0].network_address) == start


@pytest.mark.parametrize(
    "data, wanted",
    [
        (b"", 0xEF46DB3751D8E999),
        (b"a", 0xD24EC4F1A98C6E5B),
        (b"abc", 0x44BC2CF5AD770999),
        (b"Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1),
    ],
)
def test_xxHash64_is_that_of_its_specification(data: bytes, wanted: int) -> None:
    assert hashes.xxhash64(data) == wanted


@given(st.lists(st.text(alphabet='ab "\\', min_size=1, max_size=6), max_size=4))
def test_a_command_line_written_by_the_rules_is_read_back(arguments: list[str]) -> None:
    line = " ".join(["tool.exe", *map(_quoted, arguments)])
    assert json.loads(_op("parse_command_line")(line)) == ["tool.exe", *arguments]


def _quoted(argument: str) -> str:
    """An argument in quotes: a quote is escaped, and so is each backslash that comes before one."""
    made, slashes = "", 0
    for char in argument:
        if char == '"':
            made += "\\" * (slashes + 1)
        slashes = slashes + 1 if char == "\\" else 0
        made += char
    return '"' + made + "\\" * slashes + '"'


@given(st.text(alphabet="ab", max_size=12), st.text(alphabet="ab", min_size=1, max_size=3))
def test_countof_counts_every_place(text: str, needle: str) -> None:
    places = sum(text.startswith(needle, at) for at in range(len(text)))
    assert _op("countof")(text, needle) == places


@pytest.mark.parametrize(
    "call, construct",
    [
        ("hash_many(1, 2)", "function hash_many"),
        ('parse_user_agent("x", "os")', "function parse_user_agent"),
    ],
)
def test_a_value_whose_answer_nobody_measured_is_refused(call: str, construct: str) -> None:
    with pytest.raises(Unsupported, match=construct.replace("+", r"\+")):
        run(f"print a = {call}")
