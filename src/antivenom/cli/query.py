"""`antivenom query`: the bare result table of any SPL or KQL query."""

from __future__ import annotations

import json
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
from antivenom.source import SourceText


@click.command("query")
@click.argument("logs", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[LOGS]...")
@click.option("--kql", metavar="TEXT|FILE", help="A KQL query, or a file that holds one.")
@click.option("--spl", metavar="TEXT|FILE", help="An SPL search, or a file that holds one.")
@click.option("--macros", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="SPL macros, JSON.")
@click.option("--show", "shown", type=click.Choice(["plan", "sql"]), help="Show the plan or the SQL, no rows.")
@click.option("--json", "as_json", is_flag=True, help="Rows as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Rows as CSV.")
@click.option("--parquet", type=click.Path(dir_okay=False, path_type=Path), metavar="OUT", help="Rows into OUT.")
@time_options
def command(
    logs: tuple[Path, ...],
    kql: str | None,
    spl: str | None,
    macros: Path | None,
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
    if (kql is None) == (spl is None):
        raise UsageError("give one query", hint="--kql TEXT|FILE or --spl TEXT|FILE")
    language = "kql" if kql is not None else "spl"
    with watched():
        answer = ask(
            _source(kql or spl or ""),
            language=language,
            logs=Logs(logs, since=since, until=until) if logs else None,
            now=now,
            macros=_macros(macros),
        )
    if shown:
        emit(plan_text(answer) if shown == "plan" else sql_text(answer))
    elif parquet is not None:
        _write_parquet(answer, parquet)
    elif as_json:
        emit(jsonout.dumps(list(jsonout.rows(answer.table))))
    elif as_csv:
        emit(csvout.table(answer.table))
    else:
        _show(answer)


def _source(given: str) -> SourceText:
    """A query's text: what the named file holds, or what was given."""
    path = Path(given)
    if "\n" not in given and len(given) < 1_000 and path.is_file():
        return SourceText(path.read_text(encoding="utf-8-sig"), given)
    if not given.strip():
        raise UsageError("the query is empty")
    return SourceText(given)


def _macros(path: Path | None) -> dict[str, dict[str, object]] | None:
    if path is None:
        return None
    try:
        made = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UsageError(f"{path} is no JSON: {error}") from None
    if not isinstance(made, dict):
        raise UsageError(f"{path} holds no macros", hint='write {"name": {"definition": "...", "args": []}}')
    return made


def _write_parquet(answer: Answer, path: Path) -> None:
    """Write beside the place and move there, so that a broken run leaves no half file."""
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
        screen.print(terminal.result(answer.table))
    count = answer.table.num_rows
    screen.print(f"\n{count:,} row{'' if count == 1 else 's'}; the clock of relative times stands at {iso(answer.now)}")
    for note in answer.notes:
        screen.print(note)
    if count == 0 and answer.scan is not None:
        from antivenom.hunting import stages

        for stage in stages(answer.plan, answer.scan, answer.now):
            screen.print(f"  {stage.rows:>9,} rows after {stage.text or 'the source'}")
