"""The XML of one Windows event, read: text in, fields out.

The text is read by a tokeniser of this module, not by an XML library: there is no DTD, no entity of the
text's own, no recursion, and control characters, which Windows writes and XML 1.0 forbids, are let through,
as themselves or as `&#x1;`. Line breaks are kept as they stand. A half of a surrogate pair becomes U+FFFD.
The usual shape of an event is read by a few regular expressions instead; they take nothing they do not
cover whole, and leave the rest to the tokeniser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from antivenom.tables import FieldValue

Fields = dict[str, FieldValue]

SYSTEM = "System."
"""What the names of a System section's values begin with."""

DEEPEST = 256
"""Elements inside each other that are read; an event has four or five."""

ELEMENT_NAME = re.compile(r"[^\s<>/=\"'&!?]++")
"""What is taken as the name of an element or attribute: more than XML allows."""

_TOKEN = re.compile(
    r"<!--(?s:.*?)-->|<\?(?s:.*?)\?>|<!\[CDATA\[(?P<cdata>(?s:.*?))\]\]>"
    r"|<(?P<close>/)?(?P<name>[^\s<>/=\"'&!?]++)"
    r"(?P<attributes>(?:\s++[^\s<>/=\"'&]++\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*+)\s*+(?P<empty>/)?>"
    r"|(?P<text>[^<]++)"
)
_ATTRIBUTE = re.compile(r"([^\s<>/=\"'&]++)\s*+=\s*+(?:\"([^\"<]*+)\"|'([^'<]*+)')")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7});|#[xX]([0-9a-fA-F]{1,6});|(amp|lt|gt|quot|apos);)?")
_PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_REPLACEMENT = "\ufffd"
_KNOWN_PREFIXES = 4096
_LONGEST_PREFIX = 2048


class Broken(ValueError):
    """Text that is not one well-formed event: what was expected, and what stood there."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(f"expected {expected}, found {found}")
        self.expected = expected
        self.found = found


def parse(text: str, wants: Callable[[str], bool] | None = None) -> Fields | None:
    """The fields of one `<Event>`, or None when `wants` says no to its kind (`Provider/EventID`).

    System values are named `System.` and their element's or attribute's name; EventData values by their
    Name, without one `Data`; other payload by the name of the element that holds it, its attributes by
    `element.attribute`. Values under one name become a list. A payload name that begins with `System.` gets
    `EventData.` before it, so that it cannot pass for a System value. RenderingInfo is left out.

    Raises Broken.
    """
    fields = _usual(text, wants)
    if fields is not None:
        return fields or None
    fields = _tree(text)
    return fields if wants is None or wants(kind_of(fields)) else None


def kind_of(fields: Fields) -> str:
    """The kind of an event: its provider and its event id, as in `Microsoft-Windows-Sysmon/1`."""
    return f"{fields.get('System.Provider', '')}/{fields.get('System.EventID', '')}"


def add(fields: Fields, name: str, value: str) -> None:
    """Add a value under a name; several values under one name are a list, in their order."""
    have = fields.get(name)
    if have is None:
        fields[name] = value
    elif isinstance(have, list):
        have.append(value)
    else:
        fields[name] = [have, value]


def unescape(text: str) -> str:
    """Text with its references resolved; raises Broken for an `&` that starts none XML knows by itself."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _PREDEFINED[name]
    if not decimal and not hexadecimal:
        shown = match.string[match.start() : match.start() + 20]
        raise Broken("one of &amp; &lt; &gt; &quot; &apos; or a character number", repr(shown))
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(number) if number < 0xD800 or 0xE000 <= number < 0x110000 else _REPLACEMENT


# The tokeniser


def _elements(text: str) -> Iterator[tuple[list[str], dict[str, str], str | None]]:
    """Each element when it ends: the names down to it, its attributes, and its text.

    The text is None where elements stand inside and nothing else does. Raises Broken.
    """
    path: list[str] = []
    attributes: list[dict[str, str]] = []
    texts: list[list[str]] = []
    parents: list[bool] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise Broken("well-formed XML", repr(text[at : at + 40]))
        at = match.end()
        kind = match.lastgroup
        if kind is None:
            continue
        if kind == "text" or kind == "cdata":
            if path:
                texts[-1].append(unescape(match["text"]) if kind == "text" else match["cdata"])
            elif not match[0].isspace():
                raise Broken("an <Event> element", repr(match[0][:40]))
            continue
        if not match["close"]:
            if parents:
                parents[-1] = True
            path.append(match["name"])
            attributes.append(_attributes(match["attributes"]))
            texts.append([])
            parents.append(False)
            if len(path) > DEEPEST:
                raise Broken(f"at most {DEEPEST} elements inside each other", "more")
            if not match["empty"]:
                continue
        elif not path or path[-1] != match["name"]:
            raise Broken(f"</{path[-1]}>" if path else "an <Event> element", repr(match[0][:40]))
        content = "".join(texts.pop())
        parent = parents.pop()
        yield path, attributes.pop(), None if parent and not content.strip() else content
        path.pop()
    if path:
        raise Broken(f"</{path[-1]}>", "the end")


def _attributes(text: str) -> dict[str, str]:
    if not text:
        return {}
    return {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(text)}


def _tree(text: str) -> Fields:
    """The fields of an event of any shape. Raises Broken."""
    fields: Fields = {}
    seen = False
    for path, attributes, content in _elements(text):
        if path[0] != "Event" or seen:
            raise Broken("one <Event> element", f"<{path[0]}>")
        if len(path) == 1:
            seen = True
        elif path[1] == "System":
            if len(path) == 3:
                add_system(fields, path[2], attributes, content)
        elif path[1] != "RenderingInfo":
            add_payload(fields, path, attributes, content)
    return fields


def parse_payload(text: str) -> Fields:
    """The fields of a bare `<EventData>` or `<UserData>`, whatever stands around it. Raises Broken."""
    for section in ("EventData", "UserData"):
        start, end = text.find(f"<{section}"), text.rfind(f"</{section}>")
        if 0 <= start < end:
            return _tree(f"<Event>{text[start:end]}</{section}></Event>")
    raise Broken("an <EventData> or <UserData> element", repr(text[:40]))


_SYSTEM_NAMES = {
    ("Provider", "Name"): "Provider",
    ("Provider", "Guid"): "ProviderGuid",
    ("TimeCreated", "SystemTime"): "TimeCreated",
    ("Security", "UserId"): "UserID",
}
_ATTRIBUTES_ONLY = frozenset(("Provider", "TimeCreated", "Correlation", "Execution", "Security"))


def add_system(fields: Fields, element: str, attributes: dict[str, str], content: str | None) -> None:
    """Add the values of one element of a System section. Raises Broken when one of them is there already."""
    values = [(_SYSTEM_NAMES.get((element, name), name), value) for name, value in attributes.items()]
    if element not in _ATTRIBUTES_ONLY:
        values.append((element, content or ""))
    for name, value in values:
        if SYSTEM + name in fields:
            raise Broken(f"one System value {name}", f"another, {value[:40]!r}")
        fields[SYSTEM + name] = value


def add_payload(fields: Fields, path: list[str], attributes: dict[str, str], content: str | None) -> None:
    """Add the values of one element of another section, `path` being the names down to it from `Event` on.

    The content is None where the element holds elements only.
    """
    name = path[-1]
    if "Name" in attributes and (name == "Data" or (path[1] == "EventData" and len(path) == 3)):
        name = attributes.pop("Name") or "Data"
    name = payload_name(name)
    kept = [(key, value) for key, value in attributes.items() if key.partition(":")[0] != "xmlns"]
    empty = not content and (len(path) == 2 or bool(kept))
    if content is not None and not empty:
        add(fields, name, content)
    for key, value in kept:
        add(fields, f"{name}.{key}", value)


def payload_name(name: str) -> str:
    """The field name of a payload value: its own, moved aside where it would pass for a System value."""
    return f"EventData.{name}" if name.startswith(SYSTEM) else name


# The usual shape

_TAIL = re.compile(
    r"<TimeCreated SystemTime=['\"]([^'\"<&]*+)['\"](?:\s*+/>|></TimeCreated>)\s*+"
    r"<EventRecordID>([0-9]++)</EventRecordID>\s*+"
    r"(?:<Correlation(?: ActivityID=['\"]([^'\"<&]++)['\"])?+(?: RelatedActivityID=['\"]([^'\"<&]++)['\"])?+"
    r"(?:\s*+/>|></Correlation>)\s*+)?+"
    r"(?:<Execution ProcessID=['\"]([^'\"<&]*+)['\"] ThreadID=['\"]([^'\"<&]*+)['\"]"
    r"(?:\s*+/>|></Execution>)\s*+)?+"
    r"<Channel>([^<&]*+)</Channel>\s*+<Computer>([^<&]*+)</Computer>\s*+"
    r"(?:<Security(?: User(?:ID|Id)=['\"]([^'\"<&]*+)['\"])?+(?:\s*+/>|></Security>)\s*+)?+"
    r"</System>\s*+<EventData>\s*+"
)
SYSTEM_TAIL = tuple(
    SYSTEM + name
    for name in (
        "TimeCreated EventRecordID ActivityID RelatedActivityID ProcessID ThreadID Channel Computer UserID"
    ).split()
)
"""The fields of `Usual.system`, in its order."""
_END = (
    r"</EventData>\s*+(?:<RenderingInfo[^<]*+(?:<(?!/RenderingInfo>)[^<]*+)*+</RenderingInfo>\s*+)?+"
    r"</Event>\s*+\Z"
)
_NAMED = r"<Data Name={0}({1}[^{0}<]++){0}(?:>({1}[^<]*+)</Data>|\s*+/>)\s*+"
_CLASSIC = re.compile(r"((?:<Data>[^<]*+</Data>\s*+)*+)(?:<Binary>([^<]*+)</Binary>\s*+)?+" + _END)
_CLASSIC_DATA = re.compile(r"<Data>([^<]*+)</Data>")


def _data(quote: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of a whole payload of named Data elements, and of one of them, for one kind of quote."""
    return re.compile(f"(?:{_NAMED.format(quote, '?:')})*+{_END}"), re.compile(_NAMED.format(quote, ""))


_DISGUISED = re.compile(r"Name=['\"](?:System\.|&)")
_DATA = {"'": _data("'"), '"': _data('"')}


class Usual(NamedTuple):
    """An event of the usual shape, from its time on: System values, and names and values of its EventData.

    Names and values stand as written, with their references.
    """

    system: tuple[str | None, ...]
    data: list[tuple[str, str]]


def usual(text: str, start: int) -> Usual | None:
    """The event whose TimeCreated stands at `start`, or None when it has any other shape."""
    tail = _TAIL.match(text, start)
    if tail is None:
        return None
    at = tail.end()
    whole, one = _DATA["'" if text.startswith("'", at + 11) else '"']
    if whole.match(text, at) is not None:
        return None if _DISGUISED.search(text, at) else Usual(tail.groups(), one.findall(text, at))
    classic = _CLASSIC.match(text, at)
    if classic is None:
        return None
    data = [("Data", value) for value in _CLASSIC_DATA.findall(classic[1])]
    if classic[2] is not None:
        data.append(("Binary", classic[2]))
    return Usual(tail.groups(), data)


def usual_fields(prefix: Fields, found: Usual) -> Fields:
    """The fields of an event of the usual shape; `prefix` are those up to its time. Raises Broken."""
    fields = {**prefix, **dict(zip(SYSTEM_TAIL, found.system, strict=True))}
    if None in found.system:
        fields = {name: value for name, value in fields.items() if value is not None}
    values = dict(found.data)
    if len(values) < len(found.data):
        for name, value in found.data:
            add(fields, unescape(name), unescape(value))
    elif any("&" in value for value in values.values()) or any("&" in name for name in values):
        for name, value in found.data:
            fields[unescape(name)] = unescape(value)
    else:
        fields.update(values)
    return fields


def _usual(text: str, wants: Callable[[str], bool] | None) -> Fields | None:
    """The fields of an event of the usual shape; empty when it is not wanted; None for another shape."""
    start = text.find("<TimeCreated")
    known = prefix_of(text[:start]) if start > 0 else None
    if known is None:
        return None
    if wants is not None and not wants(known[0]):
        return {}
    found = usual(text, start)
    return None if found is None else usual_fields(known[1], found)


_prefixes: dict[str, tuple[str, Fields] | None] = {}


def prefix_of(text: str) -> tuple[str, Fields] | None:
    """The kind and fields of an event's text up to its time, which many events share; None if it is odd."""
    if text in _prefixes:
        return _prefixes[text]
    if len(text) > _LONGEST_PREFIX:
        return None
    known: tuple[str, Fields] | None = None
    try:
        fields = _tree(text + "</System></Event>")
        if all(name.startswith(SYSTEM) and name not in SYSTEM_TAIL for name in fields):
            known = kind_of(fields), fields
    except Broken:
        pass
    if len(_prefixes) >= _KNOWN_PREFIXES:
        _prefixes.clear()
    _prefixes[text] = known
    return known
