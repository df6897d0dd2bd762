"""The commands that contain a host: whom they let in, what they need before they change anything, and their undoing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from antivenom.response import load
from antivenom.response.fill import names_in

PLAYBOOK = load.playbook()
GUIDE = load.guide()
STEPS = {step.id: step.commands for phase in PLAYBOOK.phases for step in phase.steps}
ESXI = [text["esxi"] for text in (*STEPS.values(), GUIDE.collect) if "esxi" in text]
ADDRESSES = [("192.0.2.10", "ip", "iptables"), ("2001:db8::7", "ip6", "ip6tables")]


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder to be the only one that is searched for programs, with stand-ins that keep what they are given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("nft", "iptables-restore", "ip6tables-restore"):
        file = folder / name
        file.write_text(
            f'#!/bin/sh\n[ "$1" = --test ] || while read -r l; do echo "$l"; done > {tmp_path}/{name}.txt\n'
        )
        file.chmod(0o755)
    return folder


def _isolate(tools: Path, responder: str | None, *without: str) -> dict[str, list[str]]:
    """What each stand-in was given when the commands for Linux ran, by its name."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    for name in without:
        (tools / name).unlink()
    environment = {"PATH": str(tools), **({} if responder is None else {"RESPONDER": responder})}
    text = STEPS["isolate-host"]["linux"]
    # one command after another, as they are pasted: what fails does not stop what follows
    subprocess.run(
        [bash, "--norc", "-i"], input=text, env=environment, capture_output=True, text=True, timeout=20, check=False
    )
    return {file.stem: file.read_text(encoding="utf-8").splitlines() for file in tools.parent.glob("*.txt")}


@pytest.mark.parametrize("responder, family, tables", ADDRESSES)
def test_nft_lets_the_responder_in_before_anything_is_dropped(
    tools: Path, responder: str, family: str, tables: str
) -> None:
    given = _isolate(tools, responder)
    assert list(given) == ["nft"]
    rules = "\n".join(given["nft"])
    assert rules.count("{") == rules.count("}")
    for chain, side, interface in (("ir_in", "saddr", "iifname"), ("ir_out", "daddr", "oifname")):
        line = next(one for one in given["nft"] if one.startswith(f"chain {chain} "))
        assert re.search(f"policy drop; {family} {side} {responder} accept; {interface} lo accept; icmpv6 type", line)
    assert "hook forward" in rules


@pytest.mark.parametrize("responder, family, tables", ADDRESSES)
def test_without_nft_both_families_are_closed_and_the_responder_comes_first(
    tools: Path, responder: str, family: str, tables: str
) -> None:
    given = _isolate(tools, responder, "nft")
    assert set(given) == {"iptables-restore", "ip6tables-restore"}
    for name, lines in given.items():
        rules = [line for line in lines if line.startswith("-A ir_in")]
        assert rules[-1] == "-A ir_in -j DROP"
        assert (rules[0] == f"-A ir_in -s {responder} -j ACCEPT") == (name == f"{tables}-restore")
        assert lines[-4:] == ["-I INPUT -j ir_in", "-I OUTPUT -j ir_out", "-I FORWARD -j ir_through", "COMMIT"]


@pytest.mark.parametrize("without", [(), ("nft",)])
@pytest.mark.parametrize("responder", [None, ""])
def test_without_a_responder_no_rule_is_given(tools: Path, responder: str | None, without: tuple[str, ...]) -> None:
    for lines in _isolate(tools, responder, *without).values():
        assert lines == []


@pytest.mark.skipif(os.name != "posix" or not shutil.which("nft") or not shutil.which("unshare"), reason="no nft here")
@pytest.mark.parametrize("responder, family, tables", ADDRESSES)
def test_nft_itself_takes_the_rules_and_lifts_them(responder: str, family: str, tables: str) -> None:
    """In a network of its own, where a user may make one."""
    lift = "\n".join(line for line in STEPS["lift"]["linux"].splitlines() if not names_in(line))
    text = f"{STEPS['isolate-host']['linux']}\nnft list ruleset\n{lift}\necho lifted\nnft list ruleset\n"
    environment = {**os.environ, "RESPONDER": responder}
    done = subprocess.run(
        ["unshare", "-rn", "bash"], input=text, env=environment, capture_output=True, text=True, timeout=20, check=False
    )
    if "unshare failed" in done.stderr or "Operation not permitted" in done.stderr:
        pytest.skip("no network of its own here")
    before, _, after = done.stdout.partition("lifted\n")
    assert f"{family} saddr {responder} accept" in before
    assert after == ""


def test_windows_keeps_its_policy_before_it_changes_it_and_lets_the_responder_in_before_it_closes() -> None:
    text = STEPS["isolate-host"]["windows"]
    order = (
        "-as [ipaddress]", "Test-Path", "advfirewall export", "$LASTEXITCODE",
        "Get-NetFirewallRule -PolicyStore Persistent", "Set-Content", "New-NetFirewallRule",
        "Disable-NetFirewallRule", "Set-NetFirewallProfile",
    )  # fmt: skip
    places = [text.index(one) for one in order]
    assert places == sorted(places)
    assert "Read-Host" not in text, "it would take the next pasted line for its answer"
    lift = STEPS["lift"]["windows"]
    kept = re.search(r"advfirewall export (\S+)", text)
    assert kept is not None
    assert lift.index(f"advfirewall import {kept[1]}") < lift.index("Remove-NetFirewallRule")
    assert "NotConfigured" not in lift


@pytest.mark.parametrize("platform", ["linux", "macos", "esxi"])
def test_isolation_needs_a_responder(platform: str) -> None:
    text = STEPS["isolate-host"][platform]
    first = next(line for line in text.splitlines() if not line.startswith("#"))
    assert first.startswith(': "${RESPONDER:?')


def test_esxi_says_that_it_cannot_block_one_address_and_changes_nothing() -> None:
    text = STEPS["block-address"]["esxi"]
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert text.startswith("# no command of ESXi blocks one address: block it at the switch or the edge firewall")
    assert any("{{remote_ip}}" in line for line in lines)
    assert not any(re.search(r"\bset\b|\badd\b|\bdown\b", line) for line in lines)


@pytest.mark.parametrize("text", ESXI)
def test_esxi_commands_guess_no_datastore_and_use_what_its_busybox_has(text: str) -> None:
    assert "datastore1" not in text
    assert not re.search(r"find .* -ls\b", text)
    assert "exit" not in text.split(), "it would end the session it is pasted into"
    for line in text.splitlines():
        assert "$STORE" not in line
        assert not line.startswith("#") or "STORE" not in line


def test_what_isolates_keeps_where_it_is_written() -> None:
    for commands in (STEPS["keep-process"]["esxi"], GUIDE.collect["esxi"], STEPS["isolate-host"]["esxi"]):
        assert commands.index('"${STORE:?set it') < commands.index("${STORE:?}/")


UNDONE = [
    ("windows", "block-address", "# IR block", "notlike '* # IR block'"),
    ("windows", "block-address", "-DisplayName 'IR block'", "-DisplayName 'IR *' | Remove-NetFirewallRule"),
    ("windows", "isolate-host", "advfirewall export", "advfirewall import"),
    ("windows", "isolate-host", '"IR responder $way"', "-DisplayName 'IR *' | Remove-NetFirewallRule"),
    ("windows", "hold-process", "pssuspend64.exe -accepteula {{pid}}", "pssuspend64.exe -accepteula -r {{pid}}"),
    ("windows", "lock-account", "Disable-ADAccount", "Enable-ADAccount"),
    ("windows", "lock-account", "Disable-LocalUser", "Enable-LocalUser"),
    ("linux", "block-address", "ip route add blackhole {{remote_ip}}", "ip route del blackhole {{remote_ip}}"),
    ("linux", "isolate-host", "table inet ir {", "nft delete table inet ir"),
    ("linux", "isolate-host", "-I FORWARD -j ir_through", "INPUT:ir_in OUTPUT:ir_out FORWARD:ir_through"),
    ("linux", "hold-process", "kill -STOP {{pid}}", "kill -CONT {{pid}}"),
    ("linux", "lock-account", "usermod --lock", "usermod --unlock"),
    ("macos", "block-address", "/var/tmp/ir-block.conf", "mv /var/tmp/ir-block.conf"),
    ("macos", "isolate-host", "| tee -a /var/tmp/ir-pf.txt", "pfctl -f /etc/pf.conf\nsed -n 's/^Token : //p'"),
    ("macos", "hold-process", "kill -STOP {{pid}}", "kill -CONT {{pid}}"),
    ("macos", "lock-account", "disableuser", "enableuser"),
    ("esxi", "isolate-host", "allowedip add --ruleset-id sshServer", "allowedip remove --ruleset-id sshServer"),
    ("esxi", "isolate-host", "--allowed-all false", "sshServer --allowed-all true"),
    ("esxi", "isolate-host", "disable_ssh", "vim-cmd hostsvc/enable_ssh"),
    ("esxi", "isolate-host", "lockdown_mode_enter", "lockdown_mode_exit"),
    ("esxi", "isolate-host", "--default-action false --enabled true", "--default-action true"),
    ("esxi", "hold-process", "kill -STOP {{pid}}", "kill -CONT {{pid}}"),
    ("esxi", "lock-account", "permission unset", "permission set"),
]  # fmt: skip


@pytest.mark.parametrize("platform, step, done, undone", UNDONE)
def test_what_containment_does_is_lifted(platform: str, step: str, done: str, undone: str) -> None:
    assert done in STEPS[step][platform]
    assert undone in STEPS["lift"][platform]
