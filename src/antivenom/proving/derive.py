"""Values a scenario does not give and a log must have: hashes, ids, counters. Same scenario, same values."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from antivenom.proving.processes import Process, Scenario
from antivenom.tables import Event

_EPOCH_2026 = 1_767_225_600
_PER_SECOND = 16
_OWN = re.compile(r"HKCU(?:(\\Software\\Classes)(?=\\|$))?", re.IGNORECASE)


def number(least: int, most: int, *parts: object) -> int:
    """A number from `least` to `most` that follows from the parts."""
    return least + int.from_bytes(_digest(parts)[:8], "big") % (most - least + 1)


def hexadecimal(digits: int, *parts: object) -> str:
    """Up to 64 lower-case hex digits that follow from the parts."""
    return _digest(parts).hex()[:digits]


def image_hash(process: Process, kind: str) -> str:
    """A hash (md5, sha1, sha256, imphash) of the file that ran; one file has one hash on every host."""
    return file_hash(process.host.platform, process.executable, kind)


def file_hash(platform: str, path: str, kind: str) -> str:
    """A hash (md5, sha1, sha256, imphash) of a program or library by its path."""
    digits = {"md5": 32, "sha1": 40, "sha256": 64, "imphash": 32}[kind]
    return hexadecimal(digits, kind, platform, path.lower())


def own_hive(key: str, sid: str) -> str:
    """A registry key with a user's own hive as sensors in the kernel see it: by SID, the classes apart."""
    match = _OWN.match(key)
    return key if match is None else f"HKU\\{sid}{'_Classes' if match[1] else ''}{key[match.end() :]}"


def first_record(scenario: Scenario) -> int:
    """The first record number of a scenario's events; a later scenario has larger ones."""
    return 100_000 + max(0, scenario.start // 1_000_000_000 - _EPOCH_2026) * _PER_SECOND


def moment(time: int) -> datetime:
    """Nanoseconds since 1970 as a UTC datetime, to the microsecond."""
    seconds, rest = divmod(time, 1_000_000_000)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest // 1_000)


Draft = tuple[int, Callable[[int], Event]]
"""An event still without a record number: its time, and what makes it when the number is known."""


def numbered(scenario: Scenario, drafts: Iterable[Draft]) -> list[Event]:
    """The events in the order of time, with record numbers that count up."""
    ordered = sorted(drafts, key=lambda draft: draft[0])
    return [make(record) for record, (_, make) in enumerate(ordered, first_record(scenario))]


def _digest(parts: Iterable[object]) -> bytes:
    return hashlib.sha256("\0".join(str(part) for part in parts).encode()).digest()
