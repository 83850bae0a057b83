"""Charts for windows that the usual ones are too wide for: 320 units wide.

Only the profile has one. What the other charts show stands around them, in a table or
in the steps of the plan.
"""

from collections.abc import Iterator, Mapping

from readiness.report.charts.axes import keys, ticks_above
from readiness.report.charts.canvas import colours
from readiness.report.charts.lettering import BOLD, wrap
from readiness.report.charts.model import ChartKind
from readiness.report.charts.profile import (
    Profile,
    Row,
    Scope,
    is_overall,
    meanings,
    row_of,
    told_of,
)
from readiness.report.charts.scales import Scale, at
from readiness.report.charts.shapes import (
    LEADING,
    SIZE,
    SMALL,
    Anchor,
    Words,
    below,
)
from readiness.report.charts.tables import people_ranges, scored
from readiness.report.documents.model import Document
from readiness.report.model import Node, Report
from readiness.report.templates import environment

WIDTH = 320.0  #: units of the view box
PLOT = Scale(low=0, high=100, start=12, end=308)
_TOP = 30.0  #: of the first row
_NAMES = 224.0  #: units for the names, left of the figures
_FIGURES = 88.0  #: for the figures
_PLOT_BELOW = 16.0  #: from the letters of a row to its line
_REST = 40.0  #: from there to the next row, with the people range


def draw_narrow(document: Document) -> Mapping[str, str]:
    """Return the pictures as ``svg`` elements, by the kind of their chart."""
    report = document.report
    if all(node.low is None for _, node in scored(report)):
        return {}
    drawing, told = narrow_profile_of(report), told_of(report)
    template = environment().get_template(f"charts/{ChartKind.PROFILE}.svg.j2")
    svg = template.render(
        kind=f"{ChartKind.PROFILE}-narrow",
        title=told.title,
        description=told.description,
        width=WIDTH,
        height=drawing.height,
        ink=colours(document.brand.palette),
        drawing=drawing,
    )
    return {ChartKind.PROFILE.value: svg}


def narrow_profile_of(report: Report) -> Profile:
    """Return the geometry of the profile, each line below its names."""
    rows = tuple(_rows(report))
    bottom = rows[-1].bottom
    entries = tuple(keys(tuple(meanings(rows)), 0, at(bottom + 12), WIDTH))
    return Profile(
        grid=(),
        ticks=ticks_above(PLOT, 14),
        rows=rows,
        keys=entries,
        height=at(entries[-1].words.next),
    )


def _rows(report: Report) -> Iterator[Row]:
    people = people_ranges(report)
    top = _TOP
    for name, node in scored(report):
        y = top + SIZE
        sides = below(_left(name, node), y), below(_right(node), y)
        texts = tuple(words for side in sides for words in side)
        middle = at(max(side[-1].next for side in sides) - LEADING + _PLOT_BELOW)
        scope = Scope(PLOT, middle, at(middle + _REST))
        yield row_of(node, people.get(node.id), texts, scope)
        top = scope.bottom


def _left(name: str, node: Node) -> tuple[Words, Words]:
    is_bold = is_overall(node)
    level = f"level {node.level_words}" if node.level_words else ""
    lines = wrap(name, _NAMES, SIZE * BOLD if is_bold else SIZE, 2)
    return (
        Words(lines=lines, x=0, is_bold=is_bold),
        Words(lines=wrap(level, _NAMES, SMALL, 2), x=0, size=SMALL, role="muted"),
    )


def _right(node: Node) -> tuple[Words, Words]:
    figure = wrap(node.score_words, _FIGURES, SIZE * BOLD, 3)
    span = wrap(node.range_words, _FIGURES, SMALL, 1)
    return (
        Words(lines=figure, x=WIDTH, is_bold=True, anchor=Anchor.END),
        Words(lines=span, x=WIDTH, size=SMALL, role="muted", anchor=Anchor.END),
    )
