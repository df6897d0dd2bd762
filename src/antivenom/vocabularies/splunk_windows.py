"""The shape in Splunk of each kind of Windows event."""

from __future__ import annotations

from collections.abc import Iterable

from antivenom.tables import Event
from antivenom.vocabularies import splunk_sysmon
from antivenom.vocabularies.activity_windows import LINUX_SYSMON, SECURITY, SYSMON
from antivenom.vocabularies.mapping import Getter, TextGetter, constant
from antivenom.vocabularies.splunk_security import CREATED, EXITED, SECURITY_COLUMNS
from antivenom.vocabularies.splunk_shape import INDEX, SOURCETYPE, Shape, escaped, without_prefix
from antivenom.vocabularies.splunk_sysmon import Field
from antivenom.vocabularies.splunk_system import BASE, channel


def _shape(*columns: dict[str, Getter], field: Field = escaped) -> Shape:
    merged = dict(BASE)
    for more in columns:
        merged |= more
    return Shape(merged, field, _names)


def _names(event: Event) -> Iterable[str]:
    return without_prefix(event.fields, "System.")


def _linux(name: str) -> TextGetter:
    return escaped(name, quotes=True)


_LINUX: dict[str, Getter] = {
    INDEX: constant("linux"),
    SOURCETYPE: constant(["sysmon:linux", "sysmon_linux"]),
    "source": lambda event: f"Syslog:{channel(event)}",
    "UserId": escaped("System.UserID"),
}

_GENERIC = _shape()
_SYSMON_ANY = _shape(splunk_sysmon.common(escaped))
_LINUX_ANY = _shape(splunk_sysmon.common(_linux), _LINUX, field=_linux)
_SECURITY_ANY = _shape(SECURITY_COLUMNS)
_BY_KIND = {
    **{
        f"{SYSMON}/{code}": _shape(splunk_sysmon.common(escaped), columns)
        for code, columns in splunk_sysmon.by_code(escaped, "Microsoft Windows").items()
    },
    **{
        f"{LINUX_SYSMON}/{code}": _shape(splunk_sysmon.common(_linux), columns, _LINUX, field=_linux)
        for code, columns in splunk_sysmon.by_code(_linux, "Linux").items()
    },
    f"{SECURITY}/4688": _shape(SECURITY_COLUMNS, CREATED),
    f"{SECURITY}/4689": _shape(SECURITY_COLUMNS, EXITED),
}
_BY_PROVIDER = {SYSMON: _SYSMON_ANY, LINUX_SYSMON: _LINUX_ANY, SECURITY: _SECURITY_ANY}


def shape(kind: str) -> Shape:
    """The shape of a kind of Windows event."""
    found = _BY_KIND.get(kind)
    return found or _BY_PROVIDER.get(kind.rpartition("/")[0], _GENERIC)
