"""How wide sheets come out on paper: in letters that can be read."""

from collections.abc import Sequence
from math import ceil

from xlsxwriter.worksheet import Worksheet

PIXELS = 9.0  #: of a character, where the usual font is missing
PAPER = 1000  #: pixels across A4 within its margins, with some to spare
LEAST = 60  #: per cent: 10 points on the screen are 6 on paper
_MOST = 100


def fit_paper(sheet: Worksheet, widths: Sequence[float], repeated: int = 0) -> None:
    """Print columns of ``widths`` on as few pages as can be read, side by side.

    The first ``repeated`` columns are on each of them. Pages are of about one width.
    """
    breaks = breaks_of(widths, repeated)
    starts = [0, *breaks]
    again = sum(widths[:repeated])
    pages = [
        sum(widths[start:end]) + (again if start else 0.0)
        for start, end in zip(starts, [*breaks, len(widths)], strict=True)
    ]
    sheet.set_print_scale(min(_MOST, scale_of(PIXELS * max(pages))))
    if breaks:
        sheet.set_v_pagebreaks(breaks)
        sheet.repeat_columns(0, repeated - 1)


def scale_of(pixels: float) -> int:
    """Return at how many per cent so many pixels are as wide as the paper."""
    return int(100 * PAPER / pixels)


def breaks_of(widths: Sequence[float], repeated: int) -> list[int]:
    """Return before which columns a page begins, but for the first page."""
    most = 100 * PAPER / (LEAST * PIXELS)
    if sum(widths) <= most or not repeated:
        return []
    again = sum(widths[:repeated])
    rest = sum(widths[repeated:])
    room = rest / ceil(rest / (most - again))  # of each page, beside what is repeated
    breaks, used, pages = [], 0.0, 1
    for at, width in enumerate(widths[repeated:], start=repeated):
        if used and used + width / 2 > pages * room:
            breaks.append(at)
            pages += 1
        used += width
    return breaks
