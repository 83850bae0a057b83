"""The documents that every property of a PDF is checked on, each rendered once."""

from collections.abc import Callable
from functools import cache

from readiness.branding.model import Brand, Logo, LogoType, Palette
from readiness.report.documents.model import Document
from readiness.report.pdf.render import render
from readiness.report.typesetting.pictures import png
from tests.documents import demo_document, hostile_document, small_document

SIGN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">'
    '<rect width="300" height="100" fill="#005a82"/>'
    '<text x="20" y="60" font-size="40" fill="#ffffff">ACME</text></svg>'
)


def a_logo(kind=LogoType.SVG, content=None):
    drawn = SIGN.encode() if kind is LogoType.SVG else png(SIGN, width=300)
    return Logo(type=kind, content=content or drawn, width=300, height=100, alt="ACME")


def a_brand(logo=None):
    return Brand(
        client="ACME Freight",
        consultant="Bright Lantern",
        footer="Confidential",
        logo=logo or a_logo(),
        palette=Palette(primary="#5b2a86", accent="#9a3412"),
    )


@cache
def paper(name):
    """Return a PDF by the name of its document."""
    return render(DOCUMENTS[name]())


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "demo": demo_document,
    "small": small_document,
    "hostile": hostile_document,
    "branded": lambda: demo_document(brand=a_brand()),
    "branded with PNG": lambda: demo_document(brand=a_brand(a_logo(LogoType.PNG))),
}
