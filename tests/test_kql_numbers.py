"""KQL's numbers and times: laws that hold for any values, and answers that end the run because nobody knows them."""

from __future__ import annotations

import math
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom import engine
from antivenom.cells import cells
from antivenom.engine.computed.decimals import rank
from antivenom.engine.computed.distributions import beta_place, beta_share
from antivenom.engine.computed.reals import real_text
from antivenom.engine.decimals import decimal_numbers, decimal_texts
from antivenom.errors import QueryError, Unsupported
from antivenom.languages import kql
from antivenom.languages.kql.functions import units
from antivenom.languages.kql.parsing import literals
from antivenom.plan import moments
from antivenom.plan.catalog import Catalog
from antivenom.plan.decimals import read, shown
from antivenom.plan.moments import LAST_TICK
from antivenom.plan.types import TICKS_PER_DAY
from antivenom.source import SourceText
from antivenom.tables import Column, ColumnType, Schema

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20)


def run(query: str, column: pa.Array | None = None, type: ColumnType = ColumnType.DECIMAL) -> list[dict[str, Any]]:
    tables = {} if column is None else {"T": pa.table({"v": column})}
    catalog = Catalog({name: Schema(name, (Column("v", type),)) for name in tables})
    return engine.run(kql.compile(SourceText(query), catalog), tables, 0).to_pylist()


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_text_of_a_real_reads_back_as_the_real(value: float) -> None:
    text = real_text(value)
    assert float(text) == value
    assert "." in text or "e" in text


@pytest.mark.parametrize(
    "value, text",
    [(0.1 + 0.2, "0.30000000000000007"), (1.0, "1.0"), (-0.5, "-0.5"), (1e21, "1e21"), (123e-9, "1.23e-7")],
)
def test_texts_of_reals(value: float, text: str) -> None:
    assert real_text(value) == text


@given(st.floats(0.001, 0.999), st.floats(0.5, 50), st.floats(0.5, 50))
def test_a_share_of_a_beta_distribution_is_found_again(share: float, alpha: float, beta: float) -> None:
    place = beta_place(share, alpha, beta)
    assert math.isclose(beta_share(place, alpha, beta), share, rel_tol=1e-7, abs_tol=1e-7)


@given(DECIMALS, DECIMALS)
def test_ranks_sort_as_the_decimals_do(left: Decimal, right: Decimal) -> None:
    assert (rank(shown(left)) < rank(shown(right))) is (left < right)
    assert (rank(shown(left)) == rank(shown(right))) is (left == right)


@given(DECIMALS)
def test_a_decimal_has_one_form(value: Decimal) -> None:
    text = read(str(value))
    assert text == shown(value)
    assert Decimal(text or "") == value


@given(st.lists(st.none() | DECIMALS, max_size=5))
def test_decimals_go_through_arrow_unchanged(values: list[Decimal | None]) -> None:
    given_ = pa.chunked_array([pa.array([None if v is None else shown(v) for v in values], pa.string())])
    assert decimal_texts(decimal_numbers(given_)).to_pylist() == given_.to_pylist()
    assert cells(decimal_numbers(given_)) == given_.to_pylist()


@settings(max_examples=15)
@given(st.lists(DECIMALS, min_size=1, max_size=5))
def test_aggregates_of_decimals_are_exact(values: list[Decimal]) -> None:
    column = pa.array(values, pa.decimal128(38, 6))
    (row,) = run("T | summarize total = sum(v), least = min(v), most = max(v)", column)
    assert (row["total"], row["least"], row["most"]) == (sum(values), min(values), max(values))
    rows = run("T | sort by v asc | project v", column)
    assert [row["v"] for row in rows] == sorted(values)


@given(st.integers(0, LAST_TICK))
def test_a_moment_reads_back_from_its_text(ticks: int) -> None:
    assert moments.point_in_time(literals.show_time(ticks)) == ticks


@given(st.integers(-(10**7) * TICKS_PER_DAY, 10**7 * TICKS_PER_DAY))
def test_a_length_reads_back_from_its_text(ticks: int) -> None:
    assert moments.timespan(literals.show_timespan(ticks)) == ticks


@given(st.sampled_from([(q, a, b) for q, sizes in units.FACTORS.items() for a in sizes for b in sizes][::7]))
def test_units_there_and_back(case: tuple[str, str, str]) -> None:
    quantity, first, second = case
    there, back = units.sizes(quantity, first, second), units.sizes(quantity, second, first)
    assert there is not None
    assert back is not None
    assert math.isclose(there[0] / there[1] * back[0] / back[1], 1)


def test_the_clocks_of_a_zone() -> None:
    query = "print d = datetime_utc_to_local({0}, 'Europe/Paris') - {0}"
    (winter,), (summer,) = (run(query.format(f"datetime(2024-{month}-15)")) for month in ("01", "07"))
    assert (winter["d"], summer["d"]) == (timedelta(hours=1), timedelta(hours=2))


@pytest.mark.parametrize(
    "query",
    [
        "datatable(v: decimal)[2.2]",
        "print decimal(1) * 1d",
        "print convert_temperature(1, 'Kelvin', 'SolarTemperature')",
        "print convert_length(1, 'meter', 'Foot')",
        "print ingestion_time()",
        "print rand(1)",
        "print make_datetime(2024)",
    ],
)
def test_answers_nobody_knows_are_refused(query: str) -> None:
    with pytest.raises(Unsupported):
        run(query)


@pytest.mark.parametrize(
    "query",
    [
        "print acos('x')",
        "print binary_and(1.5, 2)",
        "print decimal(abc)",
        "print isnan(decimal(1))",
        "print format_timespan(1d, '')",
        "print datetime_diff('decade', now(), now())",
        "print bin_at(1d, 1, 1)",
        "print bin_at('a', 1, 1)",
    ],
)
def test_what_kusto_rejects(query: str) -> None:
    with pytest.raises(QueryError):
        run(query)
