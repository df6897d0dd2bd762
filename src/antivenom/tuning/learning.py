"""What is usual in known-good logs, as allow-entries: findings in groups, and of these what is seen often enough."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from antivenom.catalogue import Detection
from antivenom.errors import AntivenomError
from antivenom.findings import PYTHON_CODE, Finding, iso
from antivenom.pycode import VERDICTS, at_least, worst
from antivenom.source import SourceText
from antivenom.tuning.generalising import line_glob, path_glob, user_class
from antivenom.tuning.guarding import MustFire, refused, said
from antivenom.tuning.matching import fits, is_seen
from antivenom.tuning.model import Entry, Profile
from antivenom.tuning.patterns import Pattern, glob
from antivenom.tuning.reading import parse_profile
from antivenom.tuning.subjects import beside_processes, is_bare_shell
from antivenom.tuning.writing import write

_MOST_USERS = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """What findings of one group have in common. Texts are globs; None where that is not known."""

    fingerprint: str
    process_path: str | None
    parent: str | None
    line: str | None
    user_class: str
    detections: tuple[str, ...]


@dataclass(slots=True)
class Seen:
    """A group of findings, and how widely it was seen. Times are nanoseconds since 1970 UTC."""

    kind: Kind
    findings: list[Finding] = field(default_factory=list)

    @property
    def runs(self) -> int:
        """How many findings."""
        return len(self.findings)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts, each once; one that is not named counts as one."""
        return tuple(sorted({(finding.host or "").casefold() for finding in self.findings}))

    @property
    def users(self) -> tuple[str, ...]:
        """The users without domain, each once."""
        return tuple(sorted({u.rpartition("\\")[2] for f in self.findings if (u := f.process.user)}))

    @property
    def times(self) -> tuple[int, ...]:
        """The times that are known, in order."""
        return tuple(sorted(finding.time for finding in self.findings if finding.time is not None))

    @property
    def days(self) -> int:
        """On how many days, in UTC."""
        return len({(iso(time) or "")[:10] for time in self.times})

    @property
    def rating(self) -> str:
        """The worst rating."""
        return worst(finding.rating for finding in self.findings)

    @property
    def verdict(self) -> str:
        """The worst verdict."""
        return worst(finding.verdict or VERDICTS[0] for finding in self.findings)

    @property
    def behaviours(self) -> tuple[str, ...]:
        """All behaviours."""
        return tuple(sorted({one for finding in self.findings for one in finding.behaviours}))

    @property
    def counts(self) -> str:
        """How widely it was seen, for a person."""
        counted = ((self.runs, "run"), (len(self.hosts), "host"), (len(self.users), "user"), (self.days, "day"))
        return ", ".join(f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in counted)

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        times = self.times
        return {
            "fingerprint": self.kind.fingerprint,
            "process_path": self.kind.process_path,
            "parent_path": self.kind.parent,
            "command_line": self.kind.line,
            "user_class": self.kind.user_class,
            "detections": list(self.kind.detections),
            "rating": self.rating,
            "verdict": self.verdict,
            "behaviours": list(self.behaviours),
            "runs": self.runs,
            "hosts": len(self.hosts),
            "users": len(self.users),
            "days": self.days,
            "first": iso(times[0]) if times else None,
            "last": iso(times[-1]) if times else None,
            "example": self.findings[0].process.command_line,
        }


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a proposal takes: whose it is, until when it holds, and how widely it must have been seen.

    allow_suspicious  whether a program that reads as suspicious may be allowed; a malicious one never is.
    """

    owner: str
    expires: date
    least_hosts: int
    least_runs: int
    allow_suspicious: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A group, and the entry proposed for it, or why there is none."""

    seen: Seen
    entry: Entry | None = None
    why_not: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Learned:
    """All groups, those seen most first, and the profile of what is proposed."""

    judged: tuple[Judged, ...]
    profile: Profile
    findings: int
    covered: int
    """Findings that the profile would allow."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """What entries are held against: what must fire, what detections read beside processes, and what is wanted."""

    guarded: tuple[MustFire, ...]
    beside: Mapping[str, tuple[str, ...]]
    wanted: Wanted


def learn(
    findings: Sequence[Finding], guarded: Iterable[MustFire], wanted: Wanted, detections: Iterable[Detection]
) -> Learned:
    """Groups of findings of known-good logs, and entries for those that are usual and silence no attack.

    detections  those that were run: what they read decides whether an entry can be about their findings.
    """
    bar = _Bar(tuple(guarded), beside_processes(detections), wanted)
    judged = tuple(_judged(seen, bar) for seen in grouped(findings))
    entries = tuple(one.entry for one in judged if one.entry is not None)
    profile = Profile(
        "learnt",
        "Learnt from known-good logs",
        f"Entries proposed from {len(findings):,} findings in logs that were said to be good. Read each before use.",
        entries,
    )
    covered = sum(any(fits(entry, finding) for entry in entries) for finding in findings)
    return Learned(judged, profile, len(findings), covered)


def grouped(findings: Iterable[Finding]) -> list[Seen]:
    """Findings by what they have in common, the largest group first."""
    groups: dict[Kind, Seen] = {}
    for finding in findings:
        kind = kind_of(finding)
        groups.setdefault(kind, Seen(kind)).findings.append(finding)
    return sorted(groups.values(), key=lambda seen: (-seen.runs, str(seen.kind)))


def kind_of(finding: Finding) -> Kind:
    """The group of a finding: its line counts only where no fingerprint says what was run."""
    return Kind(
        fingerprint=finding.fingerprint,
        process_path=path_glob(finding.process.path),
        parent=path_glob(finding.parent.path),
        line=None if finding.fingerprint else line_glob(finding.process.command_line),
        user_class=user_class(finding),
        detections=tuple(sorted({e.detection for e in finding.evidence if e.detection != PYTHON_CODE})),
    )


def _judged(seen: Seen, bar: _Bar) -> Judged:
    why = (*_never(seen, bar), *_rarely(seen, bar.wanted))
    if why:
        return Judged(seen, why_not=why)
    try:
        entry = _read_back(_entry(seen, bar.wanted))
    except AntivenomError as error:
        return Judged(seen, why_not=(f"no entry can be written: {error.message}",))
    attacks = refused("learnt", entry, bar.guarded)
    if attacks:
        return Judged(seen, why_not=said(attacks))
    if not all(fits(entry, finding) for finding in seen.findings):
        return Judged(seen, why_not=("what its findings have in common cannot be said in an entry",))
    return Judged(seen, entry)


def _never(seen: Seen, bar: _Bar) -> Iterable[str]:
    """Why a group is nothing to allow, however often it was seen."""
    if "malicious" in (seen.rating, seen.verdict):
        yield "malicious: never allowed; look at it"
    elif _is_suspicious(seen) and not bar.wanted.allow_suspicious:
        yield "its Python reads as suspicious: look at it (--allow-suspicious proposes it all the same)"
    for id in seen.kind.detections:
        if id in bar.beside:
            yield f"{id} reads {', '.join(bar.beside[id])}: an entry has no condition on that"
    if not seen.kind.fingerprint and any(is_bare_shell(one.process.command_line) for one in seen.findings):
        yield "a shell without a command: nothing says what was run in it"
    if not seen.kind.fingerprint and seen.kind.line is None:
        yield "neither a fingerprint nor a command line that can be generalised says what was run"
    if any(finding.program is not None and finding.program.notes for finding in seen.findings):
        yield "its Python could not be read to its end"


def _is_suspicious(seen: Seen) -> bool:
    return at_least(seen.verdict, "suspicious")


def _rarely(seen: Seen, wanted: Wanted) -> Iterable[str]:
    """Why a group is not usual."""
    if seen.runs < wanted.least_runs:
        yield f"seen too rarely (fewer than {wanted.least_runs} runs; --least-runs)"
    if len(seen.hosts) < wanted.least_hosts:
        yield f"seen on too few hosts (fewer than {wanted.least_hosts}; --least-hosts)"


def _entry(seen: Seen, wanted: Wanted) -> Entry:
    kind = seen.kind
    when: dict[str, tuple[Pattern, ...]] = {}
    if kind.fingerprint:
        when["fingerprint"] = (glob(kind.fingerprint),)
    for key, text in (("process_path", kind.process_path), ("parent_path", kind.parent)):
        if text is not None:
            when[key] = (glob(text),)
    line = kind.line or _common_line(seen)
    if line is not None:
        when["command_line"] = (glob(line, line=True),)
    if kind.user_class in ("system", "service") and len(seen.users) <= _MOST_USERS:
        when["user"] = tuple(map(glob, seen.users))
    return Entry(
        id=_id(seen),
        reason=_reason(seen),
        owner=wanted.owner,
        expires=wanted.expires,
        when=when,
        behaviours=seen.behaviours if all(f.program is not None for f in seen.findings) else None,
        code_seen=all(map(is_seen, seen.findings)),
        detections=kind.detections or (PYTHON_CODE,),
        most_rating=seen.rating,
        most_verdict=seen.verdict,
    )


def _common_line(seen: Seen) -> str | None:
    """The command line as a glob where all runs have the same."""
    lines = {line_glob(finding.process.command_line) for finding in seen.findings}
    return lines.pop() if len(lines) == 1 else None


def _reason(seen: Seen) -> str:
    times = [iso(time) or "" for time in (*seen.times[:1], *seen.times[-1:])]
    span = f", {times[0][:10]} to {times[-1][:10]}" if times else ""
    flagged = ", ".join(seen.kind.detections) or PYTHON_CODE
    reads = " Its Python reads as suspicious, and was allowed by --allow-suspicious." if _is_suspicious(seen) else ""
    return f"Learnt from known-good logs: {seen.counts}{span}; flagged by {flagged}.{reads}"


def _id(seen: Seen) -> str:
    """Names of parent and process, and digits that follow from all they have in common."""
    digest = hashlib.sha256(repr(seen.kind).encode("utf-8", "replace")).hexdigest()[:8]
    finding = seen.findings[0]
    names = (_base(finding.process.path or finding.process.name), _base(finding.parent.path or finding.parent.name))
    return "-".join(part for part in (names[0], "from" if names[1] else "", names[1], digest) if part)


def _base(path: str | None) -> str:
    name = re.split(r"[/\\]", path or "")[-1].casefold().removesuffix(".exe")
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-")[:40].strip("-")


def _read_back(entry: Entry) -> Entry:
    """The entry as its text is read. Raises DamagedInput where that cannot be."""
    profile = parse_profile(SourceText(write(Profile("learnt", "n", "d", (entry,)))))
    return replace(profile.entries[0])
