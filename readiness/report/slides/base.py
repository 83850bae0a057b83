"""An empty deck: wide, with two layouts, in the colours and fonts of a brand.

python-pptx comes with one template, of 4:3. Its places are set anew here, so that no
binary file has to be kept; a consultant restyles the deck by its master.
"""

from datetime import UTC, datetime
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.opc.package import OpcPackage, XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from readiness.report.documents.model import Document
from readiness.report.slides.text import legal

WIDTH, HEIGHT = 13.333, 7.5  #: inches, 16:9
MARGIN = 0.6  #: inches
TITLE = 24  #: points
SMALLEST = 12  #: points
COVER, PLAIN = 0, 1  #: layouts

_KEPT = ("Title Slide", "Title Only")
_PLACES = {  # by type of placeholder: left, top, width, height in inches
    "title": (MARGIN, 0.35, WIDTH - 2 * MARGIN, 1.1),
    "body": (MARGIN, 1.6, WIDTH - 2 * MARGIN, 5.1),
    "ftr": (MARGIN, 6.85, 11.0, 0.45),
    "sldNum": (WIDTH - MARGIN - 1, 6.85, 1.0, 0.45),
    "ctrTitle": (MARGIN, 2.15, WIDTH - 2 * MARGIN, 1.3),
    "subTitle": (MARGIN, 3.5, WIDTH - 2 * MARGIN, 0.95),
}
_BAND = f"""
<p:sp {nsdecls("p", "a")}>
  <p:nvSpPr>
    <p:cNvPr id="99" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>
  </p:nvSpPr>
  <p:spPr>
    <a:xfrm>
      <a:off x="0" y="0"/><a:ext cx="{Inches(WIDTH)}" cy="{Inches(0.14)}"/>
    </a:xfrm>
    <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
    <a:solidFill><a:schemeClr val="accent1"/></a:solidFill>
  </p:spPr>
</p:sp>
"""
_TIGHT = f'<a:lnSpc {nsdecls("a")}><a:spcPct val="90000"/></a:lnSpc>'
_MOST = 255  # characters of a property
_LEFT, _TEXT, _QUIET = "l", "tx2", "accent3"


def new_deck(document: Document) -> Deck:
    """Return a deck without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _leave_out(deck.part.package, RELATION.THUMBNAIL)
    _leave_out(deck.part.package, RELATION.EXTENDED_PROPERTIES)
    _leave_out(deck.part, RELATION.PRINTER_SETTINGS)
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT:
            deck.slide_layouts.remove(layout)
    for part in (deck.slide_master, *deck.slide_layouts):
        _set_places(part.element)
    _set_master(deck.slide_master.element)
    _set_cover(deck.slide_layouts[COVER].element)
    _set_properties(deck, document)
    return deck


def _leave_out(whole: XmlPart | OpcPackage, what: str) -> None:
    """Leave out what the template has of somebody's machine."""
    whole.drop_rel(whole.relate_to(whole.part_related_by(what), what))


def _set_places(element: Any) -> None:  # noqa: ANN401 - lxml, untyped
    """Put the placeholders of a master or layout where they are on a wide slide."""
    for shape in element.xpath(".//p:sp[.//p:ph]"):
        kind = shape.xpath("string(.//p:ph/@type)")
        if kind == "dt":  # what was made when stands in the words of the deck
            shape.getparent().remove(shape)
            continue
        shape.xpath("./p:spPr")[0].get_or_add_xfrm()
        left, top, width, height = map(Inches, _PLACES[kind])
        shape.x, shape.y, shape.cx, shape.cy = left, top, width, height


def _set_master(element: Any) -> None:  # noqa: ANN401 - lxml, untyped
    """Set the band, and how titles, foot and numbers look."""
    tree = element.xpath("./p:cSld/p:spTree")[0]
    tree.insert(2, parse_xml(_BAND))
    _set_titles(element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr")[0])
    for style in element.xpath(".//p:sp[.//p:ph[@type='ftr']]//a:lvl1pPr"):
        style.set("algn", _LEFT)
    for colour in element.xpath(".//p:sp[.//p:ph]//a:lvl1pPr//a:schemeClr"):
        colour.set("val", _QUIET)
        colour.remove(colour[0])  # a tint: too pale to read
    for fit in element.xpath(".//a:normAutofit"):
        fit.getparent().remove(fit)  # text is cut where it does not fit, never shrunk


def _set_titles(style: Any) -> None:  # noqa: ANN401 - lxml, untyped
    """Set titles to the left, bold, in the first colour of the brand."""
    style.set("algn", _LEFT)
    style.insert(0, parse_xml(_TIGHT))
    look = style.find(qn("a:defRPr"))
    look.set("sz", str(100 * TITLE))
    look.set("b", "1")
    look.find(f".//{qn('a:schemeClr')}").set("val", _TEXT)


def _set_cover(element: Any) -> None:  # noqa: ANN401 - lxml, untyped
    """Set the words of the cover to the left, the title large."""
    for style in element.xpath(".//a:lstStyle/a:lvl1pPr"):
        style.set("algn", _LEFT)
    for title in element.xpath(".//p:sp[.//p:ph[@type='ctrTitle']]//a:lstStyle"):
        title.append(
            parse_xml(f'<a:lvl1pPr {nsdecls("a")}><a:defRPr sz="4000"/></a:lvl1pPr>')
        )


def _set_properties(deck: Deck, document: Document) -> None:
    """Set what file managers show, all of it from the document."""
    made_on = datetime.fromisoformat(document.report.made_on).replace(tzinfo=UTC)
    author = legal(document.brand.consultant or "readiness")[:_MOST]
    core = deck.core_properties
    core.author = core.last_modified_by = author
    core.title = legal(f"{document.title}: {document.subject}")[:_MOST]
    core.subject = legal(document.footer_words)[:_MOST]
    core.comments = core.keywords = core.category = ""
    core.language = "en-US"
    core.revision = 1
    core.created = core.modified = made_on
