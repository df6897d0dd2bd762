"""Functions DuckDB lacks, computed over Arrow arrays in Python; registered only when a plan uses them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from antivenom.engine import pcre


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


UDFS: dict[str, Udf] = {
    udf.name: udf for udf in (Udf("antivenom_pcre_search", _pcre_search, ("VARCHAR", "VARCHAR"), "BOOLEAN"),)
}
