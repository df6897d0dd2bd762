"""Audit records of programs (sshd, sudo, useradd, systemd) as activities: logons, changes of accounts, services.

Record types and their fields: the audit project's lists "Audit Event Types" and "audit event fields". `acct` is the
account it is about, `addr` and `hostname` where the request came from, `auid` who had logged on; `?` says nothing.
"""

from __future__ import annotations

from antivenom.tables import Event
from antivenom.vocabularies.mapping import (
    ActivityMap,
    Getter,
    TextGetter,
    basename,
    constant,
    first,
    given,
    host_of,
    number,
    text_of,
    through,
    time_of,
)

_NOTHING = (None, "", "?", "-", "(null)", "(none)", "(unknown)", "(invalid user)", "4294967295", "-1", "unset")
_RESULTS = {"success": "Success", "1": "Success", "yes": "Success", "failed": "Failure", "0": "Failure"}


def _said(*names: str) -> TextGetter:
    """The first of these fields that says something."""

    def get(event: Event) -> str | None:
        texts = (text_of(event, name) for name in names)
        return next((text for text in texts if text not in _NOTHING), None)

    return get


def _status(event: Event) -> str | None:
    return _RESULTS.get((text_of(event, "res") or text_of(event, "result") or "").lower())


_exe = _said("exe.decoded")
_account: dict[str, Getter] = {"user.name": _said("acct.decoded", "acct", "ID"), "user.uid": _said("id")}


def _map(table: str, activity: str | Getter, **columns: Getter) -> ActivityMap:
    whole: dict[str, Getter] = {
        "time": time_of,
        "device.hostname": host_of,
        "device.os.type": constant("Linux"),
        "activity_name": constant(activity) if isinstance(activity, str) else activity,
        "status": _status,
        "metadata.product": constant("auditd"),
        "metadata.event_code": lambda event: event.kind,
        "actor.process.pid": number("pid"),
        "actor.process.file.path": _exe,
        "actor.process.name": through(basename, _exe),
        "actor.user.uid": _said("auid"),
        "actor.user.name": _said("AUID"),
    }
    return ActivityMap(table, whole | {name.replace("__", "."): getter for name, getter in columns.items()})


_LOGON = _map(
    "authentication",
    "Logon",
    **{name.replace(".", "__"): getter for name, getter in _account.items()},
    service__name=through(basename, _exe),
    logon_type=_said("terminal"),
    src__ip=_said("addr"),
    src__hostname=_said("hostname"),
    session__uid=_said("ses"),
)

_ACCOUNTS = {
    "ADD_USER": ("created", "user", "A user account was added"),
    "DEL_USER": ("deleted", "user", "A user account was deleted"),
    "USER_MGMT": ("modified", "user", "A user account was changed"),
    "USER_CHAUTHTOK": ("modified", "user", "A password or authentication token was changed"),
    "ACCT_LOCK": ("lockout", "user", "A user account was locked"),
    "ACCT_UNLOCK": ("unlocked", "user", "A user account was unlocked"),
    "ADD_GROUP": ("created", "group", "A group was added"),
    "DEL_GROUP": ("deleted", "group", "A group was deleted"),
    "GRP_MGMT": ("modified", "group", "A group was changed"),
}
"""Record type -> what was done to which kind of account, and a title for it."""

_AUDITING = {
    "CONFIG_CHANGE": ("modified", "The audit configuration was changed"),
    "DAEMON_CONFIG": ("modified", "The configuration of the audit daemon was changed"),
    "DAEMON_START": ("started", "The audit daemon was started"),
    "DAEMON_END": ("stopped", "The audit daemon was stopped"),
    "DAEMON_ABORT": ("stopped", "The audit daemon ended on an error"),
}
_UNITS = {"SERVICE_START": ("Start", "started"), "SERVICE_STOP": ("Stop", "stopped")}


def _changed(kind: str) -> ActivityMap:
    activity, entity, message = _ACCOUNTS[kind]
    name, uid = _said("grp.decoded", "acct.decoded", "acct", "ID"), _said("id")
    own: dict[str, Getter] = {"user__name": name, "user__uid": uid} if entity == "user" else {}
    about: dict[str, Getter] = {"category": constant("account"), "entity__type": constant(entity)}
    return _map("change", activity, entity__name=name, entity__uid=uid, message=constant(message), **about, **own)


def _audited(kind: str) -> ActivityMap:
    activity, message = _AUDITING[kind]
    return _map(
        "change", activity, category=constant("audit"), entity__type=constant("audit configuration"),
        entity__name=first(_said("key.decoded"), given("op")), message=constant(message),
    )  # fmt: skip


def _unit(kind: str) -> tuple[ActivityMap, ...]:
    activity, action = _UNITS[kind]
    name = _said("unit")
    change = _map(
        "change", action, category=constant("endpoint"), entity__type=constant("service"), entity__name=name,
        message=constant(f"A service was {action}"),
    )  # fmt: skip
    return _map("service", activity, service__name=name), change


MAPS: dict[str, tuple[ActivityMap, ...]] = {
    "USER_AUTH": (_LOGON,),
    "USER_LOGIN": (_LOGON,),
    **{kind: (_changed(kind),) for kind in _ACCOUNTS},
    **{kind: (_audited(kind),) for kind in _AUDITING},
    **{kind: _unit(kind) for kind in _UNITS},
}
"""Record type -> its activities."""

PARTS: dict[str, frozenset[str]] = {
    table: frozenset(kind for kind, maps in MAPS.items() if any(map_.table == table for map_ in maps))
    for table in ("authentication", "change", "service")
}
"""Activity table -> the records that are such an activity."""
