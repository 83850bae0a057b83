"""The size of the window, which may change while a person thinks."""

import select
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TextIO

LEAST_COLUMNS = 50  #: a smaller window has no room for a question page
LEAST_ROWS = 16

_PATIENCE = 0.05  # seconds for an Enter that was pressed before the window changed


class WindowShrunkError(Exception):
    """The window got too small for a page while one was shown."""


class WindowGrownError(Exception):
    """The window got large enough for a page while plain lines were read."""


def is_small() -> bool:
    """Return whether the window has no room for a page."""
    size = get_terminal_size()
    return size.columns < LEAST_COLUMNS or size.lines < LEAST_ROWS


def _never() -> bool:
    return False


@dataclass(slots=True)
class _Watch:
    """What a larger window breaks off: the wait for a line, and nothing else."""

    has_grown: Callable[[], bool]
    waits_on: TextIO | None = None


_WATCH = _Watch(_never)


@contextmanager
def raising_when_grown(is_small: Callable[[], bool]) -> Iterator[None]:
    """Make `wait_for_line` raise `WindowGrownError` once there is room for a page.

    Windows does not tell of changes: there the page comes with the next question.
    """
    number = getattr(signal, "SIGWINCH", None)
    if number is None:
        yield
        return
    before = signal.signal(number, _look)
    _WATCH.has_grown = lambda: not is_small()
    try:
        yield
    finally:
        _WATCH.has_grown = _never
        signal.signal(number, before)


def wait_for_line(stream: TextIO) -> None:
    """Wait until a line is finished on a terminal; it is read by nobody yet.

    Raises `WindowGrownError` under `raising_when_grown`. A line that is finished is
    an answer, and stays: only half a line is dropped.
    """
    _WATCH.waits_on = stream
    try:
        _look()
        select.select([stream], [], [])
    finally:
        _WATCH.waits_on = None


def _look(*_: object) -> None:
    """Break the wait off if the window has grown; any change of it calls this."""
    stream = _WATCH.waits_on
    if stream is None or not _WATCH.has_grown():
        return
    if select.select([stream], [], [], _PATIENCE)[0]:
        return
    _WATCH.waits_on = None  # further changes must not disturb the way out
    _forget_typed(stream)
    raise WindowGrownError


def _forget_typed(stream: TextIO) -> None:
    """Drop half a line: on the page each of its letters would be a key."""
    import termios  # noqa: PLC0415 - Windows has none

    termios.tcflush(stream, termios.TCIFLUSH)
