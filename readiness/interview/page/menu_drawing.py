"""Draw a menu: what there is to read, then the labels to pick one of."""

from collections.abc import Iterable
from dataclasses import dataclass

from prompt_toolkit.data_structures import Size

from readiness.interview.page.sheet import (
    POINTED,
    WARNING,
    Glyphs,
    Line,
    Sheet,
    arrange,
    styled,
)
from readiness.interview.steps import Menu, Tally
from readiness.interview.wrapping import MEASURE, columns, hang, join, wrap

MOST_DIGITS = 9  #: labels that a single key can name each

_FINISH = "<- finish here"
_HEADINGS = ("answered", "don't know", "n/a", "open")
_LEAST_TABLE = 60  # columns of a window that has room for a table
_LEAST_NAME = 20  # columns for the names in it
_LEAD, _GAP = "  ", "   "


@dataclass(slots=True)
class Search:
    """What the person looks at and has typed to find it.

    ``shown`` has the indexes of the labels that are left, in their order; ``pointed``
    is one of them. ``top`` is as in `Look`.
    """

    shown: tuple[int, ...]
    pointed: int | None
    typed: str = ""
    warning: str = ""
    top: int | None = None


def is_long(menu: Menu) -> bool:
    """Return whether the menu has more labels than digits, and so a search."""
    return len(menu.labels) > MOST_DIGITS


def lay_out_menu(menu: Menu, search: Search, size: Size, glyphs: Glyphs) -> Sheet:
    """Lay the menu out: with room to breathe, else tight, else scrolling."""
    width = min(size.columns - 2, MEASURE)
    head = styled("class:question", wrap(menu.title, width))
    parts = [
        styled("class:table", _tallies(menu.tallies, width, size.columns)),
        styled("class:remarks", _remarks(menu, width)),
        _labels(menu, search, width, glyphs),
    ]
    turning = "PgDn" if is_long(menu) else "Space"  # a search may have spaces
    return arrange(head, parts, _foot(menu, search, width), size, turning)


def _tallies(tallies: tuple[Tally, ...], width: int, window: int) -> list[str]:
    if not tallies:
        return []
    longest = max(columns(tally.name) for tally in tallies)
    rest = columns(_row(_HEADINGS)) + columns(_FINISH) + len(_LEAD * 2) + len(_GAP)
    wide = min(longest, width - rest)
    if window < _LEAST_TABLE or wide < min(longest, _LEAST_NAME):
        return [line for tally in tallies for line in _block(tally, width)]
    return _table(tallies, wide)


def _table(tallies: tuple[Tally, ...], wide: int) -> list[str]:
    """Return a heading and a row for each trend, whose name may take more lines."""
    lines = [f"{_LEAD}{'Trend':{wide}}{_LEAD}{_row(_HEADINGS)}"]
    for tally in tallies:
        name, *more = wrap(tally.name, wide)
        gap = " " * (wide - columns(name))
        row = _row(map(str, _numbers(tally)))
        line = f"{_LEAD}{name}{gap}{_LEAD}{row}{_GAP}{_mark(tally)}".rstrip()
        lines += [line, *(f"{_LEAD}{part}" for part in more)]
    return lines


def _row(cells: Iterable[str]) -> str:
    rows = zip(cells, _HEADINGS, strict=True)
    return "  ".join(cell.rjust(len(heading)) for cell, heading in rows)


def _block(tally: Tally, width: int) -> list[str]:
    name = join(filter(None, (tally.name, _mark(tally))), width - len(_LEAD), " ")
    counts = zip(_numbers(tally), _HEADINGS, strict=True)
    said = ", ".join(f"{number} {heading}" for number, heading in counts)
    return [*(f"{_LEAD}{line}" for line in name), *hang(_LEAD * 2, said, width)]


def _numbers(tally: Tally) -> tuple[int, int, int, int]:
    return tally.rated, tally.unknown, tally.not_applicable, tally.open


def _mark(tally: Tally) -> str:
    return _FINISH if tally.open else ""


def _remarks(menu: Menu, width: int) -> list[str]:
    if not menu.remarks:
        return []
    lines = [line for remark in menu.remarks for line in hang("  - ", remark, width)]
    return [*wrap(menu.remarks_title, width), *lines]


def _labels(menu: Menu, search: Search, width: int, glyphs: Glyphs) -> list[Line]:
    digits = len(str(len(menu.labels)))
    lines: list[Line] = []
    for index in search.shown:
        is_pointed = index == search.pointed
        pointer = glyphs.pointer if is_pointed else " "
        lead = f" {pointer} {index + 1:>{digits}}  "
        style = POINTED if is_pointed else "class:option"
        label = hang(lead, menu.labels[index], width - 1)
        lines += styled(style, [f"{line} " for line in label])
    return lines


def _foot(menu: Menu, search: Search, width: int) -> list[Line]:
    said = styled(WARNING, wrap(search.warning, width) if search.warning else [])
    if not is_long(menu):
        keys = [f"1-{len(menu.labels)} or arrows look", "Enter choose"]
        keys.append(f"Esc {menu.leaving}")
    elif search.typed:
        said = styled("class:status", wrap(f"Search: {search.typed}", width)) + said
        keys = ["Enter choose", "Backspace widen", "Esc show all again"]
    else:
        keys = ["arrows look", "Enter choose", "type words or a number to search"]
        keys.append(f"Esc {menu.leaving}")
    return [*said, *styled("class:keys", join(keys, width, "  "))]
