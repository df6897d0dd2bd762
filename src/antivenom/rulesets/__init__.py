"""Sigma rules by the thousand: folders of them read, filters applied, references followed, ready to be asked."""

from __future__ import annotations

from antivenom.rulesets.load import from_text, load, searches
from antivenom.rulesets.model import LoadedCorrelation, LoadedRule, Problem, RuleSet, made_of
from antivenom.rulesets.placeholders import read_placeholders
from antivenom.rulesets.spelled import Part, Spelled, spelled, written

__all__ = [
    "LoadedCorrelation",
    "LoadedRule",
    "Part",
    "Problem",
    "RuleSet",
    "Spelled",
    "from_text",
    "load",
    "made_of",
    "read_placeholders",
    "searches",
    "spelled",
    "written",
]
