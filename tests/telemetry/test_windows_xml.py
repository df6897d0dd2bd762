"""Windows event XML: every way it is laid out, what is refused, and that writing and reading agree."""

from __future__ import annotations

import codecs
import re
from io import BytesIO
from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.tables import EVERYTHING, Damage, Event, Need, Origin
from antivenom.telemetry import eventxml, windows, windows_xml
from antivenom.telemetry.format import Input

SYSMON = (
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
    "<Provider Name='Microsoft-Windows-Sysmon' Guid='{5770385f-c22a-43e0-bf4c-06f5698ffbd9}'/>"
    "<EventID>1</EventID><Version>5</Version><Level>4</Level><Task>1</Task><Opcode>0</Opcode>"
    "<Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='2024-05-06T07:08:09.1234567Z'/>"
    "<EventRecordID>NUMBER</EventRecordID><Correlation/><Execution ProcessID='12' ThreadID='34'/>"
    "<Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>pc-1</Computer>"
    "<Security UserID='S-1-5-18'/></System><EventData>"
    "<Data Name='UtcTime'>2024-05-06 07:08:09.120</Data><Data Name='Image'>C:\\p\\python.exe</Data>"
    "<Data Name='CommandLine'>python -c \"print('&lt;é&gt;') &amp;&amp; x\"</Data><Data Name='Empty'></Data>"
    "</EventData></Event>"
)
FIELDS = {
    "System.Provider": "Microsoft-Windows-Sysmon",
    "System.ProviderGuid": "{5770385f-c22a-43e0-bf4c-06f5698ffbd9}",
    "System.EventID": "1",
    "System.Version": "5",
    "System.Level": "4",
    "System.Task": "1",
    "System.Opcode": "0",
    "System.Keywords": "0x8000000000000000",
    "System.TimeCreated": "2024-05-06T07:08:09.1234567Z",
    "System.EventRecordID": "1",
    "System.ProcessID": "12",
    "System.ThreadID": "34",
    "System.Channel": "Microsoft-Windows-Sysmon/Operational",
    "System.Computer": "pc-1",
    "System.UserID": "S-1-5-18",
    "UtcTime": "2024-05-06 07:08:09.120",
    "Image": "C:\\p\\python.exe",
    "CommandLine": "python -c \"print('<é>') && x\"",
    "Empty": "",
}


def sysmon(number: int) -> str:
    return SYSMON.replace("NUMBER", str(number))


def pretty(text: str) -> str:
    double = re.sub(r"(<[^>]*>)", lambda tag: tag[0].replace("'", '"').replace("/>", " />"), text)
    return re.sub("><(?!/Data)", ">\r\n  <", double)


def split(data: bytes | str, need: Need = EVERYTHING) -> tuple[list[Event], list[Damage]]:
    raw = data.encode() if isinstance(data, str) else data
    got = list(windows_xml.read(Input("log", lambda: BytesIO(raw), len(raw)), need))
    return [one for one in got if isinstance(one, Event)], [one for one in got if isinstance(one, Damage)]


def test_an_event_as_a_whole() -> None:
    events, damage = split(sysmon(1))
    assert not damage
    assert events == [
        Event(
            "windows",
            "Microsoft-Windows-Sysmon/1",
            1_714_979_289_123_456_700,
            "pc-1",
            FIELDS,
            sysmon(1),
            Origin("log", 1, 1, 0),
        )
    ]


THREE = [sysmon(n) for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("\n".join(THREE), id="one a line"),
        pytest.param("".join(THREE), id="concatenated"),
        pytest.param("\r\n\r\n".join(THREE) + "\r\n", id="blank lines, CRLF"),
        pytest.param(f"<Events>{''.join(THREE)}</Events>", id="a list"),
        pytest.param(
            f'<?xml version="1.0" encoding="utf-8"?>\n<Events>\n{pretty("".join(THREE))}\n</Events>\n',
            id="a pretty list with a declaration",
        ),
        pytest.param("\n".join(f"<?xml version='1.0'?><!-- x -->{one}" for one in THREE), id="declarations between"),
        pytest.param(codecs.BOM_UTF8 + "\n".join(THREE).encode(), id="UTF-8 with BOM"),
        pytest.param("\n".join(THREE).encode("utf-16"), id="UTF-16 with BOM"),
        pytest.param(codecs.BOM_UTF16_BE + "\n".join(THREE).encode("utf-16-be"), id="UTF-16 BE with BOM"),
        pytest.param("\n".join(THREE).encode("utf-16-le"), id="UTF-16 LE"),
        pytest.param("\n".join(THREE).encode("utf-16-be"), id="UTF-16 BE"),
        pytest.param(
            "\n".join(f"Jan 14 00:30:28 host sysmon[44]: {one}" for one in THREE), id="behind a syslog header"
        ),
    ],
)
def test_layouts(data: bytes | str) -> None:
    events, damage = split(data)
    assert not damage
    assert [dict(event.fields) for event in events] == [{**FIELDS, "System.EventRecordID": str(n)} for n in (1, 2, 3)]
    head = data.encode() if isinstance(data, str) else data
    assert windows_xml.sniff(head[:65536]) >= 80


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_origins_find_the_event_again(encoding: str) -> None:
    data = "\ufeff" + "\n".join(f"é {one}" for one in THREE)
    raw = data.encode(encoding)
    for event in split(raw)[0]:
        line, offset = event.origin.line, event.origin.offset
        assert line is not None
        assert offset is not None
        assert raw[offset:].decode(encoding).startswith("<Event xmlns")
        assert f"<EventRecordID>{event.origin.record}<" in data.split("\n")[line - 1]


def one_event(payload: str, system: str = "<Provider Name='P'/><EventID>7</EventID>") -> str:
    return f"<Event><System>{system}</System>{payload}</Event>"


@pytest.mark.parametrize(
    "payload, fields",
    [
        pytest.param("<EventData><Data>a</Data><Data>b</Data><Binary>00FF</Binary></EventData>",
                     {"Data": ["a", "b"], "Binary": "00FF"}, id="unnamed"),
        pytest.param("<EventData><Data>a</Data></EventData>", {"Data": "a"}, id="one unnamed"),
        pytest.param("<EventData><Data Name='x'>1</Data><Data Name='x'>2</Data><Data Name='x'/></EventData>",
                     {"x": ["1", "2", ""]}, id="one name several times"),
        pytest.param("<EventData Name='T'><Data Name='x'>1</Data></EventData>",
                     {"EventData.Name": "T", "x": "1"},
                     id="named section"),
        pytest.param("<EventData><Param1>1</Param1></EventData>", {"Param1": "1"}, id="other elements"),
        pytest.param("<EventData/>", {}, id="no data"),
        pytest.param("", {}, id="no section"),
        pytest.param(
            "<UserData><Cleared xmlns='urn:x'><User>eve</User><Inner><Deep a='1'>t</Deep></Inner></Cleared>"
            "</UserData>",
            {"User": "eve", "Deep": "t", "Deep.a": "1"},
            id="user data",
        ),
        pytest.param("<EventData><Data Name='x'>1</Data></EventData><RenderingInfo Culture='en'><Message>m"
                     "</Message></RenderingInfo>", {"x": "1"}, id="rendering info is left out"),
        pytest.param("<EventData><Data Name='x'><![CDATA[<a>&amp;]]>&#x41;&#66;</Data></EventData>",
                     {"x": "<a>&amp;AB"}, id="CDATA and character numbers"),
        pytest.param("<EventData><Data Name='x'>a\x01&#x2;\r\nb\x00&#xD800;</Data></EventData>",
                     {"x": "a\x01\x02\r\nb\x00\ufffd"}, id="what XML forbids and Windows writes"),
        pytest.param("<EventData><Data Name='System.Computer'>dc</Data>"
                     "<Data Name='&#83;ystem.EventID'>2</Data></EventData>",
                     {"EventData.System.Computer": "dc", "EventData.System.EventID": "2"},
                     id="data that would pass for System values"),
    ],
)  # fmt: skip
def test_payloads(payload: str, fields: dict[str, object]) -> None:
    events, damage = split(one_event(payload))
    assert not damage
    assert {name: value for name, value in events[0].fields.items() if not name.startswith("System.")} == fields
    assert events[0].kind == "P/7"


def test_sysmon_for_linux_is_windows_with_its_own_provider() -> None:
    text = sysmon(1).replace("Microsoft-Windows-Sysmon'", "Linux-Sysmon'").replace("UserID=", "UserId=")
    events, _ = split(text)
    assert (events[0].product, events[0].kind, events[0].fields["System.UserID"]) == (
        "windows",
        "Linux-Sysmon/1",
        "S-1-5-18",
    )


@pytest.mark.parametrize(
    "broken, expected",
    [
        pytest.param(sysmon(2).removesuffix("</Event>"), "</Event>", id="no end tag"),
        pytest.param(sysmon(2)[:200], "</Event>", id="cut off"),
        pytest.param(sysmon(2).replace("</System>", ""), "</System>", id="no end of System"),
        pytest.param(sysmon(2).replace("<Data", "<Da<ta", 1), "well-formed XML", id="a tag in a tag"),
        pytest.param(sysmon(2).replace("python.exe", "&evil;"), "one of", id="an entity"),
        pytest.param(
            sysmon(2).replace("<EventID>1</EventID>", ""),
            "a System section with Provider and EventID",
            id="no id",
        ),
        pytest.param("<Event/>", "</Event>", id="an empty element"),
        pytest.param(
            '<!DOCTYPE Event [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
            "events without a DOCTYPE",
            id="DOCTYPE",
        ),
        pytest.param("stray text\n", "an <Event> element", id="text of its own line"),
        pytest.param('{"Event": 1}', "an <Event> element", id="something else"),
    ],
)
def test_a_broken_event_is_damage_and_its_neighbours_survive(broken: str, expected: str) -> None:
    first, last = sysmon(1) + "\n", sysmon(3)
    events, damage = split(f"{first}{broken}\n{last}")
    assert [event.origin.record for event in events] == [1, 3]
    assert len(damage) == 1
    assert damage[0].origin.offset == len(first.encode())
    assert damage[0].origin.line == 2
    assert damage[0].expected.startswith(expected)


def test_bytes_that_are_no_utf8_are_damage_and_the_event_is_given() -> None:
    data = sysmon(1).encode().replace(b"python.exe", b"pyth\xffn.exe")
    events, damage = split(data)
    assert events[0].fields["Image"] == "C:\\p\\pyth\ufffdn.exe"
    assert [(one.expected, one.origin.offset) for one in damage] == [("UTF-8 text", 0)]


@pytest.mark.parametrize("size", [4, 7, 64, 1000])
def test_nothing_depends_on_how_the_stream_is_cut(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = "".join(f"é{one}\n" for one in (sysmon(1), sysmon(2)[:300], sysmon(3), "x" * 50, sysmon(4)))
    want = [split(data), split(data.encode("utf-16"))]
    monkeypatch.setattr(windows_xml, "_CHUNK", size)
    assert [split(data), split(data.encode("utf-16"))] == want
    assert len(want[0][0]) == 3


def test_an_event_without_end_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_xml, "MAX_EVENT", 5000)
    monkeypatch.setattr(windows_xml, "_CHUNK", 1000)
    events, damage = split(sysmon(1) + "<Event>" + "x" * 50_000 + sysmon(3))
    assert [event.origin.record for event in events] == [1, 3]
    assert damage[0].expected == "at most 5000 bytes in one event"


@pytest.mark.parametrize(
    "text",
    [
        "<Event>" + "<a>" * 200_000 + "</Event>",
        "<Event>" + "<!--" * 200_000 + "</Event>",
        "<Event>" + "a<!---->" * 100_000 + "</Event>",
        "<Event " + "a='" * 200_000 + "></Event>",
        "<Event" + " a='1'" * 100_000 + "></Event>",
        "<!--" * 200_000,
        "x" * 1_000_000,
        "<Event " * 20_000,
        "&" * 500_000 + "<Event>" + "&" * 500_000 + "</Event>",
    ],
    ids=lambda text: text[:16],
)
def test_hostile_text_ends_in_damage(text: str) -> None:
    events, damage = split(text)
    assert not events
    assert damage


@pytest.mark.parametrize(
    "head, least",
    [
        (b"<Events><Event><System>", 90),
        (b'{"EventData": "<Event><System>"}', 0),
        (b"<html><Event></html>", 0),
        (b"<?xml version='1.0'?>\n<Events>\n", 0),
        (b"just text", 0),
        (b"", 0),
    ],
)
def test_recognised_by_content(head: bytes, least: int) -> None:
    assert windows_xml.sniff(head) >= least
    assert least or windows_xml.sniff(head) == 0


def test_kinds_that_are_not_needed_are_left_out_and_nothing_else_changes() -> None:
    texts = [sysmon(n).replace("<EventID>1<", f"<EventID>{n % 3}<") for n in range(9)] + [
        one_event("<UserData><A><B>1</B></A></UserData>", "<Provider Name='P'/><EventID>2</EventID>")
    ]
    data = "\n".join(texts)
    kinds = frozenset({"Microsoft-Windows-Sysmon/2", "P/2"})
    every = [event._replace(raw=None) for event in split(data)[0] if event.kind in kinds]
    assert split(data, Need(kinds, raw=False))[0] == every
    assert len(every) == 4


# Laws

WHOLE = st.text(max_size=12) | st.text("<>&'\"\x00\x01\t\r\n\x7f\x85\u2028\uffff ;#xé]", max_size=12)
NAMES = WHOLE.filter(lambda name: name != "" and not name.startswith("System.")) | st.sampled_from(
    ["Image", "Data", "Binary", "EventData.System.EventID"]
)
SYSTEM = st.fixed_dictionaries(
    {"System.Provider": WHOLE, "System.EventID": st.integers(0, 65535).map(str)},
    optional={
        f"System.{name}": WHOLE
        for name in (
            "ProviderGuid EventSourceName Qualifiers Version Level Task Opcode Keywords EventRecordID "
            "ActivityID RelatedActivityID ProcessID ThreadID ProcessorID Channel Computer UserID Other"
        ).split()
    },
)
VALUES = WHOLE | st.lists(WHOLE, min_size=2, max_size=4)


@st.composite
def events(draw: st.DrawFn) -> Event:
    fields: eventxml.Fields = {**draw(SYSTEM), **draw(st.dictionaries(NAMES, VALUES, max_size=6))}
    time = draw(st.none() | st.integers(-(1 << 60), (1 << 62)))
    if time is not None:
        fields["System.TimeCreated"] = windows.written(time)
    return windows.event(fields, None, Origin("x"))


@given(st.lists(events(), max_size=4))
@settings(max_examples=80, deadline=None)
def test_what_is_written_is_read_again(given_events: list[Event]) -> None:
    stream = BytesIO()
    windows_xml.write(given_events, stream)
    assert stream.getvalue().count(b"\n") == len(given_events)
    got, damage = split(stream.getvalue(), Need(raw=False))
    assert not damage
    assert [event._replace(origin=Origin("x")) for event in got] == given_events
    assert [event.origin.line for event in got] == list(range(1, len(got) + 1))


def test_halves_of_surrogate_pairs_are_written_as_the_replacement_character() -> None:
    event = windows.event({"System.Provider": "P", "System.EventID": "1", "x": "a\ud800b"}, None, Origin("x"))
    stream = BytesIO()
    windows_xml.write([event], stream)
    assert split(stream.getvalue())[0][0].fields["x"] == "a\ufffdb"


def test_what_the_fields_lack_is_written_from_the_event() -> None:
    event = Event("windows", "P/7", 1_000_000_000, "pc", {"x": "1"}, None, Origin("x"))
    stream = BytesIO()
    windows_xml.write([event], stream)
    (got,) = split(stream.getvalue())[0]
    assert (got.kind, got.time, got.host, got.fields["x"]) == ("P/7", 1_000_000_000, "pc", "1")


def test_a_system_field_that_xml_cannot_name_is_not_written() -> None:
    event = Event("windows", "P/7", None, None, {"System.a b": "1"}, None, Origin("x"))
    with pytest.raises(ValueError, match="'a b'"):
        windows_xml.write([event], BytesIO())


def expat_fields(text: str) -> dict[str, list[str]] | None:
    """Named Data values as expat has them, or None where it refuses the text."""
    found: dict[str, list[str]] = {}
    names: list[str | None] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        names.append(attributes.get("Name") if name == "Data" else None)
        if names[-1] is not None:
            found.setdefault(names[-1], []).append("")

    def data(text: str) -> None:
        if names and names[-1] is not None:
            found[names[-1]][-1] += text

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = start, data
    parser.EndElementHandler = lambda name: names.pop()
    try:
        parser.Parse(text, True)
    except expat.ExpatError:
        return None
    return found


PIECES = st.sampled_from(
    ["<Data Name='a'>", '<Data Name="b">', "</Data>", "<Data Name='c'/>", "<Data>", "text",
     "&lt;", "&amp;", "&#65;", "&#x42;", "&bad;", "<!-- c -->", "<![CDATA[ <x> ]]>",
     "<x>", "</x>", " ", "]", "<", ">", "'", '"']
)  # fmt: skip


@given(st.lists(PIECES, max_size=10))
@settings(max_examples=200, deadline=None)
def test_the_reader_agrees_with_expat(pieces: list[str]) -> None:
    text = sysmon(1).replace("<Data Name='Empty'></Data>", "".join(pieces))
    want = expat_fields(text)
    try:
        got = eventxml.parse(text)
    except eventxml.Broken:
        assert want is None
        return
    assert got is not None
    if want is not None and "<x>" not in text:
        named = {name: got[name] for name in want}
        assert named == {name: values if len(values) > 1 else values[0] for name, values in want.items()}


@given(st.lists(PIECES, max_size=8))
@settings(max_examples=150, deadline=None)
def test_the_short_way_and_the_tokeniser_agree(pieces: list[str]) -> None:
    text = sysmon(1).replace("<Data Name='Empty'></Data>", "".join(pieces))
    short = eventxml._usual(text, None)
    if short is not None:
        assert short == eventxml._tree(text)
