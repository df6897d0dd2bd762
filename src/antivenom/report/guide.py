"""The investigation guide as a page of text or plain values, by itself or for one finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from antivenom.report import pages
from antivenom.response.cacao import described
from antivenom.response.fill import commands, query
from antivenom.response.model import Guide, Pivot, Question
from antivenom.response.values import Values

_TEMPLATE = "{{name}} stands for a value of the finding: give --finding FILE#N and it is filled in, quoted."


PARTS = ("questions", "decide", "explanations", "collect", "artefacts", "pivots")
"""The parts of the page, in order."""


def page(
    guide: Guide, values: Values | None = None, platforms: tuple[str, ...] = (), parts: tuple[str, ...] = ()
) -> str:
    """The page, or some parts; what to collect on `platforms`, or else on the finding's platform, or else on all."""
    chosen = platforms or ((values.platform,) if values and values.platform else ())
    lines = pages.title(guide.title) if parts else [*pages.title(guide.title), *pages.wrapped(guide.about), ""]
    lines += pages.about(guide.slots, values) if values else pages.wrapped(_TEMPLATE)
    for part in PARTS:
        if not parts or part in parts:
            lines += ["", *_part(part, guide, values, chosen)]
    return "\n".join(lines) + "\n"


def _part(part: str, guide: Guide, values: Values | None, chosen: tuple[str, ...]) -> list[str]:
    if part == "questions":
        questions = (
            line for i, one in enumerate(guide.questions, 1) for line in ("", *_question(i, one, guide, values))
        )
        return [*pages.title("QUESTIONS"), *questions]
    if part == "decide":
        return [*pages.title("DECIDE"), *_decisions(guide, values)]
    if part == "explanations":
        return [*pages.title("HARMLESS EXPLANATIONS, AND WHAT MUST BE TRUE"), *_explanations(guide)]
    if part == "collect":
        return [*pages.title("COLLECT, IN THIS ORDER"), *_collect(guide, values, chosen)]
    if part == "artefacts":
        return [*pages.title("WHAT PYTHON LEAVES"), *_artefacts(guide, chosen)]
    pivots = (line for one in guide.pivots for line in ("", *_pivot(one, guide, values)))
    return [*pages.title("PIVOTS"), *pivots]


def _question(number: int, question: Question, guide: Guide, values: Values | None) -> Iterator[str]:
    yield f"{number}. {question.ask}  [{question.id}]"
    if values:
        yield from pages.value_lines(question.values, guide.slots, values, 3)
    else:
        yield f"   values: {', '.join(question.values)}"
    yield "   look:"
    yield from pages.bullets(question.look, 5)
    yield "   means:"
    yield from pages.bullets(question.means, 5)
    if question.pivots:
        yield f"   pivots: {', '.join(question.pivots)}"


def _decisions(guide: Guide, values: Values | None) -> Iterator[str]:
    verdict = values.found.get("verdict", ("benign or none",))[0] if values else None
    for row in guide.decisions:
        mark = ">" if verdict is not None and verdict in row.verdict else " "
        yield from pages.wrapped(f"{mark} {row.verdict}: {row.context}", 0, 4)
        yield from pages.wrapped(f"{row.decision} Escalate: {row.escalate}. Within: {row.within}.", 4)


def _explanations(guide: Guide) -> Iterator[str]:
    for one in guide.explanations:
        yield from pages.wrapped(f"{one.who}: {one.looks}.", 2, 2)
        yield from pages.wrapped(f"Must be true: {one.check}", 4)


def _collect(guide: Guide, values: Values | None, chosen: tuple[str, ...]) -> Iterator[str]:
    for platform, text in guide.collect.items():
        if not chosen or platform in chosen:
            yield f"  {platform}:"
            yield from pages.code(commands(text, platform, guide.slots, values), 4)


def _artefacts(guide: Guide, chosen: tuple[str, ...]) -> Iterator[str]:
    for one in guide.artefacts:
        places = {name: where for name, where in one.places.items() if not chosen or name in chosen}
        if places:
            yield from pages.wrapped(f"{one.what}: {one.says}", 2, 2)
        for platform, where in places.items():
            yield f"    {platform}:"
            yield from (f"      {place}" for place in where)


def _pivot(pivot: Pivot, guide: Guide, values: Values | None) -> Iterator[str]:
    yield f"{pivot.title}  [{pivot.id}]"
    for language, text in (("kql", pivot.kql), ("spl", pivot.spl)):
        filled = query(text, language, guide.slots, values)
        yield f"   {language}:" if not filled.lacks else f"   {language}, to be completed:"
        for reason in filled.lacks:
            yield from pages.wrapped(f"«{reason}»", 5, 2)
        yield from pages.code(filled.text, 6)


def as_dict(guide: Guide, values: Values | None = None) -> dict[str, Any]:
    """The guide as plain values; with a finding, what it says and the filled-in commands and queries."""
    return {
        "title": guide.title,
        "about": guide.about,
        "finding": None if values is None else values.place,
        "platform": None if values is None else values.platform,
        "values": None if values is None else described(guide.slots, values),
        "questions": [
            {
                "id": one.id,
                "ask": one.ask,
                "values": list(one.values),
                "look": list(one.look),
                "means": list(one.means),
                "pivots": list(one.pivots),
            }
            for one in guide.questions
        ],
        "decisions": [
            {
                "verdict": one.verdict,
                "context": one.context,
                "decision": one.decision,
                "escalate": one.escalate,
                "within": one.within,
            }
            for one in guide.decisions
        ],
        "explanations": [{"who": one.who, "looks": one.looks, "check": one.check} for one in guide.explanations],
        "collect": {name: commands(text, name, guide.slots, values) for name, text in guide.collect.items()},
        "artefacts": [
            {"what": one.what, "says": one.says, "places": {k: list(v) for k, v in one.places.items()}}
            for one in guide.artefacts
        ],
        "pivots": [_pivot_as_dict(one, guide, values) for one in guide.pivots],
    }


def _pivot_as_dict(pivot: Pivot, guide: Guide, values: Values | None) -> dict[str, Any]:
    made: dict[str, Any] = {"id": pivot.id, "title": pivot.title}
    for language, text in (("kql", pivot.kql), ("spl", pivot.spl)):
        filled = query(text, language, guide.slots, values)
        made[language] = {"query": filled.text, "lacks": list(filled.lacks)}
    return made
