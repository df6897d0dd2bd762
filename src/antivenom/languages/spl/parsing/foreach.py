"""foreach: `[mode=] [options] fields [template]` (Search Reference, foreach). The template is kept as text.

What stands for a field, for parts of its name, for an item and for its number may be renamed by options.
"""

from __future__ import annotations

from antivenom.errors import QueryError
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.parsing.field_commands import value_of
from antivenom.languages.spl.parsing.lexer import Segment, bracketed
from antivenom.languages.spl.syntax import (
    Name,
)
from antivenom.languages.spl.syntax_fields import (
    ForEach,
)
from antivenom.source import Span

_MODES = ("multifield", "multivalue", "json_array", "auto_collections")
_FIELD_MARKS = {
    "fieldstr": "<<FIELD>>", "matchstr": "<<MATCHSTR>>", "matchseg1": "<<MATCHSEG1>>", "matchseg2": "<<MATCHSEG2>>",
    "matchseg3": "<<MATCHSEG3>>",
}  # fmt: skip
_ITEM_MARKS = {"itemstr": "<<ITEM>>", "iterstr": "<<ITER>>"}


def parse_foreach(text: str, name: Span, part: Segment) -> ForEach:
    """The foreach whose name stands at `name`."""
    within = bracketed(text, name.end, part.end)
    if within is None:
        raise QueryError("foreach needs a template", span=name, hint="write it in brackets: foreach ... [eval ...]")
    args = Arguments("foreach", text, name.end, within.start - 1, part.span)
    rest = Arguments("foreach", text, within.end + 1, part.end, part.span)
    found: dict[str, str] = {}
    names: list[Name] = []
    for reader in (args, rest):
        while not reader.done():
            option = reader.option()
            if option is not None:
                found[option[0]] = _checked(option[0], value_of(option[1]), option[1].span)
            elif not reader.accept(","):
                names.append(reader.name())
    mode = found.pop("mode", "multifield")
    marks = _FIELD_MARKS if mode == "multifield" else _ITEM_MARKS
    odd = next((key for key in found if key not in marks), None)
    if odd is not None:
        raise QueryError(f"foreach with mode={mode} has no option {odd}", span=part.span)
    most = len(names) if mode == "multifield" else 1
    if len(names) > most or (not names and mode != "auto_collections"):
        raise QueryError(
            "foreach needs fields" if mode == "multifield" else "foreach needs one field here", span=name.to(args.span)
        )
    template = text[within.start : within.end].strip()
    return ForEach(mode, tuple(names), tuple({**marks, **found}.items()), template, span=part.span)


def _checked(key: str, value: str, span: Span) -> str:
    if key == "mode":
        value = value.lower()
        if value not in _MODES:
            raise QueryError(f"foreach has no mode {value}", span=span, hint=f"there are {', '.join(_MODES)}")
    elif key not in _FIELD_MARKS and key not in _ITEM_MARKS:
        raise QueryError(f"foreach has no option {key}", span=span)
    elif not value:
        raise QueryError(f"{key} needs a text", span=span)
    return value
