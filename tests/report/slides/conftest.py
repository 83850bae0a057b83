from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx import Presentation

from readiness.report.slides.render import render


class Slides:
    """A deck as others read it: by python-pptx, and its parts."""

    def __init__(self, content):
        self.content = content
        self.deck = Presentation(BytesIO(content))
        self.zip = ZipFile(BytesIO(content))

    @property
    def titles(self):
        return [slide.shapes.title.text_frame.text for slide in self.deck.slides]

    def slide(self, start):
        """Return the slide whose title starts so."""
        (found,) = (
            slide
            for slide in self.deck.slides
            if slide.shapes.title.text_frame.text.startswith(start)
        )
        return found

    def text(self, slide):
        return "\n".join(
            shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
        )

    def notes(self):
        return "\n".join(
            slide.notes_slide.notes_text_frame.text for slide in self.deck.slides
        )

    def charts(self):
        return [
            shape.chart
            for slide in self.deck.slides
            for shape in slide.shapes
            if shape.has_chart
        ]

    def table(self, start):
        (found,) = (
            shape.table for shape in self.slide(start).shapes if shape.has_table
        )
        return [[cell.text_frame.text for cell in row.cells] for row in found.rows]


@pytest.fixture(scope="session")
def slides():
    """Render a document and read it back."""
    made = {}

    def read(document):
        if id(document) not in made:
            made[id(document)] = document, Slides(render(document))
        return made[id(document)][1]

    return read
