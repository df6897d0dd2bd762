"""A scenario's processes as they are shown: who started whom, with what, and what each of them did."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from antivenom.proving.processes import Connection, FileUse, Host, ModuleLoad, Process, RegistryChange, Scenario

_MILLISECOND = 1_000_000
_VERBS = {"written": "writes", "read": "reads", "deleted": "deletes"}


@dataclass(frozen=True, slots=True)
class Act:
    """Something a process did: when, a verb, what it concerned, and what came of it."""

    time: int
    at: str
    verb: str
    what: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A process, its command, when it ran, what it did, and the processes that it started."""

    process: Process
    command: str
    at: str
    end: str
    acts: tuple[Act, ...]
    children: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The processes of one host."""

    host: Host
    branches: tuple[Branch, ...]


def trees(scenario: Scenario, platform: str) -> tuple[Tree, ...]:
    """The processes of a scenario on a platform, one tree a host."""
    below: dict[int, list[Branch]] = {}
    hosts: dict[str, Host] = {}
    roots: dict[str, list[Branch]] = {}
    for process in scenario.on(platform):
        hosts.setdefault(process.host.name, process.host)
    for process in reversed(tuple(scenario.on(platform))):  # children stand after their parents
        branch = _branch(process, scenario.start, tuple(reversed(below.pop(id(process), []))))
        if process.parent is None:
            roots.setdefault(process.host.name, []).append(branch)
        else:
            below.setdefault(id(process.parent), []).append(branch)
    return tuple(Tree(host, tuple(reversed(roots.get(name, [])))) for name, host in hosts.items())


def left_behind(scenario: Scenario, platform: str) -> tuple[str, ...]:
    """What is still there when a scenario has run: files it wrote, registry values it set, programs that run on."""
    ran = [process for process in scenario.on(platform) if not process.before]
    parents = {id(process.parent) for process in ran}
    files: dict[str, None] = {}
    for use in sorted((use for process in ran for use in process.files), key=lambda use: use.time):
        if use.action == "written":
            files[use.path] = None
        elif use.action == "deleted":
            files.pop(use.path, None)
    running = [process for process in ran if process.ended is None and id(process) not in parents]
    values = dict.fromkeys(_value(change) for process in ran for change in process.registry)
    return (
        *(f"remove {path}" for path in files),
        *(f"remove {value}" for value in values),
        *(f"end {_command(process)}" for process in running),
    )


def _branch(process: Process, start: int, children: tuple[Branch, ...]) -> Branch:
    acts = tuple(sorted(_acts(process, start), key=lambda act: act.time))
    at = "ran before" if process.before else _since(process.started, start)
    end = _since(process.ended, start) if process.ended is not None else ""
    return Branch(process, _command(process), at, end, acts, children)


def _command(process: Process) -> str:
    """The command as it can be given to a shell: the arguments of other platforms than Windows have no quotes."""
    return process.command if process.host.platform == "windows" else shlex.join(process.argv)


def _acts(process: Process, start: int) -> Iterator[Act]:
    for connection in process.connections:
        yield _connects(connection, _since(connection.time, start))
    for use in process.files:
        yield _uses(use, _since(use.time, start))
    for module in process.modules:
        yield _loads(module, _since(module.time, start))
    for change in process.registry:
        yield _sets(change, _since(change.time, start))


def _connects(connection: Connection, at: str) -> Act:
    address = f"[{connection.address}]" if ":" in connection.address else connection.address
    named = f" ({connection.hostname})" if connection.hostname else ""
    what = f"{address}:{connection.port}{named}"
    return Act(connection.time, at, f"connects ({connection.protocol}) to", what, connection.outcome)


def _uses(use: FileUse, at: str) -> Act:
    return Act(use.time, at, _VERBS.get(use.action, use.action), use.path)


def _loads(module: ModuleLoad, at: str) -> Act:
    signed = f"signed by {module.signer}" if module.signer else "not signed"
    return Act(module.time, at, "loads", module.path, signed)


def _sets(change: RegistryChange, at: str) -> Act:
    return Act(change.time, at, "sets", _value(change), f"{change.data} ({change.type})")


def _value(change: RegistryChange) -> str:
    return f"{change.key}\\{change.value}"


def _since(time: int, start: int) -> str:
    """Seconds since the scenario's start, to the millisecond."""
    sign, away = ("+", time - start) if time >= start else ("\N{MINUS SIGN}", start - time)
    return f"{sign}{away // (1000 * _MILLISECOND)}.{away // _MILLISECOND % 1000:03d} s"
