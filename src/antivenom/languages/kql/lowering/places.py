"""geo_info_from_ip_address(): where an address is, from a file of networks the caller gives."""

from __future__ import annotations

from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.inputs import read_as, source_of
from antivenom.plan import networks
from antivenom.plan.inputs import PLACES, Input
from antivenom.plan.relations import Assign, Project, Relation, same
from antivenom.plan.types import Type
from antivenom.plan.values import Column, Value, new_column
from antivenom.source import Span

GEO_INFO = "geo_info_from_ip_address"


def placed(lowering: Lowering, rows: Relation, address: Value, span: Span) -> tuple[Relation, Column]:
    """The rows, and a column beside them with what the file says of where an address is; null where it says nothing."""
    source = source_of(lowering, Input(GEO_INFO, PLACES, (GEO_INFO,), ("network", "place"), span=span))
    joined, found = networks.placed(rows, address, source, span)
    column = new_column(GEO_INFO, Type.DYNAMIC)
    return Project(joined, (*same(rows.columns), Assign(column, read_as(found, Type.DYNAMIC, span))), span), column
