"""Search terms -> plan values.

A search is two-valued: a term about a field that an event lacks is false, and NOT of it true (S15).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from antivenom.errors import MissingInput, QueryError, Unsupported
from antivenom.languages.spl.functions.time import relative_time
from antivenom.languages.spl.syntax import (
    All,
    Any,
    Compare,
    Known,
    Not,
    OneOf,
    SearchTerm,
    Subsearch,
    Term,
    TimeBound,
)
from antivenom.languages.spl.values.conversions import null, number, number_text, numeric, text_of
from antivenom.languages.spl.values.times import SECONDS, relative
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call
from antivenom.source import Span

_ORDERS = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
_NETWORK = re.compile(r"[0-9A-Fa-f:.]+/\d{1,3}")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}:\d{1,2}:\d{1,2}:\d{1,2}")
_SERVERS = ("splunk_server", "splunk_server_group")
_MANY = 50
"""Alternatives from which on plain values are looked up in a table of them."""
_SUBSECOND = re.compile(r"\d{1,12}(?:\.\d+)?")


class SearchLowerer:
    """Turns search terms over the fields of one point of the pipeline into one condition."""

    def __init__(self, fields: Mapping[str, Column]) -> None:
        self.fields = fields

    def condition(self, term: SearchTerm) -> Value:
        """The term as a condition; null counts as false."""
        match term:
            case Term():
                return self._term(term)
            case Compare():
                return self._compare(term)
            case OneOf(_, values, span):
                return Call("bool.or", tuple(self._compare(value) for value in values), Type.BOOL, span)
            case TimeBound():
                return self._bound(term)
            case Known():
                return self._known(term)
            case Subsearch(_, span):
                # not run yet: all fields count as read
                return Call("schema.open", tuple(self.fields.values()), Type.BOOL, span)
            case All((), span):
                return Literal(True, Type.BOOL, span)
            case Not(inner, span):
                held = call("bool.is_true", self.condition(inner), type=Type.BOOL, span=inner.span)
                return call("bool.not", held, type=Type.BOOL, span=span)
            case All(terms, span):
                return Call("bool.and", tuple(self.condition(t) for t in terms), Type.BOOL, span)
            case Any(terms, span):
                return self._any(terms, span)

    def _any(self, terms: tuple[SearchTerm, ...], span: Span) -> Value:
        """One of these terms. Many rows of plain values, as subsearches give, are looked up and not tried in turn."""
        rows: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        others: list[SearchTerm] = []
        for term in terms:
            row = self._plain_row(term) if len(terms) >= _MANY else None
            if row is None:
                others.append(term)
            else:
                rows.setdefault(tuple(row), []).append(tuple(row.values()))
        made = [self.condition(term) for term in others]
        made += [self._among(names, values, span) for names, values in rows.items()]
        return made[0] if len(made) == 1 else Call("bool.or", tuple(made), Type.BOOL, span)

    def _plain_row(self, term: SearchTerm) -> dict[str, str] | None:
        """The values of fields that a term asks for, if they are compared as texts without more ado."""
        parts = term.terms if isinstance(term, All) else (term,)
        found: dict[str, str] = {}
        for part in parts:
            if not isinstance(part, Compare) or part.op != "=" or part.case or part.field in found:
                return None
            column = self.fields.get(part.field)
            if column is None or column.type is Type.MULTI or "*" in part.value or _is_network(part.value):
                return None
            found[part.field] = part.value
        return dict(sorted(found.items())) or None

    def _among(self, names: tuple[str, ...], rows: list[tuple[str, ...]], span: Span) -> Value:
        lists = tuple(Literal(column, Type.MULTI, span) for column in zip(*rows, strict=True))
        fields = tuple(text_of(self.fields[name], span) for name in names)
        return Call("splunk.search_among", (*lists, *fields), Type.BOOL, span)

    def _field(self, name: str, span: Span) -> Value:
        column = self.fields.get(name)
        if column is not None:
            return column
        return null(Type.STRING, span)

    def _term(self, term: Term) -> Value:
        if not term.text.strip("*"):
            # a lone star matches every event
            return Literal(True, Type.BOOL, term.span)
        inner = term.text.strip("*")
        if "*" in inner and any(char.isspace() for char in inner):
            raise Unsupported("SPL wildcard inside a quoted phrase", span=term.span)
        raw = self._field("_raw", term.span)
        op = "splunk.term_case" if term.case else "splunk.term_whole" if term.whole else "splunk.term"
        return call(
            op,
            text_of(raw, term.span),
            Literal(term.text, Type.STRING, term.span),
            type=Type.BOOL,
            span=term.span,
        )

    def _compare(self, term: Compare) -> Value:
        if term.field in _SERVERS and term.field not in self.fields:
            return self._server(term)
        field = self._field(term.field, term.span)
        if term.op in _ORDERS:
            return self._order(field, term)
        if term.op == "!=":
            if field.type is Type.MULTI:
                raise Unsupported(
                    f"SPL != on the multivalue field {term.field}",
                    span=term.span,
                    hint="write NOT field=value",
                )
            if not term.value.strip("*") and term.value:
                # f!=* never matches: an event with the field equals *, one without has nothing to compare
                return Literal(False, Type.BOOL, term.span)
            return call("bool.not", self._equal(field, term), type=Type.BOOL, span=term.span)
        return self._equal(field, term)

    def _equal(self, field: Value, term: Compare) -> Value:
        value, span = term.value, term.span
        if value and not value.strip("*"):
            return call("null.is_not_null", field, type=Type.BOOL, span=span)
        if field.type is Type.REAL and (plain := _plain_number(value)) is not None:
            return call("compare.eq", field, Literal(plain, Type.REAL, span), type=Type.BOOL, span=span)
        subject = field if field.type is Type.MULTI else text_of(field, span)
        equal = _pattern(subject, value, term.case, span)
        if not _is_network(value) or field.type is not Type.STRING:
            return equal
        network = Literal(value, Type.STRING, span)
        inside = call("splunk.search_cidr", subject, network, type=Type.BOOL, span=span)
        return Call("bool.or", (equal, inside), Type.BOOL, span)

    def _order(self, field: Value, term: Compare) -> Value:
        limit = numeric(term.value)
        if limit is None and "*" in term.value:
            raise Unsupported(f"SPL search {term.op} with a wildcard", span=term.span)
        if field.type is not Type.MULTI and limit is None:
            text = Literal(term.value, Type.STRING, term.span)
            return call(f"compare.{_ORDERS[term.op]}", text_of(field, term.span), text, type=Type.BOOL, span=term.span)
        if field.type is Type.MULTI:
            raise Unsupported(f"SPL search {term.op} on a multivalue field", span=term.span)
        if field.type is Type.REAL:
            return call(
                f"compare.{_ORDERS[term.op]}",
                field,
                Literal(limit, Type.REAL, term.span),
                type=Type.BOOL,
                span=term.span,
            )
        value = Literal(term.value, Type.STRING, term.span)
        return call(
            f"splunk.search_{_ORDERS[term.op]}",
            text_of(field, term.span),
            value,
            type=Type.BOOL,
            span=term.span,
        )

    def _known(self, term: Known) -> Value:
        """An event type or tag: the field of that name where events have one, and the terms it stands for."""
        compare = term.compare
        column = self.fields.get(compare.field)
        if compare.op != "=":
            raise Unsupported(
                f"SPL {compare.field}{compare.op}", span=term.span, hint=f"write NOT {compare.field}={compare.value}"
            )
        if term.terms is None and column is None:
            raise self._unknown(compare)
        found = [self._equal(column, compare)] if column is not None else []
        found += [self.condition(term.terms)] if term.terms is not None else []
        return found[0] if len(found) == 1 else Call("bool.or", tuple(found), Type.BOOL, term.span)

    def _unknown(self, compare: Compare) -> MissingInput:
        name = compare.field.partition("::")[0]
        option = _FILES.get(name, "tags.conf")
        return MissingInput(
            f"what {compare.field}={compare.value} means was not given",
            span=compare.span,
            hint=f"--conf {option}, or conf= in Python",
        )

    def _server(self, term: Compare) -> Value:
        """Where there is no server to ask, all events are of the one that is asked."""
        if term.op == "=" and (term.value.lower() == "local" or not term.value.strip("*")):
            return Literal(True, Type.BOOL, term.span)
        raise Unsupported(f"SPL {term.field}{term.op}{term.value}", span=term.span, hint="leave it out")

    def _bound(self, term: TimeBound) -> Value:
        time = self.fields.get(term.field)
        if time is None and term.field != "_time":
            raise Unsupported(
                f"SPL {term.which} where nothing says when events were indexed",
                span=term.span,
                hint="bound _time by earliest= and latest=",
            )
        value: Value = null(Type.REAL, term.span) if time is None else number(time, term.span)
        if time is not None and time.type is Type.STRING and term.field == "_time":
            raise Unsupported(f"SPL {term.which} where _time is text", span=term.span)
        return call(_COMPARED[term.op], value, moment(term.time, term.span), type=Type.BOOL, span=term.span)


_COMPARED = {">=": "compare.ge", ">": "compare.gt", "<": "compare.lt", "<=": "compare.le"}
_FILES = {"eventtype": "eventtypes.conf", "savedsearch": "savedsearches.conf", "savedsplunk": "savedsearches.conf"}
_ABSOLUTE = "%m/%d/%Y:%H:%M:%S"


def moment(text: str, span: Span) -> Value:
    """A time of earliest= or latest=: seconds since 1970, a date, or relative to the query's clock."""
    if _SUBSECOND.fullmatch(text):
        return Literal(float(text), Type.REAL, span)
    if _DATE.fullmatch(text):
        try:
            return Literal(datetime.strptime(text, _ABSOLUTE).replace(tzinfo=UTC).timestamp(), Type.REAL, span)
        except ValueError:
            raise QueryError(f"there is no time {text}", span=span, hint="MM/DD/YYYY:HH:MM:SS") from None
    steps = relative(text)
    if steps is None:
        hint = "seconds since 1970, MM/DD/YYYY:HH:MM:SS, or such as -24h, -1d@d, now"
        raise Unsupported(f"SPL time {text}", span=span, hint=hint)
    now = call("clock.now_epoch", type=Type.REAL, span=span)
    if len(steps) == 1 and steps[0].count is not None and steps[0].unit in SECONDS:
        back = -steps[0].count * SECONDS[steps[0].unit]
        return call("number.subtract", now, Literal(float(back), Type.REAL, span), type=Type.REAL, span=span)
    return relative_time(now, text, span)


def _plain_number(text: str) -> float | None:
    """The number that prints as exactly this text, so that comparing numbers is comparing texts."""
    value = numeric(text)
    return value if value is not None and number_text(value) == text else None


def _is_network(text: str) -> bool:
    if not _NETWORK.fullmatch(text):
        return False
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def _pattern(subject: Value, value: str, case: bool, span: Span) -> Value:
    """`subject` against text with wildcards, in the cheapest form that says the same."""
    stars = value.count("*")
    if stars == 0:
        op, text = "splunk.search_eq", value
    elif stars == 1 and value.startswith("*"):
        op, text = "splunk.search_ends", value[1:]
    elif stars == 1 and value.endswith("*"):
        op, text = "splunk.search_starts", value[:-1]
    elif stars == 2 and value.startswith("*") and value.endswith("*"):
        op, text = "splunk.search_contains", value[1:-1]
    else:
        op, text = "splunk.search_like", re.sub(r"([!%_])", r"!\1", value).replace("*", "%")
    if not case and text.isascii():
        text = text.lower()
    return call(op + ("_case" if case else ""), subject, Literal(text, Type.STRING, span), type=Type.BOOL, span=span)
