"""Expressions of eval and where -> plan values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.spl.functions.every import FUNCTIONS
from antivenom.languages.spl.lowering.search import SearchLowerer
from antivenom.languages.spl.parsing.lexer import unescaped
from antivenom.languages.spl.parsing.search import embedded_terms
from antivenom.languages.spl.syntax import (
    Binary,
    Expression,
    Field,
    Function,
    Logic,
    Number,
    Text,
    Unary,
)
from antivenom.languages.spl.values.constants import constant, digits_of
from antivenom.languages.spl.values.constants import shown as digits_shown
from antivenom.languages.spl.values.conversions import (
    any_of,
    is_null,
    null,
    number,
    numeric,
    rounded_text,
    surely_text,
    text_of,
    truth,
    unrounded,
)
from antivenom.plan.catalog import nearest
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call
from antivenom.source import Span

_COMPARE = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
_ARITHMETIC = {"-": "number.subtract", "*": "number.multiply", "/": "splunk.divide", "%": "splunk.modulo"}


class Lowerer:
    """Turns expressions over the fields of one point of the pipeline into plan values."""

    def __init__(self, fields: Mapping[str, Column]) -> None:
        self.fields = fields
        self._exact = 0

    def condition(self, expression: Expression) -> Value:
        """The expression as a condition. Raises QueryError when it is none."""
        value = self.value(expression)
        if isinstance(expression, Field | Number | Text) and value.type is not Type.BOOL:
            # a field is no condition, whether the events have it or not
            raise QueryError("a condition is needed here, and this is a value", span=expression.span)
        return truth(value, expression.span)

    def value(self, expression: Expression) -> Value:
        """The expression as a plan value with its type and its place."""
        match expression:
            case Number(text, span):
                plain = Literal(float(text), Type.REAL, span)
                # 5.0 is printed as 5.0 (Mathematical functions, sum)
                return rounded_text(plain, min(_places(text), 15), span) if _ends_in_zero(text) else plain
            case Text(raw, span):
                return Literal(eval_text(raw, span), Type.STRING, span)
            case Field(name, span):
                return self.field(name, span)
            case Unary():
                return self._unary(expression)
            case Binary() | Function() if not self._exact and (shown := _calculated(expression)) is not None:
                return shown
            case Binary():
                return self._binary(expression)
            case Logic(op, args, span):
                made = tuple(self.condition(arg) for arg in args)
                return Call(f"bool.{op}", made, Type.BOOL, span)
            case Function():
                return self._function(expression)

    def field(self, name: str, span: Span) -> Value:
        """A field, or null where the events have none of that name."""
        column = self.fields.get(name)
        if column is not None:
            return column
        if name.lower() in ("true", "false"):
            return Literal(name.lower() == "true", Type.BOOL, span)
        return null(Type.STRING, span)

    def matches(self, raw: str, span: Span) -> Value:
        """Whether the result fits the search terms that a string of the query holds: searchmatch()."""
        terms = embedded_terms(raw, span)
        if terms is None:
            return Literal(True, Type.BOOL, span)
        try:
            found = SearchLowerer(self.fields).condition(terms)
        except AntivenomError as error:
            error.span = span
            raise
        return call("bool.is_true", found, type=Type.BOOL, span=span)

    def exactly(self, expression: Expression) -> Value:
        """The expression without rounding to significant digits: what exact() does."""
        self._exact += 1
        found = self.value(expression)
        self._exact -= 1
        return found

    def each(self, name: str, element: Column, expression: Expression, *, condition: bool) -> Value:
        """The expression over one value of a field, which is the column `element`."""
        inner = Lowerer({**self.fields, name: element})
        inner._exact = self._exact
        return inner.condition(expression) if condition else inner.value(expression)

    def _unary(self, expression: Unary) -> Value:
        if expression.op == "not":
            return call("bool.not", self.condition(expression.arg), type=Type.BOOL, span=expression.span)
        given = self.value(expression.arg)
        value = number(given, expression.arg.span)
        if given is not value and isinstance(value, Literal) and isinstance(expression.arg, Number):
            shown = Literal(-float(expression.arg.text), Type.REAL, expression.span)
            minus = expression.op == "-"
            return rounded_text(shown, _places(expression.arg.text), expression.span) if minus else given
        if expression.op == "+":
            return value
        if isinstance(value, Literal) and isinstance(value.value, float):
            return Literal(-value.value, Type.REAL, expression.span)
        return call("number.negate", value, type=Type.REAL, span=expression.span)

    def _binary(self, expression: Binary) -> Value:
        op, span = expression.op, expression.span
        if op in _COMPARE:
            # how many digits a calculation shows plays no part in what it is compared with
            return compared(op, self.exactly(expression.left), self.exactly(expression.right), span)
        if op == "like":
            return liked(self.value(expression.left), self.value(expression.right), span)
        if op == "xor":
            left, right = self.condition(expression.left), self.condition(expression.right)
            return call("splunk.xor", left, right, type=Type.BOOL, span=span)
        if op in "+-*/%" and not self._exact:
            self._refuse_precision(expression)
        if op in "*/" and not self._exact and (rounded := _rounded(expression)) is not None:
            return rounded
        left, right = self.value(expression.left), self.value(expression.right)
        if op == ".":
            return call("text.concat", text_of(left, span), text_of(right, span), type=Type.STRING, span=span)
        if op == "+":
            return _plus(left, right, span)
        return call(
            _ARITHMETIC[op], number(left, expression.left.span), number(right, expression.right.span),
            type=Type.REAL, span=span,
        )  # fmt: skip

    def _refuse_precision(self, expression: Binary) -> None:
        """How many digits Splunk keeps of a decimal literal's sum, or of a calculation with one, is not documented."""
        sides = (expression.left, expression.right)
        added = expression.op in "+-%" and any("." in (_decimal(side) or "") for side in sides)
        text = expression.op == "+" and any(isinstance(side, Text) for side in sides)
        if (added and not text) or any(map(_computes_decimals, sides)):
            raise Unsupported(
                "SPL precision of a calculation with decimal numbers",
                span=expression.span,
                hint="write exact(...) around the calculation to keep every digit",
            )

    def _function(self, expression: Function) -> Value:
        row = FUNCTIONS.get(expression.name)
        if row is None:
            close = nearest(expression.name, FUNCTIONS)
            raise Unsupported(
                f"SPL function {expression.name}",
                span=expression.span,
                hint=f"a function of a similar name is {close}" if close else None,
            )
        count = len(expression.args)
        if count < row.fewest or (row.most is not None and count > row.most):
            raise QueryError(f"{expression.name} does not take {count} arguments", span=expression.span)
        return row.lower(self, expression)


def eval_text(raw: str, span: Span) -> str:
    r"""A string of an expression: \\ \" \| lose their backslash and \t is a tab (S17).

    Whether \n and \r are expanded is not documented, so they are refused.
    """
    made: list[str] = []
    at = 0
    while at < len(raw):
        pair = raw[at : at + 2]
        if pair in ("\\n", "\\r"):
            raise Unsupported(f"SPL escape {pair} in an eval string", span=span, hint="for a backslash write two")
        if pair == "\\t":
            made.append("\t")
        elif pair in ("\\\\", '\\"', "\\|"):
            made.append(pair[1])
        else:
            made.append(raw[at])
            at += 1
            continue
        at += 2
    return "".join(made)


def pattern_text(raw: str) -> str:
    """A regular expression in a string: the string layer only removes its own escapes (S18)."""
    return unescaped(raw)


def compared(op: str, left: Value, right: Value, span: Span) -> Value:
    """A comparison of eval: of numbers when both sides are, else of texts; = for any of several values."""
    name = _COMPARE[op]
    left, right = unrounded(left), unrounded(right)
    if is_null(left) or is_null(right):
        return null(Type.BOOL, span)
    if Type.BOOL in (left.type, right.type):
        if left.type is not right.type or name not in ("eq", "ne"):
            raise QueryError("a condition can only be compared with a condition", span=span)
        return call(f"compare.{name}", left, right, type=Type.BOOL, span=span)
    if Type.MULTI in (left.type, right.type):
        return _any_equal(name, left, right, span)
    if left.type is Type.REAL and right.type is Type.REAL:
        return call(f"compare.{name}", left, right, type=Type.BOOL, span=span)
    return call(f"splunk.{name}", left, right, type=Type.BOOL, span=span)


def name_sign(name: str) -> str:
    """The sign of a comparison by its name."""
    return next(sign for sign, known in _COMPARE.items() if known == name)


def _any_equal(name: str, left: Value, right: Value, span: Span) -> Value:
    if name != "eq" or left.type is right.type:
        # what several values are here is not documented; one is compared as it is
        return compared(name_sign(name), text_of(left, span), text_of(right, span), span)
    many, one = (left, right) if left.type is Type.MULTI else (right, left)
    return call("splunk.mv_any_eq", many, text_of(one, span), type=Type.BOOL, span=span)


def liked(value: Value, pattern: Value, span: Span) -> Value:
    """`value LIKE pattern`, case-sensitive; % is any text and _ any one character."""
    shown = text_of(pattern, span)
    if value.type is Type.MULTI:
        return any_of(value, lambda one: call("splunk.like", one, shown, type=Type.BOOL, span=span), span)
    return call("splunk.like", text_of(value, span), shown, type=Type.BOOL, span=span)


def _plus(left: Value, right: Value, span: Span) -> Value:
    if _words(left) or _words(right):
        # "nada"+a is nada1 where a is 1 (Search Reference, selfjoin, extended example)
        return call("text.concat", text_of(left, span), text_of(right, span), type=Type.STRING, span=span)
    if left.type is Type.REAL or right.type is Type.REAL:
        return call("number.add", number(left, span), number(right, span), type=Type.REAL, span=span)
    left, right = text_of(left, span), text_of(right, span)
    if surely_text(left) or surely_text(right):
        return call("text.concat", left, right, type=Type.STRING, span=span)
    return call("splunk.plus", left, right, type=Type.STRING, span=span)


def _words(value: Value) -> bool:
    """Whether a value is a text of the query that is no number."""
    return isinstance(value, Literal) and isinstance(value.value, str) and numeric(value.value) is None


def _rounded(expression: Binary) -> Value | None:
    """The product or quotient of decimal literals, rounded to the fewest significant digits of them (S22).

    None when no decimal literal is directly involved. With a field on the other side the digits Splunk keeps
    depend on the field's text in a way that is not documented: refused.
    """
    left, right = _decimal(expression.left), _decimal(expression.right)
    points = [d for d in (left, right) if d is not None and digits_of(d) is not None]
    if not points:
        return None
    if left is None or right is None:
        if _exact_call(expression.left) or _exact_call(expression.right):
            left, right = _exact_number(expression.left), _exact_number(expression.right)
        if left is None or right is None:
            raise Unsupported(
                "SPL significant digits of a decimal number times a field",
                span=expression.span,
                hint="write exact(...) around the calculation to keep every digit",
            )
    if expression.op == "/" and not Decimal(right):
        return null(Type.REAL, expression.span)
    digits = min(n for n in map(digits_of, points) if n is not None)
    context = Context(prec=60)
    value = (context.multiply if expression.op == "*" else context.divide)(Decimal(left), Decimal(right))
    if value.adjusted() >= digits:
        # digits before the point are never rounded: 1.00*1111 is 1111 (Mathematical functions, sigfig)
        if value != value.to_integral_value():
            raise Unsupported("SPL significant digits fewer than a result has before its point", span=expression.span)
        return Literal(float(value), Type.REAL, expression.span)
    shown = format(Context(prec=digits, rounding=ROUND_HALF_UP).plus(value), "f")
    if float(shown) == value and digits_of(shown) is not None:
        shown = _padded(shown, digits)
    plain = Literal(float(shown), Type.REAL, expression.span)
    return rounded_text(plain, min(_places(shown), 15), expression.span) if _ends_in_zero(shown) else plain


def _calculated(expression: Binary | Function) -> Value | None:
    """What is calculated from the numbers of the query by trigonometry, in its digits; None for anything else."""
    if isinstance(expression, Binary) and all(map(_decimal, (expression.left, expression.right))):
        return None
    found = constant(expression)
    text = None if found is None else digits_shown(found)
    if text is None:
        return None
    plain = Literal(float(text), Type.REAL, expression.span)
    return rounded_text(plain, min(_places(text), 15), expression.span) if _ends_in_zero(text) else plain


def _ends_in_zero(text: str) -> bool:
    return "e" not in text.lower() and "." in text and text.endswith("0")


def _places(text: str) -> int:
    return len(text.partition(".")[2])


def _computes_decimals(expression: Expression) -> bool:
    """Whether the expression calculates with a decimal literal, so that its precision passes to what uses it."""
    if isinstance(expression, Unary):
        return _computes_decimals(expression.arg)
    if not isinstance(expression, Binary) or expression.op not in "+-*/%":
        return False
    sides = (expression.left, expression.right)
    return any(_decimal(s) is not None and "." in str(_decimal(s)) for s in sides) or any(
        map(_computes_decimals, sides)
    )


def _padded(shown: str, digits: int) -> str:
    missing = digits - len(shown.replace(".", "").lstrip("-0"))
    return shown + "0" * max(0, missing) if "." in shown else shown


def _decimal(expression: Expression) -> str | None:
    if isinstance(expression, Number) and "e" not in expression.text.lower():
        return expression.text
    if isinstance(expression, Unary) and expression.op == "-":
        inner = _decimal(expression.arg)
        return None if inner is None else "-" + inner
    return None


def _exact_call(expression: Expression) -> bool:
    return isinstance(expression, Function) and expression.name == "exact" and len(expression.args) == 1


def _exact_number(expression: Expression) -> str | None:
    if isinstance(expression, Function) and _exact_call(expression):
        return _decimal(expression.args[0])
    return _decimal(expression)
