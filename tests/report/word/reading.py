"""What is in a Word document that was made."""

from io import BytesIO

import docx

from readiness.report.word.render import render


def parsed(document):
    """Return what a document becomes, parsed back."""
    return docx.Document(BytesIO(render(document)))


def headings(parsed_document):
    """Return style and text of the headings."""
    return [
        (paragraph.style.name, paragraph.text)
        for paragraph in parsed_document.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]


def chapters(parsed_document):
    """Return the texts of the first headings."""
    return [text for style, text in headings(parsed_document) if style == "Heading 1"]


def table(parsed_document, first_cell):
    """Return the first table that begins with this text."""
    return next(
        one for one in parsed_document.tables if one.cell(0, 0).text == first_cell
    )


def cells(row):
    """Return the texts of a row."""
    return [cell.text for cell in row.cells]
