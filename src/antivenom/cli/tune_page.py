"""What `antivenom tune` shows: what was seen, what is proposed, what is not and why; and what a check found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from antivenom.findings import iso
from antivenom.hunting import Hunt
from antivenom.report.plain import printable, shortened
from antivenom.tuning import Profile
from antivenom.tuning.guarding import MustFire, Refusal, said
from antivenom.tuning.learning import Judged, Learned, Seen
from antivenom.tuning.model import Entry
from antivenom.tuning.writing import write

_WIDE = 110
_MOST_SHOWN = 20


def learned(made: Learned, found: Hunt, guarded: Sequence[MustFire], out: Path | None) -> str:
    """The page of what was learnt."""
    return "\n".join(_learned(made, found, guarded, out)) + "\n"


def _learned(made: Learned, found: Hunt, guarded: Sequence[MustFire], out: Path | None) -> Iterator[str]:
    yield _read(made, found)
    yield _guard(guarded)
    proposed = [one for one in made.judged if one.entry is not None]
    count = len(proposed)
    yield f"\n{count:,} {'entry' if count == 1 else 'entries'} proposed, for {made.covered:,} of the findings"
    for one in proposed[:_MOST_SHOWN]:
        yield from _proposal(one)
    if count > _MOST_SHOWN:
        yield f"  and {count - _MOST_SHOWN:,} more (--out and --json list all)"
    yield from _rest(made)
    if proposed:
        where = f"written to {printable(str(out))}" if out else "--out FILE writes them for `antivenom hunt --profile`"
        yield f"\n{where}"
    elif out:
        yield f"\nnothing is written to {printable(str(out))}"


def _read(made: Learned, found: Hunt) -> str:
    reports = found.scan.reports
    span = f", {iso(found.scan.oldest)} to {iso(found.scan.newest)}" if found.scan.oldest is not None else ""
    events = sum(report.events for report in reports)
    return (
        f"read {_plural(len(reports), 'file')}, {_plural(events, 'event')}{span}\n"
        f"{_plural(made.findings, 'finding')} rated notable or worse, in {_plural(len(made.judged), 'group')}"
    )


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _guard(guarded: Sequence[MustFire]) -> str:
    scenarios = len({one.scenario for one in guarded})
    return f"checked against {len(guarded):,} findings of {scenarios:,} attack scenarios"


def _proposal(one: Judged) -> Iterator[str]:
    entry = one.entry
    if entry is None:
        return
    yield f"  {entry.id}: {one.seen.counts}; {one.seen.rating}, its Python {one.seen.verdict}"
    for condition, texts in _conditions(entry):
        yield f"      {condition}: {shortened(printable(texts), _WIDE)}"


def _conditions(entry: Entry) -> Iterator[tuple[str, str]]:
    for condition, patterns in entry.when.items():
        yield condition, " or ".join(pattern.written for pattern in patterns)
    if entry.code_seen:
        yield "code", "seen"
    if entry.behaviours is not None:
        yield "behaviours", ", ".join(entry.behaviours) or "none"


def _rest(made: Learned) -> Iterator[str]:
    """What is not proposed, by reason, with one example of each."""
    groups: dict[str, list[Seen]] = {}
    for one in made.judged:
        for reason in one.why_not:
            groups.setdefault(reason, []).append(one.seen)
    if not made.judged:
        yield "\nnothing was flagged in these logs: there is nothing to allow"
    elif groups:
        rest = [one.seen for one in made.judged if one.why_not]
        counted = f"{_plural(len(rest), 'group')}, {_plural(sum(one.runs for one in rest), 'finding')}"
        yield f"\nnot proposed: {counted}, by reason"
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    for reason, seen in ordered[:_MOST_SHOWN]:
        runs = sum(one.runs for one in seen)
        yield f"  {_plural(len(seen), 'group')}, {_plural(runs, 'finding')}: {printable(reason)}"
        yield f"      {seen[0].counts}: {shortened(printable(seen[0].findings[0].process.command_line or ''), _WIDE)}"
    if len(ordered) > _MOST_SHOWN:
        yield f"  and {len(ordered) - _MOST_SHOWN:,} more reasons (--json lists all)"


def learned_document(made: Learned, found: Hunt, guarded: Sequence[MustFire]) -> dict[str, object]:
    """What was learnt, as plain values."""
    return {
        "findings": made.findings,
        "covered": made.covered,
        "events": sum(report.events for report in found.scan.reports),
        "must_fire": len(guarded),
        "proposed": [
            {"entry": one.entry.id, "reason": one.entry.reason, "seen": one.seen.as_dict()}
            for one in made.judged
            if one.entry is not None
        ],
        "not_proposed": [
            {"why": list(one.why_not), "seen": one.seen.as_dict()} for one in made.judged if one.entry is None
        ],
        "profile": write(made.profile),
    }


def checked(
    profiles: Sequence[Profile], found: Mapping[str, Sequence[Refusal]], guarded: Sequence[MustFire], today: date
) -> str:
    """The page of a check."""
    return "\n".join(_checked(profiles, found, guarded, today)) + "\n"


def _checked(
    profiles: Sequence[Profile], found: Mapping[str, Sequence[Refusal]], guarded: Sequence[MustFire], today: date
) -> Iterator[str]:
    sensors = Counter(one.sensor for one in guarded)
    by_sensor = ", ".join(f"{count:,} {sensor}" for sensor, count in sensors.items())
    yield f"{_guard(guarded)} ({by_sensor})"
    for profile in profiles:
        bad = len({one.entry for one in found[profile.id]})
        entries = len(profile.entries)
        kept = "none would silence an attack" if not bad else f"{bad:,} would silence an attack"
        yield f"{profile.id}: {entries:,} {'entry' if entries == 1 else 'entries'}; {kept}"
        yield from (f"  {one}" for one in said(found[profile.id]))
        over = [entry for entry in profile.entries if entry.is_over(today)]
        yield from (f"  {entry.id} expired on {entry.expires}; ask {entry.owner}" for entry in over)


def checked_document(
    profiles: Sequence[Profile], found: Mapping[str, Sequence[Refusal]], guarded: Sequence[MustFire], today: date
) -> dict[str, object]:
    """A check, as plain values."""
    return {
        "must_fire": len(guarded),
        "profiles": [
            {
                "profile": profile.id,
                "entries": len(profile.entries),
                "expired": [entry.id for entry in profile.entries if entry.is_over(today)],
                "refused": [
                    {
                        "entry": one.entry,
                        "scenario": one.scenario,
                        "sensor": one.sensor,
                        "detections": list(one.detections),
                        "outright": one.outright,
                    }
                    for one in found[profile.id]
                ],
            }
            for profile in profiles
        ],
    }
