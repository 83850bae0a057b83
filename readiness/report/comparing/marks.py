"""The signs that changes are drawn with, in Unicode or ASCII."""

from dataclasses import dataclass

from readiness.report.profile import ATTENTION, GOOD
from readiness.scoring.score import Score
from readiness.uncertainty.verdicts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The signs, and how to say a text with no others."""

    track: str
    between: str
    old: str
    new: str
    up: str
    down: str
    steps: str  #: the heights of a sparkline, the lowest first
    plus_minus: str

    def in_own(self, text: str) -> str:
        """Return our words with these signs."""
        return text.replace("±", self.plus_minus)


UNICODE = Marks(
    track="·",
    between="─",
    old="○",
    new="●",
    up="▲",
    down="▼",
    steps="▁▂▃▄▅▆▇█",
    plus_minus="±",
)
ASCII = Marks(
    track=".",
    between="-",
    old="o",
    new="O",
    up="+",
    down="-",
    steps="_.:-=+*#",
    plus_minus="+/-",
)

_STYLES = {Verdict.IMPROVED: GOOD, Verdict.DECLINED: ATTENTION}


def style_of(verdict: Verdict) -> str:
    """Return the colour of a verdict; that there is none has no colour."""
    return _STYLES.get(verdict, "")


def sign_of(verdict: Verdict, marks: Marks) -> str:
    """Return the sign before a verdict; no sign says that nothing changed."""
    match verdict:
        case Verdict.IMPROVED:
            return marks.up
        case Verdict.DECLINED:
            return marks.down
        case _:
            return " "


def dumbbell(old: Score | None, new: Score | None, cells: int, marks: Marks) -> str:
    """Return 0 to 100 on ``cells`` characters with both scores, as far as known."""
    drawn = [marks.track] * cells
    ends = [_cell(score, cells) for score in (old, new)]
    known = [end for end in ends if end is not None]
    if len(known) == len(ends):
        first, last = sorted(known)
        drawn[first:last] = [marks.between] * (last - first)
    for end, mark in zip(ends, (marks.old, marks.new), strict=True):
        if end is not None:
            drawn[end] = mark
    return "".join(drawn)


def spark(point: float | None, marks: Marks) -> str:
    """Return a score of 0 to 100 as a height; a space if there is none."""
    if point is None:
        return " "
    steps = len(marks.steps)
    return marks.steps[min(int(point / 100 * steps), steps - 1)]


def _cell(score: Score | None, cells: int) -> int | None:
    if score is None or score.point is None or not score.is_enough:
        return None
    return min(int(score.point / 100 * cells), cells - 1)
