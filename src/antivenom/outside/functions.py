"""Stored functions: those this package brings, and those of a folder the caller names.

A file `NAME.kql` holds `(parameters) { body }` or a query that takes none; `.create function NAME(parameters) { body }`
says the name itself, and so does a YAML file of a workspace's function (FunctionAlias, FunctionQuery) or of an ASIM
parser (ParserName, ParserParams, ParserQuery).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from antivenom.document import Node, parse, read_text
from antivenom.errors import DamagedInput, UsageError
from antivenom.source import SourceText

_QUERIES = frozenset({".kql", ".kusto", ".csl", ".txt"})
_YAML = frozenset({".yml", ".yaml"})
_NAME = re.compile(r"[A-Za-z_]\w*")
_CREATE = re.compile(
    r"\s*\.(?:create-or-alter|create|alter)\s+function\s+(?:ifnotexists\s+)?(?:with\s*\([^()]*\)\s*)?"
    r"(?:\[(?P<quote>['\"])(?P<quoted>[A-Za-z_]\w*)(?P=quote)\]|(?P<name>[A-Za-z_]\w*))\s*(?=\()",
    re.IGNORECASE,
)
_NAMES = ("FunctionAlias", "FunctionName", "ParserName", "EquivalentBuiltInParser")
_TEXTS = ("FunctionQuery", "ParserQuery")


@cache
def packaged() -> Mapping[str, SourceText]:
    """The functions this package brings: name -> text."""
    folder = resources.files(__package__) / "functions"
    made: dict[str, SourceText] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".kql"):
            made |= {one.name: one for one in _of_query(SourceText(entry.read_text("utf-8"), entry.name))}
    return made


def read(folder: Path) -> dict[str, SourceText]:
    """The functions of a folder, or of one file: name -> text. Raises DamagedInput, UsageError."""
    if not folder.exists():
        raise UsageError(f"no such file or folder: {folder}", hint="give a folder of NAME.kql files")
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else [folder]
    made: dict[str, SourceText] = {}
    for path in files:
        for one in _of_file(path):
            if one.name in made:
                raise DamagedInput(f"there are two functions {one.name} in {folder}")
            made[one.name] = one
    return made


def _of_file(path: Path) -> Iterator[SourceText]:
    suffix = path.suffix.lower()
    if suffix in _QUERIES:
        yield from _of_query(read_text(path, path.name))
    elif suffix in _YAML:
        yield from _of_yaml(read_text(path, str(path)))


def _of_query(source: SourceText) -> Iterator[SourceText]:
    """The functions of a text: each `.create function`, or the whole text under the name of its file."""
    starts = [match for line in _commands(source.text) if (match := _CREATE.match(source.text, line))]
    ends = [*(match.start() for match in starts[1:]), len(source.text)]
    for match, end in zip(starts, ends, strict=False):
        yield SourceText(source.text[match.end() : end], match["quoted"] or match["name"])
    if not starts:
        name = Path(source.name).stem
        if not _NAME.fullmatch(name):
            raise DamagedInput(f"{name!r} is no name of a function", hint="call the file NAME.kql")
        yield SourceText(source.text, name)


def _commands(text: str) -> Iterator[int]:
    """Where the lines begin that begin with a dot."""
    return (match.start() for match in re.finditer(r"^[ \t]*\.", text, re.MULTILINE))


def _of_yaml(source: SourceText) -> Iterator[SourceText]:
    node = parse(source)
    members = {name: entry.value for name, entry in node.entries().items()}
    text = next((members[name].text() for name in _TEXTS if name in members), None)
    if text is None:
        return
    names = [members[name].text() for name in _NAMES if name in members]
    if not names:
        node.wrong("this function has no name", f"give one of {', '.join(_NAMES)}")
    parameters = members.get("ParserParams") or members.get("FunctionParameters")
    if parameters is not None:
        text = f"({', '.join(map(_parameter, parameters.items()))}) {{\n{text}\n}}"
    for name in dict.fromkeys(names):
        yield SourceText(text, name)


def _parameter(node: Node) -> str:
    fields = node.fields("a parameter", required=("Name", "Type"), optional=("Default",))
    type_, default = fields.text("Type"), fields.get("Default")
    written = f"{fields.text('Name')}:{type_.removeprefix('table:')}"
    if default is None:
        return written
    value = default.text()
    return f"{written}='{value}'" if type_ == "string" and not value.startswith(("'", '"')) else f"{written}={value}"
