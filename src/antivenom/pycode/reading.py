"""One command line, read to the end: the Python found, run through, judged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antivenom.pycode.budget import Budget, Spent
from antivenom.pycode.command import Found, find
from antivenom.pycode.evaluate import Evaluator
from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.facts import Fact
from antivenom.pycode.fingerprint import fingerprint
from antivenom.pycode.indicators import indicators
from antivenom.pycode.program import Indicator, Layer, Part, Place, Program, Sighting, place_of
from antivenom.pycode.rules import RULES, Case, Seen, woken
from antivenom.pycode.rules.kit import command_text, path_role, words_of

_MOST_NESTED = 3
"""How deep Python that starts Python is followed."""

_MOST_PLACES = 6
_CODE = re.compile(r"^[ \t\f]*(?:import|from)\s+\w|\bexec\s*\(|__import__\(", re.MULTILINE)
_SUFFIXES = (".py", ".pyw", ".pth")
_SHELLS = re.compile(r"ipython|IPython|jupyter|xonsh")
_MAGIC = re.compile(r"^([ \t]*)!{1,2}(.+)$", re.MULTILINE)
BROKE_OFF = "the reading broke off"
"""How a note begins that tells of a fault of the reading itself."""

ENDED = {
    "steps": "the evaluation was stopped after its budget of steps",
    "bytes": "the evaluation was stopped after its budget of bytes",
    "depth": "something nested too deeply was not followed to its end",
    "layers": "more layers than the budget allows were not opened",
    "facts": "more was done than is kept",
    "time": "the evaluation was stopped after its budget of time",
}
"""What the note of a budget that ran out says."""


def explain(
    command: str | Sequence[str],
    *,
    parent: str | Sequence[str] | None = None,
    platform: str | None = None,
    original_name: str | None = None,
    budget: Budget | None = None,
) -> Program:
    """Say what the Python on a command line does.

    command   one line as a sensor records it, or the argument list. parent: the parent's, for code that only it
              shows. platform: "windows", "linux" or "macos", guessed where it is not given. original_name: the
              file's own name in its version resource (Sysmon's OriginalFileName), for renamed interpreters.

    Never raises for what the line holds, and never runs, opens or connects to anything.
    """
    budget = budget or Budget()
    try:
        found = find(command, platform=platform, parent=parent, original_name=original_name, budget=budget)
    except Spent:
        found = []
    reader = _Reader(budget)
    for one in found:
        reader.read(one)
    return reader.program(command if isinstance(command, str) else " ".join(command))


def explain_source(
    text: str | bytes, *, name: str = "", argv: Sequence[str] = (), budget: Budget | None = None
) -> Program:
    """Say what a Python program does, from its text: a file that was found, code from another log.

    name: what to call it; where the file lies now says nothing about what it did, and is not judged. argv: sys.argv,
    where it is known.
    """
    budget = budget or Budget(steps=1_000_000, bytes=64_000_000, seconds=5.0)
    reader = _Reader(budget)
    given = text if isinstance(text, str) else text.decode("latin-1")
    reader.read(Found("script", given, argv=tuple(argv) or (name,)), raw=text)
    return reader.program(name or "(source)")


class _Reader:
    """What is known while the pieces of one line are read one after the other."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.parts: list[Part] = []
        self.cases: list[Case] = []
        self.evaluators: list[tuple[Evaluator, int]] = []
        self.seen: list[tuple[Sighting, ...]] = []
        self.notes: list[str] = []
        self.layers = 0

    def read(self, found: Found, depth: int = 0, raw: str | bytes | None = None, outer: Case | None = None) -> None:
        """Read one piece of Python and judge it; then what it starts itself."""
        self.parts.append(
            Part(found.kind, str(found.interpreter), str(found.target), found.wrappers, found.options, found.remote)
        )
        if found.notes:
            self.notes.extend(found.notes)
        source = found.source if raw is None else raw
        if isinstance(source, str) and "!" in source and _SHELLS.search(found.interpreter + " ".join(found.options)):
            source = _MAGIC.sub(_system, source)
        if isinstance(source, str) and "#012" in source and "\n" not in source:
            source = source.replace("#012", "\n")  # syslog's way to write a line break
        evaluator: Evaluator | None = None
        facts: list[Fact] = []
        if source:
            evaluator = self._evaluate(found, source)
            facts = evaluator.facts
        case = Case(
            found,
            facts,
            evaluator.layers if evaluator else (),
            evaluator.imports if evaluator else {},
            outer,
            self.budget.ended,
            evaluator is not None and evaluator.unread,
        )
        rules = woken(case)
        if rules:
            self.seen.append(self._judge(case, rules, evaluator))
        self.cases.append(case)
        if evaluator is not None:
            self.evaluators.append((evaluator, self.layers))
            self.layers += len(evaluator.layers)
            if depth < _MOST_NESTED and case.kinds:
                self._follow(case, depth)

    def _evaluate(self, found: Found, source: str | bytes) -> Evaluator:
        evaluator = Evaluator(self.budget, found.argv, found.env)
        evaluator.stdin = found.stdin
        try:
            evaluator.open(source, found.kind, decodings=found.decoders)
            if evaluator.funcs:
                evaluator.finish()
        except Spent:
            evaluator.unread = True
        except RecursionError:
            evaluator.unread = True
            self.budget.ended.append("depth")
        except Exception as error:  # the outermost edge: a fault here must not cost the lines around this one
            self.notes.append(f"{BROKE_OFF}: {type(error).__name__}")
        return evaluator

    def _follow(self, case: Case, depth: int) -> None:
        """Python that the program starts, or writes into a command."""
        for fact in case.of("write"):
            self._dropped(case, fact, depth)
        for fact in case.of("process", "remote command"):
            text = command_text(fact)
            if text is None or "py" not in text.lower():
                continue
            command: str | list[str] = text
            given = fact.role("command")
            if isinstance(given, (list, tuple)) and all(isinstance(one, str) for one in given):
                command = list(given)
            try:
                nested = find(command, budget=self.budget)
            except Spent:
                return
            for one in nested:
                if one.source is not None or one.remote is not None or one.kind == "install":
                    self.read(one, depth + 1, outer=case)
        for _fact, process, value in case.fed():
            words, code = words_of(process), text_of(value)
            if code and words and "py" in words[0].lower() and "-c" not in words:
                self.read(Found("stdin", code, "", tuple(words)), depth + 1, outer=case)

    def _dropped(self, case: Case, fact: Fact, depth: int) -> None:
        """Python that the program writes to a file, to be run by itself or by something else."""
        text = text_of(fact.role("data"))
        if text is None or not _CODE.search(text):
            return
        path = path_role(fact)
        if path.lower().endswith(_SUFFIXES) or case.of("process"):
            self.read(Found("script", text, target=path, wrappers=("write",)), depth + 1, outer=case)

    def _judge(self, case: Case, rules: Sequence[str], evaluator: Evaluator | None) -> tuple[Sighting, ...]:
        made: list[Sighting] = []
        for id in rules:
            rule = RULES[id]
            best: dict[str, Seen] = {}
            try:
                for seen in rule.check(case):
                    held = best.get(seen.saying)
                    if held is None or held.score < seen.score:
                        best[seen.saying] = seen
            except Exception as error:  # the same, for one rule
                self.notes.append(f"{BROKE_OFF} in {id}: {type(error).__name__}")
            for seen in sorted(best.values(), key=lambda one: -one.score)[:3]:
                places = self._places(seen, evaluator)
                made.append(
                    Sighting(rule.id, rule.title, min(seen.score, 100), seen.saying, seen.attack or rule.attack, places)
                )
        return tuple(made)

    def _places(self, seen: Seen, evaluator: Evaluator | None) -> tuple[Place, ...]:
        if evaluator is None:
            return ()
        made = []
        for fact in seen.facts[:_MOST_PLACES]:
            if fact.layer < len(evaluator.layers):
                place = place_of(fact.node, fact.layer, evaluator.layers[fact.layer].text)
                if place is not None:
                    made.append(place._replace(layer=place.layer + self.layers))
        return tuple(dict.fromkeys(made))

    def program(self, command: str) -> Program:
        """The whole, with its verdict."""
        sightings = sorted((one for seen in self.seen for one in seen), key=lambda one: -one.score)
        notes = list(self.notes)
        for evaluator, _ in self.evaluators:
            for layer in evaluator.layers:
                notes.extend(layer.repairs)
        notes.extend(ENDED[what] for what in dict.fromkeys(self.budget.ended) if what in ENDED)
        return Program(
            command,
            tuple(self.parts),
            tuple(dict.fromkeys(sightings)),
            _score(sightings),
            tuple(dict.fromkeys(notes)),
            self._late,
        )

    def _late(self) -> tuple[tuple[Layer, ...], tuple[Indicator, ...], str]:
        layers: list[Layer] = []
        for evaluator, first in self.evaluators:
            for one in evaluator.layers:
                parent = None if one.parent is None else one.parent + first
                how = "-c" if one.how == "inline" else one.how
                layers.append(Layer(one.number + first, parent, how, one.text, one.decodings, one.repairs))
        trees = [one.tree for evaluator, _ in self.evaluators for one in evaluator.layers]
        return tuple(layers), indicators(self.cases, layers), fingerprint(self.cases, trees)


def _system(match: re.Match[str]) -> str:
    """IPython's `!command` as the call that it is."""
    return f"{match.group(1)}get_ipython().system({match.group(2)!r})"


def _score(sightings: Sequence[Sighting]) -> int:
    """The strongest sighting's score, and a point for each other behaviour, never enough to change the verdict."""
    if not sightings:
        return 0
    top = sightings[0].score
    others = len({one.rule for one in sightings}) - 1
    ceiling = next((least - 1 for least in (20, 50, 80) if top < least), 100)
    return min(top + others, ceiling)
