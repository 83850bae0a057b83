"""Write documents to files or to standard output."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from errno import EISDIR
from pathlib import Path
from tempfile import mkstemp

import typer

from readiness.errors import CannotWriteError

Content = str | bytes


def write_document(
    content: Content,
    output: Path | None,
    *,
    force: bool = False,
    seen: bytes | None = None,
) -> None:
    """Write ``content`` to ``output``, or to standard output if there is none or ``-``.

    A file is replaced whole or not at all, and only if readiness wrote it and nobody
    edited it since, or with ``force``. ``seen`` is what was in it (nothing, if it was
    not there) when ``content`` was made from that: if it has changed since, it is left
    as it is. Raises `CannotWriteError`.
    """
    if output is None or str(output) == "-":
        _print(content)
    else:
        write_documents({output: content}, force=force, seen=seen)


def write_documents(
    contents: Mapping[Path, Content], *, force: bool = False, seen: bytes | None = None
) -> None:
    """Write several files, each as `write_document` does.

    All that usually fails (what must not be lost, a full disk) is found out before the
    first of them is replaced. Raises `CannotWriteError`.
    """
    encoded = {path: _encoded(content) for path, content in contents.items()}
    for path, content in encoded.items():
        with _naming(path):
            if path.is_dir():
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
            if not force:
                _refuse_to_lose(path, content)
    with ExitStack() as stack:
        drafts: dict[Path, Path] = {}
        for path, content in encoded.items():
            with _naming(path):
                if not _is_device(path):
                    drafts[path] = stack.enter_context(_draft(path, content))
        for path, content in encoded.items():
            with _naming(path):
                if path in drafts:
                    _check_unchanged(path, seen)
                    drafts[path].replace(path.resolve())  # through a link, not over it
                else:
                    path.write_bytes(content)
            typer.echo(f"Wrote {path}", err=True)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, if missing; raise `CannotWriteError`."""
    with _naming(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _encoded(content: Content) -> bytes:
    return content.encode() if isinstance(content, str) else content


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Say of what the system refuses which file it is about."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(
            f"cannot write {path}: {error.strerror or error}",
            tries=("another place, with -o FILE",),
        ) from error


def _print(content: Content) -> None:
    """Print it; line ends of its own, as calendars and CSV have, stay."""
    if isinstance(content, bytes) or "\r\n" in content:  # Windows would make two of it
        sys.stdout.flush()
        sys.stdout.buffer.write(_encoded(content))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(content)


def _is_device(path: Path) -> bool:
    """Return whether it is there and no file, and no folder: a pipe, /dev/null."""
    return path.exists() and not path.is_file()


def _refuse_to_lose(output: Path, content: bytes) -> None:
    """Raise `CannotWriteError` if the file has something in it that would be lost.

    Tables have no place for a seal: an edit of such a file cannot be seen, so it is
    replaced only by what is the same.
    """
    there = output.read_bytes() if output.is_file() else b""
    if there.strip() and there != content and not _is_ours(there):
        raise CannotWriteError(
            f"{output} {_what_is_there(content)}; it is left as it is",
            tries=(
                f"write beside it: -o {output.with_stem(output.stem + '-new').name}",
                "replace it and lose what is in it: add --force",
            ),
        )


def _what_is_there(content: bytes) -> str:
    if _is_ours(content):
        return "was edited, or readiness did not write it"
    return "is there already, with something else in it"


def _is_ours(content: bytes) -> bool:
    from readiness.report.seals import is_untouched

    with suppress(ValueError, RecursionError):  # which no text and no JSON raise too
        found = json.loads(content)
        return str(isinstance(found, dict) and found.get("kind")).startswith(
            "readiness."
        )
    return is_untouched(content)


@contextmanager
def _draft(path: Path, content: bytes) -> Iterator[Path]:
    """Write beside a file, with its permissions or those of new files.

    What has not been put in its place by the end is removed.
    """
    target = path.resolve()
    mask = os.umask(0)
    os.umask(mask)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask
    handle, name = mkstemp(dir=target.parent, prefix=".")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(mode)
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _check_unchanged(path: Path, seen: bytes | None) -> None:
    """Raise `CannotWriteError` if somebody has saved the file in the meantime."""
    if seen is None:
        return
    there = path.read_bytes() if path.is_file() else b""
    if there != seen:
        raise CannotWriteError(
            f"{path.name} was changed while this was being made; it is left as it is",
            tries=("run the same command again: it reads the file anew",),
        )
