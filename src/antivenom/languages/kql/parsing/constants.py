"""Tokens -> constants: strings, numbers, typed literals, and dynamic(...), whose JSON may hold the others."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing import literals
from antivenom.languages.kql.parsing.lexer import Kind, Token
from antivenom.languages.kql.parsing.reader import TYPES, Reader
from antivenom.languages.kql.syntax import Constant, Expression
from antivenom.plan import decimals
from antivenom.plan.types import Type

LONGEST_LIST = 100_000


class Constants(Reader):
    """Reads constants; the expression parser adds everything else."""

    def _strings(self) -> Expression:
        first = self.take()
        parts = [str(first.value)]
        while self.here.kind is Kind.STRING:
            parts.append(str(self.take().value))
        return Constant("".join(parts), Type.STRING, self.since(first.span))

    def _number(self) -> Expression:
        token = self.take()
        kinds = {Kind.LONG: Type.LONG, Kind.REAL: Type.REAL, Kind.TIMESPAN: Type.TIMESPAN}
        assert isinstance(token.value, int | float)
        negated = self._at > 1 and self._tokens[self._at - 2].text == "-"
        if token.kind is Kind.LONG and token.value == 2**63 and not negated:
            raise Unsupported("KQL number of more than 64 bits", span=token.span)
        return Constant(token.value, kinds[token.kind], token.span)

    def _typed(self) -> Expression:
        token = self.take()
        assert isinstance(token.value, tuple)
        word, text = token.value
        type_ = TYPES[word]
        if text == "null":
            return Constant(None, type_, token.span)
        value = typed_value(type_, text)
        if value is None and type_ is Type.DATETIME and any(char.isdigit() for char in text):
            raise Unsupported("KQL datetime format", span=token.span, hint=_ISO_ONLY)
        if value is None:
            raise QueryError(f"{text!r} is no {type_.value}", span=token.span, hint=_TYPED_HINTS.get(type_))
        return Constant(value, type_, token.span)

    def _dynamic(self) -> Expression:
        start = self.take().span
        self.take()
        shown = self._json()
        self.expect(")")
        span = self.since(start)
        if shown == "null":
            return Constant(None, Type.DYNAMIC, span)
        return Constant(shown, Type.DYNAMIC, span)

    def _json(self) -> str:
        """One JSON value, with Kusto's own literals inside allowed, as compact JSON text."""
        self.deeper()
        if self.at_sign("["):
            shown = self._json_list("[", "]", self._json)
        elif self.at_sign("{"):
            shown = self._json_list("{", "}", self._json_pair)
        else:
            shown = self._json_scalar()
        self.shallower()
        return shown

    def _json_list(self, opened: str, close: str, item: Callable[[], str]) -> str:
        self.expect(opened)
        items: list[str] = []
        while not self.accept(close):
            if items:
                self.expect(",", f"or {close!r}")
                if self.accept(close):
                    break
            items.append(item())
            if len(items) > LONGEST_LIST:
                raise QueryError(f"a list may have {LONGEST_LIST:,} items", span=self.here.span)
        return opened + ",".join(items) + close

    def _json_pair(self) -> str:
        quoted = self.here.kind is Kind.STRING
        name = str(self.take().value) if quoted else self.identifier("a property name", not_bare=()).text
        self.expect(":", "after a property name")
        return f"{literals.compact(name)}:{self._json()}"

    def _json_scalar(self) -> str:
        token = self.here
        if self.at_word("null"):
            self.take()
            return "null"
        if token.kind is Kind.WORD and token.text == "dynamic":
            made: Expression = self._dynamic()
        elif token.kind is Kind.WORD and token.text.lower() not in ("true", "false"):
            raise self.wrong("a JSON value")
        else:
            made = self._signed()
        if not isinstance(made, Constant):
            raise QueryError("a dynamic literal may only hold literals", span=token.span)
        return json_of(made)

    def _signed(self) -> Expression:
        """A literal with its sign."""
        sign = self.take() if self.at_sign("-", "+") else None
        made = self._plain_literal()
        if sign is None or not isinstance(made, Constant):
            return made
        return signed(made, sign) or made

    def _plain_literal(self) -> Expression:
        token = self.here
        if token.kind is Kind.STRING:
            return self._strings()
        if token.kind in (Kind.LONG, Kind.REAL, Kind.TIMESPAN):
            return self._number()
        if token.kind is Kind.TYPED:
            return self._typed()
        if token.kind is Kind.WORD and token.text.lower() in ("true", "false"):
            self.take()
            return Constant(token.text.lower() == "true", Type.BOOL, token.span)
        raise self.wrong("a literal")


def signed(constant: Constant, sign: Token) -> Constant | None:
    """A number or timespan under a sign; None for what takes no sign."""
    if constant.value is None or constant.type not in _SIGNED:
        return None
    assert isinstance(constant.value, int | float)
    value = -constant.value if sign.text == "-" else constant.value
    return Constant(value, constant.type, sign.span.to(constant.span))


_SIGNED = frozenset({Type.LONG, Type.INT, Type.REAL, Type.TIMESPAN})
_ISO_ONLY = "write it as ISO 8601, such as datetime(2024-01-31 10:20:30)"
_TYPED_HINTS = {
    Type.DATETIME: _ISO_ONLY,
    Type.TIMESPAN: "write 1d, 2h, 3m, 4s, 5ms or time(1.02:03:04)",
}


_SPACED_DATE = re.compile(r"^\s*(\d{4})\s*-\s*(\d{1,2})\s*-\s*(\d{1,2})(?!\d)")


def typed_value(type: Type, text: str) -> bool | int | float | str | None:
    """What `type(text)` means, or None when it means nothing."""
    unquoted = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
    match type:
        case Type.DATETIME:
            return literals.point_in_time(_SPACED_DATE.sub(r"\1-\2-\3", unquoted))
        case Type.TIMESPAN:
            return literals.timespan(unquoted)
        case Type.GUID:
            return literals.guid(text)
        case Type.BOOL:
            return {"true": True, "false": False, "1": True, "0": False}.get(text.lower())
        case Type.REAL:
            return _real(text)
        case Type.DECIMAL:
            return decimals.read(unquoted)
        case _:
            return _integer(text, 32 if type is Type.INT else 64)


def _integer(text: str, bits: int) -> int | None:
    if text.isascii() and text[:2].lower() == "0x" and len(text) <= 18:
        if not re.fullmatch(r"[0-9a-fA-F]+", text[2:]):
            return None
        value = int(text, 16)
        if value >= 1 << bits:
            return None
        return value - (1 << bits) if value >= 1 << (bits - 1) else value
    digits = text.lstrip("+-")
    if not (digits.isascii() and digits.isdigit() and len(text) - len(digits) <= 1 and len(digits) < 30):
        return None
    value = int(text)
    return value if -(1 << (bits - 1)) <= value < 1 << (bits - 1) else None


def _real(text: str) -> float | None:
    named = {"nan": math.nan, "inf": math.inf, "+inf": math.inf, "-inf": -math.inf}
    if text.lower() in named:
        return named[text.lower()]
    try:
        value = float(text) if "_" not in text and text.isascii() else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def json_of(constant: Constant) -> str:
    """A literal as it is stored inside a dynamic: a datetime as text, a timespan as its ticks."""
    if constant.value is None:
        return "null"
    match constant.type:
        case Type.DYNAMIC:
            return str(constant.value)
        case Type.DATETIME:
            assert isinstance(constant.value, int)
            return json.dumps(literals.show_time(constant.value))
        case Type.REAL:
            value = float(constant.value)
            return repr(value) if math.isfinite(value) else json.dumps(str(value))
        case _:
            return literals.compact(constant.value)
