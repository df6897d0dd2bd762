"""Windows events as JSON rows: Winlogbeat, NXLog and Logstash, flat Sysmon rows, Log Analytics rows.

What a row holds beyond the event's own values (a shipper's tags, ECS fields, a rendered message) is kept
under its own name and left out of the XML that is rendered.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from antivenom.telemetry import eventxml
from antivenom.telemetry.eventxml import SYSTEM, Broken, Fields
from antivenom.telemetry.windows_shaped import Object, Shaped, keep_foreign, keywords, text_of, value_of

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


def winlogbeat(obj: Object) -> Shaped:
    """Winlogbeat 7 and later: the event under `winlog`, ECS fields beside it; task and opcode are names."""
    return _from_winlog(obj["winlog"], {key: value for key, value in obj.items() if key != "winlog"}, "winlog.")


def old_winlogbeat(obj: Object) -> Shaped:
    """Winlogbeat before 7: everything at top level."""
    return _from_winlog(obj, {}, "")


def _from_winlog(winlog: Object, beside: Object, prefix: str) -> Shaped:
    shaped = Shaped({})
    fields = shaped.fields
    for key, value in winlog.items():
        name = _WINLOG.get(key)
        if name is not None and not isinstance(value, (dict, list)) and value is not None:
            fields.setdefault(SYSTEM + name, text_of(value))
    for path, name in _WINLOG_NESTED.items():
        inner = _inside(winlog, path)
        if inner is not None:
            fields.setdefault(SYSTEM + name, text_of(inner))
    time = winlog.get("@timestamp", beside.get("@timestamp"))
    if isinstance(time, str):
        fields.setdefault("System.TimeCreated", time)
    for section in ("event_data", "user_data"):
        payload = winlog.get(section)
        for name, value in payload.items() if isinstance(payload, dict) else ():
            fields[eventxml.payload_name(name)] = value_of(value)
    for key, value in (*winlog.items(), *beside.items()):
        if key in ("event_data", "user_data", "@timestamp") or (key in _WINLOG and key in winlog):
            continue
        keep_foreign(shaped, prefix + key if key in winlog else key, value)
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


def shipped(obj: Object) -> Shaped:
    """One flat object: System values under NXLog's names, EventData under its own, the shipper's beside them.

    The time is TimeCreated where it names its zone, else `@timestamp`, else EventTime, which is local time
    where it was written: without anything better it is taken as UTC.
    """
    fields: Fields = {}
    for key, value in obj.items():
        name = _SHIPPED.get(key)
        if name is None:
            name = key if key[:7] != SYSTEM else eventxml.payload_name(key)
            fields[name] = value if isinstance(value, str) else value_of(value)
        elif value is not None:
            fields[name] = value if isinstance(value, str) else text_of(value)
    if isinstance(obj.get("Keywords"), int):
        fields["System.Keywords"] = keywords(obj["Keywords"])
    shaped = Shaped(fields, {*(_SHIPPERS_OWN & fields.keys())})
    if "AccountType" in fields:
        shaped.foreign |= _NXLOG_RESOLVED & fields.keys()
    if fields.get("EventType") in _NXLOG_TYPES:
        shaped.foreign.add("EventType")
    time = _shipped_time(obj)
    if time is not None:
        fields["System.TimeCreated"] = text_of(obj[time])
        shaped.foreign.discard(time)
        del fields[time]
    return shaped


def _shipped_time(obj: Mapping[str, Any]) -> str | None:
    """The member that tells the time best."""
    created = obj.get("TimeCreated")
    if isinstance(created, str) and created.endswith("Z"):
        return "TimeCreated"
    return next((name for name in ("@timestamp", "TimeCreated", "EventTime") if isinstance(obj.get(name), str)), None)


# Flat Sysmon rows


def sysmon_row(obj: Object) -> Shaped:
    """A flat row of Sysmon values with their event id and nothing of the System section.

    The provider is Sysmon's because only Sysmon has EventId beside UtcTime; UtcTime is the time.
    """
    fields: Fields = {"System.Provider": "Microsoft-Windows-Sysmon"}
    for key, value in obj.items():
        if key in ("EventId", "EventID"):
            fields["System.EventID"] = text_of(value)
        elif key in ("Computer", "ComputerName", "Hostname") and isinstance(value, str):
            fields["System.Computer"] = value
        else:
            fields[eventxml.payload_name(key)] = value_of(value)
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


def log_analytics_row(obj: Object) -> Shaped:
    """A row of Log Analytics' WindowsEvent or Event table: EventData is JSON text, XML text or an object."""
    shaped = Shaped({})
    for key, value in obj.items():
        if key in _ANALYTICS and isinstance(value, (str, int)):
            text = keywords(value) if key == "Keywords" else text_of(value)
            shaped.fields.setdefault(SYSTEM + _ANALYTICS[key], text)
    generated = obj.get("TimeGenerated")
    if "System.TimeCreated" not in shaped.fields and isinstance(generated, str):
        shaped.fields["System.TimeCreated"] = generated
    shaped.fields.update(_analytics_data(obj["EventData"]))
    for key, value in obj.items():
        if key not in _ANALYTICS and key != "EventData":
            keep_foreign(shaped, key, value)
    return shaped


def _analytics_data(data: object) -> Fields:
    if isinstance(data, str) and data.lstrip().startswith("<"):
        return {name: value for name, value in eventxml.parse_payload(data).items() if not name.startswith(SYSTEM)}
    if isinstance(data, str) and data.strip():
        try:
            data = orjson.loads(data)
        except orjson.JSONDecodeError as error:
            raise Broken("EventData as JSON or XML text", str(error)) from None
    if not data:
        return {}
    if not isinstance(data, dict):
        raise Broken("EventData as an object", repr(text_of(data)[:40]))
    return {eventxml.payload_name(name): value_of(value) for name, value in data.items()}
