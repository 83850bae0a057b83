"""What the native charts of slides and sheets have in common: places, not looks."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from readiness.report.charts.scales import steps_of
from readiness.report.model import Node

Dot = tuple[float, float]  #: person-weeks and points, or what the axes have

_LABEL = (0.06, 0.04)  # width and height of the letters of "A12"
_MARK = (0.025, 0.04)
_DECIMALS = 9  # as in `readiness.report.words`
_NEAR_END = 0.96  # share of an axis beyond which a mark would stand on the frame
_GAP = 0.002  # between a mark and its own name


class Side(StrEnum):
    """Where the name of a dot stands, the best first; values as xlsxwriter has them."""

    RIGHT = "right"
    LEFT = "left"
    ABOVE = "above"
    BELOW = "below"


class Axis(NamedTuple):
    """An axis from 0 to ``end``; ``number`` is the format of its steps."""

    end: float
    step: float
    number: str


class _Box(NamedTuple):
    """A rectangle in shares of the plot, its middle first."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "_Box") -> bool:
        """Whether the two have a place in common."""
        return (
            2 * abs(self.x - other.x) < self.width + other.width
            and 2 * abs(self.y - other.y) < self.height + other.height
        )

    def is_inside(self) -> bool:
        """Whether all of it is on the plot, or above it, where there is room."""
        is_between = self.width <= 2 * self.x <= 2 - self.width
        return is_between and self.height <= 2 * self.y


def span_of(node: Node) -> float | None:
    """Return the distance from low to high in points, ``None`` without a range.

    The one number that is in no report: spreadsheets and slides draw a column that
    floats by stacking its height on an invisible one.
    """
    if node.low is None or node.high is None or not node.range_words:
        return None
    return node.high - node.low


def as_shown(number: float | None) -> float | None:
    """Return a number that programs round as the words do: 0.55 for 0.54999999999.

    They round halves up, but what is just short of one in binary only to their eyes.
    """
    return None if number is None else round(number, _DECIMALS)


def axes_of(dots: Sequence[Dot]) -> tuple[Axis, Axis]:
    """Return the axes across and up for ``dots``, with round steps of 0.2 at least.

    No dot is at the end of one, half of it on the frame.
    """
    across, up = (_axis(values) for values in zip(*dots, strict=True))
    return across, up


def _axis(values: Iterable[float]) -> Axis:
    highest = max(values)
    steps = steps_of(max(1.0, highest))
    end, step = steps[-1], steps[1]
    if highest > _NEAR_END * end:
        end += step
    return Axis(end, step, "0" if step >= 1 else "0.0")


def sides_of(dots: Sequence[Dot]) -> tuple[Side, ...]:
    """Return on which side of each dot its name meets least of all the others.

    It is for a plot with the axes of `axes_of`.
    """
    across, up = axes_of(dots)
    places = [(x / across.end, y / up.end) for x, y in dots]
    marks = [_Box(x, y, *_MARK) for x, y in places]
    taken: list[_Box] = []
    sides = []
    for x, y in places:
        labels = {side: _label(x, y, side) for side in Side}
        met = {side: _met(label, taken, marks) for side, label in labels.items()}
        best = min(Side, key=met.__getitem__)
        taken.append(labels[best])
        sides.append(best)
    return tuple(sides)


def _label(x: float, y: float, side: Side) -> _Box:
    across, up = ((a + b) / 2 + _GAP for a, b in zip(_LABEL, _MARK, strict=True))
    moved = {
        Side.RIGHT: (x + across, y),
        Side.LEFT: (x - across, y),
        Side.ABOVE: (x, y + up),
        Side.BELOW: (x, y - up),
    }
    return _Box(*moved[side], *_LABEL)


def _met(place: _Box, names: Iterable[_Box], marks: Iterable[_Box]) -> tuple[int, int]:
    """Return on how many names one would stand; and on marks, or over the edge."""
    others = sum(map(place.meets, marks)) + (not place.is_inside())
    return sum(map(place.meets, names)), others
