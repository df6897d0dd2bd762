"""Which fields of the events a search reads: what a reader must deliver, and nothing it may leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from antivenom.languages.spl import syntax, syntax_fields
from antivenom.languages.spl import syntax_reports as reports
from antivenom.languages.spl.lowering.expressions import pattern_text
from antivenom.languages.spl.lowering.foreach import item_template, templates
from antivenom.languages.spl.lowering.produced import produced
from antivenom.languages.spl.lowering.sides import paths
from antivenom.languages.spl.parsing.parser import parse_template
from antivenom.languages.spl.parsing.patterns import named_groups
from antivenom.languages.spl.parsing.search import embedded_terms


@dataclass(frozen=True, slots=True)
class FieldsRead:
    """Field names read before the search defines them; `everything` when all fields reach the result."""

    names: frozenset[str]
    everything: bool


def fields_read(search: syntax.Search) -> FieldsRead:
    """What the events must carry for a search and its subsearches."""
    every = list(paths(search))
    found = [_read_on(path) for path in every]
    mapped = any(isinstance(command, syntax.Map) for path in every for command in path)
    names = frozenset[str]().union(*(read.names for read in found))
    return FieldsRead(names, mapped or any(read.everything for read in found))


def _read_on(path: tuple[syntax.Command, ...]) -> FieldsRead:
    """What the results that go through these commands must carry, where they begin as events."""
    indexed = [command for command in path if isinstance(command, syntax.TStats) and command.model is None]
    if indexed:
        return FieldsRead(frozenset(name.text for command in indexed for name in tstats_fields(command)), False)
    if not isinstance(path[0], syntax.SearchCommand | syntax.Deferred):
        return FieldsRead(frozenset(), False)
    reader = _Reader()
    reader.read({"_time"})
    for command in path:
        reader.command(command)
    return FieldsRead(frozenset(reader.names), reader.everything or reader.open)


class _Reader:
    """Walks the commands: `open` while fields that were never named still flow to the result."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.defined: set[str] = set()
        self.open = True
        self.everything = False

    def read(self, names: set[str]) -> None:
        if any("*" in name for name in names) and self.open:
            self.everything = True
        if self.open:
            self.names |= {name for name in names if "*" not in name} - self.defined

    def command(self, command: syntax.Command) -> None:
        match command:
            case syntax.SearchCommand(terms):
                self.read(set(_term_fields(terms)) if terms is not None else set())
            case syntax.Where(condition):
                self.read(set(expression_fields(condition)))
            case syntax.Eval(assignments):
                for assignment in assignments:
                    self.read(
                        {*expression_fields(assignment.value), *re.findall(r"\{([^{}]*)\}", assignment.name.text)}
                    )
                    self.defined.add(assignment.name.text)
            case syntax.Stats(terms=terms, by=by):
                self._terms(terms, by, kept=command.command != "stats")
                for reset in (command.reset_before, command.reset_after):
                    self.read(set(expression_fields(reset)) if reset is not None else set())
            case reports.Chart(terms=terms, score=score):
                terms = (*terms, *((score,) if score is not None else ()))
                self._terms(terms, tuple(name for name in (command.over, command.by) if name is not None), kept=False)
            case syntax.Table(names):
                self.read({name.text for name in names})
                self.open = False
            case syntax.Fields(names, remove):
                if not remove:
                    self.read({name.text for name in names} | {"_time", "_raw"})
                    self.open = False
            case _:
                self._source(command)
                self._other(command)

    def _source(self, command: syntax.Command) -> None:
        """Commands that read other searches and files, or write."""
        match command:
            case syntax.Deferred() | syntax.AppendCols() | syntax.SetOf() | syntax.Format() | syntax.Written():
                self.read({"*"})
                self.open = self.open and not isinstance(command, syntax.Format)
            case syntax.SelfJoin(names):
                self.read({name.text for name in names})
            case syntax.Return(_, fields):
                self.read({field.name.text for field in fields})
                self.open = False
            case syntax.Map(text):
                self.read(set(re.findall(r"\$(\w[\w.:{}]*)\$", text)))
                self.open = False
            case syntax.Lookup(_, matches, outputs, only_new):
                self.read({event.text for _, event in matches})
                written = {event.text for _, event in outputs}
                self.read(written if only_new else set())
                self.defined |= written
            case _:
                pass

    def _terms(self, terms: tuple[syntax.StatsTerm, ...], by: tuple[syntax.Name, ...], *, kept: bool) -> None:
        """Statistical functions; `kept` results keep their fields and get those of the functions."""
        self.read({name.text for name in by})
        for term in terms:
            if isinstance(term.argument, syntax.Name):
                self.read({term.argument.text})
            elif term.argument is not None:
                self.read(set(expression_fields(term.argument)))
            if kept:
                self.defined.add(term.name)
        if not kept:
            self.open = False

    def _other(self, command: syntax.Command) -> None:
        match command:
            case syntax.Rename(pairs):
                self.read({old.text for old, _ in pairs})
                self.defined |= {new.text for _, new in pairs}
            case syntax.Sort(keys):
                self.read({key.name.text for key in keys})
            case syntax.Dedup(names):
                self.read({name.text for name in names})
            case syntax.FillNull(_, names):
                self.read({name.text for name in names} or {"*"})
            case syntax.Regex(field):
                self.read({field.text})
            case syntax.Head(condition=condition) if condition is not None:
                self.read(set(expression_fields(condition)))
            case syntax.Rex(field, pattern, offset=offset):
                found = set(named_groups(pattern_text(pattern.raw))) | ({offset} if offset else set())
                # a field keeps its value where the pattern is not found
                self.read({field.text} | found)
                self.defined |= found
            case syntax.MakeMv(name) | syntax.MvExpand(name) | syntax.NoMv(name):
                self.read({name.text})
            case syntax.MvCombine() | syntax.Untable():
                self.read({"*"})
            case syntax.Convert(_, conversions):
                self.read({one.field.text for one in conversions})
                self.defined |= {one.target or one.field.text for one in conversions}
            case syntax.Join(names):
                self.read({name.text for name in names} or {"*"})
            case syntax.StrCat(parts, target):
                self.read({part.text for part in parts if isinstance(part, syntax.Name)})
                self.defined.add(target)
            case syntax.Report():
                self._report(command)
            case _:
                self._extracting(command)

    def _extracting(self, command: syntax.Command) -> None:
        """Commands that take fields out of text, or change them."""
        match command:
            case (
                syntax_fields.Sed(field)
                | syntax_fields.SedCharacters(field)
                | syntax_fields.FromJson(field)
                | syntax_fields.IpLocation(field)
            ):
                self.read({field.text})
            case syntax_fields.XmlKv(field) | syntax_fields.SPath(input=field):
                self.read({field.text})
            case syntax_fields.XPath(_, field, target):
                self.read({field.text})
                self.defined.add(target)
            case syntax_fields.Extract():
                self.read({"_raw"})
            case syntax_fields.FieldFormat(assignment):
                self.read({assignment.name.text, *expression_fields(assignment.value)})
            case syntax_fields.FillDown(names) | syntax_fields.Replace(names=names):
                self.read({name.text for name in names} or {"*"})
            case syntax_fields.RelTime(names):
                self.read({name.text for name in names})
            case syntax_fields.ToJson(functions):
                self.read({name.text for _, name in functions})
            case syntax_fields.SetFields(values):
                self.defined |= {name for name, _ in values}
            case syntax_fields.ForEach():
                self._foreach(command)
            case _:
                pass

    def _foreach(self, command: syntax_fields.ForEach) -> None:
        """The template's own fields, and those it is filled in with."""
        self.read({name.text for name in command.names})
        known = tuple(name.text.replace("*", "x") for name in command.names)
        filled = templates(command, known) if command.mode == "multifield" else [item_template(command)]
        for text in filled:
            for one in parse_template(text):
                self.command(one)

    def _report(self, command: syntax.Report) -> None:
        match command:
            case reports.Bin(name=name, target=target) | reports.Accum(name=name, target=target):
                self._made({name.text}, {target})
            case reports.Delta(name=name, target=target):
                self._made({name.text}, {target})
            case reports.MakeContinuous(name=name):
                self.read({name.text})
            case reports.RangeMap(name=name):
                self._made({name.text}, {"range"})
            case reports.Autoregress(name=name, targets=targets):
                self._made({name.text}, {target for _, target in targets})
            case reports.TrendLine(trends=trends):
                self._made({trend.name.text for trend in trends}, {trend.target for trend in trends})
            case reports.AddTotals(names=names, field=made, label_field=label):
                self._made({name.text for name in names} or {"*"}, {made, *([label] if label else [])})
            case reports.Top(names=names, by=by):
                self._table({name.text for name in (*names, *by)})
            case reports.Contingency(row=row, column=column):
                self._table({row.text, column.text})
            case reports.XySeries(row=row, column=column, values=values):
                self._table({name.text for name in (row, column, *values)})
            case reports.Transpose():
                self._table({"*"})
            case reports.Transaction(names=names, starts=starts, ends=ends):
                self.read({name.text for name in names} | _edge_fields(starts) | _edge_fields(ends))
                self.defined |= {"duration", "eventcount", "closed_txn", "linecount", "field_match_sum"}
            case _:
                pass

    def _made(self, read: set[str], defined: set[str]) -> None:
        """Fields read, and fields that are another command's from here on."""
        self.read(read)
        self.defined |= defined

    def _table(self, read: set[str]) -> None:
        """Fields read by a command whose results have no others."""
        self.read(read)
        self.open = False


def _edge_fields(edge: reports.Edge | None) -> set[str]:
    if edge is None:
        return set()
    read = set(_term_fields(edge.terms)) if edge.terms is not None else set()
    return read | (set(expression_fields(edge.condition)) if edge.condition is not None else set())


def _term_fields(term: syntax.SearchTerm) -> Iterator[str]:
    for found in named_in(term):
        yield "_raw" if isinstance(found, syntax.Term) else found.text


def named_in(term: syntax.SearchTerm) -> Iterator[syntax.Name | syntax.Term]:
    """The fields that search terms name, and the terms that name none."""
    stack: list[syntax.SearchTerm] = [term]
    while stack:
        match stack.pop():
            case syntax.Term() as bare:
                yield bare
            case syntax.Compare(field) | syntax.OneOf(field) as compared:
                yield syntax.Name(field, compared.span)
            case syntax.TimeBound(field=field, span=span):
                yield syntax.Name(field, span)
            case syntax.Known(compare, terms):
                yield syntax.Name(compare.field, compare.span)
                stack += [terms] if terms is not None else []
            case syntax.Subsearch(search, span):
                names = produced(search)
                yield from (syntax.Name(name, span) for name in (["*"] if names is None else sorted(names)))
            case syntax.Not(inner):
                stack.append(inner)
            case syntax.All(terms) | syntax.Any(terms):
                stack.extend(terms)


def tstats_fields(command: syntax.TStats) -> Iterator[syntax.Name]:
    """The fields a tstats names, `_raw` for terms without a field."""
    yield from command.by
    for term in command.terms:
        if isinstance(term.argument, syntax.Name):
            yield term.argument
        if term.function in _TIMED:
            yield syntax.Name("_time", term.span)
    for found in named_in(command.where) if command.where is not None else ():
        if isinstance(found, syntax.Name) and found.text == "*" and command.model is None:
            yield from (syntax.Name(name, found.span) for name in (*INDEXED, "_raw"))
        elif not isinstance(found, syntax.Term):
            yield found
        elif found.text.strip("*"):  # a lone star fits everything
            yield syntax.Name("_raw", found.span)


INDEXED = ("_time", "index", "host", "source", "sourcetype")
"""The fields Splunk has for every event without extracting anything."""

_TIMED = ("earliest", "latest", "earliest_time", "latest_time", "rate", "sparkline")


def expression_fields(expression: syntax.Expression) -> Iterator[str]:
    """The fields an expression reads."""
    stack: list[syntax.Expression] = [expression]
    while stack:
        match stack.pop():
            case syntax.Field(name):
                yield name
            case syntax.Unary(_, arg):
                stack.append(arg)
            case syntax.Binary(_, left, right):
                stack += [left, right]
            case syntax.Function("searchmatch", (syntax.Text(raw, span),)):
                terms = embedded_terms(raw, span)
                yield from _term_fields(terms) if terms is not None else ()
            case syntax.Logic(_, args) | syntax.Function(_, args):
                stack.extend(args)
            case _:
                pass
