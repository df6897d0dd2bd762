"""The behaviours: one file a rule, each a page. Adding one is adding a file that defines RULE."""

from __future__ import annotations

import importlib
import pkgutil

from antivenom.pycode.rules.kit import Case, Rule, Seen

_HELPERS = frozenset({"kit", "litter", "paths", "sockets", "started"})
RULES: dict[str, Rule] = {}
"""Rules by id."""

for _module in sorted(pkgutil.iter_modules(__path__)):
    if _module.name not in _HELPERS:
        _rule: Rule = importlib.import_module(f"{__name__}.{_module.name}").RULE
        RULES[_rule.id] = _rule

_WAKES: dict[str, tuple[str, ...]] = {}
for _rule in RULES.values():
    for _kind in _rule.wakes:
        _WAKES[_kind] = (*_WAKES.get(_kind, ()), _rule.id)


def woken(case: Case) -> list[str]:
    """The rules that have something to ask here, in order."""
    kinds = case.kinds
    found = case.found
    key = f"found:{found.kind}" if found is not None else ""
    ids = _WAKES.get(key, ())
    if not kinds:
        return list(ids)
    made = dict.fromkeys(ids)
    for kind in (*kinds, "process") if "remote command" in kinds else kinds:
        for id in _WAKES.get(kind, ()):
            made[id] = None
    return sorted(made)


__all__ = ["RULES", "Case", "Rule", "Seen", "woken"]
