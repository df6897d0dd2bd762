"""Values that an attacker chose, made into one word of a shell, or one literal of a query language.

A shell's own quotes keep what stands between them; what a terminal would act on or an eye would not see (control,
format and direction characters) is written as escapes besides. The rules are those of the POSIX shell language, of
PowerShell's about_Quoting_Rules, of Kusto's string literals, and of Splunk's quoted strings.
"""

from __future__ import annotations

import re
from collections.abc import Callable

MOST = 8_000
"""Characters of a value in a command or query; the longest command line of cmd.exe has 8,191."""
POWERSHELL_QUOTES = "'\u2018\u2019\u201a\u201b"
"""What PowerShell reads as a single quote."""

_VARIABLE = re.compile(r"__[A-Za-z_][A-Za-z0-9_-]*__:value")
Quote = Callable[[str], str]


class Withheld(ValueError):
    """A value that cannot stand in a command or query; the message says why."""


def _hidden(value: str) -> set[str]:
    """The characters of a value that must be escaped; underscores where it spells a CACAO variable."""
    found = {char for char in value if not char.isprintable()}
    return found | ({"_"} if _VARIABLE.search(value) else set())


def _checked(value: str) -> str:
    if "\0" in value:
        raise Withheld("it holds a NUL, which no command line can")
    if len(value) > MOST:
        raise Withheld(f"it is longer than {MOST} characters")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise Withheld("it is no valid Unicode")
    return value


def _no_option(value: str) -> str:
    """A program takes a word that begins with a dash as an option, however it is quoted."""
    if value.startswith("-"):
        raise Withheld("it begins with a dash, which a command would read as an option")
    return _checked(value)


def posix(value: str) -> str:
    """One word of a POSIX shell.

    What must be escaped goes into $'...' as bytes of UTF-8. Shells without that form (POSIX has it since 2024) see
    a dollar and a quoted text that names nothing: quote and backslash are escaped too, so that it cannot end early.
    """
    hidden = _hidden(_no_option(value))
    if not hidden:
        return "'" + value.replace("'", "'\"'\"'") + "'"
    escaped = hidden | {"'", "\\"}
    return "$'" + "".join(_bytes(char) if char in escaped else char for char in value) + "'"


def _bytes(char: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in char.encode())


def powershell(value: str) -> str:
    """One argument of PowerShell: single quotes, in which only quotes are doubled; hidden characters by number."""
    hidden = _hidden(_no_option(value))
    parts = re.split("(" + "|".join(map(re.escape, sorted(hidden))) + ")", value) if hidden else [value]
    words = [f"[char]::ConvertFromUtf32({ord(part):#x})" if part in hidden else _single(part) for part in parts if part]
    if not words:
        return "''"
    if len(words) == 1 and not hidden:
        return words[0]
    return "(" + " + ".join(["''", *words] if words[0][0] != "'" else words) + ")"


def _single(text: str) -> str:
    return "'" + "".join(char * 2 if char in POWERSHELL_QUOTES else char for char in text) + "'"


def kql(value: str) -> str:
    r"""A Kusto string literal: backslash, quote and hidden characters escaped, as \uXXXX or \UXXXXXXXX."""
    hidden = _hidden(_checked(value)) - {"_"}
    return '"' + "".join(_unit(char) if char in hidden else _kql_char(char) for char in value) + '"'


def _kql_char(char: str) -> str:
    return f"\\{char}" if char in '"\\' else char


def _unit(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def spl(value: str) -> str:
    """A Splunk string literal of eval and where.

    Splunk has no escape for a hidden character, and reads macros between backticks before anything else, so that
    such values are withheld.
    """
    if not _checked(value).isprintable():
        raise Withheld("it holds hidden characters, for which Splunk has no escape; use the KQL query")
    if "`" in value:
        raise Withheld("it holds a backtick, which Splunk reads as a macro; use the KQL query")
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def spl_term(value: str) -> str:
    """The same in a search and in tstats, where an asterisk is a wildcard and cannot be escaped."""
    if "*" in value:
        raise Withheld("it holds an asterisk, which Splunk's search reads as a wildcard; use the KQL query")
    return spl(value)


SHELLS: dict[str, Quote] = {"windows": powershell, "linux": posix, "macos": posix, "esxi": posix}
"""How a value is quoted in the commands of a platform."""
