"""Audit records as Sigma's `service: auditd` reads them: a row for each record, its own fields, decoded.

Published rules (rules/linux/auditd of SigmaHQ/sigma) compare `type`, the arguments of EXECVE, the `name` of PATH, and
`SYSCALL` with `exe`, `comm` and `key`, each within one record; so nothing of another record is added. A string that
the kernel wrote as hex is decoded as its event's reader did, who knew the quotes. All arguments of a command line
stand in the first of its EXECVE records. `SYSCALL` is the name of the system call, also where the log has only its
number; the arguments a0 to a3 of a system call stay hexadecimal, as the rules write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from antivenom.tables import Event, FieldValue
from antivenom.vocabularies.mapping import Getter, host_of, text_of
from antivenom.vocabularies.sigma_rows import TEXT, Rows

_ARGUMENT = re.compile(r"a(0|[1-9]\d{0,6})", re.ASCII)
_HEX = re.compile(r"(?:[0-9A-F]{2})+")

_STRINGS = frozenset(
    "acct cgroup cmd comm cwd data device dir exe file grp invalid_context key new-disk new-fs new_group ocomm"
    " old-disk old-fs path root_dir sw vm watch".split()
)
"""Fields that the kernel may write as hex ("encoded" in the audit project's field dictionary), but for `name` and
`proctitle`, which are read apart."""


def _read_names(text: str) -> dict[tuple[str, str], str]:
    """(arch, number) -> name."""
    found: dict[tuple[str, str], str] = {}
    arches: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            arches = line.strip("[]").split()
        elif line and not line.startswith("#"):
            start, *names = line.split()
            found |= {(arch, str(int(start) + at)): name for arch in arches for at, name in enumerate(names)}
    return found


_CALLS = _read_names((resources.files(__package__) / "sigma_syscalls.txt").read_text(encoding="utf-8"))


class _Whole:
    """The event that records are of."""

    def __init__(self, event: Event) -> None:
        self.fields = event.fields
        self._parts = event.parts
        self._first: dict[str, FieldValue] | None = None

    def first(self, name: str) -> FieldValue:
        """A field as the first record that has it holds it."""
        if self._first is None:
            self._first = {}
            for part in self._parts:
                for own, value in part.fields.items():
                    self._first.setdefault(own, value)
        return self._first.get(name)


class _Record(Mapping[str, FieldValue]):
    """A record's own fields, its place among the records of its kind, and the event it is of."""

    __slots__ = ("_own", "place", "whole")

    def __init__(self, own: Mapping[str, FieldValue], place: int, whole: _Whole) -> None:
        self._own, self.place, self.whole = own, place, whole

    def __getitem__(self, name: str) -> FieldValue:
        return self._own[name]

    def get(self, name: str, default: Any = None) -> Any:
        """As a dict's."""
        return self._own.get(name, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)


def _records(event: Event) -> Iterator[Event]:
    """The records of an event, each with a `_Record` as its fields."""
    whole = _Whole(event)
    places: dict[str, int] = {}
    for part in event.parts or (event,):
        place = places[part.kind] = places.get(part.kind, -1) + 1
        yield part._replace(fields=_Record(part.fields, place, whole))


def _list(record: Event, name: str) -> list[str]:
    """A list of the whole event's: its arguments, its paths."""
    fields = record.fields
    value = fields.whole.fields.get(name) if isinstance(fields, _Record) else None
    return value if isinstance(value, list) else []


def _place(record: Event) -> int:
    return record.fields.place if isinstance(record.fields, _Record) else 0


def _arguments(record: Event) -> list[str]:
    """The decoded arguments, for the first EXECVE record of an event."""
    return _list(record, "argv") if record.kind == "EXECVE" and not _place(record) else []


def _argument(number: int) -> Getter:
    name = f"a{number}"

    def get(record: Event) -> str | None:
        if record.kind != "EXECVE":
            return text_of(record, name)
        argv = _arguments(record)
        missing = _list(record, "argv.missing") if argv else []
        if name[1:] in missing:
            return None
        at = number - sum(1 for one in missing if int(one) < number)
        return argv[at] if at < len(argv) else None

    return get


def _name(record: Event) -> str | None:
    """The `name` of a PATH record."""
    name, place = text_of(record, "name"), _place(record)
    paths = _list(record, "paths") if record.kind == "PATH" and name is not None else []
    return paths[place] if place < len(paths) else name


def _decoded(record: Event, name: str) -> str | None:
    """What a string field stands for, where it is hex; the reader decoded the first of its name in an event."""
    text, fields = text_of(record, name), record.fields
    if text is None or not isinstance(fields, _Record) or not _HEX.fullmatch(text) or fields.whole.first(name) != text:
        return None
    value = fields.whole.fields.get(f"{name}.decoded")
    return value if isinstance(value, str) else None


def _string(name: str) -> Getter:
    """A string field, decoded where it is hex."""

    def get(record: Event) -> str | None:
        decoded = _decoded(record, name)
        return text_of(record, name) if decoded is None else decoded

    return get


def _title(record: Event) -> str | None:
    text, fields = text_of(record, "proctitle"), record.fields
    value = fields.whole.fields.get("proctitle.decoded") if text and isinstance(fields, _Record) else None
    return value if isinstance(value, str) else text


def _call(record: Event) -> str | None:
    """The name of the system call: as an enriched record has it, or by architecture and number."""
    written, number = text_of(record, "SYSCALL"), text_of(record, "syscall")
    if written is not None or number is None or record.kind != "SYSCALL":
        return written
    return number if not number.isdecimal() else _CALLS.get((text_of(record, "arch") or "", number))


def _text(record: Event) -> str:
    """The record's line, and on lines of their own the decoded values that it holds as hex or in pieces."""
    lines = [record.raw or " ".join(f"{name}={text_of(record, name)}" for name in record.fields)]
    lines.append(" ".join(_arguments(record)))
    lines.append((_name(record) if record.kind == "PATH" else _title(record)) or "")
    lines += [_decoded(record, name) or "" for name in sorted(_STRINGS.intersection(record.fields))]
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _field(name: str) -> Getter:
    argument = _ARGUMENT.fullmatch(name)
    if argument is not None:
        return _argument(int(argument[1]))
    return _string(name) if name in _STRINGS else lambda record: text_of(record, name)


RECORDS = Rows(
    _field,
    {
        TEXT: _text,
        "type": lambda record: record.kind,
        "name": _name,
        "proctitle": _title,
        "SYSCALL": _call,
        "Computer": host_of,
    },
    each=_records,
)
"""The records of audit events."""
