"""The file: always the same bytes, with the theme of the brand."""

import re
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.presentation import Presentation

from readiness.branding.model import Brand

FONT = "Arial"  #: where the brand names none
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a file in a zip
_THEMES = "ppt/theme/"
_GREYS = {"accent3": "595959", "accent4": "7f7f7f", "accent5": "a6a6a6"}


def packed(deck: Presentation, brand: Brand) -> bytes:
    """Return the deck as a file, without the time at which it was made."""
    raw, out = BytesIO(), BytesIO()
    deck.save(raw)
    with ZipFile(raw) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith(_THEMES):
                content = _branded(content.decode(), brand).encode()
            info = ZipInfo(name, _EARLIEST)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()


def _branded(theme: str, brand: Brand) -> str:
    """Return a theme with the colours and fonts of ``brand``."""
    primary, accent = brand.palette.primary, brand.palette.accent
    colours = {
        **_GREYS,
        "dk2": primary,
        "accent1": primary,
        "accent2": accent,
        "hlink": primary,
    }
    for name, colour in colours.items():
        place = rf'(<a:{name}>\s*<a:srgbClr val=")[0-9A-Fa-f]{{6}}'
        theme = re.sub(place, rf"\g<1>{colour.removeprefix('#').upper()}", theme)
    for name, font in (("major", brand.fonts.heading), ("minor", brand.fonts.body)):
        face = f"<a:latin typeface={quoteattr(font or FONT)}"
        place = rf'(<a:{name}Font>\s*)<a:latin typeface="[^"]*"'
        theme = re.sub(place, rf"\g<1>{_as_it_is(face)}", theme)
    return theme


def _as_it_is(text: str) -> str:
    """Return ``text`` for a replacement, where backslashes have a meaning."""
    return text.replace("\\", r"\\")
