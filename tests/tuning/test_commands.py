"""`hunt --profile` and `tune` from the outside: what they print, their exit codes, and the public door."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import antivenom
from antivenom import catalogue, hunting
from antivenom.errors import UsageError
from antivenom.proving.scenarios import find, write_all
from antivenom.tuning import applied, bundled, parse_profile
from antivenom.tuning.writing import write
from tests.test_cli import LOGS, ROOT, run
from tests.tuning.support import guarded, text

NOW = ("--now", "2026-03-02T12:00:00Z")
LOOSE = "{process_name: '{python}', command_line: '** subprocess.Popen(**'}"


@pytest.fixture(autouse=True)
def _asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The attack scenarios are hunted over once for all tests."""
    monkeypatch.setattr("antivenom.cli.tune.must_fire", guarded)


def document(*words: str) -> dict[str, object]:
    """The JSON of a command."""
    made: dict[str, object] = json.loads(run(*words).stdout)
    return made


def test_profiles_leave_findings_out_and_count_them() -> None:
    before = document("hunt", LOGS, "--json", *NOW)["findings"]
    after = document("hunt", LOGS, "--json", *NOW, "--profile", "ci", "--profile", "data-science")
    assert isinstance(before, list)
    assert isinstance(after["findings"], list)
    assert isinstance(after["allowed"], list)
    assert len(after["allowed"]) + len(after["findings"]) == len(before)
    assert after["profiles"] == ["ci", "data-science"]
    assert {"execnet-worker", "pip-setup-shim"} == {one["entry"] for one in after["allowed"]}
    one = next(one for one in after["allowed"] if one["entry"] == "execnet-worker")
    assert one["owner"] == "developer experience team"
    assert one["command_line"].endswith("exec(eval(sys.stdin.readline()))")
    assert one["reason"].startswith("pytest-xdist and execnet")
    assert one["origins"]
    assert after["expired"] == []


def test_a_hunt_without_profiles_says_nothing_of_them() -> None:
    assert not {"allowed", "profiles", "expired"} & set(document("hunt", LOGS, "--json", *NOW))


def test_the_page_counts_what_is_left_out() -> None:
    shown = run("hunt", LOGS, *NOW, "--profile", "ci").stdout
    assert "left out by profiles (--json lists them)" in shown
    assert "ci: pip-setup-shim" in shown


def test_an_expired_entry_allows_nothing_and_is_told() -> None:
    late = ("--now", "2031-01-01", "--profile", "ci", "--only", "python-code", "--least", "notable")
    shown = run("hunt", LOGS, *late).stdout
    assert "0 more left out by profiles" in shown
    assert "ci: execnet-worker expired on 2027-10-31, and allows nothing; 2 findings above are ones it was for" in shown


def test_profiles_need_the_reading() -> None:
    assert "exclude each other" in run("hunt", LOGS, "--profile", "ci", "--no-programs", code=2).stderr
    missing = run("hunt", LOGS, "--profile", "monitoring-agent", code=2).stderr
    assert "did you mean 'monitoring-agents'?" in missing


def test_the_python_is_read_for_profiles_though_only_a_detection_was_asked(tmp_path: Path) -> None:
    file = tmp_path / "loose.yml"
    file.write_text(text(when="{process_name: '{python}*', command_line: '{python} -c **'}"), encoding="utf-8")
    words = ("hunt", LOGS, "--json", *NOW, "--only", "python-sentinel")
    assert document(*words, "--profile", str(file))["allowed"] == []
    every, tuned = document(*words)["findings"], document(*words, "--profile", "ci")["findings"]
    assert isinstance(every, list)
    assert isinstance(tuned, list)
    assert len(every) - len(tuned) == 4
    hunted = hunting.run(antivenom.open(ROOT / LOGS), programs=False)
    with pytest.raises(UsageError, match="it was not read"):
        applied(hunted, bundled())


def test_a_profile_that_is_wrong_is_told_at_its_place(tmp_path: Path) -> None:
    file = tmp_path / "p.yml"
    file.write_text(text(expires="never"), encoding="utf-8")
    assert "p.yml:8:14" in run("hunt", LOGS, "--profile", str(file), code=2).stderr


def test_tune_proposes_what_hunt_reads_back(tmp_path: Path) -> None:
    logs, out = tmp_path / "logs", tmp_path / "learnt.yml"
    write_all(logs, [find("pytest-run"), find("pip-legacy-build")])
    shown = run(
        "tune", str(logs), *NOW, "--least-hosts", "1", "--least-runs", "1", "--owner", "me", "--out", str(out)
    ).stdout
    assert "4 entries proposed, for 4 of the findings" in shown
    assert f"written to {out}" in shown
    after = document("hunt", str(logs), "--json", *NOW, "--profile", str(out))
    assert after["findings"] == []
    assert isinstance(after["allowed"], list)
    assert len(after["allowed"]) == 4
    assert {one["owner"] for one in after["allowed"]} == {"me"}
    assert {one["expires"] for one in after["allowed"]} == {"2026-05-31"}


def test_tune_explains_why_nothing_is_proposed(tmp_path: Path) -> None:
    out = tmp_path / "learnt.yml"
    shown = run("tune", LOGS, *NOW, "--least-runs", "100", "--out", str(out)).stdout
    assert "0 entries proposed" in shown
    assert "malicious: never allowed; look at it" in shown
    assert "seen too rarely (fewer than 100 runs; --least-runs)" in shown
    assert not out.exists()
    quiet = tmp_path / "quiet"
    write_all(quiet, [find("ansible-module")])
    assert "nothing was flagged in these logs" in run("tune", str(quiet)).stdout


def test_tune_counts_what_is_not_proposed_by_reason(tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    write_all(logs, [find("python-port-scan"), find("python-interactive-shell-child")])
    shown = run("tune", str(logs), *NOW, "--least-hosts", "1", "--least-runs", "1").stdout
    assert re.search(r"not proposed: \d+ groups, \d+ findings, by reason", shown)
    assert re.search(r"\d+ groups?, \d+ findings?: python-port-scan reads DeviceNetworkEvents, .* no condition", shown)
    assert re.search(r"\d+ groups?, \d+ findings?: a shell without a command: nothing says what was run in it", shown)


def test_another_catalogue_is_named_by_the_older_words_too(tmp_path: Path) -> None:
    shutil.copytree(catalogue.BUNDLED / "python-http-server", tmp_path / "python-http-server")
    shutil.copytree(catalogue.BUNDLED / "scenarios", tmp_path / "scenarios")
    for command, older in (("tune", "--catalogue"), ("hunt", "--detections")):
        shown = [document(command, LOGS, "--json", name, str(tmp_path)) for name in ("--folder", older)]
        assert shown[0] == shown[1]
        assert shown[0] != document(command, LOGS, "--json")


def test_tune_json_says_what_was_seen_and_refused() -> None:
    words = ("tune", LOGS, "--json", *NOW, "--least-hosts", "1", "--least-runs", "1", "--expires", "2026-09-30")
    refused = document(*words)["not_proposed"]
    assert isinstance(refused, list)
    assert any("its Python reads as suspicious" in reason for one in refused for reason in one["why"])
    made = document(*words, "--allow-suspicious")
    assert isinstance(made["not_proposed"], list)
    reasons = {reason for one in made["not_proposed"] for reason in one["why"]}
    assert any("would silence the scenario python-subprocess in" in reason for reason in reasons)
    assert isinstance(made["profile"], str)
    assert "expires: 2026-09-30" in made["profile"]


def test_tune_refuses_options_that_contradict() -> None:
    assert "either LOGS or --check" in run("tune", code=2).stderr
    assert "either LOGS or --check" in run("tune", LOGS, "--check", "ci", code=2).stderr
    assert "exclude each other" in run("tune", LOGS, "--expires", "2030-01-01", "--days", "3", code=2).stderr
    assert "is no date" in run("tune", LOGS, "--expires", "soon", code=2).stderr
    assert "is over" in run("tune", LOGS, "--expires", "2020-01-01", code=2).stderr
    assert "--owner is empty" in run("tune", LOGS, "--owner", " ", code=2).stderr


def test_check_passes_the_bundled_profiles_and_fails_a_loose_one(tmp_path: Path) -> None:
    words = [word for one in bundled() for word in ("--check", one.id)]
    assert "none would silence an attack" in run("tune", *words).stdout
    file = tmp_path / "loose.yml"
    file.write_text(text(when=LOOSE, most_verdict="suspicious"), encoding="utf-8")
    shown = run("tune", "--check", str(file), code=1).stdout
    assert "p: 1 entry; 1 would silence an attack" in shown
    assert "x would silence the scenario python-subprocess in sysmon" in shown
    made = json.loads(run("tune", "--check", str(file), "--json", code=1).stdout)
    assert made["profiles"][0]["refused"][0]["entry"] == "x"


def test_the_public_door_takes_profiles(tmp_path: Path) -> None:
    logs = antivenom.open(ROOT / LOGS)
    lasting = bundled()[0]
    file = tmp_path / "ci.yml"
    file.write_text(write(lasting).replace("2027-10-31", "9999-12-31"), encoding="utf-8")
    every, tuned = list(antivenom.hunt(logs)), list(antivenom.hunt(logs, profiles=[file]))
    assert parse_profile.__module__.startswith("antivenom.tuning")
    assert {one.fingerprint for one in every} > {one.fingerprint for one in tuned}
    assert [one for one in every if one in tuned] == tuned
