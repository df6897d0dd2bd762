"""What rules are made of: the Rule itself, and the questions that many of them ask of facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from antivenom.pycode.commands import Trait, is_shell, opens_shell, traits
from antivenom.pycode.evaluate import Opened
from antivenom.pycode.evaluate.values import Choice, Made, Ref, Text, alternatives, taint_of, text_of
from antivenom.pycode.facts import Fact, Taint


class Seen(NamedTuple):
    """What a rule answers: how much it says, a sentence, and the facts that show it."""

    score: int
    saying: str
    facts: tuple[Fact, ...] = ()
    attack: tuple[str, ...] = ()


class Rule(NamedTuple):
    """A behaviour, as a page: what it is, why it matters, what shows it and what does not, and how it is checked.

    wakes  kinds of fact, or kinds of found Python with "found:" before them, without which the check is not asked.
    """

    id: str
    title: str
    attack: tuple[str, ...]
    why: str
    bad: str
    good: str
    references: tuple[str, ...]
    wakes: frozenset[str]
    check: Callable[[Case], Iterable[Seen]]


class Case:
    """What rules read: the facts of one piece of Python, the piece itself, and the texts that were opened.

    found  how the command line starts it (see command.Found), None for a file.
    ended  the budgets that ran out while it was read; `unread` whether one left a part of it unread.
    outer  the piece of Python that starts this one, if it is not the command line itself.
    """

    def __init__(
        self,
        found: Any,
        facts: Sequence[Fact],
        layers: Sequence[Opened],
        imports: Mapping[str, Any],
        outer: Case | None = None,
        ended: Sequence[str] = (),
        unread: bool = False,
    ) -> None:
        self.unread = unread
        self.ended = tuple(ended)
        self.outer = outer
        self.found = found
        self.facts = facts
        self.layers = layers
        self.imports = imports
        self.kinds: dict[str, list[Fact]] = {}
        for fact in facts:
            self.kinds.setdefault(fact.kind, []).append(fact)
        self._commands: list[tuple[Fact, str, list[Trait]]] | None = None

    def of(self, *kinds: str) -> list[Fact]:
        """Facts of these kinds, in the order they were noted."""
        if len(kinds) == 1:
            return self.kinds.get(kinds[0], [])
        if self.kinds.keys().isdisjoint(kinds):
            return []
        return [fact for fact in self.facts if fact.kind in kinds]

    def commands(self) -> list[tuple[Fact, str, list[Trait]]]:
        """Every command the program hands to the system, as text, with what it shows."""
        if self._commands is None:
            given = [(fact, command_text(fact)) for fact in self.of("process", "remote command", "host command")]
            for fact, process, value in self.fed():
                words = words_of(process)
                if opens_shell(words) == "shell" and words[0].rsplit("/", 1)[-1] != "su":
                    given.append((fact, text_of(value)))
            found: dict[str, list[Trait]] = {}
            self._commands = []
            for fact, text in given:
                if text is not None:
                    if text not in found:
                        found[text] = traits(text)
                    self._commands.append((fact, text, found[text]))
        return self._commands

    def fed(self) -> Iterator[tuple[Fact, Fact, Any]]:
        """What the program writes into a process it started: the writing, the process, the value."""
        for fact in self.of("process"):
            if fact.role("input") is not None:
                yield fact, fact, fact.role("input")
        for fact in self.of("input"):
            for process in origins(taint_of(fact.owner), "process"):
                yield fact, process, fact.role("data")

    @property
    def hosted(self) -> bool:
        """Whether another program is made to run the Python: a debugger, an editor, an installer, a plugin's host."""
        found = self.found
        if found is None:
            return False
        if self.outer is not None and self.outer.hosted:
            return True
        return found.kind in ("embedded", "install") or (
            found.kind == "script" and found.source is not None and bool(found.wrappers)
        )

    @property
    def one_liner(self) -> bool:
        """Whether the code stands on the command line, and not in a file of its own."""
        found = self.found
        return found is not None and found.source is not None and (found.kind != "script" or bool(found.wrappers))


def of_traits(case: Case, rule: str) -> Iterator[Seen]:
    """What commands show for a rule, as sightings; a known installer is one whoever fetches it."""
    for fact, text, found in case.commands():
        for trait in found:
            if trait.rule == rule:
                known = rule == "download_execute" and _fetches_installers(text)
                yield Seen(
                    30 if known else trait.score,
                    f"It runs a command that {trait.saying}: {shown(text)}.",
                    (fact,),
                    trait.attack,
                )


def _fetches_installers(text: str) -> bool:
    """Whether every URL of a command is that of a known installer."""
    places = [found.start() for found in _URLS.finditer(text)]
    return bool(places) and all(_INSTALLERS.match(text, place) is not None for place in places)


# values as text


def words_of(fact: Fact) -> list[str]:
    """A started process's argument list, as far as it is known; one word where it is a text."""
    argv = fact.role("argv")
    if argv is not None:
        path = text_of(fact.role("path")) or ""
        given = _words(argv)
        if fact.name.rsplit(".", 1)[-1].startswith(("execl", "spawnl")) or isinstance(argv, (list, tuple)):
            given = given[1:] if given else given
        return [path, *given]
    if fact.role("path") is not None:
        return [text_of(fact.role("path")) or "", *_words(fact.role("rest") or ())]
    command = fact.role("command")
    for one in alternatives(command):
        if isinstance(one, (list, tuple)):
            return _words(one)
        text = text_of(one)
        if text is not None:
            return text.split() if len(text) < 4_000 else [text]
    return []


def _words(value: Any) -> list[str]:
    if isinstance(value, Choice):
        value = value.values[0]
    if isinstance(value, (list, tuple)):
        made: list[str] = []
        for one in value[:100]:
            made.extend(_words(one) if isinstance(one, (list, tuple)) else [text_of(one) or "\N{HORIZONTAL ELLIPSIS}"])
        return made
    text = text_of(value)
    return [text] if text is not None else []


def command_text(fact: Fact) -> str | None:
    """The command of a process fact as one text, None where nothing of it is known."""
    command = fact.role("command")
    if fact.role("argv") is None and fact.role("path") is None and not isinstance(command, (list, tuple, Choice)):
        return text_of(command)
    words = words_of(fact)
    return " ".join(words) if any(word.strip("\N{HORIZONTAL ELLIPSIS}") for word in words) else None


def shown(text: str, most: int = 120) -> str:
    """A text for a sentence: one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}\N{HORIZONTAL ELLIPSIS}"


# the network


class Where(NamedTuple):
    """A host and port as text, either "" where it is not known."""

    host: str
    port: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host or 'an address that is not known'}{':' + self.port if self.port else ''}"


def address_of(fact: Fact) -> Where:
    """Where a connection goes, or what address is listened on."""
    address = fact.role("address")
    for one in alternatives(address):
        if isinstance(one, (list, tuple)) and one:
            return Where(_host(one[0]), (text_of(one[1]) or "") if len(one) > 1 else "")
        text = text_of(one)
        if text:
            return Where(text, "")
    url = text_of(fact.role("url"))
    if url:
        return where_of_url(url)
    host = text_of(fact.role("host")) or ""
    return Where(_host(host), text_of(fact.role("port")) or "")


def _host(value: Any) -> str:
    text = text_of(value) or ""
    if text.isdigit() and len(text) > 3 and int(text) < 1 << 32:
        number = int(text)
        return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))
    if isinstance(value, str) and value.lower().startswith("0x"):
        try:
            return _host(str(int(value, 16)))
        except ValueError:
            return text
    return text


def url_of(fact: Fact) -> str:
    """The URL of a fetch, as far as it is known; through a request object too."""
    url = fact.role("url")
    for one in alternatives(url):
        if type(one) is Made and one.fact is not None and one.fact.kind == "request":
            return url_of(one.fact)
        text = text_of(one)
        if text:
            return text
    for origin in in_order(fact.taint):
        if origin.kind in ("request", "http request") and origin is not fact:
            return url_of(origin)
    for origin in in_order(fact.taint):
        if origin.kind == "connect" and origin.role("http"):
            return str(address_of(origin))
    return ""


def where_of_url(url: str) -> Where:
    """Host and port of a URL."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        return Where(_host(parts.hostname or ""), str(parts.port or ""))
    except ValueError:
        return Where("", "")


_LOCAL = re.compile(
    r"(?:localhost|127(?:\.\d{1,3}){3}|::1|0\.0\.0\.0|host\.docker\.internal|\[::1?\])(?:\.localdomain)?|",
    re.IGNORECASE,
)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]+")
_INSTALLERS = re.compile(
    r"https?://(?:(?:bootstrap\.pypa\.io|install\.python-poetry\.org|astral\.sh|pdm-project\.org|pdm\.fming\.dev|"
    r"sh\.rustup\.rs|pyenv\.run|get\.docker\.com|hatch\.pypa\.io|sdk\.cloud\.google\.com|get\.pnpm\.io)(?=[/\s]|[\"'`](?![\w@.:-])|[|;)](?!\S*@)[\w\s(\"'|/]|$)|"
    r"raw\.githubusercontent\.com/(?:python-poetry|pypa|pdm-project|pyenv|sdispater|platformio|mitsuhiko|mamba-org|conda-forge|Homebrew)/)"
    r"(?!(?:\S*/)?(?:\.|%2e){2}(?:/|\s|$))\S*",
    re.IGNORECASE,
)


_URLS = re.compile(r"(?:https?|ftp)://[^\s\"'|;)`]", re.IGNORECASE)


def is_local(host: str) -> bool:
    """Whether a host is this machine itself."""
    return bool(host) and _LOCAL.fullmatch(host) is not None


def is_ip(host: str) -> bool:
    """Whether a host is a bare address."""
    return _IP.fullmatch(host) is not None


def is_installer(url: str) -> bool:
    """Whether a URL is that of a known installer, which its documentation tells people to run."""
    return _INSTALLERS.fullmatch(url) is not None


# where values come from


def origins(taint: Taint, *kinds: str) -> list[Fact]:
    """The facts of these kinds among those a value came from."""
    return in_order(fact for fact in taint if fact.kind in kinds)


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Facts in an order that does not vary between runs, as that of a set does."""
    return sorted(facts, key=lambda fact: (fact.name, fact.number))


def commanding(fact: Fact) -> Taint:
    """What the choice of program, or the whole of a shell's text, came from; not what mere arguments did."""
    command = fact.role("command")
    if isinstance(command, (list, tuple)):
        words = [text_of(one) or "" for one in command[:3]]
        if words and is_shell(words[0]):
            return taint_of(command)
        return taint_of(command[:1])
    if type(command) is Text and command.parts and isinstance(command.parts[0], str):
        first = command.parts[0].strip().split(" ")[0]
        known = " " in command.parts[0].strip() + command.parts[0][-1:] and not is_shell(first)
        return frozenset() if known and not first.startswith("-") else command.taint
    return taint_of_role(fact, "command", "path") | (taint_of_role(fact, "argv") if command is None else frozenset())


def taint_of_role(fact: Fact, *roles: str) -> Taint:
    """What the values of these roles came from."""
    made: Taint = frozenset()
    for role in roles:
        value = fact.role(role)
        if value is not None:
            made |= taint_of(value)
    return made


def whence(case: Case, source: Fact) -> str:
    """Where something came from, in words: a URL, a host and port, whoever connects; "" where it is not known."""
    if source.kind == "resolve":
        return "DNS answers"
    if source.kind == "process":
        return f"the output of {shown(command_text(source) or 'a command', 60)}"
    if source.kind == "connect":
        return str(address_of(source))
    if source.kind in ("fetch", "download"):
        return url_of(source)
    for fact in case.of("connect", "bind"):
        if fact in source.taint or (fact.owner is not None and fact.owner is source.owner):
            where = address_of(fact)
            return f"whoever connects to port {where.port}" if fact.kind == "bind" else str(where)
    return ""


def path_role(fact: Fact) -> str:
    """The path of a file fact, through the file that was opened where it is a method's."""
    text = text_of(fact.role("path"))
    if text is not None:
        return text
    owner = fact.owner
    if type(owner) is Made:
        if owner.fact is not None and owner.fact is not fact:
            return path_role(owner.fact)
        if text_of(owner.value):
            return text_of(owner.value) or ""
    for role in ("path", "source", "data", "fd"):
        for origin in origins(taint_of_role(fact, role), "list", "walk", "open"):
            if origin is not fact and (origin.kind != "open" or role == "fd"):
                return path_role(origin)
    return ""


def mode_of(fact: Fact) -> str:
    """The mode a file is opened with; "r" where none is given. Flags of os.open are put as a mode."""
    flags = fact.role("flags")
    if isinstance(flags, int):
        return "w" if flags & 3 else "r"
    mode = text_of(fact.role("mode"))
    return mode or "r"


def is_unknown(value: Any) -> bool:
    """Whether a value is neither a constant nor something with a name."""
    return not isinstance(value, (str, bytes, int, float, list, tuple, dict, Ref, Text))
