"""From a rule's detection to one condition over the columns of its log source's table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ipaddress import ip_network

from antivenom.document import nearest
from antivenom.errors import QueryError
from antivenom.languages.sigma.modifiers import Chain, Placeholders, Reading, chain, number_of, whole_of
from antivenom.languages.sigma.patterns import Pattern, fits
from antivenom.languages.sigma.syntax import And, Condition, Every, Filter, Item, Kind, Named, Not, Of, Or, Rule, Search
from antivenom.plan.relations import Filter as Kept
from antivenom.plan.relations import Plan, Source
from antivenom.plan.rewrites import map_value
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column, walk
from antivenom.plan.wildcards import Wild
from antivenom.source import Span

EVENT_TEXT = "*"
"""The column that holds the text of the whole event, which keywords are looked for in."""

_TEXT_OPS = {"": "sigma.eq", "before": "sigma.ends", "after": "sigma.starts", "both": "sigma.contains"}
_FIELD_OPS = {
    (False, False): "sigma.same",
    (False, True): "sigma.same_starts",
    (True, False): "sigma.same_ends",
    (True, True): "sigma.same_contains",
}
_NUMBER_OPS = {"lt": "sigma.lt", "lte": "sigma.le", "gt": "sigma.gt", "gte": "sigma.ge"}

RESERVED = "antivenom."
"""What the names of our own columns begin with; no field of a rule can."""


class Lowering:
    """The condition of one rule; columns are made as fields are named.

    expanded  whether placeholders were put in: then the condition is not that of the text alone.
    """

    def __init__(self, placeholders: Placeholders) -> None:
        self.placeholders = placeholders
        self.expanded = False
        self.columns: dict[str, Column] = {}

    def column(self, name: str | None, span: Span) -> Column:
        """The column of a field, or that of the whole event."""
        name = EVENT_TEXT if name is None else name
        if name.startswith(RESERVED):
            raise QueryError(f"no field can be called {name!r}", span=span)
        if name not in self.columns:
            self.columns[name] = new_column(name, Type.STRING)
        return self.columns[name]

    def condition(self, condition: Condition, searches: Mapping[str, Search]) -> Value:
        """A condition over search identifiers."""
        match condition:
            case Named(name, span):
                if name not in searches:
                    raise QueryError(f"there is no search identifier {name!r}", span=span, hint=_known(searches, name))
                return self.search(searches[name])
            case Of(every, pattern, span):
                found = [self.search(searches[name]) for name in matching(pattern, searches, span)]
                return _joined("bool.and" if every else "bool.or", found, span)
            case Not(operand, span):
                return _not(self.condition(operand, searches), span)
            case And(operands, span):
                return _joined("bool.and", [self.condition(operand, searches) for operand in operands], span)
            case Or(operands, span):
                return _joined("bool.or", [self.condition(operand, searches) for operand in operands], span)

    def search(self, search: Search) -> Value:
        """A search identifier, or a part of one."""
        if isinstance(search, Item):
            return self.item(search)
        op = "bool.and" if isinstance(search, Every) else "bool.or"
        return _joined(op, [self.search(part) for part in search.parts], None)

    def item(self, item: Item) -> Value:
        """A field and its values."""
        made = chain(item, self.placeholders)
        self.expanded = self.expanded or made.expanded
        values = [self.value(made, reading) for reading in made.readings]
        joined = _joined("bool.and" if made.every else "bool.or", values, item.span)
        return _not(joined, item.span) if made.negated else joined

    def value(self, made: Chain, reading: Reading) -> Value:
        """One value of a field: any of its alternatives."""
        span = reading.scalar.span
        column = self.column(made.item.field, made.item.span)
        match made.kind:
            case "text":
                return self._text(made, reading, column)
            case "regex":
                found = [_regex(text, made, column, span) for text in reading.texts("re")]
                return _joined("bool.or", found, span)
            case "field":
                return _compared(made, column, self.column(_field_name(made, reading), span), span)
            case "cidr":
                found = [_cidr(text, column, span) for text in reading.texts("cidr")]
                return _joined("bool.or", found, span)
            case "exists":
                return _exists(made, reading, column)
            case "part":
                number = Literal(whole_of(made, reading), Type.LONG, span)
                return Call("sigma.part", (column, Literal(made.part, Type.STRING), number), Type.BOOL, span)
            case _:
                number = Literal(number_of(made, reading), Type.REAL, span)
                return Call(_NUMBER_OPS[made.kind], (column, number), Type.BOOL, span)

    def _text(self, made: Chain, reading: Reading, column: Column) -> Value:
        span = reading.scalar.span
        if reading.scalar.kind is Kind.NULL:
            return Call("null.is_null", (column,), Type.BOOL, span)
        anywhere = column.name == EVENT_TEXT
        found = [
            _pattern(text.opened(before=True, after=True) if anywhere else text, made.cased, column, span)
            for text in reading.texts("a comparison")
        ]
        return _joined("bool.or", found, span)


def lower(rule: Rule | Filter, placeholders: Placeholders | None = None) -> Value:
    """The condition under which an event of the rule's log source matches."""
    return Lowering(placeholders or {}).condition(rule.condition, rule.searches)


def plan(rule: Rule, condition: Value, table: str, shown: Sequence[Column] = ()) -> Plan:
    """The plan of a rule over its table: the rows for which its condition holds.

    shown  the table's columns in the order of the result; without them, those that the condition reads. A field
           that they lack is missing in every row.
    """
    span = rule.header.span
    if not shown:
        shown = tuple({node.name: node for node in walk(condition) if isinstance(node, Column)}.values())
    own = {column.name: column for column in shown}

    def put(value: Value) -> Value:
        if not isinstance(value, Column):
            return value
        return own.get(value.name) or Literal(None, value.type)

    kept = Kept(Source(table, tuple(shown), span), map_value(condition, put), span)
    return Plan(kept, rule.header.source, "sigma")


def _joined(op: str, values: list[Value], span: Span | None) -> Value:
    """Values put together, those of the same kind taken into one."""
    flat: list[Value] = []
    for value in values:
        flat.extend(value.args if isinstance(value, Call) and value.op == op else (value,))
    if len(flat) == 1:
        return flat[0]
    return Call(op, tuple(flat), Type.BOOL, span)


def _not(value: Value, span: Span) -> Value:
    return Call("bool.not", (value,), Type.BOOL, span)


def _compared(made: Chain, column: Column, other: Column, span: Span) -> Value:
    """A field against another; a field is the same as itself wherever it is there."""
    if column == other:
        return Call("null.is_not_null", (column,), Type.BOOL, span)
    return Call(_cased(_FIELD_OPS[made.before, made.after], made.cased), (column, other), Type.BOOL, span)


def _cased(op: str, cased: bool) -> str:
    return f"{op}_cased" if cased else op


def _pattern(pattern: Pattern, cased: bool, column: Column, span: Span) -> Value:
    """A text with wildcards against a field, by the plainest operation that says it."""
    parts = list(pattern.parts)
    if parts == [Wild.MANY]:
        return Call("null.is_not_null", (column,), Type.BOOL, span)
    before = len(parts) > 1 and parts[0] is Wild.MANY
    after = len(parts) > 1 and parts[-1] is Wild.MANY
    inner = parts[before : len(parts) - after]
    if len(inner) > 1 or any(isinstance(part, Wild) for part in inner):
        op, text = "sigma.like", pattern.encoded()
    else:
        op = _TEXT_OPS["both" if before and after else "before" if before else "after" if after else ""]
        text = "".join(str(part) for part in inner)
    return Call(_cased(op, cased), (column, Literal(text, Type.STRING, span)), Type.BOOL, span)


def _regex(pattern: Pattern, made: Chain, column: Column, span: Span) -> Value:
    flags = f"(?{''.join(sorted(made.flags))})" if made.flags else ""
    return Call("sigma.regex", (column, Literal(flags + pattern.text, Type.STRING, span)), Type.BOOL, span)


def _cidr(pattern: Pattern, column: Column, span: Span) -> Value:
    try:
        network = ip_network(pattern.text if pattern.plain else "", strict=False)
    except ValueError:
        raise QueryError("cidr needs a network such as 10.0.0.0/8", span=span) from None
    return Call("sigma.cidr", (column, Literal(str(network), Type.STRING, span)), Type.BOOL, span)


def _exists(made: Chain, reading: Reading, column: Column) -> Value:
    word = reading.scalar.text.lower()
    if word not in ("true", "false"):
        made.wrong(f"exists needs true or false, found {reading.scalar.text!r}", reading.scalar.span)
    return Call("null.is_not_null" if word == "true" else "null.is_null", (column,), Type.BOOL, reading.scalar.span)


def _field_name(made: Chain, reading: Reading) -> str:
    texts = reading.texts("fieldref")
    if len(texts) != 1 or not texts[0].plain or not texts[0].text:
        made.wrong("fieldref needs the name of one field", reading.scalar.span)
    return texts[0].text


def matching(pattern: str, searches: Mapping[str, Search], span: Span) -> list[str]:
    """The search identifiers a selector means; a leading underscore hides one unless the pattern has it too."""
    pieces = ["", ""] if pattern == "them" else pattern.split("*")
    hidden = pattern.startswith("_")
    found = [name for name in searches if fits(name, pieces) and (hidden or not name.startswith("_"))]
    if not found:
        raise QueryError(f"no search identifier matches {pattern!r}", span=span, hint=_known(searches))
    return found


def _known(searches: Mapping[str, Search], name: str = "") -> str:
    close = nearest(name, searches)
    if close is not None:
        return close
    return f"there are {', '.join(list(searches)[:20])}" if searches else "the detection has no search identifier"
