"""Where to look for a file or folder that belongs to the project one works in.

From the current folder up to the root of the repository or to the home folder: what
is further up belongs to something else.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from readiness.errors import NotFoundError


def current_folder() -> Path:
    """Return the current folder; raise `NotFoundError` if it was removed."""
    try:
        return Path.cwd()
    except OSError:
        raise NotFoundError(
            "the folder you are in was removed, or may not be read",
            tries=("go to another one, such as: cd ~",),
        ) from None


def upward(folder: Path) -> Iterator[Path]:
    """Yield ``folder`` and those above it, up to that of the repository or home."""
    home = home_folder()
    for above in (folder, *folder.parents):
        yield above
        if above == home or status(above / ".git"):
            return


def status(path: Path) -> os.stat_result | None:
    """Return what the system says of ``path``, through links; ``None`` for nothing."""
    with suppress(OSError):  # not there, or in a folder that is closed to the user
        return path.stat()
    return None


def is_own(found: os.stat_result) -> bool:
    """Return whether it belongs to the user: others may not plant one."""
    user = getattr(os, "getuid", None)  # Windows has none
    return user is None or found.st_uid == user()


def home_folder() -> Path | None:
    """Return the home of the user; ``None`` for a user without one."""
    with suppress(RuntimeError, OSError):  # a user without a home
        return Path.home().resolve()
    return None
