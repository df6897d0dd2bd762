"""macOS Endpoint Security events of logons as activities: login, ssh, su, sudo and authentication by password.

Members of the events: Apple's es_event_login_login_t, es_event_openssh_login_t, es_event_su_t, es_event_sudo_t and
es_event_authentication_t, as eslogger prints them.
"""

from __future__ import annotations

from antivenom.tables import Event
from antivenom.vocabularies.activity_eslogger import actor, common
from antivenom.vocabularies.mapping import ActivityMap, Getter, constant, first, given, through


def _status(kind: str) -> Getter:
    return through({"true": "Success", "false": "Failure"}.get, given(f"event.{kind}.success"))


def _logon(kind: str, names: tuple[str, ...], ids: tuple[str, ...], service: str) -> ActivityMap:
    return ActivityMap(
        "authentication",
        {
            **common("Logon"),
            "status": _status(kind),
            "user.name": first(*(given(f"event.{kind}.{name}") for name in names)),
            "user.uid": first(*(given(f"event.{kind}.{name}") for name in ids)),
            "service.name": constant(service),
            "src.ip": given(f"event.{kind}.source_address"),
            "status_detail": given(f"event.{kind}.failure_message"),
            **actor(),
        },
    )


def _escalated(kind: str) -> ActivityMap:
    own: dict[str, Getter] = {
        "actor.user.name": given(f"event.{kind}.from_username"),
        "actor.user.uid": first(given(f"event.{kind}.from_uid"), given("process.audit_token.ruid")),
    }
    whole = _logon(kind, ("to_username",), ("to_uid", "to_uid.uid"), kind)
    return ActivityMap("authentication", {**whole.columns, **own})


def _is_password(event: Event) -> bool:
    return given("event.authentication.data.od.record_name")(event) is not None


MAPS: dict[str, tuple[ActivityMap, ...]] = {
    "login_login": (_logon("login_login", ("username",), ("uid", "uid.uid"), "login"),),
    "openssh_login": (_logon("openssh_login", ("username",), ("uid", "uid.uid"), "sshd"),),
    "su": (_escalated("su"),),
    "sudo": (_escalated("sudo"),),
    "authentication": (
        ActivityMap(
            "authentication",
            _logon("authentication", ("data.od.record_name",), (), "opendirectory").columns,
            when=_is_password,
        ),
    ),
}
"""Event kind -> its activities."""
