"""Runs a program as a child and says what it cost, its own children counted: time, CPU time, peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost. Seconds; CPU is user and system time; peak is the largest resident size in MB."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], compiled: Path) -> tuple[Cost, bytes]:
    """Run a command to its end; its cost and its output. Exits with what it said if it fails.

    `compiled` is a folder for the modules that Python compiles on the way, as an installed program has them
    compiled already. Linux starts a child's peak at the size of its parent, so the parent must stay small.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if child.returncode != 0:
            said = errors.read().decode(errors="replace")
            sys.exit(f"{' '.join(command)}\nended with {child.returncode}\n{said}")
        unit = 1_000_000 if sys.platform == "darwin" else 1_000
        return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit), output.read()


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        median(cost.peak for cost in costs),
    )
