"""Tuning of a hunt: profiles of what is known to be harmless, and how one is learnt from known-good logs.

A profile is applied after a hunt, to its findings. What an entry allows is left out and counted, never lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from antivenom.errors import UsageError
from antivenom.tuning.matching import allows, tune
from antivenom.tuning.model import Allowed, Entry, Expired, Profile, Tuned
from antivenom.tuning.reading import bundled, find, parse_profile, within

if TYPE_CHECKING:  # profiles can be read without what hunts, which is slow to import
    from antivenom.hunting import Hunt

__all__ = [
    "Allowed",
    "Entry",
    "Expired",
    "Profile",
    "Tuned",
    "allows",
    "applied",
    "bundled",
    "find",
    "loaded",
    "parse_profile",
    "today_of",
    "tune",
    "within",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def loaded(profiles: Iterable[str | Path | Profile]) -> tuple[Profile, ...]:
    """Profiles by id, file or as they are; UsageError for one that is named twice or not there."""
    found = [one if isinstance(one, Profile) else find(str(one)) for one in profiles]
    ids = [one.id for one in found]
    twice = next((id for id in ids if ids.count(id) > 1), None)
    if twice is not None:
        raise UsageError(f"the profile {twice!r} is given twice", hint="give it once, or give its copy another id")
    return tuple(found)


def applied(found: Hunt, profiles: Sequence[Profile], today: date | None = None) -> tuple[Hunt, Tuned]:
    """A hunt without the findings that the profiles allow, and what they did. today: by default that of its clock.

    Raises UsageError for a hunt that did not read the Python.
    """
    if profiles and found.reading is None:
        raise UsageError("profiles judge by what the Python does, and it was not read", hint="hunt with programs")
    tuned = tune(found.findings, profiles, today or today_of(found.now))
    left = {id(one.finding) for one in tuned.allowed}
    pairs = zip(found.findings, found.events_of, strict=True)
    events = [numbers for finding, numbers in pairs if id(finding) not in left]
    return replace(found, findings=tuned.kept, events_of=events), tuned


def today_of(now: int | None) -> date:
    """The day by which entries expire: that of a clock that was fixed (ns since 1970 UTC), or else today's, in UTC."""
    try:
        moment = datetime.now(UTC) if now is None else _EPOCH + timedelta(microseconds=now // 1000)
    except OverflowError:
        moment = datetime.max
    return moment.date()
