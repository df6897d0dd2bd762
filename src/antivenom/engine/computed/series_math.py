"""Kusto's series functions: element by element, filters, statistics and lines; None where the answer is not known."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeAlias, TypeVar

from antivenom.engine.computed.answers import shown
from antivenom.engine.computed.table import Computed

Number: TypeAlias = int | float
Cells: TypeAlias = list[Number | None]
_P = ParamSpec("_P")
_T = TypeVar("_T")
_FIRST, _PAST = -(2**63), 2**63


def _cells(text: str) -> Cells | None:
    """The numbers of a series, null where an element is no number; None for what is no array."""
    held = json.loads(text)
    if isinstance(held, int | float) and not isinstance(held, bool):
        return [held]
    if not isinstance(held, list) or any(isinstance(cell, bool | list | dict) for cell in held):
        return None
    return _alike([cell if isinstance(cell, int | float) else None for cell in held])


def _alike(cells: Cells) -> Cells:
    """A series is of whole numbers or of reals: one real makes all of them so."""
    if any(isinstance(cell, float) for cell in cells):
        return [None if cell is None else float(cell) for cell in cells]
    return cells


def _shown(cells: Cells) -> str:
    """The array; null for what is no finite number, or a whole one beyond 64 bits."""
    return shown([cell if _fits(cell) else None for cell in cells])


def _fits(cell: Number | None) -> bool:
    if isinstance(cell, float):
        return math.isfinite(cell)
    return cell is None or _FIRST <= cell < _PAST


def _whole(function: Callable[[float], float]) -> Callable[[Number], Number]:
    """floor and ceiling: they give reals."""
    return lambda cell: float(function(cell))


def _cell(function: Callable[..., Number], *cells: Number | None) -> Number | None:
    """The function of numbers; null where one is, and where it has no value."""
    if None in cells:
        return None
    try:
        return function(*cells)
    except (ArithmeticError, ValueError):
        return None


def _sign(cell: Number) -> Number:
    return type(cell)((cell > 0) - (cell < 0))


_MAPS: dict[str, Callable[[Number], Number]] = {
    "abs": abs,
    "acos": math.acos,
    "asin": math.asin,
    "atan": math.atan,
    "ceiling": _whole(math.ceil),
    "cos": math.cos,
    "exp": math.exp,
    "floor": _whole(math.floor),
    "log": math.log,
    "sign": _sign,
    "sin": math.sin,
    "tan": math.tan,
}
_PAIRS: dict[str, Callable[[Number, Number], Number]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "pow": math.pow,
    "equals": lambda a, b: a == b,
    "not_equals": lambda a, b: a != b,
    "less": lambda a, b: a < b,
    "less_equals": lambda a, b: a <= b,
    "greater": lambda a, b: a > b,
    "greater_equals": lambda a, b: a >= b,
}


def _mapped(text: str, name: str) -> str | None:
    cells = _cells(text)
    if cells is None or not text.startswith("["):
        return None
    return _shown([_cell(_MAPS[name], cell) for cell in cells])


def _sides(left: str, right: str) -> tuple[Cells, Cells] | None:
    """Two series of one length: a single number stands in every place, the shorter one is null at its end."""
    one, other = _cells(left), _cells(right)
    if one is None or other is None or not (left + right).count("["):
        return None
    length = max((len(cells) for cells, text in ((one, left), (other, right)) if text.startswith("[")), default=1)
    filled = [
        cells + [None] * (length - len(cells)) if text.startswith("[") else cells * length
        for cells, text in ((one, left), (other, right))
    ]
    return filled[0], filled[1]


def _paired(left: str, right: str, name: str) -> str | None:
    sides = _sides(left, right)
    if sides is None:
        return None
    return _shown([_cell(_PAIRS[name], a, b) for a, b in zip(*sides, strict=True)])


def _sure(function: Callable[_P, _T | None]) -> Callable[_P, _T | None]:
    """The function, with no answer where its numbers grow out of a double."""

    @wraps(function)
    def guarded(*cells: _P.args, **named: _P.kwargs) -> _T | None:
        try:
            return function(*cells, **named)
        except (ArithmeticError, ValueError):
            return None

    return guarded


@_sure
def _product_sum(left: str, right: str) -> float | None:
    sides = _sides(left, right)
    if sides is None or not sides[0] or any(cell is None for side in sides for cell in side):
        return None
    return math.fsum(a * b for a, b in zip(*sides, strict=True))  # type: ignore[operator]


@_sure
def _cosine(left: str, right: str) -> float | None:
    product, one, other = _product_sum(left, right), _product_sum(left, left), _product_sum(right, right)
    if product is None or not one or not other:
        return None
    return product / (math.sqrt(one) * math.sqrt(other))


def _total(text: str, name: str) -> float | None:
    cells = _numbers(text)
    if cells is None:
        return None
    try:
        found = math.fsum(cells) if name == "sum" else math.prod(cells) if name == "product" else math.hypot(*cells)
    except OverflowError:
        return None
    return float(found) if math.isfinite(found) else None


def _numbers(text: str) -> list[float] | None:
    """The numbers of an array that holds nothing else, and at least one."""
    cells = _cells(text)
    if not cells or not text.startswith("["):
        return None
    return None if any(cell is None for cell in cells) else [float(cell) for cell in cells if cell is not None]


# --- statistics and lines


@_sure
def _statistics(text: str, skip: bool) -> str | None:
    """The statistics as a bag, of two numbers or more; with `skip` those that are null are left out."""
    cells = _cells(text)
    if cells is None or not text.startswith("["):
        return None
    if not skip and any(cell is None for cell in cells):
        return None
    known = [(float(cell), index) for index, cell in enumerate(cells) if cell is not None]
    if len(known) < 2 or len(known) < len(cells):
        return None
    numbers = [number for number, _ in known]
    mean = math.fsum(numbers) / len(numbers)
    variance = math.fsum((number - mean) ** 2 for number in numbers) / (len(numbers) - 1)
    low, high = min(numbers), max(numbers)
    found = {
        "min": low,
        "min_idx": numbers.index(low),
        "max": high,
        "max_idx": numbers.index(high),
        "avg": mean,
        "stdev": math.sqrt(variance),
        "variance": variance,
        "sum": math.fsum(numbers),
        "len": len(numbers),
    }
    return shown(found)


@_sure
def _line(text: str) -> str | None:
    """The straight line through a series, its first element at 1, as a bag."""
    numbers = _numbers(text)
    if numbers is None or len(numbers) < 3:
        return None
    count = len(numbers)
    middle, mean = (count + 1) / 2, math.fsum(numbers) / count
    squares = math.fsum((place - middle) ** 2 for place in range(1, count + 1))
    slope = math.fsum((place - middle) * (y - mean) for place, y in enumerate(numbers, 1)) / squares
    start = mean - slope * middle
    fitted = [slope * place + start for place in range(1, count + 1)]
    whole = math.fsum((y - mean) ** 2 for y in numbers)
    left = math.fsum((y - fit) ** 2 for y, fit in zip(numbers, fitted, strict=True))
    if whole == 0:
        return None
    found = {
        "rsquare": 1 - left / whole,
        "slope": slope,
        "variance": whole / (count - 1),
        "rvariance": left / (count - 1),
        "interception": start,
        "line_fit": fitted,
    }
    return shown(found)


# --- filters


@_sure
def _fir(text: str, filter_text: str, normalize: bool | None, center: bool) -> str | None:
    numbers, weights = _cells(text), _cells(filter_text)
    if not numbers or not weights or not text.startswith("[") or not filter_text.startswith("["):
        return None
    if any(cell is None for cell in (*numbers, *weights)) or (center and len(weights) % 2 == 0):
        return None
    negative = any(weight < 0 for weight in weights if weight is not None)
    if normalize and negative:
        return None
    total = sum(weight for weight in weights if weight is not None)
    scale = total if (not negative if normalize is None else normalize) else None
    if scale == 0:
        return None
    found: Cells = []
    for place in range(len(numbers)):
        first = place + (len(weights) // 2 if center else 0)
        made: Number = 0
        for back, weight in enumerate(weights):
            cell = numbers[first - back] if 0 <= first - back < len(numbers) else 0
            made += (weight or 0) * (cell or 0)
        found.append(made if scale is None else made / scale)
    return _shown(_alike(found))


@_sure
def _iir(text: str, ahead_text: str, back_text: str) -> str | None:
    numbers, ahead, back = (_numbers(given) for given in (text, ahead_text, back_text))
    if numbers is None or ahead is None or back is None or back[0] == 0:
        return None
    found: list[float] = []
    for place in range(len(numbers)):
        made = sum(b * numbers[place - j] for j, b in enumerate(ahead) if place >= j)
        made -= sum(a * found[place - j] for j, a in enumerate(back) if j and place >= j)
        found.append(made / back[0])
    return _shown(list(found))


ROWS = (
    Computed("series.mapped", _mapped, ("VARCHAR", "VARCHAR"), "VARCHAR"),
    Computed("series.paired", _paired, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR"),
    Computed("series.dot", _product_sum, ("VARCHAR", "VARCHAR"), "DOUBLE"),
    Computed("series.cosine", _cosine, ("VARCHAR", "VARCHAR"), "DOUBLE"),
    Computed("series.total", _total, ("VARCHAR", "VARCHAR"), "DOUBLE"),
    Computed("series.statistics", _statistics, ("VARCHAR", "BOOLEAN"), "VARCHAR"),
    Computed("series.line", _line, ("VARCHAR",), "VARCHAR"),
    Computed(
        "series.fir",
        lambda text, weights, normalize, center: (
            None if None in (text, weights) else _fir(text, weights, normalize, center)
        ),
        ("VARCHAR", "VARCHAR", "BOOLEAN", "BOOLEAN"),
        "VARCHAR",
        nulls=True,
    ),
    Computed("series.iir", _iir, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR"),
)
