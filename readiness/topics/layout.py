"""Fit a help topic to a window.

A topic is written for 80 columns. It has paragraphs; rows of a term, two spaces or
more, and its meaning, which are indented by two; and examples, which are indented by
four after an empty line and are never broken. Empty lines part all of these.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

MEASURE = 80  #: most columns of a line: texts are written for this width

_EXAMPLE = "    "
_INDENT = 4  # columns of a meaning in a window that has no room beside the term


def fit(text: str, columns: int) -> str:
    """Return the text for a window of so many columns, as it is from 80 up.

    A word or an example that is wider than the window stays whole.
    """
    if columns >= MEASURE:
        return text
    return "".join(f"{line}\n" for line in _lines(text, columns))


def _lines(text: str, columns: int) -> Iterator[str]:
    for is_empty, lines in groupby(text.splitlines(), key=lambda line: not line):
        if is_empty:
            yield from lines
        else:
            yield from _block(list(lines), columns)


def _block(lines: list[str], columns: int) -> Iterator[str]:
    """Yield the lines of an example, or of paragraphs and rows that follow directly."""
    if lines[0].startswith(_EXAMPLE):
        yield from lines
        return
    for is_row, part in groupby(lines, key=lambda line: line.startswith(" ")):
        if is_row:
            for row in _rows(part):
                yield from _row(row, columns)
        else:
            yield from _wrapped(" ".join(part), columns, 0)


def _rows(lines: Iterable[str]) -> Iterator[str]:
    """Join each row with the lines that go on with its meaning."""
    row = ""
    for line in lines:
        if row and line.startswith(_EXAMPLE):
            row += f" {line.strip()}" if _meaning(row) else f"  {line.strip()}"
        else:
            if row:
                yield row
            row = line
    yield row


def _row(row: str, columns: int) -> Iterator[str]:
    """Yield a row, its meaning under the term if there is no room beside it."""
    meaning = _meaning(row)
    column = len(row) - len(meaning)
    if column <= columns // 2:
        yield from _wrapped(row, columns, column)
    else:
        yield row[:column].rstrip()
        yield from _wrapped(" " * _INDENT + meaning, columns, _INDENT)


def _meaning(row: str) -> str:
    """Return what stands after the term and two spaces; nothing if that is missing."""
    return row.strip().partition("  ")[2].strip()


def _wrapped(text: str, columns: int, indent: int) -> list[str]:
    return wrap(
        text,
        columns,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
