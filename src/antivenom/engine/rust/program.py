"""From the tree of a regular expression to the words of the regex module, which finds the same matches."""

from __future__ import annotations

from antivenom.engine.rust import sets
from antivenom.plan.rust.nodes import (
    Assertion,
    Bracket,
    Choice,
    Group,
    Look,
    Node,
    One,
    Perl,
    Property,
    Range,
    Repeat,
    Sequence,
    Set,
)

_LOOKS = {
    Look.TEXT_START: r"(?<![\s\S])",
    Look.TEXT_END: r"(?![\s\S])",
    Look.LINE_START: r"(?<![^\n])",
    Look.LINE_END: r"(?![^\n])",
    Look.CRLF_START: r"(?:(?<![^\n])|(?<=\r)(?!\n))",
    Look.CRLF_END: r"(?:(?![\s\S])|(?=\r)|(?<!\r)(?=\n))",
    Look.BOUNDARY: "(?:(?<=W)(?!W)|(?<!W)(?=W))",
    Look.INSIDE: "(?:(?<=W)(?=W)|(?<!W)(?!W))",
    Look.WORD_START: "(?<!W)(?=W)",
    Look.WORD_END: "(?<=W)(?!W)",
    Look.BEFORE_WORD: "(?<!W)",
    Look.AFTER_WORD: "(?!W)",
}
_ASCII_WORD = "[0-9A-Za-z_]"
_OTHERS = {"d": r"\P{Nd}", "s": r"\P{White_Space}"}


def words(node: Node) -> str:
    """The node for the regex module, version 0, without flags."""
    match node:
        case One():
            return _one(node)
        case Assertion(look, ascii):
            return _LOOKS[look].replace("W", _ASCII_WORD if ascii else f"[{sets.WORD}]")
        case Sequence(parts):
            return "".join(map(words, parts)) or "(?:)"
        case Choice(options):
            return f"(?:{'|'.join(map(words, options))})"
        case Group(inner, number):
            return f"({'?:' if number is None else ''}{words(inner)})"
        case Repeat(inner, fewest, most, greedy):
            return f"(?:{words(inner)}){{{fewest},{'' if most is None else most}}}{'' if greedy else '?'}"


def _one(node: One) -> str:
    plain = None if node.fold else _plain(node.set)
    if plain is not None:
        return plain
    ranges = sets.of(node)
    return f"[{''.join(_range(*pair) for pair in ranges)}]" if ranges else r"(?![\s\S])(?=[\s\S])"


def _plain(given: Set) -> str | None:
    """A class in the regex module's own words; None where it has to be written out.

    All but one character is written out too: of such classes side by side the module finds neither, as in
    `[^a]|[^b]`.
    """
    inner = _inner(given)
    negated = isinstance(given, Bracket) and given.negated
    if negated and sum(last - first + 1 for first, last in sets.inverted(sets.of(One(given)))) == 1:
        return None
    return f"[{'^' * negated}{inner}]" if inner else None


def _inner(given: Set) -> str | None:
    """What stands inside the brackets of a class, a caret left out."""
    match given:
        case Range(first, last):
            return _range(first, last)
        case Perl(letter, negated, False):
            return sets.PERL[letter] if not negated else _OTHERS.get(letter)
        case Property(name, negated):
            sets.of(One(given))  # a property there is not is found here
            return None if name.lower() == "ascii" else f"\\{'P' if negated else 'p'}{{{name}}}"
        case Bracket(items, _):
            made = [None if isinstance(item, Bracket) and item.negated else _inner(item) for item in items]
            return "".join(text or "" for text in made) if all(made) else None
        case _:
            return None


def _range(first: int, last: int) -> str:
    return _char(first) if first == last else f"{_char(first)}-{_char(last)}"


def _char(code: int) -> str:
    return f"\\U{code:08X}"
