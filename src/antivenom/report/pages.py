"""What pages of plain text are made of: wrapped sentences, blocks of code, and a finding's values made safe to show."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from antivenom.report.plain import printable, shortened
from antivenom.response.fill import lack
from antivenom.response.model import Slot
from antivenom.response.values import Values

WIDTH = 110
MOST_SHOWN = 600
"""Characters of one value on a page."""

_SUMMARY = (
    "time",
    "host",
    "user",
    "path",
    "pid",
    "verdict",
    "score",
    "severity",
    "behaviours",
    "detections",
    "summary",
)


def wrapped(text: str, indent: int = 0, hanging: int = 0) -> list[str]:
    """A sentence in lines of WIDTH, indented; further lines hang."""
    pad = " " * indent
    return textwrap.wrap(
        text, WIDTH, initial_indent=pad, subsequent_indent=pad + " " * hanging, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def bullets(items: Iterable[str], indent: int) -> list[str]:
    """Sentences as a list."""
    return [line for item in items for line in wrapped(f"- {item}", indent, 2)]


def code(text: str, indent: int) -> list[str]:
    """Code as it is, indented; nothing in it drives a terminal."""
    return [f"{' ' * indent}{printable(line)}" for line in text.splitlines()]


def title(text: str) -> list[str]:
    """A heading with a rule below."""
    return [text, "-" * len(text)]


def shown(value: str) -> str:
    """A value of a finding, safe to show and not too long."""
    return shortened(printable(value), MOST_SHOWN)


def value_lines(names: Iterable[str], slots: Mapping[str, Slot], values: Values, indent: int) -> list[str]:
    """What the finding says for some slots, one a line, or that it says nothing and how to get it."""
    lines = []
    for name in names:
        found = values.found.get(name)
        if found:
            more = f", and {values.more[name]} more" if name in values.more else ""
            lines.append(f"{' ' * indent}{name}: {', '.join(map(shown, found))}{more}")
        else:
            lines += wrapped(f"{name}: «{lack(slots[name], values)}»", indent, 2)
    return lines


def about(slots: Mapping[str, Slot], values: Values) -> list[str]:
    """The finding in a few lines."""
    names = [name for name in _SUMMARY if name in values.found]
    platform = values.platform or "not known: commands of all platforms are shown"
    return [
        f"This is about {printable(values.place)}.",
        f"  platform: {platform}",
        *value_lines(names, slots, values, 2),
    ]
