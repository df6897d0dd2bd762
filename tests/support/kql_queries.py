"""Queries of KQL put together by chance: a table of every type, values over its columns, and operators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

COLUMNS = {
    "k": "long",
    "s": "string",
    "b": "bool",
    "i": "int",
    "l": "long",
    "r": "real",
    "d": "decimal",
    "t": "datetime",
    "ts": "timespan",
    "g": "guid",
    "y": "dynamic",
}
"""The columns of every table here, with their types; `k` has few values, so that it makes groups."""

CELLS: dict[str, tuple[str, ...]] = {
    "bool": ("true", "false", "bool(null)"),
    "int": ("int(0)", "int(7)", "int(-7)", "int(2147483647)", "int(-2147483648)", "int(null)"),
    "long": ("0", "1", "-5", "42", "9223372036854775807", "long(-9223372036854775808)", "long(null)"),
    "real": ("0.0", "1.5", "-2.5", "1e300", "real(nan)", "real(+inf)", "real(-inf)", "real(null)"),
    "decimal": ("decimal(0)", "decimal(1.5)", "decimal(-2.25)", "decimal(null)"),
    "string": ('""', '"a"', '"A b-c_d"', '"éÀ 1"', '"42"', '"\\\\"', '"a\\"b"', '"日本 \U0001f600"'),
    "datetime": (
        "datetime(2020-02-29 12:34:56.1234567)",
        "datetime(2020-01-02)",
        "datetime(0001-01-01)",
        "datetime(9999-12-31)",
        "datetime(null)",
    ),
    "timespan": ("0s", "1d", "-3m", "100tick", "timespan(1.02:03:04.5)", "timespan(null)"),
    "guid": (
        "guid(74be27de-1e4e-49d9-b579-fe0b331d3642)",
        "guid(00000000-0000-0000-0000-000000000000)",
        "guid(null)",
    ),
    "dynamic": (
        "dynamic(null)",
        "dynamic([])",
        "dynamic({})",
        "dynamic([1, 2, 3])",
        'dynamic({"a": 1, "b": {"c": "x"}})',
        'dynamic(["a", null, true, 2.5, [1]])',
        'dynamic("a")',
    ),
}
"""Literals of each type, the awkward ones among them."""

_KEYS = ("1", "2", "3", "long(null)")
_ORDERED = ("int", "long", "real", "datetime", "timespan")
_EQUAL = (*_ORDERED, "bool", "decimal", "string", "guid")
_TEXT_OPERATORS = "has !has has_cs contains !contains_cs startswith !endswith hasprefix hassuffix_cs =~ !~".split()

VALUES: dict[str, tuple[str, ...]] = {
    "bool": (
        "({bool} and {bool})",
        "({bool} or {bool})",
        "not({bool})",
        *(f"({{{one}}} {sign} {{{one}}})" for one in _EQUAL for sign in ("==", "!=")),
        *(f"({{{one}}} {sign} {{{one}}})" for one in _ORDERED for sign in ("<", ">=")),
        *(f"({{string}} {operator} {{string}})" for operator in _TEXT_OPERATORS),
        *(f"isnull({{{one}}})" for one in CELLS),
        "isempty({string})",
        "isnan({real})",
        "({long} between ({long} .. {long}))",
        "({string} in ({string}, 'a', '42'))",
        "({bool} in (true))",
        "({long} !in (1, 42))",
    ),
    "int": ("iff({bool}, {int}, {int})", "toint({long})"),
    "long": (
        "({long} + {long})",
        "({long} - {int})",
        "({int} * {int})",
        "({long} / {long})",
        "({long} % {int})",
        "strlen({string})",
        "indexof({string}, {string})",
        "array_length({dynamic})",
        "tolong({string})",
        "bin({int}, 10)",
        "coalesce({long}, {long})",
    ),
    "real": ("({real} + {long})", "({real} * {real})", "({int} / {real})", "todouble({string})", "toreal({long})"),
    "decimal": ("iff({bool}, {decimal}, {decimal})", "max_of({decimal}, {decimal})"),
    "string": (
        "strcat({string}, '-', {long})",
        "tostring({datetime})",
        "tostring({timespan})",
        "tostring({bool})",
        "tostring({dynamic})",
        "tolower({string})",
        "substring({string}, 1, 2)",
        "replace_string({string}, 'a', 'bb')",
        "trim('a', {string})",
        "iff({bool}, {string}, {string})",
        "case({bool}, {string}, {bool}, {string}, 'z')",
        "gettype({dynamic})",
    ),
    "datetime": ("({datetime} + {timespan})", "({datetime} - {timespan})", "startofday({datetime})"),
    "timespan": ("({datetime} - {datetime})", "({timespan} + {timespan})", "({timespan} * {int})"),
    "guid": ("coalesce({guid}, {guid})", "toguid({string})"),
    "dynamic": (
        "split({string}, ' ')",
        "pack_array({long}, {string})",
        "todynamic({string})",
        "bag_pack('a', {long}).a",
    ),
}
"""Values of each type, made of others in braces."""

AGGREGATES = (
    "count()",
    "countif({bool})",
    "sum({long})",
    "avg({long})",
    "min({datetime})",
    "max({timespan})",
    "dcount({string})",
    "make_set({string})",
    "make_list({long})",
    "take_any({string})",
    "percentile({long}, 50)",
    "arg_max({long}, *)",
    "stdev({long})",
)

STAGES = (
    "where {bool}",
    "extend {one}, w = {two}",
    "project {name}, {one}, w = {two}",
    "summarize {aggregate} by {name}",
    "summarize {aggregate}, n = {other}",
    "distinct {name}",
    "sort by {name} asc, k | extend p = prev(s), n = row_number()",
    "top 2 by {name} desc",
    "join kind=leftouter (print k = 1, z = 2) on k",
    "union (print k = 1, w = 'x')",
    "mv-expand y",
    "parse s with a ' ' c",
    "lookup (print k = 1, z = 2) on k",
    "count",
)


class Choice(Protocol):
    """Takes one of several texts."""

    def __call__(self, options: Sequence[str], /) -> str: ...


@dataclass(frozen=True, slots=True)
class Queries:
    """Makes queries by a choice; without `columns`, values are made of literals alone."""

    choose: Choice
    columns: bool = True

    def table(self, rows: int) -> str:
        """A datatable of so many rows."""
        shown = ", ".join(f"{name}: {type_}" for name, type_ in COLUMNS.items())
        cells = [
            self.choose(_KEYS) if name == "k" else self.choose(CELLS[type_])
            for _ in range(rows)
            for name, type_ in COLUMNS.items()
        ]
        return f"datatable({shown}) [{', '.join(cells)}]"

    def value(self, type_: str, depth: int = 2) -> str:
        """A value of a type, so many levels deep at most."""
        if depth == 0 or self.choose("df") == "f":
            own = [name for name, one in COLUMNS.items() if one == type_] if self.columns else []
            return self.choose([*own * 2, self.choose(CELLS[type_])])
        return self._filled(self.choose(VALUES[type_]), depth - 1)

    def any(self, depth: int = 2) -> str:
        """A value of any type."""
        return self.value(self.choose(tuple(CELLS)), depth)

    def aggregate(self) -> str:
        """An aggregate of a value."""
        return self._filled(self.choose(AGGREGATES), 1)

    def stage(self) -> str:
        """An operator that takes the table's columns."""
        return self.choose(STAGES).format(
            bool=self.value("bool"),
            one=self.any(),
            two=self.any(),
            aggregate=self.aggregate(),
            other=self.aggregate(),
            name=self.choose([name for name in COLUMNS if name != "y"]),
        )

    def _filled(self, shape: str, depth: int) -> str:
        """The shape with a value of its own in every pair of braces."""
        first, *pieces = shape.split("{")
        parts = [first]
        for piece in pieces:
            type_, rest = piece.split("}", 1)
            parts += [self.value(type_, depth), rest]
        return "".join(parts)
