"""A Perl regular expression as tokens, and a bound on how large its counted repeats make it."""

from __future__ import annotations

import re

from antivenom.errors import QueryError

_LARGEST = 20_000
"""Items a pattern may hold once its counted repeats are written out."""

TOKEN = re.compile(
    r"""
    (?P<escape>\\(?:
        x\{[0-9A-Fa-f]{1,6}\} | x[0-9A-Fa-f]{2} | [pP](?:\{\^?\w+\}|[A-Za-z])
      | [gk](?:\{[^}]*\}|<[^>]*>|'[^']*'|-?\d+) | .
    ))
  | (?P<class>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])
  | (?P<open>\((?:\?(?:
        P?<(?![=!])(?P<name>\w+)> | '(?P<quoted>\w+)'
      | (?P<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)(?P<scope>[:)]) | <[=!] | [=!>|\#&(RP]
    ))?)
  | (?P<close>\))
  | (?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?)
  | (?P<mark>[|^$.])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
"""One token; `scope` is the end of a group that sets flags, ")" where it has nothing inside."""


def kind(match: re.Match[str]) -> str:
    """What a token is: escape, class, open, close, repeat, mark or other."""
    for name in ("escape", "class", "open", "close", "repeat", "mark", "other"):
        if match[name] is not None:
            return name
    raise AssertionError("every alternative is named")


def scan(pattern: str) -> list[re.Match[str]]:
    """The pattern's tokens. Raises QueryError when its counted repeats multiply past all use of memory."""
    matches = list(TOKEN.finditer(pattern))
    sizes, last = [0], 0
    for match in matches:
        of = kind(match)
        if of == "open" and match["scope"] != ")":
            sizes.append(0)
            last = 0
            continue
        if of == "close" and len(sizes) > 1:
            last = sizes.pop()
        elif of == "repeat":
            counts = [int(number) for number in re.findall(r"\d+", match[0])]
            last *= max(counts, default=1) - 1
        else:
            last = 1
        sizes[-1] += last
        if sizes[-1] > _LARGEST:
            raise QueryError(f"the regular expression {shown(pattern)} is too large")
        if of == "repeat":
            last = 0
    return matches


def shown(pattern: str) -> str:
    """A pattern as a message names it."""
    return pattern if len(pattern) <= 80 else pattern[:77] + "..."


def follow(match: re.Match[str], ignoring: list[bool]) -> None:
    """Keep a stack of whether case is ignored, a level for each open group, at a token of the pattern."""
    of = kind(match)
    if of == "close" and len(ignoring) > 1:
        ignoring.pop()
    elif of == "open":
        on, _, off = (match["flags"] or "").partition("-")
        now = (ignoring[-1] or "i" in on) and "i" not in off
        if match["scope"] == ")":
            ignoring[-1] = now
        else:
            ignoring.append(now)
