"""Splunk's Common Information Model over every sensor: data models filled from the activity tables, one file each.

A dataset is a view of one activity table, whichever product its rows come from. Names, expected values and which
fields are "unknown" where nothing is known: the CIM add-on's models, whose calculations say
`if(isnull(dest) OR dest="","unknown",dest)`, and the CIM manual. All fields are text, as Splunk's are, but `_time`,
seconds since 1970, and the few that have several values. A field that CIM has and nothing here fills is missing in
every row. `user` is the account's name without its domain, and its identifier where the log has no name.
"""

from __future__ import annotations

from collections.abc import Mapping

from antivenom.tables import Column, ColumnType, Schema
from antivenom.vocabularies.cim import authentication, change, endpoint, network_resolution, network_traffic
from antivenom.vocabularies.cim.shared import TIME, UNKNOWN, Dataset
from antivenom.vocabularies.cim.unfilled import EMPTY
from antivenom.vocabularies.views import View

__all__ = ["DATASETS", "EVERY_SCHEMA", "SCHEMAS", "TIME", "UNKNOWN", "VIEWS", "WITHOUT_ROWS"]

_MODELS = {
    "Endpoint": endpoint,
    "Network_Traffic": network_traffic,
    "Network_Resolution": network_resolution,
    "Authentication": authentication,
    "Change": change,
}

DATASETS: Mapping[str, Dataset] = {
    f"{model}.{one.name}": one for model, module in _MODELS.items() for one in module.DATASETS
}
"""Model, the datasets it is a child of, and dataset, with dots between -> the dataset."""

VIEWS: Mapping[str, View] = {name: one.view for name, one in DATASETS.items()}
"""The same name -> how its rows are made."""

_TYPES = {TIME: ColumnType.REAL, "answer": ColumnType.MULTIVALUE}


def _schema(name: str, one: Dataset) -> Schema:
    fields = (*one.view.columns, *one.fields)
    return Schema(name, tuple(Column(field, _TYPES.get(field, ColumnType.STRING)) for field in fields))


SCHEMAS: Mapping[str, Schema] = {name: _schema(name, one) for name, one in DATASETS.items()}
"""The same name -> its schema; fields without the root dataset before them."""

WITHOUT_ROWS = frozenset(f"{model}.{name}" for model, names in EMPTY.items() for name in names)
"""The datasets that no log read here fills."""

EVERY_SCHEMA: Mapping[str, Schema] = {**SCHEMAS, **{name: Schema(name, ()) for name in sorted(WITHOUT_ROWS)}}
"""Every dataset; one without rows has no field of its own."""
