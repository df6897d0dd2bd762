"""How Windows cuts a command line: CreateProcess finds the image, the C runtime cuts the arguments."""

from __future__ import annotations

import re

_PIECE = re.compile(r'[^\s"\\]+|\\+|"|[ \t\r\n]+')
_IMAGE = re.compile(r'(?:[A-Za-z]:|\\\\[^\\\s"]+)\\[^"<>|:*?\n]*?\.(?:exe|com|bat|cmd)(?=\s|$)', re.IGNORECASE)
_NEEDS_QUOTES = re.compile(r'[\s"]')


def arguments(text: str) -> list[str]:
    """The arguments of a command line as CommandLineToArgvW and the C runtime give them."""
    image = _IMAGE.match(text)
    if image is not None and " " in image.group():
        return [image.group(), *_arguments(text[image.end() :])]
    if '"' not in text:
        return text.split()
    return _arguments(text)


def _arguments(text: str) -> list[str]:
    words: list[str] = []
    pieces: list[str] = []
    quoted = started = False
    slashes = 0
    at, size = 0, len(text)
    while at < size:
        match = _PIECE.match(text, at)
        if match is None:
            break
        piece = match.group()
        at = match.end()
        if piece[0] == "\\":
            slashes = len(piece)
            if text[at : at + 1] != '"':
                pieces.append(piece)
                slashes = 0
            started = True
            continue
        if piece == '"':
            pieces.append("\\" * (slashes // 2))
            odd, slashes = slashes & 1, 0
            started = True
            if odd:
                pieces.append('"')
            elif quoted and text[at : at + 1] == '"':
                pieces.append('"')
                at += 1
            else:
                quoted = not quoted
            continue
        if not quoted and piece.isspace():
            if started:
                words.append("".join(pieces))
            pieces, started = [], False
            continue
        pieces.append(piece)
        started = True
    if started:
        words.append("".join(pieces))
    return words


def quote(word: str) -> str:
    """A word as it must be written to stay one argument."""
    if word and not _NEEDS_QUOTES.search(word):
        return word
    parts = word.split('"')
    doubled = [each + "\\" * (len(each) - len(each.rstrip("\\"))) for each in parts]
    return '"' + '\\"'.join(doubled) + '"'
