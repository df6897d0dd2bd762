"""What profiles did in a hunt: loaded, as JSON, and as lines for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from antivenom import tuning
from antivenom.errors import UsageError
from antivenom.findings import Finding, iso
from antivenom.tuning import Allowed, Expired, Profile, Tuned


def load(names: Sequence[str], no_programs: bool) -> tuple[Profile, ...]:
    """The profiles of --profile. Raises UsageError where the Python is not read, by which they judge."""
    if names and no_programs:
        raise UsageError("--profile and --no-programs exclude each other", hint="entries ask what the Python does")
    return tuning.loaded(names)


def reading(asked: bool, profiles: Sequence[Profile]) -> bool | None:
    """Whether the Python is read: where profiles judge it always, though it is a finding only where it was asked."""
    return asked or (None if profiles else False)


def document(profiles: Sequence[Profile], tuned: Tuned) -> dict[str, object]:
    """What profiles did, as plain values; nothing where none was given."""
    if not profiles:
        return {}
    return {
        "profiles": [profile.id for profile in profiles],
        "allowed": [_allowed(one) for one in tuned.allowed],
        "expired": [_expired(one) for one in tuned.expired],
    }


def _allowed(one: Allowed) -> dict[str, object]:
    entry = one.entry
    return {
        **summary(one.finding),
        "profile": one.profile,
        "entry": entry.id,
        "reason": entry.reason,
        "owner": entry.owner,
        "expires": entry.expires.isoformat(),
    }


def _expired(one: Expired) -> dict[str, object]:
    entry = one.entry
    return {
        "profile": one.profile,
        "entry": entry.id,
        "owner": entry.owner,
        "expires": entry.expires.isoformat(),
        "findings": one.findings,
    }


def summary(finding: Finding) -> dict[str, object]:
    """A finding in a few values: when, where, who, what, and where it is recorded."""
    return {
        "time": iso(finding.time),
        "host": finding.host,
        "user": finding.process.user,
        "command_line": finding.process.command_line,
        "parent": finding.parent.command_line or finding.parent.path,
        "rating": finding.rating,
        "verdict": finding.verdict,
        "fingerprint": finding.fingerprint,
        "detections": [one.label for one in finding.evidence],
        "origins": [origin._asdict() for origin in finding.origins],
    }


def lines(profiles: Sequence[Profile], tuned: Tuned) -> list[str]:
    """What profiles did, for a person."""
    if not profiles:
        return []
    counts = Counter((one.profile, one.entry.id) for one in tuned.allowed)
    made = [f"{len(tuned.allowed):,} more left out by profiles (--json lists them)"]
    made += [f"  {count:>7,}  {profile}: {entry}" for (profile, entry), count in counts.most_common()]
    made += [_over(one) for one in tuned.expired]
    return made


def _over(one: Expired) -> str:
    entry = one.entry
    effect = f"; {one.findings:,} findings above are ones it was for" if one.findings else ""
    return f"{one.profile}: {entry.id} expired on {entry.expires}, and allows nothing{effect}; ask {entry.owner}"
