"""buildschema: the least schema that admits every value of a column of dynamics."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from antivenom.engine.computed import held
from antivenom.engine.computed.held import refused
from antivenom.engine.computed.table import Computed

_TYPED_TEXT = re.compile(r"\s*\d{4}-\d\d?-\d\d?|\s*-?(\d+\.)?\d\d?:\d\d|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-")
_INDEXER = "`indexer`"


@dataclass(slots=True)
class _Seen:
    """What was seen at one place: single types, and members by name (an array's elements under the indexer)."""

    types: list[str] = field(default_factory=list)
    members: dict[str, _Seen] = field(default_factory=dict)

    def see(self, value: Any) -> None:
        match value:
            case dict():
                self._see_members(value)
            case list():
                self._see_elements(value)
            case _:
                name = _type_of(value)
                if name not in self.types:
                    self.types.append(name)

    def _see_members(self, value: dict[str, Any]) -> None:
        if not value or _INDEXER in self.members:
            raise refused("buildschema of an empty bag, or of bags and arrays at one place")
        for name, member in value.items():
            self.members.setdefault(name, _Seen()).see(member)

    def _see_elements(self, value: list[Any]) -> None:
        if not value or (self.members and _INDEXER not in self.members):
            raise refused("buildschema of an empty array, or of bags and arrays at one place")
        for element in value:
            self.members.setdefault(_INDEXER, _Seen()).see(element)

    def shown(self) -> Any:
        """The schema: one type, or the container first and then the types."""
        if self.types != sorted(self.types):
            raise refused("buildschema whose types come in another order")
        container: list[Any] = [{name: seen.shown() for name, seen in self.members.items()}] if self.members else []
        found = [*container, *self.types]
        return found[0] if len(found) == 1 else found


def _type_of(value: Any) -> str:
    match value:
        case bool():
            return "bool"
        case int():
            return "long"
        case float():
            return "double"
        case str() if not _TYPED_TEXT.match(value):
            return "string"
        case _:
            raise refused("buildschema of null, or of a text that looks like a date, duration or guid")


def _schema_of(texts: list[str | None]) -> str | None:
    if not texts:
        return None
    seen = _Seen()
    for text in texts:
        if text is not None:
            seen.see(held.value(text))
    return json.dumps(seen.shown(), ensure_ascii=False, separators=(",", ":"))


ROWS = (Computed("kusto.schema_of", _schema_of, ("VARCHAR[]",), "VARCHAR"),)
