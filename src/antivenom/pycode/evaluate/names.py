"""Qualified names: one name for one thing, however a program reaches it."""

from __future__ import annotations

RENAMED: dict[str, str] = {
    "posix": "os",
    "nt": "os",
    "__builtin__": "builtins",
    "urllib2": "urllib.request",
    "urllib.urlopen": "urllib.request.urlopen",
    "urllib.urlretrieve": "urllib.request.urlretrieve",
    "urllib.URLopener": "urllib.request.URLopener",
    "urllib.FancyURLopener": "urllib.request.FancyURLopener",
    "urllib.Request": "urllib.request.Request",
    "urllib.build_opener": "urllib.request.build_opener",
    "urllib.ProxyHandler": "urllib.request.ProxyHandler",
    "urllib.install_opener": "urllib.request.install_opener",
    "urllib.urlencode": "urllib.parse.urlencode",
    "urllib.quote": "urllib.parse.quote",
    "urllib.quote_plus": "urllib.parse.quote_plus",
    "urllib.unquote": "urllib.parse.unquote",
    "urllib.unquote_plus": "urllib.parse.unquote_plus",
    "urlparse": "urllib.parse",
    "httplib": "http.client",
    "SimpleHTTPServer": "http.server",
    "BaseHTTPServer": "http.server",
    "CGIHTTPServer": "http.server",
    "SocketServer": "socketserver",
    "cPickle": "pickle",
    "_pickle": "pickle",
    "cStringIO": "io",
    "StringIO": "io",
    "io.open": "open",
    "codecs.open": "open",
    "Queue": "queue",
    "ConfigParser": "configparser",
    "_winreg": "winreg",
    "thread": "_thread",
    "_socket": "socket",
    "_subprocess": "subprocess",
    "_ctypes": "ctypes",
    "Crypto": "Cryptodome",
    "Tkinter": "tkinter",
    "xmlrpclib": "xmlrpc.client",
    "commands": "subprocess",
    "popen2.popen2": "os.popen",
    "popen2.popen3": "os.popen",
    "popen2.popen4": "os.popen",
    "os.popen2": "os.popen",
    "os.popen3": "os.popen",
    "os.popen4": "os.popen",
    "unicode": "str",
    "xrange": "range",
    "raw_input": "input",
    "unichr": "chr",
    "reduce": "functools.reduce",
    "itertools.imap": "map",
    "itertools.izip": "zip",
    "itertools.ifilter": "filter",
    "string.join": "str.join",
    "io.open_code": "open",
    "file": "open",
    "importlib.__import__": "__import__",
    "imp.load_source": "importlib.load_source",
    "requests.api": "requests",
    "requests.sessions.Session": "requests.Session",
    "requests.session": "requests.Session",
    "socket.SocketType": "socket.socket",
    "ctypes.PyDLL": "ctypes.CDLL",
    "ctypes.cdll.LoadLibrary": "ctypes.CDLL",
    "ctypes.windll.LoadLibrary": "ctypes.WinDLL",
    "ctypes.oledll.LoadLibrary": "ctypes.WinDLL",
    "ctypes.pydll.LoadLibrary": "ctypes.CDLL",
    "ctypes.OleDLL": "ctypes.WinDLL",
    "ctypes.oledll": "ctypes.windll",
    "six.moves.urllib": "urllib",
    "six.exec_": "exec",
    "six.moves.builtins": "builtins",
    "future.builtins": "builtins",
    "threading._start_new_thread": "_thread.start_new_thread",
    "_thread.start_new": "_thread.start_new_thread",
    "functools.partialmethod": "functools.partial",
    "multiprocessing.dummy.Pool": "multiprocessing.Pool",
    "multiprocessing.pool.Pool": "multiprocessing.Pool",
    "multiprocessing.pool.ThreadPool": "multiprocessing.Pool",
    "multiprocessing.context.Process": "multiprocessing.Process",
    "concurrent.futures.thread.ThreadPoolExecutor": "concurrent.futures.ThreadPoolExecutor",
    "concurrent.futures.process.ProcessPoolExecutor": "concurrent.futures.ProcessPoolExecutor",
}
"""Names that stand for another: Python 2's, private modules, re-exports. A prefix of a dotted name counts too."""

MODULES: frozenset[str] = frozenset(
    "os sys subprocess socket base64 builtins importlib pty ctypes shutil io types codecs zlib urllib ssl threading "
    "select struct time random tempfile platform signal pathlib marshal pickle binascii posix nt".split()
)
"""Modules that others hold as an attribute (shutil.os, random._os): reaching one is reaching the module itself."""

_OWN_SUBMODULES = frozenset({"asyncio.subprocess", "xml.etree", "concurrent.futures", "curses.ascii", "sys.platform"})

_CACHE: dict[str, str] = {}
_MOST_CACHED = 20_000


def canonical(name: str) -> str:
    """The one name for what a dotted name reaches: `shutil.os.system` is `os.system`, `posix.system` too."""
    found = _CACHE.get(name)
    if found is None:
        found = _canonical(name)
        if len(_CACHE) < _MOST_CACHED:
            _CACHE[name] = found
    return found


def _canonical(name: str) -> str:
    if len(name) > 300:
        return name
    done = last = ""
    for part in name.split("."):
        before, last = last, part
        done = f"{done}.{part}" if done else part
        bare = part.lstrip("_") if part.startswith("_") and not part.startswith("__") else part
        if "." in done and bare in MODULES and part != before and done not in _OWN_SUBMODULES:
            done = bare
        done = RENAMED.get(done, done)
        if done.startswith(("builtins.", "__builtins__.")):
            done = done.split(".", 1)[1]
            done = RENAMED.get(done, done)
    return done
