"""Every detection does on every scenario, in every sensor and language, what it says it does; and languages agree."""

from __future__ import annotations

import pytest

from antivenom import catalogue
from antivenom.proving.processes import Scenario
from antivenom.proving.trials import Trial, expected, scenarios_of, trials

DETECTIONS = catalogue.load()
SCENARIOS = scenarios_of(DETECTIONS)


def told(trial: Trial) -> str:
    """A trial for a person."""
    said = trial.expected
    wanted = "" if said is None else f"fires {said.fires} score {said.score}"
    return (
        f"{trial.detection} {trial.language} on {trial.sensor}: {trial.error}"
        f"fired {trial.fired} score {trial.score}; {wanted}"
    )


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_detections_do_what_they_say(scenario: Scenario) -> None:
    about = [d for d in DETECTIONS if any(each.scenario == scenario.id for each in d.expectations)]
    assert [told(trial) for trial in trials(about, [scenario]) if not trial.passed] == []


@pytest.mark.parametrize("detection", DETECTIONS, ids=lambda detection: detection.id)
def test_a_detection_is_proved_both_ways(detection: catalogue.Detection) -> None:
    assert any(each.fires for each in detection.expectations)
    assert any(not each.fires for each in detection.expectations)
    for scenario in SCENARIOS:
        expected(detection, scenario)
