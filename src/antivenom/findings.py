"""Findings: the only thing that leaves the house. One per process execution, whoever flagged it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from antivenom.tables import Origin

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def iso(time: int | None) -> str | None:
    """Nanoseconds since 1970 as ISO 8601 UTC with milliseconds; None stays None."""
    if time is None:
        return None
    try:
        moment = _EPOCH + timedelta(microseconds=time // 1000)
    except OverflowError:
        return None
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


@dataclass(frozen=True, slots=True)
class Process:
    """A process execution as the common activity tables name it; None is what the sensor did not say.

    `status` is "Success" or "Failure": a failed start ran nothing, and is worth knowing all the same.
    """

    name: str | None = None
    path: str | None = None
    pid: int | None = None
    uid: str | None = None
    command_line: str | None = None
    user: str | None = None
    status: str | None = None

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "name": self.name,
            "path": self.path,
            "pid": self.pid,
            "uid": self.uid,
            "command_line": self.command_line,
            "user": self.user,
            "status": self.status,
        }


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one detection flagged a process: its flags, its score, the row its query returned, and the records
    (origins) the row was made from."""

    detection: str
    name: str
    severity: str
    confidence: str
    attack: tuple[str, ...]
    flags: tuple[str, ...]
    score: int | None
    origins: tuple[Origin, ...] = ()
    row: Mapping[str, object] = field(default_factory=dict, compare=False)

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "detection": self.detection,
            "name": self.name,
            "severity": self.severity,
            "confidence": self.confidence,
            "attack": list(self.attack),
            "flags": list(self.flags),
            "score": self.score,
            "origins": [origin._asdict() for origin in self.origins],
            "row": dict(self.row),
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """One process execution that at least one detection flagged.

    `time` is nanoseconds since 1970 UTC. `score` is the highest score any detection gave; `origins` are
    all places in the logs where the execution is recorded and was flagged.
    """

    time: int | None
    host: str | None
    process: Process
    parent: Process
    evidence: tuple[Evidence, ...]
    origins: tuple[Origin, ...]
    product: str

    @property
    def score(self) -> int:
        """The highest score of its evidence; 0 where no detection scores."""
        return max((e.score or 0 for e in self.evidence), default=0)

    @property
    def severity(self) -> str:
        """The highest severity of its evidence."""
        return max((e.severity for e in self.evidence), key=severity_rank, default="informational")

    @property
    def confidence(self) -> str:
        """The highest confidence of its evidence."""
        return max((e.confidence for e in self.evidence), key=severity_rank, default="low")

    @property
    def attack(self) -> tuple[str, ...]:
        """All ATT&CK ids of its evidence."""
        return tuple(sorted({id for e in self.evidence for id in e.attack}))

    @property
    def flags(self) -> tuple[str, ...]:
        """All flags of its evidence, in the order detections give them."""
        return tuple(dict.fromkeys(flag for e in self.evidence for flag in e.flags))

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "time": iso(self.time),
            "score": self.score,
            "severity": self.severity,
            "confidence": self.confidence,
            "attack": list(self.attack),
            "host": self.host,
            "user": self.process.user,
            "process": self.process.as_dict(),
            "parent": self.parent.as_dict(),
            "flags": list(self.flags),
            "detections": [e.as_dict() for e in self.evidence],
            "origins": [origin._asdict() for origin in self.origins],
            "product": self.product,
        }


_RANKS = ("informational", "low", "medium", "high", "critical")


def severity_rank(word: str) -> int:
    """Position of a severity or confidence word, unknown words lowest."""
    return _RANKS.index(word) if word in _RANKS else -1


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as the published pages sort them: score, then time, newest first; then by place, so that
    two runs agree."""
    by_place = sorted(findings, key=_place)
    by_time = sorted(by_place, key=lambda f: -1 if f.time is None else f.time, reverse=True)
    return sorted(by_time, key=lambda f: -f.score)


def _place(finding: Finding) -> tuple[object, ...]:
    first = finding.origins[0] if finding.origins else Origin("")
    return (first.file, first.line or 0, first.record or 0, finding.process.command_line or "")
