"""The arguments of the commands that take fields out of text, and of those that set or change them."""

from __future__ import annotations

import re
from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.parsing.lexer import Kind, Token, unescaped
from antivenom.languages.spl.syntax import (
    Command,
    Conversion,
    Convert,
    Name,
    Rex,
    Text,
)
from antivenom.languages.spl.syntax_fields import (
    AddInfo,
    Extract,
    FillDown,
    FromJson,
    IpLocation,
    RelTime,
    Replace,
    Sed,
    SedCharacters,
    SetFields,
    SPath,
    ToJson,
    XmlKv,
    XPath,
)
from antivenom.source import Span

_SED = re.compile(r"s/((?:[^/\\]|\\.)*)/((?:[^/\\]|\\.)*)/([a-z0-9]*)\s*", re.DOTALL)
_CHARACTERS = re.compile(r"y/((?:[^/\\]|\\.)*)/((?:[^/\\]|\\.)*)/\s*", re.DOTALL)
CONVERSIONS = ("auto", "ctime", "dur2sec", "memk", "mktime", "mstime", "none", "num", "rmcomma", "rmunit")
_JSON_TYPES = ("auto", "bool", "json", "none", "num", "str")


def value_of(token: Token) -> str:
    """The text of an option's value, quoted or not."""
    return unescaped(token.text) if token.kind is Kind.QUOTED else token.text


def _named(token: Token) -> Name:
    text = value_of(token)
    if token.kind is Kind.WORD and len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1]
    return Name(text, token.span)


def rex(args: Arguments) -> Command:
    """`rex field= max_match= offset_field= "pattern"`, or `rex field= mode=sed "expression"`."""
    field, most, mode = Name("_raw", args.span), 1, ""
    offset: str | None = None
    pattern: Text | None = None
    while not args.done():
        option = args.option()
        if option is None:
            if pattern is not None:
                raise args.error("rex takes one regular expression")
            pattern = _quoted(args)
        elif option[0] == "field":
            field = _named(option[1])
        elif option[0] == "max_match":
            most = args.whole(option[1], "max_match")
        elif option[0] == "offset_field":
            offset = value_of(option[1])
        elif option[0] == "mode":
            mode = option[1].text.lower()
            if mode != "sed":
                raise QueryError(f"rex has no mode {option[1].text}", span=option[1].span, hint="mode=sed")
        else:
            raise args.refuse(*option)
    if pattern is None:
        raise args.error("expected a regular expression in quotes")
    return _sed(field, pattern, args.span) if mode else Rex(field, pattern, most, args.span, offset)


def _quoted(args: Arguments) -> Text:
    token = args.token
    if token.kind is not Kind.QUOTED:
        raise args.error("expected a regular expression in quotes")
    args.take()
    return Text(token.text, token.span)


def _sed(field: Name, given: Text, span: Span) -> Command:
    text = unescaped(given.raw).strip()
    characters = _CHARACTERS.fullmatch(text)
    if characters is not None:
        old, new = (part.replace("\\/", "/").replace("\\\\", "\\") for part in characters.groups())
        if len(old) != len(new):
            raise QueryError("y/ needs as many new characters as old ones", span=given.span)
        return SedCharacters(field, old, new, span=span)
    replaced = _SED.fullmatch(text)
    if replaced is None:
        raise Unsupported("SPL sed expression other than one s/.../.../ or y/.../.../", span=given.span)
    flags = replaced[3]
    if not re.fullmatch(r"g?|[1-9]\d{0,5}", flags):
        raise Unsupported(f"SPL sed flags {flags}", span=given.span)
    which = 0 if flags == "g" else int(flags or 1)
    pattern = Text(replaced[1].replace("\\/", "/"), given.span)
    return Sed(field, pattern, replaced[2].replace("\\/", "/"), which, span=span)


def _spath(args: Arguments) -> Command:
    source, path, output = Name("_raw", args.span), None, None
    while not args.done():
        option = args.option()
        if option is None:
            if path is not None:
                raise args.error("spath takes one path")
            path = _named(args.take())
        elif option[0] == "input":
            source = _named(option[1])
        elif option[0] == "output":
            output = value_of(option[1])
        elif option[0] == "path":
            path = _named(option[1])
        else:
            raise args.refuse(*option)
    if path is None and output is not None:
        raise QueryError("spath with an output needs a path", span=args.span)
    return SPath(source, path, output or (path.text if path else ""), span=args.span)


def _xmlkv(args: Arguments) -> Command:
    field = Name("_raw", args.span)
    while not args.done():
        option = args.option()
        if option is None:
            field = args.name()
        elif option[0] == "maxinputs":
            args.whole(option[1], "maxinputs")
        else:
            raise args.refuse(*option)
    return XmlKv(field, span=args.span)


def _xpath(args: Arguments) -> Command:
    field, target, default = Name("_raw", args.span), "xpath", None
    path: Text | None = None
    while not args.done():
        option = args.option()
        if option is None:
            if path is not None:
                raise args.error("xpath takes one path")
            token = args.take()
            path = Text(token.text, token.span)
        elif option[0] == "field":
            field = _named(option[1])
        elif option[0] == "outfield":
            target = value_of(option[1])
        elif option[0] == "default":
            default = value_of(option[1])
        else:
            raise args.refuse(*option)
    if path is None:
        raise args.error("xpath needs a path")
    return XPath(path, field, target, default, span=args.span)


def _extract(args: Arguments) -> Command:
    texts, numbers, flags = {"pairdelim": "", "kvdelim": ""}, {"limit": 50, "maxchars": 10240}, {"mv_add": False}
    flags |= {"clean_keys": True, "reload": False, "segment": False, "auto": False}
    while not args.done():
        if args.accept(","):
            continue
        option = args.option()
        if option is None:
            name = args.name()
            raise Unsupported(f"SPL {args.command} by a stanza of transforms.conf", span=name.span)
        key, token = option
        if key in texts:
            texts[key] = value_of(token)
        elif key in numbers:
            numbers[key] = args.whole(token, key)
        elif key in flags:
            flags[key] = args.flag(token, key)
        else:
            raise args.refuse(key, token)
    if not texts["pairdelim"] or not texts["kvdelim"]:
        raise Unsupported(f"SPL {args.command} without pairdelim and kvdelim", span=args.span)
    return Extract(
        texts["pairdelim"], texts["kvdelim"], numbers["limit"], numbers["maxchars"], flags["mv_add"],
        flags["clean_keys"], span=args.span,
    )  # fmt: skip


def _tojson(args: Arguments) -> Command:
    found: list[tuple[str, Name]] = []
    default, fill, internal, target = "none", False, False, "_raw"
    while not args.done():
        if args.accept(","):
            continue
        option = args.option()
        if option is None:
            found.append(_json_function(args))
            continue
        key, token = option
        if key == "default_type":
            default = token.text.lower()
        elif key == "fill_null":
            fill = args.flag(token, key)
        elif key == "include_internal":
            internal = args.flag(token, key)
        elif key == "output_field":
            target = value_of(token)
        else:
            raise args.refuse(key, token)
    if default not in _JSON_TYPES:
        raise QueryError(f"tojson has no type {default}", span=args.span, hint=", ".join(_JSON_TYPES))
    functions = tuple((function or default, name) for function, name in found or [("", Name("*", args.span))])
    return ToJson(functions, fill, internal, target, span=args.span)


def _json_function(args: Arguments) -> tuple[str, Name]:
    if not args.following.is_mark("("):
        return "", args.name()
    function = args.take().text.lower()
    if function not in _JSON_TYPES:
        raise QueryError(f"tojson has no type {function}", span=args.previous.span, hint=", ".join(_JSON_TYPES))
    args.take()
    name = args.name()
    args.expect(")", f"to close {function}(")
    return function, name


def _fromjson(args: Arguments) -> Command:
    field, prefix = None, ""
    while not args.done():
        option = args.option()
        if option is None:
            field = args.name()
        elif option[0] == "prefix":
            prefix = value_of(option[1])
        else:
            raise args.refuse(*option)
    if field is None:
        raise args.error("expected a field name")
    return FromJson(field, prefix, span=args.span)


def _convert(args: Arguments) -> Command:
    format = "%m/%d/%Y %H:%M:%S"
    found: list[Conversion] = []
    while not args.done():
        option = args.option()
        if option is not None:
            if option[0] != "timeformat":
                raise args.refuse(*option)
            format = unescaped(option[1].text)
            continue
        if args.accept(","):
            continue
        function = args.take()
        if not args.token.is_mark("("):
            raise args.error("expected ( after the function of convert")
        if function.text.lower() not in CONVERSIONS:
            raise QueryError(
                f"convert has no function {function.text}",
                span=function.span,
                hint=f"there are {', '.join(CONVERSIONS)}",
            )
        args.take()
        name = args.name()
        args.expect(")", f"to close {function.text}(")
        target = args.name().text if args.accept_word("as") else None
        if target is not None and name.wild:
            raise QueryError("a new name needs one field before it", span=name.span)
        found.append(Conversion(function.text.lower(), name, target))
    if not found:
        raise args.error("expected a function of convert")
    return Convert(format, tuple(found), args.span)


def _filldown(args: Arguments) -> Command:
    return FillDown(() if args.done() else args.names(), span=args.span)


def _replace(args: Arguments) -> Command:
    pairs: list[tuple[str, str]] = []
    while not args.done() and not (pairs and args.token.is_word("in")):
        if args.accept(","):
            continue
        old = args.take()
        if not args.accept_word("with") or args.done():
            raise args.error("expected WITH and a new value")
        new = args.take()
        before, after = value_of(old), value_of(new)
        if after.count("*") not in (0, before.count("*")):
            raise QueryError("the new value needs the same wildcards, or none", span=old.span.to(new.span))
        pairs.append((before, after))
    if not pairs:
        raise args.error("expected a value to replace")
    names = args.names() if args.accept_word("in") else ()
    return Replace(tuple(pairs), names, span=args.span)


def _setfields(args: Arguments) -> Command:
    found: list[tuple[str, str]] = []
    while not args.done():
        if args.accept(","):
            continue
        name = args.name()
        args.expect("=", "after the field name")
        if args.token.kind is not Kind.QUOTED:
            raise args.error("expected a value in quotes")
        cleaned = re.sub(r"[^0-9A-Za-z]", "_", name.text).lstrip("_")
        found.append((cleaned, value_of(args.take())))
    if not found:
        raise args.error("expected a field and its value")
    return SetFields(tuple(found), span=args.span)


def _addinfo(args: Arguments) -> Command:
    args.end()
    return AddInfo(span=args.span)


def _reltime(args: Arguments) -> Command:
    names: tuple[Name, ...] = (Name("_time", args.span),)
    prefix = None
    while not args.done():
        option = args.option()
        if option is None:
            raise args.error("reltime takes options only")
        if option[0] == "timefield":
            names = tuple(Name(part.strip(), option[1].span) for part in value_of(option[1]).split(",") if part.strip())
        elif option[0] == "prefix":
            prefix = value_of(option[1])
        else:
            raise args.refuse(*option)
    return RelTime(names, prefix, span=args.span)


def _iplocation(args: Arguments) -> Command:
    field, prefix = None, ""
    while not args.done():
        option = args.option()
        if option is None:
            field = args.name()
        elif option[0] == "prefix":
            prefix = value_of(option[1])
        elif option[0] != "allfields" or args.flag(option[1], "allfields"):
            raise args.refuse(*option)
    if field is None:
        raise args.error("expected a field with addresses")
    return IpLocation(field, prefix, span=args.span)


FIELD_COMMANDS: dict[str, Callable[[Arguments], Command]] = {
    "rex": rex,
    "spath": _spath,
    "xmlkv": _xmlkv,
    "xpath": _xpath,
    "extract": _extract,
    "kv": _extract,
    "tojson": _tojson,
    "fromjson": _fromjson,
    "convert": _convert,
    "filldown": _filldown,
    "replace": _replace,
    "setfields": _setfields,
    "addinfo": _addinfo,
    "reltime": _reltime,
    "iplocation": _iplocation,
}
"""Command -> how its arguments are read."""
