"""The profile: the score and its range, overall and by trend, one row each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from readiness.report.charts.axes import TICKS, Key, keys, ticks_above
from readiness.report.charts.canvas import WIDTH, Told, chart, sentences
from readiness.report.charts.lettering import BOLD, short, wrap
from readiness.report.charts.model import Chart, ChartKind
from readiness.report.charts.scales import Scale, at
from readiness.report.charts.shapes import (
    LEADING,
    SIZE,
    SMALL,
    Box,
    Line,
    Words,
    bar,
    level_line,
    stacked,
    upright,
)
from readiness.report.charts.tables import people_ranges, scored, scores_table
from readiness.report.documents.model import Document
from readiness.report.model import Node, Report

PLOT = Scale(low=0, high=100, start=226, end=498)
_NAMES = 208.0  #: units for the names, left of the plot
_FIGURES = 516.0  #: where the figures begin, right of it
_TOP = 34.0  #: of the first row
_PADDING = 22.0  #: of a row, above and below its letters together


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; what is not known is ``None`` and is not drawn."""

    track: Line
    bottom: float
    texts: tuple[Words, ...]
    point: float | None  #: places on the plot
    missing: Box | None  #: what unknown answers leave open
    people: Line | None  #: where other people of the team would probably put it
    ends: tuple[Line, ...]  #: of the people range
    radius: float


class Scope(NamedTuple):
    """Where a row is."""

    plot: Scale
    middle: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The picture."""

    grid: tuple[Line, ...]
    ticks: tuple[Words, ...]
    rows: tuple[Row, ...]
    keys: tuple[Key, ...]
    height: float


def profile(document: Document) -> Chart | None:
    """Draw the profile; there is none where nothing was asked or applies."""
    report = document.report
    if all(node.low is None for _, node in scored(report)):
        return None
    drawing = profile_of(report)
    told = told_of(report)
    return chart(told, document.brand.palette, drawing.height, drawing)


def told_of(report: Report) -> Told:
    """Return what the profile says without its picture."""
    return Told(
        kind=ChartKind.PROFILE,
        title="Scores and their ranges",
        description=sentences(_sentences(report)),
        table=scores_table(report),
    )


def profile_of(report: Report) -> Profile:
    """Return the geometry of the profile."""
    rows = tuple(_rows(report))
    bottom = rows[-1].bottom
    entries = tuple(keys(tuple(meanings(rows)), PLOT.start, at(bottom + 28)))
    return Profile(
        grid=tuple(upright(PLOT.at(tick), _TOP, bottom) for tick in TICKS),
        ticks=ticks_above(PLOT, _TOP - 8),
        rows=rows,
        keys=entries,
        height=at(entries[-1].words.next),
    )


def _rows(report: Report) -> Iterator[Row]:
    people = people_ranges(report)
    top = _TOP
    for name, node in scored(report):
        row = _row(name, node, people, top)
        top = row.bottom
        yield row


def _row(
    name: str, node: Node, people: Mapping[str, tuple[float, float]], top: float
) -> Row:
    left, right = _left(name, node, is_bold=is_overall(node)), _right(node)
    lines = max(sum(len(part.lines) for part in side) for side in (left, right))
    bottom = at(top + max(lines, 2) * LEADING + _PADDING)
    middle = at((top + bottom) / 2)
    texts = (*stacked(left, middle), *stacked(right, middle))
    return row_of(node, people.get(node.id), texts, Scope(PLOT, middle, bottom))


def row_of(
    node: Node,
    people: tuple[float, float] | None,
    texts: tuple[Words, ...],
    scope: Scope,
) -> Row:
    """Return the row of a node with ``texts``; ``people`` is their range in points."""
    plot, middle, bottom = scope
    others = level_line(at(middle + 15), *map(plot.at, people)) if people else None
    return Row(
        track=level_line(middle, plot.start, plot.end),
        bottom=bottom,
        texts=texts,
        point=None if node.point is None else plot.at(node.point),
        missing=_missing(node, scope),
        people=others,
        ends=_ends(others),
        radius=8 if is_overall(node) else 6.5,
    )


def is_overall(node: Node) -> bool:
    """Return whether it is the one score of all."""
    return node.id == "overall"


def _left(name: str, node: Node, *, is_bold: bool) -> tuple[Words, Words]:
    level = f"level {node.level_words}" if node.level_words else ""
    return (
        Words(
            lines=wrap(name, _NAMES, SIZE * BOLD if is_bold else SIZE, 2),
            x=0,
            is_bold=is_bold,
        ),
        Words(lines=wrap(level, _NAMES, SMALL, 2), x=0, size=SMALL, role="muted"),
    )


def _right(node: Node) -> tuple[Words, Words]:
    room = WIDTH - _FIGURES
    figure = wrap(node.score_words, room, SIZE * BOLD, 2)
    span = wrap(node.range_words, room, SMALL, 1)
    return (
        Words(lines=figure, x=_FIGURES, is_bold=True),
        Words(lines=span, x=_FIGURES, size=SMALL, role="muted"),
    )


def _missing(node: Node, scope: Scope) -> Box | None:
    if node.low is None or node.high is None or not node.range_words:
        return None
    plot, middle, _ = scope
    return bar(plot.at(node.low), plot.at(node.high), middle, 14)


def _ends(line: Line | None) -> tuple[Line, ...]:
    if line is None:
        return ()
    y = line.y1
    return tuple(upright(x, at(y - 4), at(y + 4)) for x in (line.x1, line.x2))


def meanings(rows: tuple[Row, ...]) -> Iterator[tuple[str, str]]:
    """Yield what the signs mean that are drawn."""
    if any(row.point is not None for row in rows):
        yield "score", "score"
    if any(row.missing for row in rows):
        yield "missing", "range that unknown answers leave open"
    if any(row.people for row in rows):
        yield "people", "people range: had other people of the team answered"


def _sentences(report: Report) -> Iterator[str]:
    """Yield the alternative text, from the first lines of the report."""
    yield "A row for each score, on a scale from 0 to 100"
    for about, words in report.headline:
        if about in {"Overall", "Trend", "Strongest", "Weakest"}:
            yield f"{about}: {short(words, 160)}"
    for name, node in scored(report):
        if node.point is None and node.id != "overall":
            span = f", {node.range_words} of 100" if node.range_words else ""
            yield f"{short(name)}: {node.score_words}{span}"
