"""Pictures of the screen, the camera, sound, the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.rules.kit import Case, Rule, Seen, of_traits

_KINDS = {
    "screen": (42, "takes a picture of the screen", "T1113"),
    "camera": (56, "takes pictures with the camera", "T1125"),
    "microphone": (56, "records sound", "T1123"),
    "clipboard": (40, "reads the clipboard", "T1115"),
}


def check(case: Case) -> Iterator[Seen]:
    """Calls that capture what the user sees, says or copies."""
    for kind, (score, words, attack) in _KINDS.items():
        for fact in case.of(kind):
            device = text_of(fact.role("device"))
            if device and not device.isdigit() and not device.startswith("/dev/"):
                continue
            yield Seen(score if case.one_liner else score - 30, f"It {words} ({fact.name}).", (fact,), (attack,))
    if case.of("clipboard") and case.of("clipboard write"):
        yield Seen(56, "It replaces what the user copied.", (case.of("clipboard write")[0],), ("T1115", "T1565.002"))
    for fact in case.of("foreign"):
        if fact.name in ("GetClipboardData", "BitBlt", "CGWindowListCreateImage", "CGDisplayCreateImage"):
            yield Seen(52, f"It takes what the user sees or copies ({fact.name}).", (fact,), ("T1115", "T1113"))
    yield from of_traits(case, "screen_capture")


RULE = Rule(
    id="screen_capture",
    title="Capture of screen, camera, sound or clipboard",
    attack=(
        "T1113",
        "T1125",
        "T1123",
        "T1115",
    ),
    why="It shows an intruder what the user does.",
    bad="from PIL import ImageGrab; ImageGrab.grab().save('s.png')",
    good="PIL.Image.open('s.png')",
    references=("https://attack.mitre.org/techniques/T1113/",),
    wakes=frozenset({"screen", "camera", "microphone", "clipboard", "process", "foreign", "clipboard write"}),
    check=check,
)
