"""A scenario as macOS `eslogger exec fork exit create open unlink` writes it: messages of version 7.

A process that starts is a fork of its parent and an exec in the child. Writing a file is a `create`, reading
one an `open`, deleting one an `unlink`. Modules leave nothing: they are `mmap` events, which are too many to be
asked for. Endpoint Security has no event for a TCP or UDP connection, so connections leave nothing.
eslogger writes no host name either: processes of several hosts cannot be told apart in its log.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from antivenom.proving.derive import Draft, hexadecimal, moment, number, numbered
from antivenom.proving.processes import FileUse, Process, Scenario, folder_name
from antivenom.tables import Event, FieldValue, Origin
from antivenom.telemetry.jsonvalues import as_text

_TYPES = {"exec": 9, "open": 10, "fork": 11, "create": 13, "exit": 15, "unlink": 32}
_LAUNCHD = 1
_GROUP = "20"
_READ = 1
_FILE_KINDS = {"written": "create", "read": "open", "deleted": "unlink"}
_BIRTH = "2026-01-15T08:00:00.000000000Z"
_FORK_TO_EXEC = 400_000
"""Nanoseconds between a fork and the exec in its child."""

Json = dict[str, Any]


def render(scenario: Scenario) -> list[Event]:
    """The messages of the scenario's macOS processes, in the order of time."""
    drafts = [draft for process in scenario.on("macos") for draft in _process_drafts(scenario, process)]
    return numbered(scenario, drafts)


def _process_drafts(scenario: Scenario, process: Process) -> Iterator[Draft]:
    def draft(kind: str, time: int, actor: Json, event: Json) -> Draft:
        return time, partial(_message, scenario, kind, time, actor, event)

    image = _process(process)
    if not process.before:
        forked = _process(process, image=process.parent, version=0)
        parent = _process(process.parent) if process.parent else forked
        yield draft("fork", process.started - _FORK_TO_EXEC, parent, {"child": forked})
        yield draft("exec", process.started, forked, _exec(process, image))
    for file in process.files:
        yield draft(_FILE_KINDS[file.action], file.time, image, _file_event(process, file))
    if process.ended is not None:
        yield draft("exit", process.ended, image, {"stat": process.exit_code << 8 & 0xFFFF})


def _message(scenario: Scenario, kind: str, time: int, actor: Json, event: Json, record: int) -> Event:
    message = {
        "schema_version": 1,
        "version": 7,
        "time": f"{moment(time):%Y-%m-%dT%H:%M:%S.%f}000Z",
        "mach_time": time % 10**15,
        "event_type": _TYPES[kind],
        "action_type": 1,
        "action": {"result": {"result_type": 0, "result": {"auth": 0}}},
        "thread": {"thread_id": number(10_000, 400_000, "thread", scenario.id, actor["audit_token"]["pid"])},
        "seq_num": record,
        "global_seq_num": record,
        "process": actor,
        "event": {kind: event},
    }
    fields = dict(_flatten(message))
    return Event("eslogger", kind, time, None, fields, None, Origin(f"{scenario.id}/eslogger", record))


def _flatten(value: Json, prefix: str = "") -> Iterator[tuple[str, FieldValue]]:
    """Dotted names and texts, as the reader of eslogger gives them."""
    for name, item in value.items():
        if isinstance(item, dict):
            yield from _flatten(item, f"{prefix}{name}.")
        elif isinstance(item, list) and all(isinstance(element, str) for element in item):
            yield prefix + name, item
        else:
            yield prefix + name, as_text(item)


def _exec(process: Process, target: Json) -> Json:
    return {
        "target": target,
        "args": list(process.argv),
        "env": [f"HOME=/Users/{process.user}", f"PWD={process.cwd}", f"USER={process.user}"],
        "fds": [{"fd": fd, "fdtype": 1} for fd in range(3)],
        "last_fd": 2,
        "cwd": _file(process.cwd, process.user_id, mode=0o40755),
        "script": None,
        "dyld_exec_path": process.called_as,
        "image_cputype": 16777228,
        "image_cpusubtype": 2,
    }


def _file_event(process: Process, use: FileUse) -> Json:
    file = _file(use.path, process.user_id, mode=0o100644)
    if use.action == "read":
        return {"fflag": _READ, "file": file}
    if use.action == "deleted":
        folder = folder_name(use.path, "macos")
        return {"target": file, "parent_dir": _file(folder, process.user_id, mode=0o40755)}
    return {"destination_type": 0, "destination": {"existing_file": file}, "acl": None}


def _process(process: Process, image: Process | None = None, version: int = 1) -> Json:
    """A process as es_process_t; a child that has not called exec yet still has the image of its parent."""
    shown = image or process
    parent = process.parent
    system = shown.executable.startswith(("/bin/", "/usr/bin/", "/usr/sbin/", "/sbin/", "/System/"))
    return {
        "audit_token": _token(process, version),
        "parent_audit_token": _token(parent) if parent else _launchd_token(),
        "responsible_audit_token": _token(parent) if parent else _token(process, version),
        "ppid": parent.pid if parent else _LAUNCHD,
        "original_ppid": parent.pid if parent else _LAUNCHD,
        "group_id": process.pid,
        "session_id": _session(process),
        "start_time": f"{moment(process.started - _FORK_TO_EXEC):%Y-%m-%dT%H:%M:%S.%f}Z",
        "executable": _file(shown.executable, "0" if system else process.user_id, mode=0o100755),
        "signing_id": f"com.apple.{shown.file_name}" if system else shown.file_name,
        "team_id": None,
        "cdhash": hexadecimal(40, "cdhash", shown.executable).upper(),
        "codesigning_flags": 570522385 if system else 570556419,
        "is_platform_binary": system,
        "is_es_client": False,
        "tty": _file("/dev/ttys001", process.user_id, mode=0o20620),
    }


def _token(process: Process, version: int = 1) -> Json:
    """An audit token; an exec makes the pidversion larger by one."""
    user, seed = int(process.user_id), (process.host.name, process.pid, process.started)
    return {
        "pid": process.pid,
        "pidversion": number(1_000, 90_000, "pidversion", *seed) + version,
        "auid": user,
        "euid": user,
        "ruid": user,
        "egid": int(_GROUP),
        "rgid": int(_GROUP),
        "asid": 100_000 + user,
    }


def _launchd_token() -> Json:
    ids = dict.fromkeys(("auid", "euid", "ruid", "egid", "rgid"), 0)
    return {"pid": _LAUNCHD, "pidversion": 1, **ids, "asid": 100_000}


def _session(process: Process) -> int:
    while process.parent:
        process = process.parent
    return process.pid


def _file(path: str, owner: str, mode: int) -> Json:
    size = number(64, 400_000, "size", path)
    return {
        "path": path,
        "path_truncated": False,
        "stat": {
            "st_dev": 16777232,
            "st_ino": number(10_000, 9_000_000, "inode", path),
            "st_mode": mode,
            "st_nlink": 1,
            "st_uid": int(owner),
            "st_gid": 0 if owner == "0" else int(_GROUP),
            "st_rdev": 0,
            "st_size": size,
            "st_blocks": -(-size // 512),
            "st_blksize": 4096,
            "st_flags": 0,
            "st_gen": 0,
            "st_atimespec": _BIRTH,
            "st_mtimespec": _BIRTH,
            "st_ctimespec": _BIRTH,
            "st_birthtimespec": _BIRTH,
        },
    }
