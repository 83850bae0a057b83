"""The logo on a sheet."""

from io import BytesIO

from xlsxwriter.image import Image
from xlsxwriter.worksheet import Worksheet

from readiness.branding.model import Logo, LogoType

_WIDTH, _HEIGHT = 260.0, 52.0  # pixels that it may take
_ROW = 44.0  # points: a little higher than the logo
_SCREEN = 96.0  # pixels in an inch
_SHARP = 3  # pixels of a drawn logo for each that is shown


def put_logo(sheet: Worksheet, row: int, logo: Logo) -> None:
    """Put ``logo`` into a row of its own, as large as fits."""
    picture = Image(BytesIO(_picture(logo)))
    scale = min(_WIDTH / logo.width, _HEIGHT / logo.height)
    options = {
        "x_scale": scale * logo.width / (picture.width * _SCREEN / picture.x_dpi),
        "y_scale": scale * logo.height / (picture.height * _SCREEN / picture.y_dpi),
        "x_offset": 4,
        "y_offset": 2,
        "description": logo.alt,
        "object_position": 3,
    }
    sheet.set_row(row, _ROW)
    sheet.insert_image(row, 0, picture, options)


def _picture(logo: Logo) -> bytes:
    """Return the bytes of a format that workbooks take."""
    if logo.type is not LogoType.SVG:
        return logo.content
    from readiness.report.typesetting.pictures import (  # noqa: PLC0415 - Typst, for this only
        png,
    )

    return png(logo.content.decode(), width=_SHARP * _WIDTH)
