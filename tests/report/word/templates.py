"""Builders of Word templates, and of what they make."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx

from readiness.report.word.render import render_template
from readiness.resources import templates_folder

SHIPPED = templates_folder() / "report.docx"


def a_template(*paragraphs, header="", footer=""):
    """Build a template of paragraphs; "# Text" is a heading, a tuple a table's row."""
    made = docx.Document()
    for text in paragraphs:
        match text:
            case tuple():
                _add_row(made, text)
            case _ if text.startswith("# "):
                made.add_heading(text.removeprefix("# "))
            case _:
                made.add_paragraph(text)
    made.sections[0].header.paragraphs[0].text = header
    made.sections[0].footer.paragraphs[0].text = footer
    return saved(made)


def saved(made):
    """Return a document of python-docx as bytes."""
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def filled(document, content):
    """Fill a template in, and parse what it makes."""
    return docx.Document(BytesIO(render_template(document, content)))


def with_parts(content, added=(), **changes):
    """Return a package with other bytes in parts: their names, "/" and "." as "_".

    ``added`` are further parts, as pairs of name and text.
    """
    packed = BytesIO()
    with (
        ZipFile(BytesIO(content)) as old,
        ZipFile(packed, "w", ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            key = name.replace("/", "_").replace(".", "_")
            change = changes.get(key, lambda part: part)
            new.writestr(name, change(old.read(name)))
        for name, text in added:
            new.writestr(name, text)
    return packed.getvalue()


def part(content, name):
    """Return a part of a package as text."""
    with ZipFile(BytesIO(content)) as package:
        return package.read(name).decode()


def _ends_with_table(made):
    last = made.element.body[-2:-1]  # before the measures of the page
    return bool(last) and last[0].tag.endswith("}tbl")


def _add_row(made, cells):
    """Add a row to the table at the end, or begin a table."""
    is_new = not _ends_with_table(made)
    table = made.add_table(0, len(cells)) if is_new else made.tables[-1]
    row = table.add_row()
    for cell, text in zip(row.cells, cells, strict=False):
        cell.text = text
