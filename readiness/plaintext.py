"""What text may be kept and shown: no control characters, no direction overrides.

Packs, files and people are strangers. A terminal obeys ESC, C0 and C1 characters, and
a direction override makes a line read differently from what it is.
"""

import unicodedata

_OVERRIDES = frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029))
)
_KEPT = frozenset("\n\t")


def clean(text: str) -> str:
    """Return ``text`` in NFC without what a terminal would obey; keeps newlines."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(c for c in text if c in _KEPT or not _is_control(c)).strip()


def one_line(text: str) -> str:
    """Return ``text`` cleaned, with every run of white space as one space."""
    return " ".join(clean(text).split())


def refuse_controls(text: str) -> str:
    """Return ``text`` as it is; raise `ValueError` if a terminal would obey it."""
    for character in text:
        if character not in _KEPT and _is_control(character):
            raise ValueError(f"control character U+{ord(character):04X} is not allowed")
    return text


def _is_control(character: str) -> bool:
    # Cs: half a surrogate pair cannot be written to a file
    return character in _OVERRIDES or unicodedata.category(character) in {"Cc", "Cs"}
