"""What a command line holds: the Python it starts, the data its pipes carry, and words with an unknown part."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Optional

NOTHING: Mapping[str, str] = MappingProxyType({})


class Found(NamedTuple):
    """One piece of Python that a command line starts, as far as the line shows it.

    kind         inline, script, module, stdin, interactive, install, embedded, startup or package.
    source       the Python text, where the line shows it.
    target       script path, module name or package operands; "" where there is none.
    argv         sys.argv as that program sees it.
    env          environment assignments visible on the line.
    interpreter  the program as written.
    options      interpreter options before the program, normalised: "-I", "-W ignore".
    wrappers     what was peeled, outermost first.
    remote       the URL or command the code comes from, when a downloader feeds it.
    decoders     shell-side decoders that made `source`, in order.
    siblings     other commands of the same line or host, argv each.
    notes        what could not be resolved, as sentences.
    stdin        the text that the line pipes into a program whose code stands elsewhere.
    """

    kind: str
    source: Optional[str]
    target: str = ""
    argv: tuple[str, ...] = ()
    env: Mapping[str, str] = NOTHING
    interpreter: str = ""
    options: tuple[str, ...] = ()
    wrappers: tuple[str, ...] = ()
    remote: Optional[str] = None
    decoders: tuple[str, ...] = ()
    siblings: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    stdin: Optional[str] = None


class Data(NamedTuple):
    """What flows through a pipe or into a file: bytes where they are known, and where they come from."""

    raw: Optional[bytes]
    remote: Optional[str] = None
    decoders: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str | None:
        """The bytes as text, or None where they are unknown."""
        return None if self.raw is None else self.raw.decode("utf-8", "surrogateescape")

    def through(self, decoder: str, raw: bytes | None) -> Data:
        """The same data after one decoder."""
        return self._replace(raw=raw, decoders=(*self.decoders, decoder))


def data_of(text: str) -> Data:
    """Text as data."""
    return Data(text.encode("utf-8", "surrogatepass" if max(text, default="") >= "\ud800" else "surrogateescape"))


class Word(str):
    """A word with an expansion in it: `data` says where it comes from, `open` that nothing of it is known."""

    __slots__ = ("data", "open")
    data: Data
    open: bool

    @classmethod
    def of(cls, text: str, data: Data, unknown: bool) -> Word:
        """A word and what is known of its origin."""
        word = cls(text)
        word.data = data
        word.open = unknown
        return word
