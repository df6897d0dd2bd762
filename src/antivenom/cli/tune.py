"""`antivenom tune LOGS...`: a baseline learnt from known-good logs; `tune --check PROFILE`: whether one is safe."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import click

from antivenom import catalogue, tuning
from antivenom.cli import EXIT_FINDINGS, tune_page
from antivenom.cli.options import emit, folder_option, time_options
from antivenom.cli.progress import watched
from antivenom.errors import UsageError
from antivenom.hunting import run
from antivenom.logs import Logs
from antivenom.report import jsonout
from antivenom.report.plain import printable_lines
from antivenom.tuning.guarding import must_fire, refusals
from antivenom.tuning.learning import Wanted, learn
from antivenom.tuning.writing import write

_DAYS = 90
_MOST_DAYS = 3_660


@click.command("tune")
@click.argument("logs", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[LOGS]...")
@folder_option("--catalogue")
@click.option("--check", "checked", multiple=True, metavar="NAME|FILE", help="Check this profile instead of learning.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write what is proposed to this file.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
@click.option("--owner", default="nobody yet", show_default=True, help="Who answers for the entries.")
@click.option("--expires", metavar="DATE", help="The last day the entries hold, such as 2027-03-31.")
@click.option(
    "--days", type=click.IntRange(1, _MOST_DAYS),
    help=f"For how many days the entries hold, from today on ({_DAYS} by default).",
)  # fmt: skip
@click.option("--least-hosts", type=click.IntRange(1), default=2, show_default=True, help="On how many hosts.")
@click.option("--least-runs", type=click.IntRange(1), default=3, show_default=True, help="How often it must be seen.")
@click.option(
    "--allow-suspicious", is_flag=True,
    help="Propose entries for programs that read as suspicious too; their reason says so.",
)  # fmt: skip
@time_options
def command(
    logs: tuple[Path, ...],
    folder: Path | None,
    checked: tuple[str, ...],
    out: Path | None,
    as_json: bool,
    owner: str,
    expires: str | None,
    days: int | None,
    least_hosts: int,
    least_runs: int,
    allow_suspicious: bool,
    now: int | None,
    since: int | None,
    until: int | None,
) -> None:
    """Propose allow-entries from LOGS that are known to be good, or check a profile against the attack scenarios.

    An entry that would silence a finding of an attack scenario, suspicious or worse, is refused.
    """
    if bool(checked) is bool(logs):
        raise UsageError("tune takes either LOGS or --check PROFILE", hint="give the logs of a time that was quiet")
    if checked:
        if out is not None:
            raise UsageError("--check proposes nothing to write to --out", hint="leave --out out")
        _check(checked, folder, as_json, tuning.today_of(now))
        return
    if not owner.strip():
        raise UsageError("--owner is empty", hint="name who answers for the entries")
    wanted = Wanted(owner, _end(expires, days, tuning.today_of(now)), least_hosts, least_runs, allow_suspicious)
    detections = catalogue.load(folder)
    guarded = must_fire(folder)
    with watched() as progress:
        opened = Logs(logs, since=since, until=until)
        found = run(opened, detections, now=now, progress=progress, programs=True, least="notable")
    learned = learn(found.findings, guarded, wanted, detections)
    if out is not None and learned.profile.entries:
        out.write_text(write(learned.profile), encoding="utf-8")
    if as_json:
        emit(jsonout.dumps(tune_page.learned_document(learned, found, guarded)))
    else:
        emit(printable_lines(tune_page.learned(learned, found, guarded, out)))


def _end(expires: str | None, days: int | None, today: date) -> date:
    """The last day entries hold."""
    if expires is None:
        return today + timedelta(days=days or _DAYS)
    if days is not None:
        raise UsageError("--expires and --days exclude each other", hint="give one of them")
    try:
        end = date.fromisoformat(expires)
    except ValueError:
        raise UsageError(f"{expires!r} is no date", hint="write it as 2027-03-31") from None
    if end < today:
        raise UsageError(f"{expires} is over", hint="give a day to come")
    return end


def _check(names: tuple[str, ...], folder: Path | None, as_json: bool, today: date) -> None:
    profiles = tuning.loaded(names)
    guarded = must_fire(folder)
    found = {profile.id: refusals(profile, guarded) for profile in profiles}
    if as_json:
        emit(jsonout.dumps(tune_page.checked_document(profiles, found, guarded, today)))
    else:
        emit(printable_lines(tune_page.checked(profiles, found, guarded, today)))
    if any(found.values()):
        sys.exit(EXIT_FINDINGS)
