"""Windows events as JSON: each shape gives the fields the event's XML has."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.tables import EVERYTHING, Damage, Event, Need
from antivenom.telemetry import eventxml, windows_json
from antivenom.telemetry.format import Input

SYSTEM = {
    "System.Provider": "Microsoft-Windows-Sysmon",
    "System.ProviderGuid": "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}",
    "System.EventID": "1",
    "System.Version": "5",
    "System.Level": "4",
    "System.Task": "1",
    "System.Opcode": "0",
    "System.Keywords": "0x8000000000000000",
    "System.TimeCreated": "2025-12-10T04:29:18.813904Z",
    "System.EventRecordID": "18412",
    "System.ProcessID": "3208",
    "System.ThreadID": "1724",
    "System.Channel": "Microsoft-Windows-Sysmon/Operational",
    "System.Computer": "pc-1",
    "System.UserID": "S-1-5-18",
}
DATA = {
    "ProcessGuid": "{0197231E-F71E-6938-AE10-000000000800}",
    "ProcessId": "4432",
    "Initiated": "true",
    "Empty": "",
}

EVTX_DUMP: dict[str, Any] = {
    "Event": {
        "#attributes": {"xmlns": "http://schemas.microsoft.com/win/2004/08/events/event"},
        "System": {
            "Provider": {
                "#attributes": {
                    "Name": "Microsoft-Windows-Sysmon",
                    "Guid": "5770385F-C22A-43E0-BF4C-06F5698FFBD9",
                }
            },
            "EventID": 1,
            "Version": 5,
            "Level": 4,
            "Task": 1,
            "Opcode": 0,
            "Keywords": "0x8000000000000000",
            "TimeCreated": {"#attributes": {"SystemTime": "2025-12-10T04:29:18.813904Z"}},
            "EventRecordID": 18412,
            "Correlation": None,
            "Execution": {"#attributes": {"ProcessID": 3208, "ThreadID": 1724}},
            "Channel": "Microsoft-Windows-Sysmon/Operational",
            "Computer": "pc-1",
            "Security": {"#attributes": {"UserID": "S-1-5-18"}},
        },
        "EventData": {
            "ProcessGuid": "0197231E-F71E-6938-AE10-000000000800",
            "ProcessId": 4432,
            "Initiated": True,
            "Empty": None,
        },
    }
}
SEPARATE: dict[str, Any] = {
    "Event_attributes": {"xmlns": "http://schemas.microsoft.com/win/2004/08/events/event"},
    "Event": {
        "System": {
            "Provider_attributes": {
                "Name": "Microsoft-Windows-Sysmon",
                "Guid": "5770385F-C22A-43E0-BF4C-06F5698FFBD9",
            },
            **{key: value for key, value in EVTX_DUMP["Event"]["System"].items() if not isinstance(value, dict)},
            "TimeCreated_attributes": {"SystemTime": "2025-12-10T04:29:18.813904Z"},
            "Execution_attributes": {"ProcessID": 3208, "ThreadID": 1724},
            "Security_attributes": {"UserID": "S-1-5-18"},
        },
        "EventData": EVTX_DUMP["Event"]["EventData"],
    },
}
PLAIN: dict[str, Any] = {
    "Event": {
        "xmlns": "http://schemas.microsoft.com/win/2004/08/events/event",
        "System": {
            "Provider": {
                "Name": "Microsoft-Windows-Sysmon",
                "Guid": "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}",
            },
            **{
                key: str(value)
                for key, value in EVTX_DUMP["Event"]["System"].items()
                if not isinstance(value, dict) and value is not None
            },
            "TimeCreated": {"SystemTime": "2025-12-10T04:29:18.813904Z"},
            "Correlation": "",
            "Execution": {"ProcessID": "3208", "ThreadID": "1724"},
            "Security": {"UserID": "S-1-5-18"},
        },
        "EventData": {
            "Data": [
                {"Name": "ProcessGuid", "text": "{0197231E-F71E-6938-AE10-000000000800}"},
                {"Name": "ProcessId", "text": "4432"},
                {"Name": "Initiated", "text": "true"},
                {"Name": "Empty"},
            ]
        },
    }
}
WRAPPED = {
    "body": json.dumps(PLAIN),
    "recv_time": "2023-06-05T20:44:22.248Z",
    "mime": "application/x-pt-eventlog",
}


def split(data: bytes | str | dict[str, Any], need: Need = EVERYTHING) -> tuple[list[Event], list[Damage]]:
    text = json.dumps(data) if isinstance(data, dict) else data
    raw = text.encode() if isinstance(text, str) else text
    got = list(windows_json.read(Input("log", lambda: BytesIO(raw), len(raw)), need))
    return [one for one in got if isinstance(one, Event)], [one for one in got if isinstance(one, Damage)]


def only(data: bytes | str | dict[str, Any]) -> Event:
    events, damage = split(data)
    assert not damage
    (event,) = events
    return event


@pytest.mark.parametrize(
    "obj",
    [
        pytest.param(EVTX_DUMP, id="evtx_dump"),
        pytest.param(SEPARATE, id="evtx_dump with separate attributes"),
        pytest.param(PLAIN, id="plain members"),
        pytest.param(WRAPPED, id="JSON text in body"),
        pytest.param({"_index": "i", "_source": EVTX_DUMP}, id="an Elasticsearch hit"),
        pytest.param(EVTX_DUMP["Event"], id="without Event"),
    ],
)
def test_trees_give_what_the_xml_gives(obj: dict[str, Any]) -> None:
    event = only(obj)
    assert dict(event.fields) == {**SYSTEM, **DATA}
    assert event.kind == "Microsoft-Windows-Sysmon/1"
    assert event.time == 1_765_340_958_813_904_000
    assert event.host == "pc-1"
    assert event.origin == ("log", 18412, 1, 0)
    assert event.raw is not None
    assert eventxml.parse(event.raw) == event.fields


def test_repeated_elements_and_user_data_of_evtx_dump() -> None:
    event = only(
        {
            "Event": {
                "System": {
                    "Provider": {"#attributes": {"Name": "P"}},
                    "EventID": {"#attributes": {"Qualifiers": 16384}, "#text": 104},
                },
                "UserData": {
                    "Cleared": {
                        "#attributes": {"xmlns": "urn:x"},
                        "User": "eve",
                        "Header": "a",
                        "Header_1": "b",
                        "Left_1": "alone",
                        "Flags": {"#attributes": {"value": "3"}},
                    }
                },
            }
        }
    )
    assert dict(event.fields) == {
        "System.Provider": "P",
        "System.EventID": "104",
        "System.Qualifiers": "16384",
        "User": "eve",
        "Header": ["a", "b"],
        "Left_1": "alone",
        "Flags.value": "3",
    }
    assert event.raw is not None
    assert eventxml.parse(event.raw) == event.fields


def test_unnamed_data_of_evtx_dump() -> None:
    system = {"Provider": {"#attributes": {"Name": "P"}}, "EventID": 7}
    several = only({"Event": {"System": system, "EventData": {"Data": {"#text": ["a", "", "c"]}, "Binary": None}}})
    assert (several.fields["Data"], several.fields["Binary"]) == (["a", "", "c"], "")
    one = only({"Event": {"System": system, "EventData": {"Data": {"#text": "a"}}}})
    assert one.fields["Data"] == "a"
    none = only({"Event": {"System": system, "EventData": None}})
    assert set(none.fields) == {"System.Provider", "System.EventID"}


def test_winlogbeat_old_and_new() -> None:
    winlog = {
        "provider_name": "Microsoft-Windows-Sysmon",
        "event_id": 1,
        "channel": "Microsoft-Windows-Sysmon/Operational",
        "computer_name": "pc-1",
        "record_id": 7,
        "process": {"pid": 3208, "thread": {"id": 1724}},
        "user": {"identifier": "S-1-5-18", "name": "SYSTEM"},
        "event_data": {"Image": "C:\\x.exe", "System.Computer": "dc", "List": ["a", "b"]},
        "task": "Process Create",
        "keywords": ["one"],
    }
    new = only({"@timestamp": "2024-01-02T03:04:05.678Z", "winlog": winlog, "event": {"code": 1}, "message": "m"})
    assert dict(new.fields) == {
        "System.Provider": "Microsoft-Windows-Sysmon",
        "System.EventID": "1",
        "System.Channel": "Microsoft-Windows-Sysmon/Operational",
        "System.Computer": "pc-1",
        "System.EventRecordID": "7",
        "System.ProcessID": "3208",
        "System.ThreadID": "1724",
        "System.UserID": "S-1-5-18",
        "System.TimeCreated": "2024-01-02T03:04:05.678Z",
        "Image": "C:\\x.exe",
        "EventData.System.Computer": "dc",
        "List": ["a", "b"],
        "winlog.process.pid": "3208",
        "winlog.process.thread.id": "1724",
        "winlog.user.identifier": "S-1-5-18",
        "winlog.user.name": "SYSTEM",
        "winlog.task": "Process Create",
        "winlog.keywords": "one",
        "event.code": "1",
        "message": "m",
    }
    assert new.raw is not None
    assert "<Data Name='Image'>" in new.raw
    assert "message" not in new.raw
    assert "winlog" not in new.raw
    old = only(
        {
            "@timestamp": "2024-01-02T03:04:05.678Z",
            "source_name": "Microsoft-Windows-Sysmon",
            "log_name": "Microsoft-Windows-Sysmon/Operational",
            "event_id": 1,
            "computer_name": "pc-1",
            "record_number": "7",
            "process_id": 3208,
            "event_data": {"Image": "C:\\x.exe"},
            "beat": {"name": "b"},
        }
    )
    assert old.fields["System.ProcessID"] == "3208"
    assert old.fields["beat.name"] == "b"
    assert (old.kind, old.time, old.host) == (new.kind, new.time, new.host)


NXLOG: dict[str, Any] = {
    "EventID": 4688,
    "RecordNumber": 66936,
    "ProviderGuid": "{54849625-5478-4994-A5BA-3E3B0328C30D}",
    "SourceName": "Microsoft-Windows-Security-Auditing",
    "OpcodeValue": 0,
    "Opcode": "Info",
    "EventTime": "2020-09-04 16:09:38",
    "@timestamp": "2020-09-04T20:09:40.845Z",
    "CommandLine": "python <x>",
    "NewProcessId": "0x2b74",
    "EventType": "AUDIT_SUCCESS",
    "Message": "A new process",
    "Channel": "Security",
    "Hostname": "pc-1",
    "host": "wec",
    "ExecutionProcessID": 4,
    "ThreadID": 6536,
    "Task": 13312,
    "Keywords": -9214364837600034816,
    "Version": 0,
    "tags": ["a", "b"],
    "port": 53221,
}


def test_nxlog_rows() -> None:
    event = only(NXLOG)
    system = {name: value for name, value in event.fields.items() if name.startswith("System.")}
    assert system == {
        "System.EventID": "4688",
        "System.EventRecordID": "66936",
        "System.ProviderGuid": "{54849625-5478-4994-A5BA-3E3B0328C30D}",
        "System.Provider": "Microsoft-Windows-Security-Auditing",
        "System.Opcode": "0",
        "System.Channel": "Security",
        "System.Computer": "pc-1",
        "System.ProcessID": "4",
        "System.ThreadID": "6536",
        "System.Task": "13312",
        "System.Keywords": "0x8020000000000000",
        "System.Version": "0",
        "System.TimeCreated": "2020-09-04T20:09:40.845Z",
    }
    assert event.time == 1_599_250_180_845_000_000
    assert event.fields["tags"] == ["a", "b"]
    assert event.fields["port"] == "53221"
    assert event.raw is not None
    assert event.raw.endswith(
        "<EventData><Data Name='CommandLine'>python &lt;x&gt;</Data><Data Name='NewProcessId'>0x2b74</Data>"
        "</EventData></Event>"
    )


@pytest.mark.parametrize(
    "times, want",
    [
        ({"EventTime": "2020-09-04 16:09:38"}, 1_599_235_778),
        ({"EventTime": "2020-09-04 16:09:38", "@timestamp": "2020-09-04T20:09:40Z"}, 1_599_250_180),
        ({"TimeCreated": "2020-09-04T20:09:38Z", "@timestamp": "2020-09-04T20:09:40Z"}, 1_599_250_178),
        ({"TimeCreated": "2020-09-04 16:09:38", "@timestamp": "2020-09-04T20:09:40Z"}, 1_599_250_180),
        ({"EventTime": "2020-09-04T16:09:38-04:00"}, 1_599_250_178),
        ({}, None),
    ],
)
def test_the_time_that_is_surely_utc_wins(times: dict[str, str], want: int | None) -> None:
    event = only({"EventID": 1, "SourceName": "P", "Channel": "c", **times})
    assert event.time == (None if want is None else want * 1_000_000_000)


def test_flat_sysmon_rows() -> None:
    event = only('[{"EventId": 10, "UtcTime": "2018-12-04 00:37:01.887", "RuleName": null, "GrantedAccess": "0x1000"}]')
    assert dict(event.fields) == {
        "System.Provider": "Microsoft-Windows-Sysmon",
        "System.EventID": "10",
        "System.TimeCreated": "2018-12-04 00:37:01.887",
        "UtcTime": "2018-12-04 00:37:01.887",
        "RuleName": None,
        "GrantedAccess": "0x1000",
    }
    assert event.time == 1_543_883_821_887_000_000


@pytest.mark.parametrize(
    "data",
    [
        '{"Image": "C:\\\\x.exe", "ProcessId": 12}',
        {"Image": "C:\\x.exe", "ProcessId": 12},
        "<DataItem Type='System.XmlData'><EventData xmlns='x'><Data Name='Image'>C:\\x.exe</Data>"
        "<Data Name='ProcessId'>12</Data></EventData></DataItem>",
    ],
    ids=["JSON text", "object", "XML text"],
)
def test_log_analytics_rows(data: object) -> None:
    row = {
        "TimeGenerated": "2022-05-13T08:54:06.347Z",
        "Provider": "Microsoft-Windows-Sysmon",
        "Channel": "Microsoft-Windows-Sysmon/Operational",
        "Computer": "pc-1",
        "Task": 1,
        "EventLevel": 4,
        "EventData": data,
        "EventID": 3,
        "Type": "WindowsEvent",
    }
    event = only(row)
    assert (event.kind, event.host, event.time) == (
        "Microsoft-Windows-Sysmon/3",
        "pc-1",
        1_652_432_046_347_000_000,
    )
    assert (event.fields["Image"], event.fields["ProcessId"]) == ("C:\\x.exe", "12")
    assert (event.fields["System.Level"], event.fields["Type"]) == ("4", "WindowsEvent")


# Streams


def dump(number: int) -> dict[str, Any]:
    event = orjson.loads(orjson.dumps(EVTX_DUMP))
    event["Event"]["System"]["EventRecordID"] = number
    return dict(event)


LINES = [json.dumps(dump(n)) for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(LINES), id="lines"),
        pytest.param("[" + ",".join(LINES) + "]", id="an array on one line"),
        pytest.param(json.dumps([dump(n) for n in (1, 2, 3)], indent=4), id="a pretty array"),
        pytest.param("\n".join(f"Record {n}\n{json.dumps(dump(n), indent=2)}" for n in (1, 2, 3)), id="evtx_dump"),
        pytest.param("".join(LINES), id="one behind the other"),
        pytest.param("\ufeff" + "\r\n".join(LINES), id="BOM and CRLF"),
        pytest.param(("\ufeff" + "\r\n".join(LINES)).encode("utf-16-le"), id="UTF-16"),
    ],
)
def test_layouts(text: str | bytes) -> None:
    events, damage = split(text)
    assert not damage
    assert [event.origin.record for event in events] == [1, 2, 3]
    raw = text.encode() if isinstance(text, str) else text
    assert windows_json.sniff(raw[:65536]) >= 60


@pytest.mark.parametrize(
    "broken",
    [
        LINES[1][:-10],
        LINES[1][:100],
        LINES[1].replace('"Event"', '"Event', 1),
        '{"a": 1}',
        '{"Event": {"System": 5}}',
        '{"Event": {"System": {"Provider": {"Name": "P"}}}}',
        '{"body": "{\\"Event\\": {\\"System\\""}',
        '{"a":' * 3000 + "1" + "}" * 3000,
        "some text",
    ],
    ids=lambda text: text[:24],
)
def test_a_broken_object_is_damage_and_its_neighbours_survive(broken: str) -> None:
    events, damage = split(f"{LINES[0]}\n{broken}\n{LINES[2]}\n")
    assert [event.origin.record for event in events] == [1, 3]
    assert len(damage) == 1
    assert damage[0].origin.offset == len(LINES[0].encode()) + 1


def test_arrays_that_never_end_are_damage() -> None:
    events, damage = split(f"{LINES[0]}\n{'[' * 5000}\n{LINES[2]}\n")
    assert [event.origin.record for event in events] == [1, 3]
    assert len(damage) == 1


@pytest.mark.parametrize(
    "written, want",
    [
        (rb"a\ud800b", "a\ufffdb"),
        (b"a\xffb", "a\ufffdb"),
        (b"a\tb\x01", "a\tb\x01"),
        (rb"\ud83d\ude00", "\U0001f600"),
        (rb"\u0000", "\x00"),
    ],
)
def test_what_careless_writers_emit_is_read(written: bytes, want: str) -> None:
    line = LINES[0].encode().replace(b"pc-1", written)
    assert only(line).fields["System.Computer"] == want


def test_deep_nesting_inside_an_event_is_damage() -> None:
    deep = '{"a":' * 500 + "1" + "}" * 500
    events, damage = split(f'{{"Event":{{"System":{{"EventID":1}},"UserData":{deep}}}}}\n{LINES[0]}')
    assert len(events) == len(damage) == 1
    events, damage = split(f'{{"winlog":{{"provider_name":"P","event_id":1}},"x":{deep}}}\n{LINES[0]}')
    assert len(events) == len(damage) == 1


def test_kinds_that_are_not_needed_are_left_out_and_nothing_else_changes() -> None:
    decoys = [
        {**NXLOG, "EventID": 5},
        {**NXLOG, "EventID": 4688, "Message": '"EventID":5'},
        {"EventID": {"#text": 1}, "SourceName": "P", "EventData": 5},
        WRAPPED,
        EVTX_DUMP,
        dump(9),
    ]
    text = "\n".join(json.dumps(one) for one in decoys)
    text += "\n" + json.dumps({**NXLOG, "EventData.EventID": 5}).replace('"EventID"', '"\\u0045ventID"')
    for kinds in ({"Microsoft-Windows-Sysmon/1"}, {"Microsoft-Windows-Security-Auditing/4688"}, {"x/99"}):
        need = Need(frozenset(kinds), raw=False)
        want = [event._replace(raw=None) for event in split(text)[0] if event.kind in kinds]
        assert split(text, need)[0] == want


@pytest.mark.parametrize(
    "head, least",
    [
        (json.dumps(EVTX_DUMP).encode(), 90),
        (json.dumps(WRAPPED).encode(), 90),
        (json.dumps(NXLOG).encode(), 90),
        (b'Record 1\n{"Event": {"System": {}}}', 90),
        (json.dumps(EVTX_DUMP).encode()[:300], 60),
        (b'{"body": "{\\"items\\": {}}"}', 0),
        (b'{"EventID": 4688, "EventSourceName": "x", "Type": "SecurityEvent", "EventData": "x"}', 0),
        (b'{"a": 1}', 0),
        (b"[1, 2]", 0),
        (b"<Event>", 0),
        (b"", 0),
    ],
)
def test_recognised_by_content(head: bytes, least: int) -> None:
    got = windows_json.sniff(head)
    assert got >= least
    assert least or got == 0


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    (
        "Event System EventData UserData winlog event_data event_id source_name EventID EventId SourceName "
        "UtcTime Provider Channel #attributes #text Data Name text body _source Data_1 Provider_attributes"
    ).split()
)


@given(st.recursive(JSON, lambda inner: st.dictionaries(KEYS, inner, max_size=5), max_leaves=10))
@settings(max_examples=300, deadline=None)
def test_no_object_breaks_the_reader(value: object) -> None:
    whole = ({"Event": value}, value, {"EventID": 1, "SourceName": value})
    split("\n".join(map(json.dumps, whole)))


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_bytes_break_the_reader_or_the_line_behind_them(data: bytes) -> None:
    windows_json.sniff(data)
    split(data + b"\n" + LINES[0].encode())
