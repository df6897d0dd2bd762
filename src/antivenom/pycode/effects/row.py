"""What one row of the effects tables says."""

from __future__ import annotations

from typing import Any, NamedTuple


class Effect(NamedTuple):
    """What a call of a qualified name does.

    kind   the kind of fact it leaves.
    roles  the role of each positional argument; "-" for one that nobody asks about. A keyword argument of the same
           name has the role too, and `names` gives the roles of those named otherwise.
    makes  what kind of thing the call gives, for the methods called on it; "" for nothing that matters.
    fixed  roles whose value the name itself decides.
    """

    kind: str
    roles: tuple[str, ...]
    makes: str
    names: dict[str, str]
    fixed: dict[str, Any]


def effect(kind: str, roles: str = "", makes: str = "", names: str = "", **fixed: Any) -> Effect:
    """A row: roles as words by position, names as `keyword=role` words."""
    pairs = dict(pair.split("=") for pair in names.split())
    ordered = tuple(roles.split())
    return Effect(kind, ordered, makes, {**{role: role for role in ordered if role != "-"}, **pairs}, fixed)
