"""The public Sigma rules over real and made events: antivenom's rows beside those of pySigma's SQL on SQLite."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from antivenom import engine
from antivenom.engine.together import matches
from antivenom.languages.sigma.lower import EVENT_TEXT, lower
from antivenom.languages.sigma.modifiers import Placeholders
from antivenom.languages.sigma.reader import read
from antivenom.languages.sigma.syntax import Document, Rule
from antivenom.plan.relations import Assign, Filter, Project, Source
from antivenom.plan.types import Type
from antivenom.plan.values import Value, columns_of, new_column
from antivenom.source import SourceText
from antivenom.tables import Event, FileReport
from antivenom.telemetry.open import inputs
from antivenom.telemetry.open import read as events_of
from tests.conformance.sigma_rows import PLACEHOLDER, Maker, Row

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT.parent / "shared" / "data"
RULES = FOLDER / "content" / "sigma_sigmahq.jsonl"
CORRELATIONS = FOLDER / "content" / "sigma_correlation.jsonl"
CONSTRUCTS = Path(__file__).with_name("sigma_constructs.yml")
MOST_REAL = 3_000
"""Real events beside the made ones, for the rules of one log source."""

_TELEMETRY = {
    "windows": ("windows_evtx", "windows_json", "windows_xml"),
    "linux": ("linux_auditd", "linux_sysmon"),
    "macos": ("macos_es",),
}
_KEPT = ("title", "id", "name", "level", "logsource", "detection", "correlation")
_PERCENT = re.compile(r"%([^%\s\\]+)%")
_SYSTEM = {"EventID": "System.EventID", "Channel": "System.Channel", "Provider_Name": "System.Provider"}
_STARTS = {
    "Image": "NewProcessName",
    "ParentImage": "ParentProcessName",
    "LogonId": "SubjectLogonId",
    "IntegrityLevel": "MandatoryLabel",
}
_ROW = "antivenom.row"

Written = Mapping[str, Any]
Rows = set[int]


def load(path: Path) -> Iterator[Written]:
    """The rules of a file, as they are written."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def text_of(written: Written) -> str:
    """A rule as YAML."""
    kept = {name: written[name] for name in _KEPT if written.get(name)}
    return yaml.safe_dump(kept, sort_keys=False, allow_unicode=True)


def document(written: Written) -> Document:
    """A rule as antivenom reads it; its error is raised."""
    (found,) = read(SourceText(text_of(written), str(written["path"])))
    if isinstance(found, Exception):
        raise found
    return found


def placeholders(written: Written) -> Placeholders:
    """A value for everything in a rule that may be a placeholder."""
    return dict.fromkeys(_PERCENT.findall(json.dumps(written["detection"])), (PLACEHOLDER,))


def needs_placeholders(written: Written) -> bool:
    """Whether a rule has the modifier `expand`."""
    return bool(re.search(r'\|expand[|"]', json.dumps(written["detection"])))


# Rules of one log source, over one table of events


@dataclass(frozen=True, slots=True)
class Subject:
    """A rule, and the condition that antivenom makes of it."""

    written: Written
    condition: Value

    @property
    def id(self) -> str:
        """The rule's id."""
        return str(self.written["id"])


@dataclass(frozen=True, slots=True)
class Group:
    """The rules of one log source, and the events they are asked about."""

    subjects: tuple[Subject, ...]
    table: pa.Table

    def together(self) -> dict[str, Rows]:
        """The rows of every rule, found at once."""
        found = matches(self.table, [subject.condition for subject in self.subjects])
        return {one.id: set(rows.tolist()) for one, rows in zip(self.subjects, found, strict=True)}

    def alone(self, subject: Subject) -> Rows:
        """The rows of one rule, as DuckDB finds them."""
        row = new_column(_ROW, Type.LONG)
        source = Source("events", (*columns_of(subject.condition), row))
        kept = Project(Filter(source, subject.condition), (Assign(row, row),))
        table = self.table.append_column(_ROW, pa.array(range(self.table.num_rows), pa.int64()))
        return set(engine.run_relation(kept, {"events": table}, 0).column(0).to_pylist())


def groups(rules: Iterable[Written]) -> Iterator[Group]:
    """Rules about the fields of single events, by log source; those that look for keywords are left out."""
    by_source: dict[str, list[Subject]] = {}
    for written in rules:
        rule = document(written)
        assert isinstance(rule, Rule)
        condition = lower(rule, placeholders(written))
        if EVENT_TEXT not in {column.name for column in columns_of(condition)}:
            by_source.setdefault(str(rule.logsource), []).append(Subject(written, condition))
    for subjects in by_source.values():
        yield Group(tuple(subjects), _table(subjects))


def _table(subjects: Sequence[Subject]) -> pa.Table:
    made = [row for subject in subjects for row in Maker(subject.written).rows()]
    fields = {column.name for subject in subjects for column in columns_of(subject.condition)}
    fields.update(name for row in made for name in row)
    names = sorted(fields)
    product = subjects[0].written["logsource"].get("product", "")
    rows = [*made, *_real(product, names)]
    return pa.table({name: pa.array(_column(rows, name, names), pa.string()) for name in names})


def _column(rows: Sequence[Row], name: str, names: Sequence[str]) -> list[str | None]:
    """Values of a field. SQLite knows no case of names, so fields that differ in it alone hold the same."""
    twins = [other for other in names if other.lower() == name.lower()]
    return [next((row[one] for one in twins if row.get(one) is not None), None) for row in rows]


def _real(product: str, names: Sequence[str]) -> list[Row]:
    """Real events that have any of the fields, evenly chosen."""
    telling = [name for name in names if name not in _SYSTEM]
    rows = [{name: event.get(name) for name in names} for event in _recorded(product)]
    having = [row for row in rows if any(row[name] for name in telling)]
    distinct = list({tuple(row.values()): row for row in having}.values())
    return distinct[:: len(distinct) // MOST_REAL + 1]


@cache
def _recorded(product: str) -> list[Row]:
    """The events of a product among the samples, as Sigma names their fields."""
    folders = [FOLDER / "telemetry" / name for name in _TELEMETRY.get(product, ())]
    found: list[Row] = []
    for source in inputs(folder for folder in folders if folder.is_dir()):
        if not isinstance(source, FileReport):
            found += map(_named, events_of(source)[1])
    return found


def _named(event: Event) -> Row:
    row: Row = {name: value if isinstance(value, str) else None for name, value in event.fields.items()}
    row.update({name: row.get(theirs) for name, theirs in _SYSTEM.items()})
    if event.kind.endswith("/4688"):
        row.update({name: row.get(theirs) for name, theirs in _STARTS.items()})
        row["User"] = f"{row.get('SubjectDomainName')}\\{row.get('SubjectUserName')}"
    return row


def constructs() -> Iterator[Written]:
    """A rule for each construct that the public rules have seldom or never."""
    for detection in yaml.safe_load(CONSTRUCTS.read_text(encoding="utf-8")):
        if "of" in detection:
            detection = {"of": detection["of"], "condition": "of"}
        name = json.dumps(detection, ensure_ascii=False, default=str)
        id = str(uuid.uuid5(uuid.NAMESPACE_OID, name))
        yield {"title": name, "id": id, "path": name, "logsource": {"category": "test"}, "detection": detection}


# pySigma's SQL, on SQLite


def sql_of(rules: Iterable[Written], python: str, folder: Path) -> dict[str, dict[str, str]]:
    """What pySigma, in an environment of its own, makes of rules: {"where": SQL} or {"refused": why}."""
    texts = [{"id": rule["id"], "text": _filled(rule)} for rule in rules]
    path = folder / "rules.json"
    path.write_text(json.dumps(texts), encoding="utf-8")
    command = [python, "-I", str(ROOT / "benchmarks" / "sigma_sql.py"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, str]] = json.loads(done.stdout)
    return found


def _filled(written: Written) -> str:
    """The rule's text with its placeholders written out, as pySigma by itself has no values for them."""
    if not needs_placeholders(written):
        return text_of(written)
    return text_of({**written, "detection": _without_expand(written["detection"])})


def _without_expand(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key.replace("|expand", ""): _replaced(inner) if "|expand" in key else _without_expand(inner)
            for key, inner in value.items()
        }
    return [_without_expand(one) for one in value] if isinstance(value, list) else value


def _replaced(value: Any) -> Any:
    if isinstance(value, list):
        return [_replaced(one) for one in value]
    return _PERCENT.sub(lambda _: PLACEHOLDER, value) if isinstance(value, str) else value


# What the backend says otherwise

_ORDERS = {"lt", "lte", "gt", "gte"}
FOLDING = "SQLite's LIKE and NOCASE ignore the case of ASCII letters alone"
NETWORKS = "the backend writes a network as beginnings of text, which other text has too"
NUMBERS = "SQLite compares a column of text with a number as text"
OFFSETS = "pySigma cuts base64offset by the characters of a value, not by its bytes"
MARK = "pySigma writes the byte order mark of utf16 in UTF-8; the specification has FF FE"
ENDS = r"\Z is the end of the text in Python, and in PCRE also before its last newline"
WHOLE = "pySigma writes the number 5.0 as 5; antivenom compares the text that stands there"
TRUTH = "the backend also takes 1 and 0 for true and false"


def excuse(subject: Subject, row: Row) -> str | None:
    """Why the backend is wrong about a row, or may be otherwise; None where neither is known."""
    for field, modifiers, values in _atoms(subject.written["detection"]):
        held, written = row.get(field) or "", json.dumps(values, ensure_ascii=False)
        known = {
            NETWORKS: "cidr" in modifiers and not _address(held),
            NUMBERS: bool(_ORDERS & {*modifiers}),
            OFFSETS: "base64offset" in modifiers and not written.isascii(),
            MARK: "utf16" in modifiers,
            ENDS: "re" in modifiers and "\\Z" in written and held.endswith("\n"),
            WHOLE: isinstance(values, float) and values.is_integer(),
            TRUTH: isinstance(values, bool) and held in ("0", "1"),
            FOLDING: not held.isascii() and not written.isascii(),
        }
        if any(known.values()):
            return next(why for why, holds in known.items() if holds)
    return None


def _atoms(value: Any) -> Iterator[tuple[str, list[str], Any]]:
    """Every field of a detection with its modifiers and values."""
    if isinstance(value, list):
        for one in value:
            yield from _atoms(one)
    elif isinstance(value, dict):
        for key, inner in value.items():
            field, *modifiers = str(key).split("|")
            yield field, modifiers, inner
            yield from _atoms(inner)


def _address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


class Database:
    """A group's events in SQLite, in columns that ignore case."""

    def __init__(self, table: pa.Table) -> None:
        self.connection = sqlite3.connect(":memory:")
        self.connection.create_function("REGEXP", 2, _regexp, deterministic=True)
        columns = {name.lower(): name for name in table.column_names}
        names = ", ".join(f'"{name}" TEXT COLLATE NOCASE' for name in columns.values())
        self.connection.execute(f"CREATE TABLE events ({names})")
        values = zip(*(table.column(name).to_pylist() for name in columns.values()), strict=True)
        self.connection.executemany(f"INSERT INTO events VALUES ({', '.join('?' * len(columns))})", values)

    def rows(self, where: str) -> Rows:
        """The rows a condition holds for."""
        return {row - 1 for (row,) in self.connection.execute(f"SELECT rowid FROM events WHERE {where}")}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _regexp(pattern: str, value: str | None) -> bool:
    return value is not None and _compiled(pattern).search(value) is not None
