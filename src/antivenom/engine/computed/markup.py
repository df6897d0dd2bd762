"""Kusto's parse_xml: XML as JSON, by the rules its documentation gives.

An element without attributes and children is its text, or null; else a bag of @attributes, #text and children,
where names that repeat have an array. Text loses the spaces around it. Values are always text. All else that is
neither element, attribute nor text is passed over, CDATA too.
"""

from __future__ import annotations

import json
from xml.parsers import expat

from antivenom.engine.computed.table import Computed, NoAnswer

_LARGEST = 1_048_576
_DEEPEST = 200


class _Element:
    """An open element: its members by name, in order, and the text since the last child."""

    def __init__(self, attributes: list[str]) -> None:
        self.members: dict[str, list[str]] = {}
        for name, value in zip(attributes[::2], attributes[1::2], strict=True):
            self.add("@" + name, _text(value))
        self.pieces: list[str] = []

    def add(self, name: str, value: str) -> None:
        self.members.setdefault(name, []).append(value)

    def close_text(self) -> None:
        text = "".join(self.pieces).strip(" \t\r\n")
        self.pieces.clear()
        if text:
            self.add("#text", _text(text))

    def json(self) -> str:
        self.close_text()
        if not self.members:
            return "null"
        if self.members.keys() == {"#text"} and len(self.members["#text"]) == 1:
            return self.members["#text"][0]
        shown = (
            f"{_text(name)}:{values[0] if len(values) == 1 else '[' + ','.join(values) + ']'}"
            for name, values in self.members.items()
        )
        return "{" + ",".join(shown) + "}"


def _no_entities(*_: object) -> None:
    """Ends the reading where a document declares an entity of its own."""
    raise NoAnswer("a document that declares entities")


class _Reader:
    """Builds the JSON text while expat reads; nothing outside the text is ever looked up."""

    def __init__(self) -> None:
        self.open: list[tuple[str, _Element]] = []
        self.made: str | None = None
        self.skipping = False
        self.parser = expat.ParserCreate("UTF-8")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartCdataSectionHandler = lambda: self.cdata(True)
        self.parser.EndCdataSectionHandler = lambda: self.cdata(False)
        self.parser.EntityDeclHandler = _no_entities
        self.parser.CommentHandler = lambda _: self.interrupted()
        self.parser.ProcessingInstructionHandler = lambda *_: self.interrupted()

    def start(self, name: str, attributes: list[str]) -> None:
        if len(self.open) >= _DEEPEST:
            raise NoAnswer("elements that nest too deeply")
        self.interrupted()
        self.open.append((name, _Element(attributes)))

    def end(self, name: str) -> None:
        name, element = self.open.pop()
        if self.open:
            self.open[-1][1].add(name, element.json())
        else:
            self.made = "{" + _text(name) + ":" + element.json() + "}"

    def text(self, data: str) -> None:
        if not self.skipping:
            self.open[-1][1].pieces.append(data)

    def cdata(self, begins: bool) -> None:
        self.skipping = begins
        self.interrupted()

    def interrupted(self) -> None:
        if self.open:
            self.open[-1][1].close_text()


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _parse_xml(text: str) -> str | None:
    """The JSON of the document; null where it is no XML or larger than a mebibyte."""
    data = text.encode()
    if len(data) > _LARGEST:
        return None
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError:
        return None
    return reader.made


ROWS = (Computed("kusto.parse_xml", _parse_xml, ("VARCHAR",), "VARCHAR"),)
