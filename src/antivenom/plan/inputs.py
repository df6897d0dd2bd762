"""Rows that stand in files outside of the logs: what a plan reads of them, before anyone looked for the files."""

from __future__ import annotations

from dataclasses import dataclass, field

from antivenom.errors import MissingInput
from antivenom.source import Span

EXTERNAL, WATCHLIST, PROFILES, PLACES, TABLE = "externaldata", "watchlist", "profiles", "places", "table"
LOOKUP = "look-up"


@dataclass(frozen=True, slots=True)
class Input:
    """A table a plan reads that is made of files the caller names.

    table    the name its Source has; all its columns are text.
    kind     what the files are: EXTERNAL, WATCHLIST, PROFILES, PLACES, TABLE or LOOKUP.
    names    the names the query gives them: addresses, a watchlist's alias, a function.
    columns  the columns read of them, in order.
    options  how they are to be read: name in lower case, value.
    dynamic  the columns whose values are JSON where the file has JSON.
    """

    table: str
    kind: str
    names: tuple[str, ...]
    columns: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()
    dynamic: frozenset[str] = frozenset()
    span: Span | None = field(default=None, compare=False)


def spellings(name: str) -> list[str]:
    """An address as it stands, without its secrets, and its last part: the names a file may be given under."""
    if "(" in name:
        return [name]
    plain = name.partition(";")[0].partition("?")[0]
    return list(dict.fromkeys((name, plain, plain.rstrip("/").rpartition("/")[2] or plain)))


_SAYS = {PROFILES: "what is known of files", PLACES: "where addresses are"}


def missing(one: Input, name: str) -> MissingInput:
    """The error for a file that nobody gave."""
    if one.kind == TABLE:
        table = name.rpartition(".")[2]
        hint = f"write {table} to read that of these logs, or give its rows: --file '{name}=PATH'"
        return MissingInput(
            f"{name} is a table of another place, and no file was given for it", span=one.span, hint=hint
        )
    if one.kind == LOOKUP:
        hint = f"--lookup {name}=FILE, or files= in Python"
        return MissingInput(f"the look-up {name} was not given", span=one.span, hint=hint)
    option = f"--watchlist {name}=FILE" if one.kind == WATCHLIST else f"--file '{spellings(name)[-1]}=PATH'"
    says = f"{name}() needs a file that says {_SAYS[one.kind]}" if one.kind in _SAYS else f"{one.kind} reads {name}"
    return MissingInput(f"{says}, and none was given", span=one.span, hint=f"{option}, or files= in Python")
