"""Checks for whoever may be watching."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, of_traits

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
    wakes=frozenset({"foreign", "trace check", "process"}),
    check=check,
)
