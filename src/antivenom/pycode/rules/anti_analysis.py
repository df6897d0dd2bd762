"""Checks for whoever may be watching."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.rules.kit import Case, Rule, Seen, mode_of, of_traits, path_role

_HOSTS = re.compile(r"^/etc/hosts$|drivers\\+etc\\+hosts$", re.IGNORECASE)
_BLOCKS = re.compile(r"(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+\S*[\w-]+\.(?:com|net|org|io|cloud|example)\b", re.IGNORECASE)
_CALLS = frozenset(
    {"IsDebuggerPresent", "CheckRemoteDebuggerPresent", "NtQueryInformationProcess", "OutputDebugStringA"}
)


def check(case: Case) -> Iterator[Seen]:
    """Debugger checks, being traced, and looking for security products."""
    for fact in case.of("foreign"):
        if fact.name in _CALLS or (fact.name == "ptrace" and fact.args and fact.args[0] == 0):
            yield Seen(30, f"It checks whether it is being watched ({fact.name}).", (fact,))
    for fact in case.of("trace check"):
        yield Seen(24, "It checks whether it is being traced.", (fact,))
    for fact in case.of("open", "write"):
        if (fact.kind == "write" or set(mode_of(fact)) & set("wa+")) and _HOSTS.search(path_role(fact)):
            data = " ".join(text_of(one.role("data")) or "" for one in case.of("write"))
            yield Seen(
                56 if _BLOCKS.search(data) else 40,
                f"It changes which addresses names stand for ({path_role(fact)}).",
                (fact,),
                ("T1565.001", "T1562"),
            )
    yield from of_traits(case, "anti_analysis")
    yield from of_traits(case, "defense_evasion")


RULE = Rule(
    id="anti_analysis",
    title="Anti-analysis",
    attack=(
        "T1622",
        "T1497",
        "T1562",
    ),
    why="A program that looks for a debugger or a security product has something to hide.",
    bad="ctypes.windll.kernel32.IsDebuggerPresent()",
    good="sys.flags.debug",
    references=("https://attack.mitre.org/techniques/T1622/",),
    wakes=frozenset({"foreign", "trace check", "process", "open", "write"}),
    check=check,
)
