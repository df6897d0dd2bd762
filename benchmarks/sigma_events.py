"""Makes process events for benchmarks/sigma.py out of real ones, and the rules that read them.

As a program: `sigma_events.py --rules PATH --events N --folder DIR [--samples DIR]` writes rules.json and one Parquet
file for each set of events into the folder, and prints what they are as JSON. The same options make the same events.

realistic   starts are drawn by Zipf's law; 30 % of them have other numbers in their command lines, which again are
            drawn by Zipf's law. So a few values are very frequent, and a few per cent of the lines are distinct.
distinct    the same draws, with other numbers and an ending of its own in every command line.

Every field is text; one that an event lacks is empty, so that no contestant meets a null.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from antivenom.tables import Event, FileReport
from antivenom.telemetry.open import inputs, read
from pieces import SCENARIOS
from sigma_rules import Given, fields, given

FOLDERS = ("windows_evtx", "windows_json", "windows_xml")
SETS = ("realistic", "distinct")
SEED = 20_240_601
MUTATED = 0.3
"""The share of starts whose command lines get other numbers."""

_SYSMON, _SECURITY = "Microsoft-Windows-Sysmon/1", "Microsoft-Windows-Security-Auditing/4688"
_SECURITY_NAMES = {
    "Image": "NewProcessName",
    "ParentImage": "ParentProcessName",
    "LogonId": "SubjectLogonId",
    "IntegrityLevel": "MandatoryLabel",
}
_LINES = ("CommandLine", "ParentCommandLine")
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[0-9]{2,}(?![A-Za-z0-9])")
_MOST_VARIANTS = 1 << 20

Row = tuple[str, ...]


def main() -> None:
    asked = _asked()
    asked.folder.mkdir(parents=True, exist_ok=True)
    rules = given(asked.rules)
    if not rules:
        raise SystemExit(f"no rules about processes that start on Windows in {asked.rules}")
    (asked.folder / "rules.json").write_text(json.dumps([asdict(rule) for rule in _twice(rules)]), encoding="utf-8")
    names = fields(rules)
    rows = starts(asked.samples, names)
    draw = Draw(names, rows, asked.events)
    made = {name: _write(draw.table(name), asked.folder / f"{name}.parquet") for name in asked.only.split(",")}
    print(json.dumps({"rules": len(rules), "fields": names, "starts": len(rows), "sets": made}))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rules", type=Path, required=True)
    parser.add_argument("--events", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--samples", type=Path, help="folder of sample logs; by default the bundled scenarios")
    parser.add_argument("--only", default=",".join(SETS))
    return parser.parse_args()


def _twice(rules: Sequence[Given]) -> list[Given]:
    return [*rules, *(rule.again() for rule in rules)]


def _write(table: pa.Table, path: Path) -> dict[str, Any]:
    pq.write_table(table, path, compression="zstd")
    lines = table.column("CommandLine") if "CommandLine" in table.column_names else pa.chunked_array([[""]])
    return {
        "path": str(path),
        "events": table.num_rows,
        "distinct_lines": len(pc.unique(lines)),
        "megabytes": round(sum(pc.sum(pc.binary_length(column)).as_py() or 0 for column in table.columns) / 1e6, 1),
    }


# Real process starts


def starts(samples: Path | None, names: Sequence[str]) -> list[Row]:
    """The distinct process starts of the samples, or of the bundled scenarios, with these fields."""
    paths = [SCENARIOS / "windows-sysmon.xml"] if samples is None else [samples / name for name in FOLDERS]
    found: dict[Row, None] = {}
    for event in _events(path for path in paths if path.exists()):
        values = _fields(event)
        if values is not None:
            found[tuple(values(name) for name in names)] = None
    return list(found)


def _events(paths: Iterator[Path]) -> Iterator[Event]:
    for source in inputs(paths):
        if not isinstance(source, FileReport):
            yield from read(source)[1]


def _fields(event: Event) -> Callable[[str], str] | None:
    """Sigma's fields of a process start; None for other events."""
    if event.kind == _SYSMON:
        return lambda name: _text(event.fields, name)
    if event.kind != _SECURITY:
        return None
    user = f"{_text(event.fields, 'SubjectDomainName')}\\{_text(event.fields, 'SubjectUserName')}"
    return lambda name: user if name == "User" else _text(event.fields, _SECURITY_NAMES.get(name, name))


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


# Many of them


class Draw:
    """Which start each event is, and which variant of its numbers it has; 0 is the start as it is."""

    def __init__(self, names: Sequence[str], rows: Sequence[Row], events: int) -> None:
        self.names, self.rows = names, rows
        random = np.random.default_rng(SEED)
        chance = 1 / np.arange(1, len(rows) + 1)
        self.start = random.permutation(len(rows))[random.choice(len(rows), events, p=chance / chance.sum())]
        variants = np.exp(random.random(events) * np.log(_MOST_VARIANTS)).astype(np.int64)
        self.variant = np.where(random.random(events) < MUTATED, variants, 0)

    def table(self, name: str) -> pa.Table:
        """One of SETS."""
        columns = {field: self._column(field) for field in self.names}
        if name == "distinct" and "CommandLine" in columns:
            columns["CommandLine"] = self._distinct(self.names.index("CommandLine"))
        return pa.table(columns)

    def _column(self, field: str) -> pa.Array:
        at = self.names.index(field)
        if field not in _LINES:
            return pa.array([row[at] for row in self.rows]).take(pa.array(self.start))
        keys, places = np.unique(self.start * _MOST_VARIANTS + self.variant, return_inverse=True)
        texts = [varied(self.rows[key // _MOST_VARIANTS][at], key % _MOST_VARIANTS) for key in keys.tolist()]
        return pa.array(texts).take(pa.array(_flat(places)))

    def _distinct(self, at: int) -> pa.Array:
        lines = (f"{varied(self.rows[start][at], n + 1)} {n:07x}" for n, start in enumerate(self.start.tolist()))
        return pa.array(lines, pa.string())


def _flat(places: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    return places.reshape(-1)


def varied(line: str, variant: int) -> str:
    """The line with other digits in its numbers of two digits and more; variant 0 is the line."""
    if not variant:
        return line
    return _NUMBER.sub(lambda match: _digits(len(match[0]), variant + match.start()), line)


def _digits(count: int, seed: int) -> str:
    """So many digits, the same for the same seed."""
    made = ""
    while len(made) < count:
        seed = (seed * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % (1 << 64)
        made += str(seed >> 16)
    return made[-count:]


if __name__ == "__main__":
    main()
