"""The verdicts as a table, one row per node, or as blocks in a narrow window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.console import RenderableType
from rich.text import Text

from readiness.report.comparing.marks import Marks, dumbbell, sign_of, style_of
from readiness.report.comparing.model import ChangeRow, ComparisonReport
from readiness.report.layout import indented

Cell = TypeVar("Cell")

LONGEST_LINE = 50  #: cells
SHORTEST_LINE = 15
NAMES_FROM = 110  #: columns from which full names are shown
BLOCKS_UNDER = 60  #: columns under which each node has a block of its own

_GAP = "  "
_CHOICES = (  # places of the columns that are kept, the best choice first
    (0, 1, 2, 3, 4, 5, 6),
    (0, 1, 2, 3, 4, 5),
    (0, 1, 2, 3, 6),
)
_COMMON, _OF_QUICK = "common", "quick"
_COMMON_HEADS = {_COMMON, _OF_QUICK}
_TO_THE_LEFT = {"trend", "verdict"}  # heads of columns that are no figures


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTable:
    """The rows as cells, and the columns there is room for; sizes in cells."""

    report: ComparisonReport
    marks: Marks
    heads: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]  #: per row, one for each head
    sizes: tuple[int, ...]
    line: int  #: 0 where there is no room for a line
    is_table: bool  #: or else blocks

    @classmethod
    def of(cls, report: ComparisonReport, width: int, marks: Marks) -> Self:
        """Return what fits: the line goes first, then what is in common, then more.

        What has no column is said below its row.
        """
        quarters = (report.old_short, report.new_short)
        common = _OF_QUICK if report.common_of else _COMMON
        heads = ["trend", *quarters, "change", "needed", "verdict", common]
        cells = [_cells(row, width, marks) for row in report.rows]
        sizes = _sizes([heads, *cells])
        kept = next((n for n in _CHOICES if _width(_of(sizes, n)) <= width), ())
        line = min(width - _width(_of(sizes, kept)) - len(_GAP), LONGEST_LINE)
        return cls(
            report=report,
            marks=marks,
            heads=_of(heads, kept),
            cells=tuple(_of(row, kept) for row in cells),
            sizes=_of(sizes, kept),
            line=line if line >= SHORTEST_LINE and kept == _CHOICES[0] else 0,
            is_table=width >= BLOCKS_UNDER and bool(kept),
        )

    def lines(self) -> Iterator[RenderableType]:
        """Yield the head, then each row and what is to be said about it."""
        if not self.is_table:
            for row in self.report.rows:
                yield from self._block(row)
            return
        yield indented(Text(self._head()))
        for row, cells in zip(self.report.rows, self.cells, strict=True):
            yield indented(self._row(row, cells))
            if below := self._below(row):
                yield indented(below, by=6)

    def _head(self) -> str:
        old, new = self.report.old_short, self.report.new_short
        legend = f"{_GAP}{old} {self.marks.old}{_GAP}{new} {self.marks.new}"
        return f"{_GAP.join(self._fitted(self.heads))}{legend if self.line else ''}"

    def _row(self, row: ChangeRow, cells: Sequence[str]) -> Text:
        change = row.change
        style, drawn = style_of(change.verdict), Text()
        for head, cell in zip(self.heads, self._fitted(cells), strict=True):
            drawn.append(cell, style=style if head == "verdict" else "").append(_GAP)
        if self.line:
            line = dumbbell(change.old, change.new, self.line, self.marks)
            drawn.append(line, style=style)
        return drawn

    def _fitted(self, cells: Sequence[str]) -> list[str]:
        sized = zip(self.heads, cells, self.sizes, strict=True)
        return [
            set_cell_size(cell, size) if head in _TO_THE_LEFT else f"{cell:>{size}}"
            for head, cell, size in sized
        ]

    def _below(self, row: ChangeRow) -> Text:
        """Return what is to be said of a row, and what has no column."""
        has_verdict = "verdict" in self.heads
        has_common = not _COMMON_HEADS.isdisjoint(self.heads)
        said = row.reason_words if has_verdict else row.said
        common = "" if has_common else self._common(row)
        notes = "; ".join(filter(None, (said, *row.notes, common)))
        below = Text(self.marks.in_own(notes))
        if not has_verdict:
            below.stylize(style_of(row.change.verdict), 0, len(row.verdict_words))
        return below

    def _common(self, row: ChangeRow) -> str:
        """Return "96 % in common", or of what it is a share."""
        of = self.report.common_of and f" of {self.report.common_of}"
        return f"{row.common_words}{of} in common"

    def _block(self, row: ChangeRow) -> Iterator[RenderableType]:
        yield indented(Text(row.change.name))
        said = Text(self.marks.in_own(row.said))
        said.stylize(style_of(row.change.verdict), 0, len(row.verdict_words))
        yield indented(said, by=4)
        scores = f"{row.old_words} to {row.new_words}, change {row.delta_words}"
        common = self._common(row)
        notes = "; ".join((scores, common, *row.notes))
        yield indented(Text(self.marks.in_own(notes)), by=4)


def _cells(row: ChangeRow, width: int, marks: Marks) -> tuple[str, ...]:
    change = row.change
    return (
        change.name if width >= NAMES_FROM else change.short,
        row.old_words,
        row.new_words,
        row.delta_words,
        marks.in_own(row.band_words),
        f"{sign_of(change.verdict, marks)} {row.verdict_words}",
        row.common_words,
    )


def _sizes(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    return tuple(max(map(cell_len, column)) for column in zip(*rows, strict=True))


def _of(row: Sequence[Cell], places: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(row[place] for place in places)


def _width(sizes: Sequence[int]) -> int:
    """Return how many columns such a row takes, with its indent."""
    return sum(sizes) + len(_GAP) * len(sizes)
