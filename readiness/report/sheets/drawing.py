"""Draw native charts: of cells, in the colours of the brand, with a text instead."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from readiness.branding.model import Brand
from readiness.report.charts.native import Axis, axes_of, sides_of
from readiness.report.sheets.figure import Figure, Look, Place
from readiness.report.sheets.grid import Cell
from readiness.report.sheets.styles import FONT, QUIET

WIDTH, HEIGHT = 760, 400  #: of a chart, in pixels
_GRID = "#d9d9d9"
_MARKERS = ("circle", "square", "diamond", "triangle", "x", "star", "plus")
_DASHES = ("solid", "dash", "round_dot", "dash_dot", "long_dash", "square_dot")

Options = dict[str, Any]  # as xlsxwriter takes them


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
        """Return columns from low to high, if there are any, with a mark at the score.

        Numbers: low, from low to high, score, and the ends of the people range where
        there is one.
        """
        marks = self._marks()
        if all(row[3] is None for row in self.figure.rows):
            marks.set_legend(self._legend())
            return marks
        primary = self.brand.palette.primary
        chart = self.book.add_chart({"type": "column", "subtype": "stacked"})
        chart.add_series(self._column(2) | {"fill": {"none": True}, "gap": 220})
        pale = {"color": primary, "transparency": 65}
        chart.add_series(
            self._column(3) | {"fill": pale, "border": {"color": primary, "width": 1}}
        )
        chart.combine(marks)
        chart.set_legend(self._legend() | {"delete_series": [0]})
        return chart

    def _marks(self) -> Chart:
        """Return a mark at each score, and a line from end to end of people ranges."""
        primary = self.brand.palette.primary
        marks = self.book.add_chart({"type": "line"})
        label = {
            "value": True,
            "position": "right",
            "num_format": '"   "0',  # apart from the mark that it stands right of
            "font": self._font(bold=True, color=primary),
        }
        marks.add_series(
            self._column(4)
            | {"line": {"none": True}, "marker": _marker("diamond", primary, 9)}
            | {"data_labels": label}
        )
        ends = range(5, len(self.figure.columns))
        for column in ends:
            end = {"line": {"none": True}, "marker": _marker("long_dash", QUIET, 9)}
            marks.add_series(self._column(column) | end)
        if ends:
            marks.set_high_low_lines({"line": {"color": QUIET, "width": 1.25}})
        return marks

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
        chart = self.book.add_chart({"type": "scatter"})
        look = {"marker": _marker("circle", self.brand.palette.primary, 9)}
        for row, side in enumerate(sides_of(self._dots()), start=1):
            label = {"series_name": True, "position": side.value}
            chart.add_series(
                {
                    "name": [self.place.sheet, self.place.head + row, 0],
                    "categories": self.place.one(row, 2),
                    "values": self.place.one(row, 3),
                    "data_labels": label | {"font": self._font(bold=True)},
                }
                | look
            )
        chart.set_legend({"none": True})
        return chart

    def frame(self, chart: Chart) -> Chart:
        """Return a chart with its title, axes and size."""
        font = self._font(bold=True, size=12, color=self.brand.palette.primary)
        chart.set_title({"name": self.figure.title, "name_font": font})
        across, up = self.figure.axes
        plain: Options = {
            "line": {"color": QUIET},
            "num_font": self._font(),
            "name_font": self._font(color=QUIET),
        }
        grid = {"visible": True, "line": {"color": _GRID, "width": 0.75}}
        x_axis: Options = {"name": across} if across else {}
        y_axis: Options = {"name": up, "major_gridlines": grid}
        if self.figure.look is Look.DOTS:
            x_scale, y_scale = axes_of(self._dots())
            x_axis |= _scaled(x_scale)
            y_axis |= _scaled(y_scale)
        else:
            y_axis |= _scaled(Axis(end=100, step=25, number="0"))
        chart.set_x_axis(plain | x_axis)
        chart.set_y_axis(plain | y_axis)
        chart.set_size({"width": WIDTH, "height": HEIGHT})
        chart.set_chartarea({"border": {"color": _GRID}})
        return chart

    def _dots(self) -> list[tuple[float, float]]:
        """Return the numbers of all rows, across and up."""
        return [(_number(x), _number(y)) for _, _, x, y in self.figure.rows]

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


def _scaled(axis: Axis) -> Options:
    return {
        "min": 0,
        "max": axis.end,
        "major_unit": axis.step,
        "num_format": axis.number,
    }


def _marker(kind: str, colour: str, size: int) -> Options:
    filled = {"fill": {"color": colour}, "border": {"color": colour}}
    return {"type": kind, "size": size} | filled


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0
