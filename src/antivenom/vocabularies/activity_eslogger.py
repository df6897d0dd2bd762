"""macOS Endpoint Security events, as `eslogger` prints them, as activities.

In an exec event `process` is the image before the exec and `event.exec.target` the image after it; both have
one pid, and the pid version grows with each exec, so `pid.pidversion` names one image. Only identifiers of
the parent are recorded, its image is found through them.
"""

from __future__ import annotations

from antivenom.tables import Event
from antivenom.vocabularies.mapping import (
    ActivityMap,
    Getter,
    basename,
    constant,
    first,
    given,
    host_of,
    moment,
    number,
    text_of,
    through,
    time_of,
)

_TARGET = "event.exec.target"


def _uid(token: str) -> Getter:
    pid, version = given(f"{token}.pid"), given(f"{token}.pidversion")

    def get(event: Event) -> str | None:
        left, right = pid(event), version(event)
        return None if left is None or right is None else f"{left}.{right}"

    return get


def _argv(event: Event) -> list[str] | None:
    value = event.fields.get("event.exec.args")
    return value if isinstance(value, list) else None


def _cmd_line(event: Event) -> str | None:
    value = event.fields.get("event.exec.args")
    return " ".join(value) if isinstance(value, list) else value


def common(activity: str) -> dict[str, Getter]:
    """The columns every activity of macOS has."""
    return {
        "time": time_of,
        "device.hostname": host_of,
        "device.os.type": constant("macOS"),
        "activity_name": constant(activity),
        "status": constant("Success"),
        "metadata.product": constant("eslogger"),
        "metadata.event_code": lambda event: event.kind,
    }


def _image(prefix: str, process: str) -> dict[str, Getter]:
    path = given(f"{process}.executable.path")
    return {
        f"{prefix}.pid": number(f"{process}.audit_token.pid"),
        f"{prefix}.uid": _uid(f"{process}.audit_token"),
        f"{prefix}.name": through(basename, path),
        f"{prefix}.file.path": path,
        f"{prefix}.created_time": moment(f"{process}.start_time"),
    }


_LAUNCH = ActivityMap(
    "process",
    {
        **common("Launch"),
        **_image("process", _TARGET),
        "process.cmd_line": _cmd_line,
        "process.argv": _argv,
        "process.working_directory": given("event.exec.cwd.path"),
        "user.uid": given(f"{_TARGET}.audit_token.euid"),
        "actor.process.pid": first(number(f"{_TARGET}.parent_audit_token.pid"), number(f"{_TARGET}.ppid")),
        "actor.process.uid": _uid(f"{_TARGET}.parent_audit_token"),
    },
)

_EXIT = ActivityMap(
    "process",
    {
        **common("Terminate"),
        **_image("process", "process"),
        "user.uid": given("process.audit_token.euid"),
    },
)


def actor() -> dict[str, Getter]:
    """The process that did it."""
    return {
        **_image("actor.process", "process"),
        "actor.user.uid": given("process.audit_token.euid"),
        "actor.process.parent_process.pid": number("process.ppid"),
    }


def _joined(directory: str, name: str) -> Getter:
    def get(event: Event) -> str | None:
        where, what = text_of(event, directory), text_of(event, name)
        return None if where is None or what is None else f"{where.rstrip('/')}/{what}"

    return get


def _file(activity: str, path: Getter) -> ActivityMap:
    def name(event: Event) -> str | None:
        value = path(event)
        return basename(value) if isinstance(value, str) else None

    return ActivityMap("file", {**common(activity), "file.path": path, "file.name": name, **actor()})


def _destination(kind: str, existing: str, directory: str) -> Getter:
    where = f"event.{kind}.destination"
    return first(
        given(f"{where}.{existing}.path"),
        _joined(f"{where}.new_path.{directory}.path", f"{where}.new_path.filename"),
    )


MAPS: dict[str, tuple[ActivityMap, ...]] = {
    "exec": (_LAUNCH,),
    "exit": (_EXIT,),
    "create": (_file("Create", _destination("create", "existing_file", "dir")),),
    "rename": (_file("Rename", _destination("rename", "existing_file", "dir")),),
    "unlink": (_file("Delete", given("event.unlink.target.path")),),
}
"""Event kind -> its activities."""
