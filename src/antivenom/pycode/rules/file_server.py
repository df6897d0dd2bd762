"""A server that hands out files."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.evaluate.values import Ref, text_of
from antivenom.pycode.rules.kit import Case, Rule, Seen, address_of, is_local

_MODULES = {
    "http.server": "HTTP", "SimpleHTTPServer": "HTTP", "CGIHTTPServer": "HTTP", "pyftpdlib": "FTP", "uploadserver": "HTTP",
    "RangeHTTPServer": "HTTP", "ComplexHTTPServer": "HTTP", "updog": "HTTP", "impacket.smbserver": "SMB",
    "simple_http_server": "HTTP", "sauth": "HTTP",
}  # fmt: skip


def check(case: Case) -> Iterator[Seen]:
    """File servers as modules, and servers whose handler hands out files."""
    found = case.found
    if found is not None and found.kind == "module":
        name = found.target if found.target in _MODULES else found.target.split(".")[0]
        if name in _MODULES:
            where = " ".join(found.argv[1:4])
            yield Seen(26, f"It offers a folder over {_MODULES[name]} ({found.target} {where}).".replace(" )", ")"))
    for fact in case.of("serve"):
        handler = fact.role("handler")
        if type(handler) is Ref and handler.name.endswith(("SimpleHTTPRequestHandler", "CGIHTTPRequestHandler")):
            at = text_of(fact.role("bind")) or address_of(fact).host
            score = 26 if is_local(at) else 82 if case.hosted else 52 if case.one_liner else 26
            yield Seen(score, "It offers a folder over HTTP from code of its own.", (fact,))


RULE = Rule(
    id="file_server",
    title="File server",
    attack=(
        "T1105",
        "T1048",
    ),
    why="Developers share folders this way, and intruders bring tools in and take files out.",
    bad="python3 -m http.server 8000",
    good="python3 -m venv .venv",
    references=("https://attack.mitre.org/techniques/T1048/",),
    wakes=frozenset({"found:module", "serve"}),
    check=check,
)
