"""Break text by what it takes up on a screen: CJK is wide, combining marks are not."""

from collections.abc import Iterable

from prompt_toolkit.utils import get_cwidth

MEASURE = 100  #: most columns of a line: longer ones are hard to read


def columns(text: str) -> int:
    """Return how many columns ``text`` takes up; line breaks and tabs count 1."""
    return len(text) if text.isascii() else get_cwidth(text)


def wrap(text: str, width: int) -> list[str]:
    """Break ``text`` at spaces into lines of at most ``width`` columns.

    Only a word that is wider than a line (a CJK sentence, a long address) is broken
    inside. There is always at least one line.
    """
    lines, used = [""], 0
    for word in text.split():
        space, wide = " " if used else "", columns(word)
        if used + len(space) + wide <= width:
            lines[-1] += space + word
            used += len(space) + wide
        elif wide <= width:
            lines.append(word)
            used = wide
        else:
            lines[-1:] = _break(lines[-1] + space + word, width)
            used = columns(lines[-1])
    return lines


def hang(lead: str, text: str, width: int) -> list[str]:
    """Wrap ``text`` behind ``lead``, with the further lines below its beginning."""
    indent = columns(lead)
    lines = wrap(text, width - indent)
    return [(" " * indent if n else lead) + line for n, line in enumerate(lines)]


def join(items: Iterable[str], width: int, separator: str) -> list[str]:
    """Join items on lines of at most ``width`` columns, each in one piece if it fits.

    An item that is wider than a line is wrapped.
    """
    lines = [""]
    for item in items:
        joined = f"{lines[-1]}{separator}{item}" if lines[-1] else item
        if columns(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrap(item, width)
    return [line for line in lines if line]


def cut(text: str, width: int, ellipsis: str) -> str:
    """Return ``text`` on one line of at most ``width`` columns, marked if cut."""
    line = " ".join(text.split())
    if columns(line) <= width:
        return line
    return _break(line, width - columns(ellipsis))[0].rstrip() + ellipsis


def _break(text: str, width: int) -> list[str]:
    lines, used = [""], 0
    for character in text:
        # a combining mark has no width and so stays with its letter
        wide = columns(character)
        if used + wide > width:
            lines.append("")
            used = 0
        lines[-1] += character
        used += wide
    return lines
