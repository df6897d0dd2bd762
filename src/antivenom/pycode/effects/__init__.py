"""What calls do: a row for each qualified name that matters. Adding one is a row in the table of its kind."""

from __future__ import annotations

from antivenom.pycode.effects import files, host, network, process
from antivenom.pycode.effects.row import Effect

EFFECTS: dict[str, Effect] = {**process.TABLE, **network.TABLE, **files.TABLE, **host.TABLE}
"""Qualified name -> what calling it does."""

MODULES: frozenset[str] = frozenset(name.rsplit(".", 1)[0] for name in EFFECTS if "." in name)
"""Modules and types that have rows: the only ones worth following into."""

__all__ = ["EFFECTS", "MODULES", "Effect"]
