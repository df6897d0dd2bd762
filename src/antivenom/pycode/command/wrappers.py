"""Peels programs that start the command in their arguments: sudo, env, timeout, docker exec, ssh and the like."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from antivenom.pycode.command.found import Data, Found, data_of
from antivenom.pycode.command.line import Handler, Line, Row, options_of, plain
from antivenom.pycode.command.wrapper_table import ROWS

_ASSIGNED = re.compile(r"([A-Za-z_]\w*)=(.*)", re.DOTALL)


def peel(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """Read the command behind a wrapper of the table."""
    name = plain(argv[0])
    at = 1
    if "sub" in row:
        at = _sub(argv, row)
        if at < 0:
            other(line, argv, stdin, row)
            return None
    option = row.get("string", "")
    values = row["values"] + (option if len(option) == 1 else "")
    given, found = options_of([argv[0], *argv[at:]], values, row.get("long", ()))
    at += found - 1
    if row.get("query") and any(key in row["query"] for key, _ in given):
        return data_of(argv[at] + "\n") if at < len(argv) else None
    if option:
        text = next((value for key, value in given if key in (option, "command", "session-command", "run")), None)
        text = text or _later(argv, at, option, row.get("skip", 1))
        if text:
            return line.read("sh", text, stdin, f"{name} -{option}")
    assigned: dict[str, str] = {}
    if row.get("dashes") and "--" in argv[at:]:
        at = list(argv).index("--", at) + 1
    else:
        at = _operands(argv, at, row, given, assigned)
    rest = list(argv[at:])
    if not rest or (row.get("string") and name in ("su", "sg")):
        other(line, argv, stdin, row)
        return None
    return _start(line, name, rest, stdin, row, given, assigned)


def _start(
    line: Line,
    name: str,
    rest: list[str],
    stdin: Data | None,
    row: Row,
    given: list[tuple[str, str]],
    env: dict[str, str],
) -> Data | None:
    if row.get("box"):
        entry = next((value for key, value in given if key == "entrypoint"), None)
        rest = [entry, *rest] if entry else rest
    if row.get("become"):
        rest = [row["become"], *rest]
    if row.get("colon") and ":" in rest[0] and "/" not in rest[0]:
        rest[0] = rest[0].split(":", 1)[1]
    source = next((value for key, value in given if key == "from"), None)
    if source and name == "uvx":
        line.add(Found("install", None, source, (name, "run", source), line.env, name), (name, *rest))
    if name == "uv" and rest[0] == "-":
        rest = ["python", *rest]
    if name == "uv" and ("m", "") in given:
        rest = ["python", "-m", *rest]
    if name == "exec":
        fake = next((value for key, value in given if key == "a"), None)
        name = f"exec -a {fake}" if fake else name
    if row.get("text"):
        return line.read("sh", _sent(rest), stdin, name)
    if env:
        saved, line.wrappers = line.wrappers, (*line.wrappers, name)
        try:
            return line.with_env(env, rest, stdin)
        finally:
            line.wrappers = saved
    return line.under(name, rest, stdin)


def _sent(words: Sequence[str]) -> str:
    """Words as the other side's shell gets them; operands of options keep the quotes that were meant for it."""
    text = [words[0]]
    for at in range(1, len(words)):
        before, word = words[at - 1], words[at]
        meant = before.startswith("-") and any(each in word for each in " ;()") and word[0] not in "'\""
        text.append(shlex.quote(word) if meant else word)
    return " ".join(text)


def _sub(argv: Sequence[str], row: Row) -> int:
    """Behind the sub-command that starts commands, or -1."""
    at = 1
    while at < min(len(argv), 12):
        word = argv[at]
        if word in row["sub"]:
            return at + 1
        if not word.startswith("-") and word != "compose":
            return -1
        _, step = options_of(argv[at - 1 : at + 2], row["values"], row.get("long", ()))
        at += max(1, step - 1) if step > 1 else 1
    return -1


def _operands(argv: Sequence[str], at: int, row: Row, given: list[tuple[str, str]], assigned: dict[str, str]) -> int:
    """Skip what stands between a wrapper's options and the command."""
    skip = row.get("skip", 0)
    if row.get("given") in [key for key, _ in given]:
        skip = 0
    if row.get("box") and any(key in _BOX_VALUES and not value for key, value in given):
        at = _box(argv, at, given)
    while at < len(argv):
        word = argv[at]
        if row.get("assign") or row.get("env"):
            match = _ASSIGNED.match(word)
            if match:
                assigned[match[1]] = match[2]
                at += 1
                continue
        if row.get("psexec") and word.startswith(("\\", "/", "-")):
            at += 1
            continue
        if word == "--":
            at += 1
            continue
        if skip:
            skip -= 1
            at += 1
            continue
        return at
    return at


_BOX_VALUES = frozenset(("name", "env", "user", "workdir", "volume", "network", "entrypoint", "platform", "mount",
"memory",
                         "publish", "env-file", "add-host", "hostname", "cap-add", "security-opt", "label", "pid",
                         "net",
                         "gpus", "cpus", "restart", "device", "ipc", "runtime", "pull", "shm-size", "ulimit",
                         "dns"))  # fmt: skip


def _box(argv: Sequence[str], at: int, given: list[tuple[str, str]]) -> int:
    """Options of docker run with an operand: reading stops at the first operand, and goes on behind it."""
    last = given[-1] if given else ("", "")
    while at < len(argv) and last[0] in _BOX_VALUES and not last[1]:
        given[-1] = (last[0], argv[at])
        more, step = options_of([argv[0], *argv[at + 1 : at + 20]], "Hlceuwpvm", ())
        given.extend(more)
        at += step
        last = given[-1]
        if not more:
            break
    return at


def _later(argv: Sequence[str], at: int, option: str, skip: int) -> str | None:
    """su root -c 'command': the option may follow the operands, but no command."""
    for place in range(at, len(argv) - 1):
        if argv[place] in (f"-{option}", "--command", "--run"):
            return argv[place + 1]
        if argv[place] not in ("-", "-l", "--login"):
            skip -= 1
        if skip < 0:
            break
    return None


def env(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """env: assignments, -u, -i, -C, and -S, whose operand is split into words."""
    for place in range(1, min(len(argv) - 1, 6)):
        if argv[place] in ("-S", "--split-string", "-vS") and " " not in argv[place + 1]:
            argv = [argv[0], *argv[1:place], *argv[place + 1 :]]  # splitting one word leaves it as it is
            break
    given, at = options_of(argv, "uCSa", ("unset", "chdir", "split-string", "argv0"))
    split = next((value for key, value in given if key in ("S", "split-string")), None)
    rest = [*(split.split() if split and "'" not in split and '"' not in split else []), *argv[at:]]
    if split and not rest[: len(argv) - at]:
        return line.read("sh", split, stdin, "env -S")
    if split and ("'" in split or '"' in split):
        return line.read("sh", split, stdin, "env -S")
    assigned: dict[str, str] = {}
    place = 0
    while place < len(rest):
        match = _ASSIGNED.match(rest[place])
        if match is None:
            break
        assigned[match[1]] = match[2]
        place += 1
    rest = rest[place:]
    if not rest:
        return None
    saved, line.wrappers = line.wrappers, (*line.wrappers, "env")
    try:
        return line.with_env(assigned, rest, stdin) if assigned else line.run(rest, stdin)
    finally:
        line.wrappers = saved


_SCHEDULE = re.compile(r"\s*(?:@\w+|(?:[\d*/,-]+\s+){4}[\w*/,-]+)\s+(.+)")


def crontab(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """crontab: the commands of a table that is piped in will run too."""
    line.command(argv)
    text = stdin.text if stdin is not None else None
    for entry in (text or "").splitlines()[:100]:
        match = _SCHEDULE.match(entry)
        if match:
            line.read("sh", match[1], None, "crontab")


def other(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """A wrapper without a command."""
    line.command(argv)


PROGRAMS: dict[str, tuple[Handler, Row]] = {str(row["name"]): (peel, row) for row in ROWS}
PROGRAMS["env"] = (env, {})
PROGRAMS["crontab"] = (crontab, {})
