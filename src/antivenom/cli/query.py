"""`antivenom query`: the bare result table of any SPL or KQL query, or of a Sigma rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click
import pyarrow.parquet as pq

from antivenom.cli.options import emit, output_choice, time_options
from antivenom.cli.progress import watched
from antivenom.errors import UsageError
from antivenom.findings import iso
from antivenom.logs import Logs
from antivenom.querying import Answer, ask, plan_text, sql_text
from antivenom.report import csvout, jsonout
from antivenom.report.plain import printable
from antivenom.source import SourceText

_FILE_NAME = re.compile(r"[^\s|]+\.(?:kql|kusto|spl|txt|yml|yaml)")
_STANZA = re.compile(r"(?:\s*[#;][^\n]*\n)*\s*\[(?P<name>[^\]|\n]+)\][ \t]*\r?\n")
_SEARCH = re.compile(r"^\s*search\s*=", re.MULTILINE)
_PATH = click.Path(exists=True, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("query")
@click.argument("logs", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[LOGS]...")
@click.option("--kql", metavar="TEXT|FILE", help="A KQL query, or a file that holds one.")
@click.option("--spl", metavar="TEXT|FILE", help="An SPL search, or a file that holds one.")
@click.option("--sigma", metavar="FILE", help="A file that holds a Sigma rule: the events it matches.")
@click.option("--macros", multiple=True, type=_PATH, help="SPL macros: JSON, macros.conf or an app's folder.")
@click.option("--conf", multiple=True, type=_PATH, help="What Splunk knows: a .conf file or the folder of an app.")
@click.option("--lookup", "lookups", multiple=True, metavar="NAME=PATH", help="An SPL look-up's file, CSV or JSON.")
@click.option("--lookups", "folders", multiple=True, type=_FOLDER, help="Look-up files, and transforms.conf.")
@click.option("--out", type=_FOLDER, help="Where outputlookup, outputcsv and collect may write; else nowhere.")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A declared KQL parameter's value.")
@click.option("--file", "files", multiple=True, metavar="NAME=PATH", help="The file that externaldata's NAME means.")
@click.option("--watchlist", "watchlists", multiple=True, metavar="NAME=PATH", help="A watchlist's items, CSV or JSON.")
@click.option("--functions", type=_PATH, help="Stored KQL functions, NAME.kql each.")
@click.option("--timeout", type=click.FloatRange(min=0.1), metavar="SECONDS", help="End the query then; else 600.")
@click.option(
    "--show",
    "shown",
    type=click.Choice(["plan", "sql"]),
    help="Show the plan or the SQL, macros put in, no rows.",
)
@click.option("--json", "as_json", is_flag=True, help="Rows as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Rows as CSV.")
@click.option("--parquet", type=click.Path(dir_okay=False, path_type=Path), metavar="OUT", help="Rows into OUT.")
@time_options
def command(
    logs: tuple[Path, ...],
    kql: str | None,
    spl: str | None,
    sigma: str | None,
    macros: tuple[Path, ...],
    conf: tuple[Path, ...],
    lookups: tuple[str, ...],
    folders: tuple[Path, ...],
    out: Path | None,
    params: tuple[str, ...],
    files: tuple[str, ...],
    watchlists: tuple[str, ...],
    functions: Path | None,
    timeout: float | None,
    shown: str | None,
    as_json: bool,
    as_csv: bool,
    parquet: Path | None,
    now: int | None,
    since: int | None,
    until: int | None,
) -> None:
    """Run any query over LOGS. Without LOGS the query must carry its own data (datatable, makeresults)."""
    output_choice(as_json, as_csv, parquet)
    given = {name: text for name, text in (("kql", kql), ("spl", spl), ("sigma", sigma)) if text is not None}
    if len(given) != 1:
        raise UsageError("give one query", hint="--kql TEXT|FILE, --spl TEXT|FILE or --sigma FILE")
    ((language, text),) = given.items()
    source = _source(text)
    if language == "spl":
        _refuse_settings(source, text)
    with watched():
        answer = ask(
            source,
            language=language,
            logs=Logs(logs, since=since, until=until) if logs else None,
            now=now,
            params=_params(params),
            files=dict(map(_named_file, (*files, *watchlists, *lookups))),
            functions=functions,
            timeout=timeout,
            conf=(*folders, *conf, *macros),
            out=None if shown else out,
        )
    if shown:
        emit(_expanded(answer, source) + (plan_text(answer) if shown == "plan" else sql_text(answer)))
    elif parquet is not None:
        _write_parquet(answer, parquet)
    elif as_json:
        emit(jsonout.dumps(list(jsonout.rows(answer.table))))
    elif as_csv:
        emit(csvout.table(answer.table))
    else:
        _show(answer)


def _expanded(answer: Answer, asked: SourceText) -> str:
    """The search with its macros put in, where it has any."""
    return "" if answer.plan.source.text == asked.text else f"search: {answer.plan.source.text.strip()}\n\n"


def _params(given: tuple[str, ...]) -> dict[str, str]:
    """NAME=VALUE pairs, each name once; a value is read as the query declares it."""
    found: dict[str, str] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name or name in found:
            what = f"{name} is given twice" if name in found else f"{pair!r} is no parameter"
            raise UsageError(what, hint="--param NAME=VALUE, once for each name")
        found[name] = value
    return found


def _named_file(given: str) -> tuple[str, str]:
    """`NAME=PATH` as its two parts; an address may hold equals signs of its own, a path rather not."""
    name, sign, path = given.rpartition("=")
    if not (name and sign and path):
        raise UsageError(f"{given!r} names no file", hint="write NAME=PATH")
    return name, path


def _source(given: str) -> SourceText:
    """A query's text: what the named file holds, or what was given."""
    if _names(given, Path.is_dir):
        raise UsageError(f"{given} is a folder", hint="give a file; antivenom hunt --rules takes folders")
    if _names(given, Path.is_file):
        return SourceText(_read(Path(given), "utf-8-sig"), given)
    if not given.strip():
        raise UsageError("the query is empty")
    if _FILE_NAME.fullmatch(given):
        raise UsageError(f"no such file: {given}")
    return SourceText(given)


def _refuse_settings(source: SourceText, given: str) -> None:
    """A savedsearches.conf is no search: it holds several, by their names."""
    stanza = _STANZA.match(source.text)
    if source.text is given or stanza is None or not _SEARCH.search(source.text):
        return
    asked = f"--spl '| savedsearch \"{stanza['name']}\"' --conf {given}"
    raise UsageError(f"{given} is a savedsearches.conf, and --spl takes one search", hint=f"name one of it: {asked}")


def _names(given: str, test: Callable[[Path], bool]) -> bool:
    """Whether a query's option names such a path. Most queries can be none: they are too long for one."""
    try:
        return test(Path(given))
    except (OSError, ValueError):
        return False


def _read(path: Path, encoding: str) -> str:
    try:
        return path.read_text(encoding=encoding)
    except UnicodeDecodeError as error:
        found = f"byte {error.object[error.start]:02x} at {error.start}"
        raise UsageError(f"{path} is no UTF-8 text: {found}", hint="save it as UTF-8") from None


def _write_parquet(answer: Answer, path: Path) -> None:
    """Write beside the place and move there, so that a broken run leaves no half file."""
    if path.exists() and not path.is_file():
        raise UsageError(f"{path} is no regular file", hint="name a file that may be replaced")
    if not path.parent.is_dir():
        raise UsageError(f"no such folder: {path.parent}")
    names = jsonout.unique_names(answer.table.column_names)
    half = path.with_name(f".{path.name}.part")
    try:
        pq.write_table(answer.table.rename_columns(names), half)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    click.echo(f"{answer.table.num_rows:,} rows written to {path}", err=True)


def _show(answer: Answer) -> None:
    from antivenom.report import terminal  # rich is slow to import; JSON and CSV need none of it

    screen = terminal.console()
    if answer.table.num_columns:
        times = ("_time",) if answer.plan.language == "spl" else ()
        grid, note = terminal.result(answer.table, screen.width, times)
        screen.print(grid)
        screen.print(note)
    count = answer.table.num_rows
    screen.print(f"{count:,} row{'' if count == 1 else 's'}; the clock of relative times stands at {iso(answer.now)}")
    for note in answer.notes:
        screen.print(printable(note))
    if count == 0 and answer.scan is not None:
        from antivenom.hunting import stages

        for stage in stages(answer.plan, answer.scan, answer.now):
            screen.print(f"  {stage.rows:>9,} rows after {printable(stage.text) or 'the source'}")
