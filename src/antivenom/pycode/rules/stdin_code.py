"""Code that arrives through a pipe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from antivenom.pycode.rules.kit import Case, Rule, Seen


def check(case: Case) -> Iterator[Seen]:
    """Python that the command line pipes, or feeds as a here-document, into the interpreter."""
    found = case.found
    if found is None:
        return
    if found.kind == "stdin" and found.source is None and not found.remote and _hides(found):
        yield Seen(54, "The code is piped into the interpreter from a decoding that could not be undone.")
    if found.kind == "stdin" and (found.remote or found.source):
        through = f" through {' and '.join(found.decoders)}" if found.decoders else ""
        yield Seen(30 if found.decoders else 16, f"The code is piped into the interpreter{through}.")


_HIDES = re.compile(r"\b(?:openssl|perl|ruby|php|gpg|age|base64|base32|xxd|uudecode)\b")


def _hides(found: Any) -> bool:
    """Whether what stands before the pipe decodes or decrypts."""
    before = found.siblings[-1][0] if found.siblings and found.siblings[-1] else ""
    return bool(found.decoders) or _HIDES.search(before) is not None


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
