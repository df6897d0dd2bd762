"""Marshalled programs and .pyc files: the header, the layout that fits, what the code objects hold and do."""

from __future__ import annotations

from antivenom.pycode.budget import Budget, Spent
from antivenom.pycode.stored.decompile import decompile
from antivenom.pycode.stored.marshal import LAYOUTS, Reader
from antivenom.pycode.stored.objects import Code, Damaged, Stored
from antivenom.pycode.stored.opcodes import version_of
from antivenom.pycode.stored.written import old_text

_MOST_NAMES = 20_000
_HEADERS = (  # magic numbers up to this, header bytes
    (3_180, 8),  # 3.0 to 3.2
    (3_379, 12),  # 3.3 to 3.6
    (19_999, 16),  # 3.7 and later
    (65_535, 8),  # 2.x
)


def read_marshal(data: bytes, budget: Budget) -> Stored | None:
    """Read a marshalled object or a .pyc file of Python 2.3 to 3.14; None when the data is neither."""
    start = _header(data)
    reader, whole = _best(bytes(data), start, budget)
    if reader is None or (not reader.codes and (not whole or not reader.loose or start)):
        return None
    notes = [] if whole else ["the data ends early or is damaged; what was read until then"]
    source: str | None = None
    calls: tuple[tuple[str, tuple[object, ...]], ...] = ()
    version = ""
    if reader.codes:
        source, calls, version, more = _written(reader.codes[-1], whole, budget)
        notes += more
    names = dict.fromkeys(name for code in reader.codes for name in code.names)
    skipped = {name for code in reader.codes for name in (*code.names, *code.locals, *code.cells, code.name)}
    strings, blobs = _constants(reader, skipped)
    kind = "pyc" if start else "marshal"
    return Stored(kind, tuple(names)[:_MOST_NAMES], strings, blobs, calls, tuple(notes), source, version)


def _header(data: bytes) -> int:
    """Length of a .pyc header, 0 without one."""
    if data[2:4] != b"\r\n":
        return 0
    magic = int.from_bytes(data[:2], "little")
    return next(length for most, length in _HEADERS if magic <= most)


def _best(data: bytes, start: int, budget: Budget) -> tuple[Reader | None, bool]:
    """Try the layouts; the reader of the first that fits the whole data, else of the one that got furthest."""
    best: Reader | None = None
    for layout in LAYOUTS:
        reader = Reader(data, start, layout, budget)
        try:
            reader.read()
        except (Damaged, ValueError, OverflowError):
            if best is None or (len(reader.codes), reader.at) > (len(best.codes), best.at):
                best = reader
            continue
        if reader.codes or reader.at == len(data):
            return reader, True
        return None, False
    return best, False


def _written(
    code: Code, whole: bool, budget: Budget
) -> tuple[str | None, tuple[tuple[str, tuple[object, ...]], ...], str, list[str]]:
    """Write the outermost code object as statements, where its Python is known."""
    version = version_of(code.code, code.layout)
    if version is None:
        return None, (), code.layout, ["instructions of a Python that is not known here; names and constants only"]
    try:
        source, done = decompile(code, version, budget)
    except Spent:
        return None, (), version.name, ["too large to be written as statements"]
    notes = []
    if done.branches:
        notes.append("branches and loops are written one after the other")
    if done.unknown:
        notes.append(f"instructions left out: {', '.join(sorted(done.unknown)[:10])}")
    return source, tuple(done.calls), version.name, notes


def _constants(reader: Reader, names: set[str]) -> tuple[tuple[str, ...], tuple[bytes, ...]]:
    """Texts and bytes that are constants: not names, not instructions, not line tables."""
    met: dict[object, None] = {}
    for code in reader.codes:
        for value in _flat(code.consts, 0):
            met[value] = None
    if not reader.codes or len(met) == 0:
        tables = {code.code for code in reader.codes}
        met = {value: None for value in reader.loose if value not in names and value not in tables}
    if reader.layout.name == "2.7":
        met = {old_text(value): None for value in met}
    strings = [value for value in met if isinstance(value, str)]
    blobs = [value for value in met if isinstance(value, bytes)]
    return tuple(strings), tuple(blobs)


def _flat(values: object, depth: int) -> list[str | bytes]:
    if isinstance(values, (str, bytes)):
        return [values]
    found: list[str | bytes] = []
    if type(values) is tuple and depth < 20:
        for value in values[:_MOST_NAMES]:
            found += _flat(value, depth + 1)
    return found
