"""A profile file (YAML) -> Profile; each fault is told at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from antivenom import catalogue
from antivenom.document import NAME, Fields, Node, meant, parse, read_text
from antivenom.errors import AntivenomError, DamagedInput, UsageError
from antivenom.pycode.rules import RULES
from antivenom.source import SourceText
from antivenom.tuning.model import FAMILIES, RATINGS, TELLING, Entry, Profile
from antivenom.tuning.patterns import MOST_CROSSING, MOST_PATTERN, Pattern, expression, glob, lets_all_through

FOLDER = catalogue.BUNDLED / "profiles"
"""The profiles that come with antivenom."""

MOST_ENTRIES = 1_000
"""Entries of one profile."""

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LINES = ("command_line", "parent_command_line", "ancestor_command_line")
_BEHAVIOURS = tuple(RULES)
_OPTIONAL = ("references", "detections", "most_rating", "most_verdict")


def bundled() -> tuple[Profile, ...]:
    """The profiles that come with antivenom, by id."""
    return tuple(within(catalogue.BUNDLED).values())


def within(root: Path) -> dict[Path, Profile]:
    """The profiles of a catalogue's folder by their files; UsageError where two have one id."""
    found: dict[Path, Profile] = {}
    for path in sorted((root / FOLDER.name).glob("*.yml")):
        profile = read(path)
        other = next((file for file, one in found.items() if one.id == profile.id), None)
        if other is not None:
            raise UsageError(f"two profiles are called {profile.id!r}", hint=f"they are {other} and {path}")
        found[path] = profile
    return found


def find(name: str) -> Profile:
    """The bundled profile of that id, or the one in that file; UsageError with the nearest ids otherwise."""
    file = FOLDER / f"{name}.yml"
    if NAME.fullmatch(name) and file.is_file():
        return read(file)
    path = Path(name)
    if path.is_file():
        return read(path, str(path))
    ids = [one.stem for one in sorted(FOLDER.glob("*.yml"))]
    hint = meant(name, ids) or f"there are {', '.join(ids)}; or give a file"
    raise UsageError(f"no profile {name[:200]!r}", hint=hint)


def read(path: Path, name: str | None = None) -> Profile:
    """The profile in a file. Raises DamagedInput with the place of what is wrong."""
    return parse_profile(read_text(path, name or f"profiles/{path.name}"))


def parse_profile(source: SourceText) -> Profile:
    """The profile in a text. Raises DamagedInput with the place of what is wrong."""
    fields = parse(source).fields("a profile", required=("id", "name", "description", "entries"))
    items = fields.items("entries")
    if len(items) > MOST_ENTRIES:
        fields["entries"].wrong(f"a profile has at most {MOST_ENTRIES:,} entries, found {len(items):,}")
    entries: dict[str, Entry] = {}
    for item in items:
        entry = _entry(item)
        if entry.id in entries:
            item.wrong(f"the entry {entry.id!r} stands here twice")
        entries[entry.id] = entry
    return Profile(fields["id"].id(), fields.text("name"), fields.text("description"), tuple(entries.values()))


def _entry(node: Node) -> Entry:
    required = ("id", "reason", "owner", "expires", "when")
    fields = node.fields("an entry", required=required, optional=_OPTIONAL)
    when = fields["when"].fields("the conditions of an entry", optional=FAMILIES)
    patterns = {key: _patterns(key, value) for key, value in when.values.items() if key not in ("behaviours", "code")}
    _is_strict(when)
    allowed = when.get("behaviours")
    return Entry(
        id=fields["id"].id(),
        reason=fields.text("reason"),
        owner=fields.text("owner"),
        expires=_date(fields["expires"]),
        when=patterns,
        behaviours=None if allowed is None else _behaviours(allowed),
        code_seen=(code := when.get("code")) is not None and code.choice(("seen",)) == "seen",
        detections=fields.texts("detections"),
        most_rating=_rating(fields, "most_rating", RATINGS, "suspicious"),
        most_verdict=_rating(fields, "most_verdict", ("benign", *RATINGS), "notable"),
        references=fields.texts("references"),
    )


def _is_strict(when: Fields) -> None:
    """Refuse conditions that an attacker, or an accident, meets without trying."""
    about = {FAMILIES[key] for key in when.values}
    if "fingerprint" not in when.values and len(about) < 2:
        when.node.wrong(
            "an entry needs conditions about two different things, or a fingerprint",
            f"say also something about {_listed(sorted(set(FAMILIES.values()) - about))}",
        )
    if not any(keys <= set(when.values) for keys in TELLING):
        ways = "; ".join(" with ".join(sorted(keys)) for keys in TELLING)
        when.node.wrong("the conditions do not say what was run", f"add one of these: {ways}")


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}"


def _rating(fields: Fields, key: str, words: tuple[str, ...], default: str) -> str:
    node = fields.get(key)
    if node is None:
        return default
    if node.value == "malicious":
        node.wrong("what is malicious is never silenced", f"the most is {words[-1]}")
    return node.choice(words)


def _date(node: Node) -> date:
    text = node.text()
    try:
        found = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        node.wrong(f"expected a date such as 2027-03-31, found {text!r}")
    return found


def _behaviours(node: Node) -> tuple[str, ...]:
    """`none`, or the ids of rules."""
    return () if node.value == "none" else tuple(item.choice(_BEHAVIOURS) for item in node.items())


def _patterns(key: str, node: Node) -> tuple[Pattern, ...]:
    """A text, a regular expression, or a list of them."""
    items = node.items() if isinstance(node.value, tuple) else (node,)
    if not items:
        node.wrong("expected at least one text")
    return tuple(_pattern(key, item) for item in items)


def _pattern(key: str, node: Node) -> Pattern:
    if key == "fingerprint" and not (node.is_text() and _FINGERPRINT.fullmatch(node.text())):
        node.wrong("expected a fingerprint of 16 hexadecimal digits", "`antivenom explain` and `hunt --json` show it")
    made = _glob(key, node) if node.is_text() else _regex(node)
    if lets_all_through(made):
        node.wrong("this lets everything through", "say what must be there")
    return made


def _glob(key: str, node: Node) -> Pattern:
    text = _bounded(node)
    if text.replace("***", "**").count("**") > MOST_CROSSING:
        node.wrong(f"a text may have at most {MOST_CROSSING} `**`", "use `*`, which stays within one part")
    return glob(text, line=key in _LINES)


def _regex(node: Node) -> Pattern:
    fields = node.fields("a regular expression", required=("re",))
    text = _bounded(fields["re"])
    try:
        return expression(text)
    except DamagedInput:
        raise
    except AntivenomError as error:
        fields["re"].wrong(error.message, error.hint)


def _bounded(node: Node) -> str:
    if len(node.text()) > MOST_PATTERN:
        node.wrong(f"a text has at most {MOST_PATTERN:,} characters")
    return node.text()
