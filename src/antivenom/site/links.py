"""Links: between pages as relative addresses, and out of text that may hold anything."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from posixpath import dirname, relpath

from markupsafe import Markup, escape

from antivenom.catalogue.techniques import TECHNIQUE

_URL = r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][!#-&(-;=?-~]*)?(?=[\s\"'<>]|$)"
_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)+"
_WORD = re.compile(rf"(?P<url>(?<![^\s(]){_URL})|(?P<name>(?<![\w./\\-]){_NAME}(?![\w/\\-]|\.\w))")
_AFTER = ".,;:!?)'\""


class Linker:
    """The links of one page. `pages` are the paths of all pages, `names` words that have a page of their own."""

    def __init__(self, page: str, pages: Collection[str], names: Mapping[str, str]) -> None:
        self.page = page
        self._pages = pages
        self._names = names

    def to(self, page: str, anchor: str = "") -> str:
        """The address of a page or file of the site, as seen from this page."""
        return relpath(page, dirname(self.page) or ".") + (f"#{anchor}" if anchor else "")

    def has(self, page: str) -> bool:
        """Whether there is such a page."""
        return page in self._pages

    def text(self, text: str) -> Markup:
        """Text in which addresses of the web and names of detections and scenarios are links; all else is text.

        Only http and https become links, with a host of plain letters.
        """
        made, done = [], 0
        for match in _WORD.finditer(text):
            made.append(escape(text[done : match.start()]))
            made.append(self._link(match))
            done = match.end()
        return Markup("").join([*made, escape(text[done:])])

    def _link(self, match: re.Match[str]) -> Markup:
        word = match[0]
        if match["url"]:
            address = word.rstrip(_AFTER)
            rest = word[len(address) :]
            return Markup('<a href="{}" rel="noreferrer">{}</a>{}').format(address, address, rest)
        page = self._names.get(word)
        if page is None or page == self.page:
            return escape(word)
        return Markup('<a href="{}">{}</a>').format(self.to(page), word)


def technique_address(id: str) -> str:
    """ATT&CK's page of a technique; "" for what is no id of one."""
    return f"https://attack.mitre.org/techniques/{id.replace('.', '/')}/" if TECHNIQUE.fullmatch(id) else ""


def tactic_address(id: str) -> str:
    """ATT&CK's page of a tactic."""
    return f"https://attack.mitre.org/tactics/{id}/"


def atomic_address(technique: str) -> str:
    """The page of Atomic Red Team that has the tests of a technique."""
    return f"https://github.com/redcanaryco/atomic-red-team/blob/master/atomics/{technique}/{technique}.md"


def ticked(text: str) -> Markup:
    """Text in which what stands between backticks is code; a backtick without a second one is text."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    code = Markup("<code>{}</code>")
    return Markup("").join(code.format(part) if index % 2 else escape(part) for index, part in enumerate(parts))
