"""A finding's document as values: what is taken, what is refused, and documents that are none."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.errors import DamagedInput, UsageError
from antivenom.report import guide as guide_page
from antivenom.report import playbook as playbook_page
from antivenom.response import cacao, load
from antivenom.response.fill import SPARED, command_text, commands, evaluate, query
from antivenom.response.values import platform_of, read, values_of

from . import cacao_rules
from .findings import HOSTILE, finding, of

PLAYBOOK = load.playbook()
GUIDE = load.guide()
SLOTS = PLAYBOOK.slots


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


SERVICES = (
    "root", "web-01\\www-data", "NT AUTHORITY\\SYSTEM", "0", "33", "IIS APPPOOL\\Default Web", "_www", "daemon",
    "nobody",     "CORP\\WEB-01$", "svc$", "Window Manager\\DWM-1", "DWM-1", "UMFD-0", "NT SERVICE\\MSSQLSERVER",
    "AUTORITE NT\\Service réseau", "systemd-resolve", "NT-AUTORIT\ufffdT\\x", "S-1-5-80-1-2",
)  # fmt: skip


@pytest.mark.parametrize("user", SERVICES)
@pytest.mark.parametrize("step", ["lock-account", "lift"])
def test_no_command_locks_an_account_of_the_system_or_of_a_service(user: str, step: str) -> None:
    values = values_of(finding(user=user), SLOTS)
    texts = next(one for phase in PLAYBOOK.phases for one in phase.steps if one.id == step).commands
    for platform, text in texts.items():
        for made in (commands(text, platform, SLOTS, values), command_text(text, platform, SLOTS, values)):
            assert not re.search(
                r"usermod|ADAccount|LocalUser|pwpolicy|permission unset --id|terminate|<account>", made
            )
            assert made.splitlines().count(SPARED) == int("{{account}}" in text)
    assert "stop the service" in SPARED


@pytest.mark.parametrize(
    "user", ["CORP\\dev", "web-01\\dev", "CORP\\12345", "NT\\dev", "SALES-NT\\dev", "S-1-5-21-1-2-3-1104"]
)
def test_an_account_of_a_person_is_locked(user: str) -> None:
    made = commands("usermod --lock -- {{account}}", "linux", SLOTS, values_of(finding(user=user), SLOTS))
    assert made == f"usermod --lock -- '{user.split(chr(92))[-1]}'"


def test_the_account_of_a_service_is_asked_about_all_the_same() -> None:
    values = values_of(finding(user="web-01\\www-data"), SLOTS)
    assert query("T | where A =~ {{account}}", "kql", SLOTS, values).text == 'T | where A =~ "www-data"'


PRIVILEGED = {
    "yes": (
        "root", "web-01\\root", "0", "web-01\\0", "ROOT", "SYSTEM", "NT AUTHORITY\\SYSTEM", "NT-AUTORITÄT\\SYSTEM",
        "AUTORITE NT\\Système", "AUTORITE NT\\Syste\u0300me", "NT AUTHORITY\\SISTEMA", "AUTORIDADE NT\\SISTEMA",
        "ZARZĄDZANIE NT\\SYSTEM", "NT AUTHORITY\\СИСТЕМА", "NT-AUTORITÄT\\Netzwerkdienst", "S-1-5-18", "CORP\\WEB-01$",
        "NT SERVICE\\TrustedInstaller",
    ),
    "no": ("dev", "web-01\\dev", "1000", "web-01\\www-data", "IIS APPPOOL\\x", "S-1-5-21-1-2-3-500", "NT\\dev"),
    None: (
        "-", "unknown", "4294967295", "CORP\\OTHER$", "NT AUTHORITY\\JÄRJESTELMÄ", "NT-AUTORIT\ufffdT\\Dienst",
        "Syst?me", "Window Manager\\DWM-1", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("answer, user", [(answer, user) for answer, users in PRIVILEGED.items() for user in users])
def test_whether_it_ran_as_the_system_is_told_by_the_account(answer: str | None, user: str) -> None:
    process = {**finding()["process"], "user": user}
    values = values_of(finding(user=user, process=process), SLOTS)
    condition = next(one for one in PLAYBOOK.conditions if one.id == "privileged")
    assert values.found.get("privileged", (None,)) == (answer,)
    expected = None if answer is None else answer == "yes"
    assert evaluate(condition.variable, condition.equals, values) is expected


@pytest.mark.parametrize(
    "sid, answer", [("S-1-5-18", ("yes",)), ("S-1-5-21-1-2-3-1104", ("no",)), (0, ("yes",)), ({}, ())]
)
def test_the_number_of_the_account_tells_where_its_name_does_not(sid: object, answer: tuple[str, ...]) -> None:
    rows = [{"name": "Python", "row": {"AccountSid": sid}}, {"row": []}, 1]
    process = {**finding()["process"], "user": None}
    values = values_of(finding(user="CORP\\OTHER$", process=process, detections=rows), SLOTS)
    assert values.found.get("privileged", ()) == answer


@pytest.mark.parametrize(
    "user, answer", [("web-01\\ROOT", True), ("root", True), ("dev", False), ("0", None), ("S-1-5-18", None)]
)
def test_a_condition_on_the_user_compares_it_without_its_domain(user: str, answer: bool | None) -> None:
    assert evaluate("user", ("root",), values_of(finding(user=user), SLOTS)) is answer


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


KEYS = (
    "process", "parent", "program", "detections", "chain", "indicators", "kind", "value", "children", "text", "pid",
    "path", "command_line", "host", "user", "time", "row", "SHA256", "flagged", "name", "outcome", "product",
)  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(HOSTILE)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=30,
)


@settings(max_examples=20)
@given(document=st.dictionaries(st.sampled_from(KEYS), JSON, max_size=8))
def test_any_document_gives_pages_and_a_playbook_that_keeps_the_rules(document: dict[str, Any]) -> None:
    values = values_of(document, SLOTS)
    for page in (playbook_page.page(PLAYBOOK, values), guide_page.page(GUIDE, values)):
        assert all(line.isprintable() for line in page.split("\n"))
    assert cacao_rules.faults(cacao.document(PLAYBOOK, values)) == []
