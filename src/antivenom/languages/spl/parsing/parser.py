"""SPL text -> syntax tree."""

from __future__ import annotations

import re
from dataclasses import replace

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.spl.knowledge import NOTHING, Knowledge
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.parsing.charts import parse_chart
from antivenom.languages.spl.parsing.commands import COMMANDS
from antivenom.languages.spl.parsing.cursor import Inner
from antivenom.languages.spl.parsing.datamodels import parse_data_model
from antivenom.languages.spl.parsing.expressions import parse_assignments, parse_condition
from antivenom.languages.spl.parsing.foreach import parse_foreach
from antivenom.languages.spl.parsing.known_terms import with_knowledge
from antivenom.languages.spl.parsing.lexer import Segment, brackets_in, segments, uncommented
from antivenom.languages.spl.parsing.search import MadeByRows, parse_terms
from antivenom.languages.spl.parsing.sources import NOT_RUN, OTHERS, OWN, SOURCES, reads_file
from antivenom.languages.spl.parsing.stats import parse_stats
from antivenom.languages.spl.parsing.subsearch import COMBINING, Readers
from antivenom.languages.spl.parsing.transactions import parse_transaction
from antivenom.languages.spl.parsing.trees import placed
from antivenom.languages.spl.parsing.tstats import parse_tstats
from antivenom.languages.spl.syntax import (
    All,
    Command,
    Deferred,
    Eval,
    Multi,
    MvCombine,
    NoMv,
    Search,
    SearchCommand,
    Stats,
    Subsearch,
    TimeBound,
    Where,
    generates,
)
from antivenom.languages.spl.syntax_fields import (
    FieldFormat,
)
from antivenom.languages.spl.syntax_reports import Chart, Sparkline
from antivenom.plan.catalog import meant
from antivenom.source import SourceText, Span

_COMMAND = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LONGEST = 1_000_000
_MOST_COMMANDS = 200
_MOST_SUBSEARCHES = 50
_DEEPEST_SUBSEARCH = 8
_FIRST = {
    "where", "eval", "stats", "eventstats", "streamstats", "makeresults", "tstats", "makemv", "mvexpand", "rex",
    "dedup", "fillnull",
}  # fmt: skip
"""Commands that may stand first without a pipe; any other word there is a word to look for."""
_DEFERRED = {"where", "eval", "head", "tail", "fields", "table"}
"""Commands in which brackets can only be subsearches that make a part of their text."""


def parse(source: SourceText, knowledge: Knowledge = NOTHING) -> Search:
    """The query as a tree. Raises QueryError, or Unsupported for a command or option that is not run.

    Terms about event types and tags are told what they stand for by `knowledge`.
    """
    try:
        return with_knowledge(_parse(source.text), knowledge)
    except AntivenomError as error:
        raise error.at(source) from None


def _parse(text: str) -> Search:
    if len(text) > _LONGEST:
        raise QueryError(f"the query is longer than {_LONGEST} characters")
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise QueryError("the query holds half a character (a lone surrogate)")
    return _Searches(uncommented(text)).whole()


def parse_text(text: str, span: Span, knowledge: Knowledge) -> Search:
    """A search whose text rows made, all of it told at one place of the query."""
    try:
        return with_knowledge(placed(_parse(text), span), knowledge)
    except AntivenomError as error:
        error.span, error.hint = span, f"the search was: {text[:200]}"
        raise


def parse_command(text: str, base: bool, span: Span, knowledge: Knowledge) -> Command:
    """A command whose text rows made, all of it told at one place of the query."""
    try:
        part = segments(text, 0, len(text))[0]
        made = _base(text, part) if base else _Searches(text).command(part)
        return with_knowledge(Search((placed(made, span),)), knowledge).commands[0]
    except AntivenomError as error:
        error.span, error.hint = span, f"the command was: {text[:200]}"
        raise


class _Searches:
    """Reads a query and the subsearches in it, which count their commands together."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._commands = self._subsearches = self._depth = 0

    def whole(self) -> Search:
        """The query itself, which may begin with words to look for."""
        parts = self._parts(0, len(self._text))
        notes: tuple[str, ...] = ()
        piped = parts[0].start == parts[0].end
        if piped and len(parts) == 1:
            raise QueryError("the query is empty")
        word = _first_word(self._text, parts[0])
        if not piped and word not in _FIRST:
            rest = [self.command(part) for part in parts[1:]]
            return Search(_delimited([self._base(parts[0]), *rest]))
        if not piped:
            notes = (f"the query begins with the command {word}; Splunk itself wants a pipe before it",)
        first, *others = parts[1:] if piped else parts
        commands = [self._first(first), *map(self.command, others)]
        if not generates(commands[0]):
            start = (parts[1] if piped else parts[0]).start
            commands.insert(0, SearchCommand(None, Span(start, start), base=True))
        return Search(_delimited(commands), notes)

    def _inner(self, within: Segment) -> Search:
        """A subsearch, which begins with a command that makes results."""
        self._subsearches += 1
        self._depth += 1
        if self._subsearches > _MOST_SUBSEARCHES:
            raise QueryError(f"the query has more than {_MOST_SUBSEARCHES} subsearches", span=within.span)
        if self._depth > _DEEPEST_SUBSEARCH:
            raise QueryError(f"subsearches nest more than {_DEEPEST_SUBSEARCH} deep", span=within.span)
        parts = self._parts(within.start, within.end)
        if parts[0].start == parts[0].end and len(parts) > 1:
            del parts[0]
        word = _first_word(self._text, parts[0])
        if not word:
            raise QueryError(
                "a subsearch begins with a command", span=_beginning(within, parts[0]), hint="write search before terms"
            )
        first = self._base(parts[0]) if word == "search" else self._first(parts[0])
        if not generates(first):
            raise Unsupported(f"SPL subsearch that begins with {word}", span=first.span)
        made = Search(_delimited([first, *map(self.command, parts[1:])]))
        self._depth -= 1
        return made

    def _pipeline(self, within: Segment) -> Search:
        """Commands in brackets that go on with the results: those of appendpipe."""
        self._depth += 1
        if self._depth > _DEEPEST_SUBSEARCH:
            raise QueryError(f"subsearches nest more than {_DEEPEST_SUBSEARCH} deep", span=within.span)
        parts = self._parts(within.start, within.end)
        if parts[0].start == parts[0].end and len(parts) > 1:
            del parts[0]
        made = Search(_delimited([self.command(part) for part in parts]))
        self._depth -= 1
        return made

    def _parts(self, start: int, end: int) -> list[Segment]:
        parts = segments(self._text, start, end)
        self._commands += len(parts)
        if self._commands > _MOST_COMMANDS:
            raise QueryError(f"the query has more than {_MOST_COMMANDS} commands")
        return parts

    def _first(self, part: Segment) -> Command:
        """The command that a search begins with."""
        made = self.command(part)
        return replace(made, first=True) if isinstance(made, Multi) else made

    def _base(self, part: Segment) -> Command:
        """The events a search begins with."""
        try:
            return _base(self._text, part, self._inner)
        except MadeByRows:
            return self._deferred(part, base=True)

    def command(self, part: Segment) -> Command:
        """One command."""
        match = _COMMAND.match(self._text, part.start, part.end)
        name = match[0].lower() if match is not None else ""
        if match is not None and name in COMBINING:
            return COMBINING[name](self._text, Span(part.start, match.end()), part, self._readers())
        if name in _DEFERRED and brackets_in(self._text, part.start, part.end):
            return self._deferred(part)
        try:
            return _command(self._text, part, self._inner)
        except MadeByRows:
            return self._deferred(part)

    def _readers(self) -> Readers:
        return Readers(self._inner, self._pipeline, self._template)

    def _template(self, text: str, span: Span) -> Search:
        """The search of a map with something put in for its fields, which only says what it may read."""
        self._subsearches += 1
        try:
            return placed(_parse(re.sub(r"\$+\w+\$+", "1", text)), span)
        except AntivenomError as error:
            error.span = span
            raise

    def _deferred(self, part: Segment, *, base: bool = False) -> Command:
        """A command that is read once its subsearches ran."""
        found = [
            Subsearch(self._inner(within), Span(within.start - 1, within.end + 1))
            for within in brackets_in(self._text, part.start, part.end)
        ]
        return Deferred(self._text[part.start : part.end], tuple(found), base, part.span)


def _beginning(within: Segment, first: Segment) -> Span:
    """The first part of a subsearch, or the brackets of one that has none."""
    return first.span if first.start < first.end else Span(within.start - 1, within.end + 1)


def _delimited(commands: list[Command]) -> tuple[Command, ...]:
    """The commands, told what those before them say: a nomv the delimiter, a chart the bounds of the search's time."""
    bounds = _bounds(commands[0])
    made = list(commands)
    for at, command in enumerate(commands):
        if isinstance(command, NoMv):
            made[at] = _joined(command, commands[:at])
        elif isinstance(command, Chart) or (isinstance(command, Stats) and _draws(command)):
            made[at] = replace(command, between=bounds)
    return tuple(made)


def _draws(command: Stats) -> bool:
    return any(isinstance(term, Sparkline) for term in command.terms)


def _joined(command: NoMv, before: list[Command]) -> NoMv:
    """A nomv right behind an mvcombine or stats of its field, with the delimiter of that."""
    combining = [c for c in before if isinstance(c, MvCombine) or (isinstance(c, Stats) and c.delimiter is not None)]
    if not combining:
        return command
    last = before[-1]
    if isinstance(last, MvCombine) and last.name.text == command.name.text:
        return replace(command, delimiter=last.delimiter)
    if isinstance(last, Stats) and last.delimiter is not None:
        return replace(command, delimiter=last.delimiter)
    raise Unsupported("SPL nomv that is not right behind its mvcombine", span=command.span)


def _bounds(first: Command) -> tuple[str | None, str | None]:
    """earliest= and latest= of the search's own terms."""
    terms = first.terms if isinstance(first, SearchCommand) else None
    every = terms.terms if isinstance(terms, All) else (terms,)
    said = {term.which: term.time for term in every if isinstance(term, TimeBound)}
    return said.get("earliest"), said.get("latest")


def _first_word(text: str, part: Segment) -> str:
    match = _COMMAND.match(text, part.start, part.end)
    return match[0].lower() if match and not _compared(text, match.end(), part.end) else ""


def _base(text: str, part: Segment, inner: Inner | None = None) -> Command:
    match = _COMMAND.match(text, part.start, part.end)
    start = part.start
    if match and match[0].lower() == "search" and not _compared(text, match.end(), part.end):
        start = match.end()
    return SearchCommand(parse_terms(text, start, part.end, inner), part.span, base=True)


def _compared(text: str, at: int, end: int) -> bool:
    return text[at:end].lstrip()[:1] in ("=", "!", "<", ">")


def _command(text: str, part: Segment, inner: Inner | None = None) -> Command:
    if part.start == part.end:
        raise QueryError("a command is missing between two pipes", span=Span(max(0, part.start - 1), part.start))
    match = _COMMAND.match(text, part.start, part.end)
    if match is None:
        raise QueryError("expected a command after the pipe", span=Span(part.start, part.start + 1))
    name = match[0].lower()
    start = match.end()
    if name == "search":
        return SearchCommand(parse_terms(text, start, part.end, inner), part.span)
    if name == "where":
        return Where(parse_condition(text, start, part.end), part.span)
    if name == "eval":
        return Eval(parse_assignments(text, start, part.end), part.span)
    if name == "fieldformat":
        return _fieldformat(text, start, part)
    if name == "foreach":
        return parse_foreach(text, Span(part.start, start), part)
    if name in ("stats", "eventstats", "streamstats"):
        return parse_stats(name, text, start, part.end, part.span)
    if name in ("chart", "timechart"):
        return parse_chart(name, text, start, part.end, part.span)
    if name == "transaction":
        return parse_transaction(text, start, part.end, part.span)
    if name == "tstats":
        return parse_tstats(text, start, part.end, part.span, inner)
    if name == "datamodel" or (name == "from" and not reads_file(text, start, part.end)):
        return parse_data_model(Arguments(name, text, start, part.end, part.span))
    if name in COMMANDS:
        return COMMANDS[name](Arguments(name, text, start, part.end, part.span))
    if name in SOURCES:
        return SOURCES[name](text, Span(part.start, start), part, inner)
    hint = NOT_RUN.get(name) or (None if name in OTHERS else meant(name, (*OWN, *COMMANDS, *SOURCES)))
    raise Unsupported(f"SPL command {name}", span=Span(part.start, start), hint=hint)


def _fieldformat(text: str, start: int, part: Segment) -> FieldFormat:
    found = parse_assignments(text, start, part.end)
    if len(found) > 1:
        raise QueryError("fieldformat takes one field", span=found[1].span, hint="write fieldformat again")
    return FieldFormat(found[0], span=part.span)


def parse_template(text: str) -> tuple[Command, ...]:
    """The commands of a foreach's template, once its marks are filled in. Their places are places in this text."""
    parts = segments(text, 0, len(text))
    if len(parts) > 1 and parts[0].start == parts[0].end:
        del parts[0]
    if len(parts) > _MOST_COMMANDS:
        raise QueryError(f"the template has more than {_MOST_COMMANDS} commands")
    return tuple(_command(text, part) for part in parts)
