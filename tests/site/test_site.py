"""The pages of the catalogue: what they say, that they are sound, and that nothing gets out of its text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from antivenom import catalogue, site, tuning
from antivenom.errors import UsageError
from antivenom.proving import scenarios
from antivenom.site.allowed import conditions
from antivenom.site.collect import detection_page, platform_page, profile_page
from antivenom.site.fields import PUBLISHED
from antivenom.site.folder import MARKER
from antivenom.site.links import Linker, ticked
from antivenom.tuning.forging import FORGING
from antivenom.tuning.model import FAMILIES, Entry
from antivenom.tuning.patterns import glob
from tests.support.webpage import Element, read

# what the published pages of T1059.006 say of a detection
FIELDS = """
    name / tactic / technique / canonical reference / severity / confidence / platforms / data source / query /
    scoring / false positives / threat actors / portable Sigma rule / other platforms for the technique /
    tuning guidance / response playbook / investigation guide / hunting queries /
    Atomic Red Team tests / commands of the tests / clean-up of the tests / references
"""
PUBLISHED_DETECTIONS = {"python-splunk": ("windows", "linux"), "python-sentinel": ("windows", "linux", "macos")}

NASTY = "</title></pre><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}\u202egnp.exe\u200b\x1b[2J"
DETECTION = {
    "id": "my-rule",
    "name": NASTY,
    "description": NASTY,
    "severity": "low",
    "confidence": "high",
    "attack": {"tactics": ["TA0002"], "techniques": ["T1059.006", "T9999"]},
    "platforms": ["linux", "windows"],
    "data_sources": [NASTY],
    "tables": [NASTY],
    "sourcetypes": [NASTY],
    "models": [NASTY],
    "logsources": [NASTY],
    "queries": {
        "spl": {"file": "rule.spl", "flags": [NASTY, "B"], "score": {"column": NASTY}},
        "kql": {"file": "rule.kql", "flags": [NASTY], "score": {"weights": {NASTY: 3}}},
    },
    "missing": {"sigma": NASTY},
    **dict.fromkeys(("goal", "strategy", "technical_context", "validation", "priority", "response"), NASTY),
    **{name: [NASTY, "two"] for name in ("blind_spots", "false_positives", "tuning", "actors")},
    "entities": [{"type": NASTY, "identifier": NASTY, "column": NASTY}],
    "risk": [{"field": NASTY, "type": "user", "score": 3}],
    "must_fire": [{"scenario": "bad", "sensors": ["auditd"], "why": NASTY}],
    "stay_quiet": [{"scenario": "bad", "sensors": ["defender"], "why": NASTY}],
    "differences": [{"languages": ["spl"], "scenarios": ["bad"], "why": NASTY}],
    "references": [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)//https://example.org/", "data:text/html,<script>alert(1)</script>",
        "https://example.org/\"onmouseover=\"alert(1)", "http://exa\u202emple.org/", "https://example.org/good?x=1&y=2",
        "see https://example.org/a.", NASTY,
    ],
    "changelog": [{"version": "1.0", "date": "2026-03-02", "change": NASTY}],
}  # fmt: skip
SCENARIO = {
    "id": "bad",
    "name": NASTY,
    "description": NASTY,
    "attack": [NASTY],
    "cleanup": NASTY,
    "blind_spot": {"why": NASTY},
    "start": "2026-03-02T09:00:00Z",
    "platforms": {
        "linux": {
            "host": {"name": "web-01", "address": "10.0.0.1", "users": {NASTY: "1000"}},
            "processes": [
                {
                    "at": 1, "executable": f"/bin/{NASTY}", "argv": ["sh", NASTY], "user": NASTY, "cwd": NASTY,
                    "connections": [
                        {"at": 2, "address": "::1", "port": 1, "outcome": "refused", "hostname": NASTY},
                    ],
                    "files": [{"at": 2, "path": NASTY, "action": "written"}],
                },
            ],
        },
    },
}  # fmt: skip


HUNT = {
    "id": "my-hunt",
    "title": NASTY,
    "question": NASTY,
    "attack": ["T1059.006"],
    "returns": NASTY,
    "read": NASTY,
    "kql": "DeviceEvents // <script>alert(1)</script>",
    "spl": "search <script>alert(1)</script>",
    "rows": ["hunted"],
    "noisy": ["hunted"],
    "quiet": [],
    "blind": {"auditd": NASTY},
}
PROFILE = {
    "id": "my-profile",
    "name": NASTY,
    "description": NASTY,
    "entries": [
        {
            "id": "my-entry",
            "reason": NASTY,
            "owner": NASTY,
            "expires": "2027-03-31",
            "references": [NASTY, "javascript:alert(1)"],
            "detections": [NASTY, "my-rule"],
            "most_rating": "notable",
            "most_verdict": "benign",
            "when": {
                "command_line": [NASTY, {"re": "<script>alert\\(1\\)</script>"}],
                "parent_path": NASTY,
                "user": NASTY,
                "code": "seen",
                "behaviours": ["shell_command"],
            },
        },
    ],
}
# what a person writes freely in the files of the response
FREE = {"title", "about", "tell", "why", "says", "looks", "check", "context", "decision", "escalate", "what", "get"}


@pytest.fixture(scope="module")
def bundled() -> Mapping[str, str]:
    return site.pages(site.collect())


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A catalogue every text of which wants out. YAML is read as JSON, which writes every character as an escape."""
    folder = tmp_path / "catalogue" / "my-rule"
    (folder / "scenarios").mkdir(parents=True)
    (folder / "detection.yml").write_text(json.dumps(DETECTION), encoding="utf-8")
    (folder / "scenarios" / "bad.yml").write_text(json.dumps(SCENARIO), encoding="utf-8")
    (folder / "rule.spl").write_text(f"search x\n\t{NASTY}=1\r\n  | where y", encoding="utf-8", newline="")
    (folder / "rule.kql").write_text(f"\nT | where {NASTY} == 1\n", encoding="utf-8")
    (folder.parent / "hunts" / "cases").mkdir(parents=True)
    case = SCENARIO | {"id": "hunted"}
    (folder.parent / "hunts" / "cases" / "hunted.yml").write_text(json.dumps(case), encoding="utf-8")
    (folder.parent / "hunts" / "my-hunt.yml").write_text(json.dumps(HUNT), encoding="utf-8")
    (folder.parent / "response").mkdir()
    for file in (catalogue.BUNDLED / "response").glob("*.yml"):
        document = _spoilt(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader))
        (folder.parent / "response" / file.name).write_text(json.dumps(document), encoding="utf-8")
    (folder.parent / "profiles").mkdir()
    (folder.parent / "profiles" / "a; b.yml").write_text(json.dumps(PROFILE), encoding="utf-8")
    return folder.parent


def _spoilt(value: object, key: str = "") -> object:
    """A document of the response with a hostile text wherever one may be written freely."""
    if isinstance(value, dict):
        return {name: _spoilt(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_spoilt(one) for one in value]
    return NASTY if key in FREE else value


def _html(files: Mapping[str, str]) -> dict[str, Element]:
    trees = {}
    for path, text in files.items():
        if path.endswith(".html"):
            trees[path], faults = read(text)
            assert faults == [], path
    return trees


def _element(page: Element, id: str) -> Element:
    (found,) = [one for one in page.all() if one.attributes.get("id") == id]
    return found


def _check_sound(files: Mapping[str, str]) -> None:
    """No scripts and nothing from elsewhere; links within the site lead to a file, and to an element there."""
    trees = _html(files)
    ids = {path: {one.attributes.get("id") for one in tree.all()} for path, tree in trees.items()}
    for path, tree in trees.items():
        for one in tree.all():
            assert one.tag not in {"script", "iframe", "object", "embed", "img", "form", "base", "style"}, (path, one)
            assert not [name for name in one.attributes if name.startswith("on") or name in {"src", "style"}], path
            if one.tag == "link":
                assert one.attributes["rel"] == "stylesheet"
                assert _target(path, one.attributes["href"]) == "style.css"
            elif "href" in one.attributes:
                _check_link(path, one.attributes["href"], ids)


def _target(path: str, href: str) -> str:
    return normpath(join(dirname(path), unquote(urlsplit(href).path))) if urlsplit(href).path else path


def _check_link(path: str, href: str, ids: Mapping[str, set[str | None]]) -> None:
    parts = urlsplit(href)
    if parts.scheme:
        assert parts.scheme in {"http", "https"}
        assert parts.netloc
        return
    target = _target(path, href)
    assert not href.startswith("/")
    assert target in ids, f"{path} links to {href}"
    assert not parts.fragment or parts.fragment in ids[target], f"{path} links to {href}"


def test_the_bundled_site_is_sound(bundled: Mapping[str, str]) -> None:
    _check_sound(bundled)
    for detection in catalogue.load():
        assert detection_page(detection.id) in bundled
        assert all(platform_page(detection.id, platform) in bundled for platform in detection.platforms)


def test_every_field_of_the_published_pages_is_on_the_pages(bundled: Mapping[str, str]) -> None:
    names = {name.strip() for name in FIELDS.split("/")}
    assert names == set(PUBLISHED)
    for id, platforms in PUBLISHED_DETECTIONS.items():
        for platform in platforms:
            page, _ = read(bundled[platform_page(id, platform)])
            empty = {name for name in names if not _element(page, PUBLISHED[name]).text(headings=False).strip()}
            assert empty == set(), f"{id} on {platform}"


def test_what_the_page_of_a_published_detection_says(bundled: Mapping[str, str]) -> None:
    page, _ = read(bundled["detections/python-splunk/windows.html"])
    said = {name: " ".join(_element(page, id).text().split()) for name, id in PUBLISHED.items()}
    assert said["name"] == "Detect Python in Splunk on Windows"
    assert said["tactic"] == "TA0002 Execution"
    assert said["technique"].endswith("T1059.006 Command and Scripting Interpreter: Python")
    assert said["canonical reference"] == "https://attack.mitre.org/techniques/T1059/006/"
    assert (said["severity"], said["confidence"]) == ("high", "medium")
    assert "ReverseShell*3 + DownloadExec*2 + SubprocessExec + CodeExec*2" in said["scoring"]
    assert "sort - SuspicionScore, - _time" in said["scoring"]
    assert "Monitoring agents written in Python (Datadog, Checkmk)" in said["false positives"]
    assert "subprocess.Popen(['cmd.exe', '/c', 'whoami'])" in said["commands of the tests"]
    assert "connects (tcp) to 127.0.0.1:8080: refused" in said["commands of the tests"]
    assert "MuddyWater" in said["threat actors"]
    assert "a false alarm: compile( and exec( are in pip's own code" in said["false positives"]
    assert "pip" not in said["commands of the tests"]


def test_a_test_of_atomic_red_team_says_how_to_run_it(bundled: Mapping[str, str]) -> None:
    page, _ = read(bundled["scenarios/atomic-t1059-006-1.html"])
    text = " ".join(page.text().split())
    assert "Test 1 of T1059.006 in Atomic Red Team" in text
    assert "Invoke-AtomicTest T1059.006 -TestGuids " in text
    assert "with -Cleanup" in text


def test_commands_of_other_platforms_can_be_given_to_a_shell(bundled: Mapping[str, str]) -> None:
    page, _ = read(bundled["detections/python-sentinel/linux.html"])
    commands = [one.text() for one in _element(page, "commands").all() if one.tag == "pre"]
    assert """python3 -c 'import subprocess; subprocess.Popen('"'"'whoami'"'"', shell=True).wait()'""" in commands


@pytest.mark.parametrize("detection", catalogue.load(), ids=lambda one: one.id)
def test_queries_can_be_copied_to_the_letter(detection: catalogue.Detection, bundled: Mapping[str, str]) -> None:
    page, _ = read(bundled[detection_page(detection.id)])
    for query in detection.queries.values():
        block = _element(page, "sigma" if query.language == "sigma" else f"query-{query.language}")
        (pre,) = [one for one in block.all() if one.tag == "pre"]
        assert pre.text() == query.text.text


def test_a_hostile_catalogue_stays_text(hostile: Path) -> None:
    files = site.pages(site.collect(hostile))
    _check_sound(files)
    for path, text in files.items():
        assert "<script" not in text.lower(), path
        assert all(char.isprintable() or char in "\n\t" for char in text), path
        assert "49gnp" not in text, "a template ran in a text"
    page = _html(files)["detections/my-rule/linux.html"]
    shown = NASTY.replace("\u202e", "\\u202e").replace("\u200b", "\\u200b").replace("\x1b", "\\x1b")
    for id in ("name", "goal", "tuning", "scoring", "commands", "tests", "clean-up", "query-kql", "changelog"):
        assert shown in _element(page, id).text(), id
    assert "\n\t" + shown in _element(page, "query-spl").text()
    for other in ("playbook.html", "guide.html", "hunts/my-hunt.html", "scenarios/my-rule/bad.html"):
        assert shown in _element(_html(files)[other], "name").text(), other
    assert shown in _element(_html(files)["scenarios/my-rule/bad.html"], "blind-spots").text()
    _check_hostile_profile(_html(files)["profiles/my-profile.html"], shown)
    (other,) = [one for one in _element(page, "differences").all() if one.tag == "a"]
    assert (other.text(), other.attributes["href"]) == ("bad", "../../scenarios/my-rule/bad.html")
    links = [one.attributes["href"] for one in _element(page, "references").all() if one.tag == "a"]
    assert links == ["https://example.org/", "https://example.org/good?x=1&y=2", "https://example.org/a"]


def _check_hostile_profile(page: Element, shown: str) -> None:
    for id in ("name", "description", "entry-my-entry"):
        assert shown in _element(page, id).text(), id
    entry = _element(page, "entry-my-entry")
    written = [one.text() for one in entry.all() if one.tag == "pre"]
    assert written == [shown, r"<script>alert\(1\)</script>", shown, shown]
    assert [one.attributes["href"] for one in entry.all() if one.tag == "a" and "://" in one.attributes["href"]] == []
    (line,) = [one.text() for one in _element(page, "use").all() if one.tag == "pre"]
    assert line == "antivenom hunt LOGS --folder . --profile 'profiles/a; b.yml'"


@given(st.text(alphabet="ahtps:/.-x \"'<>&()\u202e\n#?", max_size=40) | st.text(max_size=40))
def test_any_text_with_links_is_the_same_text(text: str) -> None:
    linker = Linker("a/b.html", {"x/h.html"}, {"h-a": "x/h.html"})
    made = linker.text(text)
    page, faults = read(str(made))
    assert faults == []
    assert page.text() == text
    hrefs = [one.attributes["href"] for one in page.all() if one.tag == "a"]
    assert all(href == "../x/h.html" or href.startswith(("http://", "https://")) for href in hrefs)


@pytest.mark.parametrize(
    "text, hrefs",
    [
        ("see h-a.", ["../x/h.html"]),
        ("h-a-b, xh-a, h-a/x and /h-a are others", []),
        ("https://example.org/a), (https://example.org/b?c=d#e).", ["https://example.org/a", "https://example.org/b?c=d#e"]),
        ("HTTPS://EXAMPLE.ORG javascript:https://example.org ftp://example.org //example.org", []),
        ("https://user:password@example.org/ https://[::1]/ https:///x https://", []),
    ],
)  # fmt: skip
def test_what_becomes_a_link(text: str, hrefs: list[str]) -> None:
    page, _ = read(str(Linker("a/b.html", {"x/h.html"}, {"h-a": "x/h.html"}).text(text)))
    assert [one.attributes["href"] for one in page.all() if one.tag == "a"] == hrefs


def test_a_technique_without_a_name_is_its_id(hostile: Path) -> None:
    page = _html(site.pages(site.collect(hostile)))["detections/my-rule/index.html"]
    assert _element(page, "techniques").text().split(",")[1].strip() == "T9999"


def test_every_technique_of_the_bundled_catalogue_has_a_name() -> None:
    book = site.collect()
    used = {id for one in (*book.detections, *book.scenarios.values()) for id in one.attack}
    assert {id for id in used if not catalogue.technique_name(id)} == set()


def test_the_families_of_false_positives_have_profiles(bundled: Mapping[str, str]) -> None:
    """The four that the published pages name; their tuning guidance leads to them."""
    families = ["ci", "configuration-management", "data-science", "monitoring-agents"]
    assert [one.id for one in tuning.bundled()] == families
    for id, platforms in PUBLISHED_DETECTIONS.items():
        for platform in platforms:
            page, _ = read(bundled[platform_page(id, platform)])
            block = _element(page, PUBLISHED["tuning guidance"])
            hrefs = [one.attributes["href"] for one in block.all() if one.tag == "a"]
            assert [href for href in hrefs if "/profiles/" in href] == [
                f"../../profiles/{one}.html" for one in families
            ]
            assert all(f"hunt --profile {one}" in block.text() for one in families)


@pytest.mark.parametrize("profile", tuning.bundled(), ids=lambda one: one.id)
def test_the_page_of_a_profile_says_all_of_it(profile: tuning.Profile, bundled: Mapping[str, str]) -> None:
    page, _ = read(bundled[profile_page(profile.id)])
    assert f"antivenom hunt LOGS --profile {profile.id}" in _element(page, "use").text()
    for entry in profile.entries:
        shown = _element(page, f"entry-{entry.id}")
        text = " ".join(shown.text().split())
        for said in (entry.reason, entry.owner, entry.expires.isoformat(), entry.most_rating, entry.most_verdict):
            assert " ".join(said.split()) in text, entry.id
        written = [one.text() for one in shown.all() if one.tag == "pre"]
        assert sorted(written) == sorted(one.written for patterns in entry.when.values() for one in patterns)
        assert all(f"condition-{key}" in bundled[profile_page(profile.id)] for key in entry.when)
        assert ("could be read to its end" in text) == (entry.behaviours is not None)
        assert ("stands on the command line" in text) == entry.code_seen


def test_every_condition_can_be_said_in_words() -> None:
    pattern = glob("x")
    when = {key: (pattern, pattern) for key in FAMILIES if key not in ("behaviours", "code")}
    entry = Entry("x", "because", "me", date(2027, 1, 31), when, behaviours=(), code_seen=True)
    assert [one.key for one in conditions(entry)] == list(FAMILIES)
    assert len({one.words for one in conditions(entry)}) == len(FAMILIES) == len(FORGING)


def test_the_documentation_says_what_it_takes_to_forge() -> None:
    text = (Path(__file__).parents[2] / "docs" / "tuning.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("| `")
    ]
    said = {key.strip("` ").removesuffix(": seen"): row[2] for row in rows for key in row[0].split(",")}
    assert said == FORGING


def test_a_profile_is_shown_where_an_entry_applies(hostile: Path) -> None:
    file = hostile / "profiles" / "a; b.yml"
    entry = PROFILE["entries"][0] | {"detections": ["other-rule"]}  # type: ignore[index]
    file.write_text(json.dumps(PROFILE | {"entries": [entry]}), encoding="utf-8")
    assert "profiles/my-profile.html" not in site.pages(site.collect(hostile))["detections/my-rule/index.html"]


def test_two_profiles_of_one_name_are_refused(hostile: Path) -> None:
    (hostile / "profiles" / "b.yml").write_text(json.dumps(PROFILE), encoding="utf-8")
    with pytest.raises(UsageError, match="two profiles are called 'my-profile'"):
        site.collect(hostile)


def test_every_test_of_atomic_red_team_has_a_row(bundled: Mapping[str, str]) -> None:
    page, _ = read(bundled["atomics.html"])
    rows = [one for one in _element(page, "tests").all() if one.tag == "tr"][1:]
    tests = scenarios.atomics()
    assert len(rows) == len(tests)
    blind = [one for one in _element(page, "blind-spots").all() if one.tag == "dt"]
    assert len(blind) == sum(bool(one.blind_spots) for one in tests)
    firing = [told for told in site.collect().told if told.expectation.fires]
    for row, scenario in zip(rows, tests, strict=True):
        assert scenario.atomic is not None
        text = " ".join(row.text().split())
        for said in (scenario.id, scenario.atomic.name, scenario.atomic.technique, str(scenario.atomic.number)):
            assert " ".join(said.split()) in text
        assert all(told.detection.id in text for told in firing if told.scenario.id == scenario.id)
        hrefs = [one.attributes["href"] for one in row.all() if one.tag == "a"]
        assert any(href.startswith("#blind-") for href in hrefs) == bool(scenario.blind_spots)
        assert all(sensor in text for spot in scenario.blind_spots for sensor in spot.sensors)
        assert f"scenarios/{scenario.id}.html" in [one.attributes.get("href") for one in row.all()]


def test_a_test_that_a_detection_names_says_so(hostile: Path) -> None:
    test = {"technique": "T1059.006", "number": 7, "guid": "0" * 8 + "-0000" * 3 + "-" + "0" * 12, "name": NASTY}
    case = SCENARIO | {"id": "atomic-t1059-006-7", "atomic": test}
    (hostile / "atomics").mkdir()
    (hostile / "atomics" / "t1059.006-7.yml").write_text(json.dumps(case), encoding="utf-8")
    must_fire = [{"scenario": "atomic-t1059-006-7", "sensors": ["auditd"]}]
    (hostile / "my-rule" / "detection.yml").write_text(
        json.dumps(DETECTION | {"must_fire": must_fire}), encoding="utf-8"
    )
    files = site.pages(site.collect(hostile))
    _check_sound(files)
    page = _html(files)["atomics.html"]
    assert "my-rule" in _element(page, "tests").text()
    assert "--only atomic-t1059-006-7 --sensor auditd" in _element(page, "coverage").text()
    assert "Any sensor: " + NASTY[:9] in _element(page, "blind-spots").text()


def test_the_index_leads_to_everything_beside_the_detections(bundled: Mapping[str, str]) -> None:
    page, _ = read(bundled["index.html"])
    found = {one.attributes["href"] for one in _element(page, "beside").all() if one.tag == "a"}
    names = ("scenarios", "atomics", "profiles", "playbook", "guide", "hunts")
    assert found == {f"{name}.html" for name in names}


def test_a_site_is_made_without_the_engine() -> None:
    program = (
        "import sys; from antivenom import site; site.pages(site.collect());"
        "print([name for name in ('duckdb', 'sqlglot', 'antivenom.hunting') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("text, html", [
    ("a `b<` c", "a <code>b&lt;</code> c"),
    ("a ` <b>", "a ` &lt;b&gt;"),
    ("`a``b`", "<code>a</code><code>b</code>"),
])  # fmt: skip
def test_what_stands_between_backticks_is_code(text: str, html: str) -> None:
    assert str(ticked(text)) == html


def test_two_scenarios_of_one_name_are_refused(hostile: Path) -> None:
    folder = hostile / "my-rule" / "scenarios"
    (folder / "other.yml").write_bytes((folder / "bad.yml").read_bytes())
    with pytest.raises(UsageError, match="two scenarios are called 'bad'"):
        site.collect(hostile)


def test_the_same_catalogue_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", "from antivenom.cli import main; main()", "docs", str(out)],
            env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        made.append({path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()})
    assert made[0] == made[1]


def test_a_site_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "site"
    site.write(out, {"index.html": "one", "a/b.html": "old"})
    site.write(out, {"index.html": "two"})
    assert sorted(path.name for path in out.rglob("*")) == [MARKER, "index.html"]
    assert (out / "index.html").read_text() == "two"
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    site.write(tmp_path / "new", {"index.html": "x"})
    (tmp_path / "empty").mkdir()
    site.write(tmp_path / "empty", {"index.html": "x"})
    assert (tmp_path / "empty" / "index.html").is_file()


def _foreign(out: Path) -> None:
    (out / "notes.txt").write_text("mine")


def _added(out: Path) -> None:
    site.write(out, {"index.html": "x"})
    (out / "notes.txt").write_text("mine")


def _marked_by_another(out: Path) -> None:
    (out / MARKER).write_text("index.html\nnotes.txt\n")
    (out / "notes.txt").write_text("mine")


def _only_folders(out: Path) -> None:
    (out / "folder").mkdir()


def _linked(out: Path) -> None:
    site.write(out, {"index.html": "x"})
    (out / "away").symlink_to(out.parent)


@pytest.mark.parametrize("fill", [_foreign, _added, _marked_by_another, _only_folders, _linked])
def test_a_folder_with_anything_else_is_refused(tmp_path: Path, fill: object) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert callable(fill)
    fill(out)
    before = sorted(out.rglob("*"))
    with pytest.raises(UsageError):
        site.write(out, {"index.html": "y"})
    assert sorted(out.rglob("*")) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UsageError, match="is not a folder"):
        site.write(tmp_path / "out", {"index.html": "y"})


@pytest.mark.parametrize("below", [".", "deep/er"])
def test_the_current_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str) -> None:
    out = tmp_path / "out"
    site.write(out, {"index.html": "one"})
    (out / below).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(out / below)
    for name in (out, Path("../.." if "/" in below else ".")):
        with pytest.raises(UsageError, match="is the current folder, or holds it"):
            site.write(name, {"index.html": "two"})
    assert (out / "index.html").read_text() == "one"


def test_a_folder_below_the_current_one_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    site.write(Path("out"), {"index.html": "one"})
    assert (tmp_path / "out" / "index.html").is_file()


def test_what_cannot_be_written_leaves_the_earlier_site(tmp_path: Path) -> None:
    out = tmp_path / "out"
    site.write(out, {"index.html": "one"})
    with pytest.raises(OSError, match=r".*"):
        site.write(out, {"index.html": "two", "index.html/below.html": "x"})
    assert (out / "index.html").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("fault", [OSError("full"), KeyboardInterrupt()], ids=["error", "interrupt"])
def test_what_cannot_be_moved_leaves_the_earlier_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    out = tmp_path / "out"
    site.write(out, {"index.html": "one"})
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise fault
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(type(fault)):
        site.write(out, {"index.html": "two"})
    assert (out / "index.html").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def _command(*words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-c", "from antivenom.cli import main; main()", "docs", *words]
    return subprocess.run(line, capture_output=True, text=True, timeout=120, check=False)


def test_the_command_says_what_it_wrote(tmp_path: Path, hostile: Path) -> None:
    out = tmp_path / "out"
    done = _command(str(out), "--folder", str(hostile), "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said == {"folder": str(out), "pages": 13, "detections": 1, "scenarios": 2}
    assert len(list(out.rglob("*.html"))) == 13
    refused = _command(str(hostile))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "no site of antivenom" in refused.stderr
