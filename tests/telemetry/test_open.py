"""Finding and opening inputs: folders, archives, and what is said of files that are no logs."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.tables import Event, FileReport, Need
from antivenom.telemetry import unpack
from antivenom.telemetry.format import Input
from antivenom.telemetry.formats import FORMATS
from antivenom.telemetry.open import inputs, read
from antivenom.telemetry.reasons import reason
from tests.telemetry import evtx_files
from tests.telemetry.test_windows_xml import sysmon

LOG = "\n".join(sysmon(n) for n in (1, 2)).encode()


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


def found(*paths: Path) -> dict[str, bytes | str | None]:
    """What each input holds, or why it is not opened, by name below the first path."""
    base = str(paths[0])
    return {
        (one.name if isinstance(one, Input) else one.file).removeprefix(base).lstrip("/"): _held(one)
        for one in inputs(paths)
    }


def _held(one: Input | FileReport) -> bytes | str | None:
    if isinstance(one, FileReport):
        return one.reason
    with one.open() as stream:
        data = stream.read()
    assert len(data) == one.size
    return data


def test_folders_are_walked_in_order_and_links_do_not_loop(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.log").write_bytes(b"two")
    (tmp_path / "b" / "1.log").write_bytes(b"one")
    (tmp_path / "a.log").write_bytes(b"zero")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "c").symlink_to(tmp_path / "a.log")
    (tmp_path / "d").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "e")
    got = found(tmp_path)
    assert list(got) == ["a.log", "b/1.log", "b/2.log", "b/loop", "c", "d", "e"]
    assert got["b/loop"] == "a link to a folder, not followed"
    assert got["c"] == f"the same file as {tmp_path / 'a.log'}, read once"
    assert got["d"] == "cannot be opened: No such file or directory"
    assert got["e"] == "not a regular file"


def test_a_path_that_is_not_there_is_a_report(tmp_path: Path) -> None:
    (one,) = inputs([tmp_path / "none"])
    assert isinstance(one, FileReport)
    assert one.reason == "cannot be opened: No such file or directory"


def test_a_link_to_a_folder_that_was_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "x").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert found(tmp_path / "link") == {"x": b"x"}


def test_archives_are_known_by_content_and_opened_one_level_deep(tmp_path: Path) -> None:
    inner = zipped(a_log=b"inner", deep_zip=zipped(x=b"too deep"))
    (tmp_path / "plain.txt").write_bytes(
        zipped(one_evtx=b"one", dir__two_log=b"two", three=gzip.compress(b"3"), in_=inner)
    )
    (tmp_path / "log").write_bytes(gzip.compress(b"first") + gzip.compress(b"second"))
    got = found(tmp_path)
    assert got == {
        "log": b"firstsecond",
        "plain.txt!one.evtx": b"one",
        "plain.txt!dir/two.log": b"two",
        "plain.txt!three": b"3",
        "plain.txt!in.!a.log": b"inner",
        "plain.txt!in.!deep.zip": "an archive inside 2 others, not opened",
    }


def test_an_input_opens_again_after_others_were_opened(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped(a=b"aaa", b=gzip.compress(b"bbb"), c=b"ccc"))
    kept = [one for one in inputs([tmp_path]) if isinstance(one, Input)]
    for _ in range(2):
        assert [_held(one) for one in kept] == [b"aaa", b"bbb", b"ccc"]
    with kept[0].open() as first, kept[2].open() as last:
        assert (first.read(), last.read(), first.seek(1), first.read()) == (b"aaa", b"ccc", 1, b"aa")


def test_what_is_large_goes_to_a_file_that_does_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spools = tmp_path / "spools"
    spools.mkdir()
    monkeypatch.setattr(unpack, "SPOOL_BYTES", 1000)
    monkeypatch.setattr(unpack.tempfile, "tempdir", str(spools))
    (tmp_path / "x.gz").write_bytes(gzip.compress(b"y" * 5000))
    for one in inputs([tmp_path / "x.gz"]):
        assert isinstance(one, Input)
        assert len(list(spools.iterdir())) == 1
        assert _held(one) == b"y" * 5000
        del one
    unpack._kept.clear()
    assert list(spools.iterdir()) == []


def encrypted(data: bytes) -> bytes:
    """A zip whose first member says that it is encrypted."""
    out = bytearray(data)
    out[6] |= 1
    out[out.find(b"PK\x01\x02") + 8] |= 1
    return bytes(out)


def lying(data: bytes) -> bytes:
    """A zip whose member's checksum is wrong."""
    out = bytearray(data)
    at = out.find(b"PK\x01\x02") + 16
    out[at] ^= 255
    return bytes(out)


@pytest.mark.parametrize(
    "data, reasons",
    [
        pytest.param(encrypted(zipped(a=b"x" * 99)), {"f!a": "encrypted, and no password is known"}, id="encrypted"),
        pytest.param(b"PK\x03\x04" + b"x" * 50, {"f": "a broken archive: File is not a zip file"}, id="no zip"),
        pytest.param(zipped(a=b"x" * 9999)[:60], {"f": "a broken archive: File is not a zip file"}, id="cut zip"),
        pytest.param(b"\x1f\x8b\x08" + b"x" * 50, {"f": None}, id="no gzip"),
        pytest.param(b"\x1f\x8b\x08", {"f": "a broken archive: cut off"}, id="cut gzip"),
        pytest.param(zipped(), {}, id="empty zip"),
    ],
)
def test_archives_that_cannot_be_opened_have_a_reason(
    tmp_path: Path, data: bytes, reasons: dict[str, str | None]
) -> None:
    (tmp_path / "f").write_bytes(data)
    got = found(tmp_path)
    assert got.keys() == reasons.keys()
    for name, want in reasons.items():
        text = got[name]
        assert isinstance(text, str)
        assert text == want or (want is None and text.startswith("a broken archive"))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(gzip.compress(LOG)[:-5], id="gzip cut in its trailer"),
        pytest.param(gzip.compress(LOG) + b"garbage", id="gzip with garbage behind"),
        pytest.param(lying(zipped(a=LOG)), id="zip with a wrong checksum"),
    ],
)
def test_what_came_out_of_a_broken_archive_is_read_and_the_rest_is_damage(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "f").write_bytes(data)
    (one,) = inputs([tmp_path])
    assert isinstance(one, Input)
    report, events = read(one)
    assert len(list(events)) == 2
    assert [damage.expected for damage in report.damage] == ["the rest of the archive"]


def test_what_expands_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "BOMB_BYTES", 100_000)
    monkeypatch.setattr(unpack, "MOST_BYTES", 2_000_000)
    bomb = bytes(1_000_000)
    noise = os.urandom(400_000)
    (tmp_path / "a.gz").write_bytes(gzip.compress(bomb))
    (tmp_path / "b.zip").write_bytes(zipped(small=b"fine", bomb=bomb, later=b"x"))
    (tmp_path / "c.zip").write_bytes(zipped(in_=zipped(bomb=bomb)))
    (tmp_path / "d.gz").write_bytes(gzip.compress(noise * 6, 1))
    (tmp_path / "e.gz").write_bytes(gzip.compress(noise))
    got = found(tmp_path)
    ratio = "expands to more than 250 times its archive's size"
    assert got.pop("e.gz") == noise
    assert got.pop("b.zip!small") == b"fine"
    assert got == {
        "a.gz": ratio,
        "b.zip!bomb": ratio,
        "b.zip!later": ratio,
        "c.zip!in.!bomb": ratio,
        "d.gz": "expands to more than 0 GiB",
    }


def test_names_in_archives_are_shown_and_never_used(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("../../escape.log", b"x")
        archive.writestr("/tmp/absolute\x1b[31m", b"y")
        archive.writestr("folder/", b"")
    (tmp_path / "x.zip").write_bytes(stream.getvalue())
    assert list(found(tmp_path)) == ["x.zip!../../escape.log", "x.zip!/tmp/absolute\ufffd[31m"]
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]


@given(st.binary(max_size=60), st.integers(0, 400))
@settings(max_examples=80, deadline=None)
def test_no_archive_breaks_the_finder(tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int) -> None:
    folder = tmp_path_factory.mktemp("x")
    for name, whole in (("a", zipped(a=LOG, b=gzip.compress(LOG))), ("b", gzip.compress(LOG))):
        (folder / name).write_bytes(whole[:at] + data + whole[at + len(data) :])
    for one in inputs([folder]):
        if isinstance(one, Input):
            list(read(one)[1])


# Reading


def test_the_report_fills_while_the_events_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(LOG + b"\nstray\n")
    (one,) = inputs([path])
    assert isinstance(one, Input)
    report, events = read(one)
    assert (report.format, report.events, report.bytes) == ("windows_xml", 0, len(LOG) + 7)
    assert isinstance(next(events), Event)
    assert report.events == 1
    list(events)
    assert (report.events, report.damaged, report.hosts) == (2, 1, {"pc-1"})
    assert report.kinds == {"Microsoft-Windows-Sysmon/1": 2}
    assert report.reason is None


def test_the_report_keeps_the_first_damage_and_counts_all() -> None:
    data = sysmon(1).encode() + b"<Event>" * (FileReport.MOST_DAMAGE + 500)
    report, events = read(Input("x", lambda: io.BytesIO(data), len(data)))
    list(events)
    most = FileReport.MOST_DAMAGE
    assert (report.events, report.damaged, len(report.damage)) == (1, most + 500, most)


def test_the_need_reaches_the_reader() -> None:
    _, events = read(Input("x", lambda: io.BytesIO(LOG), len(LOG)), Need(frozenset({"a/1"})))
    assert not list(events)


@pytest.mark.parametrize("name", ["x.evtx", "x.json", "x"])
def test_the_name_of_a_file_means_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(evtx_files.file([evtx_files.chunk([(1, evtx_files.event(1))])]))
    (tmp_path / "y.evtx").write_bytes(LOG)
    formats = {one.name[-6:]: read(one)[0].format for one in inputs([tmp_path]) if isinstance(one, Input)}
    assert sorted(str(known) for known in formats.values()) == ["evtx", "windows_xml"]


@pytest.mark.parametrize(
    "head, why",
    [
        (b"", "empty file"),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n",
            "git-LFS pointer, not the file itself",
        ),
        (b"\x00\x05\x16\x07\x00\x02", "macOS resource fork (AppleDouble), no log"),
        (b"MZ\x90\x00", "program (PE), no log"),
        (bytes(400), "nothing but zeros"),
        (b"Dear diary,\n today", "no known log format: starts with 'Dear diary, today'"),
        (b"\x1b[31mred", "no known log format: starts with '\ufffd[31mred'"),
        (bytes(range(128, 160)), "no known log format: starts with bytes 80 81 82 83 84 85 86 87"),
    ],
)
def test_a_file_that_is_no_log_has_a_reason(head: bytes, why: str) -> None:
    assert reason(head) == why
    report, events = read(Input("x", lambda: io.BytesIO(head), len(head)))
    assert (report.format, report.reason, list(events)) == (None, why, [])


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_format_raises_for_any_head(head: bytes) -> None:
    for known in FORMATS:
        assert 0 <= known.sniff(head) <= 100
    assert reason(head)


def test_a_file_that_two_paths_lead_to_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_bytes(b"one")
    reports = list(inputs([tmp_path / "a.log", tmp_path, tmp_path / "a.log"]))
    assert [isinstance(one, Input) for one in reports] == [True, False, False]
    assert all("read once" in (one.reason or "") for one in reports if isinstance(one, FileReport))


class _Watched(io.BytesIO):
    """A stream that knows the most bytes that were asked of it at once."""

    most = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.most = max(self.most, size or 0)
        return super().read(size)


def test_tiny_gzip_members_are_read_in_small_pieces() -> None:
    """At the end of a member zlib copies what is left of a piece: a megabyte of them would be copied 50,000 times."""
    stream = _Watched(gzip.compress(b"") * 5_000 + gzip.compress(b"end"))
    assert b"".join(unpack._gunzipped(stream)) == b"end"
    assert stream.most <= 1 << 16


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_no_kind_of_compression_gives_everything_at_once(method: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("a", bytes(64 << 20))
    with zipfile.ZipFile(stream) as archive:
        sizes = [len(data) for data in unpack._unzipped(archive, archive.infolist()[0])]
    assert sum(sizes) == 64 << 20
    assert max(sizes) <= 1 << 20


def test_a_broken_bzip2_member_is_said_to_be_broken(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a", os.urandom(5_000))
    data = bytearray(stream.getvalue())
    data[2_000] ^= 0xFF
    (tmp_path / "x.zip").write_bytes(data)
    assert "broken archive" in str(found(tmp_path / "x.zip")["!a"])
