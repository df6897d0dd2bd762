"""The programs of a process table: every distinct command line that can hold Python read once, whatever its rows.

Columns are dictionary-encoded first, so that no loop runs over rows: a million process starts are some thousands of
distinct command lines, and few of those can hold Python (`signs`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from antivenom.programs import signs
from antivenom.programs.plain import Key
from antivenom.programs.pool import read_all
from antivenom.pycode import VERDICTS, Program, at_least
from antivenom.pycode.reading import ENDED
from antivenom.tables import EVENT_COLUMN

Codes = npt.NDArray[np.int64]

_NONE = -1
_PLATFORMS = {"Windows": "windows", "Linux": "linux", "macOS": "macos", "ESXi": "linux"}
"""`device.os.type` -> the platform as `pycode` knows it; the shell of ESXi is a POSIX shell."""


@dataclass(slots=True)
class Account:
    """What a reading went through.

    rows      process starts with a command line; `lines` how many of these are distinct.
    read      distinct command lines that could hold Python, and were read.
    python    process starts that hold Python; `programs` how many distinct programs they are.
    verdicts  process starts with Python, by verdict.
    ended     distinct programs for which a budget ran out, by what the note says.
    """

    rows: int = 0
    lines: int = 0
    read: int = 0
    python: int = 0
    programs: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "rows": self.rows,
            "lines": self.lines,
            "read": self.read,
            "python": self.python,
            "programs": self.programs,
            "verdicts": {verdict: self.verdicts[verdict] for verdict in VERDICTS},
            "budgets_ended": dict(self.ended.most_common()),
        }


class Readings:
    """The program of each row of a process table: `codes` are positions in `programs`, -1 where there is no Python."""

    def __init__(self, codes: Codes, programs: list[Program], events: Codes, account: Account) -> None:
        self.codes = codes
        self.programs = programs
        self.account = account
        self._events = events

    def of_event(self, event: int) -> Program | None:
        """The program of the row that was made from an event."""
        at = int(np.searchsorted(self._events, event))
        if at == len(self._events) or self._events[at] != event or self.codes[at] == _NONE:
            return None
        return self.programs[int(self.codes[at])]

    def at_least(self, verdict: str) -> list[int]:
        """The events whose program has this verdict or a worse one."""
        bad = np.array([*(at_least(one.verdict, verdict) for one in self.programs), False])
        found: list[int] = self._events[bad[self.codes]].tolist()
        return found

    def verdicts(self) -> pa.Array:
        """The verdict of each row, dictionary-encoded; null where there is no Python."""
        return self._column([VERDICTS.index(one.verdict) for one in self.programs], VERDICTS)

    def _column(self, numbers: list[int], words: tuple[str, ...]) -> pa.Array:
        taken = np.array([*numbers, 0], np.int8)[self.codes]
        return pa.DictionaryArray.from_arrays(pa.array(taken, mask=self.codes == _NONE), pa.array(words))


def read(table: pa.Table, *, processes: int | None = None, every: bool = False) -> Readings:
    """Read the Python of a process table that has the columns `schemas.READ`.

    processes  how many processes read; by default as many as there are processors, and one for few programs.
    every      read every distinct command line, without the cheap test before it.
    """
    starts = _Starts(table)
    account = Account(rows=int((starts.text != _NONE).sum()), lines=len(starts.texts))
    chosen = starts.keys(every)
    account.read = len(chosen.keys)
    programs = read_all(chosen.keys, processes=processes)
    codes = _fed(starts, chosen.codes, chosen.keys, programs, processes)
    codes, programs = _with_python(codes, programs)
    events = table.column(EVENT_COLUMN).to_numpy()
    _count(account, codes, programs)
    return Readings(codes, programs, events, account)


@dataclass(slots=True)
class _Chosen:
    """Distinct keys, and for each row the position of its own or -1."""

    keys: list[Key]
    codes: Codes


class _Starts:
    """The columns of a process table as codes: `texts` are the distinct command lines, `text` each row's."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table
        launched = pc.fill_null(pc.equal(table.column("activity_name"), "Launch"), False)
        self.text, self.texts = _coded(pc.if_else(launched, _commands(table), None))
        self.platform, self.platforms = _coded(table.column("device.os.type"))
        self.original, self.originals = _coded(table.column("process.original_file_name"))

    def keys(self, every: bool) -> _Chosen:
        """What has to be read: each distinct combination that can hold Python."""
        can = _flags(self.texts, every)[self.text] | _flags(self.originals, False)[self.original]
        rows = np.flatnonzero(can & (self.text != _NONE))
        wide = (self.text[rows] * (len(self.platforms) + 1) + self.platform[rows] + 1) * (len(self.originals) + 1)
        distinct, first, own = np.unique(wide + self.original[rows] + 1, return_index=True, return_inverse=True)
        del distinct
        codes = np.full(len(self.text), _NONE)
        codes[rows] = own
        return _Chosen([self._key(int(row)) for row in rows[first]], codes)

    def _key(self, row: int) -> Key:
        original = self._word(self.originals, self.original[row])
        platform = self._word(self.platforms, self.platform[row])
        return Key(_command(self.texts[self.text[row]].as_py()), _PLATFORMS.get(platform or ""), original or None)

    def _word(self, words: pa.Array, code: int) -> str | None:
        return None if code == _NONE else words[code].as_py()

    def parents(self, rows: Codes) -> tuple[Codes, list[str]]:
        """The parents of these rows: each row's position among the distinct lines that can hold Python, or -1."""
        codes, lines = _coded(self._table.column("actor.process.cmd_line").take(pa.array(rows)))
        can = _flags(lines, False)
        return np.where(can[codes], codes, _NONE), lines.to_pylist()


def _commands(table: pa.Table) -> pa.ChunkedArray:
    """Each row's command: its arguments, a NUL before each, where the sensor keeps them apart; else its line."""
    argv = table.column("process.argv")
    joined = pc.binary_join_element_wise("", pc.binary_join(argv, "\0"), "\0")
    given = pc.fill_null(pc.greater(pc.list_value_length(argv), 0), False)
    lines = table.column("process.cmd_line")
    line = pc.if_else(pc.equal(lines, ""), None, lines)
    return pc.coalesce(pc.if_else(given, joined, None), line)


def _command(text: str) -> str | tuple[str, ...]:
    return tuple(text[1:].split("\0")) if text[:1] == "\0" else text


def _coded(column: pa.ChunkedArray) -> tuple[Codes, pa.Array]:
    """Each row's position among the distinct values, -1 for null, and these values."""
    encoded = pc.dictionary_encode(column.cast(pa.large_string()))
    if not encoded.num_chunks:
        return np.empty(0, np.int64), pa.array([], pa.large_string())
    indices = [pc.fill_null(chunk.indices, _NONE).to_numpy(zero_copy_only=False) for chunk in encoded.chunks]
    return np.concatenate(indices).astype(np.int64), encoded.chunk(encoded.num_chunks - 1).dictionary


def _flags(values: pa.Array, every: bool) -> npt.NDArray[np.bool_]:
    """Which values can hold Python; one more for the code -1."""
    if every:
        return np.append(np.ones(len(values), np.bool_), False)
    return np.append(signs.mask(values).to_numpy(zero_copy_only=False).astype(np.bool_), False)


def _fed(starts: _Starts, codes: Codes, keys: list[Key], programs: list[Program], processes: int | None) -> Codes:
    """Where code comes from a pipe the parent may show it: read such rows once more, with the parent's line.

    Programs read so are added to `programs`.
    """
    waiting = np.array([*map(_waits, programs), False], np.bool_)
    rows = np.flatnonzero(waiting[codes])
    parents, lines = starts.parents(rows)
    rows, parents = rows[parents != _NONE], parents[parents != _NONE]
    pairs, own = np.unique(codes[rows] * (len(lines) + 1) + parents, return_inverse=True)
    more = [keys[pair // (len(lines) + 1)]._replace(parent=lines[pair % (len(lines) + 1)]) for pair in pairs.tolist()]
    changed = codes.copy()
    changed[rows] = own + len(programs)
    programs.extend(read_all(more, processes=processes))
    return changed


def _waits(program: Program) -> bool:
    """Whether a piece of it reads code that its own line does not show."""
    return any(
        part.kind in ("stdin", "interactive") or part.target.startswith(("/dev/", "/proc/")) for part in program.parts
    )


def _with_python(codes: Codes, programs: list[Program]) -> tuple[Codes, list[Program]]:
    """Only the programs that hold Python and belong to a row, and the codes for them."""
    used = np.zeros(len(programs) + 1, np.bool_)
    used[codes] = True
    kept = [number for number, one in enumerate(programs) if one.parts and used[number]]
    places = np.full(len(programs) + 1, _NONE)
    places[kept] = np.arange(len(kept))
    return places[codes], [programs[number] for number in kept]


def _count(account: Account, codes: Codes, programs: list[Program]) -> None:
    counts: list[Any] = np.bincount(codes[codes != _NONE], minlength=len(programs)).tolist()
    account.python, account.programs = sum(counts), len(programs)
    for program, count in zip(programs, counts, strict=True):
        account.verdicts[program.verdict] += count
        account.ended.update(note for note in program.notes if note in ENDED.values())
