"""KQL over unusual cells: a query gives rows for them, and does not end because of one."""

from __future__ import annotations

import pytest

from antivenom import engine
from antivenom.engine import discovery
from antivenom.languages import kql
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText

NOW = 1_700_000_000_000_000_000


@pytest.mark.parametrize(
    "query",
    [
        "print a = set_union(dynamic([1]), dynamic([1.0]))",
        "print a = set_union(dynamic([1]), dynamic(null))",
        'print a = set_union(dynamic([{"a": 1, "b": 2}]), dynamic([{"b": 2, "a": 1}]))',
        "print a = array_sum(dynamic([]))",
        "print a = array_sort_asc(dynamic([true, false]))",
        'print a = array_sort_asc(dynamic(["1.00:00:00", "10:00:00"]))',
        'print a = array_sort_desc(dynamic([1, "a"]))',
        'print a = array_sort_asc(dynamic([1, 1]), dynamic(["a", "b"]))[1]',
        'print a = array_shift_left(dynamic(["a"]), 1)',
        "print a = array_split(dynamic([1, 2]), 5)",
        "print a = array_index_of(dynamic([1, null]), dynamic(null))",
        "print a = bag_merge(dynamic({}), dynamic(null))",
        'print a = bag_has_key(parse_json(\'{"a": 1, "a": 2}\'), "a")',
        'print a = bag_set_key(dynamic({"a": 1}), "$.a.b", 2)',
        "print a = bag_has_key(dynamic({}), '$.a[0]')",
        'datatable(d: dynamic)[dynamic("1")] | extend a = d == 1',
        "datatable(d: dynamic)[dynamic(1.5)] | extend a = d > 1",
        "datatable(d: dynamic)[dynamic(1)] | extend a = d == true",
        'datatable(s: string)["01"] | extend a = s == 1',
        'datatable(s: string, l: long)["a", long(null)] | extend a = s == l',
        'datatable(s: string, a: dynamic)["1", dynamic([1])] | extend b = s in (a)',
        'datatable(l: long, a: dynamic)[1, dynamic(["1"])] | extend b = l in (a)',
        'datatable(s: string, a: dynamic)["1", dynamic([true])] | extend b = s has_any (a)',
        "print a = parse_json('{\"a\": 12345678901234567890}')",
        "print a = extract_json('$.a', '{\"a\": true}')",
        "datatable(d: dynamic)[dynamic([])] | extend p = pack_all(true)",
        "print a = dynamic_to_json(dynamic(null))",
        'print d = dynamic(["2024-01-31"]) | summarize buildschema(d)',
        "datatable(r: real)[real(nan)] | extend l = toint(r)",
        'datatable(s: string)["Fri, 8 Nov 14 15:05:02"] | extend d = todatetime(s)',
        'print datetime_local_to_utc(datetime(2022-10-30 02:30), "Europe/Brussels")',
        'print datetime_utc_to_local(datetime(2022-10-30 02:30), "Europe/Nowhere")',
        "print unixtime_seconds_todatetime(1546300800.123)",
        'datatable(s: string)["31/12/2020"] | extend d = todatetime(s)',
        'datatable(s: string)["1 week 3"] | extend d = totimespan(s)',
        "datatable(r: real)[real(inf)] | extend l = tolong(r)",
        "print d = dynamic([1, 1.5]) | mv-expand d to typeof(long)",
        "print d = dynamic([1]) | mv-expand d to typeof(string)",
        'print d = dynamic({"a": 1, "a": 2}) | mv-expand d',
        "print d = range(1, 129) | mvapply d on (count)",
        "print acos(1.5)",
        "print log10(-1)",
        "print gamma(-0.5)",
        "print beta_cdf(0.1, -0.5, 20.0)",
        "print beta_inv(1.5, 10.0, 20.0)",
        "print welch_test(1, 0, 5, 2, 1, 5)",
        "print decimal(1) / 0",
        "print decimal(-7) % 2",
        "print round(decimal(0.5))",
        "print tostring(decimal(2))",
        "print todecimal(0.1 + 0.2)",
        "print datetime_add('nanosecond', 50, datetime(2024-01-01))",
        "print todatetime('Fri, 8 Nov 14 15:05:02 GMT')",
        "print todatetime('8 Nov 45 15:05:02 GMT')",
        "print totimespan('5')",
        "print bin(1.5, 0.0)",
        "print toint(3e9)",
        "print format_timespan(1h, 'h.F')",
        "print 1h / 7",
        'print a = url_encode("a(b)")',
        'print a = url_decode("a+b")',
        'print a = parse_url("http://a:b:c/")',
        'print a = parse_path(@"C:\\a.txt")',
        'print a = parse_command_line("", "windows")',
        "print a = parse_csv('a\"b')",
        'print a = parse_xml("<a><![CDATA[x]]></a>")',
        'print a = parse_xml("<!DOCTYPE a><a/>")',
        'print a = has_ipv4("1.2.3.4.5", "1.2.3.4")',
        'print a = ipv4_is_private("10.0.0.0/4")',
        'print a = base64_decode_tostring("S3Vz dG8=")',
        'print a = gzip_compress_to_base64_string("")',
        'print a = hash("a", 7)',
        'print a = translate("aa", "bc", "a")',
        "print a = format_bytes(1048576, 2)",
        'print a = indexof("abcabc", "c", 0, 1)',
        'print a = reverse("e\\u0301")',
    ],
)
def test_an_unusual_value_gives_rows_and_does_not_end_the_run(query: str) -> None:
    plan = kql.compile(SourceText(query), Catalog({}), discovery({}, NOW))
    assert engine.run(plan, {}, NOW).num_columns == len(plan.relation.columns)
