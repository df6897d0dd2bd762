"""Names that are put together so that no pattern finds them."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen
from antivenom.pycode.rules.layered_code import ACTIVE


def check(case: Case) -> Iterator[Seen]:
    """Module and attribute names from expressions; ways around the import system."""
    acts = [fact for fact in case.facts if fact.kind in ACTIVE]
    names = case.of("hidden name")
    if names:
        said = ", ".join(dict.fromkeys(str(fact.role("name"))[:40] for fact in names[:4]))
        yield Seen(
            56 if acts and case.one_liner else 24,
            f"It puts names together instead of writing them ({said}).",
            (names[0], *acts[:1]),
        )
    climbs = case.of("climb")
    if len({fact.name for fact in climbs}) >= 2:
        yield Seen(
            24 if not case.one_liner else 58 if acts else 52,
            "It climbs through the interpreter's own objects to reach what it does not import.",
            tuple(climbs[:3]),
        )


RULE = Rule(
    id="hidden_names",
    title="Hidden names",
    attack=("T1027",),
    why="A name that is computed can be read only by running the program, or by evaluating it.",
    bad="getattr(__import__('o' + 's'), 'sys' + 'tem')('id')",
    good="getattr(args, 'verbose', False)",
    references=("https://attack.mitre.org/techniques/T1027/",),
    wakes=frozenset({"hidden name", "climb"}),
    check=check,
)
