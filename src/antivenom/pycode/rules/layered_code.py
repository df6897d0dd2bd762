"""Code or commands that are hidden in an encoding."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.facts import Fact
from antivenom.pycode.program import SUSPICIOUS
from antivenom.pycode.rules.kit import Case, Rule, Seen, address_of, command_text, is_local, origins, words_of

ACTIVE = frozenset(
    "connect bind fetch download process delete foreign memfd keyboard screen library send serve dup2 encrypt mail "
    "identity".split()
) | {"delete tree", "registry write", "remote command", "browser secrets"}
"""Kinds of fact that reach outside the program."""

_PASSED = frozenset({"environment", "pipe"})
_WEAK = frozenset({"environment", "characters", "pipe"})


def check(case: Case) -> Iterator[Seen]:
    """Layers that were opened after a decoding, and commands and addresses that were decoded."""
    for fact in case.of("execute", "unmarshal"):
        if origins(fact.taint, "decrypt") and not origins(fact.taint, "fetch", "receive", "download"):
            yield Seen(60, "Its code is encrypted, and decrypted while it runs.", (fact,))
        if origins(fact.taint, "undecodable"):
            yield Seen(
                55 if case.one_liner else 30, "Its code is hidden in an encoding that could not be undone.", (fact,)
            )
    if "layers" in case.ended:
        yield Seen(62, "Its code is hidden in more layers than are opened.")
    for layer in case.layers:
        steps = layer.decodings
        if not steps:
            continue
        inside = [fact for fact in case.facts if _within(case, fact.layer, layer.number) and _acts(fact)]
        opener = [fact for fact in case.of("execute") if fact.node is layer.node][:1]
        how = " inside ".join(reversed(list(dict.fromkeys(steps))))
        if inside:
            score = 82 if _grave(case, inside) else 62 + min(len(steps), 6)
            yield Seen(
                score,
                f"Its code is hidden in {how}, and what is hidden acts ({_doing(inside[0])}).",
                (*opener, inside[0]),
            )
        else:
            yield Seen(36 if set(steps) - _WEAK else 24, f"Its code is hidden in {how}.", tuple(opener))
    for fact in case.facts:
        steps = fact.role("decodings")
        if steps and fact.kind in ACTIVE and set(steps) - _PASSED and _readable(fact):
            yield Seen(
                82 if _grave(case, [fact]) else 60,
                f"What it uses is hidden in {' inside '.join(reversed(steps))} ({_doing(fact)}).",
                (fact,),
            )


def _readable(fact: Fact) -> bool:
    """Whether what was decoded is text: packets of a protocol are often written in hex."""
    data = fact.role("data")
    return not isinstance(data, (bytes, bytearray)) or data.decode("latin-1").isprintable()


def _grave(case: Case, facts: list[Fact]) -> bool:
    """Whether a command among these facts is suspicious by itself: hiding that is worse than either."""
    return any(found and found[0].score >= SUSPICIOUS for fact, _, found in case.commands() if fact in facts)


def _within(case: Case, number: int, outer: int) -> bool:
    at: int | None = number
    while at is not None:
        if at == outer:
            return True
        at = case.layers[at].parent
    return False


def _acts(fact: Fact) -> bool:
    """Whether a fact reaches outside the program: not into another copy of its own interpreter."""
    if fact.kind == "process":
        words = words_of(fact)
        return not (words and words[0].rsplit("/", 1)[-1].startswith("python"))
    if fact.kind == "bind" and is_local(address_of(fact).host):
        return False
    return fact.kind in ACTIVE and not (fact.kind == "dup2" and not fact.taint)


def _doing(fact: Fact) -> str:
    text = command_text(fact) if fact.kind == "process" else None
    return f"{fact.name}: {text[:80]}" if text else fact.name


RULE = Rule(
    id="layered_code",
    title="Layered code",
    attack=(
        "T1027",
        "T1140",
    ),
    why="Encodings hide code from people and from patterns. Decoded, it is judged by what it does.",
    bad="import base64; exec(base64.b64decode('aW1wb3J0IG9zO29zLnN5c3RlbSgnaWQnKQ=='))",
    good="json.loads(base64.b64decode(token))",
    references=("https://attack.mitre.org/techniques/T1027/",),
    wakes=frozenset(
        {"execute", "process", "fetch", "connect", "download", "found:stdin", "found:inline", "stored code"}
    ),
    check=check,
)
