"""A shell that waits for a connection."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen
from antivenom.pycode.rules.sockets import handed


def check(case: Case) -> Iterator[Seen]:
    """A listening socket's connections bound to standard input and output."""
    for one in handed(case):
        if one.listening:
            port = one.where.port or "a port"
            runs = one.runs or "its own input and output"
            score = 96 if one.shell else 88 if one.runs else 70
            yield Seen(score, f"It listens on port {port} and hands whoever connects to {runs}.", one.facts)


RULE = Rule(
    id="bind_shell",
    title="Bind shell",
    attack=("T1059.006", "T1059.004", "T1205"),
    why="A shell behind an open port lets anyone who reaches the port run commands.",
    bad="import os, socket, subprocess\ns = socket.socket(); s.bind(('', 4444)); s.listen(1); c, _ = s.accept()\nos.dup2(c.fileno(), 0); os.dup2(c.fileno(), 1); subprocess.call(['/bin/sh', '-i'])",
    good="s.bind(('', 0)); print(s.getsockname()[1])",
    references=("https://attack.mitre.org/techniques/T1059/006/",),
    wakes=frozenset({"dup2", "process"}),
    check=check,
)
