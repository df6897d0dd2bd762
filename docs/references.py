"""Writes docs/reference/*.md: what each query language runs here, each name with an example and the answer it gives.

The examples stand in docs/reference/LANGUAGE/: a first line `// KIND NAME: sentence`, a query that carries its own
data or reads one of files/, a blank line. `python docs/generate.py` writes the pages; a test fails while one differs,
while a supported name has no example, or while an example does not run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from antivenom import querying
from antivenom.languages.kql.parsing import literals
from antivenom.logs import Logs
from antivenom.plan.types import UNIX_EPOCH_TICKS

HERE = Path(__file__).parent / "reference"
LOGS = Path(__file__).parents[1] / "examples" / "logs"
"""The logs that examples over data models read."""
NOW = int(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp()) * 10**9

_HEAD = re.compile(r"// (\w+) ([^:]+): (.+)")
_OVER_MODELS = re.compile(r"\|\s*(tstats|datamodel|from)\b")
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Example:
    """One example: what it shows, in a sentence, and the query."""

    kind: str
    name: str
    sentence: str
    query: str
    file: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference of one language: its kinds of names in their order, and how an answer is shown."""

    language: str
    title: str
    fence: str
    kinds: Mapping[str, str]
    answer: Callable[[str], list[str]]

    @property
    def path(self) -> Path:
        """The page."""
        return HERE / f"{self.language}.md"

    @property
    def folder(self) -> Path:
        """The examples."""
        return HERE / self.language

    def examples(self) -> list[Example]:
        """Every example, by file and in its order. Raises ValueError naming a block that is none."""
        return [one for path in sorted(self.folder.glob(f"*.{self.language}")) for one in self._examples(path)]

    def _examples(self, path: Path) -> Iterator[Example]:
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
            first, _, query = block.partition("\n")
            head = _HEAD.fullmatch(first.strip())
            if head is None or head[1] not in self.kinds or not query.strip():
                raise ValueError(f"{path.name}: expected '// KIND NAME: sentence' and a query, found {first!r}")
            yield Example(head[1], head[2], head[3], query.strip(), path.name)

    def page(self, refused: Mapping[str, Iterable[str]]) -> str:
        """The whole page; `refused` has by kind the names that are refused."""
        found: dict[str, list[Example]] = {kind: [] for kind in self.kinds}
        for example in self.examples():
            found[example.kind].append(example)
        counts = ", ".join(f"{len({e.name for e in found[k]})} {title.lower()}" for k, title in self.kinds.items())
        return "\n".join(
            [
                f"# {self.title}",
                "",
                "Written by `docs/generate.py`: every answer here is what the query above it gives. What is not run",
                "raises `Unsupported` with its name and its place in the query; no part of a query is ever dropped.",
                "",
                f"Run: {counts}. The clock of `now()` stands at 2026-03-02 12:00 UTC in the examples.",
                "",
                *(
                    line
                    for kind, title in self.kinds.items()
                    for line in self._section(title, found[kind], refused.get(kind, ()))
                ),
            ]
        )

    def _section(self, title: str, found: list[Example], refused: Iterable[str]) -> Iterator[str]:
        yield from (f"## {title}", "")
        for example in sorted(found, key=lambda e: (e.name.strip("_").lower(), e.file)):
            yield from (f"### {example.name}", "", example.sentence, "")
            yield from (f"```{self.fence}", *example.query.splitlines(), "```", "")
            yield from ("```text", *self.answer(example.query), "```", "")
        names = sorted(set(refused))
        if names:
            yield from (f"Refused by name ({len(names)}): " + ", ".join(f"`{name}`" for name in names) + ".", "")

    def files(self) -> dict[str, str]:
        """The files that examples read, under their names and without their endings."""
        paths = sorted((self.folder / "files").iterdir()) if (self.folder / "files").is_dir() else []
        return {name: str(path) for path in paths for name in (path.name, path.stem)}


def _kql(query: str) -> list[str]:
    """The answer as lines of text: names, types, rows."""
    table = querying.query(query, language="kql", now=NOW, files=KQL.files())
    types = [field.metadata[b"kusto.type"].decode() for field in table.schema]
    cells = [[_cell(v, t) for v in _raw(column)] for column, t in zip(table.columns, types, strict=True)]
    columns = [[n, t, *c] for n, t, c in zip(table.column_names, types, cells, strict=True)]
    return _laid_out(columns, 2)


def _spl(query: str) -> list[str]:
    """The answer as lines of text: names and results, each value of a multivalue on its own line."""
    logs = Logs([LOGS]) if _OVER_MODELS.match(query) else None
    app = SPL.folder / "files"
    conf = [app] if app.is_dir() else []
    table = querying.query(query, language="spl", logs=logs, now=NOW, files=SPL.files(), conf=conf)
    columns = [[name] for name in table.column_names]
    for row in zip(*(column.to_pylist() for column in table.columns), strict=True):
        cells = [[_short(v) for v in cell] if isinstance(cell, list) else [_short(cell)] for cell in row]
        high = max(map(len, cells), default=0)
        for column, cell in zip(columns, cells, strict=True):
            column += [*cell, *[""] * (high - len(cell))]
    return _laid_out(columns, 1) if columns else [f"{table.num_rows} results without fields"]


def _laid_out(columns: Sequence[list[str]], heads: int) -> list[str]:
    widths = [max(len(cell) for cell in column) for column in columns]
    lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in zip(*columns, strict=True)]
    lines.insert(heads, "  ".join("-" * width for width in widths))
    return [line.rstrip() for line in lines]


def _raw(column: pa.ChunkedArray) -> list[Any]:
    if not (pa.types.is_timestamp(column.type) or pa.types.is_duration(column.type)):
        return list(column.to_pylist())
    per_tick = {"ns": 100, "us": 0}[column.type.unit]
    return [None if v is None else v // per_tick if per_tick else v * 10 for v in column.cast(pa.int64()).to_pylist()]


def _cell(value: Any, type: str) -> str:
    if value is None:
        return ""
    if type == "datetime":
        return literals.show_time(value + UNIX_EPOCH_TICKS)
    if type == "timespan":
        return literals.show_timespan(value)
    return _short(value)


def _short(value: Any) -> str:
    if value is None:
        return ""
    shown = value if isinstance(value, str) else json.dumps(value) if isinstance(value, bool) else repr(value)
    shown = shown.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t")
    return shown if len(shown) <= _WIDEST else shown[: _WIDEST - 3] + "..."


KQL = Reference(
    "kql",
    "KQL",
    "kusto",
    {
        "operator": "Operators",
        "source": "Sources",
        "statement": "Statements",
        "comparison": "Comparisons and string operators",
        "function": "Scalar functions",
        "aggregate": "Aggregates",
        "plugin": "Plugins of evaluate",
    },
    _kql,
)
SPL = Reference(
    "spl",
    "SPL",
    "spl",
    {
        "term": "Search terms",
        "command": "Commands",
        "function": "Functions of eval and where",
        "aggregate": "Functions of stats and charts",
    },
    _spl,
)
