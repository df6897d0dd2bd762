"""The JSON scanner finds every whole object, whatever stands around it, and hands out what is broken."""

from __future__ import annotations

import io
import json
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.tables import EVERYTHING, Damage, Event
from antivenom.telemetry import defender, eslogger, jsonlines, jsonvalues, securityevent, windows_json
from antivenom.telemetry.format import Input


def scan(data: bytes, **options: Any) -> list[tuple[int, int | None, bytes]]:
    return list(jsonlines.objects(io.BytesIO(data), **options))


def whole(data: bytes, **options: Any) -> list[Any]:
    found = []
    for _, _, text in scan(data, **options):
        try:
            found.append(json.loads(text))
        except ValueError:
            found.append(None)
    return found


A, B, C = {"a": 1}, {"b": {"c": [{"d": "}{"}]}}, {"c": 'x"\\'}


@pytest.mark.parametrize(
    "data",
    [
        b"\n".join(json.dumps(x).encode() for x in (A, B, C)),
        b"\r\n".join(json.dumps(x).encode() for x in (A, B, C)) + b"\r\n",
        json.dumps([A, B, C]).encode(),
        json.dumps([A, B, C], indent=4).encode(),
        json.dumps([[A], [B, C]]).encode(),
        b"\n".join(json.dumps(x, indent=2).encode() for x in (A, B, C)),
        b"".join(json.dumps(x).encode() for x in (A, B, C)),
        b"[\n" + b",\n".join(json.dumps(x).encode() for x in (A, B, C)) + b"\n]\n",
        b"\xef\xbb\xbf" + json.dumps([A, B, C]).encode(),
        json.dumps([A, B, C], indent=1).encode("utf-16"),
        b"\xfe\xff" + json.dumps([A, B, C]).encode("utf-16-be"),
    ],
)
def test_every_layout_gives_the_same_objects(data: bytes) -> None:
    assert whole(data) == [A, B, C]


@pytest.mark.parametrize(
    "data, expected",
    [
        (b'{"a":1}\n{"a":{"b":1}\n{"c":1}\n', [{"a": 1}, None, {"c": 1}]),
        (b'{"a":1}\n{"a":"cut off\n{"c":1}\n', [{"a": 1}, None, {"c": 1}]),
        (b'{"a":1}\n{"a":[1,\n{"c":1}\n{"d":1}\n', [{"a": 1}, None, {"c": 1}, {"d": 1}]),
        (b'{"a":1}\nnot json at all\nnor this\n{"c":1}', [{"a": 1}, None, {"c": 1}]),
        (b'[{"a":{},{"b":1},{"c":1}]', [None, {"b": 1}, {"c": 1}]),
        (b'[{"a":[1},{"b":1}]', [None, {"b": 1}]),
        (b'[{"a":1],{"b":1}]', [None, {"b": 1}]),
        (b'[1, "x", {"b":1}]', [None, {"b": 1}]),
        (b'[{"a":1},\n', [{"a": 1}, None]),
        (b'{"a":1', [None]),
        (b'{"a', [None]),
        (b"", []),
        (b"\n \n", []),
        (b'[\n  {\n    "a": {\n  },\n  {\n    "b": 1\n  }\n]', [None, {"b": 1}]),
        (b'[\n  {\n    "a": [\n  {\n    "b": 1\n  },\n  {\n    "c": [\n      {}\n    ]\n  }\n]',
         [None, {"b": 1}, {"c": [{}]}]),
    ],
)  # fmt: skip
def test_a_broken_object_does_not_hide_its_neighbours(data: bytes, expected: list[Any]) -> None:
    assert whole(data) == expected


WRAPPED = [
    b'{"records":[{"a":1},{"b":2}]}',
    b'{"Schema":[{"n":1}],"records":[{"a":1},{"b":2}],"next":{"x":[{"y":1}]}}',
    b'{\n  "records": [\n    {"a":1},\n    {"b":2}\n  ]\n}',
    b'{"records":[{"a":1}]}\n{"records":[{"b":2}]}\n',
]


@pytest.mark.parametrize("data", WRAPPED)
def test_wrappers_are_opened_on_request(data: bytes) -> None:
    assert whole(data, inside=["records"]) == [{"a": 1}, {"b": 2}]
    assert all("records" in found for found in whole(data))


def test_places() -> None:
    data = b'\n{"a":1}\nbad\n  {"b":\n2}\n'
    assert scan(data) == [(1, 2, b'{"a":1}'), (9, 3, b"bad"), (15, 4, b'{"b":\n2}')]
    wide = data.decode().encode("utf-16")
    assert [(offset, line) for offset, line, _ in scan(wide)] == [(4, 2), (20, 3), (32, 4)]


def test_memory_is_bounded_by_the_limit() -> None:
    data = b'{"a":"' + b"x" * 5000 + b'"}\n{"b":1}\n'
    assert whole(data, limit=1000) == [None, {"b": 1}]
    open_ended = b'{"a":[' * 400_000
    assert all(len(text) <= jsonlines.SHOWN for _, _, text in scan(open_ended))


def test_many_broken_objects_take_linear_time() -> None:
    found = scan(b'{"a":[1,\n' * 20_000 + b'{"b":1}')
    assert len(found) == 20_001
    assert found[-1][2] == b'{"b":1}'


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
OBJECTS = st.lists(st.dictionaries(st.text(), VALUES, max_size=4), max_size=6)


@given(OBJECTS, st.sampled_from([None, 0, 2]), st.booleans(), st.sampled_from(["utf-8", "utf-16"]))
def test_scan_finds_what_was_dumped(items: list[Any], indent: int | None, array: bool, encoding: str) -> None:
    text = (
        json.dumps(items, indent=indent, ensure_ascii=False)
        if array
        else "\n".join(json.dumps(item, indent=indent, ensure_ascii=False) for item in items)
    )
    data = text.encode(encoding, "replace") if encoding == "utf-8" else text.encode(encoding, "surrogatepass")
    if any(0xD800 <= ord(char) < 0xE000 for char in text):
        return
    assert whole(data) == items


@settings(max_examples=300)
@given(OBJECTS, st.data())
def test_damage_in_a_line_leaves_the_other_lines(items: list[Any], data: st.DataObject) -> None:
    lines = [json.dumps(item).encode() for item in items] or [b"{}"]
    index = data.draw(st.integers(0, len(lines) - 1))
    cut = data.draw(st.integers(0, len(lines[index])))
    junk = data.draw(st.binary(max_size=5)).replace(b"\n", b"")
    lines[index] = lines[index][:cut] + junk
    if lines[0].startswith((b"\xfe\xff", b"\xff\xfe")):
        return  # a byte order mark: a file in another encoding, not a damaged line
    found = [text for _, _, text in scan(b"\n".join(lines))]
    for place, line in enumerate(lines):
        if place != index:
            assert line in found


@given(st.lists(st.sampled_from([b"{", b"}", b"[", b"]", b'"', b",", b":", b"\n", b"\\", b"a", b" "]), max_size=40))
def test_no_bytes_raise(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    for offset, _, text in scan(data, inside=["a"]):
        assert data[offset : offset + len(text)] == text


@pytest.mark.parametrize("depth", [1, 300, 1000])
def test_a_value_is_written_however_deep_it_was_read(depth: int) -> None:
    text = '{"a":[1,"é",{}],"b":' * depth + "[]" + "}" * depth
    assert jsonvalues.compact(orjson.loads(text)) == text


DEEP = '{"a":' * 500 + "1" + "}" * 500
LISTS = "[" * 990 + "]" * 990
TIMED = '"Timestamp":"2024-01-01T00:00:00Z","DeviceName":"h","ActionType":"ProcessCreated"'
WINDOWS = '"System":{"Provider":{"#attributes":{"Name":"P"}},"EventID":1}'


@pytest.mark.parametrize(
    "form, text, events",
    [
        (defender, f"{{{TIMED},%s}}", 2),
        (securityevent, '{"TimeGenerated":"2024-01-01T00:00:00Z","Computer":"h","EventID":4688,"Account":"a",%s}', 2),
        (eslogger, '{"schema_version":1,"mach_time":1,"event_type":9,"event":{"exec":{}},%s}', 2),
        (windows_json, f'{{"Event":{{{WINDOWS},"EventData":{{%s}}}}}}', 1),
        (windows_json, '{"winlog":{"provider_name":"P","event_id":1,"event_data":{%s}}}', 2),
    ],
)
@pytest.mark.parametrize("deep", [DEEP, LISTS])
def test_deep_values_cost_no_neighbour_in_any_json_format(form: Any, text: str, events: int, deep: str) -> None:
    data = "".join(text % f'"x":{value}' + "\n" for value in (deep, '"usual"')).encode()
    readings = list(form.read(Input("x", lambda: io.BytesIO(data), len(data)), EVERYTHING))
    assert len(readings) == 2
    assert sum(isinstance(one, Event) for one in readings) == events
    assert isinstance(readings[1], Event)


def test_texts_times_attributes_are_bounded() -> None:
    element = {"#text": ["x"] * 2_000, **{f"@a{n}": "y" for n in range(2_000)}}
    data = json.dumps({"Event": {"System": {"Provider": "P", "EventID": 1}, "EventData": {"Data": element}}}).encode()
    (damage,) = windows_json.read(Input("x", lambda: io.BytesIO(data), len(data)), EVERYTHING)
    assert isinstance(damage, Damage)
    assert "texts with their attributes" in damage.expected
