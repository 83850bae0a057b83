"""What a chart shows, and where the cells are that it is drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from readiness.report.sheets.grid import Cell, Column


class Look(StrEnum):
    """Kinds of charts; what their columns are is said where they are drawn."""

    RANGES = "ranges"
    PAIRS = "pairs"
    LINES = "lines"
    DOTS = "dots"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart and the cells it is drawn from.

    The first column names the rows, the second says in words what the rest shows.
    """

    look: Look
    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    axes: tuple[str, str]  #: titles of the horizontal and the vertical one
    told: tuple[str, ...]  #: what it shows, a sentence for each row

    @property
    def alt(self) -> str:
        """The text in place of the chart."""
        return " ".join((f"{self.title}.", *self.told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the cells of a figure are: the sheet, the row of the heads, how many."""

    sheet: str
    head: int
    rows: int

    def name(self, column: int) -> list[str | int]:
        """Return the cell of a head."""
        return [self.sheet, self.head, column]

    def values(self, column: int) -> list[str | int]:
        """Return the cells below a head."""
        return [self.sheet, self.head + 1, column, self.head + self.rows, column]

    def one(self, row: int, column: int) -> list[str | int]:
        """Return a cell as a range; row 0 is that of the heads."""
        at = self.head + row
        return [self.sheet, at, column, at, column]

    def across(self, row: int, columns: int) -> list[str | int]:
        """Return the numbers of a row; row 0 is that of the heads."""
        return [self.sheet, self.head + row, 2, self.head + row, columns - 1]
