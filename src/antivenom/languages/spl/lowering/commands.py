"""Every other command -> plan: one function a command, from a scope to a scope."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.lowering.expressions import Lowerer, pattern_text
from antivenom.languages.spl.lowering.found_fields import names_in, unknown
from antivenom.languages.spl.lowering.scope import Scope, constant_of, match_stars, passes
from antivenom.languages.spl.lowering.search import SearchLowerer
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.parsing.lexer import unescaped
from antivenom.languages.spl.syntax import (
    Eval,
    Fields,
    FillNull,
    MakeMv,
    MvExpand,
    Name,
    Regex,
    Rename,
    Reverse,
    Search,
    SearchCommand,
    StrCat,
    Table,
    Tail,
    Text,
    Where,
)
from antivenom.languages.spl.syntax_fields import (
    FieldFormat,
)
from antivenom.languages.spl.values.conversions import alike, null, number_text, numeric, text_of, unrounded
from antivenom.plan.relations import Assign, Expand, Limit, Measure, SortKey, Window
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span


def search(command: SearchCommand, scope: Scope) -> Scope:
    """`search terms` behind a pipe."""
    if command.terms is None:
        return scope
    return scope.filter(SearchLowerer(scope.fields).condition(command.terms), command.span)


def where(command: Where, scope: Scope) -> Scope:
    """`where expression`."""
    return scope.filter(Lowerer(scope.fields).condition(command.condition), command.span)


def eval_(command: Eval, scope: Scope, world: World | None = None) -> Scope:
    """`eval a=..., b=...`: each assignment sees the ones before it."""
    for assignment in command.assignments:
        value = Lowerer(scope.fields).value(assignment.value)
        if value.type is Type.BOOL:
            raise QueryError(
                "eval cannot assign a condition to a field",
                span=assignment.span,
                hint='write if(..., "true", "false") or tostring(...)',
            )
        name = assignment.name.text
        if "{" in name:
            scope = _named_by_fields(assignment.name, value, scope, world)
            continue
        # _time stays a number, however many digits it is shown with
        scope = scope.assign({name: unrounded(value) if name == "_time" else value}, assignment.span)
    return scope


_NAMED = re.compile(r"\{([^{}]*)\}")


def _named_by_fields(name: Name, value: Value, scope: Scope, world: World | None) -> Scope:
    """A field named by other fields, as {field} in the name: in each result the one that its values name."""
    constants = {part: _constant(part, scope) for part in _NAMED.findall(name.text)}
    if all(constants.values()):
        return scope.assign({_NAMED.sub(lambda match: str(constants[match[1]]), name.text): value}, name.span)
    made = _name_of(name, scope)
    if world is None:
        raise Unsupported("SPL eval of a field named by another field", span=name.span)
    listed = call("splunk.mv_of", made, type=Type.MULTI)
    found = names_in(scope, listed, world, name.span)
    if found is None:
        return unknown(scope, name.span)
    values: dict[str, Value] = {}
    for one in found:
        here = call("splunk.same_text", made, Literal(one, Type.STRING), type=Type.BOOL)
        old: Value = scope.fields.get(one, null(value.type))
        (new, kept), type = alike([value, old], name.span)
        values[one] = Call("case.when", (here, new, kept), type)
    return scope.assign(values, name.span)


def _constant(part: str, scope: Scope) -> str | None:
    column = scope.fields.get(part)
    constant = constant_of(column, scope.relation) if column is not None else None
    return constant if constant and "{" not in constant else None


def _name_of(name: Name, scope: Scope) -> Value:
    """The name as it is in each result; null where a field of it is missing."""
    made: Value = Literal("", Type.STRING, name.span)
    for index, piece in enumerate(_NAMED.split(name.text)):
        if index % 2:
            part = text_of(scope.fields.get(piece, null(Type.STRING)), name.span)
        else:
            part = Literal(piece, Type.STRING)
        made = call("text.concat", made, part, type=Type.STRING, span=name.span)
    return made


def _expanded(names: tuple[Name, ...], scope: Scope) -> list[str]:
    """The names with wildcards replaced by the known fields they fit; plain names as they are."""
    found: dict[str, None] = {}
    for name in names:
        if name.wild:
            found.update(dict.fromkeys(n for n in scope.fields if passes(n, name.text)))
        else:
            found[name.text] = None
    return list(found)


def table(command: Table, scope: Scope) -> Scope:
    """Exactly these fields; one that does not exist is an empty column (S1, S27)."""
    values: dict[str, Value] = {
        name: scope.fields.get(name, null(Type.STRING, command.span)) for name in _expanded(command.names, scope)
    }
    return scope.select(values, command.span)


def fields(command: Fields, scope: Scope) -> Scope:
    """These fields kept or removed; fields that begin with _ stay unless they are removed by name."""
    names = set(_expanded(command.names, scope))
    if command.remove:
        return scope.without(names, command.span)
    kept: dict[str, Value] = {n: scope.fields[n] for n in _expanded(command.names, scope) if n in scope.fields}
    for name, column in scope.fields.items():
        if name.startswith("_"):
            kept.setdefault(name, column)
    return scope.select(kept, command.span)


def rename(command: Rename, scope: Scope) -> Scope:
    """New names, all at once; a field that had a new name is lost."""
    renamed: dict[str, str] = {}
    for old, new in command.pairs:
        if not old.wild:
            renamed[old.text] = new.text
            continue
        for name in scope.fields:
            caught = match_stars(name, old.text)
            if caught is not None and passes(name, old.text):
                renamed[name] = _filled(new.text, caught)
    targets = [new for old, new in renamed.items() if old in scope.fields]
    if len(targets) != len(set(targets)):
        raise QueryError("two fields are given the same name", span=command.span)
    missing = {new for old, new in renamed.items() if old not in scope.fields}
    values: dict[str, Value] = {}
    for name, column in scope.fields.items():
        if name in renamed:
            values[renamed[name]] = column
        elif name not in targets and name not in missing:
            values[name] = column
    return scope.select(values, command.span)


def _filled(pattern: str, caught: tuple[str, ...]) -> str:
    pieces = pattern.split("*")
    return "".join(piece + part for piece, part in zip(pieces, (*caught, ""), strict=True))


def _backwards(scope: Scope, span: Span) -> Scope:
    numbered, position = scope.numbered(span)
    return numbered.sort((SortKey(position, True, False),), span)


def tail(command: Tail, scope: Scope) -> Scope:
    """The last results, last first."""
    turned = _backwards(scope, command.span)
    return turned.keep(Limit(turned.relation, command.count, command.span)).trimmed(command.span)


def reverse(command: Reverse, scope: Scope) -> Scope:
    """The results in the opposite order."""
    return _backwards(scope, command.span).trimmed(command.span)


def regex(command: Regex, scope: Scope) -> Scope:
    """`regex field=pattern`, or `!=` for results that do not fit or lack the field (regex page, regex with !=)."""
    column = scope.fields.get(command.field.text, null(Type.STRING, command.field.span))
    pattern = Literal(pattern_text(command.pattern.raw), Type.STRING, command.pattern.span)
    found = call("splunk.match", text_of(column, command.span), pattern, type=Type.BOOL, span=command.span)
    if command.negated:
        fits = call("bool.is_true", found, type=Type.BOOL, span=command.span)
        return scope.filter(call("bool.not", fits, type=Type.BOOL), command.span)
    return scope.filter(found, command.span)


def fillnull(command: FillNull, scope: Scope) -> Scope:
    """Missing values set; a named field is made if need be; without names only existing fields are filled."""
    if not command.names:
        return _fill_existing(command, scope)
    values = {name: _filled_value(scope.fields.get(name), command, None) for name in _expanded(command.names, scope)}
    return scope.assign(values, command.span)


def _fill_existing(command: FillNull, scope: Scope) -> Scope:
    counts = {
        name: Measure(new_column("values", Type.LONG), Call("aggregate.count_value", (column,), Type.LONG))
        for name, column in scope.fields.items()
        if not name.startswith("_")
    }
    counted = scope.keep(Window(scope.relation, (), tuple(counts.values()), False, command.span))
    values: dict[str, Value] = {
        name: _filled_value(scope.fields[name], command, measure.column) for name, measure in counts.items()
    }
    return counted.assign(values, command.span)


def _filled_value(column: Column | None, command: FillNull, count: Column | None) -> Value:
    fill: Value = Literal(command.value, Type.STRING, command.span)
    if column is None:
        return fill
    if column.type is Type.MULTI:
        fill = call("splunk.mv_of", fill, type=Type.MULTI)
    elif column.type is Type.REAL:
        value = numeric(command.value)
        if value is not None and number_text(value) == command.value:
            fill = Literal(value, Type.REAL, command.span)
    old: Value = column if column.type is fill.type else text_of(column, command.span)
    if count is not None:
        some = call("compare.gt", count, Literal(0, Type.LONG), type=Type.BOOL)
        fill = Call("case.when", (some, fill, null(fill.type)), fill.type)
    return call("null.coalesce", old, fill, type=fill.type, span=command.span)


def makemv(command: MakeMv, scope: Scope) -> Scope:
    """`makemv`: one text becomes several."""
    name = command.name.text
    column = scope.fields.get(name)
    if column is None:
        return scope
    subject = text_of(column, command.span)
    if command.tokenizer is not None:
        if command.allow_empty:
            raise Unsupported("SPL makemv tokenizer with allowempty", span=command.span)
        pattern = Literal(pattern_text(command.tokenizer.raw), Type.STRING, command.tokenizer.span)
        first, all_ = Literal("1", Type.STRING), Literal(0, Type.LONG)
        made = call("splunk.groups", subject, pattern, first, all_, type=Type.MULTI, span=command.span)
        return scope.assign({name: made}, command.span)
    op = "splunk.split" if command.allow_empty else "splunk.split_filled"
    delimiter = Literal(command.delimiter, Type.STRING, command.span)
    return scope.assign({name: call(op, subject, delimiter, type=Type.MULTI, span=command.span)}, command.span)


def mvexpand(command: MvExpand, scope: Scope) -> Scope:
    """One result for each value; a result without the field stays (S32)."""
    name = command.name.text
    column = scope.fields.get(name)
    if column is None or column.type is not Type.MULTI:
        return scope
    value: Value = column
    if command.limit:
        value = call("splunk.mv_first", column, Literal(command.limit, Type.LONG), type=Type.MULTI)
    element = new_column(name, Type.STRING)
    made = {n: element if n == name else c for n, c in scope.fields.items()}
    return Scope(Expand(scope.relation, (Assign(element, value),), command.span), made).trimmed(command.span)


def strcat(command: StrCat, scope: Scope) -> Scope:
    """`strcat`: a missing field is an empty text, or, with allrequired, leaves the target as it is."""
    made: Value | None = None
    for part in command.parts:
        piece: Value
        if isinstance(part, Text):
            piece = Literal(unescaped(part.raw), Type.STRING, part.span)
        else:
            piece = text_of(scope.fields.get(part.text, null(Type.STRING, part.span)), part.span)
            if not command.all_required:
                piece = call("null.coalesce", piece, Literal("", Type.STRING), type=Type.STRING, span=part.span)
        made = piece if made is None else call("text.concat", made, piece, type=Type.STRING, span=command.span)
    assert made is not None
    old = scope.fields.get(command.target)
    if command.all_required and old is not None:
        made = call("null.coalesce", made, text_of(old, command.span), type=Type.STRING, span=command.span)
    return scope.assign({command.target: made}, command.span)


def fieldformat(command: FieldFormat, scope: Scope) -> Scope:
    """`fieldformat`: nothing changes on the way; a field that is new is there without a value."""
    name = command.assignment.name.text
    return scope if name in scope.fields else scope.assign({name: null(Type.STRING)}, command.span)


def formatted(search: Search, scope: Scope) -> Scope:
    """The results as they are shown: the fields that a fieldformat of the search names, where they are left."""
    for command in search.commands:
        if isinstance(command, FieldFormat) and command.assignment.name.text in scope.fields:
            scope = eval_(Eval((command.assignment,), command.span), scope)
    return scope
