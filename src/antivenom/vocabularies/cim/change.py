"""CIM's data model Change: accounts, audit settings, services and tasks that were changed.

Source: the CIM add-on's Change.json and the CIM manual, "Change". As there, `user` of a change to an account is the
account, and `result` and `result_id` are the event's title and id where it has no result of its own. The fields of
Account_Management are named behind it, "Account_Management.src_user", and are missing in other rows.

Own choices: `change_type` is AAA for accounts, else what was changed; `user` of a change to a group is the member; of
anything but an account it is who did it.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.vocabularies.cim.shared import (
    ALWAYS_EMPTY,
    UNKNOWN,
    Dataset,
    account,
    assets,
    child,
    dataset,
    equal,
    everything,
    known,
    nothing,
)
from antivenom.vocabularies.views import Shown, always, first_of, made, named, text

_USER_READS = ("category", "user.name", "user.uid", "actor.user.name", "actor.user.uid")


def _user(category: str | None, *names: str | None) -> str | None:
    mine = names[:2] if category == "account" else names[2:]
    return next((name for name in mine if name), None)


def _change_type(category: str | None, kind: str | None) -> str | None:
    return "AAA" if category == "account" else kind


def _managed(shown: Shown) -> Shown:
    """A field of Account_Management: missing in the rows of other changes."""

    def make(table: pa.Table) -> pa.ChunkedArray:
        return pc.if_else(pc.fill_null(pc.equal(table["category"], "account"), False), shown.make(table), None)

    return Shown(shown.reads | {"category"}, make)


_ALL_CHANGES: dict[str, Shown] = {
    "action": known(text("activity_name")),
    "change_type": known(made(("category", "entity.type"), _change_type)),
    "command": known(text("actor.process.cmd_line")),
    "dvc": known(text("device.hostname")),
    "object": known(text("entity.name")),
    "object_attrs": always(UNKNOWN),
    "object_category": known(text("entity.type")),
    "object_id": known(text("entity.uid")),
    "object_path": known(text("entity.path")),
    "result": known(text("message")),
    "result_id": first_of(text("metadata.event_code")),
    "src": known(text("device.hostname")),
    "status": known(named("status", {"Success": "success", "Failure": "failure"})),
    "user": known(made(_USER_READS, _user)),
    "user_name": known(made(_USER_READS, _user)),
    "Account_Management.dest_nt_domain": _managed(known(text("user.domain"))),
    "Account_Management.src_nt_domain": _managed(known(text("actor.user.domain"))),
    "Account_Management.src_user": _managed(account("actor.user")),
    "Account_Management.src_user_name": _managed(account("actor.user")),
}

_NETWORK = (
    "dest_ip_range",
    "dest_port_range",
    "direction",
    "protocol",
    "rule_action",
    "src_ip_range",
    "src_port_range",
)
_FIELDS = (
    *assets("dest", "src", "user"), *ALWAYS_EMPTY, *("user_agent", "user_type", "vendor_region"),
    *(f"Account_Management.{field}" for field in (*assets("src_user"), "src_user_type")),
    *(f"Network_Changes.{field}" for field in _NETWORK),
)  # fmt: skip

_CATEGORY = ("category",)
_ALL = dataset("All_Changes", "change", _ALL_CHANGES, _FIELDS)
_ENDPOINT = child(_ALL, "Endpoint_Changes", _CATEGORY, equal("category", "endpoint"))
_NETWORK_CHANGES = child(_ALL, "Network_Changes", (), nothing)
_ACCOUNTS = child(_ALL, "Account_Management", _CATEGORY, equal("category", "account"))

DATASETS: tuple[Dataset, ...] = (
    _ALL,
    child(_ALL, "Auditing_Changes", _CATEGORY, equal("category", "audit")),
    _ENDPOINT,
    child(_ENDPOINT, "Endpoint_Restarts", (), nothing),
    child(_ENDPOINT, "Other_Endpoint_Changes", (), everything),
    _NETWORK_CHANGES,
    child(_NETWORK_CHANGES, "Device_Restarts", (), nothing),
    _ACCOUNTS,
    child(_ACCOUNTS, "Accounts_Created", ("activity_name",), equal("activity_name", "created")),
    child(_ACCOUNTS, "Accounts_Deleted", ("activity_name",), equal("activity_name", "deleted")),
    child(_ACCOUNTS, "Account_Lockouts", ("activity_name",), equal("activity_name", "lockout")),
    child(_ACCOUNTS, "Accounts_Updated", ("activity_name",), equal("activity_name", "modified")),
)
"""All_Changes and its children: no log read here tells of restarts, nor of changes to network devices."""
