"""Linux audit records: EXECVE's a0=, a1= ... and PROCTITLE's proctitle=, with their hexadecimal values."""

from __future__ import annotations

import re

from antivenom.pycode.budget import Budget

_RECORD = re.compile(r"(?:^|\s)type=(?:EXECVE|PROCTITLE|1309|1327)\s|(?:^|\s)argc=\d+\s+a0=")
_PART = re.compile(r'\ba(\d{1,6})(?:\[(\d{1,6})\])?=(?:"([^"]*)"|([0-9A-Fa-f]+)(?![^\s]))')
_TITLE = re.compile(r'\bproctitle=(?:"([^"]*)"|([0-9A-Fa-f]+))')


def is_record(text: str) -> bool:
    """Whether a text is a raw record and not a command line."""
    return ("a0=" in text or "proctitle=" in text) and _RECORD.search(text[:2000]) is not None


def arguments(text: str, budget: Budget) -> list[str]:
    """The arguments of a record: quoted as they are, others from hexadecimal; long ones are joined from their parts."""
    parts: dict[int, list[tuple[int, str]]] = {}
    for match in _PART.finditer(text):
        budget.step()
        number, part, plain, coded = match.groups()
        parts.setdefault(int(number), []).append((int(part or 0), plain if plain is not None else unhex(coded)))
    if parts:
        return ["".join(piece for _, piece in sorted(parts[number])) for number in sorted(parts)]
    title = _TITLE.search(text)
    if title is None:
        return []
    return [title.group(1)] if title.group(1) is not None else unhex(title.group(2)).split("\0")


def unhex(text: str) -> str:
    """Hexadecimal bytes as text; what has an odd number of digits is no such value and stays."""
    return bytes.fromhex(text).decode("utf-8", "surrogateescape") if len(text) % 2 == 0 else text
