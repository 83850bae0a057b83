"""A document as a Word file (DOCX), from the shipped template or somebody's own."""

from pathlib import Path

from readiness.report.documents.model import Document
from readiness.report.word.package import check_package, repack
from readiness.report.word.pictures import pictures_of
from readiness.report.word.template import Template
from readiness.report.word.theme import branded
from readiness.resources import templates_folder

SHIPPED = "report.docx"


def render(document: Document, template: Path | None = None) -> bytes:
    """Return ``document`` as a Word file, the same bytes for the same document.

    Raises `readiness.errors.BadDataError` if ``template`` is no Word document or its
    tags make none.
    """
    path = template or templates_folder() / SHIPPED
    return render_template(document, path.read_bytes(), path.name)


def render_template(document: Document, content: bytes, name: str = SHIPPED) -> bytes:
    """Return ``document`` as the Word template in ``content`` lays it out.

    A template is a program: its tags are sandboxed, but nothing here limits how long
    they run or how much they make. ``name`` is what errors call the template; they are
    as for `render`.
    """
    check_package(content, name)
    template = Template(content, name)
    pictures = pictures_of(document, template)
    template.fill(
        {
            "document": document,
            "report": document.report,
            "brand": document.brand,
            "charts": pictures.charts,
            "logo": pictures.logo,
        }
    )
    template.describe(document)
    return repack(
        template.saved(), lambda part, xml: branded(part, xml, document.brand)
    )
