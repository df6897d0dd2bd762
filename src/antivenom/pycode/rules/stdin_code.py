"""Code that arrives through a pipe."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen


def check(case: Case) -> Iterator[Seen]:
    """Python that the command line pipes, or feeds as a here-document, into the interpreter."""
    found = case.found
    if found is None:
        return
    if found.kind == "stdin" and (found.remote or found.source):
        through = f" through {' and '.join(found.decoders)}" if found.decoders else ""
        yield Seen(30 if found.decoders else 16, f"The code is piped into the interpreter{through}.")


RULE = Rule(
    id="stdin_code",
    title="Code from standard input",
    attack=("T1059.006",),
    why="The interpreter's own command line shows nothing of what it runs.",
    bad="echo aW1wb3J0... | base64 -d | python3",
    good="python3 script.py < data.txt",
    references=("https://attack.mitre.org/techniques/T1059/006/",),
    wakes=frozenset({"found:stdin"}),
    check=check,
)
