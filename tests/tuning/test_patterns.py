"""Globs and expressions: what they fit, and what an attacker may not slip through them."""

from __future__ import annotations

from time import monotonic

import pytest

from antivenom.tuning.patterns import MOST_VALUE, expression, glob, lets_all_through

PATHS = [
    ("/home/*/bin/{python}", "/home/dana/bin/python3.11", True),
    ("/home/*/bin/{python}", "/home/dana/x/bin/python3", False),
    ("/home/*/bin/{python}", "/home/../bin/python3", False),
    ("/home/*/bin/{python}", "/home/dana/bin/python3-evil", False),
    ("/home/**/bin/{python}", "/home/dana/x/bin/pypy3", True),
    ("/opt/tool-{version}/x", "/opt/tool-1.2.3/x", True),
    ("/opt/tool-{version}/x", "/opt/tool-1.2.3a/x", False),
    ("/tmp/job{number}.sh", "/tmp/job12.sh", True),
    ("/tmp/job{number}.sh", "/tmp/job1;2.sh", False),
    ("/tmp/{id}.sh", "/tmp/a_B-9.sh", True),
    ("/tmp/{id}.sh", "/tmp/a.b.sh", False),
    ("a?c", "abc", True),
    ("a?c", "a/c", False),
    ("a.c", "abc", False),
    ("{other}", "{other}", True),
]
LINES = [
    ("{python} -m tool *", "/usr/bin/python3 -m tool x.json", True),
    ("{python} -m tool *", "python3  -m  tool x", True),
    ("{python} -m tool *", '"C:\\Program Files\\Python\\python.exe" -m tool x', True),
    ("{python} -m tool *", "python3 -c evil -m tool x", False),
    ("{python} -m tool *", "python3 -m tool x; evil", False),
    ("{python} -m tool *", "python3 -m tool $(evil)", False),
    ("{python} -m tool *", "python3 -m tool x|evil", False),
    ("{python} -m tool *", "evil; python3 -m tool x", False),
    ("{python} -m tool *", "notpython -m tool x", False),
    ("{python} -m tool *", "python3 -m tool x\nevil", False),
    ("{python} /home/*/.t/x.py", "python3 /home/d/.t/x.py", True),
    ("{python} /home/*/.t/x.py", "python3 /home/d/../e/.t/x.py", False),
    ("{python} -c 'a\n**", "python3 -c 'a\nb'", True),
]


@pytest.mark.parametrize("written, value, fits", PATHS)
def test_globs_of_paths(written: str, value: str, fits: bool) -> None:
    assert glob(written).fits(value, windows=False) is fits


@pytest.mark.parametrize("written, value, fits", LINES)
def test_globs_of_command_lines(written: str, value: str, fits: bool) -> None:
    assert glob(written, line=True).fits(value, windows=False) is fits


def test_case_counts_but_on_windows() -> None:
    assert glob("C:\\Users\\*\\x.exe").fits("c:\\users\\dana\\X.EXE", windows=True)
    assert not glob("/opt/x").fits("/OPT/x", windows=False)


def test_an_expression_must_fit_the_whole_value() -> None:
    assert expression("a|b").fits("b", windows=False)
    assert not expression("a|b").fits("ab", windows=False)
    assert not expression("a").fits("a\n", windows=False)
    assert expression("(?i)A").fits("a", windows=False)


def test_a_value_that_is_too_long_fits_nothing() -> None:
    assert glob("a**").fits("a" * MOST_VALUE, windows=False)
    assert not glob("a**").fits("a" * (MOST_VALUE + 1), windows=False)


def test_a_slow_expression_is_given_up() -> None:
    slow, begin = expression(r"(a+)+\1?(b|a)+c"), monotonic()
    assert not slow.fits("a" * 4_000, windows=False)
    assert monotonic() - begin < 5


@pytest.mark.parametrize("written", ["*", "**", "?", "/", "*/*", "{id}", "{version}-{number}"])
def test_wildcards_alone_say_nothing(written: str) -> None:
    assert lets_all_through(glob(written))
    assert not lets_all_through(glob(f"{written}x"))
