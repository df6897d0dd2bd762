"""XML as logs write it, made well-formed: bare attribute values, a cut-off end (spath page, its examples)."""

from __future__ import annotations

import re

# possessive, so that a name without an end is read once
_TAG = re.compile(r"<(/?)([A-Za-z_][\w:.-]*+)([^<>]*?)(/?)>")
_BARE = re.compile(r"""("[^"]*"|'[^']*')|(\s[\w:.-]++)=([^\s"'<>=]+)""")
_PROLOGUE = re.compile(r"\s*<\?[^<>]*>")


def mended(text: str) -> str:
    """The text with quoted attribute values, without what introduces it, and with its open elements closed."""
    opened: list[str] = []

    def tag(match: re.Match[str]) -> str:
        closing, name, attributes, empty = match.groups()
        if closing and opened and opened[-1] == name:
            opened.pop()
        elif not closing and not empty:
            opened.append(name)
        return f"<{closing}{name}{_BARE.sub(_quoted, attributes)}{empty}>"

    whole = _TAG.sub(tag, _PROLOGUE.sub("", text, count=1))
    return whole + "".join(f"</{name}>" for name in reversed(opened))


def _quoted(match: re.Match[str]) -> str:
    return match[1] or f'{match[2]}="{match[3]}"'
