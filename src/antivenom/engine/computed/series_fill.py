"""Kusto's fills of a series: what stands where an element is missing. None where the answer is not known."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from antivenom.engine.computed.answers import shown
from antivenom.engine.computed.table import Computed


def _array(text: str) -> list[Any] | None:
    """The numbers and nulls of an array; None where it is none or holds anything else."""
    held = json.loads(text)
    if not isinstance(held, list):
        return None
    return held if all(cell is None or type(cell) in (int, float) for cell in held) else None


def _missing(cells: list[Any], placeholder: str) -> list[bool]:
    """Which elements are missing: those equal to the placeholder, a number or null."""
    wanted = json.loads(placeholder)
    return [cell == wanted if cell is not None else wanted is None for cell in cells]


def _const(text: str, constant: str, placeholder: str) -> str | None:
    cells = _array(text)
    if cells is None:
        return None
    missing = _missing(cells, placeholder)
    value = json.loads(constant)
    return shown([value if gone else cell for cell, gone in zip(cells, missing, strict=True)])


def _forward(text: str, placeholder: str, backward: bool) -> str | None:
    """Missing elements as the one before them (or behind), where there is one."""
    cells = _array(text)
    if cells is None:
        return None
    missing = _missing(cells, placeholder)
    order = range(len(cells) - 1, -1, -1) if backward else range(len(cells))
    found, last = list(cells), None
    for place in order:
        if not missing[place]:
            last = place
        elif last is not None:
            found[place] = cells[last]
    return shown(found)


def _linear(text: str, placeholder: str, edges: bool, constant: str) -> str | None:
    """Missing elements on the straight line between their neighbours; whole numbers are cut, not rounded."""
    cells = _array(text)
    if cells is None:
        return None
    missing = _missing(cells, placeholder)
    known = [place for place, gone in enumerate(missing) if not gone]
    kinds = {type(cells[place]) for place in known}
    if len(kinds) > 1 or any(cells[place] is None for place in known):
        return None
    if not known:
        return shown([float(json.loads(constant))] * len(cells))
    found = list(cells)
    for before, after in pairwise(known):
        slope = (cells[after] - cells[before]) / (after - before)
        for place in range(before + 1, after):
            made = cells[before] + slope * (place - before)
            found[place] = int(made) if int in kinds else made
    if edges:
        for place in (*range(known[0]), *range(known[-1] + 1, len(cells))):
            found[place] = cells[known[0] if place < known[0] else known[-1]]
    return shown(found)


ROWS = (
    Computed("series.fill_const", _const, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR"),
    Computed("series.fill_from", _forward, ("VARCHAR", "VARCHAR", "BOOLEAN"), "VARCHAR"),
    Computed("series.fill_linear", _linear, ("VARCHAR", "VARCHAR", "BOOLEAN", "VARCHAR"), "VARCHAR"),
)
