"""Programs as plain values and back: what may cross from one process to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from antivenom.pycode import Indicator, Layer, Program, Sighting, explain
from antivenom.pycode.program import Part, Place

Late = Callable[[], tuple[tuple[Layer, ...], tuple[Indicator, ...], str]]


class Key(NamedTuple):
    """What a reading depends on: two process starts with the same key hold the same program.

    command is text, or the argument list where the sensor keeps arguments apart.
    """

    command: str | tuple[str, ...]
    platform: str | None = None
    original_name: str | None = None
    parent: str | None = None


def read(key: Key) -> Program:
    """The program of a key."""
    command = key.command if isinstance(key.command, str) else list(key.command)
    return explain(command, parent=key.parent, platform=key.platform, original_name=key.original_name)


def kept(key: Key) -> Program:
    """The program of a key without the evaluation behind it, which takes many times its memory."""
    return unpacked(key, packed(read(key)))


def packed(program: Program) -> tuple[Any, ...]:
    """A program as tuples, texts and numbers that `marshal` writes.

    Layers, indicators and fingerprint go along where someone will look at them: from notable on.
    """
    sightings = tuple((*one[:-1], tuple(map(tuple, one.places))) for one in program.sightings)
    late: tuple[Any, ...] | None = None
    if program.verdict != "benign":
        layers, indicators = program.layers, program.indicators
        late = tuple(map(tuple, layers)), tuple(map(tuple, indicators)), program.fingerprint
    return tuple(map(tuple, program.parts)), sightings, program.score, program.notes, late


def plain(value: Any) -> Any:
    """The value with words that know more than their text as texts, and every sequence as a tuple."""
    if isinstance(value, tuple | list):
        return tuple(map(plain, value))
    return str(value) if isinstance(value, str) else value


def unpacked(key: Key, given: tuple[Any, ...]) -> Program:
    """The program that `packed` gave; what did not come along is read again when it is asked for."""
    parts, sightings, score, notes, late = given
    command = key.command if isinstance(key.command, str) else " ".join(key.command)
    return Program(
        command,
        tuple(Part(*part) for part in parts),
        tuple(_sighting(*one) for one in sightings),
        score,
        notes,
        _again(key) if late is None else _held(*late),
    )


def _sighting(
    rule: str, title: str, score: int, saying: str, attack: tuple[str, ...], places: tuple[Any, ...]
) -> Sighting:
    return Sighting(rule, title, score, saying, attack, tuple(Place(*place) for place in places))


def _again(key: Key) -> Late:
    def late() -> tuple[tuple[Layer, ...], tuple[Indicator, ...], str]:
        program = read(key)
        return program.layers, program.indicators, program.fingerprint

    return late


def _held(layers: tuple[Any, ...], indicators: tuple[Any, ...], fingerprint: str) -> Late:
    made = tuple(Layer(*layer) for layer in layers), tuple(Indicator(*one) for one in indicators), fingerprint
    return lambda: made
