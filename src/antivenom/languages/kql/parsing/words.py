"""Words that Kusto takes as names in brackets only, ['first'], by where they stand (as Microsoft's analyser says)."""

from __future__ import annotations

from antivenom.errors import QueryError
from antivenom.source import Span

_TYPES = (
    "boolean date datetime decimal double dynamic float int long real string time timespan uniqueid byte char uint"
    " ulong int16 int32 int64 uint8 uint16 uint32 uint64"
)
_NEVER = frozenset(
    f"{_TYPES} and or asc desc between like notlike first last project queries relaxed simple timeline union isfuzzy"
    " bagexpansion with_itemindex external_data has_any has_all startswith endswith hasprefix contains_cs".split()
)
_STATEMENTS = frozenset(
    "by contains has in of to set search find where print invoke as sample materialize toscalar title accumulate"
    " externaldata datatable".split()
)
MADE = _NEVER | {"kind", "with_source", "withsource", "true", "false"}
"""Words that a column or parameter is given as a name in brackets only."""
READ = _NEVER | _STATEMENTS
"""Words that a column is read by in brackets only."""
BOUND = MADE | READ
"""Words that a let or range makes a name of in brackets only."""


def bracketed(name: str, span: Span) -> QueryError:
    """The error for a bare word that must stand in brackets."""
    return QueryError(f"the name {name} must stand in brackets here", span=span, hint=f"write ['{name}']")
