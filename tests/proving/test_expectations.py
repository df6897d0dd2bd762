"""The published detections do on every bundled scenario, in every sensor, what the scenario says they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from antivenom import catalogue
from antivenom.hunting import run
from antivenom.logs import Logs
from antivenom.proving.processes import Scenario
from antivenom.proving.scenarios import SENSORS, bundled, render

PAIRS = [
    (scenario, sensor)
    for scenario in bundled()
    for sensor in dict.fromkeys(each.sensor for each in scenario.expectations)
]


@pytest.mark.parametrize("scenario, sensor", PAIRS, ids=lambda value: getattr(value, "id", value))
def test_detections_do_what_the_scenario_says(scenario: Scenario, sensor: str, tmp_path: Path) -> None:
    log = tmp_path / SENSORS[sensor].file
    log.write_bytes(render(scenario, sensor))
    hunt = run(Logs([log]), catalogue.load())
    assert [report.damage for report in hunt.scan.reports] == [[]]
    assert [one.error for one in hunt.runs] == [None] * len(hunt.runs)
    scores: dict[str, int] = {}
    for evidence in (each for finding in hunt.findings for each in finding.evidence):
        scores[evidence.detection] = max(scores.get(evidence.detection, 0), evidence.score or 0)
    expected = [each for each in scenario.expectations if each.sensor == sensor]
    found = {each.detection: (each.detection in scores, scores.get(each.detection)) for each in expected}
    assert found == {each.detection: (each.fires, each.score) for each in expected}
