"""Lines on standard output, which a terminal must not break inside a word."""

import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap

import typer

from readiness.plaintext import clean

HANGING = 4  #: columns that the rest of a line too long for the window is indented by


def print_lines(lines: Iterable[str], hanging: int = HANGING) -> None:
    """Print lines without what a terminal would obey, but with their indentation.

    On a terminal they are broken between words, and the rest of a line is indented by
    ``hanging`` columns or as the line is, whichever is more.
    """
    columns = get_terminal_size().columns if sys.stdout.isatty() else None
    for line in lines:
        margin = len(line) - len(line.lstrip())
        text = " " * margin + clean(line)
        for part in [text] if columns is None else _broken(text, columns, hanging):
            typer.echo(part)


def _broken(text: str, columns: int, hanging: int) -> list[str]:
    margin = len(text) - len(text.lstrip())
    return wrap(
        text,
        columns,
        subsequent_indent=" " * max(margin, hanging),
        break_long_words=False,  # a path stays whole, to be copied
        break_on_hyphens=False,
    )
