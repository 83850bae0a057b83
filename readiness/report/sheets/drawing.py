"""Draw native charts: of cells, in the colours of the brand, with a text instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, assert_never

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from readiness.branding.model import Brand
from readiness.report.sheets.grid import Cell, Column
from readiness.report.sheets.styles import FONT, QUIET

WIDTH, HEIGHT = 760, 400  #: of a chart, in pixels
_GRID = "#d9d9d9"
_MARKERS = ("circle", "square", "diamond", "triangle", "x", "star", "plus")
_DASHES = ("solid", "dash", "round_dot", "dash_dot", "long_dash", "square_dot")

Options = dict[str, Any]  # as xlsxwriter takes them


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

    def across(self, row: int, columns: int) -> list[str | int]:
        """Return the numbers of a row; row 0 is that of the heads."""
        return [self.sheet, self.head + row, 2, self.head + row, columns - 1]


def draw(book: Workbook, figure: Figure, place: Place, brand: Brand) -> Chart:
    """Return the chart of ``figure``, to be put on a sheet."""
    pen = _Pen(book=book, figure=figure, place=place, brand=brand)
    match figure.look:
        case Look.RANGES:
            return pen.frame(pen.ranges())
        case Look.PAIRS:
            return pen.frame(pen.pairs())
        case Look.LINES:
            return pen.frame(pen.lines())
        case Look.DOTS:
            return pen.frame(pen.dots())
        case _:
            assert_never(figure.look)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    """Draws one figure."""

    book: Workbook
    figure: Figure
    place: Place
    brand: Brand

    def ranges(self) -> Chart:
        """Return columns from low to high, with a mark at the score.

        Numbers: low, from low to high, score.
        """
        primary = self.brand.palette.primary
        chart = self.book.add_chart({"type": "column", "subtype": "stacked"})
        chart.add_series(self._column(2) | {"fill": {"none": True}, "gap": 40})
        pale = {"color": primary, "transparency": 65}
        chart.add_series(
            self._column(3) | {"fill": pale, "border": {"color": primary, "width": 1}}
        )
        marks = self.book.add_chart({"type": "line"})
        label = {
            "value": True,
            "position": "right",
            "num_format": "0",
            "font": self._font(bold=True, color=primary),
        }
        marks.add_series(
            self._column(4)
            | {"line": {"none": True}, "marker": _marker("diamond", primary, 9)}
            | {"data_labels": label}
        )
        chart.combine(marks)
        chart.set_legend(self._legend() | {"delete_series": [0]})
        return chart

    def pairs(self) -> Chart:
        """Return two columns for each name. Numbers: old, new."""
        palette = self.brand.palette
        chart = self.book.add_chart({"type": "column"})
        for column, colour in ((2, palette.accent), (3, palette.primary)):
            label = {
                "value": True,
                "num_format": "0",
                "font": self._font(color=colour),
            }
            look = {"fill": {"color": colour}, "data_labels": label}
            chart.add_series(self._column(column) | look | {"gap": 70, "overlap": -5})
        chart.set_legend(self._legend())
        return chart

    def lines(self) -> Chart:
        """Return a line for each row; where a number is missing it has a gap."""
        chart = self.book.add_chart({"type": "line"})
        columns = len(self.figure.columns)
        for row, (stroke, marker) in enumerate(self._strokes(), start=1):
            options: Options = {
                "name": [self.place.sheet, self.place.head + row, 0],
                "categories": self.place.across(0, columns),
                "values": self.place.across(row, columns),
            }
            chart.add_series(options | {"line": stroke, "marker": marker})
        chart.show_blanks_as("gap")
        chart.set_legend(self._legend())
        return chart

    def dots(self) -> Chart:
        """Return a named dot for each row. Numbers: across, up."""
        primary = self.brand.palette.primary
        chart = self.book.add_chart({"type": "scatter"})
        names = [{"value": str(row[0])} for row in self.figure.rows]
        label = {"custom": names, "value": True, "position": "right"}
        look = {
            "categories": self.place.values(2),
            "marker": _marker("circle", primary, 9),
            "data_labels": label | {"font": self._font(bold=True)},
        }
        chart.add_series(self._column(3) | look)
        chart.set_legend({"none": True})
        return chart

    def frame(self, chart: Chart) -> Chart:
        """Return a chart with its title, axes and size."""
        font = self._font(bold=True, size=12, color=self.brand.palette.primary)
        chart.set_title({"name": self.figure.title, "name_font": font})
        across, up = self.figure.axes
        plain: Options = {"line": {"color": QUIET}, "num_font": self._font()}
        named: Options = {"name": across, "name_font": self._font(color=QUIET)}
        grid = {"visible": True, "line": {"color": _GRID, "width": 0.75}}
        up_axis = plain | named | {"name": up, "major_gridlines": grid, "min": 0}
        if self.figure.look is not Look.DOTS:
            up_axis |= {"max": 100, "major_unit": 25, "num_format": "0"}
        else:
            plain |= {"min": 0}
        chart.set_x_axis(plain | named if across else plain)
        chart.set_y_axis(up_axis)
        chart.set_size({"width": WIDTH, "height": HEIGHT})
        chart.set_chartarea({"border": {"color": _GRID}})
        return chart

    def _column(self, column: int) -> Options:
        return {
            "name": self.place.name(column),
            "categories": self.place.values(0),
            "values": self.place.values(column),
        }

    def _strokes(self) -> Iterator[tuple[Options, Options]]:
        """Yield a line and a marker for each row, apart also without colours."""
        palette = self.brand.palette
        colours = (palette.primary, palette.accent, QUIET)
        for n in range(len(self.figure.rows)):
            colour = colours[n % len(colours)]
            dash = _DASHES[n % len(_DASHES)]
            width = 3 if n == 0 else 1.75
            stroke: Options = {"color": colour, "width": width, "dash_type": dash}
            yield stroke, _marker(_MARKERS[n % len(_MARKERS)], colour, 7)

    def _legend(self) -> Options:
        return {"position": "bottom", "font": self._font()}

    def _font(self, **more: object) -> Options:
        return {"name": self.brand.fonts.body or FONT, "size": 9} | more


def _marker(kind: str, colour: str, size: int) -> Options:
    filled = {"fill": {"color": colour}, "border": {"color": colour}}
    return {"type": kind, "size": size} | filled
