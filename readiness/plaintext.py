"""What text may be kept and shown: no control characters, no direction overrides.

Packs, files and people are strangers. A terminal obeys ESC, C0 and C1 characters, and
a direction override makes a line read differently from what it is.
"""

import re
import unicodedata
from hashlib import sha256

SLUG_LIMIT = 40  #: characters of a slug made from a name

# Names of folders that Windows or the store keep for themselves.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|packs)", re.ASCII)
_OVERRIDES = frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029))
)
_NEVER = frozenset("\ufffe\uffff")  # no characters, and XML cannot say them
_KEPT = frozenset("\n\t")
_UNSAYABLE = re.compile(r"[^a-z0-9 _-]")  # in a slug; these three become its hyphens


def clean(text: str) -> str:
    """Return ``text`` in NFC without what a terminal would obey; keeps newlines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable():
        text = "".join(c for c in text if c in _KEPT or not _is_control(c))
    # after the removal, which may bring a letter and its accent together
    return unicodedata.normalize("NFC", text).strip()


def one_line(text: str) -> str:
    """Return ``text`` cleaned, with every run of white space as one space."""
    return " ".join(clean(text).split())


def refuse_controls(text: str) -> str:
    """Return ``text`` as it is; raise `ValueError` if a terminal would obey it."""
    if text.isprintable():  # by far the most, and quick to tell
        return text
    for character in text:
        if character not in _KEPT and _is_control(character):
            raise ValueError(f"control character U+{ord(character):04X} is not allowed")
    return text


def slug(name: str) -> str:
    """Return a name that is safe for a file: ``a-z``, ``0-9`` and single hyphens.

    What such a name cannot say (signs, other scripts, emoji, great length) is kept
    apart by a few digits of a hash: ``C++`` and ``C#`` are not ``C``. Case, accents,
    and which of spaces, hyphens and underscores part the words make no difference.
    """
    kept, mark = _said_in_file_names(name)
    return "-".join(filter(None, (kept or "name", mark)))


def slug_without_mark(name: str) -> str:
    """Return the same without the digits, where there is anything else to say.

    For files that people read the names of: other names may come out the same.
    """
    return _said_in_file_names(name)[0] or slug(name)


def _said_in_file_names(name: str) -> tuple[str, str]:
    """Return what of a name a file name can say, and digits for the rest, or ""."""
    name = one_line(name).lower()
    letters = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    short = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    kept = short[:SLUG_LIMIT].strip("-")
    lost = kept != short or _UNSAYABLE.search(bare)
    if kept and not lost and not _RESERVED.fullmatch(kept):
        return kept, ""
    return kept, sha256(name.encode()).hexdigest()[:6]


def _is_control(character: str) -> bool:
    if character in _OVERRIDES or character in _NEVER:
        return True
    # Cs: half a surrogate pair cannot be written to a file
    return unicodedata.category(character) in {"Cc", "Cs"}
