"""Text as a cell takes it: never a formula, never longer than a cell may be."""

import re

CELL = 32_767  #: characters in a cell, as UTF-16 counts them (Excel's specifications)
FOOTER = 255  #: characters in the foot of a page, with its codes
_CUT = " … (cut: a cell holds 32,767 characters)"
_NEITHER = re.compile("[\ufffe\uffff]")
_UNIT = 2  # bytes of a character in UTF-16


def cell_text(text: str) -> str:
    """Return ``text``; if it is too long for a cell, what fits and that it was cut."""
    return text if _units(text) <= CELL else _head(text, CELL - len(_CUT)) + _CUT


def shortened(text: str, limit: int) -> str:
    """Return ``text`` on one line, with an ellipsis if it has more characters.

    Without what XML cannot say: beyond cells, xlsxwriter writes it as it is.
    """
    text = " ".join(_NEITHER.sub("", text).split())
    return text if _units(text) <= limit else _head(text, limit - 1).rstrip() + "…"


def footer_text(text: str, limit: int) -> str:
    """Return ``text`` for the foot of a page, where "&" starts a code."""
    doubled = shortened(text, limit).replace("&", "&&")
    while len(doubled) > limit:
        limit -= 1
        doubled = shortened(text, limit).replace("&", "&&")
    return doubled


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // _UNIT


def _head(text: str, units: int) -> str:
    """Return the first ``units`` of ``text``, without half a character at the end."""
    return text.encode("utf-16-le")[: _UNIT * units].decode("utf-16-le", "ignore")
