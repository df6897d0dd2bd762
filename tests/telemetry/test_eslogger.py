"""Endpoint Security events as eslogger prints them."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.tables import EVERYTHING, Damage, Event, Need, Origin
from antivenom.telemetry import eslogger
from antivenom.telemetry.format import Input

EXEC = {
    "schema_version": 1,
    "mach_time": 23684525474078,
    "event_type": 9,
    "seq_num": 12,
    "global_seq_num": 40,
    "time": "2023-07-24T14:50:11.038293170Z",
    "process": {"ppid": 1, "executable": {"path": "/bin/zsh", "path_truncated": False}, "team_id": None},
    "event": {
        "exec": {
            "args": ["python3", "-c", "1"],
            "env": [],
            "fds": [{"fd": 0}],
            "script": None,
            "cwd": {},
            "target": {
                "executable": {"path": "/usr/bin/python3"},
                "audit_token": {"pid": 8012},
                "cdhash": "12",
            },
        }
    },
}


def read(data: bytes, need: Need = EVERYTHING) -> tuple[list[Event], list[Damage]]:
    readings = list(eslogger.read(Input("x", lambda: io.BytesIO(data), len(data)), need))
    events = [item for item in readings if isinstance(item, Event)]
    return events, [item for item in readings if isinstance(item, Damage)]


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(EXEC) + "\n" + json.dumps(EXEC),
        json.dumps(EXEC, indent=2) + "\n" + json.dumps(EXEC, indent=2),
        json.dumps([EXEC, EXEC]),
        json.dumps({"body": json.dumps(EXEC), "tag": "x"}) + "\n" + json.dumps(EXEC),
    ],
)
def test_events(data: str) -> None:
    assert eslogger.sniff(data.encode()) == 95
    events, damage = read(data.encode())
    assert damage == []
    assert [event[:4] for event in events] == [("eslogger", "exec", 1690210211_038293170, None)] * 2
    fields = events[1].fields
    assert fields == {
        "schema_version": "1",
        "mach_time": "23684525474078",
        "event_type": "9",
        "seq_num": "12",
        "global_seq_num": "40",
        "time": "2023-07-24T14:50:11.038293170Z",
        "process.ppid": "1",
        "process.executable.path": "/bin/zsh",
        "process.executable.path_truncated": "false",
        "process.team_id": None,
        "event.exec.args": ["python3", "-c", "1"],
        "event.exec.env": [],
        "event.exec.fds": '[{"fd":0}]',
        "event.exec.script": None,
        "event.exec.cwd": "{}",
        "event.exec.target.executable.path": "/usr/bin/python3",
        "event.exec.target.audit_token.pid": "8012",
        "event.exec.target.cdhash": "12",
    }
    assert [event.origin.record for event in events] == [1, 2]


def test_written_events_look_like_eslogger() -> None:
    stream = io.BytesIO()
    eslogger.write(read(json.dumps(EXEC).encode())[0], stream)
    expected: dict[str, Any] = json.loads(json.dumps(EXEC))
    expected["event"]["exec"]["target"]["cdhash"] = 12
    assert json.loads(stream.getvalue()) == expected


def test_other_json_is_damage() -> None:
    bad = ['{"event": {}}', '{"event": {"a": {}, "b": {}}}', '{"event": 3}', '{"body": "{"}', "{", "x"]
    good = json.dumps(EXEC)
    events, damage = read("\n".join([good, *(f"{item}\n{good}" for item in bad)]).encode())
    assert len(events) == len(bad) + 1
    assert [item.found for item in damage] == bad
    assert {item.expected for item in damage} == {"an Endpoint Security event"}


def test_wanted_kinds() -> None:
    fork = {**EXEC, "event": {"fork": {"child": {}}}}
    data = "\n".join(json.dumps(item) for item in (EXEC, fork)).encode()
    assert [event.kind for event in read(data, Need(frozenset({"fork"})))[0]] == ["fork"]
    assert read(data, Need(raw=False))[0][0].raw is None


@pytest.mark.parametrize("head", [b"", b'{"schema_version": 1}', b"schema_version mach_time event_type", b"\0\0"])
def test_sniff_says_no(head: bytes) -> None:
    assert eslogger.sniff(head) == 0


TEXT = st.text(st.characters(codec="utf-8"))
LITERALS = st.sampled_from(["1", "-1", "-0", "01", "1.0", "true", "null", "{}", "[]", '{"a":1}', '["a"]', "[1]", "²"])
PATHS = st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=3).map(".".join)


@settings(max_examples=200)
@given(st.dictionaries(PATHS, st.none() | TEXT | LITERALS | st.lists(TEXT), max_size=8))
def test_reading_what_was_written(extra: dict[str, Any]) -> None:
    fields = {
        **{f"event.exec.{name}": value for name, value in extra.items()},
        "event.exec.target.path": "/bin/sh",
    }
    event = Event("eslogger", "exec", None, None, fields, None, Origin("x"))
    stream = io.BytesIO()
    eslogger.write([event], stream)
    events, damage = read(stream.getvalue())
    assert damage == []
    assert dict(events[0].fields) == fields


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    eslogger.sniff(b"{" + data)
    read(b'{"event":{"a":' + data + b"}}")
