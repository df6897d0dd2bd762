"""Every error antivenom raises on purpose.

    AntivenomError
    +-- QueryError        the query is wrong: syntax, a name, a type
    +-- Unsupported       the query is right, and this construct is not supported
    +-- MissingInput      the query needs a file (look-up, watchlist, external data) nobody gave
    +-- DamagedInput      a log, scenario or detection cannot be read at all
    +-- UsageError        a path, option or argument makes no sense
    +-- EngineError       the engine refused a plan: a fault of antivenom, never of the query

A log record that is broken is not an error: it becomes a counted `tables.Damage`.
"""

from __future__ import annotations

from antivenom.source import SourceText, Span, caret


class AntivenomError(Exception):
    """Base of all. `str(error)` is the whole message: sentence, place with caret, hint."""

    def __init__(
        self,
        message: str,
        *,
        span: Span | None = None,
        source: SourceText | None = None,
        origin: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.span = span
        self.source = source
        self.origin = origin
        self.hint = hint

    def at(self, source: SourceText) -> AntivenomError:
        """The same error, told which text its span belongs to (kept if it already knows)."""
        if self.source is None:
            self.source = source
        return self

    def __str__(self) -> str:
        lines = [self.message]
        if self.origin:
            lines.append(f"  in {self.origin}")
        if self.span is not None and self.source is not None:
            lines.append(caret(self.source, self.span))
        if self.hint:
            lines.append(f"hint: {self.hint}")
        return "\n".join(lines)


class QueryError(AntivenomError):
    """The query text is wrong: it does not parse, or a name or type in it does not fit."""


class Unsupported(AntivenomError):
    """The query uses a construct antivenom does not run; nothing of it was run.

    `construct` is the stable name that support tables and counts use, such as "KQL operator mv-apply".
    """

    def __init__(
        self,
        construct: str,
        *,
        span: Span | None = None,
        source: SourceText | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(f"not supported: {construct}", span=span, source=source, hint=hint)
        self.construct = construct


class MissingInput(AntivenomError):
    """The query needs a look-up, watchlist or external file that was not given."""


class DamagedInput(AntivenomError):
    """A file cannot be read as what it must be; nothing in it was used."""


class UsageError(AntivenomError):
    """A path, option or argument cannot be used as given."""


class EngineError(AntivenomError):
    """The engine could not run a plan that the languages accepted."""
