"""Expands shell words: quotes, variables, command and process substitution, braces."""

from __future__ import annotations

import re

from antivenom.pycode.command.found import Data, Word, data_of
from antivenom.pycode.command.line import Line
from antivenom.pycode.command.shell_tokens import ansi_end, closing, tick_end

_SPECIAL = re.compile(r"""['"\\$`]|[<>]\(|^\{""")
_IN_DOUBLE = re.compile(r"""["\\$`]""")
_NAME = re.compile(r"[A-Za-z_]\w*|[0-9@*#?$!-]")
_PARAMETER = re.compile(
    r"(?P<name>#?(?:[A-Za-z_]\w*|\d+|[@*]))(?P<op>:?[-=?+]|:|##?|%%?|//?|\^\^?|,,?)?(?P<operand>.*)$", re.DOTALL
)
_SLICE = re.compile(r"\s*\(?(-?\d+)\)?(?:\s*:\s*(-?\d+))?\s*$")
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|c(.)|(.))", re.DOTALL
)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "e": "\x1b", "E": "\x1b", "f": "\f", "v": "\v"}
_BRACES = re.compile(r"""([^\s{}'"$`\\]*)\{([^{}\s]*,[^{}\s]*)\}([^\s{}'"$`\\]*)$""")
_SPACE = re.compile(r"[ \t\n]+")
SET_BY_THE_SYSTEM = {"IFS": " \t\n", "HOME": "~", "PWD": ".", "0": "sh", "SHELL": "/bin/bash", "$": "1"}


def expand(line: Line, raw: str) -> list[str]:
    """The fields a word becomes; unknown expansions stay as they are written and are noted in a Word."""
    special = _SPECIAL.search(raw)
    if special is None:
        if "{" in raw:
            return _braces(line, raw)
        return [raw]
    if special.group() == "{":
        fields = _braces(line, raw)
        if fields != [raw]:
            return fields
    return _Expansion(line).fields(raw)


def expand_one(line: Line, raw: str) -> str:
    """The text of a word where no splitting happens: an assignment, a redirection."""
    if _SPECIAL.search(raw) is None:
        return raw
    return _Expansion(line, split=False).one(raw)


def expand_document(line: Line, body: str) -> Data:
    """The text of a here-document with an unquoted delimiter."""
    if "$" not in body and "`" not in body and "\\" not in body:
        return data_of(body)
    reader = _Expansion(line, split=False)
    reader.quoted(body, 0, False)
    text = "".join(reader.pieces)
    return data_of(text)._replace(notes=reader.notes, remote=reader.remote, decoders=reader.decoders)


def unescape(text: str) -> str:
    """The text of $'...' and of printf formats."""

    def one(match: re.Match[str]) -> str:
        code = match.group(1) or match.group(2) or match.group(3)
        if code:
            number = int(code, 16)
            return chr(number) if number < 0x110000 else ""
        if match.group(4):
            return chr(int(match.group(4), 8) & 255)
        if match.group(5):
            return chr(ord(match.group(5)) & 31)
        letter = match.group(6)
        return _LETTERS.get(letter, letter if letter in "\\'\"?" else match.group())

    return _ESCAPE.sub(one, text) if "\\" in text else text


def _braces(line: Line, raw: str) -> list[str]:
    match = _BRACES.match(raw)
    if match is None:
        return [raw]
    before, middle, after = match.groups()
    line.budget.take(len(raw) + middle.count(",") * (len(before) + len(after)))
    return [before + each + after for each in middle.split(",")]


class _Expansion:
    """One word being expanded: pieces of the current field, fields done, and what is unknown."""

    def __init__(self, line: Line, split: bool = True) -> None:
        self.line = line
        self.split = split
        self.done: list[str] = []
        self.pieces: list[str] = []
        self.remote: str | None = None
        self.decoders: tuple[str, ...] = ()
        self.notes: tuple[str, ...] = ()
        self.unknown = False
        self.literal = False
        self.some = False

    def fields(self, raw: str) -> list[str]:
        """All fields of an unquoted word."""
        self.unquoted(raw)
        if self.some or self.pieces:
            self.done.append("".join(self.pieces))
        return [self._mark(each) for each in self.done] if self._origin() else self.done

    def one(self, raw: str) -> str:
        """The word as one field."""
        self.unquoted(raw)
        text = "".join(self.pieces)
        return self._mark(text) if self._origin() else text

    def _origin(self) -> bool:
        return self.unknown or self.remote is not None or bool(self.decoders)

    def _mark(self, text: str) -> Word:
        data = Data(None if self.unknown else text.encode("utf-8", "replace"), self.remote, self.decoders, self.notes)
        return Word.of(text, data, self.unknown and not self.literal)

    def unquoted(self, raw: str) -> None:
        """Read the parts of a word outside quotes."""
        at, size = 0, len(raw)
        while at < size:
            match = _SPECIAL.search(raw, at)
            stop = match.start() if match else size
            if stop > at:
                self.literal = self.literal or stop - at > 0
                self.pieces.append(raw[at:stop])
            if match is None:
                return
            self.line.budget.step()
            at = self._special(raw, stop)

    def _special(self, raw: str, at: int) -> int:
        char = raw[at]
        if char == "'":
            end = raw.find("'", at + 1)
            end = len(raw) if end < 0 else end
            self._text(raw[at + 1 : end])
            return end + 1
        if char == '"':
            return self.quoted(raw, at + 1, True)
        if char == "\\":
            if raw[at + 1 : at + 2] != "\n":
                self._text(raw[at + 1 : at + 2])
            return at + 2
        if char in "<>":
            return self._process(raw, at)
        if char == "{":
            self._text("{")
            return at + 1
        return self._expansion(raw, at, self.split)

    def _text(self, text: str) -> None:
        self.some = True
        self.literal = self.literal or bool(text.strip())
        self.pieces.append(text)

    def quoted(self, raw: str, at: int, closes: bool) -> int:
        """Read the inside of double quotes (or, without `closes`, a here-document); gives where it ended."""
        self.some = True
        size = len(raw)
        while at < size:
            match = _IN_DOUBLE.search(raw, at)
            stop = match.start() if match else size
            if stop > at:
                self._text(raw[at:stop])
            if match is None:
                return size
            self.line.budget.step()
            char = raw[stop]
            if char == '"':
                if closes:
                    return stop + 1
                self._text('"')
                at = stop + 1
            elif char == "\\":
                at = self._backslash(raw, stop, closes)
            else:
                at = self._expansion(raw, stop, False)
        return size

    def _backslash(self, raw: str, at: int, closes: bool) -> int:
        follows = raw[at + 1 : at + 2]
        if follows == "\n":
            return at + 2
        if follows and (follows in "$`\\" or (follows == '"' and closes)):
            self._text(follows)
        else:
            self._text("\\" + follows)
        return at + 2

    def _expansion(self, raw: str, at: int, split: bool) -> int:
        """Read $..., backticks; gives where it ended."""
        if raw[at] == "`":
            end = tick_end(raw, at + 1)
            inner = raw[at + 1 : end - 1 if raw.endswith("`", at + 1, end) else end]
            self._command(re.sub(r"\\([`\\$])", r"\1", inner), raw[at:end], split)
            return end
        follows = raw[at + 1 : at + 2]
        if follows == "(":
            end = closing(raw, at + 2, self.line.budget, ")")
            inner = raw[at + 2 : end - 1 if raw.endswith(")", at + 2, end) else end]
            if inner.startswith("("):
                self._arithmetic(inner.strip("()"), raw[at:end])
            else:
                self._command(inner, raw[at:end], split)
            return end
        if follows == "{":
            end = closing(raw, at + 2, self.line.budget, "}")
            self._parameter(raw[at + 2 : end - 1 if raw.endswith("}", at + 2, end) else end], raw[at:end], split)
            return end
        if follows == "'" and split is self.split:
            end = ansi_end(raw, at + 2)
            self._text(unescape(raw[at + 2 : end - 1 if raw.endswith("'", at + 2, end) else end]))
            return end
        if follows == '"':
            return at + 1
        name = _NAME.match(raw, at + 1)
        if name is None:
            self._text("$")
            return at + 1
        self._variable(name.group(), raw[at : name.end()], split)
        return name.end()

    def _arithmetic(self, inner: str, written: str) -> None:
        match = re.fullmatch(r"\s*(\d{1,9})\s*(?:([-+*])\s*(\d{1,9})\s*)?", inner)
        if match is None:
            return self._unknown(written, Data(None, notes=(f"{_short(written)} is not calculated",)))
        left, operator, right = int(match[1]), match[2] or "+", int(match[3] or 0)
        return self._text(str({"+": left + right, "-": left - right, "*": left * right}[operator]))

    def _command(self, inner: str, written: str, split: bool) -> None:
        data = self.line.read("capture", inner)
        if data is None or (data.raw is None and data.remote is None):
            missing = data.notes if data and data.notes else (f"the output of {_short(written)} is not known",)
            return self._unknown(written, Data(None, notes=missing))
        if data.raw is None:
            return self._unknown(written, data)
        self.decoders += data.decoders
        self.remote = self.remote or data.remote
        return self._value((data.text or "").rstrip("\n"), split)

    def _process(self, raw: str, at: int) -> int:
        end = closing(raw, at + 2, self.line.budget, ")")
        inner = raw[at + 2 : end - 1 if raw.endswith(")", at + 2, end) else end]
        data = self.line.read("capture", inner)
        if data is None:
            data = Data(None, notes=(f"the output of {_short(raw[at:end])} is not known",))
        name = f"/dev/fd/{63 - sum(each.startswith('/dev/fd/') for each in self.line.files)}"
        self.pieces.append(name)
        self.unknown = True
        self.remote, self.decoders, self.notes = data.remote, data.decoders, data.notes
        if data.raw is not None:
            self.line.write(name, data)
        return end

    def _variable(self, name: str, written: str, split: bool) -> None:
        value = self.line.variables.get(name)
        if value is None:
            value = SET_BY_THE_SYSTEM.get(name)
        if value is None:
            note = f"the line does not set the variable {_short(written)}"
            return self._unknown(written, Data(None, notes=(note,)))
        if isinstance(value, Word):
            self.decoders += value.data.decoders
            self.remote = self.remote or value.data.remote
            if value.open:
                return self._unknown(written, value.data)
        return self._value(value, split)

    def _unknown(self, written: str, data: Data) -> None:
        self.unknown = self.some = True
        self.remote = self.remote or data.remote
        self.decoders += data.decoders
        if len(self.notes) < 20:
            self.notes += data.notes
        self.pieces.append(written)

    def _value(self, value: str, split: bool) -> None:
        """Add a value; outside quotes its white space ends fields."""
        self.line.budget.take(len(value))
        if not split or not self.split:
            return self._text(value)
        parts = _SPACE.split(value)
        if len(parts) == 1:
            if value:
                self._text(value)
            return None
        for place, part in enumerate(parts):
            if place and (self.pieces or self.some):
                self.done.append("".join(self.pieces))
                self.pieces, self.some = [], False
            if part:
                self._text(part)
        return None

    def _parameter(self, inner: str, written: str, split: bool) -> None:
        match = _PARAMETER.match(inner)
        if match is None:
            return self._unknown(written, Data(None))
        name, operator, operand = match["name"], match["op"] or "", match["operand"]
        value = self.line.variables.get(name)
        if value is None:
            value = SET_BY_THE_SYSTEM.get(name)
        if name[0] == "#":
            length = self.line.variables.get(name[1:])
            return self._text(str(len(length))) if length is not None else self._unknown(written, Data(None))
        if operator in (":-", "-", ":=", "="):
            if value:
                return self._value(value, split)
            fallback = expand_one(self.line, operand)
            if operator in (":=", "="):
                self.line.variables[name] = fallback
            return self._value(fallback, split)
        if operator in (":+", "+"):
            return self._value(expand_one(self.line, operand), split) if value else None
        if value is None or not operator or isinstance(value, Word):
            return self._variable(name, written, split)
        return self._value(_edited(self.line, value, operator, operand), split)


def _edited(line: Line, value: str, operator: str, operand: str) -> str:
    """${X:1:2}, ${X#a}, ${X%a}, ${X/a/b}, ${X^^}, ${X,,} with constant patterns."""
    if operator == ":":
        match = _SLICE.match(operand)
        if match is None:
            return value
        start = int(match[1])
        start = max(0, len(value) + start) if start < 0 else start
        if match[2] is None:
            return value[start:]
        count = int(match[2])
        return value[start : count if count < 0 else start + count]
    if operator[0] == "/":
        old, _, new = operand.partition("/")
        line.budget.take(len(value) * (1 + len(new)) if old else 0)
        old, new = expand_one(line, old), expand_one(line, new)
        return value.replace(old, new, -1 if operator == "//" else 1) if old else value
    if operator[0] in "^,":
        changed = value.upper() if operator[0] == "^" else value.lower()
        return changed if len(operator) == 2 else changed[:1] + value[1:]
    pattern = expand_one(line, operand)
    if operator[0] == "#":
        return value.removeprefix(pattern)
    if operator[0] == "%" and pattern:
        return value.removesuffix(pattern)
    return value


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
