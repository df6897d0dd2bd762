"""The engine: a plan and the tables it reads in, an Arrow table out.

What runs plans is imported when it is first asked for: DuckDB and SQLGlot are slow to import, and the regular
expressions of this room, which profiles are made of, need neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from antivenom.engine.absent import absent_keys
    from antivenom.engine.rows_at_hand import discovery, schema_of
    from antivenom.engine.running import Limits, row_counts, run, run_relation, sql_of

__all__ = ["Limits", "absent_keys", "discovery", "row_counts", "run", "run_relation", "schema_of", "sql_of"]

_MODULES = {"absent_keys": "absent", "discovery": "rows_at_hand", "schema_of": "rows_at_hand"}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A public name of the engine, from the module that runs plans."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"antivenom.engine.{_MODULES.get(name, 'running')}"), name)
