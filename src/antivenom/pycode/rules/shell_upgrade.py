"""A terminal for a shell that has none."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.commands import is_shell
from antivenom.pycode.rules.kit import Case, Rule, Seen, command_text, shown, words_of


def check(case: Case) -> Iterator[Seen]:
    """pty.spawn of a shell."""
    for fact in case.of("process"):
        if not fact.role("pty"):
            continue
        words = words_of(fact)
        if words and is_shell(words[0]):
            yield Seen(
                84,
                f"It starts {shown(' '.join(words))} on a terminal of its own: what intruders do to a bare shell.",
                (fact,),
            )
        elif case.one_liner:
            yield Seen(24, f"It starts {shown(command_text(fact) or 'a program')} on a terminal of its own.", (fact,))


RULE = Rule(
    id="shell_upgrade",
    title="Shell upgrade (pty)",
    attack=(
        "T1059.006",
        "T1059.004",
    ),
    why="A reverse shell without a terminal cannot run sudo or an editor; this gives it one.",
    bad="import pty; pty.spawn('/bin/bash')",
    good="pexpect.run('ls')",
    references=("https://gtfobins.github.io/gtfobins/python/#shell",),
    wakes=frozenset({"process"}),
    check=check,
)
