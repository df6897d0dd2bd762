"""Event counts of the real samples beside this repository: auditd, Defender, macOS, 4688 CSV.

Where they differ from the SOURCES.md there, and why:
- auditd, 2,065 events: 1,050 of raw logs, 15 JSON documents and the 1,000 rows of a derived CSV, which is no
  audit log and is not read. 2,058 records: both figures leave out the two records of type UNKNOWN[1323] and
  UNKNOWN[1420], one of them an event of its own, so there are 2,060 records in 1,051 events.
- 64 executions with hex arguments: the 65th is `tr -d 0A`, a hex string of two digits.
- Defender, 404 events in 6 files: three files are not there, with three rows.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from antivenom.tables import EVERYTHING, Damage, Event
from antivenom.telemetry import auditd, auditd_json, defender, eslogger, securityevent
from antivenom.telemetry.format import HEAD_BYTES, Input
from tests.conftest import SHARED

SAMPLES = SHARED / "telemetry"
FORMATS = (auditd.FORMAT, auditd_json.FORMAT, defender.FORMAT, eslogger.FORMAT, securityevent.FORMAT)

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not there")


def contents(path: Path) -> bytes:
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(archive.namelist()[0])


def read(path: Path) -> tuple[str | None, list[Event], list[Damage]]:
    data = contents(path)
    chosen = max(FORMATS, key=lambda form: form.sniff(data[:HEAD_BYTES]))
    if not chosen.sniff(data[:HEAD_BYTES]):
        return None, [], []
    readings = list(chosen.read(Input(path.name, lambda: io.BytesIO(data), len(data)), EVERYTHING))
    events = [item for item in readings if isinstance(item, Event)]
    return chosen.name, events, [item for item in readings if isinstance(item, Damage)]


def files(folder: str) -> list[Path]:
    return sorted(path for path in (SAMPLES / folder).rglob("*") if path.is_file())


def totals(folder: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for path in files(folder):
        name, events, damage = read(path)
        found[f"{name} files"] += 1
        found[f"{name} events"] += len(events)
        found[f"{name} records"] += sum(max(1, len(event.parts)) for event in events)
        found[f"{name} damage"] += len(damage)
        found[f"{name} without time"] += sum(event.time is None for event in events)
    return +found


def test_auditd() -> None:
    assert totals("linux_auditd") == {
        "auditd files": 39, "auditd events": 1051, "auditd records": 2060, "auditd damage": 7,
        "auditd-json files": 15, "auditd-json events": 15, "auditd-json records": 90,
        "None files": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    "name, events, records, damage",
    [
        ("msticpy/auditd_log.txt", 938, 1708, 0),
        ("laurel/record-execve-long.txt", 1, 9, 0),
        ("laurel/shell-proc-trace.txt", 9, 39, 0),
        ("laurel/shell-proc-trace-reordered.txt", 9, 39, 0),
        ("go-libaudit/normal.log", 5, 17, 0),
        ("go-libaudit/out_of_order.log", 5, 17, 0),
        ("go-libaudit/ubuntu-21.10-linux-5.13.yaml", 3, 10, 3),
        ("audit-userspace/test3.log", 8, 15, 0),
        ("plaso/selinux.log", 6, 7, 4),
        ("attack_data/linux_auditd_find_password_db.log.txt", 5, 5, 0),
        ("xp-rules/user_cmd_syscall__raw_3.txt", 1, 1, 0),
    ],
)
def test_auditd_files(name: str, events: int, records: int, damage: int) -> None:
    form, found, broken = read(SAMPLES / "linux_auditd" / name)
    assert form == "auditd"
    assert (len(found), sum(len(event.parts) for event in found), len(broken)) == (events, records, damage)


def test_auditd_executions() -> None:
    """65 executions have an argument in hex, one an argument in pieces."""
    hexed = pieces = 0
    for path in files("linux_auditd"):
        for event in read(path)[1]:
            texts = [part.fields for part in event.parts if part.kind == "EXECVE"]
            argv = event.fields.get("argv")
            if not texts or not isinstance(argv, list):
                continue
            pieces += any("a1[0]" in fields for fields in texts)
            hexed += any(fields.get(f"a{n}") not in (None, text) for fields in texts for n, text in enumerate(argv))
    assert (hexed, pieces) == (65, 1)


def test_a_long_argument_comes_together() -> None:
    _, events, _ = read(SAMPLES / "linux_auditd" / "laurel" / "record-execve-long.txt")
    argv = events[0].fields["argv"]
    assert isinstance(argv, list)
    assert [len(argument) for argument in argv] == [9, 8192]
    assert events[0].parts[1].fields["a1_len"] == "16384"


def test_defender() -> None:
    assert totals("mde") == {"defender files": 3, "defender events": 401, "defender records": 401}


def test_eslogger() -> None:
    assert totals("macos_es") == {"eslogger files": 59, "eslogger events": 185, "eslogger records": 185}
    kinds = Counter(event.kind for path in files("macos_es") for event in read(path)[1])
    assert (kinds["exec"], kinds["fork"]) == (43, 34)


def test_securityevent() -> None:
    assert totals("windows_csv_4688") == {
        "securityevent files": 1, "securityevent events": 363, "securityevent records": 363,
    }  # fmt: skip


@pytest.mark.parametrize("folder", ["macos_other", "linux_sysmon", "windows_xml", "edge_cases", "windows_evtx"])
def test_other_samples_are_not_claimed(folder: str) -> None:
    assert {read(path)[0] for path in files(folder)[:20]} == {None}
