"""Reads and checks the response files of the catalogue; each fault is told with its place.

`response/` beside the detections holds values.yml, react.yml, playbook.yml and guide.yml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from antivenom.catalogue import BUNDLED, PLATFORMS
from antivenom.document import NAME, Node, nearest, parse, read_text
from antivenom.errors import DamagedInput
from antivenom.response.checks import check_commands, check_query
from antivenom.response.model import (
    KINDS,
    Action,
    Artefact,
    Condition,
    Decision,
    Explanation,
    Guide,
    Phase,
    Pivot,
    Playbook,
    Question,
    Slot,
    Step,
)
from antivenom.response.values import COMPUTED

ACTIVITIES = (
    "compose-content", "deliver-content", "identify-audience", "identify-channel", "scan-system", "match-indicator",
    "analyze-collected-data", "identify-indicators", "scan-vulnerabilities", "configure-systems", "restrict-access",
    "disconnect-system", "eliminate-risk", "revert-system", "restore-data", "restore-capabilities", "map-network",
    "identify-steps", "step-sequence", "prepare-engagement", "execute-operation", "analyze-engagement-results",
)  # fmt: skip
"""CACAO 2.0's vocabulary of playbook activities."""
PHASES = ("preparation", "identification", "containment", "eradication", "recovery", "lessons-learned")
"""The phases of a response in order, as RE&CT names its stages."""

T = TypeVar("T")

_SLOT = re.compile(r"[a-z][a-z0-9_]*")
_PATH = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
_ACTION = re.compile(r"RA[1-6][0-9]{3}")


def playbook(folder: Path | None = None) -> Playbook:
    """The playbook of a catalogue, the bundled one by default."""
    root = _root(folder)
    slots, actions = _slots(root), _actions(root)
    fields = document(root / "playbook.yml").fields(
        "a playbook",
        required=("id", "title", "about", "created", "modified", "references", "roles", "conditions", "phases"),
    )
    conditions = _unique(fields["conditions"], lambda item: _condition(item, slots), lambda one: one.id)
    roles = texts_of(fields["roles"])
    read = _Steps(slots, actions, {one.id: one for one in conditions}, roles)
    for name in ("created", "modified"):
        fields[name].time()
    phases = tuple(_phase(item, read) for item in fields.items("phases"))
    if tuple(phase.id for phase in phases) != PHASES:
        fields["phases"].wrong(f"expected the phases {', '.join(PHASES)}, in this order")
    return Playbook(
        id=fields["id"].id(),
        title=fields.text("title"),
        about=fields.text("about"),
        created=fields.text("created"),
        modified=fields.text("modified"),
        references=fields.texts("references"),
        roles=roles,
        slots=slots,
        conditions=conditions,
        phases=phases,
    )


def guide(folder: Path | None = None) -> Guide:
    """The investigation guide of a catalogue, the bundled one by default."""
    root = _root(folder)
    slots = _slots(root)
    fields = document(root / "guide.yml").fields(
        "a guide",
        required=(
            "title",
            "about",
            "questions",
            "collect",
            "artefacts",
            "pivots",
            "decisions",
            "explanations",
        ),
    )
    pivots = _unique(fields["pivots"], lambda item: _pivot(item, slots), lambda one: one.id)
    known = tuple(pivot.id for pivot in pivots)
    return Guide(
        title=fields.text("title"),
        about=fields.text("about"),
        slots=slots,
        questions=_unique(fields["questions"], lambda item: _question(item, slots, known), lambda one: one.id),
        collect=_commands(fields["collect"], slots),
        artefacts=tuple(map(_artefact, fields.items("artefacts"))),
        pivots=pivots,
        decisions=tuple(map(_decision, fields.items("decisions"))),
        explanations=tuple(map(_explanation, fields.items("explanations"))),
    )


def _root(folder: Path | None) -> Path:
    return (folder or BUNDLED) / "response"


def document(path: Path) -> Node:
    """The YAML in a file, known by its folder and name."""
    if not path.exists():
        hint = f"{path.parent} needs it: copy it from {BUNDLED / path.parent.name}, or leave --folder out"
        raise DamagedInput("there is no such file", origin=f"{path.parent.name}/{path.name}", hint=hint)
    return parse(read_text(path, f"{path.parent.name}/{path.name}"))


def _slots(root: Path) -> Mapping[str, Slot]:
    """The values that texts may ask for, by name."""
    made = {}
    for name, entry in document(root / "values.yml").entries().items():
        entry.key.matching(_SLOT, "a name of lower-case letters, digits and '_'")
        fields = entry.value.fields("a value", required=("kind", "what", "get"), optional=("from",))
        sources = tuple(map(_source, fields.items("from")))
        made[name] = Slot(name, fields["kind"].choice(KINDS), fields.text("what"), fields.text("get"), sources)
    return made


def _source(node: Node) -> str:
    """Where a value stands: parts joined by ` + `, each a path, `indicators.KIND`, `chain.WHAT` or `account.WHAT`."""
    for part in node.text().split(" + "):
        kind, _, name = part.partition(".")
        if kind in COMPUTED and name not in COMPUTED[kind]:
            node.wrong(f"the value {kind} has no {name!r}", nearest(name, COMPUTED[kind]))
        if not _PATH.fullmatch(part):
            node.wrong(f"expected a path such as process.pid, found {part!r}")
    return node.text()


def _actions(root: Path) -> Mapping[str, Action]:
    """The response actions of RE&CT that steps may name, by id."""
    made = {}
    fields = document(root / "react.yml").fields("react", required=("source", "actions"))
    for id, entry in fields["actions"].entries().items():
        entry.key.matching(_ACTION, "an id of RE&CT such as RA3101")
        made[id] = Action(id, entry.value.text())
    return made


def _condition(node: Node, slots: Mapping[str, Slot]) -> Condition:
    fields = node.fields("a condition", required=("id", "asks", "variable", "equals", "tell"))
    return Condition(
        id=fields["id"].matching(NAME, "an id"),
        asks=fields.text("asks"),
        variable=_slot(fields["variable"], slots),
        equals=fields.texts("equals"),
        tell=fields.text("tell"),
    )


class _Steps:
    """What the steps of a playbook may name."""

    def __init__(
        self,
        slots: Mapping[str, Slot],
        actions: Mapping[str, Action],
        conditions: Mapping[str, Condition],
        roles: Mapping[str, str],
    ) -> None:
        self.slots, self.actions, self.conditions, self.roles = slots, actions, conditions, roles
        self.seen: set[str] = set()


def _phase(node: Node, read: _Steps) -> Phase:
    fields = node.fields("a phase", required=("id", "title", "steps"))
    return Phase(
        fields["id"].choice(PHASES), fields.text("title"), tuple(_step(item, read) for item in fields.items("steps"))
    )


def _step(node: Node, read: _Steps) -> Step:
    fields = node.fields(
        "a step",
        required=("id", "title", "why", "do", "who", "activity", "react"),
        optional=("when", "commands"),
    )
    id_ = fields["id"].id()
    if id_ in read.seen:
        fields["id"].wrong(f"a step {id_!r} stands here twice")
    read.seen.add(id_)
    when, commands = fields.get("when"), fields.get("commands")
    return Step(
        id=id_,
        title=fields.text("title"),
        why=fields.text("why"),
        do=fields.texts("do"),
        who=fields["who"].choice(read.roles),
        activity=fields["activity"].choice(ACTIVITIES),
        actions=tuple(read.actions[item.choice(read.actions)] for item in fields.items("react")),
        when=read.conditions[when.choice(read.conditions)] if when else None,
        commands=_commands(commands, read.slots) if commands else {},
    )


def _commands(node: Node, slots: Mapping[str, Slot]) -> Mapping[str, str]:
    made = {}
    for platform, entry in node.entries().items():
        entry.key.choice(PLATFORMS)
        check_commands(entry.value, platform, slots)
        made[platform] = entry.value.text().rstrip("\n")
    return made


def _pivot(node: Node, slots: Mapping[str, Slot]) -> Pivot:
    fields = node.fields("a pivot", required=("id", "title", "kql", "spl"))
    for language in ("kql", "spl"):
        check_query(fields[language], slots)
    return Pivot(
        fields["id"].matching(NAME, "an id"), fields.text("title"),
        fields.text("kql").rstrip(), fields.text("spl").rstrip(),
    )  # fmt: skip


def _question(node: Node, slots: Mapping[str, Slot], pivots: tuple[str, ...]) -> Question:
    fields = node.fields("a question", required=("id", "ask", "values", "look", "means"), optional=("pivots",))
    return Question(
        id=fields["id"].matching(NAME, "an id"),
        ask=fields.text("ask"),
        values=tuple(_slot(item, slots) for item in fields.items("values")),
        look=fields.texts("look"),
        means=fields.texts("means"),
        pivots=tuple(item.choice(pivots) for item in fields.items("pivots")),
    )


def _slot(node: Node, slots: Mapping[str, Slot]) -> str:
    return node.choice(slots)


def _artefact(node: Node) -> Artefact:
    fields = node.fields("an artefact", required=("what", "says", "places"))
    places = {}
    for platform, entry in fields["places"].entries().items():
        entry.key.choice(PLATFORMS)
        places[platform] = entry.value.texts()
    return Artefact(fields.text("what"), fields.text("says"), places)


def _decision(node: Node) -> Decision:
    fields = node.fields("a decision", required=("verdict", "context", "decision", "escalate", "within"))
    return Decision(*(fields.text(key) for key in ("verdict", "context", "decision", "escalate", "within")))


def _explanation(node: Node) -> Explanation:
    fields = node.fields("an explanation", required=("who", "looks", "check"))
    return Explanation(fields.text("who"), fields.text("looks"), fields.text("check"))


def texts_of(node: Node) -> Mapping[str, str]:
    """A mapping of any keys to texts."""
    return {key: entry.value.text() for key, entry in node.entries().items()}


def _unique(node: Node, read: Callable[[Node], T], id_of: Callable[[T], str]) -> tuple[T, ...]:
    made: dict[str, T] = {}
    for item in node.items():
        one = read(item)
        if id_of(one) in made:
            item.wrong(f"the id {id_of(one)!r} stands here twice")
        made[id_of(one)] = one
    return tuple(made.values())
