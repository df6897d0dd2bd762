"""How long a folder of Sigma rules takes to load: the first time, and again with what was kept of it.

    python benchmarks/sigma_loading.py [--rules PATH] [--count N] [--runs N]

Rules are written as one YAML file each, under new ids until there are `--count` of them, each with a description,
references and the like of the usual length. Every run is a process of its own; figures are medians of CPU seconds,
of loading and of making every condition, without the start of Python.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path
from statistics import median

import yaml

RULES = Path(__file__).parents[2] / "shared" / "data" / "content" / "sigma_sigmahq.jsonl"

_LOAD = """
import sys, time
from pathlib import Path
from antivenom.rulesets import load
begin = time.process_time()
made = load([Path(sys.argv[1])])
conditions = [rule.condition for rule in made.rules]
print(time.process_time() - begin, len(made), made.from_cache, len(made.problems))
"""
_USUAL = {
    "description": "Detects what is told here in about as many words as such rules usually have, two lines of them.",
    "references": ["https://example.org/a/page/of/the/usual/length", "https://example.org/another/of/the/usual/length"],
    "author": "somebody (of somewhere)",
    "date": "2022-01-01",
    "modified": "2024-01-01",
    "falsepositives": ["unknown"],
}


def write(rules: Path, folder: Path, count: int) -> None:
    """So many rules, one a file."""
    lines = rules.read_text(encoding="utf-8").splitlines()
    for number in range(count):
        rule = json.loads(lines[number % len(lines)])
        kept = {name: rule[name] for name in ("title", "id", "status", "level", "tags", "logsource", "detection")}
        kept["id"] = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{rule['id']}{number}"))
        text = yaml.safe_dump({**kept, **_USUAL}, sort_keys=False, allow_unicode=True, indent=4, width=200)
        (folder / f"{number:05d}.yml").write_text(text, encoding="utf-8")


def loaded(folder: Path, cache: Path) -> tuple[float, int, int, int]:
    """CPU seconds, rules, files taken from the cache, and documents that could not be loaded."""
    environment = {**os.environ, "ANTIVENOM_CACHE": str(cache)}
    command = [sys.executable, "-c", _LOAD, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    seconds, *counts = done.stdout.split()
    rules, cached, problems = map(int, counts)
    return float(seconds), rules, cached, problems


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rules", type=Path, default=RULES, help="JSON lines of rules")
    parser.add_argument("--count", type=int, default=4_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    if not asked.rules.is_file():
        sys.exit(f"no such file: {asked.rules}; give one with --rules")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "rules")
        folder.mkdir()
        write(asked.rules, folder, asked.count)
        size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
        cold, warm = [], []
        for run in range(asked.runs):
            cache = Path(name, f"cache{run}")
            cold.append(loaded(folder, cache))
            warm.append(loaded(folder, cache))
        for kind, runs in (("cold", cold), ("warm", warm)):
            _, rules, cached, problems = runs[0]
            seconds = median(one[0] for one in runs)
            print(
                f"{kind}  {seconds:.2f} CPU s  {rules:,} rules of {asked.count:,} files, {size:.1f} MB;"
                f" {cached:,} files from the cache, {problems:,} not loaded"
            )


if __name__ == "__main__":
    main()
