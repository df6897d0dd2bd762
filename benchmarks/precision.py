"""How many findings the catalogue makes on benign Python, and how much of the malicious it finds.

    python benchmarks/precision.py                            # the labelled lines where they are
    python benchmarks/precision.py --samples lines.jsonl      # of your own: {"argv": [...], "os": ..., "label": ...}
    python benchmarks/precision.py --profile                  # without profiles of allowed use; the bundled ones count

Each line is one process start, written as auditd, Sysmon or Endpoint Security records it and as Defender exports it,
and hunted with the whole catalogue. Counted are lines with a finding rated suspicious or worse, by who says so.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import list2cmdline
from tempfile import TemporaryDirectory
from typing import Any

from antivenom import catalogue
from antivenom.findings import PYTHON_CODE, Evidence, Finding
from antivenom.hunting import run
from antivenom.logs import Logs
from antivenom.proving.processes import Host, Process, Scenario
from antivenom.proving.scenarios import SENSORS, render
from antivenom.pycode import VERDICTS
from antivenom.tuning import bundled, find
from antivenom.tuning.matching import fits

SAMPLES = Path(__file__).parents[2] / "shared" / "data" / "pycode" / "commands.jsonl"
PUBLISHED = ("python-splunk", "python-sentinel")
START = 1_772_000_000 * 10**9
FIRST_PID = 1_000
NATIVE = {"linux": "auditd", "windows": "sysmon", "macos": "eslogger"}
USERS = {"linux": ("dev", "1000", "/home/dev"), "macos": ("dev", "501", "/Users/dev"),
         "windows": ("CORP\\dana", "S-1-5-21-1004336348-1177238915-682003330-1104", "C:\\Users\\dana\\")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line; `label` is benign, core or context."""

    argv: tuple[str, ...]
    os: str
    label: str
    image: str
    count: int


def main() -> None:
    asked = _asked()
    lines = [line for line in map(_line, _rows(asked.samples or [SAMPLES])) if line.label != "gray"]
    flagged: dict[str, set[int]] = {}
    by_detection: Counter[tuple[str, str]] = Counter()
    names = [one.id for one in bundled()] if asked.profile is None else asked.profile
    entries = [entry for name in names for entry in find(name).entries]
    for number, finding in _findings(lines):
        allowed = any(fits(entry, finding) for entry in entries)
        for name, evidence in _parts(finding).items():
            if _bad(evidence):
                flagged.setdefault(name, set()).add(number)
                if not allowed:
                    flagged.setdefault(f"{name}, with profiles", set()).add(number)
        by_detection.update({(each.detection, lines[number].label) for each in finding.evidence if _bad([each])})
    print(f"profiles: {', '.join(names) or 'none'}")
    _report(lines, flagged, by_detection)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=Path, nargs="*")
    parser.add_argument("--profile", nargs="*", help="profiles of allowed use; the bundled ones by default")
    return parser.parse_args()


def _rows(paths: Iterable[Path]) -> list[dict[str, Any]]:
    found = [json.loads(text) for path in paths for text in path.read_text(encoding="utf-8").splitlines()]
    if not found:
        sys.exit("these samples hold no line")
    return found


def _line(row: Mapping[str, Any]) -> Line:
    argv = tuple(str(word) for word in row.get("argv") or [row["cmdline"]])
    label = row["label"] if row["label"] != "malicious" else row.get("tier", "core")
    return Line(argv, row["os"], label, _image(row.get("image") or argv[0], row["os"]), row.get("count") or 1)


def _image(name: str, system: str) -> str:
    """Where the program lies, for names without a path."""
    if "/" in name or "\\" in name:
        return name
    if system == "windows":
        return f"C:\\Python312\\{name}" if name.endswith(".exe") else f"C:\\Python312\\{name}.exe"
    return f"/usr/bin/{name}"


def _findings(lines: Sequence[Line]) -> Iterable[tuple[int, Finding]]:
    """Each finding with the number of its line."""
    with TemporaryDirectory() as folder:
        for system, native in NATIVE.items():
            chosen = [number for number, line in enumerate(lines) if line.os == system]
            if not chosen:
                continue
            scenario = _scenario(system, lines, chosen)
            for sensor in (native, "defender"):
                log = Path(folder) / f"{system}-{SENSORS[sensor].file}"
                log.write_bytes(render(scenario, sensor))
                for finding in run(Logs([log]), catalogue.load(), programs=True, least="notable").findings:
                    if finding.process.pid is not None and finding.process.pid >= FIRST_PID:
                        yield finding.process.pid // 4 - FIRST_PID, finding


def _scenario(system: str, lines: Sequence[Line], chosen: Sequence[int]) -> Scenario:
    user, uid, home = USERS[system]
    host = Host("host-01", system, "10.20.0.11", {user: uid})
    processes = tuple(_process(host, user, home, lines[number], number) for number in chosen)
    return Scenario("precision", "Precision", "", (), START, processes)


def _process(host: Host, user: str, home: str, line: Line, number: int) -> Process:
    command = list2cmdline(line.argv) if line.os == "windows" else " ".join(line.argv)
    return Process(
        host=host, pid=4 * (number + FIRST_PID), executable=line.image, called_as=line.image, argv=line.argv,
        command=command, user=user, cwd=home, started=START + number * 10**9, before=False, ended=None, exit_code=0,
        original_name=None, connections=(), files=(), modules=(), registry=(), parent=None,
    )  # fmt: skip


def _parts(finding: Finding) -> dict[str, list[Evidence]]:
    """The evidence by who gives it."""
    published = [one for one in finding.evidence if one.detection in PUBLISHED]
    reading = [one for one in finding.evidence if one.detection == PYTHON_CODE]
    texts = [one for one in finding.evidence if one not in published and one not in reading]
    by_name = {f"published: {name}": [one for one in published if one.detection == name] for name in PUBLISHED}
    return {**by_name, "published, both": published, "ours, texts": texts, "ours, reading": reading,
            "ours": texts + reading}  # fmt: skip


def _bad(evidence: Iterable[Evidence]) -> bool:
    return any(VERDICTS.index(one.rating) >= VERDICTS.index("suspicious") for one in evidence)


def _report(lines: Sequence[Line], flagged: Mapping[str, set[int]], by_detection: Counter[tuple[str, str]]) -> None:
    labels = ("benign", "core", "context")
    counts = Counter(line.label for line in lines)
    runs = sum(line.count for line in lines if line.label == "benign")
    print(f"{len(lines):,} lines: " + ", ".join(f"{counts[label]:,} {label}" for label in labels))
    print(f"{'':42}{'benign':>8}{'per 10,000':>12}{'of runs':>12}{'core':>9}{'context':>9}")
    for name in sorted(flagged):
        hit = Counter(lines[number].label for number in flagged[name])
        weight = sum(lines[number].count for number in flagged[name] if lines[number].label == "benign")
        rate, of_runs = 1e4 * hit["benign"] / counts["benign"], 1e4 * weight / runs
        recall = (f"{hit[label] / max(1, counts[label]):9.1%}" for label in ("core", "context"))
        print(f"{name:42}{hit['benign']:8,}{rate:12.1f}{of_runs:12.1f}{''.join(recall)}")
    print(f"\n{'':34}{'benign':>8}{'core':>8}{'context':>9}")
    for id in sorted({id for id, _ in by_detection}):
        print(f"{id:34}" + "".join(f"{by_detection[id, label]:{8 + (label == 'context')},}" for label in labels))


if __name__ == "__main__":
    main()
