"""The state of reading one line: variables, files it writes, what was peeled, and the Python found so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Optional

from antivenom.pycode.budget import Budget
from antivenom.pycode.command.found import NOTHING, Data, Found, Word

MOST_FOUND = 200
MOST_COMMANDS = 40
DEEPEST = 40

Row = Mapping[str, Any]
Handler = Callable[["Line", Sequence[str], Optional[Data], Row], Optional[Data]]
Reader = Callable[["Line", str, Optional[Data]], Optional[Data]]

_SUFFIX = re.compile(r"\.(?:exe|cmd|bat|com)$")


def _plain(word: str) -> str:
    cut = max(word.rfind("/"), word.rfind("\\")) + 1
    return _SUFFIX.sub("", word[cut:].lower())


_cached_plain = lru_cache(maxsize=2048)(_plain)


def plain(word: str) -> str:
    """The name of a program without folders, case and Windows suffix."""
    return _cached_plain(str(word)) if len(word) < 200 else _plain(word[-400:])


class Line:
    """What is known while one line is read; handlers of programs get it and add what they find.

    `programs` names the handler of a program, `languages` the reader of a command language (sh, cmd, powershell).
    """

    def __init__(
        self,
        budget: Budget,
        platform: str,
        programs: Callable[[Line, Sequence[str]], tuple[Handler, Row] | None],
        languages: Mapping[str, Reader],
    ) -> None:
        self.budget = budget
        self.platform = platform
        self.programs = programs
        self.languages = languages
        self.original_name: str | None = None
        self.found: list[tuple[Found, int]] = []
        self.commands: list[tuple[str, ...]] = []
        self.variables: dict[str, str] = {}
        self.env: Mapping[str, str] = NOTHING
        self.wrappers: tuple[str, ...] = ()
        self.files: dict[str, Data] = {}
        self.used: set[str] = set()
        self.depth = 0

    def run(self, argv: Sequence[str], stdin: Data | None = None) -> Data | None:
        """Read one simple command; gives what it would print, where that is known."""
        if not argv or self.depth > DEEPEST:
            return None
        self.budget.step()
        self.depth += 1
        try:
            entry = self.programs(self, argv)
            if entry is None:
                self.command(argv)
                return None
            return entry[0](self, argv, stdin, entry[1])
        finally:
            self.depth -= 1

    def under(self, label: str, argv: Sequence[str], stdin: Data | None = None) -> Data | None:
        """Read the command inside a wrapper."""
        saved = self.wrappers
        self.wrappers = (*saved, label)
        try:
            return self.run(argv, stdin)
        finally:
            self.wrappers = saved

    def read(self, language: str, text: str, stdin: Data | None = None, label: str = "") -> Data | None:
        """Read a text of a command language, inside the wrapper `label` if there is one."""
        if self.depth > DEEPEST:
            return None
        self.budget.step(1 + (len(text) >> 6))
        saved = self.wrappers
        self.depth += 3
        if label:
            self.wrappers = (*saved, label)
        try:
            return self.languages[language](self, text, stdin)
        finally:
            self.depth -= 3
            self.wrappers = saved

    def with_env(self, assigned: Mapping[str, str], argv: Sequence[str], stdin: Data | None) -> Data | None:
        """Read a command with more environment."""
        saved = self.env
        self.env = {**saved, **assigned}
        try:
            return self.run(argv, stdin)
        finally:
            self.env = saved

    def command(self, argv: Sequence[str]) -> None:
        """Note a command of this line, so that what stands beside it can be named."""
        if len(self.commands) < MOST_COMMANDS:
            self.commands.append(tuple(argv))

    def add(self, found: Found, argv: Sequence[str] = ()) -> None:
        """Note a piece of Python; argv is the command that starts it."""
        if len(self.found) >= MOST_FOUND:
            return
        if argv:
            self.command(argv)
        self.found.append((found, len(self.commands) - 1 if argv else -1))

    def write(self, path: str, data: Data, more: bool = False) -> None:
        """The line writes (or appends) data to a file."""
        key = _key(path)
        before = self.files.get(key) if more else None
        if before is not None and before.raw is not None and data.raw is not None:
            self.budget.take(len(before.raw) + len(data.raw))
            data = Data(before.raw + data.raw, before.remote or data.remote, before.decoders + data.decoders)
        if len(self.files) < 500:
            self.files[key] = data

    def file(self, path: str) -> Data | None:
        """What the line wrote to a file that it now reads; a bare name also finds a path that ends in it."""
        if isinstance(path, Word) and path.startswith("/dev/fd/"):
            return self.files.get(str(path)) or path.data
        if not self.files:
            return None
        key = _key(path)
        if key not in self.files:
            key = self._same_name(key)
        self.used.add(key)
        return self.files.get(key)

    def _same_name(self, key: str) -> str:
        name = key.rsplit("/", 1)[-1]
        alike = [each for each in self.files if each.rsplit("/", 1)[-1] == name]
        both_paths = "/" in key and any("/" in each for each in alike)
        return alike[0] if len(alike) == 1 and name and not both_paths else key


def _key(path: str) -> str:
    path = path.strip("\"'").replace("\\", "/").replace("//", "/")
    return path.removeprefix("./")


def options_of(argv: Sequence[str], values: str, long_values: Sequence[str] = ()) -> tuple[list[tuple[str, str]], int]:
    """The leading options of a getopt program as (name, operand), and where its operands start."""
    options: list[tuple[str, str]] = []
    index, size = 1, len(argv)
    while index < size:
        word = argv[index]
        if word == "--":
            return options, index + 1
        if len(word) < 2 or word[0] != "-":
            return options, index
        index += 1
        if word[1] == "-" or word[1:] in long_values:
            name, equals, value = word.lstrip("-").partition("=")
            if not equals and name in long_values and index < size:
                value = argv[index]
                index += 1
            options.append((name, value))
            continue
        index = _cluster(argv, index, word, values, options)
    return options, index


def _cluster(argv: Sequence[str], index: int, word: str, values: str, options: list[tuple[str, str]]) -> int:
    for place in range(1, min(len(word), 40)):
        letter = word[place]
        if letter not in values:
            options.append((letter, ""))
            continue
        if place + 1 < len(word):
            options.append((letter, word[place + 1 :]))
        elif index < len(argv):
            options.append((letter, argv[index]))
            index += 1
        return index
    return index


def mixed_options(argv: Sequence[str], row: Row) -> tuple[list[tuple[str, str]], list[str]]:
    """Options and operands where they may stand in any order."""
    given: list[tuple[str, str]] = []
    operands: list[str] = []
    rest = list(argv[:400])
    while len(rest) > 1:
        options, at = options_of(rest, row["values"], row.get("long", ()))
        given += options
        operands += rest[at : at + 1]
        rest = ["", *rest[at + 1 :]]
    return given, operands
