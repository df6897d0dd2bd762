"""Splunk's functions of numbers and texts that no SQL says: printf, ipmask, significant digits, extremes of several."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from urllib.parse import unquote_to_bytes

from antivenom.engine.computed.splunk_json import number_shown
from antivenom.engine.computed.table import Computed, NoAnswer

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_CONVERSION = re.compile(
    r"%(?P<flags>['\-0+ #]*)(?P<width>\*|\d+)?(?:\.(?P<precision>\*|\d+)?)?(?P<point>)(?P<kind>[aAcdieEfFgGosuxXzp%])"
)
_WIDEST = 1000
_WORDS = re.compile(r"\s*([A-Za-z_]\w*)")


def number_of(text: str | None) -> float | None:
    """The number a text looks like; None where it looks like none."""
    return float(text) if text is not None and _NUMBER.fullmatch(text) else None


# --- printf


def _printf(format: str, values: list[str | None]) -> str:
    """Conversion functions, printf. A missing value, or a text where a number is needed, has no answer."""
    given = iter(values)

    def put(match: re.Match[str]) -> str:
        kind, flags = match["kind"], match["flags"]
        if kind == "%":
            return "%"
        width = _count(match["width"], given)
        precision = _count(match["precision"], given) if "." in match[0] else None
        if precision is None and "." in match[0]:
            precision = 0
        if width is not None and width < 0:
            flags, width = flags + "-", -width
        return _converted(kind, flags, width, precision, next(given, None))

    return _CONVERSION.sub(put, format)


def _count(given: str | None, values: Iterable[str | None]) -> int | None:
    if given is None:
        return None
    text = next(iter(values), None) if given == "*" else given
    value = number_of(text)
    if value is None or abs(value) > _WIDEST:
        raise NoAnswer("a width that is no small number")
    return int(value)


def _converted(kind: str, flags: str, width: int | None, precision: int | None, value: str | None) -> str:
    if value is None:
        raise NoAnswer("a missing value")
    if kind in "szc":
        text = _character(value) if kind == "c" else value
        body = text[:precision] if precision is not None and kind != "c" else text
        return _padded(body, "", flags.replace("0", ""), width)
    number = number_of(value)
    if number is None or number != number or abs(number) == float("inf"):
        raise NoAnswer("a text where a number is needed")
    if kind in "aA":
        body = _hexadecimal(abs(number), precision, kind)
    elif kind in "diuoxXp":
        body = _integral(kind, abs(int(number)), flags, precision)
        flags = flags.replace("0", "") if precision is not None else flags
    else:
        grouped = "," if "'" in flags and kind in "fFgG" else ""
        alternate = "#" if "#" in flags else ""
        body = f"{abs(number):{alternate}{grouped}.{6 if precision is None else precision}{kind}}"
    return _padded(body, _sign(number, kind, flags), flags, width)


def _sign(number: float, kind: str, flags: str) -> str:
    if kind in "uoxXp":
        if number < 0:
            raise NoAnswer("a negative number where none can be")
        return ""
    return "-" if number < 0 else "+" if "+" in flags else " " if " " in flags else ""


def _integral(kind: str, number: int, flags: str, precision: int | None) -> str:
    if kind in "diu":
        body = f"{number:,}" if "'" in flags else str(number)
    elif kind == "o":
        body = f"{number:o}"
        body = "0" + body if "#" in flags and body[0] != "0" else body
    else:
        body = f"{number:x}" if kind == "x" else f"{number:X}"
    if precision is not None:
        body = "" if precision == 0 and number == 0 else body.rjust(precision, "0")
    if "#" in flags and kind in "xXp" and number:
        body = ("0x" if kind == "x" else "0X") + body
    return body


def _hexadecimal(number: float, precision: int | None, kind: str) -> str:
    """C's %a: one digit before the point, a binary exponent."""
    if number == 0:
        mantissa, exponent, lead = 0, 0, 0
    else:
        fraction, exponent = _split(number)
        mantissa, lead, exponent = int((fraction * 2 - 1) * 2**52), 1, exponent - 1
    digits = f"{mantissa:013x}"
    if precision is not None and precision < 13:
        rounded = round(Decimal((lead << 52) + mantissa) / Decimal(16) ** (13 - precision))
        lead, rest = divmod(int(rounded), 16**precision)
        digits = f"{rest:0{precision}x}" if precision else ""
    elif precision is not None:
        digits = digits.ljust(precision, "0")
    else:
        digits = digits.rstrip("0")
    made = f"0x{lead}{'.' + digits if digits else ''}p{exponent:+d}"
    return made.upper() if kind == "A" else made


def _split(number: float) -> tuple[float, int]:
    fraction, exponent = number, 0
    while fraction >= 1:
        fraction, exponent = fraction / 2, exponent + 1
    while fraction < 0.5:
        fraction, exponent = fraction * 2, exponent - 1
    return fraction, exponent


def _character(value: str) -> str:
    number = number_of(value)
    if number is None:
        return value[:1]
    if not 0 <= number < 0x110000 or 0xD800 <= number < 0xE000:
        raise NoAnswer("no character of that number")
    return chr(int(number))


def _padded(body: str, sign: str, flags: str, width: int | None) -> str:
    missing = (width or 0) - len(body) - len(sign)
    if missing <= 0:
        return sign + body
    if "-" in flags:
        return sign + body + " " * missing
    if "0" in flags:
        prefix = body[:2] if body[:2] in ("0x", "0X") else ""
        return sign + prefix + "0" * missing + body[len(prefix) :]
    return " " * missing + sign + body


# --- significant digits


def _digits(text: str) -> int:
    mantissa = re.split("[eE]", text.lstrip("+-"))[0]
    return max(1, len(mantissa.replace(".", "").lstrip("0")))


def _places(text: str) -> int:
    return len(re.split("[eE]", text)[0].partition(".")[2])


def _known(texts: list[str | None]) -> list[str]:
    if not texts or any(number_of(text) is None for text in texts):
        raise NoAnswer("an operand that is no number")
    return [text for text in texts if text is not None]


def _sigfig_digits(value: float, operands: list[str | None]) -> str:
    digits = min(map(_digits, _known(operands)))
    return format(Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(repr(value)).normalize(), "f")


def _sigfig_places(value: float, operands: list[str | None]) -> str:
    places = min(map(_places, _known(operands)))
    return format(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), "f")


# --- several values


def _extreme(values: list[str], largest: bool) -> str:
    """Texts are greater than numbers; numbers go by value, texts by their characters."""
    texts = [text for text in values if number_of(text) is None]
    numbers = [text for text in values if number_of(text) is not None]
    chosen = texts if numbers == [] or (largest and texts) else numbers
    pick = max if largest else min
    return pick(chosen) if chosen is texts else pick(chosen, key=float)


def _sum(values: list[str]) -> float | None:
    numbers = [float(text) for text in values if number_of(text) is not None]
    return sum(numbers) if numbers else None


def _avg(values: list[str]) -> float | None:
    numbers = [float(text) for text in values if number_of(text) is not None]
    return sum(numbers) / len(numbers) if numbers else None


def _range(start: float, end: float, step: float) -> list[str] | None:
    """The numbers from start up to end, which is not among them."""
    if not step:
        return None
    made = []
    for at in range(max(0, int((end - start) / step) + 2)):
        value = start + at * step
        if value >= end if step > 0 else value <= end:
            break
        made.append(number_shown(value))
    return made or None


# --- texts


def _ipmask(mask: str, address: str) -> str | None:
    try:
        both = int(ipaddress.IPv4Address(mask)) & int(ipaddress.IPv4Address(address))
    except ValueError:
        return None
    return str(ipaddress.IPv4Address(both))


def _urldecode(text: str) -> str:
    """Percent codes as the bytes of UTF-8; a plus sign stays."""
    return re.sub(r"(?:%[0-9A-Fa-f]{2})+", lambda match: unquote_to_bytes(match[0]).decode("utf-8", "replace"), text)


def _substr(text: str, start: float, length: float) -> str:
    """SQLite's substr with a negative length: the characters before the place."""
    place, count = int(max(min(start, 2e9), -2e9)), int(max(min(length, 2e9), -2e9))
    place = place if place >= 0 else max(len(text) + place + 1, 0)
    end = max(place - 1, 0)
    return text[max(end + count, 0) : end]


def _commands(search: str) -> list[str] | None:
    """The commands of a search, in order."""
    pieces = re.findall(r"(?:\"(?:[^\"\\]|\\.)*\"|\[(?:[^\[\]])*\]|[^|\"\[])+", search)
    found = [_WORDS.match(piece) for piece in pieces]
    return [match[1] for match in found if match is not None] or None


_T, _L, _N = "VARCHAR", "VARCHAR[]", "DOUBLE"

ROWS = (
    Computed("splunk.printf", _printf, (_T, _L), _T),
    Computed("splunk.sigfig_digits", _sigfig_digits, (_N, _L), _T),
    Computed("splunk.sigfig_places", _sigfig_places, (_N, _L), _T),
    Computed("splunk.mv_max", lambda values: _extreme(values, True), (_L,), _T),
    Computed("splunk.mv_min", lambda values: _extreme(values, False), (_L,), _T),
    Computed("splunk.mv_sum", _sum, (_L,), _N),
    Computed("splunk.mv_avg", _avg, (_L,), _N),
    Computed("splunk.mv_range", _range, (_N, _N, _N), _L),
    Computed("splunk.ipmask", _ipmask, (_T, _T), _T),
    Computed("splunk.urldecode", _urldecode, (_T,), _T),
    Computed("splunk.substr_before", _substr, (_T, _N, _N), _T),
    Computed("splunk.sha512", lambda text: hashlib.sha512(text.encode()).hexdigest(), (_T,), _T),
    Computed("splunk.commands", _commands, (_T,), _L),
)
