"""What it takes to forge each condition of an allow-entry. docs/tuning.md says the same, and a test holds it."""

from __future__ import annotations

from collections.abc import Mapping

_PARENT = "As trivial as for the process itself."
_ANCESTOR = "As for the parent, one step further away: who is below a build runner may start what it likes."

FORGING: Mapping[str, str] = {
    "fingerprint": (
        'A program of the same shape with other constants has the same fingerprint: `run(["ls"])` and '
        '`run(["sh"])`. Strong for long programs, weak for short ones; add `command_line` to those.'
    ),
    "behaviours": (
        "Code the reading sees through cannot forge it. Code in a file, a module or on standard input is not seen at "
        "all: add `code`."
    ),
    "code": "Importing a module that the attacker placed: its code is not on the line.",
    "command_line": (
        "Trivial alone: anyone can type it, and a process may say what it likes of itself on Linux. Strong where the "
        "line fixes all of the code, as for execnet or multiprocessing."
    ),
    "process_path": (
        "Free in folders a user can write (`/tmp`, a home, a virtual environment); root or an administrator elsewhere. "
        "Any Python in the folder runs any code: it says who installed it, not what it does."
    ),
    "process_name": "Trivial: copy or rename.",
    "parent_path": "Code run inside that parent, or a parent process id that was set (Windows).",
    "parent_name": _PARENT,
    "parent_command_line": _PARENT,
    "ancestor_name": _ANCESTOR,
    "ancestor_command_line": _ANCESTOR,
    "user": "Needs that user's rights, which an attacker in a service of that user has.",
    "host": "Needs that host. Narrows the damage of a mistake more than any other condition.",
}
"""By the key of a condition; what stands between backticks is code."""
