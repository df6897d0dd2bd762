"""Writes a site into a folder, whole or not at all. Only a folder that is empty, or a site of ours, is replaced."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from antivenom.errors import UsageError

MARKER = ".antivenom-site"
"""The file that says that a folder is a site of ours, and which files are."""

_TITLE = "Files of this folder that `antivenom docs` wrote, and replaces:"


def write(out: Path, files: Mapping[str, str]) -> None:
    """Write the files, their paths relative to `out`. UsageError where `out` holds what is not of an earlier site."""
    target = out.resolve()
    there = _checked(target, out)
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".antivenom-", dir=target.parent) as beside:
        made, old = Path(beside) / "new", Path(beside) / "old"
        _write_all(made, files)
        if there:
            target.rename(old)
        try:
            made.rename(target)
        finally:  # whatever stopped it, an interrupt too
            if there and not target.exists():
                old.rename(target)


def _checked(target: Path, out: Path) -> bool:
    """Whether there is a folder already, which then may be replaced."""
    if not target.exists():
        return False
    if _is_in_use(target):
        hint = "name a folder below it, or go elsewhere first: the whole folder is replaced"
        raise UsageError(f"{out} is the current folder, or holds it", hint=hint)
    if not target.is_dir():
        raise UsageError(f"{out} is not a folder", hint="name a folder that is new, empty, or an earlier site")
    if not any(target.iterdir()):
        return True
    marker = target / MARKER
    ours = _listed(marker) if marker.is_file() and not marker.is_symlink() else None
    if ours is None:
        raise UsageError(f"{out} holds what is no site of antivenom", hint="name a new or an empty folder")
    found = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_symlink() or path.is_file()}
    others = sorted(found - ours)
    if others:
        hint = "move it elsewhere, or name another folder: the whole folder is replaced"
        raise UsageError(f"{out} holds a file that is not of the earlier site: {others[0]}", hint=hint)
    return True


def _is_in_use(target: Path) -> bool:
    """Whether a shell that stands in the current folder would be left in the one that is replaced."""
    try:
        here = Path.cwd().resolve()
    except FileNotFoundError:
        return False
    return here.is_relative_to(target)


def _listed(marker: Path) -> set[str] | None:
    lines = marker.read_text(encoding="utf-8", errors="replace").splitlines()
    return {MARKER, *lines[1:]} if lines[:1] == [_TITLE] else None


def _write_all(folder: Path, files: Mapping[str, str]) -> None:
    listed = "".join(f"{path}\n" for path in sorted(files))
    for path, text in {**files, MARKER: f"{_TITLE}\n{listed}"}.items():
        parts = PurePosixPath(path).parts
        assert not {"..", "/"} & set(parts), path
        file = folder.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
