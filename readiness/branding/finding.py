"""Find the ``brand.toml`` that counts; apart from reading it, which costs more."""

from os.path import lexists
from pathlib import Path

from readiness.settings.upward import is_own, status, upward

BRAND_FILE = "brand.toml"


def find_brand(folder: Path) -> Path | None:
    """Return the ``brand.toml`` that counts in ``folder``: there, or nearest above.

    The search ends where that for ``readiness.toml`` does, and passes over files of
    other users too. A link that leads nowhere is found: it is a mistake to tell.
    """
    for above in upward(folder):
        path = above / BRAND_FILE
        found = status(path)
        if lexists(path) if found is None else is_own(found):
            return path
    return None
