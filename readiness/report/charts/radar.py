"""The radar: the trends around a centre. A trend without a score leaves a gap."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readiness.report.charts.axes import TICKS, tick
from readiness.report.charts.canvas import WIDTH, Told, chart, sentences
from readiness.report.charts.lettering import short, wrap
from readiness.report.charts.model import Chart, ChartKind
from readiness.report.charts.scales import Scale, at, spread
from readiness.report.charts.shapes import (
    LEADING,
    SIZE,
    SMALL,
    Anchor,
    Line,
    Point,
    Words,
    stacked,
)
from readiness.report.charts.tables import scores_table
from readiness.report.documents.model import Document
from readiness.report.model import Node, Report, TrendRow

FEWEST, MOST = 3, 8  #: trends: fewer make no shape, of more no label could be read
RADIUS = 150.0
_CENTRE_X = WIDTH / 2
_CENTRE_Y = 232.0
_LOWEST = 464.0  #: where no name may reach beyond
_LETTERS = RADIUS + 16  #: from the centre to the names
_SIDE = 150.0  #: units for a name beside the circle
_TOP = 220.0  #: above or below it
_SIDEWAYS = 0.15  #: of a direction, from where on a name stands beside the circle
_BLOCK = 4 * LEADING  #: from one name to the next on the same side
_DISTANCE = Scale(low=0, high=100, start=0, end=RADIUS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """A trend; without a score there is no ``point``."""

    axis: Line
    point: Point | None
    range: Line | None  #: what unknown answers leave open
    ends: tuple[Line, ...]  #: of the range
    texts: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Radar:
    """The picture; ``sides`` are between neighbours that both have a score."""

    centre: Point
    rings: tuple[float, ...]  #: radius
    ticks: tuple[Words, ...]
    spokes: tuple[Spoke, ...]
    sides: tuple[Line, ...]
    height: float


def radar(document: Document) -> Chart | None:
    """Draw the radar; there is none of few trends, of very many, or without scores."""
    report = document.report
    if not FEWEST <= len(report.trends) <= MOST or not any(_known(report)):
        return None
    told = Told(
        kind=ChartKind.RADAR,
        title="The trends around a centre",
        description=sentences(_sentences(report)),
        table=scores_table(report),
    )
    drawing = radar_of(report)
    return chart(told, document.brand.palette, drawing.height, drawing)


def radar_of(report: Report) -> Radar:
    """Return the geometry of the radar."""
    number = len(report.trends)
    spokes = tuple(
        _apart(
            [
                _spoke(trend, _direction(n / number))
                for n, trend in enumerate(report.trends)
            ]
        )
    )
    lowest = max(text.next for spoke in spokes for text in spoke.texts)
    between = _direction(0.5 / number)
    return Radar(
        centre=_place(0, between),
        rings=tuple(_DISTANCE.at(tick) for tick in TICKS[1:]),
        ticks=tuple(_tick(points, between) for points in TICKS[1:]),
        spokes=spokes,
        sides=tuple(_sides([spoke.point for spoke in spokes])),
        height=at(max(lowest, _CENTRE_Y + RADIUS) + 4),
    )


def _direction(turn: float) -> Point:
    """Return where a share of a turn points to; it begins at the top, clockwise."""
    angle = 2 * math.pi * turn
    return Point(x=math.sin(angle), y=-math.cos(angle))


def _place(distance: float, direction: Point) -> Point:
    return Point(
        x=at(_CENTRE_X + distance * direction.x),
        y=at(_CENTRE_Y + distance * direction.y),
    )


def _tick(points: int, direction: Point) -> Words:
    place = _place(_DISTANCE.at(points) - 13, direction)
    return tick(str(points), place.x, at(place.y + 4))


def _spoke(trend: TrendRow, direction: Point) -> Spoke:
    node = trend.node
    ends = _range(node, direction)
    return Spoke(
        axis=_line(_place(0, direction), _place(RADIUS, direction)),
        point=_at(node.point, direction),
        range=_line(*ends) if ends else None,
        ends=tuple(_across(end, direction) for end in ends),
        texts=_texts(trend, direction),
    )


def _line(start: Point, end: Point) -> Line:
    return Line(x1=start.x, y1=start.y, x2=end.x, y2=end.y)


def _at(points: float | None, direction: Point) -> Point | None:
    return None if points is None else _place(_DISTANCE.at(points), direction)


def _range(node: Node, direction: Point) -> tuple[Point, ...]:
    if not node.range_words:
        return ()
    ends = (_at(end, direction) for end in (node.low, node.high))
    return tuple(end for end in ends if end is not None)


def _across(end: Point, direction: Point, half: float = 5.0) -> Line:
    return Line(
        x1=at(end.x - half * direction.y),
        y1=at(end.y + half * direction.x),
        x2=at(end.x + half * direction.y),
        y2=at(end.y - half * direction.x),
    )


def _texts(trend: TrendRow, direction: Point) -> tuple[Words, ...]:
    place = _place(_LETTERS, direction)
    anchor = _anchor(direction)
    room = _TOP if anchor is Anchor.MIDDLE else _SIDE
    name = wrap(trend.short, room, SIZE, 2)
    figure = wrap(_figure(trend.node), room, SMALL, 2)
    parts = (
        Words(lines=name, x=place.x, anchor=anchor),
        Words(lines=figure, x=place.x, size=SMALL, role="muted", anchor=anchor),
    )
    half = LEADING * (len(name) + len(figure)) / 2
    return stacked(parts, place.y + half * direction.y)


def _figure(node: Node) -> str:
    return (
        f"{node.score_words} ({node.range_words})"
        if node.range_words
        else (node.score_words)
    )


def _anchor(direction: Point) -> Anchor:
    if abs(direction.x) < _SIDEWAYS:
        return Anchor.MIDDLE
    return Anchor.START if direction.x > 0 else Anchor.END


def _apart(spokes: Sequence[Spoke]) -> Iterator[Spoke]:
    """Yield the spokes with their texts apart from those on the same side."""
    moved: dict[int, float] = {}
    for anchor in (Anchor.START, Anchor.END):
        here = [n for n, one in enumerate(spokes) if one.texts[0].anchor is anchor]
        wanted = [spokes[n].texts[0].y for n in here]
        places = spread(wanted, _BLOCK, LEADING, _LOWEST - _BLOCK)
        moved |= dict(zip(here, places, strict=True))
    for n, spoke in enumerate(spokes):
        by = moved.get(n, spoke.texts[0].y) - spoke.texts[0].y
        yield replace(
            spoke, texts=tuple(replace(one, y=at(one.y + by)) for one in spoke.texts)
        )


def _sides(points: Sequence[Point | None]) -> Iterator[Line]:
    following = (*points[1:], points[0])
    for one, other in zip(points, following, strict=True):
        if one is not None and other is not None:
            yield _line(one, other)


def _known(report: Report) -> Iterator[bool]:
    return (trend.node.point is not None for trend in report.trends)


def _sentences(report: Report) -> Iterator[str]:
    """Yield the alternative text: every trend in its order around the centre."""
    yield "The scores of the trends around a centre, 0 inside and 100 outside"
    for trend in report.trends:
        yield f"{short(trend.short)}: {_figure(trend.node)}"
    if not all(_known(report)):
        yield "Where not enough is known, the line has a gap"
