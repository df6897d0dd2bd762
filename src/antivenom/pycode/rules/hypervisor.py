"""Virtual machines and their host."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, of_traits, path_role


def check(case: Case) -> Iterator[Seen]:
    """esxcli and vim-cmd, and files of virtual machines."""
    yield from of_traits(case, "hypervisor")
    for fact in case.of("walk", "open", "list"):
        if path_role(fact).startswith("/vmfs/volumes") and case.of("encrypt", "delete", "move", "write"):
            yield Seen(86, f"It changes the files of virtual machines under {path_role(fact)}.", (fact,), ("T1486",))


RULE = Rule(
    id="hypervisor",
    title="Hypervisor",
    attack=(
        "T1675",
        "T1529",
    ),
    why="Whoever holds the hypervisor holds every machine on it; ESXi ransomware is often Python.",
    bad="os.system('esxcli vm process kill --type=force --world-id=1')",
    good="connect.SmartConnect(host='vc')",
    references=("https://attack.mitre.org/techniques/T1675/",),
    wakes=frozenset({"process", "walk", "open", "list"}),
    check=check,
)
