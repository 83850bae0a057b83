"""What lies in a folder; a folder that cannot be listed is not an empty one."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from readiness.store.reading import unreadable

_MARK = b'"readiness.response"'  # the kind that a response file says it is


def folder_names(folder: Path) -> list[str]:
    """Return the names of the folders in ``folder``, sorted; none if it is not there.

    Raises `BadDataError` if it cannot be listed.
    """
    return [name for name, is_folder in _entries(folder) if is_folder]


def response_files(folder: Path) -> list[Path]:
    """Return the response files in ``folder``, sorted; none if it is not there.

    Raises `BadDataError` if it cannot be listed.
    """
    # of any case: what a program for copying files wrote in capitals is not lost
    names = [name for name, _ in _entries(folder) if name.lower().endswith(".json")]
    # hidden ones are locks and what dead writers left
    return [folder / name for name in names if not name.startswith(".")]


def stray_responses(
    root: Path, is_place: Callable[[Sequence[str]], bool]
) -> Iterator[Path]:
    """Yield the response files under ``root`` that are not in their place, sorted.

    ``is_place`` says of the names of the folders below ``root`` whether answers are
    looked for there. Hidden ones are left out, and what cannot be read.
    """
    for path in sorted(root.rglob("*")):
        *folders, name = path.relative_to(root).parts
        is_hidden = any(part.startswith(".") for part in (*folders, name))
        if is_hidden or is_place(folders) or not name.lower().endswith(".json"):
            continue
        with suppress(OSError):
            if _MARK in path.read_bytes():
                yield path


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """Return name, and whether it is a folder, of all that lies in ``folder``."""
    try:
        with os.scandir(folder) as entries:
            return sorted((entry.name, entry.is_dir()) for entry in entries)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder, error) from error
