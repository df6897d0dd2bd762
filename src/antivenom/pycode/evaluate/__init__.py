"""Abstract evaluation: follows names and values through a program and notes what its calls would do."""

from __future__ import annotations

from antivenom.pycode.evaluate.evaluator import Evaluator, Opened

__all__ = ["Evaluator", "Opened"]
