"""The last slide: what the figures can and cannot say."""

from itertools import chain

from readiness.report.slides.base import MARGIN, SMALLEST, WIDTH
from readiness.report.slides.deck import BOTTOM, TOP, Box, Deck, Item, write_items

_HALF = (WIDTH - 3 * MARGIN) / 2
_LEFT = Box(MARGIN, TOP, _HALF, BOTTOM - TOP)
_RIGHT = Box(2 * MARGIN + _HALF, TOP, _HALF, BOTTOM - TOP)
_MESSAGE = "These figures are self-reported: what they can and cannot say"


def add_method(deck: Deck) -> None:
    """Add what holds of every figure, and the limits; the method is in the notes."""
    document = deck.document
    texts = ((part.heading, *part.paragraphs) for part in document.method)
    slide = deck.add((_MESSAGE,), chain.from_iterable(texts))
    pairs = [Item(*pair) for pair in document.statements]
    write_items(slide, _LEFT, pairs, size=SMALLEST, lines=4)
    for section in document.method[-1:]:
        first, *rest = section.paragraphs
        limits = [Item(section.heading, first), *(Item("", said) for said in rest)]
        write_items(slide, _RIGHT, limits, lines=6)
