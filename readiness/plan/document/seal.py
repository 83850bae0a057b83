"""A hidden line, nearly always the last, that tells whether a document was edited."""

import re
from hashlib import sha256

MARKDOWN = "<!-- {} -->"  #: how a comment is written
TOML = "# {}"

_SEAL = re.compile(r"\n(?:<!-- |# )readiness:seal ([0-9a-f]{64})(?: -->)?\n*\Z")
# A line may have 75 characters; what begins with a space goes on with the one before.
_CALENDAR_SEAL = re.compile(
    r"(?<=\ABEGIN:VCALENDAR\n)X-READINESS-SEAL:\n ([0-9a-f]{64})\n"
)


def seal(text: str, comment: str = MARKDOWN) -> str:
    """Return ``text`` with a last line, a comment, that shows whether it was edited."""
    return f"{text}\n{comment.format(f'readiness:seal {_digest(text)}')}\n"


def seal_calendar(text: str) -> str:
    """Return a calendar (RFC 5545) with a first property that shows the same.

    It is one of our own, which other programs pass over.
    """
    begin, end, rest = text.partition("\r\n")
    digest = _digest(text.replace(end, "\n"))
    return f"{begin}{end}X-READINESS-SEAL:{end} {digest}{end}{rest}"


def is_untouched(text: str) -> bool:
    """Return whether ``text`` is as it was sealed (line ends aside)."""
    text = text.replace("\r\n", "\n")
    found = _CALENDAR_SEAL.search(text) or _SEAL.search(text)
    if found is None:
        return False
    return found[1] == _digest(text[: found.start()] + text[found.end() :])


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
