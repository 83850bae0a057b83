"""Native charts, to be edited as those one makes oneself; colours are the theme's."""

from collections.abc import Sequence
from types import MappingProxyType

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.chart import XL_MARKER_STYLE as MARKER
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide
from pptx.util import Pt

from readiness.report.charts.native import Side, as_shown, axes_of, sides_of
from readiness.report.slides.deck import Box
from readiness.report.slides.looks import (
    ACCENT,
    PRIMARY,
    QUIET,
    WHOLE,
    Names,
    Points,
    data_of,
    dress_axis,
    label_values,
    mark_points,
    new_chart,
    set_font,
    set_points_axis,
    set_scale,
    short_name,
)
from readiness.report.slides.workbook import Categories, Dots

_SIDES = MappingProxyType(
    {
        Side.RIGHT: XL_LABEL_POSITION.RIGHT,
        Side.LEFT: XL_LABEL_POSITION.LEFT,
        Side.ABOVE: XL_LABEL_POSITION.ABOVE,
        Side.BELOW: XL_LABEL_POSITION.BELOW,
    }
)
_STROKES = (
    (PRIMARY, MSO_LINE.SOLID, MARKER.CIRCLE),
    (ACCENT, MSO_LINE.DASH, MARKER.SQUARE),
    (QUIET, MSO_LINE.ROUND_DOT, MARKER.DIAMOND),
    (PRIMARY, MSO_LINE.DASH_DOT, MARKER.TRIANGLE),
    (ACCENT, MSO_LINE.LONG_DASH, MARKER.X),
    (QUIET, MSO_LINE.SQUARE_DOT, MARKER.STAR),
)


def put_pairs(
    slide: Slide,
    box: Box,
    heads: tuple[str, str],
    rows: Sequence[tuple[str, Points]],
    alt: str,
) -> None:
    """Put two columns for each name: what was, and what is."""
    chart = new_chart(
        slide, box, XL_CHART_TYPE.COLUMN_CLUSTERED, data_of(rows, heads), alt
    )
    (plot,) = chart.plots
    plot.gap_width, plot.overlap = 70, -5
    for series, colour in zip(plot.series, (ACCENT, PRIMARY), strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.theme_color = colour
        label_values(series.data_labels, XL_LABEL_POSITION.OUTSIDE_END, colour)
    set_points_axis(chart)


def put_lines(
    slide: Slide,
    box: Box,
    heads: Names,
    rows: Sequence[tuple[str, Points]],
    alt: str,
) -> None:
    """Put a line for each row over ``heads``, with a gap where a point is missing."""
    data = Categories(number_format=WHOLE)
    data.categories = heads
    for name, points in rows:
        data.add_series(short_name(name), [as_shown(point) for point in points])
    chart = new_chart(slide, box, XL_CHART_TYPE.LINE_MARKERS, data, alt)
    (plot,) = chart.plots
    for at, series in enumerate(plot.series):
        colour, dash, marker = _STROKES[at % len(_STROKES)]
        series.smooth = False
        series.format.line.color.theme_color = colour
        series.format.line.dash_style = dash
        series.format.line.width = Pt(1.75 if at else 3)
        mark_points(series, colour, marker, 8)
    set_points_axis(chart)


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
    chart = new_chart(slide, box, XL_CHART_TYPE.XY_SCATTER, data, alt)
    (drawn,) = chart.plots[0].series
    drawn.format.line.fill.background()
    mark_points(drawn, PRIMARY, MARKER.CIRCLE, 11)
    places = [(across, up) for _, across, up in dots]
    for at, side in enumerate(sides_of(places)):
        label = drawn.points[at].data_label
        label.has_text_frame = True
        label.text_frame.text = dots[at][0]
        label.position = _SIDES[side]
        set_font(label.text_frame.paragraphs[0].runs[0].font, bold=True)
    chart.has_legend = False
    axes = chart.category_axis, chart.value_axis
    for axis, scale, title in zip(axes, axes_of(places), titles, strict=True):
        set_scale(axis, scale)
        dress_axis(axis, title)
    chart.category_axis.has_major_gridlines = False
