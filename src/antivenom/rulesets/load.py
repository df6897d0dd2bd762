"""Files and folders of Sigma rules -> a RuleSet."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any

from antivenom.document import decoded, read_bytes
from antivenom.errors import AntivenomError, DamagedInput, QueryError, UsageError
from antivenom.languages.sigma.correlations import named_in
from antivenom.languages.sigma.lower import lower
from antivenom.languages.sigma.modifiers import Placeholders
from antivenom.languages.sigma.reader import read
from antivenom.languages.sigma.syntax import (
    Aggregation,
    Bound,
    Correlation,
    Document,
    Filter,
    Header,
    LogSource,
    Named,
    Rule,
)
from antivenom.plan.values import Value
from antivenom.plan.wire import Reader, Writer
from antivenom.rulesets import cache
from antivenom.rulesets.model import LoadedCorrelation, LoadedRule, Problem, RuleSet, by_reference
from antivenom.source import SourceText, Span

MOST_BYTES = 16_777_216
"""The largest rule file that is read."""

_SUFFIXES = (".yml", ".yaml")
_SIGMA = ("detection", "correlation", "filter")
_PLAIN = tuple(one.name for one in fields(Header) if one.name not in ("source", "span"))
_COUNTS = {"count": "event_count", "sum": "value_sum", "avg": "value_avg"}


@dataclass(slots=True)
class _Loading:
    """A set of rules while its files are read."""

    made: RuleSet
    placeholders: Placeholders
    writer: Writer = field(default_factory=Writer)
    filters: list[Filter] = field(default_factory=list)
    kept: dict[str, list[Any]] = field(default_factory=dict)
    """Content -> its rules as plain values, for the cache."""
    used: set[str] = field(default_factory=set)
    """Contents that were taken from the cache."""


def load(paths: Iterable[Path], placeholders: Placeholders | None = None) -> RuleSet:
    """The rules in files and folders, whole folders deep. A document that is wrong is a Problem, not an error.

    What was made of a content before is taken from the cache. Raises UsageError for a path there is not.
    """
    paths = list(paths)
    files = list(_files(paths))
    where = cache.place(str(path.resolve()) for path in paths)
    known = cache.load(where) or {"files": {}, "tests": []}
    shared = Reader(known["tests"])
    loading = _Loading(RuleSet(), placeholders or {})
    trees: dict[str, list[Any]] = known["files"]
    for file, named in files:
        _load_file(file, named, loading, trees, shared)
    if loading.kept or loading.used != trees.keys():
        _keep(where, loading, trees, shared)
    _apply_filters(loading)
    _follow(loading.made)
    return loading.made


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file, and whether it was named itself."""
    for path in paths:
        if path.is_dir():
            for folder, folders, names in os.walk(path):
                folders.sort()
                yield from ((Path(folder, name), False) for name in sorted(names) if name.endswith(_SUFFIXES))
        elif path.exists():
            yield path, True
        else:
            raise UsageError(f"no such file or folder: {path}", hint="give Sigma files or folders of them")


def _load_file(file: Path, named: bool, loading: _Loading, trees: Mapping[str, list[Any]], shared: Reader) -> None:
    name = str(file)
    try:
        data = read_bytes(file, name, MOST_BYTES)
        source = decoded(data, name)
    except DamagedInput as error:
        loading.made.problems.append(Problem(name, error))
        return
    digest = cache.digest(data)
    if digest in trees:
        loading.made.from_cache += 1
        loading.used.add(digest)
        loading.made.rules += [_revived(one, source, shared) for one in trees[digest]]
        return
    try:
        documents = read(source)
    except DamagedInput as error:
        loading.made.problems.append(Problem(name, error))
        return
    if not named and not any(key + ":" in source.text for key in _SIGMA):
        loading.made.others += 1
        return
    rules = [_add(document, source, loading) for document in documents]
    if all(rules) and "expand" not in source.text:
        loading.kept[digest] = [rule for rule in rules if rule is not None]


def _add(document: Document | AntivenomError, source: SourceText, loading: _Loading) -> list[Any] | None:
    """Add a document; a rule that can be kept as it stands comes back as plain values."""
    made = loading.made
    if isinstance(document, AntivenomError):
        made.problems.append(Problem(source.name, document))
        return None
    if isinstance(document, Filter):
        loading.filters.append(document)
        return None
    if isinstance(document, Correlation):
        made.correlations.append(LoadedCorrelation(document))
        return None
    try:
        condition = lower(document, loading.placeholders)
    except AntivenomError as error:
        header = document.header
        made.problems.append(Problem(source.name, error.at(source), header.key, header.title))
        return None
    tree = loading.writer.write(condition)
    rule = LoadedRule(document.header, document.logsource, partial(_given, condition))
    made.rules.append(rule)
    if document.aggregation is not None:
        made.correlations.append(_counting(document, rule, document.aggregation))
        return None
    return [_header_out(document.header), _source_out(document.logsource), tree]


def _given(condition: Value) -> Value:
    return condition


def _header_out(header: Header) -> list[Any]:
    return [getattr(header, name) for name in _PLAIN]


def _source_out(logsource: LogSource) -> list[Any]:
    return [logsource.product, logsource.category, logsource.service]


def _revived(kept: Sequence[Any], source: SourceText, shared: Reader) -> LoadedRule:
    values, triple, tree = kept
    given: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in zip(_PLAIN, values, strict=True)
    }
    header = Header(**given, source=source, span=Span(0, len(source.text)))
    return LoadedRule(header, LogSource(*triple), partial(shared.read, tree))


def _keep(where: Path | None, loading: _Loading, trees: Mapping[str, list[Any]], shared: Reader) -> None:
    """Write all that is in use, those of the old cache again under the new numbers."""
    kept = dict(loading.kept)
    for digest in loading.used:
        rules = trees[digest]
        kept[digest] = [[header, triple, loading.writer.write(shared.read(tree))] for header, triple, tree in rules]
    cache.store(where, {"files": kept, "tests": loading.writer.tests})


# --- what was a pipe in Sigma 1


def _counting(rule: Rule, loaded: LoadedRule, pipe: Aggregation) -> LoadedCorrelation:
    """A rule that counts, as the correlation it means."""
    kind = "value_count" if pipe.function == "count" and pipe.field else _COUNTS[pipe.function]
    loaded.reported = False
    correlation = Correlation(
        header=rule.header,
        type=kind,
        rules=(Named(loaded.key, pipe.span),),
        group_by=pipe.by,
        aliases={},
        timespan=rule.timeframe,
        bounds=(Bound(pipe.operator, pipe.number),),
        fields=(pipe.field,) if pipe.field else (),
    )
    return LoadedCorrelation(correlation, {loaded.key: loaded})


# --- filters and references


def _apply_filters(loading: _Loading) -> None:
    loading.made.filters = len(loading.filters)
    for one in loading.filters:
        source = one.header.source
        try:
            condition = lower(one, loading.placeholders)
        except AntivenomError as error:
            loading.made.problems.append(Problem(source.name, error.at(source), one.header.key, one.header.title))
            continue
        names = None if one.rules is None else {named.name for named in one.rules}
        for rule in loading.made.rules:
            chosen = names is None or not names.isdisjoint((rule.header.id, rule.header.name))
            if chosen and one.logsource.covers(rule.logsource):
                rule.filters.append(condition)


def _follow(made: RuleSet) -> None:
    """Find what correlations refer to; rules they are made of are not reported, unless they say so."""
    known = by_reference((*made.rules, *made.correlations))
    for one in made.correlations:
        if one.parts:
            continue
        for named in one.correlation.rules:
            part = known.get(named.name)
            if part is None or part is one:
                one.error = QueryError(f"no rule {named.name!r} is given", span=named.span, source=one.header.source)
            else:
                one.parts[named.name] = part
        one.error = one.error or _stranger(one)
        if one.error is None and not one.correlation.generate:
            for part in one.parts.values():
                part.reported = False
    _refuse_circles(made.correlations)


def _stranger(one: LoadedCorrelation) -> QueryError | None:
    """The error of a condition or an alias that names a rule the correlation is not made of."""
    parts = one.parts.items()
    known = {name for key, part in parts for name in (key, part.header.id, part.header.name)}
    written = {named.name: named.span for named in named_in(one.correlation.condition)}
    aliased = dict.fromkeys(name for rules in one.correlation.aliases.values() for name in rules)
    for name in (*written, *aliased):
        if name not in known:
            span = written.get(name, one.correlation.rules[0].span)
            return QueryError(
                f"{name!r} is not one of the rules of the correlation", span=span, source=one.header.source
            )
    return None


def _refuse_circles(correlations: Sequence[LoadedCorrelation]) -> None:
    state: dict[int, int] = {}

    def circular(one: LoadedCorrelation) -> bool:
        if state.get(id(one)) == 1:
            return True
        if state.get(id(one)) == 2:
            return one.error is not None
        state[id(one)] = 1
        found = [part for part in one.parts.values() if isinstance(part, LoadedCorrelation) and circular(part)]
        state[id(one)] = 2
        if found and one.error is None:
            span, source = one.correlation.rules[0].span, one.header.source
            one.error = QueryError(
                "the correlation refers to itself, or to one that cannot run", span=span, source=source
            )
        return one.error is not None

    for one in correlations:
        circular(one)
