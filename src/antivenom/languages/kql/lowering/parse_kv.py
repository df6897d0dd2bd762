"""parse-kv: keys and their values in a text, by delimiters, without any, or by a regular expression."""

from __future__ import annotations

import json

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.parse import no_clash, placed
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import ParseKv
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values.patterns import constant_pattern
from antivenom.plan.relations import Assign, Project, Relation
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, new_column

_LENGTHS = {"quote": (1, 2), "escape": (1,)}


def parse_kv(lowering: Lowering, node: ParseKv, input: Relation, scope: Scope) -> Relation:
    """The input with one column per key: its first value, trimmed; empty text or null where it is missing."""
    no_clash(node.columns, input, scope, "parse-kv")
    for column in node.columns:
        if column.type is Type.DECIMAL:
            raise Unsupported("KQL type decimal", span=column.span)
    row = Row(input)
    text = to.to_text(Values(lowering, scope.with_columns(input.columns), row).value(node.value))
    found = new_column("parsed", Type.MULTI)
    kept = [Assign(column, column) for column in input.columns]
    relation = Project(row.relation, (*kept, Assign(found, _found(node, text))), node.span)
    made = []
    for index, column in enumerate(node.columns):
        part = Call("kusto.part", (found, Literal(index, Type.LONG)), Type.STRING)
        value = to.from_text(part, column.type, column.span)
        made.append(Assign(new_column(column.name, column.type), value))
    return Project(relation, placed(input.columns, made), node.span)


def _found(node: ParseKv, text: Value) -> Value:
    options = _options(node)
    keys = json.dumps([column.name for column in node.columns])
    if "regex" in options:
        if len(options) > 1:
            raise Unsupported("KQL parse-kv with regex and another option", span=node.span)
        pattern = constant_pattern(Literal(options["regex"][0], Type.STRING), node.span)
        if pattern.groups != 2:
            raise QueryError(f"the regex of parse-kv has 2 groups, not {pattern.groups}", span=node.span)
        return pattern.call("pairs", text, Literal(keys, Type.STRING), type=Type.MULTI, span=node.span)
    if ("pair_delimiter" in options) is not ("kv_delimiter" in options):
        raise Unsupported(
            "KQL parse-kv with one delimiter", span=node.span, hint="give pair_delimiter and kv_delimiter"
        )
    shape = json.dumps(options, sort_keys=True)
    return Call("kusto.kv", (text, Literal(shape, Type.STRING), Literal(keys, Type.STRING)), Type.MULTI, node.span)


def _options(node: ParseKv) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value, span in node.options:
        if name in found and name not in _LENGTHS:
            raise QueryError(f"{name} is given twice", span=span)
        if name in _LENGTHS and len(value) not in _LENGTHS[name]:
            wanted = "one or two characters" if name == "quote" else "one character"
            raise QueryError(f"{name} is {wanted}", span=span)
        if name.endswith("_delimiter") and not value:
            raise Unsupported(f"KQL parse-kv with an empty {name}", span=span)
        if (name, value) != ("greedy", "false"):
            found.setdefault(name, []).append(value)
    return found
