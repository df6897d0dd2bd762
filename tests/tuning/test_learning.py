"""Learning from known-good logs: what is usual is proposed and read back, what is an attack is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom import catalogue
from antivenom.errors import AntivenomError
from antivenom.findings import Finding
from antivenom.hunting import run
from antivenom.logs import Logs
from antivenom.proving.scenarios import SENSORS, bundled, render, sensors_of
from antivenom.pycode import at_least
from antivenom.source import SourceText
from antivenom.tuning import parse_profile, tune
from antivenom.tuning.generalising import line_glob, path_glob, user_class
from antivenom.tuning.learning import Wanted, learn
from antivenom.tuning.matching import fits
from antivenom.tuning.patterns import glob
from antivenom.tuning.subjects import beside_processes
from antivenom.tuning.writing import write
from tests.tuning.support import TODAY, evidence, finding, guarded, program

WANTED = Wanted("platform team", date(2027, 3, 31), least_hosts=2, least_runs=3)
DETECTIONS = catalogue.load()
SHELL = {"program": None, "path": "/usr/bin/bash", "name": "bash"}


def usual(**changes: object) -> list[Finding]:
    """One program on three hosts by three users."""
    paths = ("/home/ann/v/bin/python3.11", "/home/bob/v/bin/python3.12", "/home/eve/v/bin/python3")
    return [
        finding(**{"host": f"h{n}", "path": path, "user": path.split("/")[2], "program": program(10, "dynamic_code"),
                   "time": n * 86_400 * 10**9, **changes})
        for n, path in enumerate(paths)
    ]  # fmt: skip


def test_what_is_usual_is_proposed_and_allows_what_it_was_learnt_from() -> None:
    found = usual()
    learned = learn(found, guarded(), WANTED, DETECTIONS)
    (one,) = learned.judged
    assert one.entry is not None
    assert one.seen.as_dict() | {"example": None} == {
        "fingerprint": "0123456789abcdef", "process_path": "/home/*/v/bin/{python}", "parent_path": "/usr/bin/bash",
        "command_line": None, "user_class": "person", "detections": ["python-sentinel"], "rating": "suspicious",
        "verdict": "benign", "behaviours": ["dynamic_code"], "runs": 3, "hosts": 3, "users": 3, "days": 3,
        "first": "1970-01-01T00:00:00.000Z", "last": "1970-01-03T00:00:00.000Z", "example": None,
    }  # fmt: skip
    assert (one.entry.owner, one.entry.expires, one.entry.behaviours) == (
        "platform team",
        WANTED.expires,
        ("dynamic_code",),
    )
    assert learned.covered == 3
    read = parse_profile(SourceText(write(learned.profile), "learnt.yml"))
    assert tune(found, [read], TODAY).kept == []
    assert len(tune(usual(program=program(10, "discovery")), [read], TODAY).kept) == 3


REFUSED = [
    ({"host": "h1"}, "seen on too few hosts (fewer than 2; --least-hosts)"),
    ({"program": program(90, "reverse_shell")}, "malicious: never allowed; look at it"),
    ({"rating": "malicious"}, "malicious: never allowed; look at it"),
    ({"program": program(60, "dynamic_code")},
     "its Python reads as suspicious: look at it (--allow-suspicious proposes it all the same)"),
    ({"evidence": (evidence("python-port-scan"),)},
     "python-port-scan reads DeviceNetworkEvents, Network_Traffic.All_Traffic, category: network_connection, "
     "Network Traffic: Network Connection Creation: an entry has no condition on that"),
    ({"evidence": (evidence(), evidence("python-startup-hook"))},
     "python-startup-hook reads DeviceFileEvents, Endpoint.Filesystem, category: file_event, "
     "File: File Creation: an entry has no condition on that"),
    ({**SHELL, "command_line": "bash"}, "a shell without a command: nothing says what was run in it"),
    ({**SHELL, "command_line": "-bash"}, "a shell without a command: nothing says what was run in it"),
    ({"program": program(notes=("the time ran out",))}, "its Python could not be read to its end"),
    ({"program": program(shape=""), "command_line": "x * y"},
     "neither a fingerprint nor a command line that can be generalised says what was run"),
]  # fmt: skip


@pytest.mark.parametrize("changes, reason", REFUSED, ids=[reason[:30] for _, reason in REFUSED])
def test_what_is_not_proposed_says_why(changes: dict[str, object], reason: str) -> None:
    (one,) = learn(usual(**changes), guarded(), WANTED, DETECTIONS).judged
    assert one.entry is None
    assert reason in one.why_not


def test_a_suspicious_program_is_proposed_where_that_was_asked_and_its_reason_says_so() -> None:
    found = usual(program=program(60, "dynamic_code"))
    asked = Wanted("platform team", WANTED.expires, 2, 3, allow_suspicious=True)
    (one,) = learn(found, guarded(), asked, DETECTIONS).judged
    assert one.entry is not None
    assert one.entry.most_verdict == "suspicious"
    assert "Its Python reads as suspicious, and was allowed by --allow-suspicious." in one.entry.reason
    (bad,) = learn(usual(program=program(90, "reverse_shell")), guarded(), asked, DETECTIONS).judged
    assert bad.why_not == ("malicious: never allowed; look at it",)


def test_a_shell_with_a_command_says_what_was_run() -> None:
    (one,) = learn(usual(**SHELL, command_line="bash /opt/nightly.sh"), guarded(), WANTED, DETECTIONS).judged
    assert one.entry is not None


ABOUT_MORE = ["File: ", "Module: ", "Windows Registry: ", "Network Traffic: "]


def test_what_detections_read_decides_by_the_catalogue_not_by_their_names() -> None:
    beside = beside_processes(DETECTIONS)
    for one in DETECTIONS:
        assert (one.id in beside) is any(source.startswith(tuple(ABOUT_MORE)) for source in one.data_sources), one.id
    named = replace(DETECTIONS[0], id="mine", tables=("DeviceFileEvents",), models=(), logsources=(), data_sources=())
    assert beside_processes([named]) == {"mine": ("DeviceFileEvents",)}


@pytest.mark.parametrize("sensor", SENSORS)
def test_logs_of_attacks_teach_nothing_that_silences_an_attack(tmp_path: Path, sensor: str) -> None:
    attacks = [one for one in bundled() if one.attack and sensor in {each.name for each in sensors_of(one)}]
    for one in attacks:
        (tmp_path / f"{one.id}-{SENSORS[sensor].file}").write_bytes(render(one, sensor))
    before = run(Logs([tmp_path]), DETECTIONS, programs=True, least="notable").findings
    learned = learn(before, guarded(), Wanted("x", WANTED.expires, 1, 1), DETECTIONS)
    tuned = tune(before, [learned.profile], TODAY)
    assert len(tuned.kept) + len(tuned.allowed) == len(before) > 0
    must = [one.finding for one in guarded()]
    for allowed in tuned.allowed:
        assert not at_least(allowed.finding.verdict or "benign", "suspicious")
        assert not at_least(allowed.finding.rating, "suspicious")
        assert allowed.finding not in must
    assert [one for one in must if any(fits(entry, one) for entry in learned.profile.entries)] == []


def test_what_a_detection_says_it_finds_must_fire_though_it_is_notable() -> None:
    rated = {one.finding.rating for one in guarded()}
    assert rated == {"notable", "suspicious", "malicious"}
    notable = [one for one in guarded() if one.finding.rating == "notable"]
    assert all(one.detections for one in notable)


def test_what_is_rare_is_not_proposed() -> None:
    (one,) = learn(usual()[:2], guarded(), WANTED, DETECTIONS).judged
    assert one.why_not == ("seen too rarely (fewer than 3 runs; --least-runs)",)


def test_an_entry_that_would_silence_an_attack_is_refused() -> None:
    attacks = [one.finding for one in guarded() if one.scenario == "python-subprocess" and one.sensor == "auditd"]
    learned = learn(attacks * 3, guarded(), Wanted("x", WANTED.expires, 1, 1, allow_suspicious=True), DETECTIONS)
    (one,) = learned.judged
    assert one.entry is None
    assert "would silence the scenario python-subprocess in auditd" in one.why_not[0]
    assert learned.profile.entries == ()


PATHS = [
    ("/usr/bin/python3.11", "/usr/bin/{python}"),
    ("/home/ann/.pyenv/versions/3.12.1/bin/python", "/home/*/.pyenv/versions/{version}/bin/{python}"),
    ("C:\\Users\\Ann\\Python312\\python.exe", "c:\\users\\*\\python{number}\\{python}"),
    ("/tmp/tmpab12cd34/run", "/tmp/tmp{id}/run"),
    ("/root/x", "/root/x"),
    ("/opt/*/x", None),
    ("", None),
    (None, None),
]
LINES = [
    ("/usr/bin/python3 /home/d/.ansible/tmp/ansible-tmp-1772445598.42-7711-281474976/A.py",
     "{python} /home/*/.ansible/tmp/ansible-tmp-{number}.{number}-{number}-{number}/A.py"),
    ('python3 -c s.connect(("10.0.0.12",4444))', '{python} -c s.connect(("10.0.0.12",4444))'),
    ("tool  --key deadbeef01", "tool --key deadbeef01"),
    ("python3 -c from x import *", None),
]  # fmt: skip


@pytest.mark.parametrize("path, expected", PATHS)
def test_paths_are_generalised(path: str | None, expected: str | None) -> None:
    assert path_glob(path) == expected


@pytest.mark.parametrize("line, expected", LINES)
def test_command_lines_are_generalised_but_for_addresses_and_keys(line: str, expected: str | None) -> None:
    assert line_glob(line) == expected


@given(st.text(st.sampled_from("/\\ aA1.-_tmppython\"'"), max_size=30))
def test_a_generalised_text_fits_what_it_was_made_from(text: str) -> None:
    made = path_glob(text)
    if made is not None and "/.." not in text and "\\.." not in text:
        assert glob(made).fits(text, windows="\\" in text)


@pytest.mark.parametrize(
    "user, expected",
    [("root", "system"), ("NT AUTHORITY\\SYSTEM", "system"), ("NT AUTHORITY\\LOCAL SERVICE", "service"),
     ("CORP\\WS-1$", "service"), ("zabbix", "service"), ("CORP\\ann", "person"), (None, "")],
)  # fmt: skip
def test_users_are_of_a_class(user: str | None, expected: str) -> None:
    assert user_class(finding(user=user)) == expected


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_any_finding_is_proposed_or_explained(line: str, path: str, user: str) -> None:
    found = [finding(command_line=line, path=path, user=user, host=f"h{n}") for n in range(3)]
    try:
        learned = learn(found, (), WANTED, DETECTIONS)
    except AntivenomError:
        pytest.fail("learning never fails for what is in a log")
    for one in learned.judged:
        assert (one.entry is None) is bool(one.why_not)
    assert learned.covered == len(found) * len(learned.profile.entries)
