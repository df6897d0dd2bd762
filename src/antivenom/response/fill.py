"""Commands and queries with a finding's own values in them, each quoted for what reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from antivenom.accounts import is_service
from antivenom.accounts import names as account_names
from antivenom.response.model import QUOTED, Slot
from antivenom.response.quoting import SHELLS, Quote, Withheld, kql, spl, spl_term
from antivenom.response.values import NOT_RECORDED, Values

PLACEHOLDER = re.compile(r"\{\{([a-z][a-z0-9_]*)\}\}")
"""How texts ask for a value."""
SPARED = (
    "#   account: an account of the system or of a service is not locked, what runs under it would stop; "
    "stop the service, and change its secret when the host is clean"
)
"""What stands in place of commands about such an account."""
ACCOUNTS = ("user", "account")
"""Values that name an account."""
_ACCOUNT_NUMBER = re.compile(r"\d+|S-1-[\d-]+", re.IGNORECASE)
_STAGE = re.compile(r"\|\s*([a-z]+)")
_EVALUATED = ("where", "eval")


@dataclass(frozen=True, slots=True)
class Query:
    """A query that is ready to run, or why it is not: the values it lacks."""

    text: str
    lacks: tuple[str, ...] = ()


def names_in(text: str) -> tuple[str, ...]:
    """The slots a text asks for, each once."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(text)))


def commands(text: str, platform: str, slots: Mapping[str, Slot], values: Values | None) -> str:
    """The commands of a platform. A line whose value is missing becomes a comment that says how to get it."""
    if values is None:
        return text
    lines: list[str] = []
    for line in text.splitlines():
        if not _spares(line, slots, values):
            lines.extend(_line(line, SHELLS[platform], slots, values))
        elif SPARED not in lines:
            lines.append(SPARED)
    return "\n".join(lines)


def _spares(line: str, slots: Mapping[str, Slot], values: Values | None) -> bool:
    """Whether a command names an account of the system or of a service, which none is given."""
    named = (name for name in names_in(line) if slots[name].kind == "account")
    held = (value for name in named for value in (values.found.get(name, ()) if values else ()))
    return any(is_service(value) or (values is not None and value in values.spared) for value in held)


def command_text(text: str, platform: str, slots: Mapping[str, Slot], values: Values | None) -> str:
    """The same for a machine: what is missing or cannot be put in is a CACAO variable, `__pid__:value`."""
    lines: list[str] = []
    for line in text.splitlines():
        if _spares(line, slots, values):
            lines.extend([SPARED] if SPARED not in lines else [])
            continue
        names = names_in(line)
        usable = _usable(names, SHELLS[platform], slots, values)
        for choice in _choices(tuple(usable), usable):
            words = {name: choice.get(name, f"__{name}__:value") for name in names}
            lines.append(PLACEHOLDER.sub(lambda match, w=words: w[match[1]], line))  # type: ignore[misc]
    return "\n".join(lines)


def _usable(
    names: tuple[str, ...], quote: Quote, slots: Mapping[str, Slot], values: Values | None
) -> dict[str, tuple[str, ...]]:
    """The words of each slot that has one a shell can take."""
    made: dict[str, tuple[str, ...]] = {}
    for name in names:
        words = []
        for value in values.found.get(name, ()) if values else ():
            with suppress(Withheld):
                words.append(_word(slots[name], value, quote))
        if words:
            made[name] = tuple(words)
    return made


def _line(line: str, quote: Quote, slots: Mapping[str, Slot], values: Values) -> list[str]:
    names = names_in(line)
    lacks = [f"#   {name}: {lack(slots[name], values)}" for name in names if name not in values.found]
    if lacks:
        return [f"# {_blank(line)}", *lacks]
    made, refused = [], []
    for choice in _choices(names, values.found):
        try:
            made.append(PLACEHOLDER.sub(lambda match, c=choice: _word(slots[match[1]], c[match[1]], quote), line))  # type: ignore[misc]
        except Withheld as error:
            refused.append(f"#   a value is left out: {error}")
    left = [f"#   {values.more[name]} more of {name}: see the finding" for name in names if name in values.more]
    return [*(made or [f"# {_blank(line)}"]), *dict.fromkeys(refused), *left]


def _blank(line: str) -> str:
    """A command as a person completes it; it stands in a comment."""
    return PLACEHOLDER.sub(lambda match: f"<{match[1]}>", line)


def _choices(names: tuple[str, ...], found: Mapping[str, tuple[str, ...]]) -> list[dict[str, str]]:
    """Every value of the one slot that has several, with the first of the others."""
    first = {name: found[name][0] for name in names}
    several = next((name for name in names if len(found[name]) > 1), None)
    if several is None:
        return [first]
    return [{**first, several: value} for value in found[several]]


def _word(slot: Slot, value: str, quote: Quote) -> str:
    """A value as a shell reads it: one of a harmless alphabet as it is, text quoted."""
    return quote(value) if slot.kind in QUOTED else value


def lack(slot: Slot, values: Values) -> str:
    """Why a slot has no value, and how to get one."""
    refused = values.refused.get(slot.name)
    why = f"what was recorded cannot be used ({refused[0][1]})" if refused else NOT_RECORDED
    return f"{why}; {slot.get}"


def query(text: str, language: str, slots: Mapping[str, Slot], values: Values | None) -> Query:
    """A pivot with the finding's first values as literals of its language."""
    names = names_in(text)
    if values is None:
        return Query(text)
    lacks = [f"{name}: {lack(slots[name], values)}" for name in names if name not in values.found]
    pieces: list[str] = []
    end = 0
    for match in PLACEHOLDER.finditer(text):
        pieces.append(text[end : match.start()])
        end = match.end()
        name = match[1]
        if name not in values.found:
            pieces.append(match[0])
            continue
        try:
            pieces.append(_literal(slots[name], values.found[name][0], language, text[: match.start()]))
        except Withheld as error:
            pieces.append(match[0])
            lacks.append(f"{name}: it is left out: {error}")
    return Query("".join([*pieces, text[end:]]), tuple(dict.fromkeys(lacks)))


def _literal(slot: Slot, value: str, language: str, before: str) -> str:
    if slot.kind in ("number", "epoch"):
        return value
    if language == "kql":
        return kql(value)
    stages = _STAGE.findall(before)
    return (spl if stages and stages[-1] in _EVALUATED else spl_term)(value)


def evaluate(variable: str, equals: tuple[str, ...], values: Values | None) -> bool | None:
    """Whether a condition holds for a finding; None where the finding does not say.

    An account is compared with and without its domain or host. One that the finding gives by number has no name to
    compare: that is no answer.
    """
    found = values.found.get(variable) if values else None
    if not found:
        return None
    wanted = {word.casefold() for word in equals}
    if variable not in ACCOUNTS:
        return any(value.casefold() in wanted for value in found)
    if any(name.casefold() in wanted for value in found for name in account_names(value)):
        return True
    return None if any(_ACCOUNT_NUMBER.fullmatch(account_names(value)[-1]) for value in found) else False
