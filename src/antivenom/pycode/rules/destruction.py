"""Data or systems that are wiped."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.evaluate.values import taint_of, text_of
from antivenom.pycode.rules.kit import (
    Case,
    Rule,
    Seen,
    mode_of,
    of_traits,
    path_role,
    taint_of_role,
    url_of,
    where_of_url,
)
from antivenom.pycode.rules.litter import is_litter
from antivenom.pycode.rules.paths import is_holding, is_root


def check(case: Case) -> Iterator[Seen]:
    """Whole trees deleted, disks overwritten, every file of a walk removed."""
    for fact in case.of("delete tree", "delete"):
        path = text_of(fact.role("path")) or ""
        if fact.kind == "delete tree" and is_root(path):
            yield Seen(88, f"It deletes everything under {path}.", (fact,))
        elif fact.kind == "delete tree" and is_holding(path):
            yield Seen(64, f"It deletes everything under {path}.", (fact,))
        walks = [one for one in taint_of_role(fact, "path") if one.kind in ("walk", "list")]
        for walk in walks:
            top = path_role(walk)
            if is_root(top.split("*")[0].rstrip("/") or top) or is_holding(top):
                litter = is_litter(case, fact)
                found = "temporary files and logs" if litter else "every file"
                yield Seen(45 if litter else 84, f"It deletes {found} it finds under {top}.", (walk, fact))
    for fact in case.of("open"):
        path = path_role(fact)
        if set(mode_of(fact)) & set("wa+") and path.startswith(
            ("/dev/sd", "/dev/nvme", "/dev/hd", "/dev/vd", "/dev/mmc", "\\\\.\\Physical")
        ):
            yield Seen(90, f"It writes to the disk {path} itself.", (fact,), ("T1561",))
        walks = [one for one in taint_of(fact.role("path")) if one.kind == "walk"]
        if walks and "w" in mode_of(fact) and is_root(path_role(walks[0])) and not case.of("encrypt"):
            yield Seen(82, f"It overwrites every file it finds under {path_role(walks[0])}.", (walks[0], fact))
    for fact in case.of("fetch"):
        if fact.role("method") == "DELETE" and (where_of_url(url_of(fact)).port == "9200" or fact.looped):
            yield Seen(62, f"It deletes what is stored at {url_of(fact)}.", (fact,))
    for fact in case.of("drop database"):
        yield Seen(82 if fact.looped else 45, f"It drops databases ({fact.name}).", (fact,))
    yield from of_traits(case, "destruction")


RULE = Rule(
    id="destruction",
    title="Destruction",
    attack=(
        "T1485",
        "T1561",
    ),
    why="Wiped data may be gone for good.",
    bad="import shutil; shutil.rmtree('/')",
    good="shutil.rmtree('build')",
    references=("https://attack.mitre.org/techniques/T1485/",),
    wakes=frozenset({"delete tree", "delete", "open", "process", "drop database", "fetch"}),
    check=check,
)
