"""antivenom: run published detections, unchanged, over raw logs, and find the Python an attacker ran.

The public door; everything else may change:

    open(*paths) -> Logs           log files and folders, read when asked
    query(text, language=...)      the result table of an SPL or KQL query
    rules(*paths) -> RuleSet       Sigma rules: files and folders of them
    hunt(logs, ...)                findings of the catalogue, of rules and of the Python itself, highest score first
    explain(command, ...)          what the Python on a command line does; nothing of it is run
    errors                         AntivenomError and what is below it
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from antivenom import errors

if TYPE_CHECKING:
    from antivenom.catalogue import Detection
    from antivenom.findings import Finding
    from antivenom.logs import Logs
    from antivenom.pycode import Program
    from antivenom.querying import query
    from antivenom.rulesets import RuleSet
    from antivenom.tuning import Profile

__version__ = "0.1.0"
__all__ = ["Finding", "Logs", "Program", "RuleSet", "errors", "explain", "hunt", "open", "query", "rules"]

_HOMES = {
    "Finding": "antivenom.findings",
    "Logs": "antivenom.logs",
    "Program": "antivenom.pycode",
    "RuleSet": "antivenom.rulesets",
    "query": "antivenom.querying",
}


def open(*paths: str | Path, since: int | None = None, until: int | None = None) -> Logs:
    """Log files and folders; nothing is read yet. since and until: nanoseconds since 1970 UTC."""
    from antivenom.logs import Logs  # the engine is slow to import, the command line's help needs none of it

    return Logs(paths, since=since, until=until)


def hunt(
    logs: Logs,
    detections: Iterable[Detection] | None = None,
    *,
    rules: RuleSet | None = None,
    profiles: Iterable[str | Path | Profile] = (),
) -> Iterator[Finding]:
    """Findings of the detections (the bundled catalogue by default) and rules over the logs, highest score first.

    The Python of every process start is read too: findings carry what it does, and where no detections are named, a
    program that is suspicious or worse is a finding by itself.

    profiles  ids of bundled profiles, files of others, or what antivenom.tuning.parse_profile gives: what their entries
              allow is left out; what is malicious never is. Raises UsageError for a profile there is not.
    """
    from antivenom import hunting, tuning  # the engine is slow to import

    loaded = tuning.loaded(profiles)
    found = hunting.hunt(logs, detections, rules=rules)
    yield from tuning.tune(found, loaded, tuning.today_of(None)).kept if loaded else found


def rules(*paths: str | Path, placeholders: Mapping[str, Sequence[str]] | None = None) -> RuleSet:
    """Sigma rules of files and folders, for `hunt(logs, rules=...)`. A document that is wrong is in its `problems`.

    placeholders  name, without percent signs -> values. Raises UsageError for a path there is not.
    """
    from antivenom.rulesets import load

    given = {name: tuple(values) for name, values in (placeholders or {}).items()}
    return load([Path(path) for path in paths], given)


def explain(
    command: str | list[str],
    *,
    parent: str | list[str] | None = None,
    platform: str | None = None,
    original_name: str | None = None,
) -> Program:
    """What the Python on a command line does: its verdict, behaviours, layers and indicators. Never runs any of it.

    command   the line as a sensor records it, or the argument list. parent: the parent's, for code that only it shows.
    platform  "windows", "linux" or "macos"; guessed where it is not given. original_name: the file's own name in its
              version resource, for renamed interpreters.
    """
    from antivenom.pycode import explain  # a hundred small modules that no other part of the door needs

    return explain(command, parent=parent, platform=platform, original_name=original_name)


def __getattr__(name: str) -> Any:
    """Import what is asked for on first use."""
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module 'antivenom' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
