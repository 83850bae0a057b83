"""Which user interface suits the terminal."""

import gc
import io
import os
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, TextIO

from readiness.environment import (
    can_show_unicode,
    is_dumb_terminal,
    may_ask,
    wants_sentences,
)
from readiness.errors import UsageError
from readiness.interview.page.sheet import ASCII, UNICODE, Glyphs
from readiness.interview.plain.interface import PlainInterface
from readiness.interview.steps import Style, UserInterface
from readiness.interview.window import is_small

_NO_CONSOLE = (
    "This terminal is no Windows console, so there are plain lines and no pages."
    " For pages use Windows Terminal, or start the program with winpty."
)
_WITHOUT_PROMPTS = (
    "readiness form --format yaml > answers.yaml   (fill it in)",
    "readiness import answers.yaml",
)


def choose_interface(
    style: Style, stdin: TextIO | None, stdout: TextIO
) -> UserInterface:
    """Return the interface for the terminal that the streams are.

    Raises `UsageError` if they are none, unless plain lines were asked for, or if the
    user does not want to be asked at all.
    """
    if not may_ask():
        raise UsageError("questions are refused by --no-input", tries=_WITHOUT_PROMPTS)
    if isinstance(stdin, io.TextIOWrapper):
        stdin.reconfigure(errors="replace")
    plain = PlainInterface(stdin or io.StringIO(), stdout)
    if style is Style.PLAIN:
        return plain
    _require_terminal(stdin, stdout)
    if is_dumb_terminal() or (style is Style.AUTO and wants_sentences()):
        return plain
    if not _can_draw(stdout):
        plain.say(_NO_CONSOLE)
        return plain
    from readiness.interview.page.interface import PageInterface  # noqa: PLC0415 - heavy

    return PageInterface(plain, find_glyphs(stdout), is_small)


def find_glyphs(stdout: TextIO) -> Glyphs:
    """Return the signs that the terminal can show."""
    return UNICODE if can_show_unicode(stdout) else ASCII


def leave_on_signals() -> None:
    """Make SIGTERM and SIGHUP a normal exit, which restores the terminal.

    The exit code is 128 and the number of the signal. Ctrl-C is heard even if whoever
    started the program does not want to hear it.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None:
            signal.signal(number, _leave)


@contextmanager
def without_pauses() -> Iterator[None]:
    """Put off the collection of garbage, which would make some keys wait.

    A sitting leaves little of it, and ends after an hour.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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
            tries=(*_WITHOUT_PROMPTS, "readiness assess --ui plain"),
        )


def _can_draw(stdout: TextIO) -> bool:
    """Return whether prompt_toolkit can draw; under Git Bash it may not."""
    from prompt_toolkit import output  # noqa: PLC0415 - heavy

    try:
        output.create_output(stdout)
    except _console_failures():
        return False
    return True


def _console_failures() -> tuple[type[Exception], ...]:
    """Return what is raised without a Windows console; other systems lack the class."""
    windows = sys.modules.get("prompt_toolkit.output.win32")
    return (windows.NoConsoleScreenBufferError,) if windows else ()


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
