"""What the views of CIM's datasets are made of, and the fields that most of them have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.vocabularies.views import Shown, View, first_of, named, text

TIME = "_time"
UNKNOWN = "unknown"
"""What CIM's calculated fields hold where nothing is known."""

Where = Callable[[pa.Table], pa.ChunkedArray]


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset of a data model.

    name    its name, behind those it is a child of: "Authentication.Failed_Authentication".
    view    how its rows are made of an activity table.
    fields  further fields that CIM gives it, which no log read here fills.
    """

    name: str
    view: View
    fields: tuple[str, ...] = field(default=())


def seconds(name: str) -> Shown:
    """A time as seconds since 1970, to the microsecond: nanoseconds since then are more than a double holds."""

    def make(table: pa.Table) -> pa.ChunkedArray:
        return pc.divide(pc.divide(table[name].cast(pa.int64()), 1000).cast(pa.float64()), 1e6)

    return Shown(frozenset((name,)), make)


def known(*columns: Shown) -> Shown:
    """The first of these that has a value, or "unknown"; an empty text is no value."""
    found = first_of(*columns)

    def make(table: pa.Table) -> pa.Array | pa.ChunkedArray:
        values = found.make(table)
        return pc.fill_null(pc.if_else(pc.equal(values, ""), None, values), UNKNOWN)

    return Shown(found.reads, make)


def account(prefix: str) -> Shown:
    """An account's name, its identifier where the log has no name."""
    return known(text(f"{prefix}.name"), text(f"{prefix}.uid"))


_PRODUCTS = {
    "Sysmon": "Microsoft Sysmon",
    "Security": "Microsoft Windows",
    "Windows": "Microsoft Windows",
    "SecurityEvent": "Microsoft Windows",
    "Defender": "Microsoft Defender for Endpoint",
    "auditd": "Linux auditd",
    "eslogger": "Apple Endpoint Security",
    "esxi_shell": "VMware ESXi",
}

COMMON: dict[str, Shown] = {
    TIME: seconds("time"),
    "host": text("device.hostname"),
    "dest": known(text("device.hostname")),
    "vendor_product": known(named("metadata.product", _PRODUCTS), text("metadata.product")),
}
"""The fields of every dataset filled here."""


def dataset(
    name: str,
    activity: str,
    columns: Mapping[str, Shown],
    fields: Iterable[str] = (),
    reads: Iterable[str] = (),
    where: Where | None = None,
) -> Dataset:
    """A dataset over an activity table; `where` says which of its rows, and reads these columns."""
    view = View(activity, {**COMMON, **columns}, frozenset(reads), where or everything)
    return Dataset(name, view, tuple(one for one in fields if one not in view.columns))


def child(parent: Dataset, name: str, reads: Iterable[str], where: Where) -> Dataset:
    """A dataset that inherits the fields of another, and those of its rows for which `where` is true."""
    view = parent.view

    def both(rows: pa.Table) -> pa.ChunkedArray:
        return pc.and_kleene(view.where(rows), where(rows))

    made = View(view.activity, view.columns, view.reads | frozenset(reads), both)
    return Dataset(f"{parent.name}.{name}", made, parent.fields)


def everything(rows: pa.Table) -> pa.ChunkedArray:
    """Every row."""
    return pa.chunked_array([pa.repeat(True, rows.num_rows)])


def nothing(rows: pa.Table) -> pa.ChunkedArray:
    """No row."""
    return pa.chunked_array([pa.repeat(False, rows.num_rows)])


def equal(name: str, *values: str) -> Where:
    """Rows whose column is one of these texts."""
    wanted = pa.array(values, pa.string())
    return lambda rows: pc.is_in(rows[name], wanted)


def either(*wheres: Where) -> Where:
    """Rows for which any of these is true."""

    def where(rows: pa.Table) -> pa.ChunkedArray:
        found = wheres[0](rows)
        for one in wheres[1:]:
            found = pc.or_kleene(found, one(rows))
        return found

    return where


def assets(*prefixes: str) -> tuple[str, ...]:
    """The fields that asset and identity look-ups of Splunk's own apps would fill."""
    return tuple(f"{prefix}_{what}" for prefix in prefixes for what in ("bunit", "category", "priority"))


def expected(*prefixes: str) -> tuple[str, ...]:
    """Further fields of asset look-ups, in the Endpoint model."""
    return tuple(f"{p}_{what}" for p in prefixes for what in ("requires_av", "should_timesync", "should_update"))


ALWAYS_EMPTY = ("tag", "cim_entity_zone", "vendor_account")
"""Fields that Splunk's knowledge objects would fill."""


def port(name: str) -> Shown:
    """A port; CIM has 0 where there is none."""
    shown = text(name)
    return Shown(shown.reads, lambda table: pc.fill_null(shown.make(table), "0"))
