"""Installers: pip and its kin run the Python of the packages they install."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antivenom.pycode.command.found import Data, Found
from antivenom.pycode.command.line import Line, Row, options_of, plain

_PIP = re.compile(r"pip[\d.]*(?:-script)?(?:\.pyz?)?|__pip-runner__\.py|pip-[\d.]+\S*\.(?:whl|pyz)(?:/pip)?")
_SETUP = frozenset(
    "install develop build build_py build_ext build_clib bdist bdist_egg bdist_wheel bdist_wininst sdist egg_info "
    "easy_install install_lib install_scripts install_data test nosetests editable_wheel dist_info".split()
)
_SHORT = "rctdifb"
_LONG = tuple(
    """index-url extra-index-url trusted-host target find-links requirement constraint editable prefix root src log
    proxy retries timeout exists-action cert client-cert cache-dir python platform python-version implementation abi
    no-binary only-binary progress-bar report upgrade-strategy config-settings global-option install-option build
    dest download no-build-package refresh-package with with-editable pip-args backend name suffix file channel
    install-dir script-dir""".split()
)
_KEPT = frozenset(
    ("index-url", "extra-index-url", "trusted-host", "target", "find-links", "requirement", "editable", "proxy")
)
_SHORT_NAMES = {
    "i": "index-url",
    "t": "target",
    "f": "find-links",
    "r": "requirement",
    "e": "editable",
    "c": "constraint",
}

# The words after the program's name that make it install (kind "install") or fetch and pack (kind "package").
TOOLS: dict[str, Row] = {
    str(row["name"]): row
    for row in (
        {"name": "pip", "install": ("install",), "package": ("download", "wheel", "lock")},
        {"name": "uv pip", "install": ("install", "sync"), "package": ("compile",)},
        {"name": "uv", "install": ("add", "sync"), "package": ("build",)},
        {"name": "uv tool", "install": ("install",), "package": ()},
        {"name": "pipx", "install": ("install", "inject", "run", "upgrade"), "package": ()},
        {"name": "pipenv", "install": ("install", "sync"), "package": ("lock",)},
        {"name": "poetry", "install": ("add", "install"), "package": ("build",)},
        {"name": "pdm", "install": ("add", "install"), "package": ("build",)},
        {"name": "easy_install", "install": ("",), "package": ()},
        {"name": "ensurepip", "install": ("",), "package": ()},
        {"name": "build", "install": (), "package": ("",)},
        {"name": "pyinstaller", "install": (), "package": ("",)},
        {"name": "nuitka", "install": (), "package": ("",)},
        {"name": "cx_freeze", "install": (), "package": ("",)},
        {"name": "py2exe", "install": (), "package": ("",)},
        {"name": "py2applet", "install": (), "package": ("",)},
        {"name": "pyarmor", "install": (), "package": ("gen", "obfuscate", "pack")},
        {"name": "shiv", "install": (), "package": ("",)},
        {"name": "pex", "install": (), "package": ("",)},
    )
}  # fmt: skip
# Modules of `python -m` that are rows above under another name.
AS_MODULE = {
    "pip": "pip", "pip.__main__": "pip", "pip._internal": "pip", "easy_install": "easy_install",
    "setuptools.command.easy_install": "easy_install", "ensurepip": "ensurepip", "build": "build",
    "PyInstaller": "pyinstaller",
    "nuitka": "nuitka", "cx_Freeze": "cx_freeze", "pipx": "pipx", "pyarmor": "pyarmor", "pyarmor.cli": "pyarmor",
    "shiv": "shiv", "pex": "pex", "pipenv": "pipenv", "poetry": "poetry", "uv": "uv",
}  # fmt: skip


def row_of(name: str) -> Row | None:
    """The row of an installer by its plain program name."""
    if _PIP.fullmatch(name):
        return TOOLS["pip"]
    stem = re.sub(r"[-_]?[\d.]+$", "", name)
    return TOOLS.get(name) or TOOLS.get(stem)


def module(line: Line, argv: Sequence[str], rest: Sequence[str], options: list[str]) -> bool:
    """`python -m pip install x`: True when it was one of these and has been added."""
    row = TOOLS.get(AS_MODULE.get(rest[0], ""))
    return row is not None and add(line, argv, rest, row, [*options, f"-m {rest[0]}"])


def script(line: Line, argv: Sequence[str], index: int, options: list[str]) -> bool:
    """`python setup.py install` and `python /usr/bin/pip install x`: True when it has been added."""
    path = argv[index]
    name = plain(path)
    if name == "setup.py":
        return _setup(line, argv, index, options)
    if not name.startswith(("pip", "__pip", "easy_install")):
        return False
    row = row_of(name)
    return row is not None and add(line, argv, argv[index:], row, options)


def _setup(line: Line, argv: Sequence[str], index: int, options: list[str]) -> bool:
    if not any(word in _SETUP for word in argv[index + 1 : index + 8]):
        return False
    data = line.file(argv[index]) or Data(None)
    line.add(_found(line, "install", data, str(argv[index]), argv[index:], argv[0], options), argv)
    return True


def program(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """An installer run by its own name."""
    if not add(line, argv, argv, row, []):
        line.command(argv)


def add(line: Line, argv: Sequence[str], rest: Sequence[str], row: Row, options: list[str]) -> bool:
    """Add an installation; rest starts with the installer's name. False where this verb installs nothing."""
    at, verb = 1, ""
    if row["install"] != ("",) and row["package"] != ("",):
        _, at = options_of(rest, "", _LONG)
        verb = rest[at] if at < len(rest) else ""
        at += 1
    kind = "install" if verb in row["install"] else "package" if verb in row["package"] else ""
    if not kind:
        return False
    kept, operands = _operands(["", *rest[at : at + 2000]])
    data = _local(line, operands)
    line.add(_found(line, kind, data, " ".join(operands), rest, argv[0], [*options, *kept]), argv)
    return True


def _operands(rest: list[str]) -> tuple[list[str], list[str]]:
    """What is installed, and the options that say from where: requirement files and editable paths count as both."""
    kept: list[str] = []
    operands: list[str] = []
    while len(rest) > 1 and len(kept) + len(operands) < 400:
        given, at = options_of(rest, _SHORT + "e", _LONG)
        for name, value in given:
            name = _SHORT_NAMES.get(name, name) if value else name
            if value and name in _KEPT:
                kept.append(f"--{name} {value}")
            elif len(name) > 1 and not value:
                kept.append("--" + name)
            if value and name in ("editable", "requirement"):
                operands.append(str(value))
        stop = at
        while stop < len(rest) and (rest[stop][:1] != "-" or rest[at - 1] == "--"):
            operands.append(str(rest[stop]))
            stop += 1
        rest = ["", *rest[stop:]] if stop > 1 else []
    return kept, operands


def _local(line: Line, operands: Sequence[str]) -> Data:
    """The setup.py that the line wrote into a folder it installs."""
    if line.files:
        for operand in operands:
            folder = operand.rstrip("/\\")
            data = line.file(folder + "/setup.py") if folder not in (".", "") else line.file("setup.py")
            if data is not None:
                return data
    url = next((each for each in operands if "://" in each), None)
    return Data(None, url)


def _found(
    line: Line, kind: str, data: Data, target: str, argv: Sequence[str], interpreter: str, options: Sequence[str]
) -> Found:
    return Found(
        kind, data.text, target, tuple(argv), line.env, str(interpreter), tuple(options), line.wrappers, data.remote,
        data.decoders, (), data.notes,
    )  # fmt: skip
