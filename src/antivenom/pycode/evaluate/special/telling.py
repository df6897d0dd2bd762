"""Things that are only known by what is done to them: methods of unknown objects, functions of native libraries."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from antivenom.pycode.effects import EFFECTS
from antivenom.pycode.evaluate.special.kit import Args
from antivenom.pycode.evaluate.values import (
    NOTHING,
    Func,
    Made,
    Method,
    Partial,
    Ref,
    ref,
    taint_of,
    text_of,
)

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator


_TELLING = {
    "recv": "socket.socket.recv",
    "recvfrom": "socket.socket.recvfrom",
    "sendall": "socket.socket.sendall",
    "sendto": "socket.socket.sendto",
    "exec_command": "paramiko.SSHClient.exec_command",
    "send_command": "netmiko.send_command",
    "storbinary": "ftplib.FTP.storbinary",
    "sendline": "pexpect.spawn.sendline",
    "runsource": "code.InteractiveInterpreter.runsource",
}
"""Method names that say what their object is, whatever it is called."""


_ASYNC = {"read": "receive", "readline": "receive", "readuntil": "receive", "readexactly": "receive"}


_LDAP = re.compile(r"servicePrincipalName|userAccountControl|adminCount|sAMAccountName|DONT_REQ_PREAUTH", re.IGNORECASE)


def guess(ev: Evaluator, owner: Any, path: str, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """A method of something unknown, told by its name; None where the name tells nothing."""
    last = path.rsplit(".", 1)[-1]
    if type(owner) is Made and owner.type == "asyncio.reader" and last in _ASYNC:
        return ev.effect(EFFECTS["socket.socket.recv"], "asyncio.StreamReader.read", owner, args, kwargs, node)
    if type(owner) is Made and owner.type == "asyncio.writer" and last == "write":
        return ev.effect(EFFECTS["socket.socket.send"], "asyncio.StreamWriter.write", owner, args, kwargs, node)
    full = _TELLING.get(last)
    if full is not None and full in EFFECTS:
        return ev.effect(EFFECTS[full], full, owner, args, kwargs, node)
    if last == "connect" and args and type(args[0]) is tuple and len(args[0]) >= 2:
        return ev.effect(EFFECTS["socket.socket.connect"], "socket.socket.connect", owner, args, kwargs, node)
    if last in ("run_in_executor", "call_soon", "call_later", "add_reader", "submit", "apply_async") and args:
        callee = next((arg for arg in args if type(arg) in (Func, Method, Partial, Ref)), None)
        if callee is not None:
            return ev.call(callee, args[args.index(callee) + 1 :], {}, node)
    if last == "run_until_complete" and args:
        return args[0]
    if last == "__import__":
        return ev.call(ref("__import__"), args, kwargs, node)
    if last in ("drop_database", "dropDatabase", "flushall", "delete_many", "drop_collection") and args is not None:
        ev.note("drop database", last, node, {}, owner, args)
        return NOTHING
    if last in ("search", "search_s", "search_ext_s", "extend") and _LDAP.search(
        " ".join(text_of(arg) or "" for arg in (*args, *kwargs.values()))
    ):
        ev.note("ldap search", last, node, {}, owner, args, kwargs)
        return Made("entries", taint_of([owner]))
    if last == "load_module" and "importer" in str(getattr(owner, "type", "")):
        return NOTHING
    return None


_LIBC = {
    "system": ("os.system", 1),
    "popen": ("os.popen", 1),
    "execve": ("os.execve", 3),
    "execv": ("os.execv", 2),
    "execl": ("os.execl", 9),
    "execvp": ("os.execvp", 2),
    "dup2": ("os.dup2", 2),
    "setuid": ("os.setuid", 1),
    "setgid": ("os.setgid", 1),
    "WinExec": ("os.system", 1),
    "ShellExecuteA": ("win32api.ShellExecute", 9),
    "ShellExecuteW": ("win32api.ShellExecute", 9),
    "memfd_create": ("os.memfd_create", 1),
}
"""Functions of C libraries that do what a Python one does, and how many arguments they share."""


_WRAPPERS = frozenset(
    "c_char_p c_wchar_p c_void_p c_int c_uint c_ulong c_size_t byref pointer c_buffer addressof c_longlong c_uint64 "
    "c_int64 c_uint32 c_bool c_ubyte".split()
)
"""Types and helpers of ctypes that only pass a value on."""


def foreign(ev: Evaluator, name: str, owner: Any, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """A call through ctypes: a function of a native library, by its name."""
    last = name.rsplit(".", 1)[-1]
    if last in ("restype", "argtypes", "errcheck"):
        return NOTHING
    if last in _WRAPPERS:
        return args[0] if args else NOTHING
    known = _LIBC.get(last)
    fact = ev.note("foreign", last, node, {"args": tuple(args)}, owner, args)
    if known is not None:
        full, count = known
        given = [arg.decode("latin-1") if isinstance(arg, bytes) else arg for arg in args[:count]]
        return ev.effect(EFFECTS[full], full, owner, given, {}, node)
    if (isinstance(owner, Made) and owner.type == "ctypes.CDLL") or ".windll." in name or ".cdll." in name:
        return Made(f"ctypes.{last}()", fact.taint | {fact}, fact)
    return Made(name if len(name) < 80 else "ctypes.value", fact.taint | {fact}, fact, args[0] if args else None)
