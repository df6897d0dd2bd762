"""Search terms: what stands before the first pipe, and after `search`.

Order of binding (Search Reference, search command): parentheses, NOT, OR, AND. `a b OR c` is a AND (b OR c).
"""

from __future__ import annotations

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.spl.parsing.cursor import Cursor, Inner
from antivenom.languages.spl.parsing.lexer import Kind, Segment, Token, search_tokens, unescaped
from antivenom.languages.spl.parsing.modifiers import is_modifier, modifier
from antivenom.languages.spl.syntax import All, Any, Compare, Not, OneOf, SearchTerm, Subsearch, Term
from antivenom.source import Span

_COMPARISONS = ("=", "==", "!=", "<", "<=", ">", ">=")
_MOST_VALUES = 10_000
_INDEXED = ("host", "source", "sourcetype", "index")
"""Fields that every event has in the index, so that `field::value` finds them."""


class MadeByRows(Exception):
    """A subsearch stands where a value does: the parser reads the command once it ran."""


def parse_terms(text: str, start: int, end: int, inner: Inner | None = None) -> SearchTerm | None:
    """The terms between two offsets; None when there are none (every event matches).

    Raises MadeByRows where a subsearch gives a part of a term; only with `inner`, without which none is taken.
    """
    return terms_of(search_tokens(text, start, end), inner)


def terms_of(tokens: list[Token], inner: Inner | None = None) -> SearchTerm | None:
    """The terms that tokens hold, the last of which is END; None when there are none."""
    cursor = Cursor(tokens, inner=inner)
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
        return _parenthesised(cursor)
    if token.kind is Kind.BRACKETS:
        return _subsearch(cursor)
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


def _parenthesised(cursor: Cursor) -> SearchTerm:
    """Terms in parentheses. Nothing in them is every event, so that NOT ( ), what format says of nothing, is none."""
    cursor.deeper()
    start = cursor.take().span
    if cursor.token.is_mark(")"):
        term: SearchTerm = All((), start.to(cursor.token.span))
    else:
        term = _all(cursor)
    cursor.expect(")", "to close the parentheses")
    cursor.back()
    return term


def _subsearch(cursor: Cursor) -> SearchTerm:
    token = cursor.take()
    if cursor.inner is None:
        raise Unsupported("SPL subsearch", span=token.span)
    search = cursor.inner(Segment(token.span.start + 1, token.span.end - 1))
    return Subsearch(search, token.span)


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
    if (name := _result_name(cursor)) is not None:
        cursor.at += 3
        cursor.tokens[cursor.at] = name
        return _comparison(cursor)
    _no_call(cursor.take(), cursor.token)
    return _term(token)


def _result_name(cursor: Cursor) -> Token | None:
    """`avg(x)` before a comparison is the field that stats names so (Splunk SPL for SQL users, HAVING)."""
    word, opening, inner, closing, mark = (*cursor.tokens[cursor.at : cursor.at + 5], *(cursor.tokens[-1:] * 4))[:5]
    together = word.span.end == opening.span.start and opening.span.end == inner.span.start
    if not (together and inner.kind is Kind.WORD and closing.is_mark(")") and mark.is_mark(*_COMPARISONS)):
        return None
    if inner.span.end != closing.span.start:
        return None
    return Token(Kind.WORD, f"{word.text}({inner.text})", word.span.to(closing.span))


def _no_call(word: Token, after: Token) -> None:
    """Refuse parentheses right behind a word, as in GetCurrent(): what Splunk makes of them is not documented."""
    if after.is_mark("(") and word.kind is Kind.WORD and after.span.start == word.span.end:
        raise Unsupported(
            "SPL parentheses inside a word", span=word.span.to(after.span), hint="write the word in quotation marks"
        )


def _in_parentheses(cursor: Cursor) -> Token:
    cursor.expect("(", "after the directive")
    inner = cursor.take()
    if inner.kind not in (Kind.WORD, Kind.QUOTED):
        raise QueryError("expected one value in the parentheses", span=inner.span)
    cursor.expect(")", "to close the directive")
    return inner


def _term(token: Token) -> SearchTerm:
    field, colons, value = token.text.partition("::")
    if token.kind is not Kind.WORD or not (field and colons and value):
        return Term(_value_text(token), token.span)
    if is_modifier(field):
        return modifier(field, "=", _plain(value), token.span)
    if field not in _INDEXED:
        raise Unsupported(
            f"SPL {field}::value, which reads indexed fields", span=token.span, hint=f"write {field}={value}"
        )
    return Compare(field, "=", _plain(value), token.span)


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
        value, case = _value_text(_in_parentheses(cursor)), True
    else:
        value = _value(cursor)
    if value == "now" and cursor.token.is_mark("(") and cursor.following.is_mark(")"):
        cursor.take(), cursor.take()
    else:
        _no_call(cursor.previous, cursor.token)
    span = name.span.to(cursor.previous.span)
    if is_modifier(field):
        return modifier(field, op, value, span)
    return Compare(field, op, value, span, case)


def _value(cursor: Cursor) -> str:
    """The value a field is compared with. One in quotation marks ends with them; stars may stand right around them."""
    value = cursor.token
    if value.kind is Kind.BRACKETS and cursor.inner is not None:
        raise MadeByRows
    if value.kind not in (Kind.WORD, Kind.QUOTED):
        raise cursor.error("expected a value to compare with")
    cursor.take()
    text, last = _value_text(value), value
    while _joined(last, cursor.token) and (_adds_nothing(last) or _adds_nothing(cursor.token)):
        last = cursor.take()
        text += _value_text(last)
    after = cursor.token
    next_term = last.kind is Kind.QUOTED and after.kind is Kind.WORD and _begins_term(cursor)
    if _joined(last, after) and not next_term:
        raise Unsupported("SPL search value that is quoted in part", span=value.span.to(after.span))
    return text


def _joined(before: Token, after: Token) -> bool:
    """Whether two pieces of a value stand side by side, one of them in quotation marks."""
    kinds = {before.kind, after.kind}
    return after.span.start == before.span.end and kinds in ({Kind.WORD, Kind.QUOTED}, {Kind.QUOTED})


def _begins_term(cursor: Cursor) -> bool:
    return cursor.following.is_mark(*_COMPARISONS) or any(_is(cursor.token, word) for word in ("AND", "OR", "NOT"))


def _adds_nothing(token: Token) -> bool:
    """Whether a piece of a value is stars alone, or an empty pair of quotation marks."""
    return not token.text.strip("*") if token.kind is Kind.WORD else not token.text


def _value_text(token: Token) -> str:
    return _plain(token.text)


def _plain(text: str) -> str:
    # backslashes are escaped outside quotes too: D:\\Digital\\RTFM looks for D:\Digital\RTFM (Search command primer)
    return unescaped(text)


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
        start = cursor.token.span
        value = _value(cursor)
        values.append(Compare(field, "=", value, start.to(cursor.previous.span)))
    if not values:
        raise cursor.error("expected a value in the list of IN")
    if len(values) > _MOST_VALUES:
        raise Unsupported(f"SPL IN with more than {_MOST_VALUES:,} values", span=word.span)
    end = cursor.expect(")", "to close the list of IN").span
    return OneOf(field, tuple(values), Span(name.span.start, end.end))
