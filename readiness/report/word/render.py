"""A document as a Word file (DOCX), from the shipped template or somebody's own."""

from lxml.etree import LxmlError

from readiness.errors import BadDataError
from readiness.report.documents.model import Document
from readiness.report.word.package import check_package, repack
from readiness.report.word.pictures import pictures_of
from readiness.report.word.template import Template
from readiness.report.word.theme import branded
from readiness.resources import templates_folder

SHIPPED = "report.docx"


def render(document: Document) -> bytes:
    """Return ``document`` as a Word file, the same bytes for the same document."""
    return _filled(document, (templates_folder() / SHIPPED).read_bytes(), SHIPPED)


def render_template(document: Document, content: bytes, name: str = SHIPPED) -> bytes:
    """Return ``document`` as the Word template in ``content`` lays it out.

    A template is a program: its tags are sandboxed, but nothing here limits how long
    they run or how much they make, so it has its own process. ``name`` is what errors
    call the template.

    Raises `readiness.errors.BadDataError` if it is no Word document, its tags make
    none, or what they make is not safe to open.
    """
    check_package(content, name)
    try:
        return _filled(document, content, name)
    except LxmlError as error:  # a damaged part, or one that is too much for it
        raise BadDataError(
            f"{name} is no Word document (.docx).", facts=(str(error),)
        ) from error


def _filled(document: Document, content: bytes, name: str) -> bytes:
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
