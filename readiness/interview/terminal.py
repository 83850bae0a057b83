"""Which user interface suits the terminal."""

import io
import os
import signal
import stat
from shutil import get_terminal_size
from types import FrameType
from typing import NoReturn, TextIO

from readiness.environment import (
    can_show_unicode,
    is_dumb_terminal,
    wants_sentences,
)
from readiness.errors import UsageError
from readiness.interview.plain import PlainInterface
from readiness.interview.sheet import ASCII, UNICODE, Glyphs
from readiness.interview.steps import Style, UserInterface

LEAST_COLUMNS = 50  #: a smaller window has no room for a question page
LEAST_ROWS = 16


def choose_interface(
    style: Style, stdin: TextIO | None, stdout: TextIO
) -> UserInterface:
    """Return the interface for the terminal that the streams are.

    Raises `UsageError` if they are none, unless plain lines were asked for.
    """
    if isinstance(stdin, io.TextIOWrapper):
        stdin.reconfigure(errors="replace")
    plain = PlainInterface(stdin or io.StringIO(), stdout)
    if style is Style.PLAIN:
        return plain
    _require_terminal(stdin, stdout)
    if is_dumb_terminal() or (style is Style.AUTO and wants_sentences()):
        return plain
    from readiness.interview.page import PageInterface  # noqa: PLC0415 - heavy

    return PageInterface(plain, find_glyphs(stdout), is_small=_is_small)


def find_glyphs(stdout: TextIO) -> Glyphs:
    """Return the signs that the terminal can show."""
    return UNICODE if can_show_unicode(stdout) else ASCII


def leave_on_signals() -> None:
    """Make SIGTERM and SIGHUP a normal exit, which restores the terminal.

    The exit code is 128 and the number of the signal.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None:
            signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _require_terminal(stdin: TextIO | None, stdout: TextIO) -> None:
    streams = {"input": stdin, "output": stdout}
    lacks = [
        f"standard {name} is {kind}"
        for name, stream in streams.items()
        if (kind := _kind(stream)) != "a terminal"
    ]
    if lacks:
        raise UsageError(
            f"no terminal to ask questions on: {' and '.join(lacks)}",
            tries=(
                "readiness form --format yaml > answers.yaml   (fill it in)",
                "readiness import answers.yaml",
                "readiness assess --ui plain",
            ),
        )


def _kind(stream: TextIO | None) -> str:
    if stream is None:
        return "closed"
    if stream.isatty():
        return "a terminal"
    try:
        mode = os.fstat(stream.fileno()).st_mode
    except OSError:  # a stream that is no file
        return "no terminal"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a file" if stat.S_ISREG(mode) else "no terminal"


def _is_small() -> bool:
    size = get_terminal_size()
    return size.columns < LEAST_COLUMNS or size.lines < LEAST_ROWS
