"""Defender exports: every wrapping, the table of a row, damage, writing."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.tables import EVERYTHING, Damage, Event, Need, Origin
from antivenom.telemetry import csvrows, defender
from antivenom.telemetry.format import Input
from antivenom.telemetry.times import nanoseconds

ROW = {
    "Timestamp": "2021-12-15T23:00:03.4494644Z",
    "DeviceId": "624a",
    "DeviceName": "cl003.example.com",
    "ActionType": "ProcessCreated",
    "FileName": "sc.exe",
    "ProcessCommandLine": 'sc.exe "start", wuauserv',
    "ProcessId": 6592,
    "FileSize": 72192.0,
    "IsInitiatingProcessRemoteSession": False,
    "AdditionalFields": {"a": [1]},
    "InitiatingProcessFileName": None,
}
TEXTS = {
    **ROW,
    "ProcessId": "6592",
    "FileSize": "72192.0",
    "IsInitiatingProcessRemoteSession": "false",
    "AdditionalFields": '{"a":[1]}',
}
TIME = 1639609203_449464400


def read(data: bytes, need: Need = EVERYTHING) -> tuple[list[Event], list[Damage]]:
    readings = list(defender.read(Input("x", lambda: io.BytesIO(data), len(data)), need))
    events = [item for item in readings if isinstance(item, Event)]
    return events, [item for item in readings if isinstance(item, Damage)]


def rows_of(data: bytes) -> list[dict[str, Any]]:
    events, damage = read(data)
    assert damage == []
    return [dict(event.fields) for event in events]


TABLES = {
    "tables": [
        {
            "name": "PrimaryResult",
            "columns": [{"name": name, "type": "string"} for name in ROW],
            "rows": [list(ROW.values()), list(ROW.values())],
        }
    ]
}
STREAMED = {
    "time": "2021-12-15T23:00:04Z",
    "tenantId": "t",
    "category": "AdvancedHunting-DeviceProcessEvents",
    "properties": ROW,
}
SCHEMA = [{"Name": name, "Type": "String"} for name in ROW]


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([ROW, ROW]),
        json.dumps([ROW, ROW], indent=2),
        json.dumps(ROW) + "\n" + json.dumps(ROW) + "\n",
        json.dumps({"Stats": {"x": 1}, "Schema": SCHEMA, "Results": [ROW, ROW]}),
        json.dumps({"schema": SCHEMA, "results": [ROW, ROW]}, indent=1),
        json.dumps({"value": [ROW, ROW], "@odata.nextLink": "x"}),
        json.dumps(TABLES),
        json.dumps({"records": [STREAMED, STREAMED]}),
        json.dumps(STREAMED) + "\n" + json.dumps(STREAMED),
        json.dumps({"records": [STREAMED]}) + "\n" + json.dumps({"records": [STREAMED]}),
        json.dumps({**STREAMED, "properties": json.dumps(ROW)}) + json.dumps(STREAMED),
        json.dumps([{"input": {"message": json.dumps(STREAMED)}, "expected": {"x": {}}}] * 2),
        json.dumps({"input": {"message": json.dumps({"records": [STREAMED, STREAMED]})}}),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_json_wrapping_gives_the_same_rows(data: str, encoding: str) -> None:
    text = data.encode(encoding)
    assert defender.sniff(text) >= 90
    events, damage = read(text)
    assert damage == []
    assert [dict(event.fields) for event in events] == [TEXTS, TEXTS]
    assert {(e.product, e.kind, e.host, e.time) for e in events} == {
        ("defender", "DeviceProcessEvents", "cl003.example.com", TIME)
    }


def as_csv(*rows: dict[str, Any], header: list[str] | None = None) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(header or list(rows[0]))
    writer.writerows(row.values() for row in rows)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv(encoding: str) -> None:
    row = {**TEXTS, "InitiatingProcessFileName": "", "ProcessCommandLine": 'é "x",\r\ny'}
    data = as_csv(row, row).encode(encoding)
    assert defender.sniff(data) == 95
    events, damage = read(data)
    assert damage == []
    assert [dict(event.fields) for event in events] == [row, row]
    assert [(event.origin.record, event.origin.line) for event in events] == [(1, 2), (2, 4)]
    step = len(as_csv(row, row).encode(encoding)) - len(as_csv(row).encode(encoding))
    assert events[1].origin.offset == (events[0].origin.offset or 0) + step
    assert events[0].time == TIME


def test_portal_csv() -> None:
    text = (
        'TenantId,"TimeGenerated [UTC]",DeviceName,FileName,"Timestamp [Local Time]",ActionType,Type\r\n'
        '"8ecf","10/25/2023, 9:43:21.994 PM",web,,"10/25/2023, 11:43:21.994 PM",,DeviceFileEvents\r\n'
    )
    events, damage = read(text.encode())
    assert damage == []
    assert events[0].kind == "DeviceFileEvents"
    assert events[0].fields["TimeGenerated"] == "10/25/2023, 9:43:21.994 PM"
    assert events[0].fields["FileName"] == ""
    assert events[0].time == nanoseconds("2023-10-25T23:43:21.994Z")


def test_equal_and_empty_column_names() -> None:
    text = ",Timestamp,DeviceName,ProcessCommandLine,DeviceName\n0,2021-01-01T00:00:00Z,a,x,b\n"
    assert rows_of(text.encode()) == [
        {"Timestamp": "2021-01-01T00:00:00Z", "DeviceName": "a", "ProcessCommandLine": "x"}
    ]


def test_decorated_names_in_json() -> None:
    row = {"TimeGenerated [UTC]": "2021-01-01T00:00:00Z", "ProcessCommandLine": "[UTC] x"}
    assert rows_of(json.dumps(row).encode()) == [
        {"TimeGenerated": "2021-01-01T00:00:00Z", "ProcessCommandLine": "[UTC] x"}
    ]


@pytest.mark.parametrize(
    "fields, table",
    [
        ({"$table": "DeviceInfo"}, "DeviceInfo"),
        ({"Type": "DeviceLogonEvents", "ActionType": "FileCreated"}, "DeviceLogonEvents"),
        ({"ActionType": "ConnectionSuccess", "ProcessCommandLine": ""}, "DeviceNetworkEvents"),
        ({"ActionType": "ImageLoaded", "FileName": "x.dll"}, "DeviceImageLoadEvents"),
        ({"ActionType": "Surprise", "ProcessCommandLine": "x"}, "DeviceProcessEvents"),
        ({"RegistryKey": "HKLM"}, "DeviceRegistryEvents"),
        ({"LogonType": "Network", "RemoteIP": "1.2.3.4"}, "DeviceLogonEvents"),
        ({"RemoteUrl": "a.b"}, "DeviceNetworkEvents"),
        ({"PreviousFileName": "x"}, "DeviceFileEvents"),
        ({"RegistryKey": "", "ProcessCommandLine": "", "RemoteUrl": ""}, "DeviceEvents"),
    ],
)
def test_the_table_of_a_row(fields: dict[str, Any], table: str) -> None:
    events, damage = read(json.dumps({"Timestamp": "2021-01-01T00:00:00Z", "DeviceName": "a", **fields}).encode())
    assert damage == []
    assert [event.kind for event in events] == [table]


@pytest.mark.parametrize("fields", [{"FileName": "x"}, {"Type": "a b", "ProcessCommandLine": "x"}, {}])
def test_a_row_that_tells_no_table_is_refused(fields: dict[str, Any]) -> None:
    row = {"Timestamp": "2021-01-01T00:00:00Z", **fields}
    events, damage = read(json.dumps([ROW, row, ROW]).encode())
    assert len(events) == 2
    assert [item.expected for item in damage] == ["a Defender row that tells its table"]


def test_streamed_rows_without_a_time_take_the_records() -> None:
    record = {**STREAMED, "properties": {"DeviceName": "a", "ProcessCommandLine": "x"}}
    events, _ = read(json.dumps(record).encode())
    assert events[0].fields["TimeGenerated"] == "2021-12-15T23:00:04Z"
    assert events[0].time == 1639609204_000_000_000


def test_wanted_kinds() -> None:
    data = json.dumps([ROW, {**ROW, "ActionType": "FileCreated"}]).encode()
    assert [event.kind for event in read(data, Need(frozenset({"DeviceFileEvents"})))[0]] == ["DeviceFileEvents"]
    assert read(data, Need(raw=False))[0][0].raw is None
    assert json.loads(read(data)[0][0].raw or "") == ROW


def test_ragged_csv_rows_are_damage() -> None:
    good = as_csv(TEXTS).encode()
    header, line = good.split(b"\r\n", 1)
    bad = b"a,b,c\r\n"
    events, damage = read(header + b"\r\n" + line + bad + line)
    assert len(events) == 2
    origin = Origin("x", 2, 3, len(header) + 2 + len(line))
    assert damage == [Damage(origin, f"{len(ROW)} cells", "3 cells: a,b,c")]


def test_an_open_quote_does_not_swallow_the_file() -> None:
    header, line = as_csv(TEXTS).split("\r\n", 1)
    bad = line.replace("sc.exe", '"sc.exe', 1).replace('""', '"', 1)
    events, damage = read("\r\n".join([header, line + bad + line * 3]).encode())
    assert len(events) == 4
    assert len(damage) == 1
    assert damage[0].origin.line == 3


def test_hostile_csv() -> None:
    header = ",".join(ROW).encode() + b"\n"
    good = b"2021-01-01T00:00:00Z" + b"," * (len(ROW) - 1) + b"\n"
    large = b'"' + b"x" * (3 * csvrows.MAX_ROW) + b'"\n'
    events, damage = read(header + large + good.replace(b"\n", b"ProcessCreated\n") + b'"\n' * 1000 + b"\0\n")
    assert len(damage) >= 2
    assert len(events) + len(damage) <= 1003


@pytest.mark.parametrize(
    "broken, expected",
    [
        ('{"Timestamp": 1', "a JSON object"),
        ("text", "a JSON object"),
        ('{"category": "AdvancedHunting-X", "properties": 3}', 'an object in "properties"'),
        ('{"tables": [3]}', 'tables with "columns" and "rows"'),
        ('{"tables": [{"columns": [{"name": "a"}], "rows": [[1, 2]]}]}', "1 cells"),
        ('{"input": {"message": "{"}}', "a JSON object in input.message"),
    ],
)
def test_broken_json_leaves_its_neighbours(broken: str, expected: str) -> None:
    line = json.dumps(ROW)
    events, damage = read(f"{line}\n{broken}\n{line}\n".encode())
    assert len(events) == 2
    assert [(item.expected, item.origin.offset) for item in damage] == [(expected, len(line) + 1)]


@pytest.mark.parametrize(
    "head, sure",
    [
        (b"", False),
        (b'{"EventID": 1, "DeviceName": "x"}', False),
        (b"Timestamp,Message\n1,2\n", False),
        (b"index,EventType,TenantId,Computer,TimeGenerated,exe\n", False),
        (b"\xff\xfe", False),
        (b"Timestamp,DeviceName,FileName,ProcessCommandLine\n", True),
        (b'{"records":[{"category":"AdvancedHunting-DeviceEvents"', True),
    ],
)
def test_sniff(head: bytes, sure: bool) -> None:
    assert (defender.sniff(head) > 0) is sure


@pytest.mark.parametrize(
    "text, expected",
    [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01 00:00:00.123456789+00:00", 123456789),
        ("1970-01-01T01:00:00.5+01:00", 500_000_000),
        ("1970-01-01T00:00:01.1234567891Z", 1_123456789),
        ("1970-01-01 00:00", 0),
        ("1/2/1970, 12:00:01.5 AM", 86_401_500_000_000),
        ("Jan 1, 1970 12:00:01 PM", 43_201_000_000_000),
        ("Jan 32, 1970 12:00:01 PM", None),
        ("Foo 1, 1970 12:00:01 PM", None),
        ("anF 1, 1970 12:00:01 PM", None),
        ("25/10/2023, 9:43:21 AM", None),
        ("1/2/1970, 13:00:01 AM", None),
        ("2021-02-30T00:00:00Z", None),
        ("9999-01-01T00:00:00Z", None),
        ("2021-01-01", None),
        ("", None),
    ],
)
def test_times(text: str, expected: int | None) -> None:
    assert nanoseconds(text) == expected


FIELDS = st.dictionaries(
    st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda name: name not in ("$table", "Type", "category")),
    st.none() | st.text(st.characters(codec="utf-8")),
    max_size=5,
).filter(lambda fields: not any(name.endswith("]") for name in fields) and "tables" not in fields)


@given(st.lists(st.tuples(st.sampled_from(["DeviceProcessEvents", "DeviceEvents"]), FIELDS), max_size=5))
def test_reading_what_was_written(rows: list[tuple[str, dict[str, str | None]]]) -> None:
    own = {"Timestamp": "2021-12-15T23:00:03.4494644Z", "DeviceName": "a"}
    given_events = [Event("defender", kind, TIME, "a", {**fields, **own}, None, Origin("x")) for kind, fields in rows]
    stream = io.BytesIO()
    defender.write(given_events, stream)
    events, damage = read(stream.getvalue())
    assert damage == []
    assert [event._replace(raw=None, origin=Origin("x")) for event in events] == given_events


@settings(max_examples=150)
@given(st.data())
def test_mutated_rows_never_hide_others(data: st.DataObject) -> None:
    as_json = data.draw(st.booleans())
    header, line = as_csv({**TEXTS, "FileName": "a b"}).encode().split(b"\r\n", 1)
    line = json.dumps(ROW).encode() + b"\n" if as_json else line
    bad = bytearray(line)
    for _ in range(data.draw(st.integers(1, 5))):
        bad[data.draw(st.integers(0, len(bad) - 3))] = data.draw(st.integers(0, 255).filter(lambda b: b != 10))
    start = b"" if as_json else header + b"\r\n"
    events, damage = read(start + line + bytes(bad) + line)
    expected = read(start + line)[0][0]
    same = [event for event in events if dict(event.fields) == dict(expected.fields)]
    assert len(same) >= 2
    # a broken row may fall into several pieces, all of them where it stands
    assert len(events) + len(damage) >= 3
    assert all(hurt.origin.line in (None, 2 if as_json else 3) for hurt in damage)


@given(st.binary(max_size=200), st.sampled_from([b"", b"{", b"[{", b"Timestamp,DeviceName,ProcessCommandLine\n"]))
def test_no_bytes_raise(data: bytes, start: bytes) -> None:
    defender.sniff(start + data)
    read(start + data)
