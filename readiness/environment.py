"""What the environment says of the terminal, and of what its user asked for."""

import locale
import os
from typing import TextIO


def is_set(name: str) -> bool:
    """Return whether an environment variable says yes (not empty, not 0)."""
    return os.environ.get(name, "") not in {"", "0"}


def wants_sentences() -> bool:
    """Return whether plain lines were asked for, as screen readers need them."""
    return is_set("READINESS_ACCESSIBLE") or is_set("ACCESSIBLE")


def is_dumb_terminal() -> bool:
    """Return whether the terminal can do no more than print lines."""
    return os.environ.get("TERM", "") in {"", "dumb", "unknown"} and os.name != "nt"


def can_show_unicode(stream: TextIO) -> bool:
    """Return whether signs beyond ASCII may be printed on ``stream``."""
    # Python writes UTF-8 in the C locale too, which says that nobody can read it
    is_c = locale.setlocale(locale.LC_CTYPE) in {"C", "POSIX"}
    is_utf = "utf" in (stream.encoding or "").lower()
    return is_utf and not is_c and not is_set("READINESS_ASCII")
