"""Tokens -> `externaldata`: the columns of files, their addresses, and how they are to be read."""

from __future__ import annotations

from antivenom.languages.kql.parsing.expressions import Expressions
from antivenom.languages.kql.parsing.lexer import Kind
from antivenom.languages.kql.syntax import Constant, Expression, External
from antivenom.plan.types import Type
from antivenom.source import Span


def external(parser: Expressions, start: Span) -> External:
    """The source after its word was read."""
    columns = _columns(parser)
    parser.expect("[", "and the addresses of files")
    addresses: list[Expression] = []
    while not addresses or parser.accept(","):
        addresses.append(parser.expression())
    parser.expect("]", "after the addresses")
    options = _options(parser) if parser.accept("with") else ()
    return External(columns, tuple(addresses), options, parser.since(start))


def _columns(parser: Expressions) -> tuple[tuple[str, Type], ...]:
    parser.expect("(")
    columns: list[tuple[str, Type]] = []
    while not columns or parser.accept(","):
        name = parser.identifier("a column name").text
        parser.expect(":", "and a type")
        columns.append((name, parser.type_word()))
    parser.expect(")", "after the columns")
    return tuple(columns)


def _options(parser: Expressions) -> tuple[tuple[str, str, Span], ...]:
    parser.expect("(", "after with")
    options: list[tuple[str, str, Span]] = []
    while not parser.accept(")"):
        if options:
            parser.expect(",", "or ')'")
        start = parser.here.span
        name = parser.identifier("the name of an option", not_bare=()).text.lower()
        parser.expect("=", "after the name of an option")
        options.append((name, _value(parser), parser.since(start)))
    return tuple(options)


def _value(parser: Expressions) -> str:
    """An option's value: a bare word, or a literal."""
    if parser.here.kind is Kind.WORD:
        return parser.take().text
    made = parser.expression()
    if not isinstance(made, Constant):
        raise parser.wrong("a literal or a word")
    return str(made.value)
