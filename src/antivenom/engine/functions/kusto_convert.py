"""Kusto's conversions between types. What does not convert is null (an empty string for tostring)."""

from __future__ import annotations

from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, template

_LAST_TICK = 3_155_378_975_999_999_999
_EPOCH_SECONDS = 62_135_596_800

# --- to text

_TIME = (
    f"strftime(make_timestamp((@0 // 10000000 - {_EPOCH_SECONDS}) * 1000000), '%Y-%m-%dT%H:%M:%S.')"
    " || lpad(CAST(@0 % 10000000 AS VARCHAR), 7, '0') || 'Z'"
)
_LENGTH = "abs(CAST(@0 AS HUGEINT))"
_SPAN = f"""CASE WHEN @0 < 0 THEN '-' ELSE '' END
  || CASE WHEN {_LENGTH} >= 864000000000 THEN CAST({_LENGTH} // 864000000000 AS VARCHAR) || '.' ELSE '' END
  || lpad(CAST({_LENGTH} // 36000000000 % 24 AS VARCHAR), 2, '0') || ':'
  || lpad(CAST({_LENGTH} // 600000000 % 60 AS VARCHAR), 2, '0') || ':'
  || lpad(CAST({_LENGTH} // 10000000 % 60 AS VARCHAR), 2, '0')
  || CASE WHEN {_LENGTH} % 10000000 = 0 THEN ''
     ELSE '.' || lpad(CAST({_LENGTH} % 10000000 AS VARCHAR), 7, '0') END"""
_REAL = """CASE WHEN abs(@0) < 1e9 AND @0 * 8 = trunc(@0 * 8) THEN CAST(@0 AS VARCHAR)
  ELSE antivenom_kusto_real_text(@0) END"""
_BOOL = "CASE WHEN @0 THEN 'True' WHEN NOT @0 THEN 'False' ELSE '' END"
_DYNAMIC = "coalesce(json_extract_string(@0, '$'), '')"

TO_TEXT = (
    template("kusto.text_of_long", "coalesce(CAST(@0 AS VARCHAR), '')"),
    once("kusto.text_of_bool", _BOOL),
    once("kusto.text_of_real", f"CASE WHEN @0 IS NULL THEN '' ELSE {_REAL} END"),
    once("kusto.text_of_datetime", f"coalesce({_TIME}, '')"),
    once("kusto.text_of_timespan", f"coalesce({_SPAN}, '')"),
    template("kusto.text_of_dynamic", _DYNAMIC),
    template("kusto.text_of_guid", "coalesce(@0, '')"),
)

# --- to JSON text, never null

TO_JSON = (
    template("kusto.json_of_text", "CAST(to_json(@0) AS VARCHAR)"),
    template("kusto.json_of_long", "coalesce(CAST(@0 AS VARCHAR), 'null')"),
    template("kusto.json_of_bool", "coalesce(CAST(@0 AS VARCHAR), 'null')"),
    once(
        "kusto.json_of_real",
        """CASE WHEN @0 IS NULL THEN 'null' WHEN isnan(@0) THEN '"NaN"'
           WHEN isinf(@0) THEN CASE WHEN @0 > 0 THEN '"Infinity"' ELSE '"-Infinity"' END
           ELSE CAST(to_json(@0) AS VARCHAR) END""",
    ),
    once("kusto.json_of_datetime", f"""coalesce('"' || {_TIME} || '"', 'null')"""),
    once("kusto.json_of_timespan", f"""coalesce('"' || {_SPAN} || '"', 'null')"""),
    template("kusto.json_of_guid", """coalesce('"' || @0 || '"', 'null')"""),
    template("kusto.json_of_dynamic", "coalesce(@0, 'null')"),
)

# --- from text

_SPACES = "chr(32) || chr(9) || chr(10) || chr(11) || chr(12) || chr(13)"
_TRIMMED = f"trim(@0, {_SPACES})"


def _long_of(text: str) -> str:
    """A sign and digits, or hexadecimal without a sign that wraps; else null."""
    return f"""CASE WHEN regexp_full_match({text}, '[-+]?[0-9]+') THEN TRY_CAST({text} AS BIGINT)
      WHEN regexp_full_match({text}, '0[xX][0-9a-fA-F]{{1,16}}')
      THEN CAST(((CAST(CAST({text} AS UBIGINT) AS HUGEINT) + 9223372036854775808) & 18446744073709551615)
        - 9223372036854775808 AS BIGINT) END"""


def _int_of(text: str) -> str:
    return f"""CASE WHEN regexp_full_match({text}, '[-+]?[0-9]+') THEN TRY_CAST({text} AS INTEGER)
      WHEN regexp_full_match({text}, '0[xX][0-9a-fA-F]{{1,8}}')
      THEN CAST(((CAST({text} AS BIGINT) + 2147483648) & 4294967295) - 2147483648 AS INTEGER) END"""


def _real_of(text: str) -> str:
    return f"""CASE
      WHEN regexp_full_match({text}, '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?')
      THEN TRY_CAST({text} AS DOUBLE)
      WHEN lower({text}) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
      THEN TRY_CAST({text} AS DOUBLE) END"""


def _bool_of(text: str) -> str:
    return f"""CASE WHEN lower({text}) = 'true' THEN TRUE WHEN lower({text}) = 'false' THEN FALSE
      ELSE ({_long_of(text)}) <> 0 END"""


_DATE = (
    r"^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
    r"(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?"
    r"\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$"
)
_SAFE_HOUR = r"^\s*\S+[T ]\s*(?:2[4-9]|[3-9][0-9])"


def _datetime_of(text: str) -> str:
    """ISO 8601 here, other text with digits in Python."""

    def part(n: int) -> str:
        return f"regexp_extract({text}, '{_DATE}', {n})"

    clock = f"coalesce(nullif({part(2)}, ''), '00:00') || ':' || coalesce(nullif({part(3)}, ''), '00')"
    micros = f"epoch_us(TRY_CAST({part(1)} || ' ' || {clock} AS TIMESTAMP))"
    zone = f"""CASE WHEN length({part(5)}) = 6 THEN
      (CASE WHEN {part(5)}[1] = '-' THEN -1 ELSE 1 END)
      * (CAST({part(5)}[2:3] AS BIGINT) * 60 + CAST({part(5)}[5:6] AS BIGINT)) * 600000000 ELSE 0 END"""
    fraction = f"CAST(rpad('0' || {part(4)}, 8, '0') AS BIGINT)"
    ticks = f"({micros} * 10 + {_EPOCH_SECONDS}0000000 + {fraction} - ({zone}))"
    return f"""CASE WHEN regexp_matches({text}, '{_SAFE_HOUR}') THEN NULL
      WHEN regexp_matches({text}, '{_DATE}')
      THEN CASE WHEN {ticks} BETWEEN 0 AND {_LAST_TICK} THEN {ticks} END
      WHEN NOT regexp_matches({text}, '[0-9]') THEN NULL
      ELSE antivenom_kusto_read_time({text}) END"""


_UNIT_TICKS = (
    ("d", 864_000_000_000),
    ("h", 36_000_000_000),
    ("m", 600_000_000),
    ("s", 10_000_000),
    ("ms", 10_000),
)


def _timespan_of(text: str) -> str:
    """`1d`, `-2h`, `[d.]hh:mm:ss[.fffffff]` here, other text with digits in Python."""
    units = " ".join(
        f"WHEN regexp_full_match({text}, '-?[0-9]{{1,7}}{unit}')"
        f" THEN CAST({text}[1:-{len(unit) + 1}] AS BIGINT) * {ticks}"
        for unit, ticks in _UNIT_TICKS
    )
    clock = r"(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?"

    def part(n: int) -> str:
        return f"CAST('0' || regexp_extract({text}, '^{clock}$', {n}) AS BIGINT)"

    total = (
        f"((({part(2)} * 24 + {part(3)}) * 60 + {part(4)}) * 60 + {part(5)}) * 10000000"
        f" + CAST(rpad('0' || regexp_extract({text}, '^{clock}$', 6), 8, '0') AS BIGINT)"
    )
    return f"""CASE {units} WHEN regexp_full_match({text}, '{clock}')
      THEN CASE WHEN {part(3)} < 24 AND {part(4)} < 60 AND {part(5)} < 60
        THEN CASE WHEN {text}[1] = '-' THEN -1 ELSE 1 END * ({total}) END
      WHEN regexp_full_match({text}, '[0-9]*[.][0-9]*') OR NOT regexp_matches({text}, '[0-9]') THEN NULL
      ELSE antivenom_kusto_read_timespan({text}) END"""


_GUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
_DIGITS = "lower(replace(trim(trim(@0), '{}()'), '-', ''))"
# with dashes or without, alone or in one pair of braces or parentheses, as .NET's Guid.Parse reads it
_GUID_OF = f"""CASE WHEN regexp_full_match(trim(@0), '{_GUID}') THEN lower(trim(@0))
  WHEN regexp_full_match(trim(@0), '[0-9a-fA-F]{{32}}|[{{]{_GUID}[}}]|[(]{_GUID}[)]')
  THEN regexp_replace({_DIGITS}, '^(.{{8}})(.{{4}})(.{{4}})(.{{4}})(.{{12}})$', '\\1-\\2-\\3-\\4-\\5') END"""

# --- numbers to numbers

_LONG_OF_REAL = """CASE
  WHEN NOT isfinite(@0) THEN NULL
  WHEN @0 >= 9223372036854775807 THEN 9223372036854775807
  WHEN @0 <= -9223372036854775808 THEN -9223372036854775808
  ELSE CAST(trunc(@0) AS BIGINT) END"""
_INT_OF_REAL = """CASE
  WHEN NOT isfinite(@0) THEN NULL
  WHEN @0 >= 2147483647 THEN 2147483647 WHEN @0 <= -2147483648 THEN -2147483648
  ELSE CAST(trunc(@0) AS INTEGER) END"""
_LONG_OF_CONSTANT = """CASE WHEN NOT isfinite(@0) THEN NULL
  WHEN @0 >= 9223372036854775807 OR @0 < -9223372036854775808 THEN -9223372036854775808
  ELSE CAST(trunc(@0) AS BIGINT) END"""
_INT_OF_CONSTANT = """CASE WHEN NOT isfinite(@0) THEN NULL
  WHEN @0 >= 2147483648 OR @0 <= -2147483649 THEN -2147483648
  ELSE CAST(trunc(@0) AS INTEGER) END"""
_INT_OF_LONG = "CAST(((CAST(@0 AS HUGEINT) + 2147483648) & 4294967295) - 2147483648 AS INTEGER)"

# --- from dynamic: what it holds decides

_HELD = "json_extract_string(@0, '$')"


_TEXT = f"trim({_HELD}, {_SPACES})"

CONVERSIONS = (
    once("kusto.long_of_text", _long_of(_TRIMMED)),
    once("kusto.int_of_text", _int_of(_TRIMMED)),
    once("kusto.real_of_text", _real_of(_TRIMMED)),
    once("kusto.bool_of_text", _bool_of(_TRIMMED)),
    once("kusto.datetime_of_text", _datetime_of("@0")),
    once("kusto.timespan_of_text", _timespan_of("trim(@0)")),
    once("kusto.guid_of_text", _GUID_OF),
    once("kusto.long_of_real", _LONG_OF_REAL),
    once("kusto.int_of_real", _INT_OF_REAL),
    once("kusto.long_of_constant_real", _LONG_OF_CONSTANT),
    once("kusto.int_of_constant_real", _INT_OF_CONSTANT),
    template("kusto.int_of_long", _INT_OF_LONG),
    template("kusto.long_of_bool", "CAST(@0 AS BIGINT)"),
    template("kusto.int_of_bool", "CAST(@0 AS INTEGER)"),
    template("kusto.real_of_number", "CAST(@0 AS DOUBLE)"),
    template("kusto.real_of_bool", "CAST(CAST(@0 AS INTEGER) AS DOUBLE)"),
    template("kusto.bool_of_number", "@0 <> 0"),
    template("kusto.same_ticks", "CAST(@0 AS BIGINT)"),  # a timespan or datetime as its count of ticks, and back
    once("kusto.datetime_of_ticks", f"CASE WHEN @0 BETWEEN 0 AND {_LAST_TICK} THEN @0 END"),
    once(
        "kusto.datetime_of_real",
        f"CASE WHEN @0 > -1 AND @0 < {_LAST_TICK} THEN CAST(trunc(@0) AS BIGINT) END",
    ),
    once(
        "kusto.timespan_of_dynamic",
        f"""CASE WHEN json_type(@0) = 'VARCHAR' THEN {_timespan_of("trim(" + _HELD + ")")}
           WHEN json_type(@0) IN ('BIGINT', 'UBIGINT') THEN TRY_CAST({_HELD} AS BIGINT) END""",
    ),
    once("kusto.datetime_of_dynamic", f"CASE WHEN json_type(@0) = 'VARCHAR' THEN {_datetime_of(_TEXT)} END"),
    once(
        "kusto.long_of_dynamic",
        f"""CASE json_type(@0) WHEN 'BIGINT' THEN CAST({_HELD} AS BIGINT)
          WHEN 'UBIGINT' THEN TRY_CAST({_HELD} AS BIGINT)
          WHEN 'DOUBLE' THEN {_LONG_OF_REAL.replace("@0", f"CAST({_HELD} AS DOUBLE)")}
          WHEN 'BOOLEAN' THEN CASE {_HELD} WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR' THEN {_long_of(_TEXT)} END""",
    ),
    once(
        "kusto.int_of_dynamic",
        f"""CASE json_type(@0)
          WHEN 'BIGINT' THEN {_INT_OF_LONG.replace("@0", f"CAST({_HELD} AS BIGINT)")}
          WHEN 'UBIGINT' THEN {_INT_OF_LONG.replace("@0", f"TRY_CAST({_HELD} AS BIGINT)")}
          WHEN 'DOUBLE' THEN {_INT_OF_REAL.replace("@0", f"CAST({_HELD} AS DOUBLE)")}
          WHEN 'BOOLEAN' THEN CASE {_HELD} WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR' THEN {_int_of(_TEXT)} END""",
    ),
    once(
        "kusto.real_of_dynamic",
        f"""CASE WHEN json_type(@0) IN ('BIGINT', 'UBIGINT', 'DOUBLE') THEN CAST({_HELD} AS DOUBLE)
          WHEN json_type(@0) = 'BOOLEAN' THEN CASE {_HELD} WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN json_type(@0) = 'VARCHAR' THEN {_real_of(_TEXT)} END""",
    ),
    once(
        "kusto.bool_of_dynamic",
        f"""CASE WHEN json_type(@0) IN ('BIGINT', 'UBIGINT', 'DOUBLE') THEN CAST({_HELD} AS DOUBLE) <> 0
          WHEN json_type(@0) = 'BOOLEAN' THEN {_HELD} = 'true'
          WHEN json_type(@0) = 'VARCHAR' THEN {_bool_of(_TEXT)} END""",
    ),
)

# --- a dynamic beside a number or bool: converted, as by tolong() and its kin

_LONG_HELD = f"""CASE json_type(@0) WHEN 'BIGINT' THEN CAST({_HELD} AS BIGINT)
  WHEN 'UBIGINT' THEN TRY_CAST({_HELD} AS BIGINT)
  WHEN 'BOOLEAN' THEN CASE {_HELD} WHEN 'true' THEN 1 ELSE 0 END
  WHEN 'VARCHAR' THEN {_long_of(_TEXT)}"""

HELD = (
    once(
        "kusto.held_long",
        f"""{_LONG_HELD}
          WHEN 'DOUBLE' THEN {_LONG_OF_REAL.replace("@0", f"CAST({_HELD} AS DOUBLE)")} END""",
    ),
    once(  # for equality: a real that is not whole equals none
        "kusto.held_whole",
        f"""{_LONG_HELD}
          WHEN 'DOUBLE' THEN CASE WHEN CAST({_HELD} AS DOUBLE) = trunc(CAST({_HELD} AS DOUBLE))
            THEN TRY_CAST(CAST({_HELD} AS DOUBLE) AS BIGINT) END END""",
    ),
    once(
        "kusto.held_real",
        f"""CASE WHEN json_type(@0) IN ('BIGINT', 'UBIGINT', 'DOUBLE') THEN CAST({_HELD} AS DOUBLE)
          WHEN json_type(@0) = 'BOOLEAN' THEN CASE {_HELD} WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN json_type(@0) = 'VARCHAR' THEN {_real_of(_TEXT)} END""",
    ),
    once(
        "kusto.held_bool",
        f"""CASE WHEN json_type(@0) = 'BOOLEAN' THEN {_HELD} = 'true'
          WHEN json_type(@0) IN ('BIGINT', 'UBIGINT', 'DOUBLE') THEN CAST({_HELD} AS DOUBLE) <> 0
          WHEN json_type(@0) = 'VARCHAR' THEN {_bool_of(_TEXT)} END""",
    ),
    once(  # a text and a number: the text read as one
        "kusto.text_is_number",
        f"coalesce(({_long_of(_TRIMMED)}) = @1 OR ({_real_of(_TRIMMED)}) = @1, FALSE)",
    ),
)

ROWS: tuple[Row, ...] = (*TO_TEXT, *TO_JSON, *CONVERSIONS, *HELD)
