"""A shell to type into, started from Python or from a program that hosts it."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.commands import opens_shell
from antivenom.pycode.rules.kit import Case, Rule, Seen, of_traits, shown, words_of


def check(case: Case) -> Iterator[Seen]:
    """A process that is an interactive shell; for a host program, its own shell commands too."""
    root = any(fact.role("id") == 0 for fact in case.of("identity")) or "sudo" in _wrappers(case)
    for fact in case.of("process"):
        if fact.role("pty") or fact.role("input") is not None:
            continue
        words = words_of(fact)
        opened = opens_shell(words)
        if opened is None:
            continue
        score = 88 if opened == "privileged" or root else 84 if case.hosted else 80 if case.one_liner else 60
        keeps = ", keeping the rights of the file's owner" if opened == "privileged" else ""
        yield Seen(score, f"It opens a shell ({shown(' '.join(words))}){keeps}.", (fact,))
    yield from of_traits(case, "shell_escape")
    if case.hosted and case.found is not None:
        for words in case.found.siblings:
            if opens_shell(list(words)) is not None:
                yield Seen(
                    86,
                    f"The same command line makes {case.found.interpreter} open a shell ({shown(' '.join(words))}).",
                    tuple(case.facts[:1]),
                )


def _wrappers(case: Case) -> str:
    return " ".join(case.found.wrappers) if case.found is not None else ""


RULE = Rule(
    id="shell_escape",
    title="Opens a shell",
    attack=(
        "T1059.004",
        "T1059.006",
    ),
    why="Python and the programs that host it are used to step out of a restricted environment into a shell.",
    bad="os.execl('/bin/sh', 'sh', '-p')",
    good="subprocess.run(['sh', '-c', 'make'])",
    references=("https://gtfobins.github.io/#+shell",),
    wakes=frozenset({"process", "found:embedded"}),
    check=check,
)
