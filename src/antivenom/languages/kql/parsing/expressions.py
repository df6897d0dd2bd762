"""Tokens -> expressions. Loosest first: or, and, equality, order, + -, * / %, string operators, sign."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing.constants import LONGEST_LIST, Constants, signed
from antivenom.languages.kql.parsing.lexer import Kind, Token
from antivenom.languages.kql.syntax import (
    Between,
    Binary,
    Constant,
    Elsewhere,
    Expression,
    FunctionCall,
    Index,
    Logical,
    Member,
    Name,
    Negative,
    OneOf,
    Pipeline,
    Star,
    Subquery,
)
from antivenom.plan.types import Type
from antivenom.source import Span

_LISTS = frozenset({"in", "in~", "!in", "!in~", "has_any", "has_all"})
_STRINGS = frozenset(
    bang + word + case
    for word in ("has", "contains", "startswith", "endswith", "hasprefix", "hassuffix")
    for bang in ("", "!")
    for case in ("", "_cs")
)
_OTHER_STRINGS = {"notcontains": "!contains", "containscs": "contains_cs", "notcontainscs": "!contains_cs"}
ELSEWHERE = frozenset({"cluster", "database", "workspace", "app", "adx", "arg", "resource"})
"""Functions that lead to the tables of another place."""

RESERVED = (
    frozenset({"and", "or", "by", "between", "!between", "matches", "like", "notlike", "asc", "desc", "on"})
    | _LISTS
    | _STRINGS
)
"""Words that are operators wherever they stand, and so name nothing."""

_DEEPEST = 60


class Expressions(Constants):
    """Reads expressions. `pipelines` reads a pipeline or expression; the statement parser provides it."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self._depths: dict[int, int] = {}
        self._kept: list[Expression] = []

    def pipelines(self) -> Pipeline:
        """A pipeline or an expression; the statement parser says how."""
        raise NotImplementedError

    # --- operators

    def expression(self) -> Expression:
        """Any expression."""
        self.deeper()
        made = self._logical("or", lambda: self._logical("and", self._equality))
        self.shallower()
        return made

    def _logical(self, word: str, operand: Callable[[], Expression]) -> Expression:
        first = operand()
        if not self.at_word(word):
            return first
        operands = [first]
        while self.accept(word):
            operands.append(operand())
        span = _start(operands[0]).to(_start(operands[-1]))
        return self._made(Logical(word, tuple(operands), span), *operands)

    def _equality(self) -> Expression:
        left = self._order()
        sign = self.here
        if self.at_sign("==", "!=", "<>"):
            self.take()
            operator = "!=" if sign.text == "<>" else sign.text
            return self._binary(operator, left, self._order(), sign)
        if sign.kind is Kind.WORD and sign.text in _LISTS:
            return self._one_of(left)
        if self.at_word("between", "!between"):
            return self._between(left)
        return left

    def _order(self) -> Expression:
        left = self._sum()
        if self.at_sign("<", ">", "<=", ">="):
            sign = self.take()
            return self._binary(sign.text, left, self._sum(), sign)
        return left

    def _sum(self) -> Expression:
        left = self._product()
        while self.at_sign("+", "-"):
            sign = self.take()
            left = self._binary(sign.text, left, self._product(), sign)
        return left

    def _product(self) -> Expression:
        left = self._string_operation()
        while self.at_sign("*", "/", "%"):
            sign = self.take()
            left = self._binary(sign.text, left, self._string_operation(), sign)
        return left

    def _string_operation(self) -> Expression:
        left = self._unary()
        while True:
            sign = self.here
            if self.at_sign("=~", "!~") or (sign.kind is Kind.WORD and sign.text in _STRINGS):
                self.take()
                operator = sign.text
            elif sign.kind is Kind.WORD and sign.text in _OTHER_STRINGS:
                self.take()
                operator = _OTHER_STRINGS[sign.text]
            elif self.at_word("matches") and self.ahead().text == "regex":
                self.take()
                sign = sign._replace(span=sign.span.to(self.take().span))
                operator = "matches regex"
            elif self.at_word("like", "notlike"):
                raise Unsupported(f"KQL operator {sign.text}", span=sign.span)
            elif self.at_sign(":"):
                self.take()
                operator = ":"
            else:
                return left
            left = self._binary(operator, left, self._unary(), sign)

    def _one_of(self, left: Expression) -> Expression:
        sign = self.take()
        if not self.at_sign("("):
            item = self._unary()
            items = [item]
        else:
            self.take()
            items = self._arguments(")", LONGEST_LIST)
        node = OneOf(sign.text, left, tuple(items), self.since(_start(left)), sign.span)
        return self._made(node, left, *items)

    def _between(self, left: Expression) -> Expression:
        sign = self.take()
        self.expect("(", "after between")
        low = self.expression()
        self.expect("..", "between the two bounds")
        high = self.expression()
        self.expect(")")
        node = Between(left, low, high, sign.text == "!between", self.since(_start(left)))
        return self._made(node, left, low, high)

    def _binary(self, operator: str, left: Expression, right: Expression, sign: Token) -> Expression:
        span = _start(left).to(_start(right))
        return self._made(Binary(operator, left, right, span, sign.span), left, right)

    def _made(self, node: Expression, *children: Expression) -> Expression:
        """The node, its depth noted; QueryError when the tree grows too deep to be walked."""
        depth = 1 + max((self._depths.get(id(child), 1) for child in children), default=0)
        if depth > _DEEPEST:
            raise QueryError(f"this expression is more than {_DEEPEST} operations deep", span=_start(node))
        self._depths[id(node)] = depth
        self._kept.append(node)
        return node

    # --- operands

    def _unary(self) -> Expression:
        if not self.at_sign("-", "+"):
            return self._postfix()
        sign = self.take()
        operand = self._postfix()
        span = sign.span.to(_start(operand))
        if isinstance(operand, Constant) and (constant := signed(operand, sign)):
            return constant
        return operand if sign.text == "+" else self._made(Negative(operand, span), operand)

    def _postfix(self) -> Expression:
        made = self._primary()
        while True:
            if self.at_sign(".") and isinstance(made, FunctionCall) and made.name in ELSEWHERE:
                return self._elsewhere(made)
            if self.at_sign(".") and self.ahead().kind is Kind.WORD:
                self.take()
                name = self.take()
                made = self._made(Member(made, name.text, self.since(_start(made))), made)
            elif self.at_sign(".") and self.ahead().text == "[":
                self.take()
            elif self.at_sign("["):
                self.take()
                index = self.expression()
                self.expect("]")
                made = self._made(Index(made, index, self.since(_start(made))), made, index)
            else:
                return made

    def _elsewhere(self, call: FunctionCall) -> Expression:
        """`workspace("x").Table`, and longer: `cluster("c").database("d").Table`."""
        written = _place(call)
        while self.accept("."):
            name = self.identifier("a table", not_bare=())
            made = self._maybe_call(name, quoted=False)
            if isinstance(made, FunctionCall) and made.name not in ELSEWHERE:
                raise Unsupported("KQL function of another database", span=made.span)
            if isinstance(made, FunctionCall):
                written += f".{_place(made)}"
            else:
                return Elsewhere(name.text, f"{written}.{name.text}", self.since(call.span))
        raise self.wrong("a dot and a table")

    def _primary(self) -> Expression:
        token = self.here
        if token.kind in (Kind.STRING, Kind.LONG, Kind.REAL, Kind.TIMESPAN, Kind.TYPED):
            return self._plain_literal()
        if token.kind is Kind.WORD:
            return self._word()
        if self.at_sign("("):
            return self._parenthesised()
        if self.at_sign("[") and self.ahead().kind is Kind.STRING:
            name = self.identifier("a name")
            return self._maybe_call(name, quoted=True)
        if self.at_sign("*"):
            return Star(self.take().span)
        raise self.wrong("a value")

    def _word(self) -> Expression:
        token = self.here
        if token.text in ("true", "false", "True", "False", "TRUE", "FALSE"):
            self.take()
            return Constant(token.text.lower() == "true", Type.BOOL, token.span)
        if token.text == "dynamic" and self.ahead().text == "(":
            return self._dynamic()
        if token.text in RESERVED or token.text.startswith("!"):
            raise self.wrong("a value")
        return self._maybe_call(self.take(), quoted=False)

    def _maybe_call(self, name: Token, *, quoted: bool) -> Expression:
        if quoted or not self.at_sign("("):
            return Name(name.text, name.span, quoted)
        self.take()
        names: list[str | None] = []
        args = self._arguments(")", 10_000, names)
        span = self.since(name.span)
        node = self.with_settings(FunctionCall(name.text, tuple(args), name.span, span, tuple(names)))
        return self._made(node, *args)

    def with_settings(self, call: FunctionCall) -> FunctionCall:
        """The call with what the statements before the query set for it."""
        return call

    def _arguments(self, close: str, most: int, names: list[str | None] | None = None) -> list[Expression]:
        """Comma-separated arguments up to the closing sign, which is read too."""
        args: list[Expression] = []
        while not self.accept(close):
            if args:
                self.expect(",", f"or {close!r}")
            named = self.here.kind is Kind.WORD and self.ahead().text == "=" and names is not None
            if named:
                name = self.take().text
                self.take()
            args.append(self._argument())
            if names is not None:
                names.append(name if named else None)
            if len(args) > most:
                raise QueryError(f"a list may have {most:,} items", span=self.here.span)
        return args

    def _argument(self) -> Expression:
        pipeline = self.pipelines()
        return _plain(pipeline) or self._subquery(pipeline, pipeline.span)

    def _parenthesised(self) -> Expression:
        start = self.take().span
        pipeline = self.pipelines()
        self.expect(")")
        return _plain(pipeline) or self._subquery(pipeline, self.since(start))

    def _subquery(self, pipeline: Pipeline, span: Span) -> Expression:
        return Subquery(pipeline, span)


def _plain(pipeline: Pipeline) -> Expression | None:
    """The expression a pipeline without operators is, if it is one."""
    if pipeline.operators or not isinstance(pipeline.origin, _EXPRESSIONS):
        return None
    return pipeline.origin


_EXPRESSIONS = (
    *(Constant, Name, Member, Index, FunctionCall, Negative, Binary, Logical, Between, OneOf, Star, Subquery),
    Elsewhere,
)


def _place(call: FunctionCall) -> str:
    """`workspace("x")` in one spelling."""
    if len(call.args) != 1 or not isinstance(call.args[0], Constant) or call.args[0].type is not Type.STRING:
        raise Unsupported(f"KQL {call.name} of a name that is not written out", span=call.span)
    return f'{call.name}("{call.args[0].value}")'


def _start(node: Expression) -> Span:
    return node.span
