"""FileProfile(): what Defender knows of the files that rows name by a hash, from a file the caller gives.

Its columns, their types and `ProfileAvailability` are those of the documentation of Defender's advanced hunting;
GlobalPrevalence is a long, as public queries use it. The service stops after so many rows, and which is not
defined; here every row is looked up.
"""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Values
from antivenom.languages.kql.lowering.inputs import source_of, typed
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import Expression, FunctionCall, Name, as_pipeline
from antivenom.plan.catalog import meant
from antivenom.plan.inputs import PROFILES, Input
from antivenom.plan.relations import Assign, Join, JoinKind, Project, Relation, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column

_COLUMNS = {
    "GlobalPrevalence": Type.LONG,
    "GlobalFirstSeen": Type.DATETIME,
    "GlobalLastSeen": Type.DATETIME,
    "Signer": Type.STRING,
    "Issuer": Type.STRING,
    "SignerHash": Type.STRING,
    "IsCertificateValid": Type.BOOL,
    "IsRootSignerMicrosoft": Type.BOOL,
    "SignatureState": Type.STRING,
    "IsExecutable": Type.BOOL,
    "ThreatName": Type.STRING,
    "Publisher": Type.STRING,
    "SoftwareName": Type.STRING,
    "ProfileAvailability": Type.STRING,
}
_HASH, _DEFAULT = "hash", "SHA1"
_EMPTY = Literal("", Type.STRING)


def file_profile(lowering: Lowering, node: FunctionCall, scope: Scope) -> Relation:
    """The rows of the first argument, each with the profile of the file whose hash a column holds."""
    if not 1 <= len(node.args) <= 3:
        raise QueryError("FileProfile() takes a table, a column and a number of rows", span=node.span)
    input = lowering.relation(as_pipeline(node.args[0]), scope.with_columns(None))
    key = _key(lowering, node, input, scope)
    if len(node.args) == 3:
        lowering.constant_whole(node.args[2], scope, "the number of rows")
    taken = {column.name for column in input.columns} & _COLUMNS.keys()
    if taken:
        raise Unsupported(f"KQL FileProfile of rows that have a column {min(taken)}", span=node.span)
    wanted = Input("FileProfile", PROFILES, ("FileProfile",), (_HASH, *_COLUMNS), span=node.span)
    profiles = typed(source_of(lowering, wanted), [Type.STRING, *_COLUMNS.values()], node.span)
    return _looked_up(input, key, profiles, node)


def _key(lowering: Lowering, node: FunctionCall, input: Relation, scope: Scope) -> Column:
    """The column of hashes, named bare or as a text."""
    given = node.args[1] if len(node.args) > 1 else None
    name, span = _DEFAULT, node.span
    if given is not None:
        name, span = _column_name(lowering, given, input, scope), given.span
    column = next((column for column in input.columns if column.name == name), None)
    if column is None:
        hint = meant(name, [column.name for column in input.columns])
        raise QueryError(f"there is no column {name}", span=span, hint=hint)
    if column.type is not Type.STRING:
        raise QueryError(f"{name} is a {column.type.value}, but hashes are strings", span=span)
    return column


def _column_name(lowering: Lowering, node: Expression, input: Relation, scope: Scope) -> str:
    if isinstance(node, Name) and any(column.name == node.name for column in input.columns):
        return node.name
    value = Values(lowering, scope.with_columns(None), None).value(node)
    if not isinstance(value, Literal) or value.type is not Type.STRING:
        raise QueryError("FileProfile() takes the name of a column", span=node.span)
    return str(value.value)


def _looked_up(input: Relation, key: Column, profiles: Relation, node: FunctionCall) -> Relation:
    own = same(input.columns)
    found = [new_column(column.name, column.type) for column in profiles.columns]
    shown = tuple(Assign(column, value) for column, value in zip(found, profiles.columns, strict=True))
    keys = ((Call("text.lower", (key,), Type.STRING), profiles.columns[0]),)
    joined = Join(input, profiles, JoinKind.LEFT_OUTER, keys, (*own, *shown), node.span)
    values = [_without_null(column) for column in found[1:-1]]
    values.append(_availability(key, found[0], found[-1]))
    made = zip(found[1:], values, strict=True)
    return Project(joined, (*own, *(Assign(new_column(c.name, c.type), value) for c, value in made)), node.span)


def _without_null(column: Column) -> Value:
    return Call("null.coalesce", (column, _EMPTY), Type.STRING) if column.type is Type.STRING else column


def _availability(key: Column, found: Column, said: Column) -> Value:
    """Available or Missing, and empty where the row names no file; what a profile says itself stands."""
    there = Call("null.is_not_null", (found,), Type.BOOL)
    known = _if(_is(said, ""), Literal("Available", Type.STRING), said)
    return _if(_is(key, ""), _EMPTY, _if(there, known, Literal("Missing", Type.STRING)))


def _is(column: Column, text: str) -> Value:
    return Call("kusto.eq", (column, Literal(text, Type.STRING)), Type.BOOL)


def _if(condition: Value, then: Value, otherwise: Value) -> Value:
    return Call("case.when", (condition, then, otherwise), Type.STRING)
