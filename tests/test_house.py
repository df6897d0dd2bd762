"""The house's own rules: which room may import which, and no room in a circle."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "antivenom"

# room -> the rooms it may import; "standard library only" is an empty set. ARCHITECTURE.md says why.
RULES: dict[str, set[str]] = {
    "source": set(),
    "errors": {"source"},
    "tables": {"errors"},
    "document": {"errors", "source"},
    "telemetry": {"tables", "errors", "source"},
    "vocabularies": {"tables", "errors"},
    "plan": {"tables", "errors", "source"},
    "languages.spl": {"plan", "errors", "source", "tables"},
    "languages.kql": {"plan", "errors", "source", "tables"},
    "languages.sigma": {"document", "plan", "errors", "source"},
    "rulesets": {"languages.sigma", "document", "plan", "errors", "source"},
    "languages": set(),
    "engine": {"plan", "tables", "errors"},
    "catalogue": {"errors", "source", "document"},
    "pycode": set(),
    "programs": {"pycode", "cells", "tables"},
    "findings": {"pycode", "tables"},
    "accounts": set(),
    "executions": {"tables"},
    "correlating": {"languages.sigma", "tables", "errors"},
    "cells": set(),
    "outside": {"document", "plan", "errors", "source"},
    "logs": {"programs", "telemetry", "vocabularies", "tables", "errors"},
    "kusto": {
        *("engine", "languages", "languages.kql", "logs", "outside", "plan", "programs", "source", "tables"),
        "vocabularies",
    },
    "splunk": {
        *("engine", "errors", "languages", "languages.spl", "logs", "outside", "plan", "programs", "source", "tables"),
        "vocabularies",
    },
    "querying": {
        "programs",
        "kusto",
        "splunk",
        "vocabularies",
        "logs",
        "languages",
        "languages.spl",
        "languages.kql",
        "languages.sigma",
        "plan",
        "engine",
        "tables",
        "errors",
        "source",
    },
    "hunting": {
        "correlating",
        "languages.sigma",
        "rulesets",
        "cells",
        "executions",
        "programs",
        "pycode",
        "querying",
        "splunk",
        "logs",
        "catalogue",
        "findings",
        "languages",
        "languages.spl",
        "languages.kql",
        "plan",
        "engine",
        "vocabularies",
        "telemetry",
        "tables",
        "errors",
        "source",
    },
    "proving": {
        "cells",
        "executions",
        "pycode",
        "hunting",
        "querying",
        "logs",
        "catalogue",
        "findings",
        "document",
        "languages",
        "languages.spl",
        "languages.kql",
        "plan",
        "engine",
        "vocabularies",
        "telemetry",
        "tables",
        "errors",
        "source",
    },
    "response": {"accounts", "catalogue", "document", "errors", "source"},
    "tuning": {
        "accounts",
        "proving",
        "hunting",
        "engine",
        "logs",
        "catalogue",
        "findings",
        "pycode",
        "document",
        "errors",
        "source",
    },
    "report": {"cells", "findings", "pycode", "response", "tables"},
    "site": {"catalogue", "proving", "report", "response", "tuning", "errors"},
    "__main__": {"cli"},
    "cli": {
        "document",
        "programs",
        "pycode",
        "hunting",
        "querying",
        "logs",
        "catalogue",
        "proving",
        "tuning",
        "report",
        "response",
        "site",
        "rulesets",
        "findings",
        "tables",
        "errors",
        "source",
        "antivenom",
    },
    "antivenom": {"rulesets", "hunting", "tuning", "querying", "logs", "findings", "pycode", "errors", "catalogue"},
}

# the rooms inside a language, each resting on those before it; KQL's `plugins` and `lowering` are one layer
LAYERS = {
    "kql": (("parsing",), ("values",), ("functions",), ("lowering", "plugins")),
    "spl": (("parsing",), ("values",), ("functions",), ("lowering",)),
}

# third-party packages that only one room may touch
OWNERS = {
    "duckdb": {"engine"},
    "sqlglot": {"engine"},
    "evtx": {"telemetry"},
    "regex": {"engine"},
    "click": {"cli"},
    "rich": {"report", "cli"},
    "yaml": {"document"},
    "jinja2": {"site"},
    "markupsafe": {"site"},
}


def room_of(parts: tuple[str, ...]) -> str:
    """The room a module path (below antivenom) belongs to."""
    if not parts:
        return "antivenom"
    if parts[0] == "languages" and len(parts) > 1:
        return f"languages.{parts[1]}"
    return parts[0]


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(SRC.rglob("*.py"))


def _parts(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(SRC).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def imports(path: Path, *, run: bool = False) -> set[str]:
    """Full dotted names a module imports, wherever in it; only those that are run, not those for types, with `run`."""
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if run:
        tree.body = [node for node in tree.body if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node))]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _is_module(parts: tuple[str, ...]) -> bool:
    target = SRC.joinpath(*parts)
    return target.is_dir() or target.with_suffix(".py").exists()


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    room = room_of(_parts(path))
    assert room in RULES, f"{room} is a new room: say in RULES and ARCHITECTURE.md what it may import"
    for name in imports(path):
        top, *rest = name.split(".")
        if top == "antivenom":
            target = tuple(rest) if _is_module(tuple(rest)) else tuple(rest[:-1])
            other = room_of(target)
            assert other == room or other in RULES[room], f"{room} may not import {other} ({name})"
        elif top in OWNERS:
            assert room in OWNERS[top], f"only {OWNERS[top]} may import {top}"


@pytest.mark.parametrize("language", sorted(LAYERS))
def test_the_rooms_of_a_language_rest_on_one_another(language: str) -> None:
    rooms = {room for layer in LAYERS[language] for room in layer}
    below: set[str] = set()
    for layer in LAYERS[language]:
        below |= set(layer)
        for path in (path for room in layer for path in sorted((SRC / "languages" / language / room).rglob("*.py"))):
            named = [name.split(".") for name in imports(path) if name.startswith(f"antivenom.languages.{language}.")]
            assert {parts[3] for parts in named} & rooms <= below, path


def test_no_import_cycles() -> None:
    graph = {}
    for path in modules():
        name = ".".join(("antivenom", *_parts(path)))
        found = set()
        for imported in imports(path, run=True):
            parts = tuple(imported.split(".")[1:])
            if imported.startswith("antivenom"):
                found.add(".".join(("antivenom", *(parts if _is_module(parts) else parts[:-1]))))
        graph[name] = found - {name, "antivenom"}
    seen: dict[str, int] = {}

    def visit(name: str, path: tuple[str, ...]) -> None:
        if seen.get(name) == 2:
            return
        assert seen.get(name) != 1, f"import cycle: {' -> '.join((*path, name))}"
        seen[name] = 1
        for other in sorted(graph.get(name, ())):
            visit(other, (*path, name))
        seen[name] = 2

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_verdicts_are_compared_in_one_place(path: Path) -> None:
    """`worst` and `at_least` of pycode know the order of verdicts."""
    if path != SRC / "pycode" / "program.py":
        assert not re.search(r"key=VERDICTS|VERDICTS\.index\([^()]*\) *[<>]", path.read_text(encoding="utf-8"))


PYCODE = sorted((SRC / "pycode").rglob("*.py"))


@pytest.mark.parametrize("path", PYCODE, ids=lambda path: str(path.relative_to(SRC)))
def test_pycode_stands_alone(path: Path) -> None:
    """Standard library only, in the syntax of Python 3.9: it is shipped by itself."""
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
    for imported in imports(path):
        top = imported.split(".")[0]
        assert top in sys.stdlib_module_names or imported.startswith("antivenom.pycode"), imported
