"""Native charts, to be edited as those one makes oneself; colours are the theme's."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from pptx.chart.chart import Chart
from pptx.chart.series import LineSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.chart import XL_MARKER_STYLE as MARKER
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide
from pptx.text.text import Font
from pptx.util import Pt

from readiness.report.slides.base import SMALLEST
from readiness.report.slides.deck import Box, describe
from readiness.report.slides.text import fit
from readiness.report.slides.workbook import Categories, Dots

Names = Sequence[str]
Points = Sequence[float | None]

_PRIMARY, _ACCENT = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2
_QUIET = MSO_THEME_COLOR.ACCENT_3
_GRID = -0.15  # brightness of white
_PALE = "35000"  # opacity of a range, in thousandths of a per cent
_WHOLE = "0"  # number format: points without decimals
_NAME, _NAME_LINES = 78.0, 3  # points of width and lines that a name has
_STROKES = (
    (_PRIMARY, MSO_LINE.SOLID, MARKER.CIRCLE),
    (_ACCENT, MSO_LINE.DASH, MARKER.SQUARE),
    (_QUIET, MSO_LINE.ROUND_DOT, MARKER.DIAMOND),
    (_PRIMARY, MSO_LINE.DASH_DOT, MARKER.TRIANGLE),
    (_ACCENT, MSO_LINE.LONG_DASH, MARKER.X),
    (_QUIET, MSO_LINE.SQUARE_DOT, MARKER.STAR),
)


def put_ranges(
    slide: Slide, box: Box, rows: Sequence[tuple[str, Points]], alt: str
) -> None:
    """Put columns from low to high with a mark at the score.

    Points of a row: low, the distance from low to high, the score.
    """
    heads = ("Low", "Low to high", "Score")
    chart = _put(slide, box, XL_CHART_TYPE.COLUMN_STACKED, _data(rows, heads), alt)
    _move_to_lines(chart)
    columns, marks = chart.plots
    columns.gap_width = 40
    low, between = columns.series
    low.format.fill.background()
    between.format.fill.solid()
    between.format.fill.fore_color.theme_color = _PRIMARY
    _make_pale(chart)
    between.format.line.color.theme_color = _PRIMARY
    (score,) = marks.series
    score.format.line.fill.background()
    _mark(score, _PRIMARY, MARKER.DIAMOND, 11)
    _label(score.data_labels, XL_LABEL_POSITION.RIGHT, _PRIMARY)
    _set_points_axis(chart)
    _leave_out_of_legend(chart, 0)


def put_pairs(
    slide: Slide,
    box: Box,
    heads: tuple[str, str],
    rows: Sequence[tuple[str, Points]],
    alt: str,
) -> None:
    """Put two columns for each name: what was, and what is."""
    chart = _put(slide, box, XL_CHART_TYPE.COLUMN_CLUSTERED, _data(rows, heads), alt)
    (plot,) = chart.plots
    plot.gap_width, plot.overlap = 70, -5
    for series, colour in zip(plot.series, (_ACCENT, _PRIMARY), strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.theme_color = colour
        _label(series.data_labels, XL_LABEL_POSITION.OUTSIDE_END, colour)
    _set_points_axis(chart)


def put_lines(
    slide: Slide,
    box: Box,
    heads: Names,
    rows: Sequence[tuple[str, Points]],
    alt: str,
) -> None:
    """Put a line for each row over ``heads``, with a gap where a point is missing."""
    data = Categories(number_format=_WHOLE)
    data.categories = heads
    for name, points in rows:
        data.add_series(_short(name), points)
    chart = _put(slide, box, XL_CHART_TYPE.LINE_MARKERS, data, alt)
    (plot,) = chart.plots
    for at, series in enumerate(plot.series):
        colour, dash, marker = _STROKES[at % len(_STROKES)]
        series.smooth = False
        series.format.line.color.theme_color = colour
        series.format.line.dash_style = dash
        series.format.line.width = Pt(1.75 if at else 3)
        _mark(series, colour, marker, 8)
    _set_points_axis(chart)


def put_dots(
    slide: Slide,
    box: Box,
    dots: Sequence[tuple[str, float, float]],
    titles: tuple[str, str],
    alt: str,
) -> None:
    """Put named dots; ``titles`` are those of the axis across and of that up."""
    data = Dots([name for name, _, _ in dots])
    series = data.add_series(titles[1])
    for _, across, up in dots:
        series.add_data_point(across, up)
    chart = _put(slide, box, XL_CHART_TYPE.XY_SCATTER, data, alt)
    (drawn,) = chart.plots[0].series
    drawn.format.line.fill.background()
    _mark(drawn, _PRIMARY, MARKER.CIRCLE, 11)
    for at, (name, _, _) in enumerate(dots):
        label = drawn.points[at].data_label
        label.has_text_frame = True
        label.text_frame.text = name
        label.position = XL_LABEL_POSITION.RIGHT
        _set_font(label.text_frame.paragraphs[0].runs[0].font, bold=True)
    chart.has_legend = False
    for axis, title in zip(
        (chart.category_axis, chart.value_axis), titles, strict=True
    ):
        axis.minimum_scale = 0
        _dress(axis, title)
    chart.category_axis.has_major_gridlines = False


def _data(rows: Iterable[tuple[str, Points]], heads: Names) -> Categories:
    """Return chart data with a series for each head, a category for each row."""
    rows = list(rows)
    data = Categories(number_format=_WHOLE)
    data.categories = [_short(name) for name, _ in rows]
    for at, head in enumerate(heads):
        data.add_series(head, [points[at] for _, points in rows])
    return data


def _short(name: str) -> str:
    return fit(name, width=_NAME, size=SMALLEST, lines=_NAME_LINES)


def _put(
    slide: Slide, box: Box, kind: XL_CHART_TYPE, data: Categories | Dots, alt: str
) -> Chart:
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


def _set_points_axis(chart: Chart) -> None:
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, 100, 25
    axis.tick_labels.number_format = _WHOLE
    axis.tick_labels.number_format_is_linked = False
    _dress(axis, "Points of 100")


def _dress(axis: Any, title: str) -> None:  # noqa: ANN401 - three kinds of axes
    axis.has_title = True
    axis.axis_title.text_frame.text = title
    _set_font(axis.axis_title.text_frame.paragraphs[0].runs[0].font, bold=False)
    axis.has_major_gridlines = True
    line = axis.major_gridlines.format.line
    line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    line.color.brightness = _GRID


def _set_font(font: Font, *, bold: bool) -> None:
    font.size = Pt(SMALLEST)
    font.bold = bold


def _label(labels: Any, where: XL_LABEL_POSITION, colour: MSO_THEME_COLOR) -> None:  # noqa: ANN401 - untyped
    labels.show_value = True
    labels.number_format = _WHOLE
    labels.number_format_is_linked = False
    labels.position = where
    _set_font(labels.font, bold=True)
    labels.font.color.theme_color = colour


def _mark(
    series: LineSeries, colour: MSO_THEME_COLOR, style: MARKER, size: int
) -> None:
    marker = series.marker
    marker.style, marker.size = style, size
    marker.format.fill.solid()
    marker.format.fill.fore_color.theme_color = colour
    marker.format.line.color.theme_color = colour


def _move_to_lines(chart: Chart) -> None:
    """Make the last series of a column chart one of a line chart on the same axes."""
    (bars,) = chart.element.xpath(".//c:barChart")
    series = bars.xpath("./c:ser")[-1]
    series.append(parse_xml(f'<c:smooth {nsdecls("c")} val="0"/>'))
    lines = parse_xml(
        f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/>'
        '<c:varyColors val="0"/><c:marker val="1"/></c:lineChart>'
    )
    lines.insert(2, series)
    for axis in bars.xpath("./c:axId"):
        lines.append(parse_xml(f'<c:axId {nsdecls("c")} val="{axis.get("val")}"/>'))
    bars.addnext(lines)


def _make_pale(chart: Chart) -> None:
    """Let the grid be seen through the columns of ranges."""
    path = ".//c:barChart/c:ser[2]/c:spPr/a:solidFill/a:schemeClr"
    (colour,) = chart.element.xpath(path)
    colour.append(parse_xml(f'<a:alpha {nsdecls("a")} val="{_PALE}"/>'))


def _leave_out_of_legend(chart: Chart, series: int) -> None:
    entry = parse_xml(
        f'<c:legendEntry {nsdecls("c")}><c:idx val="{series}"/>'
        '<c:delete val="1"/></c:legendEntry>'
    )
    (position,) = chart.element.xpath(".//c:legend/c:legendPos")
    position.addnext(entry)
