"""Read the logo that a brand names: a picture from a stranger."""

from pathlib import Path
from stat import S_ISREG

from readiness.branding.jpeg import JPEG_START, jpeg_logo
from readiness.branding.model import Logo
from readiness.branding.png import PNG_START, png_logo
from readiness.branding.svg import svg_logo

LIMIT = 1024 * 1024  #: bytes of the file
PROPORTION = 20  #: of the longer side to the shorter one, at most


def read_logo(path: Path, alt: str) -> Logo:
    """Return the picture in a file, checked; ``alt`` is what is read out instead.

    Raises `ValueError` with what is wrong in words that follow its name.
    """
    try:
        if not S_ISREG(path.stat().st_mode):  # a pipe would never end
            raise ValueError("is not a regular file")
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ValueError(f"cannot be read: {reason[:1].lower()}{reason[1:]}") from None
    if len(content) > LIMIT:
        raise ValueError(f"is larger than {LIMIT:,} bytes")
    return logo_of(content, alt)


def logo_of(content: bytes, alt: str) -> Logo:
    """Return the picture in the ``content`` of a file, checked; raise `ValueError`."""
    logo = _read(content, alt)
    short, long = sorted((logo.width, logo.height))
    if long > PROPORTION * short:  # it would be huge as soon as the other side is seen
        raise ValueError(
            f"is {logo.width:,.10g} wide and {logo.height:,.10g} high; "
            f"neither may be more than {PROPORTION} times the other"
        )
    return logo


def _read(content: bytes, alt: str) -> Logo:
    if content.startswith(PNG_START):
        return png_logo(content, alt)
    if content.startswith(JPEG_START):
        return jpeg_logo(content, alt)
    if b"<svg" in content or b":svg" in content:
        return svg_logo(content, alt)
    raise ValueError("should be a PNG, JPEG or SVG picture")
