"""The playbook as a page of text, by itself or for one finding."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.report import pages
from antivenom.response.fill import commands, evaluate
from antivenom.response.model import Condition, Playbook, Step
from antivenom.response.values import Values

_TEMPLATE = "{{name}} stands for a value of the finding: --finding FILE#N fills it in, quoted for the shell."


def page(
    playbook: Playbook,
    values: Values | None = None,
    platforms: tuple[str, ...] = (),
    phases: tuple[str, ...] = (),
) -> str:
    """The page, or some phases of it; of commands those of `platforms`, or else of the finding's platform, or all."""
    chosen = platforms or ((values.platform,) if values and values.platform else ())
    lines = (
        pages.title(playbook.title) if phases else [*pages.title(playbook.title), *pages.wrapped(playbook.about), ""]
    )
    lines += pages.about(playbook.slots, values) if values else pages.wrapped(_TEMPLATE)
    number = 0
    for phase in playbook.phases:
        wanted = not phases or phase.id in phases
        lines += ["", *pages.title(phase.title.upper())] if wanted else []
        for step in phase.steps:
            number += 1
            lines += ["", *_step(number, step, playbook, values, chosen)] if wanted else []
    if not phases:
        lines += ["", *pages.title("WHO"), *_roles(playbook), "", *pages.title("REFERENCES")]
        lines += pages.bullets(playbook.references, 2)
    return "\n".join(lines) + "\n"


def _roles(playbook: Playbook) -> Iterator[str]:
    for role, text in playbook.roles.items():
        yield from pages.wrapped(f"{role}: {text}", 2, 2)


def _step(number: int, step: Step, playbook: Playbook, values: Values | None, chosen: tuple[str, ...]) -> Iterator[str]:
    yield f"{number}. {step.title}  [{step.id}]"
    yield from pages.wrapped(step.why, 3)
    yield f"   who: {step.who}"
    if step.when:
        yield from pages.wrapped(_condition(step.when, values), 3, 2)
    if step.actions:
        names = "; ".join(f"{action.id} {action.title}" for action in step.actions)
        yield from pages.wrapped(f"RE&CT: {names}", 3, 2)
    yield from pages.bullets(step.do, 3)
    for platform, text in step.commands.items():
        if not chosen or platform in chosen:
            yield f"   {platform}:"
            yield from pages.code(commands(text, platform, playbook.slots, values), 6)


def _condition(condition: Condition, values: Values | None) -> str:
    answer = evaluate(condition.variable, condition.equals, values)
    if values is None or answer is None:
        known = "" if values is None else " This finding does not say."
        return f"only if: {condition.asks}{known} {condition.tell}"
    held = ", ".join(pages.shown(value) for value in values.found[condition.variable])
    said = f"only if: {condition.asks} This finding: {'yes' if answer else 'no'} ({condition.variable}: {held})."
    return said if answer else f"{said} {condition.tell}"
