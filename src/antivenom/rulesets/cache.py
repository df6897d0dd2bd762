"""What was made of rule files, kept between runs under the content it was made of.

A cache is a help: one that cannot be read, or was made by other code, is made anew, and one that cannot be
written is not. It is plain JSON, so that nothing in it can run.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import orjson

FOLDER = "ANTIVENOM_CACHE"
"""The environment variable that names the folder of caches; empty for none."""

_MADE_BY = ("languages/sigma", "rulesets", "plan", "document.py")
_LARGEST = 1 << 28


def folder() -> Path | None:
    """Where caches are kept: ANTIVENOM_CACHE, else the user's folder for caches; None for nowhere."""
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or f"{os.environ.get('HOME', '')}/.cache"
    return Path(base) / "antivenom" if base and Path(base).is_absolute() else None


def digest(data: bytes) -> str:
    """The name of a content."""
    return hashlib.sha256(data).hexdigest()


@cache
def maker() -> str:
    """A digest of the code that makes what is kept."""
    total = hashlib.sha256()
    package = resources.files("antivenom")
    for name in _MADE_BY:
        part = package / name
        files = [part] if part.is_file() else sorted(part.iterdir(), key=lambda file: file.name)
        for file in files:
            if file.name.endswith(".py"):
                total.update(file.read_bytes())
    return total.hexdigest()


def place(paths: Iterable[Path]) -> Path | None:
    """The file for the rules in these files and folders."""
    where = folder()
    names = b"\0".join(os.fsencode(path) for path in paths)
    return None if where is None else where / f"rules-{digest(names)[:32]}.json"


def load(path: Path | None) -> Mapping[str, Any] | None:
    """What was kept there whole, or None."""
    if path is None:
        return None
    try:
        if path.stat().st_size > _LARGEST:
            return None
        said, _, content = path.read_bytes().partition(b"\n")
        if said.decode("ascii") != digest(content):
            return None
        found = orjson.loads(content)
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("maker") == maker() else None


def store(path: Path | None, content: Mapping[str, Any]) -> None:
    """Keep it, whole or not at all."""
    if path is None:
        return
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(prefix=path.stem, dir=path.parent, delete=False) as stream:
            made = Path(stream.name)
            try:
                made_of = orjson.dumps({**content, "maker": maker()})
                stream.write(b"%s\n%s" % (digest(made_of).encode("ascii"), made_of))
                stream.close()
                made.replace(path)
            except BaseException:
                made.unlink()
                raise
    except (OSError, orjson.JSONEncodeError):
        return
