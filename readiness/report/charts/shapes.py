"""What pictures consist of; all in units of the view box."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from readiness.report.charts.scales import at

SIZE = 14.0  #: of letters
SMALL = 13.0  #: of letters that say more of others
LEADING = 17.0  #: from one base line to the next
_RISE = 0.35  #: of a letter's size: from its middle to its base line


class Anchor(StrEnum):
    """Which part of a line of letters is at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Lines of letters; ``y`` is the base line of the first."""

    lines: tuple[str, ...]
    x: float
    y: float = 0.0
    size: float = SIZE
    role: str = "label"  #: its class name, which has a colour
    anchor: Anchor = Anchor.START
    is_bold: bool = False
    leading: float = LEADING

    @property
    def next(self) -> float:
        """The base line of what stands below."""
        return at(self.y + self.leading * len(self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place."""

    x: float
    y: float


def level_line(y: float, start: float, end: float) -> Line:
    """Return a horizontal line."""
    return Line(x1=start, y1=y, x2=end, y2=y)


def upright(x: float, start: float, end: float) -> Line:
    """Return a vertical line."""
    return Line(x1=x, y1=start, x2=x, y2=end)


def bar(start: float, end: float, middle: float, height: float) -> Box:
    """Return a horizontal bar; also one of no length can be seen."""
    width = max(at(end - start), 1.0)
    return Box(x=start, y=at(middle - height / 2), width=width, height=height)


def stacked(parts: Sequence[Words], middle: float) -> tuple[Words, ...]:
    """Return ``parts`` below each other, together around ``middle``."""
    lines = sum(len(part.lines) for part in parts)
    y = middle - LEADING * (lines - 1) / 2 + _RISE * SIZE
    return below(parts, y)


def below(parts: Sequence[Words], y: float) -> tuple[Words, ...]:
    """Return ``parts`` below each other, the first base line at ``y``."""
    placed = []
    for part in parts:
        placed.append(replace(part, y=at(y)))
        y = placed[-1].next
    return tuple(placed)
