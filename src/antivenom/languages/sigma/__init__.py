"""Sigma, the vendor-neutral rule language: YAML -> syntax -> plan."""

from __future__ import annotations

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.sigma.lower import EVENT_TEXT, lower, plan
from antivenom.languages.sigma.reader import read
from antivenom.languages.sigma.syntax import Refused, Rule
from antivenom.plan.catalog import Catalog
from antivenom.plan.relations import Assign, Plan, Project
from antivenom.plan.types import Type
from antivenom.plan.values import Column, columns_of, new_column
from antivenom.source import SourceText

__all__ = ["EVENT_TEXT", "compile", "lower", "plan", "read", "rule_of"]

TIME = "antivenom.time"
"""The column of every log source's table that holds the time of the event."""

_HINT = "antivenom hunt --rules runs files of any Sigma documents"


def rule_of(source: SourceText) -> Rule:
    """The one rule about single events that a text holds. Raises QueryError, DamagedInput or Unsupported."""
    first, *more = read(source)
    if isinstance(first, Refused):
        raise first.error
    if more:
        raise Unsupported("several Sigma documents as one query", source=source, hint=_HINT)
    if not isinstance(first, Rule) or first.aggregation is not None:
        raise Unsupported("a Sigma document about several events as a query", source=source, hint=_HINT)
    return first


def compile(source: SourceText, catalog: Catalog) -> Plan:
    """The plan of a rule over the one table of its log source, showing that table's columns."""
    rule = rule_of(source)
    try:
        condition = lower(rule)
    except AntivenomError as error:
        raise error.at(source) from None
    if len(catalog.tables) != 1:
        raise QueryError(f"a rule is asked of one table, not of {len(catalog.tables)}", source=source)
    ((name, schema),) = catalog.tables.items()
    read = (column.name for column in columns_of(condition))
    first = dict.fromkeys((TIME, "Computer", *rule.header.fields, *sorted(read)))
    columns = sorted(schema.columns, key=lambda column: list(first).index(column.name) if column.name in first else 99)
    made = plan(rule, condition, name, [new_column(column.name, Type(column.type.value)) for column in columns])
    assigns = tuple(Assign(_shown(column), column) for column in made.relation.columns)
    return Plan(Project(made.relation, assigns, rule.header.span), source, "sigma")


def _shown(column: Column) -> Column:
    return new_column("Time", column.type) if column.name == TIME else column
