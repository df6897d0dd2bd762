"""Audit records: joining, decoding, damage, writing."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.errors import UsageError
from antivenom.tables import EVERYTHING, Damage, Event, Need, Origin
from antivenom.telemetry import auditd, auditd_join, auditd_json
from antivenom.telemetry.auditd_fields import Fields, decode
from antivenom.telemetry.format import Format, Input

SYSCALL = (
    "type=SYSCALL msg=audit(1723044684.257:15795): arch=c000003e syscall=59 success=yes exit=0 a0=55d1"
    ' a1=55d2 ppid=10 pid=11 auid=1000 uid=0 tty=pts0 ses=3 comm="python3" exe="/usr/bin/python3.11"'
    ' subj==unconfined key=(null)\x1dARCH=x86_64 SYSCALL=execve AUID="ubuntu" UID="root"'
)
EXECVE = (
    "type=EXECVE msg=audit(1723044684.257:15795): argc=3"
    ' a0="python3" a1="-c" a2=696D706F727420736F636B65743B7072696E7428276869202229'
)
CWD = 'type=CWD msg=audit(1723044684.257:15795): cwd="/root"'
PATH = 'type=PATH msg=audit(1723044684.257:15795): item=0 name="/usr/bin/python3" inode=1 nametype=NORMAL'
PROCTITLE = "type=PROCTITLE msg=audit(1723044684.257:15795): proctitle=707974686F6E33002D6300C3A9"
EOE = "type=EOE msg=audit(1723044684.257:15795): "
WHOLE = [SYSCALL, EXECVE, CWD, PATH, PROCTITLE, EOE]


def log(*lines: str) -> bytes:
    return "".join(line + "\n" for line in lines).encode()


def read(data: bytes, need: Need = EVERYTHING, form: Format = auditd.FORMAT) -> tuple[list[Event], list[Damage]]:
    source = Input("audit.log", lambda: io.BytesIO(data), len(data))
    readings = list(form.read(source, need))
    events = [item for item in readings if isinstance(item, Event)]
    return events, [item for item in readings if isinstance(item, Damage)]


def only(*lines: str) -> Event:
    events, damage = read(log(*lines))
    assert damage == []
    assert len(events) == 1
    return events[0]


def plain(event: Event) -> Any:
    """An event without its places, comparable."""
    parts = [(part.kind, part.time, part.host, dict(part.fields)) for part in event.parts]
    return event.kind, event.time, event.host, dict(event.fields), parts


def test_an_event_has_its_records_and_their_decoded_values() -> None:
    event = only(*WHOLE)
    assert (event.product, event.kind, event.host) == ("auditd", "SYSCALL", None)
    assert event.time == 1723044684_257_000_000
    assert [part.kind for part in event.parts] == ["SYSCALL", "EXECVE", "CWD", "PATH", "PROCTITLE", "EOE"]
    assert event.fields["argv"] == ["python3", "-c", "import socket;print('hi \")"]
    assert event.fields["proctitle.argv"] == ["python3", "-c", "é"]
    assert event.fields["proctitle.decoded"] == "python3 -c é"
    assert event.fields["exe.decoded"] == "/usr/bin/python3.11"
    assert event.fields["comm.decoded"] == "python3"
    assert event.fields["cwd.decoded"] == "/root"
    assert event.fields["paths"] == ["/usr/bin/python3"]
    assert event.fields["success"] == "yes"
    assert event.fields["a0"] == "55d1"
    assert "argv.missing" not in event.fields
    assert event.fields.get("nothing") is None


def test_record_fields_are_the_text_without_quotes() -> None:
    syscall, execve, *_ = only(*WHOLE).parts
    assert dict(execve.fields) == {
        "type": "EXECVE",
        "msg": "audit(1723044684.257:15795):",
        "argc": "3",
        "a0": "python3",
        "a1": "-c",
        "a2": "696D706F727420736F636B65743B7072696E7428276869202229",
    }
    assert execve.raw == EXECVE
    assert execve.origin == Origin("audit.log", None, 2, len(SYSCALL) + 1)
    assert syscall.fields["subj"] == "=unconfined"
    assert syscall.fields["key"] == "(null)"
    assert (syscall.fields["ARCH"], syscall.fields["AUID"], syscall.fields["UID"]) == (
        "x86_64",
        "ubuntu",
        "root",
    )


def test_each_lookup_agrees_with_the_whole_mapping() -> None:
    whole = dict(only(*WHOLE).fields)
    for name, value in whole.items():
        assert only(*WHOLE).fields[name] == value


def test_a_lookup_changes_no_other() -> None:
    more = EXECVE.partition(" argc=")[0] + ' a3="x"'
    lines = [*WHOLE[:4], PATH.replace("python3", "env"), more, EOE]
    whole = dict(only(*lines).fields)
    for first in (*whole, "name.decoded", "a1.decoded", "a3.decoded"):
        event = only(*lines)
        event.fields.get(first)
        assert {name: event.fields[name] for name in whole} == whole


def other(line: str, serial: int = 15796) -> str:
    return line.replace(":15795)", f":{serial})")


@pytest.mark.parametrize(
    "order",
    [
        [*WHOLE, *map(other, WHOLE)],
        [line for pair in zip(WHOLE, map(other, WHOLE), strict=True) for line in pair],
        [*WHOLE[:3], *map(other, WHOLE), *WHOLE[3:]],
        [*reversed(WHOLE[:-1]), EOE, *map(other, WHOLE)],
        [*WHOLE[:-1], *map(other, WHOLE[:-1])],
    ],
)
def test_records_are_joined_in_any_order(order: list[str]) -> None:
    events, damage = read(log(*order))
    assert damage == []
    assert len(events) == 2
    assert all(event.fields["argv"] == ["python3", "-c", "import socket;print('hi \")"] for event in events)
    assert {str(event.fields["msg"])[-7:] for event in events} == {"15795):", "15796):"}


def test_serials_of_two_nodes_are_two_events() -> None:
    events, _ = read(log(*[f"node={node} {line}" for line in WHOLE for node in ("web-1", "web-2")]))
    assert [(event.host, len(event.parts)) for event in events] == [("web-1", 6), ("web-2", 6)]
    assert events[0].parts[1].fields["node"] == "web-1"


def test_same_serial_at_another_time_is_another_event() -> None:
    events, _ = read(log(SYSCALL, SYSCALL.replace(".257:", ".258:")))
    assert len(events) == 2


@pytest.mark.parametrize(
    "prefix, host",
    [
        ("Jun 14 15:19:02 ubuntu-1 audispd: ", "ubuntu-1"),
        ("Jun  4 15:19:02 ubuntu-1 audispd[123]: node=other ", "other"),
        ("2016-06-14T15:38:40.872596+03:00 linux-cb0u audisp-syslog: ", "linux-cb0u"),
        ("<13>Jun 14 15:19:02 ubuntu-1 audispd: node=n1 ", "n1"),
        ("<13>1 2016-06-14T15:38:40Z box audisp-syslog 12 - - ", "box"),
        ("    ", None),
        ("\t", None),
    ],
)
def test_prefixes(prefix: str, host: str | None) -> None:
    event = only(*[prefix + line.replace("\x1d", "#035") for line in WHOLE])
    assert event.host == host
    assert len(event.parts) == 6
    assert event.parts[1].raw == prefix + EXECVE
    assert event.fields["UID"] == "root"
    assert auditd.sniff(log(prefix + SYSCALL)) == 95


def test_comments_blanks_and_carriage_returns_are_nothing() -> None:
    event = only("# a comment", "", *[line + "\r" for line in WHOLE], "   ", "# type=SYSCALL")
    assert dict(event.fields) == dict(only(*WHOLE).fields)
    assert event.parts[2].raw == CWD


def test_byte_order_mark() -> None:
    events, damage = read(b"\xef\xbb\xbf" + log(*WHOLE))
    assert (len(events), damage) == (1, [])
    assert events[0].origin == Origin("audit.log", None, 1, 3)


def test_a_failed_execve_is_told_from_a_successful_one() -> None:
    event = only(SYSCALL.replace("success=yes exit=0", "success=no exit=-2"), CWD, EOE)
    assert (event.fields["success"], event.fields["exit"]) == ("no", "-2")
    assert "argv" not in event.fields


def test_arguments_in_numeric_order_and_in_pieces() -> None:
    head = "type=EXECVE msg=audit(1.000:7): "
    event = only(
        head + 'argc=12 a10="k" a9="j" a2="c" a1_len=16 a1[0]=62C3',
        head + 'a1[1]=A962 a0="a"',
    )
    assert event.kind == "EXECVE"
    assert event.fields["argv"] == ["a", "béb", "c", "j", "k"]
    assert event.fields["argv.missing"] == ["3", "4", "5", "6", "7", "8", "11"]


def test_quotes_tell_hex_from_text() -> None:
    event = only('type=EXECVE msg=audit(1.000:7): argc=4 a0="BEEF" a1=BEEF a2=FF a3=ABC')
    assert event.fields["argv"] == ["BEEF", "\ufffd\ufffd", "\ufffd", "ABC"]
    assert (decode('"41"'), decode("41"), decode("(null)"), decode("")) == ("41", "A", "(null)", "")


def test_user_messages() -> None:
    event = only(
        'type=USER_CMD msg=audit(1615113648.981:15220): pid=9460 uid=1000 auid=1000 ses=1 msg=\'cwd="/root"'
        ' cmd=6C73202D6C terminal=pts/1 acct="it\'s" res=success\'\x1dUID="user" AUID="user"'
    )
    assert event.fields["msg.text"] == 'cwd="/root" cmd=6C73202D6C terminal=pts/1 acct="it\'s" res=success'
    assert (event.fields["cmd"], event.fields["cmd.decoded"]) == ("6C73202D6C", "ls -l")
    assert (event.fields["acct"], event.fields["res"]) == ("it's", "success")
    assert (event.fields["UID"], event.fields["uid"]) == ("user", "1000")
    assert event.fields["msg"] == "audit(1615113648.981:15220):"


def test_older_user_messages() -> None:
    event = only(
        "type=USER_START msg=audit(1.0:2): user pid=1 uid=0 auid=0 msg='PAM: session open acct=root :"
        ' exe="/usr/sbin/crond" (hostname=?, addr=?, terminal=cron res=success)\''
    )
    found = {name: event.fields[name] for name in ("acct", "exe", "hostname", "addr", "terminal", "res")}
    assert found == {
        "acct": "root",
        "exe": "/usr/sbin/crond",
        "hostname": "?",
        "addr": "?",
        "terminal": "cron",
        "res": "success",
    }


def test_access_vector_records() -> None:
    event = only('type=AVC msg=audit(1.1:2): avc:  denied  { read write } for  pid=7 comm="x" tclass=dir')
    assert event.fields["avc.result"] == "denied"
    assert event.fields["avc.permissions"] == ["read", "write"]
    assert event.fields["tclass"] == "dir"


def test_old_and_new_login_ids() -> None:
    event = only("type=LOGIN msg=audit(1.1:2): pid=7 uid=0 old auid=4294967295 new auid=42 old ses=1 new ses=2")
    names = ("old-auid", "auid", "old-ses", "ses")
    assert [event.fields[name] for name in names] == ["4294967295", "42", "1", "2"]


@pytest.mark.parametrize(
    "saddr, expected",
    [
        ("02000050A9FEA9FE0000000000000000", {"family": "inet", "ip": "169.254.169.254", "port": "80"}),
        ("0002D903000000000000000000000000", {"family": "inet", "ip": "0.0.0.0", "port": "55555"}),
        ("0A000050000000000000000000000000000000000000000100000000",
         {"family": "inet6", "ip": "::1", "port": "80"}),
        ("01002F72756E2F6E73636400", {"family": "local", "path": "/run/nscd"}),
        ("100000000000000000000000", {"family": "16"}),
        ("02", {}),
        ("zz", {}),
    ],
)  # fmt: skip
def test_socket_addresses(saddr: str, expected: dict[str, str]) -> None:
    event = only(f"type=SOCKADDR msg=audit(1.1:2): saddr={saddr}\x1dSADDR={{ fam=inet laddr=1.2.3.4 lport=80 }}")
    found = {name[6:]: value for name, value in event.fields.items() if name.startswith("saddr.")}
    assert found == expected
    assert event.fields["SADDR"] == "{ fam=inet laddr=1.2.3.4 lport=80 }"


def test_unknown_types_and_empty_records() -> None:
    events, damage = read(log("type=UNKNOWN[1327] msg=audit(1.1:2): x=1", "type=NOMSG msg=audit(1.2:3):"))
    assert [event.kind for event in events] == ["UNKNOWN[1327]", "NOMSG"]
    assert damage == []


@pytest.mark.parametrize(
    "bad, expected",
    [
        ("type=SYSCALL msg=audit(): arch=1", "msg=audit(seconds.milliseconds:serial):"),
        ("type=SYSCALL msg=audit(1337845201): x", "msg=audit(seconds.milliseconds:serial):"),
        ("type=SYSCALL msg=audit(9999999999.1:1): x=1", "msg=audit(seconds.milliseconds:serial):"),
        ("type=SYSCALL msg=aud", "msg=audit(seconds.milliseconds:serial):"),
        ("type= msg=audit(1.1:1): x=1", "a record type"),
        ('type=CWD msg=audit(1.1:1): cwd="/ro', 'a closing " and a line end'),
        ("type=USER_CMD msg=audit(1.1:1): pid=1 msg='op=x", "a closing ' and a line end"),
        ("hello", "an audit record"),
    ],
)
def test_damage_names_the_place_and_leaves_the_neighbours(bad: str, expected: str) -> None:
    events, damage = read(log(*WHOLE, bad, *map(other, WHOLE)))
    assert [len(event.parts) for event in events] == [6, 6]
    place = Origin("audit.log", None, 7, len(log(*WHOLE)))
    assert damage == [Damage(place, expected, bad)]


def test_lines_that_are_no_records_are_one_damage() -> None:
    _, damage = read(log("one", "two", "", "three", SYSCALL, "four"))
    assert [(item.origin.line, item.found) for item in damage] == [(1, "one"), (6, "four")]


def test_a_record_glued_to_a_broken_one_is_read() -> None:
    events, damage = read(log('type=CWD msg=audit(1.1:1): cwd="/r' + SYSCALL, *WHOLE[1:]))
    assert [len(event.parts) for event in events] == [6]
    assert [item.expected for item in damage] == ["the rest of the record"]
    assert events[0].parts[0].origin.offset == 34


def test_a_record_inside_a_user_message_is_text() -> None:
    event = only("type=USER msg=audit(1.1:1): pid=1 msg='type=SYSCALL msg=audit(2.2:2): pid=9 res=success'")
    assert event.kind == "USER"
    assert len(event.parts) == 1


def test_a_last_line_cut_short() -> None:
    events, damage = read(log(*WHOLE) + b"type=SYSCALL msg=audit(1.1:1): arch=c000 sysc")
    assert len(events) == 1
    assert [item.expected for item in damage] == ["name=value and a line end"]
    events, damage = read(log(*WHOLE).rstrip())
    assert (len(events), damage) == (1, [])


def test_a_line_without_end_is_passed_over() -> None:
    data = log(*WHOLE) + b"x" * (3 * auditd.MAX_LINE) + b"\n" + log(*map(other, WHOLE))
    events, damage = read(data)
    assert len(events) == 2
    assert [item.expected for item in damage] == [f"a line of at most {auditd.MAX_LINE} bytes"]
    assert events[1].origin == Origin("audit.log", None, 8, data.index(b"type=SYSCALL", 100))


def test_open_events_are_bounded() -> None:
    count = auditd_join.MAX_OPEN * 3
    lines = [other(CWD, serial) for serial in range(count)]
    events, _ = read(log(*lines, other(SYSCALL, 0), other(PATH, count - 1)))
    assert len(events) == count + 1
    assert [len(event.parts) for event in events if event.kind == "SYSCALL"] == [1]
    assert [len(e.parts) for e in events if str(e.fields["msg"]).endswith(f":{count - 1}):")] == [2]


def test_one_event_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auditd_join, "MAX_EVENT", 10_000)
    events, damage = read(log(*[line for _ in range(1000) for line in (PATH, other(CWD))]))
    assert damage == []
    assert sum(len(event.parts) for event in events) == 2000
    assert max(len(event.parts) for event in events) < 300


def test_wanted_kinds_bring_their_whole_event() -> None:
    lines = log(*WHOLE, other(SYSCALL), other(EOE), "type=USER_CMD msg=audit(5.1:1): pid=1 msg='res=success'", "x")
    everything, damage = read(lines)
    assert len(everything) == 3
    for kind, count in (("EXECVE", 6), ("USER_CMD", 1), ("PATH", 6)):
        events, same = read(lines, Need(frozenset({kind})))
        assert [len(event.parts) for event in events] == [count]
        assert same == damage
    assert len(read(lines, Need(frozenset({"SYSCALL"})))[0]) == 2
    assert read(lines, Need(frozenset()))[0] == []
    assert read(lines, Need(frozenset({"EXECVE"}), raw=False))[0][0].parts[0].raw is None


def test_wanted_records_that_come_late_bring_the_early_ones() -> None:
    events, _ = read(log(SYSCALL, CWD, other(SYSCALL), other(EOE), EXECVE, EOE), Need(frozenset({"EXECVE"})))
    assert [len(event.parts) for event in events] == [4]


@pytest.mark.parametrize(
    "head, score",
    [
        (log(*WHOLE), 95),
        (b"---\ntests:\n  x: |\n    " + SYSCALL.encode(), 60),
        (b"", 0),
        (b'{"a": "type=SYSCALL msg=audit(1.1:1):"}', 0),
        (b"type=SYSCALL nothing", 0),
        (b"\x00\xff" * 1000, 0),
    ],
)
def test_sniff(head: bytes, score: int) -> None:
    assert auditd.sniff(head) == score


# JSON documents


DOCUMENT = (
    '{{"eventid":"15795","items":{{"EOE":[""],"SYSCALL":["{}"],"EXECVE":["argc=1 a0=\\"id\\""]}},'
    '"node":"deb","timestamp":"1723044684","timestampfractional":"257"}}'
).format(SYSCALL.split("): ")[1].replace('"', '\\"').replace("\x1d", " "))


def test_joined_json() -> None:
    events, damage = read(DOCUMENT.encode(), form=auditd_json.FORMAT)
    assert damage == []
    assert [(event.kind, event.host, event.time) for event in events] == [("SYSCALL", "deb", 1723044684_257_000_000)]
    assert [part.kind for part in events[0].parts] == ["EOE", "SYSCALL", "EXECVE"]
    assert events[0].fields["argv"] == ["id"]
    assert events[0].fields["UID"] == "root"
    assert events[0].parts[2].raw == 'type=EXECVE msg=audit(1723044684.257:15795): argc=1 a0="id"'
    assert auditd_json.sniff(DOCUMENT.encode()) == 95
    assert auditd_json.sniff(b'{"items": {}}') == 0
    assert read(DOCUMENT.encode(), Need(frozenset({"CWD"})), auditd_json.FORMAT)[0] == []


@pytest.mark.parametrize(
    "change, expected",
    [
        (("\"257\"", '"x"'), "timestamp, timestampfractional and eventid as numbers"),
        (('"1723044684"', '"99999999999"'), "seconds and milliseconds since 1970"),
        (('"items"', '"things"'), 'an object with "items"'),
        (('[""]', "3"), "lists of records by record type"),
        (('[""]', "[3]"), "records as text"),
        (('"node"', "node"), "a JSON object"),
    ],
)  # fmt: skip
def test_broken_json_documents(change: tuple[str, str], expected: str) -> None:
    data = "\n".join([DOCUMENT, DOCUMENT.replace(*change), DOCUMENT]).encode()
    events, damage = read(data, form=auditd_json.FORMAT)
    assert len(events) == 2
    assert [item.expected for item in damage] == [expected]


# Writing


def written(*events: Event) -> bytes:
    stream = io.BytesIO()
    auditd.write(events, stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "value, token",
    [
        ("python3", '"python3"'),
        ("a b", "612062"),
        ('"', "22"),
        ("é", "C3A9"),
        ("", '""'),
        ("a\0b", "610062"),
        (b"\xff", "FF"),
        ("~!#'", '"~!#\'"'),
        ("BEEF", '"BEEF"'),
    ],
)
def test_encode(value: str | bytes, token: str) -> None:
    assert auditd.encode(value) == token


@given(st.text(st.characters(codec="utf-8")))
def test_decode_undoes_encode(value: str) -> None:
    assert decode(auditd.encode(value)) == value


@pytest.mark.parametrize("lines", [WHOLE, [f"node=n1 {line}" for line in WHOLE]])
def test_writing_gives_the_lines_back(lines: list[str]) -> None:
    assert written(only(*lines)).decode() == "".join(line.rstrip() + "\n" for line in lines)


def test_a_long_argument_is_cut() -> None:
    fields = auditd.execve_fields(["echo", "x" * 20_000, "a b" * 3000])
    assert fields["a1_len"] == "20000"
    assert fields["a2_len"] == "18000"
    assert all(len(value) <= 7500 for value in fields.values())
    stamp = auditd.stamp(1723044684_257_999_999, 3)
    assert stamp == "audit(1723044684.257:3):"
    part = Event("auditd", "EXECVE", None, None, {"msg": stamp, **fields}, None, Origin(""))
    event = Event("auditd", "EXECVE", None, None, {}, None, Origin(""), (part,))
    events, damage = read(written(event))
    assert damage == []
    assert events[0].fields["argv"] == ["echo", "x" * 20_000, "a b" * 3000]


@pytest.mark.parametrize(
    "fields",
    [
        {"pid": "1"},
        {"msg": "audit(1.1:1):", "pid": 'a "b" c'},
        {"msg": "audit(1.1:1):", "exe": 'a"b'},
        {"msg": "audit(1.1:1):", "exe": None},
        {"msg": "audit(1.1:1):", "msg.text": "a\nb"},
    ],
)
def test_what_no_record_can_hold_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        written(Event("auditd", "SYSCALL", None, None, fields, None, Origin("")))


WORDS = st.from_regex(r"[A-Za-z0-9_/.:?(),=@+-]{1,12}", fullmatch=True)
ARGUMENTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=12)
NUMBERS = st.integers(0, 2**32).map(str)


def unquoted(value: str) -> str:
    return auditd.encode(value).strip('"')


@st.composite
def events_as_read(draw: st.DrawFn) -> tuple[Event, ...]:
    """Events as a reader gives them, each ending with its EOE record so that the order is the file's."""
    found = []
    for serial in range(draw(st.integers(1, 4))):
        stamp = auditd.stamp(draw(st.integers(0, 2**61)), serial)
        node = draw(st.none() | st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True))
        head = {"msg": stamp} if node is None else {"node": node, "msg": stamp}
        argv, text = draw(ARGUMENTS), draw(st.text(st.characters(codec="utf-8"), max_size=8))
        records: list[tuple[str, dict[str, Any]]] = [
            (
                "SYSCALL",
                {"syscall": draw(NUMBERS), "a0": draw(NUMBERS), "subj": draw(WORDS), "exe": unquoted(text)},
            ),
            ("EXECVE", auditd.execve_fields(argv)),
            ("CWD", {"cwd": unquoted(draw(st.text(st.characters(codec="utf-8"), max_size=8)))}),
            ("AVC", {"avc.result": "denied", "avc.permissions": draw(st.lists(st.just("read"))), "pid": "1"}),
            ("PROCTITLE", {"proctitle": unquoted("\0".join(argv)), "UID": draw(WORDS)}),
        ]
        chosen = draw(st.lists(st.sampled_from(records), min_size=1, max_size=5, unique_by=lambda pair: pair[0]))
        parts = [Event("auditd", kind, None, node, {**head, **fields}, None, Origin("")) for kind, fields in chosen]
        parts.append(Event("auditd", "EOE", None, node, head, None, Origin("")))
        decoded = {"argv": argv, "exe.decoded": text}
        found.append(Event("auditd", parts[0].kind, None, node, decoded, None, Origin(""), tuple(parts)))
    return tuple(found)


@given(events_as_read())
def test_reading_what_was_written(given_events: tuple[Event, ...]) -> None:
    data = written(*given_events)
    events, damage = read(data)
    assert damage == []
    for event, expected in zip(events, given_events, strict=True):
        assert event.host == expected.host
        assert [part.kind for part in event.parts] == [part.kind for part in expected.parts]
        for part, wanted in zip(event.parts, expected.parts, strict=True):
            assert dict(part.fields) == {"type": wanted.kind, **wanted.fields}
        if any(part.kind == "EXECVE" for part in event.parts) and expected.fields["argv"]:
            assert event.fields["argv"] == expected.fields["argv"]
        if any(part.kind == "SYSCALL" for part in event.parts):
            assert event.fields["exe.decoded"] == expected.fields["exe.decoded"]
    again, _ = read(written(*events))
    assert [plain(event) for event in again] == [plain(event) for event in events]


@settings(max_examples=200)
@given(st.data())
def test_mutated_bytes_never_hide_other_lines(data: st.DataObject) -> None:
    blocks = [log(*[other(line, 100 + n) for line in WHOLE]) for n in range(3)]
    target = bytearray(blocks[1])
    for _ in range(data.draw(st.integers(1, 6))):
        target[data.draw(st.integers(0, len(target) - 2))] = data.draw(st.integers(0, 255).filter(lambda b: b != 10))
    events, _ = read(blocks[0] + bytes(target) + blocks[2])
    whole = [plain(event) for event in read(blocks[0] + blocks[2])[0]]
    found = [plain(event) for event in events]
    same_serial = re.search(rb":10[02]\)", bytes(target)) is not None
    assert same_serial or all(event in found for event in whole)


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_raise(data: bytes, framed: bool) -> None:
    text = b"type=EXECVE msg=audit(1.1:1): " + data if framed else data
    auditd.sniff(text)
    for event in read(text)[0]:
        assert dict(event.fields)
        assert all(dict(part.fields) for part in event.parts)


@given(st.text(max_size=60))
def test_fields_never_raise(text: str) -> None:
    assert "type" in Fields(f"type=X msg=audit(1.1:1): {text}")


@pytest.mark.parametrize("count", [1_500, 30_000])
def test_thousands_of_glued_records_cost_no_neighbour(count: int) -> None:
    broken = "type=A msg=audit(1.1:1): a=" * count
    events, damage = read(log(broken + SYSCALL, EXECVE))
    assert [event.kind for event in events] == ["SYSCALL"]
    assert len(events[0].parts) == 2
    assert len(damage) == (count if count * 27 < auditd.MAX_GLUED else 1)
    assert damage[0].expected == "the rest of the record"
