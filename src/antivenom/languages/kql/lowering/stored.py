"""Stored functions: texts of their own that a query calls by name, and that may call each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from antivenom.errors import AntivenomError, QueryError
from antivenom.languages.kql.lowering.scope import Scope, Written
from antivenom.languages.kql.parsing.parser import parse_function
from antivenom.languages.kql.syntax import Function
from antivenom.source import SourceText, Span

_WORD = re.compile(r"[A-Za-z_]\w*")


class Stored:
    """The stored functions a query's words name, each with those it calls: `scope` binds them.

    A function's nodes stand where the query first names it, since that is the text a person sees.
    """

    def __init__(self, texts: Mapping[str, SourceText], query: str) -> None:
        self._texts = texts
        self._places: dict[Span, str] = {}
        self._open: list[str] = []
        self.scope = Scope()
        if not texts:
            return
        for match in _WORD.finditer(query):
            if match[0] in texts and match[0] not in self.scope.bindings:
                span = Span(*match.span())
                self._places[span] = match[0]
                self.scope = self._bound(match[0], span, self.scope)

    def _bound(self, name: str, span: Span, scope: Scope) -> Scope:
        """The scope with a function, and before it those that it calls."""
        source = self._texts[name]
        self._open.append(name)
        for word in dict.fromkeys(_WORD.findall(source.text)):
            if word in self._texts and word not in scope.bindings and word not in self._open:
                scope = self._bound(word, span, scope)
        self._open.pop()
        return scope.bind(name, Written(_moved(_parsed(source), span), scope))

    def told(self, error: AntivenomError) -> AntivenomError:
        """The error, saying of which function it is where it arose in one."""
        name = self._places.get(error.span) if error.span is not None else None
        if name is not None and error.origin is None and error.source is None:
            error.origin = f"the function {name}"
        return error


@lru_cache(maxsize=256)
def _parsed(source: SourceText) -> Function:
    try:
        return parse_function(source)
    except AntivenomError as error:
        raise QueryError(f"the stored function {source.name} cannot be read", hint=str(error)) from None


def _moved(node: Any, span: Span) -> Any:
    """A tree of syntax with this span everywhere."""
    if isinstance(node, Span):
        return span
    if isinstance(node, tuple):
        return tuple(_moved(item, span) for item in node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{field.name: _moved(getattr(node, field.name), span) for field in fields(node)})
    return node
