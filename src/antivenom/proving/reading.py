"""A scenario file (YAML) -> Scenario.

Times in the file are seconds from `start`; a negative time is before the log begins. A child inherits its
parent's user and working directory. What is not given and must exist (a pid, a source port) is derived from
the scenario's id and the process's place in the tree, so that reading a file twice gives the same scenario.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from subprocess import list2cmdline

from antivenom.catalogue import PLATFORMS
from antivenom.document import Fields, Node, parse, read_text
from antivenom.proving import atomics
from antivenom.proving.acts import (
    KEYS,
    Tree,
    read_address,
    read_connection,
    read_file,
    read_module,
    read_registry,
)
from antivenom.proving.processes import Host, Process, Scenario, file_name
from antivenom.source import SourceText

_SYSTEM_USERS = {
    "windows": {"NT AUTHORITY\\SYSTEM": "S-1-5-18"},
    "linux": {"root": "0"},
    "macos": {"root": "0"},
    "esxi": {"root": "0"},
}
_MOST_PROCESSES = 2_000
_HOST_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,252}")


def read(path: Path) -> Scenario:
    """The scenario in a file, or DamagedInput with the place of what is wrong."""
    return parse_scenario(read_text(path, path.name))


def parse_scenario(source: SourceText) -> Scenario:
    """The scenario in a text, or DamagedInput with the place of what is wrong."""
    fields = parse(source).fields(
        "a scenario",
        required=("id", "name", "description", "start", "platforms"),
        optional=("attack", *atomics.KEYS),
    )
    id_, start = fields["id"].id(), fields["start"].time()
    processes: list[Process] = []
    for platform, entry in fields["platforms"].entries().items():
        entry.key.choice(PLATFORMS)
        processes.extend(_read_platform(entry.value, Tree(id_, start, platform)))
    return Scenario(
        id=id_,
        name=fields.text("name"),
        description=fields.text("description"),
        attack=fields.texts("attack"),
        start=start,
        processes=tuple(processes),
        atomic=atomics.read_atomic(fields),
        cleanup=fields.text("cleanup"),
        blind_spots=atomics.read_blind_spots(fields),
    )


def _read_platform(node: Node, tree: Tree) -> Iterator[Process]:
    """The processes of a platform: one host with its processes, or a list of such."""
    names: set[str] = set()
    hosts = node.value if isinstance(node.value, tuple) else (node,)
    if not hosts:
        node.wrong("a platform needs a host")
    for item in hosts:
        fields = item.fields("a platform", required=("host", "processes"))
        host = _read_host(fields["host"], tree.platform)
        if host.name.lower() in names:
            fields["host"].wrong(f"two hosts are called {host.name!r}")
        names.add(host.name.lower())
        yield from _read_host_processes(fields, host, tree)


def _read_host_processes(fields: Fields, host: Host, tree: Tree) -> Iterator[Process]:
    roots = reversed(fields.items("processes"))
    waiting: list[tuple[Node, Process | None]] = [(item, None) for item in roots]
    while waiting:
        item, parent = waiting.pop()
        process, children = _read_process(item, host, parent, tree)
        yield process
        waiting.extend((child, process) for child in reversed(children))


def _read_host(node: Node, platform: str) -> Host:
    fields = node.fields("a host", required=("name", "address"), optional=("users",))
    name, users = fields["name"].matching(_HOST_NAME, "a host name"), fields.get("users")
    given = {user: entry.value.text() for user, entry in users.entries().items()} if users else {}
    return Host(name, platform, read_address(fields["address"]), _SYSTEM_USERS[platform] | given)


_PROCESS_KEYS = (
    "argv", "command", "called_as", "user", "cwd", "pid", "end", "exit_code", "original_name", *KEYS,
    "children",
)  # fmt: skip


def _read_process(node: Node, host: Host, parent: Process | None, tree: Tree) -> tuple[Process, tuple[Node, ...]]:
    """A process, and its children still to be read."""
    tree.count += 1
    if tree.count > _MOST_PROCESSES:
        node.wrong(f"a platform has more than {_MOST_PROCESSES} processes")
    fields = node.fields("a process", required=("at", "executable"), optional=_PROCESS_KEYS)
    executable, started = fields.text("executable"), tree.time(fields["at"])
    if parent and started < parent.started:
        fields["at"].wrong("a process cannot start before its parent")
    argv, command = _read_command(fields, executable, host.platform)
    end = fields.get("end")
    process = Process(
        host=host,
        pid=_read_pid(fields, tree),
        executable=executable,
        called_as=fields.text("called_as", executable),
        argv=argv,
        command=command,
        user=_read_user(fields, host, parent),
        cwd=_inherited(fields, "cwd", parent.cwd if parent else None),
        started=started,
        before=started < tree.start,
        ended=tree.time(end) if end else None,
        exit_code=fields["exit_code"].integer(0, 2**32 - 1) if fields.get("exit_code") else 0,
        original_name=_read_original_name(fields, host.platform),
        connections=tuple(read_connection(item, tree) for item in fields.items("connections")),
        files=tuple(read_file(item, tree) for item in fields.items("files")),
        modules=tuple(read_module(item, tree) for item in fields.items("modules")),
        registry=tuple(read_registry(item, tree) for item in fields.items("registry")),
        parent=parent,
    )
    _check_times(process, fields)
    return process, fields.items("children")


def _check_times(process: Process, fields: Fields) -> None:
    last = process.ended
    if last is not None and last < process.started:
        fields["end"].wrong("a process cannot end before it starts")
    items = (item for key in KEYS for item in fields.items(key))
    for time, item in zip(process.times, items, strict=True):
        if time < process.started or (last is not None and time > last):
            item.wrong("this happens while the process does not run")


def _read_original_name(fields: Fields, platform: str) -> str | None:
    node = fields.get("original_name")
    if node and platform != "windows":
        node.wrong("only a Windows program has an original name")
    return node.text() if node else None


def _read_pid(fields: Fields, tree: Tree) -> int:
    """The given pid, or one that follows from the process's place; Windows pids are multiples of four."""
    node = fields.get("pid")
    if node:
        return node.integer(1, 2**31 - 1)
    if tree.platform == "windows":
        return 4 * (tree.number("pid", least=200, most=900) + 11 * tree.count)
    return tree.number("pid", least=1_000, most=30_000) + 7 * tree.count


def _read_command(fields: Fields, executable: str, platform: str) -> tuple[tuple[str, ...], str]:
    """The arguments and the command line; one follows from the other where only one is given."""
    node, command = fields.get("argv"), fields.get("command")
    if command and platform != "windows":
        command.wrong("only a Windows process has a command line; give argv")
    argv = tuple(item.any_text() for item in node.items()) if node else ()
    for item in argv:
        if "\0" in item and node:
            node.wrong("an argument cannot hold a NUL")
    if not argv and not command:
        argv = (file_name(executable, platform),)
    if command:
        return argv, command.text()
    return argv, list2cmdline(argv) if platform == "windows" else " ".join(argv)


def _read_user(fields: Fields, host: Host, parent: Process | None) -> str:
    user = _inherited(fields, "user", parent.user if parent else None)
    if user not in host.users:
        node = fields.get("user") or fields.node
        node.wrong(f"the host gives no id for the user {user!r}", "add it to its users")
    return user


def _inherited(fields: Fields, key: str, inherited: str | None) -> str:
    """Text under a key, or what the parent has."""
    value = fields.text(key) or inherited
    if value is None:
        fields.node.wrong(f"a process without a parent needs the key {key!r}")
    return value
