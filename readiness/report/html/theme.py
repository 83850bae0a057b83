"""The colours of the page by day and by night, and the names of its fonts."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from readiness.branding.colours import readable_on
from readiness.branding.model import Fonts, Palette

_SYSTEM = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif'
_HARMLESS = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours that no brand changes, each "#rrggbb".

    ``ink`` and ``muted`` can be read on ``paper`` and on ``raised``.
    """

    paper: str
    raised: str  #: behind what stands apart from the paper
    ink: str
    muted: str
    rule: str  #: hairlines
    track: str  #: what bars run on

    def colours(self, palette: Palette) -> dict[str, str]:
        """Return all colours by name, those of the brand made readable."""
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            **own,
            "primary": readable_on(palette.primary, self.raised),
            "accent": readable_on(palette.accent, self.raised),
        }


THEMES = (
    (
        "light",
        Theme(
            paper="#ffffff",
            raised="#f5f7f9",
            ink="#1b2430",
            muted="#525e6b",
            rule="#d8dfe6",
            track="#7a8691",
        ),
    ),
    (
        "dark",
        Theme(
            paper="#11161c",
            raised="#1a2129",
            ink="#e4e9ee",
            muted="#a5b0bb",
            rule="#323d48",
            track="#8a96a2",
        ),
    ),
)


#: Which colour of the page takes the place of which colour of a chart by night.
CHART_ROLES = {
    "label": "ink",
    "muted": "muted",
    "track": "track",
    "grid": "rule",
    "paper": "paper",
    "score": "primary",
    "accent": "accent",
}


def css_string(text: str) -> str:
    """Return ``text`` as a string of CSS that neither CSS nor HTML can end early."""
    return f'"{"".join(_escaped(text))}"'


def families(fonts: Fonts) -> dict[str, str]:
    """Return the font families of headings and body: the brand's, then the system's."""
    return {
        "heading": _stack(fonts.heading or fonts.body),
        "body": _stack(fonts.body),
    }


def _stack(name: str) -> str:
    return f"{css_string(name)}, {_SYSTEM}" if name else _SYSTEM


def _escaped(text: str) -> Iterator[str]:
    """Yield each character, escaped as CSS Syntax 3 has it unless it is harmless."""
    for character in text:
        yield character if character in _HARMLESS else f"\\{ord(character):x} "
