"""What the commands that take fields out of text, and those that set or change fields, look like once parsed."""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.languages.spl.syntax import Assignment, FieldCommand, Name, Text


@dataclass(frozen=True, slots=True)
class Sed(FieldCommand):
    """`rex mode=sed "s/pattern/replacement/flags"`; `which` is the match replaced, 0 for all."""

    field: Name
    pattern: Text
    replacement: str
    which: int


@dataclass(frozen=True, slots=True)
class SedCharacters(FieldCommand):
    """`rex mode=sed "y/abc/xyz/"`: each character of `old` becomes that of `new` at its place."""

    field: Name
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class SPath(FieldCommand):
    """`spath input= output= path=`; without a path every field the text holds."""

    input: Name
    path: Name | None
    output: str


@dataclass(frozen=True, slots=True)
class XmlKv(FieldCommand):
    """`xmlkv field`: elements with nothing but text in them."""

    field: Name


@dataclass(frozen=True, slots=True)
class XPath(FieldCommand):
    """`xpath outfield= "path" field= default=`."""

    path: Text
    field: Name
    target: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Extract(FieldCommand):
    """`extract pairdelim= kvdelim= ...` from _raw."""

    pairs: str
    keys: str
    limit: int
    most: int
    several: bool
    clean: bool


@dataclass(frozen=True, slots=True)
class ToJson(FieldCommand):
    """`tojson function(field) ... default_type= fill_null= include_internal= output_field=`."""

    functions: tuple[tuple[str, Name], ...]
    fill: bool
    internal: bool
    target: str


@dataclass(frozen=True, slots=True)
class FromJson(FieldCommand):
    """`fromjson field prefix=`."""

    field: Name
    prefix: str


@dataclass(frozen=True, slots=True)
class ForEach(FieldCommand):
    """`foreach mode= fields [template]`: the template, and the texts that stand for fields, parts, items in it."""

    mode: str
    names: tuple[Name, ...]
    marks: tuple[tuple[str, str], ...]
    template: str


@dataclass(frozen=True, slots=True)
class FieldFormat(FieldCommand):
    """`fieldformat field=expression`: how a field is shown at the end."""

    assignment: Assignment


@dataclass(frozen=True, slots=True)
class FillDown(FieldCommand):
    """`filldown fields`; without any all fields."""

    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Replace(FieldCommand):
    """`replace old WITH new, ... IN fields`; without fields all that are not internal."""

    pairs: tuple[tuple[str, str], ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class SetFields(FieldCommand):
    """`setfields a="x", b="y"`."""

    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AddInfo(FieldCommand):
    """`addinfo`."""


@dataclass(frozen=True, slots=True)
class RelTime(FieldCommand):
    """`reltime timefield= prefix=`."""

    names: tuple[Name, ...]
    prefix: str | None


@dataclass(frozen=True, slots=True)
class IpLocation(FieldCommand):
    """`iplocation prefix= field`."""

    field: Name
    prefix: str
