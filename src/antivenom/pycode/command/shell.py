"""Reads a POSIX shell text: its commands in order, with the data its pipes, files and variables carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Optional

from antivenom.pycode.command import joined
from antivenom.pycode.command.found import NOTHING, Data, Word, data_of
from antivenom.pycode.command.line import Line
from antivenom.pycode.command.shell_tokens import Token, tokens
from antivenom.pycode.command.shell_words import expand, expand_document, expand_one

_ASSIGNMENT = re.compile(r"([A-Za-z_]\w*)(\+?)=")
_RESERVED = frozenset("if then elif else fi while until do done ! { } time coproc [[ ]]".split())
_SETTERS = frozenset(("export", "declare", "typeset", "local", "readonly"))
_SEPARATORS = frozenset((";", "&", "&&", "||", ";;", ";;&", ";&"))
_BARE = re.compile(r"[^'\"|;&$`<>()\\]*?\s-[A-Za-z]*c\s+[\w.;, =:+]*\w\(")
DEEPEST_GROUP = 30


class _Simple:
    """A simple command being collected: raw words and redirections."""

    __slots__ = ("redirects", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.redirects: list[tuple[str, Token]] = []


def read(line: Line, text: str, stdin: Data | None = None) -> Data | None:
    """Read a script; gives what it prints, as far as that is known.

    Brackets behind a bare -c operand are a syntax error to a shell: there, quotes were lost on the way.
    """
    if "(" in text and _BARE.match(text):
        lost = joined.recover(line, text)
        if lost is not None:
            return line.run(lost, stdin)
    return _Script(line, text, False).all(stdin)


def capture(line: Line, text: str, stdin: Data | None = None) -> Data | None:
    """Read a script whose output is substituted: of `a || b` only the first that prints counts."""
    return _Script(line, text, True).all(stdin)


class _Script:
    """The tokens of a script and the place in them."""

    def __init__(self, line: Line, text: str, captured: bool) -> None:
        self.line = line
        self.captured = captured
        self.tokens = tokens(text, line.budget)
        self.token: Token | None = next(self.tokens, None)
        self.depth = 0

    def all(self, stdin: Data | None) -> Data | None:
        output: Data | None = None
        while self.token is not None:
            output = _joined(self.line, output, self.list(stdin, ""))
            if self.token is not None:  # a closing bracket without its opening one
                self.next()
        return output

    def next(self) -> None:
        self.token = next(self.tokens, None)

    def list(self, stdin: Data | None, until: str) -> Data | None:
        """Read pipelines up to a closing token: ")", "}" or the end."""
        output: Data | None = None
        operator = ";"
        while self.token is not None:
            kind, text = self.token.kind, self.token.text
            if (kind == "op" and text == ")") or (until == "}" and kind == "word" and text == "}"):
                return output
            if kind == "line" or (kind == "op" and text in _SEPARATORS):
                operator = text
                self.next()
                continue
            skipped = self.captured and operator == "||" and output is not None and bool(output.raw)
            result = self.pipeline(stdin)
            output = output if skipped else _joined(self.line, output, result)
        return output

    def pipeline(self, stdin: Data | None) -> Data | None:
        """Read commands that feed each other."""
        data = self.one(stdin)
        while self.token is not None and self.token.kind == "op" and self.token.text in ("|", "|&"):
            self.next()
            while self.token is not None and self.token.kind == "line":
                self.next()
            data = self.one(data or Data(None, notes=("what the command before the pipe prints is not known",)))
        return data

    def one(self, stdin: Data | None) -> Data | None:
        """Read one command or group, with its redirections."""
        command = _Simple()
        token = self.token
        while token is not None and token.kind == "word" and token.text in _RESERVED and token.text not in ("{", "}"):
            self.next()
            token = self.token
        if token is None:
            return None
        if (token.kind == "op" and token.text == "(") or (token.kind == "word" and token.text == "{"):
            return self.group(stdin, ")" if token.text == "(" else "}")
        while self.token is not None and self.token.kind in ("word", "redirect"):
            self._collect(command)
        if self.token is not None and self.token.kind == "op" and self.token.text == "(" and command.words:
            self._function(command)
            return None
        if self.token is token and token.kind == "op" and token.text not in (")", "|", "|&"):
            self.next()
        return self.execute(command, stdin)

    def _function(self, command: _Simple) -> None:
        """A definition `name ( ) {...}`, or a case pattern: what is inside is read where it stands."""
        self.next()
        if self.token is not None and self.token.kind == "op" and self.token.text == ")":
            self.next()

    def _collect(self, command: _Simple) -> None:
        token = self.token
        if token is None:
            return
        self.next()
        if token.kind == "word":
            command.words.append(token.text)
        elif token.text == "<<":
            command.redirects.append(("<<", token))
        elif self.token is not None and self.token.kind == "word":
            command.redirects.append((token.text, self.token))
            self.next()

    def group(self, stdin: Data | None, close: str) -> Data | None:
        """Read ( ... ) or { ...; }."""
        self.next()
        self.depth += 1
        inner = _Simple()
        if self.depth < DEEPEST_GROUP:
            while self.token is not None and self.token.kind == "redirect" and self.token.text != "<<":
                self.next()
            output = self.list(stdin, close)
        else:
            output = None
        self.depth -= 1
        if self.token is not None and self.token.text == close:
            self.next()
            while self.token is not None and self.token.kind == "redirect":
                self._collect(inner)
        return self._redirected(inner, output)

    def execute(self, command: _Simple, stdin: Data | None) -> Data | None:
        """Expand and read a simple command."""
        line = self.line
        for operator, token in command.redirects:
            stdin = self._input(operator, token, stdin)
        assigned, at = self._assignments(command.words)
        argv: list[str] = []
        for raw in command.words[at:]:
            argv.extend(expand(line, raw))
        if not argv:
            line.variables.update(assigned)
            for name in line.env:
                if name in assigned:
                    line.env = {**line.env, name: assigned[name]}
            return self._redirected(command, Data(b"") if command.redirects else None)
        if argv[0] in _SETTERS:
            self._export(argv)
            return None
        if argv[0] == "for" and len(argv) > 3 and argv[2] == "in":
            line.variables[argv[1]] = argv[3]
            return None
        output = line.with_env(assigned, argv, stdin) if assigned else line.run(argv, stdin)
        return self._redirected(command, output) if command.redirects else output

    def _assignments(self, words: Sequence[str]) -> tuple[dict[str, str], int]:
        assigned: dict[str, str] = {}
        for at, raw in enumerate(words):
            match = _ASSIGNMENT.match(raw)
            if match is None:
                return assigned, at
            value = expand_one(self.line, raw[match.end() :])
            name = match.group(1)
            if match.group(2):
                before = assigned.get(name, self.line.variables.get(name, ""))
                self.line.budget.take(len(before) + len(value))
                value = before + value
            assigned[name] = value
        return assigned, len(words)

    def _export(self, argv: Sequence[str]) -> None:
        line = self.line
        env = dict(line.env)
        for word in argv[1:]:
            name, equals, value = word.partition("=")
            if equals:
                line.variables[name] = value
            if argv[0] == "export" or "-x" in argv:
                known = line.variables.get(name)
                if known is not None:
                    env[name] = known
        line.env = env or NOTHING

    def _input(self, operator: str, token: Token, stdin: Data | None) -> Data | None:
        line = self.line
        if operator == "<<":
            return data_of(token.body) if token.quoted else expand_document(line, token.body)
        if operator.endswith("<<<"):
            value = expand_one(line, token.text)
            line.budget.take(len(value))
            if isinstance(value, Word):
                return value.data if value.open else value.data._replace(raw=data_of(value + "\n").raw)
            return data_of(value + "\n")
        if operator in ("<", "0<", "<>"):
            path = expand_one(line, token.text)
            data = line.file(path)
            if data is None and isinstance(path, Word) and path.open:
                return path.data
            if data is None and path not in ("/dev/null", "/dev/stdin", "/dev/tty") and not path.startswith("/dev/tcp"):
                return Data(None, notes=(f"the code is in the file {path}",))
            if path.startswith(("/dev/tcp/", "/dev/udp/")):
                return Data(None, path)
            return data
        return stdin

    def _redirected(self, command: _Simple, output: Data | None) -> Data | None:
        """Send output to the files that redirections name."""
        for operator, token in command.redirects:
            if operator.lstrip("01&") not in (">", ">>", ">|") or operator[:1] == "2":
                continue
            path = expand_one(self.line, token.text)
            if path.startswith("/dev/"):
                output = None if path == "/dev/null" else output
                continue
            if output is not None:
                self.line.write(path, output, operator.endswith(">>"))
            output = None
        return output


def _joined(line: Line, first: Optional[Data], second: Optional[Data]) -> Optional[Data]:
    """What two commands print one after the other."""
    if first is None or second is None:
        return second if first is None else first
    if first.raw is None or second.raw is None:
        known = first if first.remote else second
        return known._replace(raw=None)
    line.budget.take(len(first.raw) + len(second.raw))
    notes = first.notes + second.notes
    return Data(first.raw + second.raw, first.remote or second.remote, first.decoders + second.decoders, notes[:20])
