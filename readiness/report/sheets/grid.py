"""What a sheet holds before it is written: a table, its columns, and words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

Cell = str | float | date | None
Line = TypeVar("Line")


class Kind(StrEnum):
    """What stands in a column; all but words are numbers, or empty."""

    WORDS = "words"
    POINTS = "points"  #: 0 to 100, shown as whole numbers
    CHANGE = "change"  #: points with their sign and a decimal
    NUMBER = "number"  #: with a decimal where it has one
    COUNT = "count"  #: whole, of people
    SHARE = "share"  #: 0 to 1, shown as per cent
    DATE = "date"  #: of a day
    STATUS = "status"  #: to choose from a list

    @property
    def is_number(self) -> bool:
        """Whether it stands to the right, as digits do."""
        return self not in {Kind.WORDS, Kind.STATUS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; ``width`` is in characters of the usual font."""

    head: str
    width: float
    kind: Kind = Kind.WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet with one table; rows are as long as ``columns``.

    ``name`` is the sheet's, ``said`` what stands above the table, ``notes`` what stands
    below it, ``empty`` what stands in its place if it has no row. ``frozen`` is how
    many columns stay in sight.
    """

    name: str
    holds: str  #: what is in it, for the list of sheets
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    said: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = "None."
    frozen: int = 1

    @property
    def table(self) -> str:
        """The name of the table, as formulas of the reader may call it."""
        return f"{self.name.replace(' ', '')}Table"


#: The columns of a table, each with what it shows of a line.
Fields = Sequence[tuple[Column, Callable[[Line], Cell]]]


def columns_of(fields: Fields[Line]) -> tuple[Column, ...]:
    """Return the columns alone."""
    return tuple(column for column, _ in fields)


def cells_of(fields: Fields[Line], line: Line) -> tuple[Cell, ...]:
    """Return the row of ``line``."""
    return tuple(cell(line) for _, cell in fields)


def words(head: str, width: float) -> Column:
    """Return a column of words."""
    return Column(head=head, width=width)


def number(head: str, kind: Kind, width: float = 9) -> Column:
    """Return a column of numbers."""
    return Column(head=head, width=width, kind=kind)


def lines(parts: Sequence[str]) -> str:
    """Return several texts in one cell, a line for each."""
    return "\n".join(parts)
