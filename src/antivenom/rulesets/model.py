"""What a set of rules is, once loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from antivenom.document import nearest
from antivenom.errors import AntivenomError, UsageError
from antivenom.languages.sigma.modifiers import Placeholders
from antivenom.languages.sigma.syntax import Correlation, Header, LogSource
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Value


class LoadedRule:
    """A rule about single events.

    condition is made when it is asked for; conditions of rules loaded together share what is the same in them.
    `reported` says whether its hits are findings, or only what a correlation is made of. `number` counts the
    documents of its file before it. `placeholders` are the values it was loaded with.
    """

    __slots__ = ("_condition", "_make", "filters", "header", "logsource", "number", "placeholders", "reported")

    def __init__(
        self, header: Header, logsource: LogSource, number: int, make: Callable[[], Value], placeholders: Placeholders
    ) -> None:
        self.header = header
        self.logsource = logsource
        self.number = number
        self.placeholders = placeholders
        self.filters: list[LoadedFilter] = []
        self.reported = True
        self._make = make
        self._condition: Value | None = None

    @property
    def key(self) -> str:
        """What the rule is called in results."""
        return self.header.key

    @property
    def condition(self) -> Value:
        """What an event of its log source must be, the filters that were added to it included."""
        if self._condition is None:
            own = self._make()
            added = (one.condition for one in self.filters)
            self._condition = Call("bool.and", (own, *added), Type.BOOL) if self.filters else own
        return self._condition


@dataclass(slots=True)
class LoadedFilter:
    """A filter: the condition that is added to rules, and to how many it was."""

    header: Header
    condition: Value
    rules: int = 0


@dataclass(slots=True)
class LoadedCorrelation:
    """A correlation, and by reference the rules and correlations it is about.

    error says why it cannot be followed.
    """

    correlation: Correlation
    parts: dict[str, LoadedRule | LoadedCorrelation] = field(default_factory=dict)
    reported: bool = True
    error: AntivenomError | None = None

    @property
    def header(self) -> Header:
        """What it says of itself."""
        return self.correlation.header

    @property
    def key(self) -> str:
        """What it is called in results."""
        return self.header.key


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that is not run, where it stands, and why. `key` is what it calls itself, if it can be read."""

    file: str
    error: AntivenomError
    key: str = ""
    title: str = ""


@dataclass(slots=True)
class RuleSet:
    """Rules, correlations, filters, and what could not be loaded.

    others   YAML files that hold nothing of Sigma.
    repeated  ids that several documents have.
    """

    rules: list[LoadedRule] = field(default_factory=list)
    correlations: list[LoadedCorrelation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    filters: list[LoadedFilter] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    others: int = 0
    from_cache: int = 0

    def __len__(self) -> int:
        return len(self.rules) + len(self.correlations)

    def every(self) -> tuple[LoadedRule | LoadedCorrelation, ...]:
        """Rules, then correlations."""
        return (*self.rules, *self.correlations)

    def find(self, name: str) -> LoadedRule | LoadedCorrelation:
        """The rule of that id, name or title; UsageError where there is none, or its own error where it has one.

        A rule that counts has the id of what it counts: the whole of it comes first.
        """
        every: tuple[LoadedRule | LoadedCorrelation, ...] = (*self.correlations, *self.rules)
        for one in every:
            if name in names_of(one.header):
                return one
        for problem in self.problems:
            if name and name in (problem.key, problem.title):
                raise problem.error
        known = [known for one in every for known in names_of(one.header)]
        raise UsageError(
            f"no rule {name!r} among {len(self):,}", hint=nearest(name, known) or "give an id, a name or a title"
        )


def made_of(one: LoadedRule | LoadedCorrelation) -> list[LoadedRule | LoadedCorrelation]:
    """It, and what it is made of all the way down, each once; those that are named first come first."""
    found: dict[int, LoadedRule | LoadedCorrelation] = {}
    stack = [one]
    while stack:
        part = stack.pop()
        if id(part) not in found:
            found[id(part)] = part
            stack += reversed(part.parts.values()) if isinstance(part, LoadedCorrelation) else ()
    return list(found.values())


def names_of(header: Header) -> tuple[str, ...]:
    """What a document can be called by: its id, its name and its title."""
    return tuple(name for name in (header.id, header.name, header.title) if name)


def by_reference(rules: Iterable[LoadedRule | LoadedCorrelation]) -> Mapping[str, LoadedRule | LoadedCorrelation]:
    """Rules by id and by name; of two with the same, the first."""
    found: dict[str, LoadedRule | LoadedCorrelation] = {}
    for rule in rules:
        for reference in (rule.header.id, rule.header.name):
            if reference is not None:
                found.setdefault(reference, rule)
    return found
