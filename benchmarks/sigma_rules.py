"""Sigma rules about processes that start on Windows, as texts that every contestant reads.

Rules come from a folder of .yml files, or from a file of JSON lines with `id`, `title`, `logsource`, `detection`.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from antivenom.document import read_text
from antivenom.errors import AntivenomError
from antivenom.languages.sigma.lower import EVENT_TEXT, lower
from antivenom.languages.sigma.reader import read
from antivenom.languages.sigma.syntax import Rule
from antivenom.plan.values import Value, columns_of
from antivenom.source import SourceText


@dataclass(frozen=True, slots=True)
class Given:
    """One rule: its id, its YAML, and the fields it reads."""

    id: str
    text: str
    fields: tuple[str, ...]

    def again(self) -> Given:
        """The same rule under another id."""
        other = str(uuid.uuid5(uuid.NAMESPACE_OID, self.id))
        return Given(other, self.text.replace(self.id, other), self.fields)


def given(path: Path) -> list[Given]:
    """The rules of a folder or a file that every contestant can be asked about."""
    texts = _folder(path) if path.is_dir() else _lines(path)
    return [rule for text, name in texts if (rule := _given(text, name)) is not None]


def condition(text: str) -> Value:
    """The condition of a rule."""
    rule = read(SourceText(text))[0]
    assert isinstance(rule, Rule)
    return lower(rule)


def fields(rules: Sequence[Given]) -> list[str]:
    """Every field that any of the rules reads."""
    return sorted({field for rule in rules for field in rule.fields})


def _folder(path: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(path.rglob("*.yml")):
        yield read_text(file).text, str(file)


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            rule = json.loads(line)
            kept = {name: rule[name] for name in ("title", "id", "level", "logsource", "detection") if name in rule}
            yield yaml.safe_dump(kept, sort_keys=False, allow_unicode=True), rule["path"]


def _given(text: str, name: str) -> Given | None:
    """The rule of a text; None for other log sources, and for what needs more than the fields of one event."""
    try:
        documents = read(SourceText(text, name))
        rule = documents[0]
        if len(documents) != 1 or not isinstance(rule, Rule) or rule.aggregation is not None:
            return None
        if (rule.logsource.product, rule.logsource.category) != ("windows", "process_creation"):
            return None
        read_by = {column.name for column in columns_of(lower(rule))}
    except AntivenomError:
        return None
    return None if EVENT_TEXT in read_by else Given(rule.header.key, text, tuple(sorted(read_by)))
