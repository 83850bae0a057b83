"""A document as slides, nine at most: the same bytes for the same document."""

from readiness.report.documents.model import Document
from readiness.report.slides.answers import add_answers
from readiness.report.slides.base import new_deck
from readiness.report.slides.cover import add_cover
from readiness.report.slides.deck import Deck
from readiness.report.slides.findings import add_findings
from readiness.report.slides.method import add_method
from readiness.report.slides.packing import packed
from readiness.report.slides.plan import (
    add_effort,
    add_inquiries,
    add_plan,
    add_settled,
)
from readiness.report.slides.quarters import add_changes, add_history
from readiness.report.slides.standing import add_standing

_FEW = 2  # quarters: what changed between them has a slide of its own


def render(document: Document) -> bytes:
    """Return the deck: one message on each slide, all of its words in the notes."""
    deck = Deck(presentation=new_deck(document), document=document)
    add_cover(deck)
    add_standing(deck)
    _add_quarters(deck)
    if document.report.strengths or document.report.gaps:
        add_answers(deck)
    if document.report.findings:
        add_findings(deck)
    _add_next(deck)
    add_method(deck)
    deck.finish()
    return packed(deck.presentation, document.brand)


def _add_quarters(deck: Deck) -> None:
    changes, past = deck.document.changes, deck.document.past
    if changes and changes.lines:
        add_changes(deck, changes)
    if past and past.lines and (len(past.periods) > _FEW or not changes):
        add_history(deck, past)


def _add_next(deck: Deck) -> None:
    if deck.document.report.steps:
        add_plan(deck)
        add_effort(deck)
    elif deck.document.report.aside:
        add_settled(deck)
    if deck.document.report.inquiries and deck.room:
        add_inquiries(deck)
