"""Key strokes that are recorded."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, path_role

_CALLS = frozenset(
    {
        "GetAsyncKeyState",
        "SetWindowsHookExA",
        "SetWindowsHookExW",
        "GetKeyState",
        "GetKeyboardState",
        "CGEventTapCreate",
    }
)


def check(case: Case) -> Iterator[Seen]:
    """Keyboard hooks and listeners, the calls and devices below them."""
    kept = 12 if case.of("write", "open", "send", "fetch", "mail") else 0
    for fact in case.of("keyboard"):
        yield Seen(72 + kept, f"It records key strokes ({fact.name}).", (fact,))
    for fact in case.of("foreign"):
        if fact.name in _CALLS and (fact.looped or fact.name not in ("GetKeyState", "GetKeyboardState")):
            yield Seen(72 + kept, f"It watches the keyboard ({fact.name}).", (fact,))
    if "Xlib.ext.record" in case.imports or "Xlib.ext" in case.imports:
        yield Seen(72 + kept, "It records the events of the X server (Xlib.ext.record).")
    for fact in case.of("open"):
        if path_role(fact).startswith("/dev/input/event"):
            yield Seen(72, f"It reads the keyboard's device ({path_role(fact)}).", (fact,))


RULE = Rule(
    id="keylogging",
    title="Keylogging",
    attack=("T1056.001",),
    why="Key strokes hold passwords and messages.",
    bad="from pynput.keyboard import Listener\nlog = open('/tmp/.k', 'a')\nwith Listener(on_press=lambda key: log.write(str(key))) as l: l.join()",
    good="input('name? ')",
    references=("https://attack.mitre.org/techniques/T1056/001/",),
    wakes=frozenset({"keyboard", "foreign", "open"}),
    check=check,
)
