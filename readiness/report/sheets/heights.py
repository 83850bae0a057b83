"""How high rows have to be: not every program finds out by itself."""

from collections.abc import Iterable
from math import ceil
from unicodedata import east_asian_width

LINE = 13.5  #: height of a line of text, in points
MOST = 409.0  #: height of a row at most, in points (Excel's specifications)
_WIDE = frozenset("FW")
_PADDING = 2.0  # points above and below


def lines_of(text: str, width: float) -> int:
    """Return how many lines ``text`` takes in ``width`` characters, rather too many."""
    return sum(ceil(_width(line) / width) or 1 for line in text.split("\n"))


def height_of(cells: Iterable[tuple[str, float]]) -> float:
    """Return the height, in points, of a row of texts and the widths they have."""
    lines = max((lines_of(text, width) for text, width in cells), default=1)
    return min(LINE * lines + 2 * _PADDING, MOST)


def _width(line: str) -> int:
    """Return the width of a line in characters, two for those of East Asia."""
    if line.isascii():
        return len(line)
    return sum(2 if east_asian_width(c) in _WIDE else 1 for c in line)
