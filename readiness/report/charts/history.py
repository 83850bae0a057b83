"""The history: overall and the trends in all quarters, as lines with their names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from readiness.report.charts.axes import TICKS, tick
from readiness.report.charts.canvas import WIDTH, Told, chart, sentences
from readiness.report.charts.lettering import BOLD, short, width_of, wrap
from readiness.report.charts.model import Chart, ChartKind, Table
from readiness.report.charts.scales import Scale, at, spread
from readiness.report.charts.shapes import (
    LEADING,
    SMALL,
    Anchor,
    Line,
    Point,
    Words,
    below,
    level_line,
)
from readiness.report.documents.model import Document, Past, PastLine

MOST = 6  #: lines: of more, nobody could follow one
LABELS = 2 * LEADING + 4  #: from one name to the next
_TOP, _BOTTOM = 16.0, 336.0
_LEFT, _RIGHT = 34.0, 426.0
_NAMES = 458.0
POINTS = Scale(low=0, high=100, start=_BOTTOM, end=_TOP)


class Mark(StrEnum):
    """The shapes by which lines are told apart."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    CROSS = "cross"
    RING = "ring"


_DASHES = ("", "8 4", "2 3", "12 3 2 3", "5 5", "1 4")
_ROLES = ("score", "label", "accent", "muted", "score", "accent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One line; ``parts`` are between neighbouring quarters that both have a score."""

    mark: Mark
    dash: str
    role: str
    thickness: float
    points: tuple[Point, ...]
    parts: tuple[Line, ...]
    leader: Line  #: from the height of the last point to the name
    sign: Point  #: a mark of its shape before the name
    texts: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The picture."""

    grid: tuple[Line, ...]
    ticks: tuple[Words, ...]
    quarters: tuple[Words, ...]
    traces: tuple[Trace, ...]
    note: Words
    height: float


def history(document: Document) -> Chart | None:
    """Draw the history; there is none of one quarter, or without scores."""
    past = document.past
    if past is None or not any(map(_has_points, past.lines)):
        return None
    drawing = history_of(past)
    told = Told(
        kind=ChartKind.HISTORY,
        title=f"Scores over time: {past.title_words}",
        description=sentences(_sentences(past)),
        table=_table(past),
    )
    return chart(told, document.brand.palette, drawing.height, drawing)


def history_of(past: Past) -> History:
    """Return the geometry of the history."""
    last = max(len(past.periods) - 1, 1)
    places = [_LEFT + 14 + (_RIGHT - _LEFT - 28) * n / last for n in range(last + 1)]
    lines = [line for line in past.lines if _has_points(line)]
    note = _note(past, lines)
    return History(
        grid=tuple(level_line(POINTS.at(one), _LEFT, _RIGHT) for one in TICKS),
        ticks=tuple(_ticks()),
        quarters=tuple(_quarters(past.shorts, places)),
        traces=tuple(_traces(lines[:MOST], places)),
        note=note,
        height=at(note.next + 2),
    )


def _has_points(line: PastLine) -> bool:
    return any(point is not None for point in line.points)


def _ticks() -> Iterator[Words]:
    for points in TICKS:
        y = at(POINTS.at(points) + 4.5)
        yield tick(str(points), _LEFT - 8, y, Anchor.END)


def _quarters(shorts: Sequence[str], places: Sequence[float]) -> Iterator[Words]:
    """Yield the names of the quarters, the last one and as many as there is room."""
    widest = max(width_of(one, SMALL) for one in shorts) + 8
    each = next(
        (n for n in range(1, len(places)) if n * (places[1] - places[0]) >= widest),
        len(places),
    )
    for n in range(len(shorts) - 1, -1, -each):
        yield tick(shorts[n], at(places[n]), _BOTTOM + 20)


def _traces(lines: Sequence[PastLine], places: Sequence[float]) -> Iterator[Trace]:
    runs = [_points(line, places) for line in lines]
    ends = [_last(run) for run in runs]
    labels = spread([end.y for end in ends], LABELS, _TOP, _BOTTOM)
    for n, line in enumerate(lines):
        yield _trace(line, runs[n], n, labels[n])


def _points(line: PastLine, places: Sequence[float]) -> list[Point | None]:
    return [
        None if points is None else Point(x=at(x), y=POINTS.at(points))
        for points, x in zip(line.points, places, strict=True)
    ]


def _last(run: Sequence[Point | None]) -> Point:
    return next(point for point in reversed(run) if point is not None)


def _trace(
    line: PastLine, run: Sequence[Point | None], number: int, label: float
) -> Trace:
    end = _last(run)
    return Trace(
        mark=tuple(Mark)[number],
        dash=_DASHES[number],
        role=_ROLES[number],
        thickness=3 if line.id == "overall" else 1.8,
        points=tuple(point for point in run if point is not None),
        parts=tuple(_parts(run)),
        leader=Line(x1=_RIGHT - 6, y1=end.y, x2=_NAMES - 20, y2=label),
        sign=Point(x=_NAMES - 12, y=label),
        texts=_label(line, label + 1),
    )


def _parts(run: Sequence[Point | None]) -> Iterator[Line]:
    for one, other in pairwise(run):
        if one is not None and other is not None:
            yield Line(x1=one.x, y1=one.y, x2=other.x, y2=other.y)


def _label(line: PastLine, y: float) -> tuple[Words, ...]:
    """Return the name and the figures of a line, around ``y``."""
    is_bold = line.id == "overall"
    name = wrap(line.short, WIDTH - _NAMES, SMALL * BOLD if is_bold else SMALL, 1)
    return below(
        (
            Words(lines=name, x=_NAMES, size=SMALL, is_bold=is_bold),
            Words(lines=(_figures(line),), x=_NAMES, size=SMALL, role="muted"),
        ),
        y,
    )


def _figures(line: PastLine) -> str:
    return f"{line.figures[0]} to {line.figures[-1]}"


def _note(past: Past, lines: Sequence[PastLine]) -> Words:
    """Return where the rest is, if not all lines are drawn."""
    drawn = min(len(lines), MOST)
    text = ""
    if drawn < len(past.lines):
        text = f"{drawn} of {len(past.lines)} lines are drawn, the table has all."
    return Words(
        lines=wrap(text, WIDTH - _LEFT, SMALL, 1),
        x=_LEFT,
        y=_BOTTOM + 46,
        size=SMALL,
        role="muted",
    )


def _sentences(past: Past) -> Iterator[str]:
    """Yield the alternative text: how each line went, and what can be said of it."""
    yield f"Scores of 100 in {past.title_words}"
    for line in past.lines:
        figures = ", ".join(line.figures)
        yield f"{short(line.short)}: {figures}; {short(line.words, 160)}"


def _table(past: Past) -> Table:
    rows = [
        (
            line.name,
            *line.figures,
            line.words,
            "; ".join(filter(None, (line.since_previous, *line.notes))),
        )
        for line in past.lines
    ]
    rows.append(("People who answered", *past.people, "", ""))
    if past.forms:
        rows.append(("Form", *past.forms, "", ""))
    return Table(
        caption=f"Scores of 100, {past.title_words}",
        head=("", *past.periods, "Since the first", "Notes"),
        rows=tuple(rows),
        numeric=(False, *(True for _ in past.periods), False, False),
    )
