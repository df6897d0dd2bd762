"""`antivenom detections test`: whether every text of every detection does what the detection says of scenarios."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import RenderableType
from rich.text import Text

from antivenom import catalogue
from antivenom.cli import EXIT_FINDINGS
from antivenom.cli.options import emit, folder_option
from antivenom.cli.progress import stepped
from antivenom.errors import UsageError
from antivenom.proving.trials import Tally, Trial, scenarios_of, tallies, trials
from antivenom.report import jsonout, terminal
from antivenom.report.plain import printable


@click.command("test")
@click.argument("ids", metavar="[ID...]", nargs=-1)
@click.option("--language", "languages", multiple=True, type=click.Choice(catalogue.LANGUAGES), help="Only this one.")
@click.option("--sensor", "sensors", multiple=True, type=click.Choice(catalogue.SENSORS), help="Only this one.")
@folder_option()
@click.option("--json", "as_json", is_flag=True, help="Every trial as JSON.")
@click.pass_obj
def command(
    given: Path | None,
    ids: tuple[str, ...],
    languages: tuple[str, ...],
    sensors: tuple[str, ...],
    folder: Path | None,
    as_json: bool,
) -> None:
    """Run detections on the scenarios they name: those that must fire fire, those that must stay quiet stay quiet.

    Every text is run, in each of its languages, on the scenario as each sensor records it. Exits with 1 when one of
    them does not do what the detection says.
    """
    folder = folder or given
    chosen = [catalogue.find(id, folder) for id in dict.fromkeys(ids)] or list(catalogue.load(folder))
    tried = tuple(
        stepped(trials(chosen, scenarios_of(chosen), languages=languages or None, sensors=sensors or None), "trials")
    )
    if not tried:
        raise UsageError("nothing to run", hint="the detections name no scenario, or have no text in that language")
    if as_json:
        emit(jsonout.dumps(_document(tallies(chosen, tried), tried)))
    else:
        for part in _parts(tallies(chosen, tried), tried):
            terminal.console().print(part)
    if not all(trial.passed for trial in tried):
        sys.exit(EXIT_FINDINGS)


def _parts(counted: Sequence[Tally], tried: Sequence[Trial]) -> Iterator[RenderableType]:
    failed = [trial for trial in tried if not trial.passed]
    for trial in failed:
        where = f"{trial.detection} ({trial.language}) on {trial.scenario} in {trial.sensor}"
        yield Text(f"{where}: {printable(_expected(trial))}; {printable(_did(trial))}", style="red")
    if failed:
        yield Text()
    headers = ("detection", "scenarios", "sensors", "languages", "run", "passed", "failed")
    rows = [
        (one.detection, one.scenarios, " ".join(one.sensors), " ".join(one.languages), one.run, one.passed, one.failed)
        for one in counted
    ]
    yield terminal.grid(headers, rows, right=("scenarios", "run", "passed", "failed"))
    yield Text(f"\n{len(tried):,} run, {len(tried) - len(failed):,} passed, {len(failed):,} failed")


def _expected(trial: Trial) -> str:
    said = trial.expected
    if said is None or not said.fires:
        return "must stay quiet"
    return "must fire" if said.score is None else f"must fire with score {said.score}"


def _did(trial: Trial) -> str:
    if trial.error:
        return f"could not run: {trial.error}"
    if not trial.fired:
        return "stayed quiet"
    return "fired" if trial.score is None else f"fired with score {trial.score}"


def _document(counted: Sequence[Tally], tried: Sequence[Trial]) -> dict[str, object]:
    return {
        "detections": [asdict(one) | {"failed": one.failed} for one in counted],
        "trials": [_trial(one) for one in tried],
    }


def _trial(one: Trial) -> dict[str, object]:
    said = one.expected
    return {
        "detection": one.detection,
        "language": one.language,
        "scenario": one.scenario,
        "sensor": one.sensor,
        "must_fire": said.fires if said else None,
        "expected_score": said.score if said else None,
        "fired": one.fired,
        "score": one.score,
        "rating": one.rating or None,
        "flagged": [one.lines[number] for number in sorted(one.executions)],
        "error": one.error or None,
        "passed": one.passed,
    }
