"""The files a plan reads, found by the names the caller gave them, as Arrow tables of text."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from antivenom.errors import DamagedInput, Unsupported, UsageError
from antivenom.outside.formats import Row, Wanted, format_of, header, rows
from antivenom.plan.inputs import EXTERNAL, LOOKUP, PLACES, PROFILES, TABLE, WATCHLIST, Input, missing, spellings
from antivenom.plan.relations import Plan

_KEYS = ("SHA1", "SHA256", "MD5")
_NAMED_OTHERWISE = {
    "globalfirstobserved": "globalfirstseen",
    "globallastobserved": "globallastseen",
    "isvalidcertificate": "iscertificatevalid",
    "filepublisher": "publisher",
    "fileproductname": "softwarename",
    "ispefile": "isexecutable",
    "determinationvalue": "threatname",
}
"""Names of the file resource of Defender's API, and those of FileProfile."""


class Headers(Mapping[str, tuple[str, ...]]):
    """Name -> the columns of the file that was given for it, read when it is asked for."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files
        self._known: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        """The columns of that file."""
        if name not in self._known:
            self._known[name] = header(_existing(self._files[name]))
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._files)

    def __len__(self) -> int:
        """How many files were given."""
        return len(self._files)


def load(plan: Plan, files: Mapping[str, str]) -> dict[str, pa.Table]:
    """The tables of a plan's inputs. Raises MissingInput, at its place in the query, for a file nobody gave."""
    made = {}
    for one in plan.inputs:
        paths = [_found(plan, one, name, files) for name in one.names]
        try:
            made[one.table] = _table(one.columns, _READERS[one.kind](one, paths))
        except Unsupported as error:
            error.span = error.span or one.span
            raise error.at(plan.source) from None
    return made


def _table(columns: tuple[str, ...], found: Iterator[Row]) -> pa.Table:
    cells: list[list[str]] = [[] for _ in columns]
    for row in found:
        for column, cell in zip(cells, row, strict=True):
            column.append(cell)
    return pa.table([pa.array(column, pa.string()) for column in cells], names=list(columns))


def _existing(path: str) -> Path:
    found = Path(path)
    if not found.is_file():
        raise UsageError(f"no such file: {path}")
    return found


def _found(plan: Plan, one: Input, name: str, files: Mapping[str, str]) -> Path:
    for known in spellings(name):
        if known in files:
            return _existing(files[known])
    raise missing(one, name).at(plan.source)


# --- what each kind of input holds


def _external(one: Input, paths: list[Path]) -> Iterator[Row]:
    options = dict(one.options)
    for name, path in zip(one.names, paths, strict=True):
        wanted = Wanted(
            one.columns,
            options.get("format") or format_of(name),
            options.get("ignorefirstrecord", "").lower() == "true",
            one.dynamic,
            _paths(options.get("ingestionmapping"), one.columns),
        )
        yield from rows(path, wanted)


def _paths(mapping: str | None, columns: tuple[str, ...]) -> dict[str, str | int]:
    """Column -> where an ingestion mapping finds it: a path, or a place from 0."""
    if mapping is None:
        return {}
    try:
        entries = json.loads(mapping)
        found = {_entry(entry, "column"): _where(entry) for entry in entries}
    except (ValueError, TypeError, AttributeError, KeyError):
        raise DamagedInput(f"this ingestionMapping cannot be read: {mapping[:80]}") from None
    left_out = [name for name in columns if name not in found]
    if left_out:
        raise Unsupported(f"KQL externaldata mapping that leaves out {left_out[0]}")
    return found


def _entry(entry: Mapping[str, str], name: str) -> str:
    return {key.lower(): value for key, value in entry.items()}[name]


def _where(entry: Mapping[str, object]) -> str | int:
    given = {key.lower(): value for key, value in entry.items()}
    properties = given.get("properties")
    inner = properties if isinstance(properties, Mapping) else given
    named = {key.lower(): value for key, value in inner.items()}
    if "transform" in named or "constvalue" in named:
        raise Unsupported("KQL externaldata mapping with a transformation")
    return str(named["path"]) if "path" in named else int(str(named["ordinal"]))


def _watchlist(one: Input, paths: list[Path]) -> Iterator[Row]:
    """A watchlist's items; what is searched by is the first column, unless one is called SearchKey."""
    for path in paths:
        names = header(path)
        search = "SearchKey" if "SearchKey" in names else names[0] if names else ""
        by_name = {name: index for index, name in enumerate(names)}
        for row in _records(path, names):
            cells = {name: row[index] for name, index in by_name.items()}
            cells["SearchKey"] = cells.get(search, "")
            yield [cells.get(column, "") for column in one.columns]


def _look_up(one: Input, paths: list[Path]) -> Iterator[Row]:
    """A look-up's rows by the names of its columns."""
    for path in paths:
        names = header(path)
        places = [names.index(column) for column in one.columns]
        for row in _records(path, names):
            yield [row[place] for place in places]


def _records(path: Path, names: tuple[str, ...], dynamic: frozenset[str] = frozenset()) -> Iterator[Row]:
    """Rows of a CSV or JSON file by the names in it."""
    format_ = format_of(path.name)
    json_ = format_ not in ("csv", "tsv", "psv", "scsv") or path.read_bytes()[:1] in (b"{", b"[")
    yield from rows(path, Wanted(names, "multijson" if json_ else format_, not json_, dynamic))


def _profiles(one: Input, paths: list[Path]) -> Iterator[Row]:
    """Profiles of files, a row for each hash a profile has; of two for one hash the first counts."""
    seen: set[str] = set()
    for path in paths:
        names = header(path)
        by_name = {_NAMED_OTHERWISE.get(name.lower(), name.lower()): index for index, name in enumerate(names)}
        keys = [by_name[key.lower()] for key in _KEYS if key.lower() in by_name]
        if not keys:
            raise DamagedInput(f"{path} has no column of hashes", hint=f"one of {', '.join(_KEYS)}")
        places = [by_name.get(column.lower()) for column in one.columns[1:]]
        for row in _records(path, names):
            values = ["" if place is None else row[place] for place in places]
            for key in dict.fromkeys(row[index].lower() for index in keys):
                if key and key not in seen:
                    seen.add(key)
                    yield [key, *values]


def _rows_of_table(one: Input, paths: list[Path]) -> Iterator[Row]:
    """Rows of a table as a portal or an API exports them; a column the file has not is empty."""
    for path in paths:
        names = header(path)
        by_name = {_DECORATION.sub("", name): index for index, name in enumerate(names)}
        places = [by_name.get(column) for column in one.columns]
        for row in _records(path, names, one.dynamic):
            yield ["" if place is None else row[place] for place in places]


_DECORATION = re.compile(r" \[(?:UTC[^\]]*|Local Time)\]$")
_NETWORK = ("network", "cidr", "prefix", "range", "ip")
_PLACE = {
    "country": ("country", "country_name"),
    "state": ("state", "region", "subdivision_1_name"),
    "city": ("city", "city_name"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "lng"),
}
"""What is said of a place, and the columns it is read from."""
_NUMBERS = ("latitude", "longitude")


def _places(one: Input, paths: list[Path]) -> Iterator[Row]:
    """Networks as they are written shortest, and the place of each as JSON; of two the first counts."""
    seen: set[str] = set()
    for path in paths:
        names = header(path)
        by_name = {name.lower(): index for index, name in enumerate(names)}
        key = next((by_name[name] for name in _NETWORK if name in by_name), None)
        if key is None:
            raise DamagedInput(f"{path} has no column of networks", hint=f"one of {', '.join(_NETWORK)}")
        said = {part: next((by_name[n] for n in known if n in by_name), None) for part, known in _PLACE.items()}
        for row in _records(path, names):
            network = _network(row[key], path)
            if network not in seen:
                seen.add(network)
                place = {part: _said(part, row[at]) for part, at in said.items() if at is not None and row[at]}
                yield [network, json.dumps(place, ensure_ascii=False, separators=(",", ":"))]


def _network(text: str, path: Path) -> str:
    try:
        return str(ipaddress.ip_network(text.strip(), strict=False))
    except ValueError:
        raise DamagedInput(f"{path}: {text!r} is no network", hint="such as 192.0.2.0/24") from None


def _said(part: str, text: str) -> str | float:
    try:
        return float(text) if part in _NUMBERS else text
    except ValueError:
        return text


_READERS: Mapping[str, Callable[[Input, list[Path]], Iterator[Row]]] = {
    EXTERNAL: _external,
    WATCHLIST: _watchlist,
    PROFILES: _profiles,
    PLACES: _places,
    TABLE: _rows_of_table,
    LOOKUP: _look_up,
}
