"""The first sheet: whose workbook it is, what holds of its figures, what is in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from readiness.report.documents.model import Document
from readiness.report.sheets.heights import height_of
from readiness.report.sheets.logo import put_logo
from readiness.report.sheets.paper import fit_paper
from readiness.report.sheets.text import cell_text
from readiness.report.sheets.writing import Writer

NAME = "About"
_WIDTHS = (24, 104)
_Pair = tuple[str, str]  # label, words


@dataclass(slots=True)
class _Page:
    """The sheet and the next row to write."""

    sheet: Worksheet
    writer: Writer
    row: int

    def write(self, heading: str, pairs: Iterable[_Pair]) -> None:
        """Write pairs under a heading, and a blank row; nothing if there is none."""
        styles = self.writer.styles
        rows = list(pairs)
        if not rows:
            return
        if heading:
            self.sheet.write_string(self.row, 0, heading, styles.heading)
            self.row += 1
        for label, words in rows:
            self.pair(label, words, styles.demo if label == "Demo" else styles.said)
        self.row += 1

    def pair(self, label: str, words: str, look: Format) -> None:
        """Write a label and its words."""
        sized = ((label, _WIDTHS[0]), (words, _WIDTHS[1]))
        self.sheet.set_row(self.row, height_of(sized))
        self.sheet.write_string(self.row, 0, cell_text(label), self.writer.styles.label)
        self.sheet.write_string(self.row, 1, cell_text(words), look)
        self.row += 1

    def links(self, others: Iterable[_Pair]) -> None:
        """Write what the other sheets hold, each name a link to its sheet."""
        styles = self.writer.styles
        self.sheet.write_string(self.row, 0, "In this workbook", styles.heading)
        for row, (name, holds) in enumerate(others, start=self.row + 1):
            self.sheet.write_url(row, 0, f"internal:'{name}'!A1", styles.link, name)
            self.sheet.write_string(row, 1, holds, styles.said)
            self.row = row
        self.row += 2


def write_about(writer: Writer, others: Iterable[_Pair]) -> None:
    """Write the sheet; ``others`` are the names of the rest and what they hold."""
    document = writer.document
    sheet = writer.new_sheet(NAME, f"{document.title}: {document.subject}")
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    fit_paper(sheet, _WIDTHS)
    if document.brand.logo:
        put_logo(sheet, 2, document.brand.logo)
    page = _Page(sheet, writer, row=3)
    page.write("", _whose(document))
    page.write("Please read first", document.statements)
    page.write("In short", document.report.headline)
    page.links(others)
    page.write("People", _people(document))
    page.write("Levels", _levels(document))
    for section in document.method:
        page.write(section.heading, (("", text) for text in section.paragraphs))


def _whose(document: Document) -> Iterator[_Pair]:
    brand = document.brand
    pairs = (
        ("Client", brand.client),
        ("Prepared by", brand.consultant),
        ("Note", brand.footer),
    )
    yield from (pair for pair in pairs if pair[1])


def _people(document: Document) -> Iterator[_Pair]:
    panel = document.report.panel
    for fact in panel.facts if panel else ():
        yield from ((fact.label, line) for line in fact.lines)
    yield from (("Who answered", one.words) for one in document.report.who)


def _levels(document: Document) -> Iterator[_Pair]:
    yield from ((f"Level {n}", name) for n, name in enumerate(document.levels))
