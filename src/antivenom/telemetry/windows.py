"""What the readers of Windows events share: Events out of fields, times, and XML as Windows renders it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta

from antivenom.tables import Event, FieldValue, Need, Origin
from antivenom.telemetry.eventxml import ELEMENT_NAME, SYSTEM, Broken, Fields, kind_of

PRODUCT = "windows"
"""`Event.product` of all these readers, also for Sysmon for Linux, whose provider is `Linux-Sysmon`."""

XMLNS = "http://schemas.microsoft.com/win/2004/08/events/event"

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_TIME = re.compile(
    r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9})[0-9]*)?)?)?"
    r"\s*(?:Z|UTC|([+-])([0-9]{2}):?([0-9]{2}))?\s*"
)
_SECOND = 1_000_000_000
_BEYOND = 1 << 63


def nanoseconds(text: str) -> int | None:
    """A time as ISO 8601 writes it, in ns since 1970 UTC, without a zone taken as UTC.

    None if it is no time, or one that 64 bits cannot hold (before 1677 or after 2262).
    """
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    day, hours, minutes, seconds, fraction, sign, zone_hours, zone_minutes = match.groups()
    try:
        days = _days(day)
    except ValueError:
        return None
    total = days * 86_400 + int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    if sign:
        shift = int(zone_hours) * 3600 + int(zone_minutes) * 60
        total += shift if sign == "-" else -shift
    time = total * _SECOND + (int(fraction.ljust(9, "0")) if fraction else 0)
    return time if -_BEYOND <= time < _BEYOND else None


_known_days: dict[str, int] = {}


def _days(day: str) -> int:
    days = _known_days.get(day)
    if days is None:
        days = date.fromisoformat(day).toordinal() - _EPOCH_DAY
        if len(_known_days) < 10_000:
            _known_days[day] = days
    return days


def written(time: int) -> str:
    """A time in ns since 1970 UTC as Windows writes SystemTime: in units of 100 ns, or 1 ns at need."""
    seconds, rest = divmod(time, _SECOND)
    moment = datetime(1970, 1, 1) + timedelta(seconds=seconds)
    fraction = f"{rest:09d}" if rest % 100 else f"{rest // 100:07d}"
    return f"{moment.isoformat()}.{fraction}Z"


def event(fields: Fields, raw: str | None, origin: Origin, time: int | None = None) -> Event:
    """The Event that these fields are; its time is read from them unless known. Raises Broken."""
    if "System.EventID" not in fields or "System.Provider" not in fields:
        raise Broken("a System section with Provider and EventID", "none")
    if time is None:
        created = fields.get("System.TimeCreated")
        time = nanoseconds(created) if isinstance(created, str) else None
    host = fields.get("System.Computer")
    return Event(
        PRODUCT,
        kind_of(fields),
        time,
        host if isinstance(host, str) and host else None,
        fields,
        raw,
        origin,
    )


def record_id(fields: Mapping[str, FieldValue]) -> int | None:
    """The EventRecordID as a number, or None; None also for one that 64 bits cannot hold."""
    text = fields.get("System.EventRecordID")
    number = int(text) if isinstance(text, str) and text.isdecimal() and len(text) < 20 else _BEYOND
    return number if number < _BEYOND else None


# XML as Windows renders it

_UNSAFE = re.compile("[&<>\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNSAFE_IN_LINE = re.compile("[&<>\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_UNSAFE_IN_ATTRIBUTE = re.compile(f"'|{_UNSAFE_IN_LINE.pattern}")
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def _reference(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _NAMES.get(char) or f"&#x{ord(char):x};"


def escape_text(text: str, *, one_line: bool = False) -> str:
    """Text between tags: `& < >` and control characters as references; quotes stay, as Windows leaves them.

    Line breaks stay too unless it must be one line. A half of a surrogate pair becomes U+FFFD.
    """
    unsafe = _UNSAFE_IN_LINE if one_line else _UNSAFE
    return unsafe.sub(_reference, text) if unsafe.search(text) else text


def escape_attribute(text: str) -> str:
    """Text of an attribute between single quotes."""
    if text.isalnum() or _UNSAFE_IN_ATTRIBUTE.search(text) is None:
        return text
    return _UNSAFE_IN_LINE.sub(_reference, text).replace("'", "&apos;")


_Element = tuple[str, str | None, tuple[tuple[str, str], ...]]


def _element(name: str, text: str | None = None, attributes: str = "", named: str = "") -> _Element:
    """An element of System, the field of its text, its attributes, and their fields where named apart."""
    fields = named.split() or attributes.split()
    pairs = zip(attributes.split(), (SYSTEM + one for one in fields), strict=True)
    return name, SYSTEM + text if text else None, tuple(pairs)


_BEFORE_TIME = (
    _element("Provider", None, "Name Guid EventSourceName", "Provider ProviderGuid EventSourceName"),
    _element("EventID", "EventID", "Qualifiers"),
    *(_element(name, name) for name in ("Version", "Level", "Task", "Opcode", "Keywords")),
)
_FROM_TIME = (
    _element("TimeCreated", None, "SystemTime", "TimeCreated"),
    _element("EventRecordID", "EventRecordID"),
    _element("Correlation", None, "ActivityID RelatedActivityID"),
    _element("Execution", None, "ProcessID ThreadID ProcessorID SessionID KernelTime UserTime ProcessorTime"),
    _element("Channel", "Channel"),
    _element("Computer", "Computer"),
    _element("Security", None, "UserID"),
)
_ALWAYS = frozenset(("Correlation", "Security"))
_FIRST_NAMES = tuple(name for _, text, pairs in _BEFORE_TIME for name in (text, *(n for _, n in pairs)) if name)
_LAST_NAMES = tuple(name for _, text, pairs in _FROM_TIME for name in (text, *(n for _, n in pairs)) if name)
_KNOWN = frozenset(_FIRST_NAMES + _LAST_NAMES)
_MOST_STARTS = 4096


def render(
    fields: Mapping[str, FieldValue],
    *,
    leave_out: Collection[str] = (),
    payload: str | None = None,
    one_line: bool = False,
) -> str:
    """The XML of an event as Windows renders it, on one line but for line breaks inside values.

    The payload is EventData made of all fields outside `System.` but those to leave out, unless it is given
    as text. Raises ValueError for a System field whose name XML cannot hold.
    """
    others = [(name, value) for name, value in fields.items() if name not in _KNOWN]
    more = "".join(_other_system(name, value, one_line) for name, value in others if name.startswith(SYSTEM))
    if payload is None:
        payload = f"<EventData>{_render_data(others, leave_out, one_line)}</EventData>"
    start = _render_start(fields, one_line)
    return f"{start}{_render_elements(_FROM_TIME, fields, one_line)}{more}</System>{payload}</Event>"


_starts: dict[tuple[object, ...], str] = {}


def _render_start(fields: Mapping[str, FieldValue], one_line: bool) -> str:
    """An event's text up to its time, which many events share."""
    values = [fields.get(name) for name in _FIRST_NAMES]
    key = (one_line, *(value if isinstance(value, str) else None for value in values))
    start = _starts.get(key)
    if start is None:
        if len(_starts) >= _MOST_STARTS:
            _starts.clear()
        start = f"<Event xmlns='{XMLNS}'><System>{_render_elements(_BEFORE_TIME, fields, one_line)}"
        _starts[key] = start
    return start


def _render_elements(elements: tuple[_Element, ...], fields: Mapping[str, FieldValue], one_line: bool) -> str:
    parts = []
    for element, text_name, pairs in elements:
        attributes = ""
        for attribute, name in pairs:
            value = fields.get(name)
            if isinstance(value, str):
                attributes += f" {attribute}='{escape_attribute(value)}'"
        text = fields.get(text_name) if text_name else None
        if isinstance(text, str):
            parts.append(f"<{element}{attributes}>{escape_text(text, one_line=one_line)}</{element}>")
        elif attributes or element in _ALWAYS:
            parts.append(f"<{element}{attributes}/>")
    return "".join(parts)


def _other_system(name: str, value: FieldValue, one_line: bool) -> str:
    element = name.removeprefix(SYSTEM)
    if not isinstance(value, str) or not ELEMENT_NAME.fullmatch(element):
        raise ValueError(f"a System value cannot be named {element!r}, or be several")
    return f"<{element}>{escape_text(value, one_line=one_line)}</{element}>"


def _render_data(fields: list[tuple[str, FieldValue]], leave_out: Collection[str], one_line: bool) -> str:
    parts = []
    for name, value in fields:
        if value is None or name in leave_out or name.startswith(SYSTEM):
            continue
        if name == "Binary":
            opened, closed = "<Binary>", "</Binary>"
        else:
            opened, closed = (
                "<Data>" if name == "Data" else f"<Data Name='{escape_attribute(name)}'>",
                "</Data>",
            )
        for one in value if isinstance(value, list) else (value,):
            parts.append(f"{opened}{escape_text(one, one_line=one_line)}{closed}")
    return "".join(parts)


def kinds_wanted(need: Need) -> Callable[[str], bool] | None:
    """The test of a kind that `eventxml.parse` takes, or None when all kinds are wanted."""
    return None if need.kinds is None else need.wants


def completed(event: Event) -> Fields:
    """An event's fields, with the System values that `kind`, `time` and `host` tell and the fields do not."""
    provider, _, number = event.kind.rpartition("/")
    told: Fields = {"System.Provider": provider, "System.EventID": number}
    if event.time is not None:
        told["System.TimeCreated"] = written(event.time)
    if event.host:
        told["System.Computer"] = event.host
    return {**told, **event.fields}
