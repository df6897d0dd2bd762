"""The bundled playbook and guide: what they hold, CACAO's rules, and a finding's values in commands and queries."""

from __future__ import annotations

import json
import re
import shlex
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from antivenom.errors import DamagedInput, UsageError
from antivenom.querying import wants
from antivenom.report import guide as guide_page
from antivenom.report import playbook as playbook_page
from antivenom.response import cacao, load
from antivenom.response.fill import command_text, commands, names_in, query
from antivenom.response.values import platform_of, read, values_of
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
    made = [commands(text, platform, SLOTS, type(hostile)(found, {}, {}, None, "")) for found in (hostile_found, tame)]
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


@pytest.mark.parametrize("pid", [0, 1, -1, True, "12; reboot", 2**70, 1.5, {}])
def test_a_number_that_no_command_may_have_is_not_taken(pid: object) -> None:
    values = values_of(of(pid=pid), SLOTS)
    assert "pid" not in values.found
    assert commands("kill -STOP {{pid}}", "linux", SLOTS, values).startswith("# kill -STOP <pid>\n#   pid: ")


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "0.0.0.0", "::1", "224.0.0.1", "1.2.3.4; reboot", "fe80::1%eth0", "x"]
)
def test_an_address_that_is_none_to_block_is_refused(address: str) -> None:
    values = values_of(finding(program={"indicators": [{"kind": "ip", "value": address}]}), SLOTS)
    assert "remote_ip" not in values.found
    assert "remote_ip" in values.refused


def test_nobody_locks_an_account_of_the_system() -> None:
    for user in ("root", "web-01\\www-data", "NT AUTHORITY\\SYSTEM", "0"):
        made = commands("usermod --lock -- {{account}}", "linux", SLOTS, values_of(finding(user=user), SLOTS))
        assert made.startswith("# usermod --lock -- <account>\n#   a value is left out: it is an account of the system")


def test_an_account_has_no_domain() -> None:
    assert values_of(finding(), SLOTS).found["account"] == ("dev",)


CHAIN = {
    "kind": "process", "text": "-bash", "pid": 4000, "flagged": False,
    "children": [
        {
            "kind": "process", "text": "python3 -c import os", "pid": 4242, "flagged": True,
            "children": [
                {"kind": "connection", "text": "203.0.113.5:443 (c2.example.net)", "name": "to"},
                {"kind": "connection", "text": "[2001:db8::5]:8443", "name": "to", "outcome": "failed"},
                {"kind": "file", "text": "/tmp/new", "name": "Create"},
                {"kind": "file", "text": "/tmp/gone", "name": "Delete"},
                {"kind": "process", "text": "/bin/sh -i", "pid": 4300, "flagged": False, "children": []},
            ],
        },
        {"kind": "file", "text": "/tmp/of-bash", "name": "Create"},
    ],
}  # fmt: skip


def test_the_chain_of_its_own_process_gives_values() -> None:
    found = values_of(finding(chain=CHAIN), SLOTS).found
    assert found["remote_ip"] == ("203.0.113.5", "2001:db8::5", "198.51.100.23")
    assert found["remote_port"] == ("443", "8443")
    assert found["domain"] == ("c2.example.net",)
    assert found["written"] == ("/tmp/new",)
    assert found["children"] == ("/bin/sh -i",)
    assert found["connected"] == ("yes",)


@pytest.mark.parametrize(
    "product, outcome, connected", [("sysmon", "", None), ("sysmon", "failed", "no"), ("auditd", "", "yes")]
)
def test_whether_it_connected_is_said_only_where_the_sensor_says_it(
    product: str, outcome: str, connected: str | None
) -> None:
    step = {"kind": "connection", "text": "203.0.113.5:443", "name": "to", "outcome": outcome}
    own = {"kind": "process", "text": "python3 -c import os", "pid": 4242, "flagged": True, "children": [step]}
    assert values_of(finding(chain=own, product=product), SLOTS).found.get("connected", (None,)) == (connected,)


def test_a_chain_that_nests_without_end_is_walked_and_left() -> None:
    chain: dict[str, Any] = {"kind": "process"}
    for _ in range(50_000):
        chain = {"kind": "process", "children": [chain]}
    assert "written" not in values_of(finding(chain=chain), SLOTS).found


@pytest.mark.parametrize(
    "path, product, platform",
    [("/usr/bin/python3", "auditd", "linux"), ("C:\\py\\python.exe", "sysmon", "windows"), (None, "eslogger", "macos"),
     ("/Users/a/python3", "defender", "macos"), (None, "esxi", "esxi"), (None, "defender", None)],
)  # fmt: skip
def test_the_platform_is_known_by_product_or_path(path: str | None, product: str, platform: str | None) -> None:
    document = of(path=path, name="python3", command_line="python3")
    assert platform_of({**document, "parent": {}, "product": product}) == platform


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


@pytest.mark.parametrize(
    "data, message",
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 200_000, "not JSON"),
        (b"[]", "there is no list of findings in it"),
        (b'{"findings": {}}', "there is no list of findings in it"),
        (b'{"findings": [1]}', "finding 1 is not an object but int"),
    ],
)
def test_a_document_that_is_none_is_told(data: bytes, message: str) -> None:
    with pytest.raises(DamagedInput, match=re.escape(message)):
        read("-", SLOTS, BytesIO(data))


@pytest.mark.parametrize(
    "given, hint", [("-#2", "there are 1"), ("-#0", "there are 1"), ("missing.json", "hunt --json")]
)
def test_a_finding_that_is_not_there_is_told(given: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(given, SLOTS, BytesIO(json.dumps({"findings": [finding()]}).encode()))
    assert hint in (caught.value.hint or "")


def test_a_file_whose_name_ends_like_a_number_is_that_file(tmp_path: Path) -> None:
    file = tmp_path / "findings#2"
    file.write_text(json.dumps({"findings": [finding()]}), encoding="utf-8")
    assert read(str(file), SLOTS, BytesIO()).found["pid"] == ("4242",)
    assert read(f"{file}#1", SLOTS, BytesIO()).found["pid"] == ("4242",)


@pytest.mark.parametrize(
    "junk", [None, 1, "x", [], {}, [[]], {"indicators": 1}, {"indicators": [1, {"kind": "ip", "value": {}}]}]
)
def test_values_of_other_types_are_as_if_they_were_not_there(junk: object) -> None:
    keys = ("process", "parent", "program", "detections", "chain", "host", "user", "behaviours", "product")
    values = values_of(dict.fromkeys(keys, junk), SLOTS)
    assert "pid" not in values.found
    playbook_page.page(PLAYBOOK, values)
    guide_page.page(GUIDE, values)
    assert cacao_rules.faults(cacao.document(PLAYBOOK, values)) == []
