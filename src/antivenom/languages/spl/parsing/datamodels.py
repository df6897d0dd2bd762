"""datamodel and from: `datamodel Model Dataset search|flat` and `from datamodel:Model.Dataset`.

Search Reference, datamodel and from. Options that say how summaries are fetched change no result here.
"""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.syntax import DataModel, Name
from antivenom.source import Span

_STORAGE = ("allow_old_summaries", "summariesonly")
_NAMED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


def parse_data_model(args: Arguments) -> DataModel:
    """The dataset that datamodel or from names. Raises Unsupported for other sources and for modes without rows."""
    return _from(args) if args.command == "from" else _datamodel(args)


def _datamodel(args: Arguments) -> DataModel:
    words: list[Name] = []
    while not args.done():
        option = args.option()
        if option is None:
            words.append(args.name())
        elif option[0] == "strict_fields" or option[0] in _STORAGE:
            args.flag(option[1], option[0])
        else:
            raise QueryError(f"datamodel has no option {option[0]}", span=option[1].span)
    mode = words[2].text.lower() if len(words) > 2 else ""
    if len(words) < 3 or mode not in ("search", "flat"):
        span = words[2].span if len(words) > 2 else args.span
        raise Unsupported(f"SPL datamodel {mode or 'without a mode'}", span=span, hint="write datamodel M D search")
    if len(words) > 3:
        raise QueryError("datamodel takes a model, a dataset and a mode", span=words[3].span)
    return DataModel(_dataset(words[:2]), mode == "flat", args.span)


def _dataset(words: list[Name]) -> Name:
    return Name(".".join(word.text for word in words), words[0].span.to(words[-1].span))


def _from(args: Arguments) -> DataModel:
    """`from datamodel:M.D`, each name in quotes or not, the colon left out or not."""
    texts, end = [], args.span.end
    while not args.done():
        token = args.take()
        texts.append(token.text)
        end = token.span.end
    kind, _, rest = re.sub(r"\s*([:.])\s*", r"\1", " ".join(texts).replace('"', "")).partition(":")
    if not rest:
        kind, _, rest = kind.partition(" ")
    if kind.strip().lower() != "datamodel":
        raise Unsupported(f"SPL from {kind.strip()}", span=args.span)
    if not _NAMED.fullmatch(rest.strip()):
        raise QueryError(
            "expected a data model and a dataset", span=args.span, hint="write from datamodel:Model.Dataset"
        )
    return DataModel(Name(rest.strip(), Span(args.span.start, end)), True, args.span)
