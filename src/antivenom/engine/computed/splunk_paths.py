"""What spath, xmlkv, xpath, fromjson and extract find in a text: fields by name, each with its values in order.

Names are Splunk's: `a.b{}.c` for what stands in an array, `a.b{@c}` for an attribute of XML.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET
from xml.parsers import expat

from antivenom.engine.computed.loose_xml import mended
from antivenom.engine.computed.splunk_json import NOTHING, native, parsed, shown
from antivenom.engine.computed.table import Computed, NoAnswer

_CUTOFF = 5000
"""Characters that spath without a path looks at (limits.conf, extraction_cutoff)."""
_DEEPEST = 200
_LARGEST = 1_048_576
_TOKEN = re.compile(
    r'\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([{}\[\],:]))', re.DOTALL
)
_STEP = re.compile(r"(?P<key>[^.{}]*)(?P<marks>(?:\{[^{}]*\})*)(?:\.|$)")

Fields = dict[str, list[str]]


# --- everything a text holds


@lru_cache(maxsize=4096)
def _fields(text: str) -> Fields:
    """The fields of a text that is JSON or XML; of one that is cut off, those before."""
    cut = text[:_CUTOFF]
    return _xml_fields(cut) if cut.lstrip()[:1] == "<" else _json_fields(cut)


def _json_fields(text: str) -> Fields:
    found: Fields = {}
    path: list[str] = []
    opened: list[str] = []
    at, key, expected = 0, "", False
    while (match := _TOKEN.match(text, at)) is not None and len(opened) <= _DEEPEST:
        at = match.end()
        mark = match[4]
        if mark in ("{", "["):
            path.append(key + "{}" if mark == "[" and key else "{}" if mark == "[" else key)
            opened.append(mark)
            key, expected = "", mark == "{"
        elif mark in ("}", "]"):
            if not opened:
                break
            opened.pop()
            path.pop()
            key, expected = "", False
        elif mark == ",":
            expected = bool(opened) and opened[-1] == "{"
            key = ""
        elif mark == ":":
            expected = False
        elif expected:
            key = _string(match[1] or "")
        elif opened:
            value = _string(match[1]) if match[1] else match[2] or match[3]
            found.setdefault(_joined([*path, key]), []).append(value)
    return found


def _joined(path: list[str]) -> str:
    """Names with a point between them; the brackets of an array inside an array stand behind it at once."""
    made = ""
    for part in path:
        made += part if not made or not part or part == "{}" else "." + part
    return made


def _string(text: str) -> str:
    try:
        return str(json.loads(text, strict=False)) if text else ""
    except ValueError:
        return text[1:-1]


class _Xml:
    """Reads XML as far as it goes; nothing outside the text is looked up."""

    def __init__(self) -> None:
        self.found: Fields = {}
        self.path: list[str] = []
        self.texts: list[list[str]] = []
        self.leaves: list[bool] = []
        self.parser = expat.ParserCreate("UTF-8")
        self.parser.ordered_attributes = True
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = _no_entities

    def start(self, name: str, attributes: list[str]) -> None:
        if len(self.path) >= _DEEPEST:
            raise NoAnswer("elements that nest too deeply")
        if self.leaves:
            self.leaves[-1] = False
        self.path.append(name)
        self.texts.append([])
        self.leaves.append(True)
        for key, value in zip(attributes[::2], attributes[1::2], strict=True):
            self.add(f"{'.'.join(self.path)}{{@{key}}}", value)

    def text(self, data: str) -> None:
        if self.texts:
            self.texts[-1].append(data)

    def end(self, name: str) -> None:
        text = "".join(self.texts.pop()).strip()
        self.leaves.pop()
        if text:
            self.add(".".join(self.path), text)
        self.path.pop()

    def add(self, name: str, value: str) -> None:
        self.found.setdefault(name, []).append(value)


def _no_entities(*_: object) -> None:
    raise NoAnswer("a document that declares entities")


def _xml_fields(text: str) -> Fields:
    """The fields of well-formed XML, else those of what it is mended to, as far as that goes."""
    for form in (str.strip, mended):
        reader = _Xml()
        with suppress(expat.ExpatError, NoAnswer):
            reader.parser.Parse(form(text).strip().encode("utf-8", "replace"), False)
            if reader.found:
                break
    return reader.found


# --- what a path leads to


def _spath(text: str, path: str) -> list[str] | None:
    """The values at a path; of JSON in its order, of XML the text of each element, or its inner XML."""
    if text.lstrip()[:1] == "<":
        return _xml_at(text, path)
    document = _document(text)
    values = [document] if document is not NOTHING else []
    for match in _STEP.finditer(path):
        if not match[0]:
            break
        if match["key"]:
            values = [v[match["key"]] for v in values if isinstance(v, dict) and match["key"] in v]
        for mark in re.findall(r"\{([^{}]*)\}", match["marks"]):
            values = _elements(values, mark)
    return [_leaf(value) for value in values] or None


class _Number(str):
    """A number as it is written in a document."""


@lru_cache(maxsize=512)
def _document(text: str) -> Any:
    try:
        return json.loads(text, parse_int=_Number, parse_float=_Number)
    except (ValueError, RecursionError):
        return NOTHING


def _elements(values: list[Any], mark: str) -> list[Any]:
    lists = [value for value in values if isinstance(value, list)]
    if mark == "":
        return [one for each in lists for one in each]
    return [each[int(mark)] for each in lists if mark.isdigit() and len(mark) < 9 and int(mark) < len(each)]


def _leaf(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _compact(value)


def _compact(value: Any) -> str:
    """An array or object as JSON text, its numbers as they are written."""
    if isinstance(value, _Number):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(_compact, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{shown(key)}:{_compact(one)}" for key, one in value.items()) + "}"
    return shown(value)


def _nests_too_deep(text: str) -> bool:
    """Whether elements nest past all use; what is inside each of them would be written out again and again."""
    depth = 0
    for mark in re.finditer(r"<(/?)[A-Za-z_][^<>]*?(/?)>", text):
        depth += -1 if mark[1] else 0 if mark[2] else 1
        if depth > _DEEPEST:
            return True
    return False


def _tree(text: str) -> ET.Element | None:
    if len(text) > _LARGEST or "<!ENTITY" in text or _nests_too_deep(text):
        return None
    for form in (str.strip, mended):
        with suppress(ET.ParseError, ValueError, RecursionError):
            return ET.fromstring(form(text).strip())  # noqa: S314 - no entities of its own, and expat bounds the rest
    return None


def _xml_at(text: str, path: str) -> list[str] | None:
    root = _tree(text)
    steps = [match for match in _STEP.finditer(path) if match[0]]
    if root is None or not steps or steps[0]["key"] != root.tag:
        return None
    elements, attributes = [root], list[str | None]()
    for index, match in enumerate(steps):
        if index:
            elements = [child for element in elements for child in element if child.tag == match["key"]]
        for mark in re.findall(r"\{([^{}]*)\}", match["marks"]):
            if mark.startswith("@"):
                attributes = [element.get(mark[1:]) for element in elements]
                return [value for value in attributes if value is not None] or None
            if mark.isdigit() and len(mark) < 9:
                elements = _nth(elements, root, int(mark))
    return [inner for element in elements if (inner := _inner(element))] or None


def _nth(elements: list[ET.Element], root: ET.Element, place: int) -> list[ET.Element]:
    """The elements that are the place-th of their name below their parent, counted from 1."""
    parents = {child: parent for parent in root.iter() for child in parent}
    counts: dict[tuple[int, str], int] = {}
    kept = []
    for element in elements:
        key = (id(parents.get(element)), element.tag)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] == place:
            kept.append(element)
    return kept


def _inner(element: ET.Element) -> str:
    if not len(element):
        return (element.text or "").strip()
    try:
        pieces = [element.text or "", *(ET.tostring(child, encoding="unicode") for child in element)]
    except RecursionError:
        return ""
    return "".join(pieces).strip()


_ATTRIBUTE = re.compile(r"(.*)/@([\w:.-]+)", re.DOTALL)


def _xpath(text: str, path: str) -> list[str] | None:
    """What a path of Python's ElementTree, or an attribute at its end, leads to; a text with a prologue has nothing."""
    if re.match(r"\s*<[?!]", text):
        return None
    root = _tree(f"<document>{text}</document>")
    attribute = _ATTRIBUTE.fullmatch(path)
    where = attribute[1] if attribute else path
    if root is None:
        return None
    where = "." + where if where.startswith("/") else "./" + where
    try:
        elements = root.findall(where)
    except (SyntaxError, LookupError, ValueError, TypeError, AttributeError, RuntimeError):
        # what ElementTree raises for what is no path
        return None
    values = [one.get(attribute[2]) if attribute else _inner(one) for one in elements]
    return [value for value in values if value] or None


# --- xmlkv, fromjson, extract

_ELEMENT = re.compile(r"<([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>([^<>]*)</\1\s*>")


@lru_cache(maxsize=4096)
def _elements_of(text: str) -> Fields:
    found: Fields = {}
    for name, value in _ELEMENT.findall(text):
        if value.strip():
            found.setdefault(name, []).append(value.strip())
    return found


@lru_cache(maxsize=4096)
def _members(text: str) -> Fields:
    """The keys of an object; null has no value, an array has several."""
    document = parsed(text)
    found: Fields = {}
    for key, value in document.items() if isinstance(document, dict) else ():
        values = [native(one) or "" for one in value] if isinstance(value, list) else [native(value)]
        known = [one for one in values if one is not None]
        if known:
            found[key] = known
    return found


@lru_cache(maxsize=4096)
def _pairs(text: str, options: tuple[str, ...]) -> Fields:
    """Keys and values between delimiters; one with a delimiter in its value is passed over (extract page)."""
    pairs, keys, limit, most, several, clean = options
    found: Fields = {}
    for piece in re.split(f"[{re.escape(pairs)}]", text[: int(most)]):
        parts = re.split(f"[{re.escape(keys)}]", piece)
        if len(parts) != 2 or not parts[0].strip():
            continue
        key, value = parts[0].strip().strip('"'), parts[1].strip()
        value = value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value
        key = re.sub(r"[^0-9A-Za-z_]", "_", key).lstrip("_0123456789") if clean == "1" else key
        if not key or not value or (key not in found and len(found) >= int(limit)):
            continue
        if several == "1" or key not in found:
            found.setdefault(key, []).append(value)
    return found


def _names(found: Fields) -> list[str] | None:
    return list(found) or None


_T, _L = "VARCHAR", "VARCHAR[]"

ROWS = (
    Computed("splunk.spath", _spath, (_T, _T), _L),
    Computed("splunk.spath_names", lambda text: _names(_fields(text)), (_T,), _L),
    Computed("splunk.spath_field", lambda text, name: _fields(text).get(name), (_T, _T), _L),
    Computed("splunk.xmlkv_names", lambda text: _names(_elements_of(text)), (_T,), _L),
    Computed("splunk.xmlkv_field", lambda text, name: _elements_of(text).get(name), (_T, _T), _L),
    Computed("splunk.xpath", _xpath, (_T, _T), _L),
    Computed("splunk.json_fields", lambda text: _names(_members(text)), (_T,), _L),
    Computed("splunk.json_field", lambda text, name: _members(text).get(name), (_T, _T), _L),
    Computed("splunk.pair_names", lambda text, options: _names(_pairs(text, tuple(options))), (_T, _L), _L),
    Computed("splunk.pair_field", lambda text, options, name: _pairs(text, tuple(options)).get(name), (_T, _L, _T), _L),
)
