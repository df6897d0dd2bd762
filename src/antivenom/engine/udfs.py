"""Functions DuckDB lacks, computed over Arrow arrays in Python; registered only when a plan uses them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from inspect import Parameter, Signature
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any

import pyarrow as pa

from antivenom.engine import pcre
from antivenom.engine.computed import COMPUTED
from antivenom.engine.computed.table import Computed
from antivenom.engine.together import scalars
from antivenom.errors import EngineError, QueryError, Unsupported


@dataclass(frozen=True, slots=True)
class Udf:
    """A function over Arrow arrays of equal length, and its SQL argument and result types."""

    name: str
    function: Callable[..., pa.Array]
    arguments: tuple[str, ...]
    result: str


def _pcre_search(subjects: pa.Array, patterns: pa.Array) -> pa.Array:
    """Whether each subject matches its pattern; patterns are constants, so there is usually one."""
    distinct = patterns.unique().to_pylist() if len(patterns) else []
    if len(distinct) == 1:
        return pcre.search(subjects, distinct[0])
    found = [
        None if subject is None else pcre.search(pa.array([subject]), pattern)[0].as_py()
        for subject, pattern in zip(subjects.to_pylist(), patterns.to_pylist(), strict=True)
    ]
    return pa.array(found, pa.bool_())


def _one(values: pa.Array, what: str) -> Any:
    """The one value of a constant argument."""
    distinct = values.unique().to_pylist()
    if len(distinct) > 1:
        raise EngineError(f"{what} must be the same for every row")
    return distinct[0] if distinct else None


def _pcre_replace(subjects: pa.Array, patterns: pa.Array, replacements: pa.Array) -> pa.Array:
    pattern = _one(patterns, "a regular expression")
    return pcre.replace(subjects, pattern, _one(replacements, "a replacement")) if len(subjects) else subjects


def _pcre_replace_nth(subjects: pa.Array, patterns: pa.Array, replacements: pa.Array, which: pa.Array) -> pa.Array:
    if not len(subjects):
        return subjects
    pattern, replacement = _one(patterns, "a regular expression"), _one(replacements, "a replacement")
    return pcre.replace(subjects, pattern, replacement, int(_one(which, "a number")))


def _pcre_offsets(subjects: pa.Array, patterns: pa.Array, names: pa.Array) -> pa.Array:
    if not len(subjects):
        return subjects
    return pcre.offsets(subjects, _one(patterns, "a regular expression"), names[0].as_py())


def _pcre_group(subjects: pa.Array, patterns: pa.Array, names: pa.Array) -> pa.Array:
    pattern = _one(patterns, "a regular expression")
    return pcre.group(subjects, pattern, _one(names, "a group")) if len(subjects) else subjects


def _pcre_groups(subjects: pa.Array, patterns: pa.Array, names: pa.Array, most: pa.Array) -> pa.Array:
    if not len(subjects):
        return pa.array([], pa.list_(pa.string()))
    pattern, name = _one(patterns, "a regular expression"), _one(names, "a group")
    return pcre.groups(subjects, pattern, name, int(_one(most, "a limit")))


def _pcre_find(lists: pa.Array, patterns: pa.Array) -> pa.Array:
    """The place, from 0, of the first of several values in which the row's pattern is found; null for a bad pattern."""
    rows = zip(lists.to_pylist(), patterns.to_pylist(), strict=True)
    return pa.array([_place(values, pattern) for values, pattern in rows], pa.float64())


def _place(values: list[str] | None, pattern: str | None) -> float | None:
    if not values or pattern is None:
        return None
    try:
        found = pcre.search(pa.array(values, pa.string()), pattern).to_pylist()
    except (QueryError, Unsupported):
        return None
    return float(found.index(True)) if True in found else None


@lru_cache(maxsize=4096)
def _network(text: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(text, strict=False)
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def _within(address: str, text: str) -> bool:
    network = _network(text)
    try:
        return network is not None and ip_address(address) in network
    except ValueError:
        return False


def _cidr_match(addresses: pa.Array, networks: pa.Array) -> pa.Array:
    """Whether each address lies in its network; what is no address or no network is in none."""
    pairs = zip(addresses.to_pylist(), networks.to_pylist(), strict=True)
    found = [None if a is None or n is None else _within(a, n) for a, n in pairs]
    return pa.array(found, pa.bool_())


def _sigma_within(addresses: pa.Array, networks: pa.Array) -> pa.Array:
    """As `_cidr_match`, IPv4-mapped addresses counting as their IPv4."""
    return _by_cell(scalars.within, pa.bool_(), addresses, networks)


def _sigma_number(texts: pa.Array) -> pa.Array:
    return _by_cell(scalars.number, pa.float64(), texts)


def _sigma_part(texts: pa.Array, names: pa.Array) -> pa.Array:
    return _by_cell(scalars.part, pa.int64(), texts, names)


def _by_cell(function: Callable[..., Any], result: pa.DataType, *arrays: pa.Array) -> pa.Array:
    """The function of each row's cells, null if one of them is."""
    rows = zip(*(array.to_pylist() for array in arrays), strict=True)
    return pa.array([None if None in row else function(*row) for row in rows], result)


def _spelled(row: Computed) -> Callable[..., pa.Array]:
    """The row's function with its number of arguments written out: DuckDB counts them."""

    def over(*arrays: pa.Array) -> pa.Array:
        return row.over(*arrays)

    named = [Parameter(f"given{index}", Parameter.POSITIONAL_ONLY) for index in range(len(row.arguments))]
    over.__signature__ = Signature(named)  # type: ignore[attr-defined]
    return over


UDFS: dict[str, Udf] = {
    udf.name: udf
    for udf in (
        Udf("antivenom_pcre_search", _pcre_search, ("VARCHAR", "VARCHAR"), "BOOLEAN"),
        Udf("antivenom_pcre_replace", _pcre_replace, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR"),
        Udf("antivenom_pcre_group", _pcre_group, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR"),
        Udf("antivenom_pcre_groups", _pcre_groups, ("VARCHAR", "VARCHAR", "VARCHAR", "BIGINT"), "VARCHAR[]"),
        Udf("antivenom_pcre_replace_nth", _pcre_replace_nth, (*("VARCHAR",) * 3, "BIGINT"), "VARCHAR"),
        Udf("antivenom_pcre_offsets", _pcre_offsets, ("VARCHAR", "VARCHAR", "VARCHAR[]"), "VARCHAR"),
        Udf("antivenom_pcre_find", _pcre_find, ("VARCHAR[]", "VARCHAR"), "DOUBLE"),
        Udf("antivenom_fold", scalars.folded, ("VARCHAR",), "VARCHAR"),
        Udf("antivenom_sigma_within", _sigma_within, ("VARCHAR", "VARCHAR"), "BOOLEAN"),
        Udf("antivenom_sigma_number", _sigma_number, ("VARCHAR",), "DOUBLE"),
        Udf("antivenom_sigma_part", _sigma_part, ("VARCHAR", "VARCHAR"), "BIGINT"),
        Udf("antivenom_cidr_match", _cidr_match, ("VARCHAR", "VARCHAR"), "BOOLEAN"),
        *(Udf(row.name, _spelled(row), row.arguments, row.result) for row in COMPUTED.values()),
    )
}
