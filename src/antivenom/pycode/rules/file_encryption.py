"""Files that are encrypted one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.evaluate.values import Made
from antivenom.pycode.facts import Fact
from antivenom.pycode.rules.kit import Case, Rule, Seen, mode_of, of_traits, origins, path_role, taint_of_role
from antivenom.pycode.rules.litter import is_litter, is_packed
from antivenom.pycode.rules.paths import is_holding, is_root


def check(case: Case) -> Iterator[Seen]:
    """Encryption of what a walk or listing of folders found, written back."""
    yield from of_traits(case, "file_encryption")
    encrypts = case.of("encrypt", "encrypt file")
    walks = case.of("walk", "list")
    writes = [fact for fact in case.of("open") if set(mode_of(fact)) & set("wa+")] + case.of("write")
    if encrypts and walks and (writes or encrypts[0].kind == "encrypt file"):
        moved = " and renames them" if case.of("move") else ""
        yield Seen(
            90, f"It encrypts the files it finds in folders{moved}: ransomware.", (walks[0], encrypts[0], *writes[:1])
        )
    elif walks and (changed := _changed(case)) is not None:
        score = 45 if is_litter(case, changed) else 82
        yield Seen(
            score, f"It changes the contents of every file it finds under {path_role(walks[0])}.", (walks[0], changed)
        )
    elif encrypts and walks:
        yield Seen(52, "It goes through folders and encrypts data.", (walks[0], encrypts[0]))


def _is_packing(write: Fact) -> bool:
    """Whether a write goes to a new name that ends as compressed files do."""
    opened = write.owner.fact if type(write.owner) is Made else None
    return opened is not None and is_packed(opened.role("path"))


def _changed(case: Case) -> Fact | None:
    """A write, to a file of a walk over somebody's or the system's tree, of what was read there."""
    for fact in case.of("write"):
        if _is_packing(fact):
            continue
        walks = origins(fact.taint, "walk", "list")
        named = [path for one in walks if (path := path_role(one))]
        tops = [path.split("*")[0].rstrip("/") or "/" for path in named]
        if any(is_root(top) or is_holding(top) for top in tops) and origins(
            taint_of_role(fact, "data"), "open", "read"
        ):
            return fact
    return None


RULE = Rule(
    id="file_encryption",
    title="Encryption of files",
    attack=("T1486",),
    why="Ransomware is a loop over files and a cipher.",
    bad="import os; from cryptography.fernet import Fernet\nf = Fernet(Fernet.generate_key())\nfor r, _, names in os.walk('/home'):\n    for n in names:\n        p = os.path.join(r, n); d = f.encrypt(open(p, 'rb').read()); open(p, 'wb').write(d)",
    good="Fernet(key).encrypt(b'token')",
    references=("https://attack.mitre.org/techniques/T1486/",),
    wakes=frozenset({"encrypt", "encrypt file", "write", "process"}),
    check=check,
)
