"""Put tables on slides, and what more there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Inches

from readiness.report.slides.base import MARGIN, SMALLEST, WIDTH
from readiness.report.slides.deck import (
    BOLD,
    INSET,
    POINTS,
    Box,
    Item,
    add_run,
    describe,
    write_items,
)
from readiness.report.slides.text import fit

CELL = 13  #: points
ROW = 0.4  #: inches: height of a row of one line
_MORE = Box(MARGIN, 6.45, WIDTH - 2 * MARGIN, 0.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; ``widths`` are inches, ``lines`` what a cell shows at most.

    Rows are at least ``height`` inches high, their text is of ``size`` points.
    """

    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: Sequence[Sequence[str]]
    lines: int
    alt: str
    size: int = CELL
    height: float = ROW


def write_table(slide: Slide, box: Box, table: Table) -> None:
    """Put a table on a slide; cells show what fits, notes have the rest."""
    shape = slide.shapes.add_table(
        len(table.rows) + 1, len(table.head), *box.on_slide()
    )
    describe(shape, "Table", table.alt)
    for at, width in enumerate(table.widths):
        shape.table.columns[at].width = Inches(width)
    for row, cells in enumerate((table.head, *table.rows)):
        shape.table.rows[row].height = Inches(table.height if row else ROW)
        for at, text in enumerate(cells):
            room = POINTS * (table.widths[at] - 2 * INSET)
            size = table.size if row else table.size * BOLD
            shown = fit(text, width=room, size=size, lines=table.lines)
            _write_cell(shape.table.cell(row, at), shown, table.size)


def write_more(slide: Slide, more: str) -> None:
    """Write at the foot of a slide what more there is."""
    write_items(slide, _MORE, [Item("", more)], size=SMALLEST)


def _write_cell(cell: _Cell, text: str, size: int) -> None:
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    add_run(cell.text_frame.paragraphs[0], text, size)
