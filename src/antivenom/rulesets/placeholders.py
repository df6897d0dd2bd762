"""Values for the placeholders of rules, from a YAML file: `Administrators: [alice, adm_*]`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from antivenom.document import parse, read_text


def read_placeholders(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Placeholder name, without its percent signs -> values, which may hold wildcards. Raises DamagedInput."""
    entries = parse(read_text(path)).entries()
    return {name.strip("%"): tuple(item.text() for item in entry.value.each()) for name, entry in entries.items()}
