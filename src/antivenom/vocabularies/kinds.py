"""Which kinds of events can give rows to a table, so that a reader may leave the others alone.

A kind is `Event.kind`, or the kind of a part of a joined event; "*/1" stands for event 1 of any provider.
"""

from __future__ import annotations

from antivenom.vocabularies import cim
from antivenom.vocabularies.activity import PRODUCTS, kinds_of_activity
from antivenom.vocabularies.activity_esxi import KINDS as ESXI_KINDS
from antivenom.vocabularies.defender import DEFENDER, TABLES, VIEWS
from antivenom.vocabularies.splunk_activity import CODES

WINDOWS_INDEX, LINUX_INDEX, ESXI_INDEX = "wineventlog", "linux", "esxi"
"""The indexes of the Splunk view."""

_PROCESS = "process"
_SHAPED = tuple(product for product in PRODUCTS if product not in ("windows", "auditd", "esxi"))


def of_processes() -> frozenset[str]:
    """Kinds that start or end processes; parents are found among them, so every table needs them."""
    return kinds_of_activity(_PROCESS)


def of_defender(table: str) -> frozenset[str] | None:
    """Kinds that can fill an advanced-hunting table; None when any might."""
    if table not in DEFENDER:
        return frozenset() if table not in TABLES else None
    view = VIEWS.get(table)
    made = of_processes() | {table}
    return made if view is None else made | kinds_of_activity(view.activity)


def of_model(dataset: str) -> frozenset[str]:
    """Kinds that can give rows to a dataset of a CIM data model."""
    return of_processes() | kinds_of_activity(cim.VIEWS[dataset].activity)


def of_splunk(
    codes: frozenset[str] | None, types: frozenset[str] | None, *, esxi: bool = True
) -> frozenset[str] | None:
    """Kinds that can give rows to `events` whose EventCode is one of `codes`, or whose type one of `types`.

    esxi  whether lines of ESXi can be rows too.
    None for either says that rows without any such bound are wanted too, and then every kind is.
    """
    if codes is None or types is None:
        return None
    shaped = frozenset().union(*(_shaped(code) for code in codes)) | (_shaped("1") if types else frozenset())
    lines = ESXI_KINDS if esxi else frozenset()
    return frozenset(f"*/{code}" for code in codes) | frozenset(t.upper() for t in types) | shaped | lines


def _shaped(code: str) -> frozenset[str]:
    """Kinds of other sensors that are shown as a Sysmon event of this code."""
    tables = [table for table, shown in CODES.items() if code in shown.values()]
    return frozenset(kind for table in tables for kind in kinds_of_activity(table, _SHAPED))
