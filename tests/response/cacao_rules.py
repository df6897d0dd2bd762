"""The rules of CACAO Security Playbooks 2.0 (OASIS Committee Specification 01) that a document can be checked by.

Sections: 3.1 playbook properties, 4.1 to 4.10 workflow steps, 5 commands, 7 agents and targets, 10.10 identifiers,
10.18 variables. Written from the specification; no JSON schema of it is on PyPI or npm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

ID = re.compile(r"([a-z][a-z0-9-]*[a-z0-9])--([0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
VARIABLE = re.compile(r"__[a-zA-Z][a-zA-Z0-9_-]{0,199}__")
USED = re.compile(r"(__[a-zA-Z][a-zA-Z0-9_-]*?__):value")
REQUIRED = ("type", "spec_version", "id", "name", "created_by", "created", "modified", "workflow_start", "workflow")
PROPERTIES = {
    *REQUIRED, "description", "playbook_types", "playbook_activities", "playbook_processing_summary", "revoked",
    "valid_from", "valid_until", "derived_from", "related_to", "priority", "severity", "impact", "industry_sectors",
    "labels", "external_references", "markings", "playbook_variables", "workflow_exception", "playbook_extensions",
    "authentication_info_definitions", "agent_definitions", "target_definitions", "extension_definitions",
    "data_marking_definitions", "signatures",
}  # fmt: skip
TYPES = {
    "attack", "detection", "engagement", "investigation", "mitigation", "notification", "prevention", "remediation",
}  # fmt: skip
COMMON = {"type", "name", "description", "external_references", "on_completion", "on_success", "on_failure"}
STEPS = {
    "start": (set(), set()),
    "end": (set(), set()),
    "action": ({"commands", "agent"}, {"targets", "in_args", "out_args"}),
    "if-condition": ({"condition", "on_true"}, {"on_false"}),
    "switch-condition": ({"switch", "cases"}, set()),
}
COMMANDS = {"manual", "bash", "powershell", "ssh"}
AGENTS = {"group": set(), "ssh": {"address"}, "security-category": {"category"}, "net-address": {"address"}}
CONDITION = re.compile(r"__\w+__:value (= '(\\.|[^'\\])*'|IN \('(\\.|[^'\\])*'(, '(\\.|[^'\\])*')*\))")


def faults(document: dict[str, Any]) -> list[str]:
    """What breaks a rule of the specification."""
    return [
        *_properties(document),
        *_variables(document),
        *_agents(document),
        *_workflow(document),
        *_references(document),
    ]


def _properties(document: dict[str, Any]) -> Iterator[str]:
    yield from (f"lacks {name}" for name in REQUIRED if name not in document)
    yield from (f"has no property {name}" for name in document if name not in PROPERTIES)
    if document["type"] != "playbook" or document["spec_version"] != "cacao-2.0":
        yield "is no CACAO 2.0 playbook"
    for key, type in (("id", "playbook"), ("created_by", "identity"), ("workflow_start", "start")):
        yield from _id(document[key], type)
    for parent in document.get("derived_from", ()):
        yield from _id(parent, "playbook")
    yield from (f"{key} is no time" for key in ("created", "modified") if not TIME.fullmatch(document[key]))
    if document["modified"] < document["created"]:
        yield "modified before created"
    yield from (f"no playbook type {name}" for name in document["playbook_types"] if name not in TYPES)
    activities = {c.get("playbook_activity") for s in document["workflow"].values() for c in s.get("commands", ())}
    if set(document["playbook_activities"]) != activities - {None}:
        yield "playbook_activities are not those of the commands"


def _id(text: object, type: str) -> Iterator[str]:
    match = ID.fullmatch(text) if isinstance(text, str) else None
    if match is None or match[1] != type or UUID(match[2]).version != 5:
        yield f"{text!r} is no identifier of a {type}"


def _variables(document: dict[str, Any]) -> Iterator[str]:
    for name, variable in document["playbook_variables"].items():
        if not VARIABLE.fullmatch(name):
            yield f"{name} is no name of a variable"
        if not set(variable) <= {"type", "description", "value", "constant", "external"} or "type" not in variable:
            yield f"{name} has other properties than a variable"
        if not isinstance(variable.get("value"), str | None):
            yield f"the value of {name} is no text"


def _agents(document: dict[str, Any]) -> Iterator[str]:
    for key in ("agent_definitions", "target_definitions"):
        for id, agent in document[key].items():
            yield from _id(id, agent["type"])
            allowed = {"type", "name", "description", *AGENTS[agent["type"]]}
            if not {"type", "name", *AGENTS[agent["type"]]} <= set(agent) <= allowed:
                yield f"{id} lacks a property or has one too many"


def _workflow(document: dict[str, Any]) -> Iterator[str]:
    for id, step in document["workflow"].items():
        required, optional = STEPS[step["type"]]
        yield from _id(id, step["type"])
        if not required <= set(step) <= COMMON | required | optional:
            yield f"{id}: lacks a property or has one too many"
        if (step["type"] == "end") == bool({"on_completion", "on_success"} & set(step)):
            yield f"{id}: an end has no next step, every other has one"
        if "on_completion" in step and {"on_success", "on_failure"} & set(step):
            yield f"{id}: on_completion excludes the others"
        if step["type"] == "if-condition" and not CONDITION.fullmatch(step["condition"]):
            yield f"{id}: {step['condition']} is no comparison"
        yield from _commands(id, step)
    start = document["workflow_start"]
    reached = _reach(document["workflow"], start)
    yield from (f"{id} is not reached" for id in document["workflow"] if id not in reached)
    yield from _branches(document["workflow"], start)


def _commands(id: str, step: dict[str, Any]) -> Iterator[str]:
    if step["type"] == "action" and not step["commands"]:
        yield f"{id}: no command"
    for command in step.get("commands", ()):
        if command["type"] not in COMMANDS:
            yield f"{id}: no command type {command['type']}"
        if not command.get("command"):
            yield f"{id}: an empty command"


def _next(step: dict[str, Any]) -> list[str]:
    return [step[key] for key in ("on_completion", "on_success", "on_failure") if key in step]


def _inner(step: dict[str, Any]) -> list[str]:
    return [step[key] for key in ("on_true", "on_false") if key in step] + list(step.get("cases", {}).values())


def _reach(workflow: dict[str, Any], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        id = waiting.pop()
        if id not in seen:
            seen.add(id)
            waiting += [*_next(workflow[id]), *_inner(workflow[id])]
    return seen


def _branches(workflow: dict[str, Any], start: str) -> Iterator[str]:
    """Every branch, and the whole, comes to an end step of its own, and to no step twice."""
    ends: list[str] = []
    waiting, seen = [start], set()
    while waiting:
        id = waiting.pop()
        while True:
            if id in seen:
                yield f"{id} is in two branches, or in a circle"
                break
            seen.add(id)
            waiting += _inner(workflow[id])
            if not _next(workflow[id]):
                ends.append(id)
                break
            id = _next(workflow[id])[0]
    yield from (f"{id} is no end" for id in ends if workflow[id]["type"] != "end")


def _references(document: dict[str, Any]) -> Iterator[str]:
    for id, step in document["workflow"].items():
        for other in (*_next(step), *_inner(step)):
            if other not in document["workflow"]:
                yield f"{id} leads to {other}, which is not there"
        if "agent" in step and step["agent"] not in document["agent_definitions"]:
            yield f"{id}: no agent {step['agent']}"
        yield from (f"{id}: no target {t}" for t in step.get("targets", ()) if t not in document["target_definitions"])
        for name in USED.findall(str(step)):
            if name not in document["playbook_variables"]:
                yield f"{id}: no variable {name}"
    known = {one.get("external_id") for one in document["external_references"]}
    for id, step in document["workflow"].items():
        for reference in step.get("external_references", ()):
            if reference["external_id"] not in known:
                yield f"{id}: the playbook does not repeat its reference {reference['external_id']}"
