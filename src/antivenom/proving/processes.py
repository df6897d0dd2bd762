"""A scenario: what ran on one host or several, told once, before any sensor puts it in its own words.

Every time is nanoseconds since 1970-01-01 UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from antivenom.proving.atomics import Atomic, BlindSpot


@dataclass(frozen=True, slots=True)
class Host:
    """A machine.

    address  its own IPv4 or IPv6 address.
    users    a user's name, as processes give it, to a numeric id (Linux, macOS) or a SID (Windows).
    """

    name: str
    platform: str
    address: str
    users: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Connection:
    """An attempt to reach an address; `outcome` is connected, refused or timeout."""

    time: int
    address: str
    port: int
    source_port: int
    protocol: str
    outcome: str
    hostname: str | None


@dataclass(frozen=True, slots=True)
class FileUse:
    """A file that a process used; `action` is written, read or deleted."""

    time: int
    path: str
    action: str


@dataclass(frozen=True, slots=True)
class ModuleLoad:
    """A library that a process loaded; `signer` is who signed it, or None where nobody did."""

    time: int
    path: str
    signer: str | None


@dataclass(frozen=True, slots=True)
class RegistryChange:
    """A registry value that a process set.

    key   below HKLM, HKCU (the user's own) or HKU.
    data  as text, a number in decimal; `type` is the type of the value in Defender's words.
    """

    time: int
    key: str
    value: str
    data: str
    type: str


@dataclass(frozen=True, slots=True)
class Process:
    """One execution.

    executable   the file that ran, after symbolic links; `called_as` is the path as it was given to exec.
    original_name  the original name its version resource gives, where that is not what its name lets expect.
    command      the command line as Windows has it; on other platforms the arguments joined for reading.
    started      when it began; a process that began before the scenario leaves no record of its start.
    ended        when it ended, and with which code, or None where it was still running.
    """

    host: Host
    pid: int
    executable: str
    called_as: str
    argv: tuple[str, ...]
    command: str
    user: str
    cwd: str
    started: int
    before: bool
    ended: int | None
    exit_code: int
    original_name: str | None
    connections: tuple[Connection, ...]
    files: tuple[FileUse, ...]
    modules: tuple[ModuleLoad, ...]
    registry: tuple[RegistryChange, ...]
    parent: Process | None

    @property
    def file_name(self) -> str:
        """The last part of the executable's path."""
        return file_name(self.executable, self.host.platform)

    @property
    def times(self) -> tuple[int, ...]:
        """When it did each thing that it did beside starting others: connections, files, modules, registry."""
        acts = (self.connections, self.files, self.modules, self.registry)
        return tuple(act.time for some in acts for act in some)

    @property
    def user_id(self) -> str:
        """The user's numeric id or SID."""
        return self.host.users[self.user]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named set of processes, parents before children.

    atomic       the test of Atomic Red Team that it is, or None.
    cleanup      what is done after it to take away what it left, "" where nothing is said of that.
    blind_spots  where no detection can see it, and why.
    """

    id: str
    name: str
    description: str
    attack: tuple[str, ...]
    start: int
    processes: tuple[Process, ...]
    atomic: Atomic | None = None
    cleanup: str = ""
    blind_spots: tuple[BlindSpot, ...] = ()

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platforms it runs on, in the order of its file."""
        return tuple(dict.fromkeys(process.host.platform for process in self.processes))

    def on(self, *platforms: str) -> Iterator[Process]:
        """The processes on these platforms."""
        return (process for process in self.processes if process.host.platform in platforms)

    def blind_in(self, sensor: str) -> str:
        """Why no detection can see it in a sensor, "" where nothing is stated of that."""
        whys = (spot.why for spot in self.blind_spots if not spot.sensors or sensor in spot.sensors)
        return " ".join(next(whys, "").split())


def file_name(path: str, platform: str) -> str:
    """The last part of a path of a platform."""
    return PureWindowsPath(path).name if platform == "windows" else PurePosixPath(path).name


def folder_name(path: str, platform: str) -> str:
    """A path of a platform without its last part."""
    return str(PureWindowsPath(path).parent if platform == "windows" else PurePosixPath(path).parent)
