"""Files and folders of Sigma rules -> a RuleSet."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any

from antivenom.document import decoded, read_bytes
from antivenom.errors import AntivenomError, DamagedInput, QueryError, UsageError
from antivenom.languages.sigma.correlations import named_in
from antivenom.languages.sigma.lower import Lowering, lower
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
    Refused,
    Rule,
)
from antivenom.plan.values import Value
from antivenom.plan.wire import Reader, Writer
from antivenom.rulesets import cache
from antivenom.rulesets.model import LoadedCorrelation, LoadedFilter, LoadedRule, Problem, RuleSet, by_reference
from antivenom.source import SourceText, Span

MOST_BYTES = 16_777_216
"""The largest rule file that is read."""

_SUFFIXES = (".yml", ".yaml")
_SIGMA = re.compile(r"""(?m)^["']?(?:detection|correlation|logsource)["']?\s*:""")
"""What a text of Sigma has, also one that is no YAML."""

_MOST_CHAINED = 32
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
    files = dict(_files(paths))
    where = cache.place(path.resolve() for path in paths)
    trees, tests = _known(where)
    shared = Reader(tests)
    loading = _Loading(RuleSet(), placeholders or {})
    for file, named in files.items():
        _load_file(file, named, loading, trees, shared)
    if loading.kept or loading.used != trees.keys():
        _keep(where, loading, trees, shared)
    _apply_filters(loading)
    _follow(loading.made)
    loading.made.repeated = _repeated(loading.made)
    return loading.made


def _known(where: Path | None) -> tuple[dict[str, Any], list[Any]]:
    """What was kept: content -> rules, and the tests they share."""
    known = cache.load(where) or {}
    files, tests = known.get("files"), known.get("tests")
    return (files, tests) if isinstance(files, dict) and isinstance(tests, list) else ({}, [])


def _repeated(made: RuleSet) -> list[str]:
    counts = Counter(one.header.id for one in made.every() if one.header.id is not None)
    counting = {one.header.id for one in made.correlations if one.key in one.parts}
    return sorted(id for id, count in counts.items() if count > 1 + (id in counting))


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file, and whether it was named itself."""
    for path in paths:
        if path.is_dir():
            yield from ((file, False) for file in _inside(path))
        elif path.exists():
            yield path, True
        else:
            raise UsageError(f"no such file or folder: {path}", hint="give Sigma files or folders of them")


def _inside(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder and those in it, by name; what is no regular file can hang whoever opens it."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(Path(entry.path))
        elif entry.name.lower().endswith(_SUFFIXES) and entry.is_file():
            yield Path(entry.path)


def _load_file(file: Path, named: bool, loading: _Loading, trees: Mapping[str, list[Any]], shared: Reader) -> None:
    name = str(file)
    try:
        data = read_bytes(file, name, MOST_BYTES)
        source = decoded(data, name)
    except DamagedInput as error:
        loading.made.problems.append(Problem(name, error))
        return
    digest = cache.digest(data)
    revived = _all_revived(trees.get(digest), source, shared, loading.placeholders)
    if revived is not None:
        loading.made.from_cache += 1
        loading.used.add(digest)
        loading.made.rules += revived
        return
    try:
        documents = read(source)
    except DamagedInput as error:
        if named or _SIGMA.search(source.text):
            loading.made.problems.append(Problem(name, error))
        else:
            loading.made.others += 1
        return
    if not named and all(isinstance(one, Refused) and one.stranger for one in documents):
        loading.made.others += 1
        return
    rules = [_add(document, number, source, loading) for number, document in enumerate(documents)]
    if all(rules):
        loading.kept[digest] = [rule for rule in rules if rule is not None]


def _add(document: Document | Refused, number: int, source: SourceText, loading: _Loading) -> list[Any] | None:
    """Add a document; a rule that can be kept as it stands comes back as plain values."""
    made = loading.made
    if isinstance(document, Refused):
        made.problems.append(Problem(source.name, document.error, document.id or document.title, document.title))
        return None
    if isinstance(document, Filter):
        loading.filters.append(document)
        return None
    if isinstance(document, Correlation):
        made.correlations.append(LoadedCorrelation(document))
        return None
    lowering = Lowering(loading.placeholders)
    try:
        condition = lowering.condition(document.condition, document.searches)
    except AntivenomError as error:
        header = document.header
        made.problems.append(Problem(source.name, error.at(source), header.key, header.title))
        return None
    rule = LoadedRule(document.header, document.logsource, number, partial(_given, condition))
    made.rules.append(rule)
    if document.aggregation is not None:
        made.correlations.append(_counting(document, rule, document.aggregation))
    if document.aggregation is not None or lowering.expanded:
        return None
    return [_header_out(document.header), _source_out(document.logsource), loading.writer.write(condition)]


def _given(condition: Value) -> Value:
    return condition


def _all_revived(kept: Any, source: SourceText, shared: Reader, placeholders: Placeholders) -> list[LoadedRule] | None:
    """The rules of a file as they were kept; None where they were not, or not in this form."""
    try:
        return [_revived(one, number, source, shared, placeholders) for number, one in enumerate(kept)]
    except (TypeError, ValueError):
        return None


def _read_or_made(tree: Any, shared: Reader, number: int, source: SourceText, placeholders: Placeholders) -> Value:
    """A condition as it was kept, or, where that is none, made from the text again."""
    try:
        return shared.read(tree)
    except (ValueError, TypeError, RecursionError):
        document = read(source)[number]
        if not isinstance(document, Rule):
            raise DamagedInput("the rule is no longer what it was", origin=source.name) from None
        return lower(document, placeholders)


def _header_out(header: Header) -> list[Any]:
    return [getattr(header, name) for name in _PLAIN]


def _source_out(logsource: LogSource) -> list[Any]:
    return [logsource.product, logsource.category, logsource.service]


def _revived(
    kept: Sequence[Any], number: int, source: SourceText, shared: Reader, placeholders: Placeholders
) -> LoadedRule:
    values, triple, tree = kept
    if not all(part is None or isinstance(part, str) for part in triple) or not _is_header(values):
        raise ValueError("no rule")
    given: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in zip(_PLAIN, values, strict=True)
    }
    header = Header(**given, source=source, span=Span(0, len(source.text)))
    make = partial(_read_or_made, tree, shared, number, source, placeholders)
    return LoadedRule(header, LogSource(*triple), number, make)


def _is_header(values: Sequence[Any]) -> bool:
    """Whether values are those of a header: texts, lists of texts, and None."""
    return len(values) == len(_PLAIN) and all(
        value is None or isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value))
        for value in values
    )


def _keep(where: Path | None, loading: _Loading, trees: Mapping[str, list[Any]], shared: Reader) -> None:
    """Write all that is in use, those of the old cache again under the new numbers."""
    kept = dict(loading.kept)
    for digest in loading.used:
        try:
            rules = [
                [header, triple, loading.writer.write(shared.read(tree))] for header, triple, tree in trees[digest]
            ]
        except (ValueError, TypeError, RecursionError):
            continue
        kept[digest] = rules
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
    for one in loading.filters:
        source = one.header.source
        try:
            condition = lower(one, loading.placeholders)
        except AntivenomError as error:
            loading.made.problems.append(Problem(source.name, error.at(source), one.header.key, one.header.title))
            continue
        names = None if one.rules is None else {named.name for named in one.rules}
        added = LoadedFilter(one.header, condition)
        loading.made.filters.append(added)
        for rule in loading.made.rules:
            chosen = names is None or not names.isdisjoint((rule.header.id, rule.header.name))
            if chosen and one.logsource.covers(rule.logsource):
                rule.filters.append(added)
                added.rules += 1


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
    """Refuse correlations that rest on themselves or on one that cannot run, and chains of too many."""
    depths: dict[int, int] = {}
    waiting = list(correlations)
    for depth in range(_MOST_CHAINED):
        ready = [one for one in waiting if one.error is None and _rests_on(one) <= depths.keys()]
        depths |= {id(one): depth for one in ready}
        waiting = [one for one in waiting if id(one) not in depths]
    for one in waiting:
        if one.error is None:
            message = f"it refers to itself, to one that cannot run, or to a chain of more than {_MOST_CHAINED}"
            one.error = QueryError(message, span=one.correlation.rules[0].span, source=one.header.source)


def _rests_on(one: LoadedCorrelation) -> set[int]:
    return {id(part) for part in one.parts.values() if isinstance(part, LoadedCorrelation)}
