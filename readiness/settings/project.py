"""The project's own settings: ``readiness.toml``, or a table of ``pyproject.toml``."""

import os
from collections.abc import Iterator
from pathlib import Path

from readiness.errors import CannotWriteError
from readiness.settings.toml import PYPROJECT, has_table
from readiness.settings.upward import is_own, status, upward

PROJECT_FILE = "readiness.toml"

_HEAD = """\
# Settings of readiness for everybody who works in this folder. An option or an
# environment variable wins over them: readiness doctor --config shows what holds.
"""


def find_project_file(folder: Path) -> Path | None:
    """Return the project file that counts in ``folder``: there, or nearest above it.

    The search ends at the root of the repository or at the home folder. Files of
    other users are passed over: they may have been planted.
    """
    for above in upward(folder):
        for name in (PROJECT_FILE, PYPROJECT):
            if _counts(above / name):
                return above / name
    return None


def find_overlooked(folder: Path) -> Iterator[Path]:
    """Yield the project files from ``folder`` upward that belong to other users."""
    for above in upward(folder):
        path = above / PROJECT_FILE
        found = status(path)
        if found is not None and not is_own(found):
            yield path


def find_rival(path: Path) -> Path | None:
    """Return the ``pyproject.toml`` whose table a ``readiness.toml`` outdoes."""
    beside = path.with_name(PYPROJECT)
    return beside if path.name == PROJECT_FILE and has_table(beside) else None


def write_project_file(folder: Path, *, team: str, data: str | None = None) -> Path:
    """Write a small ``readiness.toml`` into ``folder`` and return its path.

    ``data`` is the folder of the answers, relative to ``folder``. Raises
    `CannotWriteError` if a file is there already, or the disk refuses.
    """
    path = folder / PROJECT_FILE
    lines = [_HEAD, f"team = {_quoted(team)}\n"]
    if data is not None:
        lines.append(f"data = {_quoted(data)}  # folder of the answers\n")
    try:
        _create(path, "".join(lines))
    except FileExistsError:
        raise CannotWriteError(
            f"{path} is there already; it is left as it is",
            tries=(f"add the line yourself: team = {_quoted(team)}",),
        ) from None
    except OSError as error:
        raise CannotWriteError(
            f"cannot write {path}: {error.strerror or error}",
            tries=("name the team each time instead: --team NAME",),
        ) from error
    return path


def _create(path: Path, text: str) -> None:
    """Write a file that must not be there yet; none is left half written."""
    with path.open("xb") as file:
        try:
            file.write(text.encode(errors="replace"))
            file.flush()
        except OSError:
            path.unlink()
            raise


def _counts(path: Path) -> bool:
    found = status(path)
    if found is None:  # a link that leads nowhere is a mistake to tell, not nothing
        return path.name == PROJECT_FILE and os.path.lexists(path)
    return is_own(found) and (path.name == PROJECT_FILE or has_table(path))


def _quoted(text: str) -> str:
    """Return ``text`` as a TOML string; JSON's escapes are a part of TOML's."""
    import json  # noqa: PLC0415 - nearly every run looks for the file, few write it

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
