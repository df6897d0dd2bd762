"""What the Python of one command line or file does, as a page for a person; attacker-written text is escaped."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from antivenom.pycode import Layer, Program, Sighting
from antivenom.report.plain import printable, shortened

_STYLE = {"malicious": "bold red", "suspicious": "bold yellow", "notable": "bold cyan", "benign": "bold"}
_MOST_LINES = 16
_WIDEST = 400
_MOST_LAYERS = 20
_MOST_SIGHTINGS = 30
_MOST_INDICATORS = 60


def page(program: Program, title: str = "") -> Iterator[RenderableType]:
    """The page, part by part: the verdict, what was seen and where, the layers, the indicators."""
    if title:
        yield Text(_one_line(title), style="underline")
    yield Text(f"{program.verdict}, score {program.score}", style=_STYLE[program.verdict])
    yield Text(printable(program.summary))
    for number, one in enumerate(program.sightings[:_MOST_SIGHTINGS]):
        yield from _sighting(one, first=number == 0)
    yield from _rest(len(program.sightings), _MOST_SIGHTINGS, "sightings")
    layers = program.layers
    for layer in layers[:_MOST_LAYERS]:
        yield from _layer(layer)
    yield from _rest(len(layers), _MOST_LAYERS, "layers")
    yield from _indicators(program)
    if program.fingerprint:
        yield Text(f"\nfingerprint {program.fingerprint}")
    if program.notes:
        yield Text("\nnotes", style="bold")
    for note in program.notes:
        yield _indented(_one_line(note), 2)


def _indented(text: str, by: int, style: str = "") -> Padding:
    return Padding(Text(text, style=style), (0, 0, 0, by), expand=False)


def _rest(count: int, most: int, what: str) -> Iterator[RenderableType]:
    if count > most:
        yield _indented(f"and {count - most:,} more {what} (--json lists all)", 2)


def _one_line(text: str) -> str:
    return shortened(printable(text[: _WIDEST + 1]), _WIDEST)


def _sighting(one: Sighting, *, first: bool) -> Iterator[RenderableType]:
    if first:
        yield Text("\nseen", style="bold")
    yield Text(f"  {one.score:>3}  {one.title} ({one.rule}; {', '.join(one.attack)})")
    yield _indented(printable(one.saying), 7)
    for place in one.places:
        where = f"layer {place.layer}, {place.line}:{place.column}"
        yield _indented(f"{where}  {_one_line(place.code)}", 7, "dim")


def _layer(layer: Layer) -> Iterator[RenderableType]:
    """How a layer was opened, and its text: the first lines, and what is left out."""
    inside = "" if layer.parent is None else f" in layer {layer.parent}"
    decoded = f", decoded by {', '.join(layer.decodings)}" if layer.decodings else ""
    yield Text(f"\nlayer {layer.number}: {printable(layer.how)}{inside}{printable(decoded)}", style="bold")
    for repair in layer.repairs:
        yield _indented(_one_line(repair), 2, "dim")
    shown = layer.text[: _MOST_LINES * _WIDEST + 1].split("\n")
    for line in shown[:_MOST_LINES]:
        yield _indented(_one_line(line), 4)
    lines = layer.text.count("\n") + 1
    if len(shown) > _MOST_LINES or lines > len(shown) or len(layer.text) > sum(map(len, shown)) + len(shown):
        yield _indented(f"{len(layer.text):,} characters in {lines:,} lines (--json has all)", 2, "dim")


def _indicators(program: Program) -> Iterator[RenderableType]:
    """Indicators by kind, kinds in the order they were met."""
    found = program.indicators
    if found:
        yield Text("\nindicators", style="bold")
    kinds: dict[str, list[str]] = {}
    for one in found[:_MOST_INDICATORS]:
        kinds.setdefault(one.kind, []).append(one.value)
    width = max(map(len, kinds), default=0)
    for kind, values in kinds.items():
        for number, value in enumerate(values):
            yield _indented(f"{'' if number else kind:<{width}}  {_one_line(value)}", 2)
    yield from _rest(len(found), _MOST_INDICATORS, "indicators")
