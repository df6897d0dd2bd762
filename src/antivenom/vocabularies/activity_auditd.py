"""Joined audit events as activities.

A process is launched by a successful execve or execveat, which has an EXECVE record. A failed one
(`success=no`) is a Launch with status "Failure"; where there is no SYSCALL record the status is unknown. The
command line is the decoded arguments joined by single spaces, without quoting, as Defender for Linux shows
it; `process.argv` keeps them apart. Without a SYSCALL record the name is the last part of `argv[0]`, without
the dash of a login shell.
System call numbers: the kernel's syscall tables, by the audit `arch` value.
"""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.tables import Event
from antivenom.vocabularies.mapping import (
    ActivityMap,
    Getter,
    TextGetter,
    basename,
    constant,
    given,
    host_of,
    number,
    text_of,
    through,
    time_of,
    to_long,
)

_X86_64, _I386, _AARCH64, _ARM = "c000003e", "40000003", "c00000b7", "40000028"
_PPC64LE, _S390X, _RISCV64, _PPC64 = "c0000015", "80000016", "c00000f3", "80000015"

_NUMBERS: dict[str, dict[str, tuple[str, ...]]] = {
    _X86_64: {
        "execve": ("59", "1073742344"),  # the long numbers are x32's
        "execveat": ("322", "1073742369"),
        "connect": ("42",),
        "accept": ("43", "288"),
    },
    _I386: {
        "execve": ("11",),
        "execveat": ("358",),
        "connect": ("362",),
        "accept": ("364",),
    },
    _AARCH64: {
        "execve": ("221",),
        "execveat": ("281",),
        "connect": ("203",),
        "accept": ("202", "242"),
    },
    _ARM: {
        "execve": ("11",),
        "execveat": ("387",),
        "connect": ("283",),
        "accept": ("285", "366"),
    },
    _PPC64LE: {
        "execve": ("11",),
        "execveat": ("362",),
        "connect": ("328",),
        "accept": ("330", "344"),
    },
    _S390X: {
        "execve": ("11",),
        "execveat": ("354",),
        "connect": ("362",),
        "accept": ("364",),
    },
}
_SAME = {_PPC64: _PPC64LE, _RISCV64: _AARCH64}
_CALLS = {
    (arch, number): name
    for arch, calls in {**_NUMBERS, **{arch: _NUMBERS[other] for arch, other in _SAME.items()}}.items()
    for name, numbers in calls.items()
    for number in numbers
}
_NAMES = {"accept4": "accept", **{name: name for name in _CALLS.values()}}
_IN_PROGRESS = "-115"
_NO_STRING = (None, "", "(null)", "(none)")
_UNSET = ("4294967295", "-1", "unset")


def _call(event: Event) -> str | None:
    """The system call of an event, if it is one of those above: by number, or by name where it is written."""
    fields = event.fields
    number, arch = fields.get("syscall"), fields.get("arch")
    if not isinstance(number, str):
        return None
    found = _CALLS.get((arch, number)) if isinstance(arch, str) else None
    if found is None:
        written = fields.get("SYSCALL")
        found = _NAMES.get(written if isinstance(written, str) else number)
    return found


def _is_launch(event: Event) -> bool:
    fields = event.fields
    if "syscall" not in fields:
        return bool(fields.get("argv"))
    if _call(event) not in ("execve", "execveat"):
        return False
    return fields.get("success") == "no" or bool(fields.get("argv"))


def _is_connect(event: Event) -> bool:
    return _call(event) == "connect"


def _has_address(event: Event) -> bool:
    return event.fields.get("saddr.ip") is not None and _call(event) in ("connect", "accept")


def _status(event: Event) -> str | None:
    fields = event.fields
    if fields.get("exit") in (_IN_PROGRESS, "EINPROGRESS(Operation now in progress)"):
        return None
    success = fields.get("success")
    return {"yes": "Success", "no": "Failure"}.get(success) if isinstance(success, str) else None


def _argv(event: Event) -> list[str] | None:
    value = event.fields.get("argv")
    return value if isinstance(value, list) else None


def _cmd_line(event: Event) -> str | None:
    value = event.fields.get("argv")
    return " ".join(value) if isinstance(value, list) else None


def _decoded(name: str) -> TextGetter:
    """A string field as the reader decoded it, in whichever record of the event it stands."""
    decoded = f"{name}.decoded"

    def get(event: Event) -> str | None:
        value = text_of(event, decoded)
        return None if value in _NO_STRING else value

    return get


_exe = _decoded("exe")


def _started(event: Event) -> str | None:
    """The executable that was started. A failed execve started none: its SYSCALL names the caller's."""
    return None if _status(event) == "Failure" else _exe(event)


def _name(event: Event) -> str | None:
    path = _started(event)
    if path is not None:
        return basename(path)
    argv = _argv(event)
    return (basename(argv[0]).lstrip("-") or None) if argv else None


def _set(name: str) -> TextGetter:
    """A number or name, None where the kernel wrote that it is not set."""
    written = given(name)

    def get(event: Event) -> str | None:
        value = written(event)
        return None if value in _UNSET else value

    return get


_COMMON: dict[str, Getter] = {
    "time": time_of,
    "device.hostname": host_of,
    "device.os.type": constant("Linux"),
    "status": _status,
    "metadata.product": constant("auditd"),
    "metadata.event_code": lambda event: event.kind,
}

_LAUNCH = ActivityMap(
    "process",
    {
        **_COMMON,
        "activity_name": constant("Launch"),
        "process.pid": number("pid"),
        "process.name": _name,
        "process.file.path": _started,
        "process.cmd_line": _cmd_line,
        "process.argv": _argv,
        "process.working_directory": _decoded("cwd"),
        "user.uid": _set("uid"),
        "user.name": _set("UID"),
        "session.uid": through(to_long, _set("ses")),
        "actor.process.pid": number("ppid"),
    },
    when=_is_launch,
)


_ACTOR: dict[str, Getter] = {
    "actor.process.pid": number("pid"),
    "actor.process.name": _name,
    "actor.process.file.path": _exe,
    "actor.user.uid": _set("uid"),
    "actor.user.name": _set("UID"),
    "actor.process.parent_process.pid": number("ppid"),
}


def _outbound(name: str) -> TextGetter:
    return lambda event: text_of(event, name) if _is_connect(event) else None


def _inbound(name: str) -> TextGetter:
    return lambda event: None if _is_connect(event) else text_of(event, name)


_NETWORK = ActivityMap(
    "network",
    {
        **_COMMON,
        "activity_name": constant("Open"),
        "direction": lambda event: "Outbound" if _is_connect(event) else "Inbound",
        "dst.ip": _outbound("saddr.ip"),
        "dst.port": through(to_long, _outbound("saddr.port")),
        "src.ip": _inbound("saddr.ip"),
        "src.port": through(to_long, _inbound("saddr.port")),
        **_ACTOR,
    },
    when=_has_address,
)

_FILE_ACTIVITIES = {"CREATE": "Create", "DELETE": "Delete"}


def _touches_files(event: Event) -> bool:
    return event.fields.get("success") == "yes" and any(
        part.fields.get("nametype") in _FILE_ACTIVITIES for part in event.parts if part.kind == "PATH"
    )


def _files(event: Event) -> Iterator[Event]:
    """One event for each name that appeared or vanished, with the whole path in `path.name`."""
    names = event.fields.get("paths")
    records = [part for part in event.parts if part.kind == "PATH"]
    for part, name in zip(records, names if isinstance(names, list) else (), strict=False):
        activity = part.fields.get("nametype")
        if isinstance(activity, str) and activity in _FILE_ACTIVITIES and name not in _NO_STRING:
            named = {"path.name": _whole(event, name), "path.activity": _FILE_ACTIVITIES[activity]}
            yield event._replace(fields={**event.fields, **named})


def _whole(event: Event, name: str) -> str:
    """A path with the working directory before it, where it is relative and the directory is known."""
    directory = None if name.startswith("/") else _decoded("cwd")(event)
    return name if directory is None else f"{directory.rstrip('/')}/{name}"


_FILE = ActivityMap(
    "file",
    {
        **_COMMON,
        "activity_name": lambda event: event.fields.get("path.activity"),
        "file.path": lambda event: event.fields.get("path.name"),
        "file.name": lambda event: basename(text_of(event, "path.name") or "") or None,
        **_ACTOR,
    },
    when=_touches_files,
    each=_files,
)

_MAPS = (_LAUNCH, _NETWORK, _FILE)


KINDS = frozenset(("SYSCALL", "EXECVE"))
"""The records that lead an event with an activity."""


PARTS = {
    "process": frozenset({"EXECVE"}),  # a failed execve has none, and started nothing
    "network": frozenset({"SOCKADDR"}),
    "file": frozenset({"PATH"}),
}
"""Activity table -> the records one of which an audit event must have to be something that happened."""


def maps(kind: str) -> tuple[ActivityMap, ...]:
    """The activities an audit event of this kind can be."""
    if kind == "SYSCALL":
        return _MAPS
    return (_LAUNCH,) if kind == "EXECVE" else ()
