"""What the environment says of the terminal, and of what its user asked for."""

import locale
import os
from collections.abc import MutableMapping
from typing import TextIO

CONFIG = "READINESS_CONFIG"  #: names another project file
COLOR = "READINESS_COLOR"  #: auto, always or never

_COLORS = {  # what to say to the libraries that draw, and what to unsay
    "always": ("FORCE_COLOR", "NO_COLOR"),
    "never": ("NO_COLOR", "FORCE_COLOR"),
}


def is_set(name: str) -> bool:
    """Return whether an environment variable says yes (not empty, not 0)."""
    return os.environ.get(name, "") not in {"", "0"}


def wants_sentences() -> bool:
    """Return whether plain lines were asked for, as screen readers need them."""
    own = "READINESS_ACCESSIBLE"
    return is_set(own if os.environ.get(own) else "ACCESSIBLE")


def may_ask() -> bool:
    """Return whether the user can be asked; no, after ``--no-input``."""
    return not is_set("READINESS_NO_INPUT")


def choose_colors(environ: MutableMapping[str, str]) -> None:
    """Tell the libraries that draw what our own variable says of colours."""
    if chosen := _COLORS.get(environ.get(COLOR, "")):
        on, off = chosen
        environ[on] = "1"
        environ.pop(off, None)


def is_dumb_terminal() -> bool:
    """Return whether the terminal can do no more than print lines."""
    return os.environ.get("TERM", "") in {"", "dumb", "unknown"} and os.name != "nt"


def can_show_unicode(stream: TextIO) -> bool:
    """Return whether signs beyond ASCII may be printed on ``stream``."""
    # Python writes UTF-8 in the C locale too, which says that nobody can read it
    is_c = locale.setlocale(locale.LC_CTYPE) in {"C", "POSIX"}
    is_utf = "utf" in (stream.encoding or "").lower()
    return (
        is_utf and not is_c and not is_old_console() and not is_set("READINESS_ASCII")
    )


def is_old_console() -> bool:
    """Return whether this is the console of Windows whose fonts lack many signs."""
    names = os.environ.keys() & {"WT_SESSION", "TERM_PROGRAM", "TERM"}
    return os.name == "nt" and not names
