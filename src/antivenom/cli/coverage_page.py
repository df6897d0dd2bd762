"""What `antivenom detections coverage` shows: a line for each test and sensor, and how many tests are covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from antivenom.proving.coverage import BLIND, DETECTED, MISSED, Cover, Fired, by_test, status_of
from antivenom.report import csvout, terminal

_STYLES = {DETECTED: "green", BLIND: "yellow", MISSED: "red"}
_CSV = ("test", "technique", "number", "name", "sensor", "outcome", "rating", "fired", "blind_spot", "could_not_run")


def document(covers: Sequence[Cover]) -> dict[str, object]:
    """Everything as plain values."""
    counts = _counts(covers)
    return {
        "tests": [_test(given) for given in by_test(covers).values()],
        "summary": {"tests": sum(counts.values()), **{name: counts[name] for name in _STYLES}},
    }


def table(covers: Sequence[Cover]) -> str:
    """A line for each test and sensor as CSV."""
    return csvout.rows(_CSV, map(_line, covers))


def parts(covers: Sequence[Cover]) -> Iterator[RenderableType]:
    """The page, part by part."""
    yield terminal.grid(("test", "sensor", "outcome", "by"), _rows(covers), whole=("test", "sensor", "outcome"))
    for id in sorted({id for one in covers for id in one.failed}):
        yield Text(f"\n{id} could not run; `antivenom hunt --only {id}` says why", style="red")
    for one in covers:
        if one.blind and one.status == DETECTED:
            yield Text(f"\n{one.scenario.id} states a blind spot in {one.sensor}, where it is detected", style="yellow")
    yield Text(f"\n{_summary(covers)}")
    if any(each.runner for one in covers for each in one.fired):
        yield Text("* seen in nothing but the shell that Invoke-Atomic starts, whose command line is the whole test")


def _summary(covers: Sequence[Cover]) -> str:
    counts = _counts(covers)
    tests = sum(counts.values())
    return (
        f"{tests:,} test{'' if tests == 1 else 's'}: {counts[DETECTED]:,} detected at suspicious or above, "
        f"{counts[BLIND]:,} with a stated blind spot, {counts[MISSED]:,} missed"
    )


def _counts(covers: Sequence[Cover]) -> Counter[str]:
    return Counter(status_of(given) for given in by_test(covers).values())


def _rows(covers: Sequence[Cover]) -> Iterator[tuple[object, ...]]:
    last = ""
    for one in covers:
        by = [_fired(each) for each in one.fired]
        if one.status == BLIND:
            by.append(one.blind)
        shown = "" if one.scenario.id == last else one.scenario.id
        last = one.scenario.id
        status = one.status.upper() if one.status == MISSED else one.status
        yield shown, one.sensor, Text(status, style=_STYLES[one.status]), by


def _fired(fired: Fired) -> str:
    score = "" if fired.score is None else f", score {fired.score}"
    return f"{fired.detection}: {fired.rating}{score}{'*' if fired.runner else ''}"


def _line(one: Cover) -> list[object]:
    atomic = one.scenario.atomic
    return [
        one.scenario.id,
        atomic.technique if atomic else "",
        atomic.number if atomic else "",
        one.scenario.name,
        one.sensor,
        one.status,
        one.rating,
        [f"{each.detection}: {each.rating}" for each in one.fired],
        one.blind,
        list(one.failed),
    ]


def _test(covers: Sequence[Cover]) -> dict[str, object]:
    scenario = covers[0].scenario
    atomic = scenario.atomic
    return {
        "id": scenario.id,
        "name": scenario.name,
        "technique": atomic.technique if atomic else None,
        "number": atomic.number if atomic else None,
        "guid": atomic.guid if atomic else None,
        "outcome": status_of(covers),
        "sensors": [_sensor(one) for one in covers],
    }


def _sensor(one: Cover) -> dict[str, object]:
    return {
        "sensor": one.sensor,
        "outcome": one.status,
        "rating": one.rating or None,
        "fired": [
            {"detection": each.detection, "rating": each.rating, "score": each.score, "runner_only": each.runner}
            for each in one.fired
        ],
        "blind_spot": one.blind or None,
        "could_not_run": list(one.failed),
    }
