"""Whether text in a colour can be read on another: contrast as WCAG 2.x counts it."""

import re

LEAST = 4.5  #: contrast of text with its background, WCAG 2.2 success criterion 1.4.3

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)
_BLACK, _WHITE = "#000000", "#ffffff"
_STEPS = 100  # from a colour to black or white
_FLARE = 0.05  # light that every screen adds
_WEIGHTS = (0.2126, 0.7152, 0.0722)  # of red, green and blue, to the eye

_Channels = tuple[int, int, int]


def normal(colour: str) -> str:
    """Return "#rgb" or "#rrggbb" as "#rrggbb" in small letters.

    Raises `ValueError` for anything else.
    """
    if not _HEX.fullmatch(colour):
        raise ValueError('should be a colour such as "#005a82"')
    digits = colour[1:].lower()
    if len(digits) == len("rgb"):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (the same) to 21 (black on white).

    The ratio of their relative luminances as WCAG 2.2 defines both
    (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Raises `ValueError` for what
    is not a colour.
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + _FLARE) / (dark + _FLARE)


def readable_on(colour: str, background: str, least: float = LEAST) -> str:
    """Return ``colour``, moved to black or white until it can be read.

    No further than its contrast with ``background`` takes to be ``least``, and the
    nearer way. Black or white, whichever contrasts more, if nothing reaches that.
    Raises `ValueError` for what is not a colour.
    """
    start = normal(colour)
    for step in range(_STEPS + 1):
        for end in (_BLACK, _WHITE):
            moved = _between(start, end, step / _STEPS)
            if contrast(moved, background) >= least:
                return moved
    return max(_BLACK, _WHITE, key=lambda end: contrast(end, background))


def _luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, of https://www.w3.org/TR/WCAG22/."""
    linear = (_linear(value / 255) for value in _channels(colour))
    return sum(weight * value for weight, value in zip(_WEIGHTS, linear, strict=True))


def _linear(value: float) -> float:
    """Return the light, 0 to 1, of a channel of sRGB (IEC 61966-2-1)."""
    if value <= 0.04045:  # noqa: PLR2004 - where the curve of sRGB begins
        return value / 12.92
    return float(((value + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> _Channels:
    red, green, blue = bytes.fromhex(normal(colour)[1:])
    return red, green, blue


def _between(start: str, end: str, share: float) -> str:
    """Return the colour that is ``share`` of the way from ``start`` to ``end``."""
    pairs = zip(_channels(start), _channels(end), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
