"""The catalogue: the bundled detections as published, and what is refused in a user's folder."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from antivenom import catalogue
from antivenom.errors import DamagedInput, UsageError

PUBLISHED = Path(__file__).parents[2] / "shared" / "design" / "published"

PAGES = ("python-sentinel", "python-splunk")
"""The detections as their pages have them."""

GOOD = """\
id: my-rule
name: My rule
description: Finds it.
severity: low
confidence: high
attack: {tactics: [TA0002], techniques: [T1059.006]}
platforms: [linux]
data_sources: [auditd]
queries:
  spl:
    file: rule.spl
    flags: [A, B]
    score: {weights: {A: 2, B: 3}}
goal: Find it.
strategy: Look.
technical_context: It is there.
blind_spots: [Elsewhere]
false_positives: [None known]
validation: Do it.
priority: Low.
response: Ask.
"""


def _folder(tmp_path: Path, text: str = GOOD, name: str = "my-rule") -> Path:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "detection.yml").write_text(text)
    (folder / "rule.spl").write_text("type=EXECVE\n")
    return folder


def test_the_bundled_detections() -> None:
    published = [d for d in catalogue.load() if d.id in PAGES]
    assert [(d.id, d.language, d.score_column) for d in published] == [
        ("python-sentinel", "kql", None),
        ("python-splunk", "spl", "SuspicionScore"),
    ]


@pytest.mark.parametrize("detection", [catalogue.find(id_) for id_ in PAGES], ids=lambda d: d.id)
def test_what_the_published_pages_say(detection: catalogue.Detection) -> None:
    assert (detection.severity, detection.confidence, detection.tactics) == ("high", "medium", ("TA0002",))
    assert detection.attack == ("T1059", "T1059.006")
    assert detection.flags == ("ReverseShell", "DownloadExec", "SubprocessExec", "CodeExec")
    assert detection.actors == ("APT31", "APT37", "MuddyWater", "Contagious Interview")
    assert (len(detection.false_positives), len(detection.references)) == (4, 5)
    assert detection.scenarios[:3] == ("python-reverse-shell", "python-download-and-execute", "python-subprocess")
    assert all(flag in detection.query.text for flag in detection.flags)


@pytest.mark.parametrize(
    "id_, file, digest",
    [
        ("python-splunk", "splunk.spl", "bf7904c36d75c3e7188672785e048e83123502d8c9283b17285c1174f799227d"),
        (
            "python-sentinel",
            "sentinel.kql",
            "1ff7756155b3ac96bd9014c819d57b53345e73217e128324780b73d1d0dc473b",
        ),
    ],
)
def test_the_queries_are_as_published(id_: str, file: str, digest: str) -> None:
    data = (catalogue.find(id_).folder / file).read_bytes()
    assert hashlib.sha256(data).hexdigest() == digest
    assert catalogue.find(id_).query.text.encode() == data
    if PUBLISHED.is_dir():
        assert (PUBLISHED / file).read_bytes() == data


def test_kql_flags_weigh_what_the_splunk_formula_says() -> None:
    detection = catalogue.find("python-sentinel")
    assert detection.weigh(["ReverseShell", "SubprocessExec"]) == 4
    assert detection.weigh(detection.flags) == 8
    assert detection.weigh([]) == 0


def test_a_users_folder(tmp_path: Path) -> None:
    _folder(tmp_path)
    (detection,) = catalogue.load(tmp_path)
    assert (detection.id, detection.query.text, detection.query.name) == (
        "my-rule",
        "type=EXECVE\n",
        "my-rule/rule.spl",
    )
    assert (detection.score_column, dict(detection.weights)) == (None, {"A": 2, "B": 3})
    assert detection.expectations == ()


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        catalogue.find("python-splnk")
    assert str(caught.value).startswith("no detection 'python-splnk'\nhint: did you mean 'python-splunk'")


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no detection"):
        catalogue.load(tmp_path)


@pytest.mark.parametrize(
    "old, new, message",
    [
        (
            "severity: low",
            "severity: hihg",
            "expected one of informational, low, medium, high, critical; found 'hihg'\n"
            "my-rule/detection.yml:4:11\n4 | severity: hihg\n  |           ^^^^\nhint: did you mean 'high'?",
        ),
        (
            "severity: low",
            "severty: low",
            "a detection has no key 'severty'\n"
            "my-rule/detection.yml:4:1\n4 | severty: low\n  | ^^^^^^^\nhint: did you mean 'severity'?",
        ),
        (
            "id: my-rule",
            "id: other",
            "the id is not the name of its folder, 'my-rule'\nmy-rule/detection.yml:1:5\n1 | id: other\n  |     ^^^^^",
        ),
        (
            "[T1059.006]",
            "[T59]",
            "expected a technique id such as T1059.006, found 'T59'\n"
            "my-rule/detection.yml:6:42\n"
            "6 | attack: {tactics: [TA0002], techniques: [T59]}\n"
            "  |                                          ^^^",
        ),
        (
            "file: rule.spl",
            "file: ../../etc/passwd",
            "expected the name of a file in the detection's folder, found '../../etc/passwd'\n"
            "my-rule/detection.yml:11:11\n11 |     file: ../../etc/passwd\n   |           ^^^^^^^^^^^^^^^^",
        ),
        (
            "file: rule.spl",
            "file: /etc/passwd",
            "expected the name of a file in the detection's folder, found '/etc/passwd'\n"
            "my-rule/detection.yml:11:11\n11 |     file: /etc/passwd\n   |           ^^^^^^^^^^^",
        ),
        (
            "file: rule.spl",
            "file: none.spl",
            "there is no file 'none.spl' in the detection's folder\n"
            "my-rule/detection.yml:11:11\n11 |     file: none.spl\n   |           ^^^^^^^^",
        ),
        (
            "{weights: {A: 2, B: 3}}",
            "{weights: {A: 2, C: 3}}",
            "'C' is not one of the flags\n"
            "my-rule/detection.yml:13:29\n"
            "13 |     score: {weights: {A: 2, C: 3}}\n"
            "   |                             ^",
        ),
        (
            "{weights: {A: 2, B: 3}}",
            "{weights: {A: 2}, column: S}",
            "score has either a column or weights\n"
            "my-rule/detection.yml:13:12\n"
            "13 |     score: {weights: {A: 2}, column: S}\n"
            "   |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        ),
        (
            "data_sources: [auditd]\n",
            "",
            "a detection lacks the key 'data_sources'\nmy-rule/detection.yml:1:1\n1 | id: my-rule\n  | ^^^^^^^^^^^",
        ),
        (
            "  spl:\n",
            "  spl:\n    sha256: " + "0" * 64 + "\n",
            "'rule.spl' is not the file that was published: its SHA-256 is "
            + hashlib.sha256(b"type=EXECVE\n").hexdigest()
            + f"\nmy-rule/detection.yml:11:13\n11 |     sha256: {'0' * 64}\n   |             {'^' * 64}",
        ),
        (
            "platforms: [linux]",
            "platforms: [linux]\nmust_fire: [none]",
            "there is no scenario 'none'\n"
            "my-rule/detection.yml:8:13\n8 | must_fire: [none]\n  |             ^^^^\n"
            "hint: a detection needs the scenarios that it names: copy scenarios/none.yml into the detection's folder "
            "or beside all of them",
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    folder = _folder(tmp_path, GOOD.replace(old, new))
    with pytest.raises(DamagedInput) as caught:
        catalogue.read(folder)
    assert str(caught.value) == message


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_query_cannot_be_a_link_out_of_the_folder(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (tmp_path / "secret").write_text("secret\n")
    (folder / "rule.spl").unlink()
    (folder / "rule.spl").symlink_to(tmp_path / "secret")
    with pytest.raises(DamagedInput, match=r"'rule\.spl' leads out of the detection's folder"):
        catalogue.read(folder)


def test_scenarios_of_a_detection_come_before_shared_ones(tmp_path: Path) -> None:
    folder = _folder(tmp_path, GOOD + "must_fire: [one, two]\n")
    for scenario in (
        folder / "scenarios" / "one.yml",
        tmp_path / "scenarios" / "one.yml",
        tmp_path / "scenarios" / "two.yml",
    ):
        scenario.parent.mkdir(exist_ok=True)
        scenario.write_text("")
    detection = catalogue.read(folder)
    assert tuple(map(detection.scenario_file, detection.scenarios)) == (
        folder / "scenarios/one.yml",
        tmp_path / "scenarios/two.yml",
    )
