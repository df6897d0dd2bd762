"""`python -m`: modules whose operands are code, scripts or packages."""

from __future__ import annotations

from collections.abc import Sequence

from antivenom.pycode.command import installs, launch
from antivenom.pycode.command.found import Data, Found, Word
from antivenom.pycode.command.line import Line, Row, options_of

# values: short options with an operand; long: long ones; code: options whose operand is a part of the program,
# statement: operands are statements; debugger: operands of -c are debugger commands; script: the first operand is a
# script; module: the option that makes it a module.
MODULES: dict[str, Row] = {
    str(row["name"]): row
    for row in (
        {"name": "timeit", "values": "nrsu", "long": ("number", "repeat", "setup", "unit"), "statement": True},
        {"name": "pdb", "values": "c", "long": ("command",), "debugger": True, "script": True, "module": "m"},
        {"name": "ipdb", "values": "c", "long": ("command",), "debugger": True, "script": True, "module": "m"},
        {"name": "pudb", "values": "", "script": True, "module": "m"},
        {"name": "bdb", "values": "", "script": True},
        {"name": "cProfile", "values": "os", "long": ("outfile", "sort"), "script": True, "module": "m"},
        {"name": "profile", "values": "os", "long": ("outfile", "sort"), "script": True, "module": "m"},
        {"name": "profiling.tracing", "values": "os", "script": True, "module": "m"},
        {"name": "trace", "values": "fCRT", "long": ("file", "coverdir", "ignore-module", "ignore-dir"), "script": True,
         "module": "module"},
        {"name": "runpy", "values": "", "runs_module": True},
        {"name": "doctest", "values": "o", "long": ("option",), "script": True},
        {"name": "IPython", "values": "", "code": "c", "script": True, "module": "m"},
        {"name": "bpython", "values": "", "script": True},
        {"name": "ptpython", "values": "", "script": True},
        {"name": "idlelib", "values": "crt", "code": "c", "script_option": "r"},
        {"name": "idlelib.idle", "values": "crt", "code": "c", "script_option": "r"},
        {"name": "coverage", "values": "", "long": ("source", "rcfile", "include", "omit", "data-file", "context"),
         "sub": ("run",), "script": True, "module": "m"},
        {"name": "debugpy", "values": "c", "long": ("listen", "connect", "log-to", "configure-subProcess"), "code": "c",
         "script": True, "module": "m"},
        {"name": "ptvsd", "values": "c", "long": ("host", "port"), "code": "c", "script": True, "module": "m"},
        {"name": "kernprof", "values": "os", "script": True},
        {"name": "line_profiler", "values": "os", "script": True},
        {"name": "scalene", "values": "", "script": True},
        {"name": "memory_profiler", "values": "o", "script": True},
        {"name": "memray", "values": "o", "sub": ("run",), "long": ("output",), "code": "c", "script": True,
         "module": "m"},
        {"name": "viztracer", "values": "o", "long": ("output_file",), "script": True, "module": "m"},
        {"name": "pyinstrument", "values": "orc", "code": "c", "script": True, "module": "m"},
        {"name": "lldb.embedded_interpreter", "values": ""},
        {"name": "twisted", "values": ""},
        {"name": "code", "values": ""},
        {"name": "asyncio", "values": ""},
        {"name": "this", "values": ""},
    )
}  # fmt: skip
_PDB_COMMANDS = frozenset(
    """h help w where d down u up b break tbreak cl clear disable enable ignore condition commands s step n next unt
    until r return c cont continue j jump l list ll longlist a args whatis source display undisplay interact alias
    unalias run restart q quit exit EOF debug retval rv exceptions""".split()
)


def read(
    line: Line, argv: Sequence[str], index: int, module: str, options: list[str], stdin: Data | None = None
) -> None:
    """Add what `python -m module` runs; index is where the module's own arguments start."""
    rest = [str(module), *argv[index:]]
    launch.startup(line, argv, "-i" in options)
    if installs.module(line, argv, rest, options):
        return
    row = MODULES.get(module)
    if row is None:
        line.add(
            launch.build(line, "module", module, argv[0], tuple(rest), options, module)._replace(source=None),
            argv,
        )
        return
    run(line, argv, rest, [*options], row, stdin)


def run(
    line: Line, argv: Sequence[str], rest: Sequence[str], options: list[str], row: Row, stdin: Data | None = None
) -> None:
    """Add the code, script or module that a module of the table gets as its operands."""
    name = rest[0]
    given, at = options_of(_after_sub(rest, row), row["values"], row.get("long", ()))
    at += len(rest) - len(_after_sub(rest, row))
    if row.get("statement"):
        setup = [value for key, value in given if key in ("s", "setup")]
        return _text(line, argv, rest, options, "\n".join([*setup, *rest[at:]]) or None)
    if row.get("debugger"):
        _text(line, argv, rest, options, _debugger([value for key, value in given if key in ("c", "command")]), True)
    code = next((value for key, value in given if key == row.get("code")), None)
    flag = row.get("module")
    cluster = [key for key, _ in given]
    label = [*options, f"-m {name}"]
    if row.get("code") and row["code"] in cluster:
        code = code or (rest[at] if at < len(rest) else None)
        return _text(line, argv, rest, options, code)
    if flag and flag in cluster and at < len(rest):
        return read(line, [argv[0], *rest[at:]], 2, rest[at], label)
    if row.get("runs_module") and at < len(rest):
        return read(line, [argv[0], *rest[at:]], 2, rest[at], label)
    if row.get("script_option"):
        at_script = next((value for key, value in given if key == row["script_option"]), None)
        if at_script:
            return launch.script(line, at_script, (at_script,), argv, label)
    if row.get("script") and at < len(rest):
        return launch.script(line, rest[at], rest[at:], argv, label, stdin)
    if not row.get("debugger") or not given:
        _text(line, argv, rest, options, None)
    return None


def _after_sub(rest: Sequence[str], row: Row) -> Sequence[str]:
    return rest[1:] if row.get("sub") and len(rest) > 1 and rest[1] in row["sub"] else rest


def _text(
    line: Line, argv: Sequence[str], rest: Sequence[str], options: Sequence[str], code: str | None, quiet: bool = False
) -> None:
    if code is None:
        if not quiet:
            found = Found("module", None, rest[0], tuple(rest), line.env, str(argv[0]), tuple(options), line.wrappers)
            line.add(found, argv)
        return
    if not isinstance(code, Word):
        code = str(code)
    line.add(launch.build(line, "module", code, argv[0], tuple(rest), options, rest[0]), argv)


def _debugger(commands: Sequence[str]) -> str | None:
    """The statements among debugger commands: what starts with ! and what is no command."""
    statements = []
    for command in commands:
        word, _, operand = command.strip().partition(" ")
        if word in ("p", "pp"):
            statements.append(operand)
        elif command.lstrip().startswith("!"):
            statements.append(command.lstrip()[1:].lstrip())
        elif word and word not in _PDB_COMMANDS:
            statements.append(command)
    return "\n".join(statements) or None


def tool(line: Line, argv: Sequence[str], stdin: object, row: Row) -> None:
    """A console script of such a module: pdb x.py, coverage run x.py."""
    module = MODULES[row["as"]]
    run(line, argv, [row["as"], *argv[1:]], [], module)
