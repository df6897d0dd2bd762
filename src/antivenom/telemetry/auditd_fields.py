"""What stands in audit records: names and values as written, and the strings that the kernel wrote as hex.

The kernel writes a string it does not trust between double quotes, or, when a byte of it is below 0x21, above
0x7e or a double quote, as bare upper-case hex (audit_log_n_untrustedstring in kernel/audit.c). So only the
quotes tell "BEEF" from BEEF: values are decoded here, where the quotes are still known.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from antivenom.tables import FieldValue

STRING_FIELDS = frozenset(
    "acct cgroup cmd comm cwd data device dir exe file grp invalid_context key name new-disk new-fs new_group"
    " ocomm old-disk old-fs path proctitle root_dir sw vm watch".split()
)
"""Fields whose bare value is hex in any record type ("encoded" in the audit project's field dictionary)."""

ARGUMENT = re.compile(r"a(\d{1,7})(?:\[(\d{1,7})\])?", re.ASCII)
"""An argument of EXECVE, or a piece of one."""

HEX = re.compile(r"(?:[0-9A-F]{2})+")
"""A string as the kernel writes it when it is not quoted."""

_NAME = r"([A-Za-z_][\w\-\[\]]*)"
_PAIR = re.compile(_NAME + r"""=("[^"]*"|'[^']*'|\{[^}]*\}|\S*)""", re.ASCII)
_OLD_PAIR = re.compile(_NAME + r"""=("[^"]*"|[^\s,)]*)""", re.ASCII)
_OLD_LOGIN = re.compile(r"\b(?:old (auid|ses)|new (auid|ses))=")
_AVC = re.compile(r"avc:\s+(\w+)\s+\{\s*([^}]*?)\s*\}\s+for\b")
_QUOTES = frozenset("\"'")

Pairs = list[tuple[str, str]]


def decode(token: str) -> str:
    """The string a record's token stands for; UTF-8, with U+FFFD for each byte that is not.

    A quoted token is literal, bare upper-case hex of whole bytes is decoded, anything else ((null), ?) stays.
    """
    if token[:1] == '"':
        return token[1:-1]
    return bytes.fromhex(token).decode("utf-8", "replace") if HEX.fullmatch(token) else token


class Fields(Mapping[str, FieldValue]):
    """The fields of one record, taken apart when first asked for.

    Names and values are the record's own, quotes removed and hex left as it is; the first of equal names
    counts. `type`, `msg` ("audit(time:serial):") and `node` are the header's. What stands inside msg='...' is
    taken apart too, and kept whole as `msg.text`. "avc: denied { read } for" gives avc.result and
    avc.permissions.
    """

    __slots__ = ("_pairs", "_values", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._pairs: Pairs | None = None
        self._values: dict[str, FieldValue] | None = None

    def pairs(self) -> Pairs:
        """Names and tokens, quotes still on, without the header."""
        if self._pairs is None:
            self._pairs = _pairs(self.text)
        return self._pairs

    def values_by_name(self) -> dict[str, FieldValue]:
        """All fields as a plain dict."""
        if self._values is None:
            self._values = _values(self.text, self.pairs())
        return self._values

    def __getitem__(self, name: str) -> FieldValue:
        return self.values_by_name()[name]

    def __contains__(self, name: object) -> bool:
        return name in self.values_by_name()

    def get(self, name: str, default: Any = None) -> Any:
        """As a dict's; the inherited one raises and catches for every field that is not there."""
        return self.values_by_name().get(name, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_name())

    def __len__(self) -> int:
        return len(self.values_by_name())

    def __repr__(self) -> str:
        return repr(self.values_by_name())


class JoinedFields(Mapping[str, FieldValue]):
    """The fields of a joined event: its leading record's, and decoded values beside them.

    argv              decoded arguments of EXECVE in numeric order
    argv.missing      numbers below argc that no record has
    X.decoded         decoded text of the first string field X, except `name`, of any record
    proctitle.argv    the decoded process title, cut at NULs; proctitle.decoded joins it with blanks
    paths             decoded `name` of each PATH record, in file order
    saddr.*           family, and ip and port (inet, inet6) or path (local) of the first SOCKADDR record
    """

    __slots__ = ("_lead", "_records", "_some", "_values")

    def __init__(self, lead: Fields, records: Sequence[tuple[str, Fields]]) -> None:
        self._lead = lead
        self._records = records
        self._some: dict[str, Any] = {}
        self._values: dict[str, FieldValue] | None = None

    def _all(self) -> dict[str, FieldValue]:
        if self._values is None:
            self._values = {**self._lead.values_by_name(), **decoded(self._records)}
        return self._values

    def __getitem__(self, name: str) -> FieldValue:
        found = self.get(name, _MISSING)
        if found is _MISSING:
            raise KeyError(name)
        value: FieldValue = found
        return value

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.get(name, _MISSING) is not _MISSING

    def get(self, name: str, default: Any = None) -> Any:
        """One field, taking apart only the records it can come from."""
        if self._values is not None:
            return self._values.get(name, default)
        if name not in self._some:
            lead = self._lead.values_by_name()
            if name in lead and name not in _JOINED_ONLY:
                return lead[name]
            if name not in _JOINED_ONLY and not name.endswith(_DECODED) and not name.startswith("saddr."):
                return default
            made = decoded(_sources(name, self._records))
            # of these records alone only this is known; a name that no record has is looked for once
            self._some[name] = made.get(name, _MISSING)
            if name in _OF_ARGUMENTS:
                self._some |= {other: made.get(other, _MISSING) for other in _OF_ARGUMENTS}
        found = self._some[name]
        return default if found is _MISSING else found

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


_OF_ARGUMENTS = ("argv", "argv.missing")
_JOINED_ONLY = frozenset({"argv", "argv.missing", "paths"})
_DECODED = (".decoded", ".argv")
_MISSING: Any = object()


def _sources(name: str, records: Iterable[tuple[str, Fields]]) -> Iterator[tuple[str, Fields]]:
    """The records that a decoded value comes from: all of the right type, or the first that has the field."""
    first, _, _ = name.partition(".")
    kind = {"argv": "EXECVE", "paths": "PATH", "saddr": "SOCKADDR"}.get(first)
    for record in records:
        if record[0] == kind:
            yield record
        elif kind is None and name.endswith((".decoded", ".argv")) and f"{first}=" in record[1].text:
            yield record
            if any(field == first for field, _ in record[1].pairs()):
                return


def decoded(records: Iterable[tuple[str, Fields]]) -> dict[str, FieldValue]:
    """The decoded values of an event's records, each given with its type; see JoinedFields for the names."""
    found: dict[str, FieldValue] = {}
    arguments: Pairs = []
    paths: list[str] = []
    for kind, record in records:
        for name, token in record.pairs():
            if kind == "EXECVE":
                arguments.append((name, token))
            elif name == "name" and kind == "PATH":
                paths.append(decode(token))
            elif name == "saddr" and kind == "SOCKADDR":
                found = {**_socket_address(token), **found}
            elif name == "proctitle":
                _add_title(found, token)
            elif name in STRING_FIELDS and name != "name":
                found.setdefault(f"{name}.decoded", decode(token))
    if arguments:
        found.update(_arguments(arguments))
    if paths:
        found["paths"] = paths
    return found


def _add_title(found: dict[str, FieldValue], token: str) -> None:
    argv = decode(token).rstrip("\0").split("\0")
    found.setdefault("proctitle.argv", argv)
    found.setdefault("proctitle.decoded", " ".join(argv))


def _arguments(pairs: Pairs) -> dict[str, FieldValue]:
    """argv, and argv.missing when argc counts more arguments than were logged."""
    pieces: dict[int, dict[int, bytes]] = {}
    count = 0
    for name, token in pairs:
        match = ARGUMENT.fullmatch(name)
        if match is not None:
            pieces.setdefault(int(match[1]), {}).setdefault(int(match[2] or 0), _argument_bytes(token))
        elif name == "argc" and token.isdecimal() and len(token) < 8:
            count = int(token)
    argv = [b"".join(part for _, part in sorted(pieces[index].items())) for index in sorted(pieces)]
    fields: dict[str, FieldValue] = {"argv": [argument.decode("utf-8", "replace") for argument in argv]}
    if count > len(argv):
        fields["argv.missing"] = [str(n) for n in range(min(count, len(argv) + 1000)) if n not in pieces]
    return fields


def _argument_bytes(token: str) -> bytes:
    if token[:1] == '"':
        return token[1:-1].encode("utf-8", "surrogateescape")
    return bytes.fromhex(token) if HEX.fullmatch(token) else token.encode("utf-8", "surrogateescape")


def _socket_address(token: str) -> dict[str, FieldValue]:
    """Family, address and port of a `saddr`; the family is in the machine's byte order, the port is not."""
    data = bytes.fromhex(token) if HEX.fullmatch(token) else b""
    family = (data[0] or data[1]) if len(data) >= 2 and 0 in data[:2] else 0
    if family == 1:
        path = data[2:].lstrip(b"\0").split(b"\0")[0].decode("utf-8", "replace")
        return {"saddr.family": "local", "saddr.path": path}
    if family == 2 and len(data) >= 8:
        return _ip("inet", data[4:8], data)
    if family == 10 and len(data) >= 24:
        return _ip("inet6", data[8:24], data)
    return {"saddr.family": str(family)} if family else {}


def _ip(family: str, address: bytes, data: bytes) -> dict[str, FieldValue]:
    port = int.from_bytes(data[2:4], "big")
    return {"saddr.family": family, "saddr.ip": str(ipaddress.ip_address(address)), "saddr.port": str(port)}


def _pairs(text: str) -> Pairs:
    """Names and tokens of a record's text behind its header."""
    at = text.find("):")
    body, _, enriched = text[at + 2 :].partition("\x1d")
    start = body.find("msg='")
    end = body.rfind("'")
    if start < 0 or end < start + 5:
        pairs = _PAIR.findall(_with_old_names(body))
    else:
        pairs = _PAIR.findall(_with_old_names(body[:start])) + inner_pairs(body[start + 5 : end])
        enriched = body[end + 1 :] + enriched
    return pairs + _PAIR.findall(enriched) if enriched else pairs


def inner_pairs(text: str) -> Pairs:
    """Names and tokens inside msg='...'; older senders put commas and brackets around them."""
    return _OLD_PAIR.findall(text)


def _with_old_names(body: str) -> str:
    """Kernels before 3.14 wrote `old auid=` and `new auid=` where later ones write old-auid and auid."""
    if "old " not in body:
        return body
    return _OLD_LOGIN.sub(lambda match: f"old-{match[1]}=" if match[1] else f"{match[2]}=", body)


def _values(text: str, pairs: Pairs) -> dict[str, FieldValue]:
    """All fields of a record: its header's, then its own."""
    values: dict[str, FieldValue] = {}
    start = text.index("type=")
    if start:
        values["node"] = text[5 : start - 1]
    values["type"] = text[start + 5 : text.find(" ", start)]
    head = text.find("msg=", start)
    values["msg"] = text[head + 4 : text.find("):", head) + 2]
    for name, token in pairs:
        if name not in values:
            values[name] = token[1:-1] if token[:1] in _QUOTES and len(token) > 1 else token
    if " msg='" in text:
        body = text.partition("\x1d")[0]
        first, last = body.find(" msg='"), body.rfind("'")
        if 0 <= first < last - 5:
            values["msg.text"] = body[first + 6 : last]
    avc = _AVC.search(text) if "avc:" in text else None
    if avc is not None:
        values["avc.result"], values["avc.permissions"] = avc[1], avc[2].split()
    return values
