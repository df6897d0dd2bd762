"""The Windows readers over the shared samples: counts as SOURCES.md has them, and pairs that must agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from antivenom.tables import Event, FieldValue, FileReport
from antivenom.telemetry import eventxml
from antivenom.telemetry.format import Input
from antivenom.telemetry.open import inputs, read

DIFFERENCES = {
    # The decoder alone stops at the first broken record of a chunk. Read on, 31 more records are found.
    # One of the 270 is damage (zeros but for its host), and so is each record that cannot be decoded, and
    # each chunk of zeros that the file header promises.
    "windows_evtx_corrupt_or_odd/evtx/sample_with_a_bad_chunk_magic.evtx": (300, 105),
}
FOLDERS = ("windows_evtx", "windows_evtx_corrupt_or_odd", "windows_xml", "windows_json", "linux_sysmon")
UNCOUNTED = {
    # SOURCES.md gives no number for these.
    "windows_xml/attack_data/python_pth_file_creation.log": 2,
    "windows_xml/attack_data/sysmon.xml": 5,
    "windows_xml/attack_data/windows-sysmon.log": 24,
    "windows_json/sigma/5299fadf-f228-4526-8274-251db1960be9.json": 6,
    "windows_json/sigma/7c3a5b1d-9e2f-4a8c-b5d7-1e0f3c6a9b2d.json": 2,
}


@pytest.fixture(scope="module")
def telemetry(shared_data: Path) -> Path:
    return shared_data / "telemetry"


def noted(telemetry: Path) -> dict[str, tuple[int, int]]:
    """Events and parse errors by file, as SOURCES.md notes them."""
    found = {}
    for line in (telemetry / "SOURCES.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) < 9 or not cells[1].startswith(FOLDERS):
            continue
        count = re.search(r"(?:^|[ ~;])(\d[\d,]*) ev\b|XML x(\d+)", cells[8])
        errors = re.search(r"PARSE ERRORS (\d+)", cells[8])
        one = "JSON form" in cells[8]
        if count or one:
            number = int((count[1] or count[2]).replace(",", "")) if count else 1
            found[cells[1]] = (number, int(errors[1]) if errors else 0)
    return found


def read_all(path: Path) -> tuple[list[Event], FileReport]:
    """All events of a file that holds one log, and its report."""
    logs = [one for one in inputs([path]) if isinstance(one, Input)]
    reports = [read(one) for one in logs]
    events = [event for _, taken in reports for event in taken]
    return events, next(report for report, _ in reports if report.format)


def test_counts_agree_with_the_notes(telemetry: Path) -> None:
    notes = {**noted(telemetry), **{file: (count, 0) for file, count in UNCOUNTED.items()}, **DIFFERENCES}
    files = sorted(path for folder in FOLDERS for path in (telemetry / folder).rglob("*") if path.is_file())
    assert len(files) == 214
    wrong = {}
    for path in files:
        name = str(path.relative_to(telemetry))
        report = read_all(path)[1]
        if (report.events, report.damaged) != notes[name]:
            wrong[name] = ((report.events, report.damaged), notes[name])
    assert wrong == {}


def _trimmed(value: FieldValue) -> FieldValue:
    return value.rstrip() if isinstance(value, str) else value


def test_evtx_and_its_json_form_give_the_same_events(telemetry: Path) -> None:
    """All but the time's seventh digit, and blanks at the end of values: evtx_dump did not write them."""
    pairs = 0
    for path in sorted((telemetry / "windows_json" / "sigma").glob("*.json")):
        events, _ = read_all(telemetry / "windows_evtx" / "sigma" / f"{path.stem}.evtx")
        again, _ = read_all(path)
        assert len(events) == len(again)
        for one, other in zip(events, again, strict=True):
            assert (one.product, one.kind, one.host) == (other.product, other.kind, other.host)
            time, shorter = one.fields["System.TimeCreated"], other.fields["System.TimeCreated"]
            assert isinstance(time, str)
            assert isinstance(shorter, str)
            assert time[:26] == shorter[:26]
            assert one.time is not None
            assert other.time is not None
            assert 0 <= one.time - other.time < 1000
            want = {name: _trimmed(value) for name, value in one.fields.items()}
            assert {**want, "System.TimeCreated": shorter} == other.fields
            pairs += 1
    assert pairs == 20


def test_what_is_rendered_for_evtx_reads_as_the_event_again(telemetry: Path) -> None:
    for path in sorted((telemetry / "windows_evtx").rglob("*.evtx")):
        for event in read_all(path)[0]:
            assert event.raw is not None
            assert eventxml.parse(event.raw) == event.fields


def test_every_time_of_evtx_has_its_hundred_nanoseconds(telemetry: Path) -> None:
    """The decoder writes six digits; the others are those few that a record holds as text."""
    for path in sorted((telemetry / "windows_evtx").rglob("*.evtx")):
        for event in read_all(path)[0]:
            assert len(str(event.fields["System.TimeCreated"])) in (28, 30)
