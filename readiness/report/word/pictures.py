"""The pictures of a document, as a template for Word shows them."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image

from readiness.branding.model import Logo, LogoType
from readiness.report.charts.draw import draw
from readiness.report.charts.model import Chart, Table
from readiness.report.documents.model import Document
from readiness.report.typesetting.pictures import png

EMU = 360_000  #: Word's unit: so many to a centimetre
CHART_HEIGHT = 15 * EMU  #: at most: what does not fit leaves half a page empty
LOGO_WIDTH = 6 * EMU  #: at most
LOGO_HEIGHT = 2.5 * EMU  #: at most
_PIXELS = 75  #: to a centimetre, some 190 to an inch
_UNREADABLE = (
    KeyError,  # of a JPEG without the marks it expects
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)


class Page(Protocol):
    """Where pictures are put."""

    @property
    def text_width(self) -> int:
        """The width between the margins, in EMU."""

    def drawing(self, content: bytes, alt: str, size: tuple[int, int]) -> str:
        """Return the XML that shows a picture, its size in EMU."""


class Picture:
    """What a template shows with ``{{ picture }}``.

    All it consists of has names with an underscore, which the sandbox keeps from
    templates: through the page they could reach files.
    """

    __slots__ = ("_alt", "_content", "_page", "_size")

    def __init__(
        self,
        page: Page,
        content: Callable[[float], bytes],
        alt: str,
        size: tuple[float, float],
    ) -> None:
        """Take the content as a function of its width in pixels, the size in EMU."""
        self._page = page
        self._content = content
        self._alt = alt
        self._size = size

    def wide(self, centimetres: float) -> "Picture":
        """Return the same picture in another width."""
        width, height = self._size
        scale = centimetres * EMU / width
        size = (width * scale, height * scale)
        return Picture(self._page, self._content, self._alt, size)

    def __html__(self) -> str:
        width, height = self._size
        content = self._content(width / EMU * _PIXELS)
        return self._page.drawing(content, self._alt, (round(width), round(height)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChart:
    """A chart as templates know it."""

    kind: str
    title: str
    description: str
    picture: Picture
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """All pictures of a document."""

    charts: tuple[ShownChart, ...]
    logo: Picture | None


def pictures_of(document: Document, page: Page) -> Pictures:
    """Return the pictures; none is drawn in pixels before a template shows it."""
    logo = document.brand.logo
    return Pictures(
        charts=tuple(_shown(chart, page) for chart in draw(document)),
        logo=_shown_logo(logo, page) if logo else None,
    )


def _shown(chart: Chart, page: Page) -> ShownChart:
    size = _fitting(chart.width, chart.height, (page.text_width, CHART_HEIGHT))
    return ShownChart(
        kind=chart.kind.value,
        title=chart.title,
        description=chart.description,
        picture=Picture(page, partial(_pixels, chart.svg), chart.description, size),
        table=chart.table,
    )


def _shown_logo(logo: Logo, page: Page) -> Picture:
    size = _fitting(logo.width, logo.height, (LOGO_WIDTH, LOGO_HEIGHT))
    if logo.type is LogoType.SVG:
        content = partial(_pixels, logo.content.decode())
    elif _is_readable(logo.content):
        content = partial(_as_it_is, logo.content)
    else:
        content = partial(_pixels, _framed(logo))
    return Picture(page, content, logo.alt, size)


def _is_readable(content: bytes) -> bool:
    """Return whether python-docx knows such a picture: not every JPEG has its head."""
    try:
        Image.from_blob(content)
    except _UNREADABLE:
        return False
    return True


def _framed(logo: Logo) -> str:
    """Return an SVG that shows a logo of pixels."""
    size = f'width="{logo.width}" height="{logo.height}"'
    data = f"data:{logo.type.value};base64,{b64encode(logo.content).decode()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<image {size} href="{data}"/></svg>'
    )


def _fitting(
    width: float, height: float, most: tuple[float, float]
) -> tuple[float, float]:
    """Return the size of that proportion that fills ``most``."""
    scale = min(most[0] / width, most[1] / height)
    return width * scale, height * scale


def _pixels(svg: str, width: float) -> bytes:
    return png(svg, width=round(width))


def _as_it_is(content: bytes, width: float) -> bytes:
    del width  # a picture of pixels has its own
    return content
