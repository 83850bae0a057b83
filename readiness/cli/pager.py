"""Long texts on a terminal go through the user's pager."""

import os
import subprocess
import sys
from shutil import get_terminal_size

from readiness.children import deaf_to_interrupts, split_command
from readiness.environment import is_dumb_terminal, wants_sentences

# Ends at once if all fits, in any case of letters, with colours; leaves the text there.
FLAGS = "FIRX"
NAMES = ("READINESS_PAGER", "PAGER")  #: the first that is set counts, also if empty

_NONE = ["cat"]  # what people write to have none


def print_long(text: str, *, may_page: bool = True) -> None:
    """Print ``text`` to standard output, through the pager if it is too long."""
    if not (may_page and paged(text)):
        sys.stdout.write(text)


def paged(text: str) -> bool:
    """Show ``text`` in the user's pager if it is longer than the window.

    Returns whether it was shown: not if standard output is no terminal, if plain lines
    were asked for, or if there is no pager or it does not work.
    """
    if not sys.stdout.isatty() or wants_sentences() or is_dumb_terminal():
        return False
    if text.count("\n") < get_terminal_size().lines:
        return False
    command = find_command()
    return bool(command) and _show(text, command)


def find_command() -> list[str]:
    """Return the words of the pager's command; none if the user wants no pager."""
    chosen = next((os.environ[name] for name in NAMES if name in os.environ), None)
    if chosen is None:
        return ["less", f"-{FLAGS}"]
    try:
        words = split_command(chosen)
    except ValueError:  # a quote that is not closed
        return []
    return [] if words == _NONE else words


def _show(text: str, command: list[str]) -> bool:
    """Run the pager until it ends; return whether it did its work."""
    sys.stdout.flush()
    try:
        with deaf_to_interrupts():
            pager = subprocess.Popen(  # noqa: S603 - the user's choice, and no shell
                command,
                stdin=subprocess.PIPE,
                encoding=sys.stdout.encoding,
                errors="replace",
                env={"LESS": FLAGS, **os.environ},
            )
            pager.communicate(text)  # does not mind if the pager leaves early
    except OSError:
        return False
    return pager.returncode <= 0  # below 0 it was stopped; above, it failed
