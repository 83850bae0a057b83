"""A hidden last line that tells whether somebody edited a document."""

import re
from hashlib import sha256

MARKDOWN = "<!-- {} -->"  #: how a comment is written
TOML = "# {}"

_SEAL = re.compile(r"\n(?:<!-- |# )readiness:seal ([0-9a-f]{64})(?: -->)?\n*\Z")


def seal(text: str, comment: str = MARKDOWN) -> str:
    """Return ``text`` with a last line, a comment, that shows whether it was edited."""
    return f"{text}\n{comment.format(f'readiness:seal {_digest(text)}')}\n"


def is_untouched(text: str) -> bool:
    """Return whether ``text`` is as `seal` made it (line ends aside)."""
    text = text.replace("\r\n", "\n")
    found = _SEAL.search(text)
    return found is not None and found[1] == _digest(text[: found.start()])


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
