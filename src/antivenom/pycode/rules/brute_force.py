"""Passwords that are tried one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.rules.kit import Case, Rule, Seen, address_of

_FIELD = re.compile(r"pass|pwd", re.IGNORECASE)
_LOGIN = re.compile(r"\bPASS\b|\bAUTH\b|\bLOGIN\b|password", re.IGNORECASE)


def check(case: Case) -> Iterator[Seen]:
    """Logins inside loops, and passwords fed to su or sudo."""
    for fact in case.of("connect", "login"):
        if fact.looped and fact.role("password") is not None:
            yield Seen(80, f"It tries passwords one after the other on {address_of(fact)}.", (fact,))
            return
    for fact in case.of("fetch"):
        data = fact.role("data")
        if fact.looped and isinstance(data, dict) and any(_FIELD.search(str(key)) for key in data):
            yield Seen(64, "It sends one login form after the other.", (fact,))
            return
    for fact in case.of("send"):
        if fact.looped and _LOGIN.search(text_of(fact.role("data")) or ""):
            yield Seen(62, "It sends one login after the other.", (fact,))
            return


RULE = Rule(
    id="brute_force",
    title="Brute force",
    attack=("T1110",),
    why="Guessing passwords is slow by hand and quick in a loop.",
    bad="import paramiko\nfor p in ('root', 'toor'):\n    c = paramiko.SSHClient(); c.connect('192.0.2.10', username='root', password=p)",
    good="c.connect(host, username='me', password=pw)",
    references=("https://attack.mitre.org/techniques/T1110/",),
    wakes=frozenset({"connect", "login", "send", "fetch"}),
    check=check,
)
