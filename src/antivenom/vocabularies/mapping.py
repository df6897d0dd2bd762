"""What a vocabulary map is made of: getters that read one value of an event, and columns with their getters.

A getter never raises for what an event contains: what does not convert is None. `""` and `"-"` are what
Windows and Sysmon write where they know nothing, so the getters of this file give None for them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from antivenom.tables import Event

Getter = Callable[[Event], object]
"""Reads one value of an event: text, int (times in nanoseconds since 1970), list of text, or None."""

TextGetter = Callable[[Event], str | None]
NumberGetter = Callable[[Event], int | None]

_LONGEST_NUMBER = 40
_LONG = 1 << 63
_NOTHING = ("", "-")


@dataclass(frozen=True, slots=True, eq=False)
class ActivityMap:
    """How one kind of event becomes a row of an activity table; a column that is not named stays null.

    table    "process", "network", "file", "registry" or "module".
    columns  activity column -> getter.
    when     whether this event is such an activity at all; None says always.
    each     the events, made from this one, that are a row each; None says just this one.
    """

    table: str
    columns: Mapping[str, Getter]
    when: Callable[[Event], bool] | None = None
    each: Callable[[Event], Iterable[Event]] | None = None

    def rows_of(self, event: Event) -> Iterable[Event]:
        """The events that become rows, none where the event is no such activity."""
        if self.when is not None and not self.when(event):
            return ()
        return (event,) if self.each is None else self.each(event)


class Constant:
    """A getter that gives the same value for every event."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __call__(self, event: Event) -> object:
        """The value."""
        return self.value


def constant(value: object) -> Getter:
    """The same value for every event."""
    return Constant(value)


def time_of(event: Event) -> int | None:
    """The event's own time."""
    return event.time


def host_of(event: Event) -> str | None:
    """The machine that recorded the event."""
    return event.host


def code_of(event: Event) -> str:
    """The last part of the kind: "1" of "Microsoft-Windows-Sysmon/1"."""
    return event.kind.rpartition("/")[2]


def text_of(event: Event, name: str) -> str | None:
    """A field as one text; a multivalue is joined by line breaks."""
    value = event.fields.get(name)
    return value if value is None or value.__class__ is str else "\n".join(value)


def given(name: str) -> TextGetter:
    """The text of a field, None where the product wrote nothing or a dash."""

    def get(event: Event) -> str | None:
        value = event.fields.get(name)
        if value.__class__ is not str:
            value = text_of(event, name)
        return None if value in _NOTHING else value

    return get


def first(*getters: Getter) -> Getter:
    """The first getter's value that is not None."""

    def get(event: Event) -> object:
        for getter in getters:
            value = getter(event)
            if value is not None:
                return value
        return None

    return get


def through(change: Callable[[str], object], getter: TextGetter) -> Getter:
    """The getter's text, changed; None stays None."""

    def get(event: Event) -> object:
        value = getter(event)
        return None if value is None else change(value)

    return get


def number(name: str) -> Getter:
    """A field as a 64 bit integer, written in decimal or as 0x hexadecimal."""
    return through(to_long, given(name))


def to_long(text: str) -> int | None:
    """A 64 bit integer from "432", "0x1b0" or "432.0"; None for anything else."""
    if len(text) > _LONGEST_NUMBER:
        return None
    value: int | None
    try:
        value = int(text, 16) if text[:2] in ("0x", "0X") else int(text)
    except ValueError:
        value = _whole(text)
    return value if value is not None and -_LONG <= value < _LONG else None


def _whole(text: str) -> int | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return int(value) if math.isfinite(value) and value.is_integer() else None


def basename(path: str) -> str:
    """The last part of a path; a backslash is a separator unless the path starts with `/`."""
    if path[:1] == "/":
        return path.rpartition("/")[2]
    return path[max(path.rfind("\\"), path.rfind("/")) + 1 :]


def domain_of(account: str) -> str | None:
    r"""`DOMAIN` of `DOMAIN\name`; None where there is no domain."""
    return account.rpartition("\\")[0] or None


def name_of(account: str) -> str | None:
    r"""`name` of `DOMAIN\name`."""
    return account.rpartition("\\")[2] or None


def hash_of(kind: str, getter: TextGetter) -> Getter:
    """One hash of Sysmon's `Hashes`, such as `MD5=...,SHA256=...`, in lower case as Defender writes it."""
    prefix = kind + "="

    def pick(hashes: str) -> str | None:
        start = 0 if hashes.startswith(prefix) else hashes.find("," + prefix) + 1
        if not start and not hashes.startswith(prefix):
            return None
        return hashes[start + len(prefix) :].partition(",")[0].lower() or None

    return through(pick, getter)


_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9})\d*)?\s*(Z|UTC|[+-]\d\d:?\d\d)?", re.ASCII
)
_US = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}),? (\d{1,2}):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?(?: ?([AaPp][Mm]))?", re.ASCII
)
_EPOCH = datetime(1970, 1, 1)
_SECOND = 1_000_000_000


def to_time(text: str) -> int | None:
    """Nanoseconds since 1970 UTC of ISO 8601, Sysmon's `UtcTime` or a portal's `7/20/2022, 10:35:11.003 AM`.

    A time without a zone is UTC, as Sysmon and Defender write it.
    """
    match = _ISO.fullmatch(text)
    if match:
        year, month, day, hour, minute, second, fraction, zone = match.groups()
        return _nanoseconds(year, month, day, minute, second, hour=int(hour), fraction=fraction, zone=zone)
    match = _US.fullmatch(text)
    if match is None:
        return None
    month, day, year, hour, minute, second, fraction, half = match.groups()
    hours = int(hour) if half is None else int(hour) % 12 + (12 if half.upper() == "PM" else 0)
    return _nanoseconds(year, month, day, minute, second, hour=hours, fraction=fraction)


def _nanoseconds(*parts: str, hour: int, fraction: str | None, zone: str | None = None) -> int | None:
    year, month, day, minute, second = map(int, parts)
    try:
        moment = datetime(year, month, day, hour, minute, second) - _offset(zone)
    except (ValueError, OverflowError):
        return None
    since = moment - _EPOCH
    whole = (since.days * 86_400 + since.seconds) * _SECOND
    return whole + (int(fraction.ljust(9, "0")) if fraction else 0)


def _offset(zone: str | None) -> timedelta:
    if zone is None or zone in ("Z", "UTC"):
        return timedelta(0)
    sign = -1 if zone[0] == "-" else 1
    return sign * timezone(timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))).utcoffset(None)


def moment(name: str) -> Getter:
    """A field as a time."""
    return through(to_time, given(name))
