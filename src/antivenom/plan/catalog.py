"""What a query may name: the schemas of tables, the texts of stored functions, the columns of lists. No rows."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from antivenom.source import SourceText
from antivenom.tables import Schema


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name a person most likely meant, if any is close (case aside)."""
    names = list(known)
    folded = {other.casefold(): other for other in names}
    if name.casefold() in folded:
        return folded[name.casefold()]
    close = difflib.get_close_matches(name.casefold(), list(folded), n=1, cutoff=0.75)
    return folded[close[0]] if close else None


def meant(name: str, known: Iterable[str]) -> str | None:
    """The hint that names what a person most likely meant, if any known name is close."""
    close = nearest(name, known)
    return f"did you mean {close}?" if close else None


@dataclass(frozen=True, slots=True)
class Catalog:
    """Table name -> schema, function name -> its text, watchlist -> its columns. Names are case-sensitive.

    `there` are the tables that hold something, which is what `*` stands for; None says all of them.
    """

    tables: Mapping[str, Schema]
    functions: Mapping[str, SourceText] = field(default_factory=dict)
    watchlists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    there: Collection[str] | None = None

    def names(self) -> list[str]:
        """The tables that hold something, in their order."""
        return [name for name in self.tables if self.there is None or name in self.there]

    def find(self, name: str) -> Schema | None:
        """The schema of exactly that table."""
        return self.tables.get(name)
