"""Streams that answer by lines, and keep what was said."""

import io
import os
from contextlib import contextmanager, suppress

from readiness.interview.plain.interface import PlainInterface


class Stream(io.StringIO):
    """Lines in or out of a terminal, or of a pipe; an exception is raised."""

    def __init__(self, *lines, terminal=False):
        super().__init__()
        self.lines = list(lines)
        self.terminal = terminal
        self.breaks_at = None  # the words at which writing fails, once
        self.replies = {}  # what a person does who reads these words

    def write(self, text):
        if self.breaks_at and self.breaks_at in text:
            self.breaks_at = None
            raise OSError("the stream breaks")
        for words in [words for words in self.replies if words in text]:
            self.replies.pop(words)()
        return super().write(text)

    def isatty(self):
        return self.terminal

    def readline(self, *_):
        line = self.lines.pop(0) if self.lines else ""
        if not isinstance(line, str):
            raise line
        return line


def plain(*lines, terminal=False):
    """Return an interface that reads these lines, and what it writes to."""
    out = Stream(terminal=terminal)
    return PlainInterface(Stream(*lines, terminal=terminal), out), out


@contextmanager
def a_terminal():
    """Return a stream from a terminal that shows nothing, and the file to type on."""
    import pty
    import termios

    person, program = pty.openpty()
    modes = termios.tcgetattr(program)
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(program, termios.TCSANOW, modes)
    with os.fdopen(program, encoding="utf-8") as stream:
        yield stream, person
    with suppress(OSError):  # a test may have closed it
        os.close(person)


def said(out):
    """Return what was said since the last time this was asked for."""
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text
