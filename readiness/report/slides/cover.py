"""The first slide: whose report it is, and what holds of its figures."""

from io import BytesIO

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide
from pptx.util import Inches

from readiness.branding.model import Logo, LogoType
from readiness.report.slides.base import COVER, MARGIN, WIDTH
from readiness.report.slides.deck import (
    POINTS,
    Box,
    Deck,
    Item,
    add_run,
    describe,
    title_of,
    write_items,
    write_notes,
    write_title,
)
from readiness.report.slides.text import fit
from readiness.report.slides.words import lead_words, range_words, scope_words

_WORDS = Box(MARGIN, 4.5, WIDTH - 2 * MARGIN, 2.25)
_WANTED = frozenset({"Source", "Coverage", "Made on"})  # the rest is on the last
_LOGO = Box(MARGIN, 0.55, 3.6, 1.2)
_SHARP = 2 * POINTS  # pixels in an inch of a drawn logo
_PLAIN = "Readiness report"
_TITLE, _SUBJECT, _BELOW = 40, 20, 16  # points
_QUIET = MSO_THEME_COLOR.ACCENT_3


def add_cover(deck: Deck) -> None:
    """Add the cover, with the logo if there is one."""
    document = deck.document
    layout = deck.presentation.slide_layouts[COVER]
    slide = deck.presentation.slides.add_slide(layout)
    write_title(slide, title_of((document.title, _PLAIN), size=_TITLE, lines=1))
    _write_subject(slide, deck)
    if document.brand.logo:
        _put_logo(slide, document.brand.logo)
    said = [Item(document.demo_words, "")] if document.demo_words else []
    score = f"{lead_words(document)} {range_words(document.lead)}".rstrip()
    scored = filter(None, (score, scope_words(document)))
    said.append(Item("; ".join(scored), ""))
    said += [Item("", f"{a}: {b}") for a, b in document.statements if a in _WANTED]
    write_items(slide, _WORDS, said, lines=2)
    whole = (": ".join(pair) for pair in document.statements)
    write_notes(slide, (document.title, *_whose(deck), *whole))


def _write_subject(slide: Slide, deck: Deck) -> None:
    frame = slide.placeholders[1].text_frame
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for at, words in enumerate(_whose(deck)):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        shown = fit(words, width=_WORDS.room, size=_SUBJECT)
        run = add_run(paragraph, shown, _BELOW if at else _SUBJECT)
        run.font.bold = at == 0
        run.font.color.theme_color = _QUIET if at else MSO_THEME_COLOR.ACCENT_2


def _whose(deck: Deck) -> tuple[str, ...]:
    brand = deck.document.brand
    pairs = (("For", brand.client), ("prepared by", brand.consultant))
    named = ", ".join(f"{label} {name}" for label, name in pairs if name)
    named = named[:1].upper() + named[1:]
    return tuple(filter(None, (deck.document.subject, named)))


def _put_logo(slide: Slide, logo: Logo) -> None:
    scale = min(_LOGO.width / logo.width, _LOGO.height / logo.height)
    picture = slide.shapes.add_picture(
        BytesIO(_picture(logo)),
        Inches(_LOGO.left),
        Inches(_LOGO.top),
        Inches(scale * logo.width),
        Inches(scale * logo.height),
    )
    describe(picture, "Logo", logo.alt)


def _picture(logo: Logo) -> bytes:
    """Return the bytes of a format that slides take."""
    if logo.type is not LogoType.SVG:
        return logo.content
    from readiness.report.typesetting.pictures import (  # noqa: PLC0415 - Typst, for this only
        png,
    )

    return png(logo.content.decode(), width=_SHARP * _LOGO.width)
