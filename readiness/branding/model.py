"""The brand of a document: names, logo, colours, fonts and the language of dates."""

from dataclasses import dataclass, field
from enum import StrEnum


class LogoType(StrEnum):
    """The kinds of pictures that a logo may be; the values are media types."""

    PNG = "image/png"
    JPEG = "image/jpeg"
    SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A checked picture: without scripts, without anything from elsewhere."""

    type: LogoType
    content: bytes
    width: float  #: its own units; only the proportion to ``height`` matters
    height: float
    alt: str  #: what is read out instead of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Two colours, "#rrggbb"; text in either is readable on white (4.5:1 at least)."""

    primary: str = "#005a82"  #: headings, scores, heads of tables
    accent: str = "#b34700"  #: what wants attention, the score of the quarter before


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """Names of font families, "" for the built-in one, and where their files are."""

    heading: str = ""
    body: str = ""
    folder: str = ""  #: absolute path of the folder with the font files, or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """Whose document it is. Texts are one line each and may be empty."""

    client: str = ""
    consultant: str = ""
    footer: str = ""
    language: str = ""  #: of dates, such as "de" or "pt-BR"; "" writes 2026-11-23
    logo: Logo | None = None
    palette: Palette = field(default_factory=Palette)
    fonts: Fonts = field(default_factory=Fonts)
