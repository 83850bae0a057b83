"""Where a template finds its parts: in its own folder and below, nowhere else."""

import os
from collections.abc import Callable
from pathlib import Path, PurePath, PurePosixPath
from stat import S_ISREG

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

LIMIT = 1024 * 1024  #: bytes of a template or one of its parts

#: What parts end in: a template in a folder full of other things cannot read those.
ENDINGS = frozenset((".j2", ".html", ".htm", ".md", ".markdown", ".css", ".js", ".svg"))

_Source = tuple[str, str, Callable[[], bool]]


class FolderLoader(BaseLoader):
    """Loads what is in a folder, by names such as ``html/parts.html.j2``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> _Source:  # noqa: ARG002 - as Jinja2 calls it
        """Return the text of a template, its path, and that it will not change.

        Raises `SecurityError` for a name that leads elsewhere, `TemplateNotFound`,
        and `TemplateSyntaxError` for what is no text.
        """
        path = self._find(template)
        content = read_limited(path, template)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError(
                "is not text in UTF-8", line, template, str(path)
            ) from None
        return text, str(path), lambda: True

    def _find(self, template: str) -> Path:
        name = PurePosixPath(template)
        is_odd = name.is_absolute() or any(one in template for one in "\\:\0")
        if is_odd or _is_hidden(name):
            raise SecurityError(f"{template!r} is not in the folder of this template")
        path = Path(os.path.realpath(self._folder / name))
        if not path.is_relative_to(self._folder):
            raise SecurityError(
                f"{template!r} leads out of the folder of this template"
            )
        # a stranger's folder may bring links to what the names give away
        if _is_hidden(path.relative_to(self._folder)):
            raise SecurityError(f"{template!r} leads to a hidden file")
        if not ENDINGS.issuperset((name.suffix.lower(), path.suffix.lower())):
            raise SecurityError(f"{template!r} is not called like a part of a template")
        return path


def _is_hidden(path: PurePath) -> bool:
    return any(part.startswith(".") for part in path.parts)


def read_limited(path: Path, name: str, limit: int = LIMIT) -> bytes:
    """Return what is in a file; raise a `TemplateError` that calls it ``name``."""
    try:
        if not S_ISREG(path.stat().st_mode):  # a pipe would never end
            raise TemplateNotFound(name, f"{name!r} is not a regular file")
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        said = f"{name!r} cannot be read: {reason[:1].lower()}{reason[1:]}"
        raise TemplateNotFound(name, said) from None
    if len(content) > limit:
        raise SecurityError(f"{name!r} is larger than {limit:,} bytes")
    return content
