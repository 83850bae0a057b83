"""The real program on a real terminal: pexpect types, pyte shows the screen."""

import os
import sys
import time
from pathlib import Path
from typing import Any

import pexpect
import pyte

ROOT = Path(__file__).parents[1]
PROGRAM = (sys.executable, "-m", "readiness")
UP, DOWN, LEFT, RIGHT, ENTER, ESC = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C", "\r", "\x1b"
PATIENCE = 20  #: seconds until a test gives up
QUIET = 0.05  #: seconds without output after which a screen is taken as drawn


class Terminal:
    """``python -m readiness`` with these arguments, in a window of this size."""

    def __init__(self, *arguments, columns=80, rows=24, env=None, program=PROGRAM):
        self.screen = pyte.Screen(columns, rows)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)
        fixed = {
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "PROMPT_TOOLKIT_NO_CPR": "1",
        }
        self.process: Any = pexpect.spawn(
            program[0],
            [*program[1:], *arguments],
            cwd=ROOT,
            dimensions=(rows, columns),
            env={**os.environ, **fixed, **(env or {})},
        )

    def text(self):
        """Return what is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def words(self):
        """Return what is on the screen as one line of words."""
        return " ".join(self.text().split())

    def wait(self, *needles):
        """Wait until the words are on the screen, and then until nothing moves."""
        return self._wait(lambda: all(n in self.words() for n in needles), needles)

    def press(self, keys):
        """Type, and wait until the screen is another one and nothing moves."""
        before = self.text()
        self.send(keys)
        return self._wait(lambda: self.text() != before, "a change")

    def send(self, keys):
        """Type."""
        self.process.send(keys)
        return self

    def resize(self, columns, rows):
        """Change the size of the window."""
        self.screen.resize(rows, columns)
        self.screen.reset()
        self.process.setwinsize(rows, columns)
        return self

    def leave(self):
        """Wait for the end; return the exit code, negative for a signal."""
        while self._pump() != "over":
            pass
        self.process.close()
        if self.process.exitstatus is None:
            return -self.process.signalstatus
        return self.process.exitstatus

    def _wait(self, is_there, what):
        end, state = time.monotonic() + PATIENCE, "moving"
        while state != "over" and time.monotonic() < end:
            state = self._pump()
            if state != "moving" and is_there():
                return self
        raise AssertionError(f"{what} not on the screen:\n{self.text()}")

    def _pump(self):
        try:
            data = self.process.read_nonblocking(65536, QUIET)
        except pexpect.TIMEOUT:
            return "quiet"
        except pexpect.EOF:
            return "over"
        self.raw += data
        self._stream.feed(data)
        return "moving"
