"""What a process of a scenario does while it runs, read from the scenario's file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from ipaddress import ip_address

from antivenom.document import Node
from antivenom.proving.processes import Connection, FileUse, ModuleLoad, RegistryChange
from antivenom.vocabularies.mapping import to_long

VALUE_TYPES = ("String", "ExpandString", "MultiString", "Dword", "Qword", "Binary")
"""The types of a registry value, in Defender's words."""

KEYS = ("connections", "files", "modules", "registry")
"""The keys of a process under which its acts stand."""

_MILLISECOND = 1_000_000
_KEY = re.compile(r"(HKLM|HKCU|HKU)(\\[^\\]+)+", re.IGNORECASE)
_MICROSOFT = "Microsoft Windows"


@dataclass(slots=True)
class Tree:
    """What is known while the processes of one platform are read."""

    scenario: str
    start: int
    platform: str
    count: int = 0

    def time(self, node: Node) -> int:
        """A time of the file as nanoseconds; sensors keep milliseconds, so finer times are refused."""
        seconds = node.seconds()
        if seconds % _MILLISECOND:
            node.wrong("times are given to the millisecond")
        return self.start + seconds

    def number(self, *what: object, least: int, most: int) -> int:
        """A number within a range that follows from what it is for."""
        text = "\0".join(str(part) for part in (self.scenario, self.platform, *what))
        digest = hashlib.sha256(text.encode()).digest()
        return least + int.from_bytes(digest[:8]) % (most - least + 1)


def read_address(node: Node) -> str:
    """An IPv4 or IPv6 address as it is usually written."""
    try:
        return str(ip_address(node.text()))
    except ValueError:
        node.wrong(f"expected an IP address, found {node.text()!r}")


def read_connection(node: Node, tree: Tree) -> Connection:
    """An attempt to reach an address."""
    fields = node.fields(
        "a connection", required=("at", "address", "port", "outcome"), optional=("hostname", "protocol")
    )
    time, port = tree.time(fields["at"]), fields["port"].integer(1, 65_535)
    protocol = fields.get("protocol")
    return Connection(
        time=time,
        address=read_address(fields["address"]),
        port=port,
        source_port=tree.number("source port", tree.count, time, port, least=49_152, most=65_535),
        protocol=protocol.choice(("tcp", "udp")) if protocol else "tcp",
        outcome=fields["outcome"].choice(("connected", "refused", "timeout")),
        hostname=fields.text("hostname") or None,
    )


def read_file(node: Node, tree: Tree) -> FileUse:
    """A file that is used."""
    fields = node.fields("a file", required=("at", "path", "action"))
    action = fields["action"].choice(("written", "read", "deleted"))
    return FileUse(tree.time(fields["at"]), fields.text("path"), action)


def read_module(node: Node, tree: Tree) -> ModuleLoad:
    """A library that is loaded; one that is signed is by default signed by Microsoft."""
    fields = node.fields("a module", required=("at", "path"), optional=("signed", "signer"))
    signed, signer = fields.get("signed"), fields.get("signer")
    is_signed = signed.boolean() if signed else True
    if signer and not is_signed:
        signer.wrong("a module that is not signed has no signer")
    name = fields.text("signer", _MICROSOFT) if is_signed else None
    return ModuleLoad(tree.time(fields["at"]), fields.text("path"), name)


def read_registry(node: Node, tree: Tree) -> RegistryChange:
    """A registry value that is set."""
    if tree.platform != "windows":
        node.wrong("only Windows has a registry")
    fields = node.fields("a registry value", required=("at", "key", "value", "data"), optional=("type",))
    key, type_ = fields.text("key"), fields.get("type")
    if not _KEY.fullmatch(key):
        fields["key"].wrong(f"expected a key below HKLM, HKCU or HKU, found {key!r}")
    kind = type_.choice(VALUE_TYPES) if type_ else VALUE_TYPES[0]
    data = fields["data"].any_text()
    if kind in ("Dword", "Qword") and to_long(data) is None:
        fields["data"].wrong(f"expected a whole number, found {data!r}")
    return RegistryChange(tree.time(fields["at"]), key, fields["value"].any_text(), data, kind)
