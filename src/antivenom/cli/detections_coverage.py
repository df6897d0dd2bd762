"""`antivenom detections coverage`: what the catalogue makes of the tests of Atomic Red Team."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from antivenom import catalogue
from antivenom.cli import EXIT_FINDINGS, coverage_page
from antivenom.cli.options import emit, folder_option, output_choice
from antivenom.cli.progress import stepped
from antivenom.document import meant
from antivenom.errors import UsageError
from antivenom.proving import coverage, scenarios
from antivenom.proving.processes import Scenario
from antivenom.report import jsonout, terminal


@click.command("coverage")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="A line for each test and sensor as CSV.")
@click.option("--only", "only", multiple=True, metavar="ID", help="This test's scenario only (may be given again).")
@click.option(
    "--sensor",
    "sensors",
    multiple=True,
    type=click.Choice(catalogue.SENSORS),
    help="Only this one.",
)
@folder_option()
@click.pass_obj
def command(
    given: Path | None,
    as_json: bool,
    as_csv: bool,
    only: tuple[str, ...],
    sensors: tuple[str, ...],
    folder: Path | None,
) -> None:
    """Hunt in the telemetry of every test of Atomic Red Team that runs Python, sensor by sensor.

    All detections are run and the Python is read. A test is detected in a sensor when something rates it suspicious or
    worse. Exits with 1 when a test is missed whose scenario states no blind spot there.
    """
    output_choice(as_json, as_csv)
    folder = folder or given
    chosen = _chosen(folder, only)
    covers = tuple(
        stepped(coverage.cover(chosen, catalogue.load(folder), sensors=sensors or None), "tests and sensors")
    )
    if not covers:
        raise UsageError("nothing to run", hint=f"{', '.join(sensors)} records none of these tests")
    if as_json:
        emit(jsonout.dumps(coverage_page.document(covers)))
    elif as_csv:
        emit(coverage_page.table(covers))
    else:
        for part in coverage_page.parts(covers):
            terminal.console().print(part)
    if any(one.status == coverage.MISSED for one in covers):
        sys.exit(EXIT_FINDINGS)


def _chosen(folder: Path | None, only: tuple[str, ...]) -> tuple[Scenario, ...]:
    """The tests asked for, all of them where none is named."""
    tests = {scenario.id: scenario for scenario in scenarios.atomics(folder)}
    for id in only:
        if id not in tests:
            hint = meant(id, tests) or "`antivenom detections coverage` lists them"
            raise UsageError(f"no test of Atomic Red Team {id!r}", hint=hint)
    return tuple(tests[id] for id in dict.fromkeys(only)) if only else tuple(tests.values())
