"""Put grids on sheets: titles, tables, and how they print."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from readiness.plan.record import Status
from readiness.report.charts.native import as_shown
from readiness.report.documents.model import Document
from readiness.report.sheets.grid import Cell, Column, Grid, Kind
from readiness.report.sheets.heights import height_of
from readiness.report.sheets.paper import fit_paper
from readiness.report.sheets.styles import Styles
from readiness.report.sheets.text import FOOTER, cell_text, footer_text, shortened

MEASURE = 130  #: characters that a line of running text may have
_HEAD = 30.0  # points: two lines of a head
_MOST_LINES = 12  # of one text on a sheet; the rest of it is cut visibly
_A4 = 9
_TABLE_STYLE = "Table Style Light 1"  # grey bands: they go with every brand
_EARLIEST = date(2000, 1, 1)  # of a due date, to tell it from other numbers
_CODES = "&L{words}&R&P / &N"
_OWN = 100  # characters of the foot that the brand may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes one document into a workbook."""

    book: Workbook
    styles: Styles
    document: Document

    def new_sheet(self, name: str, title: str) -> Worksheet:
        """Return a new sheet with its first two rows, set up to be printed."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        sheet.set_footer(self._footer())
        sheet.set_row(0, 28)
        sheet.write_string(0, 0, shortened(title, MEASURE), self.styles.title)
        words = shortened(self.document.footer_words, MEASURE * 3)
        sheet.write_string(1, 0, words, self.styles.quiet)
        return sheet

    def _footer(self) -> str:
        """Return the foot of printed pages: the brand's, and what the figures are."""
        own = footer_text(self.document.brand.footer, _OWN)
        below = f"\n{own}" if own else ""
        room = FOOTER - len(_CODES.format(words=below))
        words = footer_text(self.document.footer_words, room)
        return _CODES.format(words=words + below)

    def write_grid(self, grid: Grid) -> None:
        """Put ``grid`` on a sheet of its own."""
        sheet = self.new_sheet(grid.name, f"{grid.name}: {self.document.subject}")
        for at, column in enumerate(grid.columns):
            sheet.set_column(at, at, column.width, self.styles.cell(column.kind))
        last = _last_within(grid.columns)
        row = self.write_lines(sheet, 2, last, ["\n".join(grid.said)]) + 1
        if not grid.rows:
            self.write_lines(sheet, row, last, [grid.empty])
            return
        end = self.write_table(sheet, row, grid)
        sheet.freeze_panes(row + 1, grid.frozen)
        sheet.repeat_rows(row)
        fit_paper(sheet, [column.width for column in grid.columns], grid.frozen)
        self.write_lines(sheet, end + 1, last, grid.notes)

    def write_lines(
        self, sheet: Worksheet, row: int, last: int, said: Iterable[str]
    ) -> int:
        """Write running text over the columns up to ``last``; return the next row."""
        for text in filter(None, said):
            shown = _within(text)
            sheet.set_row(row, height_of([(shown, MEASURE)]))
            sheet.merge_range(row, 0, row, last, "", self.styles.said)
            sheet.write_string(row, 0, shown, self.styles.said)
            row += 1
        return row

    def write_table(self, sheet: Worksheet, row: int, grid: Grid) -> int:
        """Write the table of ``grid`` from ``row`` on; return the row after it."""
        end = row + len(grid.rows)
        columns = [
            {
                "header": column.head,
                "header_format": self.styles.head(column.kind),
                "format": self.styles.cell(column.kind),
            }
            for column in grid.columns
        ]
        options = {
            "name": grid.table,
            "style": _TABLE_STYLE,
            "columns": columns,
            "data": [[_shown(cell) for cell in cells] for cells in grid.rows],
        }
        sheet.set_row(row, _HEAD)
        for at, cells in enumerate(grid.rows, start=row + 1):
            sheet.set_row(at, height_of(_texts(grid.columns, cells)))
        sheet.add_table(row, 0, end, len(columns) - 1, options)
        sheet.ignore_errors(
            {"number_stored_as_text": f"A1:XFD{end + 1}"}  # ids and words are text
        )
        for at, column in enumerate(grid.columns):
            if rule := _RULES.get(column.kind):
                sheet.data_validation(row + 1, at, end, at, rule)
        return end + 1


_RULES = {
    Kind.STATUS: {
        "validate": "list",
        "source": [status.value for status in Status],
        "error_title": "Status",
        "error_message": "Please choose one from the list.",
    },
    Kind.DATE: {
        "validate": "date",
        "criteria": ">=",
        "value": _EARLIEST,
        "error_title": "Due",
        "error_message": "Please enter a date.",
    },
}


def _shown(cell: Cell) -> Cell:
    match cell:
        case str():
            return cell_text(cell)
        case float():
            return as_shown(cell)
        case _:
            return cell


def _last_within(columns: tuple[Column, ...]) -> int:
    """Return the last column that running text goes over, at least the second."""
    width, last = columns[0].width, 1
    for at, column in enumerate(columns[1:], start=1):
        width += column.width
        if width <= MEASURE:
            last = at
    return last


def _within(text: str) -> str:
    """Return ``text``, each of its lines no longer than a sheet shows."""
    most = MEASURE * _MOST_LINES
    return "\n".join(shortened(line, most) for line in text.split("\n"))


def _texts(
    columns: Iterable[Column], cells: Iterable[Cell]
) -> Iterator[tuple[str, float]]:
    """Yield the texts of a row, with the widths of their columns."""
    for column, cell in zip(columns, cells, strict=True):
        if isinstance(cell, str):
            yield cell, column.width
