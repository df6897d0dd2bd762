"""Secrets that are read: passwords, keys, cookies, histories, metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.facts import Fact
from antivenom.pycode.rules.kit import Case, Rule, Seen, mode_of, of_traits, path_role, url_of
from antivenom.pycode.rules.paths import secret

_NAMES = re.compile(r"SECRET|PASSWORD|PASSWD|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIAL", re.IGNORECASE)
_METADATA = re.compile(r"169\.254\.169\.254|metadata\.google\.internal|169\.254\.170\.2|100\.100\.100\.200")
_PARSED = re.compile(r"\.kube/config|\.docker/config|\.netrc|\.pypirc|\.npmrc|\.my\.cnf|application_default")
"""Files that tools parse for what they need."""

_ROLE = re.compile(r"/iam/|security-credentials|identity/oauth2|service-accounts/|169\.254\.170\.2", re.IGNORECASE)
_STORES = {
    "browser secrets": (84, "a browser's cookies or passwords", "T1555.003"),
    "unprotect": (60, "what Windows keeps encrypted for the user", "T1555"),
    "keyring": (45, "the user's keyring", "T1555"),
    "credential store": (70, "the Windows credential manager", "T1555.004"),
    "shadow": (84, "the password hashes", "T1003.008"),
}


def check(case: Case) -> Iterator[Seen]:
    """Files that hold secrets, stores of secrets, the cloud's metadata service."""
    for fact in case.of("open", "copy", "move", "pack", "pack tree", "database", "archive", "walk", "list", "link"):
        yield from _file(case, fact)
    for kind, (score, what, attack) in _STORES.items():
        for fact in case.of(kind):
            yield Seen(score, f"It reads {what}.", (fact,), (attack,))
    for fact in case.of("fetch", "download"):
        url = url_of(fact)
        if _METADATA.search(url):
            yield Seen(
                66 if _ROLE.search(url) else 24,
                "It asks the cloud's metadata service, which hands out credentials.",
                (fact,),
                ("T1552.005",),
            )
    for fact in case.of("environment"):
        name = text_of(fact.role("name")) or ""
        if _NAMES.search(name):
            yield Seen(26, f"It reads the secret {name} from the environment.", (fact,), ("T1552.007",))
    for fact in case.of("foreign"):
        if fact.name in (
            "MiniDumpWriteDump",
            "LsaRetrievePrivateData",
            "CredEnumerateW",
            "CredEnumerateA",
            "SamConnect",
        ):
            yield Seen(84, f"It dumps credentials of Windows ({fact.name}).", (fact,), ("T1003.001",))
    yield from of_traits(case, "credential_access")


def _file(case: Case, fact: Fact) -> Iterator[Seen]:
    if fact.kind == "open" and set(mode_of(fact)) & set("wax"):
        return
    paths = [text_of(fact.role("source")) or ""] if fact.kind in ("copy", "move", "link") else [path_role(fact)]
    for path in paths:
        meaning = secret(path) if path else None
        if meaning is not None:
            yield Seen(
                _score(case, fact, meaning.score, path), f"It reads {meaning.what} ({path}).", (fact,), meaning.attack
            )


def _score(case: Case, fact: Fact, score: int, path: str) -> int:
    """The list of accounts is read by many; taken whole, it is taken for somebody."""
    if not case.one_liner and not case.of("send", "fetch", "mail"):
        return min(score, 55)
    if fact.kind != "open":
        return score
    taken = any(fact in one.taint for one in case.of("read", "write", "send", "fetch", "copy stream", "pack", "mail"))
    if path.endswith("/etc/passwd"):
        return score if taken else 30
    return score if taken or score < 60 or not _PARSED.search(path) else 55


RULE = Rule(
    id="credential_access",
    title="Credential access",
    attack=(
        "T1552.001",
        "T1003",
        "T1555",
    ),
    why="Passwords, keys and cookies let an intruder come back, and go on to other hosts.",
    bad="print(open('/etc/shadow').read())",
    good="open('/etc/hostname').read()",
    references=("https://attack.mitre.org/techniques/T1552/",),
    wakes=frozenset(
        {
            "open",
            "copy",
            "move",
            "pack",
            "pack tree",
            "database",
            "archive",
            "walk",
            "list",
            "link",
            "fetch",
            "download",
            "environment",
            "process",
            "browser secrets",
            "credential store",
            "foreign",
            "unprotect",
            "keyring",
            "shadow",
        }
    ),
    check=check,
)
