"""What one program may cost to read. Everything that loops, grows or nests asks here first."""

from __future__ import annotations

from time import thread_time


class Spent(Exception):
    """A budget has run out; `what` is its name: steps, bytes, depth, layers or time."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Budget:
    """Limits of one reading, and what is left of them.

    steps    evaluated nodes, loop turns and characters handled one by one.
    bytes    bytes and characters made by evaluation, all together.
    depth    how deep expressions, calls and nested structures may go.
    layers   programs opened inside programs.
    seconds  processor time of the whole reading, so that a busy machine reads what an idle one does.

    `ended` names the budgets that ran out, in the order they did; what was seen until then stays seen.
    """

    __slots__ = (
        "_deadline",
        "bytes",
        "depth",
        "ended",
        "extra_bytes",
        "extra_steps",
        "graces",
        "hurried",
        "layers",
        "most_bytes",
        "seconds",
        "steps",
    )

    def __init__(
        self,
        steps: int = 200_000,
        bytes: int = 8_000_000,
        depth: int = 80,
        layers: int = 120,
        seconds: float = 1.0,
    ) -> None:
        self.steps = steps
        self.bytes = self.most_bytes = bytes
        self.depth = depth
        self.layers = layers
        self.seconds = seconds
        self.graces = 4
        self.hurried = ""
        self.extra_steps = steps // 8
        self.extra_bytes = bytes // 8
        self._deadline = thread_time() + seconds
        self.ended: list[str] = []

    def step(self, count: int = 1) -> None:
        """Spend steps; raises Spent("steps"), or, looking now and then, Spent("time") after the deadline."""
        left = self.steps - count
        if left < 0:
            self.spent("steps")
        if (left ^ self.steps) & ~0xFF:
            self.time()
        self.steps = left

    def take(self, size: int) -> None:
        """Spend bytes before they are made; raises Spent("bytes"), and nothing is spent then."""
        if size > self.bytes:
            self.spent("bytes")
        self.bytes -= size

    def grace(self, looping: bool = False) -> bool:
        """A little more of everything but time, a few times: one costly statement does not hide those after it.

        In a loop, the rest of its body is read once more and the loop ends; so does every loop after the last time.
        """
        if self.hurried == "to the end" or self.ended[-1:] == ["time"]:
            return False
        if self.graces:
            self.graces -= 1
            self.hurried = "out of the loop" if looping else ""
        else:
            self.hurried = "to the end"
        self.steps += self.extra_steps
        self.bytes += self.extra_bytes
        return True

    def leave_loop(self) -> None:
        """The outermost loop has ended."""
        if self.hurried == "out of the loop":
            self.hurried = ""

    def time(self) -> None:
        """Raises Spent("time") once the deadline has passed."""
        if thread_time() > self._deadline:
            self.spent("time")

    def spent(self, what: str) -> None:
        """Note that a budget ran out, and raise."""
        if what not in self.ended:
            self.ended.append(what)
        raise Spent(what)
