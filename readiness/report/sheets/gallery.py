"""The sheet of charts: each beside the cells that it is drawn from."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from readiness.report.sheets.drawing import HEIGHT, WIDTH, draw
from readiness.report.sheets.figure import Figure, Place
from readiness.report.sheets.grid import Column, Grid
from readiness.report.sheets.paper import PIXELS, scale_of
from readiness.report.sheets.writing import Writer

NAME = "Charts"
HOLDS = "Charts to edit or copy, each beside its figures"
_ROW = 20  # pixels of a row
_APART = 3  # rows between two charts
_LEAST = 10  # per cent: the smallest scale there is
_ON_A_PAGE = 2
_MARGIN = 2  # characters between figures and charts


def write_charts(writer: Writer, figures: Sequence[Figure]) -> None:
    """Write the sheet: one chart below the other, nothing over anything."""
    sheet = writer.new_sheet(NAME, f"{NAME}: {writer.document.subject}")
    most = max(len(figure.columns) for figure in figures)
    _set_widths(sheet, figures, most)
    row, breaks = 3, []
    for number, figure in enumerate(figures):
        if number and not number % _ON_A_PAGE:
            breaks.append(row)
        sheet.write_string(row, 0, figure.title, writer.styles.heading)
        grid = Grid(
            name=figure.name, holds="", columns=figure.columns, rows=figure.rows
        )
        end = writer.write_table(sheet, row + 1, grid)
        place = Place(sheet=NAME, head=row + 1, rows=len(figure.rows))
        chart = draw(writer.book, figure, place, writer.document.brand)
        options = {"description": figure.alt, "object_position": 3}
        sheet.insert_chart(row, most + 1, chart, options)
        row = max(end, row + HEIGHT // _ROW) + _APART
    sheet.set_h_pagebreaks(breaks)


def _set_widths(sheet: Worksheet, figures: Sequence[Figure], most: int) -> None:
    """Make each column as wide as its widest figure asks, and all fit on paper.

    By scale: what is fitted to pages ignores breaks between them.
    """
    total = 0.0
    for at in range(most):
        columns: list[Column] = [f.columns[at] for f in figures if at < len(f.columns)]
        width = max(column.width for column in columns)
        sheet.set_column(at, at, width)
        total += width
    sheet.set_column(most, most, _MARGIN)
    sheet.set_print_scale(max(_LEAST, scale_of(PIXELS * (total + _MARGIN) + WIDTH)))
