"""Tokens -> the operators behind a pipe."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing.expressions import RESERVED
from antivenom.languages.kql.parsing.find import FindOperators
from antivenom.languages.kql.parsing.groups import GroupOperators
from antivenom.languages.kql.parsing.lexer import Kind, Token
from antivenom.languages.kql.parsing.order import OrderOperators
from antivenom.languages.kql.parsing.plugins import PluginOperators
from antivenom.languages.kql.parsing.series import SeriesOperators
from antivenom.languages.kql.parsing.words import READ
from antivenom.languages.kql.syntax import (
    Count,
    Distinct,
    Expression,
    Extend,
    GetSchema,
    JoinWith,
    Operator,
    Ordering,
    Pipeline,
    Project,
    ProjectByNames,
    ProjectRename,
    ProjectReorder,
    ProjectSome,
    Render,
    Serialize,
    SortBy,
    Subquery,
    Summarize,
    Take,
    Target,
    Top,
    UnionWith,
    Where,
)
from antivenom.plan.catalog import meant, nearest
from antivenom.source import Span

NOT_SUPPORTED = frozenset(
    "consume execute-and-cache facet fork graph-mark-components"
    " graph-match graph-merge graph-shortest-paths graph-to-table graph-where-edges graph-where-nodes"
    " macro-expand make-graph reduce".split()
)
"""Operators Kusto has and this front end refuses by name."""

_HYPHENATED = {
    "project": ("away", "keep", "rename", "reorder", "by", "names"),
    "mv": ("expand", "apply"),
    "make": ("series", "graph"),
    "parse": ("where", "kv"),
    "top": ("nested", "hitters"),
    "sample": ("distinct",),
    "partition": ("by",),
    "graph": tuple("match merge shortest paths to table mark components where nodes edges".split()),
    "macro": ("expand",),
    "assert": ("schema",),
    "execute": ("and", "cache"),
}
_NAMES_TOO = frozenset({"has", "contains", "in", "on", "by", "matches"})
"""Operators that may name a column before an equals sign."""
_PARAMETERS = frozenset({"kind", "withsource", "with_source", "isfuzzy", "hint"})


class Operators(OrderOperators, SeriesOperators, PluginOperators, FindOperators, GroupOperators):
    """Reads one operator at a time; `operator` is called with the pipe already read."""

    def operator(self) -> Operator:
        """The operator that starts here. Raises Unsupported by name, QueryError with the nearest name."""
        start = self.here.span
        if self.here.kind is not Kind.WORD:
            raise self.wrong("an operator after '|'")
        name = self._operator_name()
        span = self.since(start)
        self._no_such_hyphen(name, start)
        read = _READ.get(name)
        if read is not None:
            return read(self, start)
        if name in NOT_SUPPORTED:
            raise Unsupported(f"KQL operator {name}", span=span)
        if name == "find":
            raise Unsupported("KQL find behind a pipe", span=span, hint="begin with find in (...), or write where")
        hint = meant(name, [*_READ, *NOT_SUPPORTED])
        raise QueryError(f"there is no operator {name}", span=span, hint=hint)

    def _no_such_hyphen(self, name: str, start: Span) -> None:
        """Raises QueryError at project-awy and its like."""
        touching = self.at_sign("-") and self.here.span.start == self._tokens[self._at - 1].span.end
        word = self.ahead()
        if touching and word.kind is Kind.WORD and word.span.start == self.here.span.end and name in _HYPHENATED:
            close = nearest(f"{name}-{word.text}", [each for each in [*_READ, *NOT_SUPPORTED] if "-" in each])
            if close is not None:
                span = start.to(word.span)
                raise QueryError(f"there is no operator {name}-{word.text}", span=span, hint=f"did you mean {close}?")

    def _operator_name(self) -> str:
        """The operator's name with its hyphens: `project-away` is three tokens."""
        name = self.take().text
        while self.at_sign("-") and self.ahead().text in _HYPHENATED.get(name.split("-")[0], (self.ahead().text,)):
            if self.ahead().kind is not Kind.WORD or self.here.span.start != self._tokens[self._at - 1].span.end:
                break
            self.take()
            name += "-" + self.take().text
        return name

    def _count(self, start: Span) -> Count:
        name = self.identifier("a column name").text if self.accept("as") else "Count"
        return Count(self.since(start), name)

    # --- targets

    def targets(self) -> tuple[Target, ...]:
        """One or more `name = value`, comma-separated."""
        found = [self._target()]
        while self.accept(","):
            found.append(self._target())
        return tuple(found)

    def _target(self) -> Target:
        start = self.here.span
        names = self.target_names()
        value = self.expression()
        return Target(names, value, self.since(start))

    def target_names(self) -> tuple[str, ...]:
        """The names before an equals sign, read with it; none where there is no such sign."""
        if (
            self.here.kind is Kind.WORD
            and (self.here.text not in RESERVED or self.here.text in _NAMES_TOO)
            and self.ahead().text == "="
            and self.ahead().kind is Kind.SIGN
        ):
            self.no_keyword()
            name = self.take().text
            self.take()
            return (name,)
        if self.at_sign("[") and self.ahead().kind is Kind.STRING and self.ahead(3).text == "=":
            name = self.identifier("a name").text
            self.take()
            return (name,)
        if self.at_sign("(") and self._names_then_equals():
            self.take()
            names = [self.identifier("a name").text]
            while self.accept(","):
                names.append(self.identifier("a name").text)
            self.expect(")")
            self.expect("=")
            return tuple(names)
        return ()

    def _names_then_equals(self) -> bool:
        at = 1
        while self.ahead(at).kind is Kind.WORD and self.ahead(at + 1).text == ",":
            at += 2
        return self.ahead(at).kind is Kind.WORD and self.ahead(at + 1).text == ")" and self.ahead(at + 2).text == "="

    # --- single operators

    def _where(self, start: Span) -> Operator:
        return Where(self.expression(), self.since(start))

    def _serialize(self, start: Span) -> Operator:
        if self.here.kind is Kind.END or self.at_sign("|", ")", ";", "}"):
            return Serialize((), self.since(start))
        return Serialize(self.targets(), self.since(start))

    def _patterns(self) -> tuple[tuple[str, Span], ...]:
        found = [self._pattern()]
        while self.accept(","):
            found.append(self._pattern())
        return tuple(found)

    def _pattern(self) -> tuple[str, Span]:
        """A column name, perhaps with `*` in it: words and stars that touch."""
        start = self.here.span
        if not (self.here.kind is Kind.WORD or self.at_sign("*", "[")):
            raise self.wrong("a column name")
        text = self.take().text if self.at_sign("*") else self.identifier("a column name", not_bare=READ).text
        while (self.here.kind in (Kind.WORD, Kind.LONG, Kind.TIMESPAN) or self.at_sign("*")) and (
            self.here.span.start == self._tokens[self._at - 1].span.end
        ):
            text += self.take().text
        return text, self.since(start)

    def _by_names(self, start: Span) -> Operator:
        items = [self.expression()]
        while self.accept(","):
            items.append(self.expression())
        return ProjectByNames(tuple(items), self.since(start))

    def _rename(self, start: Span) -> Operator:
        pairs: list[tuple[str, str, Span]] = []
        while not pairs or self.accept(","):
            first = self.identifier("the new column name")
            self.expect("=", "between the new name and the old")
            old = self.identifier("the old column name", not_bare=READ)
            pairs.append((first.text, old.text, old.span))
        return ProjectRename(tuple(pairs), self.since(start))

    def _reorder(self, start: Span) -> Operator:
        found: list[tuple[str, Span, str | None]] = []
        while not found or self.accept(","):
            pattern, span = self._pattern()
            found.append((pattern, span, self._direction()))
        return ProjectReorder(tuple(found), self.since(start))

    def _direction(self) -> str | None:
        """asc, desc, granny-asc or granny-desc, if it is there."""
        if self.at_word("asc", "desc"):
            return self.take().text
        if not self.accept("granny"):
            return None
        self.expect("-", "and asc or desc")
        if not self.at_word("asc", "desc"):
            raise self.wrong("asc or desc")
        return "granny-" + self.take().text

    def _summarize(self, start: Span) -> Operator:
        self.parameters()
        aggregates: tuple[Target, ...] = ()
        keys: tuple[Target, ...] = ()
        if not self.at_word("by") and not self._ends():
            aggregates = self.targets()
        if self.accept("by"):
            keys = self.targets()
        if aggregates and not keys and self.here.kind is Kind.WORD:
            raise self.wrong("by and the keys, ',' or '|'")
        if not aggregates and not keys:
            raise self.wrong("an aggregate, or by and a key")
        return Summarize(aggregates, keys, self.since(start))

    def _distinct(self, start: Span) -> Operator:
        if self.at_sign("*"):
            self.take()
            return Distinct((), True, self.since(start))
        return Distinct(self.targets(), False, self.since(start))

    def _sort(self, start: Span) -> Operator:
        self.parameters()
        self.expect("by", "after sort")
        return SortBy(self._orderings(), self.since(start))

    def _top(self, start: Span) -> Operator:
        count = self.expression()
        self.expect("by", "after the number of rows")
        keys = self._orderings()
        if len(keys) > 1:
            raise QueryError("top takes one key", span=self.since(start), hint="use sort by ... | take")
        return Top(count, keys, self.since(start))

    def _orderings(self) -> tuple[Ordering, ...]:
        found = [self._ordering()]
        while self.accept(","):
            found.append(self._ordering())
        return tuple(found)

    def _ordering(self) -> Ordering:
        value = self.expression()
        descending = self.take().text == "desc" if self.at_word("asc", "desc") else None
        nulls_first = None
        if self.accept("nulls"):
            if not self.at_word("first", "last"):
                raise self.wrong("first or last")
            nulls_first = self.take().text == "first"
        return Ordering(value, descending, nulls_first)

    def _render(self, start: Span) -> Operator:
        depth = 0
        while self.here.kind is not Kind.END:
            if depth == 0 and self.at_sign("|", ";", ")", "}"):
                break
            depth += self.at_sign("(", "[") - self.at_sign(")", "]")
            self.take()
        return Render(self.since(start))

    def _ends(self) -> bool:
        return self.here.kind is Kind.END or self.at_sign("|", ")", ";", "}")

    # --- join and union

    def parameters(self) -> dict[str, Token]:
        """`kind=inner hint.strategy=shuffle`: names and values; hints are read and forgotten."""
        found: dict[str, Token] = {}
        while self.here.text in _PARAMETERS and self.ahead().text == ("." if self.here.text == "hint" else "="):
            name = self.take().text
            if self.accept("."):
                self.take()
            self.expect("=")
            found[name] = self.take()
        return found

    def _join(self, start: Span, *, lookup: bool) -> Operator:
        given = self.parameters()
        right = self._side()
        keys: list[Expression] = []
        if self.accept("on"):
            keys.append(self.expression())
            while self.accept(","):
                keys.append(self.expression())
        elif self.at_word("where"):
            raise Unsupported("KQL join where", span=self.here.span)
        kind = given.get("kind")
        return JoinWith(
            lookup,
            kind.text if kind else None,
            kind.span if kind else None,
            right,
            tuple(keys),
            self.since(start),
        )

    def _side(self) -> Pipeline:
        """The table beside a join or in a union: a name, a call, or a pipeline in parentheses."""
        start = self.here.span
        made = self._postfix()
        if isinstance(made, Subquery):
            return made.pipeline
        return Pipeline(made, (), self.since(start))

    def union(self, start: Span) -> UnionWith:
        """`union` after its word was read, as a source or an operator."""
        given = self.parameters()
        kind = given["kind"].text if "kind" in given else "outer"
        if kind not in ("inner", "outer"):
            raise QueryError(f"union has no kind {kind}", span=given["kind"].span, hint="inner or outer")
        fuzzy = "isfuzzy" in given and given["isfuzzy"].text.lower() == "true"
        column = given.get("withsource") or given.get("with_source")
        branches = [self.table_pattern()]
        while self.accept(","):
            branches.append(self.table_pattern())
        name = str(column.value or column.text) if column else None
        return UnionWith(kind, fuzzy, name, tuple(branches), self.since(start))


_READ: dict[str, Callable[[Operators, Span], Operator]] = {
    "where": Operators._where,
    "filter": Operators._where,
    "extend": lambda self, start: Extend(self.targets(), self.since(start)),
    "serialize": Operators._serialize,
    "scan": Operators.scan,
    "make-series": Operators.make_series,
    "project": lambda self, start: Project(self.targets(), self.since(start)),
    "project-away": lambda self, start: ProjectSome(False, self._patterns(), self.since(start)),
    "project-keep": lambda self, start: ProjectSome(True, self._patterns(), self.since(start)),
    "project-rename": Operators._rename,
    "project-reorder": Operators._reorder,
    "project-by-names": Operators._by_names,
    "summarize": Operators._summarize,
    "distinct": Operators._distinct,
    "sort": Operators._sort,
    "order": Operators._sort,
    "top": Operators._top,
    "take": lambda self, start: Take(self.expression(), self.since(start)),
    "limit": lambda self, start: Take(self.expression(), self.since(start)),
    "count": Operators._count,
    "getschema": lambda _, start: GetSchema(start),
    "render": Operators._render,
    "join": lambda self, start: self._join(start, lookup=False),
    "lookup": lambda self, start: self._join(start, lookup=True),
    "union": Operators.union,
    "evaluate": Operators._evaluate,
    "invoke": Operators._invoke,
    "parse": lambda self, start: self._parse(start, filters=False),
    "parse-where": lambda self, start: self._parse(start, filters=True),
    "parse-kv": Operators._parse_kv,
    "search": lambda self, start: self.search(start, source=False),
    "as": Operators._as,
    "mv-expand": Operators.mv_expand,
    "mvexpand": lambda self, start: self.mv_expand(start, legacy=True),
    "mv-apply": Operators.mv_apply,
    "mvapply": lambda self, start: self.mv_apply(start, legacy=True),
    "partition": Operators.partition,
    "top-nested": Operators.top_nested,
    "top-hitters": Operators.top_hitters,
    "sample": Operators.sample,
    "sample-distinct": Operators.sample_distinct,
    "assert-schema": Operators.assert_schema,
}

NAMES = frozenset(_READ)
"""Every operator that is run."""
