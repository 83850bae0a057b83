"""Break text by what it takes up on a screen: CJK is wide, combining marks are not."""

from collections.abc import Iterable

from prompt_toolkit.utils import get_cwidth

MEASURE = 100  #: most columns of a line: longer ones are hard to read


def wrap(text: str, width: int) -> list[str]:
    """Break ``text`` at spaces into lines of at most ``width`` columns.

    Only a word that is wider than a line (a CJK sentence, a long address) is broken
    inside. There is always at least one line.
    """
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if get_cwidth(joined) <= width:
            lines[-1] = joined
        elif get_cwidth(word) <= width:
            lines.append(word)
        else:
            lines[-1:] = _break(joined, width)
    return lines


def join(items: Iterable[str], width: int, separator: str) -> list[str]:
    """Join items on lines of at most ``width`` columns, each in one piece if it fits.

    An item that is wider than a line is wrapped.
    """
    lines = [""]
    for item in items:
        joined = f"{lines[-1]}{separator}{item}" if lines[-1] else item
        if get_cwidth(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrap(item, width)
    return [line for line in lines if line]


def cut(text: str, width: int, ellipsis: str) -> str:
    """Return ``text`` on one line of at most ``width`` columns, marked if cut."""
    line = " ".join(text.split())
    if get_cwidth(line) <= width:
        return line
    return _break(line, width - get_cwidth(ellipsis))[0].rstrip() + ellipsis


def _break(text: str, width: int) -> list[str]:
    lines = [""]
    for character in text:
        # a combining mark has no width and so stays with its letter
        if get_cwidth(lines[-1]) + get_cwidth(character) > width:
            lines.append("")
        lines[-1] += character
    return lines
