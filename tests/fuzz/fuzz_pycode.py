"""Coverage-guided fuzzing of antivenom.pycode, with every touch of the outside world an error.

    pip install atheris
    python tests/fuzz/fuzz_pycode.py -max_total_time=600 CORPUS_FOLDER

The corpus folder is filled from tests/cases/pycode when it is empty. An input's first byte chooses the door (argument
list, line, file), the rest is the text. Not collected by pytest: atheris is no dependency of the tests.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import time
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src")]
with atheris.instrument_imports(include=["antivenom.pycode"]):
    from antivenom.pycode import explain, explain_source

QUIET = ("compile", "object.__getattr__", "import", "sys._getframe", "gc.", "code.__new__", "builtins.id", "marshal")
SLOWEST = 5.0
"""Seconds after which one input is a hang; the budgets allow a line one second, and instrumented code is slower."""

_state = {"active": False}


def watch(event: str, args: tuple[object, ...]) -> None:
    """Raise for anything that touches a file, a process, a socket or memory while a text is read."""
    if not _state["active"] or event.startswith(QUIET):
        return
    if event == "open" and args[0] == f"{os.devnull}/<python>":
        return
    raise SystemError(f"touched the outside: {event} {args!r}")


def one(data: bytes) -> None:
    """Read one input through the door its first byte names."""
    if not data:
        return
    text = data[1:].decode("utf-8", "surrogateescape" if data[0] & 8 else "replace")
    started = time.monotonic()
    _state["active"] = True
    try:
        door = data[0] % 4
        if door == 0:
            program = explain(["python3", "-c", text])
        elif door == 1:
            program = explain(text, platform="windows" if data[0] & 16 else None)
        elif door == 2:
            program = explain(["sh", "-c", text])
        else:
            program = explain_source(data[1:])
        json.dumps(program.as_dict())
        if any(note.startswith("the reading broke off") for note in program.notes):
            raise AssertionError(program.notes)
    finally:
        _state["active"] = False
    spent = time.monotonic() - started
    if spent > SLOWEST:
        raise TimeoutError(f"{spent:.1f} seconds")


def fill(folder: Path) -> None:
    """Seeds from the project's case files, one for each door."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        return
    rows = []
    for name in ("malicious", "benign"):
        rows += (ROOT / "tests" / "cases" / "pycode" / f"{name}.jsonl").read_text("utf-8").splitlines()
    for number, line in enumerate(rows):
        row = json.loads(line)
        argv = row.get("argv") or [row["command"]]
        door, text = (b"\0", argv[2]) if len(argv) > 2 and argv[1] == "-c" else (b"\1", " ".join(argv))
        (folder / f"seed{number:04}").write_bytes(door + text.encode("utf-8", "replace"))


def main() -> None:
    """Warm up what is imported late, then fuzz."""
    for folder in (Path(word) for word in sys.argv[1:] if not word.startswith("-")):
        fill(folder)
    for warm in ("import os;os.system('id')", "exec('aWQ='.decode('base64'))", "'a'.encode('idna').decode('utf-16')"):
        explain(["python3", "-c", warm]).as_dict()
    for late in ("html.entities", "encodings.idna", "encodings.punycode", "encodings.utf_16", "encodings.utf_32"):
        importlib.import_module(late) if importlib.util.find_spec(late) else None
    sys.addaudithook(watch)
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
