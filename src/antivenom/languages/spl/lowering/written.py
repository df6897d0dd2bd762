"""outputlookup, outputcsv and collect -> plan: what is written, if anywhere, is said beside the plan.

Search Reference, outputlookup, outputcsv and collect. The results go on as they are.
"""

from __future__ import annotations

from antivenom.languages.spl import syntax
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.world import World
from antivenom.plan.outputs import EVENTS, TABLE, Output

_YES = ("t", "true", "1")


def written(command: syntax.Written, scope: Scope, world: World) -> Scope:
    """The results at this point, told to be written under their name; a test of collect writes nothing."""
    options = dict(command.options)
    if options.get("testmode", "").lower() in _YES:
        return scope
    kind = EVENTS if command.command == "collect" else TABLE
    name = _file_of(command, world)
    world.outputs.append(Output(kind, name, scope.trimmed(command.span).relation, options, command.span))
    return scope


def _file_of(command: syntax.Written, world: World) -> str:
    """The name of what is written: a look-up definition names a file, or a collection."""
    settings = world.knowledge.transforms.get(command.name.text, {})
    if command.command != "outputlookup":
        return command.name.text
    if "filename" in settings:
        return settings["filename"].replace("\\", "/").rpartition("/")[2]
    if "collection" in settings:
        return f"{settings['collection']}.json"
    return command.name.text
