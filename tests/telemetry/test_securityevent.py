"""SecurityEvent exports of Log Analytics."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.tables import EVERYTHING, Damage, Event, Need, Origin
from antivenom.telemetry import securityevent
from antivenom.telemetry.format import Input

HEADER = ",Account,EventID,TimeGenerated,Computer,NewProcessName,CommandLine\r\n"
LINE = '0,WORKGROUP\\A$,4688,2019-01-15 05:24:24.010,WIN1,C:\\py.exe,"""C:\\py.exe"" -c x"\r\n'
FIELDS = {
    "Account": "WORKGROUP\\A$",
    "EventID": "4688",
    "TimeGenerated": "2019-01-15 05:24:24.010",
    "Computer": "WIN1",
    "NewProcessName": "C:\\py.exe",
    "CommandLine": '"C:\\py.exe" -c x',
}


def read(data: bytes, need: Need = EVERYTHING) -> tuple[list[Event], list[Damage]]:
    readings = list(securityevent.read(Input("x", lambda: io.BytesIO(data), len(data)), need))
    events = [item for item in readings if isinstance(item, Event)]
    return events, [item for item in readings if isinstance(item, Damage)]


def test_csv() -> None:
    data = (HEADER + LINE + "1,2\r\n" + LINE).encode()
    assert securityevent.sniff(data) == 95
    events, damage = read(data)
    assert [dict(event.fields) for event in events] == [FIELDS, FIELDS]
    assert events[0][:4] == ("securityevent", "SecurityEvent/4688", 1547529864_010_000_000, "WIN1")
    assert events[1].origin == Origin("x", 3, 4, len(HEADER) + len(LINE) + 5)
    assert events[0].raw == LINE.strip()
    assert damage == [Damage(Origin("x", 2, 3, len(HEADER) + len(LINE)), "7 cells", "2 cells: 1,2")]


def test_json() -> None:
    data = json.dumps([{**FIELDS, "EventID": 4688, "Type": "SecurityEvent"}, {"EventID": "x"}]).encode()
    assert securityevent.sniff(data) == 80
    events, damage = read(data)
    assert [event.kind for event in events] == ["SecurityEvent/4688"]
    assert [item.found for item in damage] == ["'x'"]


def test_wanted_kinds() -> None:
    data = (HEADER + LINE + LINE.replace("4688", "4624")).encode()
    assert [e.kind for e in read(data, Need(frozenset({"SecurityEvent/4624"})))[0]] == ["SecurityEvent/4624"]
    assert read(data, Need(raw=False))[0][0].raw is None


@pytest.mark.parametrize(
    "head", [b"", b"EventID,Computer\n", b'{"EventID": 1, "Computer": "x"}', b"a,b,c\n", b"\xff\xfe\x00"]
)
def test_sniff_says_no(head: bytes) -> None:
    assert securityevent.sniff(head) == 0


@given(st.lists(st.text(st.characters(codec="utf-8")), max_size=4))
def test_reading_what_was_written(lines: list[str]) -> None:
    given_events = [
        Event(
            "securityevent", "SecurityEvent/4688", 1547529864_010_000_000, "WIN1",
            {**FIELDS, "CommandLine": line, "ParentProcessName": None}, None, Origin("x"),
        )
        for line in lines
    ]  # fmt: skip
    stream = io.BytesIO()
    securityevent.write(given_events, stream)
    events, damage = read(stream.getvalue())
    assert damage == []
    assert [event._replace(raw=None, origin=Origin("x")) for event in events] == given_events


@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_raise(data: bytes, framed: bool) -> None:
    securityevent.sniff(data)
    read(HEADER.encode() + data if framed else data)
