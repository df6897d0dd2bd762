"""What commands and queries of the response files must keep to, so that a value can be put in safely."""

from __future__ import annotations

import re
from collections.abc import Mapping

from antivenom.document import Node, nearest
from antivenom.response.fill import PLACEHOLDER, names_in
from antivenom.response.model import QUOTED, Slot

_NEAR_NAME = re.compile(r"\{\{[^}]*\}\}")


def check_commands(node: Node, platform: str, slots: Mapping[str, Slot]) -> None:
    """Every placeholder is known and not in a comment, and text stands outside of quotes, where it is quoted."""
    _check_names(node, slots)
    for line in node.text().splitlines():
        if line.lstrip().startswith("#") and names_in(line):
            node.wrong("a comment holds a placeholder, which would not be quoted", f"the line is {line.strip()!r}")
        for match in PLACEHOLDER.finditer(line):
            if slots[match[1]].kind in QUOTED and _in_quotes(line[: match.start()], platform):
                node.wrong(
                    f"{match[0]} stands between quotes, but is quoted when it is filled in",
                    f"write it without quotes: the line is {line.strip()!r}",
                )


def check_query(node: Node, slots: Mapping[str, Slot]) -> None:
    """Every placeholder is known and stands outside of quotes: it becomes a whole literal."""
    _check_names(node, slots)
    for line in node.text().splitlines():
        for match in PLACEHOLDER.finditer(line):
            if _in_quotes(line[: match.start()], "linux"):
                node.wrong(f"{match[0]} stands between quotes, but becomes a literal of its own")


def _check_names(node: Node, slots: Mapping[str, Slot]) -> None:
    for found in _NEAR_NAME.findall(node.text()):
        name = found.strip("{}")
        if name not in slots:
            node.wrong(f"there is no value {name!r}", nearest(name, slots) or f"values are {', '.join(slots)}")
        if slots[name].kind == "shown":
            node.wrong(f"the value {name!r} is only shown: it may stand in no command and no query")


def _in_quotes(before: str, platform: str) -> bool:
    """Whether a line is inside of quotes at its end; the escapes of POSIX shells are a backslash, PowerShell's `."""
    escape = "`" if platform == "windows" else "\\"
    quote, i = "", 0
    while i < len(before):
        char = before[i]
        if char == escape and quote != "'":
            i += 1
        elif char in "'\"" and quote in ("", char):
            quote = "" if quote else char
        i += 1
    return bool(quote)
