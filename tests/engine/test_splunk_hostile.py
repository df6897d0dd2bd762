"""Splunk's functions that Python computes raise nothing, whatever a cell holds, and take no time without end."""

from __future__ import annotations

from time import monotonic
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.engine.computed import (
    COMPUTED,
    splunk_convert,
    splunk_json,
    splunk_paths,
    splunk_times,
    splunk_values,
)
from antivenom.engine.computed.table import Computed

_ROWS = [
    *splunk_convert.ROWS, *splunk_json.ROWS, *splunk_paths.ROWS, *splunk_times.ROWS, *splunk_values.ROWS
]  # fmt: skip
_PIECES = st.sampled_from(
    ['{"a":', "[", "]", "}", '"x"', "<a b='c'>", "</a>", "%5.3f", "%*d", "%", "12", "-1e999", "nan", "%Y", "a.b{}",
     "{@c}", "=", ";", "é", "\0", "\ud7ff", "1+00:00:01", "//a[b='c']/@d", "&lt;", "<!ENTITY", " ",
     "null", "{0}", "m", "search | x"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=6).map("".join)
_CELLS: dict[str, st.SearchStrategy[Any]] = {
    "VARCHAR": _TEXTS,
    "VARCHAR[]": st.lists(st.one_of(_TEXTS, st.none()), max_size=4),
    "DOUBLE": st.floats(min_value=-1e6, max_value=1e6),
    "BIGINT": st.integers(-(2**40), 2**40),
    "BOOLEAN": st.booleans(),
}


def _holds_texts_alone(row: Computed) -> bool:
    """Whether a list it is given never holds nothing: multivalues do not, lists of arguments may."""
    return row.op in _OF_VALUES


_OF_VALUES = {
    "splunk.mv_max", "splunk.mv_min", "splunk.mv_sum", "splunk.mv_avg", "splunk.json_values", "splunk.tojson_values",
}  # fmt: skip
_WRITTEN = {
    "splunk.pair_names", "splunk.pair_field", "splunk.replace_values", "splunk.json_object", "splunk.json_set",
    "splunk.json_append", "splunk.json_array",
    "splunk.json_extend", "splunk.json_set_exact", "splunk.place_part", "splunk.mv_range",
}  # fmt: skip
"""Functions one of whose arguments the front end or a reader wrote in its own form."""


@pytest.mark.parametrize("row", [row for row in _ROWS if row.op not in _WRITTEN], ids=lambda row: row.op)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_cell_raises(row: Computed, data: st.DataObject) -> None:
    cells = []
    for type_ in row.arguments:
        cell = data.draw(_CELLS[type_])
        if isinstance(cell, list) and _holds_texts_alone(row):
            cell = [text or "" for text in cell] or ["x"]
        cells.append(cell)
    arrays = [pa.array([cell], _arrow(type_)) for cell, type_ in zip(cells, row.arguments, strict=True)]
    assert len(row.over(*arrays)) == 1


def _arrow(type_: str) -> pa.DataType:
    known = {"VARCHAR": pa.string(), "DOUBLE": pa.float64(), "BIGINT": pa.int64(), "BOOLEAN": pa.bool_()}
    return pa.list_(pa.string()) if type_ == "VARCHAR[]" else known[type_]


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"a":' * 50_000, "<a>" * 50_000, "<a>" * 5000 + "</a>" * 5000, "=" * 100_000, "%" * 100_000],
)
def test_texts_that_nest_or_repeat_end_in_time(text: str) -> None:
    begin = monotonic()
    for op in ("spath_names", "xmlkv_names", "json_fields", "json_valid", "urldecode", "commands"):
        COMPUTED[f"splunk.{op}"].over(pa.array([text]))
    for op, path in (("spath", "a.a{}"), ("xpath", "//a"), ("json_extract", ["a.b"])):
        type_ = pa.list_(pa.string()) if isinstance(path, list) else pa.string()
        COMPUTED[f"splunk.{op}"].over(pa.array([text]), pa.array([path], type_))
    assert monotonic() - begin < 20
