"""The shapes in which tools write Windows events as JSON objects, each turned into the fields an event's XML has.

A shape is known by its member names. What it holds beyond the event's own values (a shipper's tags, ECS
fields, a rendered message) is kept under its own name, nested names joined by dots, and left out of the XML
that is rendered as `Event.raw`. Values are text as XML shows them: `true`, decimal numbers, hexadecimal Keywords.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from antivenom.tables import FieldValue
from antivenom.telemetry import eventxml, windows
from antivenom.telemetry.eventxml import SYSTEM, Broken, Fields

Object = dict[str, Any]


@dataclass(slots=True)
class Shaped:
    """An event's fields, which of them are not the event's own, and its payload as XML where it is no EventData."""

    fields: Fields
    foreign: set[str] = field(default_factory=set)
    sections: dict[str, Any] = field(default_factory=dict)

    def raw(self) -> str:
        """The event's XML as Windows would render it."""
        payload = "".join(_element(name, value) for name, value in self.sections.items()) or None
        return windows.render(self.fields, leave_out=self.foreign, payload=payload)


Shape = Callable[[Object], Shaped]


def shape_of(obj: Object) -> Shape | None:
    """The shape an object has, or None when it is no Windows event."""
    if isinstance(obj.get("_source"), dict):
        return _elastic if shape_of(obj["_source"]) is not None else None
    if isinstance(obj.get("Event"), dict) and "System" in obj["Event"]:
        return _event
    if isinstance(obj.get("System"), dict) and ("EventData" in obj or "UserData" in obj):
        return _bare_event
    if isinstance(obj.get("body"), str):
        return _wrapped if '"Event"' in obj["body"] and '"System"' in obj["body"] else None
    if isinstance(obj.get("winlog"), dict):
        return _winlogbeat
    if "event_id" in obj and ("source_name" in obj or "log_name" in obj):
        return _old_winlogbeat
    return _flat_shape(obj)


def _flat_shape(obj: Object) -> Shape | None:
    if "EventSourceName" in obj or obj.get("Type") == "SecurityEvent":
        return None
    if "EventID" in obj and "EventData" in obj and ("Provider" in obj or "Source" in obj):
        return _log_analytics
    if "EventID" in obj and "SourceName" in obj:
        return _shipped
    if ("EventId" in obj or "EventID" in obj) and "UtcTime" in obj:
        return _sysmon
    return None


# Values

_GUID = re.compile(r"[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}")


def _text(value: object) -> str:
    """A JSON value as XML shows it; nested values as JSON text."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    return orjson.dumps(value).decode()


def _value(value: object) -> FieldValue:
    """A field's value: text, several texts, or nothing for null and for an empty list."""
    if isinstance(value, str):
        return value
    if value is None:
        return None
    if isinstance(value, list):
        texts = [_text(one) for one in value]
        return texts if len(texts) > 1 else texts[0] if texts else None
    return _text(value)


def _flattened(name: str, value: object, depth: int = 0) -> Iterator[tuple[str, FieldValue]]:
    """A value's leaves under dotted names. Raises Broken below `eventxml.DEEPEST`."""
    if not isinstance(value, dict):
        yield name, _value(value)
        return
    if depth > eventxml.DEEPEST:
        raise Broken(f"at most {eventxml.DEEPEST} objects inside each other", "more")
    for key, inner in value.items():
        yield from _flattened(f"{name}.{key}", inner, depth + 1)


def _keep_foreign(shaped: Shaped, name: str, value: object) -> None:
    for leaf, text in _flattened(name, value):
        leaf = eventxml.payload_name(leaf)
        if leaf not in shaped.fields:
            shaped.fields[leaf] = text
            shaped.foreign.add(leaf)


def _keywords(value: object) -> str:
    """Keywords as XML shows them: 64 bits, hexadecimal."""
    return hex(value & 0xFFFF_FFFF_FFFF_FFFF) if isinstance(value, int) else _text(value)


def _numeric(value: object) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and value.isdecimal())


# The event's own tree, as evtx_dump and XML converters write it


def _event(obj: Object) -> Shaped:
    """`{"Event": {"System": {...}, "EventData": {...}}}`: evtx_dump's `#attributes` and `#text`, or plain members.

    evtx_dump numbers elements of one name (`Data`, `Data_1`): a number is taken off where the name before it
    stands in the same object. Its GUIDs get their braces back.
    """
    return _from_tree(obj["Event"])


def _bare_event(obj: Object) -> Shaped:
    return _from_tree(obj)


def _from_tree(event: Object) -> Shaped:
    system = event["System"]
    if not isinstance(system, dict):
        raise Broken("a System object", _text(system)[:40])
    shaped = Shaped({})
    for name, value in _members(system):
        attributes, content, inner = _split(value)
        attributes.update((key, _text(one)) for key, one in inner if not isinstance(one, (dict, list)))
        eventxml.add_system(shaped.fields, name, _braced(attributes), content)
    for name, value in _members(event):
        if name in ("System", "RenderingInfo", "xmlns"):
            continue
        _add_tree(shaped.fields, ["Event", name], value)
        if name != "EventData":
            shaped.sections[name] = value
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
        return {}, _text(value), []
    attributes: dict[str, str] = {}
    noted = value.get("#attributes")
    if isinstance(noted, dict):
        attributes.update((key, _text(one)) for key, one in noted.items())
    attributes.update((key[1:], _text(one)) for key, one in value.items() if key.startswith("@"))
    inner = list(_members(value))
    content: str | None = None if inner else ""
    if "#text" in value:
        content = _text(value["#text"])
    elif "text" in value or (set(value) == {"Name"}):
        content = _text(value.get("text"))
        inner = [pair for pair in inner if pair[0] != "text"]
    return attributes, content, inner


def _braced(attributes: dict[str, str]) -> dict[str, str]:
    return {key: _brace(value) for key, value in attributes.items()}


def _brace(text: str) -> str:
    return f"{{{text}}}" if len(text) == 36 and _GUID.fullmatch(text) else text


def _add_tree(fields: Fields, path: list[str], value: object) -> None:
    """Add all values of an element and those inside it. Raises Broken below `eventxml.DEEPEST`."""
    if len(path) > eventxml.DEEPEST:
        raise Broken(f"at most {eventxml.DEEPEST} elements inside each other", "more")
    if isinstance(value, list):
        for one in value:
            _add_tree(fields, path, one)
    elif isinstance(value, dict) and isinstance(value.get("#text"), list):
        for one in value["#text"]:
            _add_tree(fields, path, {**value, "#text": one})
    elif isinstance(value, dict):
        attributes, content, inner = _split(value)
        if path[-1] == "Data":
            attributes.update((key, _text(one)) for key, one in inner if key == "Name")
            inner = [pair for pair in inner if pair[0] != "Name"]
        for name, one in inner:
            _add_tree(fields, [*path, name], one)
        if content is not None or attributes:
            eventxml.add_payload(
                fields, path, _braced(attributes), None if content is None else _brace(content)
            )
    else:
        eventxml.add_payload(fields, path, {}, _brace(_text(value)))


def _element(name: str, value: object, depth: int = 0) -> str:
    """An element as XML, for payload that is no EventData."""
    if depth > eventxml.DEEPEST:
        raise Broken(f"at most {eventxml.DEEPEST} elements inside each other", "more")
    if isinstance(value, list):
        return "".join(_element(name, one, depth) for one in value)
    attributes, content, inner = _split(value)
    shown = "".join(f" {key}='{windows.escape_attribute(_brace(one))}'" for key, one in attributes.items())
    text = windows.escape_text(_brace(content or ""))
    inside = "".join(_element(key, one, depth + 1) for key, one in inner)
    return f"<{name}{shown}>{text}{inside}</{name}>"


# Wrappers


def _elastic(obj: Object) -> Shaped:
    """A hit of an Elasticsearch export: the event is its `_source`."""
    source = obj["_source"]
    shape = shape_of(source)
    assert shape is not None
    return shape(source)


def _wrapped(obj: Object) -> Shaped:
    """A collector's wrapper, with the event as JSON text in `body`; the wrapper's other members are not kept."""
    try:
        inner = orjson.loads(obj["body"])
    except orjson.JSONDecodeError as error:
        raise Broken("an event as JSON text in body", str(error)) from None
    if not isinstance(inner, dict) or shape_of(inner) is not _event:
        raise Broken("an event as JSON text in body", repr(obj["body"][:40]))
    return _event(inner)


# Winlogbeat

_WINLOG = {
    "provider_name": "Provider",
    "source_name": "Provider",
    "provider_guid": "ProviderGuid",
    "event_id": "EventID",
    "version": "Version",
    "channel": "Channel",
    "log_name": "Channel",
    "computer_name": "Computer",
    "record_id": "EventRecordID",
    "record_number": "EventRecordID",
    "activity_id": "ActivityID",
    "related_activity_id": "RelatedActivityID",
    "process_id": "ProcessID",
    "thread_id": "ThreadID",
    "time_created": "TimeCreated",
}
_WINLOG_NESTED = {
    ("process", "pid"): "ProcessID",
    ("process", "thread", "id"): "ThreadID",
    ("user", "identifier"): "UserID",
}


def _winlogbeat(obj: Object) -> Shaped:
    """Winlogbeat 7 and later: the event under `winlog`, ECS fields beside it. Task and opcode are names there."""
    return _from_winlog(
        obj["winlog"], {key: value for key, value in obj.items() if key != "winlog"}, "winlog."
    )


def _old_winlogbeat(obj: Object) -> Shaped:
    """Winlogbeat before 7: everything at top level."""
    return _from_winlog(obj, {}, "")


def _from_winlog(winlog: Object, beside: Object, prefix: str) -> Shaped:
    shaped = Shaped({})
    fields = shaped.fields
    for key, value in winlog.items():
        name = _WINLOG.get(key)
        if name is not None and not isinstance(value, (dict, list)) and value is not None:
            fields.setdefault(SYSTEM + name, _text(value))
    for path, name in _WINLOG_NESTED.items():
        inner = _inside(winlog, path)
        if inner is not None:
            fields.setdefault(SYSTEM + name, _text(inner))
    time = winlog.get("@timestamp", beside.get("@timestamp"))
    if isinstance(time, str):
        fields.setdefault("System.TimeCreated", time)
    for section in ("event_data", "user_data"):
        payload = winlog.get(section)
        for name, value in payload.items() if isinstance(payload, dict) else ():
            fields[eventxml.payload_name(name)] = _value(value)
    for key, value in (*winlog.items(), *beside.items()):
        if key in ("event_data", "user_data", "@timestamp") or (key in _WINLOG and key in winlog):
            continue
        _keep_foreign(shaped, prefix + key if key in winlog else key, value)
    return shaped


def _inside(obj: Object, path: tuple[str, ...]) -> object:
    value: object = obj
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return None if isinstance(value, (dict, list)) else value


# NXLog, Windows event forwarding through Logstash

_SHIPPED = {
    "EventID": "EventID",
    "SourceName": "Provider",
    "ProviderGuid": "ProviderGuid",
    "Channel": "Channel",
    "Hostname": "Computer",
    "Computer": "Computer",
    "RecordNumber": "EventRecordID",
    "EventRecordID": "EventRecordID",
    "Task": "Task",
    "Version": "Version",
    "Level": "Level",
    "OpcodeValue": "Opcode",
    "Keywords": "Keywords",
    "ExecutionProcessID": "ProcessID",
    "ExecutionThreadID": "ThreadID",
    "ThreadID": "ThreadID",
    "ActivityID": "ActivityID",
    "RelatedActivityID": "RelatedActivityID",
    "UserID": "UserID",
}
_SHIPPED = {key: SYSTEM + name for key, name in _SHIPPED.items()}
_SHIPPERS_OWN = frozenset(
    "Message tags @version @timestamp host port Severity SeverityValue Category Opcode SourceModuleName "
    "SourceModuleType EventReceivedTime EventTime TimeCreated EventTypeOrignal EventTypeOriginal".split()
)
_NXLOG_RESOLVED = frozenset(("AccountName", "AccountType", "Domain"))
_NXLOG_TYPES = frozenset("INFO WARNING ERROR CRITICAL VERBOSE DEBUG AUDIT_SUCCESS AUDIT_FAILURE".split())


def _shipped(obj: Object) -> Shaped:
    """One flat object: System values under NXLog's names, EventData under its own, the shipper's beside them.

    The time is TimeCreated where it names its zone, else `@timestamp`, else EventTime, which is local time
    where it was written: without anything better it is taken as UTC.
    """
    fields: Fields = {}
    for key, value in obj.items():
        name = _SHIPPED.get(key)
        if name is None:
            name = key if key[:7] != SYSTEM else eventxml.payload_name(key)
            fields[name] = value if isinstance(value, str) else _value(value)
        elif value is not None:
            fields[name] = value if isinstance(value, str) else _text(value)
    if isinstance(obj.get("Keywords"), int):
        fields["System.Keywords"] = _keywords(obj["Keywords"])
    shaped = Shaped(fields, {*(_SHIPPERS_OWN & fields.keys())})
    if "AccountType" in fields:
        shaped.foreign |= _NXLOG_RESOLVED & fields.keys()
    if fields.get("EventType") in _NXLOG_TYPES:
        shaped.foreign.add("EventType")
    time = _shipped_time(obj)
    if time is not None:
        fields["System.TimeCreated"] = _text(obj[time])
        shaped.foreign.discard(time)
        del fields[time]
    return shaped


def _shipped_time(obj: Mapping[str, Any]) -> str | None:
    """The member that tells the time best."""
    created = obj.get("TimeCreated")
    if isinstance(created, str) and created.endswith("Z"):
        return "TimeCreated"
    return next(
        (name for name in ("@timestamp", "TimeCreated", "EventTime") if isinstance(obj.get(name), str)), None
    )


# Flat Sysmon rows


def _sysmon(obj: Object) -> Shaped:
    """A flat row of Sysmon values with their event id and nothing of the System section.

    The provider is Sysmon's because only Sysmon has EventId beside UtcTime; UtcTime is the time.
    """
    fields: Fields = {"System.Provider": "Microsoft-Windows-Sysmon"}
    for key, value in obj.items():
        if key in ("EventId", "EventID"):
            fields["System.EventID"] = _text(value)
        elif key in ("Computer", "ComputerName", "Hostname") and isinstance(value, str):
            fields["System.Computer"] = value
        else:
            fields[eventxml.payload_name(key)] = _value(value)
    if isinstance(obj["UtcTime"], str):
        fields["System.TimeCreated"] = obj["UtcTime"]
    return Shaped(fields)


# Log Analytics

_ANALYTICS = {
    "Provider": "Provider",
    "Source": "Provider",
    "Channel": "Channel",
    "EventLog": "Channel",
    "Computer": "Computer",
    "EventID": "EventID",
    "EventLevel": "Level",
    "Task": "Task",
    "Opcode": "Opcode",
    "Version": "Version",
    "Keywords": "Keywords",
    "EventRecordId": "EventRecordID",
    "SystemProcessId": "ProcessID",
    "SystemThreadId": "ThreadID",
    "SystemUserId": "UserID",
    "TimeCreated": "TimeCreated",
}


def _log_analytics(obj: Object) -> Shaped:
    """A row of Log Analytics' WindowsEvent or Event table: EventData is JSON text, XML text or an object."""
    shaped = Shaped({})
    for key, value in obj.items():
        if key in _ANALYTICS and isinstance(value, (str, int)):
            text = _keywords(value) if key == "Keywords" else _text(value)
            shaped.fields.setdefault(SYSTEM + _ANALYTICS[key], text)
    generated = obj.get("TimeGenerated")
    if "System.TimeCreated" not in shaped.fields and isinstance(generated, str):
        shaped.fields["System.TimeCreated"] = generated
    shaped.fields.update(_analytics_data(obj["EventData"]))
    for key, value in obj.items():
        if key not in _ANALYTICS and key != "EventData":
            _keep_foreign(shaped, key, value)
    return shaped


def _analytics_data(data: object) -> Fields:
    if isinstance(data, str) and data.lstrip().startswith("<"):
        return {
            name: value for name, value in eventxml.parse_payload(data).items() if not name.startswith(SYSTEM)
        }
    if isinstance(data, str) and data.strip():
        try:
            data = orjson.loads(data)
        except orjson.JSONDecodeError as error:
            raise Broken("EventData as JSON or XML text", str(error)) from None
    if not data:
        return {}
    if not isinstance(data, dict):
        raise Broken("EventData as an object", repr(_text(data)[:40]))
    return {eventxml.payload_name(name): _value(value) for name, value in data.items()}
