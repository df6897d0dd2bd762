"""Code from text: exec, eval, compile, serialised code, and what of the standard library runs its argument."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from antivenom.pycode.budget import Spent
from antivenom.pycode.effects import EFFECTS
from antivenom.pycode.evaluate.lookups import lookup
from antivenom.pycode.evaluate.names import canonical
from antivenom.pycode.evaluate.special.kit import Args, Handler, at
from antivenom.pycode.evaluate.values import (
    NOTHING,
    Func,
    Instance,
    Made,
    Partial,
    Scope,
    Text,
    alternatives,
    choice,
    ref,
    taint_of,
    text_of,
)
from antivenom.pycode.facts import CLEAN
from antivenom.pycode.stored import read_marshal, read_pickle

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator


def _names_of(ev: Evaluator, value: Any) -> dict[str, Any] | None:
    """The namespace that exec is given."""
    if type(value) is dict:
        return value
    return value.names if type(value) is Scope else None


def _exec(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return run_code(ev, "exec", at(args, 0, kwargs, "object"), _names_of(ev, at(args, 1, kwargs)), node)


def _eval(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return run_code(ev, "eval", at(args, 0, kwargs), _names_of(ev, at(args, 1, kwargs)), node, "eval")


def run_code(
    ev: Evaluator, how: str, code: Any, names: dict[str, Any] | None, node: ast.AST, mode: str = "exec"
) -> Any:
    """Code that is run from a value: each text it may be opens a layer; what is not known is noted with its sources."""
    result: Any = None
    for one in alternatives(code):
        if type(one) is Made and one.value is not None:
            one = one.value
        mode_ = mode
        if type(one) is tuple and len(one) == 3 and one[0] == "<code>":
            one, mode_ = one[1], one[2]
        if isinstance(one, (bytearray, memoryview)):
            one = bytes(one)
        if isinstance(one, (str, bytes)):
            steps = ev.made.get(one, ()) if ev.made else ()
            fact = ev.note("execute", how, node, {"code": one, "decodings": steps})
            value = _open(ev, one, how, names, node, mode_, steps)
            fact.result = value
            result = value if result is None else choice(result, value)
        elif type(one) is Func:
            result = ev.call(one, [], {}, node)
        elif type(one) is Text:
            ev.note("execute", how, node, {"code": one, "partly": True}, None, [one])
            _open(ev, one.known("None"), how, names, node, mode_, ())
        else:
            ev.note("execute", how, node, {"code": one}, None, [one])
    return result if result is not None else ev.unknown(code)


def _open(
    ev: Evaluator, text: Any, how: str, names: dict[str, Any] | None, node: ast.AST, mode: str, steps: tuple[str, ...]
) -> Any:
    if isinstance(text, bytes) and not _readable(text):
        stored = read_marshal(text, ev.budget)
        if stored is not None:
            return _open_stored(ev, stored, how, names, node, steps)
    try:
        return ev.open(text, how, names, node, mode, steps, ev.layer)
    except Spent as spent:
        if spent.what != "layers":
            raise
        return NOTHING


def _readable(data: bytes) -> bool:
    head = data[:200]
    return sum(byte < 9 or 13 < byte < 32 for byte in head) <= len(head) // 10


def _compile(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """compile() gives its text, marked as code, so that whatever runs it opens a layer."""
    mode = text_of(at(args, 2, kwargs, "mode")) or "exec"
    made: Any = None
    for one in alternatives(at(args, 0, kwargs, "source")):
        if type(one) is Made and one.value is not None:
            one = one.value
        if isinstance(one, (bytes, bytearray)) or (isinstance(one, str) and len(one) > 1):
            ev.note("compile", "compile", node, {"code": one})
        if isinstance(one, (str, bytes)):
            value: Any = ("<code>", one, "eval" if mode == "eval" else "exec")
        else:
            value = Made("code", taint_of([one]))
        made = value if made is None else choice(made, value)
    return made


def _run_function(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """types.FunctionType(code, ...): a function that runs code when it is called."""
    return Partial(ref("<run code>"), (at(args, 0, kwargs, "code"),), {})


def _run_partial(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return run_code(ev, "exec", at(args, 0, kwargs), None, node)


def _evaluator(position: int, how: str) -> Handler:
    """Something of the standard library that runs the text it is given."""

    def handler(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
        value = at(args, position, kwargs, "stmt") if args or kwargs else None
        if value is None:
            return NOTHING
        for key in ("setup",):
            if isinstance(kwargs.get(key), str):
                run_code(ev, how, kwargs[key], None, node)
        return run_code(ev, how, value, None, node)

    return handler


def _marshal(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    data = at(args, 0, kwargs)
    if isinstance(data, str):
        data = data.encode("latin-1", "replace")
    if isinstance(data, (bytes, bytearray)):
        stored = read_marshal(bytes(data), ev.budget)
        if stored is not None:
            steps = (*ev.made.get(bytes(data), ()), "marshal")
            return Made("code", CLEAN, value=("<stored>", stored, steps))
    fact = ev.note("unmarshal", "marshal.loads", node, {"data": data}, None, [data])
    return Made("code", fact.taint | {fact}, fact)


def _open_stored(
    ev: Evaluator, stored: Any, how: str, names: dict[str, Any] | None, node: ast.AST, steps: tuple[str, ...]
) -> Any:
    """Run what a reader of serialised code could tell of it."""
    source = getattr(stored, "source", None)
    ev.note("stored code", stored.kind, node, {"names": stored.names, "strings": stored.strings, "steps": steps})
    if source:
        return ev.open(source, stored.kind, names, node, "exec", steps, ev.layer)
    for name, given in stored.calls:
        ev.call(lookup(ev, canonical(name)), list(given), {}, node)
    return NOTHING


def _exec_stored(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST, how: str, mode: str) -> Any:
    code = at(args, 0, kwargs)
    value = code.value if type(code) is Made else None
    if type(value) is tuple and value and value[0] == "<stored>":
        ev.note("execute", how, node, {"code": None, "decodings": value[2], "stored": True})
        return _open_stored(ev, value[1], how, _names_of(ev, at(args, 1, kwargs)), node, value[2])
    return _exec(ev, args, kwargs, node) if mode == "exec" else _eval(ev, args, kwargs, node)


def _exec_any(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """exec()"""
    return _exec_stored(ev, args, kwargs, node, "exec", "exec")


def _eval_any(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """eval()"""
    return _exec_stored(ev, args, kwargs, node, "eval", "eval")


def _unpickle(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    data = at(args, 0, kwargs)
    if type(data) is Made and data.value is not None:
        data = data.value
    if type(data) is tuple and len(data) >= 2 and type(data[1]) is tuple:
        return ev.call(data[0], list(data[1]), {}, node)
    if isinstance(data, str):
        data = data.encode("latin-1", "replace")
    if isinstance(data, (bytes, bytearray)):
        stored = read_pickle(bytes(data), ev.budget)
        if stored is not None:
            ev.note("unpickle", "pickle.loads", node, {"data": data, "names": stored.names, "stored": True})
            for name, given in stored.calls:
                ev.call(lookup(ev, canonical(name)), list(given), {}, node)
            return NOTHING
    fact = ev.note("unpickle", "pickle.loads", node, {"data": data}, None, [data])
    return Made("object", fact.taint | {fact}, fact)


def _pickled(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """pickle.dumps of an object whose __reduce__ says what loading it calls."""
    value = at(args, 0, kwargs)
    maker = value.cls.find("__reduce__") or value.cls.find("__reduce_ex__") if type(value) is Instance else None
    if maker is None:
        return ev.unknown(value)
    return Made("pickled", CLEAN, None, ev.call(maker, [value], {}, node))


def _execfile(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    opened = ev.effect(EFFECTS["open"], "open", None, args[:1], {}, node)
    return run_code(ev, "execfile", opened, None, node)


_YAML_CALL = re.compile(
    r"!!python/object/(?:apply|new):([\w.]{1,100})\s*(\[[^\n]{0,4000}\]|(?:\n\s*-\s[^\n]{0,2000}){0,20})"
)


def _yaml(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """YAML whose tags call functions."""
    text = text_of(at(args, 0, kwargs))
    fact = ev.note("yaml", "yaml.load", node, {"data": at(args, 0, kwargs)}, None, args[:1])
    for match in _YAML_CALL.finditer((text or "")[:100_000]):
        given = match.group(2).strip()
        try:
            values = (
                ast.literal_eval(given)
                if given.startswith("[")
                else [part.strip().strip("\"'") for part in given.split("\n-") if part.strip()]
            )
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            values = [given.strip("[]")]
        ev.call(lookup(ev, canonical(match.group(1))), list(values), {}, node)
    return Made("object", fact.taint | {fact}, fact)


TABLE: dict[str, Handler] = {
    "exec": _exec_any,
    "eval": _eval_any,
    "execfile": _execfile,
    "numexpr.evaluate": _eval_any,
    "pandas.eval": _eval_any,
    "pickle.dumps": _pickled,
    "asteval.Interpreter.eval": _evaluator(1, "eval"),
    "compile": _compile,
    "types.FunctionType": _run_function,
    "types.LambdaType": _run_function,
    "<run code>": _run_partial,
    "code.InteractiveInterpreter.runsource": _evaluator(1, "code"),
    "code.InteractiveInterpreter.runcode": _evaluator(1, "code"),
    "code.InteractiveConsole.push": _evaluator(1, "code"),
    "code.InteractiveConsole.runsource": _evaluator(1, "code"),
    "code.InteractiveConsole.runcode": _evaluator(1, "code"),
    "codeop.compile_command": _compile,
    "timeit.timeit": _evaluator(0, "timeit"),
    "timeit.repeat": _evaluator(0, "timeit"),
    "timeit.Timer": _evaluator(0, "timeit"),
    "cProfile.run": _evaluator(0, "cProfile"),
    "cProfile.runctx": _evaluator(0, "cProfile"),
    "profile.run": _evaluator(0, "profile"),
    "pdb.run": _evaluator(0, "pdb"),
    "pdb.runeval": _evaluator(0, "pdb"),
    "bdb.Bdb.run": _evaluator(1, "pdb"),
    "trace.Trace.run": _evaluator(1, "trace"),
    "marshal.loads": _marshal,
    "pickle.loads": _unpickle,
    "pickle.load": _unpickle,
    "dill.loads": _unpickle,
    "cloudpickle.loads": _unpickle,
    "pickle.Unpickler.load": _unpickle,
    "yaml.load": _yaml,
    "yaml.unsafe_load": _yaml,
    "yaml.full_load": _yaml,
    "ast.parse": _compile,
}
"""Qualified name -> what calling it does."""
