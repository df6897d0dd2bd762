"""Code objects into Python statements that do the same, as far as a straight reading of the instructions shows it.

Branches and loops are written one after the other: every statement that could run is there, the conditions stand as
statements of their own, and a loop's body is there once. What an evaluator asks is what the code can do.
"""

from __future__ import annotations

from antivenom.pycode.budget import Budget
from antivenom.pycode.stored import builds, calls, loads
from antivenom.pycode.stored.objects import Code
from antivenom.pycode.stored.opcodes import Version
from antivenom.pycode.stored.walk import Walk, Written

_RULES = {**loads.RULES, **calls.RULES, **builds.RULES}


def decompile(code: Code, version: Version, budget: Budget) -> tuple[str, Written]:
    """Write a module's code object as statements; the text, and the calls and gaps met."""
    whole = Written(version, budget, _RULES)
    return "\n".join(Walk(code, whole, 0).run()), whole
