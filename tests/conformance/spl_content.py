"""Runs the public SPL searches over all shared logs: macros are put in, each is compiled, and what compiles is run."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any

import pyarrow as pa

from antivenom import engine, outside, splunk
from antivenom.errors import AntivenomError, MissingInput, QueryError, Unsupported
from antivenom.languages import spl
from antivenom.logs import EVENTS, Logs, Wants
from antivenom.source import SourceText
from antivenom.tables import EVENT_COLUMN

ESCU = "splunk/security_content"
"""The repository of Splunk's own detections."""
_UNDEFINED = re.compile(r"macro (\S+) is not defined")
_KNOWLEDGE = frozenset(("eventtype", "tag"))
"""What is no field of an event, but known about it."""
_MOST_FIELDS = 40
"""Fields of events beside those a search names: of hundreds, each costs the compiler something."""


@dataclass(slots=True)
class Tally:
    """What became of the searches of one source."""

    ran: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    """Search -> how many rows it returned, of those that ran."""
    missing: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    rejected: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share that compiled and ran, of those whose files are at hand."""
        others = self.refused.total() + self.late.total() + len(self.rejected) + len(self.faults)
        return self.ran / max(1, self.ran + others)

    def __str__(self) -> str:
        with_rows = sum(count > 0 for count in self.rows.values())
        lines = [
            f"ran {self.ran} = {self.share:.1%} ({with_rows} gave rows), missing input {self.missing.total()}, "
            f"refused {self.refused.total()}, refused while running {self.late.total()}, "
            f"rejected {len(self.rejected)}, faults {len(self.faults)}"
        ]
        for what, counts in (("missing", self.missing), ("refused", self.refused), ("while running", self.late)):
            lines += [f"  {count:4} {what}: {name}" for name, count in counts.most_common()]
        return "\n".join([*lines, *(f"  rejected: {one}" for one in self.rejected), *self.faults])


@dataclass(frozen=True, slots=True)
class Compiled:
    """A search that compiles and reads no file."""

    name: str
    escu: bool
    source: SourceText


def load(folder: Path) -> Iterator[dict[str, Any]]:
    """The recorded searches."""
    with (folder / "content" / "spl_endpoint.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def macros(folder: Path) -> dict[str, Any]:
    """The recorded macros; of two with one name the newer."""
    by_release = json.loads((folder / "content" / "spl_macros.json").read_text(encoding="utf-8"))
    return {name: macro for release in sorted(by_release, reverse=True) for name, macro in by_release[release].items()}


def tallies() -> dict[bool, Tally]:
    """A tally each for Splunk's own detections (True) and for all others."""
    return {True: Tally(), False: Tally()}


def compiled(
    cases: Iterable[Mapping[str, Any]], known: Mapping[str, Any], counts: Mapping[bool, Tally]
) -> list[Compiled]:
    """The searches that can be run; what became of the others is counted."""
    found = (_compiled(case, known, counts[case["repo"] == ESCU]) for case in cases)
    return [one for one in found if one is not None]


def _compiled(case: Mapping[str, Any], known: Mapping[str, Any], tally: Tally) -> Compiled | None:
    name = f"{case['path']} # {case['name']}"
    try:
        source = SourceText(expanded(case["search"], known), case["path"])
        outside.load(splunk.NOTHING.compiled(source, splunk.schemas(source)), {})
        return Compiled(name, case["repo"] == ESCU, source)
    except MissingInput as error:
        tally.missing[error.message] += 1
    except Unsupported as error:
        tally.refused[error.construct] += 1
    except AntivenomError as error:
        tally.rejected.append(f"{name}: {error.message}")
    except Exception as error:
        tally.faults.append(f"{name}: {error!r}")
    return None


def expanded(text: str, known: Mapping[str, Any]) -> str:
    """The text with macros put in; one nobody defines stands for a term or command that keeps everything."""
    macros_ = dict(known)
    while True:
        try:
            return spl.expand_macros(text, macros_)
        except QueryError as error:
            missing = _UNDEFINED.match(error.message)
            if missing is None:
                raise
            name, _, count = missing[1].partition("(")
            piped = name.endswith("_filter") or re.search(r"\|\s*`" + re.escape(name), text)
            arguments = [f"a{number}" for number in range(int(count.rstrip(")") or 0))]
            macros_[missing[1]] = {"definition": "search *" if piped else "index=*", "args": arguments}


def scanned(folder: Path, searches: Iterable[Compiled]) -> tuple[dict[str, pa.Table], int]:
    """Every table the searches read, from one pass over the shared logs, and the newest time in them (ns).

    Of the events only fields that any search names: all of them would take most of the time.
    """
    made = list(searches)
    wants = reduce(Wants.join, (splunk.wants_of(one.source, selective=False) for one in made))
    named = frozenset[str]().union(*(spl.fields_read(spl.parse(one.source)).names for one in made))
    scan = Logs([folder / "telemetry"]).scan(replace(wants, splunk=named - _KNOWLEDGE))
    return scan.tables, scan.newest or 0


def run(one: Compiled, tables: Mapping[str, pa.Table], now: int, tally: Tally) -> None:
    """Run a search, and count what became of it."""
    try:
        seen = {**tables, EVENTS: _seen(one.source, tables[EVENTS])}
        result = engine.run(splunk.over_scan(one.source, seen, now), seen, now)
    except Unsupported as error:
        tally.late[error.construct] += 1
    except Exception as error:
        tally.faults.append(f"{one.name}: {error!r}")
    else:
        tally.ran += 1
        tally.rows[one.name] = result.num_rows


def _seen(source: SourceText, events: pa.Table) -> pa.Table:
    """The events with the fields that the search names, and some others where it reads all."""
    read = spl.fields_read(spl.parse(source))
    names = read.names | {EVENT_COLUMN} | frozenset(events.column_names[:_MOST_FIELDS] if read.everything else ())
    return events.select([name for name in events.column_names if name in names])
