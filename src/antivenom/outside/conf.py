"""Splunk's configuration files, and the folders of apps that hold them (Admin Manual, about configuration files).

An app's folder has them in default/ and local/, of which local/ wins, and look-up files in lookups/.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from antivenom.errors import UsageError
from antivenom.outside.formats import MOST_BYTES

KINDS = ("macros", "transforms", "eventtypes", "tags", "savedsearches")
"""The configuration files that are read."""

_PLACES = ("default", "local", ".")
"""Folders of an app in which they stand, the last that says something winning."""

_TABLES = (".csv", ".csv.gz", ".tsv", ".json", ".jsonl")
_YES = ("1", "t", "true", "y", "yes", "enabled")

Stanzas = dict[str, dict[str, str]]
"""Stanza -> setting -> value."""


@dataclass(slots=True)
class App:
    """What apps hold, read of files and folders: later ones win."""

    stanzas: dict[str, Stanzas] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    macros: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def take(self, kind: str, found: Mapping[str, Mapping[str, str]]) -> None:
        """Add the stanzas of a configuration file, setting by setting."""
        for name, settings in found.items():
            self.stanzas[kind].setdefault(name, {}).update(settings)

    @property
    def eventtypes(self) -> dict[str, str]:
        """Event type -> its search."""
        return {
            name: settings["search"]
            for name, settings in self.stanzas["eventtypes"].items()
            if "search" in settings and settings.get("disabled", "0").lower() not in _YES
        }

    @property
    def saved(self) -> dict[str, str]:
        """Saved search -> its text."""
        return {n: settings["search"] for n, settings in self.stanzas["savedsearches"].items() if "search" in settings}

    @property
    def tags(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Tag -> the fields and values that have it."""
        found: dict[str, list[tuple[str, str]]] = {}
        for stanza, settings in self.stanzas["tags"].items():
            name, equals, value = stanza.partition("=")
            for tag, state in settings.items():
                if equals and state.lower() == "enabled":
                    found.setdefault(tag, []).append((name.strip(), unquote(value.strip())))
        return {tag: tuple(pairs) for tag, pairs in found.items()}

    def every_macro(self) -> dict[str, Mapping[str, Any]]:
        """Macro -> its definition, those of JSON and of macros.conf."""
        of_conf = {
            name: {**settings, "args": [arg.strip() for arg in settings.get("args", "").split(",") if arg.strip()]}
            for name, settings in self.stanzas["macros"].items()
            if "definition" in settings
        }
        return {**of_conf, **self.macros}


def read_app(paths: Iterable[Path]) -> App:
    """What files and folders of apps hold: macros as JSON, .conf files by their names, look-up files."""
    app = App()
    for path in paths:
        if path.is_dir():
            _folder(path, app)
        elif path.suffix.lower() == ".conf":
            app.take(_kind(path), stanzas(path))
        elif path.is_file():
            app.macros.update(_json(path))
        else:
            raise UsageError(f"no such file or folder: {path}")
    return app


def _folder(path: Path, app: App) -> None:
    for place in _PLACES:
        for kind in KINDS:
            found = path / place / f"{kind}.conf"
            if found.is_file():
                app.take(kind, stanzas(found))
    tables = _look_ups(path)
    app.files.update(tables)
    for name, settings in app.stanzas["transforms"].items():
        file = settings.get("filename", settings.get("collection", "")).replace("\\", "/").rpartition("/")[2]
        known = next((tables[one] for one in (file, f"{file}.csv", f"{file}.json") if file and one in tables), None)
        if known is not None:
            app.files[name] = known


def _look_ups(path: Path) -> dict[str, str]:
    """The look-up files in a folder and in its lookups/, under their own names."""
    found = {}
    for folder in (path, path / "lookups"):
        if folder.is_dir():
            files = (one for one in sorted(folder.iterdir()) if one.is_file() and one.name.lower().endswith(_TABLES))
            found.update({one.name: str(one) for one in files})
    return found


def _kind(path: Path) -> str:
    name = path.stem.lower()
    kind = next((kind for kind in KINDS if name == kind or name.endswith(f"_{kind}") or name.startswith(kind)), None)
    if kind is None:
        raise UsageError(f"{path} is no configuration file that is read", hint=f"{', '.join(KINDS)}, each .conf")
    return kind


def stanzas(path: Path) -> Stanzas:
    """A configuration file: `[stanza]`, `setting = value`; a line that ends in a backslash goes on in the next."""
    found: Stanzas = {}
    current = found.setdefault("default", {})
    lines = iter(_text(path).split("\n"))
    for line in lines:
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        if stripped.startswith("[") and stripped.endswith("]"):
            current = found.setdefault(stripped[1:-1].strip(), {})
            continue
        name, equals, value = line.partition("=")
        while value.rstrip("\r").endswith("\\"):
            value = value.rstrip("\r")[:-1] + "\n" + next(lines, "")
        if equals:
            current[name.strip()] = value.strip()
    if not found["default"]:
        del found["default"]
    return found


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UsageError(f"{path} holds more than {MOST_BYTES:,} bytes")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"byte {error.object[error.start]:02x} at {error.start}"
        raise UsageError(f"{path} is no UTF-8 text: {found}", hint="save it as UTF-8") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None


_MACROS = 'write {"name": {"definition": "...", "args": []}}'


def _json(path: Path) -> dict[str, Mapping[str, Any]]:
    try:
        made = json.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is no JSON: {error}") from None
    if not isinstance(made, dict):
        raise UsageError(f"{path} holds no macros", hint=_MACROS)
    for name, macro in made.items():
        if not _is_macro(macro):
            raise UsageError(f"{path} holds no macro under {name!r}", hint=_MACROS)
    return made


def _is_macro(macro: object) -> bool:
    if not isinstance(macro, dict) or not isinstance(macro.get("definition"), str):
        return False
    names = macro.get("args") or []
    return isinstance(names, list) and all(isinstance(name, str) for name in names)
