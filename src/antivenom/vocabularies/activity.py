"""The common activity tables: what happened, whichever product recorded it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from antivenom.tables import Event
from antivenom.vocabularies import (
    activity_auditd,
    activity_auditd_accounts,
    activity_defender,
    activity_defender_logons,
    activity_eslogger,
    activity_eslogger_logons,
    activity_esxi,
    activity_security,
    activity_securityevent,
    activity_windows,
    activity_windows_system,
)
from antivenom.vocabularies.activity_schema import SCHEMAS
from antivenom.vocabularies.mapping import ActivityMap

__all__ = ["PRODUCTS", "SCHEMAS", "activities", "kinds_of_activity", "maps_of"]

_BY_KIND = {
    "windows": {**activity_windows.MAPS, **activity_security.MAPS, **activity_windows_system.MAPS},
    "defender": {
        table: (*activity_defender.MAPS.get(table, ()), *activity_defender_logons.MAPS.get(table, ()))
        for table in (activity_defender.MAPS | activity_defender_logons.MAPS)
    },
    "securityevent": activity_securityevent.MAPS,
    "eslogger": {**activity_eslogger.MAPS, **activity_eslogger_logons.MAPS},
    "esxi": activity_esxi.MAPS,
}

_AUDIT_PARTS = {**activity_auditd.PARTS, **activity_auditd_accounts.PARTS}

PRODUCTS = ("auditd", *_BY_KIND)
"""Every product whose events reach the activity tables."""


def maps_of(product: str, kind: str) -> tuple[ActivityMap, ...]:
    """The activities an event of this product and kind can be; none for a kind nobody mapped."""
    if product == "auditd":
        return activity_auditd.maps(kind) or activity_auditd_accounts.MAPS.get(kind, ())
    return _BY_KIND.get(product, {}).get(kind, ())


def kinds_of_activity(table: str, products: Collection[str] = PRODUCTS) -> frozenset[str]:
    """Kinds of events of these products that can give rows to an activity table; of audit events, parts."""
    mapped = {
        kind
        for product in products
        for kind, maps in _BY_KIND.get(product, {}).items()
        if any(map_.table == table for map_ in maps)
    }
    return frozenset(mapped) | (_AUDIT_PARTS.get(table, frozenset()) if "auditd" in products else frozenset())


def activities(event: Event) -> Iterator[tuple[str, dict[str, object]]]:
    """The activity rows of one event: table name ("process" ...) and its columns that are not null.

    Times are nanoseconds since 1970. The parent is what the event itself says; see `parents`.
    """
    for map_ in maps_of(event.product, event.kind):
        for row in map_.rows_of(event):
            values = ((column, get(row)) for column, get in map_.columns.items())
            yield map_.table, {column: value for column, value in values if value is not None}
