"""Windows events as JSON: evtx_dump, Winlogbeat, NXLog, flat Sysmon and Log Analytics rows, wrappers.

Objects are found one by one in lines, arrays or behind each other, in bounded memory; `windows_shapes` knows
the shapes. Times without a zone are taken as UTC. A number, true or false becomes the text XML would show. An
object that is no Windows event, or no object at all, is damage, and the next one is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import orjson

from antivenom.tables import Damage, Need, Origin, Reading
from antivenom.telemetry import eventxml, windows
from antivenom.telemetry.format import Format, Input
from antivenom.telemetry.jsonlines import objects
from antivenom.telemetry.windows_shaped import Shaped
from antivenom.telemetry.windows_shapes import shape_of

_LOOKED_AT = 5
_SEPARATOR = re.compile(rb"\s*(?:Record [0-9]+\s*)?")
_HINTS = re.compile(
    rb'"Event"\s*:\s*\{(?s:.{0,400}?)"System"\s*:|"winlog"\s*:\s*\{|"SourceName"\s*:\s*"Microsoft-Windows-'
)
_EVENT_ID = re.compile(rb'"(?:EventI[Dd]|event_id)"\s*+:\s*+"?([0-9]++)?')
_SURROGATE = re.compile("[\ud800-\udfff]")


def sniff(head: bytes) -> int:
    """Sure when one of the first objects is a Windows event; a guess by names when none ends in the head."""
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1]
    if start not in (b"{", b"[", b"R"):
        return 0
    seen = 0
    for _, _, text in objects(BytesIO(head)):
        try:
            obj = orjson.loads(text)
        except orjson.JSONDecodeError:
            continue
        if isinstance(obj, dict) and shape_of(obj) is not None:
            return 90
        seen += 1
        if seen == _LOOKED_AT:
            return 0
    return 60 if not seen and _HINTS.search(head) else 0


def read(source: Input, need: Need) -> Iterator[Reading]:
    """Events and damage in file order; `Event.raw` is XML rendered from the event's fields."""
    wants = windows.kinds_wanted(need)
    numbers = None if need.kinds is None else {kind.rpartition("/")[2].encode() for kind in need.kinds}
    with source.open() as stream:
        for offset, line, text in objects(stream):
            if numbers is not None and _plainly_unwanted(text, numbers):
                continue
            origin = Origin(source.name, None, line, offset)
            if not text.startswith(b"{"):
                if not _SEPARATOR.fullmatch(text) or not text:
                    yield Damage(origin, "a JSON object", _shown(text))
                continue
            try:
                shaped = _shaped(text)
                kind = eventxml.kind_of(shaped.fields)
                if wants is None or wants(kind):
                    origin = origin._replace(record=windows.record_id(shaped.fields))
                    yield windows.event(shaped.fields, shaped.raw() if need.raw_for("windows") else None, origin)
            except eventxml.Broken as broken:
                yield Damage(origin, broken.expected, broken.found)


def _plainly_unwanted(text: bytes, numbers: set[bytes]) -> bool:
    """Whether every event id an object can have stands in its text as a number, and none is wanted."""
    if b"\\u00" in text or b'"body"' in text:
        return False
    found = _EVENT_ID.findall(text)
    return bool(found) and b"" not in found and numbers.isdisjoint(found)


def _shaped(text: bytes) -> Shaped:
    obj = _parsed(text)
    shape = shape_of(obj)
    if shape is None:
        raise eventxml.Broken("a Windows event in a shape that is known", _shown(text))
    return shape(obj)


def _parsed(text: bytes) -> dict[str, Any]:
    """The object of this text. Raises Broken.

    What strict JSON refuses and careless writers emit is let through: bytes that are no UTF-8 and halves of
    surrogate pairs as U+FFFD, control characters as themselves.
    """
    try:
        obj = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        try:
            loose = json.dumps(json.loads(text.decode(errors="replace"), strict=False), ensure_ascii=False)
            obj = orjson.loads(_SURROGATE.sub("\ufffd", loose))
        except (ValueError, RecursionError):
            raise eventxml.Broken("a JSON object", f"{error}: {_shown(text)}") from None
    if not isinstance(obj, dict):
        raise eventxml.Broken("a JSON object", _shown(text))
    return obj


def _shown(text: bytes) -> str:
    return repr(text[:60].decode(errors="replace")) if text else "the end"


FORMAT = Format("windows_json", sniff, read)
"""Windows events as JSON."""
