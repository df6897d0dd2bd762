"""What handlers of special calls share."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, List, Mapping

from antivenom.pycode.evaluate.values import NOTHING, choice

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator

Args = List[Any]
Kwargs = Mapping[str, Any]
Handler = Callable[["Evaluator", List[Any], Dict[str, Any], ast.AST], Any]
"""A special call: evaluator, arguments, keyword arguments, node -> value. A method's object is the first argument."""


def at(args: Args, position: int, kwargs: Kwargs, name: str = "") -> Any:
    """An argument by position or name; None where it is not given."""
    if position < len(args):
        return args[position]
    return kwargs.get(name) if name else None


def any_of(values: Iterable[Any]) -> Any:
    """One of several values."""
    made: Any = NOTHING
    for count, value in enumerate(values):
        made = value if count == 0 else choice(made, value)
        if count > 4:
            break
    return made
