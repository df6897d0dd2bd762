"""Calls that need more than a row: they open layers, reach names by text, call what they are given, or wrap values.

SPECIAL maps a qualified name to a function of (evaluator, arguments, keyword arguments, node). A method's own value is
the first of its arguments. Adding one is a row in the table of its file.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from antivenom.pycode.evaluate.lookups import attr
from antivenom.pycode.evaluate.special import calling, code, names, wrapping
from antivenom.pycode.evaluate.special.kit import Args, Handler, any_of, at
from antivenom.pycode.evaluate.special.telling import foreign, guess
from antivenom.pycode.evaluate.special.wrapping import convert
from antivenom.pycode.evaluate.values import NOTHING, Bound, Func, Made, Method, Ref

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator

SPECIAL: dict[str, Handler] = {**names.TABLE, **code.TABLE, **calling.TABLE, **wrapping.TABLE}
"""Qualified name -> what calling it does."""


_OBJECTS = ("io.BytesIO.", "pathlib.Path.", "<", "queue.Queue.", "string.Template.", "file.", "pickle.Unpickler.")
_NEED_NONE = frozenset(
    {"pathlib.Path.home", "pathlib.Path.joinpath", "<codec decode>", "<codec encode>", "<attrgetter>"}
)
OF_OBJECTS = (
    frozenset(name for name in SPECIAL if name.startswith(_OBJECTS))
    - _NEED_NONE
    - {
        "<methodcaller>",
        "<run code>",
    }
)
"""Methods whose first argument must be the object they belong to."""


def after(ev: Evaluator, name: str, made: Any, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """What some calls with rows also do: hand bytes to a callback, open another program."""
    if (name == "ftplib.FTP.retrbinary" and type(at(args, 2, kwargs, "callback")) in (Func, Method, Ref, Bound)) or (
        name == "ftplib.FTP.retrlines" and type(at(args, 2, kwargs, "callback")) in (Func, Method, Ref, Bound)
    ):
        ev.call(args[2], [made], {}, node)
    elif name == "asyncio.start_server" and type(at(args, 0, kwargs)) is Func:
        reader = Made("asyncio.reader", made.taint, made.fact)
        ev.call(args[0], [reader, Made("asyncio.writer", made.taint, made.fact)], {}, node)
    elif name == "runpy.run_path" or name == "runpy.run_module":
        return NOTHING
    return made


__all__ = ["OF_OBJECTS", "SPECIAL", "after", "any_of", "attr", "convert", "foreign", "guess"]
