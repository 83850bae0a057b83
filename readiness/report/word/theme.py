"""The colours and fonts of a brand in the theme of a Word document.

Styles name the theme's colours, so that somebody can change them in Word at one place.
Beside such a name a style has the colour itself, for programs that know no themes.
"""

import re
from xml.sax.saxutils import quoteattr

from readiness.branding.model import Brand, Palette

_THEME = re.compile(r"word/theme/theme\d+\.xml")
_STYLED = re.compile(r"word/[^/]+\.xml")
_TAG = re.compile(r"<w:[^>]*\bw:theme(?:Color|Fill)=[^>]*>")
_ANY = "surrogateescape"  # a part in another encoding passes as it is
_SHADED = ("w:themeTint=", "w:themeShade=", "w:themeFillTint=", "w:themeFillShade=")


def branded(part: str, content: bytes, brand: Brand) -> bytes:
    """Return a part of the package in the colours and fonts of ``brand``.

    Those that are not chosen, which are the default's, stay the template's.
    """
    is_styled = bool(_STYLED.fullmatch(part))
    if not is_styled and not _THEME.fullmatch(part):
        return content
    colours = _chosen(brand.palette)
    xml = content.decode(errors=_ANY)
    for name, colour in colours.items():
        xml = _coloured(xml, name, colour)
    if is_styled:
        return _TAG.sub(lambda tag: _matching(tag[0], colours), xml).encode(errors=_ANY)
    xml = _in_font(xml, "majorFont", brand.fonts.heading)
    return _in_font(xml, "minorFont", brand.fonts.body).encode(errors=_ANY)


def _chosen(palette: Palette) -> dict[str, str]:
    """Return the colours by their names in a theme, as Word writes them."""
    usual = Palette()
    colours = {
        "accent1": (palette.primary, usual.primary),
        "accent2": (palette.accent, usual.accent),
    }
    return {
        name: colour.removeprefix("#").upper()
        for name, (colour, default) in colours.items()
        if colour != default
    }


def _coloured(xml: str, name: str, colour: str) -> str:
    """Return a theme with another colour of that name."""
    return re.sub(
        rf"(<a:{name}>).*?(</a:{name}>)",
        rf'\g<1><a:srgbClr val="{colour}"/>\g<2>',
        xml,
        flags=re.DOTALL,
    )


def _in_font(xml: str, which: str, family: str) -> str:
    """Return a theme with another font for Latin letters, unless it is ""."""
    if not family:
        return xml
    begun = re.compile(rf"(<a:{which}>\s*)<a:latin\b[^>]*/>")
    return begun.sub(
        lambda found: f"{found[1]}<a:latin typeface={quoteattr(family)}/>", xml
    )


def _matching(tag: str, colours: dict[str, str]) -> str:
    """Return a tag whose colours are those it names; a shade of one stays as it is."""
    if any(shade in tag for shade in _SHADED):
        return tag
    for name, colour in colours.items():
        if f'w:themeColor="{name}"' in tag:
            tag = re.sub(
                r'(\bw:(?:val|color)=)"[0-9A-Fa-f]{6}"', rf'\g<1>"{colour}"', tag
            )
        if f'w:themeFill="{name}"' in tag:
            tag = re.sub(r'(\bw:fill=)"[0-9A-Fa-f]{6}"', rf'\g<1>"{colour}"', tag)
    return tag
