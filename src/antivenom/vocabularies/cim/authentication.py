"""CIM's data model Authentication: who logged on, or tried to.

Source: the CIM add-on's Authentication.json (its base search leaves out what machine accounts did with success) and the
CIM manual, "Authentication". Which children an event belongs to is a matter of tags there; here:

- Privileged: special privileges given to a logon (4672), and sudo, su and pkexec.
- Insecure: a network logon with the password in clear (type 8).
- Default: the accounts that come with Windows, and root.

Own choices: `app` is win:local or win:remote by the type of the logon, as the Windows add-on has it, else the program
that checked the account; `src_user` is who asked; `signature_id` is the event's own id.
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
    either,
    equal,
    known,
)
from antivenom.vocabularies.views import Shown, made, named, text

_ACTIONS = {"Success": "success", "Failure": "failure"}
_REMOTE = ("3", "8", "10", "Network", "NetworkCleartext", "RemoteInteractive")
_SIGNATURES = {
    "4624": "An account was successfully logged on",
    "4625": "An account failed to log on",
    "4648": "A logon was attempted using explicit credentials",
    "4672": "Special privileges assigned to new logon",
    "4768": "A Kerberos authentication ticket (TGT) was requested",
    "4769": "A Kerberos service ticket was requested",
    "4771": "Kerberos pre-authentication failed",
    "4776": "The domain controller attempted to validate the credentials for an account",
}
_ESCALATING = ("sudo", "su", "pkexec")
_DEFAULTS = ("administrator", "guest", "defaultaccount", "wdagutilityaccount", "krbtgt", "root")


def _app(kind: str | None, service: str | None, system: str | None, product: str | None) -> str:
    if system != "Windows" and service is not None:
        return service
    if kind is not None and system in ("Windows", None):
        return "win:remote" if kind in _REMOTE else "win:local"
    return "win:unknown" if system == "Windows" else service or product or UNKNOWN


_AUTHENTICATION: dict[str, Shown] = {
    "action": known(named("status", _ACTIONS)),
    "app": made(("logon_type", "service.name", "device.os.type", "metadata.product"), _app),
    "authentication_method": text("auth_protocol"),
    "authentication_service": text("service.name"),
    "dest_nt_domain": text("user.domain"),
    "process": text("actor.process.file.path"),
    "reason": text("status_detail"),
    "reason_id": text("status_code"),
    "result": known(named("status", _ACTIONS)),
    "session_id": text("session.uid"),
    "signature": named("metadata.event_code", _SIGNATURES),
    "signature_id": text("metadata.event_code"),
    "src": known(text("src.ip"), text("src.hostname")),
    "src_nt_domain": text("actor.user.domain"),
    "src_user": account("actor.user"),
    "src_user_id": text("actor.user.uid"),
    "user": account("user"),
    "user_id": text("user.uid"),
}

_FIELDS = (
    *assets("dest", "src", "src_user", "user"), *ALWAYS_EMPTY,
    *("duration", "response_time", "src_user_role", "src_user_type", "user_agent", "user_role", "user_type"),
)  # fmt: skip


def _of_people(rows: pa.Table) -> pa.ChunkedArray:
    """All but what an account whose name ends in a dollar sign did with success."""
    machine = pc.fill_null(pc.ends_with(rows["user.name"], "$"), False)
    succeeded = pc.fill_null(pc.equal(rows["status"], "Success"), False)
    return pc.invert(pc.and_(machine, succeeded))


def _default(rows: pa.Table) -> pa.ChunkedArray:
    return pc.is_in(pc.utf8_lower(rows["user.name"]), pa.array(_DEFAULTS, pa.string()))


_STATUS = ("status",)
_ALL = dataset("Authentication", "authentication", _AUTHENTICATION, _FIELDS, ("user.name", *_STATUS), _of_people)
_DEFAULT = child(_ALL, "Default_Authentication", ("user.name",), _default)
_PRIVILEGED = child(
    _ALL,
    "Privileged_Authentication",
    ("metadata.event_code", "service.name"),
    either(equal("metadata.event_code", "4672"), equal("service.name", *_ESCALATING)),
)
_failed, _successful = equal("status", "Failure"), equal("status", "Success")

DATASETS: tuple[Dataset, ...] = (
    _ALL,
    child(_ALL, "Failed_Authentication", _STATUS, _failed),
    child(_ALL, "Successful_Authentication", _STATUS, _successful),
    _DEFAULT,
    child(_DEFAULT, "Failed_Default_Authentication", _STATUS, _failed),
    child(_DEFAULT, "Successful_Default_Authentication", _STATUS, _successful),
    child(_ALL, "Insecure_Authentication", ("logon_type",), equal("logon_type", "8", "NetworkCleartext")),
    _PRIVILEGED,
    child(_PRIVILEGED, "Failed_Privileged_Authentication", _STATUS, _failed),
    child(_PRIVILEGED, "Successful_Privileged_Authentication", _STATUS, _successful),
)
"""Authentication and its children."""
