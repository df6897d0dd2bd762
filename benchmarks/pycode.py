"""How fast the Python on command lines is read: beside Python's own parser, and over a million process starts.

    python benchmarks/pycode.py                          # the recorded lines where they are, else the project's cases
    python benchmarks/pycode.py --samples lines.jsonl    # lines of your own: {"cmdline": "..."} or {"argv": [...]}

Reading a line means all of it: finding the code in the line, decoding its layers, evaluating, judging. The parser's
time is that of `ast.parse` over the code of the same line alone.
"""

from __future__ import annotations

import argparse
import ast
import gc
import json
import os
import platform
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np
import pyarrow as pa

from antivenom.programs import reading, signs
from antivenom.programs.schemas import READ
from antivenom.pycode import explain
from antivenom.tables import EVENT_COLUMN

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "shared" / "data" / "pycode" / "commands.jsonl"
CASES = sorted((HERE.parent / "tests" / "cases" / "pycode").glob("*.jsonl"))
ROUNDS = 5

OTHERS = (
    "/usr/sbin/sshd -D -R {}",
    'sh -c "run-parts --report /etc/cron.{}"',
    "/usr/bin/git -C /srv/src/{} status --porcelain",
    "gcc -O2 -Wall -c src/unit{0}.c -o build/unit{0}.o",
    "grep -R --include=conf token{} /var/log",
    "C:\\Windows\\System32\\svchost.exe -k netsvcs -s Service{}",
    '"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe" --type=renderer --id={}',
    "ps -p {} -o pid=",
    'bash -lc "exec /usr/local/bin/job --id {}"',
    "cp /var/spool/in/{0}.xml /var/spool/out/{0}.xml",
)
"""What else starts on hosts, to be filled with a number."""


def main() -> None:
    asked = _asked()
    gc.set_threshold(100_000, 50, 100)  # as the command line does
    lines = list(_lines(asked.samples or ([SAMPLES] if SAMPLES.exists() else CASES)))
    if not lines:
        sys.exit("these samples hold no inline code")
    report = {
        "machine": _machine(),
        "samples": [str(path) for path in asked.samples] or ("recorded" if SAMPLES.exists() else "the project's cases"),
        "lines": _race(lines),
        "events": _events(lines, asked),
    }
    print(json.dumps(report, indent=2) if asked.json else "\n".join(_page(report)))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--samples", type=Path, action="append", default=[], help="JSON lines with cmdline or argv")
    parser.add_argument("--events", type=int, default=1_000_000, help="process starts")
    parser.add_argument("--programs", type=int, default=5_000, help="how many distinct programs are among them")
    parser.add_argument("--others", type=int, default=100_000, help="how many distinct other command lines")
    parser.add_argument("--json", action="store_true", help="everything as JSON")
    asked = parser.parse_args()
    if min(asked.programs, asked.others) <= 0 or asked.events < asked.programs + asked.others:
        parser.error("--programs and --others must be above 0, and no more together than --events")
    return asked


def _machine() -> str:
    return f"{os.cpu_count()} CPUs, {platform.platform(terse=True)}, Python {platform.python_version()}"


# Beside the parser


def _lines(paths: Sequence[Path]) -> Iterator[str]:
    """Command lines with inline code."""
    for path in paths:
        for text in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(text)
            line = row.get("cmdline") or row.get("command") or " ".join(row.get("argv") or ())
            inline = row.get("content", "inline") == "inline" and " -c" in line
            if inline and "\0" not in line:
                yield line.encode("utf-8", "replace").decode()


def _best(call: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        call()
        times.append(time.perf_counter() - begin)
    return min(times)


def _race(lines: Sequence[str]) -> dict[str, Any]:
    """Reading each line beside parsing its code; code that is no Python 3 has no parser's time."""
    read, parsed, ratios = [], [], []
    for line in lines:
        layers = explain(line).layers
        took = _best(lambda line=line: explain(line))  # type: ignore[misc]
        read.append(took)
        if layers and _parses(layers[0].text):
            parsed.append(_best(lambda text=layers[0].text: ast.parse(text)))  # type: ignore[misc]
            ratios.append(took / parsed[-1])
    hundredths = quantiles(read, n=100, method="inclusive") if len(read) > 1 else read * 99
    return {
        "lines": len(read),
        "microseconds": round(median(read) * 1e6, 1),
        "parser_microseconds": round(median(parsed) * 1e6, 1) if parsed else None,
        "times_the_parser": round(median(ratios), 2) if ratios else None,
        "milliseconds_99th": round(hundredths[98] * 1e3, 2),
        "milliseconds_most": round(max(read) * 1e3, 2),
    }


def _parses(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


# Over many process starts


def _events(lines: Sequence[str], asked: argparse.Namespace) -> dict[str, Any]:
    table = _table(lines, asked)
    one, alone = _timed(lambda: reading.read(table, processes=1))
    many, together = _timed(lambda: reading.read(table))
    every, untested = _timed(lambda: reading.read(table, every=True))
    assert one.verdicts().equals(many.verdicts()), "one process and several read the same"
    assert one.verdicts().equals(every.verdicts()), "the cheap test leaves nothing out"
    others = pa.array([OTHERS[n % len(OTHERS)].format(n) for n in range(asked.others)])
    return {
        **many.account.as_dict(),
        "seconds": round(together, 2),
        "seconds_one_process": round(alone, 2),
        "seconds_without_the_cheap_test": round(untested, 2),
        "others_let_through": round(sum(signs.mask(others).to_pylist()) / asked.others, 4),
    }


def _timed(call: Callable[[], reading.Readings]) -> tuple[reading.Readings, float]:
    """From the table to the column of verdicts, in seconds."""
    begin = time.perf_counter()
    made = call()
    made.verdicts()
    return made, time.perf_counter() - begin


def _table(lines: Sequence[str], asked: argparse.Namespace) -> pa.Table:
    """A process table: each distinct line at least once, the rest drawn from them, programs a twentieth."""
    programs = [_distinct(lines[n % len(lines)], n) for n in range(asked.programs)]
    others = [OTHERS[n % len(OTHERS)].format(n) for n in range(asked.others)]
    draw = np.random.default_rng(7)
    rest = asked.events - asked.programs - asked.others
    drawn = draw.integers(0, asked.others, rest) + asked.programs
    few = draw.random(rest) < 0.05
    drawn[few] = draw.integers(0, asked.programs, int(few.sum()))
    order = np.concatenate([np.arange(asked.programs + asked.others), drawn])
    draw.shuffle(order)
    made = {name: pa.nulls(asked.events, pa.string()) for name in sorted(READ)}
    made["process.cmd_line"] = pa.array([*programs, *others]).take(pa.array(order))
    made["process.argv"] = pa.nulls(asked.events, pa.list_(pa.string()))
    made["activity_name"] = pa.repeat("Launch", asked.events)
    return pa.table({**made, EVENT_COLUMN: pa.array(np.arange(asked.events))})


def _distinct(line: str, number: int) -> str:
    """The line with its program in a folder of that number."""
    if line[:1] in "/~." or line[:1].isalpha():
        return f"/srv/host{number}/{line.lstrip('/~.')}" if line[1:3] != ":\\" else f"{line[:3]}h{number}\\{line[3:]}"
    return f"{line} {number}"


def _page(report: dict[str, Any]) -> Iterator[str]:
    """The report as text."""
    lines, events = report["lines"], report["events"]
    yield report["machine"]
    yield f"\n{lines['lines']:,} lines with inline code ({report['samples']})"
    yield f"  read in {lines['microseconds']:.0f} microseconds (median), parsed alone in {lines['parser_microseconds']}"
    yield f"  {lines['times_the_parser']} times the parser (median of the lines)"
    yield f"  99th percentile {lines['milliseconds_99th']} ms, most {lines['milliseconds_most']} ms"
    yield (
        f"\n{events['rows']:,} process starts, {events['lines']:,} distinct lines, {events['read']:,} of them read; "
        f"{events['python']:,} starts hold {events['programs']:,} distinct programs"
    )
    yield f"  {events['seconds']:.2f} s; {events['seconds_one_process']:.2f} s in one process"
    yield (
        f"  {events['seconds_without_the_cheap_test']:.2f} s without the cheap test, which lets "
        f"{events['others_let_through']:.1%} of the other lines through"
    )


if __name__ == "__main__":
    main()
