"""A text on the command line that is decoded and shown or kept."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.commands import opens_shell, traits
from antivenom.pycode.rules.kit import Case, Rule, Seen, shown

_LEAST = 24


def check(case: Case) -> Iterator[Seen]:
    """A literal of some length that turns into readable text, and is not code."""
    if not case.one_liner or any(layer.decodings for layer in case.layers):
        return
    if any(fact.role("decodings") for fact in case.facts):
        return
    for fact in case.of("decode"):
        data, result = fact.role("data"), fact.role("result")
        if not isinstance(data, (str, bytes)) or len(data) < _LEAST or not isinstance(result, (str, bytes)):
            continue
        shell = case.found is not None and any(opens_shell(list(words)) is not None for words in case.found.siblings)
        text = result if isinstance(result, str) else result.decode("utf-8", "replace")
        if text.isprintable() and len(text) >= _LEAST // 2:
            held = traits(text) if shell else []
            if shell and text.isprintable():
                score = max([62, *(trait.score for trait in held)])
                yield Seen(score, f"It decodes {fact.role('by')} and hands it to a shell: {shown(text, 80)}.", (fact,))
                return
            yield Seen(22, f"It decodes {fact.role('by')} into: {shown(text, 80)}.", (fact,))
            return


RULE = Rule(
    id="decoding",
    title="Decoding of a hidden text",
    attack=("T1140",),
    why="What is encoded on a command line is meant not to be read there.",
    bad="print(base64.b64decode('aHR0cDovLzE5Mi4wLjIuMTAvYS5weQ=='))",
    good="print(base64.b64encode(os.urandom(16)))",
    references=("https://attack.mitre.org/techniques/T1140/",),
    wakes=frozenset({"decode"}),
    check=check,
)
