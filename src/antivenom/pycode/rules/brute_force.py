"""Passwords that are tried one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.evaluate.values import Made, text_of
from antivenom.pycode.facts import Fact
from antivenom.pycode.rules.kit import Case, Rule, Seen, address_of, origins, taint_of_role, words_of

_ASKING = re.compile(r"^(?:\S*/)?(?:su|sudo|ssh|passwd|ftp|mysql|psql|login)\b")
_FIELD = re.compile(r"pass|pwd", re.IGNORECASE)
_LOGIN = re.compile(r"\bPASS\b|\bAUTH\b|\bLOGIN\b|password", re.IGNORECASE)


def check(case: Case) -> Iterator[Seen]:
    """Logins inside loops, and passwords fed to su or sudo."""
    for fact in case.of("connect", "login"):
        if fact.looped and _varies(case, fact):
            owner = fact.owner.fact if type(fact.owner) is Made else None
            at = fact if address_of(fact).host or owner is None else owner
            yield Seen(80, f"It tries passwords one after the other on {address_of(at)}.", (fact,))
            return
    for fact in case.of("fetch"):
        data = fact.role("data")
        if fact.looped and isinstance(data, dict) and any(_FIELD.search(str(key)) for key in data):
            yield Seen(64, "It sends one login form after the other.", (fact,))
            return
    for fact in case.of("input"):
        programs = [words_of(one)[:1] for one in case.of("process") if one in fact.taint]
        if fact.looped and any(word and _ASKING.match(word[0]) for word in programs):
            yield Seen(66, "It feeds one password after the other to a program that asks for one.", (fact,))
            return
    for fact in case.of("send"):
        if fact.looped and _LOGIN.search(text_of(fact.role("data")) or ""):
            yield Seen(62, "It sends one login after the other.", (fact,))
            return


def _varies(case: Case, fact: Fact) -> bool:
    """Whether the password is another one each time: several known ones, or lines of a file."""
    password = fact.role("password")
    if password is None or origins(fact.taint, "typed", "password prompt", "environment"):
        return False
    if origins(taint_of_role(fact, "password"), "open", "read"):
        return True
    if origins(taint_of_role(fact, "user"), "open", "read"):
        return True
    known = {
        (text_of(one.role("user")), text_of(one.role("password")))
        for one in case.of(fact.kind)
        if one.node is fact.node
    }
    return len(known) > 1


RULE = Rule(
    id="brute_force",
    title="Brute force",
    attack=("T1110",),
    why="Guessing passwords is slow by hand and quick in a loop.",
    bad="import paramiko\nfor p in ('root', 'toor'):\n    c = paramiko.SSHClient(); c.connect('192.0.2.10', username='root', password=p)",
    good="c.connect(host, username='me', password=pw)",
    references=("https://attack.mitre.org/techniques/T1110/",),
    wakes=frozenset({"connect", "login", "send", "fetch", "input"}),
    check=check,
)
