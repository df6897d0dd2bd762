"""Defender's logons, listening ports and name resolutions as activities.

Columns: Microsoft's reference of DeviceLogonEvents, DeviceNetworkEvents and DeviceEvents. What AdditionalFields hold
for DnsQueryResponse and DnsConnectionInspected: published queries over them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from antivenom.tables import Event
from antivenom.vocabularies.activity_defender import ACTOR, COMMON, account, action
from antivenom.vocabularies.mapping import ActivityMap, Getter, constant, given, number, through

_LOGONS = ("LogonSuccess", "LogonFailed", "LogonAttempted")

_LOGON = ActivityMap(
    "authentication",
    {
        **COMMON,
        "activity_name": constant("Logon"),
        "status": action({"LogonSuccess": "Success", "LogonFailed": "Failure"}),
        **account("user", ""),
        "logon_type": given("LogonType"),
        "auth_protocol": given("Protocol"),
        "status_detail": given("FailureReason"),
        "src.ip": given("RemoteIP"),
        "src.hostname": given("RemoteDeviceName"),
        "session.uid": given("LogonId"),
        **ACTOR,
    },
    when=lambda event: event.fields.get("ActionType") in _LOGONS,
)

_PORT = ActivityMap(
    "port",
    {
        **COMMON,
        "activity_name": constant("Listen"),
        "protocol": through(str.lower, given("Protocol")),
        "dst.ip": given("LocalIP"),
        "dst.port": number("LocalPort"),
        **ACTOR,
    },
    when=lambda event: event.fields.get("ActionType") == "ListeningConnectionCreated",
)


def _added(event: Event) -> Mapping[str, object]:
    """The JSON object in AdditionalFields; nothing where it is none."""
    try:
        found = json.loads(given("AdditionalFields")(event) or "")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _member(*names: str) -> Getter:
    def get(event: Event) -> str | None:
        found = _added(event)
        value = next((found[name] for name in names if found.get(name) not in (None, "")), None)
        return None if value is None or isinstance(value, dict | list) else str(value)

    return get


def _answers(event: Event) -> list[str] | None:
    """The addresses and names that answered: texts, or objects with a Result."""
    found = _added(event)
    answers = found.get("answers") or found.get("DnsQueryResult")
    if not isinstance(answers, list):
        return None
    texts = (one.get("Result") if isinstance(one, dict) else one for one in answers)
    return [str(text) for text in texts if text] or None


_DNS_ACTIONS = ("DnsQueryResponse", "DnsConnectionInspected")

_DNS = ActivityMap(
    "dns",
    {
        **COMMON,
        "activity_name": constant("Response"),
        "query.hostname": _member("DnsQueryString", "query"),
        "query.type": _member("DnsQueryType", "qtype_name"),
        "rcode_id": _member("rcode", "rcode_name"),
        "answers": _answers,
        **ACTOR,
    },
    when=lambda event: event.fields.get("ActionType") in _DNS_ACTIONS,
)

MAPS: dict[str, tuple[ActivityMap, ...]] = {
    "DeviceLogonEvents": (_LOGON,),
    "DeviceNetworkEvents": (_PORT, _DNS),
    "DeviceEvents": (_DNS,),
}
"""Defender table -> its activities, beside those of `activity_defender`."""
