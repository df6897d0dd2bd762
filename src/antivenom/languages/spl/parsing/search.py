"""Search terms: what stands before the first pipe, and after `search`.

Order of binding (Search Reference, search command): parentheses, NOT, OR, AND. `a b OR c` is a AND (b OR c).
"""

from __future__ import annotations

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.spl.parsing.cursor import Cursor
from antivenom.languages.spl.parsing.lexer import Kind, Token, search_tokens, unescaped
from antivenom.languages.spl.syntax import All, Any, Compare, Not, OneOf, SearchTerm, Term, TimeBound
from antivenom.source import Span

_COMPARISONS = ("=", "==", "!=", "<", "<=", ">", ">=")
_MOST_VALUES = 10_000
_TIME_MODIFIERS = {"earliest", "latest"}
_OTHER_MODIFIERS = {
    "_index_earliest", "_index_latest", "starttime", "endtime", "startdaysago", "enddaysago", "timeformat",
    "savedsearch", "savedsplunk", "hosttag", "splunk_server_group",
}  # fmt: skip


def parse_terms(text: str, start: int, end: int) -> SearchTerm | None:
    """The terms between two offsets; None when there are none (every event matches)."""
    return terms_of(search_tokens(text, start, end))


def terms_of(tokens: list[Token]) -> SearchTerm | None:
    """The terms that tokens hold, the last of which is END; None when there are none."""
    cursor = Cursor(tokens)
    if cursor.done():
        return None
    term = _all(cursor)
    if not cursor.done():
        raise cursor.error("expected a search term")
    return term


def embedded_terms(raw: str, span: Span) -> SearchTerm | None:
    """The terms that a string of an expression holds; what is wrong with them is told at the string's place."""
    text = unescaped(raw)
    try:
        return parse_terms(text, 0, len(text))
    except AntivenomError as error:
        error.span = span
        raise


def _is(token: Token, word: str) -> bool:
    # boolean operators count only in capitals; in lower case they are words to look for
    return token.kind is Kind.WORD and token.text == word


def _all(cursor: Cursor) -> SearchTerm:
    terms = [_any(cursor)]
    while not cursor.done() and not cursor.token.is_mark(")"):
        if _is(cursor.token, "AND"):
            cursor.take()
        terms.append(_any(cursor))
    return terms[0] if len(terms) == 1 else All(tuple(terms), terms[0].span.to(terms[-1].span))


def _any(cursor: Cursor) -> SearchTerm:
    terms = [_not(cursor)]
    while _is(cursor.token, "OR"):
        cursor.take()
        terms.append(_not(cursor))
    return terms[0] if len(terms) == 1 else Any(tuple(terms), terms[0].span.to(terms[-1].span))


def _not(cursor: Cursor) -> SearchTerm:
    if not _is(cursor.token, "NOT"):
        return _primary(cursor)
    cursor.deeper()
    start = cursor.take().span
    term = _not(cursor)
    cursor.back()
    return Not(term, start.to(term.span))


def _primary(cursor: Cursor) -> SearchTerm:
    token = cursor.token
    if token.is_mark("("):
        cursor.deeper()
        cursor.take()
        if cursor.token.is_mark(")"):
            raise cursor.error("expected a search term in the parentheses")
        term = _all(cursor)
        cursor.expect(")", "to close the parentheses")
        cursor.back()
        return term
    if token.is_mark(","):
        raise Unsupported("SPL comma between search terms", span=token.span, hint="leave the comma out")
    if token.kind not in (Kind.WORD, Kind.QUOTED) or _is(token, "OR") or _is(token, "AND"):
        raise cursor.error("expected a search term")
    if cursor.following.is_mark(*_COMPARISONS):
        return _comparison(cursor)
    if cursor.following.is_mark("(") and token.kind is Kind.WORD:
        return _called(cursor)
    if cursor.following.is_word("in") and cursor.tokens[min(cursor.at + 2, len(cursor.tokens) - 1)].is_mark("("):
        return _one_of(cursor)
    return _term(cursor.take())


def _called(cursor: Cursor) -> SearchTerm:
    token = cursor.token
    if token.text == "CASE":
        cursor.take()
        inner = _in_parentheses(cursor)
        return Term(_value_text(inner), token.span.to(cursor.previous.span), case=True)
    if token.text == "TERM":
        cursor.take()
        inner = _in_parentheses(cursor)
        return Term(_value_text(inner), token.span.to(cursor.previous.span), whole=True)
    return _term(cursor.take())


def _in_parentheses(cursor: Cursor) -> Token:
    cursor.expect("(", "after the directive")
    inner = cursor.take()
    if inner.kind not in (Kind.WORD, Kind.QUOTED):
        raise QueryError("expected one value in the parentheses", span=inner.span)
    cursor.expect(")", "to close the directive")
    return inner


def _term(token: Token) -> Term:
    return Term(_value_text(token), token.span)


def _field(token: Token) -> str:
    return unescaped(token.text) if token.kind is Kind.QUOTED else token.text


def _comparison(cursor: Cursor) -> SearchTerm:
    name = cursor.take()
    mark = cursor.take()
    op = "=" if mark.text == "==" else mark.text
    field = _field(name)
    case = False
    if _is(cursor.token, "CASE") and cursor.following.is_mark("("):
        cursor.take()
        value, case = _in_parentheses(cursor), True
    else:
        value = _value(cursor)
    span = name.span.to(cursor.previous.span)
    if field.lower() in _OTHER_MODIFIERS:
        raise Unsupported(f"SPL search modifier {field.lower()}", span=span)
    if field.lower() in _TIME_MODIFIERS and op == "=":
        return TimeBound(field.lower(), _value_text(value), span)
    return Compare(field, op, _value_text(value), span, case)


def _value(cursor: Cursor) -> Token:
    value = cursor.token
    if value.kind not in (Kind.WORD, Kind.QUOTED):
        raise cursor.error("expected a value to compare with")
    cursor.take()
    after = cursor.token
    if after.kind in (Kind.WORD, Kind.QUOTED) and after.span.start == value.span.end:
        raise Unsupported("SPL search value that is quoted in part", span=value.span.to(after.span))
    return value


def _value_text(token: Token) -> str:
    # backslashes are escaped outside quotes too: D:\\Digital\\RTFM looks for D:\Digital\RTFM (Search command primer)
    return unescaped(token.text)


def _one_of(cursor: Cursor) -> SearchTerm:
    name = cursor.take()
    word = cursor.take()
    if word.text != "IN":
        raise Unsupported("SPL IN in lower case", span=word.span, hint="write IN in capitals")
    cursor.expect("(", "after IN")
    field = _field(name)
    values: list[Compare] = []
    while not cursor.token.is_mark(")"):
        if cursor.accept(","):
            continue
        value = _value(cursor)
        values.append(Compare(field, "=", _value_text(value), value.span))
    if not values:
        raise cursor.error("expected a value in the list of IN")
    if len(values) > _MOST_VALUES:
        raise Unsupported(f"SPL IN with more than {_MOST_VALUES:,} values", span=word.span)
    end = cursor.expect(")", "to close the list of IN").span
    return OneOf(field, tuple(values), Span(name.span.start, end.end))
