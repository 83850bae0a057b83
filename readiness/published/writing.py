"""How published documents begin, and how they become text.

What writes a document imports this at run time, and the shapes for mypy only: they
need pydantic, and nobody waits for that to see a report.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from readiness import __version__

if TYPE_CHECKING:
    from readiness.published.envelope import Envelope, KindT, Made

SCHEMA_VERSION = "1.0"  #: of all documents; the first number changes if a key does


def envelope(kind: "KindT") -> "Envelope[KindT]":
    """Return what every document begins with."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": kind,
        "tool": {"name": "readiness", "version": __version__},
    }


def made(kind: "KindT", made_on: str, *, is_demo: bool) -> "Made[KindT]":
    """Return what every document about answers begins with; the day is ISO 8601."""
    return {
        **envelope(kind),
        "made_on": made_on,
        "demo": is_demo,
        "self_reported": True,
    }


def as_text(document: Mapping[str, object]) -> str:
    """Return a document as text with a newline at its end."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def snake(words: str) -> str:
    """Return the words of an enumeration as programs read them: ``in_progress``."""
    return words.replace(" ", "_").replace("-", "_")


def iso(day: date | None) -> str | None:
    """Return a day as programs read it, ``None`` if there is none."""
    return None if day is None else day.isoformat()
