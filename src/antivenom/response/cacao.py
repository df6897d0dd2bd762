"""The playbook as CACAO 2.0 JSON (OASIS CACAO Security Playbooks 2.0, Committee Specification 01).

A step is an action for a person; where it has commands, a switch over the platform follows, with an action for each.
A step with a condition is the branch of an if-condition. Every branch ends in an end step of its own, as section 4
asks. Ids are UUIDs of version 5, so that two runs make the same document.

Commands name variables (`__pid__:value`) for what is not known; what a finding says stands in them already, quoted
for the shell. Whoever gives a variable its value quotes it: the variable's description says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from antivenom.response.fill import command_text, lack
from antivenom.response.model import QUOTED, Condition, Phase, Playbook, Slot, Step
from antivenom.response.quoting import SHELLS, Withheld
from antivenom.response.values import Values

_SPACE = uuid5(NAMESPACE_URL, "https://github.com/antivenom/antivenom/response")
_TYPES = {"windows": "powershell", "linux": "bash", "macos": "bash", "esxi": "ssh"}
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?")
_VARIABLE_TYPES = {"number": "integer", "epoch": "integer", "address": "string", "digest": "sha256-hash"}
Json = dict[str, Any]


def document(playbook: Playbook, values: Values | None = None) -> Json:
    """The playbook as a CACAO document, with the values of a finding where they are given."""
    base = _id("playbook", playbook.id)
    made = _Workflow(playbook, values, playbook.id)
    start = made.run()
    return {
        "type": "playbook",
        "spec_version": "cacao-2.0",
        "id": base if values is None else _id("playbook", playbook.id, _digest(values)),
        "name": playbook.title,
        "description": playbook.about,
        "playbook_types": ["detection", "investigation", "mitigation", "remediation"],
        "playbook_activities": sorted({step.activity for phase in playbook.phases for step in phase.steps}),
        "playbook_processing_summary": {"manual_playbook": False, "if_logic": True, "switch_logic": True},
        "created_by": _id("identity", "antivenom"),
        "created": _time(playbook.created),
        "modified": _time(playbook.modified),
        **({} if values is None else {"derived_from": [base]}),
        "labels": ["T1059.006", "python"],
        "external_references": _references(playbook),
        "playbook_variables": made.variables(),
        "workflow_start": start,
        "workflow": made.steps,
        "agent_definitions": made.agents(),
        "target_definitions": {made.target: made.target_definition()},
    }


def _id(type: str, *names: str) -> str:
    return f"{type}--{_uuid(*names, type)}"


def _uuid(*names: str) -> UUID:
    return uuid5(_SPACE, "\n".join(names))


def _digest(values: Values) -> str:
    return json.dumps([sorted(values.found.items()), sorted(values.more.items()), sorted(values.refused.items())])


def _time(text: str) -> str:
    """A time to the millisecond, as the specification asks."""
    whole, _, fraction = text.removesuffix("Z").partition(".")
    return f"{whole}.{fraction:0<3.3}Z"


def _references(playbook: Playbook) -> list[Json]:
    steps = [step for phase in playbook.phases for step in phase.steps]
    actions = sorted({action.id: action.title for step in steps for action in step.actions}.items())
    made: list[Json] = [{"name": url.split("/")[2], "url": url} for url in playbook.references]
    return [*made, *(_reference(id, title) for id, title in actions)]


def _reference(id: str, title: str) -> Json:
    page = f"RA_{id[2:]}_{title.lower().replace(' ', '_')}"
    return {
        "name": "RE&CT",
        "description": title,
        "external_id": id,
        "url": f"https://atc-project.github.io/atc-react/Response_Actions/{page}/",
    }


@dataclass(slots=True)
class _Workflow:
    """The steps as they are made, from the last to the first: a step must know the next."""

    playbook: Playbook
    values: Values | None
    seed: str
    steps: dict[str, Json] = field(default_factory=dict)
    target: str = ""

    def run(self) -> str:
        """Make all steps; the id of the start step."""
        self.target = _id("net-address", self.seed, "host")
        made: dict[str, Json] = {}
        end = _id("end", self.seed, "end")
        following = end
        for phase in reversed(self.playbook.phases):
            for step in reversed(phase.steps):
                part = self._step(phase, step, following)
                following = next(iter(part))
                made = {**part, **made}
        start = _id("start", self.seed, "start")
        self.steps = {start: {"type": "start", "on_completion": following}, **made, end: {"type": "end"}}
        return start

    def _step(self, phase: Phase, step: Step, following: str) -> dict[str, Json]:
        """The workflow steps of one step, the first of them first."""
        if step.when is None:
            return self._actions(phase, step, following)
        end = _id("end", self.seed, step.id, "when")
        branch = self._actions(phase, step, end)
        condition: Json = {
            "type": "if-condition",
            "name": step.when.asks,
            "description": step.when.tell,
            "condition": _expression(step.when),
            "on_true": next(iter(branch)),
            "on_completion": following,
        }
        return {_id("if-condition", self.seed, step.id): condition, **branch, end: {"type": "end"}}

    def _actions(self, phase: Phase, step: Step, following: str) -> dict[str, Json]:
        shells = self._shells(step, following) if step.commands else {}
        action = {
            "type": "action",
            "name": f"{phase.title}: {step.title}",
            "description": step.why,
            "external_references": [_reference(action.id, action.title) for action in step.actions],
            "commands": [{"type": "manual", "command": text, "playbook_activity": step.activity} for text in step.do],
            "agent": _id("group", self.seed, step.who),
            "on_completion": next(iter(shells), following),
        }
        if not action["external_references"]:
            del action["external_references"]
        return {_id("action", self.seed, step.id): action, **shells}

    def _shells(self, step: Step, following: str) -> dict[str, Json]:
        """A switch over the platform, and for each platform an action and an end."""
        cases: dict[str, str] = {}
        made: dict[str, Json] = {}
        for platform in step.commands:
            action, end = (_id(type, self.seed, step.id, platform) for type in ("action", "end"))
            cases[platform] = action
            made[action] = self._shell(step, platform, end)
            made[end] = {"type": "end"}
        switch: Json = {
            "type": "switch-condition",
            "name": f"{step.title}: by platform",
            "switch": "__platform__:value",
            "cases": cases,
            "on_completion": following,
        }
        return {_id("switch-condition", self.seed, step.id): switch, **made}

    def _shell(self, step: Step, platform: str, end: str) -> Json:
        text = command_text(step.commands[platform], platform, self.playbook.slots, self.values)
        return {
            "type": "action",
            "name": f"{step.title}: {platform}",
            "commands": [{"type": _TYPES[platform], "command": text, "playbook_activity": step.activity}],
            "agent": self._shell_agent(platform),
            "targets": [self.target],
            "on_completion": end,
        }

    def _shell_agent(self, platform: str) -> str:
        return _id("ssh" if platform == "esxi" else "security-category", self.seed, platform)

    def agents(self) -> dict[str, Json]:
        """Who does the steps: people by role, and what runs commands on a host."""
        people = {
            _id("group", self.seed, role): {"type": "group", "name": role, "description": text}
            for role, text in self.playbook.roles.items()
        }
        shells: dict[str, Json] = {
            self._shell_agent(platform): {
                "type": "security-category",
                "name": f"live response on {platform}",
                "description": "The response tool of the endpoint sensor, or a remote shell, with full rights.",
                "category": ["endpoint"],
            }
            for platform in ("windows", "linux", "macos")
        }
        esxi: Json = {"type": "ssh", "name": "shell of the ESXi host", "address": {"dname": ["__host__:value"]}}
        return {**people, **shells, self._shell_agent("esxi"): esxi}

    def target_definition(self) -> Json:
        """The host of the finding."""
        return {"type": "net-address", "name": "host of the finding", "address": {"dname": ["__host__:value"]}}

    def variables(self) -> dict[str, Json]:
        """Every value that commands and conditions may name."""
        return {f"__{slot.name}__": self._variable(slot) for slot in self.playbook.slots.values()}

    def _variable(self, slot: Slot) -> Json:
        made: Json = {"type": _VARIABLE_TYPES.get(slot.kind, "string"), "description": f"{slot.what}. {slot.get}"}
        if slot.kind in QUOTED:
            made["description"] += ". Quote it for the shell that reads it: an attacker chose it"
        value = _safe(slot, self.values)
        if value is not None:
            return {**made, "value": value, "constant": True}
        if self.values is not None:
            held = slot.name in self.values.found
            why = "what was recorded can stand in no command: see the finding" if held else lack(slot, self.values)
            made["description"] = f"{slot.what}: {why}"
        return {**made, "value": None, "external": True}


def _safe(slot: Slot, values: Values | None) -> str | None:
    """A slot's first value, where whoever puts it anywhere does no harm beyond forgetting to quote it."""
    found = values.found.get(slot.name) if values else None
    if not found:
        return None
    if slot.name == "host":
        return found[0] if _HOST.fullmatch(found[0]) else None
    try:
        for quote in SHELLS.values():
            quote(found[0])
    except Withheld:
        return None
    return found[0]


def _expression(condition: Condition) -> str:
    """A condition in the grammar of STIX patterns."""
    words = [f"'{word.replace(chr(92), chr(92) * 2).replace(chr(39), chr(92) + chr(39))}'" for word in condition.equals]
    left = f"__{condition.variable}__:value"
    return f"{left} = {words[0]}" if len(words) == 1 else f"{left} IN ({', '.join(words)})"


def described(slots: Mapping[str, Slot], values: Values) -> Json:
    """What a finding says for every slot, for JSON: its values, or why there are none and how to get one."""
    return {
        slot.name: list(values.found[slot.name]) if slot.name in values.found else {"lacks": lack(slot, values)}
        for slot in slots.values()
    }
