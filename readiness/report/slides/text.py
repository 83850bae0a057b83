"""Text as a slide takes it: what fits is shown, what does not ends in an ellipsis."""

import re
from math import ceil
from unicodedata import category, east_asian_width

MORE = "and {left} more"

# Widths of letters in parts of their size, as in Arial and rather too much.
_WIDE, _CAPITAL, _USUAL, _NARROW = 1.1, 0.72, 0.56, 0.3
_BROAD = frozenset("mwMW@%")
_SLIM = frozenset(" ijl.,;:'|!()[]/\"")
_NEITHER = re.compile("[\ufffe\uffff]")  # characters that XML may not have


def legal(text: str) -> str:
    """Return ``text`` without what XML cannot say."""
    return _NEITHER.sub("", text)


def fit(text: str, *, width: float, size: float, lines: int = 1) -> str:
    """Return as much of ``text``, on one line, as fits ``lines`` of it.

    ``width`` and ``size`` are points.
    """
    words = legal(text).split()
    end = _last_that_fits(words, width / size, lines)
    if end == len(words):
        return " ".join(words)
    if end:
        return f"{' '.join(words[:end])} …"
    return f"{_start_of(words[0], width / size * lines)}…"


def lines_of(text: str, *, width: float, size: float) -> int:
    """Return how many lines ``text`` takes, rather too many."""
    total, used = width / size, [0.0]
    for word in text.split():
        wide = width_of(word)
        if used[-1] and used[-1] + _NARROW + wide > total:
            used.append(0.0)
        used += [0.0] * (ceil(wide / total) - 1)
        used[-1] += _NARROW + min(wide, total)
    return len(used)


def width_of(text: str) -> float:
    """Return the width of ``text`` in parts of its size."""
    return sum(map(_width, text))


def _last_that_fits(words: list[str], total: float, lines: int) -> int:
    """Return how many words fit, with room for an ellipsis in the last line."""
    line, used = 1, 0.0
    for at, word in enumerate(words):
        wide = width_of(word)
        if used and used + _NARROW + wide > total:
            line, used = line + 1, 0.0
        room = total - (_WIDE if line == lines and at + 1 < len(words) else 0.0)
        if line > lines or used + wide > room:
            return at
        used += wide + _NARROW
    return len(words)


def _start_of(word: str, room: float) -> str:
    """Return the start of a word that is longer than ``room``."""
    used = _WIDE
    for at, character in enumerate(word):
        used += _width(character)
        if used > room:
            return word[:at]
    return word


def _width(character: str) -> float:
    if character in _SLIM:
        return _NARROW
    if character in _BROAD or east_asian_width(character) in "FW":
        return _WIDE
    if category(character) == "Mn":
        return 0.0
    return _CAPITAL if character.isupper() else _USUAL
