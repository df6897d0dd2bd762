"""A relay between two connections."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.evaluate.values import taint_of
from antivenom.pycode.rules.kit import Case, Rule, Seen, of_traits, origins, taint_of_role

_MODULES = frozenset({"pproxy", "proxy", "sshuttle", "shadowsocks", "mitmproxy", "rpyc"})


def check(case: Case) -> Iterator[Seen]:
    """What one socket receives is sent to another; proxies as modules."""
    for fact in case.of("send"):
        for source in origins(taint_of_role(fact, "data"), "receive"):
            mine, theirs = taint_of(fact.owner), taint_of(source.owner)
            if fact.owner is not source.owner and mine and theirs and not (mine & theirs):
                yield Seen(60, "It passes what one connection receives on to another: a tunnel.", (source, fact))
    for fact in case.of("connect"):
        chosen = origins(taint_of_role(fact, "address", "host"), "receive", "accept")
        if chosen and case.of("send"):
            yield Seen(60, "It connects to where the other end tells it to: a proxy.", (chosen[0], fact))
            break
    yield from of_traits(case, "tunnelling")
    found = case.found
    if found is not None and found.kind == "module" and found.target.split(".")[0] in _MODULES:
        yield Seen(30, f"It starts the proxy {found.target}.")


RULE = Rule(
    id="tunnelling",
    title="Tunnelling",
    attack=(
        "T1572",
        "T1090",
    ),
    why="A relay on a host inside opens the network behind it.",
    bad="import socket\na = socket.create_connection(('192.0.2.10', 443)); b = socket.create_connection(('10.0.0.5', 3389))\nwhile True: b.sendall(a.recv(4096)); a.sendall(b.recv(4096))",
    good="s.sendall(s.recv(4096))",
    references=("https://attack.mitre.org/techniques/T1572/",),
    wakes=frozenset({"send", "connect", "process", "found:module"}),
    check=check,
)
