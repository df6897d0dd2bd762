"""What shells, web pages and typesetters do to quotes, and templates to names: undone where the text shows it."""

from __future__ import annotations

import re

from antivenom.pycode.budget import Budget
from antivenom.pycode.syntax.scan import BLANK, Tokens, join
from antivenom.pycode.syntax.trees import attempt

_ENTITIES = {
    "quot": '"',
    "apos": "'",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "nbsp": " ",
    "lpar": "(",
    "rpar": ")",
    "num": "#",
}
_ENTITY = re.compile(r"&(?:#(\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|(" + "|".join(_ENTITIES) + "));")
_ESCAPED = re.compile(r"\\([\"'\\$`])")
_TYPOGRAPHIC = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u2026": "...",
    }
)
_CURLY = frozenset(
    "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02\u2018\u2019\u201a\u201b\u2032\u00b4\uff07\u2013\u2014\u2212"
)
_WRITTEN_ESCAPES = {"n": "\n", "r": "\n", "t": "\t"}
_PLACEHOLDER = re.compile(
    r"\$\{(\w+)[^}\s]*\}|\$\((\w+)\)|\$(\w+)|\{\{\s*(\w+)[^}\n]{0,40}\}\}"
    r"|(?:(?<=[\w.])|(?<=import )|(?<=from )|(?<=as ))\{(\w+)(?:[!:.][^}\s]*)?\}|\{(\w+)\}(?=\.\w)"
    r"|(?<![\w)\]])\s?<([A-Za-z][\w .-]{0,40})>|%\((\w+)\)[sdr]|(?<![\w)\]] )(?<![\w)\]])%([sdr])\b"
    r"|%(\w+)%|(?<![\w)\]])@(\w+)@"
)
_SIGILS = re.compile(r"\$\w+\s*=(?!=)")  # PowerShell, Perl and PHP assign to what a shell would only put in
_MOST_SLOTS = 200


def entities(text: str) -> str | None:
    """Undo HTML escaping."""
    return _ENTITY.sub(_character, text) if _ENTITY.search(text) else None


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return _ENTITIES[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def unescaped(tokens: Tokens) -> str | None:
    """Undo one level of a shell's escaping when a backslash stands before a quote outside any string."""
    for at, (kind, text) in enumerate(tokens[:-1]):
        if kind == "junk" and text == "\\" and tokens[at + 1][1][:1] in ('"', "'", "\\"):
            return _ESCAPED.sub(r"\1", join(tokens))
    return None


def straight(tokens: Tokens) -> str | None:
    """Make typographic quotes and dashes plain when any stands outside strings."""
    if any(kind == "junk" and text in _CURLY for kind, text in tokens):
        return join(tokens).translate(_TYPOGRAPHIC)
    return None


def written_breaks(tokens: Tokens) -> str | None:
    """Make real the line breaks and tabs that are written as backslash and letter outside strings."""
    out = [text for _, text in tokens]
    changed = False
    for at in range(len(tokens) - 1):
        kind, text = tokens[at]
        after = tokens[at + 1][1]
        if kind == "junk" and text == "\\" and tokens[at + 1][0] in ("name", "string", "broken"):
            real = _WRITTEN_ESCAPES.get(after[:1])
            if real is not None:
                out[at], out[at + 1] = real, after[1:]
                changed = True
    return "".join(out) if changed else None


def named(tokens: Tokens) -> str | None:
    """Make names of placeholders that stand outside strings: $VAR, ${VAR}, {var}, <VAR>, %s, @VAR@."""
    out: list[str] = []
    run: list[str] = []
    changed = False
    if any(text == "$" for _, text in tokens) and _SIGILS.search(join(tokens)):
        return None
    for kind, text in [*tokens, ("string", "")]:
        if kind not in ("string", "broken", "comment"):
            run.append(text)
            continue
        before = "".join(run)
        after = _PLACEHOLDER.sub(_name, before)
        changed = changed or after != before
        out += (after, text)
        run = []
    return "".join(out) if changed else None


def _name(found: re.Match[str]) -> str:
    text = next((group for group in found.groups() if group), "placeholder")
    name = re.sub(r"\W", "_", text)
    return ("_" + name) if name[:1].isdigit() or len(name) == 1 else name


def requoted(tokens: Tokens, budget: Budget) -> str | None:
    """Quote the arguments that are no expressions: addresses, paths and commands whose quotes a shell ate."""
    stack: list[tuple[str, int]] = []  # bracket, length of `out` before it
    out: list[str] = []
    slots = 0
    changed = False
    for kind, text in tokens:
        if kind == "op" and text in ("(", "["):
            stack.append((text, len(out)))
        elif kind == "op" and text in (")", "]") and stack:
            opening, start = stack.pop()
            slots += 1
            if slots <= _MOST_SLOTS and len(stack) < 30:
                inside = "".join(out[start + 1 :])
                better = _quoted(opening, inside, budget)
                if better is not None:
                    out[start + 1 :] = [better]
                    changed = True
                else:
                    out[start + 1 :] = [inside]
        out.append(text)
    return "".join(out) if changed else None


def _quoted(opening: str, inside: str, budget: Budget) -> str | None:
    """Quote what is no expression among the parts of one bracket; None when all of it is sound."""
    budget.step(5 + len(inside) // 16)
    head, foot = ("f(", ")") if opening == "(" else ("f[", "]")
    if not inside.strip() or attempt(head + inside + foot) is not None:
        return None
    parts = _parts(inside)
    if any(_statement_in(part) for part in parts):
        return repr(inside)
    fixed = [part if attempt(f"{head}{part}{foot}") is not None else _literal(part) for part in parts]
    return ",".join(fixed)


def _statement_in(part: str) -> bool:
    return ";" in part or part.lstrip().startswith("import ")


def _literal(part: str) -> str:
    name, equals, value = part.partition("=")
    if equals and value[:1] not in ("=", "") and name.strip().isidentifier():
        return f"{name}={value.strip()!r}"
    return repr(part.strip())


def _parts(inside: str) -> list[str]:
    """Split at commas outside brackets and strings."""
    parts, depth, start, quote = [], 0, 0, ""
    for at, character in enumerate(inside):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == "," and not depth:
            parts.append(inside[start:at])
            start = at + 1
    return [*parts, inside[start:]]


def without_magics(tokens: Tokens) -> str | None:
    """Drop lines that are orders to a notebook: !command, %magic, %%magic, name?."""
    out: list[str] = []
    line: list[str] = []
    first, last, changed, plain = "", "", False, True
    for kind, text in [*tokens, ("newline", "")]:
        line.append(text)
        if kind == "newline":
            if first in ("!", "%", "%=") or (plain and last == "?"):
                changed = True
                line = [text]
            out += line
            line, first, last, plain = [], "", "", True
        elif kind not in BLANK:
            first, last = first or text, text
            plain = plain and (kind == "name" or text in (".", "?"))
    return "".join(out) if changed else None
