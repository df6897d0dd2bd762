"""The host made to work for somebody else, or until it stops."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, address_of, is_local, of_traits


def check(case: Case) -> Iterator[Seen]:
    """Miners, and loops that only start processes."""
    yield from of_traits(case, "resource_hijacking")
    answers = case.of("sleep", "receive", "accept", "open", "read")
    for fact in case.of("send"):
        where = address_of(fact)
        if fact.looped and not answers and fact.role("address") is not None and not is_local(where.host):
            yield Seen(52, f"It sends packets to {where} without end.", (fact,), ("T1498.001",))
            return
    for fact in case.of("fork"):
        if fact.looped and not case.of("process") and len(case.facts) <= 8 and case.one_liner:
            yield Seen(40, "It starts copies of itself without end.", (fact,), ("T1499.001",))
            return


RULE = Rule(
    id="resource_hijacking",
    title="Resource hijacking",
    attack=("T1496",),
    why="Miners pay somebody else with this host.",
    bad="os.system('./xmrig -o pool:3333')",
    good="os.fork()",
    references=("https://attack.mitre.org/techniques/T1496/",),
    wakes=frozenset({"process", "fork", "send"}),
    check=check,
)
