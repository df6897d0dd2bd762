"""Datasets of data models -> plan: which one is meant, and its fields.

A dataset's table is named by its model and the datasets it is a child of, "Authentication.Authentication.Failed_..."; a
field is named behind the root dataset, "Authentication.user". One that no log fills has no rows, and any field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from antivenom.errors import EngineError, MissingInput, QueryError, Unsupported
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.syntax import DataModel, Name
from antivenom.plan.catalog import Catalog, meant
from antivenom.plan.relations import SortKey, Source, Values
from antivenom.plan.types import Type
from antivenom.plan.values import Column, new_column
from antivenom.source import Span
from antivenom.tables import ColumnType, Schema

TIME = "_time"
PLAIN = (TIME, "host")
"""Fields every dataset has, which are named without it."""

_DEFAULT = ("source", "sourcetype", "index")
"""Fields Splunk has for every event, which no dataset filled here has."""

_TYPES = {ColumnType.REAL: Type.REAL, ColumnType.STRING: Type.STRING, ColumnType.MULTIVALUE: Type.MULTI}


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset: its schema, the root dataset its fields are named behind, and whether it can have rows."""

    schema: Schema
    root: str
    filled: bool

    def column(self, written: Name, world: World) -> Column | None:
        """A field by the name it has in the search; None, and a note, for one that the dataset has not."""
        name = written.text
        plain = PLAIN if self.filled else (*PLAIN, *_DEFAULT)
        if name in _DEFAULT and self.filled:
            raise Unsupported(f"SPL field {name} of a data model", span=written.span)
        before, _, field = (self.root, "", name) if name in plain else name.partition(".")
        found = self.schema.find(field) if before == self.root else None
        if not self.filled and before == self.root:
            return new_column(name, Type.REAL if name == TIME else Type.STRING)
        if found is None:
            world.notes.append(self._lacks(name))
            return None
        if found.type not in _TYPES:
            raise EngineError(f"{self.schema.name} cannot have the field {field} of type {found.type.value}")
        return new_column(field, _TYPES[found.type])

    def _lacks(self, name: str) -> str:
        known = [field if field in PLAIN else f"{self.root}.{field}" for field in self.schema.names()]
        behind = name if name.startswith(f"{self.root}.") else f"{self.root}.{name}"
        hint = meant(behind, known) or f"fields are named {self.root}.field"
        return f"{self.schema.name} has no field {name}, which is missing in every row; {hint}"

    def scope(self, names: Iterable[Name], world: World, span: Span) -> Scope:
        """The rows with just these fields."""
        named = {written.text: written for written in names}
        if named.pop("*", None) is not None:
            # results of a subsearch that nobody has seen yet may name any field
            every = (f"{self.root}.{column.name}" for column in self.schema.columns)
            named.update({name: Name(name, span) for name in every if name not in named})
        columns = {name: self.column(written, world) for name, written in named.items()}
        return self.over({name: column for name, column in columns.items() if column is not None}, span)

    def over(self, fields: Mapping[str, Column], span: Span) -> Scope:
        """The rows with these columns."""
        columns = tuple(fields.values())
        relation = Source(self.schema.name, columns, span) if self.filled else Values((), columns, span)
        return Scope(relation, dict(fields))


def find(model: Name, node: Name | None, world: World) -> Dataset:
    """The dataset that a search names. Raises Unsupported, QueryError or MissingInput where there is none."""
    catalog = world.catalog
    known = [name for name in catalog.tables if "." in name]
    if not known:
        raise MissingInput("data models are filled from logs, and no logs are given", span=model.span)
    name, *path = model.text.split(".")
    of_model = [one for one in known if one.startswith(f"{name}.")]
    if not of_model:
        models = sorted({one.partition(".")[0] for one in known})
        hint = meant(name, models) or f"there are {', '.join(models)}"
        raise Unsupported(f"SPL data model {name}", span=model.span, hint=hint)
    found = _named(name, (node.text if node else "").split(".")[-1] or (path or [""])[-1], of_model, node or model)
    filled = catalog.there is None or found in catalog.there
    if not filled:
        world.notes.append(f"no log that is read here fills the data model {name}: it has no rows")
    return Dataset(_schema(catalog, found), found.split(".")[1], filled)


def _schema(catalog: Catalog, name: str) -> Schema:
    found = catalog.find(name)
    assert found is not None
    return found


def _named(model: str, dataset: str, known: list[str], where: Name) -> str:
    """The table of a dataset; of a model with one root dataset that one goes without saying."""
    roots = [name for name in known if name.count(".") == 1]
    if not dataset:
        if len(roots) != 1:
            names = ", ".join(name.partition(".")[2] for name in roots)
            raise QueryError(
                f"the data model {model} has several root datasets", span=where.span, hint=f"name one of {names}"
            )
        return roots[0]
    found = next((name for name in known if name.rpartition(".")[2] == dataset), None)
    if found is None:
        hint = meant(dataset, [name.rpartition(".")[2] for name in known])
        raise QueryError(f"the data model {model} has no dataset {dataset}", span=where.span, hint=hint)
    return found


def lower_data_model(command: DataModel, world: World) -> Scope:
    """The rows of a dataset as events, newest first: every field, behind its dataset unless `flat`."""
    dataset = find(command.model, None, world)
    fields = dict(_every(dataset, command, world))
    scope = dataset.over(fields, command.span).select(dict(fields), command.span)
    return scope.sort((SortKey(scope.fields[TIME], True, False),), command.span)


def _every(dataset: Dataset, command: DataModel, world: World) -> Iterator[tuple[str, Column]]:
    for name in dict.fromkeys((*PLAIN, *dataset.schema.names())):
        full = name if name in PLAIN else f"{dataset.root}.{name}"
        column = dataset.column(Name(full, command.span), world)
        if column is not None:
            yield name if command.flat else full, column
