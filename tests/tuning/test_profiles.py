"""The bundled profiles: they silence their benign scenarios on every sensor, and no attack."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from antivenom.findings import Finding
from antivenom.hunting import run
from antivenom.logs import Logs
from antivenom.proving.scenarios import SENSORS, find, render, sensors_of
from antivenom.tuning import Profile, bundled, tune
from antivenom.tuning.guarding import refusals, said
from tests.tuning.support import TODAY, guarded, profile

PROFILES = bundled()
BENIGN = {
    "data-science": ["notebook-cell", "notebook-kernel"],
    "configuration-management": ["ansible-command", "ansible-module"],
    "ci": ["ci-job", "package-build", "pip-legacy-build", "pytest-run"],
    "monitoring-agents": ["monitoring-agent"],
}


def test_the_four_families_are_there() -> None:
    assert {one.id for one in PROFILES} == set(BENIGN)


@pytest.mark.parametrize("one", PROFILES, ids=lambda one: one.id)
def test_no_bundled_entry_silences_an_attack(one: Profile) -> None:
    assert said(refusals(one, guarded())) == ()


@pytest.mark.parametrize("one", PROFILES, ids=lambda one: one.id)
def test_bundled_entries_name_their_sources_and_end_within_a_year(one: Profile) -> None:
    for entry in one.entries:
        assert entry.references
        assert date(2026, 11, 1) < entry.expires <= date(2027, 11, 30)
        assert entry.behaviours is not None


@pytest.mark.parametrize("one", PROFILES, ids=lambda one: one.id)
def test_a_bundled_profile_silences_its_benign_scenarios(one: Profile, tmp_path: Path) -> None:
    allowed = 0
    for id in BENIGN[one.id]:
        for sensor, findings in _findings(id, tmp_path).items():
            tuned = tune(findings, [one], TODAY)
            # what is found about several processes at once names none, and is no entry's
            assert [(sensor, left.process.command_line) for left in tuned.kept if left.process.path] == []
            allowed += len(tuned.allowed)
    assert allowed > 1


def _findings(id: str, folder: Path) -> dict[str, list[Finding]]:
    scenario, found = find(id), {}
    for sensor in sensors_of(scenario):
        log = folder / SENSORS[sensor.name].file
        log.write_bytes(render(scenario, sensor.name))
        found[sensor.name] = run(Logs([log]), least="notable").findings
    return found


def test_what_must_fire_is_of_every_attack_and_sensor() -> None:
    assert {one.sensor for one in guarded()} >= {"sysmon", "auditd", "defender", "eslogger"}
    assert ("python-subprocess", "sysmon") in {(one.scenario, one.sensor) for one in guarded()}
    assert all(one.detections for one in guarded())


def test_an_entry_that_would_silence_an_attack_is_refused_by_name() -> None:
    loose = profile(
        when="{process_name: '{python}', command_line: '** subprocess.Popen(**'}", most_verdict="suspicious"
    )
    found = refusals(loose, guarded())
    assert {(one.entry, one.scenario) for one in found} == {("x", "python-subprocess")}
    assert all(one.outright for one in found)
    assert {"sysmon", "auditd", "defender", "eslogger"} <= {one.sensor for one in found}
    assert all("python-sentinel" in one.detections for one in found)
    assert "x would silence the scenario python-subprocess in sysmon, auditd" in said(found)[0]


def test_an_entry_that_only_the_verdict_keeps_from_an_attack_is_refused_too() -> None:
    line = "{process_name: '{python}', command_line: '** subprocess.Popen(**'"
    found = refusals(profile(when=f"{line}}}"), guarded())
    assert found
    assert not any(one.outright for one in found)
    assert "but for the verdict on its Python; say what its Python may do" in said(found)[0]
    assert refusals(profile(when=f"{line}, behaviours: none}}"), guarded()) == ()
