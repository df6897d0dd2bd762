"""SPL, Splunk's search language: text -> syntax -> plan."""

from __future__ import annotations

from antivenom.languages.spl.knowledge import NOTHING, Knowledge
from antivenom.languages.spl.lowering.fields import FieldsRead, fields_read
from antivenom.languages.spl.lowering.query import EVENTS, lower
from antivenom.languages.spl.lowering.sides import reads_events, reads_models, sides
from antivenom.languages.spl.parsing.known_terms import is_knowledge
from antivenom.languages.spl.parsing.macros import expand_macros, expanded, filters_left_open
from antivenom.languages.spl.parsing.parser import parse
from antivenom.plan.catalog import Catalog
from antivenom.plan.open_schemas import Discover
from antivenom.plan.relations import Plan
from antivenom.source import SourceText

__all__ = [
    "EVENTS", "FieldsRead", "Knowledge", "compile", "expand_macros", "expanded", "fields_read", "filters_left_open",
    "is_knowledge", "lower", "parse", "reads_events", "reads_models", "sides",
]  # fmt: skip


def compile(
    source: SourceText, catalog: Catalog, discover: Discover | None = None, knowledge: Knowledge = NOTHING
) -> Plan:
    """The plan of a query, its macros expanded, over a catalog. Raises QueryError, Unsupported.

    `discover` and `knowledge` as in `lower`.
    """
    return lower(parse(source, knowledge), catalog, source, discover, knowledge)
