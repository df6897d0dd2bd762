"""Windows' System log about services, and Sysmon's name resolutions, as activities.

Service Control Manager 7036, 7040 and 7045: names of fields as the events have them. Sysmon 22: QueryResults are
`type: N value` or an address each, with semicolons between.
"""

from __future__ import annotations

import re

from antivenom.tables import Event
from antivenom.vocabularies.activity_windows import LINUX_SYSMON, SYSMON
from antivenom.vocabularies.mapping import (
    ActivityMap,
    Getter,
    basename,
    code_of,
    constant,
    domain_of,
    given,
    host_of,
    name_of,
    number,
    through,
    time_of,
)

_START_TYPES = {
    "auto start": "auto",
    "boot start": "auto",
    "system start": "auto",
    "demand start": "manual",
    "disabled": "disabled",
}
_STATES = {"running": "Start", "stopped": "Stop"}
_STATE_ACTIONS = {"running": "started", "stopped": "stopped"}
_TYPED = re.compile(r"type:\s*\d+\s+")
_MAPPED = re.compile(r"::ffff:(?=\d)", re.IGNORECASE)


def _common(product: str, activity: str | Getter) -> dict[str, Getter]:
    return {
        "time": time_of,
        "device.hostname": host_of,
        "device.os.type": constant("Windows"),
        "activity_name": constant(activity) if isinstance(activity, str) else activity,
        "status": constant("Success"),
        "metadata.product": constant(product),
        "metadata.event_code": code_of,
    }


def _start_type(name: str) -> Getter:
    return through(lambda text: _START_TYPES.get(text.lower()), given(name))


def _service(activity: str | Getter, name: Getter, **columns: Getter) -> ActivityMap:
    renamed = {f"service.{column}": getter for column, getter in columns.items()}
    account: dict[str, Getter] = {"user.name": given("AccountName")} if activity == "Install" else {}
    return ActivityMap("service", {**_common("Windows", activity), "service.name": name, **renamed, **account})


def _change(activity: str | Getter, name: Getter, message: str, path: Getter | None = None) -> ActivityMap:
    own: dict[str, Getter] = {
        "category": constant("endpoint"),
        "entity.type": constant("service"),
        "entity.name": name,
        "message": constant(message),
    }
    return ActivityMap("change", {**_common("Windows", activity), **own, **({"entity.path": path} if path else {})})


def _state(names: dict[str, str]) -> Getter:
    return through(lambda text: names.get(text.lower()), given("param2"))


def _answers(event: Event) -> list[str] | None:
    """The values of Sysmon's QueryResults, without their types and with IPv4 addresses as such."""
    results = given("QueryResults")(event)
    found = [_MAPPED.sub("", _TYPED.sub("", one.strip())) for one in (results or "").split(";")]
    return [one for one in found if one and one != "-"] or None


def _resolved(system: str) -> ActivityMap:
    path = given("Image")
    own: dict[str, Getter] = {
        "device.os.type": constant(system),
        "query.hostname": given("QueryName"),
        "rcode_id": given("QueryStatus"),
        "answers": _answers,
        "actor.process.pid": number("ProcessId"),
        "actor.process.uid": given("ProcessGuid"),
        "actor.process.file.path": path,
        "actor.process.name": through(basename, path),
        "actor.user.name": through(name_of, given("User")),
        "actor.user.domain": through(domain_of, given("User")),
    }
    return ActivityMap("dns", {**_common("Sysmon", "Response"), **own})


_PROVIDERS = ("Service Control Manager", "Microsoft-Windows-Service Control Manager")
_SERVICES: dict[str, tuple[ActivityMap, ...]] = {
    "7036": (
        _service(_state(_STATES), given("param1")),
        _change(_state(_STATE_ACTIONS), given("param1"), "A service entered another state"),
    ),
    "7040": (
        _service("Update", given("param4"), start_type=_start_type("param3")),
        _change("modified", given("param4"), "The start type of a service was changed"),
    ),
    "7045": (
        _service("Install", given("ServiceName"), cmd_line=given("ImagePath"), start_type=_start_type("StartType")),
        _change("created", given("ServiceName"), "A service was installed in the system", given("ImagePath")),
    ),
}

MAPS: dict[str, tuple[ActivityMap, ...]] = {
    **{f"{provider}/{code}": maps for provider in _PROVIDERS for code, maps in _SERVICES.items()},
    f"{SYSMON}/22": (_resolved("Windows"),),
    f"{LINUX_SYSMON}/22": (_resolved("Linux"),),
}
"""Event kind -> its activities."""
