"""Security audit events 4657 and 5156 as the Sysmon events that would say so.

From Microsoft's pages of the events: 4657 is a registry value that was made, changed or deleted, its key as the
kernel names it; in 5156, a connection that was allowed, the source is always this machine's side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from antivenom.tables import Event
from antivenom.vocabularies.activity_windows import SECURITY
from antivenom.vocabularies.mapping import Getter, TextGetter, constant, first, given, host_of, to_long
from antivenom.vocabularies.sigma_registry import details, value_path
from antivenom.vocabularies.sigma_rows import Native, Rows
from antivenom.vocabularies.sigma_windows import EVENTS, SECURITY_EVENTS

_FAILURE = 0x10_0000_0000_0000
"""The bit of `Keywords` that says an attempt failed."""

_NEW, _CHANGED, _DELETED = "%%1904", "%%1905", "%%1906"
_OPERATIONS = {
    "registry_set": frozenset((_NEW, _CHANGED)),
    "registry_delete": frozenset((_DELETED,)),
    "registry_event": frozenset((_NEW, _CHANGED, _DELETED)),
}
_TYPES = {
    "%%1873": "String",
    "%%1874": "ExpandString",
    "%%1875": "Binary",
    "%%1876": "Dword",
    "%%1879": "MultiString",
    "%%1883": "Qword",
}
_INBOUND = "%%14592"
_PROTOCOLS = {"6": "tcp", "17": "udp"}


def _failed(event: Event) -> bool:
    keywords = given("System.Keywords")(event) or given("Keywords")(event) or "0"
    try:
        return bool(int(keywords, 0) & _FAILURE)
    except ValueError:
        return False


def _target(event: Event) -> str | None:
    key, value = given("ObjectName")(event), given("ObjectValueName")(event)
    return None if key is None else value_path(key, value)


def _details(event: Event) -> str | None:
    if given("OperationType")(event) == _DELETED:
        return None
    return details(_TYPES.get(given("NewValueType")(event) or ""), given("NewValue")(event))


def _account(event: Event) -> str | None:
    name, domain = given("SubjectUserName")(event), given("SubjectDomainName")(event)
    return name if name is None or domain is None else f"{domain}\\{name}"


def _decimal(name: str) -> TextGetter:
    def get(event: Event) -> str | None:
        number = to_long(given(name)(event) or "")
        return None if number is None else str(number)

    return get


def _deleted(event: Event) -> bool:
    return given("OperationType")(event) == _DELETED


_COMMON: Mapping[str, Getter] = {
    "Computer": host_of,
    "ProcessId": first(_decimal("ProcessId"), _decimal("ProcessID")),
    "Image": first(given("ProcessName"), given("Application")),
    "User": _account,
}

_REGISTRY: Mapping[str, Getter] = {
    **_COMMON,
    "EventID": lambda event: "12" if _deleted(event) else "13",
    "EventType": lambda event: "DeleteValue" if _deleted(event) else "SetValue",
    "TargetObject": _target,
    "Details": _details,
}


def _inbound(event: Event) -> bool:
    return given("Direction")(event) == _INBOUND


def _opener(one: str, other: str) -> TextGetter:
    """A value of the side that opened the connection, which Sysmon calls its source."""
    here, there = given(one), given(other)
    return lambda event: there(event) if _inbound(event) else here(event)


def _protocol(event: Event) -> str | None:
    number = given("Protocol")(event)
    return None if number is None else _PROTOCOLS.get(number, number)


def _is_ipv6(address: TextGetter) -> TextGetter:
    def get(event: Event) -> str | None:
        text = address(event)
        return None if text is None else "true" if ":" in text else "false"

    return get


_SOURCE, _DESTINATION = _opener("SourceAddress", "DestAddress"), _opener("DestAddress", "SourceAddress")

_NETWORK: Mapping[str, Getter] = {
    **_COMMON,
    "EventID": constant("3"),
    "Initiated": lambda event: "false" if _inbound(event) else "true",
    "Protocol": _protocol,
    "SourceIp": _SOURCE,
    "SourceIsIpv6": _is_ipv6(_SOURCE),
    "SourcePort": _opener("SourcePort", "DestPort"),
    "DestinationIp": _DESTINATION,
    "DestinationIsIpv6": _is_ipv6(_DESTINATION),
    "DestinationPort": _opener("DestPort", "SourcePort"),
}


def _of_operations(wanted: frozenset[str]) -> Callable[[Event], bool]:
    return lambda event: given("OperationType")(event) in wanted and not _failed(event)


_SORTS: Mapping[str, tuple[str, Mapping[str, Getter], Callable[[Event], bool] | None]] = {
    **{category: ("4657", _REGISTRY, _of_operations(operations)) for category, operations in _OPERATIONS.items()},
    "network_connection": ("5156", _NETWORK, None),
}

_CHANNEL = frozenset(("security",))


def natives(category: str) -> tuple[Native, ...]:
    """The audit events that are of a generic category, from Windows itself and from Log Analytics."""
    if category not in _SORTS:
        return ()
    code, columns, when = _SORTS[category]
    windows, analytics = frozenset((f"{SECURITY}/{code}",)), frozenset((f"SecurityEvent/{code}",))
    return (
        Native("windows", windows, _CHANNEL, Rows(EVENTS.field, columns, when)),
        Native("securityevent", analytics, None, Rows(SECURITY_EVENTS.field, columns, when)),
    )
