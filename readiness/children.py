"""Other programs that have this terminal for a while: an editor, a pager."""

import os
import shlex
import signal
from collections.abc import Iterator
from contextlib import contextmanager


def split_command(command: str, *, is_windows: bool = os.name == "nt") -> list[str]:
    """Return the words of a command; backslashes of Windows are part of a path.

    Raises `ValueError` if a quotation is not closed.
    """
    if not is_windows:
        return shlex.split(command)
    return [word.strip('"') for word in shlex.split(command, posix=False)]


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Leave Ctrl-C to the other program: to some it is a key.

    A handler is not inherited, so that program hears it; to ignore the signal would
    be.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
