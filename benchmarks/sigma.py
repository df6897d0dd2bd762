"""How fast many Sigma rules are evaluated over many process events, beside one SQL a rule on SQLite and on DuckDB.

    python benchmarks/sigma.py [--rules PATH] [--events N] [--peer-events N] [--full] [--no-peers] [--json]

sigma_rules.py reads the rules, sigma_events.py makes the events, sigma_sql.py asks pySigma for the SQL, and
sigma_evaluate.py is one contestant. Every contestant is a process of its own. docs/benchmarks.md says more.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt

from figures import table
from measure import run

HERE = Path(__file__).parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared" / "data"
RULES = SHARED / "content" / "sigma_sigmahq.jsonl"
SAMPLES = SHARED / "telemetry"
SETS = ("realistic", "distinct")
PEERS = ("sqlite", "duckdb")
PACKAGES = ("pySigma==1.5.1", "pysigma-backend-sqlite==2.0.0")

Found = dict[str, npt.NDArray[np.int64]]

MOST_TOLD = 40
"""How many differing rules are told one by one."""


@dataclass(slots=True)
class Race:
    """One contestant over one set of events with some of the rules: its figures in each round."""

    events: str
    contestant: str
    name: str
    numbers: list[int]
    limit: int
    costs: list[dict[str, float]] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    def round(self, bench: Bench) -> None:
        """Run once more."""
        job = bench.folder / "job.json"
        described = {
            "events": bench.made["sets"][self.events]["path"],
            "limit": self.limit,
            "rules": bench.rules,
            "sql": bench.sql if self.contestant in PEERS else {},
            "numbers": self.numbers,
            "rows": str(self.rows(bench)),
        }
        job.write_text(json.dumps(described), encoding="utf-8")
        _, output = run([sys.executable, str(HERE / "sigma_evaluate.py"), self.contestant, str(job)], bench.compiled)
        said = json.loads(output)
        self.refused = said.pop("refused")
        self.costs.append(said)

    def rows(self, bench: Bench) -> Path:
        """Where its rows are kept, so that this process stays small."""
        return bench.folder / f"{self.events}-{self.name.replace(' ', '-')}.npz"

    def found(self, bench: Bench) -> Found:
        """Each rule's rows, ascending."""
        with np.load(self.rows(bench)) as held:
            rows, bounds = held["rows"], held["bounds"].tolist()
            return {str(id): rows[begin:end] for id, (begin, end) in zip(held["rules"], pairwise(bounds), strict=True)}

    def cost(self, name: str) -> float:
        """The median of a figure."""
        return median(cost[name] for cost in self.costs)

    @property
    def evaluated(self) -> int:
        """How many rules it evaluated."""
        return len(self.numbers) - len(self.refused)

    @property
    def rate(self) -> float:
        """Events times rules for each CPU second of evaluation."""
        return self.evaluated * self.limit / max(self.cost("evaluate"), 1e-6)


@dataclass(slots=True)
class Bench:
    """What all contestants share: a folder, the rules (twice), what was made, and the SQL of each rule."""

    folder: Path
    compiled: Path
    made: dict[str, Any]
    rules: list[dict[str, Any]]
    sql: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many different rules there are."""
        return len(self.rules) // 2


def main() -> None:
    asked = _asked()
    if not asked.rules.exists():
        print(f"no rules at {asked.rules}; give a folder of Sigma rules with --rules")
        return
    with tempfile.TemporaryDirectory(prefix="antivenom-benchmark-") as temporary:
        folder = asked.data or Path(temporary)
        bench = _make(folder, asked)
        if not asked.no_peers:
            bench.sql = _sql(bench, asked.peer_python or _environment(folder / "peer"))
        races = [race for events in asked.only for race in _races(events, bench, asked)]
        for number in range(asked.runs):
            for race in races:
                if number == 0 or race.contestant not in PEERS:
                    _note(f"round {number + 1} of {asked.runs}: {race.events}, {race.name}")
                    race.round(bench)
        report = _report(asked, bench, races)
    print(json.dumps(report, indent=2) if asked.json else "\n".join(_page(report)))
    sys.exit(any(line["differ"] for line in report["compared"]))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rules", type=Path, default=RULES, help="folder of Sigma rules, or JSON lines of them")
    parser.add_argument("--samples", type=Path, help="folder of sample logs; by default ../shared/data/telemetry")
    parser.add_argument("--scenarios", action="store_true", help="no samples: only the bundled scenarios")
    parser.add_argument("--events", type=int, default=1_000_000, help="process events in each set")
    parser.add_argument("--only", default=",".join(SETS), help="sets of events: " + ",".join(SETS))
    parser.add_argument("--runs", type=int, default=3, help="rounds of antivenom; figures are medians. Peers run once")
    parser.add_argument("--peer-events", type=int, default=50_000, help="events the peers see, the first so many")
    parser.add_argument("--peer-rules", type=int, default=1, help="every so many rules are run by the peers")
    parser.add_argument("--full", action="store_true", help="peers run all rules over all events: more than an hour")
    parser.add_argument("--no-peers", action="store_true", help="antivenom alone")
    parser.add_argument("--peer-python", help="a Python that has pySigma and its SQLite backend; else one is set up")
    parser.add_argument("--data", type=Path, help="keep the events in this folder")
    parser.add_argument("--json", action="store_true", help="everything as JSON")
    asked = parser.parse_args()
    asked.only = asked.only.split(",")
    if unknown := sorted({*asked.only} - {*SETS}):
        parser.error(f"no set {', '.join(unknown)}; there are {', '.join(SETS)}")
    asked.peer_python = asked.peer_python or os.environ.get("ANTIVENOM_PYSIGMA")
    asked.peer_rules = 1 if asked.full else asked.peer_rules
    asked.peer_events = asked.events if asked.full else min(asked.peer_events, asked.events)
    if min(asked.runs, asked.events, asked.peer_rules, asked.peer_events) <= 0:
        parser.error("--runs, --events, --peer-rules and --peer-events must be above 0")
    asked.samples = None if asked.scenarios else asked.samples or (SAMPLES if SAMPLES.is_dir() else None)
    return asked


def _note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _make(folder: Path, asked: argparse.Namespace) -> Bench:
    """Rules and events, made in a process of its own so that this one stays small."""
    _note(f"making {asked.events:,} events")
    folder.mkdir(parents=True, exist_ok=True)
    options = ["--rules", str(asked.rules), "--events", str(asked.events), "--folder", str(folder)]
    options += ["--only", ",".join(asked.only), *(["--samples", str(asked.samples)] if asked.samples else [])]
    _, output = run([sys.executable, str(HERE / "sigma_events.py"), *options], folder / "compiled")
    rules = json.loads((folder / "rules.json").read_text(encoding="utf-8"))
    return Bench(folder, folder / "compiled", json.loads(output), rules)


def _environment(folder: Path) -> str:
    """A Python with pySigma, which antivenom does not depend on."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        _note(f"setting up {' and '.join(PACKAGES)}")
        venv.create(folder, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        subprocess.run(install, check=True)
    return str(python)


def _sql(bench: Bench, python: str) -> dict[str, dict[str, str]]:
    _note("asking pySigma for SQL")
    _, output = run([python, "-I", str(HERE / "sigma_sql.py"), str(bench.folder / "rules.json")], bench.compiled)
    sql: dict[str, dict[str, str]] = json.loads(output)
    return sql


def _races(events: str, bench: Bench, asked: argparse.Namespace) -> list[Race]:
    numbers = list(range(bench.count))
    ours = {
        "antivenom": numbers,
        "antivenom, every 2nd rule": numbers[::2],
        "antivenom, rules twice": list(range(2 * bench.count)),
    }
    races = [Race(events, "antivenom", name, chosen, asked.events) for name, chosen in ours.items()]
    if asked.no_peers:
        return races
    chosen = numbers[:: asked.peer_rules]
    return races + [Race(events, peer, peer, chosen, asked.peer_events) for peer in PEERS]


# The report


def _report(asked: argparse.Namespace, bench: Bench, races: Sequence[Race]) -> dict[str, Any]:
    rest = {name: bench.made[name] for name in ("rules", "fields", "starts", "sets")}
    sampled = asked.peer_rules > 1 or asked.peer_events < asked.events
    return {
        "machine": _machine(),
        "runs": asked.runs,
        "synthetic": asked.samples is None,
        **rest,
        "peers": None if asked.no_peers else {"every": asked.peer_rules, "events": asked.peer_events},
        "extrapolated": sampled and not asked.no_peers,
        "speed": [_speed(race, races, bench) for race in races],
        "growth": [_growth(events, races) for events in asked.only],
        "compared": [_compared(race, races, bench) for race in races if race.contestant in PEERS],
    }


def _machine() -> str:
    parts = [f"{name} {version(name)}" for name in ("antivenom", "duckdb", "pyarrow", "numpy")]
    python = f"Python {platform.python_version()}"
    return ", ".join([f"{os.cpu_count()} CPUs", platform.platform(terse=True), python, *parts])


def _ours(events: str, races: Sequence[Race]) -> list[Race]:
    """antivenom with all rules, with every second, with all of them twice."""
    return [race for race in races if race.events == events and race.contestant == "antivenom"]


def _speed(race: Race, races: Sequence[Race], bench: Bench) -> dict[str, Any]:
    every = race.evaluated if race.contestant == "antivenom" else bench.count
    return {
        "set": race.events,
        "contestant": race.name,
        "rules": race.evaluated,
        "events": race.limit,
        "load_cpu_seconds": round(race.cost("load"), 2),
        "rules_cpu_seconds": round(race.cost("prepare"), 2),
        "cpu_seconds": round(race.cost("evaluate"), 2),
        "million_events_rules_per_cpu_second": round(race.rate / 1e6, 2),
        "events_per_cpu_second": round(race.rate / every),
        "events_are_extrapolated": every != race.evaluated or race.limit < bench.made["sets"][race.events]["events"],
        "times_as_fast_is_antivenom": _ratio(race, races),
        "peak_megabytes": round(race.cost("peak")),
        "hits": sum(map(len, race.found(bench).values())),
        "refused": race.refused,
        "rounds": race.costs,
    }


def _ratio(race: Race, races: Sequence[Race]) -> float | None:
    """How many times as fast antivenom is as a peer, by events times rules for each CPU second."""
    if race.contestant not in PEERS or not race.rate:
        return None
    return round(_ours(race.events, races)[0].rate / race.rate, 1)


def _growth(events: str, races: Sequence[Race]) -> dict[str, Any]:
    """What rules cost beside fewer and more of them."""
    once, half, twice = (race.cost("evaluate") for race in _ours(events, races))
    return {
        "set": events,
        "all_to_every_second": round(once / max(half, 1e-6), 2),
        "twice_to_all": round(twice / max(once, 1e-6), 2),
    }


def _compared(race: Race, races: Sequence[Race], bench: Bench) -> dict[str, Any]:
    """The rules whose rows a peer finds otherwise, row by row."""
    ours, found = _ours(race.events, races)[0].found(bench), race.found(bench)
    differ = [_difference(id, ours[id][ours[id] < race.limit], rows) for id, rows in found.items()]
    return {
        "set": race.events,
        "peer": race.name,
        "rules": len(found),
        "rules_with_hits": sum(len(rows) > 0 for rows in found.values()),
        "rows": sum(map(len, found.values())),
        "differ": [line for line in differ if line["only_antivenom"] or line["only_peer"]],
    }


def _difference(id: str, ours: Any, theirs: Any) -> dict[str, Any]:
    only = (np.setdiff1d(ours, theirs), np.setdiff1d(theirs, ours))
    return {
        "rule": id,
        "antivenom": len(ours),
        "peer": len(theirs),
        "only_antivenom": len(only[0]),
        "only_peer": len(only[1]),
        "example": int(np.concatenate(only)[0]) if sum(map(len, only)) else None,
    }


def _page(report: dict[str, Any]) -> Iterator[str]:
    """The report as text."""
    yield report["machine"]
    yield (
        f"{report['rules']:,} rules over {len(report['fields'])} fields; events made of {report['starts']:,} process "
        f"starts of {'the bundled scenarios: SYNTHETIC' if report['synthetic'] else 'samples'}"
    )
    for name, made in report["sets"].items():
        yield (
            f"  {name}: {made['events']:,} events, {made['distinct_lines']:,} distinct command lines, "
            f"{made['megabytes']:,} MB of text"
        )
    yield f"\nCPU seconds of evaluation alone, user and system; antivenom's are medians of {report['runs']} rounds"
    yield from table(_HEADINGS, [_cells(line) for line in report["speed"]])
    yield from _sampling(report)
    for line in report["growth"]:
        yield (
            f"{line['set']}: all rules cost {line['all_to_every_second']} times every second one; "
            f"the rules twice cost {line['twice_to_all']} times the rules once"
        )
    for line in report["compared"]:
        yield from _told(line)


def _sampling(report: dict[str, Any]) -> Iterator[str]:
    if report["extrapolated"]:
        every, events = report["peers"]["every"], report["peers"]["events"]
        yield (
            f"EXTRAPOLATED: peers ran {f'one rule in {every}' if every > 1 else 'all rules'} over {events:,} events; "
            "their events/CPU s, marked ~, are for all rules and all events at that rate"
        )
    for line in report["speed"]:
        for rule, why in line["refused"].items():
            yield f"  {line['contestant']} cannot run {rule}: {why}"


def _told(line: dict[str, Any]) -> Iterator[str]:
    yield (
        f"{line['set']}, {line['peer']}: {line['rules']} rules compared row by row, {line['rules_with_hits']} of them "
        f"with hits, {line['rows']:,} rows; {len(line['differ'])} differ"
    )
    for rule in line["differ"][:MOST_TOLD]:
        yield (
            f"  {rule['rule']}: antivenom {rule['antivenom']:,} rows, {rule['only_antivenom']:,} of them alone; "
            f"{line['peer']} {rule['peer']:,}, {rule['only_peer']:,} of them alone; row {rule['example']}"
        )


_HEADINGS = (
    "set", "contestant", "rules", "events", "load s", "rules s", "CPU s", "M ev x rules/CPU s", "events/CPU s",
    "antivenom is", "peak MB", "hits",
)  # fmt: skip


def _cells(line: dict[str, Any]) -> tuple[str, ...]:
    return (
        line["set"],
        line["contestant"],
        f"{line['rules']:,}",
        f"{line['events']:,}",
        f"{line['load_cpu_seconds']:.2f}",
        f"{line['rules_cpu_seconds']:.2f}",
        f"{line['cpu_seconds']:.2f}",
        f"{line['million_events_rules_per_cpu_second']:,.2f}",
        f"{'~' if line['events_are_extrapolated'] else ''}{line['events_per_cpu_second']:,}",
        f"{line['times_as_fast_is_antivenom']:,.1f} x" if line["times_as_fast_is_antivenom"] else "",
        f"{line['peak_megabytes']:,}",
        f"{line['hits']:,}",
    )


if __name__ == "__main__":
    main()
