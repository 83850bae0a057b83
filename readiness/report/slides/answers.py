"""What carries the scores, and what holds them back."""

from collections.abc import Sequence

from readiness.report.model import AnswerLine, Report
from readiness.report.slides.base import MARGIN, WIDTH
from readiness.report.slides.deck import BOTTOM, TOP, Box, Deck, Item, write_items

_HALF = (WIDTH - 3 * MARGIN) / 2
_LINES = 2
_MOST = {"Strengths": "Carries most", "Gaps": "Lacks most"}
_Side = tuple[str, tuple[AnswerLine, ...]]
_HEADING = 18  # points


def add_answers(deck: Deck) -> None:
    """Add the strongest and the weakest answers, side by side."""
    report = deck.document.report
    sides = (("Strengths", report.strengths), ("Gaps", report.gaps))
    told = [(label, lines) for label, lines in sides if lines]
    notes = [f"{label}: {_item(a).said}" for label, lines in told for a in lines]
    slide = deck.add(_message(report, told), notes)
    for at, (label, lines) in enumerate(told):
        left = MARGIN + at * (_HALF + MARGIN)
        heading = Box(left, TOP, _HALF, 0.55)
        write_items(slide, heading, [Item(label, "")], size=_HEADING)
        place = Box(left, TOP + 0.5, _HALF, BOTTOM - TOP - 0.5)
        write_items(slide, place, list(map(_item, lines)), lines=_LINES)


def _message(report: Report, told: Sequence[_Side]) -> str:
    if report.completeness.rated == 1:  # one is neither the most nor the least
        ((_, (line, *_)), *_) = told
        return f"Only one answer is known: {line.capability}"
    return ". ".join(f"{_MOST[label]}: {line.capability}" for label, (line, *_) in told)


def _item(line: AnswerLine) -> Item:
    return Item(line.capability, f"{line.facet}: {line.answer}")
