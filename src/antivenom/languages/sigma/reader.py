"""Sigma files: YAML documents -> rules, correlations and filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from antivenom.document import Entry, Node, nearest, parse_all
from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.sigma import condition as conditions
from antivenom.languages.sigma.condition import placed
from antivenom.languages.sigma.correlations import read_correlation, seconds
from antivenom.languages.sigma.modifiers import NUMBER
from antivenom.languages.sigma.syntax import (
    Aggregation,
    Condition,
    Document,
    Every,
    Filter,
    Header,
    Item,
    Kind,
    LogSource,
    Named,
    Or,
    Refused,
    Rule,
    Scalar,
    Search,
    Some,
)
from antivenom.source import SourceText

LEVELS = ("informational", "low", "medium", "high", "critical")
"""Levels of rules, least first."""

_PARTS = ("logsource", "detection", "correlation", "action")
"""Keys one of which any document of Sigma has."""

_BOOLS = ("true", "false")
_NULLS = ("", "~", "null")
_LISTS = ("tags", "references", "falsepositives", "fields")


def read(source: SourceText) -> list[Document | Refused]:
    """The documents of a file in order, empty ones left out; one that cannot be read is Refused.

    Raises DamagedInput when the file is not YAML, or holds nothing.
    """
    nodes = parse_all(source)
    return [_read(node) for node in nodes if not _is_empty(node) or len(nodes) == 1]


def _is_empty(node: Node) -> bool:
    return isinstance(node.value, str) and node.plain and node.value.lower() in _NULLS


def _read(node: Node) -> Document | Refused:
    try:
        return _document(node)
    except AntivenomError as error:
        said = {name: str(entry.value.value) for name, entry in _entries(node) if isinstance(entry.value.value, str)}
        stranger = not any(name in _PARTS for name, _ in _entries(node))
        return Refused(error.at(node.source), said.get("id", ""), said.get("title", ""), stranger)


def _entries(node: Node) -> Iterable[tuple[str, Entry]]:
    return node.value.items() if isinstance(node.value, Mapping) else ()


def _document(node: Node) -> Document:
    fields = {key: entry.value for key, entry in node.entries().items()}
    if "action" in fields:
        raise Unsupported("Sigma action, of several rules in one file", span=fields["action"].span)
    header = _header(node, fields)
    if "correlation" in fields and ("detection" not in fields or isinstance(fields["correlation"].value, Mapping)):
        return read_correlation(header, fields["correlation"], fields.get("generate"))
    if "logsource" not in fields:
        node.wrong("a Sigma rule needs a logsource")
    logsource = _logsource(fields["logsource"])
    if "filter" in fields:
        return _filter(header, logsource, fields["filter"])
    if "detection" not in fields:
        node.wrong("a Sigma document needs a detection, a correlation or a filter")
    return _rule(header, logsource, fields["detection"])


def _header(node: Node, fields: Mapping[str, Node]) -> Header:
    taxonomy = _text(fields, "taxonomy") or "sigma"
    if taxonomy != "sigma":
        raise Unsupported(f"Sigma taxonomy {taxonomy!r}", span=fields["taxonomy"].span)
    level = _text(fields, "level").lower()
    if level and level not in LEVELS:
        fields["level"].wrong(f"a level is one of {', '.join(LEVELS)}; found {level!r}", nearest(level, LEVELS))
    tags, references, falsepositives, shown = (_texts(fields, name) for name in _LISTS)
    return Header(
        title=_text(fields, "title") or "untitled",
        id=_text(fields, "id") or None,
        name=_text(fields, "name") or None,
        status=_text(fields, "status"),
        level=level,
        description=_text(fields, "description"),
        tags=tags,
        references=references,
        falsepositives=falsepositives,
        author=_text(fields, "author"),
        fields=shown,
        source=node.source,
        span=node.span,
    )


def _text(fields: Mapping[str, Node], name: str) -> str:
    """Text under a key; "" where it is missing, empty or null."""
    if name not in fields:
        return ""
    node = fields[name]
    text = node.any_text()
    return "" if node.plain and text.lower() in _NULLS else text.strip()


def _texts(fields: Mapping[str, Node], name: str) -> tuple[str, ...]:
    """Texts under a key: a list, one text, or nothing; what else stands there is no part of the rule."""
    if name not in fields:
        return ()
    node = fields[name]
    return tuple(item.value for item in node.each() if isinstance(item.value, str) and item.value)


def _logsource(node: Node) -> LogSource:
    entries = {key: entry.value for key, entry in node.entries().items()}
    product, category, service = (_text(entries, name).lower() or None for name in ("product", "category", "service"))
    return LogSource(product, category, service, node.span)


def _rule(header: Header, logsource: LogSource, node: Node) -> Rule:
    entries = {key: entry.value for key, entry in node.entries().items()}
    written = entries.pop("condition", None)
    timeframe = entries.pop("timeframe", None)
    if written is None:
        node.wrong("the detection has no condition")
    condition, aggregation = _condition(written)
    searches = _searches(entries)
    within = seconds(timeframe) if timeframe is not None else None
    return Rule(header, logsource, searches, condition, aggregation, within)


def _filter(header: Header, logsource: LogSource, node: Node) -> Filter:
    entries = {key: entry.value for key, entry in node.entries().items()}
    written, rules = entries.pop("condition", None), entries.pop("rules", None)
    if written is None:
        node.wrong("the filter has no condition")
    if rules is None:
        node.wrong("the filter does not say which rules it is for", "give rules: any, or a list of ids and names")
    condition, aggregation = _condition(written)
    if aggregation is not None:
        raise QueryError("a filter cannot count", span=aggregation.span)
    return Filter(header, logsource, _rules(rules), _searches(entries), condition)


def _rules(node: Node) -> tuple[Named, ...] | None:
    """The rules a filter names; None is any."""
    items = node.each()
    if not items or (isinstance(node.value, str) and node.value.lower() == "any"):
        return None
    return tuple(Named(item.text(), item.span) for item in items)


# --- conditions


def _condition(node: Node) -> tuple[Condition, Aggregation | None]:
    """A condition, or a list of them, any of which may hold."""
    found = [conditions.parse(item.text(), placed(item)) for item in node.each()]
    if not found:
        node.wrong("the condition is empty")
    if len(found) == 1:
        return found[0]
    aggregation = next((one.span for _, one in found if one is not None), None)
    if aggregation is not None:
        raise Unsupported("a list of Sigma conditions that count", span=aggregation)
    return Or(tuple(one for one, _ in found), node.span), None


# --- search identifiers


def _searches(entries: Mapping[str, Node]) -> Mapping[str, Search]:
    return {name: _search(node) for name, node in entries.items()}


def _search(node: Node) -> Search:
    if isinstance(node.value, str):
        return Item(None, (), (_scalar(node),), node.span)
    if isinstance(node.value, tuple):
        return _list(node, node.value)
    items = tuple(_item(entry.key, entry.value) for entry in node.value.values())
    if not items:
        node.wrong("the mapping is empty")
    return items[0] if len(items) == 1 else Every(items)


def _list(node: Node, items: tuple[Node, ...]) -> Search:
    """A list: texts are keywords, mappings alternatives."""
    if not items:
        node.wrong("the list is empty")
    words = tuple(_scalar(item) for item in items if isinstance(item.value, str))
    parts: list[Search] = [_search(item) for item in items if not isinstance(item.value, str)]
    if words:
        parts.insert(0, Item(None, (), words, node.span))
    return parts[0] if len(parts) == 1 else Some(tuple(parts))


def _item(key: Node, value: Node) -> Item:
    field, *modifiers = str(key.value).split("|")
    if "" in modifiers:
        key.wrong("a modifier is missing after '|'")
    values = value.each()
    if not values:
        value.wrong("the list of values is empty")
    return Item(field or None, tuple(modifiers), tuple(_scalar(one) for one in values), key.span.to(value.span))


def _scalar(node: Node) -> Scalar:
    """A value. Numbers and truth values are those of YAML 1.2; anything else is the text that stands there."""
    if not isinstance(node.value, str):
        node.wrong(f"expected a value, found {node.shape()}")
    text = node.value
    if not node.plain:
        return Scalar(text, Kind.TEXT, node.span)
    if text.lower() in _NULLS:
        return Scalar("", Kind.NULL, node.span)
    if text.lower() in _BOOLS:
        return Scalar(text.lower(), Kind.BOOL, node.span)
    return Scalar(text, Kind.NUMBER if NUMBER.fullmatch(text) else Kind.TEXT, node.span)
