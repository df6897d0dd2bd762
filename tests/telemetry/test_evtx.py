"""EVTX: what a healthy file gives, and that damage costs what it hit and nothing else."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.tables import EVERYTHING, Damage, Event, Need, Reading
from antivenom.telemetry import evtx
from antivenom.telemetry.format import Input
from tests.telemetry import evtx_files

EVENTS = [(n, evtx_files.event(n, CommandLine=f"run {n}", Image="C:\\x.exe")) for n in range(1, 9)]
CHUNK = evtx_files.chunk(EVENTS)
STARTS = evtx_files.starts(CHUNK)
HEADER = 4096


def readings(data: bytes, need: Need = EVERYTHING) -> list[Reading]:
    return list(evtx.read(Input("log.evtx", lambda: BytesIO(data), len(data)), need))


def split(data: bytes, need: Need = EVERYTHING) -> tuple[list[Event], list[Damage]]:
    got = readings(data, need)
    return [one for one in got if isinstance(one, Event)], [one for one in got if isinstance(one, Damage)]


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def numbers(events: list[Event]) -> list[int | None]:
    return [event.origin.record for event in events]


def test_an_event_has_the_fields_and_text_windows_gives_it() -> None:
    body = evtx_files.event(
        7, CommandLine="a 'b' \"c\" <d> & e", ProcessGuid="5770385F-C22A-43E0-BF4C-06F5698FFBD9", Empty=""
    )
    events, damage = split(evtx_files.file([evtx_files.chunk([(1, body)])]))
    assert not damage
    (event,) = events
    assert event.product == "windows"
    assert event.kind == "Test-Provider/1"
    assert event.time == 1_704_164_647_123_456_000
    assert event.host == "host-1"
    assert event.origin == ("log.evtx", 7, None, HEADER + 512)
    assert event.fields == {
        "System.Provider": "Test-Provider",
        "System.ProviderGuid": "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}",
        "System.EventID": "1",
        "System.Version": "5",
        "System.Level": "4",
        "System.Task": "1",
        "System.Opcode": "0",
        "System.Keywords": "0x8000000000000000",
        "System.TimeCreated": "2024-01-02T03:04:07.123456Z",
        "System.EventRecordID": "7",
        "System.ProcessID": "12",
        "System.ThreadID": "34",
        "System.Channel": "Test/Operational",
        "System.Computer": "host-1",
        "System.UserID": "S-1-5-18",
        "CommandLine": "a 'b' \"c\" <d> & e",
        "ProcessGuid": "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}",
        "Empty": "",
    }
    assert event.raw is not None
    assert event.raw.startswith(
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        "<Provider Name='Test-Provider' Guid='{5770385F-C22A-43E0-BF4C-06F5698FFBD9}'/><EventID>1</EventID>"
    )
    assert event.raw.endswith(
        "<Correlation/><Execution ProcessID='12' ThreadID='34'/><Channel>Test/Operational</Channel>"
        "<Computer>host-1</Computer><Security UserID='S-1-5-18'/></System><EventData>"
        "<Data Name='CommandLine'>a 'b' \"c\" &lt;d&gt; &amp; e</Data>"
        "<Data Name='ProcessGuid'>{5770385F-C22A-43E0-BF4C-06F5698FFBD9}</Data>"
        "<Data Name='Empty'></Data></EventData></Event>"
    )


def test_the_seventh_digit_comes_from_the_filetime_in_the_record() -> None:
    shown, ticks = "2024-01-02T03:04:07.123456Z", 133_486_382_471_234_567
    assert evtx._exactly(shown, b"....") == (shown, 1_704_164_647_123_456_000)
    assert evtx._exactly(shown, b"ab" + struct.pack("<Q", ticks) + b"c") == (
        "2024-01-02T03:04:07.1234567Z",
        1_704_164_647_123_456_700,
    )
    assert evtx._exactly(shown, b"ab" + struct.pack("<Q", ticks + 10) + b"c") == (
        shown,
        1_704_164_647_123_456_000,
    )


def test_user_data_and_unnamed_data_are_read_by_the_other_path() -> None:
    system = evtx_files.event(3).content[0]
    user = evtx_files.Element(
        "UserData",
        content=[
            evtx_files.Element(
                "LogFileCleared",
                {"xmlns": "urn:x"},
                [
                    evtx_files.Element("SubjectUserName", content="eve"),
                    evtx_files.Element("Flags", {"value": "3"}),
                ],
            )
        ],
    )
    plain = evtx_files.Element(
        "EventData",
        content=[evtx_files.Element("Data", content="one"), evtx_files.Element("Data", content="two")],
    )
    xmlns = {"xmlns": "http://schemas.microsoft.com/win/2004/08/events/event"}
    chunk = evtx_files.chunk(
        [
            (1, evtx_files.Element("Event", xmlns, [system, user])),
            (2, evtx_files.Element("Event", xmlns, [system, plain])),
        ]
    )
    (cleared, listed), damage = split(evtx_files.file([chunk]))
    assert not damage
    assert (cleared.fields["SubjectUserName"], cleared.fields["Flags.value"]) == ("eve", "3")
    assert cleared.raw is not None
    assert "<LogFileCleared xmlns='urn:x'><SubjectUserName>eve</SubjectUserName>" in cleared.raw
    assert listed.fields["Data"] == ["one", "two"]
    assert listed.raw is not None
    assert listed.raw.endswith("<EventData><Data>one</Data><Data>two</Data></EventData></Event>")


def test_kinds_that_are_not_needed_are_left_out_and_nothing_else_changes() -> None:
    mixed = [(n, evtx_files.event(n, event_id=n % 3, A="x")) for n in range(1, 10)]
    data = evtx_files.file([evtx_files.chunk(mixed)])
    every = [event for event in split(data)[0] if event.kind == "Test-Provider/2"]
    need = Need(frozenset({"Test-Provider/2"}), raw=False)
    assert split(data, need) == ([event._replace(raw=None) for event in every], [])
    assert len(every) == 3
    assert split(data, Need(frozenset({"*/2"}), raw=False)) == split(data, need)


def test_records_numbered_anew_by_an_export_keep_their_event_record_id() -> None:
    events, damage = split(evtx_files.file([evtx_files.chunk([(1, evtx_files.event(30509))])]))
    assert not damage
    assert numbers(events) == [30509]


def healthy(*damaged: bytes) -> bytes:
    """A file of a healthy chunk, these, and a healthy chunk."""
    first = evtx_files.chunk([(100, evtx_files.event(100))])
    last = evtx_files.chunk([(200, evtx_files.event(200))])
    return evtx_files.file([first, *damaged, last])


WHOLE = [100, 1, 2, 3, 4, 5, 6, 7, 8, 200]
AT = HEADER + evtx_files.CHUNK
SIZE = struct.unpack_from("<I", CHUNK, STARTS[3] + 4)[0]


@pytest.mark.parametrize(
    "chunk, kept, places",
    [
        pytest.param(CHUNK, WHOLE, [], id="healthy"),
        pytest.param(bytes(65536), [100, 200], [AT], id="zeros where the header promises a chunk"),
        pytest.param(b"garbage!" * 8192, [100, 200], [AT], id="garbage"),
        pytest.param(patched(CHUNK, 0, b"ElfChnX\0"), WHOLE, [AT], id="bad magic, its records are there"),
        pytest.param(patched(CHUNK, 48, bytes(4)), WHOLE, [AT + 48], id="free space at 0"),
        pytest.param(patched(CHUNK, 48, b"\xff\xff\xff\x7f"), WHOLE, [AT + 48], id="free space beyond the end"),
        pytest.param(
            patched(CHUNK, 48, struct.pack("<I", STARTS[5])), WHOLE, [AT + 48], id="header behind its records"
        ),
        pytest.param(patched(CHUNK, 128, b"\xff" * 384), WHOLE, [AT], id="string tables of nonsense"),
        pytest.param(
            patched(CHUNK, STARTS[3], b"XX"),
            [n for n in WHOLE if n != 4],
            [AT + STARTS[3]],
            id="record magic",
        ),
        pytest.param(
            patched(CHUNK, STARTS[3] + 4, bytes(4)),
            [n for n in WHOLE if n != 4],
            [AT + STARTS[3]],
            id="record size 0",
        ),
        pytest.param(
            patched(CHUNK, STARTS[3] + 4, b"\xff\xff\xff\xff"),
            [n for n in WHOLE if n != 4],
            [AT + STARTS[3]],
            id="record size beyond the end",
        ),
        pytest.param(
            patched(CHUNK, STARTS[3] + SIZE - 4, b"\1\2\3\4"),
            WHOLE,
            [AT + STARTS[3]],
            id="torn record: read, and reported",
        ),
        pytest.param(
            patched(CHUNK, STARTS[3] + 24, b"\xfe" * 8),
            [n for n in WHOLE if n != 4],
            [AT + STARTS[3]],
            id="record that cannot be decoded",
        ),
        pytest.param(
            patched(CHUNK, STARTS[3], bytes(STARTS[6] - STARTS[3])),
            [n for n in WHOLE if n not in (4, 5, 6)],
            [AT + STARTS[3]],
            id="zeros over three records",
        ),
    ],
)
def test_damage_costs_what_it_hit_and_is_placed(chunk: bytes, kept: list[int], places: list[int]) -> None:
    events, damage = split(healthy(chunk))
    assert numbers(events) == kept
    assert [one.origin.offset for one in damage] == places


def test_records_of_an_earlier_use_of_the_chunk_are_not_read() -> None:
    """Their strings and templates are overwritten: what they decode to never happened."""
    stale = evtx_files.chunk(
        [(n, evtx_files.event(n, CommandLine=f"run {n}", Image="C:\\x.exe")) for n in range(900_001, 900_009)]
    )
    torn = CHUNK[: STARTS[4]] + stale[STARTS[4] :]
    torn = patched(torn, STARTS[4], b"XX")
    events, damage = split(healthy(torn))
    assert numbers(events) == [100, 1, 2, 3, 4, 200]
    assert [one.origin.offset for one in damage] == [AT + STARTS[4]]


@pytest.mark.parametrize("cut", [STARTS[2], STARTS[2] + 100, 512, 300, 20])
def test_a_truncated_last_chunk_gives_the_records_it_has(cut: int) -> None:
    data = evtx_files.file([CHUNK, CHUNK[:cut]])
    events, damage = split(data)
    whole = [n for n, start in enumerate(STARTS, start=1) if start + SIZE <= cut]
    assert numbers(events) == [1, 2, 3, 4, 5, 6, 7, 8, *whole]
    assert damage


@pytest.mark.parametrize("cut", [1, 7, 8, 100, 4095, 4096])
def test_a_file_cut_inside_its_header_is_damage(cut: int) -> None:
    events, damage = split(evtx_files.file([CHUNK])[:cut])
    assert not events
    assert damage


def test_a_header_that_promises_more_chunks_than_there_are_is_damage() -> None:
    events, damage = split(evtx_files.file([CHUNK], promised=3))
    assert len(events) == 8
    assert [one.expected for one in damage] == ["3 chunks, as the file header says"]


def test_chunks_the_header_does_not_count_are_read_and_empty_space_is_not_damage() -> None:
    data = evtx_files.file([CHUNK, bytes(65536), evtx_files.chunk([(9, evtx_files.event(9))])], promised=1)
    events, damage = split(data)
    assert numbers(events) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert not damage


def test_a_lost_file_header_loses_no_chunk() -> None:
    events, damage = split(bytes(4096) + CHUNK)
    assert len(events) == 8
    assert [one.origin.offset for one in damage] == [0]


@pytest.mark.parametrize("lost", [4096, 100])
def test_bytes_missing_between_chunks_shift_and_do_not_lose_the_rest(lost: int) -> None:
    data = evtx_files.file([CHUNK, bytes(65536 - lost) + b"", evtx_files.chunk([(9, evtx_files.event(9))])])
    events, damage = split(data)
    assert numbers(events) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert damage


def test_recognised_by_magic_alone() -> None:
    assert evtx.sniff(evtx_files.file([CHUNK])[:65536]) == 100
    assert evtx.sniff(CHUNK) == 90
    assert evtx.sniff(bytes(4096) + CHUNK) == 90
    assert evtx.sniff(b"version https://git-lfs.github.com/spec/v1\n") == 0
    assert evtx.sniff(b"") == 0


@given(st.lists(st.tuples(st.integers(0, len(CHUNK) - 1), st.binary(min_size=1, max_size=12)), max_size=8))
@settings(max_examples=150, deadline=None)
def test_no_bytes_break_the_reader_or_its_neighbours(patches: list[tuple[int, bytes]]) -> None:
    chunk = CHUNK
    for at, new in patches:
        chunk = patched(chunk, at, new)[: len(CHUNK)]
    events, _ = split(healthy(chunk))
    assert numbers(events)[0] == 100
    assert numbers(events)[-1] == 200


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_behind_the_magic_are_read_to_their_end(data: bytes) -> None:
    readings(b"ElfFile\0" + data)
    readings(evtx_files.file([]) + b"ElfChnk\0" + data)


def test_a_chain_of_strings_that_loops_is_damage_and_no_hang() -> None:
    """The library would follow it without end, and Ctrl-C would not stop it."""
    looping = patched(patched(CHUNK, 128, struct.pack("<I", 600)), 600, struct.pack("<I", 128))
    first = patched(CHUNK, 128, struct.pack("<I", 128))
    for chunk, shown in ((looping, 7), (first, 8)):
        events, damage = split(evtx_files.file([chunk]))
        assert len(events) >= shown
        assert (damage[0].origin.offset, damage[0].found) == (HEADER + 128, "one that loops")
