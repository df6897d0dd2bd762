"""Python interpreters: how they are named, and CPython's option grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antivenom.pycode.command import installs, launch, modules
from antivenom.pycode.command.found import Data, Word
from antivenom.pycode.command.line import Line, Row, plain

# Names, without folder, case and Windows suffix.
NAMED = re.compile(
    r"(?:(?:c?pythonw?|pypy|graalpy|graalpython|micropython|circuitpython|jython|ipyw?|ironpython|ipython|bpython|ptipython"
    r"|ptpython|stackless|pyston|nuitka-run|python\.app|hython|mayapy|pvpython|pyspark-python|nogil-python)"
    r"[\d.]*(?:[dmut]{1,3}|-dbg|-32|-64|-intel64)?|pyw?|python-real|python3-config-real|platform-python|usrbinpython|py64)"
)
LAUNCHERS = frozenset({"py", "pyw"})
_WITH_OPERAND = frozenset("WXQ")
_KNOWN = frozenset("bBdEhiIJOPqRsStuUvVx23")
_ENDS = frozenset(("-V", "-VV", "-h", "-?", "--version", "--help", "--help-all", "--help-env", "--help-xoptions"))
_LONG_WITH_OPERAND = frozenset(
    ("--check-hash-based-pycs", "--jit", "--profile-dir", "--ipython-dir", "--config", "--profile")
)
_LAUNCHER_OPTION = re.compile(r"-(?:[23](?:\.\d+)?(?:-\d+|-arm64)?|V:\S+|0p?|-list(?:-paths)?)$")


def is_python(name: str) -> bool:
    """Whether a plain program name is an interpreter's."""
    return NAMED.fullmatch(name) is not None


def read(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """Read the command line of an interpreter and add what it runs."""
    options: list[str] = []
    index, size = 1, len(argv)
    name = plain(argv[0])
    launcher = name in LAUNCHERS
    while index < size:
        word = argv[index]
        if word == "-c" and index + 1 < size:
            _inline(line, argv, index + 2, argv[index + 1], options, stdin)
            return None
        if len(word) < 2 or word[0] != "-":
            break
        if word == "--":
            index += 1
            break
        index += 1
        if launcher and _LAUNCHER_OPTION.match(word):
            launcher = not word.startswith(("-V", "-2", "-3"))
            options.append(word)
            if word.startswith(("-0", "--list")):
                return None
            continue
        if word in _ENDS:
            return None
        if word[1] == "-":
            index = _long(argv, index, word, options)
            continue
        ended, index = _cluster(line, argv, index, word, options, stdin)
        if ended:
            return None
    if index >= size and stdin is None and _refused(name, options):
        return None
    if index >= size or argv[index] == "-":
        _stdin(line, argv, index, options, stdin)
        return None
    if "-0" in options:
        return None
    _script(line, argv, index, options, stdin)
    return None


def _refused(name: str, options: list[str]) -> bool:
    """An option that CPython does not know: it prints its usage and ends."""
    return name.startswith("python") and any(len(each) == 2 and each[1] not in _KNOWN for each in options)


def _long(argv: Sequence[str], index: int, word: str, options: list[str]) -> int:
    if word in _LONG_WITH_OPERAND and index < len(argv):
        options.append(f"{word} {argv[index]}")
        return index + 1
    options.append(word)
    return index


def _cluster(
    line: Line, argv: Sequence[str], index: int, word: str, options: list[str], stdin: Data | None
) -> tuple[bool, int]:
    """Read a cluster of short options; True when it named the program (-c or -m)."""
    for place in range(1, min(len(word), 60)):
        letter = word[place]
        glued = word[place + 1 :]
        if letter in "cm" or letter in _WITH_OPERAND:
            if not glued:
                if index >= len(argv):
                    return letter in "cm", index
                operand: str = argv[index]
                index += 1
            else:
                operand = Word.of(glued, word.data, False) if isinstance(word, Word) else glued
            if letter == "c":
                _inline(line, argv, index, operand, options, stdin)
                return True, index
            if letter == "m":
                modules.read(line, argv, index, operand, options, stdin)
                return True, index
            options.append(f"-{letter} {operand}")
            return False, index
        options.append("-" + letter)
    return False, index


def _inline(line: Line, argv: Sequence[str], rest: int, code: str, options: list[str], stdin: Data | None) -> None:
    tail = tuple(argv[rest:])
    launch.startup(line, argv, "-i" in options)
    line.add(launch.build(line, "inline", code, argv[0], ("-c", *tail), options, stdin=stdin), argv)


def _stdin(line: Line, argv: Sequence[str], index: int, options: list[str], stdin: Data | None) -> None:
    shown = tuple(argv[index:]) or ("",)
    dashed = index < len(argv)
    if stdin is None and (not dashed or "-i" in options):
        launch.startup(line, argv, True)
        line.add(launch.from_data(line, "interactive", None, "", shown, argv[0], options), argv)
        return
    missing = "the code comes from standard input, which the line does not show"
    line.add(launch.from_data(line, "stdin", stdin, "", shown, argv[0], options, missing), argv)


def _is_django_shell(words: Sequence[str]) -> bool:
    name = words[0].replace("\\", "/").rsplit("/", 1)[-1]
    return name in ("manage.py", "django-admin", "django-admin.py") and len(words) > 1 and "shell" in words[1]


def _django_shell(words: Sequence[str]) -> str | None:
    """manage.py shell -c CODE: the code that a Django project's shell is given."""
    for place, word in enumerate(words[2:], 2):
        if word in ("-c", "--command") and place + 1 < len(words):
            return words[place + 1]
        if word.startswith("--command="):
            return word.split("=", 1)[1]
    return None


def _script(line: Line, argv: Sequence[str], index: int, options: list[str], stdin: Data | None) -> None:
    path = argv[index]
    tail = tuple(argv[index:])
    launch.startup(line, argv, "-i" in options)
    if installs.script(line, argv, index, options):
        return
    if _is_django_shell(tail):
        code = _django_shell(tail)
        if code is not None:
            line.add(launch.build(line, "inline", code, argv[0], ("-c",), options, path), argv)
            return
        if stdin is not None and len(tail) == 2:
            line.add(launch.from_data(line, "stdin", stdin, path, tail, argv[0], options), argv)
            return
    launch.script(line, path, tail, argv, options, stdin)
