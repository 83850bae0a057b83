"""How messages name a word from a stranger, and what it may have been meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from readiness.plaintext import one_line

QUOTE_LIMIT = 60  #: characters shown of a word
KNOWN_LIMIT = 500  #: words that are compared; a stranger's file may have many


def quoted(word: str, mark: str = "'") -> str:
    """Return the word on one line between two marks, cut if it is long."""
    line = one_line(word)
    short = line if len(line) <= QUOTE_LIMIT else f"{line[:QUOTE_LIMIT]}..."
    return f"{mark}{short}{mark}"


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like ``word``; ``None`` if none is like it."""
    found = get_close_matches(word[:QUOTE_LIMIT], islice(known, KNOWN_LIMIT), n=1)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``", did you mean 'x'?"``, or nothing if no known word is like it."""
    best = closest(word, known)
    return f", did you mean {quoted(best)}?" if best else ""
