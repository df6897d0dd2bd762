"""A native library loaded for what it does when it is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.rules.kit import Case, Rule, Seen
from antivenom.pycode.rules.paths import is_hidden, is_memory, is_writable

_NAMED = re.compile(
    r"^(?:lib[\w+.-]+\.(?:so(?:\.[\d.]+)?|dylib)|[\w+.-]+\.(?:dll|dylib|framework)|[\w+-]+)$", re.IGNORECASE
)
_SYSTEM = re.compile(
    r"^(?:/usr/|/lib|/opt/|/System/|/Library/|/nix/|[A-Za-z]:\\)|site-packages|dist-packages|conda|venv|[/\\]build[/\\]|\.local/lib",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Seen]:
    """A library by path, whose functions nobody calls: its constructor is what runs."""
    used = bool(case.of("foreign"))
    for fact in case.of("library"):
        path = text_of(fact.role("path"))
        if not path:
            continue
        if case.hosted:
            yield Seen(82, f"A host program is made to load {path}, which runs native code inside it.", (fact,))
        elif is_memory(path) or is_hidden(path):
            yield Seen(70, f"It loads the native library {path} from a place that hides it.", (fact,))
        elif not used and not _is_system(path):
            yield Seen(
                55 if case.one_liner else 25, f"It loads the native library {path} and calls nothing of it.", (fact,)
            )


def _is_system(path: str) -> bool:
    """Libraries by name, or in the folders where installed ones lie."""
    if is_writable(path):
        return False
    if "/" not in path and "\\" not in path:
        return _NAMED.match(path) is not None and path.lower() not in ("lib.so", "lib.dylib")
    return _SYSTEM.search(path) is not None


RULE = Rule(
    id="library_load",
    title="Loads a native library",
    attack=(
        "T1129",
        "T1574",
    ),
    why="Loading a library runs its constructor, with the rights of whoever loads it.",
    bad="ctypes.CDLL('/tmp/.x/lib.so')",
    good="ctypes.CDLL('libcudart.so.12')",
    references=(
        "https://attack.mitre.org/techniques/T1129/",
        "https://gtfobins.github.io/#+library%20load",
    ),
    wakes=frozenset({"library"}),
    check=check,
)
