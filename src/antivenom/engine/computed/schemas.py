"""buildschema: the least schema that admits every value of a column of dynamics."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from antivenom.engine.computed import held
from antivenom.engine.computed.answers import shown
from antivenom.engine.computed.table import Computed

_INDEXER = "`indexer`"


@dataclass(slots=True)
class _Seen:
    """What was seen at one place: single types, and members by name (an array's elements under the indexer)."""

    types: list[str] = field(default_factory=list)
    members: dict[str, _Seen] = field(default_factory=dict)
    held: bool = False

    def see(self, value: Any) -> None:
        match value:
            case None:
                pass
            case dict():
                self.held = True
                self._see_members(value)
            case list():
                self.held = True
                self._see_elements(value)
            case _:
                name = _type_of(value)
                if name not in self.types:
                    self.types.append(name)

    def _see_members(self, value: dict[str, Any]) -> None:
        for name, member in value.items():
            self.members.setdefault(name, _Seen()).see(member)

    def _see_elements(self, value: list[Any]) -> None:
        for element in value:
            self.members.setdefault(_INDEXER, _Seen()).see(element)

    def shown(self) -> Any:
        """The schema: one type, or the container first and then the types."""
        container: list[Any] = [{name: seen.shown() for name, seen in self.members.items()}] if self.held else []
        found = [*container, *sorted(self.types)]
        return found[0] if len(found) == 1 else found


def _type_of(value: Any) -> str:
    match value:
        case bool():
            return "bool"
        case int():
            return "long"
        case float():
            return "double"
        case _:
            return "string"


def _schema_of(texts: list[str | None]) -> str | None:
    if not texts:
        return None
    seen = _Seen()
    for text in texts:
        if text is not None:
            seen.see(held.value(text))
    return shown(seen.shown())


ROWS = (Computed("kusto.schema_of", _schema_of, ("VARCHAR[]",), "VARCHAR"),)
