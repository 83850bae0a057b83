"""Axes of points, 0 to 100, and keys: what several pictures have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readiness.report.charts.canvas import WIDTH
from readiness.report.charts.lettering import wrap
from readiness.report.charts.scales import Scale, at
from readiness.report.charts.shapes import LEADING, SMALL, Anchor, Words

TICKS = (0, 25, 50, 75, 100)  #: the points of the levels 0 to 4
_SIGN = 40.0  #: units from a sign to what it means


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """An entry of a key: a sign at ``x`` and around ``y``, and what it means."""

    sign: str
    x: float
    y: float
    words: Words


def ticks_above(plot: Scale, y: float) -> tuple[Words, ...]:
    """Return the points above a plot that goes to the right."""
    return tuple(tick(str(points), plot.at(points), y) for points in TICKS)


def tick(words: str, x: float, y: float, anchor: Anchor = Anchor.MIDDLE) -> Words:
    """Return what an axis says at one place."""
    return Words(lines=(words,), x=x, y=y, size=SMALL, role="muted", anchor=anchor)


def keys(
    meanings: Sequence[tuple[str, str]], x: float, y: float, width: float = WIDTH
) -> Iterator[Key]:
    """Yield the entries of (sign, meaning) below each other, the first around ``y``.

    ``width`` is that of the picture.
    """
    for sign, meaning in meanings:
        lines = wrap(meaning, width - x - _SIGN, SMALL, 3)
        words = Words(lines=lines, x=at(x + _SIGN), y=at(y + 4.5), size=SMALL)
        yield Key(sign=sign, x=x, y=y, words=words)
        y = at(y + LEADING * len(lines) + 4)
