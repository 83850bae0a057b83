"""The trends as rows with range bars: name, score, bar, level."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from rich.cells import cell_len, set_cell_size
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from readiness.report.bars import Glyphs, bar, scale
from readiness.report.model import Node, Report

GOOD = "color(31)"  #: blue and vermillion stay apart for every kind of colour blindness
ATTENTION = "color(166)"
LONGEST_BAR = 50  #: cells
SHORTEST_BAR = 15
NARROWEST = 24  #: cells that names have at the least
NAMES_FROM = 110  #: columns from which full names are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The rows, and the columns they take in a terminal of a given width."""

    rows: tuple[tuple[str, Node, str], ...]  #: name, node, notes
    width: int
    names: int  #: cells of the longest name
    bar: int  #: cells of a bar, 0 where there is no room for one

    @classmethod
    def of(cls, report: Report, width: int, *, full: bool) -> Self:
        """Return the trends; with capabilities if ``full`` or if there is one only."""
        rows = tuple(_rows(report, width, full=full or len(report.trends) == 1))
        levels = max(len(_level(node, width)) for _, node, _ in rows)
        room = width - levels - len("  " * 4 + "score")
        names = min(max(cell_len(name) for name, _, _ in rows), max(room, NARROWEST))
        room -= names
        bar = min(room, LONGEST_BAR) if room >= SHORTEST_BAR else 0
        return cls(rows=rows, width=width, names=names, bar=bar)

    def lines(self, glyphs: Glyphs) -> Iterator[RenderableType]:
        """Yield the head, then each row and what is to be said about it.

        A name too long for its column has a line of its own.
        """
        above = f"{scale(self.bar)}  " if self.bar else ""
        yield Padding(Text(f"{'':{self.names}}  score  {above}level"), (0, 0, 0, 2))
        for name, node, notes in self.rows:
            is_long = cell_len(name) > self.names
            if is_long:
                yield Padding(Text(name), (0, 0, 0, 2))
            start = set_cell_size("" if is_long else name, self.names)
            line = Text(f"{start}  {_score(node):>5}  ")
            if self.bar:
                line.append(bar(node, self.bar, glyphs), style=GOOD).append("  ")
            line.append(_level(node, self.width))
            yield Padding(line, (0, 0, 0, 2))
            if notes:
                yield Padding(Text(notes), (0, 0, 0, 6))


def _rows(report: Report, width: int, *, full: bool) -> Iterator[tuple[str, Node, str]]:
    for row in report.trends:
        name = row.node.name if width >= NAMES_FROM else row.short
        yield name, row.node, ", ".join(row.notes)
        if full:
            for node in row.capabilities:
                between = f"range {node.range_words}" if node.range_words else ""
                yield f"  {node.name}", node, between


def _score(node: Node) -> str:
    return "--" if node.point is None else node.score_words


def _level(node: Node, width: int) -> str:
    if node.point is None:
        return node.score_words
    is_one = node.level_low == node.level_high
    return node.level_words if is_one or width >= NAMES_FROM else node.level_short
