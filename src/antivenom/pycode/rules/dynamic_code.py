"""Code that is run without standing in the program."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from antivenom.pycode.facts import Fact
from antivenom.pycode.rules.kit import Case, Rule, Seen, is_unknown, origins, taint_of_role

_SOURCES = (
    ("decrypt", 60, "bytes that it decrypts"),
    ("undecodable", 55, "bytes that could not be decoded"),
    ("environment", 52, "an environment variable"),
    ("argument", 24, "its arguments"),
    ("stdin", 24, "its standard input"),
    ("typed", 22, "what somebody types"),
    ("process", 40, "a command's output"),
    ("open", 12, "a file"),
    ("read", 12, "a file"),
)


def check(case: Case) -> Iterator[Seen]:
    """exec, eval and their kin on something that is not known before it runs."""
    for fact in case.of("execute"):
        code = fact.role("code")
        if fact.role("stored") or not is_unknown(code):
            continue
        taint = taint_of_role(fact, "code")
        for kind, score, words in _SOURCES:
            if origins(taint, kind):
                if kind == "undecodable" and not case.one_liner:
                    score = 30
                if kind == "environment" and not case.one_liner:
                    score = 24
                if kind == "environment" and any(_has_default(one) for one in origins(taint, kind)):
                    score = 30
                yield Seen(score, f"It runs code that it takes from {words}.", (*origins(taint, kind)[:1], fact))
                break
        else:
            if not origins(taint, "fetch", "receive", "download"):
                yield Seen(18, "It runs code that is put together while it runs.", (fact,))


def _has_default(fact: Fact) -> bool:
    """Whether a variable's value is given on the spot where it is not set."""
    node = fact.node
    return isinstance(node, ast.Call) and len(node.args) > 1


RULE = Rule(
    id="dynamic_code",
    title="Dynamic code",
    attack=(
        "T1059.006",
        "T1027",
    ),
    why="What exec runs is not in the program text: whoever controls the source controls the program.",
    bad="exec(os.environ['X'])",
    good="ast.literal_eval(text)",
    references=("https://attack.mitre.org/techniques/T1027/",),
    wakes=frozenset({"execute"}),
    check=check,
)
