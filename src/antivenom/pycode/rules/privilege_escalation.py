"""Becoming root."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.commands import opens_shell
from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.rules.kit import (
    Case,
    Rule,
    Seen,
    address_of,
    mode_of,
    of_traits,
    path_role,
    shown,
    url_of,
    words_of,
)

_GRANTS = re.compile(
    r"^/etc/(?:sudoers|passwd|shadow|group|pam\.d)\b|/proc/sys/kernel/core_pattern|/release_agent$|/notify_on_release$|"
    r"/proc/sys/kernel/modprobe|/sys/kernel/uevent_helper|TCC\.db"
)
_HOST = re.compile(r"core_pattern|release_agent|notify_on_release|/modprobe|uevent_helper")
_ASKS = re.compile(r"^\s*(?:\S*/)?(?:su|sudo|doas|passwd)\b")


def check(case: Case) -> Iterator[Seen]:
    """setuid(0) and its kin; shells that keep the file owner's rights; setuid bits."""
    roots = [fact for fact in case.of("identity") if fact.role("id") == 0]
    if roots:
        starts = case.of("process")
        shells = case.hosted and case.found is not None and any(opens_shell(list(one)) for one in case.found.siblings)
        score = 86 if starts or shells else 60
        yield Seen(
            score,
            "It makes itself root" + (" and starts something as root." if starts or shells else "."),
            (roots[0], *starts[:1]),
        )
    for fact in case.of("process"):
        if opens_shell(words_of(fact)) == "privileged":
            yield Seen(84, "It starts a shell that keeps the rights of the file's owner (-p).", (fact,))
    for fact in case.of("chmod"):
        mode = fact.role("mode")
        if isinstance(mode, int) and mode & 0o6000:
            yield Seen(84, f"It sets a setuid bit on {path_role(fact) or 'a file'}.", (fact,))
    for fact in case.of("open", "write", "copy", "move", "link"):
        path = text_of(fact.role("target")) or path_role(fact)
        if (fact.kind != "open" or set(mode_of(fact)) & set("wax+")) and _GRANTS.search(path):
            if _HOST.search(path):
                yield Seen(
                    84, f"It makes the kernel start a program outside the container ({path}).", (fact,), ("T1611",)
                )
            else:
                yield Seen(84, f"It changes who may become root ({path}).", (fact,), ("T1548.003",))
    for fact in case.of("set environment"):
        if text_of(fact.role("name")) in ("LD_PRELOAD", "LD_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES") and case.of(
            "process"
        ):
            library = text_of(fact.role("value"))
            yield Seen(
                60, f"It makes the next program load {library or 'a library of its choice'}.", (fact,), ("T1574.006",)
            )
    for fact in case.of("container"):
        volumes = fact.role("volumes")
        if fact.role("privileged") is True or (isinstance(volumes, dict) and "/" in volumes):
            yield Seen(84, "It starts a container that holds the host's whole file system.", (fact,), ("T1611",))
    for fact in case.of("fetch"):
        if "docker.sock" in url_of(fact):
            data = str(fact.role("data"))
            yield Seen(
                84 if "Privileged" in data or "'/:" in data else 40,
                "It talks to the container engine's socket.",
                (fact,),
                ("T1611",),
            )
    for fact in case.of("connect"):
        if address_of(fact).host.endswith("docker.sock") or str(fact.role("address")).endswith("docker.sock"):
            yield Seen(66, "It talks to the container engine's own socket, whose owner is root.", (fact,), ("T1611",))
    for fact in case.of("process"):
        if text_of(fact.role("-")) == "runas" or "runas" in [text_of(one) for one in fact.args[:5]]:
            yield Seen(46, "It asks Windows to run a program elevated (runas).", (fact,), ("T1548.002",))
    terminals = case.of("pty")
    for fact, text, _ in case.commands():
        if terminals and _ASKS.match(text):
            fed = any(isinstance(one.role("data"), (str, bytes)) for one in case.of("write", "input"))
            yield Seen(
                82 if fed else 62,
                f"It gives {shown(text, 60)} a terminal, so that a password can be fed to it.",
                (terminals[0], fact),
            )
    yield from of_traits(case, "privilege_escalation")


RULE = Rule(
    id="privilege_escalation",
    title="Privilege escalation",
    attack=(
        "T1548",
        "T1068",
    ),
    why="Root owns the host.",
    bad="os.setuid(0); os.system('/bin/sh')",
    good="os.setuid(1000)",
    references=("https://gtfobins.github.io/gtfobins/python/#capabilities",),
    wakes=frozenset(
        {
            "identity",
            "process",
            "chmod",
            "set environment",
            "found:embedded",
            "open",
            "write",
            "copy",
            "move",
            "link",
            "connect",
            "container",
            "fetch",
            "pty",
        }
    ),
    check=check,
)
