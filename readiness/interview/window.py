"""The size of the window, which may change while a person thinks."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from types import FrameType

LEAST_COLUMNS = 50  #: a smaller window has no room for a question page
LEAST_ROWS = 16


class WindowShrunkError(Exception):
    """The window got too small for a page while one was shown."""


class WindowGrownError(Exception):
    """The window got large enough for a page while plain lines were read."""


def is_small() -> bool:
    """Return whether the window has no room for a page."""
    size = get_terminal_size()
    return size.columns < LEAST_COLUMNS or size.lines < LEAST_ROWS


@contextmanager
def raising_when_grown(is_small: Callable[[], bool]) -> Iterator[None]:
    """Raise `WindowGrownError` as soon as there is room for a page.

    Windows does not tell of changes: there the page comes with the next question.
    """
    number = getattr(signal, "SIGWINCH", None)
    if number is None:
        yield
        return
    waiting = True

    def look(_number: int, _frame: FrameType | None) -> None:
        nonlocal waiting
        if waiting and not is_small():
            waiting = False  # further changes must not disturb the way out
            _forget_typed()
            raise WindowGrownError

    before = signal.signal(number, look)
    try:
        yield
    finally:
        waiting = False
        signal.signal(number, before)


def _forget_typed() -> None:
    """Drop half a line: on the page each of its letters would be a key."""
    import termios  # noqa: PLC0415 - Windows has none

    with suppress(termios.error, OSError):  # no terminal
        termios.tcflush(sys.stdin, termios.TCIFLUSH)
