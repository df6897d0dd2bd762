"""Windows Security audit events about accounts, services, tasks and the log itself as activities.

Field names and meanings: Microsoft's Security auditing event pages, one for each event id. Log Analytics keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from antivenom.tables import Event
from antivenom.vocabularies.activity_windows import SECURITY
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
    through,
    time_of,
)

_MAPPED = re.compile(r"::ffff:(?=\d)", re.IGNORECASE)
_PROTOCOLS = {"6": "tcp", "17": "udp"}
_START_TYPES = {"0": "auto", "1": "auto", "2": "auto", "3": "manual", "4": "disabled"}


def _common(product: str, activity: str, code: str, status: str | Getter = "Success") -> dict[str, Getter]:
    return {
        "time": time_of,
        "device.hostname": host_of,
        "device.os.type": constant("Windows"),
        "activity_name": constant(activity),
        "status": constant(status) if isinstance(status, str) else status,
        "metadata.product": constant(product),
        "metadata.event_code": constant(code),
    }


def _account(prefix: str, name: str, domain: str, *uid: str) -> dict[str, Getter]:
    return {
        f"{prefix}.name": given(name),
        f"{prefix}.domain": given(domain),
        f"{prefix}.uid": first(*map(given, uid)),
    }


_TARGET = _account("user", "TargetUserName", "TargetDomainName", "TargetUserSid", "TargetSid")
_SUBJECT = _account("actor.user", "SubjectUserName", "SubjectDomainName", "SubjectUserSid")
_CALLER: dict[str, Getter] = {
    "actor.process.pid": number("ProcessId"),
    "actor.process.file.path": given("ProcessName"),
    "actor.process.name": through(basename, given("ProcessName")),
    "actor.session.uid": number("SubjectLogonId"),
}


def _address(name: str) -> Getter:
    return through(lambda text: _MAPPED.sub("", text), given(name))


def _ticket_status(event: Event) -> str | None:
    status = given("Status")(event)
    return None if status is None else "Success" if status in ("0x0", "0x00000000") else "Failure"


def _logon(product: str, code: str, status: str | Getter, **columns: Getter) -> tuple[ActivityMap, ...]:
    own: dict[str, Getter] = {
        "logon_type": given("LogonType"),
        "auth_protocol": through(str.strip, given("AuthenticationPackageName")),
        "src.ip": _address("IpAddress"),
        "src.hostname": given("WorkstationName"),
        "session.uid": given("TargetLogonId"),
    }
    renamed = {name.replace("__", "."): getter for name, getter in columns.items()}
    whole = {**_common(product, "Logon", code, status), **_TARGET, **_SUBJECT, **_CALLER, **own, **renamed}
    return (ActivityMap("authentication", whole),)


def _logons(product: str) -> dict[str, tuple[ActivityMap, ...]]:
    privileged = _account("user", "SubjectUserName", "SubjectDomainName", "SubjectUserSid")
    special = {**_common(product, "Special Privileges", "4672"), **privileged, "session.uid": given("SubjectLogonId")}
    ticket: dict[str, Getter] = {"service__name": given("ServiceName"), "status_code": given("Status")}
    return {
        "4624": _logon(product, "4624", "Success"),
        "4625": _logon(
            product, "4625", "Failure", status_code=first(given("SubStatus"), given("Status")),
            status_detail=given("FailureReason"),
        ),
        "4648": _logon(product, "4648", "Success", service__name=given("TargetServerName")),
        "4672": (ActivityMap("authentication", special),),
        "4768": _logon(product, "4768", _ticket_status, auth_protocol=constant("Kerberos"), **ticket),
        "4769": _logon(product, "4769", _ticket_status, auth_protocol=constant("Kerberos"), **ticket),
        "4771": _logon(product, "4771", "Failure", auth_protocol=constant("Kerberos"), **ticket),
        "4776": _logon(
            product, "4776", _ticket_status, auth_protocol=given("PackageName"), status_code=given("Status"),
            src__hostname=given("Workstation"),
        ),
    }  # fmt: skip


_ACCOUNTS = {
    "4720": ("created", "user", "A user account was created"),
    "4722": ("modified", "user", "A user account was enabled"),
    "4723": ("modified", "user", "An attempt was made to change an account's password"),
    "4724": ("modified", "user", "An attempt was made to reset an account's password"),
    "4725": ("modified", "user", "A user account was disabled"),
    "4726": ("deleted", "user", "A user account was deleted"),
    "4738": ("modified", "user", "A user account was changed"),
    "4740": ("lockout", "user", "A user account was locked out"),
    "4767": ("unlocked", "user", "A user account was unlocked"),
    "4781": ("modified", "user", "The name of an account was changed"),
    "4794": (
        "modified",
        "user",
        "An attempt was made to set the Directory Services Restore Mode administrator password",
    ),
    "4741": ("created", "computer", "A computer account was created"),
    "4742": ("modified", "computer", "A computer account was changed"),
    "4743": ("deleted", "computer", "A computer account was deleted"),
}
"""Event id -> what was done to which kind of account, and the event's title."""

_KINDS_OF_GROUP = {
    "global": {"4727": "created", "4728": "added", "4729": "removed", "4730": "deleted", "4737": "changed"},
    "local": {"4731": "created", "4732": "added", "4733": "removed", "4734": "deleted", "4735": "changed"},
    "universal": {"4754": "created", "4755": "changed", "4756": "added", "4757": "removed", "4758": "deleted"},
}
_GROUP_ACTS = {
    "created": ("created", "A security-enabled {} group was created"),
    "changed": ("modified", "A security-enabled {} group was changed"),
    "deleted": ("deleted", "A security-enabled {} group was deleted"),
    "added": ("modified", "A member was added to a security-enabled {} group"),
    "removed": ("modified", "A member was removed from a security-enabled {} group"),
}


def _change(product: str, code: str, category: str, said: tuple[str, str, str], **columns: Getter) -> ActivityMap:
    activity, kind, message = said
    whole: dict[str, Getter] = {
        **_common(product, activity, code),
        **_SUBJECT,
        "category": constant(category),
        "entity.type": constant(kind),
        "message": constant(message),
        "actor.session.uid": number("SubjectLogonId"),
    }
    return ActivityMap("change", whole | {name.replace("__", "."): getter for name, getter in columns.items()})


def _target_of(code: str) -> dict[str, Getter]:
    name = given("NewTargetUserName" if code == "4781" else "TargetUserName")
    uid = first(given("TargetSid"), given("TargetUserSid"))
    domain = given("TargetDomainName")
    return {"user__name": name, "user__domain": domain, "user__uid": uid, "entity__name": name, "entity__uid": uid}


_common_name = re.compile(r"CN=((?:[^,\\]|\\.)+)", re.IGNORECASE)


def _member(event: Event) -> str | None:
    """The member's name, out of its distinguished name."""
    name = given("MemberName")(event)
    found = None if name is None else _common_name.match(name)
    return found[1] if found else name


def _groups(product: str) -> dict[str, tuple[ActivityMap, ...]]:
    made: dict[str, tuple[ActivityMap, ...]] = {}
    for kind, acts in _KINDS_OF_GROUP.items():
        for code, act in acts.items():
            activity, message = _GROUP_ACTS[act]
            said = (activity, "group", message.format(kind))
            group: dict[str, Getter] = {"entity__name": given("TargetUserName"), "entity__uid": given("TargetSid")}
            member: dict[str, Getter] = {"user__name": _member, "user__uid": given("MemberSid")}
            made[code] = (_change(product, code, "account", said, **group, **member),)
    return made


_TASKS = {
    "4698": ("created", "scheduled task", "A scheduled task was created"),
    "4699": ("deleted", "scheduled task", "A scheduled task was deleted"),
    "4700": ("modified", "scheduled task", "A scheduled task was enabled"),
    "4701": ("modified", "scheduled task", "A scheduled task was disabled"),
    "4702": ("modified", "scheduled task", "A scheduled task was updated"),
}


def _installed(product: str) -> tuple[ActivityMap, ...]:
    """4697: a service, and the change that it is."""
    said = ("created", "service", "A service was installed in the system")
    name, path = given("ServiceName"), given("ServiceFileName")
    service: dict[str, Getter] = {
        **_common(product, "Install", "4697"),
        **_SUBJECT,
        "service.name": name,
        "service.cmd_line": path,
        "service.start_type": through(_START_TYPES.get, given("ServiceStartType")),
        "user.name": given("ServiceAccount"),
    }
    change = _change(product, "4697", "endpoint", said, entity__name=name, entity__path=path)
    return ActivityMap("service", service), change


def _listens(product: str) -> tuple[ActivityMap, ...]:
    path: TextGetter = given("Application")
    own: dict[str, Getter] = {
        "protocol": through(lambda text: _PROTOCOLS.get(text, text), given("Protocol")),
        "dst.ip": given("SourceAddress"),
        "dst.port": number("SourcePort"),
        "actor.process.pid": number("ProcessId"),
        "actor.process.file.path": path,
        "actor.process.name": through(basename, path),
    }
    return (ActivityMap("port", {**_common(product, "Listen", "5154"), **own}),)


def by_code(product: str) -> Mapping[str, tuple[ActivityMap, ...]]:
    """Event id -> the activities of such an event, for Windows itself and for Log Analytics' SecurityEvent."""
    tasks = {c: (_change(product, c, "endpoint", said, entity__name=given("TaskName")),) for c, said in _TASKS.items()}
    accounts = {c: (_change(product, c, "account", said, **_target_of(c)),) for c, said in _ACCOUNTS.items()}
    policy = ("modified", "policy", "System audit policy was changed")
    return {
        **_logons(product),
        **accounts,
        **_groups(product),
        **tasks,
        "4697": _installed(product),
        "4719": (_change(product, "4719", "audit", policy, entity__name=given("SubcategoryGuid")),),
        "5154": _listens(product),
    }


_CLEARED = ("cleared", "log", "The audit log was cleared")
LOG = "Microsoft-Windows-Eventlog"


def _cleared(code: str, name: Getter) -> ActivityMap:
    said = (_CLEARED[0], _CLEARED[1], _CLEARED[2] if code == "1102" else "A log was cleared")
    return _change("Windows", code, "audit", said, entity__name=name)


MAPS: dict[str, tuple[ActivityMap, ...]] = {
    **{f"{SECURITY}/{code}": maps for code, maps in by_code("Security").items()},
    f"{LOG}/1102": (_cleared("1102", constant("Security")),),
    f"{LOG}/104": (_cleared("104", given("Channel")),),
}
"""Event kind -> its activities."""
