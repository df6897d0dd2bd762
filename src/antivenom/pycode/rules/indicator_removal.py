"""Traces that are removed."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.rules.kit import Case, Rule, Seen, mode_of, of_traits, path_role
from antivenom.pycode.rules.paths import log


def check(case: Case) -> Iterator[Seen]:
    """Histories and logs that are emptied or deleted; a program that deletes itself."""
    for fact in case.of("delete", "truncate", "delete tree", "timestamps"):
        path = text_of(fact.role("path")) or path_role(fact)
        meaning = log(path) if path else None
        if meaning is not None:
            yield Seen(meaning.score, f"It removes {meaning.what} ({path}).", (fact,), meaning.attack)
        elif fact.kind == "timestamps":
            there = path.startswith(("/usr/", "/bin/", "/sbin/", "/lib", "/etc/"))
            yield Seen(56 if there else 24, f"It sets the times of {path or 'a file'}.", (fact,), ("T1070.006",))
        elif fact.kind == "delete" and (any(one.name == "sys.argv" for one in fact.taint) or path in _own(case)):
            yield Seen(30, "It deletes itself or a file named on its command line.", (fact,), ("T1070.004",))
    for fact in case.of("open"):
        path = path_role(fact)
        if "w" in mode_of(fact) and (meaning := log(path)) is not None:
            yield Seen(meaning.score, f"It empties {meaning.what} ({path}).", (fact,), meaning.attack)
    yield from of_traits(case, "anti_forensics")


def _own(case: Case) -> tuple[str, ...]:
    return case.found.argv if case.found is not None else ()


RULE = Rule(
    id="indicator_removal",
    title="Indicator removal",
    attack=("T1070",),
    why="Cleared logs and histories hide what was done.",
    bad="open('/root/.bash_history', 'w').close()",
    good="os.remove('tmp.txt')",
    references=("https://attack.mitre.org/techniques/T1070/",),
    wakes=frozenset({"delete", "truncate", "delete tree", "timestamps", "open", "process"}),
    check=check,
)
