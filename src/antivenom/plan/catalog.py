"""What tables a query may name: schemas only, no rows."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from antivenom.tables import Schema


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name a person most likely meant, if any is close (case aside)."""
    names = list(known)
    folded = {other.casefold(): other for other in names}
    if name.casefold() in folded:
        return folded[name.casefold()]
    close = difflib.get_close_matches(name.casefold(), list(folded), n=1, cutoff=0.75)
    return folded[close[0]] if close else None


@dataclass(frozen=True, slots=True)
class Catalog:
    """Table name -> schema. Names are case-sensitive."""

    tables: Mapping[str, Schema]

    def find(self, name: str) -> Schema | None:
        """The schema of exactly that table."""
        return self.tables.get(name)
