"""Commands that set or change fields -> plan: convert, replace, filldown, setfields, tojson, reltime."""

from __future__ import annotations

import re

from antivenom.languages.spl.functions.time import time_of_text, time_text
from antivenom.languages.spl.lowering.scope import Scope, passes
from antivenom.languages.spl.syntax import (
    Convert,
    Name,
)
from antivenom.languages.spl.syntax_fields import (
    FillDown,
    RelTime,
    Replace,
    SetFields,
    ToJson,
)
from antivenom.languages.spl.values.conversions import null, number, text_of
from antivenom.plan.relations import Measure, Window
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span


def fitting(name: Name, scope: Scope) -> list[str]:
    """The fields a name with or without wildcards stands for; a star reaches no internal field."""
    if not name.wild:
        return [name.text]
    return [field for field in scope.fields if passes(field, name.text)]


def convert(command: Convert, scope: Scope) -> Scope:
    """`convert`: values as numbers, or times as text; the last function that fits a field counts."""
    chosen: dict[str, tuple[str, str]] = {}
    for one in command.conversions:
        for field in fitting(one.field, scope):
            if field in scope.fields:
                chosen[one.target or field] = (one.function, field)
    values: dict[str, Value] = {}
    counts: dict[str, Measure] = {}
    for target, (function, field) in chosen.items():
        column = scope.fields[field]
        if function == "none":
            if target != field:
                values[target] = column
        elif function == "auto":
            values[target] = _auto(column, field, counts, command.span)
        else:
            values[target] = _converted(function, column, command)
    if counts:
        scope = scope.keep(Window(scope.relation, (), tuple(counts.values()), False, command.span))
    return scope.assign(values, command.span)


def _converted(function: str, column: Column, command: Convert) -> Value:
    span = command.span
    if function == "ctime":
        shown = time_text(number(column, span), command.format, span)
        return shown if column.type is Type.REAL else _or(shown, text_of(column, span), span)
    if function == "mktime":
        return column if column.type is Type.REAL else time_of_text(text_of(column, span), command.format, span)
    if function == "num":
        return column if column.type is Type.REAL else _best(text_of(column, span), span)
    if column.type is Type.REAL:
        return column
    text = text_of(column, span)
    made = call(f"splunk.convert_{function}", text, type=Type.STRING, span=span)
    return _or(made, text, span)


def _or(value: Value, other: Value, span: Span) -> Value:
    return call("null.coalesce", value, other, type=value.type, span=span)


def _best(text: Value, span: Span) -> Value:
    """A text as a number by the best conversion, as text; null where none fits."""
    return call("splunk.convert_best", text, type=Type.STRING, span=span)


def _auto(column: Column, field: str, counts: dict[str, Measure], span: Span) -> Value:
    """All values as numbers, or, where one of the results has none, all as they were."""
    if column.type is not Type.STRING:
        return column
    made = _best(column, span)
    lost = Call("bool.and", (
        call("null.is_not_null", column, type=Type.BOOL), call("null.is_null", made, type=Type.BOOL),
    ), Type.BOOL)  # fmt: skip
    one = Call("case.when", (lost, Literal(1.0, Type.REAL), null(Type.REAL)), Type.REAL)
    measure = Measure(new_column(f"lost_{field}", Type.LONG), Call("aggregate.count_value", (one,), Type.LONG))
    counts[field] = measure
    whole = call("compare.eq", measure.column, Literal(0, Type.LONG), type=Type.BOOL)
    return Call("case.when", (whole, made, column), Type.STRING, span)


def replace(command: Replace, scope: Scope) -> Scope:
    """`replace`: whole values, with wildcards; of several that fit, a later one without wildcards, else the fuller."""
    names = [field for name in command.names for field in fitting(name, scope)]
    if not command.names:
        names = [name for name in scope.fields if not name.startswith("_")]
    rules = _rules(command)
    values: dict[str, Value] = {}
    for name in dict.fromkeys(names):
        column = scope.fields.get(name)
        if column is not None:
            values[name] = _replaced(column, rules, command.span)
    return scope.assign(values, command.span)


def _rules(command: Replace) -> list[tuple[str, str]]:
    """Patterns and what they become, the one that counts first; plain values later in the command come first."""
    plain = [pair for pair in reversed(command.pairs) if "*" not in pair[0]]
    wild = sorted((pair for pair in command.pairs if "*" in pair[0]), key=lambda pair: -len(pair[0].replace("*", "")))
    return [*plain, *wild]


def _replaced(column: Column, rules: list[tuple[str, str]], span: Span) -> Value:
    if column.type is Type.MULTI:
        element = new_column("value", Type.STRING)
        made = _by_rules(element, rules)
        return call("splunk.mv_transform", column, element, made, type=Type.MULTI, span=span)
    return _by_rules(text_of(column, span), rules)


def _by_rules(text: Value, rules: list[tuple[str, str]]) -> Value:
    patterns = Literal(tuple(_pattern(old) for old, _ in rules), Type.MULTI)
    puts = Literal(tuple(new for _, new in rules), Type.MULTI)
    return call("splunk.replace_values", text, patterns, puts, type=Type.STRING)


def _pattern(old: str) -> str:
    return "(.*)".join(re.escape(piece) for piece in old.split("*"))


def filldown(command: FillDown, scope: Scope) -> Scope:
    """`filldown`: a missing value is that of the result before it."""
    names = [field for name in command.names for field in fitting(name, scope)]
    if not command.names:
        names = [name for name in scope.fields if not name.startswith("_")]
    filled = {name: scope.fields[name] for name in dict.fromkeys(names) if name in scope.fields}
    measures = {
        name: Measure(new_column(name, column.type), Call("splunk.last_seen", (column,), column.type, command.span))
        for name, column in filled.items()
    }
    if not measures:
        return scope
    running = scope.keep(Window(scope.relation, (), tuple(measures.values()), True, command.span))
    return running.assign({name: measure.column for name, measure in measures.items()}, command.span)


def setfields(command: SetFields, scope: Scope) -> Scope:
    """`setfields`: the same value in every result."""
    return scope.assign(
        {name: Literal(value, Type.STRING, command.span) for name, value in command.values}, command.span
    )


def tojson(command: ToJson, scope: Scope) -> Scope:
    """`tojson`: the fields of each result as one object."""
    chosen: dict[str, str] = {}
    for function, name in command.functions:
        for field in fitting(name, scope):
            if field in scope.fields:
                chosen.setdefault(field, function)
    if command.internal:
        for field in scope.fields:
            if field.startswith("_"):
                chosen.setdefault(field, command.functions[-1][0])
    texts: list[Value] = []
    for field, function in chosen.items():
        texts += [Literal(field, Type.STRING), _typed(function, scope.fields[field], command)]
    given = Call("splunk.texts", tuple(texts), Type.MULTI, command.span)
    made = call("splunk.json_object", given, type=Type.STRING, span=command.span)
    return scope.assign({command.target: made}, command.span)


def _typed(function: str, column: Column, command: ToJson) -> Value:
    """A field's JSON by a datatype function; null where it is passed over."""
    fill = Literal(command.fill, Type.BOOL)
    if column.type is Type.MULTI:
        given = (column, Literal(function, Type.STRING), fill)
        return Call("splunk.tojson_values", given, Type.STRING, command.span)
    text = text_of(column, command.span)
    return call("splunk.tojson", text, Literal(function, Type.STRING), fill, type=Type.STRING, span=command.span)


def reltime(command: RelTime, scope: Scope) -> Scope:
    """`reltime`: how long ago a time is, in words."""
    now = call("clock.now_epoch", type=Type.REAL, span=command.span)
    several = len(command.names) > 1
    values: dict[str, Value] = {}
    for name in command.names:
        column = scope.fields.get(name.text)
        if column is None:
            continue
        age = call("number.subtract", now, number(column, name.span), type=Type.REAL)
        target = f"{command.prefix or 'reltime_'}{name.text}" if several else f"{command.prefix or ''}reltime"
        values[target] = call("splunk.reltime", age, type=Type.STRING, span=command.span)
    return scope.assign(values, command.span)
