"""What a field's modifiers make of its values.

Each value becomes one or more alternatives, and the chain of modifiers settles how they are compared. Sources: the
modifiers appendix of the specification 2.1.0; where it is silent (which dashes `windash` changes, what `neq` does to
a list, how far base64offset cuts) pySigma 1.5's behaviour.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import NoReturn, TypeAlias

from antivenom.document import nearest
from antivenom.errors import MissingInput, QueryError, Unsupported
from antivenom.languages.sigma.patterns import Pattern, joined, parse, plain
from antivenom.languages.sigma.syntax import Item, Kind, Scalar
from antivenom.plan.wildcards import Wild
from antivenom.source import Span

MOST_ALTERNATIVES = 4_096
"""How many texts one value may become by dashes, offsets and placeholders."""

_BEFORE_EXPAND = ("contains", "startswith", "endswith", "re", "i", "m", "s", "all", "neq", "cased")
_FOR_NULL = ("all", "neq", "cased")

DASHES = ("-", "/", "\u2013", "\u2014", "\u2015")
_DASH = re.compile("\\B[-/\u2013\u2014\u2015]\\b")
NUMBER = re.compile(r"[-+]?[0-9]{1,300}(\.[0-9]{1,300})?([eE][-+]?[0-9]{1,2})?")
"""A number as YAML 1.2 writes it, in decimal."""

_WHOLE = re.compile(r"[0-9]{1,9}")
_PLACEHOLDER = re.compile(r"(?<!\\)%([^%\s\\]+)%")

Content: TypeAlias = Pattern | bytes
"""A text with wildcards, or, after an encoding to UTF-16, bytes."""

Placeholders: TypeAlias = Mapping[str, tuple[str, ...]]
"""The values of placeholders, by name."""


@dataclass(slots=True)
class Reading:
    """A value while its modifiers are applied.

    contents  its alternatives.
    scalar    the value as written.
    """

    scalar: Scalar
    contents: list[Content]

    def texts(self, what: str) -> list[Pattern]:
        """The alternatives as patterns; `what` needs text."""
        made = []
        for content in self.contents:
            if isinstance(content, bytes):
                content = _as_text(content, what, self.scalar.span)
            made.append(content)
        return made


@dataclass(slots=True)
class Chain:
    """How an item compares, and its values as far as the modifiers have been applied.

    kind       "text", "regex", "cidr", "field", "exists", "lt" (or lte, gt, gte), or "part" of a time.
    before, after  whether anything may stand in the field before the value, and after it.
    """

    item: Item
    readings: list[Reading]
    placeholders: Placeholders
    kind: str = "text"
    part: str = ""
    flags: str = ""
    cased: bool = False
    every: bool = False
    negated: bool = False
    before: bool = False
    after: bool = False
    missing: dict[str, None] = field(default_factory=dict)
    expanded: bool = False

    @property
    def opened(self) -> bool:
        """Whether contains, startswith or endswith has been applied."""
        return self.before or self.after

    def wrong(self, message: str, span: Span | None = None) -> NoReturn:
        """Raise QueryError at the item, or at a place in it."""
        raise QueryError(message, span=span or self.item.span)

    def becomes(self, kind: str, name: str) -> None:
        """Settle what is compared; two such modifiers exclude each other."""
        if self.kind != "text":
            self.wrong(f"{name} cannot follow {self.kind}")
        self.kind = kind

    def map(self, name: str, change: Callable[[Pattern], list[Content]]) -> None:
        """Replace every alternative by what `change` gives."""
        if self.kind not in ("text", "regex"):
            self.wrong(f"{name} changes text, and cannot follow {self.kind}")
        for reading in self.readings:
            made = [new for text in reading.texts(name) for new in change(text)]
            if len(made) > MOST_ALTERNATIVES:
                self.wrong(f"{name} makes more than {MOST_ALTERNATIVES:,} texts of one value", reading.scalar.span)
            reading.contents = made


def chain(item: Item, placeholders: Placeholders) -> Chain:
    """The item with its modifiers applied. Raises QueryError, Unsupported or MissingInput at its place."""
    made = Chain(item, [Reading(value, [_content(value, item)]) for value in item.values], placeholders)
    _refuse_null(item)
    for name in item.modifiers:
        apply = _MODIFIERS.get(name.lower())
        if apply is None:
            hint = nearest(name, _MODIFIERS) or f"there are {', '.join(_MODIFIERS)}"
            raise Unsupported(f"Sigma modifier {name!r}", span=item.span, hint=hint)
        apply(made, name.lower())
    if made.missing:
        names = ", ".join(f"%{name}%" for name in made.missing)
        raise MissingInput(
            f"the rule needs values for {names}", span=item.span, hint="give them with --placeholders FILE"
        )
    return made


def _refuse_null(item: Item) -> None:
    """Null is a field that is missing; what changes or searches text can do nothing with it."""
    names = [name for name in item.modifiers if name.lower() not in _FOR_NULL]
    null = next((value for value in item.values if value.kind is Kind.NULL), None)
    if names and null is not None:
        hint = "write '' for an empty text, or leave the modifier out"
        raise QueryError(f"null is no text that {names[0]} could be about", span=null.span, hint=hint)


def _content(value: Scalar, item: Item) -> Content:
    """A regular expression is taken as it is written; in any other text wildcards are read."""
    regex = any(name.lower() == "re" for name in item.modifiers)
    return plain(value.text) if regex else parse(value.text)


def _as_text(content: bytes, what: str, span: Span) -> Pattern:
    try:
        return plain(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise QueryError(f"{what} needs text, and UTF-16 of this value is none", span=span) from None


# --- where in the field


def _contains(made: Chain, name: str) -> None:
    _open(made, name, before=True, after=True)


def _startswith(made: Chain, name: str) -> None:
    _open(made, name, after=True)


def _endswith(made: Chain, name: str) -> None:
    _open(made, name, before=True)


def _open(made: Chain, name: str, *, before: bool = False, after: bool = False) -> None:
    if made.kind not in ("field", "text"):
        made.wrong(f"{name} cannot follow {made.kind}")
    made.before, made.after = made.before or before, made.after or after
    if made.kind == "text":
        made.map(name, lambda text: [text.opened(before=before, after=after)])


# --- how many, how


def _all(made: Chain, name: str) -> None:
    made.every = True


def _neq(made: Chain, name: str) -> None:
    made.negated = True


def _cased(made: Chain, name: str) -> None:
    made.cased = True


# --- encodings


def _windash(made: Chain, name: str) -> None:
    made.map(name, lambda text: _dashed(made, text))


def _dashed(made: Chain, text: Pattern) -> list[Content]:
    pieces: list[list[str | Wild]] = []
    for part in text.parts:
        if isinstance(part, Wild):
            pieces.append([part])
            continue
        at = 0
        for match in _DASH.finditer(part):
            pieces += [[part[at : match.start()]], list(DASHES)]
            at = match.end()
        pieces.append([part[at:]])
    count = len(DASHES) ** sum(len(choice) > 1 for choice in pieces)
    if count > MOST_ALTERNATIVES:
        made.wrong(f"windash makes more than {MOST_ALTERNATIVES:,} texts of one value")
    return [joined(choice) for choice in product(*pieces)]


def _bytes(made: Chain, content: Content, name: str, span: Span) -> bytes:
    if isinstance(content, bytes):
        return content
    if not content.plain:
        made.wrong(f"{name} cannot encode a value with wildcards", span)
    return content.text.encode("utf-8", "surrogatepass")


def _encode(made: Chain, name: str, encode: Callable[[bytes], list[Content]]) -> None:
    if made.kind != "text":
        made.wrong(f"{name} cannot follow {made.kind}")
    if made.opened:
        made.wrong(f"{name} must stand before contains, startswith and endswith")
    for reading in made.readings:
        span = reading.scalar.span
        reading.contents = [new for content in reading.contents for new in encode(_bytes(made, content, name, span))]


def _base64(made: Chain, name: str) -> None:
    _encode(made, name, lambda data: [plain(b64encode(data).decode())])


def _base64offset(made: Chain, name: str) -> None:
    _encode(made, name, _at_offsets)


def _at_offsets(data: bytes) -> list[Content]:
    """What does not change of the text's base64 when other bytes stand before and after it, at each offset."""
    starts, ends = (0, 2, 3), (None, -3, -2)
    return [
        plain(b64encode(b" " * offset + data)[starts[offset] : ends[(len(data) + offset) % 3]].decode())
        for offset in range(3)
    ]


def _utf16(encoding: str, mark: bytes = b"") -> Callable[[Chain, str], None]:
    def apply(made: Chain, name: str) -> None:
        def encode(data: bytes) -> list[Content]:
            return [mark + data.decode("utf-8", "surrogatepass").encode(encoding, "surrogatepass")]

        if any(isinstance(content, bytes) for reading in made.readings for content in reading.contents):
            made.wrong(f"{name} cannot follow another encoding to UTF-16")
        _encode(made, name, encode)

    return apply


# --- other comparisons


def _re(made: Chain, name: str) -> None:
    if made.opened or made.item.modifiers[0].lower() not in ("re", "all", "neq"):
        made.wrong("re must be the first modifier")
    made.becomes("regex", name)


def _flag(letter: str) -> Callable[[Chain, str], None]:
    def apply(made: Chain, name: str) -> None:
        if made.kind != "regex":
            made.wrong(f"{name} must follow re")
        made.flags += "" if letter in made.flags else letter

    return apply


def _cidr(made: Chain, name: str) -> None:
    made.becomes("cidr", name)


def _fieldref(made: Chain, name: str) -> None:
    for reading in made.readings:
        reading.contents = [parse(reading.scalar.text)]  # contains|fieldref is as good as fieldref|contains
    made.becomes("field", name)


def _exists(made: Chain, name: str) -> None:
    if made.item.field is None:
        made.wrong("exists needs a field")
    made.becomes("exists", name)


def _compare(made: Chain, name: str) -> None:
    made.becomes(name, name)


def _part(made: Chain, name: str) -> None:
    made.becomes("part", name)
    made.part = name


def _expand(made: Chain, name: str) -> None:
    """Put in the values of placeholders; a percent sign after a backslash is a plain one."""
    made.expanded = True
    names = [one.lower() for one in made.item.modifiers]
    before = [one for one in names[: names.index(name)] if one not in _BEFORE_EXPAND]
    if before:
        made.wrong(f"expand must stand before {before[0]}, which needs the values of the placeholders")
    for reading in made.readings:
        texts = _expanded(made, reading.scalar)
        if made.kind == "regex":
            reading.contents = [plain(text) for text in texts]
        else:
            reading.contents = [parse(text).opened(before=made.before, after=made.after) for text in texts]


def _expanded(made: Chain, value: Scalar) -> list[str]:
    pieces: list[tuple[str, ...]] = []
    at = 0
    for match in _PLACEHOLDER.finditer(value.text):
        pieces.append((value.text[at : match.start()].replace("\\%", "%"),))
        found = made.placeholders.get(match[1])
        if not found:
            made.missing[match[1]] = None
            found = ("",)
        pieces.append(found)
        at = match.end()
    pieces.append((value.text[at:].replace("\\%", "%"),))
    count = 1
    for piece in pieces:
        count *= len(piece)
    if count > MOST_ALTERNATIVES:
        made.wrong(f"expand makes more than {MOST_ALTERNATIVES:,} texts of one value", value.span)
    return ["".join(choice) for choice in product(*pieces)]


def number_of(made: Chain, reading: Reading) -> float:
    """The number a comparison needs."""
    if not NUMBER.fullmatch(reading.scalar.text):
        made.wrong(f"{made.kind} needs a number, found {reading.scalar.text!r}", reading.scalar.span)
    return float(reading.scalar.text)


def whole_of(made: Chain, reading: Reading) -> int:
    """The whole number that a part of a time is compared with."""
    if not _WHOLE.fullmatch(reading.scalar.text):
        made.wrong(f"{made.part} needs a whole number, found {reading.scalar.text!r}", reading.scalar.span)
    return int(reading.scalar.text)


_MODIFIERS: Mapping[str, Callable[[Chain, str], None]] = {
    "contains": _contains,
    "startswith": _startswith,
    "endswith": _endswith,
    "all": _all,
    "exists": _exists,
    "cased": _cased,
    "neq": _neq,
    "windash": _windash,
    "re": _re,
    "i": _flag("i"),
    "ignorecase": _flag("i"),
    "m": _flag("m"),
    "multiline": _flag("m"),
    "s": _flag("s"),
    "dotall": _flag("s"),
    "base64": _base64,
    "base64offset": _base64offset,
    "utf16le": _utf16("utf-16-le"),
    "wide": _utf16("utf-16-le"),
    "utf16be": _utf16("utf-16-be"),
    "utf16": _utf16("utf-16-le", b"\xff\xfe"),
    "cidr": _cidr,
    "expand": _expand,
    "fieldref": _fieldref,
    "lt": _compare,
    "lte": _compare,
    "gt": _compare,
    "gte": _compare,
    "minute": _part,
    "hour": _part,
    "day": _part,
    "week": _part,
    "month": _part,
    "year": _part,
}

MODIFIERS = tuple(_MODIFIERS)
"""Every modifier there is."""
