"""What a stream's native rows are made of: which events become rows, and how their fields are read."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from antivenom.tables import Event
from antivenom.vocabularies.mapping import Getter

TEXT = "*"
"""The column with the text of a whole event, for rules that look for words anywhere in it."""

TIME_COLUMN = "antivenom.time"
"""The column with an event's time."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """How events of one sort look in a stream.

    field    the getter of a column; it gives None where the event has no such field.
    columns  columns that are not read by `field`.
    when     whether an event is of the stream at all; None says always.
    each     the events, made from this one, that are a row each; None says just this one.
    """

    field: Callable[[str], Getter]
    columns: Mapping[str, Getter] = dataclasses.field(default_factory=dict)
    when: Callable[[Event], bool] | None = None
    each: Callable[[Event], Iterable[Event]] | None = None

    def getter(self, name: str) -> Getter:
        """How a column is read."""
        return self.columns.get(name) or self.field(name)

    def of(self, event: Event) -> Iterable[Event]:
        """The events that become rows."""
        if self.when is not None and not self.when(event):
            return ()
        return (event,) if self.each is None else self.each(event)


@dataclass(frozen=True, slots=True, eq=False)
class Native:
    """Events that are rows of a stream as they stand.

    product   the `Event.product` of them.
    kinds     their kinds, or None for all.
    channels  the channels they stand in, case folded, or None for all.
    """

    product: str
    kinds: frozenset[str] | None
    channels: frozenset[str] | None
    rows: Rows

    def takes(self, product: str, kind: str, channel: str) -> bool:
        """Whether such an event can be a row."""
        return (
            product == self.product
            and (self.kinds is None or kind in self.kinds)
            and (self.channels is None or channel in self.channels)
        )

    def needs(self, named: frozenset[str] | None) -> frozenset[str] | None:
        """The kinds a reader must deliver (as in `Need`), where `named` bounds event ids or record types."""
        if self.kinds is not None or named is None:
            return self.kinds
        return frozenset(name.upper() if self.product == "auditd" else f"*/{name}" for name in named)
