"""A page of HTML as tests see it: what stands in which element, and whether it is well formed."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "br", "hr", "img", "input"}
_HEADINGS = {"h2", "h3", "h4"}


@dataclass
class Element:
    """An element with its attributes, its children in order, and the line it begins on."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element | str] = field(default_factory=list)

    def text(self, *, headings: bool = True) -> str:
        """All text in it, with or without that of headings."""
        return "".join(
            child if isinstance(child, str) else child.text(headings=headings)
            for child in self.children
            if isinstance(child, str) or headings or child.tag not in _HEADINGS
        )

    def all(self) -> list[Element]:
        """This element and all in it."""
        return [self, *(one for child in self.children if isinstance(child, Element) for one in child.all())]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("document", {}, 0)]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"line {self.getpos()[0]}: <{tag}> has an attribute twice")
        element = Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> closes <{self.open[-1].tag}>")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(page: str) -> tuple[Element, list[str]]:
    """The page as a tree, and what is not well formed in it."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    faults = [*reader.faults, *(f"<{one.tag}> of line {one.line} is not closed" for one in reader.open[1:])]
    ids = [one.attributes["id"] for one in reader.open[0].all() if "id" in one.attributes]
    faults += [f"the id {id!r} stands twice" for id in sorted(set(ids)) if ids.count(id) > 1]
    return reader.open[0], faults
