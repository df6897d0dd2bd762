"""The cheap test: which command lines can hold any Python at all, for whole columns of them at once.

It may let lines through that hold none, and never leaves one out that `pycode` would find Python in. A line passes

- when it names something of Python: `py` (but for that of `copy`) and `ython` cover interpreters and script files,
  the other names are those of the installers and of the programs with Python inside, read from the tables of `pycode`;
- when it could spell such a name in another way: a shell expands variables, braces and patterns, pipes and decodes;
  quotes, carets and backslashes inside a name are looked through;
- when a program of any name is given code: an option that ends in c, and an import or a call behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.pycode.command import hosts, installs, programs

_BETWEEN = "[\\x00'\"^\\\\`()\\r\\n]*"
"""What may stand between two letters of a name and vanish when the line is read."""

_MADE = r"[$`|<>{}?*\[!]|%[^%]+%|\\x|\\[0-7]|type=(?:execve|proctitle|\d)|argc=\d|forfiles"
"""Marks of text that is made or decoded before it is run, and of raw audit records, whose arguments may be hex."""

_NAMES = ("idle", "coverage", "debugpy", "kernprof", "stackless", "pyston", "nuitka-run", "uvx", "hatch", "rye", "pixi")
"""Names of interpreters and tools without the letters that are looked for anywhere, beside those of the tables."""

_CODE = rf"""-[^\s\x00]*c["'\\]*[^!-~](?s:.*)(?:\(|__|{_BETWEEN.join("import")})"""


def _spelled(name: str) -> str:
    return _BETWEEN.join(map(re.escape, name))


def _words(names: Iterable[str]) -> str:
    """Names as whole words, a version and a suffix after them."""
    return rf"(?:^|[^a-z0-9_])(?:{'|'.join(map(_spelled, sorted(names)))})(?:[^a-z/]|$)"


def _known() -> set[str]:
    """Programs that start Python by a name that says nothing of it."""
    names = {*hosts.HOSTS, *(name.split()[0] for name in installs.TOOLS), *programs.TOOLS, *_NAMES}
    return {name for name in names if "py" not in name}


_SIGNS = (
    rf"(?:^|[^o]){_spelled('py')}",
    _spelled("ython"),
    rf"(?:^|[^a-z]){_spelled('pip')}(?:[^a-z]|x|env|$)",
    _spelled("powershell"),
    _spelled("pwsh"),
    _MADE,
    _words(_known()),
    _CODE,
)
PATTERN = f"(?i:{'|'.join(_SIGNS)})"
"""The test as one regular expression that RE2 runs in linear time."""


def mask(lines: pa.Array) -> pa.Array:
    """For each line whether it can hold Python; null counts as none."""
    return pc.fill_null(pc.match_substring_regex(lines, pattern=PATTERN), False)
