"""A scenario as auditd on Linux x86-64 records it, with rules on execve, connect, openat and unlink.

The rule on openat is for every path, which few machines bear: a rule that watches one file or directory
(`-w /etc/shadow -p r`) leaves the same records for what lies there. Modules leave nothing.

Records are those of a kernel of the 6.x line, enriched by auditd (`log_format = ENRICHED`) and with `node=`
before each (`name_format = hostname`). Arguments, paths and titles are written as the kernel writes
untrusted strings: quoted, or as hex. The end of a process leaves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address

from antivenom.proving.derive import Draft, number, numbered
from antivenom.proving.processes import Connection, FileUse, Process, Scenario, file_name, folder_name
from antivenom.tables import Event, Origin
from antivenom.telemetry.auditd_fields import Fields, JoinedFields
from antivenom.telemetry.auditd_write import PIECE, encode, stamp

_UNSET = "4294967295"
_COMM_LENGTH = 15
_TITLE_LENGTH = 128
_REFUSED, _TIMED_OUT = -111, -110
_EXITS = {"connected": 0, "refused": _REFUSED, "timeout": _TIMED_OUT}
_LOADER = "/lib64/ld-linux-x86-64.so.2"
_IDS = ("auid", "uid", "gid", "euid", "suid", "fsuid", "egid", "sgid", "fsgid")
_NO_CAPABILITIES = "cap_fp=0 cap_fi=0 cap_fe=0 cap_fver=0 cap_frootid=0"

Record = tuple[str, str, str]
"""A record's type, its body, and what auditd adds behind it when it enriches."""


@dataclass(frozen=True, slots=True)
class _Call:
    """A system call: number, name, result, and the first four arguments as hex."""

    number: int
    name: str
    exit: int
    arguments: tuple[str, str, str, str]
    items: int
    key: str


def render(scenario: Scenario) -> list[Event]:
    """The joined events of the scenario's Linux processes, in the order of time."""
    drafts = [draft for process in scenario.on("linux") for draft in _process_drafts(scenario, process)]
    return numbered(scenario, drafts)


def _process_drafts(scenario: Scenario, process: Process) -> Iterator[Draft]:
    make = partial(_event, scenario, process)
    if not process.before:
        yield process.started, partial(make, process.started, list(_execve(process)))
    for connection in process.connections:
        yield connection.time, partial(make, connection.time, list(_connect(process, connection)))
    for file in process.files:
        records = _unlink(process, file) if file.action == "deleted" else _open(process, file)
        yield file.time, partial(make, file.time, list(records))


def _event(scenario: Scenario, process: Process, time: int, records: list[Record], serial: int) -> Event:
    host = process.host.name
    records = [*records, ("PROCTITLE", f"proctitle={_title(process.argv)}", ""), ("EOE", "", "")]
    origin = Origin(f"{scenario.id}/auditd", record=serial)
    parts = tuple(_part(record, host, time, serial, origin) for record in records)
    fields = [(part.kind, part.fields) for part in parts if isinstance(part.fields, Fields)]
    return Event("auditd", "SYSCALL", time, host, JoinedFields(fields[0][1], fields), None, origin, parts)


def _part(record: Record, host: str, time: int, serial: int, origin: Origin) -> Event:
    kind, body, enriched = record
    text = f"node={host} type={kind} msg={stamp(time, serial)} {body}".rstrip()
    text += f"\x1d{enriched}" if enriched else ""
    return Event("auditd", kind, time, host, Fields(text), text, origin)


def _execve(process: Process) -> Iterator[Record]:
    yield _syscall(process, _Call(59, "execve", 0, _pointers(process, "execve"), 2, "exec"))
    yield from _arguments(process.argv)
    yield "CWD", f"cwd={encode(process.cwd)}", ""
    owner = "0" if process.called_as.startswith(("/usr/", "/bin/", "/sbin/")) else process.user_id
    yield _path(process, 0, process.called_as, "NORMAL", mode="0100755", owner=owner)
    yield _path(process, 1, _LOADER, "NORMAL", mode="0100755", owner="0")


def _arguments(argv: Sequence[str]) -> Iterator[Record]:
    """EXECVE records: one, or for arguments that do not fit in it one more for each further piece."""
    words = [f"argc={len(argv)}"]
    for index, argument in enumerate(argv):
        token = encode(argument)
        if len(token) <= PIECE:
            words.append(f"a{index}={token}")
            continue
        hexed = argument.encode().hex().upper()
        words.append(f"a{index}_len={len(hexed)}")
        for piece, start in enumerate(range(0, len(hexed), PIECE)):
            words.append(f"a{index}[{piece}]={hexed[start : start + PIECE]}")
            yield "EXECVE", " ".join(words), ""
            words = []
    if words:
        yield "EXECVE", " ".join(words), ""


def _connect(process: Process, connection: Connection) -> Iterator[Record]:
    address = ip_address(connection.address)
    length = "10" if address.version == 4 else "1c"
    arguments = ("3", _pointers(process, "connect")[0], length, "0")
    yield _syscall(process, _Call(42, "connect", _EXITS[connection.outcome], arguments, 0, "connect"))
    family, name = (b"\2\0", "inet") if address.version == 4 else (b"\n\0", "inet6")
    port = connection.port.to_bytes(2, "big")
    place = address.packed + bytes(8) if address.version == 4 else bytes(4) + address.packed + bytes(4)
    shown = f"SADDR={{ saddr_fam={name} laddr={connection.address} lport={connection.port} }}"
    yield "SOCKADDR", f"saddr={(family + port + place).hex().upper()}", shown


def _open(process: Process, file: FileUse) -> Iterator[Record]:
    written = file.action == "written"
    flags, mode, items = ("80241", "1b6", 2) if written else ("80000", "0", 1)
    arguments = ("ffffff9c", _pointers(process, file.path)[0], flags, mode)
    yield _syscall(process, _Call(257, "openat", 3, arguments, items, "file"))
    yield "CWD", f"cwd={encode(process.cwd)}", ""
    owner = process.user_id
    if written:
        yield _path(process, 0, folder_name(file.path, "linux") + "/", "PARENT", mode="040755", owner=owner)
    kind = "CREATE" if written else "NORMAL"
    yield _path(process, items - 1, file.path, kind, mode="0100644", owner=owner)


def _unlink(process: Process, file: FileUse) -> Iterator[Record]:
    yield _syscall(process, _Call(87, "unlink", 0, _pointers(process, file.path), 2, "file"))
    yield "CWD", f"cwd={encode(process.cwd)}", ""
    owner = process.user_id
    yield _path(process, 0, folder_name(file.path, "linux") + "/", "PARENT", mode="040755", owner=owner)
    yield _path(process, 1, file.path, "DELETE", mode="0100644", owner=owner)


def _syscall(process: Process, call: _Call) -> Record:
    user = process.user_id
    login = _UNSET if user == "0" else user
    ids = " ".join(f"{name}={login if name == 'auid' else user}" for name in _IDS)
    pointers = " ".join(f"a{index}={value}" for index, value in enumerate(call.arguments))
    session = _UNSET if user == "0" else str(number(1, 60, "session", process.host.name, process.user))
    body = (
        f"arch=c000003e syscall={call.number} success={'yes' if call.exit >= 0 else 'no'} exit={call.exit} "
        f"{pointers} items={call.items} ppid={process.parent.pid if process.parent else 1} pid={process.pid} "
        f"{ids} tty={'(none)' if user == '0' else 'pts0'} ses={session} comm={encode(_comm(process))} "
        f"exe={encode(process.executable)} subj=unconfined key={encode(call.key)}"
    )
    login_name = "unset" if user == "0" else process.user
    names = " ".join(f'{name.upper()}="{process.user}"' for name in _IDS[1:])
    return "SYSCALL", body, f'ARCH=x86_64 SYSCALL={call.name} AUID="{login_name}" {names}'


def _path(process: Process, item: int, path: str, kind: str, *, mode: str, owner: str) -> Record:
    inode = number(10_000, 2_000_000, "inode", process.host.name, path)
    body = (
        f"item={item} name={encode(path)} inode={inode} dev=fd:01 mode={mode} ouid={owner} ogid={owner} "
        f"rdev=00:00 nametype={kind} {_NO_CAPABILITIES}"
    )
    name = "root" if owner == "0" else process.user
    return "PATH", body, f'OUID="{name}" OGID="{name}"'


def _title(argv: Iterable[str]) -> str:
    return encode("\0".join(argv).encode()[:_TITLE_LENGTH])


def _comm(process: Process) -> bytes:
    """The kernel's name of the process: the last part of the path given to execve, cut to 15 bytes."""
    return file_name(process.called_as, "linux").encode()[:_COMM_LENGTH]


def _pointers(process: Process, what: str) -> tuple[str, str, str, str]:
    first, second, third, fourth = (
        f"{number(0x5500_0000_0000, 0x56FF_FFFF_FFFF, index, what, process.pid, process.started):x}"
        for index in range(4)
    )
    return first, second, third, fourth
