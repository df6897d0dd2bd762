"""What `antivenom hunt` shows: findings, what each detection did, what it missed and why, what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from rich.console import RenderableType
from rich.text import Text

from antivenom.cli import hunt_rules_page
from antivenom.findings import PYTHON_CODE, iso
from antivenom.hunting import Hunt, Reading, Run
from antivenom.proving.why import WhyNot
from antivenom.pycode import VERDICTS
from antivenom.report import terminal
from antivenom.report.plain import printable, shortened

_SHOWN_ORIGINS = 3
_WIDE_STAGE = 90

_MOST_REASONS = 8
_FEW = 4
"""Up to so many detections are all told of one by one."""


class Miss(Protocol):
    """What the page needs of a miss."""

    @property
    def detection(self) -> str:
        """Id of the detection that missed."""

    @property
    def why(self) -> WhyNot:
        """Why it did."""

    @property
    def origins(self) -> tuple[str, ...]:
        """The records it missed."""


def parts(found: Hunt, missed: Sequence[Miss], tuned: Sequence[str] = ()) -> Iterator[RenderableType]:
    """The page, part by part; `tuned` are lines about what profiles did."""
    if not any(report.events for report in found.scan.reports):
        yield Text("nothing was hunted in: no event was read", style="bold")
        yield Text(_files(found))
        return
    groups = terminal.grouped(found.findings)
    if groups:
        yield terminal.findings(finding for group in groups[: terminal.MOST_FINDINGS] for finding in group)
    rest = sum(map(len, groups[terminal.MOST_FINDINGS :]))
    more = f", {rest:,} of them with lower scores not shown (--json and --csv list all)" if rest > 0 else ""
    yield Text(f"\n{_plural(len(found.findings), 'finding')}{more}", style="bold")
    for line in tuned:
        yield Text(printable(line))
    if found.below:
        yield Text(f"{_plural(found.below, 'finding')} of a lower rating left out; --least notable shows them too")
    told = [one for one in found.runs if _is_told(one, found)]
    yield _detections(found, told)
    yield from _quiet([one for one in found.runs if not _is_told(one, found)])
    if found.reading is not None:
        yield from _programs(found.reading)
    if found.rules is not None:
        yield from hunt_rules_page.parts(found.rules)
    for one in told:
        yield from _account(one)
    if missed:
        yield Text("\nflagged by one detection and not by another", style="bold")
    for miss in missed[:_MOST_REASONS]:
        yield from _miss(miss)
    if len(missed) > _MOST_REASONS:
        yield Text(f"and {len(missed) - _MOST_REASONS:,} more reasons (--json lists all)")
    yield Text(f"\n{_read(found)}")


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _is_told(one: Run, found: Hunt) -> bool:
    """Whether a detection is shown by itself: one of single behaviour that found nothing is counted with its like."""
    few = len(found.runs) <= _FEW
    return few or one.detection.scope == "technique" or one.rows > 0 or one.error is not None


def _quiet(runs: Sequence[Run]) -> Iterator[Text]:
    """The detections of single behaviours that found nothing, and which of them had nothing to look at."""
    if not runs:
        return
    blind = [one for one in runs if not one.eligible]
    yield Text(f"{_plural(len(runs), 'detection')} of single behaviours found nothing (--json says of each why)")
    if blind:
        names = ", ".join(one.detection.id for one in blind)
        yield Text(f"{len(blind)} of them had no event to look at: {names}")


def _detections(found: Hunt, told: Sequence[Run]) -> RenderableType:
    lines = [(one.detection.id, one.by_product, one.rows, one.eligible) for one in told]
    reading = found.reading
    if reading is not None:
        lines.insert(0, (PYTHON_CODE, reading.by_product, len(reading.flagged), reading.account.rows))
    products = sorted({product for _, by_product, _, _ in lines for product in by_product})
    rows = [(id, *(by_product.get(p, 0) for p in products), count, of) for id, by_product, count, of in lines]
    headers = ("detection", *products, "rows", "eligible")
    return terminal.grid(headers, rows, right=headers[1:])


def _programs(reading: Reading) -> Iterator[Text]:
    """What was read of the Python on command lines, and where the reading had to stop."""
    account = reading.account
    starts, lines = _plural(account.rows, "process start"), _plural(account.lines, "distinct command line")
    held = f"{account.python:,} with Python, {_plural(account.programs, 'distinct program')}"
    yield Text(f"\n{PYTHON_CODE}: {starts}, {lines}; {held}")
    counts = ", ".join(f"{account.verdicts[verdict]:,} {verdict}" for verdict in reversed(VERDICTS))
    yield Text(f"{PYTHON_CODE}: {counts}")
    for note, count in account.ended.most_common():
        yield Text(f"{PYTHON_CODE}: {_plural(count, 'program')}: {note}")


def _account(one: Run) -> Iterator[Text]:
    """Why a detection could not run, or found nothing."""
    name = one.detection.id
    if one.error is not None:
        yield Text(f"{name} could not run: {printable(str(one.error)).replace(chr(92) + 'n', chr(10))}", style="red")
        return
    for note in one.notes:
        yield Text(f"{name}: {printable(note)}")
    if one.rows:
        return
    yield Text(f"\n{name} found nothing:", style="bold")
    for stage in one.stages:
        yield Text(f"  {stage.rows:>9,} rows after {shortened(printable(stage.text), _WIDE_STAGE) or 'the source'}")
    for missing in one.missing:
        yield Text(f"  {printable(missing)}")


def _miss(miss: Miss) -> Iterator[Text]:
    shown = miss.origins[:_SHOWN_ORIGINS]
    rest = len(miss.origins) - len(shown)
    more = f" and {rest:,} more" if rest else ""
    yield Text(f"{miss.detection} did not flag {printable('; '.join(shown))}{more}")
    if miss.why.stage:
        yield Text(f"  dropped at `{shortened(printable(miss.why.stage), _WIDE_STAGE)}`")
    for sentence in miss.why.reasons:
        yield Text(f"  - {printable(sentence)}")
    for example in miss.why.examples:
        yield Text(f"    {printable(example)}", style="dim")


def _read(found: Hunt) -> str:
    clock = f"stood at {iso(found.now)}" if found.now is not None else "moved with the events"
    return f"{_files(found)}\nthe clock of ago() {clock}"


def _files(found: Hunt) -> str:
    """What was read, and what was not."""
    reports = found.scan.reports
    understood = [report for report in reports if report.reason is None]
    formats = Counter(report.format for report in understood if report.format)
    lines = [
        f"read {_plural(len(understood), 'file')}"
        + (f" ({', '.join(f'{count} {name}' for name, count in sorted(formats.items()))})" if formats else "")
        + f", {_plural(sum(r.events for r in reports), 'event')}"
        + (f", {iso(found.scan.oldest)} to {iso(found.scan.newest)}" if found.scan.oldest is not None else "")
    ]
    damaged = sum(report.damaged for report in reports)
    if damaged:
        lines.append(f"{_plural(damaged, 'damaged record')} left out; `antivenom tables` lists them")
    strange = sum(report.reason is not None for report in reports)
    if strange:
        lines.append(f"{_plural(strange, 'file')} not understood; `antivenom tables` says why")
    if found.scan.outside:
        lines.append(f"{_plural(found.scan.outside, 'event')} outside --since and --until")
    return "\n".join(lines)
