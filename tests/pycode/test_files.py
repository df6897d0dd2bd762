"""Whole files: the standard library of the Python that runs the tests is read, and is not taken for an attack."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import pytest

from antivenom.pycode import explain_source
from antivenom.pycode.reading import BROKE_OFF

LIBRARY = Path(sysconfig.get_path("stdlib"))
MODULES = """
    argparse asyncio/base_events base64 codecs configparser ftplib functools getpass http/server imaplib importlib/util
    inspect json/decoder logging/config multiprocessing/process pathlib pickle platform pty runpy shutil smtplib
    socketserver subprocess tarfile tempfile threading urllib/request webbrowser xmlrpc/server zipfile
""".split()


@pytest.mark.parametrize("name", MODULES)
def test_a_library_is_not_an_attack(name: str) -> None:
    path = LIBRARY / f"{name}.py"
    if not path.exists():  # a package in newer versions
        path = LIBRARY / name / "__init__.py"
    program = explain_source(path.read_bytes(), name=name)
    assert program.verdict in ("benign", "notable"), program.summary
    assert not [note for note in program.notes if note.startswith(BROKE_OFF)]
