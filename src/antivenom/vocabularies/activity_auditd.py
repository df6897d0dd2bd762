"""Joined audit events as activities.

A process is launched by a successful execve or execveat; a failed one (`success=no`) is a Launch with status
"Failure", and where there is no SYSCALL record the status is unknown. The command line is the decoded
arguments joined by single spaces, without quoting, as Defender for Linux shows it; `process.argv` keeps them
apart. Without a SYSCALL record the name is the last part of `argv[0]`, without the dash of a login shell.
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

_EXEC = {
    _X86_64: {"59", "322", "1073742344", "1073742369"},  # the last two are x32's
    _I386: {"11", "358"},
    _AARCH64: {"221", "281"},
    _ARM: {"11", "387"},
    _PPC64LE: {"11", "362"},
    _PPC64: {"11", "362"},
    _S390X: {"11", "354"},
    _RISCV64: {"221", "281"},
}
_CONNECT = {
    _X86_64: {"42"},
    _I386: {"362"},
    _AARCH64: {"203"},
    _ARM: {"283"},
    _PPC64LE: {"328"},
    _PPC64: {"328"},
    _S390X: {"362"},
    _RISCV64: {"203"},
}
_ACCEPT = {
    _X86_64: {"43", "288"},
    _I386: {"364"},
    _AARCH64: {"202", "242"},
    _ARM: {"285", "366"},
    _PPC64LE: {"330", "344"},
    _PPC64: {"330", "344"},
    _S390X: {"364"},
    _RISCV64: {"202", "242"},
}
_EXIT = {
    _X86_64: {"231"},
    _I386: {"252"},
    _AARCH64: {"94"},
    _ARM: {"248"},
    _PPC64LE: {"234"},
    _PPC64: {"234"},
    _S390X: {"248"},
    _RISCV64: {"94"},
}
_IN_PROGRESS = "-115"
_NO_STRING = (None, "", "(null)", "(none)")
_UNSET = ("4294967295", "-1", "unset")


def _is_call(event: Event, numbers: dict[str, set[str]], names: tuple[str, ...]) -> bool:
    fields = event.fields
    if fields.get("SYSCALL") in names or fields.get("syscall") in names:
        return True
    call, arch = fields.get("syscall"), fields.get("arch")
    if not isinstance(call, str) or not isinstance(arch, str):
        return False
    return call in numbers.get(arch, ())


def _is_launch(event: Event) -> bool:
    if "syscall" not in event.fields:
        return bool(event.fields.get("argv"))
    return _is_call(event, _EXEC, ("execve", "execveat"))


def _is_connection(event: Event) -> bool:
    return _is_connect(event) or _is_call(event, _ACCEPT, ("accept", "accept4"))


def _is_connect(event: Event) -> bool:
    return _is_call(event, _CONNECT, ("connect",))


def _has_address(event: Event) -> bool:
    return event.fields.get("saddr.ip") is not None and _is_connection(event)


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


def _name(event: Event) -> str | None:
    path = _exe(event)
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
        "process.file.path": _exe,
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


_TERMINATE = ActivityMap(
    "process",
    {
        **_COMMON,
        "activity_name": constant("Terminate"),
        "process.pid": number("pid"),
        "process.name": _name,
        "process.file.path": _exe,
        "user.uid": _set("uid"),
        "user.name": _set("UID"),
        "actor.process.pid": number("ppid"),
    },
    when=lambda event: _is_call(event, _EXIT, ("exit_group",)),
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

_MAPS = (_LAUNCH, _TERMINATE, _NETWORK, _FILE)


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
