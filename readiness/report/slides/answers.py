"""What carries the scores, and what holds them back."""

from collections.abc import Iterator, Sequence

from readiness.report.model import AnswerLine, Report
from readiness.report.slides.base import MARGIN, SMALLEST, WIDTH
from readiness.report.slides.deck import (
    BOTTOM,
    SIZE,
    TOP,
    Box,
    Deck,
    Item,
    size_for,
    that_fit,
    write_items,
)

_HALF = (WIDTH - 3 * MARGIN) / 2
_LEFTS = (MARGIN, 2 * MARGIN + _HALF)
_LINES = 2
_HEAD = 0.5  # inches
_MOST = {"Strengths": "Carries most", "Gaps": "Lacks most"}
_FIRST = {"Strengths": "carry", "Gaps": "lack"}
_MESSAGE = {"Strengths": "what carries the scores most", "Gaps": "what lacks most"}
_HEADING = 18  # points
_Side = tuple[str, tuple[AnswerLine, ...]]


def add_answers(deck: Deck) -> None:
    """Add the strongest and the weakest answers, side by side.

    Where there is one kind only, it has both columns, beside why there is no other.
    """
    report = deck.document.report
    sides = (("Strengths", report.strengths), ("Gaps", report.gaps))
    told = [(label, lines) for label, lines in sides if lines]
    notes = [f"{label}: {_item(a).said}" for label, lines in told for a in lines]
    slide = deck.add(tuple(_messages(report, told)), notes)
    columns = [_column(left) for left in _LEFTS]
    shares = [columns] if len(told) == 1 else [[column] for column in columns]
    for (label, lines), places in zip(told, shares, strict=True):
        items = list(map(_item, lines))
        parts = list(_parts(items, places))
        heading = _heading(label, sum(map(len, parts)), len(items))
        write_items(slide, _above(places[0]), [Item(heading, "")], size=_HEADING)
        for place, part in zip(places, parts, strict=True):
            if part:
                size = size_for(place, part, lines=_LINES)
                write_items(slide, place, part, size=max(size, SIZE), lines=_LINES)
    if none := deck.document.strengths_words or deck.document.gaps_words:
        write_items(slide, _above(columns[1]), [Item("", none)], size=SMALLEST)


def _column(left: float) -> Box:
    return Box(left, TOP + _HEAD, _HALF, BOTTOM - TOP - _HEAD)


def _above(column: Box) -> Box:
    return Box(column.left, TOP, column.width, _HEAD + 0.05)


def _parts(items: Sequence[Item], places: Sequence[Box]) -> Iterator[Sequence[Item]]:
    """Yield what goes into each place."""
    for place in places:
        shown = that_fit(place, items, lines=_LINES)
        yield items[: len(shown)]
        items = items[len(shown) :]


def _heading(label: str, shown: int, of: int) -> str:
    """Return the label, and which of them these are if not all."""
    if shown == of:
        return label
    return f"{label}: the {shown} of {of} that {_FIRST[label]} most"


def _messages(report: Report, told: Sequence[_Side]) -> Iterator[str]:
    if report.completeness.rated == 1:  # one is neither the most nor the least
        ((_, (line, *_)), *_) = told
        yield f"Only one answer is known: {line.capability}"
        yield "Only one answer is known"
        return
    yield ". ".join(f"{_MOST[label]}: {line.capability}" for label, (line, *_) in told)
    yield ", and ".join(_MESSAGE[label] for label, _ in told)


def _item(line: AnswerLine) -> Item:
    return Item(line.capability, f"{line.facet}: {line.answer}")
