"""Terms about what an app knows - event types, tags, saved searches - with the terms they stand for.

Search Reference, search command; eventtypes.conf.spec, tags.conf.spec.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any as Anything
from typing import TypeVar

from antivenom.errors import AntivenomError, QueryError
from antivenom.languages.spl.knowledge import Knowledge
from antivenom.languages.spl.parsing.known_macros import KNOWN_EVENTTYPES
from antivenom.languages.spl.parsing.search import parse_terms
from antivenom.languages.spl.parsing.trees import changed, placed
from antivenom.languages.spl.syntax import All, Any, Compare, Known, OneOf, Search, SearchTerm
from antivenom.source import Span

_MEANT = {"hosttag": "tag::host", "eventtypetag": "tag::eventtype", "savedsplunk": "savedsearch"}
_DEEPEST = 20

_Tree = TypeVar("_Tree")


def is_knowledge(field: str) -> bool:
    """Whether a field of a term is one that Splunk fills from its knowledge objects."""
    name = _MEANT.get(field, field)
    return name in ("eventtype", "tag", "savedsearch") or name.startswith("tag::")


def with_knowledge(search: Search, knowledge: Knowledge) -> Search:
    """The search with every such term told what it stands for."""
    return _Knower(knowledge, ()).of(search)


def known_terms(terms: SearchTerm, knowledge: Knowledge) -> SearchTerm:
    """Terms, each told what it stands for."""
    return _Knower(knowledge, ()).of(terms)


class _Knower:
    """Looks terms up; `within` are the names on the way here, none of which may come again."""

    def __init__(self, knowledge: Knowledge, within: tuple[str, ...]) -> None:
        self.knowledge, self.within = knowledge, within

    def of(self, tree: _Tree) -> _Tree:
        return changed(tree, self._change)

    def _change(self, part: Anything) -> Anything:
        match part:
            case Compare(field) if is_knowledge(field):
                return Known(part, self._terms(part), part.span)
            case OneOf(field, values, span) if is_knowledge(field):
                return Any(tuple(Known(value, self._terms(value), value.span) for value in values), span)
            case Known():
                return part
            case _:
                return None

    def _terms(self, term: Compare) -> SearchTerm | None:
        name = _MEANT.get(term.field, term.field)
        if name == "eventtype":
            return self._texts({**KNOWN_EVENTTYPES, **self.knowledge.eventtypes}, term)
        if name == "savedsearch":
            return self._texts(self.knowledge.saved, term)
        return self._tagged(name.removeprefix("tag").removeprefix("::"), term)

    def _texts(self, known: Anything, term: Compare) -> SearchTerm | None:
        names = [name for name in known if _fits(name, term.value)]
        found = [self._text(f"{term.field} {name}", known[name], term.span) for name in names]
        return _one_of(found, term.span)

    def _text(self, name: str, text: str, span: Span) -> SearchTerm:
        if name in self.within or len(self.within) >= _DEEPEST:
            raise QueryError(f"the {name} is made of itself", span=span)
        try:
            terms = parse_terms(text, 0, len(text))
        except AntivenomError as error:
            error.span, error.hint = span, f"it is in the search of the {name}"
            raise
        made = placed(terms, span) if terms is not None else All((), span)
        return self._deeper(name).of(made)

    def _deeper(self, name: str) -> _Knower:
        return _Knower(self.knowledge, (*self.within, name))

    def _tagged(self, field: str, term: Compare) -> SearchTerm | None:
        pairs = [
            pair
            for tag, tagged in self.knowledge.tags.items()
            if _fits(tag, term.value)
            for pair in tagged
            if not field or pair[0] == field
        ]
        terms = [Compare(name, "=", value, term.span) for name, value in dict.fromkeys(pairs)]
        return _one_of([self._deeper(f"tag {term.value}").of(made) for made in terms], term.span)


def _fits(name: str, pattern: str) -> bool:
    """Whether a name is what a term says, case aside, `*` being any text."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), name, re.IGNORECASE | re.DOTALL) is not None


def _one_of(terms: Iterable[SearchTerm], span: Span) -> SearchTerm | None:
    found = tuple(terms)
    return None if not found else found[0] if len(found) == 1 else Any(found, span)
