"""What lies in a folder; a folder that cannot be listed is not an empty one."""

import os
from pathlib import Path

from readiness.store.reading import unreadable


def folder_names(folder: Path) -> list[str]:
    """Return the names of the folders in ``folder``, sorted; none if it is not there.

    Raises `BadDataError` if it cannot be listed.
    """
    return [name for name, is_folder in _entries(folder) if is_folder]


def response_files(folder: Path) -> list[Path]:
    """Return the response files in ``folder``, sorted; none if it is not there.

    Raises `BadDataError` if it cannot be listed.
    """
    names = [name for name, _ in _entries(folder) if name.endswith(".json")]
    # hidden ones are locks and what dead writers left
    return [folder / name for name in names if not name.startswith(".")]


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """Return name, and whether it is a folder, of all that lies in ``folder``."""
    try:
        with os.scandir(folder) as entries:
            return sorted((entry.name, entry.is_dir()) for entry in entries)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from error
