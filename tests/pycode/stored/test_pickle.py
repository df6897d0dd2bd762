"""Pickles of all protocols: what they would call is listed and never called."""

from __future__ import annotations

import ast
import contextlib
import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.pycode.budget import Budget, Spent
from antivenom.pycode.stored import Stored, read_pickle


class Call:
    """Pickles as a call."""

    def __init__(self, function: object, *arguments: object) -> None:
        self.made = (function, arguments)

    def __reduce__(self) -> tuple[object, ...]:
        return self.made


def read(data: bytes) -> Stored:
    stored = read_pickle(data, Budget())
    assert stored is not None
    return stored


@pytest.mark.parametrize("protocol", range(6))
def test_a_call_is_listed_in_every_protocol(protocol: int) -> None:
    stored = read(pickle.dumps(Call(eval, "1+1"), protocol))
    assert stored.names == ("builtins.eval",)
    assert stored.calls == (("builtins.eval", ("1+1",)),)
    assert stored.source == "import builtins\n_result1 = builtins.eval('1+1')"
    assert stored.kind == "pickle"


@pytest.mark.parametrize("protocol", range(6))
def test_calls_within_calls(protocol: int) -> None:
    stored = read(pickle.dumps([Call(exec, Call(compile, "a", "b", "exec")), {"k": (1, 2.5, True, None)}], protocol))
    assert [name for name, _ in stored.calls] == ["builtins.compile", "builtins.exec"]
    assert stored.source is not None
    assert stored.source.splitlines()[-1] == "_result2 = builtins.exec(_result1)"


WRITTEN = [
    (b"cos\nsystem\n(S'id'\ntR.", (("os.system", ("id",)),)),
    (b"(S'id'\nios\nsystem\n.", (("os.system", ("id",)),)),
    (b"(cos\nsystem\nVid\no.", (("os.system", ("id",)),)),
    (b"c__builtin__\neval\n(S'\\x31+1'\ntR.", (("builtins.eval", ("1+1",)),)),
    (b"\x80\x02cm\nC\n)\x81}U\x01aK\x01sb.", (("m.C", ()), ("_result1.__setstate__", (("a", 1),)))),
    (b"\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x02id\x85R.", (("os.system", ("id",)),)),
    (b"\x80\x04\x8c\x02os\x94\x8c\x06system\x94\x93\x94\x8c\x02id\x94\x85\x94R\x940h\x02h\x03\x85R.", 2),
    (b"\x80\x02cos\nsystem\nq\x00X\x02\x00\x00\x00id\x85R.", (("os.system", ("id",)),)),
    (b"\x80\x02\x82\x01X\x01\x00\x00\x00a\x85R.", (("copyreg._extension_1", ("a",)),)),
    (b"cposix\nsystem\np0\n(Vid\np1\ntp2\nRp3\n.", (("posix.system", ("id",)),)),
    (b"cos\nsystem\n((dtR.", (("os.system", ((),)),)),
    (b"\x80\x02cos\nsystem\nN\x85R.garbage", (("os.system", (None,)),)),
]


@pytest.mark.parametrize("data,calls", WRITTEN)
def test_pickles_written_by_hand(data: bytes, calls: object) -> None:
    stored = read(data)
    assert len(stored.calls) == calls if isinstance(calls, int) else stored.calls == calls


def test_constants_are_given_without_calls() -> None:
    stored = read(pickle.dumps({"a": [b"b", ("c",)], "d": {1, 2}}, 5))
    assert (stored.names, set(stored.strings), stored.blobs, stored.calls) == ((), {"a", "c", "d"}, (b"b",), ())


def test_a_cut_pickle_gives_what_was_read() -> None:
    stored = read(b"cos\nsystem\n(S'id'\nt")
    assert stored.names == ("os.system",)
    assert stored.notes


@pytest.mark.parametrize("data", [b"", b".", b"hello", b"import os", b"\x80\x09N.", b"\xff\xd8", b"((((", b"I1\n."])
def test_other_data_is_none(data: bytes) -> None:
    assert read_pickle(data, Budget()) is None


def test_names_that_are_no_identifiers_cannot_bring_statements() -> None:
    stored = read(b"\x80\x04\x8c\x05a;b()\x8c\x04c\nd(\x93)R.")
    assert stored.source is not None
    assert len(ast.parse(stored.source).body) == 2


HOSTILE = {
    "marks": b"(" * 500_000,
    "memo": b"\x80\x04" + b"]\x94" * 300_000,
    "a list in itself": b"\x80\x02cos\nsystem\n]q\x00h\x00a\x85R.",
    "lists by two": b"\x80\x02cos\nsystem\n]q\x00" + b"]q\x01(h\x00h\x00e0h\x01q\x00" * 3_000 + b"\x85R.",
    "escapes": b"cos\nsystem\n(S'" + b"\\x41" * 200_000 + b"'\ntR.",
    "digits": b"I" + b"9" * 500_000 + b"\n.",
    "deep tuples": b"\x80\x02cos\nsystem\n)" + b"\x85" * 10_000 + b"R.",
    "calls": b"cos\nsystem\n(S'id'\ntR" * 10_000 + b".",
    "long count": b"\x8b\xff\xff\xff\x7f",
    "copies": b"\x80\x02X\xff\xff\x00\x00"
    + b"a" * 65_535
    + b"q\x01cos\nsystem\nq\x02"
    + b"h\x02h\x01\x85R" * 3_000
    + b".",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pickles_end(name: str) -> None:
    started = time.monotonic()
    with contextlib.suppress(Spent):
        read_pickle(HOSTILE[name], Budget())
    assert time.monotonic() - started < 3


SAMPLES = [pickle.dumps([Call(eval, "1", {"a": {2}}), (b"x", 1.5, 1 << 70)], protocol) for protocol in range(6)]


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 255)), max_size=4))
def test_damaged_pickles_are_none_or_statements_that_parse(sample: bytes, changes: list[tuple[int, int]]) -> None:
    data = bytearray(sample)
    for place, value in changes:
        data[place % len(data)] = value
    stored = read_pickle(bytes(data), Budget())
    if stored is not None and stored.source is not None:
        ast.parse(stored.source)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_none(data: bytes) -> None:
    read_pickle(data, Budget())
