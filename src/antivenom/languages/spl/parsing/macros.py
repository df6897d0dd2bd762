"""Macros and saved searches, put in as text before anything is parsed.

Knowledge Manager Manual, search macros; Search Reference, savedsearch; macros.conf.spec.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from antivenom.errors import AntivenomError, MissingInput, QueryError, Unsupported
from antivenom.languages.spl.parsing.known_macros import KNOWN_MACROS, nothing_filtered
from antivenom.languages.spl.parsing.lexer import escaped, quoted_end, unescaped
from antivenom.plan.catalog import meant
from antivenom.source import ExpandedText, Piece, SourceText, Span

Macros = Mapping[str, Mapping[str, Any]]
"""Name, or "name(2)" for a macro of two arguments -> {"definition": str, "args": [names], ...}."""

Evaluate = Callable[[str], tuple[bool, bool | str | float | None]]
"""Computes an expression of constants: whether it is a condition, and what it comes to."""

_MOST_NESTED = 20
_LONGEST = 1_000_000
_CALL = re.compile(r"\s*(?P<name>[^\s(`]+)\s*(?:\((?P<args>.*)\))?\s*", re.DOTALL)
_MAPPED = re.compile(r"\bmap\b[^|\"]*\bsearch\s*=\s*\Z", re.IGNORECASE)
_STORED = re.compile(r"(?:savedsearch\s+|from\s+savedsearch\s*:\s*)(?=[^\s=])", re.IGNORECASE)
_NAME = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s|\[\]"]+)')
_OPTION = re.compile(r'\s*,?\s*([\w.-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s|\[\]",]+))')
_YES = (True, 1, "1", "t", "true", "True", "TRUE")


def expand_macros(text: str, macros: Macros, saved: Mapping[str, str] | None = None) -> str:
    """The query's text with every macro replaced by its definition, nested ones too; see `expanded`."""
    return expanded(SourceText(text), macros, saved).text


def expanded(
    source: SourceText, macros: Macros, saved: Mapping[str, str] | None = None, evaluate: Evaluate | None = None
) -> SourceText:
    """The query with its macros and saved searches put in; what is told of it is told at the place it was written.

    Macros of KNOWN_MACROS need not be among those given; one called `..._filter` that nobody defines keeps everything.
    `evaluate` computes macros that are expressions; without it they are refused.
    Raises QueryError for an unknown macro, wrong arguments, or macros that nest without end; MissingInput for a saved
    search that nobody gave.
    """
    if len(source.text) > _LONGEST:
        raise QueryError(f"the query is longer than {_LONGEST:,} characters")
    return _Expansion(macros, saved or {}, evaluate).of(source)


def filters_left_open(text: str, macros: Macros) -> list[str]:
    """The `..._filter` macros that a query calls and nobody defined."""
    called = re.findall(r"`\s*(\w+_filter)\s*`", text)
    return [name for name in dict.fromkeys(called) if name not in macros and name not in KNOWN_MACROS]


@dataclass(slots=True)
class _Expansion:
    """One expansion, which counts what it has made."""

    macros: Macros
    saved: Mapping[str, str]
    evaluate: Evaluate | None
    _made: int = field(default=0)

    def of(self, source: SourceText) -> SourceText:
        try:
            found = list(self._pieces(source.text, 0))
        except AntivenomError as error:
            raise error.at(source) from None
        text = "".join(piece for piece, _, _ in found)
        if text == source.text:
            return source
        pieces: list[Piece] = []
        at = 0
        for piece, origin, same in found:
            pieces.append(Piece(Span(at, at + len(piece)), origin, same))
            at += len(piece)
        return ExpandedText(text, source.name, source, tuple(pieces))

    def _pieces(self, text: str, depth: int) -> Iterator[tuple[str, Span, bool]]:
        """The text in pieces: each with its place in the text, and whether it stands there letter for letter."""
        start = at = 0
        while at < len(text):
            special = self._special(text, at, depth)
            if special is None:
                at += 1
                continue
            piece, end = special
            if start < at:
                yield self._counted(text[start:at]), Span(start, at), True
            yield self._counted(piece), Span(at, end), piece == text[at:end]
            start = at = end
        if start < len(text):
            yield self._counted(text[start:]), Span(start, len(text)), True

    def _counted(self, piece: str) -> str:
        self._made += len(piece)
        if self._made > _LONGEST:
            raise QueryError(f"the query grows past {_LONGEST} characters by its macros")
        return piece

    def _special(self, text: str, at: int, depth: int) -> tuple[str, int] | None:
        """What stands for the comment, quoted text, macro or saved search that begins here, and where that ends."""
        if text.startswith("```", at):
            end = text.find("```", at + 3)
            return " ", len(text) if end < 0 else end + 3
        char = text[at]
        if char == '"':
            end = quoted_end(text, at, len(text))
            if "`" in text[at:end] and _MAPPED.search(text, 0, at):
                inner = self._whole(unescaped(text[at + 1 : end - 1]), Span(at, end), depth)
                return f'"{escaped(inner)}"', end
            return text[at:end], end
        if char == "\\":
            # an escaped quotation mark opens no quotes
            return text[at : at + 2], at + 2
        if char == "`":
            end = _macro_end(text, at)
            return self._definition(text, Span(at, end), depth), end
        if char in "sSfF" and text[:at].rstrip()[-1:] in ("|", "["):
            match = _STORED.match(text, at)
            return self._stored(text, Span(at, match.end()), depth) if match else None
        return None

    def _whole(self, text: str, span: Span, depth: int) -> str:
        """Another text put in at a place, its own macros put in too."""
        if depth >= _MOST_NESTED:
            raise QueryError(f"macros nest more than {_MOST_NESTED} deep", span=span)
        try:
            return "".join(piece for piece, _, _ in self._pieces(text, depth + 1))
        except AntivenomError as error:
            error.span = span
            raise

    def _definition(self, text: str, span: Span, depth: int) -> str:
        match = _CALL.fullmatch(text[span.start + 1 : span.end - 1])
        if match is None:
            raise QueryError("a macro has no name", span=span)
        given = [] if match["args"] is None or not match["args"].strip() else _arguments(match["args"])
        key = f"{match['name']}({len(given)})" if given else match["name"]
        macro = self.macros.get(key, KNOWN_MACROS.get(key)) or nothing_filtered(key)
        if macro is None:
            hint = meant(key, [*self.macros, *KNOWN_MACROS]) or "give its definition: --macros PATH"
            raise QueryError(f"macro {key} is not defined", span=span, hint=hint)
        return self._whole(_filled(macro, given, key, span, self.evaluate), span, depth)

    def _stored(self, text: str, begun: Span, depth: int) -> tuple[str, int]:
        """A saved search run by name, as the commands it is made of."""
        match = _NAME.match(text, begun.end)
        if match is None:
            raise QueryError("expected the name of a saved search", span=begun)
        name = unescaped(match[1]) if match[1] is not None else match[2]
        options, end = _options(text, match.end())
        span = Span(begun.start, end)
        made = _search_of(name, self.saved, span)
        if options.pop("nosubstitution", "f").lower() not in ("t", "true", "1"):
            made = re.sub(r"\$(\w+)\$", lambda m: _replaced(m, options, span), made)
        made = self._whole(made, span, depth).strip()
        return (made[1:] if made.startswith("|") else f"search {made}"), end


def _search_of(name: str, saved: Mapping[str, str], span: Span) -> str:
    if name not in saved:
        hint = meant(name, saved) or "--conf savedsearches.conf, or conf= in Python"
        raise MissingInput(f"the saved search {name} was not given", span=span, hint=hint)
    return saved[name]


def _replaced(match: re.Match[str], options: Mapping[str, str], span: Span) -> str:
    if match[1] not in options:
        raise QueryError(f"the saved search needs a value for {match[0]}", span=span, hint=f"add {match[1]}=...")
    return options[match[1]]


def _options(text: str, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while (match := _OPTION.match(text, at)) is not None:
        found[match[1]] = unescaped(match[2]) if match[2] is not None else match[3]
        at = match.end()
    return found, at


def _macro_end(text: str, at: int) -> int:
    here = at + 1
    while here < len(text):
        if text[here] == '"':
            here = quoted_end(text, here, len(text))
        elif text[here] == "`":
            return here + 1
        else:
            here += 1
    raise QueryError("this macro is never closed", span=Span(at, at + 1))


def _filled(macro: Mapping[str, Any], given: list[str], key: str, span: Span, evaluate: Evaluate | None) -> str:
    """The macro's definition with its arguments, checked and computed where it says so."""
    names = macro.get("args") or []
    if isinstance(names, str):
        names = [name.strip() for name in names.split(",") if name.strip()]
    if len(names) != len(given):
        takes = f"{len(names)} argument{'' if len(names) == 1 else 's'}"
        raise QueryError(f"macro {key} takes {takes}, {len(given)} were given", span=span)
    values = dict(zip(names, given, strict=True))
    validation = _put_in(str(macro.get("validation") or ""), values).strip()
    if validation:
        _validate(_constant(validation, span, evaluate), macro, key, span)
    definition = _put_in(str(macro["definition"]), values)
    if macro.get("iseval") not in _YES:
        return definition
    _, made = _constant(definition, span, evaluate)
    if not isinstance(made, str):
        raise QueryError(f"macro {key} computes no text", span=span)
    return made


def _constant(text: str, span: Span, evaluate: Evaluate | None) -> tuple[bool, bool | str | float | None]:
    if evaluate is None:
        raise Unsupported("SPL macro made by an eval expression", span=span)
    try:
        return evaluate(text)
    except AntivenomError as error:
        raise QueryError(f"this macro's expression cannot be computed: {error.message}", span=span) from None


def _put_in(text: str, values: Mapping[str, str]) -> str:
    if not values:
        return text
    pattern = re.compile("|".join(re.escape(f"${name}$") for name in values))
    return pattern.sub(lambda m: values[m[0][1:-1]], text)


def _validate(said: tuple[bool, bool | str | float | None], macro: Mapping[str, Any], key: str, span: Span) -> None:
    """What a macro's validation says of its arguments: a condition must be true, a text is what is wrong."""
    condition, value = said
    if condition and value is not True:
        raise QueryError(str(macro.get("errormsg") or f"macro {key} does not take these arguments"), span=span)
    if not condition and value is not None:
        raise QueryError(str(value), span=span)


def _arguments(text: str) -> list[str]:
    found: list[str] = []
    at = start = 0
    while at < len(text):
        if text[at] == '"':
            at = quoted_end(text, at, len(text))
        elif text[at] == ",":
            found.append(text[start:at])
            start = at = at + 1
        else:
            at += 1
    found.append(text[start:])
    return [_unquoted(argument.strip()) for argument in found]


def _unquoted(argument: str) -> str:
    if len(argument) >= 2 and argument[0] == argument[-1] == '"':
        return unescaped(argument[1:-1])
    return argument
