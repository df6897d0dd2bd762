"""The evaluator: one walk through a program and the programs it opens, with names, frames, facts and budgets.

Statements run in order. Branches whose test is not known are all followed, and what a name holds afterwards is any of
what they left. Loops over known items run as they are written, within the budget; others run once. Functions of the
program are entered where they are called, and those that nothing calls once at the end.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from antivenom.pycode.budget import Budget, Spent
from antivenom.pycode.effects import EFFECTS, Effect
from antivenom.pycode.evaluate import calls, expressions, statements
from antivenom.pycode.evaluate.values import NOTHING, Class, Func, Made, Symbol, Text, Unknown, taint_of, text_of
from antivenom.pycode.facts import CLEAN, Fact, Taint
from antivenom.pycode.syntax import Parsed, parse

_MOST_OF_A_KIND = 600
_MOST_AT_ONE_PLACE = 8
_MOST_NEWS = 120
"""Facts of one place that say something new, where a loop or a function has told several already."""
_GRAVE = frozenset({"process", "execute", "remote command", "host command"})
"""Kinds of fact of which none may be lost in silence."""
_MOST_ERRORS = (RecursionError, MemoryError)


class Opened(NamedTuple):
    """A layer: a program text that was opened, by whom and how."""

    number: int
    parent: int | None
    text: str
    how: str
    """What opened it: "-c", "exec", "eval", "marshal", "process" ..."""
    decodings: tuple[str, ...]
    repairs: tuple[str, ...]
    node: ast.AST | None
    tree: ast.Module


_RECEIVERS = frozenset(
    "dataReceived data_received datagramReceived datagram_received lineReceived on_message on_data handle_message "
    "do_command messageReceived on_connect_message".split()
)
"""Methods and functions that frameworks call with what came from the network."""

_ROUTES = frozenset("route get post put websocket on_message message_handler event command handler on_event".split())
"""Decorators that register a function for requests or messages."""


def _says(value: Any) -> Any:
    """What a role's value says, to be told from another's."""
    if isinstance(value, (list, tuple)):
        return tuple(text_of(one) for one in value[:20])
    return text_of(value) if isinstance(value, (Symbol, str, bytes)) else repr(value)[:200]


def _last_name(node: ast.expr) -> str:
    target = node.func if isinstance(node, ast.Call) else node
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def _decorated(func: Func) -> bool:
    """Whether a decorator was handed the function: that call is not one of the function's own."""
    return bool(getattr(func.node, "decorator_list", ()))


class Evaluator:
    """One reading of one program.

    argv    sys.argv as the program sees it.
    env     environment variables that are known.
    facts   what was noted, in order; `layers` the texts that were opened.
    unread  whether a budget ended the reading before the end of the text.
    """

    def __init__(self, budget: Budget, argv: Sequence[str] = (), env: Mapping[str, str] | None = None) -> None:
        self.budget = budget
        self.argv: Any = list(argv) if argv else None
        self.env = env or {}
        self.facts: list[Fact] = []
        self.layers: list[Opened] = []
        self.layer = 0
        self.names: dict[str, Any] = {}
        self.frames: tuple[dict[str, Any], ...] = (self.names,)
        self.made: dict[Any, tuple[str, ...]] = {}
        self.rebound: dict[str, Any] = {}
        self.stars: list[str] = []
        self.imports: dict[str, ast.AST] = {}
        self.funcs: list[Func] = []
        self.classes: list[Class] = []
        self.returns: list[list[Any]] = []
        self.deep = 0
        self.handlers: list[Func] = []
        self.raised: Any = NOTHING
        self.written: dict[str, Any] = {}
        self.stdin: Any = None
        self.certain = True
        self.looping = 0
        self.unread = False
        self.last: Any = None
        self._left = 256
        self._places: dict[int, int] = {}
        self._told: dict[int, set[Any]] = {}
        self._kinds: dict[str, int] = {}
        self._noted = 0
        self._seen: set[Any] = set()

    # running

    def open(
        self,
        text: str | bytes,
        how: str,
        names: dict[str, Any] | None = None,
        node: ast.AST | None = None,
        mode: str = "exec",
        decodings: tuple[str, ...] = (),
        parent: int | None = None,
    ) -> Any:
        """Open a program text as the next layer and run through it; the value of its last expression statement."""
        key = (text, mode)
        if key in self._seen or not text:
            return NOTHING
        self._seen.add(key)
        budget = self.budget
        budget.layers -= 1
        if budget.layers < 0:
            budget.spent("layers")
        parsed = parse(text, budget, mode=mode)
        number = len(self.layers)
        self.layers.append(Opened(number, parent, parsed.text, how, decodings, parsed.repairs, node, parsed.tree))
        return self._run(parsed, number, names)

    def _run(self, parsed: Parsed, number: int, names: dict[str, Any] | None) -> Any:
        before = self.layer, self.frames
        self.layer = number
        if names is not None:
            self.frames = (names,)
        try:
            self.last = None
            self.program(parsed.tree.body)
            return self.last
        finally:
            self.layer, self.frames = before

    def program(self, body: Iterable[ast.stmt]) -> None:
        """The statements of a module; one that is too deep or too big loses none of its neighbours."""
        run = statements.RUN
        for statement in body:
            try:
                run[statement.__class__](self, statement)
            except _MOST_ERRORS:
                self._note_end("depth")
            except Spent as spent:
                if spent.what != "depth" and not self.budget.grace():
                    raise

    def call(self, func: Any, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
        """What calling a value gives."""
        return calls.call(self, func, args, kwargs, node)

    def assign(self, target: ast.expr, value: Any) -> None:
        """Let a target of an assignment hold a value."""
        statements.bind(self, target, value)

    def function(self, node: Any) -> Func:
        """A function of the program, closed over the frames it stands in."""
        made = Func(node, self.frames, self.layer)
        made.defaults = [self.value(default) for default in node.args.defaults]
        made.kw_defaults = [self.value(d) if d is not None else NOTHING for d in node.args.kw_defaults]
        self.funcs.append(made)
        return made

    def environ(self, key: Any, node: ast.AST, default: Any = None) -> Any:
        """An environment variable: its value where the command line sets it, else something from the environment."""
        if isinstance(key, str) and key in self.env:
            return self.decoded(self.env[key], by="environment")
        fact = self.note("environment", "os.environ", node, {"name": key})
        return Made("text", frozenset([fact]), fact)

    def environment(self, node: ast.AST) -> Any:
        """The whole environment as a value."""
        fact = self.note("environment", "os.environ", node)
        return Made("os.environ", frozenset([fact]), fact, dict(self.env) if self.env else None)

    def served(self, handler: str, name: str, kind: str, type: str) -> Any:
        """What a server hands to its handler."""
        fact = self.note(kind, f"{handler}.{name}", None)
        return Made(type, frozenset([fact]), fact)

    def finish(self) -> None:
        """Run what nothing called: functions and methods that another part, or another program, may call."""
        self.certain = False
        for func in self.handlers:
            self._late(func, [self.served("handler", "message", "receive", "received")] * 4)
        for func in list(self.funcs):
            first = [calls.instance(func.owner)] if func.owner is not None else []
            served = self._served_to(func, len(first)) if not func.called or _decorated(func) else []
            if served or not func.called:
                self._late(func, [*first, *served])
        self.certain = True

    def _late(self, func: Func, args: list[Any]) -> None:
        """Enter a function that nothing was seen to call."""
        before = self.layer
        self.layer = func.layer
        try:
            calls.enter(self, func, args, {})
        except _MOST_ERRORS:
            self._note_end("depth")
        except Spent as spent:
            if spent.what != "depth":
                raise
        finally:
            self.layer = before

    def _served_to(self, func: Func, skip: int) -> list[Any]:
        """What frameworks hand to a function of this name, these parameters or these decorators: data of a request."""
        node = func.node
        names = [arg.arg for arg in node.args.args][skip:]
        decorators = [_last_name(one) for one in getattr(node, "decorator_list", ())]
        if (
            func.name in _RECEIVERS
            or names[:2] == ["environ", "start_response"]
            or any(one in _ROUTES for one in decorators)
        ):
            return [self.served(func.name, name, "receive", "received") for name in names]
        return []

    def _note_end(self, what: str) -> None:
        if what not in self.budget.ended:
            self.budget.ended.append(what)

    # values

    def value(self, node: ast.expr) -> Any:
        """What an expression gives."""
        self._left -= 1
        if self._left < 0:
            self._left = 255
            self.budget.step(256)
        return expressions.VALUE[node.__class__](self, node)

    def block(self, body: Sequence[ast.stmt]) -> str | None:
        """Run statements in order; the word that ended them early: return, break, continue or raise."""
        run = statements.RUN
        for statement in body:
            try:
                ended: str | None = run[statement.__class__](self, statement)
            except Spent as spent:
                if spent.what == "depth" or not self.budget.grace(looping=self.looping > 0):
                    raise
                continue
            if ended is not None:
                return ended
        return None

    def decoded(self, value: Any, *sources: Any, by: str | None = None) -> Any:
        """Note that a text was made from others, by a decoding with a name; gives the text back."""
        kind = type(value)
        if kind is not str and kind is not bytes:
            return value
        steps: tuple[str, ...] = ()
        made = self.made
        if made:
            for source in sources:
                if (type(source) is str or type(source) is bytes) and source in made:
                    steps = made[source]
                    break
        if by is not None:
            steps = (*steps, by)
        if steps and len(value) > 1:
            made[value] = steps
        return value

    # facts

    def effect(
        self, row: Effect, name: str, owner: Any, args: Sequence[Any], kwargs: Mapping[str, Any], node: ast.AST
    ) -> Any:
        """Note what a call does, as its row says, and give what it makes."""
        roles = dict(row.fixed)
        for position, role in enumerate(row.roles):
            if role.startswith("*"):
                roles[role[1:]] = tuple(args[position:])
                break
            if position >= len(args):
                break
            if role != "-":
                roles.setdefault(role, args[position])
        for key, value in kwargs.items():
            role = row.names.get(key, "")
            if role:
                roles[role] = value
            elif key not in roles:
                roles[key] = value
        if self.made:
            self._hidden(roles, args)
        fact = self.note(row.kind, name, node, roles, owner, args, kwargs)
        calls.callbacks(self, args, kwargs, node, served=row.kind in ("serve", "bot"))
        taint = fact.taint | {fact} if row.makes else CLEAN
        if row.kind == "pack" and isinstance(owner, Made) and owner.fact is not None:
            inner = owner.fact.role("fileobj")
            if isinstance(inner, Made):
                inner.taint = inner.taint | {fact}
        if row.kind == "open" and isinstance(owner, Made):
            owner.taint = owner.taint | {fact}
        result = Made(row.makes, taint, fact) if row.makes else NOTHING
        fact.result = result
        return result

    def _hidden(self, roles: dict[str, Any], args: Sequence[Any]) -> None:
        """Say in the roles of a call how a text among its arguments was hidden."""
        for arg in args:
            for one in arg if isinstance(arg, (list, tuple)) else (arg,):
                if (type(one) is str or type(one) is bytes) and one in self.made:
                    roles["decodings"] = self.made[one]
                    return

    def note(
        self,
        kind: str,
        name: str,
        node: ast.AST | None,
        roles: Mapping[str, Any] | None = None,
        owner: Any = None,
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Fact:
        """Note a fact; its taint is that of all its values."""
        taint: Taint = taint_of(args) if args else CLEAN
        if isinstance(owner, Symbol) and owner.taint:
            taint |= owner.taint
        if kwargs:
            taint |= taint_of(kwargs)
        if roles:
            taint |= taint_of(roles)
        fact = Fact(kind, name, tuple(args), kwargs, owner, roles, taint, self.layer, node)
        fact.certain = self.certain
        fact.looped = self.looping > 0
        self._noted += 1
        fact.number = self._noted
        place = id(node)
        count = self._places.get(place, 0)
        self._places[place] = count + 1
        few = node is None or count < _MOST_AT_ONE_PLACE * (1 if self.deep == 0 else 3)
        if (few or self._is_news(fact, place)) and self._room(kind):
            self.facts.append(fact)
        return fact

    def _is_news(self, fact: Fact, place: int) -> bool:
        """Whether a fact of a place that has told several says something that those did not."""
        told = self._told.setdefault(place, set())
        says = tuple((role, _says(value)) for role, value in fact.roles.items())
        if says in told:
            return False
        if len(told) >= _MOST_NEWS:
            return self._dropped(fact.kind)
        told.add(says)
        return True

    def _room(self, kind: str) -> bool:
        """Whether another fact of a kind is kept."""
        count = self._kinds[kind] = self._kinds.get(kind, 0) + 1
        return count <= _MOST_OF_A_KIND or self._dropped(kind)

    def _dropped(self, kind: str) -> bool:
        self._note_end("facts")
        self.unread = self.unread or kind in _GRAVE
        return False

    def known(self, name: str) -> bool:
        """Whether a qualified name means something here."""
        return name in EFFECTS or calls.means(name)

    def unknown(self, *values: Any) -> Any:
        """Something unknown that was made from these values."""
        taint = taint_of(values)
        return Unknown(taint) if taint else NOTHING

    def text(self, parts: list[Any]) -> Any:
        """Pieces put together: a str where all are known, else a Text."""
        whole: list[Any] = []
        clear = True
        for part in parts:
            if type(part) is Text:
                whole.extend(part.parts)
                clear = False
            elif isinstance(part, str):
                if whole and isinstance(whole[-1], str):
                    whole[-1] += part
                else:
                    whole.append(part)
            else:
                whole.append(part)
                clear = False
        if clear:
            made = whole[0] if whole else ""
            self.budget.take(len(made))
            return made
        if len(whole) > 200 or sum(len(p) for p in whole if isinstance(p, str)) > 200_000:
            return self.unknown(*whole)
        return Text(whole, taint_of(whole))
