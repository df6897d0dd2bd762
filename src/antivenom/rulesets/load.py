"""Files and folders of Sigma rules -> a RuleSet."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any

from antivenom.document import decoded, read_bytes
from antivenom.errors import AntivenomError, DamagedInput, UsageError
from antivenom.languages.sigma.lower import Lowering, lower
from antivenom.languages.sigma.modifiers import Placeholders
from antivenom.languages.sigma.reader import read
from antivenom.languages.sigma.syntax import (
    Correlation,
    Document,
    Filter,
    Header,
    LogSource,
    Refused,
    Rule,
    Search,
)
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Value
from antivenom.plan.wire import Reader, Writer
from antivenom.rulesets import cache
from antivenom.rulesets.linking import apply_filters, counting, follow, repeated
from antivenom.rulesets.model import LoadedCorrelation, LoadedRule, Problem, RuleSet
from antivenom.source import SourceText, Span

MOST_BYTES = 16_777_216
"""The largest rule file that is read."""

_SUFFIXES = (".yml", ".yaml")
_SIGMA = re.compile(r"""(?m)^["']?(?:detection|correlation|logsource)["']?\s*:""")
"""What a text of Sigma has, also one that is no YAML."""

_PLAIN = tuple(one.name for one in fields(Header) if one.name not in ("source", "span"))


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
    apply_filters(loading.made, loading.filters, loading.placeholders)
    follow(loading.made)
    loading.made.repeated = repeated(loading.made)
    return loading.made


def from_text(source: SourceText) -> RuleSet:
    """The rules of one text, references among them followed. Raises the error of the first that is wrong."""
    loading = _Loading(RuleSet(), {})
    for number, document in enumerate(read(source)):
        _add(document, number, source, loading)
    if loading.made.problems:
        raise loading.made.problems[0].error
    apply_filters(loading.made, loading.filters, loading.placeholders)
    follow(loading.made)
    for one in loading.made.correlations:
        if one.error is not None:
            raise one.error
    return loading.made


def searches(rule: LoadedRule) -> Mapping[str, LoadedRule]:
    """For each search identifier of a rule, the rule that an event which meets it must also meet that search."""
    document = read(rule.header.source)[rule.number]
    if not isinstance(document, Rule):
        raise DamagedInput("the rule is no longer what it was", origin=rule.header.source.name)
    return {name: _narrowed(rule, search) for name, search in document.searches.items()}


def _narrowed(rule: LoadedRule, search: Search) -> LoadedRule:
    also = Lowering(rule.placeholders).search(search)
    condition = Call("bool.and", (rule.condition, also), Type.BOOL)
    made = LoadedRule(rule.header, rule.logsource, rule.number, partial(_given, condition), rule.placeholders)
    made.reported = False
    return made


def _known(where: Path | None) -> tuple[dict[str, Any], list[Any]]:
    """What was kept: content -> rules, and the tests they share."""
    known = cache.load(where) or {}
    files, tests = known.get("files"), known.get("tests")
    return (files, tests) if isinstance(files, dict) and isinstance(tests, list) else ({}, [])


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
    rule = LoadedRule(document.header, document.logsource, number, partial(_given, condition), loading.placeholders)
    made.rules.append(rule)
    if document.aggregation is not None:
        made.correlations.append(counting(document, rule, document.aggregation))
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
    return LoadedRule(header, LogSource(*triple), number, make, placeholders)


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
