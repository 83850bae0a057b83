"""Put things on slides: titles, texts, alternative texts, notes, feet."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph, _Run
from pptx.util import Inches, Length, Pt

from readiness.report.documents.model import Document
from readiness.report.slides.base import MARGIN, PLAIN, SMALLEST, TITLE, WIDTH
from readiness.report.slides.text import MORE, fit, legal, lines_of

POINTS = 72  #: in an inch
SIZE = 14  #: points, of running text
MOST_SLIDES = 9  #: in a deck
TOP, BOTTOM = 1.6, 6.75  #: inches, of what stands below the title
_SIZES = (18, 16, SIZE)
_SPACING = 1.2  # of lines
BOLD = 1.06  #: how much wider bold letters are
_LABEL_LINES = 2
_APART = 7  # points between two items
INSET = 0.1  #: inches, left and right in a box
_TITLE_LINES = 2  # a third would touch what stands below
_FOOT = ("ftr", "sldNum")
_FOOT_LINES = 2
_QUIET = MSO_THEME_COLOR.ACCENT_3


class Box(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def room(self) -> float:
        """The width that text has, in points."""
        return POINTS * (self.width - 2 * INSET)

    def on_slide(self) -> tuple[Length, Length, Length, Length]:
        """Return the place as python-pptx takes it."""
        return (
            Inches(self.left),
            Inches(self.top),
            Inches(self.width),
            Inches(self.height),
        )


WHOLE = Box(MARGIN, TOP, WIDTH - 2 * MARGIN, BOTTOM - TOP)
LEFT = Box(MARGIN, TOP, 7.3, BOTTOM - TOP)  #: for a chart
RIGHT = Box(8.1, TOP, WIDTH - MARGIN - 8.1, BOTTOM - TOP)  #: for words beside it


class Item(NamedTuple):
    """A heading and what it is about; either may be empty."""

    label: str
    text: str

    @property
    def said(self) -> str:
        """Both in one line, whole, as notes have it."""
        return ": ".join(filter(None, self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The slides so far, and the document that they show."""

    presentation: Presentation
    document: Document

    @property
    def room(self) -> int:
        """How many slides may be added before the last, which is always there."""
        return MOST_SLIDES - 1 - len(self.presentation.slides)

    def add(self, messages: Sequence[str], notes: Iterable[str]) -> Slide:
        """Return a new slide, its title the first of ``messages`` that fits.

        A title is never cut: the last message has nothing in it that people or packs
        wrote, and always fits. The first is whole in the notes.
        """
        layout = self.presentation.slide_layouts[PLAIN]
        slide: Slide = self.presentation.slides.add_slide(layout)
        write_title(slide, title_of(messages, size=TITLE, lines=_TITLE_LINES))
        write_notes(slide, (_begun(messages[0]), *notes))
        return slide

    def finish(self) -> None:
        """Put the foot on every slide, last in the order of reading."""
        for slide in self.presentation.slides:
            for place in slide.slide_layout.placeholders:
                kind = place.element.xpath("string(.//p:ph/@type)")
                if kind in _FOOT:
                    element = deepcopy(place.element)
                    slide.shapes.element.append(element)
                    number = len(slide.shapes.element)
                    element.xpath(".//p:cNvPr")[0].set("id", str(100 + number))
            self._write_foot(slide)

    def _write_foot(self, slide: Slide) -> None:
        for place in slide.placeholders:
            if place.element.xpath(".//p:ph[@type='ftr']"):
                room = place.width.pt - 2 * INSET * POINTS
                told = tuple(filter(None, (self.document.footer_words, self._whose())))
                lines = _FOOT_LINES // len(told)
                paragraphs = _paragraphs(place.text_frame)
                for words in told:
                    shown = fit(words, width=room, size=SMALLEST, lines=lines)
                    add_run(next(paragraphs), shown)

    def _whose(self) -> str:
        brand = self.document.brand
        return ", ".join(filter(None, (brand.client, brand.footer)))


def title_of(messages: Sequence[str], *, size: float, lines: int) -> str:
    """Return the first of ``messages`` that fits so many lines, or the last."""
    *longer, last = (_begun(message) for message in messages)
    return next((said for said in longer if _fits(said, size, lines)), last)


def write_title(slide: Slide, title: str) -> None:
    """Write the title of a slide."""
    place = slide.shapes.title
    assert place is not None  # noqa: S101 - both layouts have one
    add_run(place.text_frame.paragraphs[0], title)


def write_notes(slide: Slide, sentences: Iterable[str]) -> None:
    """Write the notes of a slide, a paragraph for each sentence."""
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None  # noqa: S101 - the master of notes has one
    frame.text = "\n".join(legal(said) for said in sentences if said)


def write_items(
    slide: Slide, box: Box, items: Sequence[Item], *, size: int = SIZE, lines: int = 3
) -> None:
    """Write as many items as fit, each with so many lines, and how many are left."""
    shown = that_fit(box, items, size=size, lines=lines)
    shape = slide.shapes.add_textbox(*box.on_slide())
    shape.name = "Text"
    shape.text_frame.word_wrap = True
    paragraphs = _paragraphs(shape.text_frame)
    for item in shown:
        if item.label:
            label = add_run(next(paragraphs), item.label, size)
            label.font.bold = True
            label.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
        if item.text:
            add_run(next(paragraphs), item.text, size)
        shape.text_frame.paragraphs[-1].space_after = Pt(_APART)
    if left := len(items) - len(shown):
        more = add_run(next(paragraphs), MORE.format(left=left), size)
        more.font.color.theme_color = _QUIET


def size_for(box: Box, items: Sequence[Item], *, lines: int) -> int:
    """Return the largest size at which all of ``items`` is shown, or the smallest."""
    whole = [Item(*(" ".join(legal(part).split()) for part in item)) for item in items]
    return next(
        (
            size
            for size in _SIZES
            if that_fit(box, items, size=size, lines=lines) == whole
        ),
        SMALLEST,
    )


def describe(shape: BaseShape, name: str, alt: str) -> None:
    """Name a shape, and give it the text that is read out in place of it."""
    shape.name = name
    shape.element.xpath(".//p:cNvPr")[0].set("descr", legal(alt))


def add_run(paragraph: _Paragraph, text: str, size: int | None = None) -> _Run:
    """Add text to a paragraph; without ``size`` it has that of its place."""
    run = paragraph.add_run()
    run.text = legal(text)
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_US
    if size is not None:
        run.font.size = Pt(size)
    return run


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _fits(title: str, size: float, lines: int) -> bool:
    shown = fit(title, width=WHOLE.room, size=size * BOLD, lines=lines)
    return shown == " ".join(legal(title).split())


def _paragraphs(frame: TextFrame) -> Iterator[_Paragraph]:
    yield frame.paragraphs[0]
    while True:
        yield frame.add_paragraph()


def that_fit(
    box: Box, items: Sequence[Item], *, size: int = SIZE, lines: int = 3
) -> Sequence[Item]:
    """Return the items that fit, cut to their lines, with room to say what is left."""
    left = POINTS * (box.height - INSET)
    shown: list[Item] = []
    for at, item in enumerate(items):
        label = fit(item.label, width=box.room, size=size * BOLD, lines=_LABEL_LINES)
        text = fit(item.text, width=box.room, size=size, lines=lines)
        used = lines_of(label, width=box.room, size=size * BOLD) if label else 0
        used += lines_of(text, width=box.room, size=size) if text else 0
        left -= used * size * _SPACING
        is_last = at + 1 == len(items)
        if left < (0 if is_last else _APART + size * _SPACING):
            break
        left -= _APART
        shown.append(Item(label, text))
    return shown
