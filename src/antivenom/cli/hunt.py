"""`antivenom hunt LOGS...`: the detections over logs, ranked findings, and why anything was missed."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from antivenom import catalogue, tuning
from antivenom.catalogue import Detection
from antivenom.cli import EXIT_FINDINGS, hunt_profiles, hunt_rules
from antivenom.cli.hunt_rules import rules_options
from antivenom.cli.options import emit, folder_option, logs_argument, output_choice, time_options
from antivenom.cli.progress import watched
from antivenom.errors import AntivenomError, UsageError
from antivenom.findings import PYTHON_CODE, iso
from antivenom.hunting import LEAST, Hunt, Run, run
from antivenom.logs import Logs
from antivenom.proving.why import WhyNot, why_not
from antivenom.report import csvout, jsonout
from antivenom.rulesets import RuleSet

_MOST_PROBED = 1_000
"""How many missed records a detection is asked about."""


@click.command("hunt")
@logs_argument
@rules_options
@click.option("--json", "as_json", is_flag=True, help="Findings and accounts as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Findings as CSV.")
@click.option(
    "--only", multiple=True, metavar="ID",
    help=f"Only this detection or rule (may be given again); {PYTHON_CODE} is the reading of the Python itself.",
)  # fmt: skip
@click.option(
    "--least", type=click.Choice(["notable", "suspicious", "malicious"]), default=LEAST, show_default=True,
    help="Findings below this rating are left out and counted; "
    "programs from this verdict on are findings of their own.",
)  # fmt: skip
@click.option(
    "--profile", "profiles", multiple=True, metavar="NAME|FILE",
    help="Leave out, and count, what this profile allows (may be given again); see `antivenom tune`.",
)  # fmt: skip
@click.option("--no-programs", is_flag=True, help="Do not read the Python on command lines.")
@folder_option("--detections")
@click.option("--fail-at", type=int, metavar="SCORE", help="Exit with 1 if a finding scores this or more.")
@time_options
def command(
    logs: tuple[Path, ...],
    as_json: bool,
    as_csv: bool,
    only: tuple[str, ...],
    least: str,
    profiles: tuple[str, ...],
    no_programs: bool,
    folder: Path | None,
    fail_at: int | None,
    rules: tuple[Path, ...],
    placeholders: Path | None,
    rule_level: str | None,
    explained: str | None,
    now: int | None,
    since: int | None,
    until: int | None,
) -> None:
    """Run the detections over LOGS (files and folders), read the Python there, and rank what is found.

    The clock of ago() moves over the logs as a schedule would have moved it, unless --now fixes it.
    """
    output_choice(as_json, as_csv)
    loaded = hunt_rules.load(rules, placeholders, rule_level)
    allowing = hunt_profiles.load(profiles, no_programs)
    if explained is not None:
        if as_csv or only or fail_at is not None:
            raise UsageError("--explain shows one rule; --csv, --only and --fail-at are about findings")
        with watched():
            emit(hunt_rules.explained(loaded, explained, Logs(logs, since=since, until=until), as_json))
        return
    if no_programs and PYTHON_CODE in only:
        raise UsageError(f"--only {PYTHON_CODE} and --no-programs exclude each other", hint="leave one of them out")
    others = hunt_rules.keep(loaded, only) if loaded is not None and only else only
    named = [_found(id, folder, loaded) for id in others if id != PYTHON_CODE]
    chosen = named if only else list(catalogue.load(folder))
    programs = hunt_profiles.reading(not no_programs and (not only or PYTHON_CODE in only), allowing)
    # what is named is shown whatever its rating
    shown = None if only and least == LEAST else least
    with watched() as progress:
        opened = Logs(logs, since=since, until=until)
        found = run(opened, chosen, now=now, progress=progress, programs=programs, least=shown, rules=loaded)
    found, tuned = tuning.applied(found, allowing)
    if as_json:
        emit(jsonout.dumps({**_document(found), **hunt_profiles.document(allowing, tuned)}))
    elif as_csv:
        emit(csvout.findings(found.findings))
    else:
        _show(found, hunt_profiles.lines(allowing, tuned))
    if fail_at is not None and any(finding.score >= fail_at for finding in found.findings):
        sys.exit(EXIT_FINDINGS)


def _found(id: str, folder: Path | None, rules: RuleSet | None) -> Detection:
    """The detection of that id; where there are rules too, the hint is about both."""
    try:
        return catalogue.find(id, folder)
    except UsageError:
        if rules is None:
            raise
        raise UsageError(
            f"no detection and no rule {id!r}", hint="give the id of a detection, or a rule's id, name or title"
        ) from None


def _document(found: Hunt) -> dict[str, object]:
    reports = found.scan.reports
    return {
        "findings": [finding.as_dict() for finding in found.findings],
        "detections": [_account(one) for one in found.runs],
        "programs": _programs(found),
        **hunt_rules.document(found.rules),
        "below": found.below,
        "missed": [
            {
                "detection": miss.detection,
                "origins": list(miss.origins),
                "stage": miss.why.stage,
                "reasons": list(miss.why.reasons),
                "example": list(miss.why.examples),
            }
            for miss in _missed(found)
        ],
        "clock": iso(found.now) if found.now is not None else "moving",
        "files": len(reports),
        "not_understood": [{"file": r.file, "reason": r.reason} for r in reports if r.reason],
        "events": sum(r.events for r in reports),
        "damage": sum(r.damaged for r in reports),
        "from": iso(found.scan.oldest),
        "to": iso(found.scan.newest),
        "outside": found.scan.outside,
    }


def _account(one: Run) -> dict[str, object]:
    return {
        "detection": one.detection.id,
        "rows": one.rows,
        "rows_by_product": dict(sorted(one.by_product.items())),
        "eligible": one.eligible,
        "missing": one.missing,
        "stages": [{"stage": s.text, "rows": s.rows} for s in one.stages],
        "notes": one.notes,
        "error": str(one.error) if one.error else None,
    }


def _programs(found: Hunt) -> dict[str, object] | None:
    """What reading the Python did."""
    if found.reading is None:
        return None
    flagged = dict(sorted(found.reading.by_product.items()))
    return {**found.reading.account.as_dict(), "flagged": len(found.reading.flagged), "flagged_by_product": flagged}


@dataclass(frozen=True, slots=True)
class Miss:
    """Records that one detection flagged and another missed for the same reason."""

    detection: str
    why: WhyNot
    origins: tuple[str, ...]


def _missed(found: Hunt) -> list[Miss]:
    """Why each detection missed records that another flagged, those with the same reasons together.

    One that is after a single behaviour has not missed what others are after.
    """
    groups: dict[tuple[str, str, tuple[str, ...]], list[tuple[WhyNot, str]]] = {}
    for one in (each for each in found.runs if each.detection.scope == "technique"):
        for event, why in _misses_of(one, found).items():
            key = (one.detection.id, why.stage, why.reasons)
            groups.setdefault(key, []).append((why, str(found.scan.origins.origin(event))))
    return [Miss(id, members[0][0], tuple(origin for _, origin in members)) for (id, _, _), members in groups.items()]


def _misses_of(one: Run, found: Hunt) -> dict[int, WhyNot]:
    """Events that other detections, or the reading of the Python, flagged; what only Sigma rules did is no miss."""
    rules = {run.rule.key for run in found.rules.runs} if found.rules is not None else set()
    flagged = dict.fromkeys(
        event
        for finding, events in zip(found.findings, found.events_of, strict=True)
        if any(evidence.detection not in rules for evidence in finding.evidence)
        for event in events
    )
    missed = [event for event in flagged if event not in one.flagged][:_MOST_PROBED]
    if one.plan is None or not missed:
        return {}
    try:
        return why_not(one.plan, found.scan.tables, missed, found.now, found.scan.newest or 0)
    except AntivenomError as error:
        one.notes.append(f"why it missed records could not be told: {error.message}")
        return {}


def _show(found: Hunt, tuned: list[str]) -> None:
    from antivenom.cli import hunt_page  # rich is slow to import; JSON and CSV need none of it
    from antivenom.report import terminal

    screen = terminal.console()
    for part in hunt_page.parts(found, _missed(found), tuned):
        screen.print(part)
