"""Whether the texts of a detection, one a language, flag the same executions of a scenario in each sensor.

Two texts agree when both fire or neither does and, where both flag process starts, these are the same executions. Of a
text whose rows are about no process start (a file, a connection, a count of nothing in particular) only the firing can
be compared; where both fire, that is told. A text that cannot run agrees with none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from antivenom.catalogue import Detection
from antivenom.proving.processes import Scenario
from antivenom.proving.trials import Trial, trials

EQUAL, UNCOMPARED, EXPLAINED, DIFFERENT = "equal", "not compared", "explained", "different"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two languages that answer differently: the command lines that one of them alone flags, or what else is so.

    what  in a sentence, how they differ.
    why   the reason that the detection gives, "" where it gives none.
    """

    languages: tuple[str, str]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the texts of a detection did with a scenario in one sensor: a trial for each, and where two differ.

    uncompared  pairs of languages that both fire, of which one at least names no process starts to compare.
    """

    detection: str
    scenario: str
    sensor: str
    trials: tuple[Trial, ...]
    disagreements: tuple[Disagreement, ...]
    uncompared: tuple[tuple[str, str], ...] = ()

    @property
    def status(self) -> str:
        """equal; not compared, when nothing differs but what some of them flag cannot be held against the others;
        explained, when the detection gives a reason for every disagreement; or different."""
        if not self.disagreements:
            return UNCOMPARED if self.uncompared else EQUAL
        return EXPLAINED if all(one.why for one in self.disagreements) else DIFFERENT


def compare(
    detections: Iterable[Detection],
    scenarios: Sequence[Scenario],
    *,
    sensors: Iterable[str] | None = None,
    every: bool = True,
) -> Iterator[Comparison]:
    """Run the texts of every detection that has several on these scenarios, as each sensor records them.

    sensors  only these.
    every    on all of the scenarios; otherwise each detection on those it names, where it says what it does.
    """
    chosen = {detection.id: detection for detection in detections if len(detection.queries) > 1}
    tried = trials(chosen.values(), scenarios, sensors=sensors, every=every)
    for (id, scenario, sensor), group in groupby(tried, key=lambda one: (one.detection, one.scenario, one.sensor)):
        given = tuple(group)
        pairs = tuple(combinations(given, 2))
        found = (_disagreement(chosen[id], one, other) for one, other in pairs)
        uncompared = tuple((one.language, other.language) for one, other in pairs if _is_open(one, other))
        yield Comparison(id, scenario, sensor, given, tuple(one for one in found if one), uncompared)


def _is_open(one: Trial, other: Trial) -> bool:
    """Whether two fire, and no executions can be compared: the rows of one at least are about none."""
    return one.fired and other.fired and not (one.executions and other.executions)


def _disagreement(detection: Detection, one: Trial, other: Trial) -> Disagreement | None:
    only = [_lines(one, other), _lines(other, one)]
    what = _what(one, other) or _what(other, one)
    if not what and any(only) and one.executions and other.executions:
        sides = zip((one, other), only, strict=True)
        what = "; ".join(f"only {each.language} flags {len(lines)}" for each, lines in sides if lines)
    if not what:
        return None
    return Disagreement((one.language, other.language), only[0], only[1], what, _why(detection, one, other))


def _what(one: Trial, other: Trial) -> str:
    """How two differ in whether they ran and fired, told from the first; "" where they do not."""
    if one.error:
        return f"{one.language} could not run: {one.error}"
    if one.fired and not other.fired and not other.error:
        return f"{one.language} fires, {other.language} does not"
    return ""


def _lines(one: Trial, other: Trial) -> tuple[str, ...]:
    """The command lines of the executions that the first alone flags."""
    return tuple(one.lines[number] for number in sorted(one.executions - other.executions))


def _why(detection: Detection, one: Trial, other: Trial) -> str:
    """The reason that a difference of the detection gives for the two, "" where none does."""
    pair = (one.language, other.language)
    whys = (each.why for each in detection.differences if each.covers(pair, one.sensor, one.scenario))
    return " ".join(next(whys, "").split())
