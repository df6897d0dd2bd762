"""antivenom: run published detections, unchanged, over raw logs, and find the Python an attacker ran.

The public door; everything else may change:

    open(*paths) -> Logs           log files and folders, read when asked
    query(text, language=...)      the result table of an SPL or KQL query
    hunt(logs, detections=None)    findings of the catalogue, highest score first
    errors                         AntivenomError and what is below it
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from antivenom import errors

if TYPE_CHECKING:
    from antivenom.findings import Finding
    from antivenom.hunting import hunt
    from antivenom.logs import Logs
    from antivenom.querying import query

__version__ = "0.1.0"
__all__ = ["Finding", "Logs", "errors", "hunt", "open", "query"]

_HOMES = {
    "Finding": "antivenom.findings",
    "Logs": "antivenom.logs",
    "hunt": "antivenom.hunting",
    "query": "antivenom.querying",
}


def open(*paths: str | Path, since: int | None = None, until: int | None = None) -> Logs:
    """Log files and folders; nothing is read yet. since and until: nanoseconds since 1970 UTC."""
    from antivenom.logs import Logs  # the engine is slow to import, the command line's help needs none of it

    return Logs(paths, since=since, until=until)


def __getattr__(name: str) -> Any:
    """Import what is asked for on first use."""
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module 'antivenom' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
