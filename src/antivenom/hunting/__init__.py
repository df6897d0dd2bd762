"""The one meeting place: detections over logs, each row traced back to the process execution it flags.

The Python on command lines is read beside them, once for every distinct program, and is evidence as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import pyarrow as pa

from antivenom import catalogue
from antivenom.catalogue import Detection
from antivenom.errors import UsageError
from antivenom.findings import Finding, ranked
from antivenom.hunting.chains import CONTEXT, with_chains
from antivenom.hunting.clocks import TIME_COLUMNS
from antivenom.hunting.detections import search, stages, wants_of
from antivenom.hunting.merging import merged
from antivenom.hunting.model import Hit, Hunt, Reading, RuleRun, Rules, Run, Stage
from antivenom.hunting.portable import Portable
from antivenom.hunting.rules import Searcher
from antivenom.logs import Logs, Progress, Scan, Wants
from antivenom.programs.reading import Readings
from antivenom.pycode import at_least
from antivenom.rulesets import RuleSet
from antivenom.tables import Need
from antivenom.vocabularies import kinds
from antivenom.vocabularies.activity import kinds_of_activity
from antivenom.vocabularies.parents import ACTOR

__all__ = ["LEAST", "TIME_COLUMNS", "Hunt", "Reading", "RuleRun", "Rules", "Run", "Stage", "hunt", "run", "stages"]

PROCESS_COLUMNS = (
    frozenset({"time", "status", "device.hostname", "metadata.product", "activity_name", ACTOR})
    | {
        f"{process}.{name}"
        for process in ("process", "actor.process")
        for name in ("name", "file.path", "pid", "uid", "cmd_line")
    }
    | {f"{user}.{name}" for user in ("user", "actor.user") for name in ("name", "domain")}
)
"""What a finding says of a process and its parent, by the process table's column names."""

LEAST = "suspicious"
"""The verdict from which on a program is a finding though no detection flagged it."""


def hunt(
    logs: Logs, detections: Iterable[Detection] | None = None, *, rules: RuleSet | None = None
) -> Iterator[Finding]:
    """Findings of the detections (the bundled catalogue by default) and rules over the logs, highest score first.

    The Python of every process start is read too: findings carry what it does, and where no detections are named, a
    program that is suspicious or worse is a finding by itself.
    """
    yield from run(logs, detections, rules=rules, least=LEAST if detections is None else None).findings


def run(
    logs: Logs,
    detections: Iterable[Detection] | None = None,
    *,
    now: int | None = None,
    progress: Progress | None = None,
    programs: bool | None = None,
    least: str | None = None,
    rules: RuleSet | None = None,
    counted: bool = True,
) -> Hunt:
    """Run the detections over one scan of the logs, and read the Python of every process start.

    now       a fixed clock for ago() and relative times (ns since 1970 UTC). Without it the clock moves over
              the logs as a schedule would have moved it, so that no event is too old, and each is judged once.
    programs  whether the Python is read; by default it is, but makes findings of its own only where no detections
              are named. Where it is not, detections that ask of it are left out, and their Run says so.
    least     the verdict from which on a program is a finding of its own, and the rating below which findings of
              detections are left out and counted. Without it none are, and programs are findings from LEAST on.
    rules     Sigma rules that are asked beside the detections, all in one pass.
    counted   whether rows are counted after each stage of a query that returned none; that costs as much as the query.

    A detection that cannot run is reported in its Run and does not stop the others; so is a rule in its RuleRun.
    """
    if rules is not None and not isinstance(rules, RuleSet):
        raise UsageError("rules are no RuleSet", hint="give what antivenom.rules(FOLDER) gives")
    chosen = tuple(detections) if detections is not None else catalogue.load()
    runs = [Run(detection) for detection in chosen]
    portable = Portable([one for one in runs if one.detection.language == "sigma"])
    queries = [one for one in runs if one.detection.language != "sigma"]
    asked = [wants_of(one) for one in queries]
    if programs is False:
        queries, asked = _without_programs(queries, asked)
    searcher = Searcher(rules) if rules is not None else None
    passes: list[Portable | Searcher] = [portable] if searcher is None else [portable, searcher]
    wanted = Wants(
        processes=PROCESS_COLUMNS,
        programs=None if programs is False else {},
        need=Need(kinds.of_processes().union(*map(kinds_of_activity, CONTEXT)), raw=False),
        context=CONTEXT,
    )
    for wants in (*asked, *(one.wants() for one in passes)):
        wanted = wanted.join(wants)
    scan = logs.scan(wanted, progress, _takers(passes))
    hits: list[Hit] = []
    for one in queries:
        if one.error is None:
            hits.extend(search(one, scan, now, counted=counted))
    for each in passes:
        hits.extend(each.search(scan))
    reading = None if scan.readings is None or programs is False else Reading(scan.readings.account)
    if scan.readings is not None and reading is not None and (programs or detections is None):
        _flag(reading, scan.readings, scan, least or LEAST)
    findings = merged(hits, reading, scan)
    kept = findings if least is None else [pair for pair in findings if _is_kept(pair[0], least)]
    order = {id(finding): events for finding, events in kept}
    found = ranked(finding for finding, _ in kept)
    account = searcher.account if searcher is not None else None
    events = [order[id(finding)] for finding in found]
    return Hunt(with_chains(found, events, scan), runs, scan, now, events, reading, account, len(findings) - len(kept))


def _without_programs(queries: list[Run], asked: list[Wants]) -> tuple[list[Run], list[Wants]]:
    """The queries that ask nothing of the Python; the others are noted as left out."""
    kept = []
    for one, wants in zip(queries, asked, strict=True):
        if wants.programs is None:
            kept.append((one, wants))
        else:
            one.missing.append("the Python of command lines, which was not read")
    return [one for one, _ in kept], [wants for _, wants in kept]


def _takers(passes: Iterable[Portable | Searcher]) -> Mapping[str, Callable[[pa.Table], None]]:
    """Who takes the rows of each Sigma table: all that ask of it."""
    found: dict[str, list[Callable[[pa.Table], None]]] = {}
    for one in passes:
        for name, taker in one.takers().items():
            found.setdefault(name, []).append(taker)
    return {name: takers[0] if len(takers) == 1 else _each(takers) for name, takers in found.items()}


def _each(takers: Iterable[Callable[[pa.Table], None]]) -> Callable[[pa.Table], None]:
    def take(table: pa.Table) -> None:
        for taker in takers:
            taker(table)

    return take


def _is_kept(finding: Finding, least: str) -> bool:
    """Whether a finding is bad enough; what rules found that a user brought is kept."""
    return at_least(finding.rating, least) or any(one.sigma for one in finding.evidence)


def _flag(reading: Reading, readings: Readings, scan: Scan, least: str) -> None:
    """Note the process starts whose program is bad enough for a finding."""
    reading.flagged = readings.at_least(least)
    reading.by_product.update(scan.origins.product(number) for number in reading.flagged)
