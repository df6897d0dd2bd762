"""Regular expressions of Kusto's flavour where RE2 cannot say them: matches found in Python, in bounded time."""

from __future__ import annotations

from antivenom.engine.rust.matching import Match, Matcher, known, matcher

__all__ = ["Match", "Matcher", "known", "matcher"]
