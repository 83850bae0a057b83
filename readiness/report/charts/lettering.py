"""Letters in pictures: how wide a text is, about, and how it breaks into lines.

No font is measured: which one a viewer has is not known. The widths are a little above
those of Noto Sans, so that a text is rather broken too early than cut by its neighbour.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from readiness.plaintext import one_line

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
BOLD = 1.06  #: how much wider bold letters are
_WIDE = 1.2  #: ems: letters of East Asian scripts, emoji
_USUAL = 0.62
_WIDTHS = {
    **dict.fromkeys("ijlIJ.,:;'|! ", 0.28),
    **dict.fromkeys("ft()[]{}/-", 0.38),
    **dict.fromkeys("crsz", 0.5),
    **dict.fromkeys("CDGHNOQU", 0.78),
    **dict.fromkeys(f"mwMW@%&{ELLIPSIS}", 0.95),
}
_JOINER = "\N{ZERO WIDTH JOINER}"
_BEYOND = 600  #: characters of a text that are looked at: more than any picture shows


def width_of(text: str, size: float) -> float:
    """Return about how many units ``text`` takes at a font size of ``size`` units."""
    return size * sum(map(_ems, text))


@lru_cache(maxsize=1024)  # names come again: in other pictures, in other documents
def wrap(text: str, width: float, size: float, lines: int) -> tuple[str, ...]:
    """Break ``text`` into at most ``lines`` lines of ``width`` units.

    What does not fit is cut, with an ellipsis in its place. An empty text has no lines.
    """
    broken: list[str] = []
    left = 0.0  # of the last line
    for word in _pieces(one_line(text[:_BEYOND]), width, size):
        needed = width_of(word, size)
        if broken and needed + width_of(" ", size) <= left:
            broken[-1] = f"{broken[-1]} {word}"
            left -= needed + width_of(" ", size)
        elif len(broken) == lines:
            broken[-1] = _cut(f"{broken[-1]}{ELLIPSIS}", width, size)
            break
        else:
            broken.append(word)
            left = width - needed
    return tuple(broken)


def short(text: str, characters: int = 80) -> str:
    """Return ``text`` for a sentence, cut with an ellipsis where it is longer."""
    said = one_line(text[:_BEYOND])
    if len(said) <= characters:
        return said
    return f"{said[: characters - 1].rstrip()}{ELLIPSIS}"


def _cut(text: str, width: float, size: float) -> str:
    """Return ``text``, which ends in an ellipsis, without what ``width`` has not."""
    clusters = list(_clusters(text.removesuffix(ELLIPSIS)))
    while clusters and width_of("".join(clusters) + ELLIPSIS, size) > width:
        clusters.pop()
    return "".join(clusters).rstrip() + ELLIPSIS


def _pieces(text: str, width: float, size: float) -> Iterator[str]:
    """Yield the words, those that are wider than a line in parts of a line each."""
    for word in text.split():
        if width_of(word, size) <= width:
            yield word
        else:
            yield from _parts(word, width, size)


def _parts(word: str, width: float, size: float) -> Iterator[str]:
    part = ""
    for cluster in _clusters(word):
        if part and width_of(part + cluster, size) > width:
            yield part
            part = ""
        part += cluster
    yield part


def _clusters(text: str) -> Iterator[str]:
    """Yield letters with what belongs to them: accents, and emoji that are joined."""
    cluster = ""
    for character in text:
        if cluster and not (_ems(character) == 0 or cluster.endswith(_JOINER)):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


@cache
def _ems(character: str) -> float:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return _WIDE
    return _USUAL
