"""Commands that take fields out of text -> plan: rex, spath, xmlkv, xpath, extract, fromjson."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.lowering.expressions import pattern_text
from antivenom.languages.spl.lowering.found_fields import extracted, over, single_where_it_is
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.parsing.lexer import unescaped
from antivenom.languages.spl.parsing.patterns import named_groups
from antivenom.languages.spl.syntax import (
    Name,
    Rex,
)
from antivenom.languages.spl.syntax_fields import (
    Extract,
    FromJson,
    Sed,
    SedCharacters,
    SPath,
    XmlKv,
    XPath,
)
from antivenom.languages.spl.values.conversions import null, text_of
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value, call


def _subject(name: Name, scope: Scope) -> Value:
    return text_of(scope.fields.get(name.text, null(Type.STRING, name.span)), name.span)


def rex(command: Rex, scope: Scope) -> Scope:
    """`rex`: a named group becomes a field where it is found; elsewhere the field keeps what it had."""
    raw = pattern_text(command.pattern.raw)
    names = named_groups(raw)
    if not names:
        raise QueryError("rex needs a named group, such as (?<name>...)", span=command.pattern.span)
    if command.offset is not None and command.most != 1:
        raise Unsupported("SPL rex with offset_field and several matches", span=command.span)
    subject, pattern = _subject(command.field, scope), Literal(raw, Type.STRING, command.pattern.span)
    made = {name: _group(command, subject, pattern, name) for name in names}
    if command.offset is not None:
        listed = Literal(names, Type.MULTI)
        made[command.offset] = call(
            "splunk.group_offsets", subject, pattern, listed, type=Type.STRING, span=command.span
        )
    for name, value in made.items():
        old = scope.fields.get(name)
        made[name] = value if old is None else over(value, old, command.span)
    return scope.assign(made, command.span)


def _group(command: Rex, subject: Value, pattern: Value, name: str) -> Value:
    group = Literal(name, Type.STRING)
    if command.most == 1:
        return call("splunk.group", subject, pattern, group, type=Type.STRING, span=command.span)
    most = Literal(command.most, Type.LONG)
    return call("splunk.groups", subject, pattern, group, most, type=Type.MULTI, span=command.span)


def sed(command: Sed, scope: Scope) -> Scope:
    """`rex mode=sed "s/.../.../"`: the first match is replaced, the n-th, or all."""
    if command.field.text not in scope.fields:
        return scope
    pattern = Literal(command.pattern.raw, Type.STRING, command.pattern.span)
    replacement, which = Literal(command.replacement, Type.STRING), Literal(command.which, Type.LONG)
    subject = _subject(command.field, scope)
    made = call("splunk.replace_nth", subject, pattern, replacement, which, type=Type.STRING, span=command.span)
    return scope.assign({command.field.text: made}, command.span)


def sed_characters(command: SedCharacters, scope: Scope) -> Scope:
    """`rex mode=sed "y/.../.../"`: characters for characters."""
    if command.field.text not in scope.fields:
        return scope
    old, new = Literal(command.old, Type.STRING), Literal(command.new, Type.STRING)
    made = call("splunk.translate", _subject(command.field, scope), old, new, type=Type.STRING, span=command.span)
    return scope.assign({command.field.text: made}, command.span)


def spath(command: SPath, scope: Scope, world: World) -> Scope:
    """`spath`: what a path leads to in JSON or XML; without a path every field of the first 5,000 characters."""
    subject = _subject(command.input, scope)
    if command.path is None:
        names = call("splunk.spath_names", subject, type=Type.MULTI, span=command.span)
        return extracted(scope, names, lambda name: _of("splunk.spath_field", subject, name), world, command.span)
    path = Literal(command.path.text, Type.STRING, command.path.span)
    values = call("splunk.spath", subject, path, type=Type.MULTI, span=command.span)
    scope, made = single_where_it_is(scope, values, world, command.span)
    old = scope.fields.get(command.output)
    if old is not None:
        made = over(made, old, command.span)
    return scope.assign({command.output: made}, command.span)


def _of(op: str, subject: Value, name: str) -> Value:
    return call(op, subject, Literal(name, Type.STRING), type=Type.MULTI)


def xmlkv(command: XmlKv, scope: Scope, world: World) -> Scope:
    """`xmlkv`: each element that holds nothing but text is a field."""
    subject = _subject(command.field, scope)
    names = call("splunk.xmlkv_names", subject, type=Type.MULTI, span=command.span)
    return extracted(scope, names, lambda name: _of("splunk.xmlkv_field", subject, name), world, command.span)


def xpath(command: XPath, scope: Scope) -> Scope:
    """`xpath`: what a path of XML leads to; nothing where the text has a prologue."""
    subject = _subject(command.field, scope)
    path = Literal(unescaped(command.path.raw), Type.STRING, command.path.span)
    made: Value = call("splunk.xpath", subject, path, type=Type.MULTI, span=command.span)
    if command.default is not None:
        fill = Literal((command.default,), Type.MULTI)
        made = call("null.coalesce", made, fill, type=Type.MULTI, span=command.span)
    return scope.assign({command.target: made}, command.span)


def extract(command: Extract, scope: Scope, world: World) -> Scope:
    """`extract pairdelim= kvdelim=`: keys and values between delimiters in _raw."""
    subject = _subject(Name("_raw", command.span), scope)
    numbers = (command.limit, command.most, int(command.several), int(command.clean))
    options = Literal((command.pairs, command.keys, *map(str, numbers)), Type.MULTI)
    names = call("splunk.pair_names", subject, options, type=Type.MULTI, span=command.span)

    def value(name: str) -> Value:
        return call("splunk.pair_field", subject, options, Literal(name, Type.STRING), type=Type.MULTI)

    return extracted(scope, names, value, world, command.span)


def fromjson(command: FromJson, scope: Scope, world: World) -> Scope:
    """`fromjson`: each key of an object is a field; an array is a multivalue, what nests stays JSON."""
    subject = _subject(command.field, scope)
    names = call("splunk.json_fields", subject, type=Type.MULTI, span=command.span)
    return extracted(
        scope, names, lambda name: _of("splunk.json_field", subject, name), world, command.span, prefix=command.prefix
    )
