"""The bundled playbook and guide: what they hold, CACAO's rules, and a finding's values in commands and queries."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from contextlib import suppress
from typing import Any

import pytest

from antivenom.querying import wants
from antivenom.report import guide as guide_page
from antivenom.report import playbook as playbook_page
from antivenom.response import cacao, load
from antivenom.response.fill import command_text, commands, names_in, query
from antivenom.response.values import Values, values_of
from antivenom.source import SourceText

from . import cacao_rules
from .findings import HOSTILE, finding, of

PLAYBOOK = load.playbook()
GUIDE = load.guide()
SLOTS = PLAYBOOK.slots
STEPS = [step for phase in PLAYBOOK.phases for step in phase.steps]
COMMANDS = [(one.id, platform, text) for one in STEPS for platform, text in one.commands.items()] + [
    ("collect", platform, text) for platform, text in GUIDE.collect.items()
]


def test_the_playbook_keeps_cacaos_rules() -> None:
    assert cacao_rules.faults(cacao.document(PLAYBOOK)) == []


@pytest.mark.parametrize("value", HOSTILE)
def test_the_playbook_of_a_hostile_finding_keeps_cacaos_rules(value: str) -> None:
    document = of(command_line=value, path=value, name=value, user=value)
    made = cacao.document(PLAYBOOK, values_of({**document, "host": value, "user": value}, SLOTS))
    assert cacao_rules.faults(made) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("created_by"),
        lambda d: d["workflow"].pop(d["workflow_start"]),
        lambda d: d["workflow"][d["workflow_start"]].update(on_completion="action--1"),
        lambda d: next(s for s in d["workflow"].values() if s["type"] == "action").pop("agent"),
        lambda d: next(s for s in d["workflow"].values() if s["type"] == "if-condition").update(condition="maybe"),
        lambda d: d["playbook_variables"].pop("__pid__"),
        lambda d: d.update(created="today"),
    ],
)
def test_the_rules_find_what_breaks_them(change: Any) -> None:
    document = cacao.document(PLAYBOOK)
    change(document)
    with suppress(KeyError):  # a document that lacks a step cannot be walked: a fault as well
        assert cacao_rules.faults(document)


def test_two_runs_make_one_document_and_two_findings_two() -> None:
    plain = cacao.document(PLAYBOOK)
    first, second = (cacao.document(PLAYBOOK, values_of(of(pid=pid), SLOTS)) for pid in (5001, 5002))
    assert plain == cacao.document(PLAYBOOK)
    assert len({plain["id"], first["id"], second["id"]}) == 3
    assert first["derived_from"] == [plain["id"]]


def test_every_action_of_react_in_the_table_is_used_and_is_of_the_stage_of_its_phase() -> None:
    table = load._actions(load._root(None))
    used = {action.id for step in STEPS for action in step.actions}
    assert used == set(table)
    for number, phase in enumerate(PLAYBOOK.phases, 1):
        stages = {int(action.id[2]) for step in phase.steps for action in step.actions}
        assert min(stages, default=number) >= min(number, 2) - 1
        assert number in stages


def test_containment_and_eradication_have_commands_for_every_platform() -> None:
    acting = [step for step in STEPS if step.id in ("hold-process", "end-process", "isolate-host", "block-address")]
    assert all(list(step.commands) == ["windows", "linux", "macos", "esxi"] for step in acting)
    assert list(GUIDE.collect) == ["windows", "linux", "macos", "esxi"]


def test_memory_is_kept_before_anything_is_ended() -> None:
    order = [step.id for step in STEPS]
    assert order.index("keep-process") < order.index("end-process")
    keep = next(step for step in STEPS if step.id == "keep-process").commands["linux"]
    assert keep.index("py-spy") < keep.index("gcore") < keep.index("sha256sum")


def test_no_command_removes_a_file_that_a_finding_names() -> None:
    """Code names files that it reads: a keychain, /etc/shadow."""
    for _, _, text in COMMANDS:
        for line in text.splitlines():
            if not line.startswith("#") and {"file", "written", "path"} & set(names_in(line)):
                assert not re.search(r"\b(rm|Remove-Item|mv|Move-Item|del)\b", line), line


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("id, platform, text", [case for case in COMMANDS if case[1] != "windows"])
def test_a_hostile_value_stays_one_word_of_its_command(id: str, platform: str, text: str, value: str) -> None:
    """As many words, with the same beginnings, as with a value that means no harm."""
    hostile = values_of(of(path=value), SLOTS)
    hostile_found = {**hostile.found, **dict.fromkeys(("path", "file", "written", "account", "domain"), (value,))}
    tame = {**hostile.found, **dict.fromkeys(("path", "file", "written", "account", "domain"), ("tame",))}
    made = [commands(text, platform, SLOTS, Values(found, {}, {}, None, "")) for found in (hostile_found, tame)]
    for one, other in zip(*(part.splitlines() for part in made), strict=True):
        if not one.startswith("#"):
            assert len(_words(one)) == len(_words(other)), one
        assert one.isprintable()


def _words(line: str) -> list[str]:
    """The words of a shell line; $'...' holds no quote and no backslash that is not an escape."""
    return shlex.split(re.sub(r"\$'[^']*'", "X", line), posix=True)


@pytest.mark.parametrize("value", HOSTILE)
def test_what_a_machine_runs_names_no_variable_that_the_value_spells(value: str) -> None:
    values = values_of(of(path=value), SLOTS)
    for _, platform, text in COMMANDS:
        made = command_text(text, platform, SLOTS, values)
        used = set(re.findall(r"__(\w+?)__:value", made))
        assert used <= set(SLOTS) - set(values.found)


def test_a_missing_value_becomes_a_comment_that_says_how_to_get_it() -> None:
    made = commands("kill -STOP {{pid}}", "linux", SLOTS, values_of(of(pid=None), SLOTS))
    assert made.splitlines()[0] == "# kill -STOP <pid>"
    assert made.splitlines()[1].startswith("#   pid: not recorded by this sensor; list the processes")


def test_several_values_are_several_lines() -> None:
    made = commands("ls -- {{file}}", "linux", SLOTS, values_of(finding(), SLOTS))
    assert made == "ls -- '/tmp/a'\nls -- '/tmp/b'"


def test_of_many_values_the_rest_is_counted() -> None:
    files = [{"kind": "path", "value": f"/tmp/{i}"} for i in range(9)]
    values = values_of(finding(program={"indicators": files}), SLOTS)
    assert commands("ls -- {{file}}", "linux", SLOTS, values).splitlines()[-1] == "#   4 more of file: see the finding"


@pytest.mark.parametrize("pivot", GUIDE.pivots, ids=lambda pivot: pivot.id)
@pytest.mark.parametrize("value", HOSTILE)
def test_every_pivot_parses_with_hostile_values(pivot: Any, value: str) -> None:
    values = values_of(
        {**of(path=value, name=value, command_line=value, user=value), "host": value, "user": value}, SLOTS
    )
    for language in ("kql", "spl"):
        made = query(getattr(pivot, language), language, SLOTS, values)
        if not made.lacks:
            wants(SourceText(made.text), language)


def test_an_asterisk_in_a_search_is_withheld_and_in_where_it_is_text() -> None:
    text = "| tstats count from datamodel=E.P where P.dest={{host}} by P.dest\n| where a={{path}}"
    made = query(text, "spl", SLOTS, values_of({**of(path="/tmp/*"), "host": "web*"}, SLOTS))
    assert made.text.endswith('| where a="/tmp/*"')
    assert made.lacks == (
        "host: it is left out: it holds an asterisk, which Splunk's search reads as a wildcard; use the KQL query",
    )


@pytest.mark.parametrize("value", HOSTILE)
def test_pages_show_no_character_that_drives_a_terminal(value: str) -> None:
    document = {**of(path=value, command_line=value), "host": value, "user": value, "behaviours": [value]}
    values = values_of(document, SLOTS, f"finding 1 in {value}")
    for page in (playbook_page.page(PLAYBOOK, values), guide_page.page(GUIDE, values)):
        assert all(line.isprintable() for line in page.split("\n"))


def test_a_page_says_whether_a_step_is_for_this_finding() -> None:
    page = playbook_page.page(PLAYBOOK, values_of(finding(verdict="suspicious"), SLOTS), phases=("containment",))
    assert "This finding: no (verdict: suspicious). Take it as yes too where the guide's table says" in " ".join(
        page.split()
    )
    assert "This finding does not say." in page
    assert "LESSONS LEARNED" not in page


def test_a_page_says_what_the_sensor_did_not_record() -> None:
    page = guide_page.page(GUIDE, values_of(of(path=None), SLOTS))
    assert "path: «not recorded by this sensor; `(Get-Process -Id PID).Path` on Windows" in page


def test_a_page_shows_the_findings_platform_only_unless_asked() -> None:
    values = values_of(finding(), SLOTS)
    assert "Get-CimInstance" not in playbook_page.page(PLAYBOOK, values)
    assert "Get-CimInstance" in playbook_page.page(PLAYBOOK, values, ("windows",))
    assert "Get-CimInstance" in playbook_page.page(PLAYBOOK)


@pytest.mark.parametrize("id, platform, text", [case for case in COMMANDS if case[1] != "windows"])
def test_a_shell_reads_the_commands(id: str, platform: str, text: str) -> None:
    """With values, as a shell would that runs nothing."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    values = values_of(of(path="it's $(x)\n"), SLOTS)
    made = commands(text, platform, SLOTS, values)
    done = subprocess.run([bash, "-n"], input=made, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_value_that_no_command_may_have_is_no_variables_value() -> None:
    made = cacao.document(PLAYBOOK, values_of(of(path="a\0b"), SLOTS))["playbook_variables"]["__path__"]
    assert made["value"] is None
    assert "what was recorded can stand in no command" in made["description"]
