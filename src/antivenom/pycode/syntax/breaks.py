"""Line breaks that a collector turned into spaces, put back where one statement ends and the next begins."""

from __future__ import annotations

from typing import NamedTuple

from antivenom.pycode.budget import Budget
from antivenom.pycode.syntax.indent import lines, straighten
from antivenom.pycode.syntax.scan import BLANK, COMPOUND, CONTINUES, KEYWORDS, Tokens, scan

_WANTS_MORE = KEYWORDS - {"pass", "break", "continue"} | {"print", "exec"}  # Python 2 had statements of them
_NEVER = frozenset("in is and or as".split())
_STRAIGHT_ENDS = frozenset("return raise pass break continue".split())
_OPENERS = {
    "else": ("if", "for", "while", "try", "elif", "except"),
    "elif": ("if", "elif"),
    "except": ("try", "except"),
}
_DEEPEST = 40


class Statement(NamedTuple):
    """A piece between two breaks: its text, its first word, whether it is a block header, blanks before it."""

    text: str
    word: str
    header: bool
    gap: int


def put_back(tokens: Tokens, budget: Budget) -> str | None:
    """Write a text with its line breaks again; None when no two statements stand side by side in it."""
    pieces, missing = _split(tokens)
    if not missing:
        return None
    if any(pieces[at].gap > 2 and pieces[at - 1].header for at in range(1, len(pieces))):
        text = "\n".join([" " * max(0, piece.gap - 1) + piece.text for piece in pieces])
        return straighten(lines(scan(text, budget))) or text
    return "\n".join(_nested(pieces))


def _split(tokens: Tokens) -> tuple[list[Statement], int]:
    """Cut at separators, at the colons of headers and where a statement starts after an operand; count the latter."""
    pieces: list[Statement] = []
    part: list[str] = []
    depth, gap, word, missing, lambdas = 0, 0, "", 0, 0
    before = ("", "")
    for at, (kind, text) in enumerate(tokens):
        if not depth and kind == "newline":
            pieces, part, word = _flush(pieces, part, word, False, gap)
            gap, lambdas, before = 1, 0, ("", "")
            continue
        if kind in BLANK:
            if word:
                part.append(" " if kind == "comment" else text)
            else:
                gap += len(text)
            continue
        if not depth and word and _begins(tokens, at, before, word, part):
            blanks = len(tokens[at - 1][1]) if tokens[at - 1][0] == "space" else 0
            pieces, part, word = _flush(pieces, part, word, False, gap)
            gap, lambdas = blanks, 0
            missing += 1
        if kind == "op":
            if text in "([{":
                depth += 1
            elif text in ")]}":
                depth = max(0, depth - 1)
            elif not depth and text == ";":
                pieces, part, word = _flush(pieces, part, word, False, gap)
                gap, lambdas, before = 0, 0, ("", "")
                continue
            elif not depth and text == ":" and lambdas:
                lambdas -= 1
            elif not depth and text == ":" and word in COMPOUND:
                part.append(text)
                pieces, part, word = _flush(pieces, part, word, True, gap)
                gap, before = 0, ("", "")
                continue
        elif kind == "name" and not depth:
            lambdas += text == "lambda"
        word = word or text
        part.append(text)
        before = (kind, text)
    return _flush(pieces, part, word, False, gap)[0], missing


def _flush(
    pieces: list[Statement], part: list[str], word: str, header: bool, gap: int
) -> tuple[list[Statement], list[str], str]:
    if word:
        pieces.append(Statement("".join(part).rstrip(), word, header, gap))
    return pieces, [], ""


def _begins(tokens: Tokens, at: int, before: tuple[str, str], word: str, part: list[str]) -> bool:
    """Whether a statement begins at a token that follows an operand."""
    kind, text = tokens[at]
    if kind == "op" and text != "{":
        return False
    if not _ends_operand(before):
        return False
    if kind in ("string", "broken"):
        return before[0] != "string"
    if kind == "junk":
        return False
    if kind != "name" or text not in KEYWORDS:
        return True
    if text in _NEVER:
        return False
    if text == "import":
        return word != "from" or "import" in part
    if text == "from":
        return word not in ("raise", "yield") and "yield" not in part
    if text == "not":
        return not _followed_by_in(tokens, at)
    if text == "if":
        return _is_statement(tokens, at)
    if text == "else":
        return _colon_follows(tokens, at)
    return True


def _ends_operand(before: tuple[str, str]) -> bool:
    kind, text = before
    if kind == "name":
        return text not in _WANTS_MORE
    return kind in ("string", "number") or (kind == "op" and text in (")", "]", "}", "..."))


def _next_solid(tokens: Tokens, at: int) -> int:
    at += 1
    while at < len(tokens) and tokens[at][0] in BLANK:
        at += 1
    return at


def _followed_by_in(tokens: Tokens, at: int) -> bool:
    after = _next_solid(tokens, at)
    return after < len(tokens) and tokens[after][1] == "in"


def _colon_follows(tokens: Tokens, at: int) -> bool:
    after = _next_solid(tokens, at)
    return after < len(tokens) and tokens[after][1] == ":"


def _is_statement(tokens: Tokens, at: int) -> bool:
    """Whether this `if` is a statement: its colon comes before any `else` of a conditional expression."""
    depth = lambdas = 0
    for kind, text in tokens[at + 1 : at + 400]:
        if kind == "op":
            depth += (text in "([{") - (text in ")]}")
            if text == ":" and not depth:
                if not lambdas:
                    return True
                lambdas -= 1
            if depth < 0 or (text == ";" and not depth):
                return False
        elif kind == "name" and not depth:
            if text == "else":
                return False
            lambdas += text == "lambda"
        elif kind == "newline" and not depth:
            return False
    return False


def _nested(pieces: list[Statement]) -> list[str]:
    """Lay out statements whose indentation is lost: what follows a header is its block."""
    out: list[str] = []
    open_words: list[tuple[str, str]] = []  # first word of each open block, and the name it defines
    opened = False
    for piece in pieces:
        if piece.word in CONTINUES:
            out[-1:] = [out[-1] + " pass"] if opened else out[-1:]
            while open_words and open_words[-1][0] not in _OPENERS.get(piece.word, ("try", "except", "else")):
                open_words.pop()
            if open_words:
                open_words.pop()
        elif not opened:
            _leave(open_words, piece)
        out.append("    " * len(open_words) + piece.text)
        opened = piece.header
        if opened:
            open_words.append((piece.word, _defined(piece)))
            if len(open_words) > _DEEPEST:
                out[-1] += " pass"
                open_words, opened = [], False
        elif piece.word in _STRAIGHT_ENDS and open_words:
            open_words.pop()
    if opened:
        out[-1] += " pass"
    return out


def _leave(open_words: list[tuple[str, str]], piece: Statement) -> None:
    """Close the blocks that cannot hold this statement: a function's own call, the next function."""
    for at, (word, name) in enumerate(open_words):
        if word in ("def", "class") and (
            (piece.word == "def" and word == "def") or (name and piece.text.startswith((name + "(", name + ".")))
        ):
            del open_words[at:]
            return


def _defined(piece: Statement) -> str:
    if piece.word not in ("def", "class"):
        return ""
    return piece.text[len(piece.word) :].strip().split("(")[0].rstrip(":").strip()
