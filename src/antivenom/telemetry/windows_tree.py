"""Windows events as JSON that mirrors their XML, as evtx_dump and XML converters write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from antivenom.telemetry import eventxml, windows
from antivenom.telemetry.eventxml import Broken, Fields
from antivenom.telemetry.windows_shaped import Object, Shaped, text_of

_GUID = re.compile(r"[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}")

_MOST_TEXTS = 1 << 20


def event_tree(obj: Object) -> Shaped:
    """`{"Event": {"System": {...}, "EventData": {...}}}`, with `#attributes` and `#text` or plain members.

    evtx_dump numbers elements of one name (`Data`, `Data_1`): a number is taken off where the name before it
    stands in the same object. Its GUIDs get their braces back.
    """
    return _from_tree(obj["Event"])


def bare_event_tree(obj: Object) -> Shaped:
    """The same without the outer `Event`."""
    return _from_tree(obj)


def _from_tree(event: Object) -> Shaped:
    system = event["System"]
    if not isinstance(system, dict):
        raise Broken("a System object", text_of(system)[:40])
    shaped = Shaped({})
    sections: list[tuple[str, Any]] = []
    for name, value in _members(system):
        attributes, content, inner = _split(value)
        attributes.update((key, text_of(one)) for key, one in inner if not isinstance(one, (dict, list)))
        eventxml.add_system(shaped.fields, name, _braced(attributes), content)
    for name in shaped.fields:
        if not eventxml.ELEMENT_NAME.fullmatch(name.removeprefix(eventxml.SYSTEM)):
            raise Broken("System values with the names of elements", repr(name[:40]))
    for name, value in _members(event):
        if name in ("System", "RenderingInfo", "xmlns"):
            continue
        _add_tree(shaped.fields, ["Event", name], value)
        if name != "EventData":
            sections.append((name, value))
    if sections and "EventData" not in event:
        shaped.payload = lambda: _payload(sections)
    return shaped


def _members(obj: Object) -> Iterator[tuple[str, Any]]:
    """An object's members as elements: without notes of their own, numbers of repeated names taken off.

    A member `X_attributes` becomes the `#attributes` of X, as evtx_dump writes with separate attributes.
    """
    for key, value in obj.items():
        if key.startswith(("#", "@")) or key.partition(":")[0] == "xmlns":
            continue
        base, _, number = key.rpartition("_")
        if base in obj and number.isdecimal():
            key = base
        elif number == "attributes" and base and isinstance(value, dict):
            if base not in obj:
                yield base, {"#attributes": value}
            continue
        apart = obj.get(f"{key}_attributes")
        if isinstance(apart, dict):
            value = {"#attributes": apart, **(value if isinstance(value, dict) else {"#text": value})}
        yield key, value


def _split(value: object) -> tuple[dict[str, str], str | None, list[tuple[str, Any]]]:
    """An element's attributes, its text (None where it has elements only), and its elements."""
    if not isinstance(value, dict):
        return {}, text_of(value), []
    attributes: dict[str, str] = {}
    noted = value.get("#attributes")
    if isinstance(noted, dict):
        attributes.update((key, text_of(one)) for key, one in noted.items())
    attributes.update((key[1:], text_of(one)) for key, one in value.items() if key.startswith("@"))
    inner = list(_members(value))
    content: str | None = None if inner else ""
    if "#text" in value:
        content = text_of(value["#text"])
    elif "text" in value or (set(value) == {"Name"}):
        content = text_of(value.get("text"))
        inner = [pair for pair in inner if pair[0] != "text"]
    return attributes, content, inner


def _braced(attributes: dict[str, str]) -> dict[str, str]:
    return {key: _brace(value) for key, value in attributes.items()}


def _brace(text: str) -> str:
    return f"{{{text}}}" if len(text) == 36 and _GUID.fullmatch(text) else text


def _add_tree(fields: Fields, path: list[str], value: object, depth: int = 2) -> None:
    """Add all values of an element and those inside it, lists counting as elements do for the depth.

    Raises Broken below `eventxml.DEEPEST`, and for more than `_MOST_TEXTS` texts with their attributes.
    """
    if depth > eventxml.DEEPEST:
        raise Broken(f"at most {eventxml.DEEPEST} elements inside each other", "more")
    if isinstance(value, list):
        for one in value:
            _add_tree(fields, path, one, depth + 1)
    elif isinstance(value, dict) and isinstance(value.get("#text"), list):
        texts = value["#text"]
        if len(texts) * len(value) > _MOST_TEXTS:
            raise Broken(f"at most {_MOST_TEXTS} texts with their attributes in one element", str(len(texts)))
        for one in texts:
            _add_tree(fields, path, {**value, "#text": one}, depth + 1)
    elif isinstance(value, dict):
        attributes, content, inner = _split(value)
        if path[-1] == "Data":
            attributes.update((key, text_of(one)) for key, one in inner if key == "Name")
            inner = [pair for pair in inner if pair[0] != "Name"]
        for name, one in inner:
            _add_tree(fields, [*path, name], one, depth + 1)
        if content is not None or attributes:
            eventxml.add_payload(fields, path, _braced(attributes), None if content is None else _brace(content))
    else:
        eventxml.add_payload(fields, path, {}, _brace(text_of(value)))


def _payload(sections: list[tuple[str, Any]]) -> str | None:
    """Sections as XML, or None where a name in them is none that XML can hold."""
    try:
        return "".join(_element(name, value) for name, value in sections)
    except Broken:
        return None


def _element(name: str, value: object, depth: int = 0) -> str:
    """An element as XML, for payload that is no EventData."""
    if not eventxml.ELEMENT_NAME.fullmatch(name):
        raise Broken("the name of an element", repr(name[:40]))
    if depth > eventxml.DEEPEST:
        raise Broken(f"at most {eventxml.DEEPEST} elements inside each other", "more")
    if isinstance(value, list):
        return "".join(_element(name, one, depth + 1) for one in value)
    attributes, content, inner = _split(value)
    if not all(map(eventxml.ELEMENT_NAME.fullmatch, attributes)):
        raise Broken("the names of attributes", repr(list(attributes))[:40])
    shown = "".join(f" {key}='{windows.escape_attribute(_brace(one))}'" for key, one in attributes.items())
    text = windows.escape_text(_brace(content or ""))
    inside = "".join(_element(key, one, depth + 1) for key, one in inner)
    return f"<{name}{shown}>{text}{inside}</{name}>"
