"""Kusto's functions of URLs and IP addresses."""

from __future__ import annotations

from antivenom.errors import Unsupported
from antivenom.languages.kql.functions.table import Args, Function, listed, string
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value

_S = Type.STRING


def _of_string(name: str, op: str, type: Type) -> Function:
    return Function(name, 1, 1, lambda a: a.call(op, string(a, 0), type=type))


def _of_two(name: str, op: str, type: Type = Type.BOOL) -> Function:
    return Function(name, 2, 2, lambda a: a.call(op, string(a, 0), string(a, 1), type=type))


def _masked(name: str, type: Type) -> Function:
    """An address and a number of bits."""
    return Function(name, 2, 2, lambda a: a.call(f"kusto.{name}", string(a, 0), a.whole(1), type=type))


def _compared(name: str, bits: int, type: Type) -> Function:
    """Two addresses, under a number of bits that is all of them when it is left out."""

    def build(args: Args) -> Value:
        prefix = args.whole(2) if len(args) > 2 else Literal(bits, Type.LONG)
        return args.call(f"kusto.{name}", string(args, 0), string(args, 1), prefix, type=type)

    return Function(name, 2, 3, build)


def _any_of(name: str) -> Function:
    """A text, and several texts or one dynamic array of them."""
    return Function(name, 2, 65, lambda a: a.call(f"kusto.{name}", string(a, 0), listed(a, 1), type=Type.BOOL))


def _format(name: str, fewest: int) -> Function:
    """An address, as text or as its number, and a number of bits."""

    def build(args: Args) -> Value:
        given = args.values[0]
        if given.type.integral:
            address: Value = args.call("kusto.ipv4_of_number", to.whole(given, args.spans[0]), type=_S)
        elif given.type not in (Type.STRING, Type.DYNAMIC):
            raise Unsupported(f"KQL {name} of {given.type.value}", span=args.spans[0])
        else:
            address = string(args, 0)
        prefix = args.whole(1) if len(args) > 1 else Literal(32, Type.LONG)
        return args.call(f"kusto.{name}", address, prefix, type=_S)

    return Function(name, fewest, 2, build)


FUNCTIONS = (
    _of_string("parse_url", "kusto.parse_url", Type.DYNAMIC),
    _of_string("parseurl", "kusto.parse_url", Type.DYNAMIC),
    _of_string("parse_urlquery", "kusto.parse_urlquery", Type.DYNAMIC),
    _of_string("parseurlquery", "kusto.parse_urlquery", Type.DYNAMIC),
    Function("url_encode", 1, 1, lambda a: a.call("kusto.url_encode", a.only_text(0), type=_S)),
    Function("url_encode_component", 1, 1, lambda a: a.call("kusto.url_encode_component", a.only_text(0), type=_S)),
    Function("url_decode", 1, 1, lambda a: a.call("kusto.url_decode", a.only_text(0), type=_S)),
    _of_string("parse_ipv4", "kusto.parse_ipv4", Type.LONG),
    _masked("parse_ipv4_mask", Type.LONG),
    _of_string("parse_ipv6", "kusto.parse_ipv6", _S),
    _masked("parse_ipv6_mask", _S),
    _format("format_ipv4", 1),
    _format("format_ipv4_mask", 2),
    _compared("ipv4_compare", 32, Type.LONG),
    _compared("ipv4_is_match", 32, Type.BOOL),
    _compared("ipv6_compare", 128, Type.LONG),
    _compared("ipv6_is_match", 128, Type.BOOL),
    _of_two("ipv4_is_in_range", "kusto.ipv4_is_in_range"),
    _of_two("ipv6_is_in_range", "kusto.ipv6_is_in_range"),
    _any_of("ipv4_is_in_any_range"),
    _any_of("ipv6_is_in_any_range"),
    _of_string("ipv4_is_private", "kusto.ipv4_is_private", Type.BOOL),
    _of_string("ipv4_netmask_suffix", "kusto.ipv4_netmask_suffix", Type.LONG),
    _of_two("ipv4_range_to_cidr_list", "kusto.ipv4_range_to_cidr_list", Type.DYNAMIC),
    _of_two("has_ipv4", "kusto.has_ipv4"),
    _of_two("has_ipv4_prefix", "kusto.has_ipv4_prefix"),
    _any_of("has_any_ipv4"),
    _any_of("has_any_ipv4_prefix"),
)
