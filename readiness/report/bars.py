"""Range bars and glyphs, in Unicode or ASCII."""

from dataclasses import dataclass

from readiness.report.model import Node


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs a report is drawn with."""

    track: str
    range: str
    point: str
    other: str  #: a second point, that of others


UNICODE = Glyphs(track="·", range="━", point="●", other="○")
ASCII = Glyphs(track=".", range="=", point="O", other="o")


def bar(node: Node, cells: int, glyphs: Glyphs) -> str:
    """Return 0 to 100 drawn on ``cells`` characters: the range, and the score on it."""
    if node.low is None or node.high is None:
        return glyphs.track * cells
    first, last = _cell(node.low, cells), _cell(node.high, cells)
    drawn = [glyphs.track] * cells
    drawn[first : last + 1] = [glyphs.range] * (last - first + 1)
    if node.point is not None:
        drawn[_cell(node.point, cells)] = glyphs.point
    return "".join(drawn)


def dumbbell(point: float, other: float, cells: int, glyphs: Glyphs) -> str:
    """Return 0 to 100 drawn on ``cells`` characters, with two points and their gap."""
    here, there = _cell(point, cells), _cell(other, cells)
    first, last = sorted((here, there))
    drawn = [glyphs.track] * cells
    drawn[first : last + 1] = [glyphs.range] * (last - first + 1)
    drawn[there] = glyphs.other
    drawn[here] = glyphs.point
    return "".join(drawn)


def scale(cells: int) -> str:
    """Return the scale above a bar: 0, 50 and 100 where they are."""
    middle = cells // 2 - 1
    return f"0{'50':>{middle + 1}}{'100':>{cells - middle - 2}}"


def _cell(points: float, cells: int) -> int:
    return min(int(points / 100 * cells), cells - 1)
