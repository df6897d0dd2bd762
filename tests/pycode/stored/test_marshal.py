"""Marshalled code of this Python, of others from fixed bytes, of damaged and hostile data."""

from __future__ import annotations

import ast
import contextlib
import importlib.util
import marshal
import struct
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.pycode.budget import Budget, Spent
from antivenom.pycode.stored import Stored, read_marshal

# Written by each Python from the four statements that the test below expects.
OTHERS = {
    "2.7": (
        "630000000000000000040000004000000073440000006400006401006c00005a01006400006402006c02006d03005a0300016501"
        "006a040064030064040064050067010083010101650300640600830100640100045564010053280700000069ffffffff4e280100"
        "000074090000006236346465636f646574020000006964740100000078690100000073040000006157513d280500000074020000"
        "006f7374010000006f74060000006261736536345200000000740600000073797374656d28000000002800000000280000000074"
        "010000007374080000003c6d6f64756c653e0100000073060000000c0110011601"
    ),
    "3.6 or 3.7": (
        "e300000000000000000000000004000000400000007334000000640064016c005a01640064026c026d035a03010065016a046403"
        "6404670164058d020100650565036406830183010100640153002907e9000000004e2901da096236346465636f6465da026964e9"
        "010000002901da01787a046157513d2906da026f73da016fda066261736536347202000000da0673797374656dda0465786563a9"
        "00720b000000720b000000da0173da083c6d6f64756c653e01000000730600000008010c011001"
    ),
    "3.8 to 3.10": (
        "630000000000000000000000000000000004000000400000007334000000640064016c005a01640064026c026d035a0301006501"
        "6a0464036404670164058d020100650565036406830183010100640153002907e9000000004e2901da096236346465636f6465da"
        "026964e9010000002901da01787a046157513d2906da026f73da016fda066261736536347201000000da0673797374656dda0465"
        "786563a900720a000000720a000000da0173da083c6d6f64756c653e01000000730600000008010c011001"
    ),
    "3.11": (
        "630000000000000000000000000500000000000000f3680000009700640064016c005a01640064026c026d035a03010002006501"
        "6a040000000000000000640364046701ac05a6020000ab020000000000000000010002006505020065036406a6010000ab010000"
        "000000000000a6010000ab0100000000000000000100640153002907e9000000004e2901da096236346465636f6465da026964e9"
        "010000002901da01787a046157513d2906da026f73da016fda066261736536347202000000da0673797374656dda0465786563a9"
        "00f300000000da0173fa083c6d6f64756c653e720e000000010000007359000000f003010101d8000e800e800e800ed8001cd000"
        "1cd0001cd0001cd0001cd0001cd8000880018408881490219013d00015d10015d40015d00015d800048004805980598876d10516"
        "d40516d10017d40017d00017d00017d00017720c000000"
    ),
    "3.12": (
        "630000000000000000000000000500000000000000f35e0000009700640064016c005a01640064026c026d035a03010002006501"
        "6a08000000000000000000000000000000000000640364046701ac05ab02000000000000010002006505020065036406ab010000"
        "00000000ab01000000000000010079012907e9000000004e2901da096236346465636f6465da026964e9010000002901da01787a"
        "046157513d2906da026f73da016fda066261736536347202000000da0673797374656dda0465786563a900f300000000da0173fa"
        "083c6d6f64756c653e720e00000001000000732a000000f003010101db000edd001cd80008800187088108881490219013d50015"
        "d9000481598876d30516d50017720c000000"
    ),
    "3.13": (
        "630000000000000000000000000500000000000000f3580000009500530053014b007201530053024b024a03720320005c015208"
        "0000000000000000000000000000000000002200530353042f015305390220005c0522005c032200530635010000000000003501"
        "000000000000200067012907e9000000004e2901da096236346465636f6465da026964e9010000002901da01787a046157513d29"
        "06da026f73da016fda066261736536347202000000da0673797374656dda0465786563a900f300000000da0173da083c6d6f6475"
        "6c653e720e000000010000007328000000f003010101db000edd001cd8000187088208881490219013d20015d9000481598876d3"
        "0516d50017720c000000"
    ),
}

written_here = pytest.mark.skipif(
    sys.version_info >= (3, 14), reason="instructions of 3.14 are not written as statements"
)


def read(source: str) -> Stored:
    stored = read_marshal(marshal.dumps(compile(source, "<source>", "exec")), Budget())
    assert stored is not None
    return stored


@pytest.mark.parametrize("version", OTHERS)
def test_each_version_is_read(version: str) -> None:
    stored = read_marshal(bytes.fromhex(OTHERS[version]), Budget())
    assert stored is not None
    assert stored.version == version
    assert {"os", "base64", "b64decode", "system"} <= set(stored.names)
    assert {"id", "aWQ="} <= set(stored.strings)
    assert stored.source is not None
    assert stored.source.splitlines() == [
        "import os as o",
        "from base64 import b64decode",
        "o.system('id', x=[1])",
        "exec(b64decode('aWQ='))",
    ]
    assert ("b64decode", ("aWQ=",)) in stored.calls


SOURCES = [
    "import os\nos.system('id')",
    "import os.path\nimport os.path as p\nfrom . import a\nfrom ..b import c as d\nfrom e import *",
    "x = y.z[1:].read()\nx.a = f(1, b'2', 3.5, None, (1, 'a'))\nx['k'] = -x",
    "def f(a, b=2):\n    return a\nf(1)",
    "class A(B):\n    def run(self):\n        return self.x",
    "z = g(*a, **b)",
    "k = a + b * c % d ^ e",
]


@written_here
@pytest.mark.parametrize("source", SOURCES)
def test_straight_code_is_written_as_it_was(source: str) -> None:
    written = read(source).source
    assert written is not None
    again = read(written)
    assert again.names == read(source).names
    assert again.calls == read(source).calls


@written_here
def test_comprehensions_keep_their_meaning() -> None:
    stored = read("k = ''.join([chr(c ^ 3) for c in (96, 101) if c])\nm = [a + b for a in 'xy' for b in 'pq']")
    assert stored.source is not None
    names: dict[str, object] = {}
    exec(stored.source, names)
    assert names["k"] == "cf"


@written_here
def test_branches_are_all_there_and_said() -> None:
    source = "try:\n  a()\nexcept E:\n  b()\nfor i in c():\n  d(i)\nx = e() if f() else g()\nh(x if y else z)"
    stored = read(source)
    assert {name for name, _ in stored.calls} >= set("abcdfegh")
    assert "branches and loops are written one after the other" in stored.notes
    assert stored.source is not None
    assert ast.parse(stored.source)


def test_names_and_constants_of_inner_code_are_found() -> None:
    stored = read("def f():\n  import socket\n  return socket.socket('deep', b'blob')")
    assert {"socket"} <= set(stored.names)
    assert "deep" in stored.strings
    assert b"blob" in stored.blobs


def test_a_pyc_file_is_read_behind_its_header() -> None:
    code = marshal.dumps(compile("import os\nos.system('id')", "<source>", "exec"))
    stored = read_marshal(importlib.util.MAGIC_NUMBER + bytes(12) + code, Budget())
    assert stored is not None
    assert (stored.kind, "system" in stored.names) == ("pyc", True)


@written_here
def test_names_that_are_no_identifiers_cannot_bring_statements() -> None:
    data = marshal.dumps(compile("import os\nos.system('id')", "<source>", "exec"))
    stored = read_marshal(data.replace(b"system", b"x\n;a()"), Budget())
    assert stored is not None
    assert stored.source is not None
    assert len(ast.parse(stored.source).body) == 2


CONSTANTS = [
    ("text", b"", ("text",), ()),
    (b"bytes", b"", (), (b"bytes",)),
    (("a", (b"b", ["c"], {"d": "e"})), b"", ("a", "c", "d", "e"), (b"b",)),
]


@pytest.mark.parametrize("value,_,strings,blobs", CONSTANTS)
def test_values_that_are_no_code(value: object, _: bytes, strings: tuple[str, ...], blobs: tuple[bytes, ...]) -> None:
    stored = read_marshal(marshal.dumps(value), Budget())
    assert stored is not None
    assert (set(stored.strings), set(stored.blobs), stored.source) == (set(strings), set(blobs), None)


@pytest.mark.parametrize("data", [b"", b"hello world", b"\x80\x04N.", b"PK\x03\x04", b"N", b"c", b"s\xff\xff\xff\x7f"])
def test_other_data_is_none(data: bytes) -> None:
    assert read_marshal(data, Budget()) is None


def test_cut_data_gives_what_was_read() -> None:
    data = marshal.dumps(compile("import os\nos.system('id')", "<source>", "exec"))
    stored = read_marshal(data[: data.index(b"<source>")], Budget())
    assert stored is not None
    assert "system" in stored.names
    assert any("ends early" in note for note in stored.notes)


HOSTILE = {
    "deep tuples": b")\x01" * 10_000,
    "deep references": b"\xa9\x01" * 10_000 + b"N",
    "wide": b"(" + struct.pack("<I", 0x100000) + b"N" * 0x100000,
    "huge count": b"(\xff\xff\xff\x7f",
    "negative count": b"(\xff\xff\xff\xff",
    "huge integer": b"l\xff\xff\xff\x7f",
    "codes": b"c" * 100_000,
    "dictionaries": b"{" * 100_000,
    "a reference to itself": b"\xa9\x01r\x00\x00\x00\x00",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_data_ends(name: str) -> None:
    started = time.monotonic()
    with contextlib.suppress(Spent):
        read_marshal(HOSTILE[name], Budget())
    assert time.monotonic() - started < 3


SAMPLE = marshal.dumps(compile("import os\n" + "\n".join(SOURCES[4:]) + "\n[i for i in f(3) if i]", "<source>", "exec"))


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), max_size=4), st.integers(0, len(SAMPLE))
)
def test_damaged_code_is_none_or_statements_that_parse(changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(SAMPLE)
    for place, value in changes:
        data[place] = value
    for piece in (bytes(data), bytes(data[:end])):
        stored = read_marshal(piece, Budget())
        if stored is not None and stored.source is not None:
            ast.parse(stored.source)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_none(data: bytes) -> None:
    read_marshal(data, Budget())
