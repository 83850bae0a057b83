"""The native chart of scores: their ranges, and where other people would put them."""

from collections.abc import Sequence

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.chart import XL_MARKER_STYLE as MARKER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide

from readiness.report.slides.deck import Box
from readiness.report.slides.looks import (
    APART,
    PRIMARY,
    QUIET,
    Points,
    data_of,
    label_values,
    mark_points,
    new_chart,
    set_points_axis,
)

_PALE = "35000"  # opacity of a range, in thousandths of a per cent
_RANGES = (
    "Low",
    "Range",
    "Score",
    "People range, low",
    "People range, high",
)


def put_ranges(
    slide: Slide, box: Box, rows: Sequence[tuple[str, Points]], alt: str
) -> None:
    """Put columns from low to high, if there are any, with a mark at the score.

    Points of a row: low, the distance from low to high, the score, and, in all or
    none, the ends of the people range.
    """
    if any(points[1] is not None for _, points in rows):
        kind, first = XL_CHART_TYPE.COLUMN_STACKED, 0
    else:
        kind, first = XL_CHART_TYPE.LINE_MARKERS, 2
    heads = _RANGES[first : len(rows[0][1])]
    rows = [(name, points[first:]) for name, points in rows]
    chart = new_chart(slide, box, kind, data_of(rows, heads), alt)
    if not first:
        _dress_ranges(chart)
    _dress_marks(chart)
    set_points_axis(chart)


def _dress_ranges(chart: Chart) -> None:
    """Make columns of the first two series, the first of them invisible."""
    _move_to_lines(chart, 2)
    columns, _ = chart.plots
    columns.gap_width = 220  # narrow: the figure stands beside it
    low, between = columns.series
    low.format.fill.background()
    between.format.fill.solid()
    between.format.fill.fore_color.theme_color = PRIMARY
    _make_pale(chart)
    between.format.line.color.theme_color = PRIMARY
    _leave_out_of_legend(chart, 0)


def _dress_marks(chart: Chart) -> None:
    """Mark the scores, and draw a line from end to end of people ranges."""
    score, *ends = chart.plots[-1].series
    score.format.line.fill.background()
    mark_points(score, PRIMARY, MARKER.DIAMOND, 9)
    label_values(score.data_labels, XL_LABEL_POSITION.RIGHT, PRIMARY)
    score.data_labels.number_format = APART
    for end in ends:
        end.format.line.fill.background()
        mark_points(end, QUIET, MARKER.DASH, 11)
    if ends:
        _join_ends(chart)


def _move_to_lines(chart: Chart, first: int) -> None:
    """Make the series from ``first`` on those of a line chart on the same axes."""
    (bars,) = chart.element.xpath(".//c:barChart")
    lines = parse_xml(
        f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/>'
        '<c:varyColors val="0"/><c:marker val="1"/></c:lineChart>'
    )
    for at, series in enumerate(bars.xpath("./c:ser")[first:], start=2):
        series.append(parse_xml(f'<c:smooth {nsdecls("c")} val="0"/>'))
        lines.insert(at, series)
    for axis in bars.xpath("./c:axId"):
        lines.append(parse_xml(f'<c:axId {nsdecls("c")} val="{axis.get("val")}"/>'))
    bars.addnext(lines)


def _join_ends(chart: Chart) -> None:
    """Draw a line from the lowest to the highest mark of each name."""
    (after,) = chart.element.xpath(".//c:lineChart/c:marker")
    after.addprevious(
        parse_xml(
            f'<c:hiLowLines {nsdecls("c", "a")}><c:spPr><a:ln w="15875"><a:solidFill>'
            '<a:schemeClr val="accent3"/></a:solidFill></a:ln></c:spPr></c:hiLowLines>'
        )
    )


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
