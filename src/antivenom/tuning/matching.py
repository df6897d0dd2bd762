"""Whether an entry allows a finding. What is not known about a finding fits no condition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from antivenom.accounts import names
from antivenom.findings import PYTHON_CODE, Finding, Process, Step
from antivenom.pycode import VERDICTS, at_least
from antivenom.tuning.model import Allowed, Entry, Expired, Profile, Tuned


def tune(findings: Iterable[Finding], profiles: Sequence[Profile], today: date) -> Tuned:
    """Findings that no entry allows, in their order, and what entries did; the first entry that allows one counts."""
    entries = [(profile.id, entry) for profile in profiles for entry in profile.entries]
    current = [(name, entry) for name, entry in entries if not entry.is_over(today)]
    made = Tuned(expired=[Expired(name, entry) for name, entry in entries if entry.is_over(today)])
    for finding in findings:
        found = next(((name, entry) for name, entry in current if fits(entry, finding)), None)
        if found is not None:
            made.allowed.append(Allowed(finding, *found))
            continue
        made.kept.append(finding)
        for over in made.expired:
            over.findings += fits(over.entry, finding)
    return made


def allows(entry: Entry, finding: Finding, today: date) -> bool:
    """Whether an entry allows a finding on that day."""
    return not entry.is_over(today) and fits(entry, finding)


def fits(entry: Entry, finding: Finding) -> bool:
    """Whether a finding is one that an entry is for, its end left aside. A malicious finding never is."""
    return _is_within(entry, finding) and meets(entry, finding)


def meets(entry: Entry, finding: Finding) -> bool:
    """Whether a finding meets the conditions of an entry, whatever its rating and its verdict are."""
    return _is_asked(entry, finding) and _does_only(entry, finding) and _holds(entry, finding)


def _is_within(entry: Entry, finding: Finding) -> bool:
    """Whether rating and verdict are no worse than the entry may silence."""
    verdict = finding.verdict or VERDICTS[0]
    if "malicious" in (finding.rating, verdict):
        return False
    return at_least(entry.most_rating, finding.rating) and at_least(entry.most_verdict, verdict)


def _is_asked(entry: Entry, finding: Finding) -> bool:
    """Whether all that flagged it is what the entry applies to; the reading of the Python is judged by its verdict."""
    if not entry.detections:
        return True
    flagged = (one for one in finding.evidence if one.detection != PYTHON_CODE)
    return all(one.detection in entry.detections or one.name in entry.detections for one in flagged)


def _does_only(entry: Entry, finding: Finding) -> bool:
    """Whether the Python was read to its end, could be seen, and shows nothing but what the entry names."""
    program = finding.program
    if entry.code_seen and not is_seen(finding):
        return False
    if entry.behaviours is None:
        return True
    return program is not None and not program.notes and set(program.behaviours) <= set(entry.behaviours)


def is_seen(finding: Finding) -> bool:
    """Whether all of its Python stands on the command line: nothing of it in a file, a module or on standard input."""
    parts = finding.program.parts if finding.program is not None else ()
    return bool(parts) and all(part.kind == "inline" for part in parts)


def _holds(entry: Entry, finding: Finding) -> bool:
    windows = is_windows(finding)
    for condition, patterns in entry.when.items():
        values = VALUES[condition](finding)
        if not any(pattern.fits(value, windows=windows) for value in values for pattern in patterns):
            return False
    return True


def is_windows(finding: Finding) -> bool:
    """Whether its paths are those of Windows."""
    return any("\\" in (process.path or "") for process in (finding.process, finding.parent))


def _known(*values: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _name(process: Process) -> tuple[str, ...]:
    return _known(process.name or (re.split(r"[\\/]", process.path)[-1] if process.path else None))


def _above(finding: Finding) -> tuple[Step, ...]:
    """The processes above the parent, as far as the chain knows them, the farthest first."""
    found, step = [], finding.chain
    while step is not None and not step.flagged:
        found.append(step)
        step = next(filter(_leads, step.children), None)
    return tuple(found[:-1])


def _leads(step: Step) -> bool:
    """Whether a step is the flagged process or above it; connections and files stand beside the way there."""
    return step.kind == "process" and (step.flagged or any(map(_leads, step.children)))


VALUES: Mapping[str, Callable[[Finding], tuple[str, ...]]] = {
    "fingerprint": lambda finding: _known(finding.fingerprint),
    "command_line": lambda finding: _known(finding.process.command_line),
    "process_path": lambda finding: _known(finding.process.path),
    "process_name": lambda finding: _name(finding.process),
    "parent_path": lambda finding: _known(finding.parent.path),
    "parent_name": lambda finding: _name(finding.parent),
    "parent_command_line": lambda finding: _known(finding.parent.command_line),
    "ancestor_name": lambda finding: _known(*(step.name for step in _above(finding))),
    "ancestor_command_line": lambda finding: _known(*(step.text for step in _above(finding))),
    "user": lambda finding: names(finding.process.user),
    "host": lambda finding: _known(finding.host),
}
"""What each condition looks at."""
