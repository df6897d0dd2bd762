"""PCRE2 itself, where the system has its library: what patterns are compared with."""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache

_UTF = 0x00080000
_UNSET = 2**64 - 1


@cache
def library() -> ctypes.CDLL | None:
    """The library, or None where there is none."""
    name = ctypes.util.find_library("pcre2-8")
    if name is None:
        return None
    found = ctypes.CDLL(name)
    found.pcre2_compile_8.restype = ctypes.c_void_p
    found.pcre2_match_data_create_from_pattern_8.restype = ctypes.c_void_p
    found.pcre2_get_ovector_pointer_8.restype = ctypes.POINTER(ctypes.c_size_t)
    return found


@cache
def _compiled(pattern: str) -> tuple[int, int] | None:
    pcre2 = library()
    assert pcre2 is not None
    data, error, offset = pattern.encode(), ctypes.c_int(), ctypes.c_size_t()
    size = ctypes.c_size_t(len(data))
    code = pcre2.pcre2_compile_8(data, size, ctypes.c_uint32(_UTF), ctypes.byref(error), ctypes.byref(offset), None)
    return (code, pcre2.pcre2_match_data_create_from_pattern_8(ctypes.c_void_p(code), None)) if code else None


def is_pattern(pattern: str) -> bool:
    """Whether PCRE2 takes the pattern."""
    return _compiled(pattern) is not None


def spans(pattern: str, text: str) -> list[tuple[int, int] | None] | None:
    """Where the first match and its groups are, in characters; None where there is no match."""
    pcre2, known = library(), _compiled(pattern)
    assert pcre2 is not None
    assert known is not None
    code, found = known
    data = text.encode()
    size = ctypes.c_size_t(len(data))
    count = pcre2.pcre2_match_8(ctypes.c_void_p(code), data, size, ctypes.c_size_t(0), 0, ctypes.c_void_p(found), None)
    if count < 0:
        return None
    pairs = pcre2.pcre2_get_ovector_pointer_8(ctypes.c_void_p(found))
    ends = [pairs[i] for i in range(2 * count)]
    places = [None if end == _UNSET else len(data[:end].decode()) for end in ends]
    return [None if a is None or b is None else (a, b) for a, b in zip(places[::2], places[1::2], strict=True)]
