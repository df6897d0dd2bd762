"""Many programs read at once, by this process and by others beside it, one for every further processor.

A helper is a Python of its own that knows nothing but `pycode` and reads what it is sent: plain values over pipes, as
`marshal` writes them. It is started neither by forking, which threads of the engine would not survive, nor with the
main module of the caller, which would run a script that has no guard a second time. This process reads as well, so
that many programs are never slower to read than by it alone; where no helper can be started, it reads them all.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Semaphore, Thread
from typing import IO, Any

from antivenom.programs.plain import Key, kept, packed, plain, read, unpacked
from antivenom.pycode import Program

WORTH_IT = 500
"""From how many programs on helpers are started: starting one takes as long as reading about as many."""

_LEAST, _MOST = 32, 256
"""Programs in a chunk."""

_AHEAD = 3
"""Chunks that a helper has been sent and has not given back."""

_MOST_CHUNKS = 1 << 30

_HELPER = "import sys; sys.path.append(sys.argv[1]); from antivenom.programs.pool import serve; serve()"
_HOME = str(Path(__file__).parents[2])


def read_all(keys: Sequence[Key], *, processes: int | None = None) -> list[Program]:
    """The program of each key.

    processes  how many read, this one among them; by default one a processor, and one alone for a few programs.
    """
    wanted = processes if processes is not None else (os.cpu_count() or 1) if len(keys) >= WORTH_IT else 1
    if wanted < 2 or not sys.executable:
        return [kept(key) for key in keys]
    return _Work(keys, wanted).done()


class _Work:
    """Keys cut into chunks that whoever is free takes."""

    def __init__(self, keys: Sequence[Key], processes: int) -> None:
        size = min(max(len(keys) // (12 * processes), _LEAST), _MOST)
        self.keys = keys
        self.made: list[Program | None] = [None] * len(keys)
        self.chunks = iter([range(first, min(first + size, len(keys))) for first in range(0, len(keys), size)])
        self._helpers = processes - 1

    def done(self) -> list[Program]:
        """All programs, in the order of their keys."""
        helpers = [_Helper(self, started) for started in (_start() for _ in range(self._helpers)) if started]
        try:
            for chunk in self.chunks:
                for number in chunk:
                    self.made[number] = kept(self.keys[number])
            for helper in helpers:
                if helper.ready:
                    helper.join()
        finally:
            for helper in helpers:
                helper.stop()
        # a helper that broke down leaves what it had taken
        return [kept(key) if one is None else one for key, one in zip(self.keys, self.made, strict=True)]


class _Helper:
    """Another process at work: one thread sends it chunks, a little ahead of what it can read, one takes programs.

    Sending ahead keeps it busy: this process reads too, and its threads wait for each other. It is sent nothing before
    it says that it is `ready`, and takes nothing after the last chunk is taken.
    """

    def __init__(self, work: _Work, process: subprocess.Popen[bytes]) -> None:
        self._work = work
        self._process = process
        self._sent: SimpleQueue[range | None] = SimpleQueue()
        self._free = Semaphore(0)
        self.ready = False
        self._threads = [Thread(target=target, daemon=True) for target in (self._send, self._take)]
        for thread in self._threads:
            thread.start()

    def _send(self) -> None:
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):
            while self._free.acquire() and (chunk := next(self._work.chunks, None)) is not None:
                self._sent.put(chunk)
                _write(self._process.stdin, [tuple(self._work.keys[number]) for number in chunk])
        self._sent.put(None)

    def _take(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError, EOFError, ValueError, TypeError):
            _read(self._process.stdout)
            self.ready = True
            self._free.release(_AHEAD)
            while (chunk := self._sent.get()) is not None:
                for number, given in zip(chunk, _read(self._process.stdout), strict=True):
                    self._work.made[number] = unpacked(self._work.keys[number], given)
                self._free.release()
            return
        # it broke down: let the other thread run into that too, and end
        self._process.kill()
        self._process.wait()
        self._free.release(_MOST_CHUNKS)

    def join(self) -> None:
        """Wait until it has done what it took."""
        for thread in self._threads:
            thread.join()

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


def _start() -> subprocess.Popen[bytes] | None:
    """A process that reads what it is sent, or None where none can be started."""
    command = [sys.executable, "-I", "-S", "-c", _HELPER, _HOME]
    try:
        return subprocess.Popen(  # noqa: S603 - this interpreter, and nothing of the logs
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError:
        return None


def _write(stream: IO[bytes], value: Any) -> None:
    try:
        data = marshal.dumps(value)
    except ValueError:
        data = marshal.dumps(plain(value))
    stream.write(len(data).to_bytes(8, "little") + data)
    stream.flush()


def _read(stream: IO[bytes]) -> Any:
    head = stream.read(8)
    size = int.from_bytes(head, "little")
    data = stream.read(size)
    if len(head) < 8 or len(data) < size:
        raise EOFError
    return marshal.loads(data)  # noqa: S302 - what this program's own processes wrote


def _asked(stream: IO[bytes]) -> Iterator[list[Key]]:
    with suppress(EOFError):
        while True:
            yield [Key(*given) for given in _read(stream)]


def serve() -> None:
    """What a helper does: say that it is there, read keys from standard input, write programs to standard output."""
    _write(sys.stdout.buffer, None)
    for keys in _asked(sys.stdin.buffer):
        _write(sys.stdout.buffer, [packed(read(key)) for key in keys])
