"""`antivenom explain`: what the Python on a command line or in a file does. Nothing of it is run."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from antivenom.cli import EXIT_FINDINGS
from antivenom.cli.options import emit
from antivenom.document import nearest
from antivenom.errors import UsageError
from antivenom.pycode import VERDICTS, Program, at_least, explain, explain_source
from antivenom.pycode.rules import RULES, Rule
from antivenom.report import jsonout
from antivenom.report.plain import printable_lines

MOST_BYTES = 20 * 1024 * 1024
"""How much of a file is read."""

_LIST = "*"


@click.command("explain")
@click.argument("command_line", metavar="['COMMAND LINE']", required=False)
@click.option(
    "--file", "files", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read this file's program instead (may be given again).",
)  # fmt: skip
@click.option("--stdin", "from_stdin", is_flag=True, help="Read a program from standard input instead.")
@click.option("--argv-json", metavar="JSON", help="The argument list, as a JSON array, instead of a line.")
@click.option("--parent", metavar="TEXT", help="The parent's command line, for code that only it shows.")
@click.option("--platform", type=click.Choice(["windows", "linux", "macos"]), help="Default: guessed from the line.")
@click.option("--original-name", metavar="NAME", help="The image's own name, for renamed interpreters.")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON.")
@click.option("--fail-at", type=click.Choice(VERDICTS[1:]), help="Exit with 1 at this verdict or a worse one.")
@click.option("--rules", is_flag=False, flag_value=_LIST, metavar="[ID]", help="List the behaviours, or show one.")
def command(
    command_line: str | None,
    files: tuple[Path, ...],
    from_stdin: bool,
    argv_json: str | None,
    parent: str | None,
    platform: str | None,
    original_name: str | None,
    as_json: bool,
    fail_at: str | None,
    rules: str | None,
) -> None:
    """Say what the Python on a COMMAND LINE, or in a file, does: verdict, behaviours, layers, indicators.

    The program is decoded and followed, never run; nothing is opened, fetched or connected to.
    """
    if sum((command_line is not None, bool(files), from_stdin, argv_json is not None, rules is not None)) != 1:
        raise UsageError("give one thing to explain", hint="'COMMAND LINE', --file, --stdin, --argv-json or --rules")
    if rules is not None:
        _rules(rules, as_json)
        return
    if files or from_stdin:
        if parent or platform or original_name:
            raise UsageError("--parent, --platform and --original-name belong to a command line", hint="leave them out")
        found = list(_sources(files))
    else:
        given = command_line if argv_json is None else _argv(argv_json)
        assert given is not None
        program = explain(given, parent=parent, platform=platform, original_name=original_name)
        found = [("", program)]
    _show(found, as_json)
    if fail_at is not None and any(at_least(p.verdict, fail_at) for _, p in found):
        sys.exit(EXIT_FINDINGS)


def _argv(text: str) -> list[str]:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"--argv-json is no JSON: {error}") from None
    if not isinstance(given, list) or not given or not all(isinstance(word, str) for word in given):
        raise UsageError("--argv-json is no list of texts", hint="""write '["python3", "-c", "print(1)"]'""")
    return given


def _sources(files: tuple[Path, ...]) -> Iterator[tuple[str, Program]]:
    """The programs of the files, or of standard input where there are none."""
    if not files:
        yield "standard input", _source(sys.stdin.buffer, "")
    for path in files:
        with path.open("rb") as stream:
            yield str(path), _source(stream, str(path))


def _source(stream: IO[bytes], name: str) -> Program:
    text = stream.read(MOST_BYTES + 1)
    program = explain_source(text[:MOST_BYTES], name=name)
    if len(text) <= MOST_BYTES:
        return program
    note = f"only the first {MOST_BYTES // 1024**2} MB were read"
    late = program.layers, program.indicators, program.fingerprint
    notes = (note, *program.notes)
    return Program(program.command, program.parts, program.sightings, program.score, notes, lambda: late)


def _show(found: list[tuple[str, Program]], as_json: bool) -> None:
    if as_json:
        documents = [{**({"file": name} if name else {}), **program.as_dict()} for name, program in found]
        emit(jsonout.dumps(documents[0] if len(documents) == 1 else documents))
        return
    from antivenom.report import explained, terminal  # rich is slow to import and JSON needs none of it

    screen = terminal.console()
    for number, (name, program) in enumerate(found):
        if number:
            screen.print()
        for part in explained.page(program, name):
            screen.print(part)


def _rules(id: str, as_json: bool) -> None:
    """The list of behaviours, or the page of one."""
    if id == _LIST:
        _list(as_json)
        return
    rule = RULES.get(id)
    if rule is None:
        near = nearest(id, RULES)
        raise UsageError(f"no behaviour {id!r}", hint=near or "`antivenom explain --rules` lists them")
    emit(jsonout.dumps(_as_dict(rule)) if as_json else printable_lines(_page(rule)))


def _list(as_json: bool) -> None:
    if as_json:
        emit(jsonout.dumps([_as_dict(rule) for rule in RULES.values()]))
        return
    from antivenom.report import terminal  # rich is slow to import and JSON needs none of it

    rows = [(rule.id, rule.title, ", ".join(rule.attack)) for rule in RULES.values()]
    terminal.console().print(terminal.grid(("id", "what it is", "ATT&CK"), rows))


def _as_dict(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "title": rule.title,
        "attack": list(rule.attack),
        "why": rule.why,
        "bad": rule.bad,
        "good": rule.good,
        "references": list(rule.references),
    }


def _page(rule: Rule) -> str:
    parts = [
        f"{rule.title}  ({rule.id})\nATT&CK {', '.join(rule.attack)}",
        rule.why,
        f"Shows it:\n{_indented(rule.bad)}",
        f"Does not:\n{_indented(rule.good)}",
        "References:\n" + "\n".join(f"  - {reference}" for reference in rule.references),
    ]
    return "\n\n".join(parts) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
