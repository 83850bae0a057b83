"""A document as an Excel workbook: the same bytes for the same document."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from readiness.report.documents.model import Document
from readiness.report.sheets.about import write_about
from readiness.report.sheets.answers import answers
from readiness.report.sheets.findings import findings
from readiness.report.sheets.gallery import HOLDS, NAME, write_charts
from readiness.report.sheets.grid import Grid
from readiness.report.sheets.pictures import figures
from readiness.report.sheets.plan import inquiries, plan
from readiness.report.sheets.quarters import changes, history
from readiness.report.sheets.scores import scores
from readiness.report.sheets.styles import Styles
from readiness.report.sheets.text import FOOTER, shortened
from readiness.report.sheets.writing import Writer

# Text stays text: nothing that a person or a pack wrote is run, opened or counted.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def render(document: Document) -> bytes:
    """Return the workbook: a page to read first, charts, and a table on each sheet."""
    out = BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties(_properties(document))
        writer = Writer(
            book=book, styles=Styles(book, document.brand), document=document
        )
        grids = tuple(_grids(document))
        held = [(grid.name, grid.holds) for grid in grids]
        write_about(writer, [(NAME, HOLDS), *held])
        write_charts(writer, tuple(figures(document)))
        for grid in grids:
            writer.write_grid(grid)
    return out.getvalue()


def _grids(document: Document) -> Iterator[Grid]:
    yield scores(document)
    yield answers(document)
    yield plan(document)
    if document.report.inquiries:
        yield inquiries(document)
    yield findings(document)
    if document.changes:
        yield from changes(document.changes)
    if document.past:
        yield history(document.past)


def _properties(document: Document) -> dict[str, object]:
    made_on = datetime.fromisoformat(document.report.made_on)
    texts = {
        "title": document.title,
        "subject": document.subject,
        "author": document.brand.consultant or "readiness",
        "company": document.brand.client,
        "comments": document.footer_words,
    }
    fixed = {name: shortened(text, FOOTER) for name, text in texts.items()}
    return {**fixed, "created": made_on.replace(tzinfo=UTC)}
