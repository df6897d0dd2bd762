"""Commands on other hosts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.rules.kit import Case, Rule, Seen, address_of, of_traits

_REDIS = re.compile(r"config\s+set\s+dir\b|\bslaveof\b|\breplicaof\b|\bmodule\s+load\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Seen]:
    """Remote logins and commands, one host after the other, with a password on the line; attack libraries."""
    for fact in case.of("remote command"):
        hosts = [
            one
            for one in case.of("connect")
            if one.role("ssh") or one.role("winrm") or one.role("wmi") or one.role("smb")
        ]
        where = f" on {address_of(hosts[0])}" if hosts and address_of(hosts[0]).host else ""
        known = {address_of(one).host for one in hosts}
        many = fact.looped and any(one.looped for one in hosts) and (len(known) > 1 or known == {""})
        yield Seen(
            60 if many else 36,
            f"It runs commands{where or ' on another host'}" + (", host after host." if many else "."),
            (*hosts[:1], fact),
        )
    for name in case.imports:
        if name.split(".")[0] in ("impacket", "pypsrp", "smbexec", "crackmapexec", "nxc"):
            yield Seen(54, f"It uses {name.split('.')[0]}, a library for attacks on Windows networks.")
            break
    for fact in case.of("send"):
        if _REDIS.search(text_of(fact.role("data")) or ""):
            yield Seen(80, "It makes a Redis server write files or load code.", (fact,), ("T1210",))
    yield from of_traits(case, "lateral_movement")


RULE = Rule(
    id="lateral_movement",
    title="Lateral movement",
    attack=("T1021",),
    why="From one host to the next.",
    bad="import paramiko\nc = paramiko.SSHClient(); c.connect('192.0.2.10', username='root', password='x'); c.exec_command('id')",
    good="paramiko.SSHClient()",
    references=("https://attack.mitre.org/techniques/T1021/",),
    wakes=frozenset({"remote command", "connect", "process", "smb", "send"}),
    check=check,
)
