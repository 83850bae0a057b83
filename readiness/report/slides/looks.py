"""How native charts look: axes, labels and marks, in the colours of the theme."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, cast

from pptx.chart.chart import Chart
from pptx.chart.series import LineSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.chart import XL_MARKER_STYLE as MARKER
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.slide import Slide
from pptx.text.text import Font
from pptx.util import Pt

from readiness.report.charts.native import Axis, as_shown
from readiness.report.slides.base import SMALLEST
from readiness.report.slides.deck import Box, describe
from readiness.report.slides.text import fit
from readiness.report.slides.workbook import Categories, Dots

Names = Sequence[str]
Points = Sequence[float | None]

PRIMARY, ACCENT = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2
QUIET = MSO_THEME_COLOR.ACCENT_3
WHOLE = "0"  #: number format: points without decimals
APART = '"   "0'  #: the same, apart from the mark that it stands right of

_GRID = -0.15  # brightness of white
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_JOINED = "\N{WORD JOINER}"
_NAME, _NAME_LINES = 78.0, 3  # points of width and lines that a name has


def data_of(rows: Iterable[tuple[str, Points]], heads: Names) -> Categories:
    """Return chart data with a series for each head, a category for each row."""
    rows = list(rows)
    data = Categories(number_format=WHOLE)
    data.categories = [short_name(name) for name, _ in rows]
    for at, head in enumerate(heads):
        data.add_series(head, [as_shown(points[at]) for _, points in rows])
    return data


def short_name(name: str) -> str:
    """Return as much of a name as stands below a column or in a legend."""
    parted = _HYPHEN.sub(f"-{_JOINED} ", name)  # a line may end at a hyphen
    shown = fit(parted, width=_NAME, size=SMALLEST, lines=_NAME_LINES)
    return shown.replace(f"-{_JOINED} ", "-").replace(_JOINED, "")


def new_chart(
    slide: Slide, box: Box, kind: XL_CHART_TYPE, data: Categories | Dots, alt: str
) -> Chart:
    """Put a chart with a legend, and return it."""
    # python-pptx declares ChartData alone, and a chart where it returns its frame
    shape: Any = slide.shapes.add_chart(kind, *box.on_slide(), cast("Any", data))
    describe(shape, "Chart", alt)
    chart: Chart = shape.chart
    chart.has_title = False
    chart.font.size = Pt(SMALLEST)
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    return chart


def set_points_axis(chart: Chart) -> None:
    """Set the axis up: that of points."""
    chart.category_axis.tick_labels.font.size = Pt(SMALLEST)  # makes its properties
    (text,) = chart.element.xpath(".//c:catAx/c:txPr/a:bodyPr")
    text.set("rot", "0")  # names are in several lines rather than slanted
    axis = chart.value_axis
    set_scale(axis, Axis(end=100, step=25, number=WHOLE))
    dress_axis(axis, "Points of 100")


def set_scale(axis: Any, scale: Axis) -> None:  # noqa: ANN401 - three kinds of axes
    """Set where an axis ends, and its steps."""
    axis.minimum_scale, axis.maximum_scale = 0, scale.end
    axis.major_unit = scale.step
    axis.tick_labels.number_format = scale.number
    axis.tick_labels.number_format_is_linked = False


def dress_axis(axis: Any, title: str) -> None:  # noqa: ANN401 - three kinds of axes
    """Give an axis its title and a pale grid."""
    axis.has_title = True
    axis.axis_title.text_frame.text = title
    set_font(axis.axis_title.text_frame.paragraphs[0].runs[0].font, bold=False)
    axis.has_major_gridlines = True
    line = axis.major_gridlines.format.line
    line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    line.color.brightness = _GRID


def set_font(font: Font, *, bold: bool) -> None:
    """Set the size of letters in charts."""
    font.size = Pt(SMALLEST)
    font.bold = bold


def label_values(
    labels: Any,  # noqa: ANN401 - untyped
    where: XL_LABEL_POSITION,
    colour: MSO_THEME_COLOR,
) -> None:
    """Write its number beside each point."""
    labels.show_value = True
    labels.number_format = WHOLE
    labels.number_format_is_linked = False
    labels.position = where
    set_font(labels.font, bold=True)
    labels.font.color.theme_color = colour


def mark_points(
    series: LineSeries, colour: MSO_THEME_COLOR, style: MARKER, size: int
) -> None:
    """Set how the points of a series look."""
    marker = series.marker
    marker.style, marker.size = style, size
    marker.format.fill.solid()
    marker.format.fill.fore_color.theme_color = colour
    marker.format.line.color.theme_color = colour
