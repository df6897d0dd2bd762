"""What the shapes of Splunk rows are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from antivenom.tables import Event, FieldValue
from antivenom.vocabularies.mapping import Getter, TextGetter

INDEX, SOURCETYPE, VIA = "index", "sourcetype", "antivenom_via"

_NANOSECONDS = 1_000_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """How the rows of one kind of event look in Splunk.

    columns  fixed fields and those an add-on computes: name -> getter.
    field    the getter of any other field of the event; it is null where the event has none of that name.
    names    the names of all the other fields one event has.
    """

    columns: Mapping[str, Getter]
    field: Callable[[str], Getter]
    names: Callable[[Event], Iterable[str]]

    def getter(self, name: str) -> Getter:
        """The getter of any field; the mark of rows made through an activity is no field of an event."""
        return self.columns.get(name) or (nothing if name == VIA else self.field(name))


def seconds(event: Event) -> float | None:
    """`_time`: seconds since 1970."""
    return None if event.time is None else event.time / _NANOSECONDS


def raw(event: Event) -> str | None:
    """`_raw`."""
    return event.raw


def nothing(event: Event) -> None:
    """A field no event of the kind has."""
    return


def escaped(name: str, *, quotes: bool = False) -> TextGetter:
    """A field as it stands in XML text: an add-on's regular expression resolves no entity; "" is no field.

    Windows escapes `& < >` and leaves quotes; Sysmon for Linux writes `"` as `&quot;` too.
    """

    def get(event: Event) -> str | None:
        value = event.fields.get(name)
        if value.__class__ is not str:
            return _several(value, quotes)
        text: str = value
        if "&" in text or "<" in text or ">" in text or (quotes and '"' in text):
            return escape(text, quotes)
        return text or None

    return get


def _several(value: FieldValue, quotes: bool) -> str | None:
    if not isinstance(value, list):
        return None
    return "\n".join(escape(text, quotes) for text in value) or None


def escape(text: str, quotes: bool = False) -> str:
    """Text as XML holds it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quotes else text


def without_prefix(names: Iterable[str], prefix: str) -> Iterator[str]:
    """The names of an event's own fields: those that do not start so, and are not this view's mark."""
    return (name for name in names if not name.startswith(prefix) and name != VIA)
