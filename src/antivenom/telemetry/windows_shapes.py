"""The shapes in which tools write Windows events as JSON objects, known by their member names."""

from __future__ import annotations

from collections.abc import Callable

import orjson

from antivenom.telemetry.eventxml import Broken
from antivenom.telemetry.windows_flat import (
    log_analytics_row,
    old_winlogbeat,
    shipped,
    sysmon_row,
    winlogbeat,
)
from antivenom.telemetry.windows_shaped import Object, Shaped
from antivenom.telemetry.windows_tree import bare_event_tree, event_tree

Shape = Callable[[Object], Shaped]
"""Turns an object of one shape into an event's fields; raises Broken."""


def shape_of(obj: Object) -> Shape | None:
    """The shape an object has, or None when it is no Windows event."""
    if isinstance(obj.get("_source"), dict):
        return _elastic if shape_of(obj["_source"]) is not None else None
    if isinstance(obj.get("Event"), dict) and "System" in obj["Event"]:
        return event_tree
    if isinstance(obj.get("System"), dict) and ("EventData" in obj or "UserData" in obj):
        return bare_event_tree
    if isinstance(obj.get("body"), str):
        return _wrapped if '"Event"' in obj["body"] and '"System"' in obj["body"] else None
    if isinstance(obj.get("winlog"), dict):
        return winlogbeat
    if "event_id" in obj and ("source_name" in obj or "log_name" in obj):
        return old_winlogbeat
    return _flat_shape(obj)


def _flat_shape(obj: Object) -> Shape | None:
    if "EventSourceName" in obj or obj.get("Type") == "SecurityEvent":
        return None
    if "EventID" in obj and "EventData" in obj and ("Provider" in obj or "Source" in obj):
        return log_analytics_row
    if "EventID" in obj and "SourceName" in obj:
        return shipped
    if ("EventId" in obj or "EventID" in obj) and "UtcTime" in obj:
        return sysmon_row
    return None


def _elastic(obj: Object) -> Shaped:
    """A hit of an Elasticsearch export: the event is its `_source`."""
    source = obj["_source"]
    shape = shape_of(source)
    assert shape is not None
    return shape(source)


def _wrapped(obj: Object) -> Shaped:
    """A collector's wrapper with the event as JSON text in `body`; its other members are not kept."""
    try:
        inner = orjson.loads(obj["body"])
    except orjson.JSONDecodeError as error:
        raise Broken("an event as JSON text in body", str(error)) from None
    if not isinstance(inner, dict) or shape_of(inner) is not event_tree:
        raise Broken("an event as JSON text in body", repr(obj["body"][:40]))
    return event_tree(inner)
