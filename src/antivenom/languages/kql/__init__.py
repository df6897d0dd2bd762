"""KQL, the query language of Sentinel, Defender and Azure Data Explorer: text -> syntax -> plan."""

from __future__ import annotations

from collections.abc import Mapping

from antivenom.languages.kql.lowering.query import lower
from antivenom.languages.kql.parsing.parser import parse
from antivenom.languages.kql.parsing.tables import tables_named
from antivenom.plan.catalog import Catalog
from antivenom.plan.open_schemas import Discover
from antivenom.plan.relations import Plan
from antivenom.source import SourceText

__all__ = ["compile", "lower", "parse", "tables_named"]


def compile(
    source: SourceText,
    catalog: Catalog,
    discover: Discover | None = None,
    params: Mapping[str, object] | None = None,
) -> Plan:
    """The plan of a KQL query. Raises QueryError, Unsupported or MissingInput, each at its place.

    `discover` and `params` as in `lower`.
    """
    return lower(parse(source), catalog, source, discover, params)
