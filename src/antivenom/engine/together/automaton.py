"""The machine over many strips of text at once, a byte of each strip a step."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import as_strided

from antivenom.engine.together.sets import once_each
from antivenom.engine.together.trie import Machine

_MOST_STRIPS = 14
_SHORTEST = 256
_STEPS = 64
_TILE = 256
_CROWDED = 1 << 22

Int32s = npt.NDArray[np.int32]


def hits(machine: Machine, text: bytes, ends: Int32s) -> tuple[Int32s, Int32s]:
    """Every (literal, value it is in) in a text below 1 GiB, capitals read as small letters, by value.

    `ends` are the places of the last bytes of the values.
    """
    states, places = _emitting(machine, text)
    rank = (states - machine.emitting) // machine.width
    held = np.searchsorted(ends, places).astype(np.int32)
    keys = (held.astype(np.int64) << 32) | rank
    keys = once_each(keys) if len(keys) > _CROWDED else keys[np.diff(keys, prepend=-1) != 0]
    held, rank = (keys >> 32).astype(np.int32), keys & 0xFFFFFFFF
    counts = machine.counts[rank]
    stops = np.cumsum(counts, dtype=np.int32)
    slots = np.repeat(machine.firsts[rank] - (stops - counts), counts)
    slots += np.arange(len(slots), dtype=np.int32)
    return machine.emitted[slots], np.repeat(held, counts)


def _emitting(machine: Machine, text: bytes) -> tuple[Int32s, Int32s]:
    """The states that emit something, and the places where they were entered, in the text's order.

    The text is cut into strips that overlap by less than the longest literal: in the overlap a strip finds
    its state, and what ends there is left to the strip before.
    """
    overlap = machine.longest - 1
    power = min(_MOST_STRIPS, max(0, (len(text) // _SHORTEST).bit_length() - 1))
    strips = 1 << power
    length = -(-len(text) // strips)
    padded = bytes(overlap) + text.translate(machine.classes) + bytes(strips * length - len(text))
    cells = as_strided(np.frombuffer(padded, np.uint8), (strips, overlap + length), (length, 1))
    state = np.full(strips, machine.start, np.int32)
    entered = np.empty((_STEPS, strips), np.int32)
    states, numbers, steps = [], [], []
    for step in range(0, overlap + length, _STEPS):
        block = _walk(machine, _turned(cells[:, step : step + _STEPS]), state, entered)
        state = block[-1].copy()
        skipped = min(max(0, overlap - step), len(block))
        flat = block[skipped:].ravel()
        found = np.flatnonzero(flat >= machine.emitting)
        states.append(flat[found])
        numbers.append((found & (strips - 1)).astype(np.uint16))
        steps.append((found >> power).astype(np.int32) + np.int32(step + skipped - overlap))
    number = np.concatenate(numbers)
    order = np.argsort(number, kind="stable")  # a radix sort, numbers being of 16 bits
    places = np.concatenate(steps)[order] + number[order].astype(np.int32) * np.int32(length)
    return np.concatenate(states)[order], places


def _walk(machine: Machine, rows: npt.NDArray[np.uint8], state: Int32s, entered: Int32s) -> Int32s:
    """The states of all strips after each row of classes, held in `entered`."""
    index = np.empty(rows.shape[1], np.intp)
    for step, row in enumerate(rows):
        np.add(state, row, out=index, casting="unsafe")
        state = np.take(machine.table, index, out=entered[step], mode="wrap")
    return entered[: len(rows)]


def _turned(cells: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Transposed, in tiles that fit the nearest cache."""
    turned = np.empty(cells.shape[::-1], np.uint8)
    for begin in range(0, len(cells), _TILE):
        turned[:, begin : begin + _TILE] = cells[begin : begin + _TILE].T
    return turned
