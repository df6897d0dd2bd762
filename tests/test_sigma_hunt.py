"""Sigma rules over logs of every sensor: what they match, what is named, what cannot match, and why."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from antivenom import catalogue, engine
from antivenom.cli.hunt import command as hunt_command
from antivenom.engine.together import Prepared
from antivenom.errors import AntivenomError, QueryError
from antivenom.hunting import Hunt, RuleRun, run
from antivenom.hunting.explaining import explain_rule
from antivenom.logs import Logs
from antivenom.querying import query
from antivenom.rulesets import RuleSet, cache, load
from antivenom.vocabularies import columns

ROOT = Path(__file__).parents[1]
LOGS = ROOT / "examples" / "logs"
RULES = ROOT / "examples" / "rules"

Given = Callable[..., Hunt]


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.FOLDER, "")


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """Runs rules, given as YAML documents, over logs."""

    def hunt(*texts: str, logs: Path = LOGS) -> Hunt:
        return run(Logs([logs]), [], programs=False, rules=rules(tmp_path, *texts))

    return hunt


def rules(folder: Path, *texts: str) -> RuleSet:
    file = folder / "rules.yml"
    file.write_text("---\n".join(texts), encoding="utf-8")
    return load([file])


def rule(detection: str, source: str = "category: process_creation", title: str = "t", more: str = "") -> str:
    return f"title: {title}\nname: {title}\nlogsource: {{{source}}}\ndetection: {detection}\n{more}"


def by_title(found: Hunt) -> dict[str, RuleRun]:
    assert found.rules is not None
    return {one.rule.header.title: one for one in found.rules.runs}


PYTHON = "{sel: {CommandLine|contains: 'socket.socket'}, condition: sel}"


def test_one_rule_matches_on_every_sensor(given: Given) -> None:
    one = by_title(given(rule(PYTHON)))["t"]
    assert set(one.by_product) == {"windows", "auditd", "defender", "eslogger", "esxi"}
    assert one.hits == sum(one.by_product.values())


def test_a_product_narrows_the_sensors(given: Given) -> None:
    found = given(rule(PYTHON, "product: linux, category: process_creation"))
    assert "eslogger" not in by_title(found)["t"].by_product
    assert "auditd" in by_title(found)["t"].by_product


def test_a_finding_names_the_fields_that_matched_and_what_they_held(given: Given) -> None:
    detection = "{a: {Image|endswith: ['\\python.exe', 'python3']}, b: {CommandLine|contains|all: [import, SOCKET]}, "
    found = given(rule(detection + "no: {User: nobody}, condition: a and b and not no}", more="level: high\n"))
    evidence = found.findings[0].evidence[0]
    tests = Counter((one.field, one.test) for one in evidence.matched)
    assert tests == {("Image", "ends"): 1, ("CommandLine", "contains"): 2}
    assert {one.wanted for one in evidence.matched if one.field == "CommandLine"} == {"import", "SOCKET"}
    assert all(one.wanted.lower() in (one.value or "").lower() for one in evidence.matched)
    assert (evidence.severity, evidence.score, evidence.confidence) == ("high", 75, "low")


def test_tags_are_techniques_and_the_status_is_the_confidence(given: Given) -> None:
    more = "status: stable\nlevel: low\ntags: [attack.execution, attack.t1059.006, cve.2020-1]\n"
    evidence = given(rule(PYTHON, more=more)).findings[0].evidence[0]
    assert (evidence.attack, evidence.confidence) == (("T1059.006",), "high")


def test_rules_and_the_reading_of_the_python_meet_in_one_finding() -> None:
    found = run(Logs([LOGS / "linux-audit.log"]), [], programs=True, rules=load([RULES]))
    both = [one for one in found.findings if len(one.evidence) > 1]
    assert any(
        {"python-code", "5b1f4a0e-3c1d-4b57-9d7a-0f2f4f1f6a01"} <= {e.detection for e in f.evidence} for f in both
    )


@pytest.mark.parametrize("batch", [1, 3])
def test_rows_that_come_in_batches_give_the_same_findings(monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    whole = run(Logs([LOGS]), [], programs=False, rules=load([RULES]))
    monkeypatch.setattr(columns, "TAKEN", batch)
    parts = run(Logs([LOGS]), [], programs=False, rules=load([RULES]))
    assert [one.as_dict() for one in parts.findings] == [one.as_dict() for one in whole.findings]
    assert [(one.hits, one.eligible) for one in by_title(parts).values()] == [
        (one.hits, one.eligible) for one in by_title(whole).values()
    ]


def test_events_outside_since_and_until_are_not_asked() -> None:
    everything = run(Logs([LOGS]), [], programs=False, rules=load([RULES]))
    middle = sorted(one.time or 0 for one in everything.findings)[len(everything.findings) // 2]
    later = run(Logs([LOGS], since=middle), [], programs=False, rules=load([RULES]))
    assert 0 < len(later.findings) < len(everything.findings)
    assert all((one.time or 0) >= middle for one in later.findings)


# --- what cannot match


@pytest.mark.parametrize(
    "source, detection, reason",
    [
        ("category: webserver", PYTHON, "no log that is read here holds events of category webserver"),
        (
            "product: windows, category: dns_query",
            "{s: {QueryName: x}, condition: s}",
            "these logs hold no events of product windows, category dns_query",
        ),
        (
            "product: windows, service: security",
            "{s: {EventID: [4720, 4722]}, condition: s}",
            "these logs hold no events of product windows, service security with 4720 and 4722 as event id or type",
        ),
        (
            "category: process_creation",
            "{s: {NoSuchField|contains: x, Image|contains: python}, condition: s}",
            "no event of category process_creation here has NoSuchField",
        ),
    ],
)
def test_a_rule_that_cannot_match_says_why(given: Given, source: str, detection: str, reason: str) -> None:
    found = given(rule(detection, source), rule(PYTHON, title="other"))
    assert reason in by_title(found)["t"].reason
    assert by_title(found)["t"].hits == 0
    assert by_title(found)["other"].hits
    assert by_title(found)["other"].reason == ""


def test_a_field_that_is_missing_everywhere_stops_no_rule_that_can_do_without(given: Given) -> None:
    detection = "{s: {Image|contains: python}, no: {NoSuchField: x}, condition: s and not no}"
    assert by_title(given(rule(detection)))["t"].hits
    detection = "{s: [{Image|contains: python}, {NoSuchField: x}], condition: s}"
    assert by_title(given(rule(detection)))["t"].hits
    assert by_title(given(rule("{s: {NoSuchField: null}, condition: s}")))["t"].hits


def test_a_rule_whose_pattern_is_none_says_where(given: Given) -> None:
    found = given(rule("{s: {Image|re: '(a'}, condition: s}"), rule(PYTHON, title="other"))
    one = by_title(found)["t"]
    assert "is no regular expression" in str(one.error)
    assert "rules.yml:4:27" in str(one.error)
    assert by_title(found)["other"].hits


def test_a_rule_that_fails_late_has_no_hits(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, calls = Prepared.outcomes, []

    def failing_late(self: Prepared, table: Any, late: Any = None) -> Any:
        calls.append(asked(self, table, late))
        return calls[0] if len(calls) == 1 else [QueryError("too late"), *calls[-1][1:]]

    monkeypatch.setattr(columns, "TAKEN", 7)
    monkeypatch.setattr(Prepared, "outcomes", failing_late)
    found = given(rule(PYTHON), rule(PYTHON, title="other"), COUNT.replace("[t]", "[t, other]"))
    failed, other, many = (by_title(found)[title] for title in ("t", "other", "many"))
    assert len(calls) > 2
    assert len(calls[0][0]), "the rule matched before it failed"
    assert (failed.hits, str(failed.error)) == (0, "too late")
    assert other.hits
    assert [one for f in found.findings for one in f.evidence if one.name == "t"] == []
    assert many.error is None


def test_an_empty_field_is_there(given: Given, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(
        json.dumps(
            {
                "Channel": "Microsoft-Windows-Sysmon/Operational",
                "Provider": "Microsoft-Windows-Sysmon",
                "SourceName": "Microsoft-Windows-Sysmon",
                "EventID": 1,
                "Image": "x",
                "ParentImage": "",
            }
        )
    )
    source = "product: windows, category: process_creation"
    for test in ("ParentImage: ''", "ParentImage|exists: true", "ParentImage: '*'"):
        one = by_title(given(rule(f"{{s: {{{test}}}, condition: s}}", source), logs=log))["t"]
        assert (one.eligible, one.hits) == (1, 1), one.reason


def test_two_rules_of_one_name_are_two(given: Given) -> None:
    twins = [rule(PYTHON, more=f"level: {level}\n") for level in ("low", "critical")]
    found = given(*twins, rule(PYTHON, title="python-code", more="id: python-code\n"))
    first = found.findings[0]
    assert [(one.name, one.severity) for one in first.evidence] == [
        ("python-code", "informational"),
        ("t", "critical"),
        ("t", "low"),
    ]
    assert first.score == 100


def test_a_filter_may_read_what_its_rule_reads(given: Given, tmp_path: Path) -> None:
    text = "title: f\nlogsource: {category: process_creation}\n"
    text += "filter: {rules: any, n: {Image|contains: bash}, condition: not n}\n"
    found = given(rule("{s: {Image|contains: [python, bash]}, condition: s}"), text)
    assert found.findings
    told = explain_rule(by_title(found)["t"].rule, Logs([LOGS]))  # type: ignore[arg-type]
    assert [clause.text for clause in told.clauses] == ["s: Image|contains: [python, bash]", "filter f"]
    assert told.hits == by_title(found)["t"].hits


def test_a_value_that_takes_too_long_silences_no_rule(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.pcre, "SECONDS_PER_VALUE", 0.01)
    slow = r"{s: {CommandLine|re: '(?=.)(([a-z]|[a-z ])+)+[\x01-\x05]$'}, condition: s}"
    found = given(rule(slow, title="slow"), rule(PYTHON))
    assert re.search(r"took too long on \d+ values of CommandLine", by_title(found)["slow"].note)
    assert "the first is in " in by_title(found)["slow"].note
    assert by_title(found)["t"].hits


# --- correlations


COUNT = """title: many
correlation: {type: event_count, rules: [t], group-by: [Computer], timespan: 1h, condition: {gte: 2}}
"""


def test_a_correlation_is_one_finding_made_of_its_events(given: Given) -> None:
    found = given(rule("{s: {Image|contains: python}, condition: s}"), COUNT)
    many, single = by_title(found)["many"], by_title(found)["t"]
    assert (many.reported, single.reported) == (True, False)
    assert 0 < many.hits == len(found.findings)
    evidence = found.findings[0].evidence[0]
    assert evidence.name == "many"
    assert evidence.row["measured"] >= 2  # type: ignore[operator]
    assert len(evidence.origins) >= 2


def test_a_correlation_of_a_rule_that_cannot_match_says_so(given: Given) -> None:
    found = given(rule(PYTHON, "category: webserver"), COUNT)
    assert by_title(found)["many"].reason == "t: no log that is read here holds events of category webserver"


def test_hits_that_cannot_be_grouped_are_counted(given: Given) -> None:
    found = given(rule(PYTHON), COUNT.replace("Computer", "NoSuchField"))
    assert "hits without NoSuchField to group by" in by_title(found)["many"].note


def test_a_correlation_may_name_a_rule_by_its_id_and_alias_it_by_its_name(given: Given) -> None:
    one = rule(PYTHON, more="id: 5b1f4a0e-3c1d-4b57-9d7a-000000000001\n")
    aliases = "aliases: {where: {t: Computer}}"
    text = COUNT.replace("[t]", "[5b1f4a0e-3c1d-4b57-9d7a-000000000001]").replace("[Computer]", f"[where], {aliases}")
    found = given(one, text)
    assert by_title(found)["many"].reason == ""
    assert "where" in found.findings[0].evidence[0].row


def test_chained_correlations_group_by_what_their_events_share(given: Given) -> None:
    outer = COUNT.replace("title: many", "title: outer").replace("[t]", "[many]").replace("gte: 2", "gte: 1")
    inner = COUNT.replace("title: many", "title: many\nname: many").replace("group-by: [Computer], ", "")
    found = given(rule("{s: {Image|contains: python}, condition: s}"), inner, outer, logs=LOGS / "linux-audit.log")
    assert by_title(found)["outer"].hits == by_title(found)["many"].hits > 0


def test_the_pipe_of_sigma_1_counts(given: Given) -> None:
    counting = rule("{s: {Image|contains: python}, condition: s | count(CommandLine) by Computer > 1, timeframe: 1d}")
    assert given(counting).findings


# --- one rule


def test_a_rule_is_explained_by_its_parts() -> None:
    loaded = load([RULES])
    found = loaded.find("python_inline_code")
    told = explain_rule(found, Logs([LOGS]))  # type: ignore[arg-type]
    assert told.table == "sigma.any.process_creation"
    assert [clause.text.split(":")[0] for clause in told.clauses] == [
        "selection_python",
        "selection_code",
        "selection_modules",
        "not filter_main_setuptools",
    ]
    rows = [clause.rows or 0 for clause in told.clauses]
    assert told.hits is not None
    assert told.eligible is not None
    assert told.hits <= min(rows) <= max(rows) <= told.eligible


def test_a_rule_is_a_query() -> None:
    text = rule(PYTHON, "product: windows, category: process_creation", more="fields: [ParentImage]\n")
    found = query(text, language="sigma", logs=Logs([LOGS / "windows-sysmon.xml"]))
    assert found.column_names == ["Time", "Computer", "ParentImage", "CommandLine"]
    assert found.num_rows
    with pytest.raises(AntivenomError, match="the Sigma log source category webserver"):
        query(rule(PYTHON, "category: webserver"), language="sigma", logs=Logs([LOGS]))


DETECTION = """id: inline-code
name: Inline code
description: Code on the command line.
severity: medium
confidence: low
attack: {tactics: [TA0002], techniques: [T1059.006]}
platforms: [windows, linux, macos]
data_sources: ["Process: Process Creation"]
queries: {sigma: {file: rule.yml}}
"""


def test_a_detection_of_a_catalogue_may_be_a_rule(tmp_path: Path) -> None:
    folder = tmp_path / "inline-code"
    folder.mkdir()
    (folder / "detection.yml").write_text(DETECTION)
    (folder / "rule.yml").write_bytes((RULES / "python_inline_code.yml").read_bytes())
    found = run(Logs([LOGS]), [*catalogue.load(tmp_path), *catalogue.load()], programs=False)
    one = found.runs[0]
    assert one.error is None
    by_rule = run(Logs([LOGS]), [], programs=False, rules=load([RULES / "python_inline_code.yml"]))
    assert one.rows == by_title(by_rule)["Python Runs Code From Its Command Line"].hits > 0
    assert set(one.by_product) == {"windows", "auditd", "defender", "eslogger"}
    assert all(finding.time for finding in found.findings)


# --- the command


def invoke(*args: object) -> Any:
    return CliRunner().invoke(hunt_command, [str(arg) for arg in args], catch_exceptions=False)


def test_json_accounts_for_every_rule(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text("title: bad\nlogsource: {product: windows}\ndetection: {condition: x}\n")
    result = invoke("--json", "--no-programs", "--rules", RULES, "--rules", tmp_path, LOGS)
    document = json.loads(result.stdout)
    assert len(document["rules"]) == 3
    assert {one["title"]: one["hits"] > 0 for one in document["rules"]} == {
        "Python Runs Code From Its Command Line": True,
        "Python Starts A Shell": True,
        "Code On The Command Line Of Python, Then A Shell": True,
    }
    assert [Path(one["file"]).name for one in document["rules_not_loaded"]] == ["bad.yml"]
    keys = {"field", "test", "wanted", "value"}
    assert any(set(one) == keys for f in document["findings"] for e in f["detections"] for one in e["matched"])


def test_a_level_and_a_name_choose_rules() -> None:
    document = json.loads(invoke("--json", "--no-programs", "--rules", RULES, "--rule-level", "high", LOGS).stdout)
    reported = [one["title"] for one in document["rules"] if one["reported"]]
    assert reported == ["Code On The Command Line Of Python, Then A Shell"]
    document = json.loads(invoke("--json", "--rules", RULES, "--only", "python_starts_shell", LOGS).stdout)
    assert [one["title"] for one in document["rules"]] == ["Python Starts A Shell"]
    assert document["detections"] == []


def test_a_rule_of_a_correlation_can_be_asked_for_alone(tmp_path: Path) -> None:
    (tmp_path / "r.yml").write_text(f"{rule(PYTHON)}---\n{COUNT}")
    document = json.loads(invoke("--json", "--rules", tmp_path, "--only", "t", LOGS).stdout)
    assert [(one["title"], one["reported"]) for one in document["rules"]] == [("t", True)]
    assert document["findings"]


def test_a_correlation_is_explained_by_its_hits(tmp_path: Path) -> None:
    (tmp_path / "r.yml").write_text(f"{rule(PYTHON)}---\n{COUNT.replace('Computer', 'NoSuchField')}")
    shown = invoke("--rules", tmp_path, "--explain", "many", LOGS).stdout
    for part in (
        "event_count gte 2 by NoSuchField within 3600 s",
        "0 matches",
        "hits without NoSuchField",
        "table sigma.",
    ):
        assert part in shown
    shown = invoke("--no-programs", "--rules", tmp_path, LOGS).stdout
    assert "many: left out:" in shown


def test_a_correlation_of_many_events_is_a_few_lines(tmp_path: Path) -> None:
    every = rule("{s: {Image: '*'}, condition: s}")
    (tmp_path / "r.yml").write_text(f"{every}---\n{COUNT.replace('1h', '9d')}")
    shown = invoke("--no-programs", "--rules", tmp_path, "--only", "many", LOGS / "linux-audit.log").stdout
    assert "more records" in shown
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert any("Computer web-01" in line for line in lines)
    assert any("measured 17" in line for line in lines)
    assert "\\n" not in shown


def test_no_rule_at_all_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text("title: bad\nlogsource: {product: windows}\ndetection: {condition: x}\n")
    with pytest.raises(AntivenomError, match="could be loaded; the first:"):
        invoke("--rules", tmp_path, LOGS)
    with pytest.raises(AntivenomError, match="none of the 3 rules is of level critical"):
        invoke("--rules", RULES, "--rule-level", "critical", LOGS)


def test_explain_shows_plan_sql_and_rows() -> None:
    shown = invoke("--rules", RULES, "--explain", "python_starts_shell", LOGS).stdout
    for part in ("table sigma.any.process_creation", "rows match", "sigma.regex(ParentImage", "SELECT"):
        assert part in shown
    (told,) = json.loads(invoke("--json", "--rules", RULES, "--explain", "python_starts_shell", LOGS).stdout)
    assert told["hits"] == next(c for c in [told["hits"]] if c > 0)


@pytest.mark.parametrize(
    "options, message",
    [
        (("--explain", "x"), "--explain is about a rule of --rules"),
        (("--rule-level", "low"), "about --rules"),
        (("--rules", RULES, "--explain", "nothing"), "no rule 'nothing'"),
    ],
)
def test_options_that_make_no_sense(options: tuple[object, ...], message: str) -> None:
    with pytest.raises(AntivenomError, match=message):
        invoke(*options, LOGS)


def test_the_page_says_what_matched_and_what_could_not(tmp_path: Path) -> None:
    (tmp_path / "web.yml").write_text(rule(PYTHON, "category: webserver"))
    shown = invoke("--no-programs", "--rules", RULES, "--rules", tmp_path, LOGS).stdout
    said = "Sigma: 4 rules; 3 matched, 1 could not match in these logs, 0 could not be asked, 0 could not be loaded"
    assert said in shown
    assert "1 no log that is read here holds events of category webserver" in shown
