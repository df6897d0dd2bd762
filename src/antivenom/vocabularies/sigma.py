"""Sigma's log sources over the events of all products: the table each of them names.

A rule says `logsource: {product, category, service}`. What can be a row of it stands in `sigma_sources`; a stream is
made of native events (Windows events by provider, channel and id, audit records) and, for the generic categories, of
what other sensors recorded of the same activity. Only what did happen is shown, of connections also those that were
tried, and each event once.
Source: SigmaHQ/sigma-specification, appendix "Sigma Taxonomy" 2.1.0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from antivenom.errors import UsageError
from antivenom.tables import Need
from antivenom.vocabularies import sigma_security
from antivenom.vocabularies.activity import kinds_of_activity
from antivenom.vocabularies.activity_windows import LINUX_SYSMON, SYSMON
from antivenom.vocabularies.sigma_audit import RECORDS
from antivenom.vocabularies.sigma_rows import TEXT, TIME_COLUMN, Native, Rows
from antivenom.vocabularies.sigma_sources import (
    ANTIVIRUS,
    AUDITD,
    CATEGORIES,
    DETECTIONS,
    EVENT_TYPES,
    LINUX,
    LINUX_SYSMON_CATEGORIES,
    MACOS,
    PROVIDED,
    SERVICES,
    SYSMON_CATEGORIES,
    WINDOWS,
)
from antivenom.vocabularies.sigma_views import UNIX_CATEGORIES, VIEWS, View
from antivenom.vocabularies.sigma_windows import CLASSIC, EVENTS, SECURITY_EVENTS, WINDOWS_EVENTS, with_types
from antivenom.vocabularies.sigma_windows import DETECTIONS as DETECTED

__all__ = ["TEXT", "TIME_COLUMN", "LogSource", "Stream", "named", "stream"]

_PREFIX, _ANY = "sigma", "any"
_PRODUCTS = (WINDOWS, LINUX, MACOS)

SYSTEMS: Mapping[str, str] = {WINDOWS: "Windows", LINUX: "Linux", MACOS: "macOS"}
"""Sigma's product -> `device.os.type`."""

_SENSORS: Mapping[str | None, tuple[str, ...]] = {
    None: ("windows", "auditd", "defender", "securityevent", "eslogger", "esxi"),
    WINDOWS: ("windows", "defender", "securityevent"),
    LINUX: ("windows", "auditd", "defender"),
    MACOS: ("defender", "eslogger"),
}
"""Sigma's product -> the products whose events can tell of it; those of Sysmon for Linux are "windows"."""

_SHOWN: Mapping[str, frozenset[str]] = {
    "security": frozenset(("Security", "SecurityEvent")),
    AUDITD: frozenset(("auditd",)),
}
"""Service -> `metadata.product` of the activities that its log records."""


class Source(Protocol):
    """What names a log source, such as a rule's; None for what it does not say."""

    @property
    def product(self) -> str | None:
        """The system."""

    @property
    def category(self) -> str | None:
        """The activity."""

    @property
    def service(self) -> str | None:
        """The log."""


@dataclass(frozen=True, slots=True)
class LogSource:
    """A log source as the vocabulary spells it."""

    product: str | None = None
    category: str | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """The table of a log source.

    name      its name: "sigma.windows.process_creation".
    source    the log source.
    natives   the events that are rows as they stand.
    view      what it shows of activities other sensors recorded, or None.
    products  the `metadata.product` values the view is bound to, or None for all but Sysmon.
    """

    name: str
    source: LogSource
    natives: tuple[Native, ...]
    view: View | None
    products: frozenset[str] | None = None

    def kinds(self, named: frozenset[str] | None = None) -> frozenset[str] | None:
        """The kinds of events that readers must deliver (as in `Need.kinds`), None for all.

        `named` are the only event ids, or audit record types, that a rule wants; None says it wants any.
        """
        found = [native.needs(named) for native in self.natives]
        if self.view is not None:
            sensors = _SENSORS[self.source.product]
            found += [kinds_of_activity(table, sensors) for table in ("process", self.view.activity)]
        return None if None in found else frozenset[str]().union(*(kinds for kinds in found if kinds))

    def need(self, columns: frozenset[str], named: frozenset[str] | None = None) -> Need:
        """What readers must give for these columns."""
        lines = TEXT in columns and any(native.product == "auditd" for native in self.natives)
        return Need(self.kinds(named), raw=False, raw_of=frozenset(("auditd",)) if lines else frozenset())


def stream(source: Source) -> Stream | None:
    """The stream of a log source; None for one that no log read here can hold (webserver, aws, zeek)."""
    product, category, service = (_plain(value) for value in (source.product, source.category, source.service))
    known = product is None or product in _PRODUCTS
    if not known or (product, category, service) == (None, None, None):
        return None
    plain = LogSource(product, category, service)
    if category is None:
        natives = _of_product(product) if service is None else _of_service(product, service)
        return Stream(_name(plain), plain, natives, None) if natives else None
    return _of_category(plain)


def named(name: str) -> Stream:
    """The stream of this name. Raises UsageError for a name that no stream has."""
    prefix, *parts = name.split(".")
    product, what, service = [*parts, None, None, None][:3]
    category = what if what in CATEGORIES else None
    if category is None and what != _ANY:
        service = what
    found = stream(LogSource(None if product == _ANY else product, category, service))
    if prefix != _PREFIX or found is None or found.name != name:
        raise UsageError(f"no Sigma log source is named {name}", hint="such as sigma.windows.process_creation")
    return found


def _plain(value: str | None) -> str | None:
    return value.strip().lower() or None if value is not None else None


def _name(source: LogSource) -> str:
    parts = [source.product or _ANY, *(part for part in (source.category, source.service) if part)]
    return ".".join((_PREFIX, *parts, *([_ANY] if len(parts) == 1 else [])))


def _of_product(product: str | None) -> tuple[Native, ...]:
    """All events of a system."""
    if product == WINDOWS:
        return (
            Native("windows", None, None, WINDOWS_EVENTS),
            Native("securityevent", None, None, SECURITY_EVENTS),
        )
    if product == LINUX:
        channel = frozenset((f"{LINUX_SYSMON}/Operational".casefold(),))
        return (Native("auditd", None, None, RECORDS), Native("windows", None, channel, EVENTS))
    return ()


def _of_service(product: str | None, service: str) -> tuple[Native, ...]:
    """All events of a log."""
    if service == AUDITD and product in (None, LINUX):
        return (Native("auditd", None, None, RECORDS),)
    if service not in SERVICES or product not in (None, WINDOWS):
        return ()
    rows = CLASSIC if service == "powershell-classic" else EVENTS
    own = Native("windows", None, SERVICES[service], rows)
    return (own, Native("securityevent", None, None, SECURITY_EVENTS)) if service == "security" else (own,)


def _of_category(source: LogSource) -> Stream | None:
    """The events of a category, of one log only where the source names a service too."""
    product, category, service = source.product, source.category or "", source.service
    natives = [native for one in _PRODUCTS if product in (None, one) for native in _natives(one, category)]
    view = VIEWS.get(category)
    if product in (LINUX, MACOS) and category not in UNIX_CATEGORIES:
        view = None
    products = None
    if service is not None:
        channels = SERVICES.get(service, frozenset())
        natives = [native for native in natives if native.channels is not None and native.channels & channels]
        products = _SHOWN.get(service)
        view = None if products is None else view
    if not natives and view is None:
        return None
    return Stream(_name(source), source, tuple(natives), view, products)


def _natives(product: str, category: str) -> tuple[Native, ...]:
    """The events of a system that are of a category as they stand."""
    if product == LINUX:
        return (_sysmon(LINUX_SYSMON, category),) if category in LINUX_SYSMON_CATEGORIES else ()
    if product != WINDOWS:
        return ()
    natives = list(sigma_security.natives(category))
    if category in SYSMON_CATEGORIES:
        natives.append(_sysmon(SYSMON, category))
    if category in PROVIDED:
        natives.append(_provided(category))
    if category == ANTIVIRUS:
        natives.append(Native("windows", DETECTIONS, None, DETECTED))
    return tuple(natives)


def _sysmon(provider: str, category: str) -> Native:
    kinds = frozenset(f"{provider}/{code}" for code in SYSMON_CATEGORIES[category])
    return Native("windows", kinds, frozenset((f"{provider}/Operational".casefold(),)), _rows(category))


def _rows(category: str) -> Rows:
    return with_types(EVENT_TYPES[category]) if category in EVENT_TYPES else EVENTS


def _provided(category: str) -> Native:
    providers, codes, service = PROVIDED[category]
    kinds = frozenset(f"{provider}/{code}" for provider in providers for code in codes)
    rows = CLASSIC if service == "powershell-classic" else EVENTS
    return Native("windows", kinds, SERVICES[service] if service else None, rows)
