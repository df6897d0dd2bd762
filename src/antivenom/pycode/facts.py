"""What one walk over a program notes down. Rules read these and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

Taint = frozenset["Fact"]
"""The facts a value came from: the download, the file, the socket, the command."""

CLEAN: Taint = frozenset()


class Fact:
    """One thing the program does, as an effects table names it.

    kind    what it is: process, execute, connect, bind, accept, receive, send, fetch, open, write, delete ...
    name    the resolved qualified name: "subprocess.Popen", "socket.socket.connect".
    args    the values it was called with, by position, then by name in `kwargs`; values may be symbolic.
    owner   the value whose method it is, or None.
    roles   the same values under the names the effects table gives them: command, path, url, data ...
    taint   what the arguments came from.
    layer   number of the layer it stands in; `node` the place in that layer's text.
    result  the value it gave.
    number  its place in the order they were noted.
    certain False where it stands in a function that nothing was seen to call.
    """

    __slots__ = (
        "args",
        "certain",
        "kind",
        "kwargs",
        "layer",
        "looped",
        "name",
        "node",
        "number",
        "owner",
        "result",
        "roles",
        "taint",
    )

    def __init__(
        self,
        kind: str,
        name: str,
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
        owner: Any = None,
        roles: Mapping[str, Any] | None = None,
        taint: Taint = CLEAN,
        layer: int = 0,
        node: ast.AST | None = None,
    ) -> None:
        self.kind = kind
        self.name = name
        self.args = args
        self.kwargs = kwargs or {}
        self.owner = owner
        self.roles = roles or {}
        self.taint = taint
        self.layer = layer
        self.node = node
        self.result: Any = None
        self.certain = True
        self.looped = False
        self.number = 0

    def role(self, name: str) -> Any:
        """The value of a role, None where the call does not give it."""
        return self.roles.get(name)

    def __repr__(self) -> str:
        return f"Fact({self.kind}, {self.name}, {dict(self.roles)!r})"
