"""What carries the scores, and what holds them back."""

from readiness.report.model import AnswerLine
from readiness.report.slides.base import MARGIN, WIDTH
from readiness.report.slides.deck import BOTTOM, TOP, Box, Deck, Item, write_items

_HALF = (WIDTH - 3 * MARGIN) / 2
_LINES = 2
_HEADING = 18  # points


def add_answers(deck: Deck) -> None:
    """Add the strongest and the weakest answers, side by side."""
    report = deck.document.report
    sides = (("Strengths", report.strengths), ("Gaps", report.gaps))
    told = [(label, lines) for label, lines in sides if lines]
    notes = [f"{label}: {_item(a).said}" for label, lines in told for a in lines]
    slide = deck.add(". ".join(_message(*side) for side in told), notes)
    for at, (label, lines) in enumerate(told):
        left = MARGIN + at * (_HALF + MARGIN)
        heading = Box(left, TOP, _HALF, 0.55)
        write_items(slide, heading, [Item(label, "")], size=_HEADING)
        place = Box(left, TOP + 0.5, _HALF, BOTTOM - TOP - 0.5)
        write_items(slide, place, list(map(_item, lines)), lines=_LINES)


def _message(label: str, lines: tuple[AnswerLine, ...]) -> str:
    verb = "Carries most" if label == "Strengths" else "Lacks most"
    return f"{verb}: {lines[0].capability}"


def _item(line: AnswerLine) -> Item:
    return Item(line.capability, f"{line.facet}: {line.answer}")
