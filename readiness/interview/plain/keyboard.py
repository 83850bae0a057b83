"""What a person types on a terminal in plain lines, and what comes along in a paste."""

import os
import select
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from readiness.interview.window import wait_for_line

_PAUSE = 0.05  # seconds within which the lines of a paste follow each other
_CUT_AT = 4096  # bytes, the end of the line among them: Linux lets no more through
_CHUNK = 65536


class Keyboard:
    """Reads lines from a terminal that lets the person edit each before Enter.

    ``was_cut`` says whether the terminal may have cut what was read last.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._file = stream.fileno()
        self._waiting = b""  # what was typed behind the last line
        self.was_cut = False

    def read(self) -> str:
        """Return a line; empty at the end of the input.

        Raises `WindowGrownError` if there is room for a page before Enter is pressed.
        """
        self.was_cut = False
        return self._line()

    def read_rest(self) -> list[str]:
        """Return the lines that came at once with the last one.

        The last of them has perhaps no end yet: that is waited for.
        """
        lines = []
        while self._waiting or self._gather():
            lines.append(self._line())
        return lines

    def forget_rest(self) -> bool:
        """Drop what came at once with the last line; return whether that was any."""
        is_any = False
        while self._gather():
            self._waiting = b""
            is_any = True
        return is_any

    def _line(self) -> str:
        # whatever breaks in drops what has no end yet
        typed, self._waiting = self._waiting, b""
        while b"\n" not in typed:
            wait_for_line(self._stream)
            got = self._take()
            if not got:
                break
            self.was_cut |= len(got) >= _CUT_AT
            typed += got
        line, end, self._waiting = typed.partition(b"\n")
        errors = "ignore" if self.was_cut else "replace"  # half a letter is no sign
        return (line + end).decode(self._stream.encoding, errors)

    def _gather(self) -> bool:
        """Return whether something waits, once nothing more comes."""
        with _unfinished_lines(self._file):
            while select.select([self._file], [], [], _PAUSE)[0]:
                got = self._take()
                if not got:
                    break
                self._waiting += got
        return bool(self._waiting)

    def _take(self) -> bytes:
        # what was typed while a page had the terminal has its Enter as it was pressed
        return os.read(self._file, _CHUNK).replace(b"\r", b"\n")


def find_keyboard(stream: TextIO) -> Keyboard | None:
    """Return the keyboard behind a stream, if it is a terminal that can be asked."""
    try:
        import termios  # noqa: F401, PLC0415 - Windows has none
    except ImportError:
        return None
    try:
        return Keyboard(stream) if stream.isatty() else None
    except OSError:  # it has no file
        return None


@contextmanager
def _unfinished_lines(file: int) -> Iterator[None]:
    """Let the terminal hand out also what Enter was not pressed after."""
    import termios  # noqa: PLC0415 - Windows has none

    try:
        before = termios.tcgetattr(file)
    except termios.error:  # the terminal is gone
        yield
        return
    flags, signs = before[3] & ~termios.ICANON, list(before[6])
    signs[termios.VMIN], signs[termios.VTIME] = 1, 0
    termios.tcsetattr(file, termios.TCSANOW, [*before[:3], flags, *before[4:6], signs])
    try:
        yield
    finally:
        with suppress(termios.error):  # it may be gone by now
            termios.tcsetattr(file, termios.TCSANOW, before)
