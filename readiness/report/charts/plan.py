"""The plan: what each action takes, and what it gains in its trend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readiness.report import words as figures
from readiness.report.charts.axes import tick
from readiness.report.charts.canvas import WIDTH, Told, chart, sentences
from readiness.report.charts.lettering import short, width_of, wrap
from readiness.report.charts.model import Chart, ChartKind, Table
from readiness.report.charts.scales import Scale, at, spread, steps_of
from readiness.report.charts.shapes import (
    LEADING,
    SIZE,
    SMALL,
    Anchor,
    Line,
    Point,
    Words,
    below,
    level_line,
    upright,
)
from readiness.report.documents.model import Document
from readiness.report.model import StepLine

MOST = 12  #: actions in the picture: the table has all
APART = 18.0  #: units from one action to the next, so that their ranges keep apart
_TOP, _BOTTOM = 24.0, 300.0
_LEFT, _RIGHT = 44.0, 622.0
_HEADROOM = 48.0  #: for the numbers above the highest ranges
_KEYS = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An action at its place, with the range of its gain."""

    horizon: str
    place: Point
    whisker: Line
    ends: tuple[Line, ...]
    number: Words
    foot: Line | None  #: to its effort on the axis, if it had to stand beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An action in the key below."""

    horizon: str
    place: Point
    texts: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortAndGain:
    """The picture."""

    grid: tuple[Line, ...]
    ticks: tuple[Words, ...]
    titles: tuple[Words, ...]
    spots: tuple[Spot, ...]
    entries: tuple[Entry, ...]
    height: float


def plan(document: Document) -> Chart | None:
    """Draw effort and gain; there is none where nothing is scheduled."""
    steps = document.report.steps
    if not steps:
        return None
    drawing = plan_of(steps)
    told = Told(
        kind=ChartKind.PLAN,
        title="Effort and gain of the plan",
        description=sentences(_sentences(document)),
        table=_table(steps),
    )
    return chart(told, document.brand.palette, drawing.height, drawing)


def plan_of(steps: Sequence[StepLine]) -> EffortAndGain:
    """Return the geometry of effort and gain."""
    shown = steps[:MOST]
    efforts = steps_of(max(1.0, *(step.person_weeks for step in shown)))
    gains = steps_of(max(1.0, *(step.trend_gain_high for step in shown)))
    x = Scale(low=0, high=efforts[-1], start=_LEFT, end=_RIGHT)
    y = Scale(low=0, high=gains[-1], start=_BOTTOM, end=_TOP + _HEADROOM)
    wanted = [x.exactly(step.person_weeks) for step in shown]
    places = spread(wanted, APART, _LEFT + 14, _RIGHT)
    feet = [_foot(*ends) for ends in zip(places, wanted, strict=True)]
    entries = tuple(_entries(shown, _BOTTOM + _KEYS + 2 * LEADING))
    return EffortAndGain(
        grid=tuple(level_line(y.at(gain), _LEFT, _RIGHT) for gain in gains),
        ticks=(*_gain_ticks(gains, y), *_effort_ticks(efforts, x)),
        titles=tuple(_titles(is_moved=any(feet), rest=len(steps) - len(shown))),
        spots=tuple(_spots(shown, places, feet, y)),
        entries=entries,
        height=at(entries[-1].texts[-1].next),
    )


def _foot(place: float, wanted: float) -> Line | None:
    if abs(place - wanted) <= 1:
        return None
    return Line(x1=place, y1=_BOTTOM, x2=at(wanted), y2=_BOTTOM + 8)


def _gain_ticks(gains: Sequence[float], y: Scale) -> Iterator[Words]:
    for gain in gains:
        yield tick(figures.tenth(gain), _LEFT - 8, at(y.at(gain) + 4.5), Anchor.END)


def _effort_ticks(efforts: Sequence[float], x: Scale) -> Iterator[Words]:
    for effort in efforts:
        yield tick(figures.tenth(effort), x.at(effort), _BOTTOM + 19)


def _titles(*, is_moved: bool, rest: int) -> Iterator[Words]:
    under = _BOTTOM + 38
    yield tick("points gained in the trend, with their range", 0, SMALL, Anchor.START)
    yield tick("person-weeks of work", _RIGHT, under, Anchor.END)
    said = []
    if is_moved:
        said.append("A short line leads from an action to its effort.")
    if rest:
        said.append(f"{rest} more in the table.")
    if said:
        yield tick(" ".join(said), 0, under, Anchor.START)


def _spots(
    steps: Sequence[StepLine],
    places: Sequence[float],
    feet: Sequence[Line | None],
    y: Scale,
) -> Iterator[Spot]:
    taken: list[tuple[float, float, float]] = []  # left, right, base line
    for n in sorted(range(len(steps)), key=lambda n: places[n]):
        step, x = steps[n], places[n]
        low, high = y.at(step.trend_gain_low), y.at(step.trend_gain_high)
        half = width_of(step.number, SIZE) / 2 + 1
        base = _free(x - half, x + half, high - 9, taken)
        taken.append((x - half, x + half, base))
        yield Spot(
            horizon=step.horizon,
            place=Point(x=x, y=y.at(step.trend_gain)),
            whisker=upright(x, high, low),
            foot=feet[n],
            ends=tuple(level_line(end, at(x - 5), at(x + 5)) for end in (low, high)),
            number=Words(
                lines=(step.number,), x=x, y=base, anchor=Anchor.MIDDLE, is_bold=True
            ),
        )


def _free(
    left: float, right: float, base: float, taken: Sequence[tuple[float, float, float]]
) -> float:
    """Return the lowest base line, from ``base`` upwards, that is free."""
    near = [line for start, end, line in taken if start < right and left < end]
    for line in sorted(near, reverse=True):
        if abs(line - base) < SIZE:
            base = line - SIZE
    return at(base)


def _entries(steps: Sequence[StepLine], top: float) -> Iterator[Entry]:
    for step in steps:
        parts = (
            Words(
                lines=wrap(f"{step.number}  {step.title}", WIDTH - 30, SIZE, 2), x=30
            ),
            Words(
                lines=wrap(_gain(step), WIDTH - 30, SMALL, 2),
                x=30,
                size=SMALL,
                role="muted",
            ),
        )
        texts = below(parts, top)
        yield Entry(horizon=step.horizon, place=Point(x=12, y=at(top - 5)), texts=texts)
        top = at(texts[-1].next + 8)


def _gain(step: StepLine) -> str:
    return f"{step.horizon}: +{step.gain_words}; {step.effort_words}"


def _sentences(document: Document) -> Iterator[str]:
    """Yield the alternative text: every action with its effort and gain."""
    yield "Effort and gain of the actions of the plan"
    for step in document.report.steps[:MOST]:
        yield f"{step.number}, {short(step.title)}: {short(_gain(step), 160)}"
    yield document.report.plan_words


def _table(steps: Sequence[StepLine]) -> Table:
    return Table(
        caption="Actions of the plan, with effort and gain",
        head=("Action", "What to do", "When", "Gain", "Effort"),
        rows=tuple(
            (
                step.number,
                step.title,
                step.horizon,
                f"+{step.gain_words}",
                step.effort_words,
            )
            for step in steps
        ),
        numeric=(False, False, False, False, False),
    )
