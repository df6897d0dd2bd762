"""Audit records as auditd writes them: the kernel's quoting, hex and cutting of strings, and whole lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from antivenom.errors import UsageError
from antivenom.tables import Event, FieldValue
from antivenom.telemetry.auditd_fields import ARGUMENT, HEX, STRING_FIELDS, inner_pairs

PIECE = 7500
"""Characters of one argument in an EXECVE record; the kernel cuts a longer one (MAX_EXECVE_AUDIT_LEN)."""

_SAFE = re.compile(rb"[!#-~]*+")
_BARE = re.compile(r"[^\s\"'\x1d]*+")
_QUOTABLE = re.compile(r'[^"\r\n\x1d]*+')
_TEXT = re.compile(r"[^\r\n\x1d]*+")
_ENRICHED = re.compile(r"[A-Z][A-Z0-9_-]*")
_UNQUOTED = frozenset({"ARCH", "SYSCALL", "SADDR"})
_OWN = frozenset({"type", "msg", "node", "msg.text", "avc.result", "avc.permissions"})


def encode(value: str | bytes) -> str:
    """A string as the kernel writes it: quoted, or as upper-case hex when it must be."""
    data = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
    return f'"{data.decode("ascii")}"' if _SAFE.fullmatch(data) else data.hex().upper()


def stamp(time: int, serial: int) -> str:
    """The `msg` field of a record: nanoseconds since 1970 (cut to milliseconds) and the event's serial."""
    seconds, rest = divmod(time, 1_000_000_000)
    return f"audit({seconds}.{rest // 1_000_000:03}:{serial}):"


def execve_fields(argv: Sequence[str | bytes]) -> dict[str, str]:
    """The fields of an EXECVE record: argc and a0..aN without quotes, a very long argument in pieces.

    An argument of more than PIECE characters as written becomes aN_len and aN[0], aN[1]... as kernels do.
    """
    fields = {"argc": str(len(argv))}
    for index, argument in enumerate(argv):
        token = encode(argument)
        value = token[1:-1] if token[0] == '"' else token
        if len(value) <= PIECE:
            fields[f"a{index}"] = value
            continue
        fields[f"a{index}_len"] = str(len(value))
        for number, start in enumerate(range(0, len(value), PIECE)):
            fields[f"a{index}[{number}]"] = value[start : start + PIECE]
    return fields


def literals(event: Event) -> frozenset[tuple[str, str]]:
    """The (field, value) pairs of an event that its decoded fields show to be literal strings, not hex."""
    argv = event.fields.get("argv")
    arguments = {f"a{index}": text for index, text in enumerate(argv)} if isinstance(argv, list) else {}
    return frozenset(
        (name, value)
        for part in event.parts
        for name, value in part.fields.items()
        if isinstance(value, str)
        and value == (arguments.get(name) if part.kind == "EXECVE" else event.fields.get(f"{name}.decoded"))
    )


def line(kind: str, fields: Mapping[str, FieldValue], literal: frozenset[tuple[str, str]]) -> str:
    """A record as auditd writes it, without line end, from fields as a reader gives them.

    `literal` is what `literals` found: values that look like hex but are the string itself. Raises
    UsageError for a value no audit record can hold.
    """
    text = fields.get("msg.text")
    inner = {name for name, _ in inner_pairs(text)} if isinstance(text, str) else set()
    body: list[str] = []
    enriched: list[str] = []
    for name, value in fields.items():
        if name in _OWN or name in inner:
            continue
        token = f"{name}={_token(kind, name, value, literal)}"
        (enriched if _ENRICHED.fullmatch(name) else body).append(token)
    node = f"node={_bare(fields['node'], 'node')} " if "node" in fields else ""
    head = f"{node}type={_bare(kind, 'type')} msg={_bare(fields.get('msg'), 'msg')}"
    pieces = [head, *_access(fields, text), *body]
    if isinstance(text, str):
        pieces.append(f"msg='{_fitting(_TEXT, text, 'msg.text')}'")
    return " ".join(pieces) + ("\x1d" + " ".join(enriched) if enriched else "")


def _access(fields: Mapping[str, FieldValue], text: FieldValue) -> list[str]:
    """The access vector text of an AVC record, unless it stands inside msg='...'."""
    result, permissions = fields.get("avc.result"), fields.get("avc.permissions")
    if result is None or not isinstance(permissions, list) or isinstance(text, str):
        return []
    return [f"avc:  {_bare(result, 'avc.result')}  {{ {' '.join(permissions)} }} for "]


def _token(kind: str, name: str, value: FieldValue, literal: frozenset[tuple[str, str]]) -> str:
    if not isinstance(value, str):
        raise UsageError(f"an audit record cannot hold {name}={value!r}")
    argument = kind == "EXECVE" and ARGUMENT.fullmatch(name) is not None
    if argument or name in STRING_FIELDS:
        whole = argument and name.endswith("]")
        if value == "(null)" or ((name, value) not in literal and _is_hex(value, anything=whole)):
            return value
        return f'"{_fitting(_QUOTABLE, value, name)}"'
    if _ENRICHED.fullmatch(name) and name not in _UNQUOTED:
        return f'"{_fitting(_QUOTABLE, value, name)}"'
    if _BARE.fullmatch(value) or (value[:1] == "{" and value.find("}") == len(value) - 1):
        return value
    return f'"{_fitting(_QUOTABLE, value, name)}"'


def _is_hex(value: str, *, anything: bool) -> bool:
    """Whether the kernel wrote this as hex: pieces of an argument can be hex with safe bytes only."""
    if HEX.fullmatch(value) is None:
        return False
    return anything or _SAFE.fullmatch(bytes.fromhex(value)) is None


def _bare(value: FieldValue, name: str) -> str:
    if not isinstance(value, str) or not value or _BARE.fullmatch(value) is None:
        raise UsageError(f"an audit record needs {name} as one word, not {value!r}")
    return value


def _fitting(pattern: re.Pattern[str], value: str, name: str) -> str:
    if pattern.fullmatch(value) is None:
        raise UsageError(f"an audit record cannot hold {name}={value!r}", hint="write it with encode()")
    return value
