"""Instruction numbers of Python 2.7 and 3.4 to 3.13, as `opcode.opmap` of each version gives them."""

from __future__ import annotations

from typing import NamedTuple


class Version(NamedTuple):
    """How a family of Python versions writes instructions: names, the first with an argument, words or not."""

    name: str
    names: dict[int, str]
    argument_from: int
    words: bool
    extended: int


def _table(*rows: str) -> dict[int, str]:
    """Rows of NAME=number."""
    pairs = [word.partition("=") for row in rows for word in row.split()]
    return {int(number): name for name, _, number in pairs}


_SHARED = (  # the same from 2.7 to 3.12
    "POP_TOP=1 NOP=9 UNARY_POSITIVE=10 UNARY_NEGATIVE=11 UNARY_NOT=12 UNARY_INVERT=15 BINARY_SUBSCR=25 "
    "STORE_SUBSCR=60 DELETE_SUBSCR=61 GET_ITER=68 RETURN_VALUE=83 STORE_NAME=90 DELETE_NAME=91 "
    "UNPACK_SEQUENCE=92 FOR_ITER=93 STORE_ATTR=95 DELETE_ATTR=96 STORE_GLOBAL=97 DELETE_GLOBAL=98 "
    "LOAD_CONST=100 LOAD_NAME=101 BUILD_TUPLE=102 BUILD_LIST=103 BUILD_SET=104 BUILD_MAP=105 LOAD_ATTR=106 "
    "COMPARE_OP=107 IMPORT_NAME=108 IMPORT_FROM=109 JUMP_FORWARD=110 LOAD_GLOBAL=116 LOAD_FAST=124 "
    "STORE_FAST=125 DELETE_FAST=126 RAISE_VARARGS=130 MAKE_FUNCTION=132 BUILD_SLICE=133",
)
_TO_310 = (  # 2.7 to 3.10
    *_SHARED,
    "ROT_TWO=2 ROT_THREE=3 DUP_TOP=4 BINARY_POWER=19 BINARY_MULTIPLY=20 BINARY_MODULO=22 BINARY_ADD=23 "
    "BINARY_SUBTRACT=24 BINARY_FLOOR_DIVIDE=26 BINARY_TRUE_DIVIDE=27 INPLACE_FLOOR_DIVIDE=28 "
    "INPLACE_TRUE_DIVIDE=29 INPLACE_ADD=55 INPLACE_SUBTRACT=56 INPLACE_MULTIPLY=57 INPLACE_MODULO=59 "
    "BINARY_LSHIFT=62 BINARY_RSHIFT=63 BINARY_AND=64 BINARY_XOR=65 BINARY_OR=66 INPLACE_POWER=67 "
    "INPLACE_LSHIFT=75 INPLACE_RSHIFT=76 INPLACE_AND=77 INPLACE_XOR=78 INPLACE_OR=79 IMPORT_STAR=84 "
    "YIELD_VALUE=86 POP_BLOCK=87 JUMP_IF_FALSE_OR_POP=111 JUMP_IF_TRUE_OR_POP=112 JUMP_ABSOLUTE=113 "
    "POP_JUMP_IF_FALSE=114 POP_JUMP_IF_TRUE=115 SETUP_FINALLY=122 CALL_FUNCTION=131",
)
_TO_37 = ("BREAK_LOOP=80 END_FINALLY=88 CONTINUE_LOOP=119 SETUP_LOOP=120 SETUP_EXCEPT=121",)
_FROM_3 = (
    "DUP_TOP_TWO=5 PRINT_EXPR=70 LOAD_BUILD_CLASS=71 POP_EXCEPT=89 UNPACK_EX=94 LOAD_CLOSURE=135 LOAD_DEREF=136 "
    "STORE_DEREF=137 CALL_FUNCTION_KW=141 SETUP_WITH=143 LIST_APPEND=145 SET_ADD=146 MAP_ADD=147 "
    "LOAD_CLASSDEREF=148",
)
_FROM_36 = (
    "CALL_FUNCTION_EX=142 FORMAT_VALUE=155 BUILD_CONST_KEY_MAP=156 BUILD_STRING=157 BUILD_LIST_UNPACK=149 "
    "BUILD_TUPLE_UNPACK=152 BUILD_SET_UNPACK=153 BUILD_TUPLE_UNPACK_WITH_CALL=158 BUILD_MAP_UNPACK=150 "
    "BUILD_MAP_UNPACK_WITH_CALL=151 LOAD_METHOD=160 CALL_METHOD=161 SETUP_ANNOTATIONS=85 WITH_CLEANUP_START=81",
)
_FROM_38 = (
    "BEGIN_FINALLY=53 END_FINALLY=88 ROT_FOUR=6 LIST_TO_TUPLE=82 CONTAINS_OP=118 IS_OP=117 RERAISE=119 ROT_N=99 "
    "JUMP_IF_NOT_EXC_MATCH=121 LIST_EXTEND=162 SET_UPDATE=163 DICT_MERGE=164 DICT_UPDATE=165 "
    "WITH_EXCEPT_START=49 LOAD_ASSERTION_ERROR=74 GEN_START=129",
)
_FROM_311 = (
    "CACHE=0 PUSH_NULL=2 PUSH_EXC_INFO=35 CHECK_EXC_MATCH=36 WITH_EXCEPT_START=49 BEFORE_WITH=53 "
    "LOAD_BUILD_CLASS=71 LOAD_ASSERTION_ERROR=74 RETURN_GENERATOR=75 SETUP_ANNOTATIONS=85 POP_EXCEPT=89 "
    "UNPACK_EX=94 SWAP=99 IS_OP=117 CONTAINS_OP=118 RERAISE=119 COPY=120 BINARY_OP=122 SEND=123 "
    "GET_AWAITABLE=131 MAKE_CELL=135 LOAD_CLOSURE=136 LOAD_DEREF=137 STORE_DEREF=138 JUMP_BACKWARD=140 "
    "CALL_FUNCTION_EX=142 LIST_APPEND=145 SET_ADD=146 MAP_ADD=147 COPY_FREE_VARS=149 RESUME=151 "
    "FORMAT_VALUE=155 BUILD_CONST_KEY_MAP=156 BUILD_STRING=157 LIST_EXTEND=162 SET_UPDATE=163 DICT_MERGE=164 "
    "DICT_UPDATE=165 CALL=171 KW_NAMES=172",
)
_ONLY_27 = (
    "ROT_FOUR=5 UNARY_CONVERT=13 BINARY_DIVIDE=21 SLICE+0=30 SLICE+1=31 SLICE+2=32 SLICE+3=33 STORE_MAP=54 "
    "INPLACE_DIVIDE=58 PRINT_EXPR=70 PRINT_ITEM=71 PRINT_NEWLINE=72 PRINT_ITEM_TO=73 PRINT_NEWLINE_TO=74 "
    "EXEC_STMT=85 BUILD_CLASS=89 LIST_APPEND=94 DUP_TOPX=99 MAKE_CLOSURE=134 LOAD_CLOSURE=135 LOAD_DEREF=136 "
    "STORE_DEREF=137 CALL_FUNCTION_VAR=140 CALL_FUNCTION_KW=141 CALL_FUNCTION_VAR_KW=142 SETUP_WITH=143 "
    "SET_ADD=146 MAP_ADD=147 WITH_CLEANUP=81 LOAD_LOCALS=82",
)
_313 = (
    "CACHE=0 BEFORE_WITH=2 BINARY_SLICE=4 BINARY_SUBSCR=5 CHECK_EXC_MATCH=7 DELETE_SUBSCR=9 END_FOR=11 "
    "END_SEND=12 FORMAT_SIMPLE=14 FORMAT_WITH_SPEC=15 GET_ITER=19 LOAD_ASSERTION_ERROR=23 LOAD_BUILD_CLASS=24 "
    "LOAD_LOCALS=25 MAKE_FUNCTION=26 NOP=30 POP_EXCEPT=31 POP_TOP=32 PUSH_EXC_INFO=33 PUSH_NULL=34 "
    "RETURN_GENERATOR=35 RETURN_VALUE=36 SETUP_ANNOTATIONS=37 STORE_SLICE=38 STORE_SUBSCR=39 TO_BOOL=40 "
    "UNARY_INVERT=41 UNARY_NEGATIVE=42 UNARY_NOT=43 WITH_EXCEPT_START=44 BINARY_OP=45 BUILD_CONST_KEY_MAP=46 "
    "BUILD_LIST=47 BUILD_MAP=48 BUILD_SET=49 BUILD_SLICE=50 BUILD_STRING=51 BUILD_TUPLE=52 CALL=53 "
    "CALL_FUNCTION_EX=54 CALL_INTRINSIC_1=55 CALL_KW=57 COMPARE_OP=58 CONTAINS_OP=59 CONVERT_VALUE=60 COPY=61 "
    "COPY_FREE_VARS=62 DELETE_ATTR=63 DELETE_FAST=65 DELETE_GLOBAL=66 DELETE_NAME=67 DICT_MERGE=68 "
    "DICT_UPDATE=69 FOR_ITER=72 GET_AWAITABLE=73 IMPORT_FROM=74 IMPORT_NAME=75 IS_OP=76 JUMP_BACKWARD=77 "
    "JUMP_FORWARD=79 LIST_APPEND=80 LIST_EXTEND=81 LOAD_ATTR=82 LOAD_CONST=83 LOAD_DEREF=84 LOAD_FAST=85 "
    "LOAD_FAST_AND_CLEAR=86 LOAD_FAST_CHECK=87 LOAD_FAST_LOAD_FAST=88 LOAD_GLOBAL=91 LOAD_NAME=92 MAKE_CELL=94 "
    "MAP_ADD=95 POP_JUMP_IF_FALSE=97 POP_JUMP_IF_NONE=98 POP_JUMP_IF_NOT_NONE=99 POP_JUMP_IF_TRUE=100 "
    "RAISE_VARARGS=101 RERAISE=102 RETURN_CONST=103 SEND=104 SET_ADD=105 SET_FUNCTION_ATTRIBUTE=106 "
    "SET_UPDATE=107 STORE_ATTR=108 STORE_DEREF=109 STORE_FAST=110 STORE_FAST_LOAD_FAST=111 "
    "STORE_FAST_STORE_FAST=112 STORE_GLOBAL=113 STORE_NAME=114 SWAP=115 UNPACK_EX=116 UNPACK_SEQUENCE=117 "
    "YIELD_VALUE=118 RESUME=149",
)

V27 = Version("2.7", _table(*_TO_310, *_TO_37, *_ONLY_27), 90, words=False, extended=145)
V34 = Version(
    "3.0 to 3.5",
    _table(*_TO_310, *_TO_37, *_FROM_3, "CALL_FUNCTION_VAR=140 CALL_FUNCTION_VAR_KW=142 MAKE_CLOSURE=134"),
    90,
    words=False,
    extended=144,
)
V36 = Version("3.6 or 3.7", _table(*_TO_310, *_TO_37, *_FROM_3, *_FROM_36), 90, words=True, extended=144)
V38 = Version("3.8 to 3.10", _table(*_TO_310, *_FROM_3, *_FROM_36, *_FROM_38), 90, words=True, extended=144)
V311 = Version(
    "3.11",
    _table(
        *_SHARED,
        *_FROM_311,
        "PRINT_EXPR=70 LIST_TO_TUPLE=82 IMPORT_STAR=84 YIELD_VALUE=86 JUMP_IF_FALSE_OR_POP=111 JUMP_IF_TRUE_OR_POP=112 "
        "POP_JUMP_IF_FALSE=114 POP_JUMP_IF_TRUE=115 POP_JUMP_IF_NOT_NONE=128 POP_JUMP_IF_NONE=129 LOAD_METHOD=160 "
        "PRECALL=166 POP_JUMP_IF_FALSE=175 POP_JUMP_IF_TRUE=176",
    ),
    90,
    words=True,
    extended=144,
)
V312 = Version(
    "3.12",
    _table(
        *_SHARED,
        *_FROM_311,
        "END_FOR=4 END_SEND=5 BINARY_SLICE=26 STORE_SLICE=27 POP_JUMP_IF_FALSE=114 "
        "POP_JUMP_IF_TRUE=115 RETURN_CONST=121 "
        "POP_JUMP_IF_NOT_NONE=128 POP_JUMP_IF_NONE=129 LOAD_FAST_CHECK=127 LOAD_FAST_AND_CLEAR=143 YIELD_VALUE=150 "
        "CALL_INTRINSIC_1=173 LOAD_LOCALS=87",
    ),
    90,
    words=True,
    extended=144,
)
V313 = Version("3.13", _table(*_313), 44, words=True, extended=71)

BINARY = tuple("+ & // << @ * % | ** >> - / ^".split())  # argument of BINARY_OP; 13 more are the same in place
NAMED_BINARY = {
    "POWER": "**",
    "MULTIPLY": "*",
    "MODULO": "%",
    "ADD": "+",
    "SUBTRACT": "-",
    "FLOOR_DIVIDE": "//",
    "TRUE_DIVIDE": "/",
    "DIVIDE": "/",
    "LSHIFT": "<<",
    "RSHIFT": ">>",
    "AND": "&",
    "XOR": "^",
    "OR": "|",
}
UNARY = {"UNARY_NEGATIVE": "-", "UNARY_POSITIVE": "+", "UNARY_NOT": "not ", "UNARY_INVERT": "~"}


def version_of(code: bytes, layout: str) -> Version | None:
    """Tell which Python wrote a module's instructions; None for one whose instructions are not known here."""
    if layout == "2.7":
        return V27
    if layout == "3.8":
        return V38
    operations = code[::2]
    if layout == "3.0":
        return V36 if not len(code) % 2 and operations[-1:] == b"\x53" else V34
    if 149 in operations[:4] and 151 not in operations[:2]:
        return V313
    if 151 not in operations[:4]:
        return None
    return V311 if 166 in operations or 160 in operations or operations[-1:] == b"\x53" else V312


class Instruction(NamedTuple):
    """One instruction: where it starts, its name or number, its argument, where the next one starts."""

    at: int
    name: str
    argument: int
    after: int


def instructions(code: bytes, version: Version) -> list[Instruction]:
    """Give the instructions of a code object, without EXTENDED_ARG and inline caches."""
    found: list[Instruction] = []
    at = extra = 0
    while at < len(code):
        start, number = at, code[at]
        argument = 0
        if version.words:
            argument = (code[at + 1] if at + 1 < len(code) else 0) | extra << 8
            at += 2
        elif number >= version.argument_from:
            argument = int.from_bytes(code[at + 1 : at + 3], "little") | extra << 16
            at += 3
        else:
            at += 1
        if number == version.extended:
            extra = argument & 0xFFFFFF
            continue
        extra = 0
        name = version.names.get(number, str(number))
        if name != "CACHE":
            found.append(Instruction(start, name, argument, at))
    return found


_ABSOLUTE = frozenset(
    "POP_JUMP_IF_FALSE POP_JUMP_IF_TRUE JUMP_ABSOLUTE JUMP_IF_FALSE_OR_POP JUMP_IF_TRUE_OR_POP".split()
)
_CACHED = {"3.12": ("FOR_ITER",), "3.13": ("FOR_ITER", "POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE")}


class Targets:
    """Where jumps of one code object lead; 3.8 to 3.10 look alike but count bytes or words."""

    def __init__(self, code: list[Instruction], version: Version) -> None:
        self.version = version.name
        self.modern = version.name in ("3.11", "3.12", "3.13")
        jumps = [step.argument for step in code if step.name in _ABSOLUTE]
        words = version.name == "3.8 to 3.10" and (any(argument & 1 for argument in jumps) or _loops_in_words(code))
        self.unit = 2 if words or self.modern else 1

    def of(self, step: Instruction) -> int:
        """Offset an instruction jumps to when it does."""
        if step.name in _ABSOLUTE and not self.modern:
            return step.argument * self.unit
        caches = 2 if step.name in _CACHED.get(self.version, ()) else 0
        return step.after + caches + step.argument * self.unit


def _loops_in_words(code: list[Instruction]) -> bool:
    """Whether the jump back that ends a loop is where a count of words has it, not one of bytes."""
    backs = {step.after for step in code if step.name == "JUMP_ABSOLUTE"}
    loops = [step for step in code if step.name == "FOR_ITER"]
    return any(step.after + step.argument not in backs and step.after + 2 * step.argument in backs for step in loops)
