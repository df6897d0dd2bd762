"""A profile as YAML that `hunt --profile` reads back: read(write(profile)) is the profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from antivenom.tuning.model import Entry, Profile
from antivenom.tuning.patterns import Pattern


def write(profile: Profile) -> str:
    """The profile as the text of a file."""
    head = [f"id: {profile.id}", f"name: {_quoted(profile.name)}", f"description: {_quoted(profile.description)}"]
    entries = [line for entry in profile.entries for line in _entry(entry)]
    return "\n".join([*head, "", "entries:" if entries else "entries: []", *entries, ""])


def _entry(entry: Entry) -> Iterator[str]:
    yield f"  - id: {entry.id}"
    yield f"    reason: {_quoted(entry.reason)}"
    if entry.references:
        yield f"    references: {_list(map(_quoted, entry.references))}"
    yield f"    owner: {_quoted(entry.owner)}"
    yield f"    expires: {entry.expires.isoformat()}"
    if entry.detections:
        yield f"    detections: {_list(map(_quoted, entry.detections))}"
    yield f"    most_rating: {entry.most_rating}"
    yield f"    most_verdict: {entry.most_verdict}"
    yield "    when:"
    for key, patterns in entry.when.items():
        yield f"      {key}: {_list(map(_pattern, patterns))}"
    if entry.code_seen:
        yield "      code: seen"
    if entry.behaviours is not None:
        yield f"      behaviours: {_list(entry.behaviours) if entry.behaviours else 'none'}"
    yield ""


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"


def _pattern(pattern: Pattern) -> str:
    return f"{{re: {_quoted(pattern.written)}}}" if pattern.is_regex else _quoted(pattern.written)


def _quoted(text: str) -> str:
    """A text between double quotes, what cannot be shown as escapes."""
    return f'"{"".join(map(_shown, text))}"'


def _shown(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
