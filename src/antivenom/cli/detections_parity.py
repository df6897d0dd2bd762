"""`antivenom detections parity`: whether the texts of a detection flag the same executions in every language."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from rich.console import RenderableType
from rich.text import Text

from antivenom import catalogue
from antivenom.cli import EXIT_FINDINGS
from antivenom.cli.options import emit, folder_option
from antivenom.cli.progress import stepped
from antivenom.errors import UsageError
from antivenom.proving import scenarios
from antivenom.proving.parity import DIFFERENT, EQUAL, EXPLAINED, UNCOMPARED, Comparison, Disagreement, compare
from antivenom.proving.processes import Scenario
from antivenom.proving.trials import Trial, scenarios_of
from antivenom.report import jsonout, terminal
from antivenom.report.plain import printable, shortened

_STYLES = {EQUAL: "green", UNCOMPARED: "cyan", EXPLAINED: "yellow", DIFFERENT: "red"}
_MOST_LINES = 4
_WIDE_LINE = 160


@click.command("parity")
@click.argument("ids", metavar="[ID...]", nargs=-1)
@click.option("--atomics", is_flag=True, help="On the tests of Atomic Red Team too.")
@click.option("--own", is_flag=True, help="Each detection only on the scenarios that it names: a few of the matrix.")
@folder_option()
@click.option("--json", "as_json", is_flag=True, help="The whole matrix as JSON.")
@click.pass_obj
def command(
    given: Path | None, ids: tuple[str, ...], atomics: bool, own: bool, folder: Path | None, as_json: bool
) -> None:
    """Compare what a detection flags in each of its languages, on every scenario in every sensor.

    A difference is explained where the detection gives the reason. Exits with 1 when one is not.
    """
    folder = folder or given
    if own and atomics:
        raise UsageError("--own and --atomics exclude each other", hint="choose one")
    chosen = [catalogue.find(id, folder) for id in dict.fromkeys(ids)] or list(catalogue.load(folder))
    on = {scenario.id: scenario for scenario in (*scenarios_of(chosen), *_tests(folder, atomics))}
    compared = tuple(stepped(compare(chosen, tuple(on.values()), every=not own), "comparisons"))
    if ids and not compared:
        raise UsageError("nothing to compare", hint="these detections have a text in one language only, or no scenario")
    if as_json:
        emit(jsonout.dumps(_document(compared)))
    else:
        for part in _parts(compared):
            terminal.console().print(part)
    if any(one.status == DIFFERENT for one in compared):
        sys.exit(EXIT_FINDINGS)


def _tests(folder: Path | None, wanted: bool) -> tuple[Scenario, ...]:
    return scenarios.atomics(folder) if wanted else ()


def _parts(compared: Sequence[Comparison]) -> Iterator[RenderableType]:
    headers = ("detection", "scenario", "sensor", "flagged by", "outcome")
    rows = [
        (one.detection, one.scenario, one.sensor, _flagged(one.trials), Text(one.status, style=_STYLES[one.status]))
        for one in compared
        if one.disagreements or any(trial.fired for trial in one.trials)
    ]
    if rows:
        yield terminal.grid(headers, rows)
    for one in compared:
        for each in one.disagreements:
            yield from _disagreement(one, each)
    counts = Counter(one.status for one in compared)
    quiet = len(compared) - len(rows)
    yield Text(
        f"\n{len(compared):,} compared: {counts[EQUAL]:,} equal ({quiet:,} of them quiet in every language), "
        f"{counts[UNCOMPARED]:,} not compared, {counts[EXPLAINED]:,} explained, {counts[DIFFERENT]:,} different"
    )
    if counts[UNCOMPARED]:
        yield Text("not compared: texts that fire, but of which one at least names no process start")


def _flagged(trials: Sequence[Trial]) -> str:
    """Each language that fired, with the number of executions it flags."""
    fired = (f"{one.language} {len(one.executions)}" if one.executions else one.language for one in trials if one.fired)
    return " ".join(fired)


def _disagreement(one: Comparison, each: Disagreement) -> Iterator[Text]:
    style = "" if each.why else "red"
    yield Text(f"\n{one.detection} on {one.scenario} in {one.sensor}: {printable(each.what)}", style=style)
    for language, lines in zip(each.languages, (each.only_first, each.only_second), strict=True):
        for line in lines[:_MOST_LINES]:
            yield Text(f"  only {language}: {shortened(printable(line), _WIDE_LINE)}")
        if len(lines) > _MOST_LINES:
            yield Text(f"  only {language}: {len(lines) - _MOST_LINES:,} more")
    yield Text(f"  {printable(each.why) if each.why else 'no reason is given for this'}")


def _document(compared: Sequence[Comparison]) -> dict[str, object]:
    counts = Counter(one.status for one in compared)
    return {
        "comparisons": [_comparison(one) for one in compared],
        "summary": {"compared": len(compared), **{_key(name): counts[name] for name in _STYLES}},
    }


def _key(status: str) -> str:
    """An outcome as a word of JSON."""
    return status.replace(" ", "_")


def _comparison(one: Comparison) -> dict[str, object]:
    return {
        "detection": one.detection,
        "scenario": one.scenario,
        "sensor": one.sensor,
        "outcome": _key(one.status),
        "languages": {
            trial.language: {
                "fired": trial.fired,
                "flagged": [trial.lines[number] for number in sorted(trial.executions)],
                "error": trial.error or None,
            }
            for trial in one.trials
        },
        "not_compared": [list(pair) for pair in one.uncompared],
        "disagreements": [
            {
                "languages": list(each.languages),
                "what": each.what,
                "why": each.why or None,
                "only": dict(zip(each.languages, (each.only_first, each.only_second), strict=True)),
            }
            for each in one.disagreements
        ],
    }
