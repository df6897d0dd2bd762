"""Reads the Python on a command line: finds it, decodes its layers, says what it does. Never runs any of it.

Standard library only; nothing of antivenom outside this room is imported, so that it can be shipped on its own.

    explain(command)           -> Program, for a command line (text, or argv as a sensor gives it)
    explain_source(text)       -> Program, for the text of a file
"""

from __future__ import annotations

from antivenom.pycode.program import VERDICTS, Indicator, Layer, Program, Sighting, at_least, worst
from antivenom.pycode.reading import explain, explain_source

__all__ = [
    "VERDICTS",
    "Indicator",
    "Layer",
    "Program",
    "Sighting",
    "at_least",
    "explain",
    "explain_source",
    "worst",
]
