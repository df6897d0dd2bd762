"""`antivenom tables LOGS...`: what is in logs, before anything is asked of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from antivenom.cli.options import emit, logs_argument, time_options
from antivenom.cli.progress import watched
from antivenom.findings import iso
from antivenom.logs import Logs, Scan, every_view, views
from antivenom.programs import schemas as programs
from antivenom.report import jsonout
from antivenom.report.plain import printable
from antivenom.tables import FileReport

_SHOWN_DAMAGE = 10
_SHOWN_KINDS = 20
_MOST_FILES = 500


@click.command("tables")
@logs_argument
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON.")
@click.option("--damage", "all_damage", is_flag=True, help="Every damaged record, not only the first ones.")
@time_options
def command(
    logs: tuple[Path, ...],
    as_json: bool,
    all_damage: bool,
    now: int | None,
    since: int | None,
    until: int | None,
) -> None:
    """Say what is in LOGS: format, hosts, time range, events per kind, damage, files not understood and why."""
    with watched() as progress:
        scan = Logs(logs, since=since, until=until).scan(every_view(), progress)
    if as_json:
        emit(jsonout.dumps(_document(scan)))
        return
    from antivenom.report import terminal  # rich is slow to import and JSON needs none of it

    screen = terminal.console()
    for part in _page(scan, None if all_damage else _SHOWN_DAMAGE):
        screen.print(part)


def _document(scan: Scan) -> dict[str, object]:
    return {
        "files": [_file(report) for report in scan.reports],
        "events": sum(report.events for report in scan.reports),
        "from": iso(scan.oldest),
        "to": iso(scan.newest),
        "made_when_asked": [*programs.TABLES, f"index={programs.INDEX}"],
        "views": [{"table": view.table, "rows": view.rows, "unfilled": sorted(view.unfilled)} for view in views(scan)],
    }


def _file(report: FileReport) -> dict[str, object]:
    return {
        "file": report.file,
        "format": report.format,
        "bytes": report.bytes,
        "events": report.events,
        "records": report.records,
        "hosts": sorted(report.hosts),
        "from": iso(report.first),
        "to": iso(report.last),
        "kinds": dict(sorted(report.kinds.items())),
        "damage": [{"origin": d.origin._asdict(), "expected": d.expected, "found": d.found} for d in report.damage],
        "damaged": report.damaged,
        "reason": report.reason,
    }


def _page(scan: Scan, most_damage: int | None) -> Iterator[object]:
    from antivenom.report.terminal import grid

    if not scan.reports:
        yield "no files to read there"
        return
    understood = [report for report in scan.reports if report.reason is None]
    base = _common(scan.reports)
    if base:
        yield f"below {printable(scan.reports[0].file[:base])}\n"
    yield grid(
        ("file", "format", "events", "hosts", "from", "to", "damage"),
        [
            (r.file[base:], r.format, f"{r.events:,}", _hosts(r), iso(r.first), iso(r.last), r.damaged or "")
            for r in understood[:_MOST_FILES]
        ],
        right=("events", "damage"),
    )
    yield _more_files(understood)
    yield grid(("kind of event", "count"), _kinds(understood), right=("count",))
    yield ""
    yield grid(
        ("Defender table", "rows", "columns nothing in these logs can fill"),
        [(v.table, f"{v.rows:,}", ", ".join(sorted(v.unfilled)) or "none") for v in views(scan) if v.rows],
        right=("rows",),
    )
    yield (
        f"\nmade of the Python on command lines where a query names them: {', '.join(programs.TABLES)} (KQL), "
        f"index={programs.INDEX} (SPL)"
    )
    yield from _damage(understood, most_damage, base)
    strange = [report for report in scan.reports if report.reason is not None]
    if strange:
        yield f"\n{len(strange)} file{'' if len(strange) == 1 else 's'} not understood"
        yield grid(("file", "why"), [(r.file[base:], r.reason) for r in strange[:_MOST_FILES]])
        yield _more_files(strange)
    total = sum(r.events for r in scan.reports)
    span = f", {iso(scan.oldest)} to {iso(scan.newest)}" if scan.oldest is not None else ""
    yield f"\n{len(understood):,} file{'' if len(understood) == 1 else 's'}, {total:,} events{span}"


def _more_files(reports: list[FileReport]) -> str:
    rest = len(reports) - _MOST_FILES
    return f"and {rest:,} more files (--json lists all)\n" if rest > 0 else ""


def _hosts(report: FileReport) -> str:
    hosts = sorted(report.hosts)
    return ", ".join(hosts[:2]) + (f" +{len(hosts) - 2}" if len(hosts) > 2 else "")


def _kinds(reports: list[FileReport]) -> list[tuple[str, str]]:
    counts: Counter[str] = Counter()
    for report in reports:
        counts.update(report.kinds)
    shown = [(kind, f"{count:,}") for kind, count in counts.most_common(_SHOWN_KINDS)]
    rest = len(counts) - len(shown)
    return [*shown, (f"and {rest:,} more kinds (--json lists all)", "")] if rest else shown


def _common(reports: list[FileReport]) -> int:
    """How many characters of their folder all files share; 0 for a single file."""
    if len(reports) < 2:
        return 0
    low, high = min(report.file for report in reports), max(report.file for report in reports)
    same = next((i for i, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), len(low))
    return low.rfind("/", 0, same) + 1


def _damage(reports: list[FileReport], most: int | None, base: int) -> Iterator[object]:
    from antivenom.report.terminal import grid

    every = [damage for report in reports for damage in report.damage]
    total = sum(report.damaged for report in reports)
    if not total:
        return
    yield f"\n{total:,} damaged record{'' if total == 1 else 's'}"
    rows = [(str(d.origin)[base:], d.expected, printable(d.found)) for d in every[:most]]
    yield grid(("where", "expected", "found"), rows)
    if len(rows) < total:
        yield f"and {total - len(rows):,} more (--damage, --json)"
