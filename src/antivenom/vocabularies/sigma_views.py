"""What Sigma's generic categories show of the activity tables, for sensors other than Sysmon.

The fields are those of the Sysmon event that a category stands for (the taxonomy's "Process Creation Events" and
"Other Generic Rule Categories"), with values as Sysmon writes them. An EventID is that of the Sysmon event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from antivenom.vocabularies.sigma_rows import TEXT
from antivenom.vocabularies.sigma_shown import (
    account,
    event_id,
    event_type,
    hashes,
    host_only,
    initiated,
    is_ipv6,
    logon,
    registry_details,
    registry_target,
    together,
    utc_time,
)
from antivenom.vocabularies.sysmon_names import CONNECTED, STARTED
from antivenom.vocabularies.views import Shown, first_of, lower, text

ALWAYS = frozenset(("activity_name", "status", "metadata.product", "device.os.type"))
"""The activity columns that decide which rows a view shows."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A category over an activity table.

    activity    the table.
    activities  the `activity_name` values it shows -> the id of the Sysmon event that says the same.
    columns     Sigma field -> what it shows.
    attempts    whether what failed is shown too: a connection that was refused was tried, and Sysmon's event 3 does
                not say how one ended.
    """

    activity: str
    activities: Mapping[str, str]
    columns: Mapping[str, Shown]
    attempts: bool = False


def _view(
    activity: str, activities: Mapping[str, str], columns: Mapping[str, Shown], *, attempts: bool = False
) -> View:
    whole = {**_COMMON, "EventID": event_id(activities), **columns}
    return View(activity, activities, {**whole, TEXT: together(list(whole.values()))}, attempts)


def _same(names: Mapping[str, str]) -> dict[str, Shown]:
    return {field: text(column) for field, column in names.items()}


def _single_hashes(prefix: str) -> dict[str, Shown]:
    names = ("md5", "MD5", "Md5", "sha1", "SHA1", "Sha1", "sha256", "SHA256", "Sha256")
    return {"Hashes": hashes(prefix), **{name: text(f"{prefix}.hashes.{name.lower()}") for name in names}}


_COMMON = {
    **_same({"Computer": "device.hostname", "ComputerName": "device.hostname"}),
    "UtcTime": utc_time("time"),
}

_ACTOR = {
    **_same(
        {
            "Image": "actor.process.file.path",
            "ProcessId": "actor.process.pid",
            "CommandLine": "actor.process.cmd_line",
            "IntegrityLevel": "actor.process.integrity",
            "ParentImage": "actor.process.parent_process.file.path",
            "ParentProcessId": "actor.process.parent_process.pid",
        }
    ),
    "User": account("actor.user"),
}
"""The process that did it. Sysmon has only its Image, id and User; rules name the others where a sensor has them."""

_OWN = {
    "Image": first_of(text("process.file.path"), text("process.name")),
    **_same({"ProcessId": "process.pid"}),
    "User": account("user"),
}
"""The process itself; a sensor that knows no path, as the shell of ESXi, has at least its name."""

_PROCESS = _view(
    "process",
    {"Launch": "1"},
    {
        **_OWN,
        **_same(
            {
                **STARTED,
                "ParentIntegrityLevel": "actor.process.integrity",
                "GrandParentImage": "actor.process.parent_process.file.path",
            }
        ),
        "ParentUser": account("actor.user"),
        "LogonId": logon("session.uid"),
        **_single_hashes("process.file"),
    },
)

_NETWORK = _view(
    "network",
    {"Open": "3"},
    {
        **_ACTOR,
        **_same(
            {
                **CONNECTED,
                "SourceHostname": "src.hostname",
            }
        ),
        "SourceIsIpv6": is_ipv6("src.ip"),
        "DestinationIsIpv6": is_ipv6("dst.ip"),
        "DestinationHostname": host_only("dst.hostname"),
        "Protocol": lower("protocol"),
        "Initiated": initiated("direction"),
    },
    attempts=True,
)


def _file(activity: str, code: str) -> View:
    return _view("file", {activity: code}, {**_ACTOR, "TargetFilename": text("file.path"), **_single_hashes("file")})


def _registry(activities: Mapping[str, str]) -> View:
    return _view(
        "registry",
        activities,
        {
            **_ACTOR,
            "EventType": event_type("activity_name"),
            "TargetObject": registry_target("reg_key.path"),
            "NewName": registry_target("reg_key.path", renamed=True),
            "Details": registry_details(),
        },
    )


_KEYS = {"Create Key": "12"}
_DELETED = {"Delete Key": "12", "Delete Value": "12"}
_VALUES = {"Set Value": "13", "Create Value": "13"}
_RENAMED = {"Rename Key": "14"}

_MODULE = _view(
    "module",
    {"Load": "7"},
    {
        **_ACTOR,
        "ImageLoaded": text("module.file.path"),
        "SignatureStatus": text("module.file.signature.state"),
        **_single_hashes("module.file"),
    },
)

VIEWS: Mapping[str, View] = {
    "process_creation": _PROCESS,
    "process_termination": _view("process", {"Terminate": "5"}, _OWN),
    "network_connection": _NETWORK,
    "file_event": _file("Create", "11"),
    "file_delete": _file("Delete", "23"),
    "file_rename": _file("Rename", ""),
    "registry_add": _registry(_KEYS),
    "registry_delete": _registry(_DELETED),
    "registry_set": _registry(_VALUES),
    "registry_rename": _registry(_RENAMED),
    "registry_event": _registry({**_KEYS, **_DELETED, **_VALUES, **_RENAMED}),
    "image_load": _MODULE,
}
"""Category -> its view. The others have none: only Windows' own events are in them."""

UNIX_CATEGORIES = frozenset(
    "process_creation process_termination network_connection file_event file_delete file_rename".split()
)
"""The categories that sensors of macOS and Linux have rows of."""
