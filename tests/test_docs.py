"""The documents tell the truth: every console block is run and its output compared; links lead somewhere.

`pytest tests/test_docs.py --record` writes the real output into the blocks; read the diff.
"""

from __future__ import annotations

import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)")
_MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root)/")


def documents() -> list[Path]:
    """Every Markdown file of the project."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def blocks() -> list[tuple[Path, str]]:
    """Every console block, with its document."""
    return [(path, block) for path in documents() for block in _BLOCK.findall(path.read_text(encoding="utf-8"))]


def run(command: str) -> str:
    """Output of one `antivenom ...` command line, run in the project's folder, 120 columns wide."""
    words = shlex.split(command)
    assert words[0] == "antivenom", "console blocks show antivenom; use another fence for the rest"
    environment = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", "from antivenom.cli import main; main()", *words[1:]],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=120, check=False,
    )  # fmt: skip
    shown = done.stdout + done.stderr
    return "".join(f"{line.rstrip()}\n" for line in shown.splitlines())


def rendered(block: str) -> str:
    """The block with the output its commands really give."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{run(command[2:])}" for command in commands)


@pytest.mark.parametrize("path, block", blocks(), ids=lambda v: v.name if isinstance(v, Path) else "")
def test_console_blocks_show_real_output(path: Path, block: str, record: bool) -> None:
    made = rendered(block)
    if record and made != block:
        path.write_text(path.read_text(encoding="utf-8").replace(block, made), encoding="utf-8")
    else:
        assert made == block


@pytest.mark.parametrize("path", ["PAGE", "BEHAVIOURS", "LOG_SOURCES", "DATA_MODELS", "KQL_REFERENCE", "SPL_REFERENCE"])
def test_generated_pages_are_what_the_code_says(path: str) -> None:
    page = path.lower()
    made = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    assert made[path].read_text(encoding="utf-8") == made[page](), "run python docs/generate.py"


@pytest.mark.parametrize("path", documents(), ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in _LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.mark.parametrize("path", [p for p in documents() if p.name != "behaviours.md"], ids=lambda p: p.name)
def test_no_path_of_one_machine(path: Path) -> None:
    assert not _MACHINE_PATH.search(path.read_text(encoding="utf-8"))
