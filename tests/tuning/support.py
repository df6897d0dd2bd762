"""Findings and entries as tests need them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from antivenom.findings import PYTHON_CODE, Evidence, Finding, Process
from antivenom.pycode import Program, Sighting
from antivenom.pycode.program import Part
from antivenom.source import SourceText
from antivenom.tuning import Entry, Profile, parse_profile
from antivenom.tuning.guarding import MustFire, must_fire

TODAY = date(2026, 12, 1)
"""A day on which the bundled profiles hold."""

ENTRY = """\
id: x
reason: because
owner: me
expires: 2027-01-31
when: {process_path: '/usr/bin/{python}', command_line: '{python} -m tool'}
"""


def text(entry: str = ENTRY, **changes: str | None) -> str:
    """A profile with one entry, some of whose lines are others; None leaves a line out."""
    lines = {line.partition(":")[0]: line for line in entry.splitlines()}
    lines |= {key: f"{key}: {value}" for key, value in changes.items() if value is not None}
    kept = [line for key, line in lines.items() if key not in changes or changes[key] is not None]
    made = "\n    ".join(kept)
    return f"id: p\nname: P\ndescription: D\nentries:\n  - {made}\n"


def profile(**changes: str | None) -> Profile:
    """A profile with one entry, read."""
    return parse_profile(SourceText(text(**changes), "p.yml"))


def entry(**changes: str | None) -> Entry:
    """Its entry."""
    return profile(**changes).entries[0]


def program(
    score: int = 0, *rules: str, notes: tuple[str, ...] = (), shape: str = "0123456789abcdef", kind: str = "inline"
) -> Program:
    """What was read of some Python."""
    seen = tuple(Sighting(rule, rule, score, "", (), ()) for rule in rules)
    return Program("python3", (Part(kind, "python3", "", (), (), None),), seen, score, notes, lambda: ((), (), shape))


def evidence(detection: str = "python-sentinel", rating: str = "suspicious") -> Evidence:
    """That a detection flagged it."""
    return Evidence(detection, detection, "high", "high", (), (), None, rating=rating)


def finding(**changes: Any) -> Finding:
    """A finding that the entry above allows, but for the changes."""
    process = Process(
        name=changes.pop("name", "python3"),
        path=changes.pop("path", "/usr/bin/python3"),
        command_line=changes.pop("command_line", "python3 -m tool"),
        user=changes.pop("user", "dev"),
    )
    parent = Process(path=changes.pop("parent_path", "/usr/bin/bash"), command_line=changes.pop("parent_line", "-bash"))
    rating = changes.pop("rating", "suspicious")
    values: dict[str, Any] = {
        "time": 0,
        "host": "web-01",
        "evidence": (evidence(rating=rating),),
        "origins": (),
        "product": "auditd",
        "program": program(),
    }
    return Finding(process=process, parent=parent, **(values | changes))


@cache
def guarded(folder: Path | None = None) -> tuple[MustFire, ...]:
    """What must fire, asked once."""
    return must_fire(folder)


__all__ = ["PYTHON_CODE", "TODAY", "entry", "evidence", "finding", "guarded", "profile", "program", "text"]
