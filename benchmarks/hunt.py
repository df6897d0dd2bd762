"""How fast `antivenom hunt` is, beside the usual way and beside plain decoding of the same logs, in one run.

    python benchmarks/hunt.py [--samples DIR] [--megabytes N] [--runs N] [--only FORMATS] [--json]

enlarge.py makes the logs, usual.py is the usual way, decode.py is plain decoding, measure.py measures, figures.py
shows. Every contestant is a process of its own; rounds are interleaved, and figures are medians. docs/benchmarks.md
says more.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from figures import table
from measure import Cost, middle, run
from pieces import MEGABYTE, SCENARIOS

HERE = Path(__file__).parent
ROOT = HERE.parent
SAMPLES = ROOT.parent / "shared" / "data" / "telemetry"
FORMATS = ("evtx", "audit", "json")

ANTIVENOM = (sys.executable, "-c", "from antivenom.cli import main; main()")
STARTS = {
    "antivenom --help": (("--help",), 0.25),
    "antivenom hunt, one small file": (
        ("hunt", "--json", str(SCENARIOS / "windows-sysmon.xml")),
        1.0,
    ),
}
"""Start-ups that are measured, each with the CPU seconds it may take."""

DIFFERENCES = {
    ("audit", "python-sentinel"): (
        "antivenom joins the records of an event and decodes its hexadecimal arguments; in a row for each "
        "record as it stands in the log, the code of `python -c` is hexadecimal digits"
    ),
}
"""Why the usual way finds other rows than antivenom, by format and rule."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A way to go through a log: its name, its program, and whether it finds anything."""

    name: str
    program: tuple[str, ...]
    hunts: bool = True

    def command(self, format: str, path: str) -> tuple[str, ...]:
        """Its command line for a log."""
        return (*self.program, path) if self.program[:3] == ANTIVENOM else (*self.program, format, path)


PUBLISHED = ("--only", "python-sentinel", "--only", "python-splunk", "--only", "python-code")
"""The two published detections, which the usual way has as SQL, and the reading of the Python."""

CONTESTANTS = (
    Contestant("antivenom hunt", (*ANTIVENOM, "hunt", "--json", *PUBLISHED)),
    Contestant("antivenom hunt, catalogue", (*ANTIVENOM, "hunt", "--json")),
    Contestant("usual way", (sys.executable, str(HERE / "usual.py"))),
    Contestant("usual way, filtered", (sys.executable, str(HERE / "usual.py"), "--filtered")),
    Contestant("plain decoding", (sys.executable, str(HERE / "decode.py")), hunts=False),
)


@dataclass(slots=True)
class Race:
    """One contestant over one log: what it cost in each round, and the rows each rule found."""

    format: str
    contestant: Contestant
    costs: list[Cost] = field(default_factory=list)
    hits: dict[str, int] = field(default_factory=dict)
    damage: int = 0

    def round(self, path: str, compiled: Path) -> None:
        """Run once more."""
        cost, output = run(self.contestant.command(self.format, path), compiled)
        self.costs.append(cost)
        said = json.loads(output)
        if "detections" in said:
            self.hits = {one["detection"]: one["rows"] for one in said["detections"]}
            self.damage = said["damage"]
        else:
            self.hits = said["hits"]


def main() -> None:
    asked = _asked()
    samples = None if asked.scenarios else asked.samples or (SAMPLES if SAMPLES.is_dir() else None)
    with tempfile.TemporaryDirectory(prefix="antivenom-benchmark-") as temporary:
        compiled = Path(temporary) / "compiled"
        made = _make(asked.keep or Path(temporary), samples, asked, compiled)
        for contestant in CONTESTANTS:
            run(contestant.command("audit", str(SCENARIOS / "linux-audit.log")), compiled)
        starts = [_start(name, asked.starts, compiled) for name in STARTS]
        races = [Race(format, contestant) for format in asked.only for contestant in CONTESTANTS]
        for number in range(asked.runs):
            for race in races:
                _note(f"round {number + 1} of {asked.runs}: {race.format}, {race.contestant.name}")
                race.round(made[race.format]["path"], compiled)
    report = _report(asked, samples, made, races, starts)
    print(json.dumps(report, indent=2) if asked.json else "\n".join(_page(report)))
    sys.exit(any(line["unexplained"] for line in report["hits"]))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--samples", type=Path, help="folder of sample logs; by default ../shared/data/telemetry")
    parser.add_argument("--scenarios", action="store_true", help="no samples: only the bundled scenarios")
    parser.add_argument("--megabytes", type=float, default=100, help="size of each log")
    parser.add_argument("--runs", type=int, default=3, help="rounds; figures are medians")
    parser.add_argument("--starts", type=int, default=5, help="how often start-up is measured")
    parser.add_argument("--only", default=",".join(FORMATS), help="formats: " + ",".join(FORMATS))
    parser.add_argument("--python-share", type=float, default=0.001, help="share of scenario events that name Python")
    parser.add_argument("--json", action="store_true", help="everything as JSON")
    parser.add_argument("--keep", type=Path, help="keep the logs in this folder")
    asked = parser.parse_args()
    asked.only = asked.only.split(",")
    unknown = sorted({*asked.only} - {*FORMATS})
    if unknown:
        parser.error(f"no format {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    if min(asked.runs, asked.starts, asked.megabytes) <= 0:
        parser.error("--runs, --starts and --megabytes must be above 0")
    return asked


def _note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _make(folder: Path, samples: Path | None, asked: argparse.Namespace, compiled: Path) -> dict[str, dict[str, Any]]:
    """The logs, made in a process of its own so that this one stays small."""
    _note(f"making logs of {asked.megabytes:g} MB")
    folder.mkdir(parents=True, exist_ok=True)
    options = ["--megabytes", str(asked.megabytes), "--python-share", str(asked.python_share)]
    options += ["--folder", str(folder), *(["--samples", str(samples)] if samples else [])]
    _, output = run([sys.executable, str(HERE / "enlarge.py"), *options, *asked.only], compiled)
    made: dict[str, dict[str, Any]] = json.loads(output)
    return made


def _start(name: str, count: int, compiled: Path) -> dict[str, Any]:
    """CPU seconds of a start, the median of a few."""
    arguments, limit = STARTS[name]
    _note(f"start-up: {name}")
    command = (*ANTIVENOM, *arguments)
    cost = middle([run(command, compiled)[0] for _ in range(count)])
    return {"start": name, "cpu_seconds": round(cost.cpu, 3), "limit": limit}


# The report


def _report(
    asked: argparse.Namespace,
    samples: Path | None,
    made: dict[str, dict[str, Any]],
    races: Sequence[Race],
    starts: list[dict[str, Any]],
) -> dict[str, Any]:
    return {
        "machine": _machine(),
        "runs": asked.runs,
        "synthetic": samples is None,
        "python_share": 0 if samples is None else asked.python_share,
        "logs": made,
        "speed": [_speed(race, races, made[race.format]) for race in races],
        "hits": list(_hits(races)),
        "damage": {race.format: race.damage for race in races if race.damage},
        "starts": starts,
    }


def _machine() -> str:
    parts = [f"{name} {version(name)}" for name in ("antivenom", "evtx", "duckdb", "pyarrow", "orjson")]
    python = f"Python {platform.python_version()}"
    return ", ".join([f"{os.cpu_count()} CPUs", platform.platform(terse=True), python, *parts])


def _speed(race: Race, races: Sequence[Race], log: dict[str, Any]) -> dict[str, Any]:
    cost = middle(race.costs)
    ours = next(one for one in races if one.format == race.format)
    return {
        "format": race.format,
        "contestant": race.contestant.name,
        "megabytes": round(log["bytes"] / MEGABYTE, 1),
        "events": log["events"],
        "wall_seconds": round(cost.wall, 2),
        "cpu_seconds": round(cost.cpu, 2),
        "megabytes_per_cpu_second": round(log["bytes"] / MEGABYTE / cost.cpu, 1),
        "events_per_cpu_second": round(log["events"] / cost.cpu),
        "peak_megabytes": round(cost.peak),
        "speed_of_antivenom": round(middle(ours.costs).cpu / cost.cpu, 2),
        "rounds": [asdict(one) for one in race.costs],
    }


def _hits(races: Sequence[Race]) -> Iterator[dict[str, Any]]:
    """The rows each rule found in each format, by contestant, and why they differ."""
    for format in dict.fromkeys(race.format for race in races):
        hunters = [race for race in races if race.format == format and race.contestant.hunts]
        for rule in sorted(hunters[0].hits):
            found = {race.contestant.name: race.hits.get(rule) for race in hunters}
            differ = len({*found.values()}) > 1
            why = DIFFERENCES.get((format, rule)) if differ else None
            yield {
                "format": format,
                "rule": rule,
                "rows": found,
                "why": why,
                "unexplained": differ and why is None,
            }


def _page(report: dict[str, Any]) -> Iterator[str]:
    """The report as text."""
    yield report["machine"]
    yield ("SYNTHETIC: logs made of the bundled scenarios alone" if report["synthetic"] else "logs made of samples")
    for format, log in report["logs"].items():
        mixed = f", {log['mixed']:,} of them from scenarios" if log["mixed"] else ""
        yield (
            f"  {format}: {log['how']}; {log['bytes'] / MEGABYTE:.1f} MB, {log['events']:,} events{mixed}; "
            f"{log['python'] / log['events']:.2%} name Python"
        )
    yield f"\nmedians of {report['runs']} interleaved rounds; speed is by CPU seconds (user and system)"
    yield from table(_HEADINGS, [_cells(line) for line in report["speed"]])
    yield "\nrows found"
    for line in report["hits"]:
        rows = ", ".join(f"{name} {count}" for name, count in line["rows"].items())
        yield f"  {line['format']}, {line['rule']}: {rows}"
        if line["why"] or line["unexplained"]:
            yield f"    {line['why'] or 'NOT EXPLAINED'}"
    for format, damage in report["damage"].items():
        yield f"  {format}: antivenom counted {damage:,} damaged records"
    yield "\nstart-up"
    for start in report["starts"]:
        yield f"  {start['start']}: {start['cpu_seconds']:.2f} CPU s, at most {start['limit']:.2f}"


_HEADINGS = (
    "format", "contestant", "MB", "events", "wall s", "CPU s", "MB/CPU s", "events/CPU s", "peak MB", "speed",
)  # fmt: skip


def _cells(line: dict[str, Any]) -> tuple[str, ...]:
    return (
        line["format"],
        line["contestant"],
        f"{line['megabytes']:.1f}",
        f"{line['events']:,}",
        f"{line['wall_seconds']:.2f}",
        f"{line['cpu_seconds']:.2f}",
        f"{line['megabytes_per_cpu_second']:.1f}",
        f"{line['events_per_cpu_second']:,}",
        f"{line['peak_megabytes']:,}",
        f"{line['speed_of_antivenom']:.2f}",
    )


if __name__ == "__main__":
    main()
