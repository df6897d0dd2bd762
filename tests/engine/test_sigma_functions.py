"""The operations of Sigma's conditions: DuckDB's rows and the one pass say the same, and what is expected."""

from __future__ import annotations

import pyarrow as pa
import pytest

from antivenom import engine
from antivenom.engine.together import matches, reasons
from antivenom.errors import EngineError, QueryError
from antivenom.plan.relations import Filter, Source
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column, text


def duck_rows(table: pa.Table, condition: Value, columns: dict[str, Column]) -> list[int]:
    number = new_column("row", Type.LONG)
    given = table.append_column("row", pa.array(range(table.num_rows), pa.int64()))
    source = Source("t", (number, *columns.values()))
    return engine.run_relation(Filter(source, condition), {"t": given}, 0)["row"].to_pylist()


def passing(cells: list[str | None], op: str, *args: Literal) -> list[str | None]:
    """The cells for which the operation is true, three ways that must agree."""
    column = new_column("field", Type.STRING)
    condition = call(op, column, *args, type=Type.BOOL)
    table = pa.table({"field": pa.array(cells, pa.string())})
    found = duck_rows(table, condition, {"field": column})
    assert matches(table, [condition])[0].tolist() == found
    assert [i for i, cell in enumerate(cells) if reasons({"field": cell}, condition)] == found
    return [cells[i] for i in found]


@pytest.mark.parametrize(
    "op, given, true, false",
    [
        ("eq", "PoWer", ["power", "POWER"], ["powers", "", "a power", "ower", None]),
        ("eq", "", [""], ["a", "\n", None]),
        ("eq", "a'b\\%_", ["A'B\\%_"], ["a'b\\x_", None]),
        ("contains", "", ["", "x"], [None]),
        ("contains", "%_", ["a%_b"], ["ab", "%a", ""]),
        ("contains", "\\Temp\\", ["c:\\temp\\x"], ["\\temp", None]),
        ("contains", "İ", ["xix", "XIX"], ["ı"]),
        ("contains", "k", ["\u212a", "K"], ["x"]),
        ("contains", "ß", ["STRAßE", "ẞ"], ["STRASSE"]),
        ("contains", "Σ", ["σ", "ΑΣ"], ["ς"]),
        ("eq", "ΑΣ", ["ας".replace("ς", "σ"), "ΑΣ"], ["ας"]),
        ("contains", "\ua7cb", ["\u0264"], ["x"]),
        ("starts", "A\n", ["a\nb", "A\n"], ["\na\n", "a"]),
        ("ends", ".EXE", ["x.exe", ".exe"], [".exe ", "exe", "", None]),
        ("ends", "", ["", "x"], [None]),
        ("eq_cased", "Ab", ["Ab"], ["ab", "AB", None]),
        ("contains_cased", "Ab", ["xAbx"], ["xabx", ""]),
        ("contains_cased", "12", ["012"], ["1 2"]),
        ("contains_cased", "k", ["k"], ["\u212a", "K"]),
        ("starts_cased", "Ab", ["Abc"], ["abc"]),
        ("ends_cased", "Ab", ["cAb"], ["cab"]),
        ("contains", "x" * 60, ["y" + "X" * 60], ["x" * 59, "x" * 48]),
        ("starts", "y" + "x" * 60, ["Y" + "X" * 60 + "z"], ["z" + "y" + "x" * 60, "y" + "x" * 59]),
        ("ends", "x" * 60 + "y", ["zz" + "X" * 60 + "y"], ["x" * 59 + "y", "x" * 60 + "yz"]),
        ("eq", "x" * 60 + "y", ["X" * 60 + "y"], ["x" * 60 + "z", "x" * 61 + "y"]),
        ("like", "*", ["", "a"], [None]),
        ("like", "", [""], ["a", None]),
        ("like", "a*b?c", ["AB\nC", "a\n\nbéc"], ["abc", "xabxc", "abxcd"]),
        ("like", "a*", ["A", "ab\n"], ["ba"]),
        ("like", "*%_*", ["x%_x"], ["xx"]),
        ("like", "?", ["é", "\n", "\U0001f600"], ["", "ab"]),
        ("like", r"a\*b\?\\", ["A*b?\\"], ["axb?\\"]),
        ("like", r"c:\dir\*.e'e", [r"C:\dir*.e'e"], [r"c:\dir\x.e'e"]),
        ("like", "*a*b*", ["ab", "xAxB"], ["ba"]),
        ("like_cased", "A*b", ["Ab", "A\nb"], ["ab"]),
        ("like_cased", "*Ab*", ["xAbx"], ["xabx"]),
        ("regex", r"a.c", ["abc"], ["a\nc", "ABC", None]),
        ("regex", r"(?is)A.C", ["abc", "a\nc"], [""]),
        ("regex", r"(?im)^b$", ["a\nB\nc"], ["abc"]),
        ("regex", r"(?i)pass", ["PASS", "paſs"], ["pas"]),
        ("regex", r"(?!x)foo(?=bar)", ["foobar"], ["foo bar"]),
        ("regex", r"\\(?:cmd|power'shell)\.exe$", ["c:\\cmd.exe", "\\power'shell.exe"], ["cmd.exe "]),
        ("cidr", "10.0.0.0/8", ["10.1.2.3", "::ffff:10.0.0.1"], ["11.0.0.1", "10", "x", "", None, "::1"]),
        ("cidr", "fe80::/10", ["fe80::1"], ["10.0.0.1", "::1"]),
        ("cidr", "::ffff:10.0.0.0/104", ["10.9.9.9"], ["11.0.0.1"]),
        ("cidr", "nonsense", [], ["10.0.0.1"]),
    ],
)
def test_texts(op: str, given: str, true: list[str | None], false: list[str | None]) -> None:
    assert passing([*true, *false], f"sigma.{op}", text(given)) == true


@pytest.mark.parametrize(
    "op, bound, true, false",
    [
        ("lt", 10.0, ["9.5", " -1 ", "0x9", "1e0", ".5"], ["10", "0x10", "", "nine", "nan", "-inf", None, "1_0"]),
        ("le", 10.0, ["10", "0xA"], ["10.01"]),
        ("gt", -1.0, ["0", "1e999"], ["-1", "-2"]),
        ("ge", 16.0, ["0X10", "16."], ["15"]),
    ],
)
def test_numbers(op: str, bound: float, true: list[str | None], false: list[str | None]) -> None:
    assert passing([*true, *false], f"sigma.{op}", Literal(bound, Type.REAL)) == true


@pytest.mark.parametrize(
    "name, wanted, true, false",
    [
        ("hour", 3, ["2024-01-02 03:04:05.678", "2024-01-02T03:04:05.1234567Z"], ["x", None]),
        ("hour", 3, ["2024-01-02T05:00:00+02:00", "2024-01-02 03:00 UTC", "2024-01-02T03:00,5"], ["2024-01-02T03"]),
        ("minute", 4, ["2024-01-02 03:04", "1704164645"], ["2024-01-02", ""]),
        ("day", 2, ["2024-01-02"], ["2024-01-32"]),
        ("week", 53, ["2021-01-03"], ["2021-01-04"]),
        ("month", 1, ["0", "-0.0"], ["999999999999", "0001-01-01T00:00:00+10:00"]),
        ("year", 1969, ["-1"], ["1969"]),
    ],
)  # fmt: skip
def test_parts_of_times(name: str, wanted: int, true: list[str | None], false: list[str | None]) -> None:
    assert passing([*true, *false], "sigma.part", text(name), Literal(wanted, Type.LONG)) == true


@pytest.mark.parametrize(
    "op, true",
    [
        ("same", [0, 1]),
        ("same_cased", [1]),
        ("same_starts", [0, 1, 2, 5]),
        ("same_ends", [0, 1, 3, 5]),
        ("same_contains", [0, 1, 2, 3, 4, 5]),
        ("same_contains_cased", [1, 2, 5]),
    ],
)
def test_two_fields(op: str, true: list[int]) -> None:
    first = ["Aé", "a", "abc", "xAB", "xABx", "a", None, "a", None]
    second = ["aÉ", "a", "ab", "ab", "ab", "", "a", None, None]
    table = pa.table({"a": first, "b": second})
    a, b = new_column("a", Type.STRING), new_column("b", Type.STRING)
    condition = call(f"sigma.{op}", a, b, type=Type.BOOL)
    assert duck_rows(table, condition, {"a": a, "b": b}) == true
    assert matches(table, [condition])[0].tolist() == true


def test_text_never_ends_a_literal() -> None:
    for op in ("eq", "contains", "like", "regex"):
        assert passing(["x"], f"sigma.{op}", text("') OR 1=1 --" if op != "regex" else "' OR 1=1 --")) == []


def test_a_bad_pattern_is_refused() -> None:
    column = new_column("field", Type.STRING)
    condition = Call("sigma.regex", (column, text("(")), Type.BOOL)
    table = pa.table({"field": ["("]})
    with pytest.raises(QueryError):
        matches(table, [condition])
    with pytest.raises(QueryError):
        duck_rows(table, condition, {"field": column})


def test_an_unknown_operation_or_column_is_refused() -> None:
    column = new_column("field", Type.STRING)
    with pytest.raises(EngineError, match="no condition"):
        matches(pa.table({"field": ["x"]}), [Call("sigma.what", (column,), Type.BOOL)])
    with pytest.raises(EngineError, match="no column field"):
        matches(pa.table({"other": ["x"]}), [Call("sigma.eq", (column, text("x")), Type.BOOL)])
