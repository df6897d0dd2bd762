"""Which fields the results of a subsearch can have, as far as its commands say: those that its terms will name."""

from __future__ import annotations

from antivenom.languages.spl import syntax
from antivenom.languages.spl.lowering.scope import match_stars, passes

_KEEPING = (
    syntax.SearchCommand, syntax.Where, syntax.Sort, syntax.Head, syntax.Tail, syntax.Reverse, syntax.Dedup,
    syntax.Regex, syntax.MakeMv, syntax.MvExpand, syntax.NoMv, syntax.MvCombine,
)  # fmt: skip
"""Commands that neither make nor take fields."""

_RENDERED = {"search", "query"}
"""Fields whose values are put in as terms of their own."""


def produced(search: syntax.Search) -> frozenset[str] | None:
    """The names of the fields; None where only rows say, or where their values are terms themselves."""
    names: frozenset[str] | None = None
    for command in search.commands:
        names = _after(command, names)
    if names is None or names & _RENDERED:
        return None
    return frozenset(name for name in names if not name.startswith("_"))


def _after(command: syntax.Command, names: frozenset[str] | None) -> frozenset[str] | None:
    match command:
        case syntax.Table(kept) | syntax.Fields(kept, False):
            return _kept(kept, names)
        case syntax.Stats(command="stats", terms=terms, by=by) | syntax.TStats(terms=terms, by=by):
            return frozenset({*(name.text for name in by), *(term.name for term in terms)})
        case syntax.Return(_, fields):
            plain = {field.alias for field in fields}
            return None if None in plain else frozenset(name for name in plain if name is not None)
        case syntax.Rename(pairs) if names is not None:
            return _renamed(pairs, names)
        case syntax.Eval(assignments) if names is not None:
            made = frozenset(assignment.name.text for assignment in assignments)
            return None if any("{" in name for name in made) else names | made
        case _:
            return names if isinstance(command, _KEEPING) else None


def _kept(kept: tuple[syntax.Name, ...], names: frozenset[str] | None) -> frozenset[str] | None:
    plain = frozenset(name.text for name in kept if not name.wild)
    wild = [name.text for name in kept if name.wild]
    if not wild:
        return plain
    if names is None:
        return None
    return plain | frozenset(name for name in names if any(passes(name, pattern) for pattern in wild))


def _renamed(pairs: tuple[tuple[syntax.Name, syntax.Name], ...], names: frozenset[str]) -> frozenset[str]:
    found = set(names)
    for old, new in pairs:
        for name in names:
            caught = match_stars(name, old.text)
            if caught is None:
                continue
            found.discard(name)
            pieces = new.text.split("*")
            found.add("".join(a + b for a, b in zip(pieces, (*caught, ""), strict=False)))
    return frozenset(found)
